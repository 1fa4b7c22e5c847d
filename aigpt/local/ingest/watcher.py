"""Watches the files of all datasources while the server runs, and has what has changed read again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor

from aigpt.local.ingest.index_queue import IndexQueue
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.store.datasources import Datasource

__all__ = ["Watcher"]

_log = logging.getLogger("aigpt.local")

_SECONDS = 0.5  # between two looks
_SHARE = 20  # where a look takes long, as with 100,000 files: at most a twentieth of a core


class Watcher:
    """Looks at the files of what *indexer* has read, and adds to *queue* what changed since. For the event loop."""

    def __init__(self, indexer: Indexer, queue: IndexQueue) -> None:
        self._indexer = indexer
        self._queue = queue
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="aigpt-watch")
        self._task = asyncio.get_running_loop().create_task(self._watch())

    async def close(self) -> None:
        """Stop watching."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        await asyncio.to_thread(self._thread.shutdown)

    async def _watch(self) -> None:
        pause = _SECONDS
        while True:
            await asyncio.sleep(pause)
            began = time.perf_counter()
            changed, worked = await asyncio.get_running_loop().run_in_executor(self._thread, self._look)
            # Not by the clock alone: on a busy machine a short look may have to wait for long.
            pause = max(_SECONDS, _SHARE * worked, time.perf_counter() - began)
            for source in changed:
                self._queue.add_again(source.user, source.name)

    def _look(self) -> tuple[list[Datasource], float]:
        """Return what has changed, and the CPU seconds that this took."""
        began = time.thread_time()
        try:
            changed = self._indexer.changed()
        except sqlite3.Error as error:
            _log.warning("the files could not be looked at: %s", error)
            changed = []
        return changed, time.thread_time() - began
