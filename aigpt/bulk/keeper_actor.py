"""The keeper of a cluster's rate, as an actor."""

from __future__ import annotations

import time
from collections.abc import Sequence

from aigpt.bulk.lease_keeper import Keeper, Lease


class KeeperActor:
    """The keeper of the rate, as an actor. It begins with the first question: until then it stands ready to follow."""

    def __init__(self, rate: float | None) -> None:
        self._rate = rate
        self._keeper: Keeper | None = None

    def lease(self, worker: str, used: int, dropped: int, pushed_back: Sequence[float | None]) -> Lease:
        """Return slots for *worker*."""
        now = time.monotonic()
        if self._keeper is None:
            self._keeper = Keeper(self._rate, now)
        return self._keeper.lease(now, worker, used, dropped, pushed_back)

    def ready(self) -> None:
        """Do nothing: an answer says that it is there."""
