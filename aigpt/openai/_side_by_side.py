"""Several pieces of work at once, of which none is left under way when one fails or the caller is cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from aigpt._http.cancellation import cancel_and_wait

T = TypeVar("T")


async def side_by_side(jobs: Iterable[Callable[[], Awaitable[T]]], at_once: int) -> list[T]:
    """Return the results of *jobs* in their order, *at_once* of them under way at most; each is taken when it begins.

    Where one fails, the others are cancelled and have ended when its exception is raised.
    """
    waiting = iter(jobs)
    tasks: list[asyncio.Task[T]] = []
    running: set[asyncio.Task[T]] = set()
    try:
        while True:
            while len(running) < at_once and (job := next(waiting, None)) is not None:
                task = asyncio.ensure_future(_run(job))
                tasks.append(task)
                running.add(task)
            if not running:
                return [task.result() for task in tasks]
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        await cancel_and_wait(running)
        for task in tasks:
            if not task.cancelled():
                task.exception()  # else asyncio would report those of the others as never retrieved


async def _run(job: Callable[[], Awaitable[T]]) -> T:
    return await job()
