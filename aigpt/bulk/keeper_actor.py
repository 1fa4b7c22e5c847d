"""The keeper of a cluster's rate, as an actor. Imports little: all wait while a lost one starts again."""

from __future__ import annotations

import time
from collections.abc import Sequence

from aigpt.bulk.lease_keeper import Keeper, Lease


class KeeperActor:
    """The keeper of the rate, as an actor."""

    def __init__(self, rate: float | None) -> None:
        self._keeper = Keeper(rate, time.monotonic())

    def lease(self, worker: str, used: int, dropped: int, pushed_back: Sequence[float | None]) -> Lease:
        """Return slots for *worker*."""
        return self._keeper.lease(time.monotonic(), worker, used, dropped, pushed_back)

    def rate(self) -> float:
        """Return the slots per second at the moment."""
        return self._keeper.rate
