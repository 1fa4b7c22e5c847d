"""One contender, measured once, in this process, whose output is the figures as one line of JSON.

    python benchmarks/measure.py calls aigpt --url http://127.0.0.1:8123

`bench.py` starts this; alone it is good for profiling a contender.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import statistics
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from answers import ANSWER, EVENTS
from contenders import ASYNC, BLOCKING, Client
from headroom import hammer
from machine import cpu_seconds, cpu_seconds_of, pin, raise_open_files, resident_bytes

Figures = dict[str, float]

IN_FLIGHT = 64
MOST_CALLS = 50_000
MOST_STREAMS = 100
FIRSTS = 400
LEVELS = (10, 100, 1_000, 5_000)
LEVEL_CALLS = 8_000
POLL_SECONDS = 0.05
ALLOCATOR_BYTES = 1 << 20


class Meter:
    """Measures a block: how long it takes, and how long it keeps the cores busy, in this process and in the server's.

    What was thrown away before is collected first, so that the block does not pay for it. What the block itself pays
    to Python's cycle collector is told apart: it grows with what is in flight.
    """

    def __init__(self, server: int) -> None:
        self._server = server
        self._collecting = 0.0

    def _on_collection(self, phase: str, _: object) -> None:
        now = time.thread_time()
        self._collecting += now if phase == "stop" else -now

    def __enter__(self) -> Self:
        gc.collect()
        gc.callbacks.append(self._on_collection)
        self._server_cpu = cpu_seconds_of(self._server)
        self._cpu = cpu_seconds()
        self._start = time.perf_counter()
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.wall = time.perf_counter() - self._start
        self.cpu = cpu_seconds() - self._cpu
        self.server_busy = (cpu_seconds_of(self._server) - self._server_cpu) / self.wall
        gc.callbacks.remove(self._on_collection)

    def figures(self, count: int) -> Figures:
        """Return the figures of a block that did its work *count* times."""
        return {
            "per_second": count / self.wall,
            "cpu_us": 1e6 * self.cpu / count,
            "collector_us": 1e6 * self._collecting / count,
            "count": count,
            "server_busy": self.server_busy,
        }


class Bench:
    """The measurements, by their names in `MEASUREMENTS`, of one contender at one server."""

    def __init__(self, contender: str, options: argparse.Namespace) -> None:
        self.contender = contender
        self.url: str = options.url
        self.seconds: float = options.seconds
        self.level: int = options.level
        self.server: int = options.server
        self.uvloop = contender.endswith(", uvloop")

    def meter(self) -> Meter:
        """Return what measures a block."""
        return Meter(self.server)

    def run(self, measurement: Callable[[Client], Awaitable[Figures]], mode: str, limit: int = 100) -> Figures:
        """Return the figures of an async *measurement*, its client talking to the server's *mode*."""

        async def main() -> Figures:
            make = ASYNC[self.contender.removesuffix(", uvloop")]
            async with make(f"{self.url}/{mode}", limit) as client:
                return await measurement(client)

        with asyncio.Runner(loop_factory=_uvloop if self.uvloop else None) as runner:
            return runner.run(main())

    # ── calls ───────────────────────────────────────────────────────────────────────────────────────────────────

    def calls(self) -> Figures:
        """Make calls, IN_FLIGHT at a time: the next begins when one ends."""

        async def measurement(client: Client) -> Figures:
            async def rounds(end: float, most: int) -> int:
                done = 0
                while done < most and time.perf_counter() < end:
                    _check(await client.ask())
                    done += 1
                return done

            async def all_rounds(seconds: float, most: int) -> int:
                end = time.perf_counter() + seconds
                return sum(await asyncio.gather(*(rounds(end, most // IN_FLIGHT) for _ in range(IN_FLIGHT))))

            await all_rounds(self.seconds / 4, MOST_CALLS)  # opens the connections, warms up
            with self.meter() as meter:
                count = await all_rounds(self.seconds, MOST_CALLS)
            return meter.figures(count)

        return self.run(measurement, "call")

    def latency(self) -> Figures:
        """Make calls one at a time."""

        async def measurement(client: Client) -> Figures:
            for _ in range(100):
                _check(await client.ask())
            times: list[float] = []
            with self.meter() as meter:
                end = time.perf_counter() + self.seconds
                while (start := time.perf_counter()) < end and len(times) < MOST_CALLS:
                    _check(await client.ask())
                    times.append(time.perf_counter() - start)
            return meter.figures(len(times)) | _percentiles(times, 1e6)

        return self.run(measurement, "call")

    # ── streams ─────────────────────────────────────────────────────────────────────────────────────────────────

    def stream(self) -> Figures:
        """Read whole streams, one after the other; counted are events."""
        return self.run(lambda client: self._streams(client.events, EVENTS), "events")

    def singly(self) -> Figures:
        """Read streams whose events come each in an HTTP chunk of its own."""
        return self.run(lambda client: self._streams(client.events, EVENTS), "singly")

    def text(self) -> Figures:
        """Read the text of whole streams; counted are events."""
        return self.run(lambda client: self._streams(client.text, EVENTS - 2), "events")

    async def _streams(self, read: Callable[[], Awaitable[int]] | None, expected: int) -> Figures:
        if read is None:
            raise ValueError("this contender has no such stream")
        streams = 0
        with self.meter() as meter:
            end = time.perf_counter() + self.seconds
            while time.perf_counter() < end and streams < MOST_STREAMS:
                count = await read()
                if count != expected:
                    raise ValueError(f"{count} events came, of {expected}")
                streams += 1
        return meter.figures(streams * EVENTS)

    def first(self) -> Figures:
        """See how old the first event of a stream is when the caller has it."""

        async def measurement(client: Client) -> Figures:
            if client.first is None:
                raise ValueError("this contender has no streams")
            for _ in range(20):
                await client.first()
            with self.meter() as meter:
                end = time.perf_counter() + self.seconds
                ages: list[float] = []
                while time.perf_counter() < end and len(ages) < FIRSTS:
                    ages.append(await client.first() / 1e9)
            return meter.figures(len(ages)) | _percentiles(ages, 1e6)

        return self.run(measurement, "first")

    # ── many in flight ──────────────────────────────────────────────────────────────────────────────────────────

    def in_flight(self) -> Figures:
        """Make calls while `level` are on the wire: the server answers when it has them all, then all at once."""
        return self._levels(f"hold-{self.level}", limit=0)

    def at_once(self) -> Figures:
        """Make calls from `level` tasks at once, over a pool of the usual size; the server answers each at once."""
        return self._levels("call", limit=100)

    def _levels(self, route: str, limit: int) -> Figures:
        async def measurement(client: Client) -> Figures:
            async def calls(times: int) -> None:
                for _ in range(times):
                    _check(await client.ask())

            async def all_calls(times: int) -> None:
                await asyncio.gather(*(calls(times) for _ in range(self.level)))

            times = max(2, int(LEVEL_CALLS * self.seconds) // self.level)
            await all_calls(max(1, 200 // self.level))
            with self.meter() as meter:
                await all_calls(times)
            return meter.figures(times * self.level)

        return self.run(measurement, route, limit)

    def memory(self) -> Figures:
        """See what a call in flight holds: how far the process has grown when the server has `level` requests."""

        async def measurement(client: Client) -> Figures:
            warm_up = asyncio.ensure_future(client.ask())
            await self._held(1)
            gc.collect()
            before, objects = resident_bytes(), len(gc.get_objects())
            calls = [asyncio.ensure_future(client.ask()) for _ in range(self.level)]
            await self._held(1 + self.level)
            grown = resident_bytes() - before
            tracked = len(gc.get_objects()) - objects
            await asyncio.gather(client.ask(), warm_up, *calls)  # one more is what the server waits for
            return {"bytes": grown / self.level, "tracked_objects": tracked / self.level, "count": self.level}

        return self.run(measurement, f"hold-{self.level + 2}", limit=0)

    async def _held(self, count: int) -> None:
        """Wait until the server holds *count* requests back."""
        host, _, port = self.url.removeprefix("http://").rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        while True:
            writer.write(b"GET /held HTTP/1.1\r\n\r\n")
            await reader.readuntil(b"\r\n\r\n")
            if int(await reader.read(10)) == count:
                break
            await asyncio.sleep(POLL_SECONDS)
        writer.close()
        await writer.wait_closed()

    # ── blocking ────────────────────────────────────────────────────────────────────────────────────────────────

    def blocking(self) -> Figures:
        """Make calls by the blocking client from `level` threads, which share it."""
        with BLOCKING[self.contender](f"{self.url}/call") as ask:

            def calls(end: float, done: list[int]) -> None:
                count = 0
                while time.perf_counter() < end and count < MOST_CALLS:
                    _check(ask())
                    count += 1
                done.append(count)

            def all_calls(seconds: float) -> int:
                done: list[int] = []
                end = time.perf_counter() + seconds
                threads = [threading.Thread(target=calls, args=(end, done)) for _ in range(self.level)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                if len(done) < self.level:
                    raise RuntimeError("a thread has failed")
                return sum(done)

            all_calls(self.seconds / 4)
            with self.meter() as meter:
                count = all_calls(self.seconds)
        return meter.figures(count)

    def headroom(self) -> Figures:
        """See what the server does for a client that costs next to nothing."""
        with asyncio.Runner(loop_factory=_uvloop) as runner:
            with self.meter() as meter:
                count = runner.run(hammer(self.url, IN_FLIGHT, self.seconds))
            return meter.figures(count)


MEASUREMENTS: dict[str, Callable[[Bench], Figures]] = {
    "headroom": Bench.headroom,
    "calls": Bench.calls,
    "tls": Bench.calls,
    "latency": Bench.latency,
    "stream": Bench.stream,
    "singly": Bench.singly,
    "text": Bench.text,
    "first": Bench.first,
    "blocking": Bench.blocking,
    "in_flight": Bench.in_flight,
    "at_once": Bench.at_once,
    "memory": Bench.memory,
}


def _uvloop() -> asyncio.AbstractEventLoop:
    import uvloop

    return uvloop.new_event_loop()


def _check(answer: str) -> None:
    if answer != ANSWER:
        raise ValueError(f"a wrong answer: {answer!r}")


def _percentiles(times: list[float], scale: float) -> Figures:
    return {
        "p50_us": scale * statistics.median(times),
        "p95_us": scale * statistics.quantiles(times, n=20)[-1],
    }


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measurement", choices=MEASUREMENTS)
    parser.add_argument("contender", help=", ".join(ASYNC))
    parser.add_argument("--url", required=True, help="the server, without a path")
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--level", type=int, default=1, help="how many calls in flight, or threads")
    parser.add_argument("--server", type=int, default=0, help="the server's process id")
    parser.add_argument("--core", type=int, default=1)
    options = parser.parse_args()
    pin(options.core)
    raise_open_files()
    # glibc gives large blocks back to the system, and fetches them anew for every read of a socket, until a larger one
    # has been freed. Whether one has is luck, and worth a fifth; so all contenders begin after one.
    bytes(ALLOCATOR_BYTES)
    figures = MEASUREMENTS[options.measurement](Bench(options.contender, options))
    print(json.dumps({name: float(f"{value:.5g}") for name, value in figures.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
