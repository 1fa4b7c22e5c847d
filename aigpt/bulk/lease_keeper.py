"""The rate of a cluster: one keeper leases slots on one time line to all workers. Pure: the time is passed in.

A rate of r per second means, for all workers together, at most ``1.05 r + 1`` calls begun in any second. A worker
begins a call at most `LATE` seconds after its slot, and drops the slots that it cannot use by then, so that late ones
never come as a burst. What was lost that way is made up for by slots that lie a little closer together.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from aigpt.bulk.shared_rate import SharedRate

LATE = 0.02  # s
AHEAD = 0.3  # s
_SPAN = 0.1  # s
_WORKERS_A_SECOND = 500
_FASTER = 1.025
_MADE_UP = 0.4  # s
_FORGET = 2.0  # s


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
        self._adaptive = SharedRate(now, AHEAD) if rate is None else None
        self._rate: float = 0.0 if rate is None else rate
        self._epoch = uuid.uuid4().hex
        self._next = now + AHEAD
        self._missed = 0.0
        self._paused_until = now
        self._seen: dict[str, float] = {}

    @property
    def rate(self) -> float:
        """Slots per second, now."""
        return self._rate if self._adaptive is None else self._adaptive.rate

    def lease(
        self, now: float, worker: str, used: int, dropped: int, pushed_back: Sequence[float | None] = ()
    ) -> Lease:
        """Return slots for *worker*, which has *used* and *dropped* so many since the last time, and was *pushed_back*.

        *dropped*: those that were wanted, and came too late. *pushed_back*: of each time the seconds of its
        ``Retry-After``, or None.
        """
        if self._adaptive is not None:
            self._adaptive.note(now, used, len(pushed_back))
        for retry_after in pushed_back:
            self._pushed_back(now, retry_after)
        self._seen[worker] = now
        self._seen = {name: at for name, at in self._seen.items() if now - at < _FORGET}
        self._missed = min(self._missed + dropped / self.rate, _MADE_UP)
        if self._adaptive is not None:
            self._adaptive.grow(now)
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
        if self._adaptive is not None:
            self._adaptive.cut(now, self._paused_until)
