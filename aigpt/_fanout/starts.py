"""Says to a fan-out whether a call may begin now, and wakes it when one may: one timer, or the caller's own pacer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import Literal, Protocol, TypeAlias

from aigpt._fanout.adaptive_rate import AdaptiveRate
from aigpt._fanout.alarm import Alarm
from aigpt._fanout.pacing import FixedRate, Pacer
from aigpt.errors import ConfigurationError

_FIRST_RATE = 10.0
MOST_RATE = 1e9
"""Requests per second, far above what can be sent: numbers without bounds do not fit into a float, or a queue."""

Rate: TypeAlias = float | Literal["auto"] | Pacer | None


class Starts(Protocol):
    """What a fan-out asks before each call, and tells of each."""

    def open(self, wake: Callable[[], None], fail: Callable[[Exception], None], has_row: Callable[[], bool]) -> None:
        """Begin. *wake* is called when a call may begin, *fail* with an exception of the caller's own pacer.

        *has_row* says whether there is a call to begin; where there is none, it has `may_begin` called later.
        """
        ...

    def may_begin(self) -> bool:
        """Return whether a call may begin now; if not, it wakes the fan-out later."""
        ...

    def begun(self) -> None:
        """Note that a call begins."""
        ...

    def succeeded(self, began: float, now: float) -> None:
        """Note that the call begun at that moment was accepted."""
        ...

    def pushed_back(self, began: float, now: float, retry_after: float | None, resume_at: float) -> None:
        """Note that the call begun at that moment was pushed back. No call begins before *resume_at*."""
        ...

    def close(self) -> Collection[asyncio.Task[None]]:
        """End, and return the tasks that are to be cancelled."""
        ...


def make_starts(rate: Rate) -> Starts:
    """Return what *rate* asks for. Raises ConfigurationError."""
    if rate is None or rate == "auto":
        return PacedStarts(None, adapts=rate is not None)
    if isinstance(rate, Pacer):
        return OwnStarts(rate)
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 < rate <= MOST_RATE:  # pyright: ignore[reportUnnecessaryIsInstance]  (not everybody runs a type checker)
        raise ConfigurationError(
            f'rate must be a number ({MOST_RATE:g} at most) of requests per second above 0, "auto", or an object with '
            "async acquire() and pushed_back(retry_after)"
        )
    return PacedStarts(float(rate), adapts=False)


class PacedStarts:
    """Paces by a number, by what the server accepts, or, with neither, from the first ``Retry-After`` on."""

    def __init__(self, rate: float | None, *, adapts: bool) -> None:
        self._rate = rate
        self._adapts = adapts
        self._fixed: FixedRate | None = None
        self._adaptive: AdaptiveRate | None = None
        self._begun = 0

    def open(self, wake: Callable[[], None], fail: Callable[[Exception], None], has_row: Callable[[], bool]) -> None:  # noqa: ARG002 (it does not)
        """Begin."""
        self._loop = asyncio.get_running_loop()
        self._alarm = Alarm(wake)
        self._opened_at = now = self._loop.time()
        if self._rate is not None:
            self._fixed = FixedRate(self._rate, now)
        if self._adapts:
            self._adaptive = AdaptiveRate(_FIRST_RATE, now)

    def may_begin(self) -> bool:
        """Return whether a call may begin now; if not, it wakes the fan-out later."""
        fixed, adaptive = self._fixed, self._adaptive
        if fixed is None and adaptive is None:
            return True
        now = self._loop.time()
        wait = 0.0 if fixed is None else fixed.wait(now)
        if adaptive is not None:
            wait = max(wait, adaptive.wait(now))
        if wait > 0.0:
            self._alarm.set(now + wait)
            return False
        return True

    def begun(self) -> None:
        """Note that a call begins."""
        self._begun += 1
        if self._fixed is not None:
            self._fixed.begun(self._loop.time())
        if self._adaptive is not None:
            self._adaptive.begun(self._loop.time())

    def succeeded(self, began: float, now: float) -> None:
        """Note that the call begun at that moment was accepted."""
        if self._adaptive is not None:
            self._adaptive.succeeded(began, now)

    def pushed_back(self, began: float, now: float, retry_after: float | None, resume_at: float) -> None:  # noqa: ARG002
        """Note that the call begun at that moment was pushed back. No call begins before *resume_at*."""
        if self._fixed is not None and resume_at > now:
            self._fixed.pause(resume_at)
        if self._adaptive is None:
            if resume_at <= now:
                return
            self._adaptive = AdaptiveRate(float("inf"), now, since=self._opened_at, begun=self._begun)
        self._adaptive.pushed_back(began, now, resume_at)

    def close(self) -> Collection[asyncio.Task[None]]:
        """End."""
        self._alarm.cancel()
        return ()


class OwnStarts:
    """Paces by the caller's own pacer, which is asked for one call after the other, each when one is ready to begin."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self._permits = 0
        self._wanted = asyncio.Event()

    def open(self, wake: Callable[[], None], fail: Callable[[Exception], None], has_row: Callable[[], bool]) -> None:
        """Begin."""
        self._wake, self._fail, self._has_row = wake, fail, has_row
        self._task = asyncio.get_running_loop().create_task(self._acquire())

    async def _acquire(self) -> None:
        try:
            while True:
                await self._wanted.wait()
                self._wanted.clear()
                await self._pacer.acquire()
                self._permits = 1
                self._wake()
        except asyncio.CancelledError as exc:
            if (task := asyncio.current_task()) is not None and task.cancelling():
                raise
            self._fail(_noted(RuntimeError("acquire() was cancelled"), exc))
        except Exception as exc:  # noqa: BLE001 (the caller's own code; it is raised where the outcomes are taken)
            self._fail(_noted(exc))

    def may_begin(self) -> bool:
        """Return whether a call may begin now; if not, it wakes the fan-out later."""
        if not self._permits and self._has_row():  # else it would be kept until there is one, and come too late
            self._wanted.set()
        return bool(self._permits)

    def begun(self) -> None:
        """Note that a call begins."""
        self._permits -= 1

    def succeeded(self, began: float, now: float) -> None:
        """Do nothing: a pacer is told of push-backs only."""

    def pushed_back(self, began: float, now: float, retry_after: float | None, resume_at: float) -> None:  # noqa: ARG002
        """Tell the pacer."""
        try:
            self._pacer.pushed_back(retry_after)
        except Exception as exc:  # noqa: BLE001 (as above)
            self._fail(_noted(exc))

    def close(self) -> Collection[asyncio.Task[None]]:
        """End, and return the task that waits for the pacer."""
        return (self._task,)


def _noted(exc: Exception, cause: BaseException | None = None) -> Exception:
    exc.__cause__ = cause or exc.__cause__
    exc.add_note("The pacer given as rate= raised this; it ended the fan-out.")
    return exc
