"""The pause of a fan-out: while it lasts, no call begins, since the server has asked for a wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_LONGEST_SECONDS = 900.0


class Pause:
    """Holds all calls of a fan-out back; *wake* is called when it is over."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._until = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, until: float, asked: float) -> None:
        """Pause until that moment of the loop's time; a server that *asked* for more than 15 minutes is not obeyed."""
        if asked > _LONGEST_SECONDS or until <= self._until:
            return
        self._until = until
        self.cancel()
        self._timer = asyncio.get_running_loop().call_at(until, self._end)

    @property
    def seconds_left(self) -> float:
        """How long it still lasts; 0 where there is none."""
        if not self._until:
            return 0.0
        return max(0.0, self._until - asyncio.get_running_loop().time())

    def cancel(self) -> None:
        """Drop the timer."""
        if self._timer is not None:
            self._timer.cancel()

    def _end(self) -> None:
        self._until = 0.0
        self._wake()
