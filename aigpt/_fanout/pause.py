"""The pause of a fan-out: while it lasts, no call begins, since the server has asked for a wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_LONGEST_SECONDS = 900.0


class Pause:
    """Holds all calls of a fan-out back; *wake* is called when it is over."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self.until = 0.0
        """The moment at which it ends; 0 where there is none."""
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, now: float, wait: float, asked: float) -> None:
        """Pause for *wait* seconds from *now*; a server that *asked* for more than 15 minutes is not obeyed.

        A pause that lasts already is lengthened only where the server asked for more: the calls under way together are
        told the same.
        """
        until = now + (asked if self.until > now else wait)
        if asked > _LONGEST_SECONDS or until <= self.until:
            return
        self.until = until
        self.cancel()
        self._timer = asyncio.get_running_loop().call_at(until, self._end)

    @property
    def seconds_left(self) -> float:
        """How long it still lasts; 0 where there is none."""
        if not self.until:
            return 0.0
        return max(0.0, self.until - asyncio.get_running_loop().time())

    def cancel(self) -> None:
        """Drop the timer."""
        if self._timer is not None:
            self._timer.cancel()

    def _end(self) -> None:
        self.until = 0.0
        self._wake()
