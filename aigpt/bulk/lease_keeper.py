"""The rate of a cluster: one keeper leases slots on one time line to all workers. Pure: the time is passed in.

A rate of r per second means, for all workers together, at most ``1.05 r + 1`` calls begun in any second. A worker
begins a call at most `LATE` seconds after its slot, and drops the slots that it cannot use by then, so that late ones
never come as a burst. What was lost that way is made up for by slots that lie a little closer together.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

LATE = 0.02  # s
AHEAD = 0.3  # s
_SPAN = 0.1  # s
_WORKERS_A_SECOND = 500
_FASTER = 1.025
_MADE_UP = 0.4  # s
_FORGET = 2.0  # s
_FIRST_RATE, _LEAST_RATE = 10.0, 0.1
_CUT, _GROWTH, _TOWARDS, _WAVE = 0.9, 0.01, 0.25, 1.0
_USED, _FEW = 0.8, 4


@dataclass(frozen=True, slots=True)
class Lease:
    """Slots on the keeper's clock: *number* from *first* on, *step* seconds apart; none before *wait* seconds if 0."""

    epoch: str
    """The keeper; another one after a loss has another clock."""
    now: float
    """The keeper's clock when it answered."""
    first: float = 0.0
    step: float = 0.0
    number: int = 0
    wait: float = 0.0
    paused_until: float = 0.0
    """No call may begin before, whatever was leased."""


class Keeper:
    """Leases slots of *rate* per second; None for a rate that adapts to what the server takes.

    A keeper that follows another leases none before what that one leased is over.
    """

    def __init__(self, rate: float | None, now: float) -> None:
        self.rate: float = _FIRST_RATE if rate is None else rate
        self._adapts = rate is None
        self._is_doubling = True
        self._refused = 0.0
        self._cut_at = now - _WAVE
        self._grown_at = now + AHEAD
        self._used = 0
        self._epoch = uuid.uuid4().hex
        self._next = now + AHEAD
        self._missed = 0.0
        self._paused_until = now
        self._seen: dict[str, float] = {}

    def lease(
        self, now: float, worker: str, used: int, dropped: int, pushed_back: Sequence[float | None] = ()
    ) -> Lease:
        """Return slots for *worker*, which has *used* and *dropped* so many since the last time, and was *pushed_back*.

        *dropped*: those that were wanted, and came too late. *pushed_back*: of each time the seconds of its
        ``Retry-After``, or None.
        """
        self._used += used
        for retry_after in pushed_back:
            self._pushed_back(now, retry_after)
        self._seen[worker] = now
        self._seen = {name: at for name, at in self._seen.items() if now - at < _FORGET}
        self._missed = min(self._missed + dropped / self.rate, _MADE_UP)
        if self._adapts:
            self._grow(now)
        if self._next - now > AHEAD:
            wait = self._next - now - AHEAD / 2
            return Lease(self._epoch, now, wait=wait, paused_until=self._paused_until)
        if self._next < now:  # there was less to do, or a lease was asked for too late
            self._missed = min(self._missed + now - self._next, _MADE_UP) if now - self._next < _MADE_UP else 0.0
            self._next = now
        workers = len(self._seen)
        number = max(1, round(self.rate * max(_SPAN, workers / _WORKERS_A_SECOND) / workers))
        step = 1 / self.rate
        if self._missed > 0.0:
            step /= _FASTER
            self._missed -= number * (1 / self.rate - step)
        lease = Lease(self._epoch, now, self._next, step, number, paused_until=self._paused_until)
        self._next += number * step
        return lease

    def _pushed_back(self, now: float, retry_after: float | None) -> None:
        if retry_after:
            self._paused_until = max(self._paused_until, now + retry_after)
            self._next = max(self._next, self._paused_until)
            self._missed = 0.0
        if self._adapts and now - self._cut_at >= _WAVE:  # else it is of a wave that has cut the rate before
            self._refused = self.rate
            self.rate = max(self.rate / 2 if self._is_doubling else self.rate * _CUT, _LEAST_RATE)
            self._is_doubling = False
            self._cut_at = self._grown_at = max(now, self._paused_until)
            self._used = 0

    def _grow(self, now: float) -> None:
        """Raise the rate where it has been used since the last time: what nobody asks for is not known to be granted.

        While it doubles, the slots that were leased before are of half of it.
        """
        seconds = now - self._grown_at
        expected = self.rate * (seconds - (AHEAD / 2 if self._is_doubling else 0.0))
        if seconds < _WAVE or expected < _FEW:
            return
        is_used = self._used >= _USED * expected
        self._grown_at, self._used = now, 0
        if not is_used:
            return
        if self._is_doubling:
            self.rate *= 2
        else:  # soon back to near what was refused, then slowly beyond
            towards = min(_TOWARDS * seconds, 1.0) * (self._refused - self.rate)
            self.rate += max(_GROWTH * self.rate * seconds, towards)
