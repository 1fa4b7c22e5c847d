"""`chat.completions.stream`: the events and objects of the pinned openai itself, and what ours has beyond it."""

from __future__ import annotations

import asyncio
import json
import pickle
import re
from typing import Any

import openai
import pydantic
import pytest
from openai_twins import Kind, Twin, assert_nothing_left, twin
from scripted_helpers import (
    DONE,
    EVENTS,
    OTTERS,
    USAGE,
    Event,
    EventData,
    EventDict,
    EventStruct,
    Weather,
    call_chunks,
    call_delta,
    chunk,
    logprob,
    openais,
    part,
    plain,
    seen,
    text_chunks,
)

from aigpt.openai import (
    APIError,
    AsyncOpenAI,
    ContentFilterFinishReasonError,
    IncompleteStreamError,
    LengthFinishReasonError,
    OutputMismatchError,
    pydantic_function_tool,
)
from aigpt.openai.lib.streaming import chat as events
from aigpt.testing import ScriptedServer

STREAM = "chat/completions"
ARGUMENTS = '{"place": "Bergen", "unit": "F"}'
TWO_CHOICES = [
    one
    for pair in zip(text_chunks(OTTERS), text_chunks(OTTERS.replace("O", "o"), index=1), strict=True)
    for one in pair
]
TOOL = {"type": "function", "function": {"name": "Weather", "parameters": {"type": "object", "properties": {}}}}
STRICT = {"type": "function", "function": {**TOOL["function"], "strict": True}}  # type: ignore[dict-item]
PROBABLE: list[Any] = [
    part({"content": token}, logprobs={"content": [logprob(token)], "refusal": None}) for token in ("Ot", "ters")
]
IMPROBABLE: list[Any] = [
    part({"refusal": token}, logprobs={"content": None, "refusal": [logprob(token)]}) for token in ("I ", "cannot")
]
MODERATION = {
    "input": {"type": "error", "code": "c", "message": "m"},
    "output": {"type": "error", "code": "c", "message": "m"},
}
SCRIPTS: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "text": ([*text_chunks("Otters hold hands"), DONE], {}),
    "usage": ([*text_chunks("Otters"), chunk(usage=USAGE), DONE], {"stream_options": {"include_usage": True}}),
    "type": ([*text_chunks(OTTERS), DONE], {"response_format": Event}),
    "schema": ([*text_chunks(OTTERS), DONE], {"response_format": {"type": "json_object"}}),
    "refusal": ([*text_chunks("I cannot", field="refusal"), DONE], {"response_format": Event}),
    "two choices": ([*TWO_CHOICES, DONE], {"response_format": Event, "n": 2}),
    "two calls": (
        [*call_chunks(("Weather", ARGUMENTS), ("Weather", ARGUMENTS)), DONE],
        {"tools": [openai.pydantic_function_tool(Weather)]},
    ),
    "strict": ([*call_chunks(("Weather", ARGUMENTS)), DONE], {"tools": [STRICT]}),
    "not strict": ([*call_chunks(("Weather", ARGUMENTS)), DONE], {"tools": [TOOL]}),
    "unknown": ([*call_chunks(("wether", ARGUMENTS)), DONE], {"tools": [STRICT]}),
    "text and call": (
        [*text_chunks("Let me see.", finish=None), *call_chunks(("Weather", ARGUMENTS))[1:], DONE],
        {"tools": [STRICT]},
    ),
    "logprobs": ([chunk(part({"content": ""})), *map(chunk, PROBABLE), chunk(part({}, "stop")), DONE], {}),
    "logprobs of refusal": (
        [chunk(part({"content": None})), *map(chunk, IMPROBABLE), chunk(part({}, "stop")), DONE],
        {},
    ),
    "length": ([*text_chunks(OTTERS[:30], finish="length"), DONE], {"response_format": Event}),
    "length of a call": ([*call_chunks(("Weather", ARGUMENTS[:9]), finish="length"), DONE], {"tools": [STRICT]}),
    "length of plain text": ([*text_chunks("Otters", finish="length"), DONE], {}),
    "content filter": ([*text_chunks(OTTERS[:9], finish="content_filter"), DONE], {"response_format": Event}),
    "another type": ([*text_chunks('{"name": "Otter day"}'), DONE], {"response_format": Event}),
    "moderation": ([*text_chunks("Otters"), chunk(moderation=MODERATION), DONE], {}),
    "filter of Azure": ([*text_chunks("Otters")[:2], chunk(object=""), *text_chunks("!")[1:], DONE], {}),
}
# Errors of openai's that are ours in all but name.
SAME_ERRORS: dict[type[Exception], type[Exception]] = {
    openai.LengthFinishReasonError: LengthFinishReasonError,
    openai.ContentFilterFinishReasonError: ContentFilterFinishReasonError,
    json.JSONDecodeError: OutputMismatchError,
}


def script(server: ScriptedServer, chunks: list[Any], **options: Any) -> None:
    server.stream(STREAM, chunks, headers=EVENTS, **options)


def opened(one: Twin, **given: Any) -> Any:
    return one.client.chat.completions.stream(model="m", messages=[{"role": "user", "content": "?"}], **given)


def without_parsed(value: Any) -> Any:
    """Return *value* without what is parsed of it, which openai takes away where it raises."""
    if isinstance(value, list):
        return [without_parsed(item) for item in value]
    if isinstance(value, dict):
        return {name: without_parsed(item) for name, item in value.items() if not name.startswith("parsed")}
    return value


async def collected(one: Twin, **given: Any) -> tuple[list[Any], Any, Exception | None]:
    """Return the events as they were when they came, the final completion, and what was raised."""
    taken: list[Any] = []
    try:
        async with one.within(opened(one, **given)) as stream:
            while True:
                try:
                    taken.append(seen(await one.do(stream.__next__ if one.is_blocking else stream.__anext__)))
                except (EOFError, StopAsyncIteration):
                    break
            return taken, plain(await one.do(stream.get_final_completion)), None
    except Exception as exc:  # noqa: BLE001 (the test looks at it)
        return taken, None, exc


def of_openai(server: ScriptedServer, given: dict[str, Any]) -> tuple[list[Any], Any, Exception | None]:
    taken: list[Any] = []
    try:
        with (
            openais(server) as client,
            client.chat.completions.stream(model="m", messages=[{"role": "user", "content": "?"}], **given) as stream,
        ):
            taken.extend(map(seen, stream))
            return taken, plain(stream.get_final_completion()), None
    except Exception as exc:  # noqa: BLE001 (the test looks at it)
        return taken, None, exc


@pytest.mark.parametrize("name", SCRIPTS)
async def test_events_and_completions_are_openais(name: str, kind: Kind, plain_server: ScriptedServer) -> None:
    chunks, given = SCRIPTS[name]
    script(plain_server, chunks)
    expected, their_final, their_error = await asyncio.to_thread(of_openai, plain_server, given)
    async with twin(kind, plain_server) as one:
        found, final, error = await collected(one, **given)
        await assert_nothing_left(plain_server, one)
    assert [event for event, _ in found] == [event for event, _ in expected]
    assert found == expected
    assert final == their_final
    assert type(error) is SAME_ERRORS.get(type(their_error), type(their_error))  # type: ignore[arg-type]
    if isinstance(their_error, openai.LengthFinishReasonError | openai.ContentFilterFinishReasonError):
        ours_cut, theirs_cut = plain(error.completion), plain(their_error.completion)  # type: ignore[union-attr]
        assert without_parsed(ours_cut) == without_parsed(theirs_cut)
    theirs, ours = (call.json for call in plain_server.calls)
    assert ours == theirs
    helpers = [call.headers["x-stainless-helper-method"] for call in plain_server.calls]
    assert helpers == ["chat.completions.stream"] * 2


async def test_a_stream_that_breaks_raises_and_its_snapshot_stays(
    kind: Kind, server: ScriptedServer, trust: Any
) -> None:
    chunks = text_chunks("Otters hold hands", finish=None)
    script(server, chunks, then="close")
    async with twin(kind, server, trust, max_retries=0) as one:
        async with one.within(opened(one)) as stream:
            taken, error = await one.collect(stream)
            assert isinstance(error, IncompleteStreamError)
            assert error.snapshot is stream.current_completion_snapshot
            assert error.snapshot.choices[0].message.content == "Otters hold hands"
            assert error.received == len(chunks)
            assert [event.type for event in taken] == ["chunk", "content.delta"] * len(chunks)
            assert (stream.complete, stream.error) == (False, "incomplete_stream")
            for final in (stream.get_final_completion, stream.until_done):
                with pytest.raises(IncompleteStreamError):
                    await one.do(final)
        await assert_nothing_left(server, one)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (ours)
    assert copy.snapshot == error.snapshot


async def test_an_error_in_the_stream_is_raised_after_its_events(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, [*text_chunks("Otters", finish=None), {"error": {"message": "overloaded"}}])
    async with twin(kind, plain_server) as one, one.within(opened(one)) as stream:
        taken, error = await one.collect(stream)
        assert type(error) is APIError
        assert taken[-1].snapshot == "Otters"
        with pytest.raises(APIError, match="overloaded"):
            await one.do(stream.get_final_completion)


@pytest.mark.parametrize("options", [{}, {"allow_incomplete": True}])
@pytest.mark.parametrize(
    "sent", [[DONE], [], [chunk(object=""), DONE]], ids=["an end mark", "nothing", "a filter's chunk"]
)
async def test_a_stream_without_a_chunk_of_its_answer_is_incomplete(
    sent: list[Any], options: dict[str, Any], kind: Kind, plain_server: ScriptedServer
) -> None:
    script(plain_server, sent)
    async with twin(kind, plain_server, max_retries=0) as one:
        async with one.within(opened(one, **options)) as stream:
            taken, error = await one.collect(stream)
            assert isinstance(error, IncompleteStreamError)
            assert re.search(r"it ended before (its first event|the first chunk of its answer)", str(error))
            assert (taken, error.received, error.snapshot) == ([], len(sent[:-1]), None)
            assert (stream.complete, stream.error) == (False, "incomplete_stream")
            for final in (stream.get_final_completion, stream.until_done):
                with pytest.raises(IncompleteStreamError):
                    await one.do(final)
        await assert_nothing_left(plain_server, one)


async def test_a_streamed_message_is_sent_back_as_it_came(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(STREAM, [*text_chunks(OTTERS), DONE], headers=EVENTS, times=1)
    plain_server.stream(STREAM, [*text_chunks("Yes."), DONE], headers=EVENTS)
    async with twin(kind, plain_server) as one:
        async with one.within(opened(one, response_format=Event)) as stream:
            said = (await one.do(stream.get_final_completion)).choices[0].message
        assert said.parsed == Event.model_validate_json(OTTERS)
        chat = one.client.chat.completions
        async with one.within(chat.stream(model="m", messages=[said])) as stream:
            await one.do(stream.until_done)
    (sent,) = plain_server.calls[-1].json["messages"]
    assert sent == {"role": "assistant", "content": OTTERS, "refusal": None}


async def test_what_was_left_early_has_no_final_completion(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, [*text_chunks("Otters hold hands"), DONE])
    async with twin(kind, plain_server) as one:
        async with one.within(opened(one)) as stream:
            await one.take(stream, 4)
        with pytest.raises(RuntimeError, match="closed before its end"):
            await one.do(stream.get_final_completion)
        await assert_nothing_left(plain_server, one)


async def test_a_server_that_marks_no_end_is_allowed_for(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, text_chunks("Otters", finish=None))
    async with twin(kind, plain_server) as one, one.within(opened(one, allow_incomplete=True)) as stream:
        final = await one.do(stream.get_final_completion)
        assert final.choices[0].message.content == "Otters"
        assert stream.complete is None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (EventData, EventData("Otter day", ["river", "sea shore"])),
        (EventStruct, EventStruct("Otter day", ["river", "sea shore"])),
        (EventDict, {"name": "Otter day", "places": ["river", "sea shore"]}),
    ],
)
async def test_other_types_than_pydantics_are_decoded(
    form: Any, expected: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    script(plain_server, [*text_chunks(OTTERS), DONE])
    async with twin(kind, plain_server) as one:
        async with one.within(opened(one, response_format=form)) as stream:
            taken = await one.take(stream)
            final = await one.do(stream.get_final_completion)
        assert final.choices[0].message.parsed == expected
        assert [event.parsed for event in taken if event.type == "content.done"] == [expected]
        partial = [event.parsed for event in taken if event.type == "content.delta"]
        assert {"name": "Otter day"} in partial
        assert {"name": "Otter day", "places": ["river"]} in partial
    sent = plain_server.calls[0].json["response_format"]["json_schema"]
    assert (sent["name"], sent["strict"], sent["schema"]["required"]) == (form.__name__, True, ["name", "places"])


async def test_an_answer_that_does_not_fit_another_type_is_said_without_its_text(plain_server: ScriptedServer) -> None:
    script(plain_server, [*text_chunks('{"name": "secret", "places": "sea"}'), DONE])
    async with (
        AsyncOpenAI(api_key="k", base_url=plain_server.url) as client,
        client.chat.completions.stream(model="m", messages=[], response_format=EventData) as stream,
    ):
        with pytest.raises(OutputMismatchError, match=r"not fit EventData: Expected `array`.*\$\.places") as info:
            await stream.until_done()
    assert "sea" not in str(info.value)
    assert isinstance(info.value, ValueError)


async def test_text_that_is_no_json_is_an_error_at_its_end(plain_server: ScriptedServer) -> None:
    """It is one at the first word with openai."""
    script(plain_server, [*text_chunks("Otters hold hands"), DONE])
    async with twin("async", plain_server) as one, one.within(opened(one, response_format=EventStruct)) as stream:
        taken, error = await one.collect(stream)
        assert isinstance(error, OutputMismatchError)
        assert "is not JSON, as EventStruct has to be" in str(error)
        assert stream.current_completion_snapshot.choices[0].message.content == "Otters hold hands"
        assert taken[-1].parsed is None


def handled(*chunks: dict[str, Any], **given: Any) -> tuple[list[Any], Any]:
    """Return the events of *chunks*, and the snapshot after them."""
    from aigpt.openai.types.chat import ChatCompletionChunk  # noqa: PLC0415 (few tests need it)

    state: events.ChatCompletionStreamState[Any] = events.ChatCompletionStreamState(**given)
    made = [event for one in chunks for event in state.handle_chunk(ChatCompletionChunk.construct(**one))]
    return made, state.current_completion_snapshot


def test_a_number_is_parsed_once_it_is_whole() -> None:
    """The 1 of 12 comes before it with openai."""
    texts = ['{"a": 1', '2, "b": "x', 'y", "c": [tr', "ue, 2]", "}"]
    made, _ = handled(*(chunk(part({"content": text})) for text in texts), response_format=dict_of_numbers())
    parsed = [event.parsed for event in made if event.type == "content.delta"]
    assert parsed == [{}, {"a": 12}, {"a": 12, "b": "xy", "c": []}, *[{"a": 12, "b": "xy", "c": [True, 2]}] * 2]


def dict_of_numbers() -> Any:
    class Numbers(pydantic.BaseModel):
        a: int

    return Numbers


def test_what_servers_repeat_is_not_joined() -> None:
    """Some send role, id and type with each piece; openai makes "assistantassistant" of the role."""
    first = call_delta(0, '{"pl', "Weather")
    again = call_delta(0, 'ace": "Bergen"}', "")
    again["tool_calls"][0]["id"] = "call_0"
    _, snapshot = handled(
        chunk(part({"role": "assistant", **first})),
        chunk(part({"role": "assistant", **again})),
        chunk(part({"role": ""}, "tool_calls")),
    )
    message = snapshot.choices[0].message
    (call,) = message.tool_calls
    assert (message.role, call.id, call.type, call.function.name) == ("assistant", "call_0", "function", "Weather")
    assert call.function.arguments == '{"place": "Bergen"}'


def test_calls_that_come_whole_with_the_end_are_done() -> None:
    """As Gemini and Ollama send them; openai gives no event for the last."""
    two = [
        {"tool_calls": [*call_delta(0, ARGUMENTS, "Weather")["tool_calls"], *call_delta(1, "{}", "f")["tool_calls"]]}
    ]
    made, _ = handled(chunk(part(two[0], "tool_calls")), input_tools=[pydantic_function_tool(Weather)])
    done = [event for event in made if event.type == "tool_calls.function.arguments.done"]
    assert [(event.index, event.name) for event in done] == [(0, "Weather"), (1, "f")]
    assert done[0].parsed_arguments == Weather(place="Bergen", unit="F")
    assert done[1].parsed_arguments is None


def test_choices_come_in_any_order() -> None:
    _, snapshot = handled(
        chunk(part({"content": "b"}, index=1)), chunk(part({"content": "a"})), chunk(part({"content": "B"}, index=1))
    )
    assert [choice.message.content for choice in snapshot.choices] == ["a", "bB"]


def test_what_servers_add_is_kept() -> None:
    made, snapshot = handled(
        chunk(part({"reasoning_content": "Rafts", "content": None})),
        chunk(part({"reasoning_content": "…"})),
        chunk(part({"content": "ok"}, "stop", stop_reason=7)),
        chunk(usage=USAGE),
        chunk(),
    )
    assert snapshot.choices[0].message.reasoning_content == "Rafts…"
    assert snapshot.usage.total_tokens == 16
    assert made[-1].type == "chunk"
    assert [event.type for event in made].count("content.delta") == 1


def test_a_state_has_nothing_before_the_first_chunk() -> None:
    with pytest.raises(RuntimeError, match="nothing of the completion has come"):
        events.ChatCompletionStreamState().get_final_completion()


@pytest.mark.parametrize("form", [Event(name="x", places=[]), int, list[Event], "json"])
async def test_what_is_no_type_of_objects_is_refused_before_anything_is_sent(
    form: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    async with twin(kind, plain_server) as one:
        for method in ("stream", "parse"):
            call = getattr(one.client.chat.completions, method)
            with pytest.raises(TypeError, match="no JSON Schema of an object can be made of response_format="):
                await one.run(lambda _, call=call: call(model="m", messages=[], response_format=form))
    assert plain_server.calls == []


async def test_a_stream_that_is_never_entered_leaves_nothing_behind(plain_server: ScriptedServer) -> None:
    async with AsyncOpenAI(api_key="k", base_url=plain_server.url) as client:
        client.chat.completions.stream(model="m", messages=[])
    assert plain_server.calls == []


async def test_options_of_the_call_pass_through(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, [*text_chunks("Otters"), DONE])
    async with twin(kind, plain_server, default_headers={"x-a": "1"}) as one:
        view = one.client.with_options(default_headers={"x-b": "2"})
        manager = view.chat.completions.stream(
            model="m",
            messages=[],
            extra_headers={"x-c": "3"},
            extra_query={"q": "4"},
            extra_body={"mood": "curious"},
            timeout=30,
            deadline=60,
            abort=one.event(),
        )
        async with one.within(manager) as stream:
            await one.do(stream.until_done)
            assert stream.response.headers["x-request-id"] == "req_1"
    (call,) = plain_server.calls
    assert (call.headers["x-b"], call.headers["x-c"]) == ("2", "3")
    assert (call.path.partition("?")[2], call.json["mood"]) == ("q=4", "curious")


async def test_an_abort_ends_the_stream_between_events(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, text_chunks("Otters", finish=None), then="hang")
    async with twin(kind, plain_server) as one:
        abort = one.event()
        async with one.within(opened(one, abort=abort)) as stream:
            await one.take(stream, 4)
            abort.set()
            _, error = await one.collect(stream)
        assert error is not None
        assert "abort" in str(error).lower()
        await assert_nothing_left(plain_server, one)
