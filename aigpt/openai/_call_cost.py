"""What a call will count for against the limits of its model, estimated before it is sent.

Four bytes of text are taken for a token, as OpenAI's own limiter does. That is near for English, and too much for most
other languages by less than half. A number in a list of numbers is a token; an image is some hundreds of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from aigpt._http.rate_limits import CallCost

_BYTES_PER_TOKEN = 4
_BYTES_OF_FILE = 4 * 1000
_SENT_AS_TEXT = ("messages", "input", "prompt", "instructions", "tools", "text", "response_format")
_MOST = ("max_completion_tokens", "max_output_tokens", "max_tokens")
_GENERATING = frozenset({"chat/completions", "completions", "responses"})


def call_cost(route: str, fields: Mapping[str, Any] | None) -> CallCost:
    """Return what a call to *route* with the parameters *fields* is likely to cost."""
    if fields is None:
        return CallCost("", 0, 0)
    model: object = fields.get("model")
    size = sum(_size(fields[name]) for name in _SENT_AS_TEXT if name in fields)
    return CallCost(str(model or ""), -(-size // _BYTES_PER_TOKEN), _output(route, fields))


def text_tokens(value: object) -> int:
    """Return the tokens of the text in *value*, as they are estimated."""
    return -(-_size(value) // _BYTES_PER_TOKEN)


def _output(route: str, fields: Mapping[str, Any]) -> int | None:
    if route not in _GENERATING:
        return 0
    most = next((fields[name] for name in _MOST if isinstance(fields.get(name), int)), None)
    if most is None or most < 0:
        return None
    number: object = fields.get("n")
    return int(most) * (number if isinstance(number, int) and number > 0 else 1)


def _size(value: object) -> int:
    """Return the bytes of the text in *value*."""
    if isinstance(value, str):
        if value.startswith("data:"):
            return min(len(value), _BYTES_OF_FILE)
        return len(value) if value.isascii() else len(value.encode("utf-8", "replace"))
    if isinstance(value, Mapping):
        return sum(map(_size, cast("Mapping[str, object]", value).values()))
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        items = cast("Sequence[object]", value)
        if items and isinstance(items[0], int):
            return _BYTES_PER_TOKEN * len(items)
        return sum(map(_size, items))
    fields: Mapping[str, object] = getattr(value, "__dict__", {})
    return sum(map(_size, fields.values()))
