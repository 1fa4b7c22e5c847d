"""Checks of a request's JSON: each raises `ApiError` with the parameter's name and the remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

import msgspec

from aigpt.local.openai_api.errors import ApiError, invalid, unsupported

__all__ = [
    "Json",
    "read_flag",
    "read_json",
    "read_limit",
    "read_metadata",
    "read_object",
    "read_objects",
    "read_optional_text",
    "read_text",
    "read_texts",
    "refuse",
]

Json: TypeAlias = dict[str, Any]

_MAX_METADATA = 16
_MAX_KEY, _MAX_VALUE = 64, 512


def read_json(data: bytes) -> Json:
    """Parse the body of a request."""
    try:
        body = msgspec.json.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:  # ValueError: bytes that are not UTF-8
        raise ApiError(400, "the body is not JSON; send a JSON object in UTF-8") from error
    if not isinstance(body, dict):
        raise ApiError(400, "the body is not a JSON object; send one with the parameters")
    return cast("Json", body)


def read_text(body: Json, name: str, *, within: str = "") -> str:
    """Return a required string that is not blank. *within* is where *body* stands, such as ``messages[0].``."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise invalid(f"{within}{name}", f"{within}{name} must be a string that is not blank")
    return value


def read_optional_text(body: Json, name: str, *, within: str = "") -> str | None:
    """Return a string, or None if it is absent or null."""
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise invalid(f"{within}{name}", f"{within}{name} must be a string, or left out")
    return value


def read_flag(body: Json, name: str, *, within: str = "") -> bool:
    """Return a boolean; False if it is absent or null."""
    value = body.get(name)
    if value is not None and not isinstance(value, bool):
        raise invalid(f"{within}{name}", f"{within}{name} must be true or false, or left out")
    return bool(value)


def read_limit(body: Json, name: str, default: int, most: int, *, within: str = "") -> int:
    """Return a whole number from 1, at most *most*."""
    value = body.get(name)
    if value is None:
        return default
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise invalid(f"{within}{name}", f"{within}{name} must be a whole number from 1")
    return min(value, most)


def read_object(value: Any, name: str) -> Json:
    """Return *value*, the parameter *name*, if it is an object; {} if it is absent or null."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise invalid(name, f"{name} must be an object")
    return cast("Json", value)


def read_objects(value: Any, name: str) -> list[Json]:
    """Return *value*, the parameter *name*, if it is a list of objects; [] if it is absent or null."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in cast("Sequence[Any]", value)):
        raise invalid(name, f"{name} must be a list of objects")
    return cast("list[Json]", value)


def read_texts(body: Json, name: str, *, within: str = "") -> list[str]:
    """Return a list of strings; [] if it is absent or null."""
    value: Any = body.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in cast("Sequence[Any]", value)):
        raise invalid(f"{within}{name}", f"{within}{name} must be a list of strings")
    return cast("list[str]", value)


def read_metadata(body: Json, name: str = "metadata") -> Json:
    """Return up to 16 short strings by name; {} if it is absent or null."""
    found = read_object(body.get(name), name)
    fits = all(len(key) <= _MAX_KEY and isinstance(value, str | int | float | bool) for key, value in found.items())
    if len(found) > _MAX_METADATA or not fits or any(len(str(value)) > _MAX_VALUE for value in found.values()):
        raise invalid(
            name,
            f"{name} must be at most {_MAX_METADATA} values of up to {_MAX_VALUE} characters, by names of up to 64",
        )
    return found


def refuse(body: Json, reasons: Mapping[str, str]) -> None:
    """Raise for a parameter that cannot be honoured, unless it asks for nothing (null, false, 0 or empty)."""
    for name, why in reasons.items():
        if body.get(name):
            raise unsupported(name, f"{name} cannot be honoured here: {why}")
