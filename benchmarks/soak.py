"""A long run against a server that misbehaves one time in five: every call accounted for, nothing left behind.

    python benchmarks/soak.py                 # 100,000 calls and 2,000 streams, 200 at a time
    python benchmarks/soak.py --calls 5000 --streams 200

Prints what came of the calls, and memory, file descriptors and tasks before and after; exits with 1 if any is off.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import gzip
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aigpt import AsyncIGPT
from aigpt.testing import Call, ScriptedServer, run_events

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
SSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
PATIENCE = 20.0  # s; a call that takes longer counts as hung
GROWTH = 10.0  # MiB
DELTAS = [f"word {n} " for n in range(20)]
EVENTS = run_events(*DELTAS)
WIRE = b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in EVENTS)
HALF = WIRE[: len(WIRE) // 2]
BAD = {
    "call": [
        f"call/{name}" for name in ("closed", "reset", "cut", "chunks", "silent", "busy", "slower", "page", "error")
    ],
    "stream": [
        f"stream/{name}" for name in ("end", "close", "reset", "truncate", "silent", "early", "error", "chunks", "gzip")
    ],
}
CODES = {"network_error", "invalid_json_response", "overloaded", "client_error"}


def misbehave(server: ScriptedServer) -> None:
    """Script the ways of failing: calls by ``call/…``, streams by ``stream/…``."""
    server.reply("call/good", json=lambda call: {"output": call.json["input"]})
    server.raw("call/closed", "close")
    server.raw("call/reset", "reset")
    server.raw("call/cut", OK + b'Content-Length: 100\r\n\r\n{"output"', "close")
    server.raw("call/chunks", OK + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"out\r\nZZ\r\n', "hang")
    server.raw("call/silent", "hang")
    server.reply("call/busy", status=503, body="x" * 1_000_000)
    server.reply("call/slower", status=429, headers={"retry-after-ms": "20"})
    server.reply("call/page", body="<html>")
    server.reply("call/error", json={"error": "overloaded"})
    server.stream("stream/good", EVENTS)
    server.stream("stream/end", EVENTS[:-1])
    server.stream("stream/close", EVENTS[:-1], then="close")
    server.stream("stream/reset", EVENTS[:-1], then="reset")
    server.stream("stream/truncate", EVENTS, then="truncate")
    server.stream("stream/silent", EVENTS[:-1], then="hang")
    server.stream("stream/early", [], then="close")
    server.stream("stream/error", [*EVENTS[:5], {"error": "overloaded"}])
    server.raw(
        "stream/chunks", SSE + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(HALF), HALF), 0.01, b"ZZ\r\n"
    )
    server.raw(
        "stream/gzip", SSE + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + gzip.compress(WIRE)[:-20], "close"
    )


def serve() -> None:
    """Run the server until stdin ends; print its URL first."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    with ScriptedServer(keep_calls=1) as server:
        misbehave(server)

        def choose(call: Call) -> str:
            kind = "stream" if call.json.get("stream") else "call"
            return f"{kind}/good" if chance.random() < 0.8 else chance.choice(BAD[kind])  # noqa: PLR2004 (one in five)

        server.choose("recall/ask", choose)
        server.choose("recall/run", choose)
        print(server.url, flush=True)
        sys.stdin.read()


@contextmanager
def misbehaving_server() -> Iterator[str]:
    """Give the URL of the server, in a process of its own."""
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 (piped)
        assert process.stdin is not None  # noqa: S101 (piped)
        yield process.stdout.readline().strip()
        process.stdin.close()


def memory() -> float:
    """Return the resident memory of this process, in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def descriptors() -> int:
    """Return how many file descriptors are open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir()) - 1  # less the one that looks


async def one_call(igpt: AsyncIGPT, number: int) -> str:
    """Return what came of a call; anything but its own answer or a known error is wrong."""
    reply = await igpt.recall.ask(input=f"question {number}")
    if reply.ok:
        return "ok" if reply == {"output": f"question {number}"} else "WRONG ANSWER"
    return reply.error if reply.error in CODES else f"WRONG CODE {reply.error}"


async def one_stream(igpt: AsyncIGPT, number: int) -> str:
    """Return what came of a stream; every tenth is left half-way."""
    stream = igpt.recall.run(input=f"question {number}", stream=True)
    seen: list[Any] = []
    async with stream:
        async for chunk in stream:
            seen.append(chunk)
            if number % 10 == 0 and len(seen) == 3:  # noqa: PLR2004 (somewhere in the middle)
                return "left"
    if stream.error:
        good = seen[:-1] == EVENTS[: len(seen) - 1] and seen[-1]["error"] == stream.error
        return stream.error if good and stream.error in CODES else f"WRONG STREAM {stream.error}"
    return "ok" if seen == EVENTS and stream.complete else "WRONG STREAM that looks whole"


async def numbers(calls: int, streams: int) -> AsyncIterator[tuple[bool, int]]:
    """Give the work, streams strewn evenly among the calls."""
    every = max(1, calls // max(1, streams))
    for number in range(calls):
        yield False, number
        if streams and number % every == 0 and number // every < streams:
            yield True, number // every


async def soak(url: str, calls: int, streams: int, concurrency: int) -> bool:
    """Do the work; print what came of it; return whether all is well."""
    outcomes: Counter[str] = Counter()
    marks: list[tuple[int, float]] = []
    done = 0
    started = time.perf_counter()
    complaints: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(str(context["message"])))
    tasks_before, descriptors_before = len(asyncio.all_tasks()), descriptors()
    async with AsyncIGPT("key", user="soak", base_url=url, timeout=5, idle_timeout=1, backoff_base=5) as igpt:
        work = numbers(calls, streams)
        lock = asyncio.Lock()

        async def worker() -> None:
            nonlocal done
            while True:
                async with lock:
                    item = await anext(work, None)
                if item is None:
                    return
                is_stream, number = item
                kind = one_stream if is_stream else one_call
                try:
                    async with asyncio.timeout(PATIENCE):
                        outcome = await kind(igpt, number)
                except Exception as exc:  # noqa: BLE001 (counted, as the worst that can happen)
                    outcome = f"RAISED {type(exc).__name__}"
                outcomes[("stream " if is_stream else "call ") + outcome] += 1
                done += 1
                if done % max(1, (calls + streams) // 20) == 0:
                    gc.collect()
                    marks.append((done, memory()))

        await asyncio.gather(*(worker() for _ in range(concurrency)))
        await asyncio.sleep(1)
        live = igpt._sender.transport.under_way  # noqa: SLF001 (nothing public tells)
    gc.collect()
    base = next(size for count, size in marks if count * 10 >= calls + streams)
    growth = marks[-1][1] - base
    bad = {name: count for name, count in outcomes.items() if any(word.isupper() for word in name.split())}
    for name, count in sorted(outcomes.items()):
        print(f"{count:8,}  {name}")
    tasks_after, descriptors_after = len(asyncio.all_tasks()), descriptors()
    print(f"accounted for: {done:,} of {calls + streams:,} in {time.perf_counter() - started:.0f} s")
    print(f"memory: {base:.1f} MiB after a tenth, {marks[-1][1]:.1f} MiB at the end: {growth:+.1f} MiB")
    print(f"file descriptors: {descriptors_before} before, {descriptors_after} after")
    print(f"tasks: {tasks_before} before, {tasks_after} after; calls still held: {live}")
    well = (
        not bad
        and not complaints
        and done == calls + streams
        and growth < GROWTH
        and (descriptors_after, tasks_after, live) == (descriptors_before, tasks_before, 0)
    )
    print(f"complaints of asyncio: {len(complaints)} {' '.join(sorted(set(complaints)))}")
    print("all is well" if well else f"NOT WELL {bad or ''}")
    return well


def main() -> int:
    """Run the soak, or its server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--streams", type=int, default=2_000)
    parser.add_argument("--concurrency", type=int, default=200)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve()
        return 0
    with misbehaving_server() as url:
        return 0 if asyncio.run(soak(url, options.calls, options.streams, options.concurrency)) else 1


if __name__ == "__main__":
    sys.exit(main())
