"""Answers that the helpers cannot take: cut ones that were to be parsed, and data that no server should send."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pydantic
import pytest
from openai_twins import Kind, Twin, assert_nothing_left, twin
from scripted_helpers import (
    DONE,
    EVENTS,
    OTTERS,
    Event,
    EventData,
    Weather,
    call_chunks,
    chunk,
    completed,
    function_call,
    message,
    numbered,
    part,
    response,
    text_chunks,
    text_events,
    text_part,
    whole,
)

from aigpt.openai import (
    APIResponseValidationError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    OutputMismatchError,
    pydantic_function_tool,
)
from aigpt.testing import ScriptedServer

CUT = {"max_output_tokens": LengthFinishReasonError, "content_filter": ContentFilterFinishReasonError}
ASKED = {"model": "m", "input": "?"}
STRICT = {"type": "function", "name": "Weather", "strict": True, "parameters": {"type": "object"}}


def incomplete(text: str, reason: str) -> dict[str, Any]:
    return response(
        "incomplete",
        [message(text_part(text), status="incomplete")],
        incomplete_details={"reason": reason},
        usage={"input_tokens": 1, "output_tokens": 16, "total_tokens": 17},
    )


def cut_events(text: str, reason: str) -> list[dict[str, Any]]:
    events = text_events(text)
    events[-1]["item"] = message(text_part(text), status="incomplete")
    return whole(events, {"type": "response.incomplete", "response": incomplete(text, reason)})


# ── cut responses ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", [OTTERS, OTTERS[:9], ""], ids=["whole", "cut", "empty"])
@pytest.mark.parametrize("reason", CUT)
@pytest.mark.parametrize("form", [Event, EventData])
async def test_a_cut_response_is_not_parsed(
    text: str, reason: str, form: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("responses", json=incomplete(text, reason))
    async with twin(kind, plain_server) as one:
        with pytest.raises(CUT[reason]) as info:
            await one.run(lambda client: client.responses.parse(**ASKED, text_format=form))
        error: Any = pickle.loads(pickle.dumps(info.value))  # noqa: S301 (its own)
        assert (error.response.status, error.response.output_text, error.completion) == ("incomplete", text, None)
        untyped = await one.run(lambda client: client.responses.parse(**ASKED))
        assert (untyped.status, untyped.output_text) == ("incomplete", text)


@pytest.mark.parametrize("text", [OTTERS, OTTERS[:9]], ids=["whole", "cut"])
@pytest.mark.parametrize("reason", CUT)
@pytest.mark.parametrize("form", [Event, EventData])
async def test_a_stream_of_a_cut_response_gives_what_came_and_raises(
    text: str, reason: str, form: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream("responses", numbered(cut_events(text, reason)), headers=EVENTS)
    async with twin(kind, plain_server) as one:
        async with one.within(one.client.responses.stream(**ASKED, text_format=form)) as stream:
            events, error = await one.collect(stream)
            assert "".join(e.delta for e in events if e.type == "response.output_text.delta") == text
            assert type(error) is CUT[reason]
            assert stream.current_response_snapshot.output_text == text
            with pytest.raises(CUT[reason]):
                await one.do(stream.get_final_response)
        await assert_nothing_left(plain_server, one)


async def test_cut_arguments_of_a_strict_function_are_not_parsed(kind: Kind, plain_server: ScriptedServer) -> None:
    body = response(
        "incomplete",
        [function_call('{"place": ', "incomplete")],
        incomplete_details={"reason": "max_output_tokens"},
    )
    plain_server.reply("responses", json=body)
    async with twin(kind, plain_server) as one:
        for tools in ([STRICT], [{"type": "namespace", "name": "n", "description": "", "tools": [STRICT]}]):
            with pytest.raises(LengthFinishReasonError):
                await one.run(lambda client, given=tools: client.responses.parse(**ASKED, tools=given))


async def test_a_text_that_does_not_fit_is_said_once_its_message_is_done(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    body = whole(text_events("no JSON"), completed(message(text_part("no JSON"))))
    plain_server.stream("responses", numbered(body), headers=EVENTS)
    async with (
        twin(kind, plain_server) as one,
        one.within(one.client.responses.stream(**ASKED, text_format=EventData)) as stream,
    ):
        events, error = await one.collect(stream)
        assert type(error) is OutputMismatchError
        assert events[-1].type == "response.output_text.delta"


# ── what no server should send ──────────────────────────────────────────────────────────────────────────────────────

FEED = [*text_chunks(OTTERS, finish=None), *call_chunks(("Weather", '{"place": "Bergen"}'))]
HOSTILE_CHUNKS: dict[str, list[Any]] = {
    "a number for a text": [chunk(part({"role": "assistant", "content": 5}))],
    "a text for choices": [chunk(), {**chunk(), "choices": "x"}],
    "choices of null": [chunk(), {**chunk(), "choices": [None]}],
    "a list for a delta": [chunk(part([]))],  # type: ignore[arg-type]
    "a number for calls": [chunk(part({"tool_calls": 5}))],
    "a list of an index": [chunk(part({}, index=[7]))],  # type: ignore[arg-type,list-item]
    "a number for arguments": [
        chunk(part({"tool_calls": [{"index": 0, "type": "function", "function": {"name": "Weather", "arguments": 5}}]}))
    ],
    "logprobs of a text": [chunk({**part({"content": "x"}), "logprobs": "x"})],
}


def opened_chat(one: Twin, form: Any = Event) -> Any:
    messages: Any = [{"role": "user", "content": "?"}]
    return one.client.chat.completions.stream(
        model="m", messages=messages, response_format=form, tools=[pydantic_function_tool(Weather)]
    )


def stream_chunks(server: ScriptedServer, chunks: list[Any]) -> None:
    server.stream("chat/completions", [*(f"data: {json.dumps(one)}\n\n" for one in chunks), DONE], headers=EVENTS)


@pytest.mark.parametrize("name", HOSTILE_CHUNKS)
async def test_chunks_of_other_types_are_an_error_of_the_response(
    name: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    stream_chunks(plain_server, [*FEED[:3], *HOSTILE_CHUNKS[name], *FEED[3:]])
    async with twin(kind, plain_server) as one:
        async with one.within(opened_chat(one)) as stream:
            taken, error = await one.collect(stream)
            assert isinstance(error, APIResponseValidationError), error
            assert (error.status_code, len(taken) > 0) == (200, True)
            assert await one.collect(stream) == ([], None)  # it is raised once, and again for the final object
            with pytest.raises(APIResponseValidationError):
                await one.do(stream.get_final_completion)
        await assert_nothing_left(plain_server, one)


async def test_what_only_the_final_object_shows_is_an_error_of_the_response(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    function = {"name": "Weather", "arguments": [5]}
    call = {"index": 0, "id": "call_0", "type": "other", "function": function}
    stream_chunks(plain_server, [chunk(part({"tool_calls": [call]})), chunk(part({}, "tool_calls"))])
    async with twin(kind, plain_server) as one, one.within(opened_chat(one)) as stream:
        with pytest.raises(APIResponseValidationError):
            await one.do(stream.get_final_completion)


TEXTED = whole(text_events(OTTERS), completed(message(text_part(OTTERS))))


@pytest.mark.parametrize(
    ("at", "path", "value"),
    [
        (0, ("response",), None),
        (0, ("response", "output"), 5),
        (2, ("item",), "x"),
        (2, ("output_index",), []),
        (2, ("item", "content"), 7),
        (4, ("delta",), 5),
        (4, ("content_index",), "0"),
        (4, ("content_index",), 10**30),
        (4, ("output_index",), 4),
        (-1, ("response", "id"), "resp_2"),
        (-1, ("response", "output"), "x"),
        (-1, ("response", "output"), [None]),
        (-1, ("response",), []),
    ],
)
async def test_events_of_other_types_are_an_error_of_the_response(
    at: int, path: tuple[str, ...], value: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    body = copy.deepcopy(TEXTED)
    place = body[at]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    plain_server.stream("responses", numbered(body), headers=EVENTS)
    async with twin(kind, plain_server) as one:
        async with one.within(one.client.responses.stream(**ASKED, text_format=EventData)) as stream:
            _, error = await one.collect(stream)
            assert isinstance(error, APIResponseValidationError), error
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize("output", [5, [{"type": "message", "content": 5}]])
async def test_a_whole_response_of_other_types_is_an_error_of_the_response(
    output: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("responses", json=response("completed", output), headers={"x-request-id": "req_7"})
    async with twin(kind, plain_server) as one:
        with pytest.raises(APIResponseValidationError) as info:
            await one.run(lambda client: client.responses.parse(**ASKED, text_format=EventData))
        assert info.value.response.headers["x-request-id"] == "req_7"


@pytest.mark.parametrize("said", [{"content": 5}, {"tool_calls": 5}])
async def test_a_whole_completion_of_other_types_is_an_error_of_the_response(
    said: dict[str, Any], kind: Kind, plain_server: ScriptedServer
) -> None:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **said}}
    plain_server.reply("chat/completions", json={"id": "c", "object": "chat.completion", "choices": [choice]})
    given: Any = {"model": "m", "messages": [], "response_format": EventData}
    async with twin(kind, plain_server) as one:
        with pytest.raises(APIResponseValidationError) as info:
            await one.run(lambda client: client.chat.completions.parse(**given))
        assert "5" not in str(info.value)
        raw = await one.run(lambda client: client.chat.completions.with_raw_response.parse(**given))
        with pytest.raises(APIResponseValidationError):
            raw.parse()


class Picky(pydantic.BaseModel):
    name: str

    @pydantic.field_validator("name")
    @classmethod
    def look_up(cls, name: str) -> str:
        return {"cat": "Tom"}[name]


async def test_what_the_callers_type_raises_is_the_callers(kind: Kind, plain_server: ScriptedServer) -> None:
    stream_chunks(plain_server, text_chunks('{"name": "dog"}'))
    async with twin(kind, plain_server) as one:
        async with one.within(opened_chat(one, Picky)) as stream:
            _, error = await one.collect(stream)
            assert type(error) is KeyError
        plain_server.reply("responses", json=response("completed", [message(text_part('{"name": "dog"}'))]))
        with pytest.raises(KeyError):
            await one.run(lambda client: client.responses.parse(**ASKED, text_format=Picky))


# ── what servers do all the same ────────────────────────────────────────────────────────────────────────────────────


def call_piece(index: int, arguments: str, name: str | None = None) -> dict[str, Any]:
    function: dict[str, Any] = {"arguments": arguments} | ({} if name is None else {"name": name})
    call: dict[str, Any] = {"index": index, "function": function}
    return chunk(part({"tool_calls": [call | ({} if name is None else {"id": f"call_{index}", "type": "function"})]}))


async def test_calls_may_come_side_by_side(kind: Kind, plain_server: ScriptedServer) -> None:
    pieces = [
        call_piece(0, '{"place": ', "Weather"),
        call_piece(1, '{"pla', "Weather"),
        call_piece(0, '"Bergen"}'),
        call_piece(1, 'ce": "Oslo"}'),
    ]
    stream_chunks(plain_server, [*pieces, chunk(part({}, "tool_calls"))])
    async with twin(kind, plain_server) as one, one.within(opened_chat(one)) as stream:
        events = await one.take(stream)
        done = [event for event in events if event.type == "tool_calls.function.arguments.done"]
        assert [event.parsed_arguments for event in done] == [Weather(place="Bergen"), Weather(place="Oslo")]
        assert [event.index for event in done] == [0, 1]
        calls = (await one.do(stream.get_final_completion)).choices[0].message.tool_calls
        assert [call.function.parsed_arguments.place for call in calls] == ["Bergen", "Oslo"]


async def test_a_name_that_is_repeated_with_its_id_is_not_doubled(kind: Kind, plain_server: ScriptedServer) -> None:
    pieces = [call_piece(0, '{"place": ', "Weather"), call_piece(0, '"Bergen"}', "Weather")]
    stream_chunks(plain_server, [*pieces, chunk(part({}, "tool_calls"))])
    async with twin(kind, plain_server) as one, one.within(opened_chat(one)) as stream:
        (call,) = (await one.do(stream.get_final_completion)).choices[0].message.tool_calls
        assert (call.id, call.function.name) == ("call_0", "Weather")
        assert call.function.parsed_arguments == Weather(place="Bergen")


@pytest.mark.parametrize("how", ["missing", "null"])
async def test_calls_without_an_index_are_told_apart_by_their_ids(
    how: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    pieces = [
        call_piece(0, '{"place": ', "Weather"),
        call_piece(0, '"Bergen"}'),
        call_piece(1, '{"place": "Oslo"}', "Weather"),
    ]
    for piece in pieces:
        call = piece["choices"][0]["delta"]["tool_calls"][0]
        call["index"] = None
        if how == "missing":
            del call["index"]
    stream_chunks(plain_server, [*pieces, chunk(part({}, "tool_calls"))])
    async with twin(kind, plain_server) as one, one.within(opened_chat(one)) as stream:
        events = await one.take(stream)
        done = [event for event in events if event.type == "tool_calls.function.arguments.done"]
        assert [(event.index, event.parsed_arguments.place) for event in done] == [(0, "Bergen"), (1, "Oslo")]
        calls = (await one.do(stream.get_final_completion)).choices[0].message.tool_calls
        assert [(call.id, call.function.parsed_arguments.place) for call in calls] == [
            ("call_0", "Bergen"),
            ("call_1", "Oslo"),
        ]
