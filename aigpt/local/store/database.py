"""The database: one SQLite file with all users' mail and notes.

One connection writes and a few read (write-ahead log), so that searches go on during indexing. All methods block and
are meant for worker threads.
"""

from __future__ import annotations

import os
import queue
import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

from aigpt.local.errors import LocalServerError
from aigpt.local.store.schema import APPLICATION_ID, SCHEMA, VERSION
from aigpt.local.store.upgrade import upgrade

__all__ = ["READERS", "Connection", "DatabaseGoneError", "Store", "is_abandoned", "open_reader"]

READERS = min(4, max(2, os.cpu_count() or 1))
"""How many connections of one process can read at a time."""

_BUSY_SECONDS = 600.0  # a process of this server may be rewriting the file
_CLOSE_SECONDS = 10.0  # for the threads that read: one may wait for a disk that does not answer
_TRUNCATE_SECONDS = 1.0  # for each attempt to truncate the log, during which searches wait
_TRUNCATE_ATTEMPTS = 5
_RESERVE = 512 << 10  # bytes
_MAPPED = 1 << 30  # bytes of the file, at most


class DatabaseGoneError(LocalServerError):
    """The file is not there any more."""

    def __init__(self) -> None:
        super().__init__("the database was removed or replaced; restart the server")

    def __reduce__(self) -> tuple[type[DatabaseGoneError]]:
        """Pickle it without the message."""
        return (type(self),)


class Store:
    """The database file at *path*, created if missing. *shared*: the server that owns it has started this process.

    Raises `LocalServerError` if the file cannot be used: it belongs to another program, is of a newer version, is not
    writable, or is in use by another server. An index of an older version is upgraded.
    """

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        self.path = path
        self.without_other_readers: Callable[[], AbstractContextManager[None]] = nullcontext
        """In its block no other process of this server reads; may raise `sqlite3.OperationalError`."""
        self._writing = threading.Lock()
        self._readers: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        try:
            self._lock = None if shared else _take_lock(path)
            try:
                self._writer = self._open()
                if not shared:
                    _keep_reserve(path)
            except BaseException:
                if self._lock is not None:
                    self._lock.close()
                raise
        except (OSError, sqlite3.OperationalError) as error:
            raise LocalServerError(
                f"{path}: cannot be opened for writing ({error}); choose another database file"
            ) from error
        except sqlite3.DatabaseError as error:
            raise LocalServerError(
                f"{path}: is damaged or no database of this server; delete it, and the index is built again, "
                "or choose another database file"
            ) from error

    def close(self) -> None:
        """Close all connections, but those of threads that do not end."""
        with self._writing:
            with suppress(queue.Empty):
                for _ in range(READERS):
                    self._readers.get(timeout=_CLOSE_SECONDS).close()
            self._writer.close()
            if self._lock is not None:
                _reserve_path(self.path).unlink(missing_ok=True)
                self._lock.close()
                _lock_path(self.path).unlink(missing_ok=True)

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection]:
        """Give the writing connection for one transaction, rolled back if the block or its commit raises."""
        with self._writing:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            finally:
                if self._writer.in_transaction:  # a full disk ends some transactions by itself, and fails some commits
                    self._writer.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Generator[sqlite3.Connection]:
        """Give a reading connection, after waiting for one if all are in use."""
        connection = self._readers.get()
        try:
            yield connection
        finally:
            self._readers.put(connection)

    @contextmanager
    def writing_on_full_disk(self) -> Generator[sqlite3.Connection]:
        """Give the writing connection for a small transaction for which there is room even if the disk is full."""
        _reserve_path(self.path).unlink(missing_ok=True)
        try:
            with self.writing() as db:
                yield db
        finally:
            _keep_reserve(self.path)  # what is left of it

    def shrink(self) -> None:
        """Rewrite the file without its free pages, and truncate the write-ahead log.

        Searches wait only for a moment at the end. Raises `sqlite3.OperationalError` if the disk is full or another
        program's connection keeps the log in use.
        """
        with self._writing:
            self._writer.execute("VACUUM")
            self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)")  # most of the work, while searches go on
            if not any(self._truncate_log() for _ in range(_TRUNCATE_ATTEMPTS)):
                raise sqlite3.OperationalError("another program is using the database")

    def _truncate_log(self) -> bool:
        _set_busy_timeout(self._writer, _TRUNCATE_SECONDS)
        try:
            with self._no_readers():
                (busy, _, _) = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            _set_busy_timeout(self._writer, _BUSY_SECONDS)
        return not busy

    @contextmanager
    def _no_readers(self) -> Generator[None]:
        taken: list[sqlite3.Connection] = []
        with self.without_other_readers():
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
            self._readers.put(open_reader(self.path))
        return writer


class Connection(sqlite3.Connection):
    """A connection that caches how many passages contain a word, until the next write (see `search.idf`)."""

    counted_at: int | None = None
    counts: dict[str, int]


def open_reader(path: Path, *, mapped: bool = False) -> sqlite3.Connection:
    """Return a connection that only reads the database at *path*, which a `Store` has made.

    *mapped*: into memory, for a process that can be replaced: a file that somebody else cuts short then ends it
    (SIGBUS). A search of a large index reads hundreds of pages, a fifth of its time if each is copied.
    Raises `DatabaseGoneError` if there is no file: it is not made, since it would be empty.
    """
    try:
        reader = _connect(path)
    except sqlite3.OperationalError as error:
        if path.exists():
            raise
        raise DatabaseGoneError from error
    if mapped:
        reader.execute(f"PRAGMA mmap_size = {_MAPPED}")
    reader.execute("PRAGMA query_only = ON")
    return reader


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
        uri=True,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _set_busy_timeout(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {1000 * seconds:.0f}")


def _prepare(writer: sqlite3.Connection, path: Path) -> None:
    """Create the tables of a new database, or check that an old one is this server's."""
    (application,) = writer.execute("PRAGMA application_id").fetchone()
    (version,) = writer.execute("PRAGMA user_version").fetchone()
    (tables,) = writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or application):
        raise LocalServerError(f"{path}: is a database of another program; choose another database file")
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA synchronous = NORMAL")
    if application == APPLICATION_ID and version != VERSION:
        upgrade(writer, path, version)
    if application != APPLICATION_ID:
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
        writer.executescript(f"BEGIN; {SCHEMA} {marks} COMMIT;")


def _lock_path(path: Path) -> Path:
    return path.with_name(f"{path.name}-lock")


def _take_lock(path: Path) -> sqlite3.Connection:
    """Take a lock that ends with this process, so that no two servers use one database."""
    lock_path = _lock_path(path)
    os.close(os.open(lock_path, os.O_RDWR | os.O_CREAT, 0o600))
    lock = sqlite3.connect(lock_path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("PRAGMA journal_mode = MEMORY")  # nothing is written: the disk may be full
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise LocalServerError(
            f"{path}: is in use by another server; stop that one or choose another database file"
        ) from error
    return lock


def is_abandoned(path: Path) -> bool:
    """Whether there is a database at *path*, and no server that uses it."""
    if not path.is_file():  # a server takes its lock before it makes it
        return False
    try:
        _take_lock(path).close()
    except (LocalServerError, OSError, sqlite3.Error):
        return False
    return True


def _reserve_path(path: Path) -> Path:
    return path.with_name(f"{path.name}-reserve")


def _keep_reserve(path: Path) -> None:
    """Take some of the disk, to be given back when it is full: see `Store.writing_on_full_disk`."""
    with suppress(OSError):
        number = os.open(_reserve_path(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(number, "wb") as file:  # noqa: PTH123 (of a number)
            file.write(bytes(_RESERVE))
