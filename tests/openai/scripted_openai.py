"""What an `OpenAIServer` answers to the programs in tests/openai/programs."""

from __future__ import annotations

import re
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aigpt.testing import Call, OpenAIServer

ANSWER = "Otters hold hands while they sleep."
ANIMAL = '{"name": "otter", "habits": ["hold hands", "sleep afloat"]}'
REQUEST_ID = "req_of_a_test"
JOBS = ("ftjob-1", "ftjob-2", "ftjob-3")
_CREATED = 1_767_225_600
_HEADERS = {"x-request-id": REQUEST_ID, "x-foo": "bar"}
_USAGE = {"prompt_tokens": 9, "completion_tokens": 7, "total_tokens": 16}
_UPLOADED = {
    "id": "file-1",
    "object": "file",
    "bytes": 80,
    "created_at": _CREATED,
    "filename": "requests.jsonl",
    "purpose": "batch",
    "status": "processed",
}
_UPLOAD = {**_UPLOADED, "id": "upload_1", "object": "upload", "expires_at": _CREATED + 3600, "status": "pending"}
_PART = {"id": "part_1", "object": "upload.part", "created_at": _CREATED, "upload_id": "upload_1"}
_TOOL = ("get_weather", '{"place": "Bergen"}')


class OpenAIScripts:
    """Answers of the routes that the programs call; files are kept, and can be read again."""

    def __init__(self, server: OpenAIServer) -> None:
        self._files: dict[str, tuple[dict[str, Any], bytes]] = {}
        self._batches: list[dict[str, Any]] = []
        server.choose("chat/completions", _kind_of_chat)
        server.chat(ANSWER, reasoning="Rafts…", usage=_USAGE, route="an answer", headers=_HEADERS)
        server.chat(tool_calls=[_TOOL], usage=_USAGE, route="a tool call", headers=_HEADERS)
        slow_down = "Slow down, please."
        server.error(429, slow_down, code="rate_limit_exceeded", retry_after=0.001, route="busy", headers=_HEADERS)
        server.chat(ANIMAL, usage=_USAGE, route="an object", headers=_HEADERS)
        server.choose("responses", _kind_of_response)
        server.response(ANSWER, route="a response", headers=_HEADERS)
        server.response(ANIMAL, route="an object's response", headers=_HEADERS)
        server.response(tool_calls=[_TOOL], route="a tool call's response", headers=_HEADERS)
        server.embeddings([0.25, -0.5, 0.125], headers=_HEADERS)
        server.models("gpt-4o", headers=_HEADERS)
        server.reply("foo", json=lambda call: {"got": call.json}, headers=_HEADERS)
        server.choose("fine_tuning/jobs", lambda call: "no job" if call.method == "POST" else "jobs")
        server.reply("jobs", json=_jobs, headers=_HEADERS)
        server.error(400, "no such file", param="training_file", route="no job", headers=_HEADERS)
        server.reply("files", json=self._upload, headers=_HEADERS)
        server.reply("batches", json=self._batch, headers=_HEADERS)
        server.choose("*", lambda call: next(name for pattern, name in self._PATTERNS if re.search(pattern, call.path)))
        server.reply("file", json=self._file, headers=_HEADERS)
        server.reply("content", body=lambda call: self._files[call.path.split("/")[-2]][1])
        server.reply("batch", json=lambda _: self._batches[-1], headers=_HEADERS)
        server.reply("large upload", json=_UPLOAD)
        server.reply(
            "part", json={"id": "part_1", "object": "upload.part", "created_at": _CREATED, "upload_id": "upload_1"}
        )
        server.reply("whole upload", json={**_UPLOAD, "status": "completed", "file": _UPLOADED})

    _PATTERNS = (
        (r"/files/[\w-]+$", "file"),
        (r"/files/[\w-]+/content$", "content"),
        (r"/batches/[\w-]+$", "batch"),
        (r"/uploads$", "large upload"),
        (r"/uploads/[\w-]+/parts$", "part"),
        (r"/uploads/[\w-]+/complete$", "whole upload"),
    )

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


def _kind_of_chat(call: Call) -> str:
    if call.json["model"] == "gpt-4o-busy":
        return "busy"
    if (call.json.get("response_format") or {}).get("type") == "json_schema":
        return "an object"
    calls_tool = call.json["model"] == "gpt-4o-tools" and call.json["messages"][-1]["role"] != "tool"
    return "a tool call" if calls_tool else "an answer"


def _kind_of_response(call: Call) -> str:
    if call.json["model"] == "gpt-4o-tools":
        return "a tool call's response"
    form = (call.json.get("text") or {}).get("format") or {}
    return "an object's response" if form.get("type") == "json_schema" else "a response"


def _list(items: list[dict[str, Any]], *, has_more: bool = False) -> object:
    return {"object": "list", "data": items, "has_more": has_more}


def _jobs(call: Call) -> object:
    query = parse_qs(urlsplit(call.path).query)
    start = JOBS.index(query["after"][0]) + 1 if "after" in query else 0
    end = start + int(query.get("limit", ["20"])[0])
    jobs = [{"id": job, "object": "fine_tuning.job", "created_at": _CREATED} for job in JOBS[start:end]]
    return _list(jobs, has_more=end < len(JOBS))
