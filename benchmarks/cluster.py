"""Speed and memory of bulk runs on a Ray cluster of nodes on this machine.

    .venv-scale/bin/python benchmarks/cluster.py speed --rows 5000       # rows a second, beside the local engine
    .venv-scale/bin/python benchmarks/cluster.py driver --shards 100000  # memory of a driver with so many shards
    .venv-scale/bin/python benchmarks/cluster.py worker --rows 100000    # memory of a worker, tenth by tenth

The server answers after 150 ms, in a process of its own. See benchmarks/cluster_kills.py for what dies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "scale"), str(ROOT / "tests")]

import pyarrow as pa  # noqa: E402 (after the line above, as are all)
import pyarrow.parquet as pq  # noqa: E402
from local_cluster import local_cluster  # noqa: E402

from aigpt import AsyncIGPT  # noqa: E402
from aigpt.bulk import ShardedRun  # noqa: E402
from aigpt.bulk.shard_worker import Progress, ShardResult  # noqa: E402
from aigpt.bulk.shards import Shard  # noqa: E402

DELAY = 0.15
SERVER = f"""
import sys, time
sys.path[:0] = {sys.path[:2]!r}
from limited_server import LimitedServer
with LimitedServer(delay={DELAY}) as server:
    print(server.url, flush=True)
    time.sleep(86400)
"""


def rss(pid: int | str = "self") -> float:
    """Return the memory of a process in MiB."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def write_rows(path: Path, rows: int) -> Path:
    """Write an input."""
    pq.write_table(pa.table({"input": [f"question {i}" for i in range(rows)]}), path)
    return path


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


async def speed(url: str, place: Path, options: argparse.Namespace) -> None:
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
    print(f"ray has {there['rows_per_second'] / here['rows_per_second']:.0%} of the local engine")


class _Instant:
    """Workers that have answered each shard at once."""

    def numbers(self) -> Collection[int]:
        return range(8)

    async def start(self) -> None: ...

    async def tend(self) -> None: ...

    async def run(self, worker: int, shard: Shard) -> ShardResult:  # noqa: ARG002 (as workers have it)
        return ShardResult(shard.key, is_done=True, rows=shard.rows)

    async def progress(self) -> list[Progress]:
        return []

    async def stop(self, why: str) -> None: ...

    async def close(self, *, at_once: bool) -> None: ...


async def driver(url: str, place: Path, options: argparse.Namespace) -> None:
    """Print the memory of a driver that is connected to a cluster, whose workers take no time."""
    source = write_rows(place / "q.parquet", options.shards)
    async with AsyncIGPT("k", user="u", base_url=url) as igpt:
        with local_cluster(1) as cluster:
            from aigpt.bulk.ray_workers import connect  # noqa: PLC0415 (slow)

            connect(cluster.address)
            before = rss()
            run = ShardedRun(igpt, "ask", source, place / "out", engine="ray", address=cluster.address, shard_rows=1)
            run._workers = _Instant()  # noqa: SLF001 (what is measured is the driver)
            began = time.monotonic()
            await run
            found = {"shards": run.shards[1], "before_mib": round(before, 1), "after_mib": round(rss(), 1)}
            print(json.dumps({**found, "seconds": round(time.monotonic() - began, 1)}), flush=True)


async def worker(url: str, place: Path, options: argparse.Namespace) -> None:
    """Print the memory of this process, which is driver and worker, at each tenth of a run without a cluster."""
    source = write_rows(place / "q.parquet", options.rows)
    async with AsyncIGPT("k", user="u", base_url=url, max_connections=1000) as igpt:
        run = ShardedRun(igpt, "ask", source, place / "out", concurrency=options.concurrency)

        async def watch() -> None:
            for tenth in range(1, 10):
                while run.done < tenth * options.rows / 10:  # noqa: ASYNC110 (it tells nobody)
                    await asyncio.sleep(0.05)
                print(json.dumps({"rows": run.done, "mib": round(rss(), 1)}), flush=True)

        watching = asyncio.create_task(watch())
        await run
        await watching


def main() -> None:
    """Run a subcommand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "driver", "worker"])
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--shards", type=int, default=100_000)
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--concurrency", type=int, default=200, help="calls at once, of all together")
    options = parser.parse_args()
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None  # noqa: S101 (it is a pipe)
        url = server.stdout.readline().strip()
        with tempfile.TemporaryDirectory() as place:
            asyncio.run({"speed": speed, "driver": driver, "worker": worker}[options.what](url, Path(place), options))
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
