"""Shards: the parts of an input that are answered, and resumed, each as a whole. The same input has the same shards.

An input is a file or a folder of files, here or at an address. Of Parquet a shard is some row groups, or a part of one;
of the other formats some lines. To plan them, the first are not read at all, the others once.
"""

from __future__ import annotations

import csv
import os
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any, BinaryIO, cast

from aigpt.bulk.encodings import encoding_problem
from aigpt.bulk.errors import InputError, named, naming
from aigpt.bulk.input_formats import DELIMITERS, Format, check_header, detect_format
from aigpt.bulk.lines import Lines
from aigpt.bulk.option_names import FRESH, Message, not_a_row
from aigpt.bulk.parquet import columns_read, read_parquet
from aigpt.bulk.places import arrow, file_system, in_time, is_remote, open_remote, printable
from aigpt.bulk.rows import Row, RowMapping, read_rows, rows_of, to_utf8

MOST_ROWS = 10_000
_LEAST_ROWS = 100
_SHARDS = 64
_MOST_BYTES = 64 << 20
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows of one file that follow one another."""

    key: str
    """Its name, among those of the input."""
    file: str
    """The file's path or address."""
    form: Format
    before: int
    """Lines before it in the file; of Parquet rows."""
    rows: int
    start: int = 0
    """Its first byte; of Parquet the first row in the first of its groups."""
    end: int = 0
    """The byte after its last one."""
    groups: tuple[int, ...] = ()
    """Row groups of Parquet."""
    header: bytes = b""
    """The first line of CSV or TSV."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards of an input."""

    shards: list[Shard]
    identity: dict[str, Any]
    """What is recorded of the input: `rows`, `files`, and a `digest` of names, sizes, row counts and samples."""

    @property
    def rows(self) -> int:
        """Rows of the input."""
        rows: int = self.identity["rows"]
        return rows


def plan_shards(
    source: str | os.PathLike[str],
    form: Format | None,
    shard_rows: int | None = None,
    stopped: Callable[[], bool] = lambda: False,
    mapping: RowMapping | None = None,
) -> Plan:
    """Return the shards of *source*, of *shard_rows* rows; by default a 64th of the input, from 100 to 10,000.

    A CSV or Parquet file must have the columns that *mapping* requires, one without rows too. Once it is *stopped* it
    returns soon, and what it returns means nothing. Raises InputError, and ConfigurationError for an address without
    pyarrow.
    """
    try:
        files = [_File.read(path, form, stopped, mapping) for path in list_files(source) if not stopped()]
    except OSError as exc:
        raise InputError(f"cannot read {printable(source)}: {exc.strerror or str(exc).splitlines()[0]}") from exc
    rows = sum(file.rows for file in files)
    size = shard_rows or min(max(rows // _SHARDS, _LEAST_ROWS), MOST_ROWS)
    shards = [shard for number, file in enumerate(files) for shard in file.cut(number, size)]
    digest = blake2b(digest_size=16)
    for file in files:
        figures = f"{PurePath(file.path).name} {file.size} {file.rows} "
        digest.update(figures.encode(errors="surrogateescape") + file.sample)
    return Plan(shards, {"rows": rows, "files": len(files), "digest": digest.hexdigest(), "shard_rows": size})


def list_files(source: str | os.PathLike[str]) -> list[str]:
    """Return the files of an input in their order: itself, or those in the folder that it is. Raises InputError.

    Paths are absolute: workers of a cluster have other working directories.
    """
    if is_remote(source):
        return _list_remote(os.fspath(source))
    path = Path(source).absolute()
    if path.exists() and not (path.is_dir() or path.is_file()):
        raise InputError(
            f"{path} is a pipe or a device, and shards are read again; copy it to a file, or give an output that is one"
        )
    if not path.is_dir():
        return [str(path)]
    found = sorted(str(file) for file in path.iterdir() if file.is_file() and file.name[0] not in "._")
    if not found:
        raise InputError(f"there are no files in the folder {path}; name one that has some")
    return found


def _list_remote(source: str) -> list[str]:
    systems = arrow("fs")
    files, base = in_time(source, lambda: file_system(source))
    options = f"?{source.partition('?')[2]}" if "?" in source else ""
    address = source.partition("?")[0].rstrip("/")
    if in_time(source, lambda: files.get_file_info(base)).type != systems.FileType.Directory:
        return [source]
    infos = in_time(source, lambda: files.get_file_info(systems.FileSelector(base)))
    names = sorted(info.base_name for info in infos if info.is_file and info.base_name[0] not in "._")
    if not names:
        raise InputError(f"there are no files in {printable(source)}; name a folder that has some")
    return [f"{address}/{name}{options}" for name in names]


def _open(path: str) -> BinaryIO:
    return open_remote(path) if is_remote(path) else Path(path).open("rb")


class _File:
    """A file of an input, looked through once."""

    def __init__(self, path: str, form: Format) -> None:
        self.path = path
        self.form: Format = form
        self.rows = self.size = 0
        self._mapping: RowMapping | None = None
        self.sample = b""
        # Rows and bytes of each.
        self._groups: list[tuple[int, int]] = []
        self._header = b""
        # Of each hundredth row: its first byte, and the lines before it.
        self._bytes, self._lines = array("Q"), array("Q")

    @classmethod
    def read(
        cls, path: str, form: Format | None, stopped: Callable[[], bool], mapping: RowMapping | None = None
    ) -> _File:
        with _open(path) as file:
            start = file.read(_SAMPLE)
            found = cls(path, form or detect_format(printable(path), start))
            found._mapping = mapping
            found.size = file.seek(0, os.SEEK_END)
            sample = blake2b(start, digest_size=16)
            for at in (found.size // 2, max(found.size - _SAMPLE, 0)):
                file.seek(at)
                sample.update(file.read(_SAMPLE))
            found.sample = sample.digest()
            file.seek(0)
            if found.form == "parquet":
                found._count_groups(file)
            elif problem := encoding_problem(start):
                raise InputError(f"{printable(path)} {problem}")
            else:
                found._count_lines(file, stopped)
        return found

    def _count_groups(self, file: BinaryIO) -> None:
        pyarrow = arrow()
        try:
            with closing(arrow("parquet").ParquetFile(file, pre_buffer=False)) as source:
                meta = source.metadata
                if self._mapping is not None:
                    with naming(printable(self.path)):
                        columns_read(source.schema_arrow, self._mapping.parameters, self._mapping.required_columns)
                groups = map(meta.row_group, range(meta.num_row_groups))
                self._groups = [(group.num_rows, group.total_byte_size) for group in groups]
        except pyarrow.ArrowInvalid as exc:
            why = str(exc).splitlines()[0]
            raise InputError(f"{printable(self.path)} is not Parquet, or it is damaged: {why}") from exc
        self.rows = sum(rows for rows, _ in self._groups)

    def _count_lines(self, file: BinaryIO, stopped: Callable[[], bool]) -> None:
        lines = Lines(file)
        for at, number in self._starts_in_csv(lines) if self.form in DELIMITERS else lines.starts():
            if self.rows % _LEAST_ROWS == 0:
                if stopped():
                    break
                self._bytes.append(at)
                self._lines.append(number)
            self.rows += 1
        self._bytes.append(lines.at)
        self._lines.append(lines.number)

    def _starts_in_csv(self, lines: Lines) -> Iterator[tuple[int, int]]:
        """Yield where each row starts, as it is read later, but for the first one. Raises InputError."""
        delimiter = DELIMITERS[self.form]
        reader = csv.reader(lines, strict=True, delimiter=delimiter)
        try:
            header = next(reader, None)
        except csv.Error as exc:
            self._refuse_old_line_ends(exc)
            raise InputError(f"the first line of {printable(self.path)} is not CSV ({exc})", 1) from None
        if lines.read > 1:
            raise InputError(f"the first line of {printable(self.path)} does not end in the same line")
        self._header = lines.last
        if header is not None and self._mapping is not None:
            with naming(printable(self.path)):
                check_header(header, self._mapping.parameters, self._mapping.required_columns, delimiter)
        while True:
            at, number = lines.at, lines.number
            try:
                is_row = bool(next(reader))
            except StopIteration:
                return
            except csv.Error as exc:
                self._refuse_old_line_ends(exc)
                is_row = True  # a bad one
            if is_row:
                yield at, number

    def _refuse_old_line_ends(self, exc: csv.Error) -> None:
        if str(exc).startswith("new-line character"):
            raise InputError(
                f"{printable(self.path)} has lines that end in a carriage return alone; make that a line feed"
            ) from None

    def cut(self, number: int, size: int) -> Iterator[Shard]:
        """Yield the shards of the file, of *size* rows or a little more, and 64 MiB."""
        return self._cut_groups(number, size) if self.form == "parquet" else self._cut_lines(number, size)

    def _cut_groups(self, number: int, size: int) -> Iterator[Shard]:
        before = first = held = 0
        groups: list[int] = []
        for group, (rows, length) in enumerate(self._groups):
            most = min(size, max(_MOST_BYTES * rows // max(length, 1), _LEAST_ROWS))
            is_large = rows > 2 * most
            if groups and (is_large or held + length > _MOST_BYTES):
                yield self._shard(number, first, before - first, groups=tuple(groups))
                groups, first, held = [], before, 0
            if is_large:
                for start in range(0, rows, most):
                    part = min(most, rows - start)
                    yield self._shard(number, before + start, part, start=start, groups=(group,))
                before += rows
                first = before
                continue
            groups.append(group)
            before += rows
            held += length
            if before - first >= size:
                yield self._shard(number, first, before - first, groups=tuple(groups))
                groups, first, held = [], before, 0
        if groups and before > first:
            yield self._shard(number, first, before - first, groups=tuple(groups))

    def _cut_lines(self, number: int, size: int) -> Iterator[Shard]:
        last = len(self._bytes) - 1
        step = max(1, size // _LEAST_ROWS)
        mark = 0
        while mark < last:
            until = min(mark + step, last)
            while until > mark + 1 and self._bytes[until] - self._bytes[mark] > _MOST_BYTES:
                until -= 1
            rows = min(until * _LEAST_ROWS, self.rows) - mark * _LEAST_ROWS
            ends = {"start": self._bytes[mark], "end": self._bytes[until], "header": self._header}
            yield self._shard(number, self._lines[mark], rows, **ends)
            mark = until

    def _shard(self, number: int, before: int, rows: int, **where: Any) -> Shard:
        return Shard(f"{number:05d}-{before:012d}", self.path, self.form, before, rows, **where)


def read_shard(shard: Shard, mapping: RowMapping) -> list[Row | tuple[int, str]]:
    """Return the rows of *shard*, with their lines in the file; for one that is none its line, and why.

    A row without an id has the file's name and its line as one. Raises InputError.
    """
    name = to_utf8(PurePath(printable(shard.file)).name)
    found: list[Row | tuple[int, str]] = []
    try:
        with _open(shard.file) as file:
            for row in named(_rows(file, shard, mapping), printable(shard.file)):
                if isinstance(row, Row):
                    row.line += shard.before
                    row.id = f"{name}:{row.line}" if row.id is None else row.id
                    found.append(row)
                else:
                    found.append((row[0] + shard.before, row[1]))
    except OSError as exc:
        raise InputError(f"cannot read {printable(shard.file)}: {exc.strerror or str(exc).splitlines()[0]}") from exc
    if len(found) != shard.rows:
        raise InputError(
            Message(
                f"{printable(shard.file)} was changed while the run was reading it; put it back as it was and give the "
                "same command to resume the run, or start over with ",
                FRESH,
            )
        )
    return found


def read_valid_rows(shard: Shard, mapping: RowMapping, *, skip_bad: bool) -> tuple[list[Row], list[tuple[int, str]]]:
    """Return the rows of *shard*, and the lines that are none, with why; without *skip_bad* these raise InputError."""
    rows: list[Row] = []
    bad: list[tuple[int, str]] = []
    for found in read_shard(shard, mapping):
        if isinstance(found, Row):
            rows.append(found)
        elif not skip_bad:
            line, why = found
            raise InputError(not_a_row(f"line {line} of {printable(shard.file)}", why), line)
        else:
            bad.append(found)
    return rows, bad


def _rows(file: BinaryIO, shard: Shard, mapping: RowMapping) -> Iterator[Row | tuple[int, str]]:
    if shard.form == "parquet":
        values = read_parquet(file, mapping.parameters, mapping.required_columns, shard.groups, shard.start, shard.rows)
        return rows_of(values, shard.form, mapping)
    file.seek(shard.start)
    data = shard.header + file.read(shard.end - shard.start)
    rows = read_rows(cast("BinaryIO", BytesIO(data)), shard.form, mapping)
    return map(_after_header, rows) if shard.header else rows  # it is the first line of *data*, too


def _after_header(found: Row | tuple[int, str]) -> Row | tuple[int, str]:
    """Return what was *found* in CSV with its line counted without the first one."""
    if isinstance(found, Row):
        found.line -= 1
        return found
    return found[0] - 1, found[1]
