"""The scripted server of the OpenAI protocol answers as a test tells it to, to our clients and to openai's own."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import openai
import pytest

from aigpt.openai import (
    APIConnectionError,
    AsyncAzureOpenAI,
    AsyncOpenAI,
    IncompleteStreamError,
    InternalServerError,
    OpenAI,
    RateLimitError,
)
from aigpt.testing import OpenAIServer, Pause

pytest_plugins = ["pytester"]

ASKED: list[Any] = [{"role": "user", "content": "How do otters sleep?"}]
WEATHER = ("get_weather", {"place": "Bergen", "unit": "°C"})


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as running:
        yield running


@pytest.fixture
def client(server: OpenAIServer) -> OpenAI:
    return server.blocking_client(max_retries=0)


@pytest.fixture
def theirs(server: OpenAIServer) -> Iterator[openai.OpenAI]:
    """Return a client of openai itself, which knows nothing of us."""
    with openai.OpenAI(base_url=server.url, api_key="k", max_retries=0) as one:
        yield one


def ask(client: Any, **more: Any) -> Any:
    return client.chat.completions.create(model="m", messages=ASKED, **more)


def deltas(stream: Any) -> list[str | None]:
    return [chunk.choices[0].delta.content for chunk in stream if chunk.choices]


def collect(stream: Any) -> tuple[list[Any], Exception | None]:
    """Return what came, and the exception after it."""
    taken: list[Any] = []
    try:
        for one in stream:
            taken.append(one)  # noqa: PERF402 (what came before the exception is kept)
    except Exception as exc:  # noqa: BLE001 (the test looks at it)
        return taken, exc
    return taken, None


# ── chat completions ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_text_is_answered_whole_and_word_by_word(server: OpenAIServer, client: OpenAI) -> None:
    server.chat(" Holding  hands.\n")
    completion = ask(client)
    assert completion.choices[0].message.content == " Holding  hands.\n"
    assert (completion.model, completion.choices[0].finish_reason) == ("m", "stop")
    assert completion.usage.total_tokens == completion.usage.prompt_tokens + completion.usage.completion_tokens
    stream = ask(client, stream=True)
    assert deltas(stream) == ["", " ", "Holding  ", "hands.\n", None]
    assert stream.complete
    assert [call.json.get("stream") for call in server.calls] == [None, True]
    assert {call.route for call in server.calls} == {"chat/completions"}


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        (lambda server: server.chat("x", toolcalls=[]), r"^chat\(\) got .* 'toolcalls'; did you mean 'tool_calls'\?"),
        (lambda server: server.response("x", tmes=2), r"^response\(\) got .* 'tmes'; did you mean 'times'\?"),
        (lambda server: server.embeddings([1.0], zzz=1), r"^embeddings\(\) got an unexpected keyword argument 'zzz'$"),
        (lambda server: server.models("m", afte=1), r"^models\(\) got .* 'afte'; did you mean 'after'\?"),
        (lambda server: server.error(429, retryafter=1), r"^error\(\) got .* did you mean 'retry_after'\?"),
    ],
)
def test_an_unknown_option_is_refused_by_name(server: OpenAIServer, script: Any, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        script(server)


async def test_a_websocket_is_answered_with_what_the_server_is_not() -> None:
    server = OpenAIServer().start()
    async with server.client(max_retries=0) as client:
        with pytest.raises(InternalServerError, match=r"a WebSocket server of your own .* speaks HTTP alone"):
            await client.realtime.connect(model="m").enter()
    server.stop()


def test_pieces_are_sent_as_they_are_given(server: OpenAIServer, client: OpenAI) -> None:
    server.chat(["Hold", Pause(0), "", "ing"])
    assert ask(client).choices[0].message.content == "Holding"
    assert deltas(ask(client, stream=True)) == ["", "Hold", "", "ing", None]


def test_an_answer_can_depend_on_the_call(server: OpenAIServer, client: OpenAI) -> None:
    server.chat(lambda call: call.json["messages"][0]["content"].upper())
    assert ask(client).choices[0].message.content == "HOW DO OTTERS SLEEP?"


def test_usage_comes_in_streams_where_it_is_asked_for(server: OpenAIServer, client: OpenAI) -> None:
    usage = {"prompt_tokens": 11, "completion_tokens": 22, "total_tokens": 33}
    server.chat("One two", usage=usage)
    assert not any(chunk.usage for chunk in ask(client, stream=True))
    *rest, last = ask(client, stream=True, stream_options={"include_usage": True})
    assert not any(chunk.usage for chunk in rest)
    assert (last.choices, last.usage.to_dict()) == ([], usage)
    assert ask(client).usage.to_dict() == usage


@pytest.mark.parametrize(
    "given",
    [
        WEATHER,
        ("get_weather", '{"place": "Bergen", "unit": "°C"}'),
        {"name": WEATHER[0], "arguments": WEATHER[1]},
        {"id": "call_1", "type": "function", "function": {"name": WEATHER[0], "arguments": json.dumps(WEATHER[1])}},
    ],
)
def test_tool_calls_are_sent_whole_and_in_pieces(
    server: OpenAIServer, client: OpenAI, theirs: openai.OpenAI, given: Any
) -> None:
    server.chat(tool_calls=[given, ("noop", {})])
    choice = ask(client).choices[0]
    assert (choice.finish_reason, choice.message.content) == ("tool_calls", None)
    first, second = choice.message.tool_calls
    assert (first.function.name, json.loads(first.function.arguments)) == WEATHER
    assert (second.function.name, second.function.arguments) == ("noop", "{}")
    assert first.id != second.id
    with theirs.chat.completions.stream(model="m", messages=ASKED) as stream:
        streamed = stream.get_final_completion().choices[0]
    assert streamed.finish_reason == "tool_calls"
    calls = streamed.message.tool_calls or []
    assert [(call.function.name, json.loads(call.function.arguments)) for call in calls] == [WEATHER, ("noop", {})]


@pytest.mark.parametrize("wrong", ["get_weather", ("get_weather",), {"arguments": {}}, (1, {}), None])
def test_what_is_no_tool_call_is_told_at_once(server: OpenAIServer, wrong: Any) -> None:
    with pytest.raises(TypeError, match="a tool call is a pair like"):
        server.chat(tool_calls=[wrong])


@pytest.mark.parametrize("wrong", [{"content": "x"}, ["a", 1], 5])
def test_what_is_no_text_is_told_at_once(server: OpenAIServer, wrong: Any) -> None:
    for script in (server.chat, server.response):
        with pytest.raises(TypeError):
            script(wrong)


def test_every_choice_says_the_same(server: OpenAIServer, client: OpenAI) -> None:
    server.chat("Yes.")
    assert [choice.message.content for choice in ask(client, n=3).choices] == ["Yes."] * 3
    stream = ask(client, n=3, stream=True)
    assert sorted(chunk.choices[0].index for chunk in stream) == [0] * 3 + [1] * 3 + [2] * 3
    assert stream.complete


def test_reasoning_is_where_vllm_sends_it(server: OpenAIServer, client: OpenAI) -> None:
    server.chat("Yes.", reasoning="Hm.", finish_reason="length")
    choice = ask(client).choices[0]
    assert (choice.message.reasoning_content, choice.finish_reason) == ("Hm.", "length")
    chunks = list(ask(client, stream=True))
    assert chunks[1].choices[0].delta.reasoning_content == "Hm."
    assert chunks[-1].choices[0].finish_reason == "length"


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "came"),
    [
        ({"complete": False}, 3),
        ({"then": "close"}, 3),
        ({"then": "reset"}, 3),
        ({"then": "truncate"}, 2),
        ({"then": "cut", "encoding": "gzip"}, 2),
        ({"then": "close", "encoding": "gzip"}, 3),
        ({"then": "close", "framing": "length", "chunk_size": 7}, 3),
        ({"then": "close", "framing": "close"}, 3),
    ],
)
def test_a_stream_that_is_cut_has_all_that_was_said_and_no_end(
    server: OpenAIServer, client: OpenAI, options: Any, came: int
) -> None:
    server.chat("Holding hands.", **options)
    stream = ask(client, stream=True)
    chunks, error = collect(stream)
    assert deltas(chunks) == ["", "Holding ", "hands."][:came]
    assert isinstance(error, IncompleteStreamError)
    assert not stream.complete
    server.response("Holding hands.", **options)
    events, error = collect(client.responses.create(model="m", input="?", stream=True))
    assert [event.delta for event in events if event.type == "response.output_text.delta"] == (
        ["Holding ", "hands."][: came - 1]
    )
    assert isinstance(error, IncompleteStreamError)


def test_a_stream_that_falls_silent_is_given_up(server: OpenAIServer) -> None:
    server.chat("Holding hands.", then="hang")
    client = server.blocking_client(max_retries=0, idle_timeout=0.2)
    chunks, error = collect(ask(client, stream=True))
    assert deltas(chunks) == ["", "Holding ", "hands."]
    assert isinstance(error, APIConnectionError)


def test_a_whole_answer_that_is_cut_is_an_error(server: OpenAIServer, client: OpenAI) -> None:
    server.chat("Yes.", then="close")
    with pytest.raises(APIConnectionError):
        ask(client)


def test_an_answer_can_wait(server: OpenAIServer, client: OpenAI) -> None:
    gate = server.gate()
    server.chat(["Hold", gate, "ing"])
    stream = ask(client, stream=True)
    assert next(stream).choices[0].delta.content == ""
    assert next(stream).choices[0].delta.content == "Hold"
    assert gate.wait_reached()
    gate.open()
    assert deltas(stream) == ["ing", None]
    assert ask(client).choices[0].message.content == "Holding"
    assert gate.arrived == 2


def test_an_event_of_ones_own_is_sent_as_it_is(server: OpenAIServer, client: OpenAI) -> None:
    error = {"error": {"message": "overloaded", "type": "server_error"}}
    server.chat(["Hold", error], complete=False)
    chunks, raised = collect(ask(client, stream=True))
    assert deltas(chunks) == ["", "Hold"]
    assert "overloaded" in str(raised)
    server.response(["Hold", {"type": "error", "message": "overloaded", "code": None}], complete=False)
    events, raised = collect(client.responses.create(model="m", input="?", stream=True))
    assert events[-1].delta == "Hold"
    assert "overloaded" in str(raised)


def test_what_nobody_asked_for_comes_with_an_answer(server: OpenAIServer, client: OpenAI) -> None:
    server.chat("Yes.", stray="answer", headers={"X-Mine": "1"})
    for _ in range(3):
        raw = client.chat.completions.with_raw_response.create(model="m", messages=ASKED)
        assert raw.headers["x-mine"] == "1"
        assert raw.parse().choices[0].message.content == "Yes."
    assert server.connections.accepted == 3


# ── responses ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_response_is_answered_whole_and_with_its_events(
    server: OpenAIServer, client: OpenAI, theirs: openai.OpenAI
) -> None:
    server.response("Holding hands.", tool_calls=[WEATHER])
    whole = client.responses.create(model="m", input="?", instructions="Be short.")
    assert (whole.status, whole.output_text, whole.instructions) == ("completed", "Holding hands.", "Be short.")
    assert (whole.output[1].type, whole.output[1].name) == ("function_call", WEATHER[0])  # type: ignore[union-attr]
    events = list(client.responses.create(model="m", input="?", stream=True))
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert [event.type for event in (events[0], events[-1])] == ["response.created", "response.completed"]
    with theirs.responses.stream(model="m", input="?") as stream:
        kinds = [event.type for event in stream]
        final = stream.get_final_response()
    assert kinds[0] == "response.created"
    assert kinds.count("response.output_text.delta") == 2
    assert final.output_text == "Holding hands."
    assert [item.type for item in final.output] == ["message", "function_call"]
    assert json.loads(final.output[1].arguments) == WEATHER[1]  # type: ignore[union-attr]


def test_the_usage_of_a_response_can_be_given(server: OpenAIServer, client: OpenAI) -> None:
    usage = {"input_tokens": 11, "output_tokens": 22, "total_tokens": 33}
    server.response("Yes.", usage=usage)
    assert client.responses.create(model="m", input="?").to_dict()["usage"] == usage


def test_a_response_of_tool_calls_alone_has_no_message(server: OpenAIServer, client: OpenAI) -> None:
    server.response([Pause(0)], tool_calls=[WEATHER])
    assert [item.type for item in client.responses.create(model="m", input="?").output] == ["function_call"]
    events = list(client.responses.create(model="m", input="?", stream=True))
    assert not [event for event in events if "content_part" in event.type]
    pieces = "".join(event.delta for event in events if event.type == "response.function_call_arguments.delta")
    assert json.loads(pieces) == WEATHER[1]


@pytest.mark.parametrize("status", ["incomplete", "failed"])
def test_a_response_may_end_otherwise(server: OpenAIServer, client: OpenAI, status: Any) -> None:
    server.response("Holding", status=status)
    whole = client.responses.create(model="m", input="?")
    assert whole.status == status
    assert (whole.error is None) == (status == "incomplete")
    assert (whole.incomplete_details is None) == (status == "failed")
    events = list(client.responses.create(model="m", input="?", stream=True))
    assert events[-1].type == f"response.{status}"
    with pytest.raises(ValueError, match="status must be completed, incomplete or failed, not 'done'"):
        server.response("x", status="done")  # type: ignore[arg-type]


# ── embeddings, models ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("how", "sent"), [({}, "base64"), ({"encoding_format": "float"}, "float")])
def test_embeddings_come_as_they_are_asked_for(
    server: OpenAIServer, client: OpenAI, theirs: openai.OpenAI, how: Any, sent: str
) -> None:
    server.embeddings([0.5, -0.25], times=2)
    server.embeddings([[1, 2], [3, 4]], times=2)
    server.embeddings(lambda call: [[float(len(text))] for text in call.json["input"]], times=2)
    clients: list[Any] = [client, theirs]
    for inputs, expected in (
        (["a", "b", "c"], [[0.5, -0.25]] * 3),
        (["a", "b"], [[1.0, 2.0], [3.0, 4.0]]),
        (["otter", "seal"], [[5.0], [4.0]]),
    ):
        for one in clients:
            data = one.embeddings.create(model="e", input=inputs, **how).data
            assert [item.embedding for item in data] == expected
            assert [item.index for item in data] == [*range(len(inputs))]
    assert {call.json["encoding_format"] for call in server.calls} == {sent}


@pytest.mark.parametrize("given", ["otter", [5, 6, 7], [[5, 6, 7]], ["otter"]])
def test_a_text_or_a_list_of_tokens_is_one_input(server: OpenAIServer, client: OpenAI, given: Any) -> None:
    server.embeddings([[1, 2]])
    assert len(client.embeddings.create(model="e", input=given).data) == 1


def test_another_number_of_inputs_fails_the_test() -> None:
    with (  # noqa: PT012 both are one act
        pytest.raises(AssertionError, match="the request has 3 inputs, and 2 vectors are scripted"),
        OpenAIServer() as server,
    ):
        server.embeddings([[1], [2]])
        with pytest.raises(InternalServerError, match="the script of embeddings raised"):
            server.blocking_client().embeddings.create(model="e", input=["a", "b", "c"])


@pytest.mark.parametrize("wrong", [[], "text", ["a"], [[1], ["a"]]])
def test_what_is_no_vector_is_told_at_once(server: OpenAIServer, wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="vector"):
        server.embeddings(wrong)


def test_models_are_listed_and_retrieved(server: OpenAIServer, client: OpenAI) -> None:
    server.models("otter-1", "org/otter-2")
    assert [model.id for model in client.models.list()] == ["otter-1", "org/otter-2"]
    assert client.models.retrieve("org/otter-2").id == "org/otter-2"


# ── errors, other routes, scripts ───────────────────────────────────────────────────────────────────────────────


def test_an_error_is_answered_once_whatever_the_route(server: OpenAIServer) -> None:
    client = server.blocking_client(max_retries=1)
    server.chat("First.")
    server.error(429, "Slow down.", code="rate_limit_exceeded", retry_after=0.001)
    server.chat("Second.")
    server.response("Third.")
    assert [ask(client).choices[0].message.content for _ in range(2)] == ["First.", "Second."]
    assert len(server.calls) == 3  # the second was asked twice
    assert client.responses.create(model="m", input="?").output_text == "Third."


def test_an_error_alone_is_every_answer(server: OpenAIServer, client: OpenAI) -> None:
    server.error(429, "Slow down.", code="rate_limit_exceeded", param="model", retry_after=7)
    for call in (ask, lambda one: one.embeddings.create(model="e", input="a"), lambda one: one.models.list()):
        with pytest.raises(RateLimitError, match=r"Slow down\.") as raised:
            call(client)
        error = raised.value
        assert (error.code, error.param, error.retry_after) == ("rate_limit_exceeded", "model", 7)
        assert error.response.headers["retry-after"] == "7"
    assert error.request_id == "req_3"


def test_an_error_of_nobodys_making_has_a_message_too(server: OpenAIServer, client: OpenAI) -> None:
    server.error(599)
    with pytest.raises(InternalServerError, match="Status 599"):
        ask(client)


def test_an_error_of_one_route_is_not_that_of_others(server: OpenAIServer, client: OpenAI) -> None:
    server.error(503, route="chat/completions")
    server.response("Yes.")
    assert client.responses.create(model="m", input="?").output_text == "Yes."
    with pytest.raises(InternalServerError, match="Service Unavailable"):
        ask(client)


def test_an_error_that_had_its_turn_is_no_script_of_other_routes() -> None:
    with (  # noqa: PT012 both are one act
        pytest.raises(AssertionError, match="embeddings was called 1 time and has no script"),
        OpenAIServer() as server,
    ):
        server.error(429, retry_after=0)
        server.chat("Yes.")
        client = server.blocking_client()
        assert ask(client).choices[0].message.content == "Yes."
        with pytest.raises(InternalServerError, match="no script"):
            client.embeddings.create(model="e", input="a")


@pytest.mark.parametrize("options", [{"status": 200}, {"status": 429, "retry_after": -1}, {"status": 600}])
def test_what_is_no_error_is_told_at_once(server: OpenAIServer, options: Any) -> None:
    with pytest.raises(ValueError, match=r"status must be|retry_after must be"):
        server.error(**options)


def test_any_other_route_can_be_scripted(server: OpenAIServer, client: OpenAI) -> None:
    server.reply("moderations", json={"id": "modr-1", "model": "m", "results": []})
    assert client.moderations.create(input="?").id == "modr-1"


def test_a_call_chooses_its_answer(server: OpenAIServer, client: OpenAI) -> None:
    server.choose("chat/completions", lambda call: "tools" if call.json.get("tools") else "text")
    server.chat("Yes.", route="text")
    server.chat(tool_calls=[WEATHER], route="tools")
    assert ask(client).choices[0].message.content == "Yes."
    assert ask(client, tools=[{"type": "function", "function": {"name": "f"}}]).choices[0].finish_reason == "tool_calls"


@pytest.mark.parametrize(
    ("call", "remedy"),
    [
        (ask, r'chat/completions was called \d times? .*; add \.chat\("…"\)'),
        (lambda one: one.responses.create(model="m", input="?"), r'add \.response\("…"\)'),
        (lambda one: one.embeddings.create(model="m", input="?"), r"add \.embeddings\(\[…\]\)"),
        (lambda one: one.models.retrieve("x"), r'models/x was called .*; add \.models\("…"\)'),
        (lambda one: one.moderations.create(input="?"), r'add \.reply\("moderations", json=…\)'),
    ],
)
def test_a_call_without_a_script_says_what_to_add(call: Any, remedy: str) -> None:
    with pytest.raises(AssertionError, match=remedy), OpenAIServer() as server:  # noqa: PT012 both are one act
        with pytest.raises(InternalServerError, match=remedy):
            call(server.blocking_client())
        with openai.OpenAI(base_url=server.url, api_key="k") as theirs, pytest.raises(openai.InternalServerError):
            call(theirs)
        assert len(server.calls) == 2  # neither asks again


def test_answers_that_were_not_asked_for_are_named(server: OpenAIServer, client: OpenAI) -> None:
    server.chat("One.", times=2)
    server.error(429, times=3)
    server.response("Never.")
    ask(client)
    with pytest.raises(AssertionError) as raised:
        server.check_used()
    assert str(raised.value) == (
        "scripted, but not asked for: chat/completions (1 of 2 used), any route (0 of 3 used), responses (0 of 1 used)"
    )
    with OpenAIServer() as other:
        other.chat("One.")
        ask(other.blocking_client())
        other.check_used()


# ── clients and the fixture ─────────────────────────────────────────────────────────────────────────────────────


async def test_clients_without_arguments_reach_it(openai_server: OpenAIServer) -> None:
    openai_server.chat("Yes.")
    async with AsyncOpenAI() as client:
        assert (await ask(client)).choices[0].message.content == "Yes."
        assert deltas([chunk async for chunk in await ask(client, stream=True)]) == ["", "Yes.", None]
    with openai.OpenAI() as theirs:
        assert (await asyncio.to_thread(ask, theirs)).choices[0].message.content == "Yes."
    assert openai_server.calls[0].headers["authorization"] == "Bearer test-key"
    assert openai_server.calls[0].json["messages"] == ASKED


async def test_clients_of_its_own(openai_server: OpenAIServer) -> None:
    openai_server.chat("Yes.")
    async with openai_server.client(default_headers={"X-Mine": "1"}) as client:
        assert (await ask(client)).choices[0].message.content == "Yes."
    assert openai_server.calls[0].headers["x-mine"] == "1"


async def test_azure_is_answered_too(openai_server: OpenAIServer) -> None:
    openai_server.chat("Yes.")
    async with AsyncAzureOpenAI(azure_endpoint=openai_server.url, api_key="k", api_version="2026-01-01") as client:
        assert (await ask(client)).choices[0].message.content == "Yes."
    assert openai_server.calls[0].route == "openai/deployments/m/chat/completions"


Inner = Callable[..., pytest.RunResult]


@pytest.fixture
def inner(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Inner:
    """Run a test file in a pytest of its own, with no plugin but ours, as a fresh project has it."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str, **environment: str) -> pytest.RunResult:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-p", "aigpt.testing", "-p", "no:cacheprovider", "-W", "error")

    return run


def test_in_a_fresh_project_behind_a_proxy(inner: Inner) -> None:
    result = inner(
        """
        import asyncio, os, threading
        import aigpt.openai
        from aigpt.openai import AsyncOpenAI, OpenAI

        def ask(client):
            return client.chat.completions.create(model="m", messages=[])

        def test_blocking(openai_server):
            openai_server.chat("Yes.")
            with OpenAI() as client:
                assert ask(client).choices[0].message.content == "Yes."
            assert ask(openai_server.blocking_client()).choices[0].message.content == "Yes."

        def test_async(openai_server):
            async def main():
                async with AsyncOpenAI() as client:
                    return await ask(client)
            openai_server.chat("Yes.")
            assert asyncio.run(main()).choices[0].message.content == "Yes."

        def test_traces():
            assert os.environ["OPENAI_BASE_URL"] == "https://service.example/v1"
            assert os.environ["OPENAI_API_KEY"] == "theirs"
            assert threading.enumerate() == [threading.main_thread()]
        """,
        HTTP_PROXY="http://127.0.0.1:9",
        HTTPS_PROXY="http://127.0.0.1:9",
        OPENAI_BASE_URL="https://service.example/v1",
        OPENAI_API_KEY="theirs",
        OPENAI_ORG_ID="org",
    )
    result.assert_outcomes(passed=3)


def test_the_client_of_the_module_goes_with_its_server(inner: Inner) -> None:
    result = inner(
        """
        import pytest
        import aigpt.openai as openai

        @pytest.mark.parametrize("number", range(3))
        def test_module(openai_server, number):
            openai_server.chat(f"{number}")
            completion = openai.chat.completions.create(model="m", messages=[])
            assert completion.choices[0].message.content == f"{number}"
        """
    )
    result.assert_outcomes(passed=3)


def test_a_missing_script_fails_the_test_in_plain_words(inner: Inner) -> None:
    result = inner(
        """
        import pytest
        from aigpt.openai import InternalServerError, OpenAI

        def test_bot(openai_server):
            with OpenAI() as client, pytest.raises(InternalServerError):
                client.embeddings.create(model="m", input="?")
        """
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*openai_server: embeddings was called 1 time and has no script (scripted: nothing)*"])
    assert "Traceback" not in result.stdout.str()


def test_without_pytest_there_is_the_server() -> None:
    code = """if True:
        import sys
        sys.modules["pytest"] = None
        from aigpt.testing import OpenAIServer
        with OpenAIServer() as server:
            server.chat("Yes.")
            print("aiohttp" in sys.modules)
            client = server.blocking_client()
            print(client.chat.completions.create(model="m", messages=[]).choices[0].message.content)
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\nYes.\n", "")
