"""`responses.stream`: the events and objects of the pinned openai itself, and what ours has beyond it."""

from __future__ import annotations

import asyncio
from typing import Any, get_args

import openai
import pytest
from openai_twins import Kind, Twin, assert_nothing_left, twin
from scripted_helpers import (
    EVENTS,
    OTTERS,
    Event,
    EventData,
    EventDict,
    EventStruct,
    Weather,
    call_events,
    completed,
    function_call,
    message,
    numbered,
    openais,
    plain,
    response,
    seen,
    text_events,
    text_part,
    whole,
)

from aigpt.openai import (
    APIResponseValidationError,
    IncompleteStreamError,
    OpenAI,
    OutputMismatchError,
    pydantic_function_tool,
)
from aigpt.openai._fields import literals_of, members_of
from aigpt.openai.lib.streaming import responses as events
from aigpt.openai.types.responses import ResponseStreamEvent
from aigpt.testing import ScriptedServer

TEXT = "Otters hold hands"
ARGUMENTS = '{"place": "Bergen", "unit": "F"}'
STRICT = {"type": "function", "name": "Weather", "strict": True, "parameters": {"type": "object", "properties": {}}}
NAMESPACE = {"type": "namespace", "name": "sea", "description": "", "tools": [STRICT]}
REFUSAL = {"type": "refusal", "refusal": "No."}
PLACE = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
CUSTOM = {"id": "ctc_1", "type": "custom_tool_call", "call_id": "call_1", "name": "sh", "input": "ls"}
REFUSED = [
    {"type": "response.output_item.added", "output_index": 0, "item": message(status="in_progress")},
    {"type": "response.content_part.added", **PLACE, "part": {"type": "refusal", "refusal": ""}},
    {"type": "response.refusal.delta", **PLACE, "delta": "No."},
    {"type": "response.refusal.done", **PLACE, "refusal": "No."},
    {"type": "response.output_item.done", "output_index": 0, "item": message(REFUSAL)},
]
CUSTOM_CALLED = [
    {"type": "response.output_item.added", "output_index": 0, "item": {**CUSTOM, "input": ""}},
    {"type": "response.custom_tool_call_input.delta", "output_index": 0, "item_id": "ctc_1", "delta": "ls"},
    {"type": "response.output_item.done", "output_index": 0, "item": CUSTOM},
]
NULL_ITEM = {"type": "response.output_item.added", "output_index": 0, "item": None}
CUT = response("incomplete", [message(text_part(OTTERS[:9]))], incomplete_details={"reason": "max_output_tokens"})
FAILED = response("failed", error={"code": "server_error", "message": "It broke."})


def two_messages() -> list[dict[str, Any]]:
    """Return the events of a remark and of the answer."""
    remark, answer = text_events("Let me see.", phase="commentary"), text_events(OTTERS, 1, phase="final_answer")
    for event in answer:
        if "item" in event:
            event["item"]["id"] = "msg_2"
    return remark + answer


def ended(kind: str, body: dict[str, Any], *, with_output: bool = True) -> dict[str, Any]:
    body = {name: value for name, value in body.items() if with_output or name != "output"}
    return {"type": f"response.{kind}", "response": body}


SCRIPTS: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "text": (whole(text_events(TEXT), completed(message(text_part(TEXT)))), {}),
    "type": (whole(text_events(OTTERS), completed(message(text_part(OTTERS)))), {"text_format": Event}),
    "phases": (
        whole(
            two_messages(),
            completed(
                message(text_part("Let me see."), phase="commentary"),
                {**message(text_part(OTTERS), phase="final_answer"), "id": "msg_2"},
            ),
        ),
        {"text_format": Event},
    ),
    "refusal": (whole(REFUSED, completed(message(REFUSAL))), {"text_format": Event}),
    "call of a model": (
        whole(call_events(ARGUMENTS), completed(function_call(ARGUMENTS))),
        {"tools": [openai.pydantic_function_tool(Weather)]},
    ),
    "call of a model of responses": (
        whole(call_events(ARGUMENTS), completed(function_call(ARGUMENTS))),
        {"tools": [openai.pydantic_responses_function_tool(Weather)]},
    ),
    "strict call": (whole(call_events(ARGUMENTS), completed(function_call(ARGUMENTS))), {"tools": [STRICT]}),
    "call in a namespace": (
        whole(call_events(ARGUMENTS), completed({**function_call(ARGUMENTS), "namespace": "sea"})),
        {"tools": [NAMESPACE]},
    ),
    "call that is not parsed": (whole(call_events(ARGUMENTS), completed(function_call(ARGUMENTS))), {}),
    "text and call": (
        whole(
            text_events(TEXT) + call_events(ARGUMENTS, 1), completed(message(text_part(TEXT)), function_call(ARGUMENTS))
        ),
        {"tools": [STRICT]},
    ),
    "custom call": (whole(CUSTOM_CALLED, completed(CUSTOM)), {}),
    "null item": (whole([NULL_ITEM, *text_events(TEXT, 1)], completed(message(text_part(TEXT)))), {}),
    "incomplete": (whole(text_events(OTTERS[:9]), ended("incomplete", CUT)), {}),
    "failed": (whole([], ended("failed", FAILED)), {}),
    "no output at the end": (
        whole(text_events(TEXT), ended("completed", response("completed"), with_output=False)),
        {},
    ),
    "failed without output": (whole(text_events(TEXT)[:-1], ended("failed", FAILED, with_output=False)), {}),
    "resumed": (
        whole(text_events(TEXT), completed(message(text_part(TEXT)))),
        {"response_id": "resp_1", "starting_after": 4},
    ),
    "another type": (
        whole(text_events('{"name": "x"}'), completed(message(text_part('{"name": "x"}')))),
        {"text_format": Event},
    ),
    "item twice": (whole([*text_events(TEXT), *text_events(TEXT)], completed()), {}),
    "no item": (whole(text_events(TEXT)[2:], completed(message(text_part(TEXT)))), {}),
    "another response": (
        whole([], {"type": "response.completed", "response": {**response("completed"), "id": "r"}}),
        {},
    ),
    "another item at the end": (
        whole(call_events(ARGUMENTS), completed({**function_call(ARGUMENTS), "id": "fc_2"})),
        {},
    ),
    "another item when it is done": (
        whole([*call_events(ARGUMENTS)[:-1], text_events(TEXT)[-1]], completed(function_call(ARGUMENTS))),
        {},
    ),
    "one item in two places": (whole([*call_events(ARGUMENTS), *call_events(ARGUMENTS, 1)], completed()), {}),
    "one item twice in a response": (
        whole([ended("in_progress", response("in_progress", [function_call("{}")] * 2))], completed()),
        {},
    ),
    "an item renewed": (
        whole(
            [*call_events(ARGUMENTS), ended("in_progress", response("in_progress", [function_call("{}")]))],
            ended("completed", response("completed"), with_output=False),
        ),
        {"tools": [STRICT]},
    ),
    "another item renewed": (
        whole(
            [
                *call_events(ARGUMENTS),
                ended("in_progress", response("in_progress", [{**function_call("{}"), "id": "fc_2"}])),
            ],
            completed(),
        ),
        {},
    ),
    "an item left out": (whole(text_events(TEXT)[:-1], completed()), {}),
    "an item that was not done": (whole(text_events(TEXT)[:-1], completed(message(text_part(TEXT)))), {}),
    "generator of tools in a namespace": (
        whole(call_events(ARGUMENTS), completed({**function_call(ARGUMENTS), "namespace": "sea"})),
        {"tools": "generator"},
    ),
    "no beginning": ([*text_events(TEXT), completed(message(text_part(TEXT)))], {}),
    "unfinished": (whole(text_events(TEXT)[:-1], ended("completed", response("completed"), with_output=False)), {}),
}


def script(server: ScriptedServer, body: list[Any], **options: Any) -> None:
    for route in ("responses", "responses/resp_1"):
        server.stream(route, numbered(body), headers=EVENTS, **options)


def given_with(given: dict[str, Any]) -> dict[str, Any]:
    if given.get("tools") == "generator":
        given = {"tools": iter([{**NAMESPACE, "tools": iter([STRICT])}])}
    return given if "response_id" in given else {"model": "m", "input": "?", **given}


def opened(one: Twin, **given: Any) -> Any:
    return one.client.responses.stream(**given_with(given))


async def collected(one: Twin, **given: Any) -> tuple[list[Any], Any, Exception | None]:
    """Return the events as they were when they came, the final response, and what was raised."""
    taken: list[Any] = []
    try:
        async with one.within(opened(one, **given)) as stream:
            while True:
                try:
                    taken.append(seen(await one.do(stream.__next__ if one.is_blocking else stream.__anext__)))
                except (EOFError, StopAsyncIteration):
                    break
            final = await one.do(stream.get_final_response)
            return taken, (plain(final), final.output_text, plain(final.output_parsed)), None
    except Exception as exc:  # noqa: BLE001 (the test looks at it)
        return taken, None, exc


def of_openai(server: ScriptedServer, given: dict[str, Any]) -> tuple[list[Any], Any, Exception | None]:
    taken: list[Any] = []
    try:
        with openais(server) as client, client.responses.stream(**given_with(given)) as stream:
            taken.extend(map(seen, stream))
            final = stream.get_final_response()
            return taken, (plain(final), final.output_text, plain(final.output_parsed)), None
    except Exception as exc:  # noqa: BLE001 (the test looks at it)
        return taken, None, exc


@pytest.mark.parametrize("name", SCRIPTS)
async def test_events_and_responses_are_openais(name: str, kind: Kind, plain_server: ScriptedServer) -> None:
    body, given = SCRIPTS[name]
    script(plain_server, body)
    expected, their_final, their_error = await asyncio.to_thread(of_openai, plain_server, given)
    async with twin(kind, plain_server) as one:
        found, final, error = await collected(one, **given)
        await assert_nothing_left(plain_server, one)
    assert [event for event, _ in found] == [event for event, _ in expected]
    assert found == expected
    assert final == their_final
    # What is out of order is a RuntimeError in openai; here it is one of ours, too.
    assert type(error) is type(their_error) or isinstance(error, APIResponseValidationError | OutputMismatchError)
    assert error is None or isinstance(error, type(their_error) if type(their_error) is RuntimeError else ValueError)
    theirs, ours = plain_server.calls
    assert (ours.method, ours.path) == (theirs.method, theirs.path)
    assert ours.body == b"" or ours.json == theirs.json


async def test_a_stream_that_breaks_raises_and_its_snapshot_stays(
    kind: Kind, server: ScriptedServer, trust: Any
) -> None:
    script(server, whole(text_events(TEXT)[:-3], None), then="close")
    async with twin(kind, server, trust, max_retries=0) as one:
        async with one.within(opened(one)) as stream:
            taken, error = await one.collect(stream)
            assert isinstance(error, IncompleteStreamError)
            assert error.snapshot is stream.current_response_snapshot
            assert (error.snapshot.output_text, error.snapshot.status) == (TEXT, "in_progress")
            assert taken[-1].snapshot == TEXT
            with pytest.raises(IncompleteStreamError):
                await one.do(stream.get_final_response)
        await assert_nothing_left(server, one)


async def test_what_is_announced_whole_and_streamed_again_comes_once(kind: Kind, plain_server: ScriptedServer) -> None:
    """LiteLLM announces items like that where it asks the server behind it for whole answers."""
    said, call = message(text_part(TEXT)), function_call(ARGUMENTS)
    texts, calls = text_events(TEXT), call_events(ARGUMENTS, 1)
    texts[0]["item"], texts[1]["part"], calls[0]["item"] = said, text_part(TEXT), call
    script(plain_server, whole([*texts, *calls], completed(said, call)))
    async with twin(kind, plain_server) as one, one.within(opened(one)) as stream:
        snapshots: dict[str, list[str]] = {}
        for event in await one.take(stream):
            if event.type.endswith(".delta"):
                snapshots.setdefault(event.type, []).append(event.snapshot)
        final = await one.do(stream.get_final_response)
    grown = snapshots["response.output_text.delta"]
    assert (grown[0], grown[-1]) == (TEXT[:7], TEXT)
    grown = snapshots["response.function_call_arguments.delta"]
    assert (grown[0], grown[-1]) == (ARGUMENTS[:7], ARGUMENTS)
    assert final.output_text == TEXT


@pytest.mark.parametrize("sent", [["data: [DONE]\n\n"], []], ids=["an end mark", "nothing"])
async def test_a_stream_without_an_event_is_incomplete(
    sent: list[str], kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream("responses", sent, headers=EVENTS)
    async with twin(kind, plain_server, max_retries=0) as one:
        async with one.within(opened(one, allow_incomplete=True)) as stream:
            with pytest.raises(IncompleteStreamError, match="it ended before its first event") as caught:
                await one.do(stream.get_final_response)
            assert (caught.value.received, caught.value.snapshot, stream.complete) == (0, None, False)
        await assert_nothing_left(plain_server, one)


async def test_what_ended_early_is_in_the_snapshot(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, whole(text_events(OTTERS[:9]), ended("incomplete", CUT)))
    async with twin(kind, plain_server) as one, one.within(opened(one)) as stream:
        with pytest.raises(RuntimeError, match="nothing of the response has come"):
            _ = stream.current_response_snapshot
        with pytest.raises(RuntimeError, match=r"it ended with response\.incomplete"):
            await one.do(stream.get_final_response)
        snapshot = stream.current_response_snapshot
        assert (snapshot.status, snapshot.output_text) == ("incomplete", OTTERS[:9])
        assert snapshot.incomplete_details.reason == "max_output_tokens"


def test_the_snapshot_has_refusals_and_arguments_as_they_grow(plain_server: ScriptedServer) -> None:
    script(
        plain_server,
        whole([*REFUSED, *call_events(ARGUMENTS, 1)], completed(message(REFUSAL), function_call(ARGUMENTS))),
    )
    with OpenAI(api_key="k", base_url=plain_server.url) as client:
        grown: list[Any] = []
        with client.responses.stream(model="m", input="?") as stream:
            for event in stream:
                output: list[Any] = list(stream.current_response_snapshot.output)
                if event.type == "response.refusal.delta":
                    grown.append(output[0].content[0].refusal)
                elif event.type == "response.function_call_arguments.delta":
                    assert event.snapshot == output[1].arguments
                    grown.append(event.snapshot)
    assert grown == ["No.", *[ARGUMENTS[:end] for end in range(7, 35, 7)], ARGUMENTS]


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
    script(plain_server, whole(text_events(OTTERS), completed(message(text_part(OTTERS)))))
    async with twin(kind, plain_server) as one, one.within(opened(one, text_format=form)) as stream:
        taken = await one.take(stream)
        assert (await one.do(stream.get_final_response)).output_parsed == expected
        assert [event.parsed for event in taken if event.type == "response.output_text.done"] == [expected]
    sent = plain_server.calls[0].json["text"]["format"]
    assert (sent["name"], sent["strict"], sent["schema"]["required"]) == (form.__name__, True, ["name", "places"])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"input": "?"}, r"a new response needs model="),
        ({"model": "m"}, r"a new response needs input="),
        ({}, r"response_id=… is needed"),
        ({"starting_after": 3}, r"response_id=… is needed"),
        ({"response_id": "resp_1", "model": "m"}, r"^model cannot be given for the existing response"),
    ],
)
def test_what_does_not_go_together_is_refused(
    given: dict[str, Any], message: str, plain_server: ScriptedServer
) -> None:
    with OpenAI(api_key="k", base_url=plain_server.url) as client, pytest.raises(ValueError, match=message):
        client.responses.stream(**given)
    assert plain_server.calls == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text_format": Event, "text": {"format": {"type": "text"}}}, "cannot both be given"),
        ({"text_format": {"type": "json_object"}}, "text_format takes a type"),
        ({"text_format": int}, r"no JSON Schema of an object can be made of text_format=int"),
        ({"tools": [{"type": "function", "function": {"name": "f"}}]}, r"its fields beside its type"),
    ],
)
def test_what_cannot_be_sent_is_refused(given: dict[str, Any], message: str, plain_server: ScriptedServer) -> None:
    with OpenAI(api_key="k", base_url=plain_server.url) as client:
        for method in (client.responses.stream, client.responses.parse):
            with pytest.raises(TypeError, match=message):
                method(model="m", input="?", **given)  # type: ignore[operator]
    assert plain_server.calls == []


async def test_options_of_the_call_pass_through(kind: Kind, plain_server: ScriptedServer) -> None:
    script(plain_server, whole(text_events(TEXT)[:4], None))
    async with twin(kind, plain_server) as one:
        call = {"extra_headers": {"x-c": "3"}, "extra_query": {"q": "4"}, "timeout": 30, "deadline": 60}
        call |= {"abort": one.event(), "allow_incomplete": True}
        async with one.within(opened(one, extra_body={"mood": "curious"}, **call)) as stream:
            assert len(await one.take(stream)) == 6
        resumed = one.client.responses.stream(response_id="resp_1", include=["file_search_call.results"], **call)
        async with one.within(resumed) as stream:
            assert len(await one.take(stream)) == 6
    new, old = plain_server.calls
    assert (new.headers["x-c"], new.path.partition("?")[2], new.json["mood"]) == ("3", "q=4", "curious")
    assert (old.method, old.headers["x-c"]) == ("GET", "3")
    assert "include%5B%5D=file_search_call.results" in old.path


def test_the_union_of_events_is_the_servers_with_four_of_ours() -> None:
    ours = members_of(events.ResponseStreamEvent)
    found = {literals_of(member.model_fields["type"].annotation)[0]: member for member in map(class_of, ours)}
    theirs = {literals_of(m.model_fields["type"].annotation)[0]: m for m in members_of(ResponseStreamEvent)}
    assert found.keys() == theirs.keys()
    own = {name for name, member in found.items() if member is not theirs[name]}
    assert own == {
        "response.completed",
        "response.function_call_arguments.delta",
        "response.output_text.delta",
        "response.output_text.done",
    }
    assert all(issubclass(found[name], theirs[name]) for name in own)


def class_of(form: Any) -> Any:
    return getattr(form, "__origin__", form)


def test_the_paths_are_openais() -> None:
    from openai.lib.streaming import chat, responses  # noqa: PLC0415 (the twins)

    from aigpt.openai.lib.streaming import chat as our_chat  # noqa: PLC0415 (likewise)

    for theirs, ours in ((chat, our_chat), (responses, events)):
        names = {name for name in vars(theirs) if name[0].isupper()}
        assert set(ours.__all__) - names <= {"ResponseCompletedEvent"}
        assert names <= set(ours.__all__)
        for name in names:
            fields = getattr(getattr(theirs, name), "model_fields", None)
            if fields is not None and not get_args(getattr(theirs, name)):
                assert list(getattr(ours, name).model_fields) == list(fields), name
    assert pydantic_function_tool(Weather)["type"] == "function"
