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
    content: object = getattr(message, "content", None)
    if not isinstance(content, list):
        return {}
    parts = enumerate(cast("list[object]", content))
    excluded = {index: getattr(part, "__api_exclude__", None) for index, part in parts}
    return {"content": {index: names for index, names in excluded.items() if names}}


def parsed_function_api_exclude(function: Any) -> dict[str, object]:  # noqa: ARG001 (of each it is the same)
    """Return what of a called function is not sent: its parsed arguments."""
    return {"parsed_arguments": True}


def parsed_function_tool_call_api_exclude(call: Any) -> dict[str, object]:
    """Return what of a tool call is not sent: the parsed arguments of its function."""
    return {"function": getattr(call.function, "__api_exclude__", None) or {}}


def parsed_chat_completion_message_api_exclude(message: Any) -> dict[str, object]:
    """Return what of a parsed message is not sent: that which was parsed, and tool calls where there are none."""
    calls: object = message.tool_calls
    if not isinstance(calls, list):
        return {"parsed": True, "tool_calls": calls is None}
    excluded = enumerate(getattr(call, "__api_exclude__", None) for call in cast("list[object]", calls))
    return {"parsed": True, "tool_calls": {index: names for index, names in excluded if names}}


def _texts(response: Any) -> Iterator[Any]:
    """Yield the parts with text of all messages in a response."""
    for message in _typed(response.output, "message"):
        yield from _typed(getattr(message, "content", None), "output_text")


def _typed(items: object, kind: str) -> Iterator[Any]:
    """Yield the objects of a `type` in what should be a list of objects."""
    for item in cast("list[object]", items) if isinstance(items, list) else ():
        if getattr(item, "type", None) == kind:
            yield item
