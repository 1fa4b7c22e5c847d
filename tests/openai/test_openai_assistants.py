"""Event handlers of assistants: told what openai's are told, in the same order, with the same snapshots."""

from __future__ import annotations

import asyncio
import copy
import json
import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import openai as theirs
import pytest
from openai.lib.streaming._deltas import accumulate_delta
from openai_twins import KEY, Kind, assert_nothing_left, twin

from aigpt import openai
from aigpt.openai import _errors as errors
from aigpt.openai._run_snapshots import add_delta
from aigpt.testing import ScriptedServer

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*the API drops:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The Assistants API is:DeprecationWarning"),
    pytest.mark.way("short"),
]
RUN = {"id": "run_1", "object": "thread.run", "thread_id": "thread_1", "assistant_id": "asst_1", "created_at": 1}
STEP = {"id": "step_1", "object": "thread.run.step", "run_id": "run_1", "thread_id": "thread_1", "type": "tool_calls"}
MESSAGE = {"id": "msg_1", "object": "thread.message", "thread_id": "thread_1", "role": "assistant", "content": []}

Events = list[tuple[str, Any]]


def run(state: str) -> tuple[str, Any]:
    return f"thread.run.{state}", {**RUN, "status": state}


def text(index: int, value: str | None, **more: Any) -> dict[str, Any]:
    return {"index": index, "type": "text", "text": {"value": value, **more}}


def said(*content: dict[str, Any], of: str = "msg_1") -> tuple[str, Any]:
    return "thread.message.delta", {"id": of, "object": "thread.message.delta", "delta": {"content": list(content)}}


def image(index: int) -> dict[str, Any]:
    return {"index": index, "type": "image_file", "image_file": {"file_id": "file-9"}}


def message(state: str, *content: dict[str, Any], of: str = "msg_1") -> tuple[str, Any]:
    return f"thread.message.{state}", {**MESSAGE, "id": of, "status": state, "content": list(content)}


def done(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name != "index"}


def step(state: str, calls: list[Any], of: str = "step_1") -> tuple[str, Any]:
    details = {"type": "tool_calls", "tool_calls": calls}
    return f"thread.run.step.{state}", {**STEP, "id": of, "status": state, "step_details": details}


def called(*calls: dict[str, Any], of: str = "step_1") -> tuple[str, Any]:
    delta = {"step_details": {"type": "tool_calls", "tool_calls": list(calls)}}
    return "thread.run.step.delta", {"id": of, "object": "thread.run.step.delta", "delta": delta}


def function(index: int, arguments: str, **more: Any) -> dict[str, Any]:
    return {
        "index": index,
        "type": "function",
        "function": {"arguments": arguments, **more.pop("function", {})},
        **more,
    }


def code(index: int, **inner: Any) -> dict[str, Any]:
    return {"index": index, "type": "code_interpreter", "code_interpreter": inner}


NOTE = {"index": 0, "type": "file_citation", "text": "[1]", "start_index": 3, "end_index": 6}
ANSWER = [text(0, "Otters raft.", annotations=[NOTE]), image(1)]
RUNS: dict[str, Events] = {
    "text": [
        ("thread.created", {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}),
        run("created"),
        run("queued"),
        run("in_progress"),
        message("created"),
        message("in_progress"),
        said(text(0, "Otters", annotations=[])),
        said(text(0, " raft.")),
        said(text(0, "", annotations=[NOTE])),
        said(image(1)),
        message("completed", *(done(part) for part in ANSWER)),
        run("completed"),
    ],
    "several parts in one event": [
        run("created"),
        message("created"),
        said(text(0, "a"), text(0, "b"), text(1, "c")),
        said(text(1, "d"), image(2), text(3, "e")),
        message("incomplete", *(done(text(0, "ab")), done(text(1, "cd")), done(image(2)), done(text(3, "e")))),
        message("created", of="msg_2"),
        said(text(0, "f"), of="msg_2"),
        message("completed", done(text(0, "f")), of="msg_2"),
        run("incomplete"),
    ],
    "tools": [
        run("created"),
        step("created", []),
        step("in_progress", []),
        called(function(0, "", id="call_1", function={"name": "weather", "output": None})),
        called(function(0, '{"place": ')),
        called(function(0, '"Bergen"}'), function(1, "{", id="call_2", function={"name": "time"})),
        called(function(1, "}")),
        run("requires_action"),
    ],
    "code": [
        run("created"),
        step("created", []),
        called(code(0, input="import", outputs=[])),
        called(code(0, input=" math")),
        called(code(0, outputs=[{"index": 0, "type": "logs", "logs": "1"}])),
        called(code(0, outputs=[{"index": 0, "type": "logs", "logs": "2"}])),
        called(code(0, outputs=[{"index": 1, "type": "image", "image": {"file_id": "file-3"}}])),
        step("completed", [{"id": "call_1", "type": "code_interpreter", "code_interpreter": {"input": "import math"}}]),
        step("created", [], of="step_2"),
        called(code(0, input="2"), of="step_2"),
        step("failed", [], of="step_2"),
        run("failed"),
    ],
    "nothing": [run("created"), run("cancelling"), run("cancelled")],
    "unknown": [run("created"), ("thread.run.pondering", {"id": "run_1", "deep": True}), run("expired")],
}
HOOKS = [name for name in dir(openai.AssistantEventHandler) if name.startswith("on_")]


def sse(events: Events, *, is_done: bool = True) -> list[object]:
    sent: list[object] = [f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in events]
    return [*sent, "event: done\ndata: [DONE]\n\n"] if is_done else sent


def plain(value: Any) -> Any:
    return copy.deepcopy(value.to_dict()) if hasattr(value, "to_dict") else value


def recording(base: type[Any], seen: list[Any]) -> Any:
    """Return a handler of the class *base* that notes what it is told, and what it knows at that time."""

    def note(handler: Any, name: str, arguments: tuple[Any, ...]) -> None:
        known = (handler.current_event, handler.current_run, handler.current_message_snapshot)
        step = handler.current_run_step_snapshot if name != "on_event" else None
        exceptions = [type(one).__name__ if isinstance(one, Exception) else plain(one) for one in arguments]
        seen.append((name, exceptions, [type(one).__name__ for one in arguments], *map(plain, (*known, step))))

    def method(name: str) -> Any:
        def tell(self: Any, *arguments: Any) -> None:
            note(self, name, arguments)

        async def tell_later(self: Any, *arguments: Any) -> None:
            note(self, name, arguments)

        return tell_later if "Async" in base.__name__ else tell

    return type("Recording", (base,), {name: method(name) for name in HOOKS})()


def stream(client: Any, **more: Any) -> Any:
    return client.beta.threads.runs.stream(thread_id="thread_1", assistant_id="asst_1", **more)


METHODS: dict[str, Callable[..., Any]] = {
    "stream": stream,
    "create_and_stream": lambda client, **more: client.beta.threads.runs.create_and_stream(
        thread_id="thread_1", assistant_id="asst_1", temperature=0.5, extra_headers={"X-Otter": "1"}, **more
    ),
    "submit_tool_outputs_stream": lambda client, **more: client.beta.threads.runs.submit_tool_outputs_stream(
        thread_id="thread_1", run_id="run_1", tool_outputs=[{"tool_call_id": "call_1", "output": "3"}], **more
    ),
    "create_and_run_stream": lambda client, **more: client.beta.threads.create_and_run_stream(
        assistant_id="asst_1", thread={"messages": [{"role": "user", "content": "?"}]}, **more
    ),
}


def handler_of(kind: Kind, module: Any) -> type[Any]:
    return getattr(module, "AssistantEventHandler" if kind == "blocking" else "AsyncAssistantEventHandler")  # type: ignore[no-any-return]


# ── what handlers are told ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", RUNS)
async def test_handlers_are_told_what_openais_are(kind: Kind, name: str, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS[name]))
    mine: list[Any] = []
    async with twin(kind, plain_server) as one:
        manager = await one.run(lambda client: stream(client, event_handler=recording(handler_of(kind, openai), mine)))
        async with one.within(manager) as handler:
            events = [plain(event) for event in await one.take(handler)]
            ends = await results(handler, one.do)
        await assert_nothing_left(plain_server, one)
    other: list[Any] = []
    their_events, their_ends = await asyncio.to_thread(openais, plain_server, other)
    assert events == their_events
    assert ends == their_ends
    assert len(mine) >= len(RUNS[name]) + 1
    for told, expected in zip(mine, other, strict=True):
        assert told == expected


def openais(server: ScriptedServer, seen: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return the events of openai's stream, and what its handler has in the end."""
    handler = recording(theirs.AssistantEventHandler, seen)
    with theirs.OpenAI(api_key=KEY, base_url=server.url) as client, stream(client, event_handler=handler):
        events = [plain(event) for event in handler]
        return events, asyncio.run(results(handler, _called))


async def _called(work: Callable[[], Any]) -> Any:
    return work()


async def results(handler: Any, do: Callable[..., Any]) -> list[Any]:
    """Return what a handler has in the end, or the exceptions that say that there is nothing."""
    ends: list[Any] = [plain(handler.current_run), handler.current_event, plain(handler.current_run_step_snapshot)]
    for method in (handler.get_final_run, handler.get_final_run_steps, handler.get_final_messages):
        try:
            found = await do(method)
        except RuntimeError:
            ends.append(RuntimeError)
        else:
            ends.append([plain(one) for one in found] if isinstance(found, list) else plain(found))
    return ends


@pytest.mark.parametrize("method", METHODS)
async def test_requests_are_openais(kind: Kind, method: str, plain_server: ScriptedServer) -> None:
    plain_server.stream("*", sse(RUNS["tools"]))
    work = METHODS[method]
    async with twin(kind, plain_server) as one:
        for given in ({}, {"event_handler": handler_of(kind, openai)()}):
            async with one.within(await one.run(lambda client, given=given: work(client, **given))) as handler:
                assert isinstance(handler, handler_of(kind, openai))
                assert given.get("event_handler") in {None, handler}
                await one.do(handler.until_done)
                assert handler.current_run.status == "requires_action"

    def openais_way() -> None:
        with theirs.OpenAI(api_key=KEY, base_url=plain_server.url) as client:
            for their_given in ({}, {"event_handler": theirs.AssistantEventHandler()}):
                with work(client, **their_given) as handler:
                    handler.until_done()

    await asyncio.to_thread(openais_way)
    names = ("openai-beta", "x-stainless-stream-helper", "x-stainless-custom-event-handler", "x-otter")
    calls = [
        (call.method, call.path, call.json, {name: call.headers.get(name) for name in names})
        for call in plain_server.calls
    ]
    assert calls[:2] == calls[2:]


async def test_texts_alone(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS["several parts in one event"]))
    async with twin(kind, plain_server) as one, one.within(await one.run(stream)) as handler:
        assert "".join(await one.take(handler.text_deltas)) == "abcdef"
        assert (await one.do(handler.get_final_run)).status == "incomplete"
        assert await one.take(handler) == []


@pytest.mark.parametrize("name", RUNS)
async def test_events_stay_as_they_came(name: str, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS[name]))
    async with twin("async", plain_server) as one, stream(one.client) as handler:
        events = [event async for event in handler]
    assert [(event.event, event.data.to_dict()) for event in events] == RUNS[name]


# ── its ends ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_stream_that_breaks_raises_and_gives_what_came(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS["text"][:8], is_done=False))
    seen: list[Any] = []
    async with twin(kind, plain_server) as one:
        manager = await one.run(lambda client: stream(client, event_handler=recording(handler_of(kind, openai), seen)))
        async with one.within(manager) as handler:
            with pytest.raises(errors.IncompleteStreamError):
                await one.do(handler.until_done)
            assert handler.current_message_snapshot.content[0].text.value == "Otters raft."
            assert handler.current_run.status == "in_progress"
            assert await one.take(handler) == []
        await assert_nothing_left(plain_server, one)
    assert [(name, given) for name, given, *_ in seen[-2:]] == [
        ("on_exception", ["MissingEndMarkError"]),
        ("on_end", []),
    ]
    assert [name for name, *_ in seen].count("on_end") == 1


async def test_a_break_may_be_allowed(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS["text"][:8], is_done=False))
    async with twin(kind, plain_server) as one:
        manager = await one.run(lambda client: stream(client, allow_incomplete=True))
        async with one.within(manager) as handler:
            assert (await one.do(handler.get_final_messages))[0].content[0].text.value == "Otters raft."


async def test_a_timeout_is_told_first(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", [*sse(RUNS["text"][:4], is_done=False), plain_server.gate()])
    seen: list[Any] = []
    async with twin(kind, plain_server) as one:
        handler = recording(handler_of(kind, openai), seen)
        manager = await one.run(lambda client: stream(client, event_handler=handler, deadline=2))
        async with one.within(manager):
            with pytest.raises(errors.APITimeoutError):
                await one.do(handler.until_done)
        await assert_nothing_left(plain_server, one)
    assert [name for name, *_ in seen[-3:]] == ["on_timeout", "on_exception", "on_end"]


async def test_an_abort_ends_it(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", [*sse(RUNS["text"][:4], is_done=False), plain_server.gate()])
    async with twin(kind, plain_server) as one:
        abort = one.event()
        async with one.within(await one.run(lambda client: stream(client, abort=abort))) as handler:
            assert len(await one.take(handler, 4)) == 4
            abort.set()
            with pytest.raises(errors.RequestAbortedError):
                await one.do(handler.until_done)
        await assert_nothing_left(plain_server, one)


async def test_leaving_a_stream_ends_it(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", [*sse(RUNS["text"][:8], is_done=False), plain_server.gate()])
    seen: list[Any] = []
    async with twin(kind, plain_server) as one:
        handler = recording(handler_of(kind, openai), seen)
        async with one.within(await one.run(lambda client: stream(client, event_handler=handler))):
            assert await one.take(handler.text_deltas, 1) == ["Otters"]
        assert seen[-1][0] == "on_end"
        async with one.within(await one.run(stream)) as unread:
            assert unread.current_run is None
        await assert_nothing_left(plain_server, one)


async def test_what_a_handler_raises_is_raised(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS["text"]))
    seen: list[Any] = []
    async with twin(kind, plain_server) as one:
        handler = recording(handler_of(kind, openai), seen)

        def fail(_: Any) -> Any:
            raise StopIteration if kind == "async" else ZeroDivisionError

        handler.on_text_created = fail
        async with one.within(await one.run(lambda client: stream(client, event_handler=handler))):
            with pytest.raises((RuntimeError, ZeroDivisionError)):
                await one.do(handler.until_done)
        await assert_nothing_left(plain_server, one)
    assert [name for name, *_ in seen[-2:]] == ["on_exception", "on_end"]


async def test_errors_of_the_request_are_raised_when_it_is_entered(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("threads/thread_1/runs", json={"error": {"message": "no such thread"}}, status=404)
    async with twin(kind, plain_server) as one:
        manager = await one.run(stream)
        assert not plain_server.calls
        with pytest.raises(errors.NotFoundError, match="no such thread"):
            await one.enter(manager)


@pytest.mark.parametrize(
    "events",
    [
        [run("created"), said(text(0, "a"))],
        [run("created"), called(code(0, input="2"))],
        [run("created"), step("created", []), called({"type": "function", "function": {"arguments": ""}})],
        [message("created"), said(text(0, "a")), message("completed")],
        [("thread.message.delta", None)],
    ],
    ids=["no message", "no step", "no index", "no content", "no data"],
)
async def test_events_that_do_not_follow_are_an_error(kind: Kind, events: Events, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse([*events, run("completed")]))
    async with twin(kind, plain_server) as one:
        async with one.within(await one.run(stream)) as handler:
            with pytest.raises(errors.APIResponseValidationError, match="does not follow from those before it") as info:
                await one.do(handler.until_done)
            assert info.value.status_code == 200
        await assert_nothing_left(plain_server, one)


async def test_a_handler_is_for_one_stream_of_its_kind(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS["nothing"]))
    handler = handler_of(kind, openai)()
    async with twin(kind, plain_server) as one:
        with pytest.raises(RuntimeError, match="is not open"):
            await one.do(handler.until_done)
        async with one.within(await one.run(lambda client: stream(client, event_handler=handler))):
            await one.do(handler.until_done)
        with pytest.raises(RuntimeError, match="is for one stream"):
            await one.enter(await one.run(lambda client: stream(client, event_handler=handler)))
        other = handler_of("async" if kind == "blocking" else "blocking", openai)()
        for wrong in (other, SimpleNamespace()):
            with pytest.raises(TypeError, match=rf"must be an {type(handler).__name__}, not"):
                await one.run(lambda client, wrong=wrong: stream(client, event_handler=wrong))
    assert len(plain_server.calls) == 1


async def test_a_cancelled_reader_ends_the_stream(plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", [*sse(RUNS["nothing"][:1], is_done=False), plain_server.gate()])
    told: list[str] = []
    has_begun = asyncio.Event()

    class Handler(openai.AsyncAssistantEventHandler):
        async def on_event(self, event: Any) -> None:
            told.append(event.event)
            has_begun.set()

        async def on_end(self) -> None:
            told.append("end")

    async with twin("async", plain_server) as one:
        handler = Handler()
        async with stream(one.client, event_handler=handler):
            reading = asyncio.ensure_future(handler.until_done())
            await has_begun.wait()
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading
        await assert_nothing_left(plain_server, one)
    assert told == ["thread.run.created", "end"]


async def test_methods_of_an_async_handler_may_be_plain(plain_server: ScriptedServer) -> None:
    plain_server.stream("threads/thread_1/runs", sse(RUNS["several parts in one event"]))
    told: list[str] = []

    class Handler(openai.AsyncAssistantEventHandler):
        def on_text_delta(self, delta: Any, snapshot: Any) -> None:  # type: ignore[override]  # noqa: ARG002
            told.append(delta.value)

        def on_end(self) -> None:  # type: ignore[override]
            told.append("end")

    async with twin("async", plain_server) as one, stream(one.client, event_handler=Handler()) as handler:
        await handler.until_done()
    assert "".join(told) == "abcdefend"


# ── deltas ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def made(chance: random.Random, depth: int = 0) -> Any:
    kinds: list[Callable[[], Any]] = [
        lambda: None,
        lambda: chance.choice(["", "a", "bc"]),
        lambda: chance.randint(0, 3),
    ]
    if depth < 3:
        kinds += [
            lambda: fields(chance, depth + 1),
            lambda: [made(chance, depth + 1) for _ in range(chance.randint(0, 2))],
        ]
        kinds += [lambda: [{"index": i, **fields(chance, depth + 1)} for i in range(chance.randint(0, 3))]] * 2
    return chance.choice(kinds)()


def fields(chance: random.Random, depth: int) -> dict[str, Any]:
    names = chance.sample(["type", "value", "text", "calls", "details"], chance.randint(0, 3))
    return {name: made(chance, depth) for name in names}


def test_deltas_are_added_as_by_openai() -> None:
    added = 0
    for seed in range(4000):
        chance = random.Random(seed)  # noqa: S311 (no secret)
        value, delta = fields(chance, 0), fields(chance, 0)
        try:
            expected = accumulate_delta(copy.deepcopy(value), copy.deepcopy(delta))  # type: ignore[arg-type]
        except (TypeError, RuntimeError):  # lists that are no lists of deltas
            continue
        assert add_delta(copy.deepcopy(value), delta) == expected, seed
        added += expected != value
    assert added > 1000
