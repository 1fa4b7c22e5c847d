"""What is used of aiohttp beyond its documented interface is there, does what we rely on, and can be done without."""

from __future__ import annotations

import asyncio
import inspect
import io
import math
import re
import select
import socket
import ssl
import sys
import textwrap
from collections import deque
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
import trustme
import uvloop
from aiohttp import ClientPayloadError, ClientSession, ServerTimeoutError, StreamReader, web
from aiohttp.test_utils import TestServer
from multidict import CIMultiDict

import aigpt
from aigpt._http import aiohttp_internals as internals
from aigpt._http.body import Body, read_all
from aigpt.testing import ScriptedServer

GOOD = {"output": "x"}


@pytest.fixture
async def trickle(aiohttp_server: Any) -> Any:
    """Start a server that sends the first bytes of a body, and the rest when `go` is set."""
    go = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"first")
        await go.wait()
        await response.write(b" rest")
        return response

    app = web.Application()
    app.router.add_route("*", "/", answer)
    server = await aiohttp_server(app)
    yield SimpleNamespace(url=server.make_url("/"), go=go)
    go.set()


# ── a request ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_private_request_takes_what_the_public_one_takes() -> None:
    private = inspect.signature(ClientSession._request).parameters
    assert list(private)[:3] == ["self", "method", "str_or_url"]
    assert {"data", "headers", "allow_redirects", "timeout", "raise_for_status", "auto_decompress"} <= private.keys()


@pytest.mark.parametrize("has_it", [True, False], ids=["_request", "request"])
async def test_a_request_is_sent_with_it_and_without(trickle: Any, *, has_it: bool) -> None:
    trickle.go.set()
    async with ClientSession() as session:
        stand_in: Any = session if has_it else SimpleNamespace(request=session.request)
        response = await internals.send_request(stand_in, "POST", trickle.url, data=internals.request_body(b"{}"))
        assert await response.read() == b"first rest"


@pytest.mark.parametrize("has_it", [True, False], ids=["_middlewares", "none known"])
async def test_the_key_is_set_in_front_of_the_sessions_middlewares(*, has_it: bool) -> None:
    async def middleware(_request: Any, _handler: Any) -> Any: ...

    async with ClientSession(middlewares=(middleware,)) as session:
        stand_in: Any = session if has_it else SimpleNamespace()
        given = CIMultiDict({"authorization": "Bearer key", "X": "1"})
        headers, options = internals.authorize_despite_netrc(stand_in, given, {"timeout": None})
    assert (dict(headers), options["timeout"]) == ({"X": "1"}, None)
    ours, *rest = options["middlewares"]
    assert rest == [middleware] * has_it
    assert "key" not in repr(ours)
    assert given["Authorization"] == "Bearer key"  # the call's own headers are kept for its next attempt


async def test_headers_without_a_key_are_sent_as_they_are() -> None:
    async with ClientSession() as session:
        given = CIMultiDict({"X": "1"})
        assert internals.authorize_despite_netrc(session, given, {}) == (given, {})


class _Noting(internals.JSONBody):
    """A body that notes the progress of its sending, before and after."""

    noted: tuple[object, object]

    async def write(self, writer: Any) -> None:
        upload = internals.Upload(writer)
        before = upload.progress()
        await super().write(writer)
        self.noted = before, upload.progress()


async def test_the_progress_of_an_upload_changes_as_it_is_sent(aiohttp_server: Any) -> None:
    app = web.Application(client_max_size=1 << 24)
    app.router.add_post("/", _length)
    server = await aiohttp_server(app)
    body = _Noting(b"x" * (1 << 22))
    async with ClientSession() as session, session.post(server.make_url("/"), data=body) as response:
        assert await response.json() == 1 << 22
    before, after = body.noted
    assert before != after
    assert isinstance(body.upload, internals.Upload)


async def _length(request: web.Request) -> web.Response:
    return web.json_response(len(await request.read()))


def test_without_a_transport_an_upload_shows_no_progress_and_is_left_to_aiohttp() -> None:
    upload = internals.Upload(SimpleNamespace(output_size=1))  # type: ignore[arg-type]
    assert upload.progress() is None
    upload.abort()


def test_without_an_output_size_the_transport_tells() -> None:
    kept = [5, 3]
    transport = SimpleNamespace(get_extra_info=lambda _: None, get_write_buffer_size=kept.pop)
    upload = internals.Upload(SimpleNamespace(transport=transport))  # type: ignore[arg-type]
    assert upload.progress() == (0, 3, 0)
    assert upload.progress() == (0, 5, 0)


@pytest.mark.parametrize("kept", [0, 1])
def test_only_an_upload_with_something_left_to_send_is_aborted(kept: int) -> None:
    aborted: list[int] = []
    transport = SimpleNamespace(get_write_buffer_size=lambda: kept, abort=lambda: aborted.append(1))
    internals.Upload(SimpleNamespace(transport=transport)).abort()  # type: ignore[arg-type]
    assert aborted == [1] * kept


# ── its body ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_payload_has_the_attributes_that_the_body_sets() -> None:
    assert internals.request_body is internals.JSONBody
    body = internals.JSONBody(b"{}")
    assert (body.size, body.content_type, body.headers["Content-Type"]) == (2, "application/json", "application/json")
    assert body.autoclose is True
    assert body.decode() == "{}"


@pytest.mark.parametrize("make", [internals.JSONBody, bytes], ids=["payload", "bytes"])
async def test_calls_work_with_it_and_with_plain_bytes(
    make: Any, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt._http.request.request_body", make)
    igpt_server.reply("recall/run", status=503, json={}, times=1)
    igpt_server.reply("recall/run", json=GOOD)
    async with igpt_server.client(backoff_base=1) as igpt:
        assert await igpt.recall.run(input="é") == GOOD
    assert [call.json["input"] for call in igpt_server.calls] == ["é", "é"]
    assert {call.headers["Content-Type"] for call in igpt_server.calls} == {"application/json"}


# ── the pool of connections ─────────────────────────────────────────────────────────────────────────────────────


def test_the_pool_can_be_looked_into() -> None:
    assert internals._HAS_POOL
    parameters = inspect.signature(aiohttp.TCPConnector._release).parameters
    assert list(parameters) == ["self", "key", "protocol", "should_close"]


@pytest.mark.parametrize("has_it", [True, False], ids=["pool", "no pool"])
async def test_connections_are_kept_alive_only_where_they_can_be_looked_at(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, *, has_it: bool
) -> None:
    monkeypatch.setattr(internals, "_HAS_POOL", has_it)
    igpt_server.reply("recall/run", json=GOOD)
    async with igpt_server.client() as igpt:
        assert [await igpt.recall.run(input="?") for _ in range(3)] == [GOOD] * 3
    assert igpt_server.connections.accepted == (1 if has_it else 3)
    assert ("connections are not kept alive" in caplog.text) is not has_it


@pytest.mark.parametrize("has_it", [True, False], ids=["poll", "select"])
def test_a_socket_is_looked_at_with_poll_and_without(monkeypatch: pytest.MonkeyPatch, *, has_it: bool) -> None:
    if not has_it:
        monkeypatch.delattr(select, "poll")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert not internals._is_readable(ours.fileno())
        theirs.send(b"x")
        assert internals._is_readable(ours.fileno())
        ours.recv(1)
        assert not internals._is_readable(ours.fileno())
        theirs.close()
        assert internals._is_readable(ours.fileno())


def test_a_connection_without_a_socket_is_judged_by_what_was_read() -> None:
    transport = SimpleNamespace(get_extra_info=lambda _: None)
    assert internals._is_quiet(SimpleNamespace(should_close=False, transport=transport))
    assert not internals._is_quiet(SimpleNamespace(should_close=True, transport=transport))


@pytest.mark.way("long")
async def test_a_request_is_written_before_the_loop_reads_on(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    igpt_server.reply("recall/run", json=GOOD)
    order: list[str] = []
    is_quiet, write = internals._is_quiet, internals.JSONBody.write_with_length

    def looked_at(protocol: Any) -> bool:
        order.append("looked at")
        asyncio.get_running_loop().call_soon(order.append, "next turn")
        return is_quiet(protocol)

    async def written(self: Any, *args: Any) -> None:
        order.append("written")
        await write(self, *args)

    monkeypatch.setattr(internals, "_is_quiet", looked_at)
    monkeypatch.setattr(internals.JSONBody, "write_with_length", written)
    async with igpt_server.client() as igpt:
        for _ in range(2):
            assert await igpt.recall.run(input="?") == GOOD
    assert order == ["written", "looked at", "written", "next turn"]


needs_eager_request = pytest.mark.skipif(sys.version_info >= (3, 12), reason="aiohttp's own request is eager itself")


async def some_bytes() -> AsyncIterator[bytes]:
    for number in range(5):
        await asyncio.sleep(0.001 * (number % 2))
        yield b"x" * 400_000


BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "none": dict,
    "small": lambda: {"data": b"x"},
    "large": lambda: {"data": io.BytesIO(b"x" * 2_000_000)},
    "an iterator": lambda: {"data": some_bytes()},
    "small, when asked": lambda: {"data": b"x", "expect100": True},
    "large, when asked": lambda: {"data": io.BytesIO(b"x" * 2_000_000), "expect100": True},
    "none, when asked": lambda: {"expect100": True},
    "compressed": lambda: {"data": io.BytesIO(b"x" * 2_000_000), "compress": "deflate"},
}
LENGTHS = {"none": 0, "small": 1, "small, when asked": 1, "none, when asked": 0}


@needs_eager_request
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_a_body_of_any_kind_is_written(run: Any, body: str) -> None:
    async def length(request: web.Request) -> web.Response:
        return web.json_response(len(await request.read()))

    async def scenario() -> None:
        app = web.Application(client_max_size=1 << 30)
        app.router.add_route("*", "/", length)
        async with (
            TestServer(app) as server,
            ClientSession(request_class=internals.EagerRequest) as session,
        ):
            for _ in range(3):
                async with session.post(server.make_url("/"), **BODIES[body]()) as response:
                    assert await response.json() == LENGTHS.get(body, 2_000_000)

    run(scenario())


def eager_request(monkeypatch: pytest.MonkeyPatch, write_bytes: Any) -> Any:
    """Return an `EagerRequest` whose aiohttp writes like this."""
    monkeypatch.setattr(aiohttp.ClientRequest, "write_bytes", write_bytes)
    return internals.EagerRequest.__new__(internals.EagerRequest)


@needs_eager_request
async def test_a_writing_that_waits_is_done_by_its_task(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, seen = asyncio.Event(), list[Any]()

    async def write_bytes(_: Any, *args: Any, **options: Any) -> None:
        seen.extend([args, options])
        await gate.wait()
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)
        seen.append("written")

    request = eager_request(monkeypatch, write_bytes)
    rest = request.write_bytes(1, conn=2)
    assert seen == [(1,), {"conn": 2}]
    task = asyncio.create_task(rest)
    await asyncio.sleep(0)
    gate.set()
    assert await task is None
    assert seen[2:] == ["written"]
    assert await request.write_bytes() is None  # what aiohttp may do as well, instead of a task


@needs_eager_request
@pytest.mark.parametrize("steps", [0, 1, 2])
@pytest.mark.parametrize("ending", ["raises", "returns", "waits"])
async def test_a_writing_that_is_cancelled_cleans_up(steps: int, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    async def write_bytes(_: Any) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            seen.append("cancelled")
            if ending == "waits":
                await asyncio.sleep(0.001)
                seen.append("waited")
            if ending != "returns":
                raise

    task = asyncio.create_task(eager_request(monkeypatch, write_bytes).write_bytes())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task], timeout=5)
    assert task.done()
    assert task.cancelled() is (ending != "returns")
    assert seen == ["cancelled", "waited"][: 1 + (ending == "waits")]


@needs_eager_request
async def test_a_writing_that_fails_after_a_wait_fails_its_task(monkeypatch: pytest.MonkeyPatch) -> None:
    async def write_bytes(_: Any) -> None:
        await asyncio.sleep(0)
        raise LookupError

    with pytest.raises(LookupError):
        await asyncio.create_task(eager_request(monkeypatch, write_bytes).write_bytes())


@needs_eager_request
@pytest.mark.parametrize("result", [None, "a future"])
async def test_what_writes_otherwise_than_by_a_coroutine_is_left_alone(
    result: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert eager_request(monkeypatch, lambda _: result).write_bytes() is result


@needs_eager_request
async def test_without_that_method_nothing_changes(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def otherwise(self: Any, *args: Any) -> None:
        await write(self, *args)

    write = aiohttp.ClientRequest.write_bytes
    source = textwrap.dedent(inspect.getsource(aiohttp.ClientRequest.send)).replace("write_bytes", "write_otherwise")
    names: dict[str, Any] = {}
    exec(source, vars(aiohttp.client_reqrep), names)  # noqa: S102 (aiohttp's own source)
    monkeypatch.setattr(aiohttp.ClientRequest, "send", names["send"])
    monkeypatch.setattr(aiohttp.ClientRequest, "write_otherwise", otherwise, raising=False)
    monkeypatch.delattr(aiohttp.ClientRequest, "write_bytes")
    igpt_server.reply("recall/run", json=GOOD)
    async with igpt_server.client() as igpt:
        assert [await igpt.recall.run(input="?") for _ in range(3)] == [GOOD] * 3
    assert igpt_server.connections.accepted == 1


FAILURES = [OSError(32, "broken"), RuntimeError("oops"), aiohttp.ClientConnectionResetError("gone")]


@pytest.mark.way("long")
@pytest.mark.parametrize("failure", FAILURES, ids=repr)
@pytest.mark.parametrize("where", ["write_with_length", "write_eof"])
@pytest.mark.parametrize("eager", [True, False])
async def test_what_cannot_be_written_is_a_network_error_and_is_retried(
    failure: Exception, where: str, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, *, eager: bool
) -> None:
    eager = eager and sys.version_info < (3, 12)
    if not eager:
        monkeypatch.setattr("aigpt._http.session.request_class", aiohttp.ClientRequest)
        if where == "write_eof":
            pytest.skip("aiohttp reports it as an exception that nobody has retrieved")
    owner: Any = internals.JSONBody if where == "write_with_length" else aiohttp.http.StreamWriter
    write = getattr(owner, where)
    left = [failure, asyncio.CancelledError()] if where == "write_eof" else [failure]

    async def fail(self: Any, *args: Any) -> None:
        if left:
            raise left.pop()
        await write(self, *args)

    monkeypatch.setattr(owner, where, fail)
    igpt_server.reply("recall/run", json=GOOD)
    async with igpt_server.client(backoff_base=1) as igpt:
        reply = await igpt.recall.run(input="?")
        assert (reply, left) == (GOOD, [])
        assert reply.retries
        assert await igpt.recall.run(input="?") == GOOD


# ── the short way ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_installed_aiohttp_has_the_short_way() -> None:
    assert internals.has_short_way()


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (internals.ResponseHandler, "set_response_params"),
        (internals.TCPConnector, "connect"),
        (internals.TCPConnector, "_get"),
        (internals.StreamReader, "on_eof"),
    ],
)
def test_another_aiohttp_has_no_short_way(owner: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(self: Any, /, *, something_else: int) -> None: ...

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, other)
        assert not internals.has_short_way()
    with monkeypatch.context() as patch:
        patch.setattr(internals, "_REQUEST", None)
        assert not internals.has_short_way()


async def test_without_a_short_way_calls_go_on(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    igpt_server.reply("recall/run", json=GOOD)
    monkeypatch.setattr("aigpt._http.short_way.IS_KNOWN", False)
    monkeypatch.setattr("aigpt._http.short_way._told", False)
    with caplog.at_level("DEBUG", "aigpt"):
        for _ in range(2):
            async with igpt_server.client() as igpt:
                assert await igpt.recall.run(input="?") == GOOD
    assert [record.message for record in caplog.records if "own way" in record.message] == [
        "requests take aiohttp's own way: this version of it is not known"
    ]


async def test_both_ways_send_the_same_request(igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    igpt_server.reply("recall/run", json=GOOD)
    seen = []
    for known in (True, False):
        monkeypatch.setattr("aigpt._http.short_way.IS_KNOWN", known)
        async with igpt_server.client(default_headers={"X-Own": "ä"}) as igpt:
            await igpt.recall.run(input="é")
            await igpt.recall.run(input="é", extra_headers={"X-Call": "1"})
            seen.append([(one.headers, one.body) for one in igpt_server.calls[-2:]])
    for short, long in zip(*seen, strict=True):
        assert short[1] == long[1]
        assert short[0].keys() == long[0].keys()
        assert all(short[0][name] == value for name, value in long[0].items() if name.lower() != "idempotency-key")


async def test_what_replaces_aiohttps_requests_is_asked(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    igpt_server.reply("recall/run", json=GOOD)
    sent = []
    request = ClientSession._request

    async def counted(self: ClientSession, *args: Any, **options: Any) -> Any:
        sent.append(args)
        return await request(self, *args, **options)

    async with igpt_server.client() as igpt:
        await igpt.recall.run(input="?")
        assert sent == []
        monkeypatch.setattr(ClientSession, "_request", counted)
        await igpt.recall.run(input="?")
    assert len(sent) == 1


async def test_what_needs_more_than_the_short_way_goes_without_it(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def send(*_: Any) -> None:
        raise AssertionError

    igpt_server.reply("recall/run", json=GOOD)
    igpt_server.stream("recall/ask", [GOOD])
    monkeypatch.setattr(internals.Exchange, "send", send)
    async with igpt_server.client() as igpt:
        assert await igpt.recall.run(input="x" * (1 << 16)) == GOOD
        timeout = aiohttp.ClientTimeout(total=60)
        assert [chunk async for chunk in igpt.recall.ask(input="?", stream=True, timeout=timeout)] == [GOOD]


@pytest.mark.parametrize(
    "limits", [{"total": 60}, {"sock_read": 60}, {"sock_connect": 60}, {"connect": 60, "total": 0.5}, {}], ids=str
)
async def test_calls_with_timeouts_go_the_short_way(
    limits: dict[str, float], igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def take_long_way(*_: Any) -> None:
        raise AssertionError

    igpt_server.reply("recall/run", json=GOOD)
    monkeypatch.setattr("aigpt._http.transport._take_long_way", take_long_way)
    async with igpt_server.client(timeout=aiohttp.ClientTimeout(**limits)) as igpt:
        assert await asyncio.gather(*(igpt.recall.run(input="?") for _ in range(3))) == [GOOD] * 3
        await asyncio.sleep(0.6 if limits.get("total") == 0.5 else 0)  # what they were bounded by bounds nothing now
        assert await igpt.recall.run(input="?") == GOOD


# ── the response's connection ───────────────────────────────────────────────────────────────────────────────────


async def test_the_connection_has_a_future_that_is_done_when_it_closes(trickle: Any) -> None:
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        closed = internals.connection_closed(response)
        assert internals.has_connection(response)
        assert closed is not None
        assert not closed.done()
        response.close()
        await asyncio.wait([closed], timeout=10)
        assert closed.done()
        closed.exception()
        assert not internals.has_connection(response)
        assert internals.connection_closed(response) is None


async def test_without_that_future_a_body_is_read_all_the_same(trickle: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigpt._http.body.has_connection", lambda _: False)
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        trickle.go.set()
        assert await read_all(response, 100, None) == b"first rest"


async def test_the_wait_for_the_next_byte_can_be_limited(trickle: Any) -> None:
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        body = Body(response)
        assert await body.read() == b"first"
        internals.limit_silence(response, 0.05)
        with pytest.raises(ServerTimeoutError):
            await body.read()
        body.close()


async def test_where_aiohttp_has_no_such_limit_nothing_happens(trickle: Any) -> None:
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        without: Any = SimpleNamespace(connection=SimpleNamespace(protocol=SimpleNamespace()))
        internals.limit_silence(without, 0.05)
        response.close()
        internals.limit_silence(response, 0.05)  # nor where the connection is gone


# ── WebSockets ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("has_it", [True, False])
async def test_a_handshake_has_what_the_session_has(aiohttp_server: Any, *, has_it: bool) -> None:
    seen: list[str] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        seen.append(request.headers["X-Of-Session"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str("hello")
        await socket.close()
        return socket

    async def of_session(request: aiohttp.ClientRequest, handler: Any) -> Any:
        seen.append("middleware of the session")
        return await handler(request)

    async def of_handshake(request: aiohttp.ClientRequest, handler: Any) -> Any:
        seen.append("middleware of the handshake")
        return await handler(request)

    app = web.Application()
    app.router.add_get("/", answer)
    server = await aiohttp_server(app)
    async with ClientSession(headers={"X-Of-Session": "yes"}, middlewares=(of_session,)) as session:
        if not has_it:
            del session._middlewares
            del session._default_proxy
        one = internals.session_for_handshake(session, of_handshake, aiohttp.ClientTimeout(total=None))
        socket = await one.ws_connect(server.make_url("/"))
        one.detach()
        assert one.closed
        assert (await socket.receive()).data == "hello"
        assert internals.bytes_received_by(socket._response)() == 0  # a connection that does not count
        await socket.close()
        if not has_it:
            session._middlewares = ()
    before = ["middleware of the session"] if has_it else []
    assert seen == [*before, "middleware of the handshake", "yes"]


async def test_a_connection_of_our_own_counts_what_arrives(trickle: Any) -> None:
    async with ClientSession(connector=internals.make_connector()) as session:
        response = await session.get(trickle.url)
        count = internals.bytes_received_by(response)
        before = count()
        assert before > 0
        trickle.go.set()
        await response.read()
        response.close()
    assert count() > before


@pytest.mark.parametrize("is_tls", [False, True])
async def test_no_more_is_read_at_once_than_glibc_keeps(*, is_tls: bool, authority: trustme.CA) -> None:
    """Here are the names that asyncio reads; where it has others, it reads as much as it did before."""
    context, trusted = None, ssl.create_default_context()
    if is_tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        authority.configure_trust(trusted)
    long = "x" * (5 * internals.READ_BYTES)
    with ScriptedServer(ssl=context) as server:
        server.reply("recall/ask", json={"output": long})
        async with (
            ClientSession(connector=internals.make_connector(ssl=trusted)) as session,
            session.post(f"{server.url}/recall/ask", json={}) as response,
        ):
            connection: Any = response.connection
            reads = connection.transport._ssl_protocol if is_tls else connection.transport
            assert type(reads).max_size > reads.max_size == internals.READ_BYTES
            assert await response.json() == {"output": long}


@pytest.mark.parametrize("transport", [None, SimpleNamespace(max_size=None), SimpleNamespace(_ssl_protocol=1)])
def test_a_transport_that_does_not_say_how_much_it_reads_is_left_alone(transport: Any) -> None:
    before = repr(transport)
    internals.read_less_at_once(transport)
    assert repr(transport) == before


def test_calls_work_where_the_loop_reads_otherwise(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": "x" * (5 * internals.READ_BYTES)})

    async def ask() -> Any:
        async with igpt_server.client() as igpt:
            return await igpt.recall.ask(input="x")

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        assert len(runner.run(ask())["output"]) == 5 * internals.READ_BYTES


# ── its content ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_reader_can_be_failed_and_what_had_arrived_is_still_there(trickle: Any) -> None:
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        while not response.content.total_bytes:  # noqa: ASYNC110 (aiohttp sets no event for it)
            await asyncio.sleep(0.01)
        internals.fail_body(response, ClientPayloadError("cut"))
        with pytest.raises(ClientPayloadError, match="cut"):
            await response.content.readany()
        assert internals.salvage(response.content) == b"first"
        response.close()


async def test_without_that_the_connection_is_closed_and_nothing_is_salvaged(trickle: Any) -> None:
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        closed: list[bool] = []
        without: Any = SimpleNamespace(content=SimpleNamespace(), close=lambda: closed.append(True))
        internals.fail_body(without, ClientPayloadError("cut"))
        assert closed == [True]
        assert internals.salvage(without.content) == b""
        response.close()


class _Reader(StreamReader):
    """Notes where its connection is told to read on."""

    def __init__(self) -> None:
        self.read_on: list[object] = []
        protocol: Any = SimpleNamespace(resume_reading=lambda **options: self.read_on.append(options))
        super().__init__(protocol, 1 << 16, loop=asyncio.get_running_loop())


async def test_a_whole_body_is_taken_and_the_connection_left_alone() -> None:
    content = _Reader()
    content.feed_data(b"whole")
    content.feed_eof()
    content.read_on.clear()
    assert internals.take_body(content) == b"whole"
    assert content.read_on == []
    assert content.at_eof()


async def test_a_body_in_pieces_or_none_is_read_as_aiohttp_reads_it() -> None:
    content = _Reader()
    content.feed_data(b"in two ")
    content.feed_data(b"pieces")
    content.feed_eof()
    assert internals.take_body(content) == b"in two pieces"
    assert internals.take_body(content) == b""


async def test_a_body_that_failed_raises() -> None:
    content = _Reader()
    content.feed_data(b"first")
    content.set_exception(ClientPayloadError("cut"))
    with pytest.raises(ClientPayloadError, match="cut"):
        internals.take_body(content)


@pytest.mark.parametrize("kept", [{}, {"_buffer": [b"x"]}, {"_buffer": deque([b"x"])}])
def test_without_its_buffer_a_body_is_read_by_the_documented_method(kept: dict[str, Any]) -> None:
    without: Any = SimpleNamespace(**kept, exception=lambda: None, read_nowait=lambda: b"read")
    assert internals.take_body(without) == b"read"


async def test_the_bytes_that_arrived_are_counted(trickle: Any) -> None:
    async with ClientSession() as session:
        response = await session.post(trickle.url)
        trickle.go.set()
        await response.read()
        assert internals.bytes_received(response.content) == 10
        without: Any = SimpleNamespace()
        assert internals.bytes_received(without) == math.inf


async def test_without_that_count_a_large_body_is_still_refused(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt._http.transport.bytes_received", lambda _: math.inf)
    igpt_server.reply("recall/run", json={"output": "x" * 100})
    async with igpt_server.client(max_response_bytes=120) as igpt:
        assert (await igpt.recall.run(input="?")).ok
        assert (await igpt.with_options(max_response_bytes=90).recall.run(input="?")).error == "invalid_json_response"


def test_what_the_parser_raises_is_known() -> None:
    assert (aiohttp.http.HttpProcessingError,) == internals.PARSER_ERRORS


# ── and nothing of it anywhere else ─────────────────────────────────────────────────────────────────────────────


def test_no_other_file_of_the_package_reaches_into_aiohttp() -> None:
    words = (
        r"session\._request",
        r"connection\.protocol",
        r"content\.set_exception",
        "start_timeout",
        "total_bytes",
        r"aiohttp\.http",
        "client_proto",
        "should_close",
        "TCPConnector",
        "_middlewares",
        r"request\.write_bytes",
    )
    inside = re.compile(rf"({'|'.join(words)})\b")
    root = Path(aigpt.__file__).parent
    files = [path for path in root.rglob("*.py") if path.name != "aiohttp_internals.py"]
    assert len(files) > 100
    found = {str(path.relative_to(root)) for path in files if inside.search(path.read_text("utf-8"))}
    assert found == set()
