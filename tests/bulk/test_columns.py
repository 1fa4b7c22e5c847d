"""Columns on the disk: equal numbers found, and numbers looked up, a small part of them in memory at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt.bulk import columns as module
from aigpt.bulk.columns import Column, Columns, match, occurrences
from aigpt.bulk.errors import OutputError

# Some equal, some that differ only in bits that choose no bucket, some far apart.
NUMBERS = st.one_of(st.integers(1, 9), st.integers(1, 2**64 - 1), st.integers(2**64 - 9, 2**64 - 1))


@contextmanager
def small_pieces() -> Iterator[Columns]:
    """Have four numbers in a piece, and eight in a block, so that a few numbers make many of both."""
    columns = Columns()
    with patch.object(module, "_PIECE", 4), patch.object(module, "_BLOCK", 8):
        yield columns
    columns.close()


def column_of(columns: Columns, numbers: Iterable[int]) -> Column:
    column = columns.make()
    for number in numbers:
        column.append(number)
    return column


@given(st.lists(NUMBERS, max_size=60))
def test_numbers_are_read_as_they_were_appended(numbers: list[int]) -> None:
    with small_pieces() as columns:
        column = column_of(columns, numbers)
        assert len(column) == len(numbers)
        assert list(column.numbers()) == numbers
        assert [column[place] for place in range(len(numbers))] == numbers
        assert [column[place] for place in reversed(range(len(numbers)))] == numbers[::-1]


@given(st.lists(NUMBERS, min_size=1, max_size=60))
def test_occurrences_are_counted_in_order(numbers: list[int]) -> None:
    with small_pieces() as columns:
        found = occurrences(column_of(columns, numbers), columns)
        seen: Counter[int] = Counter()
        expected: list[int] = []
        for number in numbers:
            seen[number] += 1
            expected.append(seen[number] if seen[number] > 1 else 0)
        assert ([0] * len(numbers) if found is None else list(found.numbers())) == expected


@given(st.lists(NUMBERS, max_size=60), st.dictionaries(NUMBERS, NUMBERS, max_size=60))
def test_a_column_is_matched_with_values_by_keys(numbers: list[int], table: dict[int, int]) -> None:
    with small_pieces() as columns:
        found = match(
            column_of(columns, numbers), column_of(columns, table), column_of(columns, table.values()), columns
        )
        assert list(found.numbers()) == [table.get(number, 0) for number in numbers]


@pytest.mark.parametrize("size", [200, 1600])
def test_each_number_is_read_and_written_a_few_times_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    passed: Counter[str] = Counter()
    read, write = Column._read, Column._write_at

    def counted_read(self: Column, start: int, stop: int) -> bytes:
        data = read(self, start, stop)
        passed["read"] += len(data)
        return data

    def counted_write(self: Column, start: int, data: bytes) -> None:
        passed["written"] += len(data)
        write(self, start, data)

    numbers = [number * 0x9E3779B97F4A7C15 % 2**64 for number in range(1, size // 2 + 1)] * 2
    with small_pieces() as columns:
        column, keys, values = (column_of(columns, numbers) for _ in range(3))
        monkeypatch.setattr(Column, "_read", counted_read)
        monkeypatch.setattr(Column, "_write_at", counted_write)
        assert occurrences(column, columns) is not None
        match(column, keys, values, columns)
        assert passed["read"] <= 32 * 8 * size
        assert passed["written"] <= 16 * 8 * size
        assert len(columns._files) == 5  # three of the test's, and what came
    assert columns._files == []


def test_a_folder_that_is_missing_is_left_to_whoever_writes_there(tmp_path: Path) -> None:
    columns = Columns(tmp_path / "none")
    columns.open().write(b"there is another place")
    columns.close()


def test_no_place_for_temporary_files_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    with pytest.raises(OutputError, match="no place for temporary files"):
        Columns(tmp_path / "neither").open()
