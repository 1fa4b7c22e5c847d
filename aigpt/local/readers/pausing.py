"""Pausing the readers from a thread."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager

from aigpt.local.readers.reading import Readers

__all__ = ["pause_for_threads"]

_SECONDS = 90.0  # longer than a reader may take for one piece of work, twice


def pause_for_threads(readers: Readers) -> Callable[[], AbstractContextManager[None]]:
    """Return what pauses *readers*, which belong to the running event loop, for a block in another thread.

    It raises `sqlite3.OperationalError` if they do not come to rest.
    """
    loop = asyncio.get_running_loop()

    @contextmanager
    def paused() -> Generator[None]:
        pause = readers.paused()
        try:
            # The loop gives up, not this thread: so it is known whether they rest.
            asyncio.run_coroutine_threadsafe(asyncio.wait_for(pause.__aenter__(), _SECONDS), loop).result()
        except TimeoutError as error:
            raise sqlite3.OperationalError("a search takes too long") from error
        try:
            yield
        finally:
            asyncio.run_coroutine_threadsafe(pause.__aexit__(None, None, None), loop).result()

    return paused
