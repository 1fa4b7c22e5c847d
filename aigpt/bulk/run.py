"""A bulk run: the rows of an input that are not answered yet, through `fan_out`, into the output."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable, Collection, Coroutine, Generator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from aigpt._adaptive import Adaptive
from aigpt._client import AsyncIGPT
from aigpt._fanout import FanOut, fan_out
from aigpt._outcome import Outcome
from aigpt._reply import Failure
from aigpt._structured import shape_of
from aigpt._summary import Summary
from aigpt.bulk.input_file import Input
from aigpt.bulk.journal import Answered, Output
from aigpt.bulk.rows import Format, Shape, as_keywords
from aigpt.errors import ConfigurationError
from aigpt.types import Reply

Method = Literal["ask", "run", "search"]

_ABORTED = "request_aborted"


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What a run came to. `total` = `answered` + `failed` + `left`."""

    total: int
    """Rows of the input."""
    answered: int
    """Rows whose answer is in the output, from earlier runs or this one."""
    failed: int
    """Rows whose failure is in the output; ``retry_errors=True`` asks them again."""
    skipped: int
    """Lines left out since they are no questions."""
    skipped_lines: list[tuple[int, str]]
    """The first of these, and why."""
    stopped: str | None
    """Why the run ended before its rows did; None if it did not."""
    summary: Summary
    """The calls of this run."""

    @property
    def left(self) -> int:
        """Rows that have neither: the same call again asks them."""
        return self.total - self.answered - self.failed


class _Asked(dict[str, Any]):
    """The keywords of a call, with the id of the row they come from."""

    __slots__ = ("id", "params")

    def __init__(self, id: str | int, params: dict[str, Any]) -> None:
        super().__init__(as_keywords(params))
        self.id = id
        self.params = params


class BulkRun:
    """A run of *method* (``"ask"``, ``"run"`` or ``"search"``) over the file *source* into the file *target*.

    Await it once. Options are those of `run_file`. Its attributes say what it does meanwhile, from any task.
    """

    def __init__(
        self,
        client: AsyncIGPT,
        method: Method,
        source: str | os.PathLike[str],
        target: str | os.PathLike[str],
        *,
        concurrency: int | Adaptive = 32,
        rate: float | None = None,
        common: Mapping[str, Any] | None = None,
        mapping: Mapping[str, str] | None = None,
        form: Format | None = None,
        fresh: bool = False,
        retry_errors: bool = False,
        skip_bad: bool = False,
        stop_on: Collection[str] = frozenset({"auth"}),
    ) -> None:
        if method not in {"ask", "run", "search"}:
            raise ConfigurationError("method must be ask, run or search")
        self._client = client
        self._method = method
        self._common = dict(common or {})
        self._sent = _as_sent(self._common)
        self._stop_on = frozenset(stop_on)
        text = "query" if method == "search" else "input"
        required = method != "search" and text not in self._common
        self._mapping = dict(mapping or {})
        self.input = Input(source, form, Shape(text, required, self._mapping), skip_bad=skip_bad)
        self._output = Output(target)
        self._fresh = fresh
        self._retry_errors = retry_errors
        self._answered = Answered()
        self._stop_asked: str | None = None
        self._rows = self._asked()
        self._outcomes: FanOut[_Asked, Any] = fan_out(
            self._callable(),
            self._rows,
            concurrency=concurrency,
            common=self._common,
            rate=rate,
            stop_on=stop_on,
            buffer=0,  # an answer is on the disk before its slot is used again
        )

    @property
    def total(self) -> int:
        """Rows of the input; 0 until it was looked through."""
        return self.input.count

    @property
    def before(self) -> int:
        """Rows that earlier runs have put into the output."""
        return len(self._answered)

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
        """Seconds for which nothing begins, since the server said so."""
        return self._outcomes.paused

    def stop(self, why: str = "stopped") -> None:
        """Begin no more calls; those under way are waited for and written."""
        self._stop_asked = self._stop_asked or why
        self._outcomes.stop(why)

    def __await__(self) -> Generator[Any, Any, BulkResult]:
        return self._go().__await__()

    async def _go(self) -> BulkResult:
        try:
            await self._prepare_in_thread()
            async with self._outcomes as outcomes:
                async for outcome in outcomes:
                    self._note(outcome)
        finally:
            self._rows.close()
            self.input.close()
            self._output.close()
        return self._result()

    async def _prepare_in_thread(self) -> None:
        """Prepare without holding up the event loop: a million lines take seconds."""
        preparing = asyncio.ensure_future(asyncio.to_thread(self._prepare))
        try:
            await asyncio.shield(preparing)
        except asyncio.CancelledError:
            self.stop("cancelled")
            await asyncio.wait([preparing])  # so that nobody opens the output after it was closed
            raise

    def _prepare(self) -> None:
        self.input.scan(lambda: self._stop_asked is not None)
        if self._stop_asked is None:
            self.input.refuse_as_target(self._output.path)
            self._answered = self._output.open(self._identity(), fresh=self._fresh, retry_errors=self._retry_errors)

    def _identity(self) -> dict[str, Any]:
        options = self._client.options
        return {
            "method": self._method,
            "input": {"rows": self.input.count, "digest": self.input.digest},
            "map": self._mapping,
            "set": self._sent,
            "user": options.user,
            "base_url": str(options.base_url),
        }

    def _callable(self) -> Callable[..., Coroutine[Any, Any, Any]]:
        method: Callable[..., Coroutine[Any, Any, Any]] = getattr(self._client.recall, self._method)
        return method

    def _asked(self) -> Generator[_Asked]:
        if len(self._answered) == self.input.count:
            return
        for id, row in self.input.rows():
            if id not in self._answered:
                yield _Asked(id, row.params)

    def _note(self, outcome: Outcome[_Asked, Any]) -> None:
        if isinstance(outcome.exception, ConfigurationError):
            raise outcome.exception
        # What ended the run is no answer to the question, which the next run is to ask again.
        if outcome.error is None or outcome.error not in self._stop_on | {_ABORTED}:
            self._output.append(self._line(outcome))

    def _line(self, outcome: Outcome[_Asked, Any]) -> dict[str, Any]:
        reply = outcome.reply
        return {
            "id": outcome.request.id,
            "request": {**self._sent, **outcome.request.params},
            "reply": _as_came(reply, outcome.error),
            "error": outcome.error,
            "status": reply.status if isinstance(reply, Reply) else None,
            "retries": outcome.retries,
            "elapsed": round(outcome.elapsed, 6),
            "attempt_time": round(outcome.attempt_time, 6),
            "time": round(time.time(), 3),
        }

    def _result(self) -> BulkResult:
        summary = self.summary
        unwritten = sum(summary.errors[code] for code in self._stop_on | {_ABORTED})
        failed = self._answered.failed + summary.failed - unwritten
        answered = len(self._answered) - self._answered.failed + summary.ok
        stopped = self._stop_asked or summary.stopped
        return BulkResult(self.total, answered, failed, self.input.bad, self.input.bad_lines, stopped, summary)


def _as_came(reply: object, error: str | None) -> object:
    """Return the answer that *reply* is; where it does not fit the type asked for, what came in its place."""
    if isinstance(reply, Reply) and reply.received is not None:
        return reply.received
    return {"error": error} if reply is None else reply


def _as_sent(common: Mapping[str, Any]) -> dict[str, Any]:
    """Return *common* as it goes into the requests, to be written down. Raises ConfigurationError if it cannot be."""
    shape = shape_of(common.get("output_format", "text"))
    if isinstance(shape, Failure):
        raise ConfigurationError(f"common: {shape.message}")
    sent = {**common, "output_format": shape.wire} if shape else dict(common)
    try:
        json.dumps(sent, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as exc:
        raise ConfigurationError("common holds a value that JSON does not have; rows are sent as JSON") from exc
    return sent


async def run_file(
    client: AsyncIGPT,
    method: Method,
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    concurrency: int | Adaptive = 32,
    rate: float | None = None,
    common: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
    form: Format | None = None,
    fresh: bool = False,
    retry_errors: bool = False,
    skip_bad: bool = False,
    stop_on: Collection[str] = frozenset({"auth"}),
) -> BulkResult:
    """Ask every question of the file *source* and append each answer to the file *target* as it comes.

    Cut off at any moment, the same call goes on where it was: no row is left out, none is there twice.

    - *source*: JSON lines (strings or objects of parameters), CSV (columns are parameters) or plain text (a question
      a line), by its suffix or *form* (``"jsonl"``, ``"csv"``, ``"text"``); ``"-"`` is standard input. A row's own
      `id` names it and is not sent; others are named by a hash of their content.
    - *target*: JSON lines: ``id, request, reply, error, status, retries, elapsed, attempt_time, time`` (elapsed
      and attempt_time in seconds, time in Unix seconds). Created with mode 0600.
    - *mapping*: parameter to column, ``{"input": "query"}``; then only these are sent. *common*: added to every row.
    - *fresh*: begin anew and lose what is in *target*. *retry_errors*: ask the rows that failed once more.
    - *skip_bad*: leave out lines that are no questions, instead of refusing the input.
    - *concurrency*, *rate*, *stop_on*: as in `aigpt.fan_out`.

    Raises `aigpt.bulk.BulkError` where the input or output cannot be used, and `ConfigurationError`.
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
    )
