"""Calls for rows that come in batches, by one fan-out, so that no slot is idle at the end of a batch."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, cast

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.fan_out import fan_out
from aigpt._fanout.outcome import reason_to_stop
from aigpt._fanout.runner import FanOut
from aigpt._fanout.starts import Rate
from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.answers import answer_fields
from aigpt.bulk.errors import BulkError
from aigpt.bulk.job import Job
from aigpt.bulk.result import STOP_ON
from aigpt.errors import ConfigurationError


class CallOptions:
    """What the calls of all rows have in common. Picklable; no dataclass, since Ray writes the fields of these."""

    __slots__ = ("common", "concurrency")

    def __init__(self, common: Mapping[str, Any], concurrency: int | Adaptive) -> None:
        self.common: Mapping[str, Any] = common
        """The parameters for every row that does not have them itself."""
        self.concurrency: int | Adaptive = concurrency

    def __repr__(self) -> str:
        return f"<CallOptions of {len(self.common)} parameters>"


class _Batch:
    """Rows that are answered together."""

    def __init__(self, number: int) -> None:
        self.answers: list[dict[str, Any] | None] = [None] * number
        self.left = number
        self.ended = asyncio.Event()
        if not number:
            self.ended.set()

    def answered(self, place: int, answer: dict[str, Any]) -> None:
        self.answers[place] = answer
        self.left -= 1
        if not self.left:
            self.ended.set()


class _Call(dict[str, Any]):
    """The keywords of a call, with its place in its batch."""

    __slots__ = ("batch", "place")

    def __init__(self, batch: _Batch, place: int, keywords: Mapping[str, Any]) -> None:
        super().__init__(keywords)
        self.batch, self.place = batch, place


class RowCalls:
    """Answers rows. `start` it, and `close` it."""

    def __init__(self, job: Job, options: CallOptions, rate: Rate) -> None:
        self._job = job
        self._calls: asyncio.Queue[_Call] = asyncio.Queue()
        self._outcomes: FanOut[_Call, Any] = fan_out(
            job.send,
            self._take(),
            concurrency=options.concurrency,
            common=job.common(options.common),
            rate=rate,
            stop_on=STOP_ON,
            buffer=0,
        )
        self._reading: asyncio.Task[None] | None = None

    async def _take(self) -> AsyncIterator[_Call]:
        while True:
            yield await self._calls.get()

    def start(self) -> None:
        """Begin."""
        self._reading = asyncio.create_task(self._read())

    async def answer(self, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return what came of calls with the parameters *rows*, in their order: reply, error, status, retries, ….

        Raises BulkError where the key was refused or the credit is used up, and ConfigurationError.
        """
        assert self._reading is not None  # noqa: S101 (start comes first)
        batch = _Batch(len(rows))
        for place, params in enumerate(rows):
            self._calls.put_nowait(_Call(batch, place, self._job.keywords(params)))
        ended = asyncio.create_task(batch.ended.wait())
        try:
            await asyncio.wait([ended, self._reading], return_when=asyncio.FIRST_COMPLETED)
        finally:
            await cancel_and_wait([ended])
        if batch.left:
            self._reading.result()
            raise BulkError(f"stopped: {self._outcomes.summary.stopped}; no more calls are sent")
        return cast("list[dict[str, Any]]", batch.answers)

    async def _read(self) -> None:
        async with self._outcomes as outcomes:
            async for outcome in outcomes:
                if isinstance(outcome.exception, ConfigurationError):
                    raise outcome.exception
                if reason_to_stop(outcome, STOP_ON) is None:
                    outcome.request.batch.answered(outcome.request.place, answer_fields(self._job, outcome))

    async def close(self) -> None:
        """End; calls under way are given up."""
        if self._reading is not None:
            await cancel_and_wait([self._reading])
