"""How often a platform lets its methods be called: one budget for all answers of a bot together."""

from __future__ import annotations

import asyncio
import math
from collections import OrderedDict, deque
from collections.abc import Mapping

_OPTIONAL_SHARE = 0.6
"""Of a budget, for updates that may be left out: so what has to be said never waits for a whole period."""
_SAVED_SHARE = 0.15
"""Of a budget, how many of them may come at once after a pause."""
_MAX_KEPT = 1_000  # budgets of methods and scopes; idle ones beyond that are dropped


class Budgets:
    """How often each method of a platform may be called, shared by all answers of a bot.

    *limits*: for each method, how many calls it takes in how many seconds: ``{"chat.update": (50, 60)}``. A method that
    is not in it is not limited. A *scope*, such as a workspace or a channel, has budgets of its own.

    ``await acquire(method, scope)`` before each call; in the order in which it was asked for, and never more calls in
    any period than the limit says. ``await turn(method, scope)`` before an update that may be left out or be late:
    these get at most three quarters of the budget, evenly spread. ``take(method, scope)`` takes a call only if there is
    one now. ``pause(method, scope, seconds)`` after the platform refused a call for so long.

    Raises ValueError for limits that are not above 0.
    """

    def __init__(self, limits: Mapping[str, tuple[int, float]]) -> None:
        for method, (calls, seconds) in limits.items():
            if calls < 1 or seconds <= 0:
                raise ValueError(f"the limit of {method} must be at least 1 call in more than 0 seconds")
        self._limits = dict(limits)
        self._budgets: OrderedDict[tuple[str, str], _Budget] = OrderedDict()

    async def acquire(self, method: str, scope: str = "") -> None:
        """Return when *method* may be called in *scope*; the call counts from then on."""
        budget = self._budget(method, scope)
        if budget is not None:
            await budget.acquire()

    async def turn(self, method: str, scope: str = "") -> None:
        """Return when there is room for an update that may be left out. Its calls are acquired besides."""
        budget = self._budget(method, scope)
        if budget is not None:
            await budget.turn()

    def take(self, method: str, scope: str = "") -> bool:
        """Return whether *method* may be called in *scope* now; if so, the call counts."""
        budget = self._budget(method, scope)
        return budget is None or budget.take()

    def pause(self, method: str, scope: str, seconds: float) -> None:
        """Allow no call of *method* in *scope* for so many seconds."""
        budget = self._budget(method, scope)
        if budget is not None:
            budget.pause(seconds)

    def _budget(self, method: str, scope: str) -> _Budget | None:
        if method not in self._limits:
            return None
        key = method, scope
        budget = self._budgets.get(key)
        if budget is None:
            self._drop_idle()
            budget = self._budgets[key] = _Budget(*self._limits[method])
        self._budgets.move_to_end(key)
        return budget

    def _drop_idle(self) -> None:
        if len(self._budgets) >= _MAX_KEPT:
            for key in [key for key, budget in self._budgets.items() if budget.is_idle()]:
                del self._budgets[key]


class _Budget:
    """At most *calls* in any *seconds*."""

    def __init__(self, calls: int, seconds: float) -> None:
        self._seconds = seconds
        self._begun: deque[float] = deque(maxlen=calls)
        self._calls = calls
        self._paused_until = 0.0
        self._turn_every = seconds / calls / _OPTIONAL_SHARE
        self._turns_saved = max(0.0, calls * _SAVED_SHARE - 1)
        self._next_turn = -math.inf
        # Both are fair: whoever waits longest is first.
        self._in_order = asyncio.Lock()
        self._turns_in_order = asyncio.Lock()

    async def acquire(self) -> None:
        async with self._in_order:
            while (wait := self._wait()) > 0:  # noqa: ASYNC110 (a time is waited for, no event)
                await asyncio.sleep(wait)
            self._begun.append(_now())

    async def turn(self) -> None:
        async with self._turns_in_order:
            while (wait := max(self._next_turn - _now(), self._wait())) > 0 or self._in_order.locked():  # noqa: ASYNC110
                await asyncio.sleep(max(wait, self._turn_every))
            earliest = _now() - self._turns_saved * self._turn_every
            self._next_turn = max(self._next_turn, earliest) + self._turn_every

    def take(self) -> bool:
        if self._in_order.locked() or self._wait() > 0:
            return False
        self._begun.append(_now())
        return True

    def pause(self, seconds: float) -> None:
        self._paused_until = max(self._paused_until, _now() + seconds)

    def is_idle(self) -> bool:
        over = not self._begun or self._begun[-1] + self._seconds <= _now()
        return over and self._paused_until <= _now() and not (self._in_order.locked() or self._turns_in_order.locked())

    def _wait(self) -> float:
        """Return the seconds until another call may begin; 0 or less for now."""
        free = self._begun[0] + self._seconds if len(self._begun) == self._calls else 0.0
        return max(free, self._paused_until) - _now()


def _now() -> float:
    return asyncio.get_running_loop().time()
