"""The output of a run in shards: a folder of parts, each of which appears at once and means that its shard is done.

``_aigpt/run.json`` is the record of the run, ``_aigpt/wip/SHARD/`` the journal of a shard under way. Of several owners
of a shard, the last of whom may not know that it has lost it, each has a file of its own there: an answer may be asked
for twice then, but a row is in the part once.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from aigpt.bulk.errors import MismatchError, OutputError, UnusableOutputError
from aigpt.bulk.journal import LEFT_OUT, list_differences, read_line, read_record
from aigpt.bulk.option_names import ANOTHER_OUTPUT, Message
from aigpt.bulk.parquet import count_answers, read_answers, write_answers
from aigpt.bulk.places import write_whole_file
from aigpt.bulk.run_lock import FileLock

ABOUT = "_aigpt"
_PART = re.compile(r"part-(\d{5,}-\d{12,})\.parquet")
_PRIVATE = 0o600
_PRIVATE_FOLDER = 0o700
_BINARY = getattr(os, "O_BINARY", 0)


class _Placed(msgspec.Struct):
    line: int
    error: str | None = None


_decode = msgspec.json.Decoder(_Placed).decode


def part_name(key: str) -> str:
    """Return the name of the part of a shard."""
    return f"part-{key}.parquet"


def shard_keys(names: Iterable[str]) -> set[str]:
    """Return the keys of the shards whose parts are among *names*; other files may be there, too."""
    return {found[1] for name in names if (found := _PART.fullmatch(name))}


def count_part(where: str, open_part: Callable[[], BinaryIO]) -> tuple[int, int]:
    """Return how many rows of the part at *where* are there, and how many of them failed. Raises OutputError."""
    try:
        with open_part() as file:
            return count_answers(file)
    except (OSError, ValueError) as exc:
        raise OutputError(f"cannot read {where}: {exc}; remove it to have its shard answered again") from exc


class RowsGoneError(Exception):
    """Rows that were in a journal are not there any more."""


class Once:
    """Says of rows, one after the other, which one of each line to take: one that did not fail, of those *answered*."""

    def __init__(self, answered: Collection[int]) -> None:
        self._answered = answered
        self._taken: set[int] = set()

    def takes(self, line: int, error: str | None) -> bool:
        """Return whether to take the row of that *line*, which failed of that *error* if it is not None."""
        if line in self._taken or (error is not None and line in self._answered):
            return False
        self._taken.add(line)
        return True


class Parts:
    """The output folder of a run in shards, on a file system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.where: str = str(folder)
        self.name: str = str(folder)
        self.about: Path = folder / ABOUT

    def refuse_other(self) -> None:
        """Raise UnusableOutputError for a folder that holds other files, or a file."""
        if self.folder.is_dir():
            if not self.about.is_dir() and any(self.folder.iterdir()):
                raise UnusableOutputError(
                    f"the folder {self.folder} is not empty, and not the output of a run; give a new one"
                )
        elif self.folder.exists():
            raise UnusableOutputError(f"{self.folder} is a file; give a folder for the parts of a run in shards")

    def make(self) -> None:
        """Make the folder, and the one in it that the lock is in. Raises UnusableOutputError."""
        try:
            self.about.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
        except OSError as exc:
            raise UnusableOutputError(f"cannot write {self.folder}: {exc.strerror}; give another output") from exc

    def lock(self) -> FileLock:
        """Return what one run at a time can hold."""
        return FileLock(self.about / "lock")

    def open(self, settings: Mapping[str, Any], *, fresh: bool) -> None:
        """Record a run with *settings*, or see that what is there belongs to it; *fresh* empties it of another's first.

        The record of another run that has no row is replaced: its start was refused, say, and nothing would be lost.
        Raises MismatchError and OutputError.
        """
        record = self.about / "run.json"
        try:
            if fresh:
                self._empty()
            elif record.exists() and is_record_of(self.name, record.read_bytes(), settings, self._has_rows):
                return
            write_whole_file(record, [json.dumps(settings, indent=1).encode()])
        except OSError as exc:
            raise self._failed(exc) from exc

    def _has_rows(self) -> bool:
        journals = (self.about / "wip").glob("*/*.jsonl")
        return any(self.folder.glob("part-*.parquet")) or any(path.stat().st_size for path in journals)

    def _empty(self) -> None:
        for path in self.folder.glob("part-*.parquet"):
            path.unlink()
        shutil.rmtree(self.about / "wip", ignore_errors=True)
        (self.about / "run.json").unlink(missing_ok=True)

    def record(self) -> bytes | None:
        """Return the record of the run; None where there is none. Raises OSError."""
        path = self.about / "run.json"
        return path.read_bytes() if path.exists() else None

    def note_left_out(self, lines: int) -> None:
        """Note in the record that so many lines of the input are not rows, and all others done. Raises OutputError."""
        path = self.about / "run.json"
        try:
            if (noted := with_left_out(path.read_bytes(), lines)) is not None:
                write_whole_file(path, [noted])
        except OSError as exc:
            raise self._failed(exc) from exc

    def done(self) -> Collection[str]:
        """Return the keys of the shards whose parts are there."""
        try:
            return shard_keys(path.name for path in self.folder.iterdir())
        except OSError as exc:
            raise self._failed(exc) from exc

    def count(self, key: str) -> tuple[int, int]:
        """Return how many rows of a part are there, and how many of them failed. Raises OutputError."""
        return count_part(str(self._part(key)), partial(self.open_part, key))

    def open_part(self, key: str) -> BinaryIO:
        """Open the part of a shard. Raises OSError."""
        return self._part(key).open("rb")

    def _part(self, key: str) -> Path:
        return self.folder / part_name(key)

    def journals(self) -> Iterator[tuple[str, list[bytes]]]:
        """Yield the lines of each journal, with the key of its shard."""
        wip = self.about / "wip"
        for folder in sorted(wip.iterdir()) if wip.is_dir() else ():
            lines: list[bytes] = []
            for path in sorted(folder.glob("*.jsonl")):
                with suppress(FileNotFoundError):  # its shard is done meanwhile
                    lines += path.read_bytes().splitlines(keepends=True)
            yield folder.name, lines

    def journal(self, key: str, *, retry_errors: bool = False) -> ShardJournal:
        """Return the journal of a shard; with *retry_errors* one that has forgotten the rows that failed."""
        return ShardJournal(self, key, retry_errors=retry_errors)

    def clean(self, keep: Collection[str]) -> None:
        """Remove what an owner that had lost its shard has left behind of shards that are done, except of *keep*."""
        with suppress(OSError):
            done = self.done()
            for path in (self.about / "wip").iterdir():
                if path.name in done and path.name not in keep:
                    shutil.rmtree(path, ignore_errors=True)

    def _failed(self, exc: OSError) -> OutputError:
        return OutputError(f"cannot write {self.folder}: {exc.strerror}; its rows are kept; the same command resumes")


def is_record_of(name: str, record: bytes, settings: Mapping[str, Any], has_rows: Callable[[], object]) -> bool:
    """Return whether *record*, that of the output *name*, is of a run with *settings*.

    Raises MismatchError if it is of another that has rows; of one without, nothing would be lost.
    """
    try:
        _check_record(name, record, settings)
    except MismatchError:
        if has_rows():
            raise
        return False
    return True


def _check_record(name: str, record: bytes, settings: Mapping[str, Any]) -> None:
    recorded = read_record(record)
    if recorded is None:
        raise MismatchError(
            Message(f"{name} exists, but {ABOUT}/run.json in it, which records its run, is damaged; ", ANOTHER_OUTPUT)
        )
    differing = [key for key, value in settings.items() if recorded.get(key) != value]
    if differing:
        differences = list_differences(differing, recorded, settings)
        raise MismatchError(Message(f"{name} belongs to another run (different: {differences}); ", ANOTHER_OUTPUT))


def with_left_out(record: bytes, lines: int) -> bytes | None:
    """Return *record* with so many *lines* left out; None where it says so already."""
    found = read_record(record)
    if found is None or found.get(LEFT_OUT, 0) == lines:
        return None
    return json.dumps({**found, LEFT_OUT: lines}, indent=1).encode()


class ShardJournal:
    """The rows of a shard that have been answered, on the disk; memory holds their line numbers."""

    flush_interval: float | None = None
    """Seconds between two calls of `flush`; None where none is needed."""

    def __init__(self, parts: Parts, key: str, *, retry_errors: bool) -> None:
        self._part = parts.folder / part_name(key)
        self._folder = parts.about / "wip" / key
        self._retry_errors = retry_errors
        self._fd: int | None = None
        self._is_closed = False
        self.path: Path | None = None
        """The file that rows are appended to; None before the first one."""
        self.lines: set[int] = set()
        """The lines of the input whose rows are here."""
        self._answered: set[int] = set()
        try:
            self._read()
        except OSError as exc:
            raise self._writing_failed(exc) from exc

    def _read(self) -> None:
        if self._retry_errors and self._part.exists():
            self._take_back()
        for _, row in self._all_rows():
            self._note(row.line, row.error)

    @property
    def failed(self) -> int:
        """How many of the rows failed."""
        return len(self.lines) - len(self._answered)

    def _note(self, line: int, error: str | None) -> None:
        self.lines.add(line)
        if error is None:
            self._answered.add(line)

    def _take_back(self) -> None:
        """Put the answers of the part, which has rows that failed, into the journal."""
        self._folder.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
        with self._part.open("rb") as file:
            rows = ({**row, "request": json.loads(row["request"]), "reply": json.loads(row["reply"])}
                    for row in read_answers(file) if row["error"] is None)  # fmt: skip
            write_whole_file(self._folder / "part.jsonl", (json.dumps(row).encode() + b"\n" for row in rows))

    def _rows(self) -> Iterator[tuple[bytes, _Placed]]:
        """Yield each row once: of a line that is there twice the first that did not fail."""
        once = Once(self._answered)
        return ((line, row) for line, row in self._all_rows() if once.takes(row.line, row.error))

    def _all_rows(self) -> Iterator[tuple[bytes, _Placed]]:
        """Yield the rows of all owners; not those that failed, where they are to be sent again."""
        for path in sorted(self._folder.glob("*.jsonl")) if self._folder.is_dir() else ():
            with suppress(FileNotFoundError), path.open("rb") as file:  # another owner has just made the part
                for line in file:
                    row: _Placed | None = read_line(line, _decode) if line.endswith(b"\n") else None
                    # Where the process was killed, the last line is incomplete.
                    if row is not None and (row.error is None or not self._retry_errors):
                        yield line, row

    def append(self, row: Mapping[str, Any]) -> None:
        """Append one row, at once on the disk. Raises OutputError; also once it is closed."""
        if self._is_closed:
            raise OutputError(f"the journal of {self._part} is closed; start the run again")
        data = memoryview(json.dumps(row).encode() + b"\n")
        try:
            if self._fd is None:
                self._folder.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
                self.path = self._folder / f"{uuid.uuid4().hex}.jsonl"
                self._fd = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, _PRIVATE)
            while data:
                data = data[os.write(self._fd, data) :]
        except OSError as exc:
            raise self._writing_failed(exc) from exc
        self._note(row["line"], row["error"])

    def flush(self) -> None:
        """Do nothing: each row is on the disk."""

    def commit(self) -> None:
        """Make the part of the rows, and remove the journal. Raises OutputError.

        Where another owner has made the part, and removed the journal with rows of ours, that part is left as it is.
        """
        try:
            self.write_part()
        except RowsGoneError:
            if not self._part.exists():
                raise OutputError(
                    f"rows in {self._folder} were removed while the run was writing them; the same command sends them "
                    "again"
                ) from None
        else:
            shutil.rmtree(self._folder, ignore_errors=True)

    def write_part(self) -> None:
        """Make the part of the rows. Raises OutputError, and RowsGoneError where some are not there any more."""
        self.close()
        self._retry_errors = False
        try:
            write_answers(self._part, self._rows_of_part())
        except OSError as exc:
            raise self._writing_failed(exc) from exc

    def _rows_of_part(self) -> Iterator[dict[str, Any]]:
        """Yield what makes the part. Raises RowsGoneError after the last row that is there, if one is not."""
        number = 0
        for line, _ in self._rows():
            yield json.loads(line)
            number += 1
        if number < len(self.lines):
            raise RowsGoneError

    def close(self) -> None:
        """Close the file, for good. Calling it twice is allowed."""
        self._is_closed = True
        fd, self._fd = self._fd, None
        if fd is not None:
            os.close(fd)

    def _writing_failed(self, exc: OSError) -> OutputError:
        return OutputError(f"cannot write {self._part}: {exc.strerror}; its rows are kept; the same command resumes")
