"""Runs that meet what is damaged, of a wrong type, or never answers: each ends with a message that says what to do."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from bulk_files import Bulk
from object_server import ObjectServer

from aigpt import ConfigurationError
from aigpt.bulk import InputError, OutputError, ShardedRun, places, ray_workers, read_report, run_file, write_page
from aigpt.bulk.ray_keepers import check_rate
from aigpt.bulk.run_lock import FileLock
from aigpt.bulk.spending import Limits, make_spending
from aigpt.bulk.threads import in_thread, in_thread_until, within
from aigpt.testing import Call, ScriptedServer

SURROGATE = '"\\ud800"'


@pytest.fixture
def blocked() -> Iterator[threading.Event]:
    """Give what blocks a thread until the test has ended."""
    event = threading.Event()
    yield event
    event.set()


# ── what never answers ──────────────────────────────────────────────────────────────────────────────────────────


async def test_a_thread_that_only_reads_is_left_behind(
    blocked: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt.bulk.threads._STOP_SECONDS", 0.05)
    stopped: list[bool] = []
    task = asyncio.create_task(in_thread_until(lambda: stopped.append(True), blocked.wait))
    await asyncio.sleep(0)
    task.cancel()
    async with asyncio.timeout(60):
        with pytest.raises(asyncio.CancelledError):
            await task
    assert stopped == [True]


async def test_a_thread_that_writes_is_waited_for(blocked: threading.Event) -> None:
    task = asyncio.create_task(in_thread(blocked.wait))
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    assert not (await asyncio.wait([task], timeout=0.1))[0]
    blocked.set()
    async with asyncio.timeout(60):
        with pytest.raises(asyncio.CancelledError):
            await task


def test_a_store_that_does_not_answer_is_named(blocked: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_OPEN_SECONDS", 0.05)
    monkeypatch.setattr(places, "file_system", lambda _: blocked.wait())
    with pytest.raises(OSError, match=r"no answer from the store within 0.05 s; check .*credentials for gs://"):
        places.open_remote("gs://bucket/q.jsonl")
    assert within(60, lambda: 5) == 5


async def test_a_store_that_does_not_answer_ends_the_run(
    bulk: Bulk, blocked: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_OPEN_SECONDS", 0.05)
    monkeypatch.setattr(places, "file_system", lambda _: blocked.wait())
    with pytest.raises(InputError, match=r"cannot read gs://bucket/q.jsonl: no answer from the store"):
        await run_file(bulk.igpt, "ask", "gs://bucket/q.jsonl", bulk.target)


@pytest.mark.parametrize("name", ["q.jsonl", "q.parquet"])
async def test_a_store_that_stops_in_the_middle_ends_the_run(
    bulk: Bulk, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with ObjectServer() as objects:
        sink = BytesIO()
        pq.write_table(pa.table({"input": [f"question {number}" for number in range(1000)]}), sink)
        objects.objects[name] = sink.getvalue() if name.endswith("parquet") else b'{"input": "q"}\n' * 1000, "1"
        assert places.open_remote(objects.address("s3", name)).read()[:4] in {b"PAR1", b'{"in'}
        objects.stalls = True
        monkeypatch.setattr(places, "_OPEN_SECONDS", 1.5)
        with pytest.raises(InputError, match=rf"cannot read s3://bucket/{name}: no answer from the store within 1.5 s"):
            await run_file(bulk.igpt, "ask", objects.address("s3", name), bulk.target)
    assert not igpt_server.calls


def test_a_store_that_stops_in_the_middle_ends_the_command(tmp_path: Path) -> None:
    """Also where what reads from it cannot be ended, and would be waited for at the end of Python."""
    code = """
import sys
from aigpt.bulk import places
from aigpt.cli import main
places._OPEN_SECONDS = 3.0
main()
"""
    with ObjectServer() as objects:
        objects.objects["q.jsonl"] = b'{"input": "q"}\n' * 1000, "1"
        objects.stalls = True
        arguments = ["bulk", "ask", objects.address("s3", "q.jsonl"), "-o", str(tmp_path / "a.jsonl")]
        env = {**os.environ, "IGPT_API_KEY": "k", "IGPT_API_USER": "u"}
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr.splitlines()[-1].startswith("aigpt: cannot read s3://bucket/q.jsonl: no answer from the store")
    assert "s3cret" not in done.stderr
    assert done.returncode == 2


def test_a_refusal_names_the_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> Any:
        raise OSError("google::cloud::Status(PERMISSION_DENIED: Permission denied, http status 403)")

    monkeypatch.setattr(places, "file_system", refuse)
    with pytest.raises(PermissionError, match="check the credentials"):
        places.open_remote("gs://bucket/q.jsonl")


class _DeafWorkers:
    """Workers of a cluster that does not answer."""

    place = None

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def connect(self) -> None:
        self.asked.set()
        await asyncio.Event().wait()


async def test_a_run_is_stopped_while_it_connects(bulk: Bulk) -> None:
    run = ShardedRun(bulk.igpt, "ask", bulk.write("q.jsonl", '"a"\n'), bulk.place / "out")
    workers = run._workers = _DeafWorkers()  # type: ignore[assignment]
    task = asyncio.ensure_future(run)
    await workers.asked.wait()
    run.stop("terminated")
    async with asyncio.timeout(60):
        result = await task
    assert (result.stopped, result.left) == ("terminated", 1)
    assert not (bulk.place / "out").exists()


async def test_a_cluster_that_does_not_answer_is_none(
    blocked: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ray_workers, "_CONNECT", 0.05)
    monkeypatch.setattr(ray_workers, "connect", lambda _: blocked.wait())
    workers: Any = object.__new__(ray_workers.RayWorkers)
    workers._address = "127.0.0.9:1"
    with pytest.raises(ConfigurationError, match=r"^there is no Ray cluster at 127.0.0.9:1: no answer in 0.05 s"):
        await workers.connect()


# ── rows and records ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("target", ["a.jsonl", "out/"])
async def test_rows_with_half_a_pair_of_surrogates_are_reported(
    bulk: Bulk, igpt_server: ScriptedServer, target: str
) -> None:
    igpt_server.reply("recall/ask", json={"output": "\ud800", "usage": {"total_tokens": 3}}, times=2)
    igpt_server.reply("recall/ask", json={"error": "\ud800"})
    source = bulk.write("q.jsonl", f"{SURROGATE}\n" + '"b"\n"c"\n')
    where = f"{bulk.place}/{target}"
    await run_file(bulk.igpt, "ask", source, where)
    report = read_report(where)
    assert (report.summary.done, report.summary.failed, report.tokens.total()) == (3, 1, 6)
    write_page(report, bulk.place / "page.html")


@pytest.mark.parametrize("record", ["[]", "null", '""', '{"input": 3}', '{"input": [1]}', "{"])
async def test_a_damaged_record_is_named(bulk: Bulk, echoing: ScriptedServer, record: str) -> None:
    source = bulk.write("q.jsonl", '"a"\n')
    for target, name in ((bulk.target, "answers.jsonl.run"), (bulk.place / "out", "_aigpt/run.json")):
        await run_file(bulk.igpt, "ask", source, target if target == bulk.target else f"{target}/")
        path = target.with_name(name) if target == bulk.target else target / name
        path.write_text(record, encoding="utf-8")
        with pytest.raises(OutputError, match=f"{name}.*damaged; .*give another output, or fresh=True"):
            await run_file(bulk.igpt, "ask", source, target)
        with pytest.raises(OutputError, match=f"{name}, which records the run, is damaged; "):
            read_report(target)


async def test_lines_left_out_are_no_rows_of_a_folder(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.write("q.jsonl", '"a"\n5\n' * 14)
    for _ in range(2):
        result = await run_file(bulk.igpt, "ask", source, f"{bulk.place}/out/", skip_bad=True)
        assert (result.total, result.left) == (14, 0)
        assert read_report(bulk.place / "out").total == 14


async def test_a_doubled_line_is_one_row(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk("".join(f'"{i}"\n' for i in range(9)))
    lines = bulk.target.read_bytes().splitlines(keepends=True)
    bulk.target.write_bytes(b"".join([*lines, lines[0]]))
    assert "10 of 9 rows\n1 more than the input has" in str(read_report(bulk.target))
    result = await run_file(bulk.igpt, "ask", bulk.place / "in.jsonl", bulk.target)
    assert (result.answered, result.failed, result.left) == (9, 0, 0)
    bulk.target.write_bytes(b"".join([lines[0], *lines[:-1]]))  # as many as the input has, but one is missing
    result = await run_file(bulk.igpt, "ask", bulk.place / "in.jsonl", bulk.target)
    assert (result.answered, result.left, len(echoing.calls)) == (9, 0, 10)


async def test_other_files_in_the_folder_are_passed_over(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.write("q.jsonl", '"a"\n')
    await run_file(bulk.igpt, "ask", source, f"{bulk.place}/out/")
    (bulk.place / "out" / "part-notes.txt").write_text("x", encoding="utf-8")
    (part,) = (bulk.place / "out").glob("part-*.parquet")
    (bulk.place / "out" / "part-copy.parquet").write_bytes(part.read_bytes())
    assert read_report(bulk.place / "out").summary.done == 1
    assert (await run_file(bulk.igpt, "ask", source, bulk.place / "out")).left == 0


async def test_a_part_with_other_columns_or_none_is_named(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.write("q.jsonl", '"a"\n')
    await run_file(bulk.igpt, "ask", source, f"{bulk.place}/out/")
    (part,) = (bulk.place / "out").glob("part-*.parquet")
    pq.write_table(pa.table({"x": [1]}), part)
    with pytest.raises(OutputError, match=f"cannot read {part}: it has no column 'error'.*; remove it"):
        await run_file(bulk.igpt, "ask", source, bulk.place / "out")
    with pytest.raises(OutputError, match=f"cannot read {part.name} in .*it has no column.*; remove it"):
        read_report(bulk.place / "out")


async def test_one_row_that_is_refused_is_named(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    def answer(call: Call) -> dict[str, Any]:
        return {"output": call.json["input"]}

    for target in ("a.jsonl", "out/"):
        igpt_server.reply("recall/ask", json=answer, times=1)
        igpt_server.reply("recall/ask", status=403, times=1)
        igpt_server.reply("recall/ask", json=answer, times=1)
        source = bulk.write("q.jsonl", '{"id": "one", "input": "a"}\n{"id": "two", "input": "b"}\n')
        result = await run_file(bulk.igpt, "ask", source, f"{bulk.place}/{target}", concurrency=1)
        assert (result.stopped, result.refused_row, result.answered) == ("auth", "two", 1)
        result = await run_file(bulk.igpt, "ask", source, f"{bulk.place}/{target}", concurrency=1)
        assert (result.stopped, result.refused_row, result.answered) == (None, None, 2)


async def test_an_answer_that_is_null_keeps_its_status(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", body=b"null", headers={"Content-Type": "application/json"})
    result = await bulk('"a"\n')
    assert result.answered == 1
    assert [(row["reply"], row["status"], row["error"]) for row in bulk.rows] == [(None, 200, None)]


# ── options ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rate": 1e308}, "rate must be a number"),
        ({"rate": 10**400}, "rate must be a number"),
        ({"max_tokens": "x", "method": "chat"}, "is a method of AsyncOpenAI"),
        ({"common": "x"}, "common must be a dict"),
        ({"mapping": "input"}, "mapping must be a dict of parameter to column"),
        ({"mapping": {"input": 1}}, "mapping must be a dict of parameter to column"),
        ({"stop_on": None}, "stop_on must be a set of error codes"),
        ({"stop_on": 5}, "stop_on must be a set of error codes"),
        ({"stop_on": [5]}, "stop_on must be a set of error codes"),
        ({"fresh": "no"}, "fresh must be True or False"),
        ({"method": ["ask"]}, "method must be ask"),
        ({"engine": ["ray"]}, "engine must be"),
        ({"source": None}, "source must be a path"),
        ({"source": 1}, "source must be a path"),
        ({"source": ""}, "source is empty"),
        ({"target": b"a"}, "target must be a path"),
        ({"target": ""}, "target is empty"),
        ({"target": "a\0b"}, "target has a NUL"),
        ({"target": "x" * 300}, "target has a name of more than 255 bytes"),
    ],
)
@pytest.mark.parametrize("folder", [False, True])
async def test_wrong_types_are_named(bulk: Bulk, options: dict[str, Any], message: str, *, folder: bool) -> None:
    given: dict[str, Any] = {"method": "ask", "source": bulk.write("q.jsonl", '"a"\n'), **options}
    target = given.pop("target", f"{bulk.place}/{'out/' if folder else 'a.jsonl'}")
    with pytest.raises(ConfigurationError, match=message):
        await run_file(bulk.igpt, given.pop("method"), given.pop("source"), target, **given)


@pytest.mark.parametrize("limit", ["max_tokens", "max_cost"])
@pytest.mark.parametrize("value", ["x", [1], True, 0])
def test_a_limit_is_a_number(limit: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match=f"{limit} must be a number above 0"):
        make_spending("chat", Limits(**{"prices": {}, limit: value}))


@pytest.mark.parametrize("rate", ["x", 1e308, 10**400, True, [1]])
def test_a_rate_of_a_cluster_is_a_number(rate: Any) -> None:
    with pytest.raises(ConfigurationError, match="rate must be a number"):
        check_rate(rate)


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_where_no_lock_can_be_created_that_is_said(bulk: Bulk) -> None:
    with pytest.raises(OutputError, match=r"cannot write /proc/a3.jsonl: cannot create .a3.jsonl.lock beside it \("):
        await run_file(bulk.igpt, "ask", bulk.write("q.jsonl", '"a"\n'), "/proc/a3.jsonl")


def test_a_lock_that_cannot_be_written_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int, _: str) -> Any:
        os.close(fd)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(OutputError, match=r"cannot write .*lock: No space left on device; .* another output"):
        FileLock(tmp_path / "lock").create(b"{}")
    assert not (tmp_path / "lock").exists()


def test_a_report_of_a_pipe_or_a_device_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(OutputError, match=f"{path} is a device or a pipe"):
            read_report(path)


@pytest.mark.parametrize("target", ["a.jsonl", "out/"])
async def test_a_header_without_the_column_is_refused(bulk: Bulk, target: str) -> None:
    source = bulk.write("q.csv", "question\n")
    words = (
        r"q.csv: there is no column 'input', only 'question'; name one of these with mapping=\{\"input\": \"COLUMN\"\}"
    )
    with pytest.raises(InputError, match=words):
        await run_file(bulk.igpt, "ask", source, f"{bulk.place}/{target}")


async def test_what_is_not_parquet_is_named(bulk: Bulk) -> None:
    with pytest.raises(InputError, match=r"q.parquet: the file is not Parquet"):
        await run_file(bulk.igpt, "ask", bulk.write("q.parquet", "x" * 100), bulk.target)
