"""One way to end a call from outside, for its deadline, the caller's abort and the client's closing alike.

The task that waits is cancelled with a reason noted, and the cancellation is taken back where the reason is found to
be ours; a cancellation by anybody else passes through untouched.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Protocol

from aigpt._reply import ABORTED, DEADLINE, Failure

_LOOK_SECONDS = 0.05


class Abort(Protocol):
    """What an `asyncio.Event` and `ThreadAbort` have in common."""

    def is_set(self) -> bool: ...
    async def wait(self) -> Any: ...


class ThreadAbort:
    """A `threading.Event` as a task sees it. Threads tell a loop nothing, so it looks from time to time."""

    def __init__(self, event: threading.Event) -> None:
        self._event = event

    def is_set(self) -> bool:
        """Return whether the event is set."""
        return self._event.is_set()

    async def wait(self) -> None:
        """Return once the event is set, a twentieth of a second later at most."""
        while not self._event.is_set():  # noqa: ASYNC110 (nobody in this loop can be told to tell us)
            await asyncio.sleep(_LOOK_SECONDS)


class Interrupt:
    """What may end one call or stream; afterwards `failure` says whether it was ended, and why.

    `task` is set around every wait: by hand around a whole call, by entering it around one wait inside.
    """

    # Defaults of the class: most calls never touch them, and setting each would cost all of them.
    failure: Failure | None = None
    task: asyncio.Task[Any] | None = None
    """Who waits for it at the moment, if anybody does."""
    deadline: float | None = None
    """In the loop's time."""
    on_idle: Callable[[], None] | None = None
    """Called when it strikes while nobody waits."""
    sent_at: int | None = None
    """When the attempt under way was put on the wire, by the clock of `aigpt._silence.Sweep`, if that watches it."""
    _outer: asyncio.Task[Any] | None = None
    _passing: Failure | None = None
    _cancelling = 0
    _timer: asyncio.TimerHandle | None = None
    _watcher: asyncio.Task[Any] | None = None

    def arm(self, seconds: float | None, abort: Abort | None) -> None:
        """Have it end after so many *seconds*, and once *abort* is set."""
        if seconds is not None:
            loop = asyncio.get_running_loop()
            self.deadline = loop.time() + seconds
            self._timer = loop.call_at(self.deadline, self.strike, DEADLINE)
        if abort is not None:
            if abort.is_set():
                self.failure = ABORTED
                return
            self._watcher = asyncio.ensure_future(abort.wait())
            self._watcher.add_done_callback(self._aborted)

    def disarm(self) -> None:
        """Let go of the timer and the watcher. Twice is fine."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._watcher is not None:
            self._watcher.cancel()
            self._watcher = None

    def strike(self, failure: Failure) -> None:
        """End the call, now; the first reason stands. Only from the loop's own thread."""
        if self.failure is not None:
            return
        self.failure = failure
        if self._passing is not None:
            return  # the task is being cancelled already, for the end of its attempt
        if self.task is not None:
            self._cancel(self.task)
        elif self.on_idle is not None:
            self.on_idle()

    def strike_attempt(self, failure: Failure) -> None:
        """End the attempt under way, and leave it to the call to make another."""
        if self.failure is None and self._passing is None and self.task is not None:
            self._passing = failure
            self._cancel(self.task)

    def struck(self) -> bool:
        """Return whether the present cancellation of the task is our own alone; if so, it is taken back."""
        return self.failure is not None and self._take_back()

    def passed(self) -> Failure | None:
        """Return what ended only the attempt, if that is what the present cancellation is; if so, it is taken back."""
        failure, self._passing = self._passing, None
        return failure if failure is not None and self.failure is None and self._take_back() else None

    def __enter__(self) -> None:
        self._outer = self.task
        self.task = asyncio.current_task()

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> bool:
        mine = kind is asyncio.CancelledError and self.struck()
        self.task = self._outer
        return mine

    def _cancel(self, task: asyncio.Task[Any]) -> None:
        self._cancelling = task.cancelling()
        task.cancel()

    def _take_back(self) -> bool:
        return self.task is not None and self.task.uncancel() <= self._cancelling

    def _aborted(self, watcher: asyncio.Task[Any]) -> None:
        if not watcher.cancelled() and watcher.exception() is None:
            self.strike(ABORTED)
