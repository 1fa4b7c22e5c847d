"""No connection is used again on which something has arrived that nobody asked for; all others are."""

from __future__ import annotations

import asyncio
import gc
import json
import select
import socket
import ssl
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import trustme
import uvloop
from aiohttp import ClientRequest, ClientSession

from aigpt import AsyncIGPT, fan_out
from aigpt._http.aiohttp_internals import EagerRequest, abort_leaving, make_connector
from aigpt._http.body import Body, given_back
from aigpt.testing import Call, Gate, ScriptedServer, run_events

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
EVENTS = run_events("Yes", ".")


def answer_to(name: str) -> bytes:
    body = json.dumps({"output": name}).encode()
    return OK + b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


STRAYS = {
    "its answer again": answer_to("alice"),
    "half of its answer again": answer_to("alice")[:-5],
    "its answer without length": OK + b'\r\n{"output": "alice"}',
    "an idle timeout": b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "an interim response": b"HTTP/1.1 100 Continue\r\n\r\n",
    "a switch of protocols": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
    "half a status line": b"HTTP/1.1 2",
    "headers without an end": OK,
    "junk": b"\x00\xff not HTTP at all\r\n\r\n",
    "an empty line": b"\r\n",
    "the end of a chunked body": b"0\r\n\r\n",
    "a megabyte": b"x" * 1_000_000,
}


@pytest.fixture(scope="module")
def tls(authority: trustme.CA) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return how a server serves TLS, and how its clients trust it."""
    serving, trusting = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(serving)
    authority.configure_trust(trusting)
    return serving, trusting


@pytest.fixture(params=["http", "https"])
def served(
    request: pytest.FixtureRequest, tls: tuple[ssl.SSLContext, ssl.SSLContext]
) -> Iterator[tuple[ScriptedServer, dict[str, Any]]]:
    """Give a server, and the options of its clients."""
    serving, trusting = tls if request.param == "https" else (None, None)
    with ScriptedServer(ssl=serving) as server:
        yield server, {} if trusting is None else {"ssl": trusting}


def echo(call: Call) -> dict[str, str]:
    return {"output": call.json["input"]}


async def ask(igpt: AsyncIGPT, name: str) -> Any:
    reply = await asyncio.wait_for(igpt.recall.ask(input=name), 30)
    return reply, reply.retries


def idle_protocol(igpt: AsyncIGPT) -> Any:
    """Return the protocol of the only connection, which waits for the next call."""
    session: Any = igpt._sender.transport.owner.current()
    ((idle,),) = session.connector._conns.values()
    return idle[0]


def block_until_more_has_arrived(protocol: Any) -> None:
    """Block the loop, so that it reads nothing of what arrives, or of the end."""
    descriptor = protocol.transport.get_extra_info("socket").fileno()
    assert select.select([descriptor], [], [], 10)[0]


@pytest.mark.parametrize("stray", STRAYS)
@pytest.mark.parametrize("where", ["read by the loop", "in the socket's buffer"])
@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_what_nobody_asked_for_reaches_no_other_call(
    run: Any, where: str, stray: str, served: tuple[ScriptedServer, dict[str, Any]]
) -> None:
    server, options = served
    gate = server.gate()
    sent = server.gate()
    server.raw("recall/ask", answer_to("alice"), gate, STRAYS[stray], sent)
    server.reply("recall/ask", json=echo)

    async def scenario() -> None:
        async with server.client(**options) as igpt:
            assert await ask(igpt, "alice") == ({"output": "alice"}, 0)
            gate.open()
            protocol = idle_protocol(igpt)
            if where == "read by the loop":
                while not protocol.should_close:  # noqa: ASYNC110 (nothing of aiohttp tells)
                    await asyncio.sleep(0.001)
            else:
                block_until_more_has_arrived(protocol)
            assert await ask(igpt, "bob") == ({"output": "bob"}, 0)
            assert await ask(igpt, "carol") == ({"output": "carol"}, 0)
        sent.open()

    run(scenario())
    assert server.connections.accepted == 2
    assert [call.json["input"] for call in server.calls] == ["alice", "bob", "carol"]


@pytest.mark.parametrize("extra", ["its answer again", "half a status line", "an empty line", "an idle timeout"])
async def test_what_comes_with_an_answer_reaches_no_other_call(extra: str, igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", answer_to("alice") + STRAYS[extra])
    igpt_server.reply("recall/ask", json=echo)
    async with igpt_server.client() as igpt:
        assert await ask(igpt, "alice") == ({"output": "alice"}, 0)
        assert await ask(igpt, "bob") == ({"output": "bob"}, 0)


@pytest.mark.parametrize(
    "framing", [b"Content-Length: 19\r\n\r\n%b", b"Transfer-Encoding: chunked\r\n\r\n13\r\n%b\r\n0\r\n\r\n"]
)
async def test_half_a_status_line_behind_an_answer_ends_the_connection(
    framing: bytes, igpt_server: ScriptedServer
) -> None:
    body = json.dumps({"output": "alice"}).encode()
    igpt_server.raw("recall/ask", OK + framing % body + b"HTTP/1.1 2", times=1)
    igpt_server.reply("recall/ask", json=echo)
    async with igpt_server.client() as igpt:
        assert await ask(igpt, "alice") == ({"output": "alice"}, 0)
        assert await ask(igpt, "bob") == ({"output": "bob"}, 0)
    assert igpt_server.connections.accepted == 2


async def test_a_server_that_always_answers_twice_crosses_no_replies(igpt_server: ScriptedServer) -> None:
    def twice(call: Call) -> bytes:
        return answer_to(call.json["input"]) * 2

    igpt_server.raw("recall/ask", twice)
    names = [f"question {n}" for n in range(200)]
    async with (
        igpt_server.client() as igpt,
        fan_out(igpt.recall.ask, names, concurrency=8) as outcomes,
    ):
        got = {outcome.request: outcome.reply async for outcome in outcomes}
    assert got == {name: {"output": name} for name in names}
    assert len(igpt_server.calls) == 200


async def test_what_follows_a_stream_reaches_no_call(igpt_server: ScriptedServer) -> None:
    gate: Gate = igpt_server.gate()
    whole = b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in EVENTS)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: %d\r\n\r\n" % len(whole)
    igpt_server.raw("recall/run", head + whole, gate, head + whole)
    igpt_server.reply("recall/ask", json=echo)
    async with igpt_server.client() as igpt:
        async with igpt.recall.run(input="?", stream=True) as stream:
            assert [chunk async for chunk in stream] == EVENTS
        gate.open()
        block_until_more_has_arrived(idle_protocol(igpt))
        assert await ask(igpt, "bob") == ({"output": "bob"}, 0)


# ── good connections are kept ───────────────────────────────────────────────────────────────────────────────────


def test_a_connection_is_used_as_long_as_nothing_else_arrives(served: tuple[ScriptedServer, dict[str, Any]]) -> None:
    server, options = served
    server.reply("recall/ask", json=echo)
    server.reply("recall/search", json={"results": []}, framing="chunked")
    server.stream("recall/run", EVENTS)
    server.reply("busy", status=503, json={})

    async def scenario() -> None:
        async with server.client(**options) as igpt:
            for n in range(20):
                assert await ask(igpt, str(n)) == ({"output": str(n)}, 0)
                await igpt.recall.search(query="?")
                await igpt.post("busy", {}, max_retries=0)
                async with igpt.recall.run(input="?", stream=True) as stream:
                    assert [chunk async for chunk in stream] == EVENTS

    asyncio.run(scenario())
    assert len(server.calls) == 80
    assert server.connections.accepted == 1


async def test_many_calls_at_once_open_no_more_connections_than_there_are_calls(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    names = [str(n) for n in range(300)]
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, names, concurrency=8) as outcomes:
        assert all([outcome.ok and outcome.reply == {"output": outcome.request} async for outcome in outcomes])
    assert igpt_server.connections.accepted <= 8
    assert len(igpt_server.calls) == 300


async def test_a_connection_whose_last_bytes_come_late_is_used_again(igpt_server: ScriptedServer) -> None:
    chunked = OK + b'Transfer-Encoding: chunked\r\n\r\n10\r\n{"output": "ok"}\r\n'
    igpt_server.raw("recall/ask", chunked, 0.02, b"0\r", 0.02, b"\nX-Trailer: 1\r\n", 0.02, b"\r\n")
    async with igpt_server.client() as igpt:
        for _ in range(3):
            assert (await ask(igpt, "?"))[0] == {"output": "ok"}
    assert igpt_server.connections.accepted == 1


async def test_an_interim_response_to_a_request_is_no_stray(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", STRAYS["an interim response"], 0.02, answer_to("ok"))
    async with igpt_server.client() as igpt:
        for _ in range(3):
            assert await ask(igpt, "?") == ({"output": "ok"}, 0)
    assert igpt_server.connections.accepted == 1


async def test_an_answer_that_comes_before_the_end_of_the_upload_counts(free_server: Any) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer_to("early"))
        while await reader.read(1 << 16):
            pass
        writer.close()

    url, connections = await free_server(serve)
    async with AsyncIGPT("key", user="u", base_url=url) as igpt:
        for _ in range(3):
            assert await ask(igpt, "x" * 20_000_000) == ({"output": "early"}, 0)
    assert connections() == 3  # one that is still being written to is not used again


@pytest.mark.parametrize("request_class", [EagerRequest, ClientRequest])
@pytest.mark.parametrize("end", ["whole", "cancelled", "closed"])
async def test_a_request_too_large_to_be_written_at_once_is_written_on(
    end: str, request_class: Any, free_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.version_info >= (3, 12):
        request_class = ClientRequest  # which is eager itself there
    monkeypatch.setattr("aigpt._http.session.request_class", request_class)
    read_on = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        await read_on.wait()
        if end == "closed":
            writer.transport.abort()
            return
        left = int(head.lower().partition(b"content-length: ")[2].split()[0])
        while left and (data := await reader.read(1 << 16)):
            left -= len(data)
        if not left:
            writer.write(answer_to("whole"))
        writer.close()

    url, _ = await free_server(serve)
    async with AsyncIGPT("key", user="u", base_url=url, max_retries=0) as igpt:
        asking = asyncio.ensure_future(igpt.recall.ask(input="x" * 20_000_000))
        await asyncio.sleep(0.1)
        if end == "cancelled":
            asking.cancel()
        read_on.set()
        await asyncio.wait([asking], timeout=30)
    assert asking.cancelled() is (end == "cancelled")
    if end != "cancelled":
        assert asking.result() == ({"output": "whole"} if end == "whole" else {"error": "network_error"})


async def test_a_closed_connection_is_seen_before_the_request_is_sent(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.raw("recall/ask", answer_to("alice"), gate, "close")
    igpt_server.reply("recall/ask", json=echo)
    async with igpt_server.client(max_retries=0) as igpt:
        assert await ask(igpt, "alice") == ({"output": "alice"}, 0)
        gate.open()
        block_until_more_has_arrived(idle_protocol(igpt))
        assert await ask(igpt, "bob") == ({"output": "bob"}, 0)


@pytest.fixture
async def free_server() -> Any:
    """Start a server that does what a coroutine does with each connection; give its URL, and what counts those."""
    servers: list[asyncio.Server] = []
    handlers: set[asyncio.Task[None]] = set()

    async def start(serve: Callable[..., Any]) -> tuple[str, Callable[[], int]]:
        count = 0

        async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal count
            count += 1
            task = asyncio.current_task()
            assert task is not None
            handlers.add(task)
            await serve(reader, writer)

        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        servers.append(server)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", lambda: count

    yield start
    for server in servers:
        server.close()
    if handlers:
        await asyncio.wait(handlers, timeout=10)


def test_a_closed_tls_connection_does_not_outlive_its_client(authority: trustme.CA) -> None:
    """The peer's goodbye is waited for by TLS; a client that is closed waits for nobody."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    sockets: list[socket.socket] = []

    def serve(listening: socket.socket) -> None:
        """Answer one request with the beginning of a stream, and never read again."""
        accepted, _ = listening.accept()
        secured = context.wrap_socket(accepted, server_side=True)
        sockets.append(secured)
        secured.recv(1 << 16)
        secured.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: {}\n\n")

    async def main(port: int) -> None:
        igpt = AsyncIGPT("k", user="u", base_url=f"https://127.0.0.1:{port}", ssl=trusting)
        async with igpt.recall.ask(input="?", stream=True) as stream:
            await anext(stream)
        await igpt.close()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,))
        thread.start()
        asyncio.run(main(listening.getsockname()[1]))
        gc.collect()  # warns, which fails the test, of a transport that is left open
        thread.join()
    for one in sockets:
        one.close()


async def test_an_open_connection_keeps_nothing_of_the_call_it_was_opened_for(igpt_server: ScriptedServer) -> None:
    """Such as a body of many megabytes."""
    igpt_server.reply("recall/ask", json={"output": "Yes."})

    class Key:
        def __call__(self) -> str:
            return "a key"

    async def ask(igpt: AsyncIGPT) -> weakref.ref[Key]:
        key = Key()
        assert await igpt.with_options(api_key=key).recall.ask(input="x") == {"output": "Yes."}
        return weakref.ref(key)

    async with igpt_server.client() as igpt:
        seen = await ask(igpt)
        gc.collect()
        assert igpt_server.connections.open == 1
        assert seen() is None


class _ReadResponse:
    """A response that has been read to its end, whose connection aiohttp gives back in the loop's next turn."""

    def __init__(self) -> None:
        self.headers = {"Content-Length": "1"}
        self.content = SimpleNamespace(is_eof=lambda: True)
        self.connection: object | None = object()
        self.was_closed = False
        asyncio.get_running_loop().call_soon(self._give_back)

    def _give_back(self) -> None:
        self.connection = None

    def close(self) -> None:
        self.was_closed = True


async def test_a_connection_that_aiohttp_is_about_to_give_back_is_waited_for_and_not_closed() -> None:
    """As where a fast server has answered before aiohttp's writing task was looked at."""
    response: Any = _ReadResponse()
    body = Body(response)
    body.close()
    assert not response.was_closed
    await given_back(response)
    assert response.connection is None


@pytest.mark.way("short")
@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_a_tls_connection_that_closes_already_is_ended_with_the_session(
    run: Any, tls: tuple[ssl.SSLContext, ssl.SSLContext]
) -> None:
    serving, trusting = tls

    async def scenario(server: ScriptedServer) -> None:
        async with ClientSession(connector=make_connector(ssl=trusting)) as session:
            response = await session.post(f"{server.url}/recall/ask")
            assert response.connection is not None
            protocol: Any = response.connection.protocol
            closed = protocol.closed
            protocol.transport.close()  # as aiohttp does where it cannot parse what arrives
            response.close()
            abort_leaving(session)
            for _ in range(3):
                await asyncio.sleep(0)
            assert closed.done()

    with ScriptedServer(ssl=serving) as server:
        gate = server.gate()
        server.raw("recall/ask", OK + b"Content-Length: 9\r\n\r\n", gate)
        run(scenario(server))
        gate.open()
