"""The input file as a whole: checked once before anything is sent, then read again while the run goes on.

Both need constant memory. 64-bit hashes of the rows are kept on the disk: duplicates are found by them, and the second
pass compares them, so that no row is sent that was not checked.
"""

from __future__ import annotations

import os
import select
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from hashlib import blake2b
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, cast, get_args

from aigpt.bulk.columns import Column, Columns, occurrences
from aigpt.bulk.encodings import encoding_problem
from aigpt.bulk.errors import InputChangedError, InputError, named
from aigpt.bulk.input_formats import Format, detect_format
from aigpt.bulk.option_names import FOLDER_OUTPUT, FRESH, Message, not_a_row
from aigpt.bulk.places import is_remote, open_remote, printable
from aigpt.bulk.rows import Row, RowMapping, hash_json, read_rows
from aigpt.errors import ConfigurationError

_MAX_LISTED = 20
_START_BYTES = 4096
_PIECE_BYTES = 1 << 16
_POLL_SECONDS = 0.1


class InputFile:
    """A file of questions, or standard input for ``-``. `scan` it, then iterate over its `rows`."""

    def __init__(
        self,
        source: str | os.PathLike[str],
        form: Format | None,
        mapping: RowMapping,
        *,
        skip_bad: bool,
        columns: Columns,
    ) -> None:
        self.name: str = "standard input" if source == "-" else printable(source)
        self._remote = os.fspath(source) if is_remote(source) else None
        self._path = None if source == "-" or self._remote is not None else Path(source)
        if form is not None and form not in get_args(Format):
            raise ConfigurationError(f"form must be one of {', '.join(get_args(Format))}, not {form!r}")
        self._form = form
        self._mapping = mapping
        self._skip_bad = skip_bad
        self._copy: BinaryIO | None = None
        self._columns = columns
        self._scanned = False
        self._digests = columns.make()
        self._contents: Column | None = None
        self._occurrences: Column | None = None
        self.count: int = 0
        """Rows, without the bad lines."""
        self.bad: int = 0
        """Bad lines."""
        self.bad_lines: list[tuple[int, str]] = []
        """Number and reason of the first bad lines."""
        self.digest: str = ""
        """A hash of the ids of all rows in their order; where a row has none of its own, of its parameters."""
        self.has_own_ids: bool = False
        """Whether a row has an id of its own, so that its parameters may change and its id stay."""

    def scan(self, stopped: Callable[[], bool]) -> None:
        """Check the whole input, until *stopped*. Raises InputError for the first bad line, unless skipped."""
        with self._reading_errors():
            self._prepare(stopped)
            if stopped():  # what was copied may end in the middle of a line
                return
            digests, contents = self._columns.make(), self._columns.make()
            for row, content in self._read():
                if stopped():
                    return
                digests.append(content if row.id is None else row.digest())
                contents.append(content)
                self.has_own_ids = self.has_own_ids or row.id is not None
            self.count = len(digests)
            digest = blake2b(digest_size=16)
            for piece in digests.pieces():
                digest.update(piece)
            self.digest = digest.hexdigest()
            self._digests, self._contents = digests, contents
            self._occurrences = occurrences(digests, self._columns)
            if self._occurrences is not None:
                self.bad, self.bad_lines = 0, []
                self.count = sum(1 for _ in self.rows())
        self._scanned = True

    def rows(self) -> Iterator[tuple[str | int, Row]]:
        """Yield each row with its id: its own, or a hash of its parameters and the number of its occurrence."""
        numbers = self._occurrences
        for row, content in self._read():
            occurrence = 1 if numbers is None else numbers[row.place] or 1
            if row.id is None:
                yield _id_of(content, occurrence), row
            elif occurrence == 1:
                yield row.id, row
            else:
                self._skip(row.line, f"its id {row.id!r} is that of an earlier line")

    def id_hashes(self) -> Column:
        """Return the hash of the id of each valid row, without reading the input again."""
        if self._contents is None:
            return self._digests
        found = self._columns.make()
        numbers = self._occurrences
        pairs = zip(self._digests.numbers(), self._contents.numbers(), strict=True)
        for place, (digest, content) in enumerate(pairs):
            if digest == content:  # it has no id of its own
                occurrence = 1 if numbers is None else numbers[place] or 1
                found.append(hash_json(_id_of(digest, occurrence)))
            else:
                found.append(digest)
        return found

    def refuse_as_target(self, target: Path) -> None:
        """Raise InputError if *target* is the input itself."""
        if self._path is not None and self._copy is None and target.exists() and self._path.samefile(target):
            raise InputError(f"{self.name} is the input and would be overwritten; give another output")

    def close(self) -> None:
        """Delete the copy of standard input, if there is one."""
        if self._copy is not None:
            self._copy.close()

    def _read(self) -> Iterator[tuple[Row, int]]:
        """Yield valid rows and their hashes. Raises InputChangedError where they are not those that were scanned."""
        scanned = None if self._contents is None else self._contents.numbers()
        place = 0
        with (
            self._open() as file,
            closing(named(read_rows(file, cast("Format", self._form), self._mapping), self.name)) as rows,
        ):
            for found in rows:
                if not isinstance(found, Row):
                    if scanned is not None and not self._skip_bad:
                        raise self._changed()
                    self._skip(*found)
                    continue
                content = found.content()
                if scanned is not None and content != next(scanned, None):
                    raise self._changed()
                found.place = place
                place += 1
                yield found, content
        if scanned is not None and next(scanned, None) is not None:
            raise self._changed()

    def _changed(self) -> InputChangedError:
        return InputChangedError(
            Message(
                f"{self.name} was changed while the run was reading it; the rows that are answered are kept: put the "
                "input back as it was and give the same command to resume the run, or start over with ",
                FRESH,
            )
        )

    def _skip(self, line: int, why: str) -> None:
        if not self._skip_bad:
            raise InputError(
                not_a_row(f"line {line} of {self.name}", why),
                line,
            )
        if self._scanned:
            return
        self.bad += 1
        if len(self.bad_lines) < _MAX_LISTED:
            self.bad_lines.append((line, why))

    def _open(self) -> AbstractContextManager[BinaryIO]:
        if self._copy is not None:
            self._copy.seek(0)
            return nullcontext(self._copy)
        with self._reading_errors():
            if self._remote is not None:
                return open_remote(self._remote)
            return cast("Path", self._path).open("rb")

    def _prepare(self, stopped: Callable[[], bool]) -> None:
        """Copy an input that can be read only once, and detect the format. Raises InputError if it is not UTF-8."""
        if self._remote is not None:
            pass  # it is read where it is
        elif self._path is None:
            self._make_copy(sys.stdin.buffer, stopped)
        elif self._path.is_dir():
            raise InputError(
                Message(
                    f"{self.name} is a folder; for an input of files name a folder as the output, too: ", FOLDER_OUTPUT
                )
            )
        elif not S_ISREG(self._path.stat().st_mode):
            with open(self._path, "rb", opener=_open_at_once) as file:
                self._make_copy(file, stopped)
        with self._open() as file:
            start = file.read(_START_BYTES)
        if self._form is None:
            self._form = detect_format("" if self.name == "standard input" else self.name, start)
        if self._form != "parquet" and (problem := encoding_problem(start)):
            raise InputError(f"{self.name} {problem}")

    def _make_copy(self, file: BinaryIO, stopped: Callable[[], bool]) -> None:
        self._copy = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 (for as long as the run lasts)
        self._copy.writelines(_pieces(file, stopped))

    @contextmanager
    def _reading_errors(self) -> Generator[None]:
        try:
            yield
        except OSError as exc:
            why = exc.strerror or str(exc).splitlines()[0]  # those of pyarrow have none
            raise InputError(f"cannot read {self.name}: {why}") from exc


def _open_at_once(path: str, flags: int) -> int:
    """Open a named pipe without waiting until somebody writes to it: nothing could end that wait."""
    if sys.platform != "linux":  # elsewhere a pipe that nobody has opened yet may look like its end
        return os.open(path, flags)
    fd = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(fd, True)
    return fd


def _pieces(file: BinaryIO, stopped: Callable[[], bool]) -> Iterator[bytes]:
    """Yield the content of a pipe or a terminal until it is *stopped*, even while nobody writes."""
    try:
        fd = None if sys.platform == "win32" else file.fileno()  # select takes only sockets there
    except OSError:  # not a file of the system
        fd = None
    while not stopped():
        if fd is None:
            piece = file.read(_PIECE_BYTES)
        elif select.select([fd], [], [], _POLL_SECONDS)[0]:
            piece = cast("BufferedReader", file).read1(_PIECE_BYTES)  # what is buffered already comes first
        else:
            continue
        if not piece:
            return
        yield piece


def _id_of(digest: int, occurrence: int) -> str:
    return f"{digest:016x}-{occurrence}"
