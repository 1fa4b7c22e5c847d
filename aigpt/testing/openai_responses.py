"""Responses of the Responses API, as a whole and as the events of a stream. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from aigpt.testing.openai_content import CREATED, Answer, ToolCall

ResponseStatus: TypeAlias = Literal["completed", "incomplete", "failed"]

# What a response repeats of its request, and its values where the request has none.
_REPEATED: dict[str, Any] = {
    "instructions": None,
    "metadata": {},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "temperature": 1.0,
    "tool_choice": "auto",
    "tools": [],
    "top_p": 1.0,
}


@dataclass(frozen=True, slots=True)
class ResponseAnswer:
    """One response."""

    answer: Answer
    status: ResponseStatus
    usage: Mapping[str, Any] | None

    def whole(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the response that answers the request *body*."""
        response = self._begun(body)
        reason = {"reason": "max_output_tokens"} if self.status == "incomplete" else None
        error = {"code": "server_error", "message": "The model failed."} if self.status == "failed" else None
        state = {"status": self.status, "error": error, "incomplete_details": reason}
        return {**response, **state, "output": self._output(), "usage": self._usage()}

    def events(self, body: Mapping[str, Any]) -> Iterator[object]:
        """Yield the items of the stream that answers the request *body*, up to the end where it is complete."""
        number = 0
        for event in self._events(body):
            if isinstance(event, _Event):
                data = json.dumps({"type": event.type, "sequence_number": number, **event.data}, ensure_ascii=False)
                yield f"event: {event.type}\ndata: {data}\n\n".encode("utf-8", "backslashreplace")
                number += 1
            else:
                yield event

    def _events(self, body: Mapping[str, Any]) -> Iterator[object]:
        begun = self._begun(body)
        yield _Event("response.created", {"response": begun})
        yield _Event("response.in_progress", {"response": begun})
        if self._has_message:
            yield from self._message_events()
        else:
            yield from map(_as_event, self.answer.parts)
        for index, call in enumerate(self.answer.tool_calls, int(self._has_message)):
            yield from self._call_events(index, call)
        if self.answer.complete:
            yield _Event(f"response.{self.status}", {"response": self.whole(body)})

    def _message_events(self) -> Iterator[object]:
        place = {"item_id": self._message_id, "output_index": 0, "content_index": 0}
        item = {"type": "message", "id": self._message_id, "role": "assistant"}
        added: dict[str, Any] = {**item, "status": "in_progress", "content": []}
        yield _Event("response.output_item.added", {"output_index": 0, "item": added})
        yield _Event("response.content_part.added", {**place, "part": _text_part("")})
        for part in self.answer.parts:
            if isinstance(part, str):
                yield _Event("response.output_text.delta", {**place, "delta": part, "logprobs": []})
            else:
                yield _as_event(part)
        if self.answer.complete:
            text = self.answer.text
            yield _Event("response.output_text.done", {**place, "text": text, "logprobs": []})
            yield _Event("response.content_part.done", {**place, "part": _text_part(text)})
            yield _Event("response.output_item.done", {"output_index": 0, "item": self._message()})

    def _call_events(self, index: int, call: ToolCall) -> Iterator[object]:
        item = self._call_item(call)
        place = {"item_id": item["id"], "output_index": index}
        added = {**item, "arguments": "", "status": "in_progress"}
        yield _Event("response.output_item.added", {"output_index": index, "item": added})
        for piece in call.pieces():
            yield _Event("response.function_call_arguments.delta", {**place, "delta": piece})
        if self.answer.complete:
            done = {**place, "name": call.name, "arguments": call.arguments}
            yield _Event("response.function_call_arguments.done", done)
            yield _Event("response.output_item.done", {"output_index": index, "item": item})

    def _begun(self, body: Mapping[str, Any]) -> dict[str, Any]:
        repeated = {name: default if body.get(name) is None else body[name] for name, default in _REPEATED.items()}
        return {
            "id": f"resp_{self.answer.number}",
            "object": "response",
            "created_at": CREATED,
            "status": "in_progress",
            "error": None,
            "incomplete_details": None,
            "model": body.get("model") or "test-model",
            "output": [],
            **repeated,
            "usage": None,
        }

    @property
    def _has_message(self) -> bool:
        return bool(self.answer.pieces) or not self.answer.tool_calls

    @property
    def _message_id(self) -> str:
        return f"msg_{self.answer.number}"

    @property
    def _item_status(self) -> str:
        return "completed" if self.status == "completed" else "incomplete"

    def _output(self) -> list[dict[str, Any]]:
        message = [self._message()] if self._has_message else []
        return [*message, *map(self._call_item, self.answer.tool_calls)]

    def _message(self) -> dict[str, Any]:
        return {
            "type": "message",
            "id": self._message_id,
            "role": "assistant",
            "status": self._item_status,
            "content": [_text_part(self.answer.text)],
        }

    def _call_item(self, call: ToolCall) -> dict[str, Any]:
        return {
            "type": "function_call",
            "id": f"fc_{call.id}",
            "call_id": call.id,
            "name": call.name,
            "arguments": call.arguments,
            "status": self._item_status,
        }

    def _usage(self) -> dict[str, Any]:
        if self.usage is not None:
            return dict(self.usage)
        tokens = self.answer.tokens
        return {
            "input_tokens": 1,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": tokens,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": 1 + tokens,
        }


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with its place in the stream still to be numbered."""

    type: str
    data: Mapping[str, Any]


def _as_event(part: object) -> object:
    """Return what a test has put between the pieces of a text; an event with its name and its place."""
    if not isinstance(part, Mapping):
        return part
    fields = cast("Mapping[str, Any]", part)
    return _Event(str(fields["type"]), fields) if "type" in fields else fields


def _text_part(text: str) -> dict[str, Any]:
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
