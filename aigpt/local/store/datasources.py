"""The datasources: whose, and how far read. Each function is one transaction's work on a given connection."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aigpt.local.items import Failure

__all__ = [
    "Datasource",
    "add_datasource",
    "add_failure",
    "all_datasources",
    "begin",
    "datasources",
    "failures",
    "finish",
    "is_read_by",
    "mark_removed",
    "user_number",
]

_UNFIT = re.compile(r"[^0-9A-Za-z._-]+")  # for a part of an id


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
    missing: bool
    """Whether its path was not there when it was last looked for; what was read from it before is kept."""
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
        if self.missing:
            parts.append("not there now")
        elif self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts) or "0 messages"

    @property
    def _status(self) -> str:
        if not self.complete:
            return "indexing"
        return "missing" if self.missing else "enabled"

    def to_json(self) -> dict[str, Any]:
        """Return it as the API shows it."""
        return {
            "id": self.name,
            "service": self.service,
            "type": "spike/messages",  # the only type that clients of the API know
            "status": self._status,
            "title": self.title,
            "subtitle": self.subtitle,
            "progress": self.progress,
            "newest": self.newest,
            "oldest": self.oldest,
        }


_SELECT = """
    SELECT d.id AS key, u.name AS user, d.name, d.service, d.path, d.title, d.done, d.total, d.complete,
           d.missing, d.messages, d.notes, d.failed, d.oldest, d.newest
    FROM datasources d JOIN users u ON u.id = d.user
"""


def _datasource(row: sqlite3.Row) -> Datasource:
    values: dict[str, Any] = dict(row)
    values["path"] = Path(values["path"])
    values |= {name: bool(values[name]) for name in ("complete", "missing")}
    return Datasource(**values)


def user_number(db: sqlite3.Connection, user: str) -> int | None:
    """Return the number of *user*, or None where nothing of theirs was ever connected."""
    row = db.execute("SELECT id FROM users WHERE name = ?", (user,)).fetchone()
    return None if row is None else int(row[0])


def datasources(db: sqlite3.Connection, user: str) -> list[Datasource]:
    """Return the datasources of *user*, first connected first."""
    return [_datasource(row) for row in db.execute(f"{_SELECT} WHERE u.name = ? ORDER BY d.id", (user,))]


def all_datasources(db: sqlite3.Connection) -> list[Datasource]:
    """Return everybody's datasources, first connected first."""
    return [_datasource(row) for row in db.execute(f"{_SELECT} ORDER BY d.id")]


def add_datasource(db: sqlite3.Connection, user: str, path: Path, service: str) -> None:
    """Connect *path* for *user* as *service*, any name; one that is connected, as whatever, stays as it is."""
    db.execute("INSERT OR IGNORE INTO users (name) VALUES (?)", (user,))
    number = user_number(db, user)
    if db.execute("SELECT 1 FROM datasources WHERE user = ? AND path = ?", (number, str(path))).fetchone():
        return
    digest = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    name = f"{_UNFIT.sub('-', service)}/{digest}/messages"
    db.execute(
        "INSERT INTO datasources (user, name, service, path, title) VALUES (?, ?, ?, ?, ?)",
        (number, name, service, str(path), path.name),
    )


def mark_removed(db: sqlite3.Connection, datasource: int) -> None:
    """Take a datasource off its user, and note that what was read from it is to be deleted."""
    db.execute("INSERT INTO removals (datasource) VALUES (?)", (datasource,))
    db.execute("DELETE FROM failures WHERE datasource = ?", (datasource,))
    db.execute("DELETE FROM datasources WHERE id = ?", (datasource,))


def begin(db: sqlite3.Connection, datasource: int, reader: int, total: int) -> None:
    """Say that *reader* alone reads it from now on, and that *total* bytes are to be read, if they were not before."""
    db.execute("DELETE FROM failures WHERE datasource = ? AND file IS NULL", (datasource,))
    db.execute(
        """
        UPDATE datasources SET complete = 0, reader = ?, total = ?,
            done = (SELECT coalesce(sum(done), 0) FROM files WHERE datasource = datasources.id)
        WHERE id = ?
        """,
        (reader, total, datasource),
    )


def is_read_by(db: sqlite3.Connection, datasource: int, reader: int) -> bool:
    """Whether *reader* was the last to begin with it, and it was not removed since."""
    row = db.execute("SELECT 1 FROM datasources WHERE id = ? AND reader = ?", (datasource, reader)).fetchone()
    return row is not None


def finish(db: sqlite3.Connection, datasource: int, *, missing: bool) -> None:
    """Say that all there was to read is read, and count it afresh."""
    _recount(db, datasource)
    db.execute("UPDATE datasources SET complete = 1, missing = ? WHERE id = ?", (missing, datasource))


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
