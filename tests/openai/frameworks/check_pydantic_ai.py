"""pydantic-ai's models of OpenAI, on our client."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from pydantic import BaseModel
from pydantic_ai import Agent, Embedder, ModelHTTPError, NativeOutput, UnexpectedModelBehavior
from pydantic_ai.embeddings.openai import OpenAIEmbeddingModel
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.providers.openai import OpenAIProvider

from aigpt.openai import IncompleteStreamError, RateLimitError
from aigpt.testing import OpenAIServer

Model = OpenAIChatModel | OpenAIResponsesModel

_WHOLE = (UnexpectedModelBehavior, "whole chat completions have to be instances of openai's ChatCompletion")
_USAGE = (AttributeError, "a response's usage that is no instance of openai's ResponseUsage is taken for one of chat")
_EVENTS = (UserWarning, "events that are no instances of openai's own types are passed over with a warning")
_ERRORS = (RateLimitError, "openai's own exceptions are translated, and no others")

CANNOT = {
    "test_an_answer[OpenAIChatModel]": _WHOLE,
    "test_an_answer[OpenAIResponsesModel]": _USAGE,
    "test_a_stream[OpenAIResponsesModel]": _EVENTS,
    "test_tool_calls[OpenAIChatModel]": _WHOLE,
    "test_tool_calls[OpenAIResponsesModel]": _USAGE,
    "test_tool_calls_in_a_stream[OpenAIResponsesModel]": _EVENTS,
    "test_structured_output[OpenAIChatModel]": _WHOLE,
    "test_structured_output[OpenAIResponsesModel]": _USAGE,
    "test_a_429_is_asked_again_by_our_client[OpenAIChatModel]": _WHOLE,
    "test_a_429_is_asked_again_by_our_client[OpenAIResponsesModel]": _USAGE,
    "test_an_error_is_translated[OpenAIChatModel]": _ERRORS,
    "test_an_error_is_translated[OpenAIResponsesModel]": _ERRORS,
    "test_a_stream_that_is_cut_raises[OpenAIResponsesModel]": _EVENTS,
}
"""What pydantic-ai cannot do with our client, by the test that shows it: what it raises, and why."""


class Otter(BaseModel):
    """An otter."""

    name: str
    age: int


@pytest.fixture(name="provider")
async def _provider(openai_server: OpenAIServer) -> AsyncIterator[OpenAIProvider]:
    async with openai_server.client(max_retries=1) as client:
        yield OpenAIProvider(openai_client=client)  # type: ignore[arg-type]


@pytest.fixture(name="model", params=[OpenAIChatModel, OpenAIResponsesModel])
def _model(request: pytest.FixtureRequest, provider: OpenAIProvider) -> Model:
    return request.param("gpt-4o", provider=provider)  # type: ignore[no-any-return]


def script(server: OpenAIServer, model: Model, content: object, **options: object) -> None:
    (server.response if isinstance(model, OpenAIResponsesModel) else server.chat)(content, **options)  # type: ignore[arg-type]


async def test_an_answer(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "Otters hold hands.")
    result = await Agent(model).run("How do otters sleep?")
    assert result.output == "Otters hold hands."
    assert result.usage.total_tokens > 0


async def test_a_stream(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold ", "hands."])
    async with Agent(model).run_stream("?") as stream:
        deltas = [text async for text in stream.stream_text(delta=True, debounce_by=None)]
    assert deltas == ["Otters ", "hold ", "hands."]


async def test_tool_calls(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("age_of", {"name": "Ollie"})])
    script(openai_server, model, "Three.")
    asked: list[str] = []
    agent = Agent(model)

    @agent.tool_plain
    def age_of(name: str) -> int:
        asked.append(name)
        return 3

    assert (await agent.run("How old is Ollie?")).output == "Three."
    assert asked == ["Ollie"]


async def test_tool_calls_in_a_stream(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("age_of", {"name": "Ollie"})])
    script(openai_server, model, ["Three", "."])
    asked: list[str] = []
    agent = Agent(model)

    @agent.tool_plain
    def age_of(name: str) -> int:
        asked.append(name)
        return 3

    async with agent.run_stream("How old is Ollie?") as stream:
        assert await stream.get_output() == "Three."
    assert asked == ["Ollie"]


async def test_structured_output(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "", tool_calls=[("final_result", {"name": "Ollie", "age": 3})])
    script(openai_server, model, '{"name": "Ollie", "age": 3}')
    assert (await Agent(model, output_type=Otter).run("?")).output == Otter(name="Ollie", age=3)
    assert (await Agent(model, output_type=NativeOutput(Otter)).run("?")).output == Otter(name="Ollie", age=3)


async def test_structured_output_in_a_stream(provider: OpenAIProvider, openai_server: OpenAIServer) -> None:
    openai_server.chat("", tool_calls=[("final_result", {"name": "Ollie", "age": 3})])
    async with Agent(OpenAIChatModel("gpt-4o", provider=provider), output_type=Otter).run_stream("?") as stream:
        assert await stream.get_output() == Otter(name="Ollie", age=3)
    assert openai_server.calls[0].headers["Idempotency-Key"]  # our client's: the User-Agent is pydantic-ai's own


async def test_a_429_is_asked_again_by_our_client(model: Model, openai_server: OpenAIServer) -> None:
    openai_server.error(429, retry_after=0)
    script(openai_server, model, "Hello")
    assert (await Agent(model).run("?")).output == "Hello"
    assert len(openai_server.calls) == 2


async def test_an_error_is_ours(model: Model, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=2)
    with pytest.raises(RateLimitError, match="Slow down"):
        await Agent(model).run("?")
    assert len(openai_server.calls) == 2


async def test_an_error_is_translated(model: Model, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=2)
    with pytest.raises(ModelHTTPError):
        await Agent(model).run("?")


async def test_a_stream_that_is_cut_raises(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold"], then="reset")
    with pytest.raises(IncompleteStreamError):
        async with Agent(model).run_stream("?") as stream:
            await stream.get_output()


async def test_embeddings(provider: OpenAIProvider, openai_server: OpenAIServer) -> None:
    openai_server.embeddings([[0.5, 0.25], [1.0, 2.0]])
    embedder = Embedder(OpenAIEmbeddingModel("text-embedding-3-small", provider=provider))
    result = await embedder.embed_documents(["a", "b"])
    assert [list(row) for row in result.embeddings] == [[0.5, 0.25], [1.0, 2.0]]
