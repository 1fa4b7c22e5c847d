"""Removing a datasource without a trace: afterwards its words are in none of the database's files.

Deleting rows leaves their words in three places: in the full-text index, until its segments are merged; in the file's
free pages, until it is written anew; and in the write-ahead log, until that is cut off. A mark, set first and taken
away last, has whatever is interrupted finished at the next start.

All functions here block: for about 7 s with 100,000 messages in the database (290 MiB), however few are removed, since
all the others are written anew. Searches go on meanwhile; whoever wants to write waits.
"""

from __future__ import annotations

import logging
import sqlite3

from aigpt.local.store import datasources as catalog
from aigpt.local.store import passages as contents
from aigpt.local.store.database import Store

__all__ = ["finish_removals", "remove"]

_log = logging.getLogger("aigpt.local")

_AT_A_TIME = 2_000  # items deleted in one transaction: others wait that long to write


def remove(store: Store, user: str, name: str) -> bool:
    """Take a datasource off *user*, so that nothing of it is found any more; False where there is none."""
    with store.writing() as db:
        key = next((source.key for source in catalog.datasources(db, user) if source.name == name), None)
        if key is not None:
            catalog.mark_removed(db, key)
    return key is not None


def finish_removals(store: Store) -> None:
    """Finish what `remove` began. Where the disk is full or another program reads, the next start tries again."""
    with store.reading() as db:
        marked: list[int] = [key for (key,) in db.execute("SELECT datasource FROM removals")]
    if not marked:
        return
    try:
        for key in marked:
            _forget(store, key)
        with store.writing() as db:
            db.execute("INSERT INTO words (words) VALUES ('optimize')")
        store.shrink()
    except sqlite3.OperationalError as error:
        _log.warning("%s: a removed datasource's words are still in the file (%s)", store.path, error)
        return
    with store.writing() as db:
        db.executemany("DELETE FROM removals WHERE datasource = ?", [(key,) for key in marked])


def _forget(store: Store, datasource: int) -> None:
    done = False
    while not done:
        with store.writing() as db:
            done = contents.forget_some(db, datasource, _AT_A_TIME)
