"""Recognize events that a platform delivers more than once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable


class SeenEvents:
    """Remembers the ids of events for *ttl* seconds, at most *maxsize* of them. *clock* is monotonic, in seconds.

    Raises ValueError for a *ttl* or *maxsize* that is not above 0.
    """

    def __init__(self, ttl: float = 300, maxsize: int = 10_000, *, clock: Callable[[], float] = time.monotonic) -> None:
        if ttl <= 0 or maxsize <= 0:
            raise ValueError("ttl (seconds) and maxsize (events) must be above 0")
        self._ttl = ttl
        self._maxsize = maxsize
        self._clock = clock
        self._expires: OrderedDict[Hashable, float] = OrderedDict()

    def first(self, event_id: Hashable) -> bool:
        """Return whether *event_id* is new, and remember it."""
        now = self._clock()
        while self._expires and next(iter(self._expires.values())) <= now:
            self._expires.popitem(last=False)
        if event_id in self._expires:
            return False
        self._expires[event_id] = now + self._ttl
        if len(self._expires) > self._maxsize:
            self._expires.popitem(last=False)
        return True

    def __len__(self) -> int:
        return len(self._expires)
