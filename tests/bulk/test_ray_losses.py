"""Workers on a cluster that does not do as it should, without Ray: nodes that are dead, workers that say nothing."""

import asyncio
import dataclasses
from typing import Any

import pytest

from aigpt._fanout.summary import Summary
from aigpt.bulk import BulkError
from aigpt.bulk.client_spec import ClientSpec
from aigpt.bulk.ray_workers import RayWorkers
from aigpt.bulk.rows import RowMapping
from aigpt.bulk.shard_worker import Progress, ShardOptions
from aigpt.bulk.sharded_errors import WorkerLostError
from aigpt.bulk.shards import Shard
from aigpt.bulk.spending import Limits

SHARD = Shard("k", "q.jsonl", "jsonl", 0, 1)


class RayError(Exception):
    """As Ray's."""


class RayTaskError(RayError):
    """As Ray's."""


class FakeRay:
    """A cluster of *nodes*. Those in `dead` answer with an error; those in `silent` do not answer."""

    RayError, RayTaskError = RayError, RayTaskError

    def __init__(self, *nodes: str) -> None:
        self.all = nodes
        self.dead: set[str] = set()
        self.silent: set[str] = set()
        self.short = (0.0, 0.0)
        self.asked: list[tuple[str, str, Any]] = []

    @property
    def exceptions(self) -> "FakeRay":
        return self

    @property
    def gcs_address(self) -> str:
        return "head:6379"

    def get_runtime_context(self) -> "FakeRay":
        return self

    def nodes(self) -> list[dict[str, Any]]:
        return [{"NodeID": node, "Alive": True} for node in self.all]

    def remote(self, _: type) -> "FakeRay":
        return self

    def options(self, *, scheduling_strategy: str, **_: object) -> Any:
        return FakeClass(self, scheduling_strategy)

    def kill(self, actor: object) -> None:
        """Do nothing: nobody asks it any more."""


@dataclasses.dataclass
class FakeClass:
    ray: FakeRay
    node: str

    def remote(self, *_: object) -> "FakeActor":
        return FakeActor(self.ray, self.node)


@dataclasses.dataclass
class FakeActor:
    ray: FakeRay
    node: str

    def __getattr__(self, method: str) -> "FakeMethod":
        return FakeMethod(self.ray, self.node, method)


@dataclasses.dataclass
class FakeMethod:
    ray: FakeRay
    node: str
    name: str

    def remote(self, *arguments: Any) -> "asyncio.Future[Any]":
        self.ray.asked.append((self.node, self.name, arguments[-1] if arguments else None))
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if self.node in self.ray.dead:
            answer.set_exception(RayError())
        elif self.node not in self.ray.silent:
            answer.set_result(Progress(Summary(), 0, 0.0, None, None, self.ray.short))
        return answer


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strategies:
        @staticmethod
        def NodeAffinitySchedulingStrategy(node: str, *, soft: bool) -> str:  # noqa: N802 (as Ray's)
            assert not soft
            return node

    class Metrics:
        def __init__(self, output: str) -> None:
            self.output = output

        def show(self, progress: object, workers: int) -> None:
            """Do nothing."""

    module = "aigpt.bulk.ray_workers"
    monkeypatch.setattr(f"{module}.import_module", lambda _: Strategies)
    monkeypatch.setattr(f"{module}.RunMetrics", Metrics)
    monkeypatch.setattr(f"{module}._TEND", 0.0)
    monkeypatch.setattr(f"{module}._RETRY", 0.0)


async def workers_of(
    ray: FakeRay, monkeypatch: pytest.MonkeyPatch, workers: int | None = None, limits: Limits | None = None
) -> RayWorkers:
    monkeypatch.setattr("aigpt.bulk.ray_workers.connect", lambda _: ray)
    rows = RowMapping("input", True, {})
    options = ShardOptions({}, {}, rows, 8, frozenset(), False, False, limits or Limits())
    found = RayWorkers(ClientSpec(is_igpt=True, settings={}), "ask", "out", options, None, workers, None)
    await found.connect()
    return found


async def test_a_bad_node_counts_only_while_there_is_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = FakeRay("bad", "good")
    ray.dead = {"bad"}
    workers = await workers_of(ray, monkeypatch)
    await workers.start()
    for _ in range(40):
        await workers.tend()
    ray.dead.add("good")
    with pytest.raises(WorkerLostError):
        await workers.run(*workers.numbers(), SHARD)
    await workers.tend()
    assert not workers.numbers()
    ray.dead.remove("good")
    await workers.tend()
    assert len(workers.numbers()) == 1
    # Where none comes in its place, it is an error.
    ray.dead.add("good")
    with pytest.raises(WorkerLostError):
        await workers.run(*workers.numbers(), SHARD)
    for _ in range(15):
        await workers.tend()
    with pytest.raises(BulkError, match=r"no worker could be started on the Ray cluster, in 32 attempts$"):
        await workers.tend()


async def test_many_bad_nodes_do_not_end_a_run_whose_good_one_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = FakeRay(*(f"bad {number}" for number in range(40)), "good")
    ray.dead = set(ray.all) - {"good"}
    workers = await workers_of(ray, monkeypatch)
    await workers.start()
    assert len(workers.numbers()) == 1


async def test_a_single_worker_is_started_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = FakeRay("bad", "good")
    ray.dead = {"bad"}
    workers = await workers_of(ray, monkeypatch, workers=1)
    await workers.start()
    assert [node for node, method, _ in ray.asked if method == "start"] == ["bad", "good"]


async def test_no_node_that_is_alive_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    workers = await workers_of(FakeRay(), monkeypatch)
    with pytest.raises(BulkError, match="in 31 attempts: no node of it is alive"):
        await asyncio.wait_for(workers.start(), 50)


async def test_none_is_started_once_they_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = FakeRay("one")
    workers = await workers_of(ray, monkeypatch)
    await workers.stop("enough")
    await workers.start()
    assert ray.asked == []


async def test_a_silent_worker_is_granted_what_it_lacks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigpt.bulk.ray_workers.ASK", 0.01)
    ray = FakeRay("one")
    workers = await workers_of(ray, monkeypatch, limits=Limits(max_tokens=10_000))
    await workers.start()
    ray.short = (100.0, 0.0)
    await workers.progress()
    ray.silent = {"one"}
    for _ in range(5):
        await workers.progress()
    assert [allowance.tokens for _, method, allowance in ray.asked if method == "progress"] == [0.0] + [100.0] * 5
    ray.silent.clear()
    await workers.progress()  # it lacks more by now
    await workers.progress()
    assert ray.asked[-1][2].tokens == 200.0


async def test_a_silent_worker_is_told_again_that_there_is_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigpt.bulk.ray_workers.ASK", 0.01)
    ray = FakeRay("one")
    workers = await workers_of(ray, monkeypatch, limits=Limits(max_tokens=50))
    await workers.start()
    ray.short = (100.0, 0.0)
    await workers.progress()
    ray.silent = {"one"}
    for _ in range(3):
        await workers.progress()
    assert [allowance.is_all for _, method, allowance in ray.asked if method == "progress"] == [False] + [True] * 3
