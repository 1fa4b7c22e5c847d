"""The queue of indexing jobs, each of which runs in a thread of its own, one after the other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from aigpt._daemon_thread import in_daemon_thread
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.progress import Indexed

__all__ = ["IndexQueue"]

_log = logging.getLogger("aigpt.local")

_END_SECONDS = 20.0  # for the job that is under way: a process that reads is given ten to end


class IndexQueue:
    """Runs jobs of *indexer*, one after the other. Its methods are for the event loop."""

    def __init__(self, indexer: Indexer) -> None:
        self._indexer = indexer
        self._jobs: dict[tuple[str, str] | None, asyncio.Future[list[Indexed]]] = {}
        """The last job of each datasource, whether it has ended or not; None is for all that there were at once."""
        self._again: dict[tuple[str, str], asyncio.Future[list[Indexed]]] = {}
        self._last: asyncio.Task[list[Indexed]] | None = None
        self._closed = False

    def add_all(self) -> None:
        """Index what is new of all datasources."""
        self._add(None, self._indexer.run)

    def add_one(self, user: str, name: str) -> None:
        """Index a datasource that was just connected."""
        job = self._add((user, name), lambda: self._indexer.run_one(user, name))
        if job is not None:
            job.add_done_callback(partial(_log_failure, "was connected"))

    def add_again(self, user: str, name: str) -> None:
        """Index a datasource whose files have changed, unless that is in the queue; `done` does not wait for it."""
        if self._closed or (user, name) in self._again:
            return
        job = self._begin(lambda: self._indexer.run_one(user, name))
        self._again[user, name] = job
        job.add_done_callback(lambda _: self._again.pop((user, name), None))
        job.add_done_callback(partial(_log_failure, "has changed"))

    def _add(
        self, source: tuple[str, str] | None, work: Callable[[], list[Indexed]]
    ) -> asyncio.Future[list[Indexed]] | None:
        if self._closed:
            return None
        self._jobs.pop(source, None)  # if it has not ended, it will have when the next one has
        self._jobs[source] = self._begin(work)
        return self._jobs[source]

    def _begin(self, work: Callable[[], list[Indexed]]) -> asyncio.Future[list[Indexed]]:
        self._last = asyncio.get_running_loop().create_task(self._after(self._last, work))
        return self._last

    async def _after(
        self, before: asyncio.Task[list[Indexed]] | None, work: Callable[[], list[Indexed]]
    ) -> list[Indexed]:
        if before is not None:
            await asyncio.wait([before])
        if self._closed:  # the one before may not have ended
            return []
        return await in_daemon_thread(work, "aigpt-index")

    async def done(self) -> list[Indexed]:
        """Wait until the queue is empty, or closed; return the last results. Raises what a job has raised."""
        while (job := next((job for job in self._jobs.values() if not job.done()), None)) is not None:
            await asyncio.wait([job])
        return [indexed for job in self._jobs.values() if not job.cancelled() for indexed in job.result()]

    async def close(self) -> None:
        """Stop indexing; what was read stays in the database. A job that does not end is left behind."""
        self._closed = True
        self._indexer.stop()
        jobs = [*self._jobs.values(), *self._again.values()]
        if jobs and (await asyncio.wait(jobs, timeout=_END_SECONDS))[1]:
            _log.warning("the indexing does not end: a disk does not answer")
            for job in jobs:
                job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)


def _log_failure(what: str, job: asyncio.Future[list[Indexed]]) -> None:
    """Log an exception, since it may be that nobody awaits `done`."""
    if not job.cancelled() and (error := job.exception()):
        _log.error("indexing what %s failed: %s", what, type(error).__name__)
