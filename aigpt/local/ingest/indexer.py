"""Indexes datasources one after the other: small ones in this process, large ones in a process of their own.

Parsing mail holds the GIL: with 100,000 messages, every reply would have to wait for it. A small datasource is read
before another process would have started.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from itertools import islice

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.datasource_reader import Reader
from aigpt.local.ingest.file_listing import SourceFile, list_files
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.ingest.reader_process import ReaderProcess
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, all_datasources, find_datasource, get_datasource, mark_error
from aigpt.local.store.removal import finish_removals

__all__ = ["Indexer"]

_log = logging.getLogger("aigpt.local")

_SMALL_BYTES = 1 << 20
_SMALL_FILES = 200


class Indexer:
    """Indexes datasources into *store*. `run` and `run_one` are for one thread, in which *report* is called."""

    def __init__(self, store: Store, report: Callable[[Progress], None]) -> None:
        self._store = store
        self._report = report
        self._stopping = threading.Event()

    def stop(self) -> None:
        """Make `run` end soon; the next run continues from there. For any thread."""
        self._stopping.set()

    def run(self) -> list[Indexed]:
        """Finish interrupted removals, then index what is new of all datasources."""
        try:
            finish_removals(self._store)
        except sqlite3.Error as error:
            _log.error("%s: a removed datasource could not be deleted (%s)", self._store.path, error)
        with self._store.reading() as db:
            sources = all_datasources(db)
        return self._index(sources)

    def run_one(self, user: str, name: str) -> list[Indexed]:
        """Index one datasource; the list is empty if it was removed meanwhile."""
        with self._store.reading() as db:
            source = find_datasource(db, user, name)
        return self._index([source] if source else [])

    def _index(self, sources: Sequence[Datasource]) -> list[Indexed]:
        return [self._index_one(source) for source in sources if self._exists(source)]

    def _exists(self, source: Datasource) -> bool:
        with self._store.reading() as db:
            return get_datasource(db, source.key) is not None

    def _index_one(self, source: Datasource) -> Indexed:
        """Index one datasource. Whatever goes wrong ends neither the others nor the server: it is in the result."""
        try:
            return self._read(source)
        except sqlite3.Error as error:
            return self._failed(source, f"the database cannot be written ({error}); check whether the disk is full")
        except LocalServerError as error:
            return self._failed(source, str(error))
        except Exception as error:  # noqa: BLE001 (see above)
            place = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s: reading failed: %s\n%s", source.name, type(error).__name__, place)  # no text of messages
            return self._failed(source, f"reading failed ({type(error).__name__})")

    def _failed(self, source: Datasource, reason: str) -> Indexed:
        _log.error("%s: cannot be indexed: %s", source.name, reason)
        try:
            with self._store.writing_on_full_disk() as db:
                mark_error(db, source.key, reason)
        except sqlite3.Error as error:
            _log.error("%s: not even that can be recorded (%s)", source.name, error)
        with self._store.reading() as db:
            now = get_datasource(db, source.key) or source
        counts = (now.messages, now.notes)
        return Indexed(now.name, now.title, str(now.path), *counts, (), (), finished=False, error=reason)

    def _read(self, source: Datasource) -> Indexed:
        if _is_small(source) or not sys.executable:
            return Reader(self._store, source, self._report, self._stopping.is_set).read()
        return ReaderProcess(self._store.path, source, self._report, self._stopping).read()


def _is_small(source: Datasource) -> bool:
    sizes = (entry.size if isinstance(entry, SourceFile) else 0 for entry in list_files(source.path))
    some = list(islice(sizes, _SMALL_FILES + 1))
    return len(some) <= _SMALL_FILES and sum(some) <= _SMALL_BYTES
