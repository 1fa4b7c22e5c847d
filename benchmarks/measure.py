"""One contender, measured in this process in one race or several; a line of JSON for each turn says what was found.

    python benchmarks/measure.py aigpt calls --url http://127.0.0.1:8123

`bench.py` starts this with ``--led``, and says by lines on stdin when a turn is taken (see `turns`); alone it is good
for profiling a contender.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import json
import statistics
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from typing import Any, TypeVar

import layers
import limits
from answers import ANSWER, EVENTS
from contenders import ASYNC, BLOCKING, Client
from limits import hammering, wrk
from machine import pin, raise_open_files, resident_bytes
from meter import Figures, Meter
from openai_answers import EVENTS as OPENAI_EVENTS
from openai_answers import TEXT
from openai_contenders import MESSAGES, MODEL, OPENAI, OpenAIClient
from races import BY_NAME, Race

T = TypeVar("T")

IN_FLIGHT = 64
MOST_CALLS = 50_000
LEVEL_CALLS = 20_000
WARM_UP_CALLS = 200
WARM_UP_SECONDS, WARM_UP_LEAST = 0.05, 2
AGAIN_SHARE = 8
FAN_OUT = 256
QUICK_SHARE = 10
POLL_SECONDS = 0.05
ALLOCATOR_BYTES = 1 << 20


class Bench:
    """One contender in one race: its measurements, by their names in `MEASUREMENTS`.

    Each makes ready, and then takes a turn for each of `turns`, of which it tells the figures by `tell`.
    """

    def __init__(self, contender: str, race: Race, options: argparse.Namespace) -> None:
        self.contender = contender
        self.race = race
        self.url: str = options.url
        self.options = options
        self.server: int = options.server
        self.level = race.level // QUICK_SHARE if options.quick and race.level > IN_FLIGHT else race.level
        self.uvloop = contender.endswith(", uvloop")

    # ── the turns ───────────────────────────────────────────────────────────────────────────────────────────────

    def turns(self) -> Iterator[float]:
        """Yield how long each turn is to be, in seconds. What was thrown away before the first is collected.

        Where the turns are led, this blocks until it is ours, the event loop included: nothing runs in between. Not
        before then does the process keep to its core: the contenders of a race make ready at the same time.
        """
        gc.collect()
        pin(self.options.core)
        if not self.options.led:
            yield from [self.options.seconds * self.race.stretch] * self.options.turns
            return
        _say({"ready": self.race.name})
        while said := sys.stdin.readline().strip():
            yield float(said)

    def tell(self, figures: Figures) -> None:
        """Say what a turn has found."""
        found = {figure: float(f"{value:.5g}") for figure, value in figures.items()}
        _say({"race": self.race.name, "figures": found})

    def meter(self) -> Meter:
        """Return what measures a block."""
        return Meter(self.server)

    # ── the clients ─────────────────────────────────────────────────────────────────────────────────────────────

    def run(self, measurement: Callable[[Client], Awaitable[T]], mode: str, limit: int = 100) -> T:
        """Return what a *measurement* of an async client returns, which talks to the server's *mode*."""

        async def main() -> T:
            make = ASYNC[self.contender.removesuffix(", uvloop")]
            async with make(f"{self.url}/{mode}", limit) as client:
                return await measurement(client)

        return self._in_loop(main)

    def run_openai(self, measurement: Callable[[OpenAIClient], Awaitable[T]], mode: str = "call") -> T:
        """Return what a *measurement* of a client of OpenAI's API returns."""

        async def main() -> T:
            async with OPENAI[self.contender](f"{self.url}/{mode}") as client:
                return await measurement(client)

        return self._in_loop(main)

    def _in_loop(self, main: Callable[[], Coroutine[Any, Any, T]]) -> T:
        with asyncio.Runner(loop_factory=_uvloop if self.uvloop else None) as runner:
            return runner.run(main())

    # ── calls ───────────────────────────────────────────────────────────────────────────────────────────────────

    async def _calls(self, asks: Sequence[Callable[[], Awaitable[object]]], expected: str | None = None) -> None:
        """Ask again and again, as many at a time as there are *asks*: the next begins when one ends.

        Raises ValueError for an answer that is not what is *expected*, unless the asking looks at it itself.
        """

        async def rounds(ask: Callable[[], Awaitable[object]], end: float, least: int) -> int:
            done = 0
            while done < least or (done < MOST_CALLS and time.perf_counter() < end):
                answer = await ask()
                if expected is not None and answer != expected:
                    raise ValueError(f"a wrong answer: {answer!r}")
                done += 1
            return done

        async def all_rounds(asks: Sequence[Callable[[], Awaitable[object]]], seconds: float, least: int) -> int:
            end = time.perf_counter() + seconds
            return sum(await asyncio.gather(*(rounds(ask, end, least) for ask in asks)))

        await all_rounds(asks, WARM_UP_SECONDS, WARM_UP_LEAST)  # opens the connections, too
        for seconds in self.turns():
            # Others had the core; some calls bring back into its caches what was there.
            await all_rounds(asks[: len(asks) // AGAIN_SHARE], seconds / AGAIN_SHARE, 1)
            with self.meter() as meter:
                count = await all_rounds(asks, seconds, 1)
            self.tell(meter.figures(count))

    def calls(self) -> None:
        """Make calls, IN_FLIGHT at a time."""
        self.run(lambda client: self._calls([client.ask] * IN_FLIGHT, ANSWER), "call")

    def chat(self) -> None:
        """Complete chats, IN_FLIGHT at a time."""
        self.run_openai(lambda client: self._calls([client.chat] * IN_FLIGHT))

    def responses(self) -> None:
        """Create responses, IN_FLIGHT at a time."""
        self.run_openai(lambda client: self._calls([client.response] * IN_FLIGHT))

    def models(self) -> None:
        """List models, IN_FLIGHT at a time."""
        self.run_openai(lambda client: self._calls([client.models] * IN_FLIGHT))

    def floats(self) -> None:
        """Get embeddings as numbers, one call at a time."""
        self.run_openai(lambda client: self._calls([client.floats]))

    def lists(self) -> None:
        """Get embeddings as base64, to lists."""
        self.run_openai(lambda client: self._calls([client.lists]))

    def arrays(self) -> None:
        """Get embeddings as base64, to arrays."""
        self.run_openai(lambda client: self._calls([client.arrays]))

    def latency(self) -> None:
        """Make calls one at a time."""

        async def measurement(client: Client) -> None:
            async def all_calls(count: int) -> None:
                for _ in range(count):
                    _check(await client.ask())

            await all_calls(WARM_UP_CALLS)
            for seconds in self.turns():
                await all_calls(WARM_UP_CALLS // AGAIN_SHARE)
                times: list[float] = []
                with self.meter() as meter:
                    end = time.perf_counter() + seconds
                    while (start := time.perf_counter()) < end or len(times) < 2:  # noqa: PLR2004 (a quantile needs two)
                        _check(await client.ask())
                        times.append(time.perf_counter() - start)
                self.tell(meter.figures(len(times)) | _percentiles(times, 1e6))

        self.run(measurement, "call")

    def limits(self) -> None:
        """See what can be had at most."""
        if self.contender == limits.WRK:
            for seconds in self.turns():
                self.tell(wrk(self.url, IN_FLIGHT, seconds))
        else:
            self._in_loop(self._hammer)

    async def _hammer(self, **sent: Any) -> None:
        async with hammering(self.url, IN_FLIGHT, **sent) as answered:
            await answered(WARM_UP_SECONDS)
            for seconds in self.turns():
                await answered(seconds / AGAIN_SHARE)
                with self.meter() as meter:
                    count = await answered(seconds)
                self.tell(meter.figures(count))

    def layer(self) -> None:
        """Make calls down to one layer, IN_FLIGHT at a time."""
        route = "call"

        async def main() -> None:
            if self.race.part == "bare protocol":
                sent: Any = {}
                if self.contender == layers.OPENAI:
                    body = json.dumps({"model": MODEL, "messages": MESSAGES}).encode()
                    sent = {"request": limits.request(f"/{route}/chat/completions", body), "expected": TEXT.encode()}
                await self._hammer(**sent)
            else:
                async with layers.opened(self.contender, f"{self.url}/{route}") as cut:
                    make = cut.layer(self.race.part)
                    await self._calls([make() for _ in range(IN_FLIGHT)])

        self._in_loop(main)

    # ── streams ─────────────────────────────────────────────────────────────────────────────────────────────────

    def stream(self) -> None:
        """Read whole streams, one after the other; counted are events."""
        self.run(lambda client: self._streams(_counted(client.events, EVENTS), EVENTS), "events")

    def singly(self) -> None:
        """Read streams whose events come each in an HTTP chunk of its own."""
        self.run(lambda client: self._streams(_counted(client.events, EVENTS), EVENTS), "singly")

    def text(self) -> None:
        """Read the text of whole streams; counted are events."""
        self.run(lambda client: self._streams(_counted(client.text, EVENTS - 2), EVENTS), "events")

    def chat_stream(self) -> None:
        """Read whole streams of chats; counted are chunks."""
        self.run_openai(lambda client: self._streams(client.chat_events, OPENAI_EVENTS), "events")

    def responses_stream(self) -> None:
        """Read whole streams of responses; counted are deltas."""
        self.run_openai(lambda client: self._streams(client.response_events, OPENAI_EVENTS), "events")

    async def _streams(self, read: Callable[[], Awaitable[object]], events: int) -> None:
        await read()
        for seconds in self.turns():
            streams = 0
            with self.meter() as meter:
                end = time.perf_counter() + seconds
                while time.perf_counter() < end:
                    await read()
                    streams += 1
            self.tell(meter.figures(streams * events))

    def first(self) -> None:
        """See how old the first event of a stream is when the caller has it."""

        async def measurement(client: Client) -> None:
            first = _offered(client.first)
            for _ in range(10):
                await first()
            for seconds in self.turns():
                with self.meter() as meter:
                    end = time.perf_counter() + seconds
                    ages: list[float] = []
                    while len(ages) < 2 or time.perf_counter() < end:  # noqa: PLR2004 (a quantile needs two)
                        ages.append(await first() / 1e9)
                self.tell(meter.figures(len(ages)) | _percentiles(ages, 1e6))

        self.run(measurement, "first")

    # ── many in flight ──────────────────────────────────────────────────────────────────────────────────────────

    def in_flight(self) -> None:
        """Make calls while `level` are on the wire: the server answers when it has them all, then all at once."""
        self._levels(f"hold-{self.level}", limit=0)

    def at_once(self) -> None:
        """Make calls from `level` tasks at once, over a pool of the usual size; the server answers each at once."""
        self._levels("call", limit=100)

    def _levels(self, route: str, limit: int) -> None:
        level = self.level

        async def measurement(client: Client) -> None:
            async def calls(times: int) -> None:
                for _ in range(times):
                    _check(await client.ask())

            async def all_calls(times: int) -> None:
                await asyncio.gather(*(calls(times) for _ in range(level)))

            await all_calls(max(1, WARM_UP_CALLS // level))
            for seconds in self.turns():
                times = max(2, int(LEVEL_CALLS * seconds) // level)
                with self.meter() as meter:
                    await all_calls(times)
                self.tell(meter.figures(times * level))

        self.run(measurement, route, limit)

    def fan_out(self) -> None:
        """Make a large number of calls, FAN_OUT at a time, each with a question of its own."""

        async def measurement(client: Client) -> None:
            many = _offered(client.many)
            await many(2 * FAN_OUT)
            for _ in self.turns():
                with self.meter() as meter:
                    answered = await many(self.level)
                if answered != self.level:
                    raise ValueError(f"{answered} calls were answered, of {self.level}")
                self.tell(meter.figures(self.level))

        self.run(measurement, "call", limit=FAN_OUT)

    # ── memory ──────────────────────────────────────────────────────────────────────────────────────────────────

    def memory(self) -> None:
        """See what a call in flight holds: how far the process has grown when the server has `level` requests."""
        level = self.level

        async def measurement(client: Client) -> Figures:
            warm_up = asyncio.ensure_future(client.ask())
            await self._held(1)
            gc.collect()
            before, objects = resident_bytes(), len(gc.get_objects())
            calls = [asyncio.ensure_future(client.ask()) for _ in range(level)]
            await self._held(1 + level)
            grown = resident_bytes() - before
            tracked = len(gc.get_objects()) - objects
            await asyncio.gather(client.ask(), warm_up, *calls)  # one more is what the server waits for
            return {"bytes": grown / level, "tracked_objects": tracked / level, "count": level}

        for _ in self.turns():
            self.tell(self.run(measurement, f"hold-{level + 2}", limit=0))

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

    def client_memory(self) -> None:
        """See what each of `level` more clients holds that has made a call, when one has made some."""
        level = self.level

        async def main() -> Figures:
            make = OPENAI[self.contender]
            async with make(f"{self.url}/call") as first:
                await first.chat()
                gc.collect()
                before = resident_bytes()
                kept = [make(f"{self.url}/call") for _ in range(level)]
                for manager in kept:
                    await (await manager.__aenter__()).chat()
                gc.collect()
                grown = resident_bytes() - before
                for manager in kept:
                    await manager.__aexit__(None, None, None)
            return {"bytes": grown / level, "count": level}

        for _ in self.turns():
            self.tell(self._in_loop(main))

    def chunk_memory(self) -> None:
        """See what each of `level` chunks holds that are kept."""
        level = self.level

        async def measurement(client: OpenAIClient) -> Figures:
            await client.chat_events()
            gc.collect()
            chunks: list[Any] = []
            before = resident_bytes()
            while len(chunks) < level:
                await client.keep(chunks)
            gc.collect()
            return {"bytes": (resident_bytes() - before) / len(chunks), "count": len(chunks)}

        for _ in self.turns():
            self.tell(self.run_openai(measurement, "events"))

    def first_use(self) -> None:
        """Make the first call of a route, on a connection that is open."""

        async def measurement(client: OpenAIClient) -> Figures:
            for _ in range(3):
                await client.models()
            gc.collect()
            with self.meter() as meter:
                await (client.chat() if self.race.part == "chat" else client.response())
            return meter.figures(1)

        for _ in self.turns():
            self.tell(self.run_openai(measurement))

    def first_answer(self) -> None:
        """Import the library, make a client and the first call, where aiohttp is imported already."""
        importlib.import_module("aiohttp")

        async def main() -> Figures:
            gc.collect()
            with self.meter() as meter:
                async with OPENAI[self.contender](f"{self.url}/call") as client:
                    await (client.chat() if self.race.part == "chat" else client.response())
            return meter.figures(1)

        for _ in self.turns():
            self.tell(self._in_loop(main))

    # ── blocking ────────────────────────────────────────────────────────────────────────────────────────────────

    def blocking(self) -> None:
        """Make calls by the blocking client from `level` threads, which share it."""
        threads = self.race.level
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
                running = [threading.Thread(target=calls, args=(end, done)) for _ in range(threads)]
                for thread in running:
                    thread.start()
                for thread in running:
                    thread.join()
                if len(done) < threads:
                    raise RuntimeError("a thread has failed")
                return sum(done)

            all_calls(WARM_UP_SECONDS)
            for seconds in self.turns():
                all_calls(seconds / AGAIN_SHARE)
                with self.meter() as meter:
                    count = all_calls(seconds)
                self.tell(meter.figures(count))


MEASUREMENTS: dict[str, Callable[[Bench], None]] = {
    race.measurement: getattr(Bench, race.measurement) for race in BY_NAME.values() if race.measurement != "import"
}


def _uvloop() -> asyncio.AbstractEventLoop:
    import uvloop

    return uvloop.new_event_loop()


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


def _check(answer: str) -> None:
    if answer != ANSWER:
        raise ValueError(f"a wrong answer: {answer!r}")


def _offered(function: T | None) -> T:
    if function is None:
        raise ValueError("this contender does not do that")
    return function


def _counted(read: Callable[[], Awaitable[int]] | None, expected: int) -> Callable[[], Awaitable[None]]:
    async def counted() -> None:
        count = await _offered(read)()
        if count != expected:
            raise ValueError(f"{count} events came, of {expected}")

    return counted


def _percentiles(times: list[float], scale: float) -> Figures:
    return {
        "p50_us": scale * statistics.median(times),
        "p95_us": scale * statistics.quantiles(times, n=20)[-1],
    }


def main() -> None:
    """Print what each turn has found, in each race."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("contender")
    parser.add_argument("races", nargs="+", choices=BY_NAME, metavar="race", help=", ".join(BY_NAME))
    parser.add_argument("--url", required=True, help="the server, without a path")
    parser.add_argument("--turns", type=int, default=1, help="in each race, unless they are led")
    parser.add_argument("--seconds", type=float, default=1.5, help="of a turn, unless they are led")
    parser.add_argument("--led", action="store_true", help="a line of stdin begins a turn of so many seconds")
    parser.add_argument("--server", type=int, default=0, help="the server's process id")
    parser.add_argument("--core", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a tenth of the calls, where their number is fixed")
    options = parser.parse_args()
    raise_open_files()
    # glibc gives large blocks back to the system, and fetches them anew for every read of a socket, until a larger one
    # has been freed. Whether one has is luck, and worth a fifth; so all contenders begin after one.
    bytes(ALLOCATOR_BYTES)
    for name in options.races:
        race = BY_NAME[name]
        if options.led and not sys.stdin.readline():
            return
        MEASUREMENTS[race.measurement](Bench(options.contender, race, options))


if __name__ == "__main__":
    main()
