"""Work in a thread for which nobody has to wait: not at the program's end, and not where what it does never ends."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def in_daemon_thread(work: Callable[[], T], name: str) -> asyncio.Future[T]:
    """Return the future of *work*, done in a thread of that *name*, which ends with the program, even in the middle.

    The threads of an executor are waited for at the program's end, by asyncio and by Python.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def tell(result: list[T], error: BaseException | None) -> None:
        if future.done():  # it was cancelled
            return
        if error is None:
            future.set_result(result[0])
        else:
            future.set_exception(error)

    def run() -> None:
        result, error = list[T](), None
        try:
            result.append(work())
        except BaseException as exc:  # noqa: BLE001 (whatever it is, it is raised where the result is awaited)
            error = exc
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, result, error)

    threading.Thread(target=contextvars.copy_context().run, args=(run,), name=name, daemon=True).start()
    return future
