"""Compressed bodies: decompressed within bounds, and cut where the compressed data has no end, however framed."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
import zlib
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from aiohttp import ClientPayloadError, ClientSession
from hypothesis import given
from hypothesis import strategies as st

from aigpt import AsyncIGPT
from aigpt._http import decompression
from aigpt._http.decompression import Decompressor, make_decompressor
from aigpt.testing import ScriptedServer

GOOD = {"id": "a", "output": "Yes, " * 200}
BODY = json.dumps(GOOD).encode()
PIECES = [{"output": f"piece {n} "} for n in range(40)]
SSE = b"".join(b"data: " + json.dumps(piece).encode() + b"\n\n" for piece in PIECES)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACK: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", raw_deflate),
    "gzip of two members": ("gzip", lambda data: gzip.compress(data[:20]) + gzip.compress(data[20:])),
}
CUTS = {"its last byte": -1, "its trailer": -8, "its second half": None, "all but its header": 10}


def cut(data: bytes, what: str) -> bytes:
    end = CUTS[what]
    return data[: len(data) // 2 if end is None else end]


def framed(head: bytes, encoding: str, body: bytes, framing: str) -> bytes:
    head += b"Content-Encoding: %b\r\n" % encoding.encode()
    if framing == "length":
        return head + b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    if framing == "chunked":
        half = len(body) // 2
        chunks = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in (body[:half], body[half:]) if chunk)
        return head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    return head + b"Connection: close\r\n\r\n" + body


def json_response(encoding: str, body: bytes, framing: str, status: int = 200) -> bytes:
    return framed(b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\n" % status, encoding, body, framing)


def script(server: ScriptedServer, route: str, response: bytes, **options: Any) -> None:
    server.raw(route, response, *(["close"] if b"Connection: close" in response else []), **options)


@pytest.fixture(params=["own", "the caller's"])
async def session_options(request: pytest.FixtureRequest) -> Any:
    if request.param == "own":
        yield {}
        return
    async with ClientSession() as session:
        yield {"session": session}


FRAMINGS = pytest.mark.parametrize("framing", ["length", "chunked", "close"])
PACKED = pytest.mark.parametrize("packed", PACK)


@FRAMINGS
@PACKED
async def test_a_whole_body_is_decompressed(
    packed: str, framing: str, session_options: Any, igpt_server: ScriptedServer
) -> None:
    encoding, pack = PACK[packed]
    script(igpt_server, "recall/ask", json_response(encoding, pack(BODY), framing))
    async with igpt_server.client(**session_options) as igpt:
        for _ in range(2):
            reply = await igpt.recall.ask(input="?")
            assert (reply, reply.retries) == (GOOD, 0)
    assert igpt_server.connections.accepted == (2 if framing == "close" else 1)


@pytest.mark.parametrize("what", CUTS)
@FRAMINGS
@PACKED
async def test_a_call_whose_compressed_body_stops_before_its_end_is_retried(
    packed: str, framing: str, what: str, session_options: Any, igpt_server: ScriptedServer
) -> None:
    encoding, pack = PACK[packed]
    script(igpt_server, "recall/ask", json_response(encoding, cut(pack(BODY), what), framing), times=1)
    script(igpt_server, "recall/ask", json_response(encoding, pack(BODY), framing))
    async with igpt_server.client(backoff_base=1, **session_options) as igpt:
        reply = await igpt.recall.ask(input="?")
        assert (reply, reply.retries) == (GOOD, 1)


@pytest.mark.parametrize("what", CUTS)
@FRAMINGS
@PACKED
async def test_a_stream_whose_compressed_body_stops_before_its_end_is_cut(
    packed: str, framing: str, what: str, session_options: Any, igpt_server: ScriptedServer
) -> None:
    encoding, pack = PACK[packed]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
    script(igpt_server, "recall/ask", framed(head, encoding, cut(pack(SSE), what), framing))
    async with igpt_server.client(max_retries=0, **session_options) as igpt:
        stream = igpt.recall.ask(input="?", stream=True)
        chunks = [chunk async for chunk in stream]
    assert chunks.pop() == {"error": "network_error"}
    assert (stream.error, stream.complete, stream.reply.ok) == ("network_error", False, False)
    assert chunks == PIECES[: len(chunks)]
    if what in {"its last byte", "its trailer"} and packed == "gzip":
        assert chunks == PIECES  # all of it arrived


@FRAMINGS
@PACKED
async def test_a_whole_stream_is_decompressed(packed: str, framing: str, igpt_server: ScriptedServer) -> None:
    encoding, pack = PACK[packed]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
    script(igpt_server, "recall/ask", framed(head, encoding, pack(SSE), framing))
    async with igpt_server.client() as igpt:
        for _ in range(2):
            stream = igpt.recall.ask(input="?", stream=True)
            assert [chunk async for chunk in stream] == PIECES
            assert stream.error is None
    assert igpt_server.connections.accepted == (2 if framing == "close" else 1)


async def test_a_stream_gives_each_compressed_event_as_it_arrives(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/ask", [PIECES[0], gate, PIECES[1]], encoding="gzip")
    async with igpt_server.client() as igpt:
        stream = igpt.recall.ask(input="?", stream=True)
        assert await anext(stream) == PIECES[0]
        gate.open()
        assert [chunk async for chunk in stream] == [PIECES[1]]


async def test_events_that_end_a_run_need_no_end_of_the_compressed_data(igpt_server: ScriptedServer) -> None:
    done = [{"type": "run.done", "seq": 1, "output": "Yes."}]
    igpt_server.stream("recall/run", done, encoding="gzip", then="close")
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", stream=True)
        assert [chunk async for chunk in stream] == done
        assert (stream.error, stream.complete) == (None, True)


@pytest.mark.parametrize(("status", "length"), [(200, True), (204, False), (503, True), (401, True)])
async def test_no_body_at_all_is_not_cut(status: int, length: bool, igpt_server: ScriptedServer) -> None:  # noqa: FBT001
    head = b"HTTP/1.1 %d X\r\nContent-Encoding: gzip\r\n" % status
    igpt_server.raw("recall/ask", head + b"Content-Length: 0\r\n" * length + b"\r\n")
    async with igpt_server.client(backoff_base=1) as igpt:
        reply = await igpt.recall.ask(input="?")
    expected = {200: "invalid_json_response", 204: "invalid_json_response", 503: "network_error", 401: "auth"}
    assert (reply.error, reply.status) == (expected[status], status)
    assert len(igpt_server.calls) == (4 if status == 503 else 1)


@pytest.mark.parametrize("end", ["whole", "cut"])
async def test_the_body_of_a_failed_status_is_decompressed(end: str, igpt_server: ScriptedServer) -> None:
    body = gzip.compress(b'{"error": "no_such_thing", "message": "why"}')
    script(igpt_server, "recall/ask", json_response("gzip", body if end == "whole" else body[:-8], "length", 404))
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.ask(input="?")
    assert (reply.error, reply.status) == ("no_such_thing", 404)


@FRAMINGS
@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_body_that_is_not_compressed_as_it_says_is_a_network_error(
    encoding: str, framing: str, session_options: Any, igpt_server: ScriptedServer
) -> None:
    script(igpt_server, "recall/ask", json_response(encoding, BODY, framing))
    async with igpt_server.client(backoff_base=1, **session_options) as igpt:
        reply = await igpt.recall.ask(input="?")
    assert (reply, len(igpt_server.calls)) == ({"error": "network_error"}, 4)


@pytest.mark.parametrize("encoding", ["identity", "x-unknown", ""])
async def test_a_body_of_another_encoding_is_taken_as_it_is(encoding: str, igpt_server: ScriptedServer) -> None:
    script(igpt_server, "recall/ask", json_response(encoding, BODY, "length"))
    async with igpt_server.client() as igpt:
        assert await igpt.recall.ask(input="?") == GOOD


# ── bounds ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("size", "ok"), [(1000, True), (1001, False)])
@FRAMINGS
async def test_the_size_of_a_body_is_bounded_after_decompression(
    size: int,
    ok: bool,  # noqa: FBT001
    framing: str,
    session_options: Any,
    igpt_server: ScriptedServer,
) -> None:
    body = json.dumps({"a": "x" * (size - 9)}).encode()
    script(igpt_server, "recall/ask", json_response("gzip", gzip.compress(body), framing))
    async with igpt_server.client(max_response_bytes=1000, **session_options) as igpt:
        assert (await igpt.recall.ask(input="?")).error == (None if ok else "invalid_json_response")


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_a_step_gives_little_however_much_a_body_holds(name: str) -> None:
    one = decompressor(name)
    one.feed(PACK[name][1](bytes(50_000_000)))
    sizes = []
    while data := one.take():
        sizes.append(len(data))
    assert (sum(sizes), max(sizes), one.is_complete) == (50_000_000, 1 << 16, True)


def test_very_many_members_take_time_in_proportion() -> None:
    one = decompressor("gzip")
    many = gzip.compress(b"") * 20_000
    began = time.process_time()
    one.feed(many)
    assert (one.take(), one.is_complete) == (b"", True)
    assert time.process_time() - began < 20  # seconds; it takes a tenth, and minutes where each copies all that follow


# ── the decompressor ────────────────────────────────────────────────────────────────────────────────────────────


def decompressor(name: str) -> Decompressor:
    made = make_decompressor({"Content-Encoding": PACK[name][0]})
    assert made is not None
    return made


def take_all(one: Decompressor) -> bytes:
    return b"".join(iter(one.take, b""))


@given(data=st.binary(max_size=300), name=st.sampled_from(sorted(PACK)), sizes=st.lists(st.integers(1, 40), min_size=1))
def test_any_split_gives_the_same_and_only_the_end_is_complete(data: bytes, name: str, sizes: list[int]) -> None:
    packed = PACK[name][1](data)
    ends = {len(packed)} | ({len(gzip.compress(data[:20]))} if name == "gzip of two members" else set())
    one, got, at = decompressor(name), b"", 0
    assert one.is_complete
    while at < len(packed):
        size = sizes[at % len(sizes)]
        one.feed(packed[at : at + size])
        got += take_all(one)
        at = min(at + size, len(packed))
        assert one.is_complete == (at in ends)
    assert got == data


@given(data=st.binary(max_size=300), name=st.sampled_from(["gzip", "deflate"]))
def test_anything_else_is_refused_or_incomplete_but_never_whole(data: bytes, name: str) -> None:
    one = decompressor(name)
    one.feed(data)
    try:
        take_all(one)
    except ClientPayloadError:
        return
    assert one.is_complete == (not data)


def test_all_that_aiohttp_asks_for_can_be_decompressed() -> None:
    asked = aiohttp.client_reqrep.ClientRequest.DEFAULT_HEADERS["Accept-Encoding"]
    assert {name.strip() for name in asked.split(",")} <= set(decompression._codecs())


class FakeBrotli:
    """What `brotli` and `brotlicffi` have in common, over zlib."""

    class Decompressor:
        def __init__(self) -> None:
            self._object = zlib.decompressobj()
            self._full = False

        def process(self, data: bytes, output_buffer_limit: int) -> bytes:
            if self._full and data:
                raise ValueError("it takes no data now")
            given = self._object.decompress(self._object.unconsumed_tail + data, output_buffer_limit)
            self._full = bool(self._object.unconsumed_tail)
            return given

        def is_finished(self) -> bool:
            return self._object.eof

        def can_accept_more_data(self) -> bool:
            return not self._full


class FakeZstd:
    """What `compression.zstd` and `backports.zstd` have in common, over zlib."""

    class ZstdDecompressor(decompression._ZlibCodec):
        def __init__(self) -> None:
            super().__init__(15)

        def decompress(self, data: bytes, max_length: int = -1) -> bytes:
            if data and not self.needs_input:
                raise ValueError("it takes no data now")
            return super().decompress(data, max_length)


@pytest.fixture
def other_codecs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    there: dict[str, Any] = {"brotli": FakeBrotli, "backports.zstd": FakeZstd}

    def import_module(name: str) -> Any:
        if name not in there:
            raise ModuleNotFoundError(name)
        return there[name]

    monkeypatch.setattr(decompression, "import_module", import_module)
    decompression._codecs.cache_clear()
    yield
    decompression._codecs.cache_clear()


@pytest.mark.parametrize("encoding", ["br", "zstd"])
@pytest.mark.usefixtures("other_codecs")
async def test_other_encodings_are_decompressed_where_their_library_is_installed(
    encoding: str, igpt_server: ScriptedServer
) -> None:
    large = {"output": "x" * 500_000}
    packed = zlib.compress(json.dumps(large).encode())
    script(igpt_server, "recall/ask", json_response(encoding, packed[:-1], "length"), times=1)
    script(igpt_server, "recall/ask", json_response(encoding, packed, "chunked"))
    async with AsyncIGPT("key", user="u", base_url=igpt_server.url, backoff_base=1) as igpt:
        reply = await asyncio.wait_for(igpt.recall.ask(input="?"), 30)
    assert (reply, reply.retries) == (large, 1)


def test_without_their_library_they_are_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def import_module(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(decompression, "import_module", import_module)
    codecs = decompression._codecs.__wrapped__()
    assert set(codecs) == {"gzip", "deflate"}
    assert SimpleNamespace(**codecs).gzip(0).eof is False
