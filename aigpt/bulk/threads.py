"""Work in threads, which a run does not leave behind: what one writes after its run has ended would meet the next run.

What only reads may be left: a store or a cluster that does not answer would hold the run, and its program, for ever.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import threading
from collections.abc import Callable
from functools import partial
from math import inf
from time import monotonic
from typing import ParamSpec, TypeVar

from aigpt._daemon_thread import in_daemon_thread

P = ParamSpec("P")
T = TypeVar("T")

_NAME = "aigpt-bulk"
_STOP_SECONDS = 2.0  # for a thread that was told to stop: it looks for that every few rows


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `asyncio.to_thread`; where this is cancelled, it ends when the thread has."""
    return await _await(in_daemon_thread(partial(function, *args, **kwargs), _NAME), lambda: None, None)


async def in_thread_until(stop: Callable[[], object], function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `in_thread`, for what only reads; *stop* is called when this is cancelled, and has the thread end soon.

    Where it does not, since a store does not answer, it is left behind.
    """
    return await _await(in_daemon_thread(partial(function, *args, **kwargs), _NAME), stop, _STOP_SECONDS)


async def in_thread_that_may_stay(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `in_thread`; where this is cancelled, it ends at once, and the thread is left behind."""
    return await in_daemon_thread(partial(function, *args, **kwargs), _NAME)


def any_left_after(seconds: float) -> bool:
    """Return whether a thread of a run still works after so many *seconds*, though the run has ended. Blocks."""
    left = [thread for thread in threading.enumerate() if thread.name == _NAME]
    end = monotonic() + seconds
    for thread in left:
        thread.join(max(0.0, end - monotonic()))
    return any(thread.is_alive() for thread in left)


def within(seconds: float, function: Callable[[], T]) -> T:
    """Return what *function* does, in a thread that is left behind after so many *seconds*. Raises TimeoutError then.

    Blocks, as the libraries do that have no such limit of their own.
    """
    result, errors = list[T](), list[BaseException]()

    def run() -> None:
        try:
            result.append(function())
        except BaseException as exc:  # noqa: BLE001 (raised where it is waited for)
            errors.append(exc)

    thread = threading.Thread(target=run, name=_NAME, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not result:
        raise TimeoutError(errno.ETIMEDOUT, f"no answer within {seconds:g} s")
    return result[0]


async def _await(work: asyncio.Future[T], stop: Callable[[], object], seconds: float | None) -> T:
    """Return what *work* gives. Where this is cancelled, *stop* it, and wait so many *seconds* for its end."""
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        stop()
        loop = asyncio.get_running_loop()
        end = inf if seconds is None else loop.time() + seconds
        while not work.done() and (left := end - loop.time()) > 0:
            with contextlib.suppress(asyncio.CancelledError):  # once more
                await asyncio.wait([work], timeout=None if left == inf else left)
        if not work.cancel():
            work.exception()  # nobody else is told
        raise
