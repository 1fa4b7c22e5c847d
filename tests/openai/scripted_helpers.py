"""What a server streams to the helpers' tests, and the same through the pinned openai, to compare with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypedDict

import msgspec
import openai
import pydantic

from aigpt.testing import ScriptedServer

EVENTS = {"Content-Type": "text/event-stream; charset=utf-8", "x-request-id": "req_1"}
DONE = "data: [DONE]\n\n"
OTTERS = '{"name": "Otter day", "places": ["river", "sea shore"]}'


class Event(pydantic.BaseModel):
    name: str
    places: list[str]


@dataclass
class EventData:
    name: str
    places: list[str]


class EventDict(TypedDict):
    name: str
    places: list[str]


class EventStruct(msgspec.Struct):
    name: str
    places: list[str]


@pydantic.dataclasses.dataclass
class EventPydanticData:
    name: str
    places: list[str]


class Weather(pydantic.BaseModel):
    """The weather at a place."""

    place: str
    unit: str = "C"


def chunk(*choices: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1_767_225_600,
        "model": "gpt-4o",
        "system_fingerprint": "fp_1",
        "service_tier": "default",
        "choices": list(choices),
        **rest,
    }


def part(delta: dict[str, Any], finish: str | None = None, index: int = 0, **rest: Any) -> dict[str, Any]:
    return {"index": index, "delta": delta, "logprobs": None, "finish_reason": finish, **rest}


def pieces(text: str, size: int = 7) -> Iterator[str]:
    return (text[start : start + size] for start in range(0, len(text), size))


def text_chunks(text: str, *, finish: str | None = "stop", field: str = "content", index: int = 0) -> list[Any]:
    """Return the chunks of a choice with *text*."""
    first = {"role": "assistant", "content": "" if field == "content" else None, "refusal": None}
    chunks = [chunk(part(first, index=index))]
    chunks += [chunk(part({field: piece}, index=index)) for piece in pieces(text)]
    return chunks if finish is None else [*chunks, chunk(part({}, finish, index))]


def call_delta(index: int, arguments: str, name: str | None = None) -> dict[str, Any]:
    function: dict[str, Any] = {"arguments": arguments}
    if name is None:
        return {"tool_calls": [{"index": index, "function": function}]}
    call = {"index": index, "id": f"call_{index}", "type": "function", "function": {"name": name, **function}}
    return {"tool_calls": [call]}


def call_chunks(*calls: tuple[str, str], finish: str = "tool_calls") -> list[Any]:
    """Return the chunks of a choice with function calls: their names and arguments."""
    chunks = [chunk(part({"role": "assistant", "content": None}))]
    for index, (name, arguments) in enumerate(calls):
        chunks.append(chunk(part(call_delta(index, "", name))))
        chunks += [chunk(part(call_delta(index, piece))) for piece in pieces(arguments)]
    return [*chunks, chunk(part({}, finish))]


def logprob(token: str) -> dict[str, Any]:
    return {"token": token, "bytes": list(token.encode()), "logprob": -0.25, "top_logprobs": []}


USAGE = {"prompt_tokens": 9, "completion_tokens": 7, "total_tokens": 16}


# ── responses ───────────────────────────────────────────────────────────────────────────────────────────────────


def response(status: str, output: list[Any] | None = None, **rest: Any) -> dict[str, Any]:
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1_767_225_600,
        "status": status,
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "metadata": {},
        "model": "gpt-4o",
        "output": [] if output is None else output,
        "parallel_tool_calls": True,
        "temperature": 1.0,
        "tool_choice": "auto",
        "tools": [],
        "top_p": 1.0,
        **rest,
    }


def text_part(text: str) -> dict[str, Any]:
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def message(*parts: dict[str, Any], status: str = "completed", **rest: Any) -> dict[str, Any]:
    return {"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": list(parts), **rest}


def function_call(arguments: str, status: str = "completed", name: str = "Weather") -> dict[str, Any]:
    return {
        "id": "fc_1",
        "type": "function_call",
        "call_id": "call_1",
        "name": name,
        "arguments": arguments,
        "status": status,
    }


def text_events(text: str, index: int = 0, **rest: Any) -> list[dict[str, Any]]:
    """Return the events of a message with *text*, at *index* of the output."""
    place = {"item_id": "msg_1", "output_index": index, "content_index": 0}
    item = {"output_index": index}
    return [
        {"type": "response.output_item.added", **item, "item": message(status="in_progress", **rest)},
        {"type": "response.content_part.added", **place, "part": text_part("")},
        *({"type": "response.output_text.delta", **place, "delta": one, "logprobs": []} for one in pieces(text)),
        {"type": "response.output_text.done", **place, "text": text, "logprobs": []},
        {"type": "response.content_part.done", **place, "part": text_part(text)},
        {"type": "response.output_item.done", **item, "item": message(text_part(text), **rest)},
    ]


def call_events(arguments: str, index: int = 0) -> list[dict[str, Any]]:
    """Return the events of a function call."""
    place = {"item_id": "fc_1", "output_index": index}
    item = {"output_index": index}
    return [
        {"type": "response.output_item.added", **item, "item": function_call("", "in_progress")},
        *({"type": "response.function_call_arguments.delta", **place, "delta": one} for one in pieces(arguments)),
        {"type": "response.function_call_arguments.done", **place, "name": "Weather", "arguments": arguments},
        {"type": "response.output_item.done", **item, "item": function_call(arguments)},
    ]


def whole(events: Iterable[dict[str, Any]], end: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Return *events* of the output within those of a response; *end* is the last one, if there is one."""
    begun = [{"type": f"response.{state}", "response": response("in_progress")} for state in ("created", "in_progress")]
    return [*begun, *events, *([] if end is None else [end])]


def completed(*output: dict[str, Any]) -> dict[str, Any]:
    return {"type": "response.completed", "response": response("completed", list(output))}


def numbered(events: Iterable[dict[str, Any]]) -> list[str]:
    """Return *events* as they are sent."""
    return [
        f"event: {event['type']}\ndata: {json.dumps({**event, 'sequence_number': number})}\n\n"
        for number, event in enumerate(events)
    ]


# ── the pinned openai on the same ───────────────────────────────────────────────────────────────────────────────


def openais(server: ScriptedServer) -> openai.OpenAI:
    """Return the pinned openai's own client of *server*."""
    return openai.OpenAI(api_key="sk-of-openai", base_url=server.url, max_retries=0)


def seen(event: Any) -> tuple[str, dict[str, Any]]:
    """Return what can be compared of an event, as it is now: snapshots grow."""
    return event.type, plain(event)


def plain(value: Any) -> Any:
    """Return a model of ours or of openai's as a dict, and the instances in it as their own dicts."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, pydantic.BaseModel) or hasattr(value, "model_fields_set"):
        return {"class": type(value).__name__.partition("[")[0]} | {name: plain(item) for name, item in value}
    return value
