"""Telling events that a platform delivers again from those that are new."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable


class SeenEvents:
    """Remembers the events of the last *ttl* seconds, *maxsize* at most. *clock* gives seconds that never go back.

    Raises ValueError for a *ttl* or *maxsize* that is not above 0.
    """

    def __init__(self, ttl: float = 300, maxsize: int = 10_000, *, clock: Callable[[], float] = time.monotonic) -> None:
        if ttl <= 0 or maxsize <= 0:
            raise ValueError("ttl (seconds) and maxsize (events) must be above 0")
        self._ttl = ttl
        self._maxsize = maxsize
        self._clock = clock
        self._until: OrderedDict[Hashable, float] = OrderedDict()

    def first(self, event_id: Hashable) -> bool:
        """Return whether *event_id* is new, and remember it."""
        now = self._clock()
        while self._until and next(iter(self._until.values())) <= now:
            self._until.popitem(last=False)
        if event_id in self._until:
            return False
        self._until[event_id] = now + self._ttl
        if len(self._until) > self._maxsize:
            self._until.popitem(last=False)
        return True

    def __len__(self) -> int:
        return len(self._until)
