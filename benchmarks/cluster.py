"""Speed and memory of bulk runs on a Ray cluster of nodes on this machine.

    .venv-scale/bin/python benchmarks/cluster.py speed                   # rows a second, beside the local engine
    .venv-scale/bin/python benchmarks/cluster.py driver --shards 100000  # memory of a driver with so many shards
    .venv-scale/bin/python benchmarks/cluster.py worker --instant        # memory of a worker, of 1,000,000 calls

The server answers after 150 ms, in a process of its own, as is the cluster where memory is measured. Each prints
whether its goal is met, and ends with 1 where it is not. See benchmarks/cluster_kills.py for what dies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "scale"), str(ROOT / "tests")]

from local_cluster import local_cluster  # noqa: E402 (after the line above, as are all)

from aigpt import AsyncIGPT  # noqa: E402
from aigpt._http.cancellation import cancel_and_wait  # noqa: E402
from aigpt.bulk import ShardedRun  # noqa: E402
from aigpt.bulk.shard_worker import Progress, ShardResult  # noqa: E402
from aigpt.bulk.shards import Shard  # noqa: E402

LEAST_OF_LOCAL, LONGEST_START = 0.8, 10.0
MOST_OF_DRIVER = 200.0  # MB
FIRST_ROWS, MOST_GROWTH = 100_000, 1.1
DELAY = 0.15
_PATH = f"import sys; sys.path[:0] = {sys.path[:3]!r}"
SERVER = f"""
{_PATH}
from limited_server import LimitedServer
with LimitedServer(delay={DELAY}) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""
CLUSTER = f"""
{_PATH}
from local_cluster import local_cluster
with local_cluster(1) as cluster:
    print(cluster.address, flush=True)
    sys.stdin.read()
"""


def memory() -> float:
    """Return the memory of this process in MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def most_memory() -> float:
    """Return the most memory that this process has had, in MB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None  # noqa: S101 (Linux has it)
    return int(found[1]) * 1024 / 1e6


def write_rows(path: Path, rows: int) -> Path:
    """Write an input."""
    import pyarrow as pa  # noqa: PLC0415 (what is measured loads what it needs itself)
    import pyarrow.parquet as pq  # noqa: PLC0415

    pq.write_table(pa.table({"input": [f"question {i}" for i in range(rows)]}), path)
    return path


@contextmanager
def printing(code: str) -> Generator[str]:
    """Run *code* in a process of its own, and give the line that it prints; it ends with its standard input."""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 (it is a pipe)
        yield process.stdout.readline().strip()


def says(what: str, *, is_met: bool) -> bool:
    """Print what has become of a goal."""
    print(f"{what}: {'met' if is_met else 'MISSED'}", flush=True)
    return is_met


async def timed(run: ShardedRun) -> dict[str, float]:
    """Return when the first row came, and the rows a second after it."""
    began, first = time.monotonic(), 0.0

    async def watch() -> None:
        nonlocal first
        while not run.done:  # noqa: ASYNC110 (it tells nobody)
            await asyncio.sleep(0.01)
        first = time.monotonic() - began

    watching = asyncio.create_task(watch())
    result = await run
    await watching
    seconds = time.monotonic() - began - first
    return {"start": round(first, 1), "rows_per_second": round(result.answered / seconds, 1)}


async def speed(url: str, place: Path, options: argparse.Namespace) -> bool:
    """Print the rows a second of both engines."""
    source = write_rows(place / "q.parquet", options.rows)
    async with AsyncIGPT("k", user="u", base_url=url, max_connections=1000) as igpt:
        here = await timed(ShardedRun(igpt, "ask", source, place / "here", concurrency=options.concurrency))
        print(json.dumps({"engine": "local", **here}), flush=True)
        with local_cluster(options.nodes) as cluster:
            each = options.concurrency // options.nodes
            run = ShardedRun(
                igpt, "ask", source, place / "there", engine="ray", address=cluster.address, concurrency=each
            )
            there = await timed(run)
            print(json.dumps({"engine": "ray", "nodes": options.nodes, **there}), flush=True)
    share = there["rows_per_second"] / here["rows_per_second"]
    start = there["start"]
    what = f"ray has {share:.0%} of the local engine, at least {LEAST_OF_LOCAL:.0%}"
    is_fast = says(what, is_met=share >= LEAST_OF_LOCAL)
    return says(f"it starts in {start} s, at most {LONGEST_START:.0f}", is_met=start <= LONGEST_START) and is_fast


class _Instant:
    """Workers that have answered each shard at once."""

    def __init__(self, address: str) -> None:
        self.place: str | None = address

    async def connect(self) -> None:
        from aigpt.bulk.ray_workers import connect  # noqa: PLC0415 (slow)

        connect(self.place)

    def numbers(self) -> Collection[int]:
        return range(8)

    async def start(self) -> None: ...

    async def tend(self) -> None: ...

    async def run(self, worker: int, shard: Shard) -> ShardResult:  # noqa: ARG002 (as workers have it)
        return ShardResult(is_done=True, rows=shard.rows)

    async def progress(self) -> list[Progress]:
        return []

    async def stop(self, why: str) -> None: ...

    async def close(self, *, at_once: bool) -> None: ...


async def drive(url: str, source: Path, address: str) -> None:
    """Print the memory of a driver, which this process is, whose workers take no time."""
    began, before = time.monotonic(), memory()
    async with AsyncIGPT("k", user="u", base_url=url) as igpt:
        run = ShardedRun(igpt, "ask", source, source.parent / "out", engine="ray", address=address, shard_rows=1)
        run._workers = _Instant(address)  # noqa: SLF001 (what is measured is the driver)
        await run
    most, seconds = most_memory(), time.monotonic() - began
    found = {"shards": run.shards[1], "before_mb": round(before, 1), "most_mb": round(most, 1)}
    print(json.dumps({**found, "seconds": round(seconds, 1)}), flush=True)
    if not says(f"a driver has {most:.0f} MB, at most {MOST_OF_DRIVER:.0f}", is_met=most <= MOST_OF_DRIVER):
        sys.exit(1)


async def _at_once(input: str, **_: object) -> dict[str, str]:
    await asyncio.sleep(0)
    return {"output": input}


async def work(url: str, source: Path, options: argparse.Namespace) -> None:
    """Print the memory of this process, which is driver and worker, of a run without a cluster."""
    first = min(FIRST_ROWS, options.rows // 2)
    peaks: list[float] = []
    async with AsyncIGPT("k", user="u", base_url=url, max_connections=1000) as igpt:
        if options.instant:
            igpt.recall.ask = _at_once  # type: ignore[method-assign]
        run = ShardedRun(igpt, "ask", source, source.parent / "out", concurrency=options.concurrency)

        async def watch() -> None:
            end = time.monotonic() + options.seconds
            until = 0
            while True:
                until += first
                peaks.append(memory())
                while run.done < until:
                    await asyncio.sleep(0.05)
                    peaks[-1] = max(peaks[-1], memory())
                    if time.monotonic() > end:
                        run.stop()
                print(json.dumps({"rows": run.done, "most_mb": round(peaks[-1], 1)}), flush=True)

        watching = asyncio.create_task(watch())
        result = await run
        await cancel_and_wait([watching])
    growth = max(peaks[1:], default=peaks[0]) / peaks[0]
    what = f"over {result.answered} rows {growth:.2f} times the memory of the first {first}, at most {MOST_GROWTH}"
    if not says(what, is_met=growth <= MOST_GROWTH and result.answered > first):
        sys.exit(1)


def _drive(url: str, source: Path, address: str) -> None:
    asyncio.run(drive(url, source, address))


def _work(url: str, source: Path, options: argparse.Namespace) -> None:
    asyncio.run(work(url, source, options))


def measured(target: object, *arguments: object) -> bool:
    """Run *target* in a process that has done nothing else; return whether its goal is met."""
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)  # type: ignore[arg-type]
    process.start()
    process.join()
    return process.exitcode == 0


def main() -> int:
    """Run a subcommand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "driver", "worker"])
    parser.add_argument("--rows", type=int, help="20,000; for the worker's memory 1,000,000")
    parser.add_argument("--shards", type=int, default=100_000)
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--concurrency", type=int, default=200, help="calls at once, of all together")
    parser.add_argument("--seconds", type=float, default=3600.0, help="a run is stopped after so many")
    parser.add_argument("--instant", action="store_true", help="have calls answered without a request")
    options = parser.parse_args()
    options.rows = options.rows or (20_000 if options.what == "speed" else 1_000_000)
    with printing(SERVER) as url, tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if options.what == "speed":
            return 0 if asyncio.run(speed(url, place, options)) else 1
        if options.what == "worker":
            source = write_rows(place / "q.parquet", options.rows)
            return 0 if measured(_work, url, source, options) else 1
        source = write_rows(place / "q.parquet", options.shards)
        with printing(CLUSTER) as address:
            return 0 if measured(_drive, url, source, address) else 1


if __name__ == "__main__":
    sys.exit(main())
