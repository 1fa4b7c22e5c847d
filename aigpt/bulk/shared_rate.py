"""A rate of many workers, in calls per second, that adapts to what the server takes. Pure: the time is passed in.

It grows by half at first, round by round. A wave of refusals cuts it: a little where it was near what the server takes,
otherwise to what the server accepted in the last second. Soon it is back near what was refused, from where it grows
slowly, then faster and faster, so that a wrong cut, or a limit that holds no more, is soon left behind. It grows only
while it is used: what nobody asks for is not known to be granted.
"""

from __future__ import annotations

from collections import deque

_FIRST_RATE, _LEAST_RATE = 20.0, 0.1
_ROUND, _FIRST_ROUND, _RECENT = 1.0, 0.6, 1.0  # s
_FIRST_FACTOR = 1.5
_CUT, _TOWARDS, _NEAR = 0.95, 0.25, 0.98
_LEAST_GROWTH, _FAST, _MOST_GROWTH = 0.005, 0.05, 0.5
_MANY, _LEAST_LEFT, _BLIND_CUT = 0.1, 0.6, 0.5
_USED, _FEW = 0.8, 4


class SharedRate:
    """A rate, of which calls begin up to *ahead* seconds after it was asked for."""

    def __init__(self, now: float, ahead: float) -> None:
        self.rate: float = _FIRST_RATE
        """Calls per second."""
        self._ahead = ahead
        self._refused_at: float | None = None
        self._growth = _LEAST_GROWTH
        self._cut_at = now - _ROUND
        self._round_began, self._begun_in_round = now + ahead, 0
        self._recent: deque[tuple[float, int, int]] = deque()

    def note(self, now: float, begun: int, refused: int) -> None:
        """Note how many calls have begun, and how many were refused, since the last time."""
        self._begun_in_round += begun
        self._recent.append((now, begun, refused))
        while self._recent[0][0] < now - _RECENT:
            self._recent.popleft()

    def cut(self, now: float, resume_at: float) -> None:
        """Lower the rate after a refusal, unless that is of a wave after which it was; nothing begins until then."""
        if now - self._cut_at < _ROUND:
            return
        self._refused_at = self._taken()
        self.rate = max(_CUT * self._refused_at, _LEAST_RATE)
        self._growth = _LEAST_GROWTH
        self._cut_at = self._round_began = max(now, resume_at)
        self._begun_in_round = 0

    def _taken(self) -> float:
        """Return what the server is likely to take: the rate, where that has been near it for a while."""
        begun = sum(one[1] for one in self._recent)
        refused = sum(one[2] for one in self._recent)
        if self._refused_at is not None and self._growth <= _FAST and refused <= max(_MANY * begun, _FEW):
            return self.rate
        if begun < _FEW:
            return _BLIND_CUT * self.rate / _CUT
        return min(max(begun - refused, _LEAST_LEFT * self.rate), self.rate)

    def grow(self, now: float) -> None:
        """Raise the rate where a round is over in which it was used."""
        seconds = now - self._round_began
        # At first what was leased before is of a lower rate.
        expected = self.rate * (seconds - (self._ahead / 2 if self._refused_at is None else 0.0))
        if seconds < (_FIRST_ROUND if self._refused_at is None else _ROUND) or expected < _FEW:
            return
        is_used = self._begun_in_round >= _USED * expected
        self._round_began, self._begun_in_round = now, 0
        if not is_used:
            return
        if self._refused_at is None:
            self.rate *= _FIRST_FACTOR
        elif self.rate < _NEAR * self._refused_at:
            self.rate += min(_TOWARDS * seconds, 1.0) * (self._refused_at - self.rate)
        else:
            self.rate *= 1 + self._growth
            self._growth = min(2 * self._growth, _MOST_GROWTH)
