"""Files out: one line a row, appended as it is answered; locked, mended after a crash, and never mixed up.

Beside the output lies ``OUTPUT.run``, which says what it belongs to.
"""

from __future__ import annotations

import errno
import json
import os
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import Any, cast

import msgspec

from aigpt.bulk.errors import MismatchError, OutputError
from aigpt.bulk.rows import key_of
from aigpt.errors import ConfigurationError

_PRIVATE = 0o600
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would add carriage returns


class _Line(msgspec.Struct):
    id: str | int
    error: str | None = None


_decode = msgspec.json.Decoder(_Line).decode


class Answered:
    """The ids of the rows that are in the output, in eight bytes each."""

    def __init__(self) -> None:
        self.failed = 0
        self._keys = array("Q")

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, line: _Line) -> None:
        """Note a row; `settle` before asking."""
        self._keys.append(key_of(line.id))
        self.failed += line.error is not None

    def settle(self) -> None:
        """Sort what was noted."""
        self._keys = array("Q", sorted(self._keys))

    def __contains__(self, id: str | int) -> bool:
        key = key_of(id)
        place = bisect_left(self._keys, key)
        return place < len(self._keys) and self._keys[place] == key


class Output:
    """The file of answers. `open` it, then `append`."""

    def __init__(self, target: str | os.PathLike[str]) -> None:
        self.path = Path(target)
        self._real = self.path.resolve()
        self._fd: int | None = None
        self._lock: Any = None
        self._end = 0
        self._is_file = True

    def open(self, identity: Mapping[str, Any], *, fresh: bool, retry_errors: bool) -> Answered:
        """Lock and mend the file, and return what is answered already.

        Raises OutputError; MismatchError where it belongs to another run than *identity* says.
        """
        try:
            self._is_file = not self.path.exists() or S_ISREG(self.path.stat().st_mode)
            if not self._is_file:  # a device or a pipe: there is nothing to go on from
                self._fd = os.open(self.path, os.O_WRONLY)
                return Answered()
            if not self._real.parent.is_dir():  # the lock would make it
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            self._take_lock()
            self._open_file()
            if fresh:
                os.ftruncate(self._fd or 0, 0)
            answered = self._go_on(identity, retry_errors=retry_errors)
        except OSError as exc:
            raise self._problem(exc) from exc
        answered.settle()
        return answered

    def append(self, row: Mapping[str, Any]) -> None:
        """Write one line, whole or not at all. Raises OutputError."""
        data = json.dumps(row).encode() + b"\n"
        fd = self._fd
        if fd is None:
            raise OutputError(f"{self.path} is closed")
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(fd, rest) :]
        except OSError as exc:
            if self._is_file:
                with suppress(OSError):
                    os.ftruncate(fd, self._end)
            raise self._problem(exc) from exc
        self._end += len(data)

    def close(self) -> None:
        """See that all is on the disk, and let go of the lock. Twice is fine."""
        fd, self._fd = self._fd, None
        try:
            if fd is not None:
                if self._is_file:
                    os.fsync(fd)
                os.close(fd)
        except OSError as exc:
            raise self._problem(exc) from exc
        finally:
            if self._lock is not None:
                self._lock.release()

    def _problem(self, exc: OSError) -> OutputError:
        return OutputError(
            f"cannot write {self.path}: {exc.strerror}; what is in it stays, and the same command goes on"
        )

    # ── opening ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _take_lock(self) -> None:
        try:
            from filelock import FileLock, Timeout  # noqa: PLC0415 (an extra)
        except ModuleNotFoundError:
            raise ConfigurationError("bulk needs filelock: pip install 'aigpt-sdk[bulk]'") from None
        place = self._real.with_name(f".{self._real.name}.lock")
        self._lock = FileLock(place, timeout=0, mode=_PRIVATE, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            self._lock = None
            raise OutputError(f"another run is writing {self.path}; wait for it, or give another output") from None

    def _open_file(self) -> None:
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, _PRIVATE)

    def _go_on(self, identity: Mapping[str, Any], *, retry_errors: bool) -> Answered:
        fd = self._fd
        if fd is None or os.fstat(fd).st_size == 0:
            _replace(beside(self._real), [json.dumps(identity, indent=1).encode()])
            return Answered()
        self._check_identity(identity)
        answered = self._mend(fd)
        if retry_errors and answered.failed:
            answered = self._drop_failed(fd)
        return answered

    def _check_identity(self, identity: Mapping[str, Any]) -> None:
        remedy = "give another output, or --fresh to begin anew and lose what is in it"
        try:
            before = json.loads(beside(self._real).read_bytes())
        except (OSError, ValueError):
            raise MismatchError(
                f"{self.path} exists, and no {beside(self._real).name} beside it says what it belongs to; {remedy}"
            ) from None
        differing = [name for name, value in identity.items() if before.get(name) != value]
        if differing:
            raise MismatchError(
                f"{self.path} belongs to another run (other: {_in_words(differing, before, identity)}); {remedy}"
            )

    def _mend(self, fd: int) -> Answered:
        """Return what is answered. A torn last line is cut off, or ended if only its end is missing."""
        answered = Answered()
        self._end = 0
        whole = True
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                whole = line.endswith(b"\n")
                row = read_line(line, _decode)
                if row is None and whole:
                    raise OutputError(
                        f"line {number} of {self.path} is no row of a bulk run; mend it, or --fresh to begin anew"
                    )
                if row is None:
                    os.ftruncate(fd, self._end)
                    return answered
                answered.add(row)
                self._end += len(line)
        if not whole:
            self._end += os.write(fd, b"\n")
        return answered

    def _drop_failed(self, fd: int) -> Answered:
        """Leave out the rows that failed, so that each will be there once."""
        answered = Answered()

        def kept() -> Iterator[bytes]:
            with self.path.open("rb") as file:
                for line in file:
                    row = read_line(line, _decode)
                    if row is not None and row.error is None:
                        answered.add(row)
                        yield line

        _replace(self._real, kept())
        os.close(fd)
        self._open_file()
        self._end = self.path.stat().st_size
        return answered


def beside(path: Path) -> Path:
    """Return the file that says what the output *path* belongs to."""
    return path.with_name(f"{path.name}.run")


def read_line(line: bytes, decode: Any) -> Any:
    """Return a line of the output by *decode*, a decoder of msgspec's; None if it is none."""
    try:
        return decode(line)
    except msgspec.ValidationError:
        return None
    except ValueError:
        pass
    try:  # msgspec refuses escaped halves of surrogate pairs
        return msgspec.convert(json.loads(line), decode.__self__.type)
    except (ValueError, msgspec.ValidationError, RecursionError):
        return None


def _replace(path: Path, pieces: Iterator[bytes] | list[bytes]) -> None:
    """Write *path* anew, all of it or nothing."""
    fd, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # of mode 0600
    try:
        with os.fdopen(fd, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _in_words(differing: list[str], before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    words = {"map": "--map", "set": "--set", "base_url": "the API's address", "input": "the input"}
    parts = [words.get(name, name) for name in differing]
    if "input" in differing:
        then = cast("Mapping[str, Any]", before.get("input") or {}).get("rows")
        parts.append(f"{then} rows then, {now['input']['rows']} now")
    return ", ".join(parts)
