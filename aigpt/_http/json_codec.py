"""JSON in and out: integers exact, nothing silently changed."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NoReturn, cast

PLAIN_TYPES = frozenset({str, int, bool})
"""The types of values that both encoders write alike."""

_LONGEST_NAME = 40


# msgspec takes a quarter of the time that a client takes to be imported, so it is imported on first use.


def _first_decode(data: bytes) -> Any:
    global _decode  # noqa: PLW0603 (each call would pay for a test)
    import msgspec  # noqa: PLC0415 (see above)

    _decode = msgspec.json.Decoder().decode
    return _decode(data)


def _first_encode(value: object) -> bytes:
    global _encode  # noqa: PLW0603 (as above)
    import msgspec  # noqa: PLC0415 (see above)

    _encode = msgspec.json.encode
    return _encode(value)


_decode: Callable[[bytes], Any] = _first_decode
_encode: Callable[[object], bytes] = _first_encode


def encode_plain(value: object) -> bytes:
    """Return a value of `PLAIN_TYPES`, or a dict of them, as JSON: faster than `encode_json`. Raises ValueError."""
    return _encode(value)


def parse_json(data: bytes) -> Any:
    """Return the JSON value in *data*, integers exact. Raises ValueError or RecursionError where it is not JSON."""
    try:
        return _decode(data)
    except ValueError:
        # msgspec refuses escaped lone surrogates, which JavaScript makes when it cuts an emoji in two; they are JSON
        # all the same.
        if b"\\u" not in data:
            raise
        return json.loads(data.decode(), parse_constant=_refuse, parse_float=_finite)


def encode_json(value: object) -> bytes:
    """Return *value* as JSON. Raises ValueError, TypeError or RecursionError where JSON has no such value."""
    # msgspec writes NaN as null and sets as arrays without an error; the standard library raises.
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def encoding_problem(exc: Exception, value: object) -> str:
    """Return why encoding *value* failed, and which parameter it was, where it is an object of parameters.

    Without what the value holds: the exceptions' own words may quote the user's text.
    """
    name, culprit = _culprit(value)
    problem = f"{name} cannot be sent as JSON ({type(exc).__name__}): {_reason(exc)}"
    return f"{problem}; give a date as text, with its isoformat()" if isinstance(culprit, date) else problem


def _culprit(value: object) -> tuple[str, object]:
    """Return the name and value of the first parameter that cannot be encoded by itself."""
    if isinstance(value, Mapping):
        for name, one in cast("Mapping[object, object]", value).items():
            if isinstance(name, str) and name.isidentifier() and len(name) <= _LONGEST_NAME:
                try:
                    encode_json(one)
                except (TypeError, ValueError, RecursionError):
                    return name, one
    return "the parameters", None


def _reason(exc: Exception) -> str:
    if isinstance(exc, UnicodeEncodeError):
        return "a string holds half of a surrogate pair"
    if isinstance(exc, TypeError):
        return "a value is of a type that JSON does not have"
    if isinstance(exc, RecursionError):
        return "a value is nested too deep"
    return "a number is not finite or too long, or a value contains itself"


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)
