"""How much people may ask: so many answers at once and questions in a time, of each person and of all."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Generator
from contextlib import contextmanager

_WAIT_FOR_AN_ANSWER = 5.0  # s; an answer under way may end at any time


class TooManyQuestions(Exception):  # noqa: N818 (an answer to the person who asked, not a fault)
    """A question beyond the limits. Another one is answered in about *retry_after* seconds."""

    def __init__(self, retry_after: float, *, by_person: bool) -> None:
        super().__init__(f"too many questions {'of one person' if by_person else 'in all'}")
        self.retry_after = retry_after
        """Seconds, more than 0."""
        self.by_person = by_person
        """Whether it is this person who asked too much, and not all together."""


class AskLimits:
    """Counts the questions of people, and refuses those beyond the limits.

    - *at_once*: answers under way, in all.
    - *at_once_per_person*: of these, for one person.
    - *per_person*: how many questions one person may ask in how many seconds.

    ``with limits.admit(person): ...`` while the answer is given. *clock* is monotonic, in seconds. Raises ValueError
    for limits that are not above 0.
    """

    def __init__(
        self,
        *,
        at_once: int = 100,
        at_once_per_person: int = 3,
        per_person: tuple[int, float] = (30, 600.0),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        asked, seconds = per_person
        if min(at_once, at_once_per_person, asked) < 1 or seconds <= 0:
            raise ValueError("at_once, at_once_per_person and per_person must be above 0")
        self._at_once = at_once
        self._at_once_per_person = at_once_per_person
        self._asked_most = asked
        self._seconds = seconds
        self._clock = clock
        self._under_way: Counter[str] = Counter()
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()

    @property
    def under_way(self) -> int:
        """Answers under way."""
        return self._under_way.total()

    @contextmanager
    def admit(self, person: str) -> Generator[None]:
        """Count a question of *person* while it is answered. Raises `TooManyQuestions` where it is one too many."""
        self._check(person)
        self._note(person)
        self._under_way[person] += 1
        try:
            yield
        finally:
            self._under_way[person] -= 1
            if not self._under_way[person]:
                del self._under_way[person]

    def _check(self, person: str) -> None:
        asked = self._asked.get(person)
        if asked and len(asked) == self._asked_most and (wait := asked[0] + self._seconds - self._clock()) > 0:
            raise TooManyQuestions(wait, by_person=True)
        if self._under_way[person] >= self._at_once_per_person:
            raise TooManyQuestions(_WAIT_FOR_AN_ANSWER, by_person=True)
        if self.under_way >= self._at_once:
            raise TooManyQuestions(_WAIT_FOR_AN_ANSWER, by_person=False)

    def _note(self, person: str) -> None:
        now = self._clock()
        self._asked.setdefault(person, deque(maxlen=self._asked_most)).append(now)
        self._asked.move_to_end(person)
        while next(iter(self._asked.values()))[-1] + self._seconds <= now:
            self._asked.popitem(last=False)
