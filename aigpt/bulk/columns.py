"""Columns of 64-bit numbers, one a row, on the disk: a run of 10⁸ rows needs no more memory than one of 10⁶.

What needs order, such as finding equal numbers, is done bucket by bucket: a bucket is the numbers that begin with the
same bits, so that equal ones share it, and it fits into memory. Columns are sorted by bucket first, into a file each:
two passes over them, however many buckets there are, so that all of it takes time and room in proportion to the rows.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from contextlib import closing, suppress
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

    def apart(self) -> Columns:
        """Return what makes columns in the same folder, and closes those alone."""
        return Columns(self._folder)

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
        self._write_at(self._in_file, data)
        self._in_file += len(data) // _BYTES

    def _write_at(self, start: int, data: bytes) -> None:
        try:
            if self._file is None:
                self._file = self._columns.open()
            self._file.seek(start * _BYTES)
            rest = memoryview(data)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as exc:
            raise OutputError(
                f"cannot write temporary files of the run: {exc.strerror}; make room in the folder of the output"
            ) from exc

    def put(self, start: int, numbers: Numbers) -> None:
        """Set the numbers from *start* on, of a column that is filled in another order than theirs, and by no other."""
        self._write_at(start, numbers.tobytes())
        self._in_file = max(self._in_file, start + len(numbers))

    def _read(self, start: int, stop: int) -> bytes:
        """Return the numbers from *start* to before *stop*, as far as there are any."""
        data = b""
        size = (min(stop, self._in_file) - start) * _BYTES
        if self._file is not None and size > 0:
            try:
                self._file.seek(start * _BYTES)
                while len(data) < size and (more := self._file.read(size - len(data))):
                    data += more
            except OSError as exc:
                raise OutputError(f"cannot read temporary files of the run: {exc.strerror}; start it again") from exc
        if stop > self._in_file:
            data += self._rest[max(start - self._in_file, 0) : stop - self._in_file].tobytes()
        return data

    def __getitem__(self, place: int) -> int:
        """Return the number at *place*; fast where places ascend."""
        number = place // _PIECE
        if number != self._piece_number or place >= len(self._piece) + number * _PIECE:
            self._piece, self._piece_number = array("Q", self._read(number * _PIECE, (number + 1) * _PIECE)), number
        return self._piece[place % _PIECE]

    def pieces(self) -> Iterator[bytes]:
        """Yield all numbers, as bytes of this machine's order."""
        for start in range(0, len(self), _PIECE):
            yield self._read(start, start + _PIECE)

    def numbers(self) -> Iterator[int]:
        """Yield all numbers."""
        for piece in self.pieces():
            yield from array("Q", piece)

    def is_distinct(self) -> bool:
        """Return whether no two numbers are known to be equal, without much work; False where that is not known."""
        return self._file is None and len(set(self._rest)) == len(self._rest)

    def blocks(self, start: int = 0, stop: int | None = None) -> Iterator[Numbers]:
        """Yield the numbers from *start* to before *stop*, 2²⁰ at a time."""
        end = len(self) if stop is None else stop
        for first in range(start, end, _BLOCK):
            yield cast("Numbers", _numpy().frombuffer(self._read(first, min(first + _BLOCK, end)), "u8"))


class _Buckets:
    """A column sorted by bucket, each in its order: *number* of them, by the bits of its numbers from *shift* on."""

    def __init__(self, column: Column, beside: Column | None, number: int, shift: int, columns: Columns) -> None:
        """Keep with each number the one *beside* it, or its place. What it needs is made by *columns*."""
        self._numbers, self._beside = column, beside
        self._starts = [0, len(column)]
        if number > 1:
            self._sort(number, shift, columns)

    def _sort(self, number: int, shift: int, columns: Columns) -> None:
        np = _numpy()
        kind = np.min_scalar_type(number - 1)  # small ones are sorted in no time

        def buckets_of(numbers: Numbers) -> Any:
            return (numbers >> np.uint64(shift)).astype(kind)

        sizes = np.zeros(number, "i8")
        for numbers in self._numbers.blocks():
            sizes += np.bincount(buckets_of(numbers), minlength=number)
        starts: list[int] = [0, *np.cumsum(sizes).tolist()]
        free = starts[:-1]
        sorted_numbers, sorted_beside = columns.make(), columns.make()
        for others, numbers in self.blocks(0):
            buckets = buckets_of(numbers)
            order = np.argsort(buckets, kind="stable")
            ordered, beside = numbers[order], others[order]
            counts = np.bincount(buckets, minlength=number)
            end = 0
            filled: list[int] = np.flatnonzero(counts).tolist()
            for bucket in filled:
                start, end = end, end + int(counts[bucket])
                sorted_numbers.put(free[bucket], ordered[start:end])
                sorted_beside.put(free[bucket], beside[start:end])
                free[bucket] += end - start
        self._numbers, self._beside, self._starts = sorted_numbers, sorted_beside, starts

    def blocks(self, bucket: int) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield what is beside the numbers of *bucket*, and these, 2²⁰ at a time."""
        start, stop = self._starts[bucket], self._starts[bucket + 1]
        others = _places(start, stop) if self._beside is None else self._beside.blocks(start, stop)
        yield from zip(others, self._numbers.blocks(start, stop), strict=True)


def _places(start: int, stop: int) -> Iterator[Numbers]:
    np = _numpy()
    for first in range(start, stop, _BLOCK):
        yield np.arange(first, min(first + _BLOCK, stop), dtype="u8")


def _buckets(length: int) -> tuple[int, int]:
    """Return how many buckets a column of that *length* needs, and from which bit on their numbers lie."""
    bits = max(0, (length * 2 // _BLOCK).bit_length())
    return 1 << bits, _BITS - bits


def occurrences(column: Column, columns: Columns) -> Column | None:
    """Return, for each place of *column*, how many places up to it have its number, where these are more than one.

    0 stands where it is the first; None for a column whose numbers are all different.
    """
    if column.is_distinct():
        return None
    with closing(columns.apart()) as apart:
        places, counts = apart.make(), apart.make()
        number, shift = _buckets(len(column))
        buckets = _Buckets(column, None, number, shift, apart)
        for bucket in range(number):
            _count(buckets.blocks(bucket), places, counts)
        return _by_place(places, counts, len(column), columns) if len(places) else None


def _count(blocks: Iterator[tuple[Numbers, Numbers]], places: Column, counts: Column) -> None:
    """Add the places of those numbers of a bucket that were there before, and how often they have been so far."""
    np = _numpy()
    known, seen = np.empty(0, "u8"), np.empty(0, "u8")
    for where, numbers in blocks:
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


def match(column: Column, keys: Column, values: Column, columns: Columns) -> Column:
    """Return, for each place of *column*, the one of *values* at the place of its number in *keys*; 0 where it is not.

    *keys* and *values* are as long as each other. A key that is there twice has either value.
    """
    np = _numpy()
    with closing(columns.apart()) as apart:
        places, found = apart.make(), apart.make()
        number, shift = _buckets(max(len(column), len(keys)))
        asked, there = _Buckets(column, None, number, shift, apart), _Buckets(keys, values, number, shift, apart)
        for bucket in range(number):
            for among, known in there.blocks(bucket):
                order = np.argsort(known)
                ordered = known[order]
                for where, numbers in asked.blocks(bucket):
                    slots = np.minimum(np.searchsorted(ordered, numbers), len(ordered) - 1)
                    hits = np.flatnonzero(ordered[slots] == numbers)
                    places.extend(where[hits])
                    found.extend(among[order[slots[hits]]])
        return _by_place(places, found, len(column), columns)


def _by_place(places: Column, values: Column, length: int, columns: Columns) -> Column:
    """Return a column of *length* with *values* at *places*, and 0 elsewhere."""
    np = _numpy()
    result = columns.make()
    with closing(columns.apart()) as apart:
        number = -(-length // _BLOCK)
        buckets = _Buckets(places, values, number, _BLOCK.bit_length() - 1, apart)
        for bucket in range(number):
            first = bucket * _BLOCK
            part = np.zeros(min(_BLOCK, length - first), "u8")
            for what, where in buckets.blocks(bucket):
                part[where - np.uint64(first)] = what
            result.extend(part)
    return result
