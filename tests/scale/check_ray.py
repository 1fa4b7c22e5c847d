"""Bulk runs on a Ray cluster of real nodes: each row once, one rate for all, whatever dies. `make test-scale`."""

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from begun import begun
from kill_run import CONCURRENCY, RATE, ids_of, run_with_kills, write_questions
from limited_server import LimitedServer, most_in_a_second
from object_server import ObjectServer

from aigpt import AsyncIGPT, ConfigurationError, run_file
from aigpt.bulk import BulkResult, ShardedRun
from aigpt.bulk.client_spec import ClientSpec
from aigpt.bulk.ray_workers import connect
from aigpt.bulk.row_calls import CallOptions
from aigpt.bulk.rows import RowMapping
from aigpt.openai import AsyncOpenAI

pytestmark = pytest.mark.timeout(900)
LIMIT = 200
ROWS = int(os.environ.get("AIGPT_SCALE_ROWS", "1200"))
SEED = int(os.environ.get("AIGPT_SCALE_SEED", "0"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write questions, one in a hundred of which is refused."""
    path = tmp_path / "q.jsonl"
    write_questions(path, ROWS)
    return path


def figures(**found: Any) -> None:
    print("FIGURES", *(f"{name}={value}" for name, value in found.items()), flush=True)  # noqa: T201 (what -s shows)


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
        pause, most = server.longest_gap(killed), most_in_a_second(begun(f"{tmp_path}/out", server))
        figures(pause=f"{pause:.2f}", most=most, rate=RATE)
        assert result.answered + result.failed == ROWS
        assert server.repeated == 0
        assert pause <= 3
        assert most <= 1.05 * RATE + 1


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
        assert max(times, default=0) <= 1
        assert server.longest_gap(told) > 3


async def test_a_refused_key_stops_all(cluster: Any, source: Path, tmp_path: Path) -> None:
    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out") as (_, task):
            await calls(server, ROWS // 3, task)
            server.refuses_key = True
            refused = time.monotonic()
            result = await task
        last = max(server.arrivals) - refused
        figures(last_call_after=f"{last:.2f}")
        assert last <= 2
        assert (result.stopped, result.failed) == ("auth", result.failed)
        assert result.left > 0
        server.refuses_key = False
        async with running(server, cluster, source, tmp_path / "out") as (_, task):
            assert (await task).left == 0
        assert len(ids_of(f"{tmp_path}/out")) == ROWS


async def test_more_nodes_leave_the_rate_as_it_is(cluster: Any, tmp_path: Path) -> None:
    source, rate = tmp_path / "q.jsonl", RATE / 3
    write_questions(source, 10_000)  # of which a part is sent
    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out", rate=rate) as (run, task):
            await calls(server, int(4 * rate), task)
            before = len(run._workers.numbers())
            for _ in range(2):  # it has to be in this thread
                cluster.add_node(wait=False, **cluster.small)
                await asyncio.sleep(0.5)
            while len(run._workers.numbers()) < before + 2:
                assert not task.done()
                await asyncio.sleep(0.1)
            await calls(server, len(server.arrivals) + int(4 * rate), task)
            run.stop()
            result = await task
        most = most_in_a_second(begun(f"{tmp_path}/out", server))
        figures(workers=f"{before}->{before + 2}", most_in_a_second=most, rate=rate)
        assert most <= 1.05 * rate + 1
        assert result.stopped == "stopped"
        assert result.answered + result.failed == len(server.answered)


async def test_a_rate_is_found(cluster: Any, tmp_path: Path) -> None:
    source = tmp_path / "q.jsonl"
    write_questions(source, 30 * LIMIT)
    with LimitedServer(limit=LIMIT) as server:
        async with running(server, cluster, source, tmp_path / "out", rate="auto", concurrency=64) as (_, task):
            result = await task
        begin, end = min(server.arrivals) + 10, max(server.arrivals)
        used = sum(one.status != 429 and begin <= one.at <= end for one in server.asked) / (end - begin) / LIMIT
        refused = server.share(429)
        figures(used=f"{used:.1%}", refused=f"{refused:.2%}", seconds=f"{end - begin + 10:.0f}")
        assert result.left == 0
        assert used >= 0.85
        assert refused < 0.03


def test_ray_data_writes_nobody_s_text() -> None:
    """What it exports of a step for its dashboard: the fields of dataclasses, and the repr of all else."""
    from ray.data._internal.metadata_exporter import sanitize_for_struct  # noqa: PLC0415 (slow)

    spec = ClientSpec(is_igpt=True, settings={"api_key": "SECRET"})
    common = {"instructions": "PRIVATE"}
    written = str(sanitize_for_struct({"args": (spec, "ask", CallOptions(common, 4), RowMapping("input", True, {}))}))
    assert "ClientSpec" in written
    assert "CallOptions" in written
    assert "SECRET" not in written
    assert "PRIVATE" not in written


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


def test_a_node_and_the_driver_are_killed(cluster: Any, tmp_path: Path) -> None:
    found = run_with_kills(cluster, tmp_path, f"{tmp_path}/out/", rows=ROWS, seed=SEED)
    figures(found=found)
    assert found.is_right, found


def test_a_node_and_the_driver_are_killed_over_an_object_store(cluster: Any, tmp_path: Path) -> None:
    with ObjectServer() as store:
        target = store.address("s3", "answers/")
        found = run_with_kills(cluster, tmp_path, target, rows=ROWS, seed=SEED, flush=1.5)
    figures(found=found)
    assert found.is_right, found


@pytest.mark.parametrize("limit", [{"max_tokens": 3000}, {"max_cost": 0.003, "prices": {"m": {"input": 1.0}}}])
async def test_all_workers_keep_a_limit_together(cluster: Any, tmp_path: Path, limit: dict[str, Any]) -> None:
    """Each call uses 3 tokens, for 3 millionths."""
    source = tmp_path / "q.jsonl"
    source.write_text("".join(f'{{"messages": "question {i}"}}\n' for i in range(2000)), encoding="utf-8")
    settings: dict[str, Any] = {"engine": "ray", "address": cluster.address, "common": {"model": "m"}, **limit}
    with LimitedServer() as server:
        async with AsyncOpenAI(api_key="k", base_url=server.url) as client:
            result = await run_file(client, "chat", source, tmp_path / "out", **settings)
            assert result.stopped is not None
            assert result.stopped.startswith(("max_tokens", "max_cost"))
            used = 3 * len(server.asked)
            figures(used=used, limit=3000, cost=result.cost)
            assert 0.7 * 3000 < used <= 3000
            settings = {name: value for name, value in settings.items() if name not in limit}
            assert (await run_file(client, "chat", source, tmp_path / "out", **settings)).left == 0
        assert server.repeated == 0


async def test_all_workers_keep_tokens_per_minute_together(cluster: Any, tmp_path: Path) -> None:
    source = tmp_path / "q.jsonl"
    source.write_text("".join(f'{{"messages": "question {i}"}}\n' for i in range(400)), encoding="utf-8")
    with LimitedServer() as server:
        async with AsyncOpenAI(api_key="k", base_url=server.url) as client:
            run = ShardedRun(
                client, "chat", source, tmp_path / "out", engine="ray", address=cluster.address,
                common={"model": "m"}, tokens_per_minute=3600,
            )  # fmt: skip
            result = await run
    seconds = max(server.arrivals) - min(server.arrivals)
    figures(tokens_per_minute=f"{60 * 3 * 400 / seconds:.0f}", limit=3600)
    assert result.left == 0
    assert 3600 * (seconds / 60 + 0.05) + 3 * 3 * 8 >= 1200  # a twentieth at once, and the first calls of each worker


def test_a_step_of_a_pipeline_is_as_the_page_has_it(cluster: Any, tmp_path: Path) -> None:
    code = (Path(__file__).parent / "ray_dataset.py").read_text(encoding="utf-8")
    program = tmp_path / "ray_dataset.py"
    program.write_text(code.replace("/shared", str(tmp_path)), encoding="utf-8")
    write_questions(tmp_path / "questions.jsonl", 600)
    with LimitedServer(unavailable=0.01) as server:
        env = {**os.environ, "IGPT_BASE_URL": server.url, "IGPT_API_KEY": "k", "IGPT_API_USER": "u"}
        env |= {"RAY_ADDRESS": cluster.address, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, program], cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stderr
        rows = [row for part in (tmp_path / "answers").glob("*.parquet") for row in pq.read_table(part).to_pylist()]
        figures(rows=len(rows), calls=len(server.asked), most_in_a_second=server.most_in_a_second(), rate=500)
        assert server.most_in_a_second() <= 1.05 * 500 + 1
    assert len({row["input"] for row in rows}) == len(rows) == 600
    assert all(row["error"] or json.loads(row["reply"])["output"] == row["input"] for row in rows)
    assert sum(row["error"] is not None for row in rows) == 6
    assert server.repeated == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of Ray Data itself
def test_a_refused_key_ends_the_job_of_a_dataset(cluster: Any, tmp_path: Path) -> None:
    import ray  # noqa: PLC0415 (slow)

    import aigpt.ray  # noqa: PLC0415 (with it)

    connect(cluster.address)
    with LimitedServer() as server:
        server.refuses_key = True
        client = AsyncIGPT("k", user="u", base_url=server.url)
        answers = aigpt.ray.map(ray.data.from_items([{"input": f"q {i}"} for i in range(300)]), "ask", client=client)
        assert not server.asked  # it is lazy
        with pytest.raises(Exception, match="stopped: auth"):
            answers.materialize()
        assert len(server.asked) < 300


async def test_a_path_is_that_of_the_driver(
    cluster: Any, tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    connected: list[bool] = []

    def noting(address: str | None) -> Any:
        connected.append(threading.current_thread() is threading.main_thread())
        return connect(address)

    monkeypatch.setattr("aigpt.bulk.ray_workers.connect", noting)  # which takes seconds, while other tasks go on
    settings: dict[str, Any] = {"engine": "ray", "address": cluster.address}
    with LimitedServer() as server:
        async with AsyncIGPT("k", user="u", base_url=server.url) as igpt:
            assert (await run_file(igpt, "ask", source.name, "out/", **settings)).left == 0
            assert connected == [False]
            with pytest.raises(ConfigurationError, match=r"is connected to the Ray cluster at .*, not to 127.0.0.9:1;"):
                await run_file(igpt, "ask", source.name, "other/", engine="ray", address="127.0.0.9:1")
    assert len(ids_of(f"{tmp_path}/out")) == ROWS
    assert not (tmp_path / "other").exists()


async def test_a_lost_worker_has_no_calls_in_flight(cluster: Any, source: Path, tmp_path: Path) -> None:
    import ray  # noqa: PLC0415 (slow)

    with LimitedServer(delay=0.3) as server:
        async with running(server, cluster, source, tmp_path / "out") as (run, task):
            workers: Any = run._workers
            while not any(one.in_flight for one in workers._known.values()):
                assert not task.done()
                await asyncio.sleep(0.02)
            lost = next(number for number, one in workers._known.items() if one.in_flight)
            ray.kill(workers._actors[lost])
            while lost in workers.numbers():
                assert not task.done()
                await asyncio.sleep(0.02)
            assert workers._known[lost].in_flight == 0
            assert (await task).left == 0


def files_with(text: bytes, folder: str) -> list[Path]:
    return [path for path in Path(folder).rglob("*") if path.is_file() and text in path.read_bytes()]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of Ray Data itself
async def test_the_key_is_in_no_file_of_the_cluster(cluster: Any, source: Path, tmp_path: Path) -> None:
    """Ray logs the environment that a worker gets, and the fields of dataclasses."""
    import ray  # noqa: PLC0415 (slow)

    import aigpt.ray  # noqa: PLC0415 (with it)

    key = "a-key-that-nobody-else-has"
    settings: dict[str, Any] = {"engine": "ray", "address": cluster.address}
    with LimitedServer() as server:
        async with AsyncIGPT(key, user="u", base_url=server.url) as igpt:
            assert (await run_file(igpt, "ask", source, tmp_path / "out", **settings)).left == 0
            rows = ray.data.from_items([{"input": f"q {i}"} for i in range(10)])
            answers = aigpt.ray.map(rows, "ask", client=igpt)
            assert await asyncio.to_thread(answers.count) == 10
            server.refuses_key = True
            with pytest.raises(Exception, match="stopped: auth"):
                await asyncio.to_thread(aigpt.ray.map(rows, "ask", client=igpt).materialize)
        assert server.keys == {f"Bearer {key}"}
    session = cluster.head_node.get_session_dir_path()
    assert files_with(b"PYTHONPATH", session)  # the environment is in one
    assert files_with(key.encode(), session) == []


async def test_rays_metrics_show_the_progress(
    cluster: Any, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ray.util.metrics  # noqa: PLC0415 (slow)

    shown: dict[str, list[float]] = {}
    original = ray.util.metrics.Gauge.set

    def note(gauge: Any, value: float, tags: dict[str, str]) -> None:
        assert tags == {"output": str(tmp_path / "out")}
        shown.setdefault(gauge.info["name"], []).append(value)
        original(gauge, value, tags)

    monkeypatch.setattr(ray.util.metrics.Gauge, "set", note)
    with LimitedServer() as server:
        async with running(server, cluster, source, tmp_path / "out", rate=None) as (_, task):
            result = await task
    assert {name: max(values) for name, values in shown.items() if name != "aigpt_bulk_in_flight"} == {
        "aigpt_bulk_calls": ROWS,
        "aigpt_bulk_failed": result.failed,
        "aigpt_bulk_workers": shown["aigpt_bulk_workers"][-1],
    }
    assert max(shown["aigpt_bulk_in_flight"]) > 0
