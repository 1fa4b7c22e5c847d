"""Columns of 64-bit numbers, one a row, on the disk: a run of 10⁸ rows needs no more memory than one of 10⁶.

What needs order, such as finding equal numbers, is done bucket by bucket: a bucket is the numbers that begin with the
same bits, so that equal ones share it, and it fits into memory. Each reads the whole column once, which is fast, since
it is read in order.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, cast

from aigpt._install import install_command
from aigpt.bulk.errors import OutputError
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.uint64]

_PIECE = 1 << 16
_BLOCK = 1 << 20
_BITS = 64
_BYTES = 8


def _numpy() -> Any:
    try:
        import numpy  # noqa: ICN001, PLC0415 (an extra)
    except ModuleNotFoundError:
        raise ConfigurationError(f"bulk needs numpy: {install_command('bulk')}") from None
    return numpy


class Columns:
    """Makes columns, in files without a name in *folder*, and closes all of them."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files: list[BinaryIO] = []

    def make(self) -> Column:
        """Return an empty column."""
        return Column(self)

    def open(self) -> BinaryIO:
        """Return a file that is gone when it is closed. Raises OutputError."""
        for folder in dict.fromkeys((self._folder, None)):  # a folder that cannot be written is said later, by its user
            with suppress(OSError):
                self._files.append(cast("BinaryIO", tempfile.TemporaryFile(dir=folder, buffering=0)))  # noqa: SIM115 (closed by close)
                return self._files[-1]
        raise OutputError(f"there is no place for temporary files in {self._folder} nor in {tempfile.gettempdir()}")

    def close(self) -> None:
        """Close and delete all files. Calling it twice is allowed."""
        while self._files:
            self._files.pop().close()


class Column:
    """Whole numbers from 0 to 2⁶⁴ - 1. Up to 65,536 are kept in memory, and need no file."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._file: BinaryIO | None = None
        self._in_file = 0
        self._rest = array("Q")
        self._piece = array("Q")
        self._piece_number = 0

    def __len__(self) -> int:
        return self._in_file + len(self._rest)

    def append(self, number: int) -> None:
        """Add a number at the end."""
        self._rest.append(number)
        if len(self._rest) == _PIECE:
            self._write(self._rest.tobytes())
            del self._rest[:]

    def extend(self, numbers: Numbers) -> None:
        """Add numbers at the end."""
        for start in range(0, len(numbers), _PIECE):
            self._rest.frombytes(numbers[start : start + _PIECE].astype("u8").tobytes())
            if len(self._rest) >= _PIECE:
                self._write(self._rest[:_PIECE].tobytes())
                del self._rest[:_PIECE]

    def _write(self, data: bytes) -> None:
        try:
            if self._file is None:
                self._file = self._columns.open()
            self._file.seek(self._in_file * _BYTES)
            rest = memoryview(data)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as exc:
            raise OutputError(
                f"cannot write temporary files of the run: {exc.strerror}; make room in the folder of the output"
            ) from exc
        self._in_file += len(data) // _BYTES

    def _read(self, start: int) -> bytes:
        """Return the piece that begins at *start*."""
        if self._file is None or start >= self._in_file:
            return self._rest.tobytes()
        try:
            self._file.seek(start * _BYTES)
            data = b""
            while len(data) < _PIECE * _BYTES and (more := self._file.read(_PIECE * _BYTES - len(data))):
                data += more
        except OSError as exc:
            raise OutputError(f"cannot read temporary files of the run: {exc.strerror}; start it again") from exc
        return data

    def __getitem__(self, place: int) -> int:
        """Return the number at *place*; fast where places ascend."""
        number = place // _PIECE
        if number != self._piece_number or place >= len(self._piece) + number * _PIECE:
            self._piece, self._piece_number = array("Q", self._read(number * _PIECE)), number
        return self._piece[place % _PIECE]

    def pieces(self) -> Iterator[bytes]:
        """Yield all numbers, as bytes of this machine's order."""
        for start in range(0, len(self), _PIECE):
            yield self._read(start)

    def numbers(self) -> Iterator[int]:
        """Yield all numbers."""
        for piece in self.pieces():
            yield from array("Q", piece)

    def is_distinct(self) -> bool:
        """Return whether no two numbers are known to be equal, without much work; False where that is not known."""
        return self._file is None and len(set(self._rest)) == len(self._rest)

    def blocks(self, bucket: int, bits: int, beside: Column | None = None) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield the numbers that begin with the *bits* bits of *bucket*, about 2²⁰ at a time; before them their places.

        With *beside*, the numbers at these places of that column, instead of the places.
        """
        np = _numpy()
        others = _places(len(self)) if beside is None else map(_as_numbers, beside.pieces())
        firsts: list[Numbers] = []
        found: list[Numbers] = []
        size = 0
        for data, other in zip(self.pieces(), others, strict=True):
            piece = _as_numbers(data)
            if bits:
                chosen = np.flatnonzero(piece >> np.uint64(_BITS - bits) == np.uint64(bucket))
                firsts.append(other[chosen])
                found.append(piece[chosen])
            else:
                firsts.append(other)
                found.append(piece)
            size += len(found[-1])
            if size >= _BLOCK:
                yield np.concatenate(firsts), np.concatenate(found)
                firsts, found, size = [], [], 0
        if size:
            yield np.concatenate(firsts), np.concatenate(found)


def _as_numbers(data: bytes) -> Numbers:
    return cast("Numbers", _numpy().frombuffer(data, "u8"))


def _places(length: int) -> Iterator[Numbers]:
    np = _numpy()
    for start in range(0, length, _PIECE):
        yield np.arange(start, min(start + _PIECE, length), dtype="u8")


def _buckets(number: int) -> tuple[range, int]:
    bits = max(0, (number * 2 // _BLOCK).bit_length())
    return range(1 << bits), bits


def occurrences(column: Column, columns: Columns) -> Column | None:
    """Return, for each place of *column*, how many places up to it have its number, where these are more than one.

    0 stands where it is the first; None for a column whose numbers are all different.
    """
    if column.is_distinct():
        return None
    np = _numpy()
    places, counts = columns.make(), columns.make()
    buckets, bits = _buckets(len(column))
    for bucket in buckets:
        known, seen = np.empty(0, "u8"), np.empty(0, "u8")
        for where, numbers in column.blocks(bucket, bits):
            order = np.argsort(numbers, kind="stable")
            ordered = numbers[order]
            starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
            lengths = np.diff(np.append(starts, len(ordered)))
            distinct = ordered[starts]
            slots = np.searchsorted(known, distinct)
            again = np.zeros(len(distinct), bool)
            inside = slots < len(known)
            again[inside] = known[slots[inside]] == distinct[inside]
            before = np.zeros(len(distinct), "u8")
            before[again] = seen[slots[again]]
            count = (np.arange(len(ordered)) - np.repeat(starts - 1, lengths)).astype("u8") + np.repeat(before, lengths)
            later = np.flatnonzero(count > 1)
            places.extend(where[order[later]])
            counts.extend(count[later])
            seen[slots[again]] += lengths[again].astype("u8")
            known = np.insert(known, slots[~again], distinct[~again])
            seen = np.insert(seen, slots[~again], lengths[~again].astype("u8"))
    return _by_place(places, counts, len(column), columns) if len(places) else None


def match(column: Column, keys: Column, values: Column, columns: Columns) -> Column:
    """Return, for each place of *column*, the one of *values* at the place of its number in *keys*; 0 where it is not.

    *keys* and *values* are as long as each other. A key that is there twice has either value.
    """
    np = _numpy()
    places, found = columns.make(), columns.make()
    buckets, bits = _buckets(max(len(column), len(keys)))
    for bucket in buckets:
        for among, known in keys.blocks(bucket, bits, values):
            order = np.argsort(known)
            ordered = known[order]
            for where, numbers in column.blocks(bucket, bits):
                slots = np.minimum(np.searchsorted(ordered, numbers), len(ordered) - 1)
                hits = np.flatnonzero(ordered[slots] == numbers)
                places.extend(where[hits])
                found.extend(among[order[slots[hits]]])
    return _by_place(places, found, len(column), columns)


def _by_place(places: Column, values: Column, length: int, columns: Columns) -> Column:
    """Return a column of *length* with *values* at *places*, and 0 elsewhere."""
    np = _numpy()
    result = columns.make()
    for first in range(0, length, _BLOCK):
        part = np.zeros(min(_BLOCK, length - first), "u8")
        for where, what in zip(places.pieces(), values.pieces(), strict=True):
            at, numbers = _as_numbers(where), _as_numbers(what)
            chosen = np.flatnonzero((at >= first) & (at < first + len(part)))
            if len(chosen):
                part[at[chosen] - np.uint64(first)] = numbers[chosen]
        result.extend(part)
    return result
