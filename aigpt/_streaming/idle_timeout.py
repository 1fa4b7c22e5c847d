"""The idle timeout of a stream: one timer for many waits, set again where it goes off early."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable


class IdleTimeoutError(Exception):
    """Set on a body that has gone without an event for too long."""


class IdleTimer:
    """The idle timeout of a stream: calls *on_timeout* where the waits for an event add up to *seconds* (inf: never).

    Only waiting counts, not the caller's own time; keep-alives do not reset it. One timer for the whole stream, set
    again where it goes off early: one for each read would cost more than the read.
    """

    def __init__(self, seconds: float, on_timeout: Callable[[], None]) -> None:
        self._seconds = seconds
        self._on_timeout = on_timeout
        self._loop = asyncio.get_running_loop()
        self._waited = 0.0
        self._since: float | None = None
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Note that a wait begins."""
        self._since = self._loop.time()
        if self._timer is None and self._seconds != math.inf:
            self._timer = self._loop.call_at(self._since + self._seconds - self._waited, self._check)

    def end(self) -> None:
        """Note that the wait is over."""
        if self._since is not None:
            self._waited += self._loop.time() - self._since
            self._since = None

    def reset(self) -> None:
        """Note that an event arrived."""
        self._waited = 0.0

    def cancel(self) -> None:
        """Watch no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _check(self) -> None:
        self._timer = None
        if self._since is None:
            return  # the next wait sets it again
        now = self._loop.time()
        left = self._seconds - self._waited - (now - self._since)
        if left > 0:
            self._timer = self._loop.call_at(now + left, self._check)
        else:
            self._on_timeout()
