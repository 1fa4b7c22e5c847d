"""What connections send and receive, compared with the pinned openai: each event that has a method, and each type."""

from __future__ import annotations

import inspect
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, get_args

import pytest
from openai_twins import KEY, Kind, twin
from scripted_realtime import RealtimeServer, Session

from aigpt.openai import AsyncOpenAI, OpenAI
from aigpt.openai._fields import literals_of
from aigpt.openai._websocket import AsyncEvents
from aigpt.openai.types.realtime import RealtimeTranslationSessionClosedEvent
from aigpt.openai.types.responses.responses_server_event import ResponseWsCompleted

MODULES = {
    "realtime.realtime": "AsyncRealtimeConnection",
    "realtime.translations.translations": "AsyncTranslationsConnection",
    "responses.responses": "AsyncResponsesConnection",
    "beta.responses.responses": "AsyncResponsesConnection",
}
VALUES: dict[str, Any] = {
    "session": {"type": "realtime", "instructions": "Be brief."},
    "item": {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hé"}]},
    "response": {"output_modalities": ["text"], "metadata": {"a": "b"}},
    "audio": "AAH/",
    "audio_end_ms": 7,
    "content_index": 0,
    "input": "What is new?",
    "model": "gpt-realtime",
}


class Sink:
    """Takes what openai's connection sends in place of a WebSocket."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send(self, data: str) -> None:
        self.sent.append(data)


def events_of(connection: Any, at: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the methods of a connection's groups, each with its path."""
    names = [*getattr(type(connection), "__annotations__", {}), *dir(type(connection)), *vars(connection)]
    for name in sorted({name for name in names if not name.startswith("_")}):
        found = getattr(connection, name, None)
        if type(found).__name__.endswith("Resource"):
            path = f"{at}{name}."
            for method in (one for one in dir(found) if not one.startswith("_")):
                if inspect.iscoroutinefunction(getattr(found, method)):
                    yield f"{path}{method}", getattr(found, method)
            yield from events_of(found, path)


def given(method: Callable[..., Any], *, all_of_them: bool) -> dict[str, Any]:
    return {
        name: VALUES.get(name, f"{name}_1")
        for name, parameter in inspect.signature(method).parameters.items()
        if all_of_them or parameter.default is inspect.Parameter.empty
    }


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("all_of_them", [False, True])
async def test_each_method_sends_what_openais_does(module: str, all_of_them: bool) -> None:  # noqa: FBT001
    sink = Sink()
    theirs = getattr(import_module(f"openai.resources.{module}"), MODULES[module])(sink)
    sent: list[str] = []
    ours = object.__new__(getattr(import_module(f"aigpt.openai.resources.{module}"), MODULES[module]))

    async def keep(data: str) -> None:
        sent.append(data)

    ours.send_raw = keep
    original, methods = dict(events_of(theirs)), dict(events_of(ours))
    assert methods
    assert methods.keys() == original.keys()
    for path, method in methods.items():
        mine = inspect.signature(method).parameters
        assert [*mine] == [*inspect.signature(original[path]).parameters], path
        arguments = given(original[path], all_of_them=all_of_them)
        await original[path](**arguments)
        await method(**arguments)
        assert json.loads(sent.pop()) == json.loads(sink.sent.pop()), path


@pytest.mark.parametrize("module", MODULES)
def test_connect_takes_what_openais_does(module: str) -> None:
    ours, theirs = import_module(f"aigpt.openai.resources.{module}"), import_module(f"openai.resources.{module}")
    name = MODULES[module].removesuffix("Connection")
    for one in (name, name.removeprefix("Async")):
        mine = inspect.signature(getattr(ours, one).connect).parameters
        original = inspect.signature(getattr(theirs, one).connect).parameters
        assert [(p.name, p.kind) for p in mine.values()] == [(p.name, p.kind) for p in original.values()]
        for kind in ("Connection", "ConnectionManager"):
            promised = {n for n in dir(getattr(theirs, f"{one}{kind}")) if not n.startswith("_")}
            assert promised <= {*dir(getattr(ours, f"{one}{kind}"))}


@pytest.mark.parametrize("module", MODULES)
def test_each_event_becomes_what_openais_does(module: str) -> None:
    theirs = getattr(import_module(f"openai.resources.{module}"), MODULES[module])(Sink())
    ours = object.__new__(getattr(import_module(f"aigpt.openai.resources.{module}"), MODULES[module]))
    from aigpt.openai._endpoint import find_type, wrapper_for  # noqa: PLC0415 (for this test)

    ours._wrap = wrapper_for(type(ours)._events)
    union = find_type(type(ours)._events)
    kinds = [
        kind for member in get_args(get_args(union)[0]) for kind in literals_of(member.model_fields["type"].annotation)
    ]
    assert len(kinds) > 5
    for kind in [*kinds, "no.such.event"]:
        event = {"type": kind, "event_id": "e", "response": {"id": "r", "status": "completed"}, "new": {"a": 1}}
        data = json.dumps(event)
        mine, original = ours.parse_event(data), theirs.parse_event(data)
        if kind != "no.such.event":
            assert type(mine).__name__ == type(original).__name__, kind
        assert mine.type == original.type == kind
        assert mine.to_dict() == original.to_dict() == event, kind


async def test_the_pinned_openai_has_the_same_events_of_the_same_server() -> None:
    pytest.importorskip("websockets", reason="openai's WebSockets need websockets")
    import openai  # noqa: PLC0415 (the pinned one)

    async def hear(client: Any) -> list[Any]:
        async with client.realtime.connect(model="m") as connection:
            heard = [await connection.recv()]
            await connection.input_audio_buffer.append(audio="AAH/")
            await connection.conversation.item.create(item=VALUES["item"])
            await connection.response.create()
            async for event in connection:
                heard.append(event)
                if event.type == "response.done":
                    break
        return heard

    with RealtimeServer() as server:
        async with openai.AsyncOpenAI(api_key=KEY, base_url=server.url) as theirs:
            original = await hear(theirs)
        received, server.received = server.received, []
        async with AsyncOpenAI(api_key=KEY, base_url=server.url) as ours:
            mine = await hear(ours)
        assert server.received == received
        assert [type(event).__name__ for event in mine] == [type(event).__name__ for event in original]
        assert [event.to_dict() for event in mine] == [event.to_dict() for event in original]
        theirs_asked, ours_asked = server.handshakes
        assert (theirs_asked.path, theirs_asked.query) == (ours_asked.path, ours_asked.query)
        assert theirs_asked.headers["Authorization"] == ours_asked.headers["Authorization"]


# ── the other connections ───────────────────────────────────────────────────────────────────────────────────────────


async def test_a_translation(kind: Kind) -> None:
    async def script(session: Session) -> None:
        event = await session.until("session.input_audio_buffer.append")
        await session.send("session.output_audio.delta", delta=event["audio"])
        await session.until("session.close")
        await session.send("session.closed")
        await session.websocket.close()

    with RealtimeServer(script) as server:
        async with (
            twin(kind, server) as one,  # type: ignore[arg-type]
            one.within(one.client.realtime.translations.connect("gpt-translate")) as connection,
        ):
            await one.do(lambda: connection.session.input_audio_buffer.append(audio=b"abc"))
            assert connection.audio_bytes(await one.do(connection.recv)) == b"abc"
            await one.do(connection.session.close)
            events = await one.take(connection)
            assert [type(event) for event in events] == [RealtimeTranslationSessionClosedEvent]
        assert (server.handshakes[0].path, server.handshakes[0].query) == (
            "/v1/realtime/translations",
            {"model": "gpt-translate"},
        )


async def test_responses_over_a_websocket(kind: Kind) -> None:
    async def script(session: Session) -> None:
        while True:
            asked = await session.until("response.create")
            await session.send("response.output_text.delta", delta=asked["input"].upper())
            await session.send("response.completed", response={"id": "resp_1", "status": "completed", "output": []})

    with RealtimeServer(script) as server:
        async with (
            twin(kind, server) as one,  # type: ignore[arg-type]
            one.within(one.client.responses.connect()) as connection,
        ):
            for question in ("why?", "how?"):
                await one.do(lambda question=question: connection.response.create(model="gpt-5", input=question))
                delta, completed = await one.take(connection, 2)
                assert delta.delta == question.upper()
                assert type(completed) is ResponseWsCompleted
        assert server.handshakes[0].path == "/v1/responses"


def test_groups_of_events_have_no_more_than_events() -> None:
    assert [name for name in vars(AsyncEvents) if not name.startswith("__")] == ["_send"]


# ── threads and Ctrl-C ──────────────────────────────────────────────────────────────────────────────────────────────


def test_threads_share_a_blocking_connection() -> None:
    async def echo(session: Session) -> None:
        while True:
            event = await session.receive()
            await session.send("conversation.item.deleted", item_id=event["item_id"])

    with RealtimeServer(echo) as server, OpenAI(api_key=KEY, base_url=server.url) as client:
        with client.realtime.connect(model="m") as connection:

            def send(number: int) -> None:
                for index in range(50):
                    connection.conversation.item.delete(item_id=f"{number}-{index}")

            threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
            for thread in threads:
                thread.start()
            seen: list[str] = []
            for event in connection:
                seen.append(event.item_id)  # type: ignore[union-attr]
                if len(seen) == 400:
                    break
            for thread in threads:
                thread.join()
        for number in range(8):
            mine = [item for item in seen if item.startswith(f"{number}-")]
            assert mine == [f"{number}-{index}" for index in range(50)]


PROGRAM = """
import sys
from aigpt.openai import OpenAI
with OpenAI(api_key="sk-ctrl-c-0123456789", base_url=sys.argv[1]) as client:
    with client.realtime.connect(model="m") as connection:
        try:
            print(connection.recv().type, flush=True)
            connection.recv()
        except KeyboardInterrupt:
            print("interrupted", flush=True)
        connection.response.create()
        print(connection.recv().type, flush=True)
print("closed", connection.close_code, flush=True)
"""


def test_ctrl_c_ends_a_wait_and_the_connection_stays() -> None:
    with RealtimeServer() as server:
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROGRAM, server.url], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "session.created\n"
            process.send_signal(signal.SIGINT)
            assert process.stdout.readline() == "interrupted\n"
            assert process.stdout.readline() == "response.created\n"
            assert process.stdout.readline() == "closed 1000\n"
            assert process.wait(30) == 0
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
