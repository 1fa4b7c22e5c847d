"""Parquet in and out, and inputs by their address."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from bulk_files import Bulk, read_rows

from aigpt import ConfigurationError
from aigpt.bulk import BulkResult, InputError, OutputError, read_report, run_file
from aigpt.bulk.parquet import read_answers, write_answers
from aigpt.testing import ScriptedServer


def write(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


@pytest.fixture
def asking(bulk: Bulk, echoing: ScriptedServer) -> Callable[..., Awaitable[BulkResult]]:
    """Give a run over a Parquet file with the columns given; the echoing server answers."""
    assert not echoing.calls

    async def ask(columns: dict[str, Any], name: str = "in.parquet", target: str = "", **options: Any) -> BulkResult:
        source = write(bulk.place / name, columns)
        return await run_file(bulk.igpt, "ask", source, bulk.place / target if target else bulk.target, **options)

    return ask


async def test_columns_are_parameters_and_nulls_are_none(asking: Any, bulk: Bulk, echoing: ScriptedServer) -> None:
    result = await asking(
        {
            "id": [1, 2, None],
            "input": ["a", "b", "c"],
            "quality": [None, "cef-1-high", None],
            "filters": [{"people": ["x"], "since": None}, None, None],
            "output_format": ['{"type": "object"}', None, None],
        }
    )
    assert (result.answered, result.total) == (3, 3)
    requests = {row["request"]["input"]: row["request"] for row in bulk.rows}
    assert requests == {
        "a": {"input": "a", "filters": {"people": ["x"]}, "output_format": {"type": "object"}},
        "b": {"input": "b", "quality": "cef-1-high"},
        "c": {"input": "c"},
    }
    assert {row["id"] for row in bulk.rows if row["request"]["input"] != "c"} == {1, 2}
    assert len(echoing.calls) == 3


@pytest.mark.parametrize("rows_in_group", [1, 7, 1000])
async def test_the_ids_are_those_of_the_same_json_lines(
    bulk: Bulk, echoing: ScriptedServer, rows_in_group: int
) -> None:
    questions = [f"question {number % 40}" for number in range(60)]
    source = write(bulk.place / "in.parquet", {"input": questions}, row_group_size=rows_in_group)
    target = bulk.place / "columns.jsonl"
    await run_file(bulk.igpt, "ask", source, target)
    await bulk("".join(f'{{"input": "{question}"}}\n' for question in questions))
    assert {row["id"]: row["request"] for row in read_rows(target)} == {row["id"]: row["request"] for row in bulk.rows}
    assert len(echoing.calls) == 120


async def test_only_mapped_columns_are_read(asking: Any, bulk: Bulk) -> None:
    await asking({"text": ["a"], "when": [datetime(2026, 1, 1, tzinfo=UTC)]}, mapping={"input": "text"})
    assert bulk.rows[0]["request"] == {"input": "a"}


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"input": ["a"], "at": [datetime(2026, 1, 1, tzinfo=UTC)]}, r"'at' is of the type timestamp.*make it text"),
        ({"input": ["a"], "x": [{"y": [b"z"]}]}, r"column 'x.y' is of the type binary"),
        ({"text": ["a"]}, "there is no column 'input', only 'text'"),
        ({"input": ["a", "b"], "x": [1.0, float("nan")]}, "line 2 of .* it has a number that JSON does not have"),
        ({"input": ["a", None]}, "line 2 of .* it has no 'input'"),
    ],
)  # fmt: skip
async def test_what_json_does_not_have_is_named(asking: Any, bulk: Bulk, columns: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        await asking(columns)
    assert not bulk.target.exists()


async def test_a_file_that_is_no_parquet_is_refused(bulk: Bulk) -> None:
    with pytest.raises(InputError, match="the file is not Parquet, or it is damaged"):
        await bulk(b"PAR1 but not really", name="in.parquet")


async def test_parquet_is_known_by_its_start(asking: Any) -> None:
    assert (await asking({"input": ["a"]}, name="export")).answered == 1


async def test_an_output_is_made_when_the_run_ends_and_resumed_from_its_rows(
    asking: Any, bulk: Bulk, echoing: ScriptedServer
) -> None:
    columns = {"id": ["k", None, None], "input": ["a", "b", "c"]}
    await asking(columns, target="answers.parquet")
    path = bulk.place / "answers.parquet"
    table = pq.read_table(path)
    assert set(table.column_names) >= {"id", "request", "reply", "error", "status", "retries", "elapsed", "time"}
    assert sorted(table["request"].to_pylist()) == ['{"input": "a"}', '{"input": "b"}', '{"input": "c"}']
    rows = bulk.place / "answers.parquet.rows"
    rows.write_bytes(b"".join(rows.read_bytes().splitlines(keepends=True)[:2]))
    path.unlink()
    echoing.calls.clear()
    result = await asking(columns, target="answers.parquet")
    assert (result.answered, len(echoing.calls), pq.read_metadata(path).num_rows) == (3, 1, 3)
    assert read_report(path).summary.done == 3


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": id, "request": {"input": "?"}, "reply": {"output": "!" * 5000}, "error": None, "status": 200}
        | {"retries": 0, "elapsed": 0.5, "attempt_time": 0.25, "time": 1.5}
        for id in [*range(9000), "0", "a"]
    ]
    write_answers(tmp_path / "a.parquet", rows)
    assert pq.read_metadata(tmp_path / "a.parquet").num_row_groups > 2  # 45 MB of replies
    with (tmp_path / "a.parquet").open("rb") as file:
        assert [row["id"] for row in read_answers(file, ["id", "id_is_number"])] == [row["id"] for row in rows]
    with pytest.raises(InputError, match="it has no column 'request'"):
        list(read_answers(BytesIO(write(tmp_path / "b.parquet", {"id": ["a"]}).read_bytes())))


async def test_an_address_is_opened(bulk: Bulk, echoing: ScriptedServer) -> None:
    lines = bulk.write("in.jsonl", '"a"\n"b"\n')
    columns = write(bulk.place / "in.parquet", {"input": ["a", "b"]})
    for number, source in enumerate((lines, columns)):
        result = await run_file(bulk.igpt, "ask", source.as_uri(), bulk.place / f"{number}.jsonl")
        assert result.answered == 2
    assert len(echoing.calls) == 4
    with pytest.raises(InputError, match=r"cannot read file:///.*none.jsonl"):
        await run_file(bulk.igpt, "ask", (bulk.place / "none.jsonl").as_uri(), bulk.target)
    with pytest.raises(ConfigurationError, match="xyz://host/a is not an address that pyarrow opens"):
        await run_file(bulk.igpt, "ask", "xyz://key:secret@host/a?b=c", bulk.target)
    with pytest.raises(ConfigurationError, match="an output at an address is a folder of parts"):
        await run_file(bulk.igpt, "ask", lines, "s3://bucket/answers.jsonl")


async def test_without_pyarrow_the_extra_is_named(bulk: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(bulk.place / "in.parquet", {"input": ["a"]})
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    for where, target in ((source, bulk.target), (bulk.write("in.jsonl", '"a"'), bulk.place / "a.parquet")):
        with pytest.raises(ConfigurationError, match=r"need pyarrow: pip install .*arrow\]"):
            await run_file(bulk.igpt, "ask", where, target)


async def test_a_place_that_cannot_be_written_is_said(asking: Any, bulk: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aigpt.bulk.parquet_output.write_answers", full)
    with pytest.raises(OutputError, match="No space left on device; its rows are kept"):
        await asking({"input": ["a"]}, target="answers.parquet")
    assert len(read_rows(bulk.place / "answers.parquet.rows")) == 1
