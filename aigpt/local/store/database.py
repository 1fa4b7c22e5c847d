"""The database: one SQLite file with everything that is known of every user's mail and notes.

One connection writes, a few read (write-ahead log), so that searches go on while indexing does. All calls here block:
they are for threads. A passage's rowid says whose it is (`USER_BITS`), so that one user's search reads only their own
part of the index.
"""

from __future__ import annotations

import os
import queue
import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from aigpt.local.errors import LocalServerError

__all__ = ["READERS", "USER_BITS", "Connection", "Store"]

READERS = min(4, max(2, os.cpu_count() or 1))
"""How many searches can be at work at a time: more than there are cores only take turns with the event loop."""

USER_BITS = 40
"""The rowids of user *n*'s passages are from ``n << 40`` on."""

_APPLICATION_ID = 0x61494750
_VERSION = 3
_BUSY_SECONDS = 600.0  # another process of ours may be writing the file anew
_CUT_SECONDS = 1.0  # for each try to cut the log off, during which searches wait
_CUT_TRIES = 5

_SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE datasources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER NOT NULL REFERENCES users,
    name TEXT NOT NULL,                 -- what the API calls its id
    service TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,    -- bytes read
    total INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0,
    missing INTEGER NOT NULL DEFAULT 0, -- whether its path was not there when it was last looked for
    reader INTEGER NOT NULL DEFAULT 0,  -- whoever began last to read it; nobody else may add to it
    messages INTEGER NOT NULL DEFAULT 0,
    notes INTEGER NOT NULL DEFAULT 0,
    passages INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    oldest INTEGER,
    newest INTEGER,
    UNIQUE (user, name)
);
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    datasource INTEGER NOT NULL REFERENCES datasources,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    head BLOB NOT NULL,                 -- digests of the beginning of an mbox and of the end of what was read of it:
    tail BLOB NOT NULL DEFAULT x'',     -- whether it is still the same file, grown
    done INTEGER NOT NULL DEFAULT 0,    -- bytes read
    last INTEGER NOT NULL DEFAULT 0,    -- where the last step began
    UNIQUE (datasource, name)
);
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    position INTEGER NOT NULL,
    user INTEGER NOT NULL,
    datasource INTEGER NOT NULL,
    kind TEXT NOT NULL,
    timestamp INTEGER,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL,
    thread TEXT NOT NULL,
    attachments TEXT NOT NULL,          -- JSON lists
    defects TEXT NOT NULL,
    UNIQUE (file, position)
);
CREATE INDEX items_by_time ON items (user, timestamp);
CREATE INDEX items_by_message_id ON items (user, message_id);
CREATE INDEX items_by_datasource ON items (datasource);
CREATE TABLE failures (
    id INTEGER PRIMARY KEY,
    datasource INTEGER NOT NULL REFERENCES datasources,
    file INTEGER REFERENCES files,      -- NULL: the file itself could not be opened or listed
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (datasource, name)
);
CREATE TABLE removals (
    datasource INTEGER PRIMARY KEY      -- taken off its user, and not yet without a trace
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES items,
    first INTEGER,
    last INTEGER,
    subject TEXT NOT NULL,
    people TEXT NOT NULL,
    own TEXT NOT NULL,
    quoted TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX passages_by_item ON passages (item);
CREATE VIRTUAL TABLE words USING fts5 (
    subject, people, own, quoted, extra,
    content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
"""


class Store:
    """The database file at *path*, made where there is none.

    *shared*: opened beside the server that has it, by a process of that server's.

    Raises `LocalServerError` where the file cannot be used: not ours, of another version, not writable, or in use by
    another server.
    """

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        self.path = path
        self._writing = threading.Lock()
        self._readers: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        try:
            self._lock = None if shared else _take_lock(path)
            try:
                self._writer = self._open()
            except BaseException:
                if self._lock is not None:
                    self._lock.close()
                raise
        except (OSError, sqlite3.OperationalError) as error:
            raise LocalServerError(
                f"{path}: cannot be opened for writing ({error}); choose another database file"
            ) from error
        except sqlite3.DatabaseError as error:
            raise LocalServerError(f"{path}: is not a database of this server; choose another database file") from error

    def close(self) -> None:
        """Close all connections; everything committed stays."""
        with self._writing:
            for _ in range(READERS):
                self._readers.get().close()
            self._writer.close()
            if self._lock is not None:
                self._lock.close()
                _lock_path(self.path).unlink(missing_ok=True)

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection]:
        """Give the writing connection for one transaction: committed at the end, undone where the block raises."""
        with self._writing:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    @contextmanager
    def reading(self) -> Generator[sqlite3.Connection]:
        """Give a reading connection, waiting for one where all are in use."""
        connection = self._readers.get()
        try:
            yield connection
        finally:
            self._readers.put(connection)

    def shrink(self) -> None:
        """Write the file anew without its free pages, and cut off the write-ahead log.

        Searches go on, but for a moment at the end. Raises `sqlite3.OperationalError` where the disk is full or a
        connection that is not ours keeps the log in use.
        """
        with self._writing:
            self._writer.execute("VACUUM")
            self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)")  # most of the work, while searches go on
            if not any(self._cut_log() for _ in range(_CUT_TRIES)):
                raise sqlite3.OperationalError("another program is using the database")

    def _cut_log(self) -> bool:
        _set_patience(self._writer, _CUT_SECONDS)
        try:
            with self._no_readers():
                (busy, _, _) = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            _set_patience(self._writer, _BUSY_SECONDS)
        return not busy

    @contextmanager
    def _no_readers(self) -> Generator[None]:
        taken: list[sqlite3.Connection] = []
        try:
            taken.extend(self._readers.get() for _ in range(READERS))
            yield
        finally:
            for connection in taken:
                self._readers.put(connection)

    def _open(self) -> sqlite3.Connection:
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        writer = _connect(self.path)
        try:
            _prepare(writer, self.path)
        except BaseException:
            writer.close()
            raise
        self.path.chmod(0o600)
        for _ in range(READERS):
            reader = _connect(self.path)
            reader.execute("PRAGMA query_only = ON")
            self._readers.put(reader)
        return writer


class Connection(sqlite3.Connection):
    """A connection that remembers how many passages have a word, as long as nobody writes (see `rarity`)."""

    counted_at: int | None = None
    counts: dict[str, int]


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=Connection
    )
    connection.row_factory = sqlite3.Row
    return connection


def _set_patience(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {1000 * seconds:.0f}")


def _prepare(writer: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new database, or see that it is ours."""
    (application,) = writer.execute("PRAGMA application_id").fetchone()
    (version,) = writer.execute("PRAGMA user_version").fetchone()
    (tables,) = writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != _APPLICATION_ID and (tables or application):
        raise LocalServerError(f"{path}: is a database of another program; choose another database file")
    if application == _APPLICATION_ID and version != _VERSION:
        raise LocalServerError(
            f"{path}: was made by another version of this server; choose another database file or delete it"
        )
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA synchronous = NORMAL")
    if application != _APPLICATION_ID:
        marks = f"PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {_VERSION};"
        writer.executescript(f"BEGIN; {_SCHEMA} {marks} COMMIT;")


def _lock_path(path: Path) -> Path:
    return path.with_name(f"{path.name}-lock")


def _take_lock(path: Path) -> sqlite3.Connection:
    """Hold a lock that ends with this process, so that no two servers index into one database."""
    lock_path = _lock_path(path)
    os.close(os.open(lock_path, os.O_RDWR | os.O_CREAT, 0o600))
    lock = sqlite3.connect(lock_path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise LocalServerError(
            f"{path}: is in use by another server; stop that one or choose another database file"
        ) from error
    return lock
