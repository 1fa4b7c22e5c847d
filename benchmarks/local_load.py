"""The embedded server with 100,000 messages: indexing, searching, streaming and removing, each figure beside its goal.

Run ``python benchmarks/local_load.py``; with ``--strict`` it exits with 1 where a goal is missed. It needs the real
input (``AIGPT_DATA``, see CONTRIBUTING.md), about 1.5 GiB of disk, and some minutes. The mailbox is the real one,
repeated with other Message-IDs. The server is a process of its own, and so are the clients. Beside the delays of its
event loop stand what an event loop without any work met with in the same time, so much of it is the machine's, and the
CPU time of the delayed thread, so much of it is the server's.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Self

import aiohttp
import machine

from aigpt.local import LocalServer

IDS = re.compile(rb"(?im)^(message-id|in-reply-to|references):(.*(?:\n[ \t].*)*)")
SUBJECT = re.compile(rb"(?im)^subject:[ \t]*(?:re:[ \t]*)*(\S.*)$")
MAPPING = re.compile(r"(?m)^[0-9a-f]+-[0-9a-f]+ .*(?:\n.*){1,4}?\nPss: +(?P<size>\d+) kB$")
USER = "me"
TICK = 0.002  # seconds between looks at the clock
IN_FLIGHT = 32
STREAMS = 100
QUERIES = 300
IMPORTED = 2.0  # seconds after its start in which a reader imports, beside its work, what only some questions need


@dataclass(frozen=True)
class Figure:
    """One line of the report; a missing *goal* makes it only information."""

    what: str
    value: float
    unit: str
    goal: str = ""
    met: bool = True

    def __str__(self) -> str:
        """Return the line."""
        verdict = f"   goal {self.goal}: {'met' if self.met else 'MISSED'}" if self.goal else ""
        return f"{self.what:<62} {self.value:>9,.1f} {self.unit:<10}{verdict}"


def at_most(what: str, value: float, unit: str, goal: float) -> Figure:
    """Return a figure that should not exceed *goal*."""
    return Figure(what, value, unit, f"≤ {goal:,g}", value <= goal)


def at_least(what: str, value: float, unit: str, goal: float) -> Figure:
    """Return a figure that should reach *goal*."""
    return Figure(what, value, unit, f"≥ {goal:,g}", value >= goal)


def main() -> None:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a goal is missed")
    parser.add_argument("--serve", nargs="*", type=Path, help=argparse.SUPPRESS)  # the server's process: DB, mailboxes
    parser.add_argument("--pin", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        if options.pin:
            machine.pin(0)
        asyncio.run(serve(*options.serve))
        return
    mailbox = machine.real_data() / "mailbox.mbox"
    about = machine.describe()
    print(f"{about['date']}, {about['machine']}, Python {about['python']}")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for figure in measure(Path(folder), mailbox.read_bytes(), options.messages):
            print(figure, flush=True)
            missed += not figure.met
    sys.exit(1 if missed and options.strict else 0)


def measure(folder: Path, data: bytes, count: int) -> Iterator[Figure]:
    """Yield all figures of *count* messages made of a mailbox's *data*."""
    big, other, database = folder / "big.mbox", folder / "other.mbox", folder / "index.db"
    made = make(big, data, count)
    make(other, data, max(2_500, count // 10), first=10_000)
    with Server() as idle, Server(database, big, pinned=True) as server:
        seconds = server.index()
        yield at_least(f"indexing {made:,} messages, one core left free", made / seconds, "messages/s", 500)
        yield at_most("peak memory of its processes meanwhile", server.peak(), "MiB", 200)
        yield from delays(server, idle)
    yield Figure("the database", database.stat().st_size / 2**20, "MiB")
    subjects = sorted({match[1].strip().decode("latin-1") for match in SUBJECT.finditer(data)})
    with Server() as idle, Server(database, big) as server:
        server.index()
        yield from asyncio.run(searching(server, subjects))
        yield from delays(server, idle)
    with Server() as idle, Server(database, big, other) as server:
        yield from asyncio.run(all_at_once(server, subjects))
        yield from delays(server, idle)
        yield at_most("peak memory of its processes meanwhile", server.peak(), "MiB", 200)


def delays(server: Server, idle: Server) -> Iterator[Figure]:
    """Yield how long the event loop was held up, and one without any work."""
    delay, held = server.delay()
    yield at_most("longest delay of the event loop meanwhile", delay, "ms", 50)
    yield Figure("  of an event loop without any work", idle.delay()[0], "ms")
    yield at_most("most CPU time of the event loop between two looks at it", held, "ms", 50)


def make(path: Path, data: bytes, count: int, first: int = 0) -> int:
    """Write *data*, an mbox, again and again until it has about *count* messages; return how many it has."""
    each = len(re.findall(rb"(?m)^From .*\d\d:\d\d", data))
    rounds = max(1, round(count / each))
    with path.open("wb") as file:
        for number in range(first, first + rounds):
            file.write(IDS.sub(lambda found, n=number: renamed(found, n), data))
    return rounds * each


def renamed(found: re.Match[bytes], number: int) -> bytes:
    """Return a header with its Message-IDs changed."""
    return found[1] + b":" + found[2].replace(b"<", b"<%d." % number)


# ── the server's process ────────────────────────────────────────────────────────────────────────────────────────────


async def serve(database: Path | None = None, *mailboxes: Path) -> None:
    """Run the server, or without a database nothing; answer each line of stdin with a line of JSON."""
    delays = [0.0, 0.0]
    watching = asyncio.create_task(watch(delays))
    async with contextlib.AsyncExitStack() as stack:
        server = None
        if database is not None:
            server = await stack.enter_async_context(LocalServer(mailboxes, user=USER, db=database, port=0))
        say(url=server.url if server else "")
        while line := await asyncio.to_thread(sys.stdin.readline):
            if line.strip() == "indexed" and server:
                await server.indexed()
            say(delay=delays)
            delays[:] = [0.0, 0.0]
    watching.cancel()


async def watch(delays: list[float]) -> None:
    """Note by how much later than asked for the event loop comes back, and how long its thread was at work."""
    while True:
        asked, worked = time.perf_counter(), time.thread_time()
        await asyncio.sleep(TICK)
        delays[0] = max(delays[0], time.perf_counter() - asked - TICK)
        delays[1] = max(delays[1], time.thread_time() - worked)


def say(**what: Any) -> None:
    """Print one line of JSON."""
    print(json.dumps(what), flush=True)


class Server:
    """The server's process, seen from outside."""

    def __init__(self, *paths: Path, pinned: bool = False) -> None:
        options = ["--pin"] if pinned else []
        self.process = subprocess.Popen(
            [sys.executable, __file__, *options, "--serve", *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url: str = self._hear()["url"]
        self._peak = 0
        self._delay = [0.0, 0.0]
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._looking.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._looking.join()
        self.process.communicate(timeout=60)

    def index(self) -> float:
        """Wait until all is indexed; return the seconds from now."""
        started = time.perf_counter()
        self._ask("indexed")
        self._delay = self._hear()["delay"]
        return time.perf_counter() - started

    def delay(self) -> tuple[float, float]:
        """Return the longest delay of the event loop since this was last asked, and CPU time of it, in milliseconds."""
        self._ask("delay")
        delay, held = map(max, self._delay, self._hear()["delay"])
        self._delay = [0.0, 0.0]
        return 1000 * delay, 1000 * held

    def cpu(self) -> float:
        """Return the CPU seconds that its processes have used so far."""
        ticks = 0
        for pid in (self.process.pid, *children(self.process.pid)):
            with contextlib.suppress(OSError):
                fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """Return the memory that its processes had at most together, in MiB: see `_memory`."""
        return self._peak / 2**20

    def _look(self) -> None:
        while not self._ended.wait(0.2):
            processes = (self.process.pid, *children(self.process.pid))
            self._peak = max(self._peak, sum(map(memory, processes)))

    def _ask(self, what: str) -> None:
        assert self.process.stdin is not None  # noqa: S101 (it was asked for)
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()

    def _hear(self) -> Any:
        assert self.process.stdout is not None  # noqa: S101 (it was asked for)
        return json.loads(self.process.stdout.readline())


def memory(pid: int) -> int:
    """Return the memory of a process in bytes, without what it has mapped of the database's file; 0 if it has ended.

    That is the system's page cache: all processes share it, and the system takes it back when it is short. Of other
    pages that processes share, such as those of Python itself, each counts its part.
    """
    try:
        mappings = Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8")
    except OSError:
        return 0
    sizes = (int(found["size"]) for found in MAPPING.finditer(mappings) if ".db" not in found[0].partition("\n")[0])
    return 1024 * sum(sizes)


def children(pid: int) -> list[int]:
    """Return the processes that *pid* started."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, path.read_text(encoding="ascii").split())
    return found


# ── the clients ─────────────────────────────────────────────────────────────────────────────────────────────────────


class Client:
    """Speaks to the server."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def post(self, route: str, **body: Any) -> Any:
        """Return the reply's object; raise where it holds an error."""
        async with self.session.post(f"{self.url}/{route}", json={"user": USER, **body}) as response:
            reply = await response.json()
        if "error" in reply:
            raise RuntimeError(f"{route}: {reply['error']}")
        return reply

    async def first_text(self, question: str) -> tuple[float, bool]:
        """Stream a run; return the seconds to its first text, and whether it came whole."""
        started, first, last = time.perf_counter(), 0.0, b""
        body = {"user": USER, "input": question, "stream": True}
        async with self.session.post(f"{self.url}/recall/run", json=body) as response:
            async for line in response.content:
                if not first and b"run.output_text.delta" in line:
                    first = time.perf_counter() - started
                last = line.strip() or last
        return first, b'"run.done"' in last


@contextlib.asynccontextmanager
async def client(url: str) -> AsyncIterator[Client]:
    """Open connections enough."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, headers={"Authorization": "Bearer any"}) as session:
        yield Client(session, url)


async def timed_searches(speaker: Client, queries: Sequence[str], in_flight: int) -> tuple[list[float], float]:
    """Search for all *queries*; return the seconds each took, and all together."""
    times: list[float] = []
    left = iter(queries)

    async def work() -> None:
        for query in left:
            started = time.perf_counter()
            await speaker.post("recall/search", query=query)
            times.append(time.perf_counter() - started)

    started = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(in_flight)))
    return times, time.perf_counter() - started


async def searching(server: Server, subjects: Sequence[str]) -> list[Figure]:
    """Measure searches one by one and many at a time, and the first text of runs."""
    some = random.Random(1).sample(subjects, min(QUERIES, len(subjects)))  # noqa: S311 (not a secret)
    async with client(server.url) as speaker:
        await asyncio.sleep(IMPORTED)
        await timed_searches(speaker, some[:50], 1)
        times, _ = await timed_searches(speaker, some, 1)
        percent = quantiles(times, n=100)
        queries = some * 5
        before = server.cpu()
        _, seconds = await timed_searches(speaker, queries, IN_FLIGHT)
        used = (server.cpu() - before) / len(queries)
        firsts = [await speaker.first_text(query) for query in some[:100]]
    return [
        at_most("search, one at a time, by the subjects of messages: p50", 1000 * median(times), "ms", 6),
        at_most("search, one at a time, by the subjects of messages: p99", 1000 * percent[98], "ms", 60),
        at_least(f"searches, {IN_FLIGHT} in flight", len(queries) / seconds, "searches/s", 300),
        Figure("  CPU time of one of them, all processes of the server", 1000 * used, "ms"),
        at_most("first text of a streamed run: median", 1000 * median(first for first, _ in firsts), "ms", 50),
    ]


async def all_at_once(server: Server, subjects: Sequence[str]) -> list[Figure]:
    """Stream 100 runs at once and remove the datasource, while that is being indexed."""
    async with client(server.url) as speaker:
        questions = [subjects[number % len(subjects)] for number in range(STREAMS)]
        streams = await asyncio.gather(*map(speaker.first_text, questions))
        listed = (await speaker.post("datasources/list"))["datasources"]
        other = next(source for source in listed if source["title"] == "other.mbox")
        started = time.perf_counter()
        removing = asyncio.create_task(speaker.post("datasources/disconnect", id=other["id"]))
        times: list[float] = []
        while not removing.done():
            times += (await timed_searches(speaker, questions[:5], 1))[0]
        await removing
        removed = time.perf_counter() - started
    return [
        at_least(f"of {STREAMS} streams at once while indexing: whole", sum(map(itemgetter(1), streams)), "", STREAMS),
        Figure("first text of these: median", 1000 * median(first for first, _ in streams), "ms"),
        Figure(f"removing a datasource that is being indexed ({other['subtitle']})", removed, "s"),
        Figure("slowest search while it is removed", 1000 * max(times), "ms"),
    ]


if __name__ == "__main__":
    main()
