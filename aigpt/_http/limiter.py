"""How many requests may be under way at once."""

from __future__ import annotations

import asyncio
from collections import deque


class ConnectionLimiter:
    """A fixed number of places; beyond it, acquiring waits in a queue, first come, first served.

    The pool is counted here and not in aiohttp's connector: a call in this queue has not been sent yet, so no timeout
    of its attempt runs, and waking the next one costs the same however long the queue is.
    """

    def __init__(self, number: int) -> None:
        self.free: int = number
        """Places that are free. Take one by counting down; where there is none, `acquire` waits."""
        self._queue: deque[asyncio.Future[None]] = deque()

    async def take(self) -> None:
        """Take a place, at once where one is free."""
        if self.free > 0:
            self.free -= 1
        else:
            await self.acquire()

    async def acquire(self) -> None:
        """Take a place as soon as those before in the queue have theirs."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self.release()  # the place was handed over just before the cancellation
            raise

    def release(self) -> None:
        """Give a place back, to the first in the queue if there is one."""
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1
