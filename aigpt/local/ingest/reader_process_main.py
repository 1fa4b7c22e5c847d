"""The process that reads a large datasource: it says on its stdout, in lines of JSON, how far it is.

It stops when its stdin ends: when it is told to, and when the server is gone, however that went.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from aigpt.local.ingest.datasource_reader import Indexed, Progress, Reader
from aigpt.local.store import datasources as catalog
from aigpt.local.store.database import Store

__all__ = ["Said", "main"]

_NICENESS = 10  # searches go first


class Said(msgspec.Struct, omit_defaults=True):
    """One line; one of its fields is set."""

    progress: Progress | None = None
    indexed: Indexed | None = None
    """The last word."""
    database_error: str | None = None
    """Likewise."""


def main(arguments: Sequence[str]) -> None:
    """Read one datasource; *arguments* are the database's path, the user, and the datasource's id."""
    path, user, name = arguments
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    stopping = threading.Event()
    threading.Thread(target=_wait_for_end, args=(stopping,), daemon=True).start()
    try:
        _read(Path(path), user, name, stopping)
    except sqlite3.Error as error:
        _say(Said(database_error=str(error)))
    except BrokenPipeError:  # nobody listens any more
        os._exit(1)


def _read(path: Path, user: str, name: str, stopping: threading.Event) -> None:
    store = Store(path, shared=True)
    try:
        with store.reading() as db:
            source = next((source for source in catalog.datasources(db, user) if source.name == name), None)
        if source is not None:
            _say(Said(indexed=Reader(store, source, lambda done: _say(Said(progress=done)), stopping.is_set).read()))
    finally:
        store.close()


def _wait_for_end(stopping: threading.Event) -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    stopping.set()


def _say(what: Said) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(what) + b"\n")
    sys.stdout.buffer.flush()
