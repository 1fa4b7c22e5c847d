"""What answers shards: one fan-out for as long as there are any, so that no slot is idle at the end of a shard."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.fan_out import fan_out
from aigpt._fanout.outcome import Outcome, reason_to_stop
from aigpt._fanout.runner import FanOut
from aigpt._fanout.starts import Rate
from aigpt._fanout.summary import Summary
from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.errors import InputError
from aigpt.bulk.failures import describe_failure
from aigpt.bulk.job import Job
from aigpt.bulk.option_names import not_a_row
from aigpt.bulk.parts import Parts, ShardJournal
from aigpt.bulk.places import printable
from aigpt.bulk.rows import Row, RowMapping
from aigpt.bulk.shards import Shard, read_shard
from aigpt.errors import ConfigurationError, RequestAbortedError

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


@dataclass(slots=True)
class ShardResult:
    """What has become of a shard."""

    key: str
    is_done: bool = False
    """Whether its part is there."""
    before: int = 0
    """Rows that were in the journal when it was taken over."""
    rows: int = 0
    """Rows that are in the output now, in the part or the journal."""
    failed: int = 0
    """Rows of these that failed."""
    bad: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """Lines that are not rows, and why."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a worker has done so far."""

    summary: Summary
    in_flight: int
    paused: float
    stopped: str | None
    first_failure: str | None


class _Under:
    """A shard under way."""

    def __init__(self, journal: ShardJournal, left: int) -> None:
        self.journal = journal
        self.left = left
        self.ended = asyncio.Event()
        if not left:
            self.ended.set()


class _Call(dict[str, Any]):
    """The keywords of a call, with its row."""

    __slots__ = ("row", "shard")

    def __init__(self, row: Row, shard: _Under, keywords: Mapping[str, Any]) -> None:
        super().__init__(keywords)
        self.row, self.shard = row, shard


class ShardWorker:
    """Answers shards, several at a time. `close` it."""

    def __init__(self, job: Job, parts: Parts, options: ShardOptions, rate: Rate) -> None:
        self._job, self._parts, self._options = job, parts, options
        self._calls: asyncio.Queue[_Call | None] = asyncio.Queue()
        self._outcomes: FanOut[_Call, Any] = fan_out(
            job.send,
            self._take(),
            concurrency=options.concurrency,
            common=job.common(options.common),
            rate=rate,
            stop_on=options.stop_on,
            buffer=0,
        )
        self._loop: asyncio.Task[None] | None = None
        self._first_failure: str | None = None

    async def _take(self) -> AsyncIterator[_Call]:
        while (call := await self._calls.get()) is not None:
            yield call

    @property
    def progress(self) -> Progress:
        """What it has done so far."""
        summary = self._outcomes.summary
        return Progress(summary, self._outcomes.in_flight, self._outcomes.paused, summary.stopped, self._first_failure)

    async def run(self, shard: Shard) -> ShardResult:
        """Answer the rows of *shard* that are not in its journal. Raises BulkError, ConfigurationError.

        Where the run is stopped, the result says that the shard is not done.
        """
        if self._loop is None:
            self._loop = asyncio.create_task(self._write())
        result = ShardResult(shard.key)
        rows = await asyncio.to_thread(self._read, shard, result)
        journal = await asyncio.to_thread(self._parts.journal, shard.key, retry_errors=self._options.retry_errors)
        result.before = len(journal.lines)
        try:
            todo = [row for row in rows if row.line not in journal.lines]
            under = _Under(journal, len(todo))
            for row in todo:
                self._calls.put_nowait(_Call(row, under, self._job.keywords(row.params)))
            ended = asyncio.create_task(under.ended.wait())
            try:
                await asyncio.wait([ended, self._loop], return_when=asyncio.FIRST_COMPLETED)
            finally:
                await cancel_and_wait([ended])
            if self._loop.done():
                self._loop.result()
            if not under.left:
                await asyncio.to_thread(journal.commit)
                result.is_done = True
        finally:
            journal.close()
        result.rows, result.failed = len(journal.lines), journal.failed
        return result

    def _read(self, shard: Shard, result: ShardResult) -> list[Row]:
        rows: list[Row] = []
        for found in read_shard(shard, self._options.mapping):
            if isinstance(found, Row):
                rows.append(found)
            elif not self._options.skip_bad:
                line, why = found
                raise InputError(
                    not_a_row(f"line {line} of {printable(shard.file)}", why),
                    line,
                )
            else:
                result.bad.append(found)
        return rows

    async def _write(self) -> None:
        async with self._outcomes as outcomes:
            async for outcome in outcomes:
                self._record(outcome)

    def _record(self, outcome: Outcome[_Call, Any]) -> None:
        if isinstance(outcome.exception, ConfigurationError):
            raise outcome.exception
        # As in a run without shards: what ended the run is sent again by the next one.
        if isinstance(outcome.exception, RequestAbortedError) or reason_to_stop(
            outcome, frozenset(self._options.stop_on)
        ):
            return
        call = outcome.request
        record = self._job.record(outcome)
        line = {
            "id": call.row.id,
            "line": call.row.line,
            "request": {**self._options.common_json, **call.row.params},
            **record,
            "error": record.get("error", outcome.error),
            "retries": outcome.retries,
            "elapsed": round(outcome.elapsed, 6),
            "attempt_time": round(outcome.attempt_time, 6),
            "time": round(time.time(), 3),
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


def common_as_json(job: Job, common: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of all rows as they are recorded. Raises ConfigurationError where they are not JSON."""
    found: dict[str, Any] = json.loads(json.dumps(job.as_json(common)))
    return found
