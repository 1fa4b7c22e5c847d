"""Indexes datasources one after the other: a little in this process, much in a process of its own.

Parsing mail holds the GIL: with 100,000 messages, every reply would have to wait for it. What is little is read before
another process would have started, be it a small datasource or what is new in a large one.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from itertools import islice

from aigpt._http.log_text import Places
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.datasource_reader import Reader
from aigpt.local.ingest.file_listing import SourceFile, list_files
from aigpt.local.ingest.file_watch import look
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.ingest.reader_process import ReaderProcess
from aigpt.local.ingest.resume import forget_unread_documents
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, all_datasources, find_datasource, get_datasource, mark_error
from aigpt.local.store.removal import finish_removals
from aigpt.local.store.segments import merge_segments

__all__ = ["Indexer"]

_log = logging.getLogger("aigpt.local")
_reading_log = logging.getLogger("aigpt.local.reading")

_SMALL_BYTES = 1 << 20
_SMALL_FILES = 200
_LARGE_INDEX = 1_000  # pages: some 10,000 messages
_MOST_LISTED = 2_000  # files of a datasource, new or not: comparing more takes long, too


class Indexer:
    """Indexes datasources into *store*. `run` and `run_one` are for one thread, in which *report* is called."""

    def __init__(self, store: Store, report: Callable[[Progress], None]) -> None:
        self._store = store
        self._report = report
        self._stopping = threading.Event()
        self._looks: dict[int, bytes] = {}
        """What the files of a datasource looked like when it was read last."""

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
        indexed = self._index(sources)
        merge_segments(self._store, self._stopping, least=_LARGE_INDEX)  # what reads much does it, but may be stopped
        return indexed

    def run_one(self, user: str, name: str) -> list[Indexed]:
        """Index one datasource; the list is empty if it was removed meanwhile."""
        with self._store.reading() as db:
            source = find_datasource(db, user, name)
        return self._index([source] if source else [])

    def changed(self) -> list[Datasource]:
        """Return the datasources whose files have changed since they were read. For any thread."""
        with self._store.reading() as db:
            sources = all_datasources(db)
        looks = self._looks.copy()
        return [source for source in sources if self._has_changed(source, looks.get(source.key, b""))]

    def _has_changed(self, source: Datasource, before: bytes) -> bool:
        return before != b"" and not self._stopping.is_set() and before != look(source.path)

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
            place = Places("".join(traceback.format_tb(error.__traceback__)))
            _log.error("%s: reading failed: %s\n%s", source.name, type(error).__name__, place)  # no text of messages
            return self._failed(source, f"reading failed ({type(error).__name__})")

    def _failed(self, source: Datasource, reason: str) -> Indexed:
        _reading_log.error("%s: cannot be indexed: %s", source.name, reason)
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
        if self._stopping.is_set():  # no process is started any more, and no folder listed
            return Indexed(source.name, source.title, str(source.path), 0, 0, (), (), finished=False)
        self._looks[source.key] = look(source.path)
        with self._store.writing() as db:  # first, since it decides how much is unread
            forget_unread_documents(db, source.key)
        if self._is_little(source) or not sys.executable:
            return Reader(self._store, source, self._report, self._stopping.is_set).read()
        return ReaderProcess(self._store.path, source, self._report, self._stopping).read()

    def _is_little(self, source: Datasource) -> bool:
        """Whether little of *source* is unread."""
        with self._store.reading() as db:
            known = {row["name"]: row for row in db.execute(_FILES, (source.key, _MOST_LISTED + 1))}
        files = list(islice(list_files(source.path), _MOST_LISTED + 1))
        if max(len(files), len(known)) > _MOST_LISTED:
            return False
        unread = [_unread(file, known.get(file.name)) for file in files if isinstance(file, SourceFile)]
        return sum(size > 0 for size in unread) <= _SMALL_FILES and sum(unread) <= _SMALL_BYTES


_FILES = "SELECT name, size, modified, done FROM files WHERE datasource = ? LIMIT ?"


def _unread(file: SourceFile, known: sqlite3.Row | None) -> int:
    """Return about how many bytes of *file* are to be read; 1 for an empty file."""
    done: int = 0 if known is None else known["done"]
    if known is not None and file.kind == "mbox" and file.size >= done:
        return file.size - done
    same = known is not None and (file.size, file.modified) == (known["size"], known["modified"])
    return max(0, file.size - done) if same else max(1, file.size)
