"""Realtime over a WebSocket, with both clients: events and audio both ways, and every end a connection may have."""

from __future__ import annotations

import asyncio
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from openai_twins import KEY, Kind, Twin, twin
from scripted_realtime import RealtimeServer, Refusal, Script, Session, answer

from aigpt import Hooks, errors
from aigpt.openai import (
    APIConnectionError,
    APIResponseValidationError,
    APITimeoutError,
    AsyncAzureOpenAI,
    AsyncOpenAI,
    AuthenticationError,
    AzureOpenAI,
    NotFoundError,
    OpenAIError,
    OutputMismatchError,
    RateLimitError,
    ReconnectingEvent,
    WebSocketConnectionClosedError,
    WebSocketQueueFullError,
)
from aigpt.openai.resources.realtime.realtime import AsyncRealtimeConnection, RealtimeConnection
from aigpt.openai.types.realtime import (
    RealtimeErrorEvent,
    ResponseAudioDeltaEvent,
    ResponseDoneEvent,
    SessionCreatedEvent,
)

MODEL = "gpt-realtime"


@pytest.fixture
def realtime() -> Iterator[RealtimeServer]:
    with RealtimeServer() as server:
        yield server


@pytest.fixture(params=["http", "tls"])
def both(request: pytest.FixtureRequest, server_tls: ssl.SSLContext) -> Iterator[RealtimeServer]:
    with RealtimeServer(ssl=server_tls if request.param == "tls" else None) as server:
        yield server


async def collect(one: Twin, connection: Any, count: int | None = None) -> list[Any]:
    taken = await one.take(connection, count)
    return [event.type for event in taken]


# ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_turn_of_text_and_audio(kind: Kind, both: RealtimeServer, trust: ssl.SSLContext) -> None:
    async with twin(kind, both, trust) as one:  # type: ignore[arg-type]
        async with one.within(one.client.realtime.connect(model=MODEL)) as connection:
            assert type(connection) is (RealtimeConnection if one.is_blocking else AsyncRealtimeConnection)
            created = await one.do(connection.recv)
            assert type(created) is SessionCreatedEvent
            assert created.session.model == MODEL
            await one.do(lambda: connection.session.update(session={"type": "realtime", "instructions": "Be brief."}))
            await one.do(lambda: connection.input_audio_buffer.append(audio=b"\x00\x01\xff" * 800))
            await one.do(connection.input_audio_buffer.commit)
            item: Any = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hello there"}]}
            await one.do(lambda: connection.conversation.item.create(item=item))
            await one.do(connection.response.create)
            events = []
            while not events or events[-1].type != "response.done":
                events.append(await one.do(connection.recv))
            text = "".join(event.delta for event in events if event.type == "response.output_text.delta")
            assert text == "You said: Hello there "
            assert b"".join(map(connection.audio_bytes, events)) == b"\x00\x01\xff" * 800
            assert any(type(event) is ResponseAudioDeltaEvent for event in events)
            assert type(events[-1]) is ResponseDoneEvent
            assert events[-1].response.usage.total_tokens == 16
        assert connection.is_closed
        assert connection.close_code == 1000
        await both.until(lambda: both.open == 0)
        assert [code for code, _ in both.ends] == [1000]
        assert one.client._sender.transport.under_way == 0


async def test_a_thousand_events_each_way(kind: Kind, both: RealtimeServer, trust: ssl.SSLContext) -> None:
    async def echo(session: Session) -> None:
        while True:
            event = await session.receive()
            await session.send("response.output_audio.delta", delta=event["audio"], item_id=event["event_id"])

    both.scripts = [echo]
    async with (
        twin(kind, both, trust) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        taking = asyncio.create_task(one.take(connection, 1000))
        sent = [index.to_bytes(2, "big") * 240 for index in range(1000)]

        async def send_all() -> None:
            for index, piece in enumerate(sent):
                await connection.input_audio_buffer.append(audio=piece, event_id=f"e{index}")

        def block() -> None:
            for index, piece in enumerate(sent):
                connection.input_audio_buffer.append(audio=piece, event_id=f"e{index}")

        await (asyncio.to_thread(block) if one.is_blocking else send_all())
        events = await taking
        assert [connection.audio_bytes(event) for event in events] == sent
        assert [event.item_id for event in events] == [f"e{index}" for index in range(1000)]


async def test_an_error_is_an_event_and_the_connection_stays(kind: Kind, realtime: RealtimeServer) -> None:
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        await one.do(connection.recv)
        await one.do(connection.send, {"type": "no.such.event"})
        error = await one.do(connection.recv)
        assert type(error) is RealtimeErrorEvent
        assert error.error.message == "no such event: no.such.event"
        await one.do(connection.response.create)
        assert await collect(one, connection, 1) == ["response.created"]


async def test_an_unknown_event_has_its_attributes(kind: Kind, realtime: RealtimeServer) -> None:
    async def script(session: Session) -> None:
        await session.send("session.hibernated", until="spring", depth={"meters": 3})
        await session.websocket.send_str('{"no": "type"}')
        await session.websocket.send_bytes(b'{"type": "session.hibernated", "as": "bytes"}')
        await session.receive()

    realtime.scripts = [script]
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        first, second, third = [await one.do(connection.recv) for _ in range(3)]
        assert (first.type, first.until, first.depth) == ("session.hibernated", "spring", {"meters": 3})
        assert second.to_dict() == {"no": "type"}
        assert third.to_dict() == {"type": "session.hibernated", "as": "bytes"}


async def test_what_is_not_json_raises_and_the_connection_stays(kind: Kind, realtime: RealtimeServer) -> None:
    async def script(session: Session) -> None:
        await session.websocket.send_str("<html>of the user's secret garden")
        await session.websocket.send_bytes(b"\xff\xfe")
        await session.websocket.send_str("[" * 100_000)
        await session.send("session.created", session={})
        await session.receive()

    realtime.scripts = [script]
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        for _ in range(3):
            with pytest.raises(APIResponseValidationError, match=r"not JSON.*still open") as info:
                await one.do(connection.recv)
            assert "garden" not in str(info.value)
            assert info.value.status_code == 101
        assert (await one.do(connection.recv)).type == "session.created"


@pytest.mark.parametrize("message", ["[1, 2]", "5", "null", '"session.created"'])
async def test_what_is_no_object_raises_and_the_connection_stays(
    kind: Kind, message: str, realtime: RealtimeServer
) -> None:
    async def script(session: Session) -> None:
        await session.websocket.send_str(message)
        await session.send("response.output_audio.delta", delta="not base64!")
        await session.receive()

    realtime.scripts = [script]
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        with pytest.raises(APIResponseValidationError, match=r"no event.*still open"):
            await one.do(connection.recv)
        event = await one.do(connection.recv)
        with pytest.raises(OutputMismatchError, match=r"the audio of an event response\.output_audio\.delta"):
            connection.audio_bytes(event)


async def test_an_event_without_a_type_is_an_error_of_the_server(kind: Kind, realtime: RealtimeServer) -> None:
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        await one.do(connection.send, {"session": {}})
        assert await collect(one, connection, 2) == ["session.created", "error"]


async def test_messages_can_be_had_and_sent_as_they_are(kind: Kind, realtime: RealtimeServer) -> None:
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        message = await one.do(connection.recv_bytes)
        assert type(message) is bytes
        assert connection.parse_event(message).to_dict() == json.loads(message)
        assert connection.parse_event(message.decode()).type == "session.created"
        await one.do(connection.send_raw, '{"type": "response.create"}')
        await one.do(connection.send_raw, b"\x00\x01")
        await one.do(connection.send, connection.parse_event('{"type": "session.created", "session": {"type": "t"}}'))
        assert await collect(one, connection, 1) == ["response.created"]
        await realtime.until(lambda: len(realtime.received) == 3)
        assert realtime.received[1:] == [
            {"type": "binary", "data": b"\x00\x01"},
            {"type": "session.created", "session": {"type": "t"}},
        ]


async def test_what_is_no_event_is_refused_before_it_is_sent(kind: Kind, realtime: RealtimeServer) -> None:
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        with pytest.raises(TypeError, match=r"an event must be a dict or a model, not str; send_raw\(\) takes text"):
            await one.do(connection.send, "text")
        with pytest.raises(TypeError, match=r"^image cannot be sent: it is bytes"):
            await one.do(connection.send, {"type": "t", "image": b"x"})
        for audio in (5, None, [1]):
            with pytest.raises(TypeError, match="audio must be bytes, or their base64 as text, not"):
                await one.do(lambda audio=audio: connection.input_audio_buffer.append(audio=audio))
        with pytest.raises(ValueError, match="code must be one"):
            await one.do(lambda: connection.close(code=1006))
        with pytest.raises(ValueError, match="at most 123 bytes"):
            await one.do(lambda: connection.close(reason="é" * 62))
        assert realtime.received == []


# ── the handshake ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_handshake_says_who_asks_for_what(kind: Kind, realtime: RealtimeServer) -> None:
    options: Any = {"organization": "org-1", "project": "proj-1", "default_query": {"a": "1", "b": "2"}}
    async with twin(kind, realtime, **options) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(
            model=MODEL,
            call_id="rtc_1",
            extra_query={"b": "3", "intent": "transcription"},
            extra_headers={"X-Mine": "y"},
        )
        assert KEY not in repr(manager)
        async with one.within(manager) as connection:
            assert KEY not in repr(connection)
    (asked,) = realtime.handshakes
    assert asked.path == "/v1/realtime"
    assert asked.query == {"a": "1", "b": "3", "model": MODEL, "call_id": "rtc_1", "intent": "transcription"}
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.headers["OpenAI-Organization"] == "org-1"
    assert asked.headers["OpenAI-Project"] == "proj-1"
    assert asked.headers["X-Mine"] == "y"
    assert asked.headers["User-Agent"].startswith("aigpt/")
    assert KEY not in str(asked.query)


async def test_a_websocket_base_url_goes_first(kind: Kind, realtime: RealtimeServer) -> None:
    at = f"ws://127.0.0.1:{realtime.port}/gateway/v9/"
    async with (
        twin(kind, realtime, base_url="http://127.0.0.1:9/v1", websocket_base_url=at) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        assert (await one.do(connection.recv)).type == "session.created"
    assert realtime.handshakes[0].path == "/gateway/v9/realtime"


def test_a_websocket_base_url_is_checked_when_the_client_is_made() -> None:
    for wrong in ("nowhere", "ftp://x/v1", "wss://user:word@x/v1"):
        with pytest.raises(errors.ConfigurationError, match=r"^websocket_base_url "):
            AsyncOpenAI(api_key=KEY, websocket_base_url=wrong)
    with pytest.raises(errors.ConfigurationError, match=r"^websocket_base_url .*plain http"):
        AsyncOpenAI(api_key=KEY, websocket_base_url="ws://example.com/v1", allow_http=False)


async def test_a_key_that_is_a_callable_is_asked_where_it_belongs(kind: Kind, realtime: RealtimeServer) -> None:
    threads: list[int] = []

    def key() -> str:
        threads.append(threading.get_ident())
        return f"sk-of-a-callable-{len(threads)}"

    async with twin(kind, realtime, api_key=key) as one:  # type: ignore[arg-type]
        here: list[int] = []

        def enter() -> Any:
            here.append(threading.get_ident())
            return one.client.realtime.connect(model=MODEL).enter()

        connection = await one.do(enter)
        await one.do(connection.close)
    assert realtime.handshakes[0].headers["Authorization"] == "Bearer sk-of-a-callable-1"
    assert threads == here


@pytest.mark.parametrize("credentials", ["key", "token", "provider"])
async def test_azure_has_its_own_url_and_credentials(
    kind: Kind, realtime: RealtimeServer, credentials: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN", "AZURE_OPENAI_ENDPOINT", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    given: Any = {
        "key": {"api_key": KEY},
        "token": {"azure_ad_token": "token-1"},
        "provider": {"azure_ad_token_provider": lambda: "token-1"},
    }[credentials]
    make: Any = AsyncAzureOpenAI if kind == "async" else AzureOpenAI
    endpoint = f"http://127.0.0.1:{realtime.port}"
    one = Twin(kind, make(azure_endpoint=endpoint, api_version="2025-08-28", **given))
    async with one.within(one.client.realtime.connect(model="my-deployment")) as connection:
        assert (await one.do(connection.recv)).type == "session.created"
    await one.close()
    (asked,) = realtime.handshakes
    assert asked.path == "/openai/realtime"
    assert asked.query == {"api-version": "2025-08-28", "deployment": "my-deployment"}
    name, value = ("Api-Key", KEY) if credentials == "key" else ("Authorization", "Bearer token-1")
    headers = {key.lower(): text for key, text in asked.headers.items()}
    assert headers[name.lower()] == value
    assert ("authorization" in headers) != ("api-key" in headers)


def test_azure_wants_a_deployment() -> None:
    client = AsyncAzureOpenAI(api_key=KEY, azure_endpoint="https://x.example", api_version="1")
    with pytest.raises(OpenAIError, match="needs a deployment: pass model="):
        client.realtime.connect()
    at = AsyncAzureOpenAI(api_key=KEY, azure_endpoint="https://x.example", api_version="1", azure_deployment="mine")
    call, _ = at.realtime.connect(model="other")._opener.prepare({}, {})
    assert call.target == "https://x.example/openai/realtime?api-version=1&deployment=mine"


ERROR = json.dumps({"error": {"message": f"no, {KEY}", "type": "t", "code": "c", "param": None}})


@pytest.mark.parametrize(
    ("status", "expected"), [(401, AuthenticationError), (404, NotFoundError), (429, RateLimitError)]
)
async def test_a_refused_handshake_raises_what_the_server_says(
    kind: Kind, both: RealtimeServer, trust: ssl.SSLContext, status: int, expected: type[Any]
) -> None:
    both.refusals = [Refusal(status, ERROR, {"x-request-id": "req_7", "retry-after": "1"})]
    async with twin(kind, both, trust, max_retries=0) as one:  # type: ignore[arg-type]
        with pytest.raises(expected, match=rf"^Error code: {status} - no, \*\*\*$") as info:
            await one.enter(one.client.realtime.connect(model=MODEL))
        assert info.value.code == "c"
        assert info.value.request_id == "req_7"
        assert info.value.retry_after == 1.0
        assert KEY not in repr(info.value) + str(info.value.request.headers) + str(info.value.request.url)
        assert one.client._sender.transport.under_way == 0
        limiter = one.client._sender.transport.owner.limiter
        assert limiter is None or limiter.free == 1000


async def test_a_handshake_is_retried_as_calls_are(kind: Kind, realtime: RealtimeServer, waits: list[float]) -> None:
    realtime.refusals = [Refusal(503), Refusal(429, ERROR)]
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        assert (await one.do(connection.recv)).type == "session.created"
    assert len(waits) == 2
    assert [asked.headers["X-Stainless-Retry-Count"] for asked in realtime.handshakes] == ["0", "1", "2"]


async def test_an_answer_that_opens_no_websocket_is_refused(kind: Kind, realtime: RealtimeServer) -> None:
    realtime.refusals = [Refusal(200, "<html>")]
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        with pytest.raises(APIResponseValidationError, match="status 200 and opened no WebSocket"):
            await one.enter(one.client.realtime.connect(model=MODEL))


async def test_redirects_stay_within_the_origin(kind: Kind, realtime: RealtimeServer) -> None:
    with RealtimeServer() as other:
        elsewhere = f"http://127.0.0.1:{other.port}/v1/realtime"
        realtime.refusals = [
            Refusal(307, headers={"Location": "/moved?x=1"}),
            Refusal(302, headers={"Location": elsewhere}),
        ]
        async with twin(kind, realtime, max_retries=0) as one:  # type: ignore[arg-type]
            with pytest.raises(OpenAIError, match=r"redirects the WebSocket.*off its origin"):
                await one.enter(one.client.realtime.connect(model=MODEL))
            realtime.refusals = [Refusal(307, headers={"Location": "/moved"})]
            async with one.within(one.client.realtime.connect(model=MODEL)) as connection:
                assert (await one.do(connection.recv)).type == "session.created"
        assert [asked.path for asked in realtime.handshakes] == ["/v1/realtime", "/moved", "/v1/realtime", "/moved"]
        assert realtime.handshakes[-1].headers["Authorization"] == f"Bearer {KEY}"
        assert other.handshakes == []


async def test_a_redirect_without_end_is_left(realtime: RealtimeServer) -> None:
    realtime.refusals = [Refusal(307, headers={"Location": "/again"})] * 9
    async with AsyncOpenAI(api_key=KEY, base_url=realtime.url, max_retries=0) as client:
        with pytest.raises(OpenAIError, match="or without end"):
            await client.realtime.connect(model=MODEL).enter()
    assert len(realtime.handshakes) == 4


async def test_no_connection_is_an_api_connection_error(kind: Kind) -> None:
    with RealtimeServer() as gone:
        pass
    async with twin(kind, gone, max_retries=0) as one:  # type: ignore[arg-type]
        with pytest.raises(APIConnectionError, match=f"127.0.0.1:{gone.port}"):
            await one.enter(one.client.realtime.connect(model=MODEL))


@pytest.mark.parametrize("by", ["open_timeout", "timeout"])
async def test_a_handshake_without_an_answer_times_out(kind: Kind, realtime: RealtimeServer, by: str) -> None:
    realtime.refusals = [Refusal(0)]
    options: Any = {"timeout": 0.3} if by == "timeout" else {}
    connect: Any = {"websocket_connection_options": {"open_timeout": 0.3}} if by == "open_timeout" else {}
    async with twin(kind, realtime, max_retries=0, **options) as one:  # type: ignore[arg-type]
        with pytest.raises(APITimeoutError, match=r"timeout=0\.3"):
            await one.enter(one.client.realtime.connect(model=MODEL, **connect))


async def test_a_handshake_can_be_cancelled(realtime: RealtimeServer) -> None:
    realtime.refusals = [Refusal(0)]
    async with AsyncOpenAI(api_key=KEY, base_url=realtime.url) as client:
        opening = asyncio.create_task(client.realtime.connect(model=MODEL).enter())
        await realtime.until(lambda: len(realtime.handshakes) == 1)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        assert client._sender.transport.under_way == 0


async def test_a_session_of_the_callers_own_is_used(realtime: RealtimeServer) -> None:
    import aiohttp  # noqa: PLC0415 (for one test)

    seen: list[str] = []

    async def note(request: Any, handler: Any) -> Any:
        seen.append(request.url.path)
        return await handler(request)

    async with (
        aiohttp.ClientSession(headers={"X-Of-Session": "1"}, middlewares=(note,)) as session,
        AsyncOpenAI(api_key=KEY, base_url=realtime.url, session=session) as client,
    ):
        async with client.realtime.connect(model=MODEL) as connection:
            assert (await connection.recv()).type == "session.created"
        assert not session.closed
    assert seen == ["/v1/realtime"]
    assert realtime.handshakes[0].headers["X-Of-Session"] == "1"


async def test_an_open_connection_holds_a_place_of_the_pool(realtime: RealtimeServer) -> None:
    async with AsyncOpenAI(api_key=KEY, base_url=realtime.url, max_connections=1) as client:
        first = await client.realtime.connect(model=MODEL).enter()
        waiting = asyncio.create_task(client.realtime.connect(model=MODEL).enter())
        await asyncio.sleep(0.05)
        assert len(realtime.handshakes) == 1
        await first.close()
        second = await waiting
        await second.close()


async def test_hooks_are_told_of_the_handshake(kind: Kind, realtime: RealtimeServer, waits: list[float]) -> None:
    told: list[Any] = []
    hooks = Hooks(on_attempt=told.append, on_retry=told.append, on_end=told.append)
    realtime.refusals = [Refusal(503)]
    async with (
        twin(kind, realtime, hooks=hooks) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        await one.do(connection.recv)
    names = [type(fact).__name__ for fact in told]
    assert names == ["AttemptStarted", "RetryScheduled", "AttemptStarted", "CallEnded"]
    assert KEY not in repr(told)


async def test_the_proxy_of_the_client_is_that_of_its_connections(kind: Kind, realtime: RealtimeServer) -> None:
    asked: list[bytes] = []

    async def relay(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await source.read(1 << 16):
                asked.append(data)
                target.write(data)
                await target.drain()
        target.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", realtime.port)
        await asyncio.gather(relay(reader, back), relay(there, writer))
        served.set()

    served = asyncio.Event()
    proxy = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}"
    async with (
        twin(kind, realtime, proxy=url) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        assert (await one.do(connection.recv)).type == "session.created"
    await served.wait()
    proxy.close()
    assert asked[0].startswith(f"GET http://127.0.0.1:{realtime.port}/v1/realtime?model={MODEL} HTTP/1.1".encode())


# ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def ending(how: str) -> Script:
    async def script(session: Session) -> None:
        await session.until("response.create")
        await session.send("response.created", response={"id": "resp_1"})
        await session.send("response.output_text.delta", delta="You sa")
        if how == "reset":
            await session.receive()  # a reset drops what the client has not read
            session.reset()
        elif how == "drop":
            session.drop()
        elif how == "silence":
            await asyncio.sleep(3600)
        else:
            await session.websocket.close(code=int(how), message=b"as scripted")

    return script


@pytest.mark.parametrize("how", ["reset", "drop", "1011", "1012", "4001", "3000"])
async def test_a_lost_connection_gives_what_came_and_raises(
    kind: Kind, both: RealtimeServer, trust: Any, how: str
) -> None:
    both.scripts = [ending(how)]
    async with twin(kind, both, trust) as one:  # type: ignore[arg-type]
        connection = await one.enter(one.client.realtime.connect(model=MODEL))
        await one.do(connection.response.create)
        assert await collect(one, connection, 2) == ["response.created", "response.output_text.delta"]
        if how == "reset":
            await one.do(connection.response.cancel)
        events, error = await one.collect(connection)
        assert events == []
        assert type(error) is WebSocketConnectionClosedError
        code, reason = (1006, "the connection was lost") if how in {"reset", "drop"} else (int(how), "as scripted")
        assert (error.code, error.reason) == (code, reason)
        assert (connection.close_code, connection.close_reason) == (code, reason)
        assert f"code {code}" in str(error)
        assert str(error).lower().count(reason) == 1
        for again in (connection.recv, connection.recv_bytes):
            with pytest.raises(WebSocketConnectionClosedError):
                await one.do(again)
        with pytest.raises(WebSocketConnectionClosedError) as info:
            await one.do(connection.send_raw, "late")
        assert info.value.unsent_messages == ["late"]
        await one.do(connection.close)
        assert one.client._sender.transport.under_way == 0


@pytest.mark.parametrize("how", ["1000", "1001"])
async def test_a_clean_close_ends_the_iteration(kind: Kind, both: RealtimeServer, trust: Any, how: str) -> None:
    both.scripts = [ending(how)]
    async with (
        twin(kind, both, trust) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        await one.do(connection.response.create)
        assert await collect(one, connection) == ["response.created", "response.output_text.delta"]
        assert await collect(one, connection) == []
        with pytest.raises(WebSocketConnectionClosedError) as info:
            await one.do(connection.recv)
        assert (info.value.code, info.value.reason) == (int(how), "as scripted")


async def test_a_server_that_answers_no_ping_is_lost(kind: Kind) -> None:
    options: Any = {"heartbeat": 0.1, "ping_timeout": 0.2}
    with RealtimeServer(ending("silence"), autoping=False) as server:
        async with twin(kind, server) as one:  # type: ignore[arg-type]
            manager = one.client.realtime.connect(model=MODEL, websocket_connection_options=options)
            async with one.within(manager) as connection:
                await one.do(connection.response.create)
                events, error = await one.collect(connection)
            assert len(events) == 2
            assert isinstance(error, WebSocketConnectionClosedError)
            assert (error.code, error.reason) == (1006, "the server did not answer a ping within 0.2 s")


async def test_a_server_that_answers_pings_is_not_lost(kind: Kind) -> None:
    async def script(session: Session) -> None:
        while session._server.controls.count("PING") < 3:
            message = await session.websocket.receive()
            session._server.controls.append(message.type.name)
            await session.websocket.pong(message.data)
        await session.send("session.created", session={})
        await session.receive()

    options: Any = {"ping_interval": 0.05, "ping_timeout": 20}
    with RealtimeServer(script, autoping=False) as server:
        async with (
            twin(kind, server) as one,  # type: ignore[arg-type]
            one.within(one.client.realtime.connect(websocket_connection_options=options)) as connection,
        ):
            assert (await one.do(connection.recv)).type == "session.created"


async def test_pings_are_answered_while_nobody_receives(kind: Kind) -> None:
    async def script(session: Session) -> None:
        for _ in range(3):
            await session.websocket.ping(b"there?")
        await session.receive()

    with RealtimeServer(script, autoping=False) as server:
        async with (
            twin(kind, server) as one,  # type: ignore[arg-type]
            one.within(one.client.realtime.connect(model=MODEL)),
        ):
            await server.until(lambda: "PONG" in server.controls)


async def test_a_message_beyond_the_limit_ends_the_connection(kind: Kind, realtime: RealtimeServer) -> None:
    async def script(session: Session) -> None:
        await session.send("session.created", session={"instructions": "x" * 900})
        await session.send("session.created", session={"instructions": "x" * 2000})
        await session.receive()

    realtime.scripts = [script]
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(websocket_connection_options={"max_size": 1500})
        async with one.within(manager) as connection:
            events, error = await one.collect(connection)
        assert len(events) == 1
        assert isinstance(error, WebSocketConnectionClosedError)
        assert (error.code, error.reason) == (1009, "a message is larger than the 1500 bytes that max_size allows")
    await realtime.until(lambda: realtime.ends != [])
    assert realtime.ends[0][0] == 1009


async def test_a_large_message_fits(kind: Kind, realtime: RealtimeServer) -> None:
    async def script(session: Session) -> None:
        event = await session.receive()
        await session.send("session.created", session={"instructions": event["session"]["instructions"]})
        await session.receive()

    realtime.scripts = [script]
    text = "Größe " * 500_000
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(websocket_connection_options={"max_size": None})) as connection,
    ):
        await one.do(lambda: connection.session.update(session={"type": "realtime", "instructions": text}))
        assert (await one.do(connection.recv)).session.instructions == text


async def test_closing_tells_the_server_why(kind: Kind, realtime: RealtimeServer) -> None:
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        connection = await one.do(lambda: one.client.realtime.connect(model=MODEL).enter())
        socket = (connection._connection if one.is_blocking else connection)._socket
        await realtime.until(lambda: len(socket._messages) == 1)
        await one.do(lambda: connection.close(code=4002, reason="über"))
        await one.do(connection.close)
        await realtime.until(lambda: realtime.ends != [])
        assert realtime.ends == [(4002, "über")]
        assert (await one.do(connection.recv)).type == "session.created"  # it came before
        assert await collect(one, connection) == []
        with pytest.raises(WebSocketConnectionClosedError, match=r"^The connection is closed \(code 4002\): über\.$"):
            await one.do(connection.recv)


async def test_closing_does_not_wait_for_ever(kind: Kind, realtime: RealtimeServer) -> None:
    async def deaf(session: Session) -> None:
        await session.send("session.created", session={})
        await asyncio.sleep(3600)

    realtime.scripts = [deaf]
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        options: Any = {"close_timeout": 0.1}
        async with one.within(one.client.realtime.connect(websocket_connection_options=options)) as connection:
            assert (await one.do(connection.recv)).type == "session.created"
        assert one.client._sender.transport.under_way == 0
        await realtime.until(lambda: realtime.open == 0)


async def test_closing_the_client_ends_its_connections(kind: Kind, realtime: RealtimeServer) -> None:
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        connection = await one.enter(one.client.realtime.connect(model=MODEL))
        await one.do(connection.recv)
        waiting = asyncio.create_task(one.collect(connection))
        await asyncio.sleep(0.05)
        await one.close()
        events, error = await waiting
        assert events == []
        assert isinstance(error, WebSocketConnectionClosedError)
        assert error.reason == "the client was closed"
        await realtime.until(lambda: realtime.open == 0)
        assert realtime.ends[0][0] == 1001


# ── waiting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_cancelled_wait_loses_no_event(realtime: RealtimeServer) -> None:
    async def script(session: Session) -> None:
        for number in range(200):
            await session.receive()
            await session.send("session.created", number=number)
        await session.receive()

    realtime.scripts = [script]
    async with (
        AsyncOpenAI(api_key=KEY, base_url=realtime.url) as client,
        client.realtime.connect(model=MODEL) as connection,
    ):
        numbers: list[int] = []
        for turn in range(200):
            await connection.send_raw("{}")
            waiting = asyncio.create_task(connection.recv())
            for _ in range(turn % 7):
                await asyncio.sleep(0)
            waiting.cancel()
            try:
                event: Any = await waiting
            except asyncio.CancelledError:
                event = await connection.recv()
            numbers.append(event.number)
        assert numbers == list(range(200))


async def test_a_cancelled_block_closes_the_connection(realtime: RealtimeServer) -> None:
    async with AsyncOpenAI(api_key=KEY, base_url=realtime.url) as client:

        async def work() -> None:
            async with client.realtime.connect(model=MODEL) as connection:
                async for _ in connection:
                    pass

        working = asyncio.create_task(work())
        await realtime.until(lambda: realtime.open == 1)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        await realtime.until(lambda: realtime.open == 0)


async def test_two_tasks_cannot_receive_at_once(realtime: RealtimeServer) -> None:
    async with (
        AsyncOpenAI(api_key=KEY, base_url=realtime.url) as client,
        client.realtime.connect(model=MODEL) as connection,
    ):
        await connection.recv()
        first = asyncio.create_task(connection.recv())
        await asyncio.sleep(0)
        with pytest.raises(RuntimeError, match="another task waits"):
            await connection.recv()
        await connection.response.create()
        assert (await first).type == "response.created"


async def test_a_slow_reader_stops_the_server_and_is_not_lost(realtime: RealtimeServer) -> None:
    sent: list[int] = []

    async def flood(session: Session) -> None:
        for number in range(1000):
            await session.send("session.created", number=number, filler="x" * 20_000)
            sent.append(number)
        await session.receive()

    realtime.scripts = [flood]
    options: Any = {"heartbeat": 0.05, "ping_timeout": 0.1}
    async with (
        AsyncOpenAI(api_key=KEY, base_url=realtime.url) as client,
        client.realtime.connect(websocket_connection_options=options) as connection,
    ):
        await realtime.until(lambda: len(connection._socket._messages) == 16)
        before = -1
        while before != len(sent):
            before = len(sent)
            await asyncio.sleep(0.3)
        assert len(sent) < 1000
        assert len(connection._socket._messages) == 16
        numbers = [(await connection.recv()).to_dict()["number"] for _ in range(1000)]
        assert numbers == list(range(1000))


async def test_a_slow_reader_gets_what_came_before_the_end(kind: Kind, realtime: RealtimeServer) -> None:
    async def burst(session: Session) -> None:
        for number in range(50):
            await session.send("session.created", number=number)
        await session.websocket.close(code=1011, message=b"bye")

    realtime.scripts = [burst]
    async with (
        twin(kind, realtime) as one,  # type: ignore[arg-type]
        one.within(one.client.realtime.connect(model=MODEL)) as connection,
    ):
        await realtime.until(lambda: realtime.handshakes != [] and realtime.open == 0)
        events, error = await one.collect(connection)
        assert [event.to_dict()["number"] for event in events] == list(range(50))
        assert isinstance(error, WebSocketConnectionClosedError)
        assert (error.code, error.reason) == (1011, "bye")


# ── handlers, queues and reconnecting ───────────────────────────────────────────────────────────────────────────────


async def test_handlers_are_called(kind: Kind, realtime: RealtimeServer) -> None:
    realtime.scripts = [ending("1000")]
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(model=MODEL)
        seen: list[str] = []
        manager.send({"type": "response.create"})

        @manager.on("event")
        def every(event: Any) -> None:
            seen.append(f"every {event.type}")

        def never(event: Any) -> None:
            seen.append("never")

        manager.on("response.created", never).off("response.created", never)
        async with one.within(manager) as connection:

            def delta(event: Any) -> Any:
                seen.append(event.delta)
                return None if one.is_blocking else asyncio.sleep(0)

            assert connection.once("response.output_text.delta", delta) is connection
            with pytest.raises(TypeError, match="must be a function"):
                connection.on("error", 3)
            await one.do(connection.dispatch_events)
        assert seen == ["every response.created", "You sa", "every response.output_text.delta"]


async def test_an_error_that_no_handler_takes_is_raised(kind: Kind, realtime: RealtimeServer) -> None:
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(model=MODEL)
        manager.send({"type": "nonsense"})
        async with one.within(manager) as connection:
            with pytest.raises(OpenAIError, match=r"^the server reports an error: no such event: nonsense$"):
                await one.do(connection.dispatch_events)
            connection.on("error", lambda _: one.client.close() if one.is_blocking else connection.close())
            await one.do(connection.send, {"type": "nonsense"})
            with pytest.raises(WebSocketConnectionClosedError) if one.is_blocking else _nothing():
                await one.do(connection.dispatch_events)


class _nothing:  # noqa: N801 (stands beside pytest.raises)
    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass


async def test_the_queue_is_bounded(kind: Kind, realtime: RealtimeServer) -> None:
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(model=MODEL, max_queue_size=30)
        manager.send({"type": "response.create"})
        with pytest.raises(WebSocketQueueFullError, match="max_queue_size"):
            manager.send({"type": "response.create"})


async def test_a_lost_connection_is_opened_again(kind: Kind, realtime: RealtimeServer) -> None:
    told: list[ReconnectingEvent] = []
    threads: set[int] = set()

    def again(event: ReconnectingEvent) -> Any:
        told.append(event)
        threads.add(threading.get_ident())
        return {"extra_query": {"turn": str(event.attempt)}, "extra_headers": {"X-Turn": str(event.attempt)}}

    realtime.scripts = [ending("1011"), ending("drop"), answer]
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(model=MODEL, on_reconnecting=again, initial_delay=0.01, max_delay=0.02)
        manager.send({"type": "response.create"})
        async with one.within(manager) as connection:
            assert await collect(one, connection, 2) == ["response.created", "response.output_text.delta"]
            realtime.refusals = [Refusal(503), Refusal(401)]
            waiting = asyncio.create_task(collect(one, connection, 1))
            await realtime.until(lambda: len(realtime.handshakes) == 4)
            await one.do(connection.response.create)
            assert await waiting == ["response.created"]
            await collect(one, connection, 1)
            assert await collect(one, connection, 1) == ["session.created"]
    assert [(event.attempt, event.close_code) for event in told] == [(1, 1011), (2, 1011), (3, 1011), (1, 1006)]
    assert all(0 < event.delay <= 0.02 and event.max_attempts == 5 for event in told)
    assert [asked.query.get("turn") for asked in realtime.handshakes] == [None, "1", "2", "3", "1"]
    assert realtime.handshakes[-1].headers["X-Turn"] == "1"
    assert (threading.get_ident() in threads) != one.is_blocking


@pytest.mark.parametrize("why", ["abort", "code", "attempts", "closed"])
async def test_reconnecting_ends(kind: Kind, realtime: RealtimeServer, why: str) -> None:
    realtime.scripts = [ending("4001" if why == "code" else "1000" if why == "closed" else "1012")]
    asked: list[int] = []

    def again(event: ReconnectingEvent) -> Any:
        asked.append(event.attempt)
        return {"abort": True} if why == "abort" else None

    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(
            model=MODEL, on_reconnecting=again, max_retries=2, initial_delay=0.001, max_delay=0.001
        )
        manager.send({"type": "response.create"})
        async with one.within(manager) as connection:
            realtime.refusals = [Refusal(503)] * 2
            events, error = await one.collect(connection)
        assert len(events) == 2
        assert asked == {"abort": [1], "code": [], "attempts": [1, 2], "closed": []}[why]
        if why == "closed":
            assert error is None
        else:
            assert isinstance(error, WebSocketConnectionClosedError)
            assert error.code == (4001 if why == "code" else 1012)


async def test_a_server_that_greets_and_drops_is_left_after_so_many_attempts(
    kind: Kind, realtime: RealtimeServer
) -> None:
    async def greet(session: Session) -> None:
        await session.send("session.created", session={})
        session.drop()

    realtime.scripts = [greet]
    asked: list[int] = []
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        manager = one.client.realtime.connect(
            model=MODEL,
            on_reconnecting=lambda event: asked.append(event.attempt),
            max_retries=3,
            initial_delay=0.001,
            max_delay=0.001,
        )
        async with one.within(manager) as connection:
            events, error = await one.collect(connection)
    assert ([event.type for event in events], asked) == (["session.created"] * 4, [1, 2, 3])
    assert isinstance(error, WebSocketConnectionClosedError)


async def test_what_is_not_entered_says_how_it_is(kind: Kind, realtime: RealtimeServer) -> None:
    messages: Any = []
    async with twin(kind, realtime) as one:  # type: ignore[arg-type]
        client, how = one.client, "with" if one.is_blocking else "async with"
        with pytest.warns(DeprecationWarning, match="assistants"):
            run = client.beta.threads.runs.stream(thread_id="t", assistant_id="a")
        for manager in (
            client.chat.completions.stream(model="m", messages=messages),
            client.responses.stream(model="m", input="?"),
            client.realtime.connect(model=MODEL),
            run,
        ):
            with pytest.raises(TypeError, match=f"is not open yet: enter it first: {how} … as "):
                await one.take(manager)
            with pytest.raises(AttributeError, match=f"no attribute 'session'; enter it first: {how} … as "):
                _ = manager.session
            assert not hasattr(manager, "__fspath__")
    assert not realtime.handshakes


# ── options ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"max_sise": 1}, r"knows no 'max_sise'; it knows close_timeout, compression"),
        ({"extensions": []}, "takes no extensions: compression='deflate'"),
        ({"proxy": "http://x"}, "takes no proxy: the client's option proxy"),
        ({"compression": "brotli"}, "compression must be 'deflate'"),
        ({"max_size": 0}, "max_size must be a whole number of at least 1"),
        ({"max_queue": (4, 8)}, "max_queue must be a pair of a higher and a lower number"),
        ({"max_queue": (4, 8, 9)}, "max_queue must be a whole number, or a pair"),
        ({"subprotocols": "realtime"}, "subprotocols must be a list"),
        ({"heartbeat": -1}, "heartbeat must be a number of seconds above 0"),
        ({"close_timeout": None}, "close_timeout must be a number of seconds above 0"),
        ([], "must be a mapping"),
    ],
)
def test_options_are_checked_at_once(options: Any, message: str) -> None:
    with pytest.raises(OpenAIError, match=message):
        AsyncOpenAI(api_key=KEY).realtime.connect(model=MODEL, websocket_connection_options=options)


def test_other_parameters_are_checked_at_once() -> None:
    connect: Any = AsyncOpenAI(api_key=KEY).realtime.connect
    for wrong, message in (
        ({"extra_query": "a=b"}, "extra_query must be a mapping"),
        ({"extra_headers": {"Connection": "x"}}, "extra_headers must not set Connection"),
        ({"on_reconnecting": 3}, "on_reconnecting must be a function"),
        ({"max_retries": -1}, "max_retries must be"),
        ({"initial_delay": 0}, "initial_delay must be"),
        ({"max_queue_size": "1"}, "max_queue_size must be"),
    ):
        with pytest.raises(OpenAIError, match=message):
            connect(**wrong)


async def test_all_options_of_openai_are_taken(kind: Kind) -> None:
    options: Any = {
        "subprotocols": ["a", "realtime"],
        "compression": "deflate",
        "max_size": 1 << 20,
        "max_queue": (8, 2),
        "open_timeout": 20,
        "heartbeat": None,
        "write_limit": (1 << 15, 1 << 14),
    }
    with RealtimeServer(protocols=("realtime",)) as server:
        async with (
            twin(kind, server) as one,  # type: ignore[arg-type]
            one.within(one.client.realtime.connect(websocket_connection_options=options)) as connection,
        ):
            assert connection.subprotocol == "realtime"
            assert (await one.do(connection.recv)).type == "session.created"
            await one.do(connection.response.create)
            assert (await one.do(connection.recv)).type == "response.created"
    assert "permessage-deflate" in server.handshakes[0].headers["Sec-WebSocket-Extensions"]
