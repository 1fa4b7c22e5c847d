"""The input as a whole: looked through once before anything is sent, then read again as it is worked off.

Both passes take constant memory but for eight bytes a row: what repeats is found by sorting those.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, cast

from aigpt.bulk.errors import InputError
from aigpt.bulk.rows import Format, Row, Shape, read_rows

_SUFFIXES: dict[str, Format] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv"}
_NAMED_AT_MOST = 20


class Input:
    """A file of questions, or standard input for ``-``. `scan` it, then take its `rows`."""

    def __init__(self, source: str | os.PathLike[str], form: Format | None, shape: Shape, *, skip_bad: bool) -> None:
        self.name = "standard input" if source == "-" else os.fspath(source)
        self._path = None if source == "-" else Path(source)
        self._form = form
        self._shape = shape
        self._skip_bad = skip_bad
        self._spooled: BinaryIO | None = None
        self._repeated: set[int] = set()
        self._scanned = False
        self.count = 0
        """Rows, bad lines left out."""
        self.bad = 0
        """Lines left out."""
        self.bad_lines: list[tuple[int, str]] = []
        """The first of these, and why."""
        self.digest = ""
        """Stands for all rows and their order."""

    def scan(self, stopped: Callable[[], bool]) -> None:
        """Look through the whole input. Raises InputError for the first bad line, unless they are to be skipped."""
        with self._problems():
            self._prepare()
            digests = array("Q")
            for row in self._read():
                if stopped():
                    return
                digests.append(row.digest())
            self.count = len(digests)
            self.digest = blake2b(digests.tobytes(), digest_size=16).hexdigest()
            self._repeated = _repeated(digests)
            if self._repeated:
                self.bad, self.bad_lines = 0, []
                self.count = sum(1 for _ in self.rows())
        self._scanned = True

    def rows(self) -> Iterator[tuple[str | int, Row]]:
        """Give each row with its id: its own, or a hash of its content with the number of its occurrence."""
        seen: Counter[int] = Counter()
        for row in self._read():
            digest = row.digest()
            occurrence = 1
            if digest in self._repeated:
                seen[digest] += 1
                occurrence = seen[digest]
                if row.id is not None and occurrence > 1:
                    self._leave_out(row.line, f"its id {row.id!r} is that of an earlier line")
                    continue
            yield (f"{digest:016x}-{occurrence}" if row.id is None else row.id), row

    def refuse_as_target(self, target: Path) -> None:
        """Raise InputError if *target* is the input itself."""
        if self._path is not None and self._spooled is None and target.exists() and self._path.samefile(target):
            raise InputError(f"{self.name} is the input, and would be written over; give another output")

    def close(self) -> None:
        """Let go of what was kept of standard input."""
        if self._spooled is not None:
            self._spooled.close()

    def _read(self) -> Iterator[Row]:
        with self._open() as file, closing(read_rows(file, cast("Format", self._form), self._shape)) as rows:
            for found in rows:
                if isinstance(found, Row):
                    yield found
                else:
                    self._leave_out(*found)

    def _leave_out(self, line: int, why: str) -> None:
        if not self._skip_bad:
            raise InputError(f"line {line} of {self.name} is no question: {why}; --skip-bad leaves it out", line)
        if self._scanned:
            return
        self.bad += 1
        if len(self.bad_lines) < _NAMED_AT_MOST:
            self.bad_lines.append((line, why))

    def _open(self) -> AbstractContextManager[BinaryIO]:
        if self._spooled is not None:
            self._spooled.seek(0)
            return nullcontext(self._spooled)
        return cast("Path", self._path).open("rb")

    def _prepare(self) -> None:
        """Keep a copy of what can be read only once, and find out the format."""
        if self._path is None:
            self._spool(sys.stdin.buffer)
        elif not S_ISREG(self._path.stat().st_mode):
            with self._path.open("rb") as file:
                self._spool(file)
        if self._form is None:
            suffix = "" if self._path is None else self._path.suffix.lower()
            self._form = _SUFFIXES.get(suffix) or self._guess()

    def _spool(self, file: BinaryIO) -> None:
        self._spooled = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 (for as long as the run lasts)
        shutil.copyfileobj(file, self._spooled)

    def _guess(self) -> Format:
        with self._open() as file:
            start = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
        return "jsonl" if start[:1] in {b"{", b'"'} else "text"

    def _problems(self) -> AbstractContextManager[None]:
        return _Problems(self.name)


class _Problems(AbstractContextManager[None]):
    def __init__(self, name: str) -> None:
        self._name = name

    def __exit__(self, kind: object, exc: BaseException | None, tb: object) -> None:
        if isinstance(exc, OSError):
            raise InputError(f"cannot read {self._name}: {exc.strerror}") from exc


def _repeated(digests: array[int]) -> set[int]:
    """Return those that are there more than once."""
    ordered = sorted(digests)
    return {one for one, next_one in pairwise(ordered) if one == next_one}
