"""A bulk run: calls for the rows of an input that are not in the output yet, made by `fan_out`."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Collection, Generator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.fan_out import fan_out
from aigpt._fanout.outcome import Outcome, reason_to_stop
from aigpt._fanout.runner import FanOut
from aigpt._fanout.starts import Rate
from aigpt._fanout.summary import Summary
from aigpt.bulk.input_file import InputFile
from aigpt.bulk.input_formats import Format
from aigpt.bulk.job import make_job
from aigpt.bulk.journal import Journal, JournalRows
from aigpt.bulk.rows import RowMapping
from aigpt.errors import ConfigurationError, RequestAbortedError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI

Method = Literal["ask", "run", "search", "chat", "responses", "embeddings"]

_STOP_ON = frozenset({"auth", "insufficient_quota"})


@dataclass(frozen=True, slots=True)
class BulkResult:
    """The result of a run. `total` = `answered` + `failed` + `left`."""

    total: int
    """Rows of the input."""
    answered: int
    """Rows whose answer is in the output, from earlier runs or this one."""
    failed: int
    """Rows whose failure is in the output; ``retry_errors=True`` sends them again."""
    skipped: int
    """Lines left out since they are not valid rows."""
    skipped_lines: list[tuple[int, str]]
    """Number and reason of the first of these."""
    stopped: str | None
    """Why the run ended early; None if it did not."""
    summary: Summary
    """The calls of this run."""

    @property
    def left(self) -> int:
        """Rows that are not in the output; the same call again sends them."""
        return self.total - self.answered - self.failed


class _RowCall(dict[str, Any]):
    """The keywords of a call, with the id and parameters of its row."""

    __slots__ = ("id", "params")

    def __init__(self, id: str | int, params: dict[str, Any], keywords: Mapping[str, Any]) -> None:
        super().__init__(keywords)
        self.id = id
        self.params = params


class BulkRun:
    """A run of *method* over the file *source* into the file *target*.

    *method*: ``"ask"``, ``"run"`` or ``"search"`` of an `AsyncIGPT`; ``"chat"``, ``"responses"`` or ``"embeddings"`` of
    an `AsyncOpenAI` or its like.

    Await it once. Options are those of `run_file`. Its properties show the progress, to any task.
    """

    def __init__(
        self,
        client: AsyncIGPT | AsyncOpenAI,
        method: Method,
        source: str | os.PathLike[str],
        target: str | os.PathLike[str],
        *,
        concurrency: int | Adaptive = 32,
        rate: Rate = None,
        common: Mapping[str, Any] | None = None,
        mapping: Mapping[str, str] | None = None,
        form: Format | None = None,
        fresh: bool = False,
        retry_errors: bool = False,
        skip_bad: bool = False,
        stop_on: Collection[str] = _STOP_ON,
        tokens_per_minute: float | None = None,
    ) -> None:
        self._job = job = make_job(client, method)
        self._common = dict(common or {})
        self._common_json = job.as_json(self._common)
        self._stop_on = frozenset(stop_on)
        self._mapping = dict(mapping or {})
        required = job.needs_text and job.text not in self._common
        rows = RowMapping(job.text, required, self._mapping, lists=job.takes_lists)
        self._input = InputFile(source, form, rows, skip_bad=skip_bad)
        self._journal = Journal(target)
        self._fresh = fresh
        self._retry_errors = retry_errors
        self._earlier = JournalRows()
        self._unwritten = 0
        self._stop_reason: str | None = None
        self._calls = self._make_calls()
        self._outcomes: FanOut[_RowCall, Any] = fan_out(
            job.send,
            self._calls,
            concurrency=concurrency,
            common=job.common(self._common),
            rate=rate,
            stop_on=stop_on,
            tokens_per_minute=tokens_per_minute,
            buffer=0,  # an answer is written before its slot is used again
        )

    @property
    def total(self) -> int:
        """Rows of the input; 0 until it has been read once."""
        return self._input.count

    @property
    def before(self) -> int:
        """Rows that earlier runs have written to the output."""
        return len(self._earlier)

    @property
    def summary(self) -> Summary:
        """The calls of this run so far."""
        return self._outcomes.summary

    @property
    def in_flight(self) -> int:
        """Calls under way."""
        return self._outcomes.in_flight

    @property
    def paused(self) -> float:
        """Seconds until calls start again, after a ``Retry-After`` of the server; 0 if not paused."""
        return self._outcomes.paused

    def stop(self, why: str = "stopped") -> None:
        """Start no more calls; those in flight are waited for and written."""
        self._stop_reason = self._stop_reason or why
        self._outcomes.stop(why)

    def __await__(self) -> Generator[Any, Any, BulkResult]:
        return self._run().__await__()

    async def _run(self) -> BulkResult:
        try:
            await self._prepare_in_thread()
            async with self._outcomes as outcomes:
                async for outcome in outcomes:
                    self._record(outcome)
        finally:
            self._calls.close()
            self._input.close()
            self._journal.close()
        return self._result()

    async def _prepare_in_thread(self) -> None:
        """Read the input and open the output without blocking the event loop: a million lines take seconds."""
        preparing = asyncio.ensure_future(asyncio.to_thread(self._prepare))
        try:
            await asyncio.shield(preparing)
        except asyncio.CancelledError:
            self.stop("cancelled")
            await asyncio.wait([preparing])  # else it might open the output after that was closed
            raise

    def _prepare(self) -> None:
        self._journal.refuse_folder()
        self._input.scan(lambda: self._stop_reason is not None)
        if self._stop_reason is None:
            self._input.refuse_as_target(self._journal.path)
            self._earlier = self._journal.open(self._settings(), fresh=self._fresh, retry_errors=self._retry_errors)

    def _settings(self) -> dict[str, Any]:
        return {
            "method": self._job.name,
            "input": {"rows": self._input.count, "digest": self._input.digest},
            "map": self._mapping,
            "set": self._common_json,
            **self._job.settings(),
        }

    def _make_calls(self) -> Generator[_RowCall]:
        if len(self._earlier) == self._input.count:
            return
        for id, row in self._input.rows():
            if id not in self._earlier:
                yield _RowCall(id, row.params, self._job.keywords(row.params))

    def _record(self, outcome: Outcome[_RowCall, Any]) -> None:
        if isinstance(outcome.exception, ConfigurationError):
            raise outcome.exception
        # A failure that ended the run is not recorded, so that the next run sends the row again.
        if isinstance(outcome.exception, RequestAbortedError) or reason_to_stop(outcome, self._stop_on):
            self._unwritten += 1
        else:
            self._journal.append(self._line(outcome))

    def _line(self, outcome: Outcome[_RowCall, Any]) -> dict[str, Any]:
        reply, status = self._job.record(outcome)
        return {
            "id": outcome.request.id,
            "request": {**self._common_json, **outcome.request.params},
            "reply": reply,
            "error": outcome.error,
            "status": status,
            "retries": outcome.retries,
            "elapsed": round(outcome.elapsed, 6),
            "attempt_time": round(outcome.attempt_time, 6),
            "time": round(time.time(), 3),
        }

    def _result(self) -> BulkResult:
        summary = self.summary
        failed = self._earlier.failed + summary.failed - self._unwritten
        answered = len(self._earlier) - self._earlier.failed + summary.ok
        stopped = self._stop_reason or summary.stopped
        return BulkResult(self.total, answered, failed, self._input.bad, self._input.bad_lines, stopped, summary)


async def run_file(
    client: AsyncIGPT | AsyncOpenAI,
    method: Method,
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    concurrency: int | Adaptive = 32,
    rate: Rate = None,
    common: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
    form: Format | None = None,
    fresh: bool = False,
    retry_errors: bool = False,
    skip_bad: bool = False,
    stop_on: Collection[str] = _STOP_ON,
    tokens_per_minute: float | None = None,
) -> BulkResult:
    """Send every row of the file *source* as a call, and append each answer to the file *target* as it comes.

    After an interruption at any moment, the same call resumes the run: no row is missing, none is there twice.

    - *client*, *method*: an `AsyncIGPT` and ``"ask"``, ``"run"`` or ``"search"``, or an `AsyncOpenAI` or its like and
      ``"chat"``, ``"responses"`` or ``"embeddings"``. A text fills `messages` (one of the user) or `input`, a list too.
    - *source*: JSON lines (strings or objects of parameters), CSV (columns are parameters) or plain text (one question
      per line), by its suffix or *form* (``"jsonl"``, ``"csv"``, ``"text"``); ``"-"`` is standard input. A row's own
      `id` is not sent; rows without one are identified by a hash of their parameters.
    - *target*: JSON lines: ``id, request, reply, error, status, retries, elapsed, attempt_time, time`` (elapsed
      and attempt_time in seconds, time in Unix seconds). Created with mode 0600.
    - *mapping*: parameter to column, ``{"input": "query"}``; only these are sent. *common*: parameters for every row.
    - *fresh*: start over and lose the rows in *target*. *retry_errors*: send the rows that failed again.
    - *skip_bad*: leave out lines that are not valid rows, instead of refusing the input.
    - *concurrency*, *rate*, *stop_on*, *tokens_per_minute*: as in `aigpt.fan_out`.

    Raises `aigpt.bulk.BulkError` if the input or output cannot be used, and `ConfigurationError` for wrong options.
    """
    return await BulkRun(
        client,
        method,
        source,
        target,
        concurrency=concurrency,
        rate=rate,
        common=common,
        mapping=mapping,
        form=form,
        fresh=fresh,
        retry_errors=retry_errors,
        skip_bad=skip_bad,
        stop_on=stop_on,
        tokens_per_minute=tokens_per_minute,
    )
