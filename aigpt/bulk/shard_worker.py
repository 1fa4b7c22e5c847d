"""What answers shards: one fan-out for as long as there are any, so that no slot is idle at the end of a shard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.outcome import Outcome
from aigpt._fanout.quotas import TokensPerMinute
from aigpt._fanout.runner import FanOut
from aigpt._fanout.starts import Rate
from aigpt._fanout.summary import Summary
from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.answers import answer_fields, is_recorded
from aigpt.bulk.expected_tokens import Estimated
from aigpt.bulk.failures import describe_failure
from aigpt.bulk.job import Job
from aigpt.bulk.outputs import Journal, Output
from aigpt.bulk.result import LimitName
from aigpt.bulk.rows import Row, RowMapping
from aigpt.bulk.shards import Shard, read_valid_rows
from aigpt.bulk.spending import Allowance, Limits, make_spending
from aigpt.bulk.threads import in_thread

_MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class ShardOptions:
    """What workers have to know of a run besides their client and their rate. Picklable."""

    common: Mapping[str, Any]
    common_json: dict[str, Any]
    mapping: RowMapping
    concurrency: int | Adaptive
    stop_on: Collection[str]
    retry_errors: bool
    skip_bad: bool
    limits: Limits


@dataclass(slots=True)
class ShardResult:
    """What has become of a shard."""

    is_done: bool = False
    """Whether its part is there."""
    before: int = 0
    """Rows that were in the journal when it was taken over."""
    rows: int = 0
    """Rows that are in the output now, in the part or the journal."""
    failed: int = 0
    """Rows of these that failed."""
    bad: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """The first lines that are not rows, and why."""
    bad_rows: int = 0
    """How many lines are not rows."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a worker has done so far."""

    summary: Summary
    in_flight: int
    paused: float
    stopped: str | None
    first_failure: str | None
    short: tuple[float, float] = (0.0, 0.0)
    """The tokens and the cost that it lacks of what it is allowed so far."""
    cost: float | None = None
    """What its calls cost; None without prices."""
    limit: LimitName | None = None
    """The limit that ended the run."""
    estimated: int = 0
    """Calls whose answers did not say what they used."""


class _Under:
    """A shard under way."""

    def __init__(self, journal: Journal, left: int) -> None:
        self.journal = journal
        self.left = left
        self.is_over = False
        """Whether nobody takes its answers any more."""
        self.ended = asyncio.Event()
        if not left:
            self.ended.set()


class _Call(dict[str, Any]):
    """The keywords of a call, with its row."""

    __slots__ = ("estimated", "row", "shard")

    def __init__(self, row: Row, shard: _Under, keywords: Mapping[str, Any]) -> None:
        super().__init__(keywords)
        self.row, self.shard = row, shard
        self.estimated: Estimated | None = None


class ShardWorker:
    """Answers shards, several at a time. `close` it."""

    def __init__(
        self, job: Job, output: Output, options: ShardOptions, rate: Rate, allowance: Allowance | None = None
    ) -> None:
        self._job, self._output, self._options = job, output, options
        self._calls: asyncio.Queue[_Call | None] = asyncio.Queue()
        limits = options.limits
        self._spending = make_spending(job.name, limits)
        per_minute = limits.tokens_per_minute
        self._per_minute = None if per_minute is None else TokensPerMinute(per_minute)
        if allowance is not None:
            self.allow(allowance)
        self._stop_reason: str | None = None
        self._limit: LimitName | None = None
        self._outcomes: FanOut[_Call, Any] = FanOut(
            job.send,
            self._take(),
            concurrency=options.concurrency,
            common=job.common(options.common),
            ordered=False,
            rate=rate,
            stop_on=options.stop_on,
            buffer=0,  # an answer is written before its slot is used again
            tokens_per_minute=self._per_minute,
            server_limits=True,
        )
        self._loop: asyncio.Task[None] | None = None
        self._first_failure: str | None = None

    async def _take(self) -> AsyncIterator[_Call]:
        while (call := await self._calls.get()) is not None:
            if call.shard.is_over:
                continue
            if self._spending is not None:
                call.estimated = self._spending.estimate({**self._options.common, **call.row.params})
                if self._spending.is_limited:
                    exceeded = await self._spending.wait_for_room(call.estimated)
                    if exceeded is not None:
                        self._stop_reason, self._limit = exceeded.message, exceeded.limit
                        return
            yield call

    def allow(self, allowance: Allowance) -> None:
        """Take note of what may be used of the limits so far."""
        if self._spending is not None:
            self._spending.allow(allowance)
        if self._per_minute is not None and allowance.tokens_per_minute is not None:
            self._per_minute.change(allowance.tokens_per_minute)

    @property
    def progress(self) -> Progress:
        """What it has done so far."""
        summary = self._outcomes.summary
        spending = self._spending
        return Progress(
            summary,
            self._outcomes.in_flight,
            self._outcomes.paused,
            self._stop_reason or summary.stopped,
            self._first_failure,
            (0.0, 0.0) if spending is None else spending.short,
            None if spending is None else spending.cost,
            self._limit,
            0 if spending is None else spending.estimated,
        )

    async def run(self, shard: Shard) -> ShardResult:
        """Answer the rows of *shard* that are not in its journal. Raises BulkError, ConfigurationError.

        Where the run is stopped, the result says that the shard is not done.
        """
        if self._loop is None:
            self._loop = asyncio.create_task(self._write())
        result = ShardResult()
        options = self._options
        rows, bad = await in_thread(read_valid_rows, shard, options.mapping, skip_bad=options.skip_bad)
        result.bad, result.bad_rows = bad[:_MOST_LISTED], len(bad)
        journal = await in_thread(self._output.journal, shard.key, retry_errors=options.retry_errors)
        result.before = len(journal.lines)
        todo = [row for row in rows if row.line not in journal.lines]
        under = _Under(journal, len(todo))
        try:
            for row in todo:
                self._calls.put_nowait(_Call(row, under, self._job.keywords(row.params)))
            ended = asyncio.create_task(under.ended.wait())
            flushing = asyncio.create_task(_flush(journal))
            try:
                await asyncio.wait([ended, self._loop, flushing], return_when=asyncio.FIRST_COMPLETED)
            finally:
                await cancel_and_wait([ended, flushing])
            if not flushing.cancelled():
                flushing.result()
            if self._loop.done():
                self._loop.result()
            if not under.left:
                await in_thread(journal.commit)
                result.is_done = True
        finally:
            under.is_over = True
            await in_thread(journal.close)
        result.rows, result.failed = len(journal.lines), journal.failed
        return result

    async def _write(self) -> None:
        async with self._outcomes as outcomes:
            async for outcome in outcomes:
                self._record(outcome)

    def _record(self, outcome: Outcome[_Call, Any]) -> None:
        if self._spending is not None and outcome.request.estimated is not None:
            self._spending.end(outcome.request.estimated, None if outcome.error is not None else outcome.reply)
        call = outcome.request
        if call.shard.is_over or not is_recorded(outcome, self._options.stop_on):
            return
        line = {
            "id": call.row.id,
            "line": call.row.line,
            "request": {**self._options.common_json, **call.row.params},
            **answer_fields(self._job, outcome),
        }
        call.shard.journal.append(line)
        if line["error"] is not None and self._first_failure is None:
            self._first_failure = describe_failure(cast("str", line["error"]), outcome.exception)
        call.shard.left -= 1
        if not call.shard.left:
            call.shard.ended.set()

    def stop(self, why: str) -> None:
        """Begin no more calls; those in flight are waited for, and written."""
        self._outcomes.stop(why)

    async def close(self, *, at_once: bool = False) -> None:
        """End the fan-out, *at_once* or when the calls in flight have ended."""
        self._calls.put_nowait(None)
        if self._loop is None:
            return
        if at_once:
            await cancel_and_wait([self._loop])
        else:
            await asyncio.wait([self._loop])


async def _flush(journal: Journal) -> None:
    """Flush *journal* regularly, until this is cancelled. Raises OutputError."""
    while True:
        await asyncio.sleep(3600 if journal.flush_interval is None else journal.flush_interval)
        await in_thread(journal.flush)
