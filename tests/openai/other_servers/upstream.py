"""What a server behind a proxy answers to the helpers: stores, uploads, videos and runs that take a poll to be done."""

from __future__ import annotations

import json
import re
from email import message_from_bytes
from typing import Any

from scripted_openai import ANSWER, OpenAIScripts

from aigpt.testing import Call, OpenAIServer

_DONE_AFTER = 2
"""How often something is asked for before it is done."""
_RUN = {"id": "run_1", "object": "thread.run", "thread_id": "thread_1", "assistant_id": "asst_1", "created_at": 1}
_MESSAGE = {"id": "msg_1", "object": "thread.message", "thread_id": "thread_1", "role": "assistant", "created_at": 1}
_HELPERS = r"/(vector_stores|uploads|videos|threads)(/|$)"


class UpstreamScripts(OpenAIScripts):
    """Answers of all routes that the helpers call; files are those that were uploaded, in parts too."""

    _PATTERNS = ((_HELPERS, "helpers"), *OpenAIScripts._PATTERNS)

    def __init__(self, server: OpenAIServer) -> None:
        super().__init__(server)
        self._asked: dict[str, int] = {}
        self._uploads: dict[str, dict[str, Any]] = {}
        self._parts: dict[str, bytes] = {}
        self._file_batches: dict[str, int] = {}
        server.choose("*", self._kind)
        server.reply("helpers", json=self._helper)
        server.stream("a run", _run_events())
        server.error(404, "There is no such route.", route="nowhere")

    def _kind(self, call: Call) -> str:
        path = call.path.partition("?")[0]
        if (
            re.search(r"/runs(/run_1/submit_tool_outputs)?$", path)
            and call.method == "POST"
            and call.json.get("stream")
        ):
            return "a run"
        return next((name for pattern, name in self._PATTERNS if re.search(pattern, path)), "nowhere")

    def _helper(self, call: Call) -> object:
        kind, *rest = call.path.partition("?")[0].partition("/v1/")[2].split("/")
        ways = {
            "vector_stores": self._vector_store,
            "uploads": self._upload_in_parts,
            "videos": self._video,
            "threads": self._run,
        }
        return ways[kind](call, *rest)

    def _is_done(self, name: str, call: Call) -> bool:
        """Say whether what is called *name* is done: asking for it often enough does it."""
        self._asked[name] = self._asked.get(name, 0) + 1 if call.method == "GET" else 0
        return self._asked[name] >= _DONE_AFTER

    # ── vector stores ───────────────────────────────────────────────────────────────────────────────────────────

    def _vector_store(self, call: Call, store: str, kind: str, name: str = "", *_: str) -> object:
        if kind == "file_batches":
            return self._file_batch(call, store, name)
        name = name or call.json["file_id"]
        status = "completed" if self._is_done(name, call) else "in_progress"
        return {"id": name, "object": "vector_store.file", "vector_store_id": store, "status": status}

    def _file_batch(self, call: Call, store: str, name: str) -> object:
        if not name:
            name = f"vsfb_{len(self._file_batches) + 1}"
            self._file_batches[name] = len(set(call.json["file_ids"]))
        is_done, total = self._is_done(name, call), self._file_batches[name]
        counts = {"completed": total, "in_progress": 0} if is_done else {"completed": 0, "in_progress": total}
        return {
            "id": name,
            "object": "vector_store.files_batch",
            "vector_store_id": store,
            "status": "completed" if is_done else "in_progress",
            "file_counts": {**counts, "failed": 0, "cancelled": 0, "total": total},
        }

    # ── uploads ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _upload_in_parts(self, call: Call, name: str = "", action: str = "") -> object:
        if not name:
            name = f"upload_{len(self._uploads) + 1}"
            self._uploads[name] = {"id": name, "object": "upload", "status": "pending", **call.json}
        elif action == "parts":
            part = f"part_{len(self._parts) + 1}"
            self._parts[part] = _form_file(call)
            return {"id": part, "object": "upload.part", "upload_id": name, "created_at": 1}
        else:
            content = b"".join(self._parts[part] for part in call.json["part_ids"])
            file = {"id": f"file-of-{name}", "object": "file", "bytes": len(content), "status": "processed"}
            self._files[f"file-of-{name}"] = file, content
            self._uploads[name] |= {"status": "completed", "file": file}
        return self._uploads[name]

    # ── videos ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _video(self, call: Call, name: str = "video_1", *_: str) -> object:
        status = "completed" if self._is_done(name, call) else "queued"
        return {"id": name, "object": "video", "status": status, "model": "sora-2", "created_at": 1, "progress": 0}

    # ── threads ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _run(self, call: Call, *_: str) -> object:
        return {**_RUN, "status": "completed" if self._is_done("run_1", call) else "queued"}


def _form_file(call: Call) -> bytes:
    """Return the content of the one part of a form."""
    head = f"Content-Type: {call.headers['content-type']}\r\n\r\n".encode()
    (part,) = message_from_bytes(head + call.body).get_payload()
    content: bytes = part.get_payload(decode=True)  # type: ignore[union-attr]
    return content


def _run_events() -> list[str]:
    words = [f"{word} " for word in ANSWER.split()]
    words[-1] = words[-1].rstrip()
    deltas = (
        ("thread.message.delta", {"id": "msg_1", "delta": {"content": [{"index": 0, "type": "text", "text": text}]}})
        for text in ({"value": word, "annotations": []} for word in words)
    )
    whole = [{"type": "text", "text": {"value": ANSWER, "annotations": []}}]
    events = [
        ("thread.run.created", {**_RUN, "status": "queued"}),
        ("thread.message.created", {**_MESSAGE, "content": []}),
        *deltas,
        ("thread.message.completed", {**_MESSAGE, "content": whole}),
        ("thread.run.completed", {**_RUN, "status": "completed"}),
    ]
    return [*(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in events), "event: done\ndata: [DONE]\n\n"]
