"""LangChain's ChatOpenAI and OpenAIEmbeddings, on our clients."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import openai
import pytest
from langchain_core.messages import AIMessageChunk
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from pydantic import BaseModel

from aigpt.openai import AsyncOpenAI, IncompleteStreamError, OpenAI, RateLimitError
from aigpt.testing import OpenAIServer

_INSTANCE = (ValueError, "whole answers of chat completions have to be instances of openai.BaseModel")
_PARSED = (ValueError, "the event that has the parsed answer has to be an instance of openai.BaseModel")
_ERRORS = (RateLimitError, "openai's own exceptions are translated, and no others")

CANNOT = {
    "test_an_answer[chat]": _INSTANCE,
    "test_tool_calls[chat]": _INSTANCE,
    "test_structured_output[chat-json_schema]": _INSTANCE,
    "test_structured_output[chat-function_calling]": _INSTANCE,
    "test_structured_output_in_a_stream[chat]": _INSTANCE,
    "test_structured_output_in_a_stream[responses]": _PARSED,
    "test_a_429_is_asked_again_by_our_client[chat]": _INSTANCE,
    "test_an_error_is_openais[chat]": _ERRORS,
    "test_an_error_is_openais[responses]": _ERRORS,
}
"""What LangChain cannot do with our clients, by the test that shows it: what it raises, and why."""


class Otter(BaseModel):
    """An otter."""

    name: str
    age: int


@pytest.fixture(name="model", params=["chat", "responses"])
async def _model(request: pytest.FixtureRequest, openai_server: OpenAIServer) -> AsyncIterator[ChatOpenAI]:
    blocking = openai_server.blocking_client(max_retries=1)
    async with openai_server.client(max_retries=1) as client:
        yield chat_model(client, blocking, use_responses_api=request.param == "responses")


def chat_model(client: AsyncOpenAI, blocking: OpenAI, *, use_responses_api: bool = False) -> ChatOpenAI:
    return ChatOpenAI(
        model="gpt-4o",
        async_client=client.chat.completions,
        client=blocking.chat.completions,
        root_async_client=client,
        root_client=blocking,
        use_responses_api=use_responses_api,
    )


def script(server: OpenAIServer, model: ChatOpenAI, content: object, **options: object) -> None:
    (server.response if model.use_responses_api else server.chat)(content, **options)  # type: ignore[arg-type]


def check_sent(server: OpenAIServer) -> None:
    """All calls came from our clients."""
    assert server.calls
    assert all(call.headers["User-Agent"].startswith("aigpt") for call in server.calls)


async def test_an_answer(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "Otters hold hands.", times=2)
    answers = [await model.ainvoke("How do otters sleep?"), await asyncio.to_thread(model.invoke, "?")]
    for answer in answers:
        assert answer.text == "Otters hold hands."
        assert answer.usage_metadata is not None
        assert answer.usage_metadata["total_tokens"] > 0
    check_sent(openai_server)


async def test_a_stream(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold ", "hands."], times=2)
    streams = [[chunk async for chunk in model.astream("?")], await asyncio.to_thread(lambda: list(model.stream("?")))]
    for chunks in streams:
        assert len([chunk for chunk in chunks if chunk.text]) == 3
        whole = sum(chunks[1:], chunks[0])
        assert isinstance(whole, AIMessageChunk)
        assert whole.text == "Otters hold hands."
    check_sent(openai_server)


async def test_tool_calls(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("Otter", {"name": "Ollie", "age": 3})])
    answer = await model.bind_tools([Otter]).ainvoke("Which otter?")
    (call,) = answer.tool_calls
    assert (call["name"], call["args"]) == ("Otter", {"name": "Ollie", "age": 3})


async def test_tool_calls_in_a_stream(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("Otter", {"name": "Ollie", "age": 3})])
    chunks = [chunk async for chunk in model.bind_tools([Otter]).astream("Which otter?")]
    whole = sum(chunks[1:], chunks[0])
    assert isinstance(whole, AIMessageChunk)
    assert whole.tool_calls[0]["args"] == {"name": "Ollie", "age": 3}


@pytest.mark.parametrize("method", ["json_schema", "function_calling"])
async def test_structured_output(model: ChatOpenAI, method: str, openai_server: OpenAIServer) -> None:
    if method == "json_schema":
        script(openai_server, model, '{"name": "Ollie", "age": 3}', times=2)
    else:
        script(openai_server, model, "", tool_calls=[("Otter", {"name": "Ollie", "age": 3})], times=2)
    structured = model.with_structured_output(Otter, method=method)  # type: ignore[arg-type]
    assert await structured.ainvoke("Which otter?") == Otter(name="Ollie", age=3)
    assert await asyncio.to_thread(structured.invoke, "Which otter?") == Otter(name="Ollie", age=3)


async def test_structured_output_in_a_stream(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ['{"name": "Ol', 'lie", "age": 3}'])
    structured = model.with_structured_output(Otter, method="json_schema")
    assert [part async for part in structured.astream("Which otter?")][-1] == Otter(name="Ollie", age=3)


async def test_a_429_is_asked_again_by_our_client(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    openai_server.error(429, retry_after=0)
    script(openai_server, model, "Hello")
    assert (await model.ainvoke("?")).text == "Hello"
    assert len(openai_server.calls) == 2


async def test_an_error_is_ours(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=4)
    with pytest.raises(RateLimitError, match="Slow down"):
        await model.ainvoke("?")
    with pytest.raises(RateLimitError, match="Slow down"):
        await asyncio.to_thread(model.invoke, "?")


async def test_an_error_is_openais(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=2)
    with pytest.raises(openai.RateLimitError):
        await model.ainvoke("?")


async def test_a_stream_that_is_cut_raises(model: ChatOpenAI, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold"], then="reset")
    came: list[str] = []
    with pytest.raises(IncompleteStreamError):  # noqa: PT012 (what came before it is kept)
        async for chunk in model.astream("?"):
            came.append(chunk.text)  # noqa: PERF401 (likewise)
    assert "".join(came) == "Otters hold"


async def test_embeddings(openai_server: OpenAIServer) -> None:
    openai_server.embeddings(lambda call: [[0.5, 0.25]] * len(call.json["input"]), times=None)
    blocking = openai_server.blocking_client()
    async with openai_server.client() as client:
        embeddings = OpenAIEmbeddings(
            model="text-embedding-3-small",
            async_client=client.embeddings,
            client=blocking.embeddings,
            check_embedding_ctx_length=False,  # which fetches the table of tokens
        )
        assert await embeddings.aembed_documents(["a", "b"]) == [[0.5, 0.25], [0.5, 0.25]]
        assert await asyncio.to_thread(embeddings.embed_documents, ["a", "b"]) == [[0.5, 0.25], [0.5, 0.25]]
        assert await embeddings.aembed_query("a") == [0.5, 0.25]
    check_sent(openai_server)
