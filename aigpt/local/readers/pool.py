"""The pool of reader processes: which one does what, and what happens when one dies."""

from __future__ import annotations

import asyncio
import logging
import pickle
import sqlite3
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from aigpt.local.readers.child import ReaderChild
from aigpt.local.readers.child_main import Failed
from aigpt.local.readers.errors import OverloadedError, ReaderError
from aigpt.local.readers.reading import ReaderCounts

__all__ = ["ReaderPool"]

T = TypeVar("T")

_log = logging.getLogger("aigpt.local")

_MOST_WAITING = 1_000
_MOST_SECONDS = 30.0  # for one piece of work; then its reader is stuck
_TRIES = 2
_START_SECONDS = 10.0  # for a process that is being started when all are to end
_STARTS = 3  # in a row that fail, before waiting work is given up


@dataclass(eq=False, slots=True)
class _Job:
    """One piece of work."""

    message: bytes
    result: asyncio.Future[Any]
    tries: int = 0


class ReaderPool:
    """Up to *size* processes that read the database at *path*; the second starts when work has to wait for the first.

    They import the modules *soon* before their first work, and *later* beside it. A reader that dies, or works
    for half a minute at one thing, is replaced; its work is given to another one, once. All methods are for the event
    loop.
    """

    def __init__(self, path: Path, size: int, *, soon: Sequence[str] = (), later: Sequence[str] = ()) -> None:
        self._path = path
        self._size = size
        self._soon = soon
        self._later = later
        self._waiting: deque[_Job] = deque()
        self._children: set[ReaderChild] = set()
        """That were started, ready or not."""
        self._idle: list[ReaderChild] = []
        self._busy: dict[ReaderChild, tuple[_Job, asyncio.TimerHandle]] = {}
        self._starting: set[asyncio.Task[None]] = set()
        self._failed_starts = 0
        self._replaced = 0
        self._pauses = 0
        self._at_rest = asyncio.Event()
        self._closed = False

    def start(self) -> None:
        """Begin to start the first reader."""
        self._add_child()

    async def run(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        """Do *work*, as `Reading` says."""
        if self._closed:
            raise ReaderError("the server is closing")
        if len(self._waiting) >= _MOST_WAITING:
            raise OverloadedError(f"{_MOST_WAITING:,} requests wait already; try again later, or send fewer at a time")
        job = _Job(pickle.dumps(work, pickle.HIGHEST_PROTOCOL), asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        self._give_out()
        try:
            result: T = await job.result
        except asyncio.CancelledError:
            with suppress(ValueError):  # it was begun
                self._waiting.remove(job)
            raise
        return result

    @asynccontextmanager
    async def paused(self) -> AsyncGenerator[None]:
        """Wait until nothing is read, and begin no work before the block has ended."""
        self._pauses += 1
        try:
            while self._busy:
                self._at_rest.clear()
                await self._at_rest.wait()
            yield
        finally:
            self._pauses -= 1
            self._give_out()

    def counts(self) -> ReaderCounts:
        """Return how the readers are doing."""
        running = len(self._idle) + len(self._busy)
        return ReaderCounts(running, len(self._busy), len(self._waiting), self._replaced)

    async def close(self) -> None:
        """End the readers; work that waits is cancelled."""
        self._closed = True
        for job in self._waiting:
            job.result.cancel()
        self._waiting.clear()
        if self._starting:
            await asyncio.wait(self._starting, timeout=_START_SECONDS)
        await asyncio.gather(*[child.close() for child in self._children])

    def _give_out(self) -> None:
        while self._waiting and not self._pauses:
            if self._waiting[0].result.done():  # nobody awaits it any more
                self._waiting.popleft()
            elif self._idle:
                self._begin(self._idle.pop(), self._waiting.popleft())
            else:
                self._add_child()
                return

    def _begin(self, child: ReaderChild, job: _Job) -> None:
        job.tries += 1
        timer = asyncio.get_running_loop().call_later(_MOST_SECONDS, self._end_stuck, child)
        self._busy[child] = job, timer
        child.send(job.message)

    def _end_stuck(self, child: ReaderChild) -> None:
        _log.warning("a reader process has worked for %.0f s at one request; it is replaced", _MOST_SECONDS)
        child.kill()

    def _add_child(self) -> None:
        """Start another reader, unless there are enough, or one is starting."""
        starting = len(self._children) > len(self._idle) + len(self._busy)
        if self._closed or starting or len(self._children) >= self._size:
            return
        child = ReaderChild(self._received, self._ended)
        self._children.add(child)
        task = asyncio.get_running_loop().create_task(self._start_child(child))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _start_child(self, child: ReaderChild) -> None:
        try:
            await child.start(self._path, self._soon, self._later)
        except OSError as error:
            _log.warning("a reader process could not be started: %s", error.strerror)
            self._children.discard(child)
            self._note_failed_start()

    def _received(self, child: ReaderChild, message: bytes) -> None:
        if child not in self._busy:
            self._failed_starts = 0
            self._idle.append(child)
        else:
            job, timer = self._busy.pop(child)
            timer.cancel()
            self._idle.append(child)
            self._at_rest.set()
            if not job.result.done():
                _set_result(job.result, message)
        self._give_out()

    def _ended(self, child: ReaderChild) -> None:
        """Replace a reader that has died."""
        self._children.discard(child)
        if self._closed:
            if child in self._busy:
                job, timer = self._busy.pop(child)
                timer.cancel()
                job.result.cancel()
                self._at_rest.set()
            return
        self._replaced += 1
        if child in self._busy:
            self._lose(child)
        elif child in self._idle:
            self._idle.remove(child)
            _log.warning("a reader process died; it is replaced")
        else:
            self._note_failed_start()
            return
        self._add_child()
        self._give_out()

    def _lose(self, child: ReaderChild) -> None:
        """Give what a reader that died was working at to another one, once."""
        job, timer = self._busy.pop(child)
        timer.cancel()
        self._at_rest.set()
        if job.tries < _TRIES:
            _log.warning("a reader process died at its work; another one does it")
            self._waiting.appendleft(job)
        elif not job.result.done():
            _log.error("reader processes died %d times at the same work; it is given up", _TRIES)
            job.result.set_exception(
                ReaderError(
                    f"{_TRIES} processes died or took too long at this request; ask for less, or see whether"
                    " memory is short"
                )
            )

    def _note_failed_start(self) -> None:
        """Try again, or give up what waits: without this, everybody would wait for ever."""
        if self._idle or self._busy:
            return  # these go on; another start is tried when work waits again
        self._failed_starts += 1
        if self._failed_starts >= _STARTS:
            self._failed_starts = 0
            _log.error("no reader process can be started; requests that wait are refused")
            waiting, self._waiting = self._waiting, deque()
            for job in waiting:
                if not job.result.done():
                    job.result.set_exception(
                        ReaderError("the processes that search cannot be started; see whether memory is short")
                    )
        self._give_out()


def _set_result(result: asyncio.Future[Any], message: bytes) -> None:
    value = pickle.loads(message)  # noqa: S301 (from our own process)
    if isinstance(value, Failed):
        value.error.add_note(value.place)
        result.set_exception(value.error)
    else:
        result.set_result(value)
