"""Watches the files of all datasources while the server runs, and has what has changed read again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from aigpt.local.ingest.index_queue import IndexQueue
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.store.datasources import Datasource

__all__ = ["Watcher"]

_Look: TypeAlias = tuple[list[Datasource], float]
"""What has changed, and the CPU seconds that it took to find out."""

_log = logging.getLogger("aigpt.local")

_SECONDS = 0.5  # between two looks
_END_SECONDS = 10.0  # for the last one, of a disk over a network, say
_SHARE = 20  # where a look takes long, as with 100,000 files: at most a twentieth of a core


class Watcher:
    """Looks at the files of what *indexer* has read, and adds to *queue* what changed since. For the event loop."""

    def __init__(self, indexer: Indexer, queue: IndexQueue) -> None:
        self._indexer = indexer
        self._queue = queue
        self._looking: asyncio.Future[_Look] | None = None
        self._task = asyncio.get_running_loop().create_task(self._watch())

    async def close(self) -> None:
        """Stop watching, and the indexer."""
        self._indexer.stop()  # a look at very many files ends, too
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        if self._looking is not None and not (await asyncio.wait([self._looking], timeout=_END_SECONDS))[0]:
            _log.warning("a look at the files does not end: a disk does not answer")

    async def _watch(self) -> None:
        pause = _SECONDS
        while True:
            await asyncio.sleep(pause)
            began = time.perf_counter()
            self._looking = _in_daemon_thread(self._look)
            changed, worked = await asyncio.shield(self._looking)  # a thread cannot be cancelled
            # Not by the clock alone: on a busy machine a short look may have to wait for long.
            pause = max(_SECONDS, _SHARE * worked, time.perf_counter() - began)
            for source in changed:
                self._queue.add_again(source.user, source.name)

    def _look(self) -> _Look:
        began = time.thread_time()
        try:
            changed = self._indexer.changed()
        except sqlite3.Error as error:
            _log.warning("the files could not be looked at: %s", error)
            changed = []
        return changed, time.thread_time() - began


def _in_daemon_thread(work: Callable[[], _Look]) -> asyncio.Future[_Look]:
    """Return the future of *work*, done in a thread that ends with the program, even in the middle of it.

    The threads of an executor are waited for at the program's end, by asyncio and by Python.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[_Look] = loop.create_future()

    def run() -> None:
        try:
            report = partial(future.set_result, work())
        except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where the result is awaited)
            report = partial(future.set_exception, error)
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(report)

    threading.Thread(target=run, name="aigpt-watch", daemon=True).start()
    return future
