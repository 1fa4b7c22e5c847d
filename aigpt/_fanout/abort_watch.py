"""Ends the wait of a call for its next attempt as soon as its `abort` is set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from aigpt._http.cancellation import Abort

RowT = TypeVar("RowT")


class AbortWatch(Generic[RowT]):
    """Calls *end* with each row that waits while its abort is set: one task for an event, however many rows it ends."""

    def __init__(self, end: Callable[[RowT], None]) -> None:
        self._end = end
        self._events: dict[RowT, Abort] = {}
        self._rows: dict[Abort, dict[RowT, None]] = {}
        self._watchers: dict[Abort, asyncio.Task[Any]] = {}

    def add(self, row: RowT, abort: Abort) -> None:
        """Watch *abort* while *row* waits."""
        self._events[row] = abort
        self._rows.setdefault(abort, {})[row] = None
        if abort not in self._watchers:
            watcher = self._watchers[abort] = asyncio.ensure_future(abort.wait())
            watcher.add_done_callback(partial(self._was_set, abort))

    def discard(self, row: RowT) -> bool:
        """Watch for *row* no more: its wait is over. Return whether it was watched for."""
        abort = self._events.pop(row, None)
        if abort is None:
            return False
        rows = self._rows[abort]
        del rows[row]
        if not rows:
            del self._rows[abort]
            self._watchers.pop(abort).cancel()
        return True

    def close(self) -> None:
        """Watch no more."""
        for watcher in self._watchers.values():
            watcher.cancel()
        self._events.clear()
        self._rows.clear()
        self._watchers.clear()

    def _was_set(self, abort: Abort, watcher: asyncio.Task[Any]) -> None:
        if watcher.cancelled() or self._watchers.get(abort) is not watcher:
            return
        for row in tuple(self._rows[abort]):
            if self.discard(row):
                self._end(row)
