"""What a hostile caller or server cannot do, each of which once could be done."""

from __future__ import annotations

import asyncio
import threading
import traceback
from typing import Any

import pytest

from aigpt import AsyncIGPT, Hooks
from aigpt.openai import APIError, AsyncOpenAI, OpenAI, OpenAIError
from aigpt.testing import ScriptedServer

COMPLETION = {
    "id": "c1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Yes."}}],
}


def client(server: ScriptedServer, **options: Any) -> AsyncOpenAI:
    return AsyncOpenAI(api_key="sk-top-secret", base_url=server.url, **options)


@pytest.mark.parametrize("key", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
async def test_an_idempotency_key_holds_no_request(key: str, igpt_server: ScriptedServer) -> None:
    async with client(igpt_server) as openai:
        with pytest.raises(OpenAIError, match="not text on one line"):
            await openai.post("/a", cast_to=dict, body={}, options={"idempotency_key": key})
    assert igpt_server.calls == []


async def test_what_is_in_a_head_is_looked_at_once_more(igpt_server: ScriptedServer) -> None:
    async with client(igpt_server, max_retries=0) as openai:
        openai._sender.options.headers["X-Slipped"] = "in\r\nX-Evil: 1"
        with pytest.raises(APIError, match="inside the client"):
            await openai.models.list()
    assert igpt_server.calls == []


@pytest.mark.parametrize("how", [{}, {"timeout": 30}, {"extra_headers": {"X-Other": "1"}}])
async def test_the_callers_idempotency_key_is_sent_once_on_each_way(
    how: dict[str, Any], igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("chat/completions", json=COMPLETION)
    igpt_server.reply("recall/ask", json={"output": "Yes."})
    async with client(igpt_server, default_headers={"Idempotency-Key": "mine"}) as openai:
        await openai.chat.completions.create(model="m", messages=[], **how)
    async with AsyncIGPT("k", user="u", base_url=igpt_server.url, default_headers={"Idempotency-Key": "mine"}) as igpt:
        await igpt.recall.ask(input="?")
    assert [call.headers.getall("Idempotency-Key") for call in igpt_server.calls] == [["mine"], ["mine"]]


async def test_a_long_header_of_a_response_fails_no_call(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("chat/completions", json=COMPLETION, headers={"Content-Security-Policy": "x" * 30_000})
    async with client(igpt_server, max_retries=0) as openai:
        for how in ({}, {"timeout": 30}):
            assert (await openai.chat.completions.create(model="m", messages=[], **how)).id == "c1"  # type: ignore[arg-type]


async def test_forbidden_http_is_forbidden_to_absolute_urls(igpt_server: ScriptedServer) -> None:
    async with AsyncOpenAI(api_key="k", base_url="https://127.0.0.1:1/v1", allow_http=False) as openai:
        with pytest.raises(OpenAIError, match="allow_http=False"):
            await openai.get(f"{igpt_server.url}/models", cast_to=dict)
    assert igpt_server.calls == []


async def test_an_odd_chunk_ends_no_stream_in_another_way(igpt_server: ScriptedServer) -> None:
    odd = {"choices": [{"index": [0], "finish_reason": "stop", "delta": {}}]}
    igpt_server.raw(
        "chat/completions",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n",
        b'data: {"choices": []}\n\n',
        0.02,
        f"data: {odd}\n\ndata: [DONE]\n\n".replace("'", '"').encode(),
        "close",
    )
    async with client(igpt_server, max_connections=1) as openai:
        stream = await openai.chat.completions.create(model="m", messages=[], stream=True)
        assert len([chunk async for chunk in stream]) == 2
        transport = openai._sender.transport
        assert transport.owner.limiter is not None
        assert (transport.under_way, transport.owner.limiter.free) == (0, 1)


async def test_the_path_of_a_verb_is_quoted(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("x%20%C3%A9", json={})
    async with client(igpt_server) as openai:
        await openai.get("/x é?q=ü y", cast_to=dict)
        await openai.get("/x é", cast_to=dict, options={"params": {"q": "ü y"}})
    assert len(igpt_server.calls) == 2


async def test_the_key_is_in_no_variable_that_a_traceback_shows(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("models", "hang")
    async with client(igpt_server) as openai:
        try:
            async with asyncio.timeout(0.2):
                await openai.models.list()
        except TimeoutError as exc:
            shown = "".join(traceback.TracebackException.from_exception(exc, capture_locals=True).format())
        else:
            pytest.fail("it did not time out")
    assert "sk-top-secret" not in shown


def test_a_blocking_client_refuses_to_wait_for_itself(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("models", json={"object": "list", "data": []})
    seen: list[BaseException] = []

    def on_end(_: object) -> None:
        try:
            openai.with_options(hooks=None).models.list()
        except RuntimeError as exc:
            seen.append(exc)

    with OpenAI(api_key="k", base_url=igpt_server.url) as openai:
        thread = threading.Thread(target=openai.with_options(hooks=Hooks(on_end=on_end)).models.list, daemon=True)
        thread.start()
        thread.join(20)
        assert not thread.is_alive()
    assert [str(one).partition(" was called")[0] for one in seen] == ["OpenAI"]


@pytest.mark.parametrize("answer", [{"data": [{"id": "a"}], "has_more": True}, [{"id": "a"}]])
async def test_a_server_that_gives_the_same_page_again_is_not_asked_for_ever(
    answer: Any, igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("files", json=answer)
    async with client(igpt_server) as openai:
        with pytest.raises(OpenAIError, match="the same page again"):
            _ = [file async for file in openai.files.list()]
    assert len(igpt_server.calls) == 2
