"""The indexer at work in a thread of its own: what was connected before the start, then what is connected later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from aigpt.local.ingest.indexer import Indexed, Indexer

__all__ = ["Indexing"]

_log = logging.getLogger("aigpt.local")


class Indexing:
    """Runs *indexer*, one job after the other. All methods are for the event loop."""

    def __init__(self, indexer: Indexer) -> None:
        self._indexer = indexer
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="aigpt-index")
        self._jobs: list[asyncio.Future[list[Indexed]]] = []
        self._closed = False

    def begin(self) -> None:
        """Read all datasources, as far as that has not been done."""
        self._add(self._indexer.run)

    def begin_one(self, user: str, name: str) -> None:
        """Read a datasource that was connected just now."""
        job = self._add(lambda: self._indexer.run_one(user, name))
        if job is not None:
            job.add_done_callback(_tell)

    def _add(self, work: Callable[[], list[Indexed]]) -> asyncio.Future[list[Indexed]] | None:
        if self._closed:
            return None
        job = asyncio.get_running_loop().run_in_executor(self._thread, work)
        self._jobs.append(job)
        return job

    async def done(self) -> list[Indexed]:
        """Wait until nothing is left to read; return what came of all of it. Raises what a job broke off with."""
        results: list[Indexed] = []
        for job in self._jobs:  # grows while it is gone through
            results += await asyncio.shield(job)
        return results

    async def close(self) -> None:
        """Stop reading, soon; what was read stays."""
        self._closed = True
        self._indexer.stop()
        await asyncio.gather(*self._jobs, return_exceptions=True)
        self._thread.shutdown()


def _tell(job: asyncio.Future[list[Indexed]]) -> None:
    """Say that a job broke off, since it may be that nobody waits for it."""
    if not job.cancelled() and (error := job.exception()):
        _log.error("indexing what was connected broke off: %s", type(error).__name__)
