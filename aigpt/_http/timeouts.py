"""The default timeouts, and the timeout of response headers: one timer for all calls of a client."""

from __future__ import annotations

import asyncio
import weakref

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
