"""How many calls may be under way at once: a fixed number, or one that adapts to what the server accepts. No I/O.

`Adaptive` is additive increase, multiplicative decrease, as in TCP, with what TCP has learned since:

- It doubles until the first 429 or timeout (slow start). While no call has come back, time stands in for successes,
  or a server that takes seconds for a call would be used by a handful of calls for the first half minute.
- A 429 says "one too many", so each takes one off the limit, and after a round of them the limit is the number that
  the server accepted; a round takes off no more than half, so that a short outage does not cost the whole limit.
- It holds that number before it probes beyond (CUBIC's plateau): for longer each time that the probe fails at about
  the same number, and by steps that grow while probes succeed, so that capacity gained is soon found.
- A 429 while it holds means that others use the server too: it gives way by a tenth, or who came first would keep all.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from aigpt._http.checks import check_whole
from aigpt.errors import ConfigurationError

_RAMP_TO = 32
_SUCCESSES_HELD = 64
_LEAST_ROUNDS_HELD, _MOST_ROUNDS_HELD = 4, 16
_LONGEST_HOLD = 8
_STEP_GROWTH = 4


@dataclass(frozen=True, slots=True)
class Adaptive:
    """A concurrency that adapts to the server: ``fan_out(…, concurrency=Adaptive(1, 256))``.

    It begins at *minimum* and doubles with each round of successes until a call is answered 429 or times out. Each of
    these takes one off, but no more than half per round; where that ends it stays for some rounds before it tries
    more. A round is as many successes as calls may be under way. *clock* tells calls begun before a
    decrease from those begun after it. Raises `ConfigurationError` for limits out of order.
    """

    minimum: int = 1
    maximum: int = 256
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        for name in ("minimum", "maximum"):
            check_whole(f"{name} of Adaptive", getattr(self, name), 1)
        if self.minimum > self.maximum:
            raise ConfigurationError("minimum of Adaptive must not be above its maximum")


class Limit:
    """How many calls may be under way: a fixed number."""

    def __init__(self, number: int) -> None:
        self.now = number
        """How many, at present."""
        self.only_retries = False
        """Whether no new call begins while others are under way or wait for their retry."""

    def begun(self) -> float:
        """Return a mark for a call that begins."""
        return 0.0

    def ramp(self, under_way: int) -> bool:  # noqa: ARG002 (a fixed number does not grow)
        """Grow since a quarter of a second has passed without a push-back; return whether to be asked again."""
        return False

    def succeeded(self, mark: float, under_way: int) -> None:
        """Note the success of the call with this *mark*, while *under_way* calls were under way."""

    def pushed_back(self, mark: float) -> None:
        """Note that the call with this *mark* was answered 429, or timed out."""


class AdaptiveLimit(Limit):
    """The number of an `Adaptive`, driven by the results of the calls."""

    def __init__(self, settings: Adaptive) -> None:
        super().__init__(settings.minimum)
        self._settings = settings
        self._round_began = 0.0
        self._successes = 0
        self._needed = 0
        self._floor: int | None = None
        self._hold = 1
        self._ceiling = 0
        self._step = 1

    def begun(self) -> float:
        """Return a mark for a call that begins."""
        return self._settings.clock()

    def ramp(self, under_way: int) -> bool:
        """Double if no call was pushed back yet, up to the number that a fan-out has by default."""
        if self._floor is not None or self.now >= _RAMP_TO:
            return False
        if under_way >= self.now:
            self.now = min(2 * self.now, _RAMP_TO, self._settings.maximum)
        return True

    def succeeded(self, mark: float, under_way: int) -> None:
        """Note a success. It counts only while the limit is what holds the calls back."""
        self.only_retries = False
        if under_way < self.now or self.now >= self._settings.maximum:
            return
        if self._floor is None:
            self.now += 1
            return
        self._successes += 1
        if self._successes >= self._needed and mark >= self._round_began:
            self.now = min(self.now + self._step, self._settings.maximum)
            self._round_began, self._successes = self._settings.clock(), 0
            self._step = min(_STEP_GROWTH * self._step, self.now)
            self._needed = self.now

    def pushed_back(self, mark: float) -> None:
        """Take one off the limit, but not more than half for calls that were under way together."""
        less = 1
        self.only_retries = self.now == self._settings.minimum
        if self._floor is None or mark >= self._round_began:
            if self.now > self._ceiling:
                failed_again = self.now <= self._ceiling + max(1, self._ceiling // 8)
                self._hold = min(2 * self._hold, _LONGEST_HOLD) if failed_again else 1
            elif self._successes >= self.now:  # it was accepted for a round: others use the server too
                self._hold = 1
                less = max(1, self.now // 10)
            self._floor = max(self.now // 2, self._settings.minimum)
            self._round_began = self._settings.clock()
        self.now = max(self.now - less, self._floor)
        self._ceiling, self._step, self._successes = self.now, 1, 0
        successes = min(_SUCCESSES_HELD, _MOST_ROUNDS_HELD * self.now)
        self._needed = max(self._hold * successes, _LEAST_ROUNDS_HELD * self.now)


def most_at_once(concurrency: int | Adaptive) -> int:
    """Return how many calls may be under way at most."""
    return concurrency.maximum if isinstance(concurrency, Adaptive) else concurrency


def make_limit(concurrency: int | Adaptive) -> tuple[Limit, int]:
    """Return the limit that *concurrency* asks for, and its maximum. Raises ConfigurationError."""
    if isinstance(concurrency, Adaptive):
        return AdaptiveLimit(concurrency), concurrency.maximum
    check_whole("concurrency", concurrency, 1)
    return Limit(concurrency), concurrency
