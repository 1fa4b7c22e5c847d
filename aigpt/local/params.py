"""Checks of a request's parameters, which all routes use."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeAlias, cast

import msgspec

__all__ = [
    "LONGEST_QUESTION",
    "TOO_LONG",
    "Body",
    "ParamsError",
    "check_length",
    "has_control_characters",
    "read_body",
    "read_day",
    "read_flag",
    "read_optional_text",
    "read_question",
    "read_text",
]

Body: TypeAlias = dict[str, Any]

LONGEST_QUESTION = 100_000
"""Characters of a question or a query, as for MCP."""
TOO_LONG = f"longer than {LONGEST_QUESTION:,} characters; ask something shorter"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ParamsError(ValueError):
    """A parameter is missing or not valid; the message says which."""

    code = "params"
    """The `error` of the reply."""


def read_body(data: bytes) -> Body:
    """Parse a request's body: a JSON object with a `user`. This and the other functions raise `ParamsError`."""
    try:
        body = msgspec.json.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:  # ValueError: bytes that are not UTF-8
        raise ParamsError("the body is not JSON; send a JSON object in UTF-8") from error
    if not isinstance(body, dict):
        raise ParamsError("the body is not a JSON object; send one with the parameters")
    found = cast("Body", body)
    if has_control_characters(read_text(found, "user")):
        raise ParamsError("user must be a name without control characters")
    return found


def has_control_characters(user: str) -> bool:
    """Whether *user* cannot be one: names with control characters are the server's own, such as that of uploads."""
    return _CONTROL.search(user) is not None


def read_text(body: Body, name: str) -> str:
    """Return a required string that is not blank."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ParamsError(f"{name} must be a string that is not blank")
    return value


def read_question(body: Body, name: str) -> str:
    """Return a required string that is not blank, and not too long for a question."""
    value = read_text(body, name)
    check_length(value, name)
    return value


def check_length(value: str, name: str) -> None:
    """Raise if *value* is too long for a question."""
    if len(value) > LONGEST_QUESTION:
        raise ParamsError(f"{name} is {TOO_LONG}")


def read_optional_text(body: Body, name: str, *, within: str = "") -> str | None:
    """Return a string, or None if it is absent or null. *within* is what *body* is called, if it is a parameter."""
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise ParamsError(f"{within}{name} must be a string, or left out")
    return value


def read_flag(body: Body, name: str, *, within: str = "") -> bool:
    """Return a boolean; False if it is absent or null. *within* is as above."""
    value = body.get(name)
    if value is not None and not isinstance(value, bool):
        raise ParamsError(f"{within}{name} must be true or false, or left out")
    return bool(value)


def read_day(body: Body, name: str) -> date | None:
    """Return a day in the form ``2002-08-22``, or None if it is absent or null."""
    value = read_optional_text(body, name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError as error:
        raise ParamsError(f"{name} must be a day like 2002-08-22") from error
