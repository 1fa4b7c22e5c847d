"""Runs whose output is a folder of parts: each row once, whatever happens."""

import asyncio
import json
import shutil
import threading
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from bulk_files import Bulk

from aigpt import ConfigurationError
from aigpt.bulk import BulkError, BulkResult, InputError, OutputError, ShardedRun, read_report, run_file, write_page
from aigpt.bulk.errors import MismatchError
from aigpt.bulk.job import make_job
from aigpt.bulk.parts import Parts
from aigpt.bulk.places import write_whole_file
from aigpt.bulk.rows import RowMapping
from aigpt.bulk.run_lock import FileLock, run_lock
from aigpt.bulk.shard_tally import ShardTally
from aigpt.bulk.shard_worker import ShardOptions, ShardResult, ShardWorker
from aigpt.bulk.shards import Shard, plan_shards
from aigpt.bulk.spending import Limits
from aigpt.bulk.workers import OwnWorker
from aigpt.testing import Call, Gate, ScriptedServer

LINES = "".join(f'{{"input": "question {i}"}}\n' for i in range(450))


def parts(folder: Path) -> list[dict[str, Any]]:
    return [row for part in sorted(folder.glob("part-*.parquet")) for row in pq.read_table(part).to_pylist()]


async def run(bulk: Bulk, content: str = LINES, **options: Any) -> BulkResult:
    return await run_file(bulk.igpt, "ask", bulk.write("q.jsonl", content), f"{bulk.place}/out/", **options)


async def test_each_row_is_in_a_part_once(bulk: Bulk, echoing: ScriptedServer) -> None:
    result = await run(bulk, rate=100_000)
    assert (result.total, result.answered, result.failed, result.left, result.stopped) == (450, 450, 0, 0, None)
    rows = parts(bulk.place / "out")
    assert {row["id"] for row in rows} == {f"q.jsonl:{line}" for line in range(1, 451)}
    assert len(rows) == len(echoing.calls) == 450
    first = next(row for row in rows if row["line"] == 1)
    assert json.loads(first["request"]) == {"input": "question 0"}
    assert json.loads(first["reply"])["output"] == "question 0"
    assert (first["error"], first["status"], first["retries"], first["id_is_number"]) == (None, 200, 0, False)
    assert not list((bulk.place / "out" / "_aigpt" / "wip").iterdir())
    assert not (bulk.place / "out" / "_aigpt" / "lock").exists()
    again = await run_file(bulk.igpt, "ask", bulk.place / "q.jsonl", bulk.place / "out")  # it is known to be a folder
    assert (again.answered, again.left, len(echoing.calls)) == (450, 0, 450)


async def test_a_stopped_run_goes_on_from_its_journals(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.write("q.jsonl", LINES)
    run_ = ShardedRun(bulk.igpt, "ask", source, bulk.place / "out", concurrency=4)

    def answer(call: Call) -> dict[str, Any]:
        if len(echoing.calls) == 130:
            loop.call_soon_threadsafe(run_.stop, "enough")
        return {"output": call.json["input"]}

    loop = asyncio.get_running_loop()
    echoing.reply("recall/ask", json=answer)
    result = await run_
    assert result.stopped == "enough"
    assert 130 <= len(echoing.calls) == result.answered < 200
    report = read_report(bulk.place / "out")  # of the parts and the journals
    assert (report.summary.done, report.total, report.method) == (len(echoing.calls), 450, "ask")
    write_page(report, bulk.place / "out.html")
    journal = next((bulk.place / "out" / "_aigpt" / "wip").glob("*/*.jsonl"))
    with journal.open("ab") as file:  # as a process that is killed leaves it
        file.write(b'{"id": "q.jsonl:1", "li')
    result = await run(bulk)
    assert (result.answered, result.left, len(echoing.calls)) == (450, 0, 450)
    assert len({row["id"] for row in parts(bulk.place / "out")}) == len(parts(bulk.place / "out")) == 450
    assert read_report(bulk.place / "out").summary.ok == 450


async def test_a_part_that_is_removed_is_answered_again(bulk: Bulk, echoing: ScriptedServer) -> None:
    await run(bulk)
    sorted((bulk.place / "out").glob("part-*"))[1].unlink()
    result = await run(bulk)
    assert (result.answered, len(echoing.calls)) == (450, 550)


async def test_failures_are_rows_and_retried_on_demand(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    def answer(call: Call) -> dict[str, Any]:
        return {"error": "quota"} if call.json["input"].endswith("7") and igpt_server.calls[-1] else {"output": "!"}

    igpt_server.reply("recall/ask", json=answer, times=450)
    igpt_server.reply("recall/ask", json={"output": "now"})
    result = await run(bulk)
    assert (result.answered, result.failed, result.left) == (405, 45, 0)
    assert {row["error"] for row in parts(bulk.place / "out")} == {None, "quota"}
    result = await run(bulk)
    assert (result.failed, len(igpt_server.calls)) == (45, 450)
    result = await run(bulk, retry_errors=True)
    assert (result.answered, result.failed, len(igpt_server.calls)) == (450, 0, 495)
    rows = parts(bulk.place / "out")
    assert len({row["id"] for row in rows}) == len(rows) == 450
    assert {row["error"] for row in rows} == {None}


async def test_what_was_answered_again_is_kept_where_the_run_is_stopped(
    bulk: Bulk, igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("recall/ask", json={"error": "quota"}, times=90)
    lines = LINES.splitlines(keepends=True)[:90]
    assert (await run(bulk, "".join(lines))).failed == 90
    run_ = ShardedRun(bulk.igpt, "ask", bulk.place / "q.jsonl", bulk.place / "out", concurrency=4, retry_errors=True)

    def answer(_: Call) -> dict[str, Any]:
        if len(igpt_server.calls) == 90 + 40:
            loop.call_soon_threadsafe(run_.stop, "enough")
        return {"output": "now"}

    loop = asyncio.get_running_loop()
    igpt_server.reply("recall/ask", json=answer)
    result = await run_
    assert (result.stopped, result.answered) == ("enough", len(igpt_server.calls) - 90)
    assert (await run(bulk, "".join(lines))).failed == 90  # it retries nothing, and leaves the journal alone
    result = await run(bulk, "".join(lines), retry_errors=True)
    assert (result.answered, result.failed, len(igpt_server.calls)) == (90, 0, 180)
    assert {row["error"] for row in parts(bulk.place / "out")} == {None}
    assert not list((bulk.place / "out" / "_aigpt" / "wip").iterdir())


async def test_a_refused_key_ends_the_run_and_is_no_row(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=401, json={"error": "auth"})
    result = await run(bulk)
    assert (result.stopped, result.answered, result.failed, result.left) == ("auth", 0, 0, 450)
    assert parts(bulk.place / "out") == []


async def test_bad_lines_end_the_run_or_are_left_out(bulk: Bulk, echoing: ScriptedServer) -> None:
    with pytest.raises(InputError, match=r"line 2 of .*q.jsonl is not a valid row: it has no 'input'"):
        await run(bulk, '"a"\n{"b": 1}\n"c"\n')
    result = await run(bulk, '"a"\n{"b": 1}\n"c"\n', skip_bad=True)
    assert (result.total, result.answered, result.skipped, len(echoing.calls)) == (2, 2, 1, 2)
    assert result.skipped_lines[0][0] == 2
    result = await run(bulk, '"a"\n{"b": 1}\n"c"\n', skip_bad=True)
    assert (result.total, result.answered, result.left, result.skipped) == (2, 2, 0, 1)


async def test_an_id_that_parquet_does_not_have_is_a_bad_line(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.write("q.jsonl", '{"id": "\\ud83d", "input": "a"}\n{"id": "2", "input": "b"}\n')
    for target in (f"{bulk.place}/out/", bulk.place / "out.parquet"):
        with pytest.raises(InputError, match=r"line 1 of .*q.jsonl is not a valid row: its 'id' has half of a pair"):
            await run_file(bulk.igpt, "ask", source, target)
        result = await run_file(bulk.igpt, "ask", source, target, skip_bad=True)
        assert (result.answered, result.skipped) == (1, 1)
    assert (await run_file(bulk.igpt, "ask", source, bulk.place / "out.jsonl")).answered == 2


async def test_many_bad_lines_are_counted_and_a_few_named(
    bulk: Bulk, echoing: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[int] = []  # by workers, which may be far away
    add = ShardTally.add

    def noting(tally: ShardTally, shard: Shard, result: ShardResult) -> None:
        listed.append(len(result.bad))
        add(tally, shard, result)

    monkeypatch.setattr(ShardTally, "add", noting)
    source = bulk.write("q.jsonl", '{"b": 1}\n' * 200 + '"a"\n')
    result = await ShardedRun(bulk.igpt, "ask", source, bulk.place / "out", skip_bad=True)
    assert (result.answered, result.skipped, len(result.skipped_lines)) == (1, 200, 20)
    assert listed
    assert max(listed) <= 20


async def test_an_output_belongs_to_its_run(bulk: Bulk, echoing: ScriptedServer) -> None:
    await run(bulk, '"a"\n')
    with pytest.raises(MismatchError, match=r"belongs to another run .*the input, 1 rows then, 2 now"):
        await run(bulk, '"a"\n"b"\n')
    with pytest.raises(MismatchError, match=r"different: --set"):
        await run(bulk, '"a"\n', common={"quality": "x"})
    result = await run(bulk, '"a"\n"b"\n', fresh=True)
    assert (result.answered, len(echoing.calls), len(parts(bulk.place / "out"))) == (2, 3, 2)
    shutil.rmtree(bulk.place / "out" / "_aigpt")
    with pytest.raises(OutputError, match="is not empty, and not the output of a run"):
        await run(bulk, '"a"\n"b"\n')
    with pytest.raises(OutputError, match="is a file"):
        await run_file(bulk.igpt, "ask", bulk.place / "q.jsonl", f"{bulk.write('file', 'x')}/")
    with pytest.raises(OutputError, match="is not the output of a bulk run"):
        read_report(bulk.place)


async def test_a_start_that_sent_nothing_does_not_keep_the_next_one_out(bulk: Bulk, echoing: ScriptedServer) -> None:
    rows = '{"question": "a"}\n{"question": "b"}\n'
    with pytest.raises(InputError, match=r"line 1 of .*q\.jsonl is not a valid row: it has no 'nope'"):
        await run(bulk, rows, mapping={"input": "nope"})
    assert (bulk.place / "out" / "_aigpt" / "run.json").exists()
    (bulk.place / "out" / "_aigpt" / "run.json").write_text("{", encoding="ascii")  # damaged, too
    result = await run(bulk, rows, mapping={"input": "question"})
    assert (result.answered, len(parts(bulk.place / "out"))) == (2, 2)
    with pytest.raises(MismatchError, match=r"different: --map"):
        await run(bulk, rows, mapping={"input": "nope"})
    assert len(parts(bulk.place / "out")) == 2


async def test_an_answer_in_a_journal_keeps_another_run_out(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": "one"})
    igpt_server.reply("recall/ask", json={"error": "auth"}, status=401)
    await run(bulk, '"a"\n"b"\n', concurrency=1)
    with pytest.raises(MismatchError, match=r"different: --set"):
        await run(bulk, '"a"\n"b"\n', common={"quality": "x"})
    assert list((bulk.place / "out" / "_aigpt" / "wip").glob("*/*.jsonl"))


async def test_columns_of_parquet_are_checked_before_the_folder_is_made(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.place / "q.parquet"
    pq.write_table(pa.table({"question": ["a"]}), source)
    with pytest.raises(InputError, match=r"q\.parquet: there is no column 'nope', only 'question'"):
        await run_file(bulk.igpt, "ask", source, f"{bulk.place}/out/", mapping={"input": "nope"})
    assert not (bulk.place / "out").exists()
    assert not echoing.calls


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"batch_size": 2}, "batch_size is for an output that is a file"),
        ({"max_tokens": 2}, "prices, max_tokens and max_cost are for chat, responses and embeddings"),
        ({"tokens_per_minute": 2}, "tokens_per_minute is for the methods of the clients in aigpt.openai"),
        ({"workers": 2}, "address and workers are for engine='ray'"),
        ({"form": "openai-batch"}, "an OpenAI batch file goes to an output that is a file"),
        ({"engine": "spark"}, "engine must be 'local' or 'ray'"),
    ],
)
async def test_options_that_do_not_fit_are_refused(bulk: Bulk, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        await run(bulk, **options)


async def test_a_second_run_is_refused_with_no_call(bulk: Bulk, echoing: ScriptedServer, tmp_path: Path) -> None:
    (tmp_path / "out" / "_aigpt").mkdir(parents=True)
    lock = tmp_path / "out" / "_aigpt" / "lock"
    async with run_lock(FileLock(lock), "out", lambda _: None):
        with pytest.raises(OutputError, match="another run is writing"):
            await run(bulk)
        assert not echoing.calls
    assert not lock.exists()
    # Of a process that is known to be gone, and of one that nothing is known of, which does not beat.
    async with run_lock(FileLock(lock), "out", lambda _: None):
        left = json.loads(lock.read_bytes())
    lock.write_text(json.dumps({**left, "pid": 2**22 + 1}), encoding="utf-8")
    assert (await run(bulk, '"a"\n')).answered == 1


async def test_a_lock_without_a_heartbeat_is_taken_and_its_owner_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt.bulk.run_lock._STALE", 0.5)
    told = asyncio.Event()
    lock = tmp_path / "lock"
    async with (
        run_lock(FileLock(lock), "out", lambda _: told.set()),  # it beats after two seconds
        run_lock(FileLock(lock), "out", lambda _: None),
    ):
        await asyncio.wait_for(told.wait(), 60)


async def test_a_run_that_is_cancelled_ends_at_once(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": "late"}, after=60)
    task = asyncio.create_task(run(bulk))
    assert await igpt_server.called(32, 50)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 50)
    assert not (bulk.place / "out" / "_aigpt" / "lock").exists()


@pytest.mark.parametrize(
    "work",
    [
        "aigpt.bulk.sharded_run.plan_shards",
        "aigpt.bulk.parts.Parts.make",
        "aigpt.bulk.run_lock.FileLock.create",
        "aigpt.bulk.parts.Parts.open",
        "aigpt.bulk.parts.Parts.journal",
        "aigpt.bulk.parts.write_answers",
        "aigpt.bulk.parts.Parts.clean",
    ],
)
async def test_a_run_that_is_cancelled_leaves_no_thread_behind(
    bulk: Bulk, echoing: ScriptedServer, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    """What is written after the end of a run, as on a slow disk, would meet the next one."""
    module, _, name = work.rpartition(".")
    owner: Any = import_module(module) if module.islower() else None
    if owner is None:
        module, _, kind = module.rpartition(".")
        owner = getattr(import_module(module), kind)
    original = getattr(owner, name)
    entered, released, ended = threading.Event(), threading.Event(), threading.Event()

    def slow(*args: Any, **kwargs: Any) -> Any:
        entered.set()
        assert released.wait(20)
        try:
            return original(*args, **kwargs)
        finally:
            ended.set()

    monkeypatch.setattr(owner, name, slow)
    task = asyncio.create_task(run(bulk, '"a"\n'))
    assert await asyncio.to_thread(entered.wait, 50)
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0.02)
        assert not task.done()
    released.set()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 50)
    assert ended.is_set()
    assert not (bulk.place / "out" / "_aigpt" / "lock").exists()


async def test_a_run_that_is_stopped_before_it_begins_makes_nothing(bulk: Bulk, echoing: ScriptedServer) -> None:
    run_ = ShardedRun(bulk.igpt, "ask", bulk.write("q.jsonl", LINES), bulk.place / "out")
    run_.stop("enough")
    result = await run_
    assert (result.stopped, result.answered, len(echoing.calls)) == ("enough", 0, 0)
    assert not (bulk.place / "out").exists()


class SlowWorkers(OwnWorker):
    """Workers that never start, as on a cluster without a node."""

    def __init__(self) -> None:
        super().__init__(lambda: pytest.fail("it was started"))
        self.starting = asyncio.Event()
        self.done: list[str] = []

    async def start(self) -> None:
        self.starting.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.done.append("start ended")

    async def close(self, *, at_once: bool) -> None:
        self.done.append("closed at once" if at_once else "closed")


@pytest.mark.parametrize("is_cancelled", [False, True])
async def test_a_run_is_stopped_while_its_workers_start(
    bulk: Bulk, echoing: ScriptedServer, *, is_cancelled: bool
) -> None:
    run_ = ShardedRun(bulk.igpt, "ask", bulk.write("q.jsonl", LINES), bulk.place / "out")
    workers = run_._workers = SlowWorkers()
    task = asyncio.create_task(run_._run())
    await asyncio.wait_for(workers.starting.wait(), 50)
    lock = bulk.place / "out" / "_aigpt" / "lock"
    assert lock.exists()
    if is_cancelled:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, 50)
    else:
        run_.stop("enough")
        result = await asyncio.wait_for(task, 50)
        assert (result.stopped, result.answered, result.left) == ("enough", 0, 450)
    assert workers.done == ["start ended", "closed at once"]
    assert not lock.exists()
    assert not echoing.calls


async def test_workers_that_do_not_start_end_the_run(bulk: Bulk, echoing: ScriptedServer) -> None:
    class Failing(SlowWorkers):
        async def start(self) -> None:
            raise BulkError("no worker could be started")

    run_ = ShardedRun(bulk.igpt, "ask", bulk.write("q.jsonl", LINES), bulk.place / "out")
    run_._workers = Failing()
    with pytest.raises(BulkError, match="no worker could be started"):
        await run_
    assert not (bulk.place / "out" / "_aigpt" / "lock").exists()


async def test_what_is_answered_after_its_shard_was_cancelled_is_no_row(
    bulk: Bulk, igpt_server: ScriptedServer, tmp_path: Path
) -> None:
    gate = Gate()
    igpt_server.reply("recall/ask", json={"output": "late"}, after=gate)
    output = Parts(tmp_path / "out")
    output.make()
    shards = plan_shards(bulk.write("q.jsonl", LINES), None, 100).shards
    rows = RowMapping("input", True, {})
    options = ShardOptions({}, {}, rows, 4, frozenset(), False, False, Limits())
    worker = ShardWorker(make_job(bulk.igpt, "ask"), output, options, None)
    cancelled = asyncio.create_task(worker.run(shards[0]))
    assert await gate.reached(4, 50)
    other = asyncio.create_task(worker.run(shards[1]))
    cancelled.cancel()
    with pytest.raises(asyncio.CancelledError):
        await cancelled
    gate.open()
    result = await asyncio.wait_for(other, 50)
    assert (result.is_done, result.rows) == (True, 100)
    assert list((output.about / "wip").iterdir()) == []
    assert worker.progress.summary.done == len(igpt_server.calls) == 104  # those that waited for a slot are not sent
    await worker.close()


async def test_a_lock_that_is_given_up_while_its_heart_beats_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt.bulk.run_lock._BEAT", 0.01)
    entered, released, ended = threading.Event(), threading.Event(), threading.Event()

    def slow(path: Path, pieces: list[bytes]) -> None:
        entered.set()
        assert released.wait(20)
        write_whole_file(path, pieces)
        ended.set()

    monkeypatch.setattr("aigpt.bulk.run_lock.write_whole_file", slow)
    lock = tmp_path / "lock"
    async with run_lock(FileLock(lock), "out", lambda _: None):
        assert await asyncio.to_thread(entered.wait, 50)
        asyncio.get_running_loop().call_later(0.2, released.set)
    assert ended.is_set()
    assert not lock.exists()
