"""What the test servers promise to type checkers. Never run."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from aigpt.openai import AsyncOpenAI, OpenAI
from aigpt.testing import Call, Gate, HTTPServer, OpenAIServer, Pause, record, replay


def scripting(server: OpenAIServer) -> None:
    server.chat("text", times=2, after=0.5, then="reset")
    server.chat(["a piece", Pause(0.1), server.gate(), {"error": {}}], chunk_size=3)
    server.chat(lambda call: call.body.decode())
    server.chat(tool_calls=[("name", {"a": 1}), {"name": "name", "arguments": "{}"}])
    server.response("text", status="incomplete", encoding="gzip")
    server.embeddings([0.5])
    server.embeddings([[1, 2], [3, 4]])
    server.embeddings([[0.5, 1], [2.5, 3]], framing="chunked")
    server.embeddings(lambda call: [float(len(call.body))])
    server.models("a", "b")
    server.error(429, retry_after=1, stray="timeout")
    server.chat("text", then="nonsense")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    server.chat("text", nonsense=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def using(server: OpenAIServer, path: Path) -> None:
    assert_type(server.client(), AsyncOpenAI)
    assert_type(server.blocking_client(max_retries=0), OpenAI)
    assert_type(server.calls, list[Call])
    assert_type(server.gate(), Gate)
    with record(path, "https://api.openai.com/v1") as recorder, replay(str(path)) as replayer:
        assert_type(recorder, HTTPServer)
        assert_type(replayer.url, str)
