"""Timeouts at next to no cost: one timer for many waits, set again where it goes off early."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable

from aigpt._http.cancellation import Cancellation
from aigpt._http.failure import NO_HEADERS

CONNECT_SECONDS = 60.0
SILENCE_SECONDS = 600.0
"""How long a response may go without a byte, where the caller sets no timeout."""
_TICK_SECONDS = 10.0


class HeaderTimeouts:
    """Ends attempts that were sent and get no response headers: one timer for all calls of a client.

    A timer for each call would cost it a twentieth of its time. *seconds* is met to within a tick of 10 s.
    """

    def __init__(self, live: set[Cancellation], seconds: float) -> None:
        self._live = live
        self._ticks = max(1, round(seconds / _TICK_SECONDS))
        self._timer: asyncio.TimerHandle | None = None
        self.now = 0
        """Ticks since the start."""

    def start(self) -> None:
        """Watch from now on, in the running loop; a timer of another loop is dropped."""
        self.stop()
        self._arm()

    def stop(self) -> None:
        """Watch no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def tick(self) -> None:
        """Count on, and end what has waited too long."""
        self.now += 1
        for one in tuple(self._live):
            if one.sent_at is not None and self.now - one.sent_at > self._ticks:
                one.cancel_attempt(NO_HEADERS)
        self._arm()

    def _arm(self) -> None:
        # By a weak reference: a forgotten client must not be kept alive by its own timer.
        this: weakref.ref[HeaderTimeouts] = weakref.ref(self)
        self._timer = asyncio.get_running_loop().call_later(_TICK_SECONDS, _tick, this)


def _tick(timeouts: weakref.ref[HeaderTimeouts]) -> None:
    alive = timeouts()
    if alive is not None:
        alive.tick()


class IdleTimeoutError(Exception):
    """Set on a body that has gone without an event for too long."""


class IdleTimer:
    """The idle timeout of a stream: calls *on_timeout* where the waits for an event add up to *seconds*.

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
        if self._timer is None:
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
