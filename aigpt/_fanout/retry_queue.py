"""The queue of calls that wait for their next attempt, and the pause that holds all of them. Timers, no tasks."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

RowT = TypeVar("RowT")

_LONGEST_PAUSE = 900.0


class RetryQueue(Generic[RowT]):
    """Holds the rows that wait; *wake* is called when one is due, or the pause is over."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._timers: dict[RowT, asyncio.TimerHandle] = {}
        self._due: deque[RowT] = deque()
        self.paused_until = 0.0
        """The moment at which the pause ends; 0 where there is none."""
        self._pause: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._timers) + len(self._due)

    def add(self, row: RowT, until: float) -> None:
        """Have *row* wait until that moment of the loop's time."""
        self._timers[row] = asyncio.get_running_loop().call_at(until, self._end_wait, row)

    def take(self) -> RowT | None:
        """Return a row that has waited long enough, if there is one."""
        return self._due.popleft() if self._due else None

    def pause(self, now: float, wait: float, asked: float) -> None:
        """Have all rows wait so many seconds, unless the server *asked* for more than 15 minutes.

        *wait* is what was asked for, lengthened at random so that clients do not return together. Once is enough: what
        calls that were under way together are told lengthens the pause only where they were asked for more.
        """
        until = now + (asked if self.paused_until > now else wait)
        if asked > _LONGEST_PAUSE or until <= self.paused_until:
            return
        self.paused_until = until
        if self._pause is not None:
            self._pause.cancel()
        self._pause = asyncio.get_running_loop().call_at(until, self._resume)

    @property
    def paused(self) -> float:
        """Seconds left of the pause; 0 where there is none."""
        if not self.paused_until:
            return 0.0
        return max(0.0, self.paused_until - asyncio.get_running_loop().time())

    def drop(self) -> list[RowT]:
        """Drop everything that waits, and return it."""
        for timer in self._timers.values():
            timer.cancel()
        dropped = [*self._timers, *self._due]
        self._timers.clear()
        self._due.clear()
        return dropped

    def close(self) -> list[RowT]:
        """Drop everything, cancel all timers, and return what was dropped."""
        if self._pause is not None:
            self._pause.cancel()
        return self.drop()

    def _end_wait(self, row: RowT) -> None:
        del self._timers[row]
        self._due.append(row)
        self._wake()

    def _resume(self) -> None:
        self.paused_until = 0.0
        self._wake()
