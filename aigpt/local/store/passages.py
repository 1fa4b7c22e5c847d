"""What is stored of a datasource's files: how far each is read, and what was found in it.

Each function is one transaction's work on a given connection.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aigpt.local.ingest.file_listing import Found, Step
from aigpt.local.items import Failure, Item
from aigpt.local.store.database import USER_BITS
from aigpt.local.store.datasources import Datasource, add_failure, user_number

__all__ = [
    "ReadingPlan",
    "add_steps",
    "file_names",
    "forget_files",
    "forget_some",
    "open_file",
    "plan_reading",
]

_BLOCK = 4096  # bytes of a file's beginning, and of the end of what was read of it, by which it is known again


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """From where a file is to be read."""

    file: int | None
    """Its number, or None where it is not known yet."""
    start: int
    """Byte offset; what was read from there on is to be removed first."""
    needed: bool = True
    """False where nothing changed since all of it was read."""


def plan_reading(db: sqlite3.Connection, datasource: int, found: Found) -> ReadingPlan:
    """Decide from where *found* is to be read.

    From where reading stopped, if it is the file it was, maybe longer; else from its beginning. Raises `OSError` where
    the file cannot be read.
    """
    row = db.execute("SELECT * FROM files WHERE datasource = ? AND name = ?", (datasource, found.name)).fetchone()
    if row is None:
        return ReadingPlan(None, 0)
    if (row["size"], row["modified"]) == (found.size, found.modified):
        return ReadingPlan(row["id"], row["done"], needed=row["done"] < found.size)
    if found.kind == "mbox" and _goes_on(row, found):
        # A file caught in the middle of a message goes on without a "From " line: that message is read again.
        return ReadingPlan(row["id"], row["done"] if _begins_message(found.path, row["done"]) else row["last"])
    return ReadingPlan(row["id"], 0)


def _goes_on(row: sqlite3.Row, found: Found) -> bool:
    """Whether an mbox still begins with what was read of it: a message taken out of it moves all that follow."""
    if found.size < max(row["size"], row["done"]):
        return False
    head = _digest(found.path, 0, min(row["size"], _BLOCK))
    return (head, _digest(found.path, row["done"] - _BLOCK, row["done"])) == (row["head"], row["tail"])


def _begins_message(path: Path, start: int) -> bool:
    with path.open("rb") as file:
        file.seek(start)
        following = file.read(16).lstrip(b"\r\n")
    return not following or following.startswith(b"From")


def _digest(path: Path, start: int, end: int) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, start))
        return hashlib.sha256(file.read(end - max(0, start))).digest()


def _mark(found: Found, start: int, end: int) -> bytes:
    """Return the digest to know an mbox by; where it went away meanwhile, one that fits nothing."""
    try:
        return _digest(found.path, start, end) if found.kind == "mbox" else b""
    except OSError:
        return b""


def open_file(db: sqlite3.Connection, datasource: int, found: Found, plan: ReadingPlan) -> int:
    """Make ready what is known of *found* for what is read from ``plan.start`` on; return the file's number."""
    facts = (found.size, found.modified, _mark(found, 0, min(found.size, _BLOCK)))
    if plan.file is None:
        cursor = db.execute(
            "INSERT INTO files (size, modified, head, datasource, name) VALUES (?, ?, ?, ?, ?)",
            (*facts, datasource, found.name),
        )
        return int(cursor.lastrowid or 0)
    _forget_from(db, plan.file, plan.start)
    tail = _mark(found, plan.start - _BLOCK, plan.start)
    db.execute(
        "UPDATE files SET size = ?, modified = ?, head = ?, done = ?, tail = ? WHERE id = ?",
        (*facts, plan.start, tail, plan.file),
    )
    return plan.file


def file_names(db: sqlite3.Connection, datasource: int) -> Iterator[tuple[int, str]]:
    """Yield number and name of each file that was read of a datasource."""
    for row in db.execute("SELECT id, name FROM files WHERE datasource = ?", (datasource,)):
        yield row["id"], row["name"]


def forget_files(db: sqlite3.Connection, files: Iterable[int]) -> None:
    """Delete files with what was read from them."""
    for file in files:
        _forget_from(db, file, 0)
        db.execute("DELETE FROM files WHERE id = ?", (file,))


def forget_some(db: sqlite3.Connection, datasource: int, count: int) -> bool:
    """Delete at most *count* of the items read from a datasource, then its files; True where nothing is left."""
    (last,) = db.execute(
        "SELECT max(id) FROM (SELECT id FROM items WHERE datasource = ? ORDER BY id LIMIT ?)", (datasource, count)
    ).fetchone()
    if last is None:
        db.execute("DELETE FROM files WHERE datasource = ?", (datasource,))
        return True
    _forget_items(db, "datasource = ? AND id <= ?", (datasource, last))
    return False


def _forget_from(db: sqlite3.Connection, file: int, start: int) -> None:
    """Remove what was read from byte *start* of a file on."""
    _forget_items(db, "file = ? AND position >= ?", (file, start))
    db.execute("DELETE FROM failures WHERE file = ? AND position >= ?", (file, start))


def _forget_items(db: sqlite3.Connection, which: str, values: tuple[int, int]) -> None:
    items = f"(SELECT id FROM items WHERE {which})"  # noqa: S608 (a condition from this module)
    db.execute(
        "INSERT INTO words (words, rowid, subject, people, own, quoted, extra)"  # noqa: S608 (likewise)
        f" SELECT 'delete', id, subject, people, own, quoted, extra FROM passages WHERE item IN {items}",
        values,
    )
    db.execute(f"DELETE FROM passages WHERE item IN {items}", values)  # noqa: S608 (likewise)
    db.execute(f"DELETE FROM items WHERE {which}", values)  # noqa: S608 (likewise)


def add_steps(db: sqlite3.Connection, datasource: Datasource, file: int, steps: Sequence[Step], found: Found) -> None:
    """Store what some steps through *found* gave, and how far they went, in one: a crash loses or repeats nothing."""
    user = user_number(db, datasource.user) or 0
    items = [step.result for step in steps if isinstance(step.result, Item)]
    for item in items:
        _add_item(db, datasource.key, user, file, item)
    for step in steps:
        if isinstance(step.result, Failure):
            add_failure(db, datasource.key, file, step.result)
    end = steps[-1].end
    facts = (end, steps[-1].start, _mark(found, end - _BLOCK, end), file)
    db.execute("UPDATE files SET done = ?, last = ?, tail = ? WHERE id = ?", facts)
    _count(db, datasource.key, steps, items)


def _count(db: sqlite3.Connection, datasource: int, steps: Sequence[Step], items: Sequence[Item]) -> None:
    """Add what some steps gave to what the datasource is said to hold."""
    times = [item.timestamp for item in items if item.timestamp is not None]
    db.execute(
        """
        UPDATE datasources SET messages = messages + :messages, notes = notes + :notes,
            passages = passages + :passages, done = done + :bytes,
            oldest = min(coalesce(oldest, :first), coalesce(:first, oldest)),
            newest = max(coalesce(newest, :last), coalesce(:last, newest))
        WHERE id = :key
        """,
        {
            "key": datasource,
            "messages": sum(item.kind == "message" for item in items),
            "notes": sum(item.kind == "note" for item in items),
            "passages": sum(len(item.passages) for item in items),
            "bytes": sum(step.end - step.start for step in steps),
            "first": min(times, default=None),
            "last": max(times, default=None),
        },
    )


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
    first = user << USER_BITS
    (last,) = db.execute("SELECT max(id) FROM passages WHERE id < ?", ((user + 1) << USER_BITS,)).fetchone()
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
