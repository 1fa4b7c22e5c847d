"""Work in threads, which a run never leaves behind: what one writes after its run has ended would meet the next run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `asyncio.to_thread`; where this is cancelled, it ends when the thread has."""
    return await in_thread_until(_nothing, function, *args, **kwargs)


async def in_thread_until(stop: Callable[[], object], function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `in_thread`; *stop* is called when this is cancelled, and has the thread end soon."""
    work = asyncio.ensure_future(asyncio.to_thread(function, *args, **kwargs))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        stop()
        while not work.done():
            try:
                await asyncio.wait([work])
            except asyncio.CancelledError:
                continue  # once more
        if not work.cancelled():
            work.exception()  # nobody else is told
        raise


def _nothing() -> None:
    pass
