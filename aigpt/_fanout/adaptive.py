"""How many calls may be under way at once: a fixed number, or one that adapts to what the server accepts. No I/O.

`Adaptive` is additive increase, multiplicative decrease, as in TCP, with two of TCP's own refinements: it doubles
until the first 429 or timeout (slow start), and from then on it stays for a while at the highest number that the
server accepted before it probes beyond. Without the latter the mean would be three quarters of what is possible.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from aigpt._http.checks import check_whole
from aigpt.errors import ConfigurationError

_SHORTEST_STAY = 16
_LONGEST_STAY = 128


@dataclass(frozen=True, slots=True)
class Adaptive:
    """A concurrency that adapts to the server: ``fan_out(…, concurrency=Adaptive(1, 256))``.

    It begins at *minimum*, doubles with each round of successes until a call is answered 429 or times out, and is
    halved then, at most once per round; from there it grows by one per round. A round is as many successes as calls
    may be under way. Where it last met a 429 it waits a number of rounds before it goes beyond. *clock* tells calls
    begun before a halving from those begun after it. Raises `ConfigurationError` for limits out of order.
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

    def begun(self) -> float:
        """Return a mark for a call that begins."""
        return 0.0

    def succeeded(self, under_way: int) -> None:
        """Note a success while *under_way* calls were under way."""

    def pushed_back(self, mark: float) -> None:
        """Note that the call with this *mark* was answered 429, or timed out."""


class AdaptiveLimit(Limit):
    """The number of an `Adaptive`, driven by the results of the calls."""

    def __init__(self, settings: Adaptive) -> None:
        super().__init__(settings.minimum)
        self._settings = settings
        self._cut_at: float | None = None
        self._successes = 0
        self._ceiling: int | None = None
        self._rounds_at_ceiling = 0
        self._stay = _SHORTEST_STAY

    def begun(self) -> float:
        """Return a mark for a call that begins."""
        return self._settings.clock()

    def succeeded(self, under_way: int) -> None:
        """Note a success. It counts only while the limit is what holds the calls back."""
        if under_way < self.now or self.now >= self._settings.maximum:
            return
        if self._cut_at is None:
            self.now += 1
            return
        self._successes += 1
        if self._successes >= self.now:
            self._successes = 0
            self._finish_round()

    def _finish_round(self) -> None:
        if self._ceiling is not None and self.now > self._ceiling:
            self._ceiling, self._stay = None, _SHORTEST_STAY  # the server accepts more now
        if self.now == self._ceiling and self._rounds_at_ceiling < self._stay:
            self._rounds_at_ceiling += 1
            return
        self.now += 1

    def pushed_back(self, mark: float) -> None:
        """Halve the limit, unless the call began before it was last halved."""
        if self._cut_at is not None and mark < self._cut_at:
            return
        if self.now - 1 == self._ceiling:  # the probe failed at the same number: probe less often
            self._stay = min(self._stay * 2, _LONGEST_STAY)
        else:
            self._stay = _SHORTEST_STAY
        self._ceiling = max(self.now - 1, self._settings.minimum)
        self._rounds_at_ceiling = self._successes = 0
        self.now = max(self.now // 2, self._settings.minimum)
        self._cut_at = self._settings.clock()


def make_limit(concurrency: int | Adaptive) -> tuple[Limit, int]:
    """Return the limit that *concurrency* asks for, and its maximum. Raises ConfigurationError."""
    if isinstance(concurrency, Adaptive):
        return AdaptiveLimit(concurrency), concurrency.maximum
    check_whole("concurrency", concurrency, 1)
    return Limit(concurrency), concurrency
