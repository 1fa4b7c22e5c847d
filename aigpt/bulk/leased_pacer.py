"""The pacer of one worker: its calls begin at the slots that the keeper of the cluster leases it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.lease_keeper import LATE, Lease

_AGAIN = 0.2  # s
_LONGEST_WAIT = 1.0  # s
_ROUND_TRIPS = 20

Ask = Callable[[int, int, Sequence[float | None]], Awaitable[Lease]]


class LeasedPacer:
    """A `Pacer` whose slots *ask* gives: it is called with the slots used and dropped, and the push-backs, since then.

    *ask* may raise: then it is asked again, until there is a keeper. Slots are of the keeper's clock. How far that is
    from ours is known to half of a round trip, and the shortest of the last round trips says it.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._slots: deque[float] = deque()
        self._leased = 1
        self._used = self._dropped = 0
        self._pushed_back: list[float | None] = []
        self._epoch = ""
        self._offsets: deque[tuple[float, float]] = deque(maxlen=_ROUND_TRIPS)
        self._paused_until = 0.0
        self._filling: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    async def acquire(self) -> None:
        """Return when one call may begin."""
        loop = asyncio.get_running_loop()
        while self._slots and self._slots[0] < loop.time() - LATE:
            self._slots.popleft()  # nobody wanted it
        while True:
            if len(self._slots) <= self._leased // 2:
                self._fill()
            if not self._slots:
                self._news.clear()
                await self._news.wait()
                continue
            slot = self._slots[0]
            wait = slot - loop.time()
            if wait > 0.0:
                await asyncio.sleep(wait)
                if not self._slots or self._slots[0] != slot:
                    continue  # a pause has begun meanwhile
            self._slots.popleft()
            if loop.time() - slot <= LATE:
                self._used += 1
                return
            self._dropped += 1

    def pushed_back(self, retry_after: float | None) -> None:
        """Tell the keeper soon, so that all workers wait."""
        self._pushed_back.append(retry_after)
        self._fill()

    async def close(self) -> None:
        """Ask for no more slots."""
        if self._filling is not None:
            await cancel_and_wait([self._filling])

    def _fill(self) -> None:
        if self._filling is None or self._filling.done():
            self._filling = asyncio.get_running_loop().create_task(self._ask_for_slots())

    async def _ask_for_slots(self) -> None:
        """Ask once; again while there are push-backs of which the keeper does not know, or while there is no keeper."""
        loop = asyncio.get_running_loop()
        lease: Lease | None = None
        while lease is None or self._pushed_back:
            used, self._used = self._used, 0
            dropped, self._dropped = self._dropped, 0
            told, self._pushed_back = self._pushed_back, []
            asked_at = loop.time()
            try:
                lease = await self._ask(used, dropped, told)
            except Exception:  # noqa: BLE001 (whatever happens to a keeper: there will be another)
                self._pushed_back = [*told, *self._pushed_back]
                await asyncio.sleep(_AGAIN)
            else:
                self._take(lease, asked_at, loop.time())
        if not lease.number:
            await asyncio.sleep(min(lease.wait, _LONGEST_WAIT))
        self._news.set()

    def _take(self, lease: Lease, asked_at: float, now: float) -> None:
        if lease.epoch != self._epoch:
            self._epoch = lease.epoch
            self._offsets.clear()
            if self._paused_until > now:  # the one before knew of it
                self._pushed_back.append(self._paused_until - now)
        self._offsets.append((now - asked_at, (asked_at + now) / 2 - lease.now))
        _, offset = min(self._offsets)
        paused_until = lease.paused_until + offset
        if paused_until > now:
            self._paused_until = paused_until
            while self._slots and self._slots[0] < paused_until:
                self._slots.popleft()
        if lease.number:
            self._leased = lease.number
            self._slots.extend(lease.first + offset + number * lease.step for number in range(lease.number))
