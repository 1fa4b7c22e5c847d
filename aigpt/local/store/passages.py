"""Items and their passages: added, and deleted together with their words in the full-text index.

Each function works in the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from aigpt.local.items import Item
from aigpt.local.store.datasources import Datasource, user_number
from aigpt.local.store.schema import passage_ids

__all__ = ["add_items", "delete_files", "delete_items_from", "delete_some"]


def add_items(db: sqlite3.Connection, datasource: Datasource, file: int, items: Iterable[Item]) -> list[Item]:
    """Add what was read from a file of *datasource*; return what cannot be stored, which readers should never give."""
    user = user_number(db, datasource.user) or 0
    refused: list[Item] = []
    for item in items:
        try:
            _add_item(db, datasource.key, user, file, item)
        except (UnicodeError, OverflowError, sqlite3.DataError, sqlite3.InterfaceError):
            # No savepoint, which takes a tenth of the time. What of it was added has its words in the index.
            _delete_items(db, "file = ? AND position = ?", (file, item.position))
            refused.append(item)
    return refused


def _add_item(db: sqlite3.Connection, datasource: int, user: int, file: int, item: Item) -> None:
    cursor = db.execute(
        """
        INSERT INTO items (file, position, user, datasource, kind, timestamp, sender, subject, message_id, thread,
        attachments, defects) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            *(file, item.position, user, datasource, item.kind, item.timestamp, item.sender, item.subject),
            *(item.message_id, item.thread, json.dumps(item.attachments), json.dumps(item.defects)),
        ),
    )
    first, end = passage_ids(user)
    (last,) = db.execute("SELECT max(id) FROM passages WHERE id < ?", (end,)).fetchone()
    for number, passage in enumerate(item.passages, start=max(first, last or 0) + 1):
        texts = (item.subject, passage.people, passage.own, passage.quoted, passage.extra)
        db.execute(
            "INSERT INTO passages (id, item, first, last, subject, people, own, quoted, extra)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, cursor.lastrowid, passage.first, passage.last, *texts),
        )
        db.execute(
            "INSERT INTO words (rowid, subject, people, own, quoted, extra) VALUES (?, ?, ?, ?, ?, ?)", (number, *texts)
        )


def delete_files(db: sqlite3.Connection, files: Iterable[int]) -> None:
    """Delete files, and what was read from them."""
    for file in files:
        delete_items_from(db, file, 0)
        db.execute("DELETE FROM files WHERE id = ?", (file,))


def delete_some(db: sqlite3.Connection, datasource: int, count: int) -> bool:
    """Delete up to *count* items of a datasource, or its files if there are none; return whether nothing is left."""
    (last,) = db.execute(
        "SELECT max(id) FROM (SELECT id FROM items WHERE datasource = ? ORDER BY id LIMIT ?)", (datasource, count)
    ).fetchone()
    if last is None:
        db.execute("DELETE FROM files WHERE datasource = ?", (datasource,))
        return True
    _delete_items(db, "datasource = ? AND id <= ?", (datasource, last))
    return False


def delete_items_from(db: sqlite3.Connection, file: int, start: int) -> None:
    """Delete what was read from byte *start* of a file on."""
    _delete_items(db, "file = ? AND position >= ?", (file, start))
    db.execute("DELETE FROM failures WHERE file = ? AND position >= ?", (file, start))


def _delete_items(db: sqlite3.Connection, which: str, values: tuple[int, int]) -> None:
    items = f"(SELECT id FROM items WHERE {which})"  # noqa: S608 (a condition from this module)
    db.execute(
        "INSERT INTO words (words, rowid, subject, people, own, quoted, extra)"  # noqa: S608 (likewise)
        f" SELECT 'delete', id, subject, people, own, quoted, extra FROM passages WHERE item IN {items}",
        values,
    )
    db.execute(f"DELETE FROM passages WHERE item IN {items}", values)  # noqa: S608 (likewise)
    db.execute(f"DELETE FROM items WHERE {which}", values)  # noqa: S608 (likewise)
