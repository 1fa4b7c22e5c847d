"""Reading datasources into the database, one after the other: small ones here, large ones in a process of their own.

Parsing mail is Python's work, and takes turns with the event loop however many threads there are: 100,000 messages
would have every reply wait. A small datasource is read before another process would have started.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import islice

from aigpt.local.ingest.datasource_reader import Indexed, Progress, Reader
from aigpt.local.ingest.file_listing import Found, files
from aigpt.local.ingest.reader_process import Child
from aigpt.local.store import datasources as catalog
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource
from aigpt.local.store.removal import finish_removals, remove

__all__ = ["Indexed", "Indexer", "Progress"]

_SMALL_BYTES = 1 << 20
_SMALL_FILES = 200


class Indexer:
    """Reads datasources into *store*; `run` and `run_one` are for one thread, `stop` and `drop` for any other.

    *report* is called in that thread after each batch.
    """

    def __init__(self, store: Store, report: Callable[[Progress], None]) -> None:
        self._store = store
        self._report = report
        self._stopping = threading.Event()

    def stop(self) -> None:
        """End `run` soon; what is stored is whole, and the next run goes on from there."""
        self._stopping.set()

    def drop(self, user: str, name: str) -> bool:
        """Remove a datasource without a trace, even while it is read; False where there is none.

        It takes as long as writing the whole database anew (see `removal`).
        """
        if not remove(self._store, user, name):
            return False
        finish_removals(self._store)
        return True

    def run(self) -> list[Indexed]:
        """Finish what was being removed, then read all datasources, as far as that has not been done."""
        finish_removals(self._store)
        return self._index(catalog.all_datasources)

    def run_one(self, user: str, name: str) -> list[Indexed]:
        """Read one datasource; the list is empty where it was removed meanwhile."""
        return self._index(lambda db: [source for source in catalog.datasources(db, user) if source.name == name])

    def _index(self, choose: Callable[[sqlite3.Connection], Sequence[Datasource]]) -> list[Indexed]:
        with self._store.reading() as db:
            sources = choose(db)
        return [self._read(source) for source in sources if self._is_there(source)]

    def _is_there(self, source: Datasource) -> bool:
        with self._store.reading() as db:
            return any(other.key == source.key for other in catalog.datasources(db, source.user))

    def _read(self, source: Datasource) -> Indexed:
        if _is_small(source) or not sys.executable:
            return Reader(self._store, source, self._report, self._stopping.is_set).read()
        return Child(self._store.path, source, self._report, self._stopping).read()


def _is_small(source: Datasource) -> bool:
    sizes = (entry.size if isinstance(entry, Found) else 0 for entry in files(source.path))
    some = list(islice(sizes, _SMALL_FILES + 1))
    return len(some) <= _SMALL_FILES and sum(some) <= _SMALL_BYTES
