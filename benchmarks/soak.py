"""A long run against a server that misbehaves one time in five: every call accounted for, nothing left behind.

    python benchmarks/soak.py                 # 100,000 calls and 2,000 streams, 200 at a time
    python benchmarks/soak.py --calls 300000 --streams 5000 --faults 0.2 --uvloop

Each answer holds its question, so that one given to another caller shows. Of fifty calls, one is cancelled while its
client, one of its own, is closed; and one is made on a connection that holds, for certain, what nobody asked for.

Prints what came of the calls, and memory, file descriptors and tasks before and after; exits with 1 if any is off.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import gzip
import json
import os
import platform
import random
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yarl import URL

from aigpt import AsyncIGPT
from aigpt.testing import Call, Gate, ScriptedServer, run_events
from aigpt.testing.faults import STRAYS

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
SSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
PATIENCE = 20.0  # s; a call that takes longer counts as hung
GROWTH = 10.0  # MiB
DELTAS = [f"word {n} " for n in range(20)]
PACKED = [(encoding, framing) for encoding in ("gzip", "deflate") for framing in ("length", "chunked", "close")]
BAD = {
    "call": [
        f"call/{name}"
        for name in (
            *("closed", "reset", "cut", "chunks", "silent", "busy", "slower", "page", "error"),
            *(f"{encoding}-{framing}" for encoding, framing in PACKED),
            *(f"stray-{name}" for name in STRAYS),
        )
    ],
    "stream": [
        f"stream/{name}"
        for name in (
            *("end", "close", "reset", "truncate", "silent", "early", "error", "chunks"),
            *(f"{encoding}-{framing}" for encoding, framing in PACKED),
            *(f"stray-{name}" for name in STRAYS),
        )
    ],
    "quit": ["call/good", "call/slow", "call/silent", "call/closed", "call/reset"],
}
CODES = {"network_error", "invalid_json_response", "overloaded", "client_error"}
QUITTERS, STRAY_PAIRS, EVERY = 7, 31, 50
"""Which calls of every fifty are cancelled and closed, and which are made after a stray."""


def events_of(question: str) -> list[dict[str, Any]]:
    """Return the run that answers a question."""
    return run_events(f"{question}: ", *DELTAS)


def wire(call: Call) -> bytes:
    """Return that run as it is sent."""
    return b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in events_of(call.json["input"]))


def answer(call: Call) -> dict[str, str]:
    """Return the answer to a call."""
    return {"output": call.json["input"]}


def misbehave(server: ScriptedServer) -> None:
    """Script the ways of failing: calls by ``call/…``, streams by ``stream/…``."""

    def run(call: Call) -> list[dict[str, Any]]:
        return events_of(call.json["input"])

    def most(call: Call) -> list[dict[str, Any]]:
        return run(call)[:-1]

    server.reply("call/good", json=answer)
    server.reply("call/slow", json=answer, after=0.005)
    server.raw("call/closed", "close")
    server.raw("call/reset", "reset")
    server.raw("call/cut", OK + b'Content-Length: 100\r\n\r\n{"output"', "close")
    server.raw("call/chunks", OK + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"out\r\nZZ\r\n', "hang")
    server.raw("call/silent", "hang")
    server.reply("call/busy", status=503, body="x" * 1_000_000)
    server.reply("call/slower", status=429, headers={"retry-after-ms": "20"})
    server.reply("call/page", body="<html>")
    server.reply("call/error", json={"error": "overloaded"})
    server.stream("stream/good", run)
    server.stream("stream/end", most)
    server.stream("stream/close", most, then="close")
    server.stream("stream/reset", most, then="reset")
    server.stream("stream/truncate", run, then="truncate")
    server.stream("stream/silent", most, then="hang")
    server.stream("stream/early", [], then="close")
    server.stream("stream/error", lambda call: [*run(call)[:5], {"error": "overloaded"}])

    def broken_chunks(call: Call) -> tuple[bytes | float, ...]:
        half = wire(call)[:1000]
        return SSE + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(half), half), 0.01, b"ZZ\r\n"

    server.raw("stream/chunks", broken_chunks)
    for encoding, framing in PACKED:
        server.reply(f"call/{encoding}-{framing}", json=answer, encoding=encoding, framing=framing, then="cut")
        if framing != "length":
            server.stream(f"stream/{encoding}-{framing}", run, encoding=encoding, framing=framing, then="cut")

    def cut_length(call: Call, encoding: str) -> bytes:
        body = (gzip.compress if encoding == "gzip" else zlib.compress)(wire(call))[:-20]
        return SSE + b"Content-Encoding: %b\r\nContent-Length: %d\r\n\r\n%b" % (encoding.encode(), len(body), body)

    server.raw("stream/gzip-length", lambda call: cut_length(call, "gzip"))
    server.raw("stream/deflate-length", lambda call: cut_length(call, "deflate"))
    for name, stray in STRAYS.items():
        server.reply(f"call/stray-{name}", json=answer, stray=stray)
        server.stream(f"stream/stray-{name}", run, stray=stray)


def send_strays(server: ScriptedServer) -> None:
    """Script calls whose connection gets a stray once another call, which is answered after that, asks for it."""
    gates: dict[str, tuple[Gate, Gate]] = {}

    def first(call: Call) -> Iterator[bytes | Gate]:
        _, name, kind, _ = call.json["input"].split()
        go, sent = gates[name] = server.gate(), server.gate()
        body = json.dumps(answer(call)).encode()
        yield OK + b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        yield go
        yield STRAYS[kind]
        sent.open()
        del gates[name]

    def send(call: Call) -> Iterator[bytes | Gate]:
        name = call.json["input"].split()[1]
        if name in gates:  # or this is a retry
            go, sent = gates[name]
            go.open()
            yield sent
        body = json.dumps(answer(call)).encode()
        yield OK + b"Content-Length: %d\r\n\r\n%b" % (len(body), body)

    server.raw("stray/first", first)
    server.raw("stray/send", send)


def serve(faults: float) -> None:
    """Run the server until stdin ends; print its URL first."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    with ScriptedServer(keep_calls=1) as server:
        misbehave(server)
        send_strays(server)

        def choose(call: Call) -> str:
            what, *_, last = call.json["input"].split()
            if what == "stray":
                return f"stray/{last}" if last in {"first", "send"} else "call/good"
            if what == "quit" and not call.json.get("stream"):
                return chance.choice(BAD["quit"])
            kind = "stream" if call.json.get("stream") else "call"
            return chance.choice(BAD[kind]) if chance.random() < faults else f"{kind}/good"

        server.choose("recall/ask", choose)
        server.choose("recall/run", choose)
        print(server.url, flush=True)
        sys.stdin.read()


@contextmanager
def misbehaving_server(faults: float) -> Iterator[str]:
    """Give the URL of the server, in a process of its own. RuntimeError if that says that anything went wrong."""
    command = [sys.executable, __file__, "--serve", "--faults", str(faults)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 (piped)
        assert process.stdin is not None  # noqa: S101 (piped)
        yield process.stdout.readline().strip()
        process.stdin.close()
    if process.returncode:
        raise RuntimeError("the server was sent what it could not read, or broke")


def memory() -> float:
    """Return the resident memory of this process, in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def descriptors() -> int:
    """Return how many file descriptors are open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir()) - 1  # less the one that looks


def judge(reply: Any, question: str) -> str:
    """Return what came of a call; anything but its own answer or a known error is wrong."""
    if reply.ok:
        return "ok" if reply == {"output": question} else "CROSSED OR WRONG ANSWER"
    return reply.error if reply.error in CODES else f"WRONG CODE {reply.error}"


async def one_call(igpt: AsyncIGPT, url: str, number: int) -> str:
    """Return what came of a call."""
    question = f"question {number}"
    if number % EVERY == QUITTERS:
        return await one_quitter(url, number)
    if number % EVERY == STRAY_PAIRS:
        return await one_stray(igpt, url, number)
    return judge(await igpt.recall.ask(input=question), question)


async def one_quitter(url: str, number: int) -> str:
    """Return what came of a call, or a stream, that is cancelled around the closing of a client of its own."""
    chance = random.Random(number)  # noqa: S311 (no secret)
    question = f"quit {number}"
    own = client(url)

    async def follow() -> Any:
        async with own.recall.run(input=question, stream=True) as stream:
            async for _ in stream:
                pass
        return stream.reply

    is_stream = chance.random() < 1 / 3
    asking = asyncio.ensure_future(follow() if is_stream else own.recall.ask(input=question))
    await asyncio.sleep(chance.choice([0, 0, 0.001, 0.003, 0.01]))
    way = chance.choice(["cancelled, then closed", "closed, then cancelled", "closed at once with it"])
    closing = None
    if way != "cancelled, then closed":
        closing = asyncio.ensure_future(own.close())
        for _ in range(chance.randrange(6) if way == "closed, then cancelled" else 0):
            await asyncio.sleep(0)
    asked = asking.cancel()
    await (closing or own.close())
    await asyncio.wait([asking], timeout=PATIENCE / 2)
    if not asking.done():
        return "HUNG after its cancellation"
    if own._sender.transport.under_way:  # noqa: SLF001 (nothing public tells)
        return "HELD by a closed client"
    if asking.cancelled() or asked:
        return f"cancelled ({way})" if asking.cancelled() and asked else "CANCELLATION SWALLOWED OR MADE UP"
    reply = asking.result()
    if reply.error == "request_aborted" and closing is not None:
        return "closed before its cancellation"
    if is_stream and reply.ok:
        return "ended before its cancellation"
    return f"before its cancellation, {judge(reply, question)}"


async def one_stray(igpt: AsyncIGPT, url: str, number: int) -> str:
    """Return what came of a call on a client of its own, whose idle connection holds what nobody asked for."""
    kind = list(STRAYS)[number // EVERY % len(STRAYS)]
    async with client(url, max_retries=0, timeout=60) as own:  # not late on a busy machine
        for which, asks in (("first", own), ("send", igpt), ("second", own)):
            question = f"stray {number} {kind} {which}"
            if (came := judge(await asks.recall.ask(input=question, timeout=60), question)) != "ok":
                return f"{came.upper()} AFTER A STRAY: {which} call, {kind}"
    return "ok after a stray"


async def one_stream(igpt: AsyncIGPT, _: str, number: int) -> str:
    """Return what came of a stream; every tenth is left half-way."""
    question = f"question s{number}"
    events = events_of(question)
    stream = igpt.recall.run(input=question, stream=True)
    seen: list[Any] = []
    async with stream:
        async for chunk in stream:
            seen.append(chunk)
            if number % 10 == 0 and len(seen) == 3:  # noqa: PLR2004 (somewhere in the middle)
                return "left"
    if stream.error:
        good = seen[:-1] == events[: len(seen) - 1] and seen[-1]["error"] == stream.error
        return stream.error if good and stream.error in CODES else f"WRONG STREAM {stream.error}"
    return "ok" if seen == events and stream.complete else "WRONG STREAM that looks whole"


def client(url: str, **options: Any) -> AsyncIGPT:
    """Return a client of the server at *url*."""
    return AsyncIGPT(
        "key", **{"user": "soak", "base_url": url, "timeout": 5, "idle_timeout": 1, "backoff_base": 5, **options}
    )


async def numbers(calls: int, streams: int) -> AsyncIterator[tuple[bool, int]]:
    """Give the work, streams strewn evenly among the calls."""
    every = max(1, calls // max(1, streams))
    for number in range(calls):
        yield False, number
        if streams and number % every == 0 and number // every < streams:
            yield True, number // every


async def connect_once(url: str) -> None:
    """Open a connection and close it: from the first one on, uvloop keeps a file descriptor for itself."""
    address = URL(url)
    _, writer = await asyncio.open_connection(address.host, address.port)
    writer.close()
    await writer.wait_closed()


async def soak(url: str, calls: int, streams: int, concurrency: int) -> bool:
    """Do the work; print what came of it; return whether all is well."""
    outcomes: Counter[str] = Counter()
    marks: list[tuple[int, float]] = []
    done = {False: bytearray(calls), True: bytearray(streams)}  # how often each has ended
    total, ended = calls + streams, 0
    started = time.perf_counter()
    complaints: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: complaints.append(str(context["message"])))
    print(
        f"Python {platform.python_version()}, {type(loop).__module__}: {calls:,} calls, {streams:,} streams", flush=True
    )
    await connect_once(url)
    tasks_before, descriptors_before = len(asyncio.all_tasks()), descriptors()
    async with client(url) as igpt:
        work = numbers(calls, streams)
        lock = asyncio.Lock()

        async def worker() -> None:
            nonlocal ended
            while True:
                async with lock:
                    item = await anext(work, None)
                if item is None:
                    return
                is_stream, number = item
                kind = one_stream if is_stream else one_call
                try:
                    async with asyncio.timeout(PATIENCE):
                        outcome = await kind(igpt, url, number)
                except Exception as exc:  # noqa: BLE001 (counted, as the worst that can happen)
                    outcome = f"RAISED {type(exc).__name__}"
                except asyncio.CancelledError:
                    outcome = "CANCELLED by nobody"
                outcomes[("stream " if is_stream else "call ") + outcome] += 1
                done[is_stream][number] += 1
                ended += 1
                if ended % max(1, total // 20) == 0:
                    gc.collect()
                    marks.append((ended, memory()))

        await asyncio.gather(*(worker() for _ in range(concurrency)))
        await asyncio.sleep(1)
        transport = igpt._sender.transport  # noqa: SLF001 (nothing public tells)
        live, limiter = transport.under_way, transport.owner.limiter
        taken = transport.owner.max_connections - (limiter.free if limiter else 0)
    gc.collect()
    await asyncio.sleep(0.1)
    left = {
        "file descriptors": descriptors() - descriptors_before,
        "tasks": len(asyncio.all_tasks()) - tasks_before,
        "calls": live,
        "places in the pool": taken,
    }
    once = sum(ends.count(1) for ends in done.values())
    print(f"accounted for, once each: {once:,} of {total:,} in {time.perf_counter() - started:.0f} s")
    print(f"complaints of asyncio: {len(complaints)} {' '.join(sorted(set(complaints)))}")
    fine = [_outcomes_are_fine(outcomes), _memory_is_fine(marks, total), once == total, not complaints]
    print("left behind: " + ", ".join(f"{count} {what}" for what, count in left.items()))
    return all(fine) and not any(left.values())


def _outcomes_are_fine(outcomes: Counter[str]) -> bool:
    for name, count in sorted(outcomes.items()):
        print(f"{count:8,}  {name}")
    return not any(word.isupper() for name in outcomes for word in name.split())


def _memory_is_fine(marks: list[tuple[int, float]], total: int) -> bool:
    base, end = next(size for count, size in marks if count * 10 >= total), marks[-1][1]
    print(f"memory: {base:.1f} MiB after a tenth, {end:.1f} MiB at the end: {end - base:+.1f} MiB")
    return end - base < GROWTH


def main() -> int:
    """Run the soak, or its server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--streams", type=int, default=2_000)
    parser.add_argument("--concurrency", type=int, default=200)
    parser.add_argument("--faults", type=float, default=0.2, help="how many of the answers misbehave, from 0 to 1")
    parser.add_argument("--uvloop", action="store_true", help="run the client on uvloop")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.faults)
        return 0
    loop_factory = None
    if options.uvloop:
        import uvloop  # noqa: PLC0415 (not everywhere)

        loop_factory = uvloop.new_event_loop
    well = False
    try:
        with (
            misbehaving_server(options.faults) as url,
            asyncio.Runner(loop_factory=loop_factory) as runner,
        ):
            well = runner.run(soak(url, options.calls, options.streams, options.concurrency))
    except RuntimeError as error:
        print(error)
        well = False
    print("all is well" if well else "NOT WELL")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
