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
from typing import Any, Generic, TypeVar, cast

from aigpt._http.session import ClientNames

T = TypeVar("T")

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
        _warn_of_blocking(self._names)
        loop = self._running()
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

    A bare lock tells the thread of its end: Ctrl-C may interrupt the waiting at any moment, and the locks inside
    `concurrent.futures.Future` would stay taken then, on which the loop would wait for ever.
    """

    __slots__ = ("_ended", "_is_cancelled", "_loop", "_make", "_task")

    def __init__(self, loop: asyncio.AbstractEventLoop, make: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._loop = loop
        self._make = make
        self._is_cancelled = False
        self._task: asyncio.Task[T] | None = None
        self._ended = threading.Lock()
        self._ended.acquire()

    # ── in the thread ───────────────────────────────────────────────────────────────────────────────────────────

    def wait(self) -> T:
        """Return the result of the coroutine, or raise its exception."""
        self._ended.acquire()
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

    # ── on the loop ─────────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Begin."""
        if not self._is_cancelled:
            self._task = self._loop.create_task(_run(self._make))
            self._task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[T]) -> None:
        if self._is_cancelled and not task.cancelled():
            task.exception()  # nobody waits for it; asyncio would report it as never retrieved
        self._ended.release()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()


class _Runner:
    """One `asyncio.run` on one daemon thread. It does not know its portal, so that the portal can be collected."""

    def __init__(self, on_stop: Callable[[], Awaitable[None]]) -> None:
        self._on_stop = on_stop
        self._pid = os.getpid()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._main, name="aigpt", daemon=True)
        self._thread.start()
        self._ready.wait()

    def _main(self) -> None:
        asyncio.run(self._hold())

    async def _hold(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._stopped = asyncio.Event()
        self._ready.set()
        await self._stopped.wait()
        await self._on_stop()

    def stop(self) -> None:
        if self._pid != os.getpid() or not self._thread.is_alive() or self.loop.is_closed():
            return
        self.loop.call_soon_threadsafe(self._stopped.set)
        if threading.current_thread() is not self._thread:
            self._thread.join(_STOP_SECONDS)


async def _run(make: Callable[[], Coroutine[Any, Any, T]]) -> T:
    return await make()


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
