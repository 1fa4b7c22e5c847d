"""The scripted server does on the wire what its script says, to the byte."""

import asyncio
import contextlib
import gzip
import http.client
import importlib.metadata
import itertools
import json
import os
import select
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import AsyncGenerator, Callable, Iterator
from typing import Any

import aiohttp
import pytest
import trustme

import aigpt.testing
from aigpt import AsyncIGPT
from aigpt._install import install_command
from aigpt.testing import Call, Connections, Gate, Headers, Pause, SampleServer, ScriptedServer, run_events
from aigpt.testing.background_loop import BackgroundLoop
from aigpt.testing.faults import unacknowledged
from aigpt.testing.requests import RequestReader

pytest_plugins = ["pytester"]

ASK = "recall/ask"
EVENTS: list[Any] = [{"output": "Żółw 🐢"}, {"output": "line"}, ": ping\n\n", {"usage": {"total_tokens": 3}}]
WIRE = (
    'data: {"output": "Żółw 🐢"}\n\ndata: {"output": "line"}\n\n: ping\n\ndata: {"usage": {"total_tokens": 3}}\n\n'
).encode()


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as running:
        yield running


def address(server: ScriptedServer) -> tuple[str, int]:
    host, _, port = server.url.partition("://")[2].partition("/")[0].partition(":")
    return host, int(port)


def connect(server: ScriptedServer) -> socket.socket:
    return socket.create_connection(address(server), timeout=10)


def request(route: str = ASK, body: bytes = b"{}", *headers: str, version: str = "1.1") -> bytes:
    lines = [f"POST /v1/{route} HTTP/{version}", "Host: test", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def post(server: ScriptedServer, route: str = ASK, body: object = None) -> tuple[int, bytes]:
    with contextlib.closing(http.client.HTTPConnection(*address(server), timeout=10)) as connection:
        connection.request("POST", f"/v1/{route}", json.dumps(body or {}))
        response = connection.getresponse()
        return response.status, response.read()


def read_head(sock: socket.socket) -> tuple[bytes, bytes]:
    """Return the head of a response and what came with it of the body."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += sock.recv(1 << 16)
    head, _, rest = data.partition(b"\r\n\r\n")
    return head, rest


def read_on(sock: socket.socket, data: bytes = b"", *, until: bytes | None = None) -> tuple[bytes, str]:
    """Read to the end (or to *until*); say how it ended: FIN, RST, or `open` if *until* came first."""
    try:
        while until is None or not data.endswith(until):
            if not (more := sock.recv(1 << 16)):
                return data, "FIN"
            data += more
    except ConnectionResetError:
        return data, "RST"
    return data, "open"


def silent(sock: socket.socket, seconds: float = 0.05) -> bool:
    """Whether neither bytes nor an end come for so long."""
    return not select.select([sock], [], [], seconds)[0]


def unchunk(data: bytes) -> tuple[list[bytes], bool]:
    """Return the chunks of a body, and whether the last one was there."""
    chunks: list[bytes] = []
    while data:
        size, _, rest = data.partition(b"\r\n")
        if int(size, 16) == 0:
            assert rest == b"\r\n"
            return chunks, True
        chunks.append(rest[: int(size, 16)])
        assert rest[int(size, 16) :].startswith(b"\r\n")
        data = rest[int(size, 16) + 2 :]
    return chunks, False


# ----------------------------------------------------------------------------------------- replies


def test_a_reply_is_sent_whole_and_the_call_recorded(server: ScriptedServer) -> None:
    server.reply(ASK, json={"output": "tak: ż"})
    before = time.monotonic()
    with contextlib.closing(http.client.HTTPConnection(*address(server))) as connection:
        connection.request("POST", "/v1/recall/ask/?a=1", b'{"input": "x"}', {"X-Client": "test/1"})
        response = connection.getresponse()
        assert (response.status, response.reason) == (200, "OK")
        assert response.headers["content-type"] == "application/json"
        assert json.loads(response.read()) == {"output": "tak: ż"}
    (call,) = server.calls
    assert (call.route, call.method, call.path) == (ASK, "POST", "/v1/recall/ask/?a=1")
    assert (call.json, call.body, call.connection) == ({"input": "x"}, b'{"input": "x"}', 1)
    assert call.headers["x-CLIENT"] == "test/1"
    assert before <= call.time <= time.monotonic()


def test_scripts_are_used_in_order_and_the_last_one_sticks(server: ScriptedServer) -> None:
    server.reply(ASK, json=1)
    server.reply(ASK, json=2, times=2)
    server.reply(ASK, status=503)
    assert [post(server)[0:2] for _ in range(5)] == [(200, b"1"), (200, b"2"), (200, b"2"), (503, b""), (503, b"")]
    server.reply(ASK, json=3)
    assert post(server) == (200, b"3")


def test_the_star_stands_for_routes_without_a_script(server: ScriptedServer) -> None:
    server.reply("*", json="any")
    server.reply("/v1/recall/ask/", json="ask")
    assert post(server)[1] == b'"ask"'
    assert post(server, "some/other")[1] == b'"any"'


def test_a_reply_can_depend_on_the_call(server: ScriptedServer) -> None:
    server.reply(ASK, json=lambda call: {"output": call.json["user"]})
    server.reply("text", body=lambda call: call.headers["host"])
    assert post(server, body={"user": "ada"})[1] == b'{"output": "ada"}'
    assert post(server, "text")[1].startswith(b"127.0.0.1:")


def test_the_script_can_be_chosen_call_by_call(server: ScriptedServer) -> None:
    server.reply("good", json="good")
    server.reply("bad", status=500, body="bad")
    server.choose("*", lambda call: call.json["want"])
    assert [post(server, body={"want": name}) for name in ("bad", "good", "bad")] == [
        (500, b"bad"),
        (200, b'"good"'),
        (500, b"bad"),
    ]


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("encoding", [None, "gzip", "deflate"])
def test_every_framing_and_encoding_can_be_read_back(server: ScriptedServer, framing: Any, encoding: Any) -> None:
    text = "Słowo. " * 1000
    server.reply(ASK, body=text, framing=framing, encoding=encoding)
    with contextlib.closing(http.client.HTTPConnection(*address(server))) as connection:
        connection.request("POST", "/v1/recall/ask", b"{}")
        response = connection.getresponse()
        body = response.read()
        assert response.headers["content-encoding"] == encoding
        assert ("content-length" in response.headers) == (framing == "length")
    if encoding:
        body = gzip.decompress(body) if encoding == "gzip" else zlib.decompress(body)
    assert body.decode() == text


def test_headers_can_be_repeated_and_replace_the_right_ones(server: ScriptedServer) -> None:
    server.reply(ASK, body="<html>", headers=[("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("content-length", "9")])
    server.reply(ASK, json={}, headers={"content-type": "text/html", "X-Request-Id": "r1"})
    with connect(server) as sock:
        sock.sendall(request())
        assert sock.recv(1 << 16) == (
            b"HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\ncontent-length: 9\r\n\r\n<html>"
        )
        sock.sendall(request())
        assert sock.recv(1 << 16) == (
            b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nX-Request-Id: r1\r\nContent-Length: 2\r\n\r\n{}"
        )


def test_a_status_of_nobodys_making_is_sent(server: ScriptedServer) -> None:
    server.reply(ASK, status=599)
    assert post(server) == (599, b"")


def test_a_large_body_arrives_whole(server: ScriptedServer) -> None:
    size = 32 << 20
    server.reply(ASK, body=bytes(size))
    assert post(server) == (200, bytes(size))


def test_a_reply_waits_for_its_gate_or_its_seconds(server: ScriptedServer) -> None:
    gate = server.gate()
    server.reply(ASK, json=1, after=gate)
    server.reply(ASK, json=2, after=0.05)
    with connect(server) as sock:
        sock.sendall(request())
        assert gate.wait_reached()
        assert silent(sock)
        gate.open()
        assert read_on(sock, until=b"\r\n\r\n1")[1] == "open"
        asked = time.monotonic()
        sock.sendall(request())
        assert read_on(sock, until=b"\r\n\r\n2")[1] == "open"
        assert time.monotonic() - asked >= 0.05


def test_what_json_writes_unusually_is_still_sent(server: ScriptedServer) -> None:
    server.reply(ASK, json={"half": "\ud800", "big": 2**70, "nan": float("nan")})
    assert post(server)[1] == b'{"half": "\\ud800", "big": 1180591620717411303424, "nan": NaN}'


# ----------------------------------------------------------------------------------------- streams


def test_a_stream_is_one_http_chunk_for_each_event(server: ScriptedServer) -> None:
    server.stream(ASK, EVENTS)
    server.stream(ASK, [b"\xef\xbb\xbf", 5, None, ["a"]])
    with connect(server) as sock:
        sock.sendall(request())
        head, rest = read_head(sock)
        assert b"\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked" in head
        chunks, complete = unchunk(read_on(sock, rest, until=b"\r\n0\r\n\r\n")[0])
        assert (len(chunks), b"".join(chunks), complete) == (4, WIRE, True)
        sock.sendall(request())
        chunks, _ = unchunk(read_on(sock, read_head(sock)[1], until=b"\r\n0\r\n\r\n")[0])
        assert chunks == [b"\xef\xbb\xbf", b"data: 5\n\n", b"data: null\n\n", b'data: ["a"]\n\n']
    assert server.connections.accepted == 1


@pytest.mark.parametrize("size", [*range(1, 40), len(WIRE) - 1, len(WIRE), len(WIRE) + 1])
def test_chunk_size_cuts_anywhere_and_loses_nothing(server: ScriptedServer, size: int) -> None:
    server.stream(ASK, EVENTS, chunk_size=size)
    with connect(server) as sock:
        sock.sendall(request())
        chunks, complete = unchunk(read_on(sock, read_head(sock)[1], until=b"\r\n0\r\n\r\n")[0])
    assert b"".join(chunks) == WIRE
    assert complete
    assert {len(chunk) for chunk in chunks[:-1]} <= {size}
    assert 1 <= len(chunks[-1]) <= size


@pytest.mark.parametrize(
    ("framing", "then", "ending", "whole"),
    [
        ("chunked", "end", "open", True),
        ("chunked", "close", "FIN", False),
        ("chunked", "reset", "RST", False),
        ("chunked", "hang", "open", False),
        ("length", "end", "open", True),
        ("length", "close", "FIN", False),
        ("length", "reset", "RST", False),
        ("length", "hang", "open", False),
        ("close", "end", "FIN", True),
        ("close", "close", "FIN", True),
        ("close", "reset", "RST", False),
        ("close", "hang", "open", False),
    ],
)
def test_a_stream_ends_as_asked_in_each_framing(
    server: ScriptedServer, framing: Any, then: Any, ending: str, *, whole: bool
) -> None:
    """Every event is delivered in all of them; only what comes after differs."""
    server.stream(ASK, EVENTS, None, then, framing=framing)
    last = {"chunked end": b"0\r\n\r\n", "chunked hang": EVENTS_END + b"\r\n"}.get(f"{framing} {then}", EVENTS_END)
    with connect(server) as sock:
        sock.sendall(request())
        head, data = read_head(sock)
        data, ended = read_on(sock, data, until=None if ending != "open" else last)
        assert ended == ending
        if ending == "open":
            assert silent(sock)
    if framing == "chunked":
        chunks, complete = unchunk(data)
        assert (b"".join(chunks), complete) == (WIRE, whole)
    else:
        assert data == WIRE
    if framing == "length":
        assert f"Content-Length: {len(WIRE) + (not whole)}".encode() in head
    assert server.wait_closed(1)


EVENTS_END = b'{"usage": {"total_tokens": 3}}\n\n'


@pytest.mark.parametrize(
    ("framing", "ending"), [(None, "FIN"), ("close", "FIN"), ("length", "open"), ("chunked", "open")]
)
def test_truncate_tears_the_last_event_in_a_body_that_ends_well(
    server: ScriptedServer, framing: Any, ending: str
) -> None:
    server.stream(ASK, [*EVENTS, Pause(0)], then="truncate", framing=framing)
    torn = WIRE[: -len(b"data: " + EVENTS_END)] + b'data: {"usage": {"t'
    with connect(server) as sock:
        sock.sendall(request())
        head, data = read_head(sock)
        until = b"0\r\n\r\n" if framing == "chunked" else torn[-9:]
        data, ended = read_on(sock, data, until=None if ending == "FIN" else until)
    assert ended == ending
    if framing == "chunked":
        assert unchunk(data)[1]
        data = b"".join(unchunk(data)[0])
    assert data == torn
    assert (b"Content-Length: %d" % len(torn) in head) == (framing == "length")


@pytest.mark.parametrize(("then", "whole"), [("end", True), ("truncate", True), ("close", False)])
def test_a_compressed_stream_lacks_its_end_only_if_cut(server: ScriptedServer, then: Any, *, whole: bool) -> None:
    server.stream(ASK, EVENTS, None, then, encoding="gzip", framing="close")
    with connect(server) as sock:
        sock.sendall(request())
        head, data = read_head(sock)
        data, _ = read_on(sock, data)
    assert b"Content-Encoding: gzip" in head
    unpacker = zlib.decompressobj(wbits=31)
    text = unpacker.decompress(data)
    assert unpacker.eof == whole
    assert (text == WIRE) == (then != "truncate")


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize("how", ["reply", "stream"])
def test_cut_ends_the_body_well_but_not_the_compressed_data(
    server: ScriptedServer, how: str, encoding: Any, framing: Any
) -> None:
    whole = WIRE if how == "stream" else b'{"output": "Yes, and no."}'
    if how == "stream":
        server.stream(ASK, EVENTS, then="cut", encoding=encoding, framing=framing)
    else:
        server.reply(ASK, body=whole, then="cut", encoding=encoding, framing=framing)
    with connect(server) as sock:
        sock.sendall(request(ASK, b"{}", "Connection: close"))
        head, data = read_head(sock)
        data, ended = read_on(sock, data)
    assert ended == "FIN"
    if framing == "chunked":
        chunks, complete = unchunk(data)
        data = b"".join(chunks)
        assert complete
    elif framing == "length":
        assert head.endswith(b"Content-Length: %d" % len(data))
    unpacker = zlib.decompressobj(wbits=31 if encoding == "gzip" else 15)
    text = unpacker.decompress(data)
    assert not unpacker.eof
    assert whole.startswith(text)
    assert len(text) < len(whole)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
async def test_a_client_meets_compressed_data_without_its_end(
    igpt_server: ScriptedServer, framing: Any, encoding: Any
) -> None:
    igpt_server.reply(ASK, json={"output": "Yes."}, then="cut", encoding=encoding, framing=framing, times=1)
    igpt_server.reply(ASK, json={"output": "Yes."}, encoding=encoding, framing=framing)
    events = run_events("All ", "is ", "well.")
    igpt_server.stream("recall/run", events, then="cut", encoding=encoding, framing=framing)
    async with igpt_server.client(backoff_base=1) as igpt:
        reply = await igpt.recall.ask(input="?")
        assert (reply, reply.retries) == ({"output": "Yes."}, 1)
        stream = igpt.recall.run(input="?", stream=True)
        assert [chunk async for chunk in stream] == [*events[:-1], {"error": "network_error"}]
        assert (stream.error, stream.complete) == ("network_error", False)


STRAYS: dict[Any, bytes] = {
    "answer": b"HTTP/1.1 200 OK",
    "timeout": b"HTTP/1.1 408 Request Timeout",
    "junk": b"\x00\xff",
    "partial": b"HTTP/1.1 2",
    b"any bytes": b"any bytes",
}


@pytest.mark.parametrize("stray", STRAYS)
@pytest.mark.parametrize("framing", ["length", "chunked"])
async def test_a_stray_that_comes_with_an_answer_reaches_no_other_call(
    igpt_server: ScriptedServer, stray: Any, framing: Any
) -> None:
    igpt_server.reply(ASK, json={"output": "Yes."}, stray=stray, framing=framing, times=1)
    igpt_server.reply(ASK, json=lambda call: {"output": call.json["input"]})
    async with igpt_server.client(backoff_base=1) as igpt:
        first = await igpt.recall.ask(input="1")
        # aiohttp's parser drops an answer that comes in one piece with what is no HTTP.
        assert (first, first.retries) in [({"output": "Yes."}, 0), ({"output": "1"}, 1)]
        second = await igpt.recall.ask(input="2")
        assert (second, second.retries) == ({"output": "2"}, 0)
    if stray in {"answer", "timeout"}:
        assert first.retries == 0
        assert igpt_server.connections.accepted == 2


@pytest.mark.parametrize("stray", STRAYS)
@pytest.mark.parametrize("framing", ["length", "chunked"])
async def test_a_stray_that_comes_with_the_end_of_a_stream_reaches_no_call(
    igpt_server: ScriptedServer, stray: Any, framing: Any
) -> None:
    events = run_events("All ", "is well.")
    igpt_server.stream("recall/run", events, stray=stray, framing=framing)
    igpt_server.reply(ASK, json={"output": "No."})
    async with igpt_server.client(backoff_base=1) as igpt:
        async with igpt.recall.run(input="1", stream=True) as stream:
            chunks = [chunk async for chunk in stream]
        if not stream.complete:  # aiohttp's parser drops what comes in one piece with what is no HTTP
            assert chunks.pop() == {"error": "network_error"}
        assert chunks == events[: len(chunks)]
        assert await igpt.recall.ask(input="2") == {"output": "No."}
    if stray in {"answer", "timeout"}:
        assert stream.complete


def test_a_stray_follows_the_end_of_the_answer(server: ScriptedServer) -> None:
    server.reply(ASK, body="x", stray="partial")
    server.stream("recall/run", ["x"], stray="partial")
    server.stream("empty", [], stray="partial", framing="length")
    for route, end in ((ASK, b"\r\n\r\nx"), ("recall/run", b"0\r\n\r\n"), ("empty", b"\r\n\r\n")):
        with connect(server) as sock:
            sock.sendall(request(route))
            head, data = read_head(sock)
            data, _ = read_on(sock, head + b"\r\n\r\n" + data, until=b"HTTP/1.1 2")
            assert data.endswith(end + b"HTTP/1.1 2")


@pytest.mark.parametrize("stray", STRAYS)
async def test_a_stray_on_an_idle_connection_reaches_no_call(igpt_server: ScriptedServer, stray: Any) -> None:
    igpt_server.reply(ASK, json=lambda call: {"output": call.json["input"]})
    async with igpt_server.client(max_retries=0) as igpt:
        for number in range(1, 4):
            assert await igpt.recall.ask(input=f"{number}") == {"output": f"{number}"}
            assert igpt_server.connections.accepted == number
            assert igpt_server.stray(stray) == 1


def test_a_stray_is_sent_where_no_response_is_under_way(server: ScriptedServer) -> None:
    gate = server.gate()
    server.reply("first", body="first")
    server.reply(ASK, body="x", after=gate)
    with connect(server) as idle, connect(server) as busy:
        idle.sendall(request("first"))  # a connection that is not accepted yet has no number
        assert read_on(idle, until=b"\r\n\r\nfirst")[1] == "open"
        busy.sendall(request())
        assert gate.wait_reached()
        assert server.connections.numbers == (1, 2)
        assert server.stray(b"stray") == 1
        assert idle.recv(100) == b"stray"
        assert [server.stray("junk", number) for number in (1, 2)] == [1, 0]
        gate.open()
        assert read_head(busy)[0].startswith(b"HTTP/1.1 200")
        assert idle.recv(100) == STRAYS["junk"] + b" not HTTP at all\r\n\r\n"
    server.stop()
    assert server.stray("junk") == 0


def test_a_client_that_does_not_read_is_reset_all_the_same(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With small buffers, some of the bytes stay on the server's side for ever."""
    monkeypatch.setattr("aigpt.testing.faults._RESET_DELAY", 0.05)
    asked, told = threading.Event(), []

    def count(descriptor: int) -> int:
        told.append(unacknowledged(descriptor))
        asked.set()
        return told[-1]

    monkeypatch.setattr("aigpt.testing.faults.unacknowledged", count)
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.settimeout(10)
        sock.connect(address(server))
        server.stream(ASK, ["x" * 20_000], then="reset")
        sock.sendall(request())
        assert server.wait_closed(1, timeout=5)
        assert asked.is_set()
        assert min(told) > 0
        assert read_on(sock)[1] == "RST"
    assert unacknowledged(-1) == 0


def test_a_gate_among_the_events_holds_the_stream(server: ScriptedServer) -> None:
    gate = server.gate()
    server.stream(ASK, [{"n": 1}, gate, {"n": 2}, gate], chunk_size=1000, framing="close")
    with connect(server) as sock:
        sock.sendall(request())
        data, _ = read_on(sock, until=b'data: {"n": 1}\n\n')
        assert gate.wait_reached()
        assert silent(sock)
        gate.open()
        assert read_on(sock) == (b'data: {"n": 2}\n\n', "FIN")
    assert gate.arrived == 2
    assert b'"n": 2' not in data


def test_what_was_compressed_before_a_gate_can_be_read_before_it(server: ScriptedServer) -> None:
    gate = server.gate()
    server.stream(ASK, [{"n": 1}, gate, {"n": 2}], encoding="gzip", framing="close")
    with connect(server) as sock:
        sock.sendall(request())
        _, data = read_head(sock)
        assert gate.wait_reached()
        unpacker = zlib.decompressobj(wbits=31)
        assert unpacker.decompress(data or sock.recv(1 << 16)) == b'data: {"n": 1}\n\n'
        gate.open()
        assert unpacker.decompress(read_on(sock)[0]) == b'data: {"n": 2}\n\n'


def test_a_pause_among_the_events_takes_its_time(server: ScriptedServer) -> None:
    server.stream(ASK, [Pause(0.05), {"n": 1}], framing="close")
    with connect(server) as sock:
        sock.sendall(request())
        read_head(sock)
        headed = time.monotonic()
        assert read_on(sock) == (b'data: {"n": 1}\n\n', "FIN")
        assert time.monotonic() - headed >= 0.04


def test_an_endless_stream_is_made_only_as_it_is_read(server: ScriptedServer) -> None:
    made = [0]
    left = threading.Event()

    def events(call: Call) -> Iterator[object]:
        try:
            for made[0] in itertools.count(1):
                yield {"user": call.json["user"], "filling": "x" * 100_000}
        finally:
            left.set()

    server.stream(ASK, events)
    with connect(server) as sock:
        sock.sendall(request(body=b'{"user": "ada"}'))
        assert b'{"user": "ada"' in read_head(sock)[1] + sock.recv(1 << 16)
        settled = -1
        while settled != made[0]:  # until the buffers between us are full
            settled = made[0]
            time.sleep(0.05)
        assert made[0] < 200  # 20 MB: loopback's buffers and ours
    assert server.wait_closed(1)
    assert left.wait(1)


def test_events_can_depend_on_the_call(server: ScriptedServer) -> None:
    server.stream(ASK, lambda call: [{"output": word} for word in call.json["input"].split()], then="truncate")
    assert post(server, body={"input": "one two"})[1] == b'data: {"output": "one"}\n\ndata: {"outp'


def test_run_events_are_a_whole_run() -> None:
    events = run_events("All ", "is well.", usage={"total_tokens": 7})
    assert [event["seq"] for event in events] == list(range(len(events)))
    assert (events[0]["type"], events[-1]["type"]) == ("run.start", "run.done")
    assert [event["delta"] for event in events if event["type"] == "run.output_text.delta"] == ["All ", "is well."]
    assert events[-1]["output"] == "All is well."
    assert events[-1]["usage"] == {"total_tokens": 7}


# --------------------------------------------------------------------------------------------- raw


def test_raw_bytes_go_out_as_they_are(server: ScriptedServer) -> None:
    server.raw(ASK, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"zz\r\n", "close")
    with connect(server) as sock:
        sock.sendall(request())
        assert read_on(sock) == (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "FIN")


@pytest.mark.parametrize(("end", "seen"), [("close", "FIN"), ("reset", "RST")])
def test_raw_can_say_nothing_at_all(server: ScriptedServer, end: Any, seen: str) -> None:
    server.raw(ASK, end)
    with connect(server) as sock:
        sock.sendall(request())
        assert read_on(sock) == (b"", seen)


def test_raw_hangs_until_the_client_goes(server: ScriptedServer) -> None:
    server.raw(ASK, b"HTTP", "hang")
    with connect(server) as sock:
        sock.sendall(request())
        assert sock.recv(9) == b"HTTP"
        assert silent(sock)
        assert not server.wait_closed(1, timeout=0)
    assert server.wait_closed(1)


def test_raw_can_drop_an_idle_connection_in_silence(server: ScriptedServer) -> None:
    gate = server.gate()
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
    server.raw(ASK, whole, gate, "close")
    with connect(server) as sock:
        sock.sendall(request())
        assert read_on(sock, until=b"{}") == (whole, "open")
        assert gate.wait_reached()
        assert silent(sock)
        gate.open()
        assert read_on(sock) == (b"", "FIN")


def test_raw_steps_can_be_made_from_the_call(server: ScriptedServer) -> None:
    server.raw(ASK, b"you are ", lambda call: call.body, lambda _: [b", ", 0, Pause(0), b"bye", "close"])
    with connect(server) as sock:
        sock.sendall(request(body=b"ada"))
        assert read_on(sock) == (b"you are ada, bye", "FIN")


def test_raw_without_an_end_waits_for_the_next_request(server: ScriptedServer) -> None:
    server.raw(ASK, b"one", times=2)
    server.raw(ASK, b"two")
    with connect(server) as sock:
        for expected in (b"one", b"one", b"two"):
            sock.sendall(request())
            assert sock.recv(9) == expected
    assert [call.connection for call in server.calls] == [1, 1, 1]


# ---------------------------------------------------------------------------------------- requests


CHUNKED = (
    b"POST /v1/recall/run HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    b'6;x=y\r\n{"a": \r\n2\r\n1}\r\n0\r\nTrailer: t\r\n\r\n'
)
THREE = request(body=b'{"b": 2}') + CHUNKED + request("recall/search", b"[3]")


@pytest.mark.parametrize("step", [1, 2, 3, 5, 7, 1000])
def test_requests_may_come_in_any_pieces(step: int) -> None:
    reader = RequestReader()
    pieces = [THREE[start : start + step] for start in range(0, len(THREE), step)]
    calls = [found.as_call(1) for piece in pieces for found in reader.feed(piece)]
    assert [(call.route, call.json) for call in calls] == [
        (ASK, {"b": 2}),
        ("recall/run", {"a": 1}),
        ("recall/search", [3]),
    ]


def test_requests_sent_at_once_are_answered_in_turn(server: ScriptedServer) -> None:
    server.stream("*", lambda call: [call.route + "\n"], framing="chunked")
    with connect(server) as sock:
        sock.sendall(THREE)
        data = b""
        while data.count(b"\r\n0\r\n\r\n") < 3:
            data += sock.recv(1 << 16)
    assert data.index(b"recall/ask\n") < data.index(b"recall/run\n") < data.index(b"recall/search\n")


def test_a_large_request_is_read(server: ScriptedServer) -> None:
    server.reply(ASK, json=lambda call: len(call.json["input"]))
    assert post(server, body={"input": "x" * (8 << 20)})[1] == b"%d" % (8 << 20)


@pytest.mark.parametrize(
    ("version", "header", "kept"),
    [
        ("1.1", "A: b", True),
        ("1.1", "Connection: close", False),
        ("1.0", "A: b", False),
        ("1.0", "Connection: Keep-Alive", True),
    ],
)
@pytest.mark.parametrize("streamed", [False, True])
def test_the_connection_is_kept_as_the_client_asks(
    server: ScriptedServer, version: str, header: str, *, kept: bool, streamed: bool
) -> None:
    if streamed:
        server.stream(ASK, ["{}"], framing="length")
    else:
        server.reply(ASK, body="{}")
    with connect(server) as sock:
        sock.sendall(request(ASK, b"", header, version=version))
        assert read_on(sock, until=b"\r\n\r\n{}")[1] == "open"
        assert silent(sock) if kept else read_on(sock) == (b"", "FIN")
    assert server.calls[0].json is None


def test_a_proxys_request_has_its_route(server: ScriptedServer) -> None:
    server.reply(ASK, json={})
    with connect(server) as sock:
        sock.sendall(request().replace(b"POST /v1", b"POST http://api.example/v1"))
        read_head(sock)
    assert (server.calls[0].route, server.calls[0].path) == (ASK, "http://api.example/v1/recall/ask")


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01 this is TLS\r\n\r\n",
        b"POST /v1/recall/ask HTTP/2\r\n\r\n",
        b"POST / HTTP/1.1\r\nno colon\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"x" * (1 << 20) + b"xx",
    ],
)
def test_what_is_no_http_is_refused_and_told(garbage: bytes) -> None:
    with pytest.raises(AssertionError, match="connection 1: not an HTTP request: "), ScriptedServer() as server:  # noqa: PT012 both are one act
        with connect(server) as sock:
            sock.sendall(garbage)
            assert read_on(sock)[0].startswith(b"HTTP/1.1 400 Bad Request\r\n")
        assert not server.calls


def test_a_client_that_leaves_in_mid_request_is_no_error(server: ScriptedServer) -> None:
    with connect(server) as sock:
        sock.sendall(request()[:-1])
    assert server.wait_closed(1) or server.connections.accepted == 0
    server.check()


def test_headers_are_a_mapping_without_case_and_hide_their_values() -> None:
    headers = Headers([("Authorization", "Bearer secret"), ("X-A", "1"), ("x-a", "2")])
    assert headers["AUTHORIZATION"] == "Bearer secret"
    assert headers.get("nothing") is None
    assert (headers["x-a"], headers.getall("X-a"), headers.getall("no")) == ("1", ["1", "2"], [])
    assert (list(headers), len(headers), "X-A" in headers) == (["authorization", "x-a"], 2, True)
    call = Call("r", 1, 0.0, "POST", "/r", headers, b"private")
    assert "secret" not in repr(headers) + repr(call)
    assert "private" not in repr(call)
    with pytest.raises(ValueError, match="Expecting value"):
        _ = call.json


# ------------------------------------------------------------------------------- what fails a test


def test_an_unscripted_route_answers_500_and_fails_at_the_end() -> None:
    with pytest.raises(AssertionError) as failure, ScriptedServer() as server:  # noqa: PT012 both are one act
        server.reply(ASK, json={})
        for _ in range(2):
            assert post(server, "recall/search") == (500, b'{"error": "unscripted_route"}')
    assert str(failure.value) == (
        "recall/search was called 2 times and has no script (scripted: recall/ask); "
        'add .reply("recall/search", json=…) or .stream("recall/search", […])'
    )


def test_the_tests_own_failure_is_not_hidden_by_ours() -> None:
    with pytest.raises(ZeroDivisionError), ScriptedServer() as server:  # noqa: PT012 both are one act
        post(server)
        _ = 1 / 0


def test_a_script_that_raises_answers_500_and_is_told() -> None:
    told = r"(?s)the script of recall/ask raised.*KeyError: 'user'"
    with pytest.raises(AssertionError, match=told), ScriptedServer() as server:  # noqa: PT012 both are one act
        server.reply(ASK, json=lambda call: call.json["user"])
        assert post(server) == (500, b'{"error": "script_failed"}')


def test_a_stream_that_raises_is_cut_and_told() -> None:
    def events(_: Call) -> Iterator[object]:
        yield {"n": 1}
        raise LookupError("no more")

    told = r"(?s)the script of recall/ask raised.*LookupError: no more"
    with pytest.raises(AssertionError, match=told), ScriptedServer() as server:  # noqa: PT012 both are one act
        server.stream(ASK, events)
        with pytest.raises(http.client.IncompleteRead):
            post(server)


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (lambda s: s.stream(ASK, [], then="stop"), "then must be one of close, cut, end, hang, reset, truncate"),
        (lambda s: s.stream(ASK, [], framing="http2"), "framing must be one of chunked, close, length"),
        (lambda s: s.stream(ASK, [], encoding="br"), "encoding must be one of deflate, gzip"),
        (lambda s: s.stream(ASK, [], 0), "chunk_size must be 1 or more, not 0"),
        (lambda s: s.stream(ASK, [], then="truncate"), "needs at least one event"),
        (lambda s: s.stream(ASK, [Pause(0)], then="cut", encoding="gzip"), "needs at least one event"),
        (lambda s: s.stream(ASK, EVENTS, then="cut"), 'it needs encoding="gzip" or "deflate"'),
        (lambda s: s.reply(ASK, json=1, then="cut"), 'it needs encoding="gzip" or "deflate"'),
        (lambda s: s.reply(ASK, then="truncate"), "needs at least one event"),
        (lambda s: s.reply(ASK, json=1, stray="noise"), "stray must be bytes or one of answer, junk, partial, timeout"),
        (lambda s: s.reply(ASK, json=1, stray="junk", framing="close"), "a connection that stays open"),
        (lambda s: s.stream(ASK, EVENTS, stray="junk", then="hang"), "a connection that stays open"),
        (lambda s: s.stray("noise"), "stray must be bytes or one of answer, junk, partial, timeout"),
        (lambda s: s.stream(ASK, lambda _: [], framing="length"), "needs the events themselves"),
        (lambda s: s.reply(ASK, json=1, times=0), "times must be 1 or more, or None, not 0"),
        (lambda s: s.reply(ASK, json=1, body="1"), "takes json= or body=, not both"),
        (lambda s: s.reply(ASK, after=-1), "a pause must be 0 seconds or more, not -1"),
        (lambda s: s.raw(ASK, "stop"), "a step is bytes, seconds,"),
        (lambda s: s.raw(ASK, "close", b"x"), "can only be the last step"),
    ],
)
def test_a_mistake_in_a_script_is_told_at_once(mistake: Any, told: str) -> None:
    with pytest.raises((ValueError, TypeError), match=told):
        mistake(ScriptedServer())


# ------------------------------------------------------------------------------------- connections


async def test_connections_are_numbered_and_their_end_is_seen(server: ScriptedServer) -> None:
    server.reply(ASK, json={})
    async with aiohttp.ClientSession() as session:
        for _ in range(3):
            async with session.post(f"{server.url}/recall/ask", json={}) as response:
                assert await response.json() == {}
        assert await server.called(3)
        assert [call.connection for call in server.calls] == [1, 1, 1]
        assert server.connections == Connections(accepted=1, numbers=(1,))
        assert server.connections.open == 1
        assert not await server.closed(1, timeout=0)
        assert not await server.closed(2, timeout=0)
    assert await server.closed(1)
    assert await server.closed()
    assert not await server.called(4, timeout=0.01)


def test_waiting_blocks_no_longer_than_asked(server: ScriptedServer) -> None:
    began = time.monotonic()
    assert not server.wait_calls(timeout=0.05)
    assert not server.gate().wait_reached(timeout=0.05)
    assert server.wait_closed()
    assert 0.1 <= time.monotonic() - began < 5  # what they wait if not asked


@pytest.mark.parametrize(("reset", "seen"), [(False, "FIN"), (True, "RST")])
def test_all_connections_can_be_cut(server: ScriptedServer, *, reset: bool, seen: str) -> None:
    server.raw(ASK, b"x", "hang")
    with connect(server) as idle, connect(server) as busy:
        busy.sendall(request())
        assert busy.recv(9) == b"x"
        server.disconnect(reset=reset)
        assert read_on(busy) == (b"", seen)
        assert read_on(idle) == (b"", seen)
    assert server.connections.open == 0


async def test_a_thousand_connections_are_held_at_once(server: ScriptedServer) -> None:
    gate = server.gate()
    server.reply(ASK, json=lambda call: call.json["user"], after=gate)

    async def ask(session: aiohttp.ClientSession, user: int) -> bool:
        async with session.post(f"{server.url}/recall/ask", json={"user": user}) as response:
            return await response.json() == user

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        asking = [asyncio.ensure_future(ask(session, user)) for user in range(1000)]
        assert await gate.reached(1000, timeout=30)
        assert server.connections.open == 1000
        gate.open()
        assert all(await asyncio.gather(*asking))
    assert await server.closed(timeout=10)


def test_only_the_latest_calls_are_kept_if_so_asked() -> None:
    with ScriptedServer(keep_calls=2) as server:
        server.reply("*", json={})
        for route in "abcd":
            post(server, route)
        assert [call.route for call in server.calls] == ["c", "d"]
        assert server.wait_calls(4, timeout=0)


# ----------------------------------------------------------------------------- starting and stopping


def test_a_stopped_server_refuses_and_comes_back_at_the_same_place() -> None:
    server = ScriptedServer()
    with pytest.raises(RuntimeError, match="no address until it is started"):
        _ = server.url
    assert "stopped" in repr(server)
    with server:
        server.reply(ASK, json=1)
        with pytest.raises(RuntimeError, match="running already"):
            server.start()
        assert post(server)[1] == b"1"
        url = server.url
        assert f"at port {address(server)[1]}, 1 calls" in repr(server)
        server.stop()
        with pytest.raises(ConnectionRefusedError):
            post(server)
        server.start()
        assert server.url == url
        assert post(server)[1] == b"1"
        assert [call.connection for call in server.calls] == [1, 2]
    server.stop()
    server.disconnect()


def test_a_client_that_is_gone_before_it_is_accepted_is_no_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        ScriptedServer()._accept(listener)


def test_a_port_that_is_taken_is_told_to_the_caller(server: ScriptedServer) -> None:
    with pytest.raises(OSError, match="in use"):
        ScriptedServer(port=address(server)[1]).start()


def test_nothing_is_left_when_it_stops_in_the_middle_of_everything(caplog: pytest.LogCaptureFixture) -> None:
    before = threading.enumerate()
    with ScriptedServer() as server:
        gate = server.gate()
        server.raw("hang", b"x", "hang")
        server.raw("gate", b"x", gate)
        server.raw("pause", b"x", 3600)
        server.stream("endless", lambda _: itertools.repeat("x" * 100_000))
        socks = [connect(server) for _ in range(6)]
        for sock, route in zip(socks, ["hang", "gate", "pause", "endless"], strict=False):
            sock.sendall(request(route))
            assert sock.recv(1)
        socks[4].sendall(b"POST /half")
        stopping = time.monotonic()
    assert time.monotonic() - stopping < 10  # and not the hour of the pause
    for sock in socks:
        assert read_on(sock)[1] in {"FIN", "RST"}
        sock.close()
    assert threading.enumerate() == before
    assert not caplog.records


def test_what_fails_in_the_background_is_raised_in_front() -> None:
    @contextlib.asynccontextmanager
    async def leaves_badly() -> AsyncGenerator[str]:
        yield "in"
        raise LookupError("on the way out")

    background = BackgroundLoop(leaves_badly, name="bad")
    assert background.start() == "in"
    with pytest.raises(LookupError, match="on the way out"):
        background.stop()


def test_a_background_that_does_not_stop_is_told() -> None:
    released = threading.Event()

    @contextlib.asynccontextmanager
    async def hangs() -> AsyncGenerator[None]:
        yield
        released.wait()

    background = BackgroundLoop(hangs, name="slow")
    background.start()
    with pytest.raises(RuntimeError, match=r"slow did not stop within 0\.05 s"):
        background.stop(0.05)
    released.set()
    background.stop()


async def test_it_can_be_used_while_a_loop_runs() -> None:
    gate = Gate()
    assert repr(gate) == "<Gate closed, 0 arrived>"
    with ScriptedServer() as server:
        server.stream(ASK, [{"n": 1}, gate, {"n": 2}])
        async with aiohttp.ClientSession() as session, session.post(f"{server.url}/recall/ask") as response:
            assert await response.content.readline() == b'data: {"n": 1}\n'
            assert await gate.reached()
            asyncio.get_running_loop().call_later(0.01, gate.open)
            assert await response.content.read() == b'\ndata: {"n": 2}\n\n'
    assert repr(gate) == "<Gate open, 1 arrived>"


# --------------------------------------------------------------------------------------------- TLS


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[ScriptedServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with ScriptedServer(ssl=context) as server:
        yield server


def connect_tls(server: ScriptedServer, authority: trustme.CA) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context.wrap_socket(connect(server), server_hostname="127.0.0.1")


# To the ssl of some Pythons a reset is an end like any other.
@pytest.mark.parametrize(("then", "seen"), [("end", {"open"}), ("close", {"FIN"}), ("reset", {"RST", "FIN"})])
def test_it_speaks_tls(tls_server: ScriptedServer, authority: trustme.CA, then: Any, seen: set[str]) -> None:
    assert tls_server.url.startswith("https://127.0.0.1:")
    tls_server.stream(ASK, EVENTS, 7, then)
    with connect_tls(tls_server, authority) as sock:
        sock.sendall(request())
        data, ended = read_on(sock, read_head(sock)[1], until=b"0\r\n\r\n" if then == "end" else None)
    chunks, complete = unchunk(data)
    assert (b"".join(chunks), complete) == (WIRE, then == "end")
    assert ended in seen
    assert tls_server.wait_closed(1, timeout=5)


def test_a_failed_handshake_is_no_noise(tls_server: ScriptedServer, caplog: pytest.LogCaptureFixture) -> None:
    with connect(tls_server) as sock:
        sock.sendall(request())
        read_on(sock)
    with connect(tls_server):
        tls_server.close()
    assert tls_server.connections.accepted == 0
    assert not caplog.records


# --------------------------------------------------------------------------- clients and the plugin


async def my_bot(igpt: AsyncIGPT, question: str) -> str:
    async with igpt.recall.run(input=question, stream=True) as stream:
        return "".join([text async for text in stream.text()])


async def test_a_bot_is_tested_in_five_lines(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", run_events("All ", "is well."), chunk_size=10)
    async with igpt_server.client() as igpt:
        assert await my_bot(igpt, "How are things?") == "All is well."
    (call,) = igpt_server.calls
    assert call.json == {"input": "How are things?", "user": "user_test", "stream": True}
    assert call.headers["authorization"] == "Bearer test-key"


def test_a_blocking_bot_too(igpt_server: ScriptedServer) -> None:
    igpt_server.reply(ASK, json={"output": "Yes."})
    igpt = igpt_server.blocking_client(user="ada", max_retries=0)
    assert [igpt.recall.ask(input="Really?").output for _ in range(3)] == ["Yes."] * 3
    assert {call.connection for call in igpt_server.calls} == {1}
    assert igpt_server.calls[0].json["user"] == "ada"


def test_a_forgotten_blocking_client_is_closed_with_its_server() -> None:
    before = threading.enumerate()
    with ScriptedServer(user="bob") as server:
        server.reply(ASK, json=lambda call: {"output": call.json["user"]})
        igpt = server.blocking_client("other-key")
        assert igpt.recall.ask(input="Who am I?").output == "bob"
        assert server.calls[0].headers["authorization"] == "Bearer other-key"
    assert threading.enumerate() == before


async def test_an_unscripted_call_is_not_tried_again() -> None:
    told = "recall/search was called 1 time and has no script"
    with pytest.raises(AssertionError, match=told), ScriptedServer() as server:  # noqa: PT012 both are one act
        async with server.client() as igpt:
            assert (await igpt.recall.search(query="x")).status == 500
        assert len(server.calls) == 1


async def test_the_sample_server_answers_async_clients(igpt_local: SampleServer) -> None:
    async with igpt_local.client() as igpt:
        found = await igpt.recall.search(query="launch readiness")
        assert found.error is None
        assert found.results
        assert found.headers


def test_the_sample_server_answers_blocking_clients(igpt_local: SampleServer) -> None:
    assert igpt_local.url.startswith("http://127.0.0.1:")
    listed = igpt_local.blocking_client().datasources.list()
    assert {source["status"] for source in listed.datasources} == {"enabled"}
    assert igpt_local.blocking_client(user="nobody").datasources.list().datasources == []


def python(code: str, **environment: str) -> str:
    """Run *code* in a fresh interpreter and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_it_brings_nothing_heavy() -> None:
    heavy = "print(sorted({'aiohttp', 'msgspec', 'ssl', 'asyncio', 'yarl'} & set(sys.modules)))"
    assert python(f"import sys, aigpt.testing; {heavy}") == "[]"


def test_without_pytest_there_is_the_server() -> None:
    code = """if True:
        import sys, http.client
        sys.modules["pytest"] = None
        from aigpt.testing import ScriptedServer
        with ScriptedServer() as server:
            server.reply("a", json=1)
            connection = http.client.HTTPConnection(server.url.split("/")[2])
            connection.request("POST", "/v1/a")
            print(connection.getresponse().read(), "aiohttp" in sys.modules)
    """
    assert python(code) == "b'1' False"


def test_its_names_are_the_promised_ones() -> None:
    assert all(hasattr(aigpt.testing, name) for name in aigpt.testing.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Scripted'"):
        _ = aigpt.testing.Scripted
    (entry,) = importlib.metadata.entry_points(group="pytest11", name="aigpt")
    assert entry.value == "aigpt.testing"


@pytest.fixture
def inner(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], pytest.RunResult]:
    """Run a test file in a pytest of its own, with no plugin but ours."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-p", "aigpt.testing", "-p", "no:cacheprovider", "-W", "error")

    return run


Inner = Callable[[str], pytest.RunResult]


def test_an_unscripted_route_fails_the_test_in_plain_words(inner: Inner) -> None:
    result = inner(
        """
        def test_bot(igpt_server):
            igpt_server.reply("recall/ask", json={})
            igpt_server.blocking_client().recall.search(query="x")
        """
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(
        ["*igpt_server: recall/search was called 1 time and has no script (scripted: recall/ask)*"]
    )
    assert "Traceback" not in result.stdout.str()


def test_a_suite_that_does_not_use_it_pays_nothing(inner: Inner) -> None:
    result = inner(
        """
        import sys

        def test_other():
            assert "aigpt.testing" in sys.modules
            assert not {"aiohttp", "msgspec", "ssl", "asyncio"} & set(sys.modules)
        """
    )
    result.assert_outcomes(passed=1)


def test_both_fixtures_serve_plain_and_async_tests_and_leave_no_trace(inner: Inner) -> None:
    result = inner(
        """
        import asyncio
        import threading

        async def ask(server):
            async with server.client() as igpt:
                return await igpt.recall.ask(input="What about the launch?")

        def test_scripted(igpt_server):
            igpt_server.reply("recall/ask", json={"output": "Yes."})
            assert asyncio.run(ask(igpt_server)).output == "Yes."
            assert igpt_server.blocking_client().recall.ask(input="?").output == "Yes."

        def test_sample(igpt_local):
            reply = asyncio.run(ask(igpt_local))
            assert reply.output and reply.ok
            assert igpt_local.blocking_client().recall.ask(input="What about the launch?").output == reply.output

        def test_trace():
            assert threading.enumerate() == [threading.main_thread()]
        """
    )
    result.assert_outcomes(passed=3)


def test_clients_without_arguments_reach_the_fixtures_server_whatever_the_shell_says(
    inner: Inner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("BASE_URL", "https://real.invalid/v1"), ("API_KEY", "real"), ("API_USER", "me")):
        monkeypatch.setenv(f"IGPT_{name}", value)
    result = inner(
        """
        import os
        import aigpt

        def test_scripted(igpt_server):
            igpt_server.reply("recall/ask", json={"output": "Yes."})
            with aigpt.IGPT() as igpt:
                assert igpt.recall.ask(input="?").output == "Yes."
            assert igpt_server.calls[0].json["user"] == igpt_server.user
            assert "real" not in str(igpt_server.calls[0].headers)

        def test_sample(igpt_local):
            with aigpt.IGPT() as igpt:
                assert "48,500" in igpt.recall.ask(input="What is the marketing budget?").output

        def test_the_variables_are_back():
            assert os.environ["IGPT_BASE_URL"] == "https://real.invalid/v1"
            assert os.environ["IGPT_API_KEY"] == "real"
            assert os.environ["IGPT_API_USER"] == "me"
        """
    )
    result.assert_outcomes(passed=3)


def test_without_the_extra_the_remedy_is_named(inner: Inner) -> None:
    result = inner(
        """
        import sys

        sys.modules["selectolax"] = None

        def test_sample(igpt_local):
            pass
        """
    )
    result.assert_outcomes(errors=1)
    (line,) = (line for line in result.outlines if line.startswith("the fixture igpt_local needs selectolax"))
    assert line.endswith(f", which is part of an extra: {install_command('local')}")
