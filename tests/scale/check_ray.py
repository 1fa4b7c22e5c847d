"""Bulk runs on a Ray cluster of real nodes: each row once, one rate for all, whatever dies. `make test-scale`."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from limited_server import LimitedServer

from aigpt import AsyncIGPT, run_file
from aigpt.bulk import BulkResult, ShardedRun, read_report

ROWS = int(os.environ.get("AIGPT_SCALE_ROWS", "2000"))
SEED = int(os.environ.get("AIGPT_SCALE_SEED", "0"))
RATE = 150
CONCURRENCY = 24


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write questions, one in a hundred of which is refused."""
    path = tmp_path / "q.jsonl"
    lines = (f'{{"input": "{"refused" if i % 100 == 7 else "question"} {i}"}}\n' for i in range(ROWS))
    path.write_text("".join(lines), encoding="utf-8")
    return path


def ids_of(folder: Path) -> list[str]:
    return [id for part in folder.glob("part-*") for id in pq.read_table(part, columns=["id"])["id"].to_pylist()]


def errors_of(folder: Path) -> int:
    return sum(pq.read_table(part, columns=["error"])["error"].null_count for part in folder.glob("part-*"))


def figures(**found: Any) -> None:
    print("FIGURES", *(f"{name}={value}" for name, value in found.items()), flush=True)  # noqa: T201 (what -s shows)


def start(server: LimitedServer, cluster: Any, source: Path, folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "aigpt.cli", "bulk", "ask", str(source), "-o", str(folder), "--engine", "ray"]
    command += ["--address", cluster.address, "--concurrency", str(CONCURRENCY), "--rate", str(RATE), *options]
    env = {**os.environ, "IGPT_BASE_URL": server.url, "IGPT_API_KEY": "k", "IGPT_API_USER": "u"}
    return subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)


def wait_for_calls(server: LimitedServer, number: int, seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while len(server.answered) < number:
        assert time.monotonic() < end, f"{len(server.answered)} of {number} calls in {seconds} s"
        time.sleep(0.05)


@asynccontextmanager
async def running(
    server: LimitedServer, cluster: Any, source: Path, folder: Path, **options: Any
) -> AsyncIterator[tuple[ShardedRun, "asyncio.Task[BulkResult]"]]:
    """Give a run of this process, under way."""
    settings: dict[str, Any] = {"rate": RATE, "concurrency": CONCURRENCY, **options}
    async with AsyncIGPT("k", user="u", base_url=server.url) as igpt:
        run = ShardedRun(igpt, "ask", source, folder, engine="ray", address=cluster.address, **settings)

        async def wait() -> BulkResult:
            return await run

        task = asyncio.create_task(wait())
        yield run, task
        await task


async def calls(server: LimitedServer, number: int, task: "asyncio.Task[Any]") -> None:
    while len(server.arrivals) < number:
        assert not task.done(), task.result()
        await asyncio.sleep(0.02)


async def test_the_keeper_is_killed(cluster: Any, source: Path, tmp_path: Path) -> None:
    import ray  # noqa: PLC0415 (slow)

    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out") as (run, task):
            await calls(server, ROWS // 2, task)
            killed = time.monotonic()
            ray.kill(run._workers.keeper, no_restart=False)
            result = await task
        figures(pause=f"{server.longest_gap(killed):.2f}", most=server.most_in_a_second(), rate=RATE)
        assert result.answered + result.failed == ROWS
        assert server.repeated == 0


async def test_a_retry_after_makes_all_wait(cluster: Any, source: Path, tmp_path: Path) -> None:
    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out") as (_, task):
            await calls(server, ROWS // 2, task)
            server.retry_after_next = 5.0
            while server.retry_after_next:  # noqa: ASYNC110 (of another thread)
                await asyncio.sleep(0.005)
            told = time.monotonic()
            await task
        times = [at - told for at in server.arrivals if 0 < at - told < 4.9]
        figures(last_after_the_pause_began=f"{max(times, default=0):.2f}", calls=len(times))
        assert server.longest_gap(told) > 3


async def test_a_refused_key_stops_all(cluster: Any, source: Path, tmp_path: Path) -> None:
    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out") as (_, task):
            await calls(server, ROWS // 3, task)
            server.refuses_key = True
            refused = time.monotonic()
            result = await task
        figures(last_call_after=f"{max(server.arrivals) - refused:.2f}")
        assert (result.stopped, result.failed) == ("auth", result.failed)
        assert result.left > 0
        server.refuses_key = False
        async with running(server, cluster, source, tmp_path / "out") as (_, task):
            assert (await task).left == 0
        assert len(ids_of(tmp_path / "out")) == ROWS


async def test_more_nodes_leave_the_rate_as_it_is(cluster: Any, source: Path, tmp_path: Path) -> None:
    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out", rate=RATE / 3) as (run, task):
            await calls(server, ROWS // 4, task)
            before = len(run._workers.numbers())
            for _ in range(2):  # it has to be in this thread
                cluster.add_node(wait=False, **cluster.small)
                await asyncio.sleep(0.5)
            while len(run._workers.numbers()) < before + 2 and not task.done():  # noqa: ASYNC110 (of other machines)
                await asyncio.sleep(0.1)
            after = len(run._workers.numbers())
            result = await task
        figures(workers=f"{before}->{after}", most_in_a_second=server.most_in_a_second(), rate=RATE / 3)
        assert (result.left, after) == (0, before + 2)


async def test_a_rate_is_found(cluster: Any, source: Path, tmp_path: Path) -> None:
    with LimitedServer(limit=RATE) as server:
        async with running(server, cluster, source, tmp_path / "out", rate="auto") as (_, task):
            result = await task
        end = max(server.arrivals)
        begin = server.arrivals[len(server.arrivals) // 3]
        used = sum(one.status != 429 and begin <= one.at <= end for one in server.asked) / (end - begin) / RATE
        figures(used=f"{used:.1%}", refused=f"{server.share(429):.2%}")
        assert result.left == 0


async def test_both_engines_give_the_same(cluster: Any, source: Path, tmp_path: Path) -> None:
    with LimitedServer(delay=0.0) as server:
        async with AsyncIGPT("k", user="u", base_url=server.url) as igpt:
            began = time.monotonic()
            here = await run_file(igpt, "ask", source, f"{tmp_path}/here/", concurrency=CONCURRENCY)
            local = time.monotonic() - began
        async with running(server, cluster, source, tmp_path / "there", rate=None) as (run, task):
            there = await task
        figures(local=f"{local:.1f}s", ray=f"{run.summary.seconds:.1f}s")
    assert (here.answered, here.failed) == (there.answered, there.failed)
    tables: list[dict[str, tuple[Any, ...]]] = []
    for folder in ("here", "there"):
        rows = [row for part in (tmp_path / folder).glob("part-*") for row in pq.read_table(part).to_pylist()]
        tables.append({row["id"]: (row["request"], row["reply"], row["error"], row["line"]) for row in rows})
    assert tables[0] == tables[1]


def test_a_node_and_the_driver_are_killed(cluster: Any, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with LimitedServer(limit=200, unavailable=0.01, dropped=0.003, seed=SEED) as server:
        first = start(server, cluster, source, folder)
        wait_for_calls(server, ROWS // 6)
        calls = len(server.asked)
        second = start(server, cluster, source, folder)  # refused, while the first runs on
        said = second.communicate(timeout=200)[1]
        assert (second.returncode, "another run is writing" in said) == (1, True), said
        wait_for_calls(server, ROWS // 3)
        node = next(iter(cluster.worker_nodes))
        cluster.remove_node(node, allow_graceful=False)
        wait_for_calls(server, 2 * ROWS // 3)
        first.kill()
        first.communicate()
        last = start(server, cluster, source, folder)
        said = last.communicate(timeout=500)[1]
        assert last.returncode == 3, said  # some rows are refused
        time.sleep(1)
        ids = ids_of(folder)
        figures(
            rows=ROWS,
            repeated=server.repeated,
            most_in_a_second=server.most_in_a_second(),
            rate=RATE,
            refused=f"{server.share(429):.4%}",
            calls_before_second=calls,
        )
        assert len(ids) == len(set(ids)) == ROWS
        assert set(server.answered) == {f"{'refused' if i % 100 == 7 else 'question'} {i}" for i in range(ROWS)}
        # Those in flight at the node, then those of all workers.
        assert server.repeated <= 2 * 3 * CONCURRENCY
        report = read_report(folder)
        assert (report.summary.done, report.summary.failed) == (ROWS, len(range(7, ROWS, 100)))
        assert not list((folder / "_aigpt" / "wip").iterdir())
