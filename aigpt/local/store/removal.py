"""Removes datasources without a trace: afterwards their words are in none of the database's files.

Deleted rows stay readable in three places: in the full-text index until its segments are merged, in free pages until
the file is rewritten, and in the write-ahead log until it is truncated. A row in ``removals``, added first and deleted
last, makes the next start finish what was interrupted.

All functions block: about 7 s with 100,000 messages in the database (290 MiB), however few of them are removed, since
the whole file is rewritten. Searches go on meanwhile; writers wait.
"""

from __future__ import annotations

import logging
import sqlite3

from aigpt.local.store.database import Store
from aigpt.local.store.datasources import find_datasource, mark_removed
from aigpt.local.store.passages import delete_some

__all__ = ["finish_removals", "remove_datasource"]

_log = logging.getLogger("aigpt.local")

_AT_A_TIME = 2_000  # items deleted in one transaction: bounds how long other writers wait


def remove_datasource(store: Store, user: str, name: str) -> bool:
    """Remove a datasource of *user*, even while it is read; False if there is none."""
    with store.writing() as db:
        source = find_datasource(db, user, name)
        if source is None:
            return False
        mark_removed(db, source.key)
    finish_removals(store)
    return True


def finish_removals(store: Store) -> None:
    """Delete what removed datasources left. If the disk is full or another program reads, the next start retries."""
    with store.reading() as db:
        marked: list[int] = [key for (key,) in db.execute("SELECT datasource FROM removals")]
    if not marked:
        return
    try:
        for key in marked:
            _delete_all(store, key)
        with store.writing() as db:
            db.execute("INSERT INTO words (words) VALUES ('optimize')")
        store.shrink()
    except sqlite3.OperationalError as error:
        _log.warning("%s: a removed datasource's words are still in the file (%s)", store.path, error)
        return
    with store.writing() as db:
        db.executemany("DELETE FROM removals WHERE datasource = ?", [(key,) for key in marked])


def _delete_all(store: Store, datasource: int) -> None:
    done = False
    while not done:
        with store.writing() as db:
            done = delete_some(db, datasource, _AT_A_TIME)
