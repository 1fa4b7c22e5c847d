"""The plan of a run in shards: each row is in one shard, and has the same line and id however it is cut."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt.bulk import InputError
from aigpt.bulk.input_formats import DELIMITERS, Format
from aigpt.bulk.rows import Row, RowMapping, read_rows
from aigpt.bulk.shards import Plan, plan_shards, read_shard

MAPPING = RowMapping("input", required=True, columns={})


def rows_of(plan: Plan) -> list[Row]:
    found: list[Row] = []
    for shard in plan.shards:
        rows = read_shard(shard, MAPPING)
        assert len(rows) == shard.rows
        found += [row for row in rows if isinstance(row, Row)]
    return found


def write_table(path: Path, number: int, **options: Any) -> Path:
    pq.write_table(pa.table({"input": [f"p {i}" for i in range(number)]}), path, **options)
    return path


def test_each_row_of_each_format_is_in_one_shard(tmp_path: Path) -> None:
    lines = (f'{{"input": "l {i}"}}\n' + "\n" * (i % 7 == 0) for i in range(1234))
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    cells = "".join(f'"c ""{i}""\nand more",{i}\n' for i in range(777))
    (tmp_path / "b.csv").write_text(f"input,n\n{cells}", encoding="utf-8")
    write_table(tmp_path / "c.parquet", 900, row_group_size=70)
    write_table(tmp_path / "d.parquet", 900)
    (tmp_path / "e.txt").write_text("".join(f"t {i}\n" for i in range(301)), encoding="utf-8")
    (tmp_path / "_SUCCESS").touch()
    plan = plan_shards(tmp_path, None)
    rows = rows_of(plan)
    assert plan.rows == len(rows) == 1234 + 777 + 900 + 900 + 301
    assert len({row.id for row in rows}) == len(rows)
    assert len({shard.key for shard in plan.shards}) == len(plan.shards) > 30
    by_id = {row.id: row.params["input"] for row in rows}
    assert by_id["a.jsonl:1"] == "l 0"
    assert by_id["a.jsonl:3"] == "l 1"  # after an empty line
    assert by_id["c.parquet:71"] == by_id["d.parquet:71"] == "p 70"
    assert by_id["e.txt:301"] == "t 300"
    assert {f'c "{i}"\nand more' for i in range(777)} <= set(by_id.values())
    assert plan_shards(tmp_path, None) == plan


@given(st.integers(0, 2000), st.integers(1, 700), st.integers(1, 1500))
def test_parquet_is_cut_by_groups_and_within_large_ones(
    tmp_path_factory: pytest.TempPathFactory, number: int, in_group: int, size: int
) -> None:
    path = write_table(tmp_path_factory.mktemp("in") / "q.parquet", number, row_group_size=in_group)
    plan = plan_shards(path, None, size)
    assert [shard.before for shard in plan.shards] == [
        sum(shard.rows for shard in plan.shards[:index]) for index in range(len(plan.shards))
    ]
    assert sum(shard.rows for shard in plan.shards) == number
    assert all(shard.rows <= max(2 * size, size + in_group) for shard in plan.shards)
    for shard in plan.shards[:: max(1, len(plan.shards) // 3)]:
        expected = [f"p {shard.before + i}" for i in range(shard.rows)]
        assert [row.params["input"] for row in read_shard(shard, MAPPING) if isinstance(row, Row)] == expected


@pytest.mark.skipif(sys.platform != "linux", reason="others have no such names")
def test_a_name_that_is_not_utf8_makes_ids_that_are(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"q\xff.txt")
    path.write_text("a", encoding="utf-8")
    (row,) = rows_of(plan_shards(path, None))
    assert row.id == "q\\udcff.txt:1"


def test_own_ids_stay_and_bad_lines_are_named(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"id": 7, "input": "a"}\n"b"\n{"no": 1}\n', encoding="utf-8")
    (shard,) = plan_shards(tmp_path / "q.jsonl", None).shards
    first, second, third = read_shard(shard, MAPPING)
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert (first.id, second.id) == (7, "q.jsonl:2")
    assert third == (3, 'it has no \'input\'; name its column with mapping={"input": "COLUMN"}')


def test_large_rows_make_shards_of_fewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigpt.bulk.shards._MOST_BYTES", 150_000)
    path = tmp_path / "q.jsonl"
    path.write_text("".join(f"{json.dumps('x' * 1000)}\n" for _ in range(1000)), encoding="utf-8")
    assert [shard.rows for shard in plan_shards(path, None, 1000).shards] == [100] * 10


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ('id,input\n1,a 5" pipe\n2,b\n3,c\n', [2, 3, 4]),
        ("id,input\n1,a\n  \n2,b\n\n3,c\n", [2, 3, 4, 6]),
        ('\ufeffinput\r\n"a ""1""\r\nand more"\r\nb\r\n', [3, 4]),
        ('input\n"a"b\nc\n"d', [2, 3, 4]),
        ('input\n"a\rb"\nc\n', [3, 4]),
    ],
    ids=["inches", "empty lines", "quotes", "bad cells", "a carriage return in a cell"],
)
def test_csv_is_cut_where_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, lines: list[int]
) -> None:
    monkeypatch.setattr("aigpt.bulk.shards._LEAST_ROWS", 1)
    path = tmp_path / "q.csv"
    path.write_bytes(content.encode())
    plan = plan_shards(path, None, 1)
    assert plan.rows == len(plan.shards) == len(lines)
    found = [row for shard in plan.shards for row in read_shard(shard, MAPPING)]
    with path.open("rb") as file:
        assert found == [with_id(row) for row in read_rows(file, "csv", MAPPING)]
    assert [row.line if isinstance(row, Row) else row[0] for row in found] == lines


def with_id(row: Row | tuple[int, str], name: str = "q.csv") -> Row | tuple[int, str]:
    if isinstance(row, Row) and row.id is None:
        row.id = f"{name}:{row.line}"
    return row


@given(st.text('a," \n5', max_size=60), st.sampled_from(["\n", "\r\n"]), st.sampled_from(sorted(DELIMITERS.items())))
def test_any_csv_is_cut_where_it_is_read(
    tmp_path_factory: pytest.TempPathFactory, content: str, end: str, form: tuple[Format, str]
) -> None:
    path = tmp_path_factory.mktemp("in") / f"q.{form[0]}"
    path.write_bytes(("input,b\n" + content).replace(",", form[1]).replace("\n", end).encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("aigpt.bulk.shards._LEAST_ROWS", 1)
        plan = plan_shards(path, None, 1)
    found = [row for shard in plan.shards for row in read_shard(shard, MAPPING)]
    with path.open("rb") as file:
        assert found == [with_id(row, path.name) for row in read_rows(file, form[0], MAPPING)]


def test_a_group_of_parquet_that_is_large_or_has_large_rows_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "q.parquet"
    schema = pa.schema([("input", pa.string())])
    with pq.ParquetWriter(path, schema) as writer:
        for sizes in ([5], [30_000], [400, 400, 400], [5]):
            for size in sizes:
                texts = [f"{i} {'x' * (len(sizes) * 300)}" for i in range(size)]
                writer.write_table(pa.table({"input": texts}, schema=schema), row_group_size=size)
    plan = plan_shards(path, None)
    assert [shard.rows for shard in plan.shards[:2]] == [5, 487]
    assert max(shard.rows for shard in plan.shards) <= 2 * 487
    assert sum(shard.rows for shard in plan.shards) == plan.rows == 31_210
    monkeypatch.setattr("aigpt.bulk.shards._MOST_BYTES", 150_000)
    plan = plan_shards(path, None, 10_000)
    first, second, third, *rest = [shard.rows for shard in plan.shards[-10:]]
    assert first == second < 170
    assert first + second + third == 400
    assert rest == [first, second, third] * 2 + [5]
    assert len(rows_of(plan)) == plan.rows


def test_of_a_large_group_no_more_is_read_than_the_shard_needs(tmp_path: Path) -> None:
    path = tmp_path / "q.parquet"
    table = pa.table({"input": [os.urandom(500).hex() for _ in range(20_000)]})
    pq.write_table(table, path, row_group_size=20_000)
    read = 0

    class Counting(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal read
            found = super().read(size)
            read += len(found)
            return found

    first = plan_shards(path, None, 1000).shards[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("aigpt.bulk.shards._open", Counting)
        assert len(read_shard(first, MAPPING)) == 1000
    assert read < path.stat().st_size / 3


def test_a_long_text_of_all_rows_is_in_memory_a_few_times(tmp_path: Path) -> None:
    """Its size in the file, by which shards are cut, is that of one."""
    path = tmp_path / "q.parquet"
    pq.write_table(pa.table({"input": ["x" * 10_000] * 5000}), path)
    rows = rows_of(plan_shards(path, None, 5000))
    assert len({id(row.params["input"]) for row in rows}) <= 5000 / 100


def test_files_are_named_so_that_other_machines_find_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "q.txt").write_text("a\nb\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    plan = plan_shards("q.txt", None)
    assert plan.shards[0].file == str(tmp_path / "q.txt")
    assert plan == plan_shards(tmp_path / "q.txt", None)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such pipes")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "q.jsonl")
    with pytest.raises(InputError, match="is a pipe or a device"):
        plan_shards(tmp_path / "q.jsonl", None)


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_planning_can_be_stopped(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"q.{suffix}"
    path.write_text('"a"\n' * 5000, encoding="utf-8")
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 3

    assert plan_shards(path, None, None, stopped).rows < 300


def test_a_change_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('"a"\n"b"\n', encoding="utf-8")
    plan = plan_shards(path, None)
    path.write_text('"a"\n"c"\n', encoding="utf-8")
    assert plan_shards(path, None).identity != plan.identity
    path.write_text('"a"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"q.jsonl was changed while the run was reading it"):
        read_shard(plan.shards[0], MAPPING)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none", None, "cannot read .*none: No such file"),
        ("q.parquet", b"PAR1 not", "q.parquet is not Parquet, or it is damaged"),
        ("q.txt", "Wie?".encode("utf-16"), "q.txt is UTF-16, not UTF-8"),
        ("q.csv", b"id,input\r1,a\r2,b\r", "q.csv has lines that end in a carriage return alone"),
        ("q.csv", b"id,input\n1,a\r2,b\r", "q.csv has lines that end in a carriage return alone"),
        ("q.csv", b'id,"input"x\n1,a\n', "the first line of .*q.csv is not CSV"),
        ("q.csv", b'"input\nmore",b\nx,y\n', "the first line of .*q.csv does not end in the same line"),
    ],
)
def test_what_cannot_be_planned_is_named(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message):
        plan_shards(tmp_path / name, None)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there are no files in the folder"):
        plan_shards(tmp_path, None)
