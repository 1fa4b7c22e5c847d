"""Streams under faults: the chunks that came, once each; then one error chunk, unless all came; then the end."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from aigpt import APIConnectionError, APITimeoutError, AsyncIGPT, RateLimitError, Stream
from aigpt.testing import ScriptedServer, run_events

DELTAS = ["Hel", "lo, ", "wörld"]
EVENTS = run_events(*DELTAS)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
NOT_DONE = EVENTS[:-1]


def sse(*events: object) -> bytes:
    return b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in events)


def chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


async def take(stream: Stream[Any]) -> list[Any]:
    return [chunk async for chunk in stream]


async def assert_nothing_left(server: ScriptedServer, client: AsyncIGPT) -> None:
    """No connection is acquired, none is open, and no task of ours runs."""
    await client.close()
    assert await server.closed()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    assert not others


ENDINGS: dict[str, tuple[Callable[[ScriptedServer], None], list[Any], str]] = {
    "FIN before run.done": (lambda s: s.stream("recall/run", NOT_DONE, then="end"), NOT_DONE, "network_error"),
    "FIN inside the chunked body": (
        lambda s: s.stream("recall/run", NOT_DONE, then="close"),
        NOT_DONE,
        "network_error",
    ),
    "FIN, close-delimited": (
        lambda s: s.stream("recall/run", NOT_DONE, then="close", framing="close"),
        NOT_DONE,
        "network_error",
    ),
    "torn last line": (lambda s: s.stream("recall/run", EVENTS, then="truncate"), NOT_DONE, "network_error"),
    "Content-Length too large": (
        lambda s: s.raw("recall/run", HEAD + b"Content-Length: 9999\r\n\r\n" + sse(*NOT_DONE), "close"),
        NOT_DONE,
        "network_error",
    ),
    "Content-Length too small": (
        lambda s: s.raw(
            "recall/run",
            HEAD + b"Content-Length: %d\r\n\r\n" % len(sse(*NOT_DONE)) + sse(*NOT_DONE),
            0.05,
            sse(EVENTS[-1]),
            "hang",
        ),
        NOT_DONE,
        "network_error",
    ),
    "malformed chunk header": (
        lambda s: s.raw(
            "recall/run",
            HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(sse(*NOT_DONE)),
            0.05,
            b"XYZ\r\n",
            "hang",
        ),
        NOT_DONE,
        "network_error",
    ),
    "gzip cut short": (
        lambda s: s.stream("recall/run", NOT_DONE, then="close", encoding="gzip"),
        NOT_DONE,
        "network_error",
    ),
    "gzip damaged": (
        lambda s: s.raw(
            "recall/run",
            HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
            chunked(gzip.compress(sse(*NOT_DONE))[:40] + b"\0" * 40),
            b"0\r\n\r\n",
        ),
        [],
        "network_error",
    ),
    "HTML by its type": (
        lambda s: s.reply("recall/run", body="<html>Sign in</html>", headers={"Content-Type": "text/html"}),
        [],
        "invalid_json_response",
    ),
    "HTML without a type": (
        lambda s: s.raw("recall/run", b"HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n\n<html>Sign in</html>"),
        [],
        "invalid_json_response",
    ),
    "401 without a body": (lambda s: s.reply("recall/run", status=401), [], "auth"),
    "401 with JSON": (lambda s: s.reply("recall/run", status=401, json={"error": "expired"}), [], "expired"),
    "429 with JSON": (lambda s: s.reply("recall/run", status=429, json={"error": "slow_down"}), [], "slow_down"),
    "429 without a body": (lambda s: s.reply("recall/run", status=429), [], "network_error"),
    "500 with HTML": (lambda s: s.reply("recall/run", status=500, body="<html>"), [], "network_error"),
    "an API error at 200": (lambda s: s.reply("recall/run", json={"error": "params"}), [], "params"),
    "an error object in mid-stream": (
        lambda s: s.stream("recall/run", [*NOT_DONE, {"error": "overloaded"}, *EVENTS]),
        NOT_DONE,
        "overloaded",
    ),
    "event: error with an error": (
        lambda s: s.stream("recall/run", [*NOT_DONE, 'event: error\ndata: {"error": "overloaded"}\n\n']),
        NOT_DONE,
        "overloaded",
    ),
    "event: error without one": (
        lambda s: s.stream("recall/run", [*NOT_DONE, 'event: error\ndata: {"message": "no"}\n\n']),
        NOT_DONE,
        "client_error",
    ),
    "an event that is not JSON": (
        lambda s: s.stream("recall/run", [*NOT_DONE, "data: {oops\n\n", *EVENTS]),
        NOT_DONE,
        "invalid_json_response",
    ),
    "a seq that repeats": (
        lambda s: s.stream("recall/run", [*NOT_DONE, NOT_DONE[-1], EVENTS[-1]]),
        NOT_DONE,
        "network_error",
    ),
    "a seq that falls": (lambda s: s.stream("recall/run", [*NOT_DONE, NOT_DONE[0]]), NOT_DONE, "network_error"),
    "nothing at all": (lambda s: s.raw("recall/run", "close"), [], "network_error"),
    "an empty stream": (lambda s: s.stream("recall/run", []), [], "network_error"),
}


@pytest.mark.parametrize("name", ENDINGS)
async def test_every_bad_ending_gives_what_came_then_one_error_chunk(name: str, igpt_server: ScriptedServer) -> None:
    script, came, code = ENDINGS[name]
    script(igpt_server)
    client = igpt_server.client(backoff_base=0)
    stream = client.recall.run(input="?", stream=True)
    chunks = await asyncio.wait_for(take(stream), 30)
    assert chunks[:-1] == came
    assert chunks[-1]["error"] == code
    assert stream.error == code
    assert stream.complete is False
    assert stream.reply.error == code
    assert stream.reply.exception is not None
    assert await take(stream) == []
    await assert_nothing_left(igpt_server, client)


@pytest.mark.parametrize("size", [1, 2, 7, 64, None])
async def test_a_good_stream_gives_every_chunk_and_no_error(size: int | None, igpt_server: ScriptedServer) -> None:
    """However it is cut on the way, also inside a character."""
    igpt_server.stream("recall/run", EVENTS, chunk_size=size)
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True)
        assert await take(stream) == EVENTS
        assert stream.error is None
        assert stream.complete is True
        assert stream.gaps == 0
        assert stream.reply.output == "Hello, wörld"
        assert stream.reply.status == 200
        assert stream.reply.usage["total_tokens"] == 4
        assert "seq" not in stream.reply
        assert "type" not in stream.reply


async def test_reset_gives_an_error_even_if_the_kernel_drops_what_came(igpt_server: ScriptedServer) -> None:
    """RST may overtake data that nobody has read: a beginning of the chunks, then the error."""
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [*NOT_DONE, gate], then="reset")
    async with igpt_server.client(backoff_base=0) as client:
        stream = client.recall.run(input="?", stream=True)
        chunks = []
        async for chunk in stream:
            chunks.append(chunk)
            if len(chunks) == len(NOT_DONE):
                gate.open()
        assert chunks == [*NOT_DONE, {"error": "network_error"}]
        assert len(igpt_server.calls) == 1


async def test_a_reset_is_no_end_of_a_body_without_a_length(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    chunks = [{"output": "Yes, "}, {"output": "no"}]
    igpt_server.raw("recall/ask", HEAD + b"Connection: close\r\n\r\n" + sse(*chunks), gate, "reset")
    async with igpt_server.client() as igpt, igpt.recall.ask(input="?", stream=True) as stream:
        assert [await anext(stream), await anext(stream)] == chunks
        gate.open()
        assert await take(stream) == [{"error": "network_error"}]
        assert stream.complete is False


async def test_what_had_arrived_reaches_a_slow_caller_too(igpt_server: ScriptedServer) -> None:
    events = run_events(*(f"word {n} " for n in range(30)))[:-1]
    igpt_server.stream("recall/run", events, then="close")
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True)
        chunks = []
        async for chunk in stream:
            chunks.append(chunk)
            if len(chunks) == 1:
                assert await igpt_server.closed()
                await asyncio.sleep(0.05)
        assert chunks == [*events, {"error": "network_error"}]


async def test_a_last_event_without_its_blank_line_counts_if_it_is_whole(igpt_server: ScriptedServer) -> None:
    wire = sse(*EVENTS).rstrip(b"\n")
    igpt_server.stream("recall/run", [wire])
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True)
        assert await take(stream) == EVENTS
        assert stream.complete is True


async def test_silence_past_the_idle_timeout_ends_a_stream(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", NOT_DONE, then="hang")
    client = igpt_server.client(idle_timeout=1)
    stream = client.recall.run(input="?", stream=True)
    assert await asyncio.wait_for(take(stream), 30) == [*NOT_DONE, {"error": "network_error"}]
    assert isinstance(stream.reply.exception, APITimeoutError)
    await assert_nothing_left(igpt_server, client)


async def test_keep_alives_do_not_hide_silence(igpt_server: ScriptedServer) -> None:
    def pinging(_: object) -> Any:
        from aigpt.testing import Pause  # noqa: PLC0415

        yield NOT_DONE[0]
        while True:
            yield Pause(0.02)
            yield ": ping\n\n"

    igpt_server.stream("recall/run", pinging)
    async with igpt_server.client(idle_timeout=1) as client:
        stream = client.recall.run(input="?", stream=True)
        chunks = await asyncio.wait_for(take(stream), 30)
        assert chunks == [NOT_DONE[0], {"error": "network_error"}]


async def test_the_callers_own_time_is_no_silence(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [EVENTS[0], gate, *EVENTS[1:]])
    async with igpt_server.client(idle_timeout=1) as client:
        stream = client.recall.run(input="?", stream=True)
        chunks = []
        async for chunk in stream:
            chunks.append(chunk)
            if len(chunks) == 1:
                await asyncio.sleep(1.5)
                gate.open()
        assert chunks == EVENTS


async def test_silence_before_the_headers_counts_too(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/run", "hang")
    igpt_server.stream("recall/run", EVENTS)
    async with igpt_server.client(idle_timeout=1, backoff_base=0) as client:
        stream = client.recall.run(input="?", stream=True)
        assert await asyncio.wait_for(take(stream), 30) == EVENTS
        assert stream.reply.retries == 1


async def test_the_read_timeout_of_an_attempt_ends_a_stream(igpt_server: ScriptedServer) -> None:
    from aiohttp import ClientTimeout  # noqa: PLC0415

    igpt_server.stream("recall/run", NOT_DONE, then="hang")
    async with igpt_server.client(timeout=ClientTimeout(sock_read=1)) as client:
        stream = client.recall.run(input="?", stream=True)
        assert await asyncio.wait_for(take(stream), 30) == [*NOT_DONE, {"error": "network_error"}]
        assert isinstance(stream.reply.exception, APITimeoutError)


async def test_the_deadline_ends_a_stream_in_the_middle(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", NOT_DONE, then="hang")
    client = igpt_server.client(timeout=1)
    stream = client.recall.run(input="?", stream=True)
    assert await asyncio.wait_for(take(stream), 30) == [*NOT_DONE, {"error": "network_error"}]
    assert isinstance(stream.reply.exception, APITimeoutError)
    await assert_nothing_left(igpt_server, client)


async def test_the_deadline_holds_for_a_stream_that_is_tried_again(igpt_server: ScriptedServer) -> None:
    """Also where the first attempt had opened, and said nothing."""
    igpt_server.stream("recall/run", [])
    igpt_server.raw("recall/run", "hang")
    client = igpt_server.client(timeout=1, backoff_base=0)
    stream = client.recall.run(input="?", stream=True)
    assert await asyncio.wait_for(take(stream), 30) == [{"error": "network_error"}]
    assert isinstance(stream.reply.exception, APITimeoutError)
    await assert_nothing_left(igpt_server, client)


async def test_abort_ends_a_stream_that_is_tried_again(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", [])
    igpt_server.raw("recall/run", "hang")
    client = igpt_server.client(backoff_base=0)
    abort = asyncio.Event()
    taking = asyncio.create_task(take(client.recall.run(input="?", stream=True, abort=abort)))
    assert await igpt_server.called(2)
    abort.set()
    assert await asyncio.wait_for(taking, 30) == [{"error": "request_aborted"}]
    await assert_nothing_left(igpt_server, client)


# ── size ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_event_of_16_mib_passes(igpt_server: ScriptedServer) -> None:
    big = {"type": "run.output_text.delta", "seq": 0, "delta": "x" * ((16 << 20) - 60)}
    done = {"type": "run.done", "seq": 1, "output": "x"}
    igpt_server.stream("recall/run", [big, done], chunk_size=1 << 16)
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True)
        assert await take(stream) == [big, done]


@pytest.mark.parametrize("line", ["data: ", "", "{"])
async def test_an_endless_line_is_an_error_in_bounded_memory(line: str, igpt_server: ScriptedServer) -> None:
    def endless(_: object) -> Any:
        yield NOT_DONE[0]
        yield line
        block = b"x" * (1 << 16)
        while True:
            yield block

    igpt_server.stream("recall/run", endless)
    async with igpt_server.client() as client:
        tracemalloc.start()
        try:
            base = tracemalloc.get_traced_memory()[0]
            stream = client.recall.run(input="?", stream=True)
            chunks = await asyncio.wait_for(take(stream), 30)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert chunks == [NOT_DONE[0], {"error": "invalid_json_response"}]
    assert peak - base < 64 << 20
    assert await igpt_server.closed()


# ── leaving ─────────────────────────────────────────────────────────────────────────────────────────────────────


def hold(server: ScriptedServer) -> None:
    server.stream("recall/run", NOT_DONE, then="hang")


async def test_breaking_out_of_async_with_ends_the_stream(igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()
    async with client.recall.run(input="?", stream=True) as stream:
        async for _ in stream:
            break
    assert await igpt_server.closed()
    assert stream.error is None
    assert stream.complete is False
    assert stream.reply.error == "request_aborted"
    await assert_nothing_left(igpt_server, client)


async def test_an_exception_inside_async_with_ends_the_stream_and_passes(igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()

    async def fail() -> None:
        async with client.recall.run(input="?", stream=True) as stream:
            async for _ in stream:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await igpt_server.closed()
    await assert_nothing_left(igpt_server, client)


async def test_aclose_ends_the_stream_and_may_be_called_twice(igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()
    stream = await client.recall.run(input="?", stream=True)
    await stream.aclose()
    await stream.close()
    assert await igpt_server.closed()
    assert await take(stream) == []
    await assert_nothing_left(igpt_server, client)


async def test_cancelling_the_task_ends_the_stream(igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()
    stream = client.recall.run(input="?", stream=True)
    seen: list[Any] = []
    all_came = asyncio.Event()

    async def follow() -> None:
        async for chunk in stream:
            seen.append(chunk)
            if len(seen) == len(NOT_DONE):
                all_came.set()

    task = asyncio.create_task(follow())
    await all_came.wait()
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await igpt_server.closed()
    assert seen == NOT_DONE
    assert await take(stream) == []
    await assert_nothing_left(igpt_server, client)


async def test_abort_ends_a_waiting_stream_with_request_aborted(igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()
    abort = asyncio.Event()
    stream = client.recall.run(input="?", stream=True, abort=abort)
    chunks: list[Any] = []
    async for chunk in stream:
        chunks.append(chunk)
        if len(chunks) == len(NOT_DONE):
            asyncio.get_running_loop().call_later(0.02, abort.set)
    assert chunks == [*NOT_DONE, {"error": "request_aborted"}]
    assert await igpt_server.closed()
    await assert_nothing_left(igpt_server, client)


async def test_abort_while_the_caller_is_busy_gives_what_came_first(igpt_server: ScriptedServer) -> None:
    all_sent = igpt_server.gate()
    igpt_server.stream("recall/run", [*NOT_DONE, all_sent], then="hang")
    client = igpt_server.client()
    abort = asyncio.Event()
    chunks: list[Any] = []
    async for chunk in client.recall.run(input="?", stream=True, abort=abort):
        chunks.append(chunk)
        if len(chunks) == 1:
            assert await all_sent.reached()
            await asyncio.sleep(0.05)  # the rest arrives meanwhile
            abort.set()
            assert await igpt_server.closed()
    assert chunks == [*NOT_DONE, {"error": "request_aborted"}]
    await assert_nothing_left(igpt_server, client)


async def test_closing_the_client_ends_its_streams(igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()
    stream = await client.recall.run(input="?", stream=True)
    other = client.recall.run(input="?", stream=True)
    waiting = asyncio.create_task(take(other))
    assert await igpt_server.called(2)
    await asyncio.sleep(0.05)
    await client.close()
    assert await igpt_server.closed()
    assert (await take(stream))[-1] == {"error": "request_aborted"}
    assert (await waiting)[-1] == {"error": "request_aborted"}
    assert (await take(client.recall.run(input="?", stream=True))) == [{"error": "request_aborted"}]


@pytest.mark.parametrize("how", ["iterated", "text", "opened"])
async def test_a_stream_dropped_half_way_is_closed_when_it_is_collected(how: str, igpt_server: ScriptedServer) -> None:
    hold(igpt_server)
    client = igpt_server.client()
    stream = client.recall.run(input="?", stream=True)
    if how == "opened":
        await stream
    elif how == "text":
        async for _ in stream.text():
            break
    else:
        async for _ in stream:
            break
    del stream
    gc.collect()
    assert await igpt_server.closed()
    await assert_nothing_left(igpt_server, client)


async def test_a_stream_never_started_sends_nothing_and_says_nothing(igpt_server: ScriptedServer) -> None:
    async with igpt_server.client() as client:
        client.recall.run(input="?", stream=True)
    assert not igpt_server.calls


# ── retries and reuse ───────────────────────────────────────────────────────────────────────────────────────────


async def test_a_stream_that_fails_before_its_first_chunk_is_tried_again(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/run", status=503)
    igpt_server.stream("recall/run", [], then="close")
    igpt_server.raw("recall/run", "close")
    igpt_server.stream("recall/run", EVENTS)
    async with igpt_server.client(backoff_base=0) as client:
        stream = client.recall.run(input="?", stream=True)
        assert await take(stream) == EVENTS
        assert stream.reply.retries == 3
        assert len({call.headers["Idempotency-Key"] for call in igpt_server.calls}) == 1


async def test_a_stream_that_has_given_a_chunk_is_never_asked_again(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS[:1], then="close")
    async with igpt_server.client(backoff_base=0) as client:
        assert await take(client.recall.run(input="?", stream=True)) == [EVENTS[0], {"error": "network_error"}]
        assert len(igpt_server.calls) == 1


async def test_streams_read_to_their_end_share_one_connection(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS)
    async with igpt_server.client() as client:
        for _ in range(20):
            await take(client.recall.run(input="?", stream=True))
        assert igpt_server.connections.accepted == 1


async def test_breaking_at_the_end_marker_keeps_the_connection(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS)
    async with igpt_server.client() as client:
        for _ in range(20):
            async with client.recall.run(input="?", stream=True) as stream:
                async for chunk in stream:
                    if chunk["type"] == "run.done":
                        break
            assert stream.complete is True
            assert stream.reply.output == "Hello, wörld"
        assert igpt_server.connections.accepted == 1


async def test_an_end_marker_without_an_end_does_not_hold_the_caller(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS, then="hang")
    client = igpt_server.client()
    stream = client.recall.run(input="?", stream=True)
    assert await asyncio.wait_for(take(stream), 30) == EVENTS
    assert stream.complete is True
    assert await igpt_server.closed()
    await assert_nothing_left(igpt_server, client)


async def test_with_raise_errors_a_stream_raises_where_it_would_give_the_error_chunk(
    igpt_server: ScriptedServer,
) -> None:
    igpt_server.stream("recall/run", NOT_DONE, then="close")
    igpt_server.reply("recall/run", status=429, headers={"Retry-After": "120"})
    async with igpt_server.client(raise_errors=True) as client:
        stream = client.recall.run(input="?", stream=True)
        assert [await anext(stream) for _ in NOT_DONE] == NOT_DONE
        with pytest.raises(APIConnectionError):
            await anext(stream)
        with pytest.raises(RateLimitError) as caught:
            await client.recall.run(input="?", stream=True).final()
        assert caught.value.retry_after == 120


async def test_a_gap_in_seq_is_counted(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", [EVENTS[0], *EVENTS[3:]])
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True)
        assert await take(stream) == [EVENTS[0], *EVENTS[3:]]
        assert stream.gaps == 2
        assert stream.error is None


# ── text, final, ask ────────────────────────────────────────────────────────────────────────────────────────────


async def test_text_gives_the_deltas_and_the_error_stays_on_the_stream(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", NOT_DONE, then="close")
    async with igpt_server.client() as client, client.recall.run(input="?", stream=True) as stream:
        assert [text async for text in stream.text()] == DELTAS
        assert stream.error == "network_error"


async def test_final_reads_what_is_left(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS)
    async with igpt_server.client() as client, client.recall.run(input="?", stream=True) as stream:
        async for _ in stream:
            break
        reply = await stream.final()
        assert reply.output == "Hello, wörld"
        assert reply is stream.reply


async def test_an_ask_stream_is_folded_and_its_completeness_is_unknown(igpt_server: ScriptedServer) -> None:
    chunks = [{"id": "a", "context": {}}, {"output": "Yes, "}, {"output": "all."}, {"usage": {"total_tokens": 3}}]
    igpt_server.stream("recall/ask", [*chunks, "data: [DONE]\n\n"])
    async with igpt_server.client() as client:
        stream = client.recall.ask(input="?", stream=True)
        assert await take(stream) == chunks
        assert stream.complete is None
        assert stream.error is None
        assert stream.reply == {"id": "a", "context": {}, "output": "Yes, all.", "usage": {"total_tokens": 3}}
        assert [text async for text in client.recall.ask(input="?", stream=True).text()] == ["Yes, ", "all."]


async def test_bare_json_lines_are_a_stream_too(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", [json.dumps(event) + "\n" for event in EVENTS])
    async with igpt_server.client() as client:
        assert await take(client.recall.run(input="?", stream=True)) == EVENTS


async def test_the_first_event_is_given_before_the_second_is_sent(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [EVENTS[0], gate, *EVENTS[1:]])
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True)
        assert await asyncio.wait_for(anext(stream), 30) == EVENTS[0]
        gate.open()
        assert await take(stream) == EVENTS[1:]


async def test_a_blank_user_gives_one_error_chunk_and_sends_nothing(igpt_server: ScriptedServer) -> None:
    async with igpt_server.client() as client:
        stream = client.recall.run(input="?", stream=True, user=" ")
        assert await take(stream) == [{"error": "params"}]
        assert not igpt_server.calls
