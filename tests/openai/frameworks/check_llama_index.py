"""LlamaIndex's OpenAI, OpenAILike and OpenAIResponses, on our clients."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.openai import OpenAI as LlamaOpenAI
from llama_index.llms.openai import OpenAIResponses
from llama_index.llms.openai_like import OpenAILike
from pydantic import BaseModel

from aigpt.openai import IncompleteStreamError, RateLimitError
from aigpt.testing import OpenAIServer

QUESTION = [ChatMessage(role="user", content="?")]

_EMPTY = (AssertionError, "items and events that are no instances of openai's own types are passed over in silence")
_NO_CALL = (ValueError, _EMPTY[1])
_RETRIES = (RateLimitError, "its own retries know openai's own exceptions alone")

CANNOT = {
    "test_an_answer[OpenAIResponses]": _EMPTY,
    "test_a_stream[OpenAIResponses]": _EMPTY,
    "test_tool_calls[OpenAIResponses]": _NO_CALL,
    "test_tool_calls_in_a_stream[OpenAIResponses]": _NO_CALL,
    "test_a_429_is_asked_again_by_our_client[OpenAIResponses]": _EMPTY,
    "test_its_own_retries[OpenAI]": _RETRIES,
    "test_its_own_retries[OpenAILike]": _RETRIES,
    "test_its_own_retries[OpenAIResponses]": _RETRIES,
    "test_embeddings": (AssertionError, "OpenAIEmbedding takes no client: it makes openai's own"),
}
"""What LlamaIndex cannot do with our clients, by the test that shows it: what it raises, and why."""


class Otter(BaseModel):
    """An otter."""

    name: str
    age: int


def age_of(name: str) -> int:
    """Return the age of an otter."""
    return len(name)


@pytest.fixture(name="model", params=["OpenAI", "OpenAILike", "OpenAIResponses"])
async def _model(request: pytest.FixtureRequest, openai_server: OpenAIServer) -> AsyncIterator[Any]:
    async with openai_server.client(max_retries=1) as client:
        clients = {"openai_client": openai_server.blocking_client(max_retries=1), "async_openai_client": client}
        options: dict[str, Any] = {"model": "gpt-4o", "api_key": "none", **clients}
        if request.param == "OpenAI":
            yield LlamaOpenAI(**options)
        elif request.param == "OpenAILike":
            yield OpenAILike(is_chat_model=True, is_function_calling_model=True, **options)
        else:
            yield OpenAIResponses(**options)


def script(server: OpenAIServer, model: Any, content: object, **options: object) -> None:
    (server.response if isinstance(model, OpenAIResponses) else server.chat)(content, **options)  # type: ignore[arg-type]


def check_sent(server: OpenAIServer) -> None:
    """All calls came from our clients."""
    assert server.calls
    assert all(call.headers["User-Agent"].startswith("aigpt") for call in server.calls)


async def test_an_answer(model: Any, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "Otters hold hands.", times=2)
    assert (await model.achat(QUESTION)).message.content == "Otters hold hands."
    assert (await asyncio.to_thread(model.chat, QUESTION)).message.content == "Otters hold hands."
    check_sent(openai_server)


async def test_a_stream(model: Any, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold ", "hands."], times=2)
    streams = [
        [part async for part in await model.astream_chat(QUESTION)],
        await asyncio.to_thread(lambda: list(model.stream_chat(QUESTION))),
    ]
    for parts in streams:
        assert "".join(part.delta or "" for part in parts) == "Otters hold hands."
    check_sent(openai_server)


async def test_tool_calls(model: Any, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("age_of", {"name": "Ollie"})])
    answer = await model.achat_with_tools([FunctionTool.from_defaults(age_of)], user_msg="?")
    (call,) = model.get_tool_calls_from_response(answer)
    assert (call.tool_name, call.tool_kwargs) == ("age_of", {"name": "Ollie"})


async def test_tool_calls_in_a_stream(model: Any, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("age_of", {"name": "Ollie"})])
    parts = [
        part async for part in await model.astream_chat_with_tools([FunctionTool.from_defaults(age_of)], user_msg="?")
    ]
    (call,) = model.get_tool_calls_from_response(parts[-1])
    assert (call.tool_name, call.tool_kwargs) == ("age_of", {"name": "Ollie"})


async def test_structured_output(model: Any, openai_server: OpenAIServer) -> None:
    def answer(_: object) -> str:
        return '{"name": "Ollie", "age": 3}'

    if isinstance(model, OpenAILike):
        script(openai_server, model, "", tool_calls=[("Otter", {"name": "Ollie", "age": 3})])
    else:
        script(openai_server, model, answer)
    structured = await model.as_structured_llm(Otter).achat(QUESTION)
    assert structured.raw == Otter(name="Ollie", age=3)


async def test_a_429_is_asked_again_by_our_client(model: Any, openai_server: OpenAIServer) -> None:
    openai_server.error(429, retry_after=0)
    script(openai_server, model, "Hello")
    assert (await model.achat(QUESTION)).message.content == "Hello"
    assert len(openai_server.calls) == 2


async def test_an_error_is_ours(model: Any, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=2)
    with pytest.raises(RateLimitError, match="Slow down"):
        await model.achat(QUESTION)


async def test_its_own_retries(model: Any, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=2)
    script(openai_server, model, "Hello")
    assert (await model.achat(QUESTION)).message.content == "Hello"


async def test_a_stream_that_is_cut_raises(model: Any, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold"], then="reset")
    with pytest.raises(IncompleteStreamError):
        async for _ in await model.astream_chat(QUESTION):
            pass


def test_embeddings(openai_server: OpenAIServer) -> None:
    openai_server.embeddings([0.5, 0.25])
    client = openai_server.blocking_client()
    model = OpenAIEmbedding(api_key="none", api_base=openai_server.url, openai_client=client)
    assert model.get_text_embedding("a") == [0.5, 0.25]
    check_sent(openai_server)
