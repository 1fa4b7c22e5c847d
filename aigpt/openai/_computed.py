"""What models compute from their fields. Fields may be missing, and may hold anything, as servers send it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast


def response_output_text(response: Any) -> str:
    """Return all text in the messages of a response, without anything between the parts."""
    return "".join(part.text for part in _texts(response) if isinstance(getattr(part, "text", None), str))


def parsed_response_output_parsed(response: Any) -> Any:
    """Return the first part of the messages of a response that was parsed; None if none was."""
    return next((part.parsed for part in _texts(response) if getattr(part, "parsed", None)), None)


def parsed_response_output_message_api_exclude(message: Any) -> dict[str, object]:
    """Return what of a parsed message is not sent: that which was parsed, part by part."""
    if not isinstance(message.content, list):
        return {}
    parts = enumerate(cast("list[Any]", message.content))
    excluded = {index: part.__api_exclude__ for index, part in parts if hasattr(part, "__api_exclude__")}
    return {"content": excluded}


def _texts(response: Any) -> Iterator[Any]:
    """Yield the parts with text of all messages in a response."""
    for message in _typed(response.output, "message"):
        yield from _typed(getattr(message, "content", None), "output_text")


def _typed(items: Any, kind: str) -> Iterator[Any]:
    """Yield the objects of a `type` in what should be a list of objects."""
    for item in cast("list[Any]", items) if isinstance(items, list) else ():
        if getattr(item, "type", None) == kind:
            yield item
