"""How many requests may be under way at once."""

from __future__ import annotations

import asyncio
from collections import deque


class Slots:
    """A number of places; who finds none waits in line, first come first served.

    The pool counts here rather than in aiohttp's connector: a call that waits in line is not on the wire yet, so no
    timeout of its attempt runs; and with thousands in line, this line costs each the same.
    """

    def __init__(self, number: int) -> None:
        self.free = number
        """Places nobody holds. Whoever finds one takes it by counting down; whoever finds none has to `wait`."""
        self._line: deque[asyncio.Future[None]] = deque()

    async def wait(self) -> None:
        """Take a place as soon as those before in line have theirs."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._line.append(turn)
        try:
            await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self.give()  # the place was handed over in the very moment of the cancellation
            raise

    def give(self) -> None:
        """Give a place back, to the first in line if there is one."""
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1
