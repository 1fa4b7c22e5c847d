"""Timeouts of calls with files and of answers that arrive bit by bit: what makes progress may take its time."""

from __future__ import annotations

import asyncio
import io
import json
import socket
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from at_once import at_once
from openai_twins import KINDS, Kind, Twin, twin

from aigpt._http.progress import ProgressTimer
from aigpt.openai import _errors as errors
from aigpt.openai._options import NO_LIMIT, make_timeouts
from aigpt.openai._types import NOT_GIVEN, Timeout

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
FILE = {"id": "file-1", "object": "file", "bytes": 3, "created_at": 1, "filename": "a.bin", "purpose": "assistants"}
SIZE = 4 << 20
DATA = bytes(range(256)) * (SIZE // 256)

# What aiohttp's own way alone does with limits of an attempt; the short way takes no such calls.
pytestmark = pytest.mark.way("short")


@asynccontextmanager
async def serving(handle: Handler, context: ssl.SSLContext | None = None) -> AsyncIterator[Any]:
    """Have a server with small buffers, so that what it does not read stays with the client."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 << 10)
    listener.bind(("127.0.0.1", 0))
    left: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        left.add(task)
        try:
            await handle(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client has gone, or the test is over
        finally:
            left.discard(task)
            writer.close()

    server = await asyncio.start_server(serve, sock=listener, limit=16 << 10, ssl=context)
    port = listener.getsockname()[1]
    server.url = f"{'http' if context is None else 'https'}://127.0.0.1:{port}/v1"  # type: ignore[attr-defined]
    try:
        yield server
    finally:
        server.close()
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def read_head(reader: asyncio.StreamReader) -> int:
    """Read the head of a request, and return the length of its body."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    found = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
    return int(found or 0)


async def read_slowly(reader: asyncio.StreamReader, size: int, seconds: float) -> bytes:
    """Read a body of *size* bytes in about so many *seconds*."""
    body = bytearray()
    pause = seconds / (size / (16 << 10))
    while len(body) < size:
        body += await reader.read(min(16 << 10, size - len(body)))
        await asyncio.sleep(pause)
    return bytes(body)


def head_of(size: int, kind: str = "application/json") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n" % (kind.encode(), size)


ANSWER = head_of(len(json.dumps(FILE))) + json.dumps(FILE).encode()


def upload(content: Any = DATA, **more: Any) -> Callable[[Any], Any]:
    return lambda client: client.files.create(file=("a.bin", content), purpose="assistants", **more)


async def timed(one: Twin, work: Callable[[Any], Any]) -> tuple[Any, float]:
    started = time.monotonic()
    try:
        return await asyncio.wait_for(one.run(work), 60), time.monotonic() - started
    except errors.OpenAIError as exc:
        return exc, time.monotonic() - started


@at_once(
    kind=KINDS,
    how=[("http", 5), ("tls", 5), ("http", Timeout(5, connect=9)), ("http", aiohttp.ClientTimeout(sock_read=5))],
)
async def test_an_upload_may_take_longer_than_the_timeout_while_it_moves(
    how: tuple[str, Any], kind: Kind, server_tls: ssl.SSLContext, trust: ssl.SSLContext
) -> None:
    scheme, given = how
    received: list[bytes] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await read_slowly(reader, await read_head(reader), 8))
        writer.write(ANSWER)
        await writer.drain()
        await reader.read()

    tls = scheme == "tls"
    async with (
        serving(handle, server_tls if tls else None) as server,
        twin(kind, server, trust if tls else None, timeout=given, max_retries=0) as one,
    ):
        result, seconds = await timed(one, upload())
        assert getattr(result, "id", result) == "file-1"
        assert seconds > 6
    assert DATA in received[0]


@at_once(kind=KINDS, scheme=["http", "tls"], content=["bytes", "file"])
async def test_an_upload_that_stalls_times_out(
    content: str, scheme: str, kind: Kind, server_tls: ssl.SSLContext, trust: ssl.SSLContext
) -> None:
    """The server reads a bit, and then no more."""
    calls = 0

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        await read_head(reader)
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        await asyncio.sleep(60)

    tls = scheme == "tls"
    data = DATA * 2
    async with (
        serving(handle, server_tls if tls else None) as server,
        twin(kind, server, trust if tls else None, timeout=1, max_retries=0) as one,
    ):
        result, seconds = await timed(one, upload(io.BytesIO(data) if content == "file" else data))
        assert type(result) is errors.APITimeoutError
        assert 0.9 < seconds < 20
        transport = one.client._sender.transport
        assert transport.under_way == 0
        assert transport.owner.limiter.free == transport.owner.max_connections
    assert calls == 1


@at_once(kind=KINDS, given=[1, aiohttp.ClientTimeout(sock_read=1)])
async def test_an_upload_without_an_answer_times_out(given: Any, kind: Kind) -> None:
    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await read_slowly(reader, await read_head(reader), 0)
        await asyncio.sleep(60)

    async with serving(handle) as server, twin(kind, server, timeout=given, max_retries=0) as one:
        result, seconds = await timed(one, upload(DATA[:1000]))
        assert type(result) is errors.APITimeoutError
        assert 0.9 < seconds < 20


async def test_an_upload_that_stalled_is_sent_again(kind: Kind, waits: list[float]) -> None:
    received: list[bytes] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        size = await read_head(reader)
        if not received:
            received.append(b"")
            await asyncio.sleep(60)
        received.append(await read_slowly(reader, size, 0))
        writer.write(ANSWER)
        await writer.drain()

    async with serving(handle) as server, twin(kind, server, timeout=2) as one:
        result, _ = await timed(one, upload(io.BytesIO(DATA * 2)))
        assert getattr(result, "id", result) == "file-1"
        assert len(waits) == 1
    assert DATA * 2 in received[1]


@at_once(kind=KINDS)
async def test_an_upload_whose_answer_drips_is_waited_for(kind: Kind) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_slowly(reader, await read_head(reader), 0)
        for start in range(0, len(ANSWER), 40):
            writer.write(ANSWER[start : start + 40])
            await asyncio.sleep(0.5)

    async with serving(handle) as server, twin(kind, server, timeout=1.6, max_retries=0) as one:
        result, seconds = await timed(one, upload(DATA[:1000]))
        assert getattr(result, "id", result) == "file-1"
        assert seconds > 2


@at_once(kind=KINDS)
async def test_an_upload_whose_answer_stalls_times_out(kind: Kind) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_slowly(reader, await read_head(reader), 0)
        writer.write(ANSWER[:-5])
        await asyncio.sleep(60)

    async with serving(handle) as server, twin(kind, server, timeout=1, max_retries=0) as one:
        result, seconds = await timed(one, upload(DATA[:1000]))
        assert type(result) is errors.APITimeoutError
        assert seconds < 20


@at_once(kind=KINDS)
async def test_a_streamed_transcription_may_be_uploaded_longer_than_the_timeout(kind: Kind) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_slowly(reader, await read_head(reader), 8)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        writer.write(b'data: {"type": "transcript.text.done", "text": "Hello"}\n\n')
        await writer.drain()

    async with serving(handle) as server, twin(kind, server, timeout=5, max_retries=0) as one:
        stream = await one.run(
            lambda client: client.audio.transcriptions.create(model="m", file=("a.wav", DATA), stream=True)
        )
        assert [event.text for event in await one.take(stream)] == ["Hello"]


# ── answers that arrive bit by bit ──────────────────────────────────────────────────────────────────────────────


def dripping(body: bytes, pause: float, kind: str = "application/json") -> Handler:
    """Return what answers with *body*, byte by byte."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(await read_head(reader))
        writer.write(head_of(len(body), kind))
        for start in range(len(body)):
            writer.write(body[start : start + 1])
            await asyncio.sleep(pause)
        await reader.read()

    return handle


def list_models(client: Any) -> Any:
    return client.models.list()


@at_once(kind=KINDS, given=[1, Timeout(1, connect=5), aiohttp.ClientTimeout(total=1)])
async def test_an_answer_that_drips_is_cut_where_json_is_read_whole(given: Any, kind: Kind) -> None:
    async with (
        serving(dripping(json.dumps({"object": "list", "data": []}).encode(), 0.4)) as server,
        twin(kind, server, timeout=given, max_retries=0) as one,
    ):
        result, seconds = await timed(one, list_models)
        assert type(result) is errors.APITimeoutError
        assert 0.9 < seconds < 8


async def test_so_it_is_for_each_attempt(kind: Kind, waits: list[float]) -> None:
    async with (
        serving(dripping(b'{"object": "list", "data": []}', 0.4)) as server,
        twin(kind, server, timeout=0.5) as one,
    ):
        result, seconds = await timed(one, list_models)
        assert type(result) is errors.APITimeoutError
        assert len(waits) == 2
        assert 1.4 < seconds < 12


@at_once(kind=KINDS, given=[1.6, Timeout(1.6, connect=5), None])
async def test_a_binary_answer_may_take_longer_than_the_timeout(given: Any, kind: Kind) -> None:
    async with (
        serving(dripping(b"012345", 0.5, "application/octet-stream")) as server,
        twin(kind, server, timeout=given, max_retries=0) as one,
    ):
        result, seconds = await timed(one, lambda client: client.files.content("file-1"))
        assert result.content == b"012345"
        assert seconds > 2


@at_once(kind=KINDS)
async def test_a_binary_answer_that_stalls_times_out(kind: Kind) -> None:
    async with (
        serving(dripping(b"012345", 30, "application/octet-stream")) as server,
        twin(kind, server, timeout=1, max_retries=0) as one,
    ):
        result, seconds = await timed(one, lambda client: client.files.content("file-1"))
        assert type(result) is errors.APITimeoutError
        assert 0.9 < seconds < 20


@at_once(kind=KINDS)
async def test_a_binary_answer_that_does_not_begin_times_out(kind: Kind) -> None:
    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await read_head(reader)
        await asyncio.sleep(60)

    async with serving(handle) as server, twin(kind, server, timeout=1, max_retries=0) as one:
        result, seconds = await timed(one, lambda client: client.files.content("file-1"))
        assert type(result) is errors.APITimeoutError
        assert 0.9 < seconds < 20


@at_once(kind=KINDS)
async def test_an_answer_that_its_caller_reads_may_take_longer_than_the_timeout(kind: Kind) -> None:
    body = b'{"id": "file-1"}'
    async with (
        serving(dripping(body, 0.2)) as server,
        twin(kind, server, timeout=1.5, max_retries=0) as one,
        one.within(one.client.files.with_streaming_response.retrieve("file-1")) as response,
    ):
        assert await one.do(response.read) == body


@at_once(kind=KINDS, read=["read", "parse"])
async def test_an_answer_that_its_caller_reads_times_out_where_it_stalls(read: str, kind: Kind) -> None:
    async with (
        serving(dripping(b'{"id": "file-1"}', 30)) as server,
        twin(kind, server, timeout=1, max_retries=0) as one,
        one.within(one.client.files.with_streaming_response.retrieve("file-1")) as response,
    ):
        started = time.monotonic()
        with pytest.raises(errors.APITimeoutError):
            await asyncio.wait_for(one.do(getattr(response, read)), 60)
        assert time.monotonic() - started < 20


@at_once(kind=KINDS)
async def test_an_answer_that_its_caller_reads_times_out_where_it_does_not_begin(kind: Kind) -> None:
    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await read_head(reader)
        await asyncio.sleep(60)

    async with serving(handle) as server, twin(kind, server, timeout=1, max_retries=0) as one:
        manager = one.client.files.with_streaming_response.retrieve("file-1")
        with pytest.raises(errors.APITimeoutError):
            await asyncio.wait_for(one.enter(manager), 60)


@at_once(kind=KINDS, given=[0.5, None])
async def test_the_deadline_bounds_whatever_makes_progress(given: Any, kind: Kind) -> None:
    async with (
        serving(dripping(b"0" * 200, 0.1, "application/octet-stream")) as server,
        twin(kind, server, timeout=given, max_retries=0) as one,
    ):
        result, seconds = await timed(one, lambda client: client.files.content("file-1", deadline=1))
        assert type(result) is errors.APITimeoutError
        assert 0.9 < seconds < 15


# ── the clock ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_progress_timer_ends_what_does_not_move() -> None:
    loop = asyncio.get_running_loop()
    moved = 0
    ended = loop.create_future()

    def measure() -> int:
        return moved

    timer = ProgressTimer(2.0, measure, lambda: ended.set_result(loop.time()))
    for _ in range(12):
        await asyncio.sleep(0.25)
        moved += 1
    assert not ended.done()
    last = loop.time()
    assert 1.5 < await asyncio.wait_for(ended, 20) - last < 15
    timer.cancel()


async def test_a_progress_timer_that_is_cancelled_ends_nothing() -> None:
    ended: list[int] = []
    timer = ProgressTimer(0.02, lambda: 0, lambda: ended.append(1))
    await asyncio.sleep(0)
    timer.cancel()
    await asyncio.sleep(0.1)
    assert not ended


def test_without_a_timeout_of_the_callers_the_wait_for_progress_is_ten_minutes() -> None:
    limits = make_timeouts(NOT_GIVEN, {}).progress
    assert (limits.attempt, limits.progress, limits.silence_of_body) == (None, 600, 600)


def test_json_answers_have_a_gibibyte_and_binary_ones_no_limit() -> None:
    limits = make_timeouts(NOT_GIVEN, {})
    assert (limits.whole.response_bytes, limits.progress.response_bytes) == (1 << 30, NO_LIMIT)
    limits = make_timeouts(NOT_GIVEN, {"max_response_bytes": 5})
    assert (limits.whole.response_bytes, limits.progress.response_bytes) == (5, 5)


def test_with_none_there_is_no_end_to_it() -> None:
    limits = make_timeouts(None, {}).progress
    assert (limits.progress, limits.silence_of_body) == (None, None)


# ── what is left behind ─────────────────────────────────────────────────────────────────────────────────────────


async def not_reading(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_head(reader)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    await asyncio.sleep(60)


@pytest.mark.parametrize("scheme", ["http", "tls"])
async def test_closing_the_client_does_not_wait_for_an_upload_that_stalls(
    scheme: str, kind: Kind, server_tls: ssl.SSLContext, trust: ssl.SSLContext
) -> None:
    tls = scheme == "tls"
    async with (
        serving(not_reading, server_tls if tls else None) as server,
        twin(kind, server, trust if tls else None) as one,
    ):
        call = asyncio.ensure_future(timed(one, upload(DATA * 2)))
        await asyncio.sleep(0.3)
        started = time.monotonic()
        await asyncio.wait_for(one.close(), 20)
        result, _ = await asyncio.wait_for(call, 20)
        assert type(result) is errors.RequestAbortedError
        assert time.monotonic() - started < 15


@pytest.mark.parametrize("scheme", ["http", "tls"])
@pytest.mark.parametrize("status", [413, 200])
async def test_an_upload_that_is_answered_before_its_end_leaves_no_connection(
    status: int, scheme: str, kind: Kind, server_tls: ssl.SSLContext, trust: ssl.SSLContext
) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_head(reader)
        writer.write(ANSWER if status == 200 else ANSWER.replace(b"200 OK", b"413 Too Large"))
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        await asyncio.sleep(60)

    tls = scheme == "tls"
    async with (
        serving(handle, server_tls if tls else None) as server,
        twin(kind, server, trust if tls else None, timeout=20, max_retries=0) as one,
    ):
        result, seconds = await timed(one, upload(DATA * 2))
        assert getattr(result, "status_code", 200) == status
        assert seconds < 15
        started = time.monotonic()
        await asyncio.wait_for(one.close(), 20)
        assert time.monotonic() - started < 15


async def test_a_connection_with_an_upload_of_the_next_call_is_left_alone() -> None:
    """That of a call which has been answered is the next one's, as soon as it is given back."""
    sent = 0

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        while True:
            await read_slowly(reader, await read_head(reader), 0.01)
            sent += 1
            writer.write(ANSWER)

    async with serving(handle) as server, twin("async", server, max_connections=1, timeout=30) as one:
        made = await asyncio.gather(*(one.run(upload(DATA[: 1 << 20])) for _ in range(8)))
        assert [file.id for file in made] == ["file-1"] * 8
    assert sent == 8


@pytest.mark.parametrize("how", ["deadline", "abort", "cancel"])
async def test_an_upload_that_is_ended_leaves_no_connection(how: str) -> None:
    """One that waits to send the rest would be reported when it is collected."""
    async with serving(not_reading) as server, twin("async", server) as one:
        abort = one.event()
        sending = upload(DATA * 2, abort=abort, deadline=0.3 if how == "deadline" else None)
        call = asyncio.ensure_future(timed(one, sending))
        await asyncio.sleep(0.2)
        if how == "abort":
            abort.set()
        elif how == "cancel":
            call.cancel()
        done, _ = await asyncio.wait({call}, timeout=20)
        assert done
        for _ in range(5):
            await asyncio.sleep(0)
        session = one.client._sender.transport.owner.current()
        assert not session.connector._acquired
