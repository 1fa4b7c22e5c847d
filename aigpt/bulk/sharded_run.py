"""A run whose output is a folder of parts: hands shards to workers, of this process or of a cluster."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Callable, Collection, Coroutine, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.checks import check_tokens
from aigpt._fanout.starts import Rate
from aigpt._fanout.summary import Summary
from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.client_spec import spec_of
from aigpt.bulk.estimates import BulkEstimate, Estimating
from aigpt.bulk.input_formats import Format
from aigpt.bulk.job import OPENAI_METHODS, common_as_json, make_job
from aigpt.bulk.option_names import ADDRESS_AND_WORKERS, ENGINE_RAY, Message
from aigpt.bulk.outputs import open_output
from aigpt.bulk.places import arrow
from aigpt.bulk.result import STOP_ON, BulkResult, LimitName
from aigpt.bulk.rows import RowMapping
from aigpt.bulk.run_lock import run_lock
from aigpt.bulk.shard_tally import ShardTally
from aigpt.bulk.shard_worker import Progress, ShardOptions, ShardResult, ShardWorker
from aigpt.bulk.sharded_errors import WorkerLostError
from aigpt.bulk.shards import Plan, Shard, plan_shards, read_valid_rows
from aigpt.bulk.spending import Limits, Prices, Spending, make_spending
from aigpt.bulk.threads import in_thread, in_thread_until
from aigpt.bulk.workers import OwnWorker, Workers
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI

T = TypeVar("T")
_AHEAD = 2
_POLL = 0.25  # s
_COUNTED_AT_ONCE = 16


def _check(
    engine: str, address: str | None, workers: int | None, source: str | os.PathLike[str], form: Format | None
) -> None:
    """Raise ConfigurationError for what does not go together."""
    if engine not in ("local", "ray"):
        raise ConfigurationError(f"engine must be 'local' or 'ray', not {engine!r}")
    if engine == "local" and not (address is None and workers is None):
        raise ConfigurationError(Message(ADDRESS_AND_WORKERS, " are for ", ENGINE_RAY))
    if source == "-" or form == "openai-batch":
        what = "standard input" if source == "-" else "an OpenAI batch file"
        raise ConfigurationError(f"{what} goes to an output that is a file, not to a folder of parts")


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
        tokens_per_minute: float | None = None,
        prices: Prices | None = None,
        max_tokens: float | None = None,
        max_cost: float | None = None,
    ) -> None:
        job = make_job(client, method)
        _check(engine, address, workers, source, form)
        arrow()  # of which the parts are made
        limits = Limits(tokens_per_minute, prices, max_tokens, max_cost)
        self._spending = make_spending(method, limits)
        check_tokens(tokens_per_minute, known=method in OPENAI_METHODS)
        self._job, self._source, self._shard_rows = job, source, shard_rows
        self._form: Format | None = form
        self._mapping = dict(mapping or {})
        given = dict(common or {})
        required = job.needs_text and job.text not in given
        one_of = job.needs_one_of(given)
        rows = RowMapping(job.text, required, self._mapping, lists=job.takes_lists, utf8_ids=True, one_of=one_of)
        options = ShardOptions(
            given, common_as_json(job, given), rows, concurrency, frozenset(stop_on), retry_errors, skip_bad, limits
        )
        self._options, self._fresh = options, fresh
        self._output = open_output(target)
        self._workers: Workers
        if engine == "ray":
            from aigpt.bulk.ray_workers import RayWorkers  # noqa: PLC0415 (an extra)

            self._workers = RayWorkers(spec_of(client), method, self._output.where, options, rate, workers, address)
        else:
            self._workers = OwnWorker(lambda: ShardWorker(job, self._output, options, rate))
        self._plan = Plan([], {"rows": 0})
        self._tally = ShardTally()
        self._progress: list[Progress] = []
        self._began: float | None = None
        self._ended: float | None = None
        self._stop_reason: str | None = None
        self._stopped = asyncio.Event()
        self._stopping: set[asyncio.Task[None]] = set()

    # ── progress ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def total(self) -> int:
        """Rows of the input; 0 until it has been planned."""
        return self._plan.rows

    @property
    def before(self) -> int:
        """Rows that earlier runs have written, as far as their shards have been looked at."""
        return self._tally.before

    @property
    def done(self) -> int:
        """Rows that this run has written to the output."""
        return sum(one.summary.done for one in self._progress)

    @property
    def shards(self) -> tuple[int, int]:
        """Shards that are done, and all."""
        return self._tally.shards, len(self._plan.shards)

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
    def place(self) -> str | None:
        """The address of the Ray cluster that it is on, once connected; None without one."""
        return self._workers.place

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
        self._stopped.set()
        if self._began is not None:
            task = asyncio.get_running_loop().create_task(self._workers.stop(why))
            self._stopping.add(task)
            task.add_done_callback(self._stopping.discard)

    # ── the run ─────────────────────────────────────────────────────────────────────────────────────────────────

    def __await__(self) -> Generator[Any, Any, BulkResult]:
        return self._run().__await__()

    async def _run(self) -> BulkResult:
        self._plan = await self._in_thread(self._make_plan)
        if self._stop_reason is not None:
            return self._result()
        await self._until_stopped(self._workers.connect())
        if self._stop_reason is not None:
            return self._result()
        await in_thread(self._make_folder)
        async with run_lock(self._output.lock(), self._output.name, self.stop):
            todo = await in_thread(self._prepare)
            if todo and self._stop_reason is None:
                is_whole = False
                try:
                    await self._until_stopped(self._workers.start())
                    if self._stop_reason is None:
                        await self._dispatch(todo)
                        is_whole = True
                finally:
                    await self._workers.close(at_once=not is_whole)
            # What was answered of rows that had failed is in a journal, until all of the shard is.
            await in_thread(self._output.clean, self._tally.with_failures)
            if self.shards[0] == self.shards[1]:
                await in_thread(self._output.note_left_out, self._tally.bad_rows)
        return self._result()

    async def _until_stopped(self, work: Coroutine[Any, Any, None]) -> None:
        """Connect or start the workers, unless the run is stopped meanwhile: of a cluster it may take minutes."""
        starting = asyncio.create_task(work)
        stopped = asyncio.create_task(self._stopped.wait())
        try:
            await asyncio.wait([starting, stopped], return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
        finally:
            await cancel_and_wait([starting, stopped])

    async def _in_thread(self, work: Callable[[], T]) -> T:
        """Do what ends soon when the run is stopped."""
        return await in_thread_until(lambda: self.stop("cancelled"), work)

    def _make_plan(self) -> Plan:
        def is_stopped() -> bool:
            return self._stop_reason is not None

        return plan_shards(self._source, self._form, self._shard_rows, is_stopped, self._options.mapping)

    async def estimate(self) -> BulkEstimate:
        """Return what the whole input is likely to need; send nothing, and leave the output alone. As `BulkRun`."""
        if self._spending is None:
            raise ConfigurationError("the tokens of ask, run and search are not known before")
        return await self._in_thread(partial(self._estimate, self._spending))

    def _estimate(self, spending: Spending) -> BulkEstimate:
        plan = self._make_plan()
        found, skipped = Estimating(spending, self._options.common), 0
        for shard in plan.shards:
            if self._stop_reason is not None:
                break
            rows, bad = read_valid_rows(shard, self._options.mapping, skip_bad=self._options.skip_bad)
            skipped += len(bad)
            for row in rows:
                found.add(row.params)
        return found.result(plan.rows - skipped, skipped)

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
        self._output.refuse_other()
        self._output.make()

    def _prepare(self) -> deque[Shard]:
        self._output.open(self._settings, fresh=self._fresh)
        there = self._output.done()
        done = [shard.key for shard in self._plan.shards if shard.key in there]
        with ThreadPoolExecutor(_COUNTED_AT_ONCE) as pool:  # of a store, each takes its time
            counts = dict(zip(done, pool.map(self._output.count, done), strict=True))
        todo: deque[Shard] = deque()
        for shard in self._plan.shards:
            rows, failed = counts.get(shard.key, (0, 0))
            if failed:
                self._tally.with_failures.add(shard.key)
            if shard.key not in counts or (failed and self._options.retry_errors):
                todo.append(shard)
            else:
                self._tally.found(shard, rows, failed)
        return todo

    async def _dispatch(self, todo: deque[Shard]) -> None:
        """Hand shards to workers, two to each, until all are done or the run is stopped."""
        loop = asyncio.get_running_loop()
        self._began = loop.time()
        flight: dict[asyncio.Task[ShardResult], tuple[int, Shard]] = {}
        watching = [loop.create_task(self._watch()), loop.create_task(self._tend())]
        try:
            while (todo and self._stop_reason is None) or flight:
                self._assign(todo, flight)
                # A worker may come, or the run be stopped, while none ends.
                await asyncio.wait([*flight, *watching], timeout=_POLL, return_when=asyncio.FIRST_COMPLETED)
                for task in watching:
                    if task.done():
                        task.result()
                for ended in [task for task in flight if task.done()]:
                    _, shard = flight.pop(ended)
                    self._take(ended, shard, todo)
            self._progress = await self._workers.progress()
            self._stop_reason = self._stop_reason or self._reason_of_a_worker()
        finally:
            self._ended = loop.time()
            await cancel_and_wait([*watching, *flight])

    def _assign(self, todo: deque[Shard], flight: dict[asyncio.Task[ShardResult], tuple[int, Shard]]) -> None:
        busy = [worker for worker, _ in flight.values()]
        loads = {worker: busy.count(worker) for worker in self._workers.numbers()}
        while todo and loads and self._stop_reason is None:
            worker = min(loads, key=loads.__getitem__)
            if loads[worker] >= _AHEAD:
                return
            shard = todo.popleft()
            loads[worker] += 1
            flight[asyncio.create_task(self._workers.run(worker, shard))] = worker, shard

    def _take(self, task: asyncio.Task[ShardResult], shard: Shard, todo: deque[Shard]) -> None:
        try:
            self._tally.add(shard, task.result())
        except WorkerLostError:
            todo.appendleft(shard)

    def _reason_of_a_worker(self) -> str | None:
        return next((one.stopped for one in self._progress if one.stopped is not None), None)

    async def _watch(self) -> None:
        """Keep the progress up to date, and have all stop where one has."""
        while True:
            self._progress = await self._workers.progress()
            if (reason := self._reason_of_a_worker()) is not None:
                self.stop(reason)
            await asyncio.sleep(_POLL)

    async def _tend(self) -> None:
        """See to it that there are workers: to start one takes its time."""
        while True:
            await self._workers.tend()
            await asyncio.sleep(_POLL)

    def _result(self) -> BulkResult:
        tally = self._tally
        total = self.total - tally.bad_rows
        summary = self.summary
        costs = [one.cost for one in self._progress if one.cost is not None]
        cost = None if self._spending is None or self._spending.cost is None else sum(costs)
        estimated = sum(one.estimated for one in self._progress)
        stopped = self._stop_reason
        limits: list[LimitName] = [one.limit for one in self._progress if one.limit is not None]
        limit = limits[0] if limits else None
        refused = next((one.refused_row for one in self._progress if one.refused_row is not None), None)
        return BulkResult(
            total,
            tally.rows - tally.failed,
            tally.failed,
            tally.bad_rows,
            tally.bad,
            stopped,
            summary,
            cost,
            estimated,
            limit,
            refused,
        )
