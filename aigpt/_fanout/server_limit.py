"""How much of a server's limit may be used now, by what its headers tell. Pure: the time is passed in.

A response tells what remains of the limit. Between two responses that is carried on: what was begun since is taken off,
and what came in is added. What comes in depends on the server, and on its reset times it can be seen which kind it is:

- A token bucket refills all the time, as OpenAI's do. The time until it is full is in proportion to what is missing.
- A window is filled at once when it ends. The time until then passes as any time does.

Until it is seen, nothing is taken to come in before the reset, unless the first figures make a bucket of a second, a
minute, an hour or a day.

A call is told of the state in which its request found the server. What was begun after it is taken off. What came in
since then is not known to the moment, since the request may have waited to be read: it is counted from the answer on,
or for slow answers from a quarter of the bucket's time after the beginning. For what is still not so, a fiftieth is
left over, what comes in within a twentieth of a second at least, and more after each refusal. Of a bucket that costs
next to nothing: it is left over once.
"""

from __future__ import annotations

from dataclasses import dataclass

from aigpt._http.rate_limits import Quota

_LEFT_OVER, _MOST_LEFT_OVER, _MOST_LEFT_OVER_OF_WINDOW = 0.02, 0.25, 0.05
_MORE_LEFT_OVER = 1.5
_UNEVEN_SECONDS = 0.05
_UNKNOWN = 0.25
_PERIODS = (1.0, 60.0, 3600.0, 86400.0)
_USUAL_PERIOD = 60.0
_SAME = 0.03
_TELLING = 0.1
_TRIED_AFTER_RESET = 0.1
_SHORTEST_WAIT = 0.001


@dataclass(frozen=True, slots=True)
class Spent:
    """What had been spent when a call began, itself included."""

    number: int
    total: float
    was_known: bool
    """Whether the limit was known then."""


class ServerLimit:
    """What may be used of one limit, of requests or of tokens. Nothing limits it before it is told of one."""

    def __init__(self) -> None:
        self.is_known = False
        """Whether the server has told of a limit."""
        self._limit = self._level = self._at = 0.0
        self._rate = 0.0
        self._full_at = 0.0
        self._period = 0.0
        self._is_bucket: bool | None = None
        self._seen: tuple[float, float, float] | None = None
        self._left_over = _LEFT_OVER
        self._number = self._newest = 0
        self._spent = 0.0

    def wait(self, now: float, cost: float) -> float:
        """Return the seconds until *cost* may be spent; 0 if it may be spent now.

        The caller asks again after that time, and whenever a call has ended.
        """
        if not self.is_known:
            return 0.0
        needed = min(cost + self._reserve(), self._limit)
        if not self._is_bucket and now >= self._full_at:
            # The window has ended, if our clock is right: a part of the new one is tried, and its answers tell.
            self._level = max(self._level, needed, _TRIED_AFTER_RESET * self._limit)
            self._full_at = now + max(self._period, _SHORTEST_WAIT)
        self._refill(now)
        missing = needed - self._level
        if missing <= 1e-9 * self._limit:
            return 0.0
        wait = missing / self._rate if self._is_bucket else self._full_at - now
        return max(wait, _SHORTEST_WAIT)

    def spend(self, now: float, cost: float) -> Spent:
        """Note that a call begins which costs that much."""
        if self.is_known:
            self._refill(now)
            self._level -= cost
        self._number += 1
        self._spent += cost
        return Spent(self._number, self._spent, self.is_known)

    def correct(self, spent: Spent, more: float) -> None:
        """Note that the call that *spent* stands for has cost *more* than was thought, or less."""
        self._spent += more
        if spent.number > self._newest:
            self._level -= more

    def refused(self, spent: Spent) -> None:
        """Note that a call was refused for this limit: if it was known, too little of it was left over."""
        if spent.was_known:
            most = _MOST_LEFT_OVER if self._is_bucket else _MOST_LEFT_OVER_OF_WINDOW
            self._left_over = min(_MORE_LEFT_OVER * self._left_over, most)

    def tell(self, now: float, began: float, spent: Spent, quota: Quota) -> None:
        """Note what the server told the call that *spent* stands for, which began at that moment."""
        if spent.number < self._newest:
            return
        limit = quota.limit or max(self._limit, quota.remaining, 1.0)
        if self.is_known and limit != self._limit:
            self._seen, self._is_bucket = None, None  # the server has changed it, or there are several
        self.is_known = True
        self._newest, self._limit = spent.number, limit
        missing = max(limit - quota.remaining, 0.0)
        if quota.reset is None:
            self._is_bucket, self._rate = True, limit / _USUAL_PERIOD
        else:
            self._recognize(now, missing, quota.reset, quota.step)
            self._full_at = now + quota.reset + quota.step
            self._period = max(self._period, quota.reset)
        since = self._spent - spent.total
        unknown = _UNKNOWN * limit / self._rate if self._is_bucket else 0.0
        refilled = self._rate * max(now - began - unknown, 0.0) if self._is_bucket else 0.0
        remaining = quota.remaining
        if self._is_bucket and quota.reset is not None:  # what remains is told as a whole number; this is not
            remaining = min(max(limit - quota.reset * self._rate, remaining - 1), remaining + 1)
        self._level, self._at = min(remaining - since + refilled, limit), now

    def _reserve(self) -> float:
        if not self._is_bucket:
            return self._left_over * self._limit
        uneven = min(self._rate * _UNEVEN_SECONDS, 5 * _LEFT_OVER * self._limit)
        return max(self._left_over * self._limit, uneven)

    def _refill(self, now: float) -> None:
        if self._is_bucket and now > self._at:
            self._level = min(self._limit, self._level + self._rate * (now - self._at))
        self._at = max(now, self._at)

    def _recognize(self, now: float, missing: float, reset: float, step: float) -> None:
        """Find out which kind the server's limit is, and at which rate it refills."""
        if missing <= 0.0 or reset <= 0.0:
            return
        period = reset * self._limit / missing
        inexact = _SAME + step / reset
        if self._seen is None:
            self._is_bucket = _usual(period, inexact) is not None
            self._seen = now, missing, reset
        else:
            at, missing_then, reset_then = self._seen
            of_window = reset_then - (now - at)
            of_bucket = reset_then * missing / missing_then
            differ = abs(of_bucket - of_window)
            if of_window <= 0.0:
                self._seen = now, missing, reset
            elif differ > 2 * step + _TELLING * reset_then:
                self._is_bucket = abs(reset - of_bucket) < abs(reset - of_window)
                self._seen = now, missing, reset
        usual = _usual(period, inexact + 1 / missing)  # what is missing is told as a whole number
        if self._is_bucket and (usual is not None or not self._rate or step < _SAME * reset):
            self._rate = self._limit / (usual or period)


def _usual(period: float, inexact: float) -> float | None:
    """Return the usual period that *period* stands for, which is known so inexactly."""
    nearest = min(_PERIODS, key=lambda one: abs(period - one) / one)
    return nearest if abs(period - nearest) <= inexact * nearest else None
