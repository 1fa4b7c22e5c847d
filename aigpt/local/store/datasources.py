"""The datasources: whose they are, and how far they are indexed. Each function works in the caller's transaction."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aigpt.local.items import Failure, Item

__all__ = [
    "Datasource",
    "add_datasource",
    "add_failure",
    "add_read",
    "all_datasources",
    "begin_reading",
    "datasources_of",
    "describe_datasources",
    "failures_of",
    "find_datasource",
    "finish_reading",
    "get_datasource",
    "is_read_by",
    "mark_error",
    "mark_removed",
    "unread_files_of",
    "uploads_of",
    "user_number",
]

_MAX_NAMED = 20
_NOT_IN_ID = re.compile(r"[^0-9A-Za-z._-]+")


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
    error: str
    """Why it could not be read the last time; empty if it could. What was read from it before is kept."""
    messages: int
    notes: int
    failed: int
    skipped: int
    oldest: int | None
    newest: int | None

    @property
    def progress(self) -> int:
        """Percent read; 100 only once it is complete."""
        if self.complete:
            return 100
        return min(99, 100 * self.done // self.total) if self.total else 0

    @property
    def subtitle(self) -> str:
        """What it contains, in words."""
        counts = ((self.messages, "message"), (self.notes, "note"))
        parts = [f"{count:,} {what}{'' if count == 1 else 's'}" for count, what in counts if count]
        if self.error:
            parts.append("not up to date")
        elif self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts) or "0 messages"

    @property
    def _status(self) -> str:
        if self.error:
            return "error"
        return "enabled" if self.complete else "indexing"

    def to_json(self) -> dict[str, Any]:
        """Return it as an object of the API; ``reason`` is there if its status is ``error``.

        Beyond what the API documents: ``failed`` and ``skipped``, how many messages or files could not be read, or not
        all of it, and of how many attachments the text was not read.
        """
        shown = {
            "id": self.name,
            "service": self.service,
            "type": "spike/messages",  # the only type that clients of the API know
            "status": self._status,
            "title": self.title,
            "subtitle": self.subtitle,
            "progress": self.progress,
            "newest": self.newest,
            "oldest": self.oldest,
            "failed": self.failed,
            "skipped": self.skipped,
        }
        return {**shown, "reason": self.error} if self.error else shown


_SELECT = """
    SELECT d.id AS key, u.name AS user, d.name, d.service, d.path, d.title, d.done, d.total, d.complete,
           d.error, d.messages, d.notes, d.failed, d.skipped, d.oldest, d.newest
    FROM datasources d JOIN users u ON u.id = d.user
"""


def _select(db: sqlite3.Connection, condition: str, *values: object) -> list[Datasource]:
    return [_datasource(row) for row in db.execute(f"{_SELECT} {condition} ORDER BY d.id", values)]


def _datasource(row: sqlite3.Row) -> Datasource:
    values: dict[str, Any] = dict(row)
    values["path"] = Path(values["path"])
    values["complete"] = bool(values["complete"])
    return Datasource(**values)


def user_number(db: sqlite3.Connection, user: str) -> int | None:
    """Return the number of *user*; None if they never connected anything."""
    row = db.execute("SELECT id FROM users WHERE name = ?", (user,)).fetchone()
    return None if row is None else int(row[0])


def datasources_of(db: sqlite3.Connection, user: str) -> list[Datasource]:
    """Return the datasources of *user*, in the order in which they were connected."""
    return _select(db, "WHERE u.name = ?", user)


def describe_datasources(db: sqlite3.Connection, user: str) -> list[dict[str, Any]]:
    """Return the datasources of *user* as objects of the API, with names and reasons of what could not be read.

    ``failures`` and ``skips`` are lists of ``{"name", "reason"}``, of 20 at most each.
    """
    return [
        {
            **source.to_json(),
            "failures": _named(db, source.key, "attachment = 0"),
            "skips": _named(db, source.key, "attachment > 0"),
        }
        for source in datasources_of(db, user)
    ]


def _named(db: sqlite3.Connection, datasource: int, which: str) -> list[dict[str, str]]:
    rows = db.execute(
        f"SELECT name, reason FROM failures WHERE datasource = ? AND {which} ORDER BY id LIMIT ?",  # noqa: S608 (ours)
        (datasource, _MAX_NAMED),
    )
    return [dict(row) for row in rows]


def all_datasources(db: sqlite3.Connection) -> list[Datasource]:
    """Return all users' datasources, in the order in which they were connected."""
    return _select(db, "")


def find_datasource(db: sqlite3.Connection, user: str, name: str) -> Datasource | None:
    """Return the datasource of *user* whose id in the API is *name*."""
    return next(iter(_select(db, "WHERE u.name = ? AND d.name = ?", user, name)), None)


def get_datasource(db: sqlite3.Connection, key: int) -> Datasource | None:
    """Return the datasource with that key; None if it was removed."""
    return next(iter(_select(db, "WHERE d.id = ?", key)), None)


def uploads_of(user: str) -> str:
    """Return the name under which the uploads of *user* are stored: apart, so that no search finds them unasked."""
    return f"{user}\x1fuploads"


def add_datasource(db: sqlite3.Connection, user: str, path: Path, service: str) -> str:
    """Connect *path* for *user* under the name *service*; return its id in the API.

    A path that is connected already stays as it is.
    """
    db.execute("INSERT OR IGNORE INTO users (name) VALUES (?)", (user,))
    number = user_number(db, user)
    known = db.execute("SELECT name FROM datasources WHERE user = ? AND path = ?", (number, str(path))).fetchone()
    if known:
        return str(known[0])
    digest = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    name = f"{_NOT_IN_ID.sub('-', service)}/{digest}/messages"
    db.execute(
        "INSERT INTO datasources (user, name, service, path, title) VALUES (?, ?, ?, ?, ?)",
        (number, name, service, str(path), path.name),
    )
    return name


def mark_removed(db: sqlite3.Connection, datasource: int) -> None:
    """Disconnect a datasource, and record that what was read from it is to be deleted."""
    db.execute("INSERT INTO removals (datasource) VALUES (?)", (datasource,))
    db.execute("DELETE FROM failures WHERE datasource = ?", (datasource,))
    db.execute("DELETE FROM datasources WHERE id = ?", (datasource,))


def begin_reading(db: sqlite3.Connection, datasource: int, reader: int, total: int, *, same: bool) -> None:
    """Make *reader* the only one that may add to it. *total*: bytes of all its files.

    *same*: they are the files that were read, as they were. Then it stays complete: there is nothing to wait for.
    """
    db.execute("DELETE FROM failures WHERE datasource = ? AND file IS NULL", (datasource,))
    (done,) = db.execute("SELECT coalesce(sum(done), 0) FROM files WHERE datasource = ?", (datasource,)).fetchone()
    db.execute(
        """
        UPDATE datasources SET complete = complete AND error = '' AND ?, error = '', reader = ?, total = ?, done = ?
        WHERE id = ?
        """,
        (same, reader, total, done, datasource),
    )


def is_read_by(db: sqlite3.Connection, datasource: int, reader: int) -> bool:
    """Whether *reader* is the one that began last, and the datasource was not removed since."""
    row = db.execute("SELECT 1 FROM datasources WHERE id = ? AND reader = ?", (datasource, reader)).fetchone()
    return row is not None


def finish_reading(db: sqlite3.Connection, datasource: int, error: str) -> None:
    """Mark it as complete, and count what it contains. *error*: why it could not be read; empty if it could."""
    _recount(db, datasource)
    db.execute("UPDATE datasources SET complete = 1, error = ? WHERE id = ?", (error, datasource))


def mark_error(db: sqlite3.Connection, datasource: int, error: str) -> None:
    """Record why its reading stopped before the end. What was read is kept, and found."""
    db.execute("UPDATE datasources SET error = ? WHERE id = ?", (error, datasource))


def _recount(db: sqlite3.Connection, datasource: int) -> None:
    db.execute(
        """
        UPDATE datasources SET (messages, notes, oldest, newest) = (
            SELECT count(*) FILTER (WHERE kind = 'message'), count(*) FILTER (WHERE kind = 'note'), min(timestamp),
            max(timestamp) FROM items WHERE datasource = datasources.id
        ), passages = (
            SELECT count(*) FROM passages JOIN items ON items.id = passages.item WHERE items.datasource = datasources.id
        ), (failed, skipped) = (
            SELECT count(*) FILTER (WHERE attachment = 0), count(*) FILTER (WHERE attachment > 0)
            FROM failures WHERE datasource = datasources.id
        )
        WHERE id = ?
        """,
        (datasource,),
    )


def add_read(db: sqlite3.Connection, datasource: int, items: Sequence[Item], size: int) -> None:
    """Add *items*, and *size* bytes that were read, to its counts."""
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
            "bytes": size,
            "first": min(times, default=None),
            "last": max(times, default=None),
        },
    )


def add_failure(
    db: sqlite3.Connection, datasource: int, file: int | None, failure: Failure, attachment: int = 0
) -> None:
    """Store and count something that could not be read, once for each name.

    *attachment*: its number in the message, if it is an attachment that was skipped.
    """
    cursor = db.execute(
        "INSERT OR IGNORE INTO failures (datasource, file, position, attachment, name, reason)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (datasource, file, failure.position, attachment, failure.name, failure.reason),
    )
    column = "skipped" if attachment else "failed"
    db.execute(f"UPDATE datasources SET {column} = {column} + ? WHERE id = ?", (cursor.rowcount, datasource))  # noqa: S608


def unread_files_of(db: sqlite3.Connection, datasource: int) -> set[Failure]:
    """Return the files and folders of it that could not be opened or listed when it was read last."""
    rows = db.execute("SELECT name, reason FROM failures WHERE datasource = ? AND file IS NULL", (datasource,))
    return {Failure(row["name"], row["reason"]) for row in rows}


def failures_of(db: sqlite3.Connection, datasource: int, *, skipped: bool = False) -> list[Failure]:
    """Return what could not be read of it; with *skipped*, the attachments that were skipped."""
    rows = db.execute(
        "SELECT name, reason, position FROM failures WHERE datasource = ? AND (attachment > 0) = ? ORDER BY id",
        (datasource, skipped),
    )
    return [Failure(row["name"], row["reason"], row["position"]) for row in rows]
