"""openai-agents, with our client as its default one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from agents import (
    Agent,
    ModelBehaviorError,
    MultiProvider,
    OpenAIChatCompletionsModel,
    OpenAIResponsesModel,
    RunConfig,
    Runner,
    function_tool,
    set_default_openai_client,
)
from agents.models import _openai_shared
from pydantic import BaseModel, ValidationError

from aigpt.openai import AsyncOpenAI, IncompleteStreamError, RateLimitError
from aigpt.testing import OpenAIServer

Model = OpenAIChatCompletionsModel | OpenAIResponsesModel
QUIET = RunConfig(tracing_disabled=True)  # which would be sent to OpenAI

_WHOLE = (AttributeError, "whole chat completions have to be instances of openai's ChatCompletion")
_USAGE = (ValidationError, "the usage of a response has to be an instance of openai's types")
_LAST = (ModelBehaviorError, "the last event of a response has to be an instance of openai's ResponseCompletedEvent")

CANNOT = {
    "test_the_default_client": _USAGE,
    "test_an_answer[OpenAIChatCompletionsModel]": _WHOLE,
    "test_an_answer[OpenAIResponsesModel]": _USAGE,
    "test_a_stream[OpenAIResponsesModel]": _LAST,
    "test_tool_calls[OpenAIChatCompletionsModel-False]": _WHOLE,
    "test_tool_calls[OpenAIResponsesModel-False]": _USAGE,
    "test_tool_calls[OpenAIResponsesModel-True]": _LAST,
    "test_structured_output[OpenAIChatCompletionsModel]": _WHOLE,
    "test_structured_output[OpenAIResponsesModel]": _USAGE,
    "test_a_429_is_asked_again_by_our_client[OpenAIChatCompletionsModel]": _WHOLE,
    "test_a_429_is_asked_again_by_our_client[OpenAIResponsesModel]": _USAGE,
}
"""What openai-agents cannot do with our client, by the test that shows it: what it raises, and why."""


class Otter(BaseModel):
    """An otter."""

    name: str
    age: int


@pytest.fixture(name="client")
async def _client(openai_server: OpenAIServer) -> AsyncIterator[AsyncOpenAI]:
    async with openai_server.client(max_retries=1) as client:
        yield client


@pytest.fixture(name="model", params=[OpenAIChatCompletionsModel, OpenAIResponsesModel])
def _model(request: pytest.FixtureRequest, client: AsyncOpenAI) -> Model:
    return request.param("gpt-4o", openai_client=client)  # type: ignore[no-any-return]


def script(server: OpenAIServer, model: Model, content: object, **options: object) -> None:
    (server.response if isinstance(model, OpenAIResponsesModel) else server.chat)(content, **options)  # type: ignore[arg-type]


async def test_the_default_client(
    client: AsyncOpenAI, openai_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_openai_shared, "_default_openai_client", None)  # to be as it was afterwards
    set_default_openai_client(client, use_for_tracing=False)  # type: ignore[arg-type]
    openai_server.response("Otters hold hands.")
    config = RunConfig(tracing_disabled=True)  # one of its own, since it keeps the client it has found
    result = await Runner.run(Agent(name="Guide", model="gpt-4o"), "How do otters sleep?", run_config=config)
    assert result.final_output == "Otters hold hands."


async def test_the_default_client_with_a_stream_of_chat(
    client: AsyncOpenAI, openai_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_openai_shared, "_default_openai_client", None)  # to be as it was afterwards
    over_chat = RunConfig(tracing_disabled=True, model_provider=MultiProvider(openai_use_responses=False))
    set_default_openai_client(client, use_for_tracing=False)  # type: ignore[arg-type]
    openai_server.chat("Otters hold hands.")
    result = Runner.run_streamed(Agent(name="Guide", model="gpt-4o"), "How do otters sleep?", run_config=over_chat)
    async for _ in result.stream_events():
        pass
    assert result.final_output == "Otters hold hands."
    assert openai_server.calls[0].headers["Idempotency-Key"]  # our client's: the User-Agent is openai-agents' own


async def test_structured_output_in_a_stream(client: AsyncOpenAI, openai_server: OpenAIServer) -> None:
    openai_server.chat(['{"name": "Ol', 'lie", "age": 3}'])
    model = OpenAIChatCompletionsModel("gpt-4o", openai_client=client)  # type: ignore[arg-type]
    result = Runner.run_streamed(Agent(name="Guide", model=model, output_type=Otter), "?", run_config=QUIET)
    async for _ in result.stream_events():
        pass
    assert result.final_output == Otter(name="Ollie", age=3)


async def test_an_answer(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, "Otters hold hands.")
    result = await Runner.run(Agent(name="Guide", model=model), "?", run_config=QUIET)
    assert result.final_output == "Otters hold hands."
    assert result.context_wrapper.usage.total_tokens > 0


async def test_a_stream(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold ", "hands."])
    result = Runner.run_streamed(Agent(name="Guide", model=model), "?", run_config=QUIET)
    events = [event async for event in result.stream_events()]
    deltas = [
        event.data.delta
        for event in events
        if event.type == "raw_response_event" and event.data.type == "response.output_text.delta"
    ]
    assert deltas == ["Otters ", "hold ", "hands."]
    assert result.final_output == "Otters hold hands."


@pytest.mark.parametrize("streamed", [False, True])
async def test_tool_calls(model: Model, streamed: bool, openai_server: OpenAIServer) -> None:  # noqa: FBT001
    script(openai_server, model, "", tool_calls=[("age_of", {"name": "Ollie"})])
    script(openai_server, model, "Three.")
    asked: list[str] = []

    @function_tool
    def age_of(name: str) -> int:
        """Return the age of an otter."""
        asked.append(name)
        return 3

    agent = Agent(name="Guide", model=model, tools=[age_of])
    if streamed:
        result = Runner.run_streamed(agent, "?", run_config=QUIET)
        async for _ in result.stream_events():
            pass
        said = result.final_output
    else:
        said = (await Runner.run(agent, "?", run_config=QUIET)).final_output
    assert said == "Three."
    assert asked == ["Ollie"]


async def test_structured_output(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, '{"name": "Ollie", "age": 3}')
    result = await Runner.run(Agent(name="Guide", model=model, output_type=Otter), "?", run_config=QUIET)
    assert result.final_output == Otter(name="Ollie", age=3)


async def test_a_429_is_asked_again_by_our_client(model: Model, openai_server: OpenAIServer) -> None:
    openai_server.error(429, retry_after=0)
    script(openai_server, model, "Hello")
    result = await Runner.run(Agent(name="Guide", model=model), "?", run_config=QUIET)
    assert result.final_output == "Hello"
    assert len(openai_server.calls) == 2


async def test_an_error_is_ours(model: Model, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=2)
    with pytest.raises(RateLimitError, match="Slow down"):
        await Runner.run(Agent(name="Guide", model=model), "?", run_config=QUIET)
    assert len(openai_server.calls) == 2


async def test_a_stream_that_is_cut_raises(model: Model, openai_server: OpenAIServer) -> None:
    script(openai_server, model, ["Otters ", "hold"], then="reset")
    result = Runner.run_streamed(Agent(name="Guide", model=model), "?", run_config=QUIET)
    with pytest.raises(IncompleteStreamError):
        async for _ in result.stream_events():
            pass
