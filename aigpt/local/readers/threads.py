"""Readers in threads of this process, where others cannot be started: they have a share in the event loop's GIL."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

from aigpt.local.readers.reading import ReaderCounts
from aigpt.local.store.database import READERS, Store

__all__ = ["ReaderThreads"]

T = TypeVar("T")


class ReaderThreads:
    """Threads that read *store*."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="aigpt-search")
        self._given = 0

    def start(self) -> None:
        """Do nothing: threads start with their work."""

    async def run(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        """Do *work*, as `Reading` says."""

        def read() -> T:
            with self._store.reading() as db:
                return work(db)

        self._given += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, read)
        finally:
            self._given -= 1

    @asynccontextmanager
    async def paused(self) -> AsyncGenerator[None]:
        """Go on at once: the store itself knows who reads in this process."""
        yield

    def counts(self) -> ReaderCounts:
        """Return how the readers are doing."""
        busy = min(self._given, READERS)
        return ReaderCounts(READERS, busy, self._given - busy, 0)

    async def close(self) -> None:
        """Wait for running work, and end the threads."""
        await asyncio.to_thread(self._threads.shutdown, cancel_futures=True)
