"""The output file as a journal: one JSON line per row, appended when it is answered, locked, and resumed after a crash.

``OUTPUT.run`` beside it records the settings of the run that it belongs to.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import msgspec

from aigpt._install import install_command
from aigpt.bulk.columns import Column, Columns, count_others_than_0, match
from aigpt.bulk.errors import MismatchError, OutputError, UnusableOutputError
from aigpt.bulk.option_names import ANOTHER_OUTPUT, FRESH, Message
from aigpt.bulk.places import write_whole_file
from aigpt.bulk.rows import hash_json
from aigpt.errors import ConfigurationError

_PRIVATE = 0o600
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would add carriage returns

_UNKNOWN = 1
"""Stands for the request of a row whose line does not hold it; 0 for a row that has no line."""

_RESUME = "its rows are kept; the same command resumes the run"


class _Line(msgspec.Struct):
    id: str | int
    error: str | None = None
    request: Any = None


_decode = msgspec.json.Decoder(_Line).decode

LEFT_OUT = "left_out"
"""What the record of a run in shards calls the lines that are not rows, once all others are done."""


class _RecordedInput(msgspec.Struct):
    rows: int | None = None


class _Record(msgspec.Struct):
    """What the record of a run may hold, of what a report reads."""

    method: str | None = None
    input: _RecordedInput | None = None
    left_out: int = 0


class JournalRows:
    """The rows that are in the output: hashes of their ids and requests, in *columns*, and how many of them failed.

    After `find`, it knows which places of the input they are.
    """

    def __init__(self, columns: Columns) -> None:
        self.failed: int = 0
        self._columns = columns
        self._keys, self._requests = columns.make(), columns.make()
        self._by_place: Column | None = None
        self._found: int | None = None

    def __len__(self) -> int:
        return len(self._keys) if self._found is None else self._found

    def add(self, line: _Line) -> None:
        """Add a row."""
        self._keys.append(hash_json(line.id))
        self._requests.append(_UNKNOWN if line.request is None else _hash_request(line.request))
        self.failed += line.error is not None

    def find(self, ids: Column, rows: int) -> None:
        """Find the *rows* of an input, whose hashed *ids* are given, bad lines included, among these."""
        self._by_place = match(ids, self._keys, self._requests, self._columns)
        # A line that somebody doubled is one row.
        self._found = min(count_others_than_0(self._by_place), len(self._keys), rows)
        self.failed = min(self.failed, self._found)

    def has(self, place: int) -> bool:
        """Return whether the row at *place* of the input is here. Fast where places ascend."""
        return self._by_place is not None and self._by_place[place] != 0

    def is_other(self, place: int, request: Mapping[str, Any]) -> bool:
        """Return whether the row at *place* of the input is here with another request than *request*."""
        found = 0 if self._by_place is None else self._by_place[place]
        return found > _UNKNOWN and found != _hash_request(request)


def _hash_request(request: Any) -> int:
    return max(hash_json(request), _UNKNOWN + 1)


class Journal:
    """The output file of a bulk run. `open` it, `append` rows, `close` it."""

    def __init__(self, target: str | os.PathLike[str], columns: Columns) -> None:
        self.path: Path = Path(target)
        self._columns = columns
        self._real = self.path.resolve()
        self._fd: int | None = None
        self._lock: Any = None
        self._end = 0

    @property
    def was_opened(self) -> bool:
        """Whether the file has been opened, and holds the rows of the run."""
        return self._lock is not None

    def open(self, settings: Mapping[str, Any], *, fresh: bool, retry_errors: bool) -> JournalRows:
        """Lock and repair the file, and return the rows that are in it.

        *fresh* empties it first; *retry_errors* removes the rows that failed. Raises UnusableOutputError; MismatchError
        if the file belongs to a run with other *settings*.
        """
        try:
            if not self._real.parent.is_dir():  # the lock would create it
                raise UnusableOutputError(
                    f"cannot write {self.path}: the folder {self._real.parent} does not exist; make it, or name "
                    "another output"
                )
            self._acquire_lock()
            fd = self._open_file()
            if fresh:
                os.ftruncate(fd, 0)
            return self._resume(fd, settings, retry_errors=retry_errors)
        except OSError as exc:
            raise UnusableOutputError(str(self._writing_failed(exc))) from exc

    def append(self, row: Mapping[str, Any]) -> None:
        """Append one row as a line, completely or not at all. Raises OutputError; also where others wrote the file."""
        data = json.dumps(row).encode() + b"\n"
        fd = self._fd
        if fd is None:
            raise OutputError(f"{self.path} is not open; start the run again")
        self._check_unchanged(fd)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(fd, rest) :]
        except OSError as exc:
            with suppress(OSError):
                os.ftruncate(fd, self._end)
            raise self._writing_failed(exc) from exc
        self._end += len(data)

    def check(self) -> None:
        """Raise OutputError if the file has been removed, replaced or written by others since it was opened."""
        if self._fd is not None:
            self._check_unchanged(self._fd)

    def _check_unchanged(self, fd: int) -> None:
        try:
            ours, there = os.fstat(fd), self._real.stat()
        except FileNotFoundError:
            what = "removed"
        except OSError as exc:
            raise self._writing_failed(exc) from exc
        else:
            if ours.st_size == self._end and os.path.samestat(ours, there):
                return
            what = "replaced, cut or written by another program"
        raise OutputError(
            f"{self.path} was {what} while the run was writing it, so that rows are missing; the same command resumes "
            "the run with the rows that are left in it"
        )

    def close(self) -> None:
        """Flush the file to the disk, close it and release the lock. Calling it twice is allowed."""
        fd, self._fd = self._fd, None
        try:
            if fd is not None:
                os.fsync(fd)
                os.close(fd)
        except OSError as exc:
            raise self._writing_failed(exc) from exc
        finally:
            if self._lock is not None:
                self._lock.release()

    def _writing_failed(self, exc: OSError) -> OutputError:
        return OutputError(f"cannot write {self.path}: {exc.strerror}; {_RESUME}")

    # ── opening ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _acquire_lock(self) -> None:
        try:
            from filelock import FileLock, Timeout  # noqa: PLC0415 (an extra)
        except ModuleNotFoundError:
            raise ConfigurationError(f"bulk needs filelock: {install_command('bulk')}") from None
        lock_path = self._real.with_name(f".{self._real.name}.lock")
        try:  # filelock takes some errors for a lock that another holds
            os.close(os.open(lock_path, os.O_RDWR | os.O_CREAT, _PRIVATE))
        except OSError as exc:
            raise UnusableOutputError(
                f"cannot write {self.path}: cannot create {lock_path.name} beside it ({exc.strerror}); make that "
                "possible, or give another output"
            ) from exc
        self._lock = FileLock(lock_path, timeout=0, mode=_PRIVATE, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            self._lock = None
            raise UnusableOutputError(
                f"another run is writing {self.path}; wait for it, or give another output"
            ) from None

    def _open_file(self) -> int:
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, _PRIVATE)
        return self._fd

    def _resume(self, fd: int, settings: Mapping[str, Any], *, retry_errors: bool) -> JournalRows:
        if os.fstat(fd).st_size == 0:
            write_whole_file(settings_path(self._real), [json.dumps(settings, indent=1).encode()])
            return JournalRows(self._columns)
        self._check_settings(settings)
        rows = self._repair(fd)
        if retry_errors and rows.failed:
            rows = self._drop_failed(fd)
        return rows

    def _check_settings(self, settings: Mapping[str, Any]) -> None:
        recorded_in = settings_path(self._real)
        recorded: dict[str, Any] | None = None
        with suppress(OSError):
            recorded = read_record(recorded_in.read_bytes())
        if recorded is None:
            raise MismatchError(
                Message(
                    f"{self.path} exists, but {recorded_in.name}, which records its run, is missing or damaged; ",
                    ANOTHER_OUTPUT,
                )
            )
        differing = [name for name, value in settings.items() if recorded.get(name) != value]
        if differing:
            differences = list_differences(differing, recorded, settings)
            raise MismatchError(
                Message(f"{self.path} belongs to another run (different: {differences}); ", ANOTHER_OUTPUT)
            )

    def _repair(self, fd: int) -> JournalRows:
        """Return the rows in the file. An incomplete last line is cut off; a missing last line feed is added."""
        rows = JournalRows(self._columns)
        self._end = 0
        whole = True
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                whole = line.endswith(b"\n")
                row = read_line(line, _decode)
                if row is None and whole:
                    raise UnusableOutputError(
                        Message(
                            f"line {number} of {self.path} is not a row of a bulk run; correct it, or start over with ",
                            FRESH,
                        )
                    )
                if row is None:
                    os.ftruncate(fd, self._end)
                    return rows
                rows.add(row)
                self._end += len(line)
        if not whole:
            self._end += os.write(fd, b"\n")
        return rows

    def _drop_failed(self, fd: int) -> JournalRows:
        """Rewrite the file without the rows that failed, so that each row will be there once."""
        rows = JournalRows(self._columns)

        def kept() -> Iterator[bytes]:
            with self.path.open("rb") as file:
                for line in file:
                    row = read_line(line, _decode)
                    if row is not None and row.error is None:
                        rows.add(row)
                        yield line

        self._fd = None
        os.close(fd)  # Windows replaces no file that is open
        write_whole_file(self._real, kept())
        self._open_file()
        self._end = self.path.stat().st_size
        return rows


def refuse_other_than_file(path: Path) -> None:
    """Raise UnusableOutputError if *path*, an output, is a folder, a device or a pipe, which could not be resumed."""
    if path.is_dir():
        raise UnusableOutputError(f"{path} is a folder; give a file as the output, such as {path / 'answers.jsonl'}")
    if path.exists() and not path.is_file():
        raise UnusableOutputError(f"{path} is a device or a pipe, which cannot be resumed; give a file as the output")


def settings_path(path: Path) -> Path:
    """Return the file that records the settings of the run that the output *path* belongs to."""
    return path.with_name(f"{path.name}.run")


def read_record(data: bytes) -> dict[str, Any] | None:
    """Return the record of a run; None where it is damaged."""
    try:
        found: dict[str, Any] = json.loads(data)
        msgspec.convert(found, _Record)
    except (ValueError, RecursionError):
        return None
    return found


def read_line(line: bytes, decode: Any) -> Any:
    """Return a line of the output as decoded by *decode*, of msgspec; None if it is not a row."""
    try:
        return decode(line)
    except msgspec.ValidationError:
        return None
    except ValueError:
        pass
    try:  # msgspec refuses escaped lone surrogates
        return msgspec.convert(json.loads(line), decode.__self__.type)
    except (ValueError, msgspec.ValidationError, RecursionError):
        return None


def list_differences(differing: list[str], recorded: Mapping[str, Any], settings: Mapping[str, Any]) -> str:
    """Return the names of settings that differ, in words for a message."""
    words = {"map": "--map", "set": "--set", "base_url": "the API's address", "input": "the input"}
    parts = [words.get(name, name) for name in differing]
    if "input" in differing:
        rows = cast("Mapping[str, Any]", recorded.get("input") or {}).get("rows")
        parts.append(f"{rows} rows then, {settings['input']['rows']} now")
    return ", ".join(parts)
