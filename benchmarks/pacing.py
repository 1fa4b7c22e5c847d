"""How well `fan_out` finds and keeps the pace of a server, over loopback.

    python benchmarks/pacing.py [rate] [pause] [auto] [adaptive] [--quick]

- rate: `rate=200` and `rate=600`, alone and beside two processes that keep the cores busy. Goals: 95 % of the rate, and
  at most 1.05 times the rate and one more in any second.
- pause: 600 calls to a server that takes 20 per second and answers 429 with ``Retry-After: 1`` to more. Goals: 33 s,
  less than a tenth of the calls refused twice.
- auto: `rate="auto"` against token buckets, 30 s each. Goals: 85 % of what the server takes, under 3 % answered 429.
- adaptive: `Adaptive(1, 500)`, 20 s each, against servers that take a number of calls at once and answer 429 to more.
  Goals: 90 % of what the best fixed number reaches, several clients added up; under 3 % answered
  429 for one, where calls are many and the server stays as it is.

--quick measures a few of each, all at the same time, in 40 seconds, as `make bench` does.

The server is a process of its own; the slower settings of adaptive run at the same time. Rows marked - have no goal:
there it takes most of the run to find out, or each refusal costs a second's pause. Exits with 1 if a goal is missed.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import uvloop

from aigpt import Adaptive, AsyncIGPT, fan_out

Pace = Any  # a number, "auto" or None

HEAD = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n%s"
REQUEST = re.compile(rb"POST /(\d+)/", re.IGNORECASE)
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
CALL = re.compile(rb"idempotency-key: (\S+)", re.IGNORECASE)
ENOUGH = 10**9


# ── the server ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Kind:
    """What a server takes: so many *at_once*, or *rate* per second and *burst* after a rest. *service* in seconds."""

    at_once: int = ENOUGH
    rate: float = 1e9
    burst: float = 1e9
    service: float = 0.02
    retry_after: str = ""
    later: float = 0.0
    """What it takes after half of *seconds*, instead of *at_once* or *rate*."""
    seconds: float = 20.0


class Place:
    """One simulated server, at a path of its own."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.under_way = 0
        self.begun: list[float] = []
        self.refused: Counter[bytes] = Counter()
        self._tokens, self._at = kind.burst, time.monotonic()

    def accepts(self) -> bool:
        """Count a call; return whether it is accepted."""
        kind, now = self.kind, time.monotonic()
        self.begun.append(now)
        changed = kind.later and now - self.begun[0] > kind.seconds / 2
        rate, at_once = kind.rate, kind.at_once
        if changed:
            rate, at_once = (rate, int(kind.later)) if at_once < ENOUGH else (kind.later, at_once)
        self._tokens = min(kind.burst, self._tokens + (now - self._at) * rate)
        self._at = now
        if self._tokens < 1 or self.under_way >= at_once:
            return False
        self._tokens -= 1
        return True

    def figures(self) -> dict[str, float]:
        """Return what happened so far."""
        begun, refused = self.begun, self.refused.total()
        return {
            "begun": len(begun),
            "accepted": len(begun) - refused,
            "refused": refused,
            "refused_twice": sum(number > 1 for number in self.refused.values()),
            "seconds": begun[-1] - begun[0],
        }


class Connection(asyncio.Protocol):
    """Answers each request by the rules of the place that its path names."""

    def __init__(self, places: list[Place]) -> None:
        self._places = places
        self._data = b""

    def connection_made(self, transport: Any) -> None:
        """Keep the transport."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is whole."""
        self._data += data
        while (end := self._data.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self._data, 0, end)
            rest = end + 4 + (int(length[1]) if length else 0)
            if len(self._data) < rest:
                return
            self._answer(self._data[:end])
            self._data = self._data[rest:]

    def _answer(self, head: bytes) -> None:
        named = REQUEST.match(head)
        if named is None:
            body = json.dumps([place.figures() if place.begun else None for place in self._places]).encode()
            self._transport.write(HEAD % (b"200 OK", b"", len(body), body))
            return
        place, call = self._places[int(named[1])], CALL.search(head)
        if place.accepts():
            place.under_way += 1
            asyncio.get_running_loop().call_later(place.kind.service, self._late, place)
            return
        place.refused[call[1] if call else b""] += 1
        wait = f"Retry-After: {place.kind.retry_after}\r\n" if place.kind.retry_after else ""
        self._transport.write(HEAD % (b"429 Too Many Requests", wait.encode(), 2, b"{}"))

    def _late(self, place: Place) -> None:
        place.under_way -= 1
        self._transport.write(HEAD % (b"200 OK", b"", 15, b'{"output": "."}'))


async def serve(kinds: list[Kind]) -> None:
    """Serve until killed; the first line of stdout is the URL."""
    places = [Place(kind) for kind in kinds]
    server = await asyncio.get_running_loop().create_server(lambda: Connection(places), "127.0.0.1", 0, backlog=4096)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


@asynccontextmanager
async def serving(kinds: list[Kind]) -> AsyncIterator[str]:
    """Run the server as a process, and give its URL."""
    command = [sys.executable, __file__, "--serve", json.dumps([vars(kind) for kind in kinds])]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    try:
        yield (await process.stdout.readline()).decode().strip() if process.stdout else ""
    finally:
        process.kill()
        await process.wait()


# ── the client ──────────────────────────────────────────────────────────────────────────────────────────────────


def questions(calls: int, begun: list[float]) -> Iterator[str]:
    """Give so many questions, and note when each is taken: its call begins then."""
    for number in range(calls):
        begun.append(time.monotonic())
        yield f"question {number}"


async def call(url: str, calls: int, seconds: float, concurrency: int | Adaptive, rate: Pace) -> list[float]:
    """Make so many calls, or as many as so many seconds allow; return when each began."""
    begun: list[float] = []
    async with (
        AsyncIGPT("k", user="u", base_url=url, max_connections=0, max_retries=20) as igpt,
        fan_out(igpt.recall.ask, questions(calls, begun), concurrency=concurrency, rate=rate) as outcomes,
    ):
        asyncio.get_running_loop().call_later(seconds, outcomes.stop)
        async for outcome in outcomes:
            if not outcome.ok:
                sys.exit(f"a call failed: {outcome.exception!r}")
    return begun


async def measure(
    kinds: list[Kind],
    *,
    clients: list[int] | None = None,
    concurrency: list[int] | None = None,
    rate: Pace = None,
    calls: int = ENOUGH,
) -> list[dict[str, float]]:
    """Return the figures of all *kinds* of servers, each used at the same time; `Adaptive` where no *concurrency*."""
    async with serving(kinds) as url:
        runs = [
            call(f"{url}/{place}", calls, kind.seconds, concurrency[place] if concurrency else Adaptive(1, 500), rate)
            for place, kind in enumerate(kinds)
            for _ in range(clients[place] if clients else 1)
        ]
        await asyncio.gather(*runs)
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            figures: list[dict[str, float]] = await response.json()
            return figures


def most_in_a_second(begun: list[float]) -> int:
    """Return the most calls that began in any second."""
    return max(bisect_left(begun, moment + 1) - number for number, moment in enumerate(begun))


@asynccontextmanager
async def busy_machine(processes: int) -> AsyncIterator[None]:
    """Keep the cores busy with so many processes."""
    command = [sys.executable, "-c", "while True: pass"]
    others = [await asyncio.create_subprocess_exec(*command) for _ in range(processes)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            await other.wait()


# ── the measurements: each prints lines and says whether its goals are met ──────────────────────────────────────


async def rates(*, quick: bool) -> list[bool]:
    """Measure rates that are numbers."""
    met = []
    for busy in (0,) if quick else (0, 2):
        for rate in (200,) if quick else (200, 600):
            async with busy_machine(busy):
                kind = Kind(seconds=6.0 if quick else 20.0)
                async with serving([kind]) as url:
                    begun = await call(f"{url}/0", ENOUGH, kind.seconds, 200, rate)
            share, bound = len(begun) / (begun[-1] - begun[0]) / rate, 1.05 * rate + 1
            most = most_in_a_second(begun)
            print(
                f"rate      {rate}/s{' on a busy machine' if busy else ''}: {share * rate:,.1f}/s "
                f"(goal {0.95 * rate:.0f}), at most {most} in a second (goal {bound:.0f})"
            )
            met += [share >= 0.95, most <= bound]  # noqa: PLR2004 (the goals, as printed)
    return met


async def pauses(*, quick: bool) -> list[bool]:
    """Measure calls that resume after a Retry-After."""
    calls = 200 if quick else 600
    names = ("20 saved up", "60 saved up", "1 s of service")
    kinds = [Kind(rate=20, burst=burst, retry_after="1", seconds=300) for burst in (20, 60)]
    kinds.append(Kind(rate=20, burst=20, service=1.0, retry_after="1", seconds=300))
    met = []
    for name, found in zip(names, await measure(kinds, concurrency=[32, 32, 64], calls=calls), strict=True):
        most, twice = 33 * calls / 600, 100 * found["refused_twice"] / calls
        print(
            f"pause     {calls} calls, 20/s, {name}: {found['seconds']:.1f} s (goal {most:.0f}), "
            f"{found['refused']:.0f} refused, {twice:.1f} % twice (goal 10)"
        )
        met += [found["seconds"] <= most, twice < 10]  # noqa: PLR2004 (the goals, as printed)
    return met


async def auto(*, quick: bool) -> list[bool]:
    """Measure `rate="auto"`."""
    seconds = 30.0
    table = [
        (Kind(rate=200, burst=200, seconds=seconds), 1, True),
        (Kind(rate=200, burst=40, seconds=seconds), 1, True),
        (Kind(rate=200, burst=200, retry_after="1", seconds=seconds), 1, True),
        (Kind(rate=200, burst=40, retry_after="1", seconds=seconds), 1, False),
        (Kind(rate=50, burst=50, retry_after="1", seconds=seconds), 1, True),
        (Kind(rate=200, burst=200, service=1.0, retry_after="1", seconds=seconds), 1, True),
        (Kind(rate=200, burst=200, seconds=seconds), 2, True),
        (Kind(rate=200, burst=100, later=100, seconds=seconds), 1, True),
    ]
    if quick:
        table = table[:1]
    met: list[bool] = []
    for kind, number, has_goal in table:
        (figures,) = await measure([kind], clients=[number], concurrency=[400], rate="auto")
        most = seconds * (kind.rate + (kind.later or kind.rate)) / 2
        share, refused = 100 * figures["accepted"] / most, 100 * figures["refused"] / figures["begun"]
        goal = [share >= 85, refused < 3] if has_goal else []  # noqa: PLR2004 (the goals, as printed)
        met += goal
        change = f" then {kind.later:.0f}" if kind.later else ""
        print(
            f"auto      {kind.rate:.0f}{change}/s, {kind.burst:.0f} saved up, {kind.service:g} s of service, "
            f"Retry-After {kind.retry_after or '-'}, {number} clients: {share:.0f} % (goal {'85' if goal else '-'}), "
            f"{refused:.2f} % answered 429 (goal {'3' if goal else '-'})"
        )
    return met


async def adaptive(*, quick: bool) -> list[bool]:
    """Measure `Adaptive` beside fixed numbers."""
    light = [
        (Kind(50, service=0.1), 1, True),
        (Kind(50, service=0.5), 1, True),
        (Kind(50, service=2.0), 1, True),
        (Kind(5, service=0.1), 1, True),
        (Kind(20, service=0.2), 1, True),
        (Kind(150, service=1.0), 1, False),
        (Kind(400, service=2.0), 1, False),
        (Kind(50, service=0.5), 2, True),
        (Kind(50, service=0.5), 3, True),
        (Kind(50, service=0.5, later=20), 1, True),
        (Kind(20, service=0.2, later=50), 1, True),
    ]
    heavy = [
        (Kind(50, service=0.02), 1, True),
        (Kind(50, service=0.05), 2, True),
        (Kind(5, service=0.005), 1, True),
        (Kind(150, service=0.1), 1, True),
        (Kind(400, service=0.2), 1, True),
    ]
    met: list[bool] = []
    for table in [light[:2]] if quick else [light, *([row] for row in heavy)]:
        kinds, clients, _ = zip(*table, strict=True)
        found = await measure(list(kinds), clients=list(clients))
        best = await measure(list(kinds), concurrency=[max(kind.at_once, int(kind.later)) for kind in kinds])
        for (kind, number, has_goal), mine, fixed in zip(table, found, best, strict=True):
            share = 100 * mine["accepted"] / fixed["accepted"]
            refused = 100 * mine["refused"] / mine["begun"]
            is_steady = has_goal and number == 1 and not kind.later and kind.service < 1
            goal = [share >= 90, refused < 3 or not is_steady] if has_goal else []  # noqa: PLR2004 (the goals, as printed)
            met += goal
            change = f" then {kind.later:.0f}" if kind.later else ""
            print(
                f"adaptive  {kind.at_once}{change} at once, {kind.service:g} s of service, {number} clients: "
                f"{mine['accepted'] / kind.seconds:,.0f}/s, fixed {fixed['accepted'] / kind.seconds:,.0f}/s: "
                f"{share:.0f} % (goal {'90' if goal else '-'}), {refused:.2f} % answered 429 "
                f"(goal {'3' if is_steady else '-'})"
            )
    return met


def wanted(arguments: list[str]) -> Iterator[Any]:
    """Give the measurements that *arguments* name, or all."""
    named = [argument for argument in arguments if argument != "--quick"]
    for name, measurement in {"rate": rates, "pause": pauses, "auto": auto, "adaptive": adaptive}.items():
        if not named or name in named:
            yield measurement


async def run(measurements: list[Any], *, quick: bool) -> bool:
    """Run *measurements*, at the same time if *quick*: then each makes few calls. Return whether all goals are met."""
    if quick:
        found = await asyncio.gather(*(measurement(quick=True) for measurement in measurements))
    else:
        found = [await measurement(quick=False) for measurement in measurements]
    return all(goal for met in found for goal in met)


def main() -> None:
    """Run what the arguments name."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--serve"]:
        uvloop.run(serve([Kind(**kind) for kind in json.loads(arguments[1])]))
    quick = "--quick" in arguments
    sys.exit(0 if asyncio.run(run(list(wanted(arguments)), quick=quick)) else 1)


if __name__ == "__main__":
    main()
