"""What reads the database, as those see it who have something to read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

__all__ = ["ReaderCounts", "Readers", "Reading", "default_readers"]

T = TypeVar("T")

_MOST = 4  # by default: more compete with the event loop for the same disk and memory


class Reading(Protocol):
    """Does work on the database away from the event loop."""

    def __call__(self, work: Callable[[sqlite3.Connection], T], /) -> Awaitable[T]:
        """Return what *work* returns for a reading connection, or raise what it raises.

        *work* is pickled: a top-level function, or a `functools.partial` of one with arguments that can be pickled.
        Raises `ReaderError` if it could not be done. Work that nobody awaits any more is not begun.
        """
        ...


@dataclass(frozen=True, slots=True)
class ReaderCounts:
    """How the readers are doing."""

    running: int
    """Readers that take work."""
    busy: int
    """Of these, how many are working."""
    waiting: int
    """Work that was not begun yet."""
    replaced: int
    """Readers that died or were stuck, since the start."""


class Readers(Protocol):
    """What reads the database, from its start to its end."""

    @property
    def run(self) -> Reading:
        """Does work."""
        ...

    def start(self) -> None:
        """Begin to start the first reader; work may be given at once."""
        ...

    def paused(self) -> AbstractAsyncContextManager[None]:
        """Wait until nothing is read, and begin no work before the block has ended."""
        ...

    def counts(self) -> ReaderCounts:
        """Return how the readers are doing."""
        ...

    async def close(self) -> None:
        """End the readers; work that waits is cancelled."""
        ...


def default_readers() -> int:
    """Return how many readers there are by default: one for each core this process may use, but at most 4."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(_MOST, usable or 1)
