"""Waiting for something to change, from any thread and from any event loop."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable


class Changes:
    """Wakes those who wait whenever `notify` is called; each then looks whether its condition holds.

    A waiter signs up before it looks, and the notifier changes the state before it notifies: so no
    change is missed, without a lock.
    """

    def __init__(self) -> None:
        self._wakers: set[Callable[[], None]] = set()

    def notify(self) -> None:
        """Tell every waiter, in whatever thread, to look again."""
        for wake in tuple(self._wakers):
            wake()

    def wait(self, holds: Callable[[], bool], timeout: float) -> bool:
        """Block until *holds*, for *timeout* seconds at most; return whether it does."""
        deadline = time.monotonic() + timeout
        woken = threading.Event()
        self._wakers.add(woken.set)
        try:
            while not holds():
                if not woken.wait(deadline - time.monotonic()):
                    return holds()
                woken.clear()
        finally:
            self._wakers.discard(woken.set)
        return True

    async def until(self, holds: Callable[[], bool]) -> None:
        """Return when *holds*, however long that takes."""
        loop = asyncio.get_running_loop()
        woken = asyncio.Event()

        def wake() -> None:
            with contextlib.suppress(RuntimeError):  # the waiter's loop is closed: it is past waiting
                loop.call_soon_threadsafe(woken.set)

        self._wakers.add(wake)
        try:
            while not holds():
                await woken.wait()
                woken.clear()
        finally:
            self._wakers.discard(wake)

    async def within(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Do what `wait` does, without blocking the event loop."""
        try:
            async with asyncio.timeout(seconds):
                await self.until(holds)
        except TimeoutError:
            return holds()
        return True
