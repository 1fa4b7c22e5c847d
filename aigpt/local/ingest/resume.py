"""From where a file is read on: where reading stopped, if it is still the same file, even if it has grown.

A file is recognised by name, size and time; a grown mbox by digests of its beginning and of the end of what was read.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from aigpt.local.ingest.document_process import NOT_INSTALLED, can_read
from aigpt.local.ingest.document_text import LIBRARIES
from aigpt.local.ingest.file_listing import SourceFile
from aigpt.local.ingest.file_reading import Step
from aigpt.local.items import Failure, Item
from aigpt.local.store.datasources import Datasource, add_failure, add_read
from aigpt.local.store.passages import add_items, delete_files, delete_items_from

__all__ = [
    "FileState",
    "ReadingPlan",
    "forget_unread_documents",
    "open_file",
    "plan_reading",
    "states_of_files",
    "store_steps",
    "stored_files",
]

_log = logging.getLogger("aigpt.local.reading")

_BLOCK = 4096  # bytes that are digested of a file's beginning, and of the end of what was read of it


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """From where a file is to be read."""

    file: int | None
    """Its number in the database; None if it is new."""
    start: int
    """Byte offset; what was read from there on before is to be deleted."""
    needed: bool = True
    """False if all of it was read, and it has not changed since."""


class FileState(NamedTuple):
    """What a file was like when it was read: tuples, since there may be 100,000."""

    size: int
    """Bytes."""
    modified: int
    """Time of last change, in nanoseconds since 1970."""
    done: int
    """Bytes read."""


def plan_reading(db: sqlite3.Connection, datasource: int, source: SourceFile) -> ReadingPlan:
    """Return from where *source* is to be read. Raises `OSError` if the file cannot be read."""
    row = db.execute("SELECT * FROM files WHERE datasource = ? AND name = ?", (datasource, source.name)).fetchone()
    if row is None:
        return ReadingPlan(None, 0)
    if (row["size"], row["modified"]) == (source.size, source.modified):
        return ReadingPlan(row["id"], row["done"], needed=row["done"] < source.size)
    if source.kind == "mbox" and _has_grown(row, source):
        # Read while a message was being written, it goes on without a "From " line: that message is read again.
        return ReadingPlan(row["id"], row["done"] if _begins_message(source.path, row["done"]) else row["last"])
    return ReadingPlan(row["id"], 0)


def _has_grown(row: sqlite3.Row, source: SourceFile) -> bool:
    """Whether an mbox still begins with what was read of it: a message that was deleted moves all that follow."""
    if source.size < max(row["size"], row["done"]):
        return False
    head = _digest(source.path, 0, min(row["size"], _BLOCK))
    return (head, _digest(source.path, row["done"] - _BLOCK, row["done"])) == (row["head"], row["tail"])


def _begins_message(path: Path, start: int) -> bool:
    with path.open("rb") as file:
        file.seek(start)
        following = file.read(16).lstrip(b"\r\n")
    return not following or following.startswith(b"From")


def _digest(path: Path, start: int, end: int) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, start))
        return hashlib.sha256(file.read(end - max(0, start))).digest()


def _mbox_digest(source: SourceFile, start: int, end: int) -> bytes:
    """Return the digest of these bytes of an mbox; an empty one, which never matches, if it is gone."""
    try:
        return _digest(source.path, start, end) if source.kind == "mbox" else b""
    except OSError:
        return b""


def open_file(db: sqlite3.Connection, datasource: int, source: SourceFile, plan: ReadingPlan) -> int:
    """Store the file's state, and delete what was read from ``plan.start`` on; return the file's number."""
    facts = (source.size, source.modified, _mbox_digest(source, 0, min(source.size, _BLOCK)))
    if plan.file is None:
        cursor = db.execute(
            "INSERT INTO files (size, modified, head, datasource, name) VALUES (?, ?, ?, ?, ?)",
            (*facts, datasource, source.name),
        )
        return int(cursor.lastrowid or 0)
    delete_items_from(db, plan.file, plan.start)
    tail = _mbox_digest(source, plan.start - _BLOCK, plan.start)
    db.execute(
        "UPDATE files SET size = ?, modified = ?, head = ?, done = ?, tail = ? WHERE id = ?",
        (*facts, plan.start, tail, plan.file),
    )
    return plan.file


def store_steps(
    db: sqlite3.Connection, datasource: Datasource, file: int, steps: Sequence[Step], source: SourceFile
) -> None:
    """Store what some steps through *source* gave and how far they went, in one transaction."""
    items = [step.result for step in steps if isinstance(step.result, Item)]
    refused = add_items(db, datasource, file, items)
    for step in steps:
        result = step.result
        if isinstance(result, Failure):
            _fail(db, datasource, file, result)
        elif any(result is item for item in refused):
            _fail(db, datasource, file, Failure(_place(source, result), "cannot be stored", result.position))
        else:
            _note_losses(db, datasource, file, source, result)
    end = steps[-1].end
    values = (end, steps[-1].start, _mbox_digest(source, end - _BLOCK, end), file)
    db.execute("UPDATE files SET done = ?, last = ?, tail = ? WHERE id = ?", values)
    add_read(db, datasource.key, items, sum(step.end - step.start for step in steps))


def _note_losses(db: sqlite3.Connection, datasource: Datasource, file: int, source: SourceFile, item: Item) -> None:
    """Store and log what of *item* was not read."""
    place = _place(source, item)
    if item.lost:
        _fail(db, datasource, file, Failure(place, "; ".join(item.lost), item.position))
    for attachment in item.skipped:
        named = Failure(f"{attachment.name} in {place}", attachment.reason, item.position)
        add_failure(db, datasource.key, file, named, attachment.number)
        _log.info("%s: %s: attachment %d was skipped: %s",
                  datasource.name, place, attachment.number, attachment.reason)  # fmt: skip


def _fail(db: sqlite3.Connection, datasource: Datasource, file: int, failure: Failure) -> None:
    add_failure(db, datasource.key, file, failure)
    _log.warning("%s: %s: %s", datasource.name, failure.name, failure.reason)


def _place(source: SourceFile, item: Item) -> str:
    return f"{source.name} at byte {item.position}" if source.kind == "mbox" else source.name


def forget_unread_documents(db: sqlite3.Connection, datasource: int) -> None:
    """Have files read again whose documents were skipped since a library was missing, if it has been installed."""
    if not all(map(can_read, LIBRARIES)):  # which one was missing is not known: with some, they would be read each time
        return
    rows = db.execute(
        "SELECT DISTINCT file FROM failures WHERE datasource = ? AND reason = ?", (datasource, NOT_INSTALLED)
    ).fetchall()
    delete_files(db, [number for (number,) in rows])


def states_of_files(db: sqlite3.Connection, datasource: int) -> dict[str, FileState]:
    """Return what the files of a datasource were like when they were read, by name."""
    rows = db.execute("SELECT name, size, modified, done FROM files WHERE datasource = ?", (datasource,))
    return {name: FileState(*state) for name, *state in rows}


def stored_files(db: sqlite3.Connection, datasource: int) -> dict[str, int]:
    """Return the numbers of the files that were read of a datasource, by name."""
    return dict(db.execute("SELECT name, id FROM files WHERE datasource = ?", (datasource,)).fetchall())
