"""The timeout of a request that may take long: how long it may go without a byte sent, before its response begins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_LOOKS = 4


class ProgressTimer:
    """Calls *on_timeout* once nothing has moved for *seconds*, or up to a quarter longer.

    *measure* returns what changes while something moves. It is asked now and then, so that nobody has to tell of bytes.
    """

    def __init__(self, seconds: float, measure: Callable[[], object], on_timeout: Callable[[], object]) -> None:
        self._seconds = seconds
        self._measure = measure
        self._on_timeout = on_timeout
        self._loop = asyncio.get_running_loop()
        self._found: object = measure()
        self._since = self._loop.time()
        self._timer = self._loop.call_at(self._since + seconds / _LOOKS, self._look)

    def cancel(self) -> None:
        """Watch no more."""
        self._timer.cancel()

    def _look(self) -> None:
        now = self._loop.time()
        found = self._measure()
        if found != self._found:
            self._found, self._since = found, now
        left = self._since + self._seconds - now
        if left <= 0:
            self._on_timeout()
        else:
            self._timer = self._loop.call_at(now + min(left, self._seconds / _LOOKS), self._look)
