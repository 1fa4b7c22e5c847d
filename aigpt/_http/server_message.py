"""The `message` in which a server says why it refused a request. Pure functions."""

from __future__ import annotations

from typing import Any, cast

from aigpt._http.request import Call

_LONGEST = 400
_LOOKED_AT = 4_000
_SHORTEST_KEY = 4  # what is shorter may be a word of the message


def message_of(value: object) -> str | None:
    """Return the `message` of an object as it came, if it is text."""
    message = cast("dict[str, Any]", value).get("message") if isinstance(value, dict) else None
    return message if isinstance(message, str) else None


def without_key(message: str, call: Call[Any]) -> str:
    """Return a server's *message* without the key that *call* was sent with, where the server repeats it."""
    headers = call.headers
    for key in (call.key or "", headers.get("Authorization", "").rpartition(" ")[2], headers.get("Api-Key", "")):
        if len(key) >= _SHORTEST_KEY:
            message = message.replace(key, "***")
    return message


def fit_for_an_exception(message: str, call: Call[Any]) -> str | None:
    """Return a server's *message* as one line of printable text, 400 characters at most; None if nothing is left.

    The key that *call* was sent with is taken out, where the server repeats it.
    """
    message = without_key(message, call)
    text = " ".join("".join(c if c.isprintable() else " " for c in message[:_LOOKED_AT]).split())
    return (text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…") or None
