"""Work for reader processes, which import this module by its name."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any

from aigpt.local.answer.schema_filling import UnfilledError

PAUSE = 0.01


def count(db: sqlite3.Connection, plus: int = 0) -> int:
    (found,) = db.execute("SELECT count(*) FROM datasources").fetchone()
    return int(found) + plus


def give_back(_: sqlite3.Connection, sent: bytes) -> bytes:
    return sent


def pid(_: sqlite3.Connection) -> int:
    return os.getpid()


def write(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM users")


def mapped(db: sqlite3.Connection) -> int:
    """Read the beginning of the table ``big``; return how many bytes of the file may be mapped."""
    db.execute("SELECT x FROM big WHERE rowid < 3").fetchall()
    (found,) = db.execute("PRAGMA mmap_size").fetchone()
    return int(found)


def read_all(db: sqlite3.Connection) -> int:
    (found,) = db.execute("SELECT sum(length(x)) FROM big").fetchone()
    return int(found)


def complain(_: sqlite3.Connection) -> None:
    raise UnfilledError("$.day", "no value was found")


class OddError(Exception):
    """Cannot be made of its arguments."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"secret {one} {two}")


def be_odd(_: sqlite3.Connection) -> None:
    raise OddError(1, 2)


def die(_: sqlite3.Connection) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(db: sqlite3.Connection, mark: Path) -> int:
    if not mark.exists():
        mark.touch()
        die(db)
    return count(db)


def hang_once(db: sqlite3.Connection, mark: Path) -> int:
    if not mark.exists():
        mark.touch()
        time.sleep(600)
    return count(db)


def touch(_: sqlite3.Connection, path: Path) -> None:
    path.touch()


def wait(_: sqlite3.Connection, begun: Path, until: Path, **_unused: Any) -> bytes:
    begun.touch()
    while not until.exists():
        time.sleep(PAUSE)
    return b"{}"


def wait_in_transaction(db: sqlite3.Connection, begun: Path, until: Path, **_unused: Any) -> bytes:
    db.execute("BEGIN")
    count(db)
    try:
        return wait(db, begun, until)
    finally:
        db.execute("COMMIT")
