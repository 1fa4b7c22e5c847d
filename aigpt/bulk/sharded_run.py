"""A run whose output is a folder of parts: hands shards to workers, of this process or of a cluster."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Callable, Collection, Coroutine, Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.starts import Rate
from aigpt._fanout.summary import Summary
from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.client_spec import spec_of
from aigpt.bulk.errors import OutputError
from aigpt.bulk.input_formats import Format
from aigpt.bulk.job import make_job
from aigpt.bulk.parts import Parts
from aigpt.bulk.places import arrow, is_remote, printable
from aigpt.bulk.result import STOP_ON, BulkResult
from aigpt.bulk.rows import RowMapping
from aigpt.bulk.run_lock import run_lock
from aigpt.bulk.shard_worker import Progress, ShardOptions, ShardResult, ShardWorker, common_as_json
from aigpt.bulk.sharded_errors import WorkerLostError
from aigpt.bulk.shards import Plan, Shard, plan_shards
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI

_AHEAD = 2
_POLL = 0.25  # s
_MOST_LISTED = 20


def is_folder_of_parts(target: str | os.PathLike[str]) -> bool:
    """Return whether an output is a folder of parts: it is one, or ends with a slash."""
    return os.fspath(target).endswith(("/", os.sep)) or (Path(target) / "_aigpt" / "run.json").exists()


class Workers(Protocol):
    """What answers shards. Its workers are numbered."""

    def numbers(self) -> Collection[int]:
        """Return the workers that there are now."""
        ...

    async def start(self) -> None:
        """Start them."""
        ...

    async def tend(self) -> None:
        """Replace those that were lost, if that is possible."""
        ...

    async def run(self, worker: int, shard: Shard) -> ShardResult:
        """Answer a shard. Raises WorkerLostError."""
        ...

    async def progress(self) -> list[Progress]:
        """Return what each worker has done, of those that were lost what is known."""
        ...

    async def stop(self, why: str) -> None:
        """Have no more calls begun."""
        ...

    async def close(self, *, at_once: bool) -> None:
        """End them, *at_once* or when the calls in flight have ended."""
        ...


class OwnWorker:
    """One worker, of this process."""

    def __init__(self, make: Callable[[], ShardWorker]) -> None:
        self._make = make
        self._worker: ShardWorker | None = None

    def numbers(self) -> Collection[int]:
        """Return its number."""
        return [0]

    async def start(self) -> None:
        """Make it."""
        self._worker = self._make()

    async def tend(self) -> None:
        """Do nothing: it is lost only with this process."""

    def _started(self) -> ShardWorker:
        assert self._worker is not None  # noqa: S101 (the run starts it first)
        return self._worker

    async def run(self, worker: int, shard: Shard) -> ShardResult:  # noqa: ARG002 (there is one)
        """Answer a shard."""
        return await self._started().run(shard)

    async def progress(self) -> list[Progress]:
        """Return what it has done."""
        return [self._started().progress]

    async def stop(self, why: str) -> None:
        """Have no more calls begun."""
        self._started().stop(why)

    async def close(self, *, at_once: bool) -> None:
        """End it."""
        if self._worker is not None:
            await self._worker.close(at_once=at_once)


class ShardedRun:
    """A run of *method* over the files *source* into the folder *target*. Await it once; as `BulkRun` else."""

    def __init__(
        self,
        client: AsyncIGPT | AsyncOpenAI,
        method: str,
        source: str | os.PathLike[str],
        target: str | os.PathLike[str],
        *,
        engine: str = "local",
        address: str | None = None,
        workers: int | None = None,
        shard_rows: int | None = None,
        concurrency: int | Adaptive = 32,
        rate: Rate = None,
        common: Mapping[str, Any] | None = None,
        mapping: Mapping[str, str] | None = None,
        form: Format | None = None,
        fresh: bool = False,
        retry_errors: bool = False,
        skip_bad: bool = False,
        stop_on: Collection[str] = STOP_ON,
    ) -> None:
        job = make_job(client, method)
        if engine not in {"local", "ray"}:
            raise ConfigurationError(f"engine must be 'local' or 'ray', not {engine!r}")
        if engine == "local" and not (address is None and workers is None):
            raise ConfigurationError("address and workers are for engine='ray'")
        if is_remote(target):
            raise ConfigurationError(
                f"the output must be a folder that all machines of the run share, not {printable(target)}"
            )
        if source == "-" or form == "openai-batch":
            what = "standard input" if source == "-" else "an OpenAI batch file"
            raise ConfigurationError(f"{what} goes to an output that is a file, not to a folder of parts")
        arrow()  # of which the parts are made
        self._job, self._source, self._shard_rows = job, source, shard_rows
        self._form: Format | None = form
        self._mapping = dict(mapping or {})
        given = dict(common or {})
        required = job.needs_text and job.text not in given
        rows = RowMapping(job.text, required, self._mapping, lists=job.takes_lists, one_of=job.needs_one_of(given))
        options = ShardOptions(
            given, common_as_json(job, given), rows, concurrency, frozenset(stop_on), retry_errors, skip_bad
        )
        self._options, self._fresh = options, fresh
        # Seen by all machines of a cluster under the same path.
        self._parts = Parts(Path(target).absolute())
        if engine == "ray":
            from aigpt.bulk.ray_workers import RayWorkers  # noqa: PLC0415 (an extra)

            spec, environment = spec_of(client)
            self._workers: Workers = RayWorkers(
                spec, environment, method, self._parts.folder, options, rate, workers, address
            )
        else:
            self._workers = OwnWorker(lambda: ShardWorker(job, self._parts, options, rate))
        self._plan = Plan([], {"rows": 0})
        self._results: list[ShardResult] = []
        self._before = self._before_failed = 0
        self._with_failures: set[str] = set()
        self._progress: list[Progress] = []
        self._began: float | None = None
        self._ended: float | None = None
        self._stop_reason: str | None = None
        self._stopping: set[asyncio.Task[None]] = set()
        self._bad: list[tuple[int, str]] = []
        self._bad_rows = 0

    # ── progress ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def total(self) -> int:
        """Rows of the input; 0 until it has been planned."""
        return self._plan.rows

    @property
    def before(self) -> int:
        """Rows that earlier runs have written, as far as their shards have been looked at."""
        return self._before + sum(result.before for result in self._results)

    @property
    def done(self) -> int:
        """Rows that this run has written to the output."""
        return sum(one.summary.done for one in self._progress)

    @property
    def shards(self) -> tuple[int, int]:
        """Shards that are done, and all."""
        return self._shards_before + sum(result.is_done for result in self._results), len(self._plan.shards)

    _shards_before = 0

    @property
    def summary(self) -> Summary:
        """The calls of this run so far, of all workers."""
        found = Summary()
        for one in self._progress:
            found.merge(one.summary)
        if self._began is not None:
            now = asyncio.get_running_loop().time() if self._ended is None else self._ended
            found.seconds = now - self._began
        found.stopped = self._stop_reason
        return found

    @property
    def in_flight(self) -> int:
        """Calls under way."""
        return sum(one.in_flight for one in self._progress)

    @property
    def paused(self) -> float:
        """Seconds until calls start again, after a ``Retry-After`` of the server; 0 if not paused."""
        return max((one.paused for one in self._progress), default=0.0)

    @property
    def first_failure(self) -> str | None:
        """What a first row that failed in this run failed of, without anybody's text; None while none has."""
        return next((one.first_failure for one in self._progress if one.first_failure is not None), None)

    def stop(self, why: str = "stopped") -> None:
        """Start no more calls; those in flight are waited for and written."""
        if self._stop_reason is not None:
            return
        self._stop_reason = why
        if self._began is not None:
            task = asyncio.get_running_loop().create_task(self._workers.stop(why))
            self._stopping.add(task)
            task.add_done_callback(self._stopping.discard)

    # ── the run ─────────────────────────────────────────────────────────────────────────────────────────────────

    def __await__(self) -> Generator[Any, Any, BulkResult]:
        return self._run().__await__()

    async def _run(self) -> BulkResult:
        self._plan = await asyncio.to_thread(plan_shards, self._source, self._form, self._shard_rows)
        await asyncio.to_thread(self._make_folder)
        async with run_lock(self._parts.about / "lock", self._parts.folder, self.stop):
            todo = await asyncio.to_thread(self._prepare)
            if todo and self._stop_reason is None:
                is_whole = False
                try:
                    await self._workers.start()
                    await self._dispatch(todo)
                    is_whole = True
                finally:
                    await self._workers.close(at_once=not is_whole)
            # What was answered of rows that had failed is in a journal, until all of the shard is.
            await asyncio.to_thread(self._parts.clean, self._with_failures)
        return self._result()

    def _make_folder(self) -> None:
        """Make the folder that the lock is in, where it does not belong to another run."""
        settings = {
            "method": self._job.name,
            "input": self._plan.identity,
            "map": self._mapping,
            "set": self._options.common_json,
            **self._job.settings(),
        }
        self._settings = settings
        self._parts.refuse_other()
        try:
            self._parts.about.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as exc:
            raise OutputError(f"cannot write {self._parts.folder}: {exc.strerror}; give another output") from exc

    def _prepare(self) -> deque[Shard]:
        self._parts.open(self._settings, fresh=self._fresh)
        done = self._parts.done()
        todo: deque[Shard] = deque()
        for shard in self._plan.shards:
            part = done.get(shard.key)
            rows, failed = (0, 0) if part is None else self._parts.count(part)
            if failed:
                self._with_failures.add(shard.key)
            if part is None or (failed and self._options.retry_errors):
                todo.append(shard)
                continue
            self._before += rows
            self._before_failed += failed
            self._bad_rows += shard.rows - rows
            self._shards_before += 1
        return todo

    async def _dispatch(self, todo: deque[Shard]) -> None:
        """Hand shards to workers, two to each, until all are done or the run is stopped."""
        loop = asyncio.get_running_loop()
        self._began = loop.time()
        flight: dict[asyncio.Task[ShardResult], tuple[int, Shard]] = {}
        watching = loop.create_task(self._watch())
        try:
            while (todo and self._stop_reason is None) or flight:
                self._assign(todo, flight)
                # A worker may come, or the run be stopped, while none ends.
                await asyncio.wait([*flight, watching], timeout=_POLL, return_when=asyncio.FIRST_COMPLETED)
                if watching.done():
                    watching.result()
                for task in [task for task in flight if task.done()]:
                    _, shard = flight.pop(task)
                    self._take(task, shard, todo)
            self._progress = await self._workers.progress()
            self._stop_reason = self._stop_reason or self._reason_of_a_worker()
        finally:
            self._ended = loop.time()
            await cancel_and_wait([watching, *flight])

    def _assign(self, todo: deque[Shard], flight: dict[asyncio.Task[ShardResult], tuple[int, Shard]]) -> None:
        busy = [worker for worker, _ in flight.values()]
        loads = {worker: busy.count(worker) for worker in self._workers.numbers()}
        while todo and loads and self._stop_reason is None:
            worker = min(loads, key=loads.__getitem__)
            if loads[worker] >= _AHEAD:
                return
            shard = todo.popleft()
            loads[worker] += 1
            flight[asyncio.create_task(self._answer(worker, shard))] = worker, shard

    def _answer(self, worker: int, shard: Shard) -> Coroutine[Any, Any, ShardResult]:
        return self._workers.run(worker, shard)

    def _take(self, task: asyncio.Task[ShardResult], shard: Shard, todo: deque[Shard]) -> None:
        try:
            result = task.result()
        except WorkerLostError:
            todo.appendleft(shard)
            return
        if result.is_done:
            self._with_failures.discard(shard.key)
        self._results.append(result)
        self._bad_rows += len(result.bad)
        self._bad += result.bad[: _MOST_LISTED - len(self._bad)]

    def _reason_of_a_worker(self) -> str | None:
        return next((one.stopped for one in self._progress if one.stopped is not None), None)

    async def _watch(self) -> None:
        """Keep the progress up to date, have all stop where one has, and see to it that there are workers."""
        while True:
            self._progress = await self._workers.progress()
            if (reason := self._reason_of_a_worker()) is not None:
                self.stop(reason)
            await self._workers.tend()
            await asyncio.sleep(_POLL)

    def _result(self) -> BulkResult:
        failed = self._before_failed + sum(result.failed for result in self._results)
        rows = self._before + sum(result.rows for result in self._results)
        total = self.total - self._bad_rows
        summary = self.summary
        return BulkResult(total, rows - failed, failed, self._bad_rows, self._bad, self._stop_reason, summary)
