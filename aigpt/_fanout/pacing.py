"""The rate of a fan-out: when the next call may begin. Pure: the time is passed in.

A rate of r per second means: at most ``1.05 r + 1`` calls begun in any second, and at least 95 % of r over 20 seconds
where there is enough to do. An event loop wakes up late, by milliseconds or, on a loaded machine, by tenths of a
second. So the pacer makes up for calls that were waited for, within the first bound, and asks to be woken as much
earlier as it is usually woken late. It does not make up for a pause, nor for a time with nothing to begin.
"""

from __future__ import annotations

from collections import deque
from typing import Protocol, runtime_checkable

_TOLERANCE = 0.05
_SECOND = 1.0 + 1e-6  # a little more, since sums of floats are not exact
_ROUNDING = 1e-9
_MADE_UP = 0.4  # s
_SHORTEST_WAIT = 0.02  # s
_SMOOTHING = 0.1


@runtime_checkable
class Pacer(Protocol):
    """A pacer of your own, for ``fan_out(…, rate=pacer)``; several fan-outs may share it.

    An exception that one of its methods raises ends the run, and is raised where the outcomes are taken.
    """

    async def acquire(self) -> None:
        """Return when one request, a first one or a retry, may begin."""
        ...

    def pushed_back(self, retry_after: float | None) -> None:
        """Note that a request was answered 429, timed out, or was told to wait: by so many seconds, if any."""
        ...


class Tokens:
    """Tokens that come in at *rate* per second, one for each call.

    Those of *saved* seconds are kept while none is used; of *made_up* seconds more where a call that waited was woken
    late.
    """

    def __init__(self, rate: float, now: float, saved: float, made_up: float) -> None:
        self.rate = rate
        self._saved, self._made_up = saved, made_up
        self._number, self._filled_at = 1.0, now
        self._due: float | None = None
        self._lateness = 0.0

    def wait(self, now: float, least: float = 0.0) -> float:
        """Return the seconds until there is a token, but at *least* so many; 0 if there is one now.

        The caller asks again after that time, sooner or later: a wait may be followed by another.
        """
        self._fill(now)
        wait = max(self._filled_at - now, 0.0)
        if self._number < 1.0 - _ROUNDING:
            wait += (1.0 - self._number) / self.rate
        wait = max(wait, least)
        if wait <= 0.0:
            self._due = None
            return 0.0
        wait = max(wait - self._lateness, min(wait, _SHORTEST_WAIT))
        self._due = now + wait
        return wait

    def _fill(self, now: float) -> None:
        if now <= self._filled_at:
            return
        most = max(1.0, self._saved * self.rate)
        if self._due is not None:
            most += self._made_up * self.rate
            if now >= self._due:
                self._lateness += _SMOOTHING * (now - self._due - self._lateness)
        filled = self._number + (now - self._filled_at) * self.rate
        self._number = max(self._number, min(most, filled))
        self._filled_at = now

    def take(self) -> None:
        """Take a token."""
        self._number -= 1.0

    def pause(self, until: float) -> None:
        """Have the next token come at that moment; what is saved is lost."""
        self._number, self._filled_at = 1.0, max(until, self._filled_at)
        self._due = None


class FixedRate:
    """A number of calls per second."""

    def __init__(self, rate: float, now: float) -> None:
        self._tokens = Tokens(rate, now, _TOLERANCE, _MADE_UP)
        self._begun: deque[float] = deque(maxlen=int(rate * (1 + _TOLERANCE) + 1))

    def wait(self, now: float) -> float:
        """Return the seconds until the next call may begin; 0 if it may begin now. As `Tokens.wait`."""
        is_full = len(self._begun) == self._begun.maxlen
        return self._tokens.wait(now, self._begun[0] + _SECOND - now if is_full else 0.0)

    def begun(self, now: float) -> None:
        """Note that a call begins."""
        self._tokens.take()
        self._begun.append(now)

    def pause(self, until: float) -> None:
        """Begin no call until that moment, and do not make up for the time."""
        self._tokens.pause(until)
