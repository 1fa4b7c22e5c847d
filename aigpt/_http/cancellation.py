"""One way to end a call from outside: for its deadline, the caller's abort and the closing of the client alike.

The waiting task is cancelled with the reason noted, and the cancellation is taken back. Where somebody else has
cancelled the task too, that one passes through: a cancellation from outside always wins. As in `asyncio.timeout`, how
often the task was cancelled is noted when the wait begins: by the time we cancel it, somebody else may have already.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection
from types import TracebackType
from typing import Any, Protocol

from aigpt._http.failure import ABORTED, DEADLINE, Failure

_POLL_SECONDS = 0.05


class Abort(Protocol):
    """What an `asyncio.Event` and `ThreadAbort` have in common."""

    def is_set(self) -> bool: ...
    async def wait(self) -> Any: ...


class ThreadAbort:
    """A `threading.Event` as a task sees it: polled, since a thread's event wakes no event loop."""

    def __init__(self, event: threading.Event) -> None:
        self._event = event

    def is_set(self) -> bool:
        """Return whether the event is set."""
        return self._event.is_set()

    async def wait(self) -> None:
        """Return once the event is set, at most 50 ms later."""
        while not self._event.is_set():  # noqa: ASYNC110 (there is nothing in this loop to wait for)
            await asyncio.sleep(_POLL_SECONDS)


def as_abort(event: object) -> Abort | None:
    """Return the `abort` of a call as something a task can wait for. Raises TypeError for anything but an event."""
    if event is None or isinstance(event, asyncio.Event):
        return event
    if isinstance(event, threading.Event):
        return ThreadAbort(event)
    raise TypeError(
        f"abort must be an asyncio.Event (a threading.Event in a blocking client), not {type(event).__name__}"
    )


class Cancellation:
    """What may end one call or stream; afterwards `failure` says whether it was ended, and why.

    `task` is set around every wait: by `begin_wait` and `end_wait` around a whole call, by entering it around one wait
    inside.
    """

    # Defaults of the class: most calls never touch them, and setting each would cost all of them.
    failure: Failure | None = None
    task: asyncio.Task[Any] | None = None
    """The task that waits at the moment, if any."""
    deadline: float | None = None
    """In the loop's time."""
    on_idle: Callable[[], None] | None = None
    """Called where it is cancelled while no task waits."""
    sent_at: int | None = None
    """When the attempt under way was sent, in the ticks of `HeaderTimeouts`, if that watches it."""
    _is_nested = False
    _attempt_failure: Failure | None = None
    _requested = False
    """Whether we have cancelled the task, and not taken that back yet."""
    _cancelling = 0
    """How often others had cancelled the task when its wait began."""
    _timer: asyncio.TimerHandle | None = None
    _watcher: asyncio.Task[Any] | None = None

    def arm(self, seconds: float | None, abort: Abort | None) -> None:
        """Have it end after so many *seconds*, and once *abort* is set."""
        if seconds is not None:
            loop = asyncio.get_running_loop()
            self.deadline = loop.time() + seconds
            self._timer = loop.call_at(self.deadline, self.cancel, DEADLINE)
        if abort is not None:
            if abort.is_set():
                self.failure = ABORTED
                return
            self._watcher = asyncio.ensure_future(abort.wait())
            self._watcher.add_done_callback(self._aborted)

    def disarm(self) -> None:
        """Drop the timer and the watcher. Safe to call twice."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._watcher is not None:
            self._watcher.cancel()
            self._watcher = None

    def cancel(self, failure: Failure) -> None:
        """End the call now; the first reason stands. Only from the loop's own thread."""
        if self.failure is not None:
            return
        self.failure = failure
        if self._attempt_failure is not None:
            return  # the task is being cancelled already, for the end of its attempt
        if self.task is not None:
            self._cancel(self.task)
        elif self.on_idle is not None:
            self.on_idle()

    def cancel_attempt(self, failure: Failure) -> None:
        """End the attempt under way; the call may make another."""
        if self.failure is None and self._attempt_failure is None and self.task is not None:
            self._attempt_failure = failure
            self._cancel(self.task)

    def begin_wait(self) -> None:
        """Let the current task be cancelled from now on."""
        task = self.task = asyncio.current_task()
        if task is not None:
            self._cancelling = task.cancelling()

    def end_wait(self) -> None:
        """Let the task be cancelled no more, and take back a cancellation of ours that came to nothing."""
        if self._requested:
            self._take_back()
        self.task = None

    def was_cancelled(self) -> bool:
        """Return whether the present cancellation of the task is ours alone. Ours is taken back in any case."""
        return self.failure is not None and self._take_back()

    def attempt_was_cancelled(self) -> Failure | None:
        """Return why the attempt was cancelled, if that is the present cancellation. Ours is taken back in any case."""
        failure, self._attempt_failure = self._attempt_failure, None
        return failure if failure is not None and self.failure is None and self._take_back() else None

    def __enter__(self) -> None:
        self._is_nested = self.task is not None
        if not self._is_nested:
            self.begin_wait()

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> bool:
        mine = kind is asyncio.CancelledError and self.was_cancelled()
        if not self._is_nested:
            self.end_wait()
        return mine

    def _cancel(self, task: asyncio.Task[Any]) -> None:
        self._requested = True
        task.cancel()

    def _take_back(self) -> bool:
        if self.task is None or not self._requested:
            return False
        self._requested = False
        return self.task.uncancel() <= self._cancelling

    def _aborted(self, watcher: asyncio.Task[Any]) -> None:
        if not watcher.cancelled() and watcher.exception() is None:
            self.cancel(ABORTED)


async def cancel_and_wait(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancel *tasks* and return when all have ended, even where this is cancelled meanwhile."""
    cancelled: asyncio.CancelledError | None = None
    pending: set[asyncio.Task[Any]] = set(tasks)
    for task in pending:
        task.cancel()
    while pending:
        try:
            _, pending = await asyncio.wait(pending)
        except asyncio.CancelledError as exc:
            cancelled = exc
            pending = {task for task in pending if not task.done()}
    if cancelled is not None:
        raise cancelled
