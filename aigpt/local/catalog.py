"""What is stored: datasources, files, messages. Each function is one transaction's work on a given connection."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aigpt.local.ingest import Found, Service, Step
from aigpt.local.model import Failure, Item
from aigpt.local.store import USER_BITS

__all__ = [
    "Datasource",
    "ReadingPlan",
    "add_datasource",
    "add_failure",
    "add_steps",
    "all_datasources",
    "begin",
    "datasources",
    "failures",
    "finish",
    "forget_datasource",
    "open_file",
    "plan_reading",
    "user_number",
]

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Datasource:
    """A connected path of one user."""

    key: int
    user: str
    name: str
    service: str
    path: Path
    title: str
    done: int
    total: int
    complete: bool
    messages: int
    notes: int
    failed: int
    oldest: int | None
    newest: int | None

    @property
    def progress(self) -> int:
        """Percent read, 0 to 100; 100 only once it is complete."""
        if self.complete:
            return 100
        return min(99, 100 * self.done // self.total) if self.total else 0

    @property
    def subtitle(self) -> str:
        """What it holds, in words."""
        counts = ((self.messages, "message"), (self.notes, "note"))
        parts = [f"{count:,} {what}{'' if count == 1 else 's'}" for count, what in counts if count]
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts) or "0 messages"

    def to_json(self) -> dict[str, Any]:
        """Return it as the API shows it."""
        return {
            "id": self.name,
            "service": self.service,
            "type": "spike/messages",  # the only type that clients of the API know
            "status": "enabled" if self.complete else "indexing",
            "title": self.title,
            "subtitle": self.subtitle,
            "progress": self.progress,
            "newest": self.newest,
            "oldest": self.oldest,
        }


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """From where a file is to be read."""

    file: int | None
    """Its number, or None where it is not known yet."""
    start: int
    """Byte offset; what was read from there on is to be removed first."""
    head: bytes
    """Digest of the file's beginning, by which it is known again."""


_SELECT = """
    SELECT d.id AS key, u.name AS user, d.name, d.service, d.path, d.title, d.done, d.total, d.complete,
           d.messages, d.notes, d.failed, d.oldest, d.newest
    FROM datasources d JOIN users u ON u.id = d.user WHERE d.id NOT IN (SELECT datasource FROM removals)
"""


def _datasource(row: sqlite3.Row) -> Datasource:
    values: dict[str, Any] = dict(row)
    values["path"] = Path(values["path"])
    values["complete"] = bool(values["complete"])
    return Datasource(**values)


def user_number(db: sqlite3.Connection, user: str) -> int | None:
    """Return the number of *user*, or None where nothing of theirs was ever connected."""
    row = db.execute("SELECT id FROM users WHERE name = ?", (user,)).fetchone()
    return None if row is None else int(row[0])


def datasources(db: sqlite3.Connection, user: str) -> list[Datasource]:
    """Return the datasources of *user*, first connected first."""
    return [_datasource(row) for row in db.execute(f"{_SELECT} AND u.name = ? ORDER BY d.id", (user,))]


def all_datasources(db: sqlite3.Connection) -> list[Datasource]:
    """Return everybody's datasources, first connected first."""
    return [_datasource(row) for row in db.execute(f"{_SELECT} ORDER BY d.id")]


def add_datasource(db: sqlite3.Connection, user: str, path: Path, service: Service) -> None:
    """Connect *path* for *user*; one that is connected stays as it is."""
    digest = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    db.execute("INSERT OR IGNORE INTO users (name) VALUES (?)", (user,))
    db.execute(
        "INSERT OR IGNORE INTO datasources (user, name, service, path, title) VALUES (?, ?, ?, ?, ?)",
        (user_number(db, user), f"{service}/{digest}/messages", service, str(path), path.name),
    )


def forget_datasource(db: sqlite3.Connection, key: int) -> None:
    """Delete a datasource with all that was read from it."""
    for (file,) in db.execute("SELECT id FROM files WHERE datasource = ?", (key,)).fetchall():
        _forget_items(db, file)
    for table, column in (("failures", "datasource"), ("files", "datasource"), ("datasources", "id")):
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))  # noqa: S608 (names from the line above)


def begin(db: sqlite3.Connection, datasource: int, total: int) -> None:
    """Say that *total* bytes are to be read, as far as they have not been already."""
    db.execute("DELETE FROM failures WHERE datasource = ? AND file IS NULL", (datasource,))
    db.execute(
        """
        UPDATE datasources SET complete = 0, total = ?,
            done = (SELECT coalesce(sum(done), 0) FROM files WHERE datasource = datasources.id)
        WHERE id = ?
        """,
        (total, datasource),
    )


def finish(db: sqlite3.Connection, datasource: int) -> None:
    """Say that all there was to read is read, and count it afresh."""
    _recount(db, datasource)
    db.execute("UPDATE datasources SET complete = 1 WHERE id = ?", (datasource,))


def plan_reading(db: sqlite3.Connection, datasource: int, found: Found) -> ReadingPlan:
    """Decide from where *found* is to be read.

    From where reading stopped, if it is the file it was, maybe longer; else from its beginning. Raises `OSError` where
    the file cannot be read.
    """
    head = _head(found.path, found.size)
    row = db.execute("SELECT * FROM files WHERE datasource = ? AND name = ?", (datasource, found.name)).fetchone()
    if row is None:
        return ReadingPlan(None, 0, head)
    if (row["size"], row["modified"]) == (found.size, found.modified):
        return ReadingPlan(row["id"], row["done"], head)
    if found.kind == "mbox" and found.size >= row["size"] and _head(found.path, row["size"]) == row["head"]:
        # A file caught in the middle of a message goes on without a "From " line: that message is read again.
        return ReadingPlan(row["id"], row["done"] if _begins_message(found.path, row["done"]) else row["last"], head)
    return ReadingPlan(row["id"], 0, head)


def _begins_message(path: Path, start: int) -> bool:
    with path.open("rb") as file:
        file.seek(start)
        following = file.read(16).lstrip(b"\r\n")
    return not following or following.startswith(b"From")


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return hashlib.sha256(file.read(min(size, _HEAD))).digest()


def open_file(db: sqlite3.Connection, datasource: int, found: Found, plan: ReadingPlan) -> int:
    """Make ready what is known of *found* for what is read from ``plan.start`` on; return the file's number."""
    facts = (found.size, found.modified, plan.head)
    if plan.file is None:
        cursor = db.execute(
            "INSERT INTO files (size, modified, head, datasource, name) VALUES (?, ?, ?, ?, ?)",
            (*facts, datasource, found.name),
        )
        return int(cursor.lastrowid or 0)
    _forget_items(db, plan.file, plan.start)
    db.execute(
        "UPDATE files SET size = ?, modified = ?, head = ?, done = ? WHERE id = ?", (*facts, plan.start, plan.file)
    )
    return plan.file


def _forget_items(db: sqlite3.Connection, file: int, start: int = 0) -> None:
    """Remove what was read from byte *start* of a file on."""
    db.execute(
        "INSERT INTO words (words, rowid, subject, people, own, quoted, extra)"
        " SELECT 'delete', p.id, p.subject, p.people, p.own, p.quoted, p.extra"
        " FROM items i JOIN passages p ON p.item = i.id WHERE i.file = ? AND i.position >= ?",
        (file, start),
    )
    db.execute(
        "DELETE FROM passages WHERE item IN (SELECT id FROM items WHERE file = ? AND position >= ?)", (file, start)
    )
    db.execute("DELETE FROM items WHERE file = ? AND position >= ?", (file, start))
    db.execute("DELETE FROM failures WHERE file = ? AND position >= ?", (file, start))


def _recount(db: sqlite3.Connection, datasource: int) -> None:
    db.execute(
        """
        UPDATE datasources SET (messages, notes, oldest, newest) = (
            SELECT count(*) FILTER (WHERE kind = 'message'), count(*) FILTER (WHERE kind = 'note'), min(timestamp),
            max(timestamp) FROM items WHERE datasource = datasources.id
        ), passages = (
            SELECT count(*) FROM passages JOIN items ON items.id = passages.item WHERE items.datasource = datasources.id
        ), failed = (SELECT count(*) FROM failures WHERE datasource = datasources.id)
        WHERE id = ?
        """,
        (datasource,),
    )


def add_steps(db: sqlite3.Connection, datasource: Datasource, file: int, steps: Sequence[Step]) -> None:
    """Store what some steps through a file gave, and how far they went, in one: a crash loses or repeats nothing."""
    user = user_number(db, datasource.user) or 0
    items = [step.result for step in steps if isinstance(step.result, Item)]
    for item in items:
        _add_item(db, datasource.key, user, file, item)
    for step in steps:
        if isinstance(step.result, Failure):
            add_failure(db, datasource.key, file, step.result)
    db.execute("UPDATE files SET done = ?, last = ? WHERE id = ?", (steps[-1].end, steps[-1].start, file))
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
            "key": datasource.key,
            "messages": sum(item.kind == "message" for item in items),
            "notes": sum(item.kind == "note" for item in items),
            "passages": sum(len(item.passages) for item in items),
            "bytes": sum(step.end - step.start for step in steps),
            "first": min(times, default=None),
            "last": max(times, default=None),
        },
    )


def add_failure(db: sqlite3.Connection, datasource: int, file: int | None, failure: Failure) -> None:
    """Store and count something that could not be read; once for each name."""
    cursor = db.execute(
        "INSERT OR IGNORE INTO failures (datasource, file, position, name, reason) VALUES (?, ?, ?, ?, ?)",
        (datasource, file, failure.position, failure.name, failure.reason),
    )
    db.execute("UPDATE datasources SET failed = failed + ? WHERE id = ?", (cursor.rowcount, datasource))


def failures(db: sqlite3.Connection, datasource: int) -> list[Failure]:
    """Return what could not be read of a datasource."""
    rows = db.execute("SELECT name, reason, position FROM failures WHERE datasource = ? ORDER BY id", (datasource,))
    return [Failure(row["name"], row["reason"], row["position"]) for row in rows]


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
