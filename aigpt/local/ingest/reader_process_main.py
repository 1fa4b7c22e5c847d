"""The program of a `ReaderProcess`: writes its progress and result to stdout as lines of JSON.

It stops when its stdin ends: because it is told to, or because the server has died.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from aigpt.local.ingest.datasource_reader import Reader
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import find_datasource
from aigpt.local.store.segments import merge_segments

__all__ = ["Message", "main"]

_log = logging.getLogger("aigpt.local")

_NICENESS = 10  # searches have priority


class Message(msgspec.Struct, omit_defaults=True):
    """One line of output; exactly one field is set."""

    progress: Progress | None = None
    indexed: Indexed | None = None
    database_error: str | None = None
    log: tuple[str, int, str] | None = None
    """Logger, level and text of a line for the server's log."""


def main(arguments: Sequence[str]) -> None:
    """Read one datasource; *arguments* are the database's path, the user, and the datasource's id."""
    path, user, name = arguments
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    _log.addHandler(_ToServer())
    _log.setLevel(logging.INFO)  # what is logged below may hold text of messages
    stopping = threading.Event()
    threading.Thread(target=_wait_for_end, args=(stopping,), daemon=True).start()
    try:
        _read(Path(path), user, name, stopping)
    except sqlite3.Error as error:
        _send(Message(database_error=str(error)))
    except BrokenPipeError:  # the server has died
        os._exit(1)


def _read(path: Path, user: str, name: str, stopping: threading.Event) -> None:
    store = Store(path, shared=True)
    try:
        with store.reading() as db:
            source = find_datasource(db, user, name)
        if source is not None:
            indexed = Reader(store, source, lambda done: _send(Message(progress=done)), stopping.is_set).read()
            _send(Message(indexed=indexed))
            merge_segments(store, stopping)
    finally:
        store.close()


class _ToServer(logging.Handler):
    """Has the server log what is logged here."""

    def emit(self, record: logging.LogRecord) -> None:
        _send(Message(log=(record.name, record.levelno, record.getMessage())))


def _wait_for_end(stopping: threading.Event) -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    stopping.set()


def _send(message: Message) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
    sys.stdout.buffer.flush()
