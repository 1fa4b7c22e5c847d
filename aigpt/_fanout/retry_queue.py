"""The queue of calls that wait for their next attempt. Timers, no tasks."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

RowT = TypeVar("RowT")


class RetryQueue(Generic[RowT]):
    """Holds the rows that wait; *wake* is called when one is due."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._timers: dict[RowT, asyncio.TimerHandle] = {}
        self._due: deque[RowT] = deque()

    def __len__(self) -> int:
        return len(self._timers) + len(self._due)

    @property
    def is_due(self) -> bool:
        """Whether there is a row that has waited long enough."""
        return bool(self._due)

    def add(self, row: RowT, until: float) -> None:
        """Have *row* wait until that moment of the loop's time."""
        self._timers[row] = asyncio.get_running_loop().call_at(until, self._end_wait, row)

    def take(self) -> RowT | None:
        """Return a row that has waited long enough, if there is one."""
        return self._due.popleft() if self._due else None

    def remove(self, row: RowT) -> None:
        """Drop *row*, which waits, or has waited long enough and was not taken yet."""
        timer = self._timers.pop(row, None)
        if timer is None:
            self._due.remove(row)
        else:
            timer.cancel()

    def drop(self) -> list[RowT]:
        """Drop everything that waits, and return it."""
        for timer in self._timers.values():
            timer.cancel()
        dropped = [*self._timers, *self._due]
        self._timers.clear()
        self._due.clear()
        return dropped

    def _end_wait(self, row: RowT) -> None:
        del self._timers[row]
        self._due.append(row)
        self._wake()
