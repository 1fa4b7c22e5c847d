"""What the server answers in the form of OpenAI's API, field by field as its service does; the words are our own."""

from __future__ import annotations

import base64
import random
import struct
from typing import Any

from answers import Form, event, json_reply, stream_form

TEXT = (
    "The launch moved to the 14th of May. Ana asked for another week of tests after the load run of Tuesday, and Tom "
    "agreed as long as the press release goes out unchanged. The budget stays as it is; the next review is on Monday."
)
EVENTS = 2_000
"""Chunks with a piece of text, in each stream."""
INPUTS, DIMENSIONS = 100, 1_536
MODELS = 80

_CREATED = 1_776_384_000
_MODEL = "gpt-5.4-mini-2026-03-17"
_CHAT_ID = "chatcmpl-C9bN2xYkT4mQe7LrVw0aZs8HfJd3P"
_RESPONSE_ID = "resp_0c41f2a7be9d4856a1e3f7d2905b8c6e4a17d3f09b"
_MESSAGE_ID = "msg_0c41f2a7be9d4856a1e3f7d2905b8c6e7fe2a94c55"
_CHAT_USAGE = {
    "prompt_tokens": 21,
    "completion_tokens": 58,
    "total_tokens": 79,
    "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
    "completion_tokens_details": {
        "reasoning_tokens": 0,
        "audio_tokens": 0,
        "accepted_prediction_tokens": 0,
        "rejected_prediction_tokens": 0,
    },
}
_LOGPROBS: dict[str, Any] = {"logprobs": [], "obfuscation": "Wk3pZ0"}
_USAGE = {
    "input_tokens": 21,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens": 58,
    "output_tokens_details": {"reasoning_tokens": 0},
    "total_tokens": 79,
}


def chat_form() -> Form:
    """Return what ``chat/completions`` answers: EVENTS chunks with text, between the first and the last."""
    message = {"role": "assistant", "content": TEXT, "refusal": None, "annotations": []}
    reply = {
        **_chat_head("chat.completion"),
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": _CHAT_USAGE,
    }
    deltas = [_chunk({"content": f" word{number}"}) for number in range(EVENTS)]
    first = _chunk({"role": "assistant", "content": "", "refusal": None})
    return stream_form(reply, [first, *deltas, _chunk({}, "stop"), b"data: [DONE]\n\n"])


def _chat_head(kind: str) -> dict[str, Any]:
    return {
        "id": _CHAT_ID,
        "object": kind,
        "created": _CREATED,
        "model": _MODEL,
        "service_tier": "default",
        "system_fingerprint": "fp_7c1d9e42ab",
    }


def _chunk(delta: dict[str, Any], finish_reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    return event({**_chat_head("chat.completion.chunk"), "choices": [choice], "obfuscation": "Wk3pZ0"})


def responses_form() -> Form:
    """Return what ``responses`` answers: EVENTS deltas of text, between the events that begin and end the parts."""
    place = {"item_id": _MESSAGE_ID, "output_index": 0, "content_index": 0}
    part = _text_part(TEXT)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("response.created", {"response": _response("in_progress")}),
        ("response.in_progress", {"response": _response("in_progress")}),
        ("response.output_item.added", {"output_index": 0, "item": _message("in_progress")}),
        ("response.content_part.added", {**place, "part": _text_part("")}),
        *(
            ("response.output_text.delta", {**place, "delta": f" word{number}", **_LOGPROBS})
            for number in range(EVENTS)
        ),
        ("response.output_text.done", {**place, "text": TEXT, "logprobs": []}),
        ("response.content_part.done", {**place, "part": part}),
        ("response.output_item.done", {"output_index": 0, "item": _message("completed", part)}),
        ("response.completed", {"response": _response("completed", _message("completed", part))}),
    ]
    events = [event({"type": kind, "sequence_number": at, **fields}, kind) for at, (kind, fields) in enumerate(steps)]
    return stream_form(_response("completed", _message("completed", part)), events)


def _text_part(text: str) -> dict[str, Any]:
    return {"type": "output_text", "annotations": [], "logprobs": [], "text": text}


def _message(status: str, *parts: dict[str, Any]) -> dict[str, Any]:
    return {"id": _MESSAGE_ID, "type": "message", "status": status, "content": list(parts), "role": "assistant"}


def _response(status: str, *output: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": _RESPONSE_ID,
        "object": "response",
        "created_at": _CREATED,
        "status": status,
        "background": False,
        "completed_at": _CREATED + 2 if output else None,
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "max_output_tokens": None,
        "max_tool_calls": None,
        "model": _MODEL,
        "output": list(output),
        "parallel_tool_calls": True,
        "previous_response_id": None,
        "prompt_cache_key": None,
        "reasoning": {"effort": None, "summary": None},
        "safety_identifier": None,
        "service_tier": "default",
        "store": True,
        "temperature": 1.0,
        "text": {"format": {"type": "text"}, "verbosity": "medium"},
        "tool_choice": "auto",
        "tools": [],
        "top_logprobs": 0,
        "top_p": 1.0,
        "truncation": "disabled",
        "usage": _USAGE if output else None,
        "user": None,
        "metadata": {},
    }


def models_form() -> Form:
    """Return what ``models`` answers."""
    models = [
        {"id": f"gpt-5.4-{number:02}", "object": "model", "created": _CREATED + number, "owned_by": "system"}
        for number in range(MODELS)
    ]
    return Form(json_reply({"object": "list", "data": models}))


def embeddings_forms() -> tuple[Form, Form]:
    """Return what ``embeddings`` answers: INPUTS rows of DIMENSIONS numbers, as JSON and as base64."""
    source = random.Random(1)  # noqa: S311 (numbers like any)
    rows = [[_rounded(source.gauss(0.0, 0.0255)) for _ in range(DIMENSIONS)] for _ in range(INPUTS)]
    packed = [base64.b64encode(struct.pack(f"<{DIMENSIONS}f", *row)).decode() for row in rows]
    return _embeddings(rows), _embeddings(packed)


def _rounded(value: float) -> float:
    """Return the float32 nearest to *value*, with as many digits as the service gives."""
    return float(f"{struct.unpack('<f', struct.pack('<f', value))[0]:.9g}")


def _embeddings(rows: list[Any]) -> Form:
    data = [{"object": "embedding", "index": index, "embedding": row} for index, row in enumerate(rows)]
    usage = {"prompt_tokens": 1_200, "total_tokens": 1_200}
    return Form(json_reply({"object": "list", "data": data, "model": "text-embedding-3-small", "usage": usage}))
