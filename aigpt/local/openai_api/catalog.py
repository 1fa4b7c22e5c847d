"""What is known of uploads: files, uploads in parts and vector stores, in an SQLite file of its own.

The file is rewritten after entries with names were deleted or changed, and the journal is deleted with each
transaction, so that nothing of them stays: what SQLite overwrites is not all, since it moves rows from page to page.
All methods block, and are for any thread.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from aigpt.local.errors import LocalServerError

__all__ = ["Catalog", "Entry", "Kind"]

Kind: TypeAlias = Literal[
    "file", "deleted", "upload", "part", "vector_store", "vector_store.file", "vector_store.files_batch", "leftover"
]

_APPLICATION_ID = 0x61494755
_VERSION = 1
_SCHEMA = """
CREATE TABLE entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT NOT NULL,               -- the id of what it belongs to: a vector store, an upload
    user TEXT NOT NULL,
    created INTEGER NOT NULL,
    bytes INTEGER NOT NULL,             -- on the disk
    data TEXT NOT NULL,                 -- a JSON object
    UNIQUE (user, kind, parent, id)
);
CREATE INDEX entries_by_user ON entries (user, kind, parent, created, number);
"""
_NAMELESS: frozenset[Kind] = frozenset({"part", "leftover"})
_RESERVE = 128 << 10  # bytes
_SHARE = 20  # where rewriting the file takes long, as with 100,000 entries: at most a twentieth of the time
_COLUMNS = "kind, id, parent, user, created, bytes, data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file, also while it is deleted, upload, part, vector store, file of one, or leftover (see `Leftovers`)."""

    kind: Kind
    id: str
    user: str
    created: int
    """Unix time in seconds."""
    data: dict[str, Any]
    parent: str = ""
    bytes: int = 0


class Catalog:
    """The catalog in the file at *path*, created if missing. Raises `LocalServerError` if it cannot be used."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._reserve = path.with_name("reserve")
        self._is_stale = True
        """Whether there may be something in the file of what is no more; at a start nobody knows."""
        self._next_clean = 0.0
        try:
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            path.chmod(0o600)
            self._prepare(path)
            self.clean()
            self._keep_reserve()
        except sqlite3.Error as error:
            raise LocalServerError(f"{path}: cannot be used ({error}); move the folder of uploads away") from error

    def _prepare(self, path: Path) -> None:
        (application,) = self._db.execute("PRAGMA application_id").fetchone()
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if application and (application, version) != (_APPLICATION_ID, _VERSION):
            raise LocalServerError(f"{path}: was made by another program or version; move the folder of uploads away")
        self._db.execute("PRAGMA secure_delete = ON")
        if not application:
            marks = f"PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {_VERSION};"
            self._db.executescript(f"BEGIN; {_SCHEMA} {marks} COMMIT;")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self.clean()
            self._db.close()
            self._reserve.unlink(missing_ok=True)

    @contextmanager
    def together(self) -> Generator[None]:
        """Make one transaction of all that the block does with the catalog; other threads wait for its end."""
        with self._writing():
            yield

    @contextmanager
    def freeing(self) -> Generator[None]:
        """As `together`, for what is deleted: there is room for it even if the disk is full."""
        with self._lock:
            self._reserve.unlink(missing_ok=True)
            try:
                with self._writing():
                    yield
            finally:
                self._keep_reserve()

    def _keep_reserve(self) -> None:
        with suppress(OSError):
            self._reserve.write_bytes(bytes(_RESERVE))

    def clean(self) -> None:
        """Rewrite the file, if something of what is no more may be in it; where the disk refuses, it is done later."""
        with self._lock:
            if self._is_stale:
                began = time.monotonic()
                with suppress(sqlite3.Error):
                    self._db.execute("VACUUM")
                    self._is_stale = False
                ended = time.monotonic()
                self._next_clean = ended + _SHARE * (ended - began)

    @contextmanager
    def _writing(self) -> Generator[sqlite3.Connection]:
        with self._lock:
            if self._db.in_transaction:  # this thread's, by `together`
                yield self._db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:  # a full disk ends some transactions by itself, and fails some commits
                    self._db.execute("ROLLBACK")
            if time.monotonic() >= self._next_clean:
                self.clean()

    def put(self, *entries: Entry) -> None:
        """Add *entries*, each instead of one of the same kind, parent and id, in one transaction."""
        with self._writing() as db:
            for entry in entries:
                if entry.kind not in _NAMELESS and self._differs(entry):
                    self._is_stale = True
                db.execute(
                    f"INSERT INTO entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (a constant)
                    " ON CONFLICT DO UPDATE SET data = excluded.data, bytes = excluded.bytes",
                    (
                        *(entry.kind, entry.id, entry.parent, entry.user, entry.created, entry.bytes),
                        json.dumps(entry.data),
                    ),
                )

    def _differs(self, entry: Entry) -> bool:
        before = self.get(entry.user, entry.kind, entry.id, entry.parent)
        return before is not None and any(entry.data.get(name) != value for name, value in before.data.items())

    def get(self, user: str, kind: Kind, name: str, parent: str = "") -> Entry | None:
        """Return the entry of *user* with the id *name*; None if there is none."""
        found = self._select("user = ? AND kind = ? AND parent = ? AND id = ?", (user, kind, parent, name))
        return found[0] if found else None

    def all(self, user: str, kind: Kind, parent: str = "") -> list[Entry]:
        """Return the entries of *user* of that kind and parent, the oldest first."""
        return self._select("user = ? AND kind = ? AND parent = ?", (user, kind, parent))

    def of_kind(self, kind: Kind) -> list[Entry]:
        """Return the entries of all users of that kind, the oldest first."""
        return self._select("kind = ?", (kind,))

    def begun_before(self, when: float) -> list[Entry]:
        """Return the uploads of all users that were begun before that Unix time, the oldest first."""
        return self._select("kind = 'upload' AND created < ?", (when,))

    def holding(self, user: str, kind: Kind, name: str) -> list[Entry]:
        """Return the entries of *user* with the id *name*, of any parent."""
        return self._select("user = ? AND kind = ? AND id = ?", (user, kind, name))

    def _select(self, condition: str, values: Sequence[object]) -> list[Entry]:
        query = f"SELECT {_COLUMNS} FROM entries WHERE {condition} ORDER BY created, number"  # noqa: S608 (of this class)
        with self._lock:
            rows = self._db.execute(query, values).fetchall()
        return [
            Entry(kind, name, user, created, json.loads(data), parent, size)
            for kind, name, parent, user, created, size, data in rows
        ]

    def used(self, user: str) -> int:
        """Return how many bytes on the disk *user* has."""
        with self._lock:
            (total,) = self._db.execute(
                "SELECT coalesce(sum(bytes), 0) FROM entries WHERE user = ?", (user,)
            ).fetchone()
        return int(total)

    def delete(self, *entries: Entry) -> None:
        """Delete *entries*, and what belongs to them, in one transaction."""
        with self._writing() as db:
            for entry in entries:
                self._is_stale = self._is_stale or entry.kind not in _NAMELESS
                which = (entry.user, entry.kind, entry.parent, entry.id)
                db.execute("DELETE FROM entries WHERE user = ? AND kind = ? AND parent = ? AND id = ?", which)
                db.execute("DELETE FROM entries WHERE user = ? AND parent = ?", (entry.user, entry.id))
