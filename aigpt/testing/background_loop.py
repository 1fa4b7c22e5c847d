"""An async context manager held open on an event loop on its own thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager
from typing import Generic, TypeVar

T = TypeVar("T")


class BackgroundLoop(Generic[T]):
    """Holds an async context manager open, on an event loop on a daemon thread of its own."""

    def __init__(self, manager: Callable[[], AbstractAsyncContextManager[T]], *, name: str) -> None:
        self._manager = manager
        self._entered: Future[T] = Future()
        self._stop: asyncio.Event
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._failure: BaseException | None = None
        self.loop: asyncio.AbstractEventLoop

    def start(self) -> T:
        """Enter the manager and return its value; an exception raised by entering it is raised here."""
        self._thread.start()
        try:
            return self._entered.result()
        except Exception:
            self._thread.join()  # it has failed and is about to end
            raise

    def stop(self, timeout: float = 10.0) -> None:
        """Leave the manager and end the thread; an exception raised by leaving it is raised here."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(timeout)
        if self._thread.is_alive():
            raise RuntimeError(f"{self._thread.name} did not stop within {timeout:g} s; its event loop may be blocked")
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        # The plain selector loop whatever policy the tests have set: its transports give access to their sockets.
        with asyncio.Runner(debug=False, loop_factory=asyncio.SelectorEventLoop) as runner:
            try:
                runner.run(self._hold())
            except BaseException as error:  # noqa: BLE001 handed on to the thread that waits for it
                if self._entered.done():
                    self._failure = error
                else:
                    self._entered.set_exception(error)

    async def _hold(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        async with self._manager() as held:
            self._entered.set_result(held)
            await self._stop.wait()
