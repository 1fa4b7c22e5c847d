"""The parts of a run in shards, and the journals that they are made of, with several owners of a shard."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow.parquet as pq
import pytest

from aigpt.bulk import OutputError, read_report
from aigpt.bulk.parts import Parts, ShardJournal


@pytest.fixture
def output(tmp_path: Path) -> Parts:
    """Make the output folder of a run."""
    found = Parts(tmp_path / "out")
    found.about.mkdir(parents=True)
    found.open({"method": "ask"}, fresh=False)
    return found


def row(line: int, error: str | None = None) -> dict[str, Any]:
    return {
        "id": f"q:{line}", "line": line, "request": {"input": "x"}, "reply": {"output": "y"}, "status": 200,
        "error": error, "retries": 0, "elapsed": 0.1, "attempt_time": 0.1, "time": 1.0,
    }  # fmt: skip


def append(journal: ShardJournal, *lines: int, error: str | None = None) -> None:
    for line in lines:
        journal.append(row(line, error))


def rows_in(output: Parts) -> list[tuple[int, str | None]]:
    rows = [row for part in output.folder.glob("part-*.parquet") for row in pq.read_table(part).to_pylist()]
    return sorted((row["line"], row["error"]) for row in rows)


WHOLE = [(line, None) for line in range(1, 11)]


@pytest.mark.parametrize("is_zombie_first", [False, True])
def test_of_two_owners_of_a_shard_either_may_be_the_last(output: Parts, *, is_zombie_first: bool) -> None:
    zombie = output.journal("k")
    append(zombie, *range(1, 6))
    owner = output.journal("k")
    assert owner.lines == set(range(1, 6))
    first, last = (zombie, owner) if is_zombie_first else (owner, zombie)
    append(first, *range(6, 11))
    append(last, 6, 7)
    first.commit()
    assert rows_in(output) == WHOLE
    append(last, 8, 9, 10)
    last.commit()
    assert rows_in(output) == WHOLE


def test_rows_that_somebody_removes_make_no_part(output: Parts) -> None:
    journal = output.journal("k")
    append(journal, 1, 2)
    next((output.about / "wip" / "k").iterdir()).unlink()
    with pytest.raises(OutputError, match="were removed while the run was writing them"):
        journal.commit()
    assert rows_in(output) == []


@pytest.mark.parametrize("end", [ShardJournal.close, ShardJournal.commit])
def test_a_journal_that_is_closed_takes_no_row(output: Parts, end: Callable[[ShardJournal], None]) -> None:
    journal = output.journal("k")
    append(journal, 1)
    end(journal)
    there = sorted(output.folder.rglob("*"))
    with pytest.raises(OutputError, match="is closed"):
        append(journal, 2)
    assert sorted(output.folder.rglob("*")) == there
    assert journal.lines == {1}


def test_what_a_server_sends_that_is_no_text_is_written(output: Parts) -> None:
    journal = output.journal("k")
    journal.append({**row(1, "b\udcffd"), "request_id": "\udc80"})
    journal.commit()
    assert rows_in(output) == [(1, "b\\udcffd")]


@pytest.mark.parametrize("failed_first", [False, True])
def test_of_a_line_that_is_there_twice_the_answer_counts(
    output: Parts, monkeypatch: pytest.MonkeyPatch, *, failed_first: bool
) -> None:
    """A failure, then its answer of a run with retry_errors that was killed; files are read by their random names."""
    names = iter(["a", "b", "c"] if failed_first else ["b", "a", "c"])
    monkeypatch.setattr("aigpt.bulk.parts.uuid.uuid4", lambda: SimpleNamespace(hex=next(names)))
    first = output.journal("k")
    append(first, 1)
    append(first, 2, error="quota")
    first.close()
    retrying = output.journal("k", retry_errors=True)
    append(retrying, 2)
    retrying.close()
    summary = read_report(output.folder).summary
    assert (summary.ok, summary.failed) == (2, 0)
    last = output.journal("k")
    assert (last.lines, last.failed) == ({1, 2}, 0)
    append(last, 3)
    last.commit()
    assert rows_in(output) == [(1, None), (2, None), (3, None)]
