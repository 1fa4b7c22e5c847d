"""A rate, in calls per second, that adapts to what the server accepts. Pure: the time is passed in.

Like TCP's it doubles at first, decreases where a call is pushed back, and increases slowly. But halving would waste a
quarter of the rate, and each probe costs a pause where the server sends a ``Retry-After``. So it measures. Of a cycle,
from one push-back to the next, it is known how many calls were accepted:

- those of the whole cycle per second, its pause included, are a lower bound of what the server grants (it may have
  granted more than was used), and so is a rate that was held for seconds without a push-back;
- those of the last second before the push-back are an upper bound (some of them may have been saved up before).

Calls resume at a rate between the two. It is held for seconds, then raised by steps that double, so that a wrong
estimate, or a smaller one that no longer holds, is soon left behind. Where that fails at the same rate again, the rate
is held for twice as long.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import inf

from aigpt._fanout.pacing import Tokens

_ROUND = 0.5  # s
_RECENT = 1.0  # s
_SNAPSHOT = 0.05  # s
_FIRST_HOLD, _LONGEST_HOLD = 4.0, 16.0  # s
_SAME = 1.1
_FIRST_STEP = 0.025
_MARGIN = 0.98
_LEAST_DECREASE, _BLIND_DECREASE, _MOST_DECREASE = 0.95, 0.7, 0.25
_TOWARDS_UPPER = 0.7
_USED = 0.8
_LEAST_RATE = 0.1
_FEW = 8
_SAVED, _MADE_UP = 0.03, 0.1  # s


@dataclass(slots=True)
class _Cycle:
    """What is known of the time between two push-backs."""

    rate: float
    """The rate at which it ended."""
    proven: float
    """A rate that was held without a push-back; 0 where none was."""
    accepted: int
    refused: int
    seconds: float
    recently_accepted: int
    recent_seconds: float

    def estimate(self) -> float:
        """Return the rate at which to resume."""
        if self.rate == inf:
            return max(_MARGIN * self._between_bounds(), _LEAST_RATE)
        if self.accepted < _FEW:
            return max(_BLIND_DECREASE * self.rate, _LEAST_RATE)
        found = self.accepted / self.seconds if self.refused >= _FEW else _MARGIN * self._between_bounds()
        return max(min(max(found, _MOST_DECREASE * self.rate), _LEAST_DECREASE * self.rate), _LEAST_RATE)

    def _between_bounds(self) -> float:
        recent = max(self.recently_accepted, 1) / self.recent_seconds
        lower = max(self.accepted, 1) / self.seconds
        if self.rate < inf:
            lower = min(max(lower, self.proven), self.rate)
        upper = max(recent, lower)
        return float(lower * (upper / lower) ** _TOWARDS_UPPER)


class AdaptiveRate:
    """Says when the next call may begin. *begun* calls were begun since the moment *since*, before it was made."""

    def __init__(self, rate: float, now: float, *, since: float | None = None, begun: int = 0) -> None:
        self.rate = rate
        """Calls per second; infinite before the first push-back of a fan-out without a rate."""
        self._tokens = Tokens(rate, now, _SAVED, _MADE_UP)
        self._cycle: _Cycle | None = None
        self._proven = 0.0
        self._is_doubling = True
        self._step = 0.0
        self._step_began, self._begun_in_step = now, 0
        self._hold, self._hold_until = _FIRST_HOLD, now
        since = now if since is None else since
        self._begin_cycle(since, since)
        self._accepted = begun

    def _begin_cycle(self, now: float, resume_at: float) -> None:
        self._cycle_began, self._resumed_at = now, resume_at
        self._accepted = self._refused = 0
        self._accepted_until: deque[tuple[float, int]] = deque([(resume_at, 0)])

    def wait(self, now: float) -> float:
        """Return the seconds until the next call may begin; 0 if it may begin now."""
        if self.rate == inf:
            return 0.0
        self._tokens.rate = self.rate
        return self._tokens.wait(now)

    def begun(self, now: float) -> None:
        """Note that a call begins."""
        self._tokens.take()
        self._begun_in_step += 1
        if now - self._accepted_until[-1][0] >= _SNAPSHOT:
            self._accepted_until.append((now, self._accepted))
            while len(self._accepted_until) > 1 and self._accepted_until[1][0] <= now - _RECENT:
                self._accepted_until.popleft()
        self._accepted += 1  # unless it is refused

    def succeeded(self, began: float, now: float) -> None:
        """Note that the call begun at that moment was accepted: after a round in which the rate was used, it grows."""
        if now < self._hold_until or now - self._step_began < _ROUND or began < self._step_began:
            return
        if self._begun_in_step >= _USED * self.rate * (now - self._step_began):
            if self._is_doubling:
                self._step = self.rate
            elif self._step:
                self._step = min(2 * self._step, self.rate)
            else:
                self._proven, self._step = self.rate, _FIRST_STEP * self.rate
            self.rate += self._step
        self._step_began, self._begun_in_step = now, 0

    def pushed_back(self, began: float, now: float, resume_at: float) -> None:
        """Note that the call begun at that moment was refused, and that no call begins before *resume_at*."""
        resume_at = max(now, resume_at)
        if resume_at > now:
            self._tokens.pause(resume_at)
        if began >= self._resumed_at:
            self._accepted -= 1
            self._refused += 1
            if not self._is_too_soon(now, resume_at):
                self._end_cycle(now, resume_at)
        elif self._cycle is not None and not self._step:  # it was begun in the cycle that has ended
            self._cycle.accepted -= 1
            self._cycle.recently_accepted -= 1
            self.rate = self._cycle.estimate()

    def _is_too_soon(self, now: float, resume_at: float) -> bool:
        """Return whether too little is known since the last push-back for another decrease."""
        if self._cycle is None or max(now - self._resumed_at, resume_at - now) >= _ROUND:
            return False
        return min(self._accepted, self._refused) < _FEW

    def _end_cycle(self, now: float, resume_at: float) -> None:
        held = self._proven
        if self._is_doubling:
            self._proven = self.rate / 2 if self.rate < inf else 0.0
        elif self._refused >= _FEW or (not self._step and self.rate <= _SAME * held):
            self._proven = 0.0  # what was held is refused now
        span = _ROUND if self._is_doubling and self.rate < inf else max(_RECENT, resume_at - now)
        since, before = next((s for s in reversed(self._accepted_until) if s[0] <= now - span), self._accepted_until[0])
        self._cycle = _Cycle(
            rate=self.rate,
            proven=self._proven,
            accepted=self._accepted,
            refused=self._refused,
            seconds=max(resume_at - self._cycle_began, _SNAPSHOT),
            recently_accepted=self._accepted - before,
            recent_seconds=max(span, now - since),
        )
        self.rate = self._cycle.estimate()
        self._tokens.pause(resume_at)
        failed_again = self._step and not self._is_doubling and self.rate < _SAME * held
        self._hold = min(2 * self._hold, _LONGEST_HOLD) if failed_again else _FIRST_HOLD
        self._hold_until = resume_at + self._hold
        self._proven = min(self._proven, self.rate)
        self._is_doubling, self._step = False, 0.0
        self._step_began, self._begun_in_step = resume_at, 0
        self._begin_cycle(now, resume_at)
