"""An event loop on a thread of its own, for callers that cannot await."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import warnings
import weakref
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import CancelledError
from contextlib import suppress
from contextvars import ContextVar
from queue import SimpleQueue
from typing import Any, Generic, TypeVar, cast

from aigpt._http.session import ClientNames

T = TypeVar("T")
Answer = asyncio.Future[tuple[Any, Exception | None]]

_STOP_SECONDS = 5.0


class BlockingPortal:
    """Runs coroutines for other threads.

    Its thread starts when it is first needed, and is a daemon: it keeps no program alive.

    It ends by `stop`, when it is collected, and at exit, and awaits *on_stop* before it does. A forked child, which
    inherits no threads, starts one of its own.
    """

    def __init__(self, on_stop: Callable[[], Awaitable[None]], names: ClientNames) -> None:
        self._on_stop = on_stop
        self._names = names
        self._runner: _Runner | None = None
        self._stopped = False
        self._lock = threading.Lock()
        _portals.add(self)

    def call(self, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return the result of the coroutine that *make* returns.

        *make* too is called on the loop. Ctrl-C here cancels it there, wherever it strikes.
        """
        loop = self._running()
        if asyncio.events._get_running_loop() is loop:  # noqa: SLF001 (documented)
            raise RuntimeError(
                f"{self._names.blocking} was called on the thread that runs its own calls, as from a hook or a logging "
                f"handler: it would wait for itself; use {self._names.asynchronous}, or another thread"
            )
        _warn_of_blocking(self._names)
        handover = _Handover(loop, make)
        try:
            loop.call_soon_threadsafe(handover.start)
            return handover.wait()
        except BaseException:
            handover.cancel()
            raise
        finally:
            if self._stopped:
                self.stop()

    def stop(self) -> None:
        """End the loop and its thread. Twice is fine; a later call has a thread for as long as it takes."""
        with self._lock:
            runner, self._runner = self._runner, None
            self._stopped = True
        if runner is not None:
            runner.stop()

    def forget(self) -> None:
        """Drop what a forked child has inherited."""
        self._runner = None
        self._lock = threading.Lock()

    def _running(self) -> asyncio.AbstractEventLoop:
        runner = self._runner
        if runner is None:
            with self._lock:
                runner = self._runner
                if runner is None:
                    runner = self._runner = _Runner(self._on_stop)
                    weakref.finalize(self, runner.stop)
        return runner.loop


class _Handover(Generic[T]):
    """A coroutine that a loop runs for a thread.

    While the thread waits, it runs the functions that the coroutine asks it to. A `SimpleQueue` tells it of them and of
    the end: Ctrl-C may interrupt the waiting at any moment, and the locks inside `concurrent.futures.Future` would stay
    taken then, on which the loop would wait for ever.
    """

    __slots__ = ("_is_cancelled", "_loop", "_make", "_messages", "_task")

    def __init__(self, loop: asyncio.AbstractEventLoop, make: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._loop = loop
        self._make = make
        self._is_cancelled = False
        self._task: asyncio.Task[T] | None = None
        self._messages: SimpleQueue[tuple[Callable[[], Any], Answer] | None] = SimpleQueue()

    # ── in the thread ───────────────────────────────────────────────────────────────────────────────────────────

    def wait(self) -> T:
        """Return the result of the coroutine, or raise its exception. Runs the functions that it asks for."""
        while (message := self._messages.get()) is not None:
            self._answer(*message)
        task, self._task = cast("asyncio.Task[T]", self._task), None
        try:
            return task.result()
        except asyncio.CancelledError:
            raise CancelledError from None
        finally:
            del task  # its exception refers to this frame

    def cancel(self) -> None:
        """Cancel the coroutine, also one that has not begun."""
        self._is_cancelled = True
        with suppress(RuntimeError):  # the loop is closed, and runs nothing
            self._loop.call_soon_threadsafe(self._cancel)

    def _answer(self, function: Callable[[], Any], answer: Answer) -> None:
        result: tuple[Any, Exception | None]
        try:
            result = function(), None
        except Exception as exc:  # noqa: BLE001 (it belongs to the coroutine that asked)
            result = None, exc
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(_set_result, answer, result)
        del result  # whose exception refers to this frame

    # ── on the loop ─────────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Begin."""
        if not self._is_cancelled:
            self._task = self._loop.create_task(_run(self, self._make))
            self._task.add_done_callback(self._end)
            del self._make  # connections keep the context that they were opened in, and that keeps this

    def is_waited_for(self) -> bool:
        """Return whether the thread waits."""
        task = self._task
        return task is not None and not task.done() and not self._is_cancelled

    async def ask(self, function: Callable[[], Any]) -> Any:
        """Return what *function* returns in the thread, which waits."""
        answer: Answer = self._loop.create_future()
        self._messages.put((function, answer))
        value, error = await answer
        try:
            if error is not None:
                raise error
            return value
        finally:
            del error  # which refers to this frame

    def _end(self, task: asyncio.Task[T]) -> None:
        if self._is_cancelled and not task.cancelled():
            task.exception()  # nobody waits for it; asyncio would report it as never retrieved
        self._messages.put(None)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()


class _Runner:
    """One `asyncio.run` on one daemon thread. It does not know its portal, so that the portal can be collected."""

    def __init__(self, on_stop: Callable[[], Awaitable[None]]) -> None:
        self._on_stop = on_stop
        self._pid = os.getpid()
        self._ready = threading.Event()
        self._is_over = False
        self._thread = threading.Thread(target=self._main, name="aigpt", daemon=True)
        self._thread.start()
        self._ready.wait()

    def _main(self) -> None:
        try:
            asyncio.run(self._hold())
        except RuntimeError:
            # Python 3.12 starts no thread once the interpreter ends, and asyncio wants one to wait for those of its
            # executor, which have ended by then. It closes the loop all the same.
            if not (self._is_over and self.loop.is_closed()):
                raise

    async def _hold(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._stopped = asyncio.Event()
        self._ready.set()
        await self._stopped.wait()
        await self._on_stop()
        self._is_over = True

    def stop(self) -> None:
        if self._pid != os.getpid() or not self._thread.is_alive() or self.loop.is_closed():
            return
        self.loop.call_soon_threadsafe(self._stopped.set)
        if threading.current_thread() is not self._thread:
            self._thread.join(_STOP_SECONDS)


_handover: ContextVar[_Handover[Any] | None] = ContextVar("aigpt_handover", default=None)


async def _run(handover: _Handover[T], make: Callable[[], Coroutine[Any, Any, T]]) -> T:
    _handover.set(handover)
    return await make()


def _set_result(answer: Answer, result: tuple[Any, Exception | None]) -> None:
    if not answer.done():  # it is when the coroutine was cancelled
        answer.set_result(result)


async def run_in_caller(function: Callable[[], Any]) -> Any:
    """Return what *function* returns, run in the thread that waits in `BlockingPortal.call` for what awaits this.

    Nobody else waits for that thread, so *function* may take its time, and may use the portal in its turn. It runs to
    its end even where the call is cancelled meanwhile. Where no thread waits (any longer), it is run here.
    """
    handover = _handover.get()
    if handover is None or not handover.is_waited_for():
        return function()
    return await handover.ask(function)


_portals: weakref.WeakSet[BlockingPortal] = weakref.WeakSet()


def _forked() -> None:
    for portal in tuple(_portals):
        portal.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


_warned = False


def _warn_of_blocking(names: ClientNames) -> None:
    """Say once that a blocking call stops a running loop; in notebooks, whose loop runs nothing else, never."""
    global _warned  # noqa: PLW0603 (once for the process)
    if _warned or asyncio.events._get_running_loop() is None or "IPython" in sys.modules:  # noqa: SLF001 (documented)
        return
    _warned = True
    warnings.warn(
        f"{names.blocking} blocks the event loop that runs in this thread until the answer is there; "
        f"use {names.asynchronous} in async code",
        RuntimeWarning,
        stacklevel=2,
    )
