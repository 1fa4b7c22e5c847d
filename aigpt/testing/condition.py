"""A condition variable for threads and event loops at once."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable


class Condition:
    """Lets any thread or event loop wait until a predicate holds; it is tested again at each `notify_all`.

    A waiter registers before it tests, and the notifier changes the state before it notifies: so no
    change is missed, without a lock.
    """

    def __init__(self) -> None:
        self._wakers: set[Callable[[], None]] = set()

    def notify_all(self) -> None:
        """Have every waiter, in any thread, test its predicate again."""
        for wake in tuple(self._wakers):
            wake()

    def wait_for(self, predicate: Callable[[], bool], timeout: float) -> bool:
        """Block until *predicate* holds, for *timeout* seconds at most; return whether it does."""
        deadline = time.monotonic() + timeout
        woken = threading.Event()
        self._wakers.add(woken.set)
        try:
            while not predicate():
                if not woken.wait(deadline - time.monotonic()):
                    return predicate()
                woken.clear()
        finally:
            self._wakers.discard(woken.set)
        return True

    async def wait_forever(self, predicate: Callable[[], bool]) -> None:
        """Wait until *predicate* holds, without a timeout and without blocking the event loop."""
        loop = asyncio.get_running_loop()
        woken = asyncio.Event()

        def wake() -> None:
            with contextlib.suppress(RuntimeError):  # the waiter's loop is closed: nobody waits any more
                loop.call_soon_threadsafe(woken.set)

        self._wakers.add(wake)
        try:
            while not predicate():
                await woken.wait()
                woken.clear()
        finally:
            self._wakers.discard(wake)

    async def wait_async(self, predicate: Callable[[], bool], seconds: float) -> bool:
        """Do what `wait_for` does, without blocking the event loop."""
        try:
            async with asyncio.timeout(seconds):
                await self.wait_forever(predicate)
        except TimeoutError:
            return predicate()
        return True
