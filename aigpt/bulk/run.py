"""A bulk run: calls for the rows of an input that are not in the output yet, made by `fan_out`."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Collection, Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.fan_out import fan_out
from aigpt._fanout.outcome import Outcome
from aigpt._fanout.runner import FanOut
from aigpt._fanout.starts import Rate
from aigpt._fanout.summary import Summary
from aigpt._http.checks import check_whole
from aigpt.bulk.answers import answer_fields, is_recorded, is_refused_alone
from aigpt.bulk.batch_output import rows_path, write_batch_files
from aigpt.bulk.columns import Columns
from aigpt.bulk.embedding_batches import MOST_INPUTS, can_share, is_alike, split_answer
from aigpt.bulk.errors import MismatchError
from aigpt.bulk.estimates import BulkEstimate, Estimating
from aigpt.bulk.expected_tokens import Estimated
from aigpt.bulk.failures import describe_failure
from aigpt.bulk.input_file import InputFile
from aigpt.bulk.input_formats import Format
from aigpt.bulk.job import common_as_json, make_job
from aigpt.bulk.journal import Journal, JournalRows, refuse_other_than_file
from aigpt.bulk.option_checks import check_output_suffix
from aigpt.bulk.option_names import ANOTHER_OUTPUT, Message
from aigpt.bulk.parquet import SUFFIXES
from aigpt.bulk.parquet_output import output_maker
from aigpt.bulk.places import is_remote, printable
from aigpt.bulk.result import STOP_ON, BulkResult, LimitName
from aigpt.bulk.rows import Row, RowMapping
from aigpt.bulk.spending import Limits, Prices, Spending, make_spending
from aigpt.bulk.threads import in_thread, in_thread_until
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI

Method = Literal["ask", "run", "search", "chat", "responses", "embeddings"]


class _RowCall(dict[str, Any]):
    """The keywords of a call, with the ids and parameters of its rows: one, or several embeddings."""

    __slots__ = ("estimated", "rows")

    def __init__(self, rows: list[tuple[str | int, dict[str, Any]]], keywords: Mapping[str, Any]) -> None:
        super().__init__(keywords)
        self.rows = rows
        self.estimated: Estimated | None = None


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
        stop_on: Collection[str] = STOP_ON,
        tokens_per_minute: float | None = None,
        batch_size: int = 1,
        prices: Prices | None = None,
        max_tokens: float | None = None,
        max_cost: float | None = None,
    ) -> None:
        self._job = job = make_job(client, method)
        self._batch_size = check_whole("batch_size", batch_size, 1)
        if batch_size > (MOST_INPUTS if method == "embeddings" else 1):
            raise ConfigurationError(f"batch_size is for embeddings, and {MOST_INPUTS} at most")
        self._spending = make_spending(method, Limits(tokens_per_minute, prices, max_tokens, max_cost))
        self._common = dict(common or {})
        self._common_json = common_as_json(job, self._common)
        self._stop_on = frozenset(stop_on)
        self._mapping = dict(mapping or {})
        required = job.needs_text and job.text not in self._common
        rows = RowMapping(
            job.text,
            required,
            self._mapping,
            lists=job.takes_lists,
            batch_url=job.batch_url,
            one_of=job.needs_one_of(self._common),
            utf8_ids=Path(target).suffix.lower() in SUFFIXES,
        )
        self._columns = Columns(Path(target).parent)
        self._input = InputFile(source, form, rows, skip_bad=skip_bad, columns=self._columns)
        if form == "openai-batch" and (job.batch_url is None or self._mapping):
            raise ConfigurationError("openai-batch is a form of chat, responses and embeddings, without a mapping")
        if is_remote(target):
            raise ConfigurationError(f"the output must be a path of this machine, not {printable(target)}")
        check_output_suffix(target)
        self._make_output = write_batch_files if form == "openai-batch" else output_maker(Path(target))
        self._made = None if self._make_output is None else Path(target)
        self._journal = Journal(target if self._made is None else rows_path(self._made), self._columns)
        self._fresh = fresh
        self._retry_errors = retry_errors
        self._earlier = JournalRows(self._columns)
        self._answered = self._failed = 0
        self._stop_reason: str | None = None
        self._limit: LimitName | None = None
        self._first_failure: str | None = None
        self._refused_row: str | int | None = None
        self._calls = self._make_calls()
        is_limited = self._spending is not None and self._spending.is_limited
        self._limited_calls = self._take_what_fits(self._spending) if self._spending and is_limited else None
        self._outcomes: FanOut[_RowCall, Any] = fan_out(
            job.send,
            self._limited_calls or self._calls,
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
    def done(self) -> int:
        """Rows that this run has written to the output."""
        return self._answered + self._failed

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

    @property
    def first_failure(self) -> str | None:
        """What the first row that failed in this run failed of, without anybody's text; None while none has."""
        return self._first_failure

    def stop(self, why: str = "stopped") -> None:
        """Start no more calls; those in flight are waited for and written."""
        self._stop_reason = self._stop_reason or why
        self._outcomes.stop(why)

    def __await__(self) -> Generator[Any, Any, BulkResult]:
        return self._run().__await__()

    async def _run(self) -> BulkResult:
        try:
            # Without blocking the event loop: a million lines take seconds.
            await in_thread_until(lambda: self.stop("cancelled"), self._check_input)
            if self._stop_reason is None:
                await in_thread(self._open_output)
                await in_thread_until(lambda: self.stop("cancelled"), self._compare)
            async with self._outcomes as outcomes:
                async for outcome in outcomes:
                    self._record(outcome)
            self._journal.check()
        finally:
            if self._limited_calls is not None:
                await self._limited_calls.aclose()
            self._calls.close()
            self._input.close()
            self._columns.close()
            self._journal.close()
        if self._made is not None and self._make_output is not None and self._journal.was_opened:
            await in_thread(self._make_output, self._made)
        return self._result()

    async def estimate(self) -> BulkEstimate:
        """Return what the whole input is likely to need; send nothing, and leave the output alone.

        For chat, responses and embeddings. Raises as the run itself does.
        """
        if self._spending is None:
            raise ConfigurationError("the tokens of ask, run and search are not known before")
        try:
            return await in_thread_until(lambda: self.stop("cancelled"), self._estimate, self._spending)
        finally:
            self._calls.close()
            self._input.close()
            self._columns.close()

    def _estimate(self, spending: Spending) -> BulkEstimate:
        self._input.scan(lambda: self._stop_reason is not None)
        found = Estimating(spending, self._common)
        for _, row in self._input.rows():
            found.add(row.params)
        return found.result(self.total, self._input.bad)

    def _check_input(self) -> None:
        for path in filter(None, (self._made, self._journal.path)):
            refuse_other_than_file(path)
        self._input.scan(lambda: self._stop_reason is not None)
        if self._stop_reason is None:
            self._input.refuse_as_target(self._made or self._journal.path)

    def _open_output(self) -> None:
        self._earlier = self._journal.open(self._settings(), fresh=self._fresh, retry_errors=self._retry_errors)

    def _compare(self) -> None:
        if len(self._earlier):
            self._earlier.find(self._input.id_hashes(), self._input.count)
            self._refuse_changed_rows()

    def _refuse_changed_rows(self) -> None:
        """Raise MismatchError where a row of the input has the id of an answer to another request."""
        if not self._input.has_own_ids:
            return
        changed, first = 0, ""
        for id, row in self._input.rows():
            if self._stop_reason is not None:
                return
            if row.id is not None and self._earlier.is_other(row.place, self._request(row.params)):
                changed += 1
                first = first or f"line {row.line} of {self._input.name}, id {id!r}"
        if changed:
            whose = f"{first}, is" if changed == 1 else f"{first}, and {changed - 1} more are"
            raise MismatchError(
                Message(
                    f"{self._journal.path} holds answers to rows that have changed since ({whose} not what was sent); "
                    "take their lines out of it to send them again, ",
                    ANOTHER_OUTPUT,
                )
            )

    def _request(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is recorded of a row as sent."""
        return {**self._common_json, **params}

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
        alike: list[tuple[str | int, Row]] = []
        for id, row in self._input.rows():
            if self._earlier.has(row.place):
                continue
            shares = self._batch_size > 1 and can_share(row)
            if alike and not (shares and len(alike) < self._batch_size and is_alike(row, alike[0][1])):
                yield self._call_of(alike)
                alike = []
            alike.append((id, row))
            if not shares:
                yield self._call_of(alike)
                alike = []
        if alike:
            yield self._call_of(alike)

    def _call_of(self, rows: list[tuple[str | int, Row]]) -> _RowCall:
        params = rows[0][1].params
        if len(rows) > 1:
            params = {**params, "input": [row.params["input"] for _, row in rows]}
        call = _RowCall([(id, row.params) for id, row in rows], self._job.keywords(params))
        if self._spending is not None:
            call.estimated = self._spending.estimate({**self._common, **params})
        return call

    async def _take_what_fits(self, spending: Spending) -> AsyncGenerator[_RowCall]:
        """Yield the calls, each when it exceeds no limit; none after the first one that would."""
        for call in self._calls:
            assert call.estimated is not None  # noqa: S101 (there are limits)
            exceeded = await spending.wait_for_room(call.estimated)
            if exceeded is not None:
                if self._stop_reason is None:
                    self._stop_reason, self._limit = exceeded.message, exceeded.limit
                return
            yield call

    def _record(self, outcome: Outcome[_RowCall, Any]) -> None:
        if self._spending is not None and outcome.request.estimated is not None:
            self._spending.end(outcome.request.estimated, None if outcome.error is not None else outcome.reply)
        if not is_recorded(outcome, self._stop_on):
            if self._refused_row is None and is_refused_alone(outcome, self._answered):
                self._refused_row = outcome.request.rows[0][0]
            return
        for line in self._lines(outcome):
            self._journal.append(line)
            if line["error"] is None:
                self._answered += 1
            else:
                self._failed += 1
                self._first_failure = self._first_failure or describe_failure(line["error"], outcome.exception)

    def _lines(self, outcome: Outcome[_RowCall, Any]) -> Iterator[dict[str, Any]]:
        """Yield the lines of the rows that a call was for."""
        fields = answer_fields(self._job, outcome)
        error = fields["error"]
        rows = outcome.request.rows
        replies: list[Any] = [fields["reply"]] * len(rows)
        if len(rows) > 1 and error is None:
            parts = split_answer(fields["reply"], [params["input"] for _, params in rows])
            if parts is None:
                error = "invalid_response"
                message = "the answer does not have one embedding for each input"
                replies = [{"error": {"code": error, "message": message}}] * len(rows)
            else:
                replies = parts
        for (id, params), reply in zip(rows, replies, strict=True):
            yield {"id": id, "request": self._request(params), **fields, "reply": reply, "error": error}

    def _result(self) -> BulkResult:
        summary = self.summary
        failed = self._earlier.failed + self._failed
        answered = len(self._earlier) - self._earlier.failed + self._answered
        stopped = self._stop_reason or summary.stopped
        bad, lines = self._input.bad, self._input.bad_lines
        cost = None if self._spending is None else self._spending.cost
        estimated = 0 if self._spending is None else self._spending.estimated
        return BulkResult(
            self.total, answered, failed, bad, lines, stopped, summary, cost, estimated, self._limit, self._refused_row
        )
