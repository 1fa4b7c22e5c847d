"""Runs a fan-out: what begins when, what is retried, what becomes an outcome.

Tasks exist only while there is something to do: each takes item after item, and ends when nothing may begin now. What
may change that (an outcome taken, a wait over, an item arrived) calls `_pump`, which starts new ones. A call that waits
for its retry is a timer and no task: it holds no slot.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    Mapping,
)
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

from aigpt._fanout.abort_watch import AbortWatch
from aigpt._fanout.adaptive import Adaptive, make_limit
from aigpt._fanout.alarm import Alarm
from aigpt._fanout.checks import check_codes, check_common, check_items, check_keywords, check_tokens, warn_of_pool
from aigpt._fanout.outcome import Outcome, make_outcome, reason_to_stop
from aigpt._fanout.pause import Pause
from aigpt._fanout.prepared_call import (
    Attempted,
    Method,
    PreparedCall,
    aborted,
    is_push_back,
    make_filler,
    make_method,
)
from aigpt._fanout.quotas import Begun, Quotas, TokensPerMinute
from aigpt._fanout.retry_queue import RetryQueue
from aigpt._fanout.starts import Rate, make_starts
from aigpt._fanout.summary import Summary
from aigpt._fanout.usage import usage_of
from aigpt._http.cancellation import cancel_and_wait
from aigpt._http.checks import check_whole
from aigpt._http.rate_limits import CallCost
from aigpt._telemetry.spans import FanOutSpan
from aigpt._telemetry.start import start_fan_out_span
from aigpt.errors import ConfigurationError

ItemT = TypeVar("ItemT", bound=str | Mapping[str, Any])
ReplyT = TypeVar("ReplyT")
T = TypeVar("T")
Items = Iterable[ItemT] | AsyncIterable[ItemT]

_REORDER = 4
_WAITING = 4
_RAMP_INTERVAL = 0.25


class _Row(Generic[ItemT]):
    """An item being processed."""

    __slots__ = (
        "attempt_began",
        "attempt_time",
        "began",
        "cost",
        "deadline",
        "index",
        "prepared",
        "quota",
        "request",
        "retries",
    )

    def __init__(self, index: int, request: ItemT) -> None:
        self.index = index
        self.request = request
        self.prepared: PreparedCall | None = None
        self.cost: CallCost | None = None
        self.quota: Begun | None = None
        self.retries = 0
        self.began = 0.0
        self.attempt_began = 0.0
        self.attempt_time = 0.0
        self.deadline: float | None = None


class FanOut(Generic[ItemT, ReplyT]):
    """The outcomes of a `fan_out`: enter it with ``async with``, and iterate. `summary` is valid at any time."""

    def __init__(
        self,
        method: Callable[..., Awaitable[ReplyT]],
        items: Items[ItemT],
        *,
        concurrency: int | Adaptive,
        common: Mapping[str, Any] | None,
        ordered: bool,
        rate: Rate,
        stop_on: Collection[str],
        buffer: int | None,
        tokens_per_minute: float | TokensPerMinute | None,
        server_limits: bool,
    ) -> None:
        self._method: Method = make_method(method)
        self._fill = make_filler(method)
        self._limit, most = make_limit(concurrency)
        self._buffer = most * (_REORDER if ordered else 1) if buffer is None else check_whole("buffer", buffer, 0)
        self._most_waiting = most * _WAITING
        self._common = check_common(common)
        check_keywords(method, self._common)
        self._stop_on = check_codes(stop_on)
        self._starts = make_starts(rate)
        self._has_rate = rate is not None
        self._quotas: Quotas | None = None
        number = tokens_per_minute.number if isinstance(tokens_per_minute, TokensPerMinute) else tokens_per_minute
        if check_tokens(number, known=self._method.knows_costs) or self._method.knows_costs:
            self._quotas = Quotas(tokens_per_minute, of_server=server_limits)
        self._source = check_items(items)
        self._summary = Summary()
        self._ordered = ordered
        self._loop: asyncio.AbstractEventLoop | None = None
        self._began = self._ended = 0.0
        self._taken = 0
        self._next = 0
        self._busy = 0
        self._exhausted = False
        self._failure: Exception | None = None
        self._retry_queue: RetryQueue[_Row[ItemT]] = RetryQueue(self._pump)
        self._pause = Pause(self._pump)
        self._alarm = Alarm(self._pump)
        self._next_row: _Row[ItemT] | None = None
        self._aborts: AbortWatch[_Row[ItemT]] = AbortWatch(self._abort)
        self._arrived: deque[_Row[ItemT]] = deque()
        self._held: dict[int, Outcome[ItemT, ReplyT]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._hungry = asyncio.Event()
        self._helpers: list[asyncio.Task[None]] = []
        self._ramp_timer: asyncio.TimerHandle | None = None
        self._span: FanOutSpan | None = None
        warn_of_pool(most, self._method.connections)

    # ── what the caller sees ────────────────────────────────────────────────────────────────────────────────────

    @property
    def summary(self) -> Summary:
        """The figures so far."""
        summary = self._summary
        if self._loop is not None:
            summary.seconds = (self._ended or self._loop.time()) - self._began
        if self._ended:
            summary.abandoned = self._taken - summary.done
        return summary

    @property
    def in_flight(self) -> int:
        """How many calls are under way now."""
        return self._busy

    @property
    def waiting(self) -> int:
        """How many calls wait for their next attempt."""
        return len(self._retry_queue)

    @property
    def paused(self) -> float:
        """Seconds for which no call begins, since the server asked for a wait."""
        return self._pause.seconds_left

    def stop(self, why: str = "stopped") -> None:
        """Begin no more calls. Those under way end normally; those that wait for a retry are given up."""
        if self._summary.stopped is None:
            self._summary.stopped = why
            self._aborts.close()
            _leave(self._drop_waiting())
            self._arrived.clear()
            self._notify()

    def _drop_waiting(self) -> list[_Row[ItemT]]:
        """Drop the calls that wait, for a retry or for their share of a limit, and return them."""
        dropped = self._retry_queue.drop()
        if self._next_row is not None:
            dropped.append(self._next_row)
            self._next_row = None
        return dropped

    async def __aenter__(self) -> Self:
        if self._loop is not None:
            raise RuntimeError("a fan_out can be used once; make another")
        self._loop = asyncio.get_running_loop()
        self._span = start_fan_out_span()
        self._began = self._loop.time()
        if isinstance(self._source, AsyncIterator):
            self._help(self._feed(self._source))
        self._starts.open(self._pump, self._fail, self._has_row)
        self._ramp()
        return self

    def _ramp(self) -> None:
        """Begin what may begin; again each quarter of a second until the first limit is found."""
        self._pump()
        if self._limit.ramp(self._busy) and not self._ended:
            self._ramp_timer = self._running_loop().call_later(_RAMP_INTERVAL, self._ramp)

    def _help(self, work: Coroutine[Any, Any, None]) -> None:
        helper = self._running_loop().create_task(work)
        helper.add_done_callback(self._task_ended)
        self._helpers.append(helper)

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        loop = self._running_loop()
        if not self._over():
            self.stop("left before the end")
        self._exhausted = True
        if self._ramp_timer is not None:
            self._ramp_timer.cancel()
        self._pause.cancel()
        self._alarm.cancel()
        _leave(self._drop_waiting())
        await cancel_and_wait([*self._tasks, *self._helpers, *self._starts.close()])
        self._ended = self._ended or loop.time()
        if self._span is not None:
            self._span.end(self.summary)

    def __aiter__(self) -> Self:
        self._running_loop()
        return self

    async def __anext__(self) -> Outcome[ItemT, ReplyT]:
        while True:
            if self._held:
                number = self._next if self._ordered else next(iter(self._held))
                outcome = self._held.pop(number, None)
                if outcome is not None:
                    self._next += 1
                    if len(self._held) == self._buffer:
                        self._pump()
                    return outcome
            if self._over():
                self._ended = self._ended or self._running_loop().time()
                if self._failure is not None:
                    failure, self._failure = self._failure, None
                    raise failure
                if not self._ordered or not self._held:
                    raise StopAsyncIteration
                self._next = min(self._held)  # what should have come before was given up
                continue
            self._news.clear()
            await self._news.wait()

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            raise RuntimeError("enter it first: async with fan_out(…) as outcomes")
        return self._loop

    def _over(self) -> bool:
        no_more = self._exhausted and not self._arrived and self._next_row is None
        return not self._busy and (self._summary.stopped is not None or (no_more and not self.waiting))

    # ── what begins next ────────────────────────────────────────────────────────────────────────────────────────

    def _pump(self) -> None:
        """Begin all that may begin now."""
        while (row := self._take()) is not None:
            context = None if self._span is None else self._span.context.copy()
            task = self._running_loop().create_task(self._work(row), context=context)
            self._tasks.add(task)
            task.add_done_callback(self._task_ended)
        self._notify()

    def _notify(self) -> None:
        if self._held or self._over():
            self._news.set()

    def _take(self) -> _Row[ItemT] | None:
        """Return what is to begin next, counted as under way; None if nothing may begin now."""
        if self._busy >= self._limit.now or self._summary.stopped is not None or self._pause.seconds_left:
            return None
        if not self._starts.may_begin():
            return None
        row, self._next_row = self._next_row, None
        if row is None:
            row = self._retry_queue.take()
        if row is None and not (self._limit.only_retries and (self._busy or self._retry_queue)):
            row = self._take_new()
        if row is None:
            return None
        if self._quotas is not None and not self._has_share(row, self._quotas):
            self._next_row = row
            return None
        self._busy += 1
        self._starts.begun()
        return row

    def _has_row(self) -> bool:
        """Return whether there may be a row to begin; where there is none yet, ask for one."""
        if self._next_row is not None or self._retry_queue.is_due:
            return True
        if self._limit.only_retries and (self._busy or self._retry_queue):
            return False
        if len(self._held) > self._buffer or len(self._retry_queue) >= self._most_waiting:
            return False
        if self._arrived or self._exhausted:
            return bool(self._arrived)
        if isinstance(self._source, AsyncIterator):
            self._hungry.set()
            return False
        return True

    def _has_share(self, row: _Row[ItemT], quotas: Quotas) -> bool:
        """Return whether the limits of requests and tokens let *row* begin now; then they count it."""
        if row.prepared is None:
            try:
                row.prepared = self._method.prepare(self._keywords(row.request))
                row.cost = row.prepared.cost()
            except Exception:  # noqa: BLE001 (it is raised again where the call is made, and becomes its outcome)
                return True
        if row.cost is None:
            return True
        now = self._running_loop().time()
        wait = quotas.wait(now, row.cost)
        if wait > 0.0:
            self._alarm.set(now + wait)
            return False
        row.quota = quotas.begin(now, row.cost)
        return True

    def _take_new(self) -> _Row[ItemT] | None:
        if len(self._held) > self._buffer or len(self._retry_queue) >= self._most_waiting:
            return None
        if self._arrived:
            return self._arrived.popleft()
        if self._exhausted:
            return None
        if isinstance(self._source, AsyncIterator):
            self._hungry.set()
            return None
        try:
            return self._row(next(self._source))
        except StopIteration:
            self._exhausted = True
        except Exception as exc:  # noqa: BLE001 (the caller's own code; it is raised where the outcomes are taken)
            self._fail(exc)
        return None

    def _row(self, item: ItemT) -> _Row[ItemT]:
        index = self._taken
        self._taken += 1
        return _Row(index, item)

    async def _feed(self, items: AsyncIterator[ItemT]) -> None:
        """Take items one by one, each when there is room for it."""
        try:
            while not self._exhausted:
                await self._hungry.wait()
                self._hungry.clear()
                self._arrived.append(self._row(await anext(items)))
                self._pump()
        except StopAsyncIteration:
            self._exhausted = True
        except Exception as exc:  # noqa: BLE001 (as above)
            self._fail(exc)
        self._notify()

    def _fail(self, exc: Exception) -> None:
        self._exhausted = True
        self._failure = exc
        self.stop(type(exc).__name__)

    # ── one call ────────────────────────────────────────────────────────────────────────────────────────────────

    async def _work(self, first: _Row[ItemT]) -> None:
        row: _Row[ItemT] | None = first
        while row is not None:
            mark = self._limit.begun()
            attempted: Attempted | None = None
            raised: BaseException | None = None
            try:
                attempted = await self._send(row)
            except asyncio.CancelledError as exc:
                if (task := asyncio.current_task()) is not None and task.cancelling():
                    self._busy -= 1
                    raise
                raised = exc  # the callable's own doing
            except Exception as exc:  # noqa: BLE001 (an exception of the callable is an outcome)
                raised = exc
            self._settle(row, attempted, raised, mark)
            row = self._take()
            if self._busy < self._limit.now:
                self._pump()

    def _send(self, row: _Row[ItemT]) -> Awaitable[Attempted]:
        row.attempt_began = now = self._running_loop().time()
        self._aborts.discard(row)
        if not row.retries:
            row.began = now
            row.prepared = row.prepared or self._method.prepare(self._keywords(row.request))
            if row.prepared.seconds is not None:
                row.deadline = now + row.prepared.seconds
        prepared = cast("PreparedCall", row.prepared)
        return prepared.attempt(row.retries, None if row.deadline is None else max(row.deadline - now, 1e-3))

    def _keywords(self, item: ItemT) -> dict[str, Any]:
        if isinstance(item, str):
            return {**self._common, **self._fill(item)}
        if not isinstance(item, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  (not everybody runs one)
            raise TypeError(f"an item must be a string or a dict of keywords, not {type(item).__name__}")
        return {**self._common, **item}

    def _settle(self, row: _Row[ItemT], attempted: Attempted | None, raised: BaseException | None, mark: float) -> None:
        """Turn an attempt into what it is: an outcome, or a wait for the next one."""
        now = self._running_loop().time()
        self._adapt(row, attempted, raised, mark, now)
        self._busy -= 1
        row.attempt_time = now - row.attempt_began
        wait = None if attempted is None else attempted.wait
        if wait is None or (row.deadline is not None and now + wait >= row.deadline):
            self._deliver(row, attempted, raised, now)
        elif self._summary.stopped is None:
            if attempted is not None and row.prepared is not None:
                row.prepared.retrying(attempted.result, wait)
            row.retries += 1
            self._retry_queue.add(row, now + wait)
            if row.prepared is not None and row.prepared.abort is not None:
                self._aborts.add(row, row.prepared.abort)
        else:
            _leave([row])

    def _abort(self, row: _Row[ItemT]) -> None:
        """End a call that waits for its retry, which it needs no slot for."""
        if row is self._next_row:
            self._next_row = None
        else:
            self._retry_queue.remove(row)
        row.retries -= 1
        self._deliver(row, aborted(), None, self._running_loop().time())
        self._pump()

    def _adapt(
        self, row: _Row[ItemT], attempted: Attempted | None, raised: BaseException | None, mark: float, now: float
    ) -> None:
        """Let what decides when calls begin know how an attempt ended."""
        is_explained = self._count(row, attempted, now)
        if attempted is not None and not attempted.failed:
            self._limit.succeeded(mark, self._busy)
            self._starts.succeeded(row.attempt_began, now)
            return
        retry_after = None if attempted is None else attempted.retry_after
        if attempted is not None and retry_after:
            self._pause.begin(now, attempted.wait or retry_after, retry_after)
        pushed_back = raised is not None and is_push_back(raised) if attempted is None else attempted.is_push_back
        if pushed_back:
            self._limit.pushed_back(mark)
        # Where the server's own figures say why, they say when to go on, too.
        if (pushed_back or retry_after) and (self._has_rate or not is_explained):
            self._starts.pushed_back(row.attempt_began, now, retry_after, self._pause.until)

    def _count(self, row: _Row[ItemT], attempted: Attempted | None, now: float) -> bool:
        """Note what an attempt has used, and was told of limits; return whether these are why it was refused."""
        begun, row.quota = row.quota, None
        if begun is None or self._quotas is None:
            return False
        if attempted is None:
            self._quotas.end(now, begun, None, None)
            return False
        self._quotas.end(now, begun, attempted.limits, attempted.used)
        return attempted.is_push_back and self._quotas.refused(begun, attempted.limits)

    def _deliver(self, row: _Row[ItemT], attempted: Attempted | None, raised: BaseException | None, now: float) -> None:
        elapsed = now - row.began
        reply: Any = None
        if attempted is not None and row.prepared is not None:
            reply, raised = row.prepared.finish(attempted.result, elapsed)
        outcome = make_outcome(row.index, row.request, reply, raised)
        outcome.status = None if attempted is None else getattr(attempted.result, "status", None) or None
        outcome.retries, outcome.elapsed, outcome.attempt_time = row.retries, elapsed, row.attempt_time
        if self._span is not None:
            exception = outcome.exception
            self._span.item(None if exception is None else type(exception).__name__, elapsed)
        self._summary.count(outcome.error, row.retries, elapsed, usage_of(reply))
        self._held[row.index] = outcome
        if isinstance(raised, ConfigurationError):
            self.stop("wrong configuration")
        elif (reason := reason_to_stop(outcome, self._stop_on)) is not None:
            self.stop(reason)
        self._notify()

    def _task_ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (exc := task.exception()) is not None:
            self._fail(exc if isinstance(exc, Exception) else RuntimeError(f"a call ended by {type(exc).__name__}"))
        self._notify()


def _leave(rows: Iterable[_Row[Any]]) -> None:
    """Give up the calls of *rows*, which wait for a retry that will not be made."""
    for row in rows:
        if row.prepared is not None:
            row.prepared.leave()
