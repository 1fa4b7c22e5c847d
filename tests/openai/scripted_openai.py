"""What a `ScriptedServer` answers to the programs in tests/openai/programs."""

from __future__ import annotations

import base64
import json
import re
import struct
from collections.abc import Iterable
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aigpt.testing import Call, ScriptedServer

ANSWER = "Otters hold hands while they sleep."
ANIMAL = '{"name": "otter", "habits": ["hold hands", "sleep afloat"]}'
REQUEST_ID = "req_of_a_test"
JOBS = ("ftjob-1", "ftjob-2", "ftjob-3")
_CREATED = 1_767_225_600
_HEADERS = {"Content-Type": "application/json", "x-request-id": REQUEST_ID, "x-foo": "bar"}
_EVENTS = {"Content-Type": "text/event-stream; charset=utf-8", "x-request-id": REQUEST_ID}
_USAGE = {"prompt_tokens": 9, "completion_tokens": 7, "total_tokens": 16}
_TOOL = ("get_weather", '{"place": "Bergen"}')


class OpenAIScripts:
    """Answers of the routes that the programs call; files are kept, and can be read again."""

    def __init__(self, server: ScriptedServer) -> None:
        self._files: dict[str, tuple[dict[str, Any], bytes]] = {}
        self._batches: list[dict[str, Any]] = []
        for prefix in ("", "openai/deployments/gpt-4o/"):
            self._route(server, f"{prefix}chat/completions", _completion, _chunks)
        self._route(server, "responses", lambda call: _response(_said(call)), _events)
        for prefix in ("", "openai/deployments/text-embedding-3-small/"):
            server.reply(f"{prefix}embeddings", json=_embeddings, headers=_HEADERS)
        server.reply("foo", json=lambda call: {"got": call.json}, headers=_HEADERS)
        server.reply("models", json=_list([{"id": "gpt-4o", "object": "model", "created": 1, "owned_by": "otters"}]))
        server.choose("fine_tuning/jobs", lambda call: "no job" if call.method == "POST" else "jobs")
        server.reply("jobs", json=_jobs, headers=_HEADERS)
        server.reply("no job", json=_error("no such file", "training_file", None), status=400, headers=_HEADERS)
        error = _error("Slow down, please.", None, "rate_limit_exceeded")
        server.reply("busy", json=error, status=429, headers={**_HEADERS, "retry-after-ms": "1"})
        server.reply("files", json=self._upload, headers=_HEADERS)
        server.reply("batches", json=self._batch, headers=_HEADERS)
        server.choose("*", lambda call: next(name for pattern, name in self._PATTERNS if re.search(pattern, call.path)))
        server.reply("file", json=self._file, headers=_HEADERS)
        server.reply("content", body=lambda call: self._files[call.path.split("/")[-2]][1])
        server.reply("batch", json=lambda _: self._batches[-1], headers=_HEADERS)

    _PATTERNS = ((r"/files/[\w-]+$", "file"), (r"/files/[\w-]+/content$", "content"), (r"/batches/[\w-]+$", "batch"))

    def _route(self, server: ScriptedServer, route: str, whole: Any, stream: Any) -> None:
        server.choose(route, lambda call: _kind(route, call))
        server.reply(f"{route} as a whole", json=whole, headers=_HEADERS)
        server.stream(f"{route} in a stream", stream, headers=_EVENTS)

    def _upload(self, call: Call) -> object:
        head = f"Content-Type: {call.headers['content-type']}\r\n\r\n".encode()
        parts = message_from_bytes(head + call.body).get_payload()
        assert isinstance(parts, list)
        fields: dict[str, Any] = {str(part.get_param("name", header="content-disposition")): part for part in parts}
        content: bytes = fields["file"].get_payload(decode=True)
        name = f"file-{len(self._files) + 1}"
        file = {
            "id": name,
            "object": "file",
            "bytes": len(content),
            "created_at": _CREATED,
            "filename": fields["file"].get_filename() or "file",
            "purpose": fields["purpose"].get_payload(),
            "status": "processed",
        }
        self._files[name] = file, content
        return file

    def _file(self, call: Call) -> object:
        name = call.path.rpartition("/")[2]
        if call.method == "DELETE":
            return {"id": name, "object": "file", "deleted": True}
        return self._files[name][0]

    def _batch(self, call: Call) -> object:
        if call.method == "GET":
            return _list(self._batches)
        lines = self._files[call.json["input_file_id"]][1].splitlines()
        self._files["file-output"] = {"id": "file-output"}, b"".join(b"{}\n" for _ in lines)
        batch = {
            "id": f"batch_{len(self._batches) + 1}",
            "object": "batch",
            "created_at": _CREATED,
            **call.json,
            "status": "in_progress",
        }
        counts = {"total": len(lines), "completed": len(lines), "failed": 0}
        done = {**batch, "status": "completed", "output_file_id": "file-output", "request_counts": counts}
        self._batches.append(done)
        return batch


def _kind(route: str, call: Call) -> str:
    if call.json["model"] == "gpt-4o-busy":
        return "busy"
    return f"{route} in a stream" if call.json.get("stream") else f"{route} as a whole"


def _error(message: str, param: str | None, code: str | None) -> object:
    return {"error": {"message": message, "type": "invalid_request_error", "param": param, "code": code}}


def _list(items: list[dict[str, Any]], *, has_more: bool = False) -> object:
    return {"object": "list", "data": items, "has_more": has_more}


def _jobs(call: Call) -> object:
    query = parse_qs(urlsplit(call.path).query)
    start = JOBS.index(query["after"][0]) + 1 if "after" in query else 0
    end = start + int(query.get("limit", ["20"])[0])
    jobs = [{"id": job, "object": "fine_tuning.job", "created_at": _CREATED} for job in JOBS[start:end]]
    return _list(jobs, has_more=end < len(JOBS))


def _embeddings(call: Call) -> object:
    inputs = call.json["input"] if isinstance(call.json["input"], list) else [call.json["input"]]
    values = [0.25, -0.5, 0.125]
    encoded = base64.b64encode(struct.pack("<3f", *values)).decode()
    asked = call.json.get("encoding_format") == "base64"
    data = [
        {"object": "embedding", "index": index, "embedding": encoded if asked else values}
        for index in range(len(inputs))
    ]
    usage = {"prompt_tokens": 8, "total_tokens": 8}
    return {"object": "list", "data": data, "model": call.json["model"], "usage": usage}


def _said(call: Call) -> str:
    """Return the answer: as an object, where one is asked for."""
    is_object = "response_format" in call.json or "text" in call.json
    return ANIMAL if is_object else ANSWER


def _calls_tool(call: Call) -> bool:
    return call.json["model"] == "gpt-4o-tools" and call.json["messages"][-1]["role"] != "tool"


def _completion(call: Call) -> object:
    message: dict[str, Any] = {
        "role": "assistant",
        "content": _said(call),
        "refusal": None,
        "reasoning_content": "Rafts…",
    }
    reason = "stop"
    if _calls_tool(call):
        name, arguments = _TOOL
        function = {"name": name, "arguments": arguments}
        message.update(content=None, tool_calls=[{"id": "call_1", "type": "function", "function": function}])
        reason = "tool_calls"
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": reason}
    return _of_chat(call, "chat.completion", choices=[choice], usage=_USAGE)


def _of_chat(call: Call, kind: str, **rest: object) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": _CREATED, "model": call.json["model"], **rest}


def _chunks(call: Call) -> Iterable[object]:
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    if _calls_tool(call):
        name, arguments = _TOOL
        function = {"name": name, "arguments": ""}
        deltas.append({"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": function}]})
        parts = (arguments[:7], arguments[7:])
        deltas += [{"tool_calls": [{"index": 0, "function": {"arguments": part}}]} for part in parts]
    else:
        deltas += [{"content": word} for word in re.findall(r"\S+\s*", _said(call))]
    reason = "tool_calls" if _calls_tool(call) else "stop"
    for delta, end in [*((delta, None) for delta in deltas), ({}, reason)]:
        yield _of_chat(call, "chat.completion.chunk", choices=[{"index": 0, "delta": delta, "finish_reason": end}])
    if (call.json.get("stream_options") or {}).get("include_usage"):
        yield _of_chat(call, "chat.completion.chunk", choices=[], usage=_USAGE)
    yield "data: [DONE]\n\n"


def _item(text: str, status: str) -> dict[str, Any]:
    content = [{"type": "output_text", "text": text, "annotations": [], "logprobs": []}] if text else []
    return {"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": content}


def _response(text: str, status: str = "completed") -> dict[str, Any]:
    done = status == "completed"
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": _CREATED,
        "status": status,
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "metadata": {},
        "model": "gpt-4o",
        "output": [_item(text, status)] if done else [],
        "parallel_tool_calls": True,
        "temperature": 1.0,
        "tool_choice": "auto",
        "tools": [],
        "top_p": 1.0,
        "usage": {
            "input_tokens": 9,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": 7,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": 16,
        }
        if done
        else None,
    }


def _events(call: Call) -> Iterable[object]:
    text = _said(call)
    place = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    part = {"type": "output_text", "text": "", "annotations": [], "logprobs": []}
    events: list[dict[str, Any]] = [
        {"type": "response.created", "response": _response(text, "in_progress")},
        {"type": "response.in_progress", "response": _response(text, "in_progress")},
        {"type": "response.output_item.added", "output_index": 0, "item": _item("", "in_progress")},
        {"type": "response.content_part.added", **place, "part": part},
        *(
            {"type": "response.output_text.delta", **place, "delta": word, "logprobs": []}
            for word in re.findall(r"\S+\s*", text)
        ),
        {"type": "response.output_text.done", **place, "text": text, "logprobs": []},
        {"type": "response.content_part.done", **place, "part": {**part, "text": text}},
        {"type": "response.output_item.done", "output_index": 0, "item": _item(text, "completed")},
        {"type": "response.completed", "response": _response(text)},
    ]
    for number, event in enumerate(events):
        data = json.dumps({**event, "sequence_number": number}, ensure_ascii=False)
        yield f"event: {event['type']}\ndata: {data}\n\n"
