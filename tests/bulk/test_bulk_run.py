"""Runs end, stop, go on and refuse as promised; and what is in the output stays."""

import asyncio
import json
import os
import stat
from dataclasses import dataclass
from typing import Any

import pytest
from bulk_files import Bulk

import aigpt
from aigpt import ConfigurationError
from aigpt.bulk import BulkRun, InputError, OutputError, run_file
from aigpt.bulk.errors import InputChangedError, MismatchError
from aigpt.openai import AsyncOpenAI
from aigpt.testing import Call, ScriptedServer

QUESTIONS = "".join(f'"question {i}"\n' for i in range(40))


def questions(rows: list[dict[str, Any]]) -> list[str]:
    return sorted((row["request"]["input"] for row in rows), key=lambda text: int(text.split()[1]))


ALL = [f"question {i}" for i in range(40)]


async def test_a_row_holds_what_was_asked_and_what_came(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/run", status=503, times=1)
    igpt_server.reply("recall/run", json={"output": "Ja, natürlich. \U0001f600\u2028"})
    result = await bulk('{"id": 7, "input": "Wirklich?"}', method="run")
    assert (result.total, result.answered, result.failed, result.left, result.stopped) == (1, 1, 0, 0, None)
    (row,) = bulk.rows
    assert set(row) == {
        *("id", "request", "reply", "error", "status", "retries", "elapsed", "attempt_time", "time"),
    }
    assert row["id"] == 7
    assert row["request"] == {"input": "Wirklich?"}
    assert row["reply"] == {"output": "Ja, natürlich. \U0001f600\u2028"}
    assert (row["error"], row["status"], row["retries"]) == (None, 200, 1)
    assert 0 < row["attempt_time"] <= row["elapsed"] < 5
    assert stat.S_IMODE(bulk.target.stat().st_mode) == 0o600
    assert stat.S_IMODE((bulk.place / "answers.jsonl.run").stat().st_mode) == 0o600


def test_it_is_exported() -> None:
    assert aigpt.run_file is run_file


async def test_it_goes_on_where_it_was(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(QUESTIONS)
    whole = bulk.target.read_bytes().splitlines(keepends=True)
    bulk.target.write_bytes(b"".join(whole[:25]))
    echoing.calls.clear()
    result = await bulk(QUESTIONS)
    assert (result.answered, result.summary.done, len(echoing.calls)) == (40, 15, 15)
    assert questions(bulk.rows) == ALL
    await bulk(QUESTIONS)
    assert len(echoing.calls) == 15


@pytest.mark.parametrize("cut", [1, 2, 30, -2])
async def test_a_torn_last_line_is_mended(bulk: Bulk, echoing: ScriptedServer, cut: int) -> None:
    await bulk(QUESTIONS)
    whole = bulk.target.read_bytes()
    last = whole.splitlines(keepends=True)[-1]
    bulk.target.write_bytes(whole[: len(whole) - len(last)] + last[:cut])
    await bulk(QUESTIONS)
    assert questions(bulk.rows) == ALL
    assert len(echoing.calls) == 41


async def test_a_last_line_that_lacks_only_its_end_is_kept(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(QUESTIONS)
    bulk.target.write_bytes(bulk.target.read_bytes()[:-1])
    await bulk(QUESTIONS)
    assert questions(bulk.rows) == ALL
    assert len(echoing.calls) == 40


async def test_a_damaged_line_is_named_and_kept(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(QUESTIONS)
    lines = bulk.target.read_bytes().splitlines(keepends=True)
    damaged = b"".join([*lines[:3], b"\0\0\0\n", *lines[4:]])
    bulk.target.write_bytes(damaged)
    with pytest.raises(OutputError, match=r"line 4 of .* is not a row"):
        await bulk(QUESTIONS)
    assert bulk.target.read_bytes() == damaged


async def test_fresh_begins_anew(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(QUESTIONS)
    await bulk('"question 7"', fresh=True)
    assert questions(bulk.rows) == ["question 7"]


@pytest.mark.parametrize(
    ("again", "words"),
    [
        ({"content": QUESTIONS + '"question 40"\n'}, "the input, 40 rows then, 41 now"),
        ({"content": QUESTIONS.replace("question 3", "question 9")}, "the input"),
        ({"method": "run"}, "method"),
        ({"common": {"quality": "x"}}, "--set"),
    ],
)
async def test_an_output_of_something_else_is_refused(
    bulk: Bulk, echoing: ScriptedServer, again: dict[str, Any], words: str
) -> None:
    await bulk(QUESTIONS)
    before = bulk.target.read_bytes()
    with pytest.raises(MismatchError, match=rf"belongs to another run \(different: {words}.*fresh=True"):
        await bulk(**{"content": QUESTIONS, **again})
    assert bulk.target.read_bytes() == before


async def test_another_user_is_another_run(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(QUESTIONS)
    other = Bulk(bulk.igpt.with_options(user="other"), bulk.place)
    with pytest.raises(MismatchError, match="different: user"):
        await other(QUESTIONS)


async def test_a_file_of_somebody_elses_is_refused(bulk: Bulk, echoing: ScriptedServer) -> None:
    bulk.target.write_text("my diary\n", encoding="utf-8")
    with pytest.raises(MismatchError, match=r"exists, but answers.jsonl.run, .* is missing or damaged"):
        await bulk(QUESTIONS)
    assert bulk.target.read_text(encoding="utf-8") == "my diary\n"


async def test_failed_rows_are_asked_again_on_demand(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    bad = {"question 3", "question 30"}
    igpt_server.reply("good", json=lambda call: {"output": call.json["input"]})
    igpt_server.reply("bad", json={"error": "quota"})
    igpt_server.choose("recall/ask", lambda call: "bad" if call.json["input"] in bad else "good")
    result = await bulk(QUESTIONS)
    assert (result.answered, result.failed) == (38, 2)
    assert {row["request"]["input"] for row in bulk.rows if row["error"] == "quota"} == bad
    result = await bulk(QUESTIONS)
    assert (result.failed, len(igpt_server.calls)) == (2, 40)
    bad.remove("question 3")
    result = await bulk(QUESTIONS, retry_errors=True)
    assert (result.answered, result.failed, len(igpt_server.calls)) == (39, 1, 42)
    assert questions(bulk.rows) == ALL
    assert stat.S_IMODE(bulk.target.stat().st_mode) == 0o600


async def test_what_stops_a_run_is_asked_again_by_the_next(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": "."}, times=10)
    igpt_server.reply("recall/ask", json={"error": "auth"}, times=8)
    igpt_server.reply("recall/ask", json={"output": "."})
    result = await bulk(QUESTIONS, concurrency=4)
    assert (result.stopped, result.answered, result.failed, result.left) == ("auth", 10, 0, 30)
    for _ in range(3):
        result = await bulk(QUESTIONS, concurrency=4)
    assert (result.stopped, result.answered) == (None, 40)
    assert questions(bulk.rows) == ALL


async def test_stop_finishes_and_writes_what_is_under_way(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json={"output": "."}, after=gate)
    run = BulkRun(bulk.igpt, "ask", bulk.write("in.jsonl", QUESTIONS), bulk.target, concurrency=4)

    async def stop() -> None:
        await gate.reached(4)
        assert (run.total, run.before, run.in_flight) == (40, 0, 4)
        run.stop("enough")
        gate.open()

    stopping = asyncio.create_task(stop())
    result = await run
    await stopping
    assert (result.stopped, result.answered, result.left, len(bulk.rows)) == ("enough", 4, 36, 4)


async def test_a_stop_before_the_beginning_is_heeded(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    run = BulkRun(bulk.igpt, "ask", bulk.write("in.jsonl", QUESTIONS), bulk.target)
    run.stop()
    result = await run
    assert (result.stopped, result.answered) == ("stopped", 0)
    assert not bulk.target.exists()


async def test_cancelled_it_lets_go_of_everything(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json={"output": "."}, after=gate)
    task = asyncio.create_task(bulk(QUESTIONS))
    await gate.reached(32)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert bulk.igpt._sender.transport.under_way == 0
    gate.open()
    assert (await bulk(QUESTIONS)).answered == 40


async def test_cancelled_while_it_looks_through_the_input_it_keeps_no_lock(bulk: Bulk, echoing: ScriptedServer) -> None:
    for turns in range(3):
        task = asyncio.create_task(bulk(QUESTIONS * 50))
        for _ in range(turns + 1):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert (await bulk(QUESTIONS, fresh=True)).answered == 40


async def test_two_runs_cannot_write_one_file(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json={"output": "."}, after=gate)
    first = asyncio.create_task(bulk(QUESTIONS))
    await gate.reached()
    with pytest.raises(OutputError, match="another run is writing"):
        await bulk(QUESTIONS)
    (bulk.place / "link.jsonl").symlink_to(bulk.target)
    with pytest.raises(OutputError, match="another run is writing"):
        await run_file(bulk.igpt, "ask", bulk.place / "in.jsonl", bulk.place / "link.jsonl", fresh=True)
    gate.open()
    assert (await first).answered == 40


@dataclass
class Decision:
    subject: str
    votes: int


async def test_answers_in_the_shape_of_a_type_are_written_as_they_came(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    fitting, misfit = {"output": {"subject": "Tent", "votes": 3}}, {"output": {"subject": "Tent", "votes": "SECRET"}}
    igpt_server.reply("recall/run", json=fitting, times=1)
    igpt_server.reply("recall/run", json=misfit)
    result = await bulk('"a"\n"b"\n', method="run", common={"output_format": Decision}, concurrency=1)
    assert (result.answered, result.failed) == (1, 1)
    assert [(row["reply"], row["error"]) for row in bulk.rows] == [(fitting, None), (misfit, "invalid_output")]
    sent = igpt_server.calls[0].json["output_format"]
    assert (sent["name"], sent["schema"]["required"]) == ("Decision", ["subject", "votes"])
    assert bulk.rows[0]["request"]["output_format"] == sent
    again = await bulk('"a"\n"b"\n', method="run", common={"output_format": Decision})
    assert again.summary.done == 0


@pytest.mark.parametrize(
    ("common", "message"),
    [
        ({"output_format": asyncio.Lock}, "common: "),
        ({"metadata": {"when": object()}}, "JSON"),
        ({"x": float("nan")}, "JSON"),
    ],
)
async def test_what_cannot_be_sent_is_said_before_anything_is(bulk: Bulk, common: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        await bulk('"a"\n', common=common)
    assert not bulk.target.exists()


async def test_wrong_configuration_is_raised(bulk: Bulk) -> None:
    with pytest.raises(ConfigurationError, match="timeout must be"):
        await bulk(QUESTIONS, common={"timeout": -1})
    with pytest.raises(ConfigurationError, match="concurrency must be"):
        await bulk(QUESTIONS, concurrency=0)


# ── disks ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("form", [None, "openai-batch"])
async def test_a_pipe_or_a_device_as_the_output_is_refused(bulk: Bulk, echoing: ScriptedServer, form: Any) -> None:
    pipe = bulk.place / "pipe"
    os.mkfifo(pipe)
    (bulk.place / "pipe.rows").symlink_to("pipe")
    for target in (pipe, "/dev/full"):
        source = bulk.write("in.jsonl", QUESTIONS)
        with pytest.raises(OutputError, match=r"is a device or a pipe, .*; give a file as the output"):
            async with AsyncOpenAI(api_key="k", base_url=echoing.url) as client:
                await run_file(
                    bulk.igpt if form is None else client,
                    "ask" if form is None else "chat",
                    source,
                    target,
                    form=form,
                    common={"model": "m"} if form else None,
                )
    assert not echoing.calls


_REPLACE = "replaced, cut or written by another program"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda path: path.unlink(), "removed"),
        (lambda path: path.write_bytes(b""), _REPLACE),
        (lambda path: os.truncate(path, 30), _REPLACE),
        (lambda path: path.write_bytes(path.read_bytes() + b"{}\n"), _REPLACE),
        (lambda path: path.rename(path.with_name("moved")), "removed"),
        (lambda path: path.with_name("in.jsonl").rename(path), _REPLACE),
    ],
)
@pytest.mark.parametrize("at", [10, 40])
async def test_an_output_that_others_change_ends_the_run(
    bulk: Bulk, igpt_server: ScriptedServer, change: Any, what: str, at: int
) -> None:
    """At the last row, too, after which nothing is written."""
    run: list[BulkRun] = []

    def answer(call: Call) -> dict[str, Any]:
        if len(igpt_server.calls) == at:
            asyncio.run_coroutine_threadsafe(changed(), loop).result()
        return {"output": "."}

    async def changed() -> None:
        change(bulk.target)

    loop = asyncio.get_running_loop()
    igpt_server.reply("recall/ask", json=answer)
    run.append(BulkRun(bulk.igpt, "ask", bulk.write("in.jsonl", QUESTIONS), bulk.target, concurrency=1))
    with pytest.raises(OutputError, match=f"answers.jsonl was {what} while the run was writing it"):
        await run[0]
    assert len(igpt_server.calls) == at


LONG = "".join(f'{{"id": {i}, "input": "question {"x" * 2000}"}}\n' for i in range(100))


@pytest.mark.parametrize(
    "change",
    [
        lambda path: os.truncate(path, 150_000),
        lambda path: path.write_text(LONG.replace("question", "inquests"), encoding="utf-8"),
        lambda path: path.write_text(LONG * 2, encoding="utf-8"),
        lambda path: path.write_text(LONG.replace("{", "}"), encoding="utf-8"),
    ],
)
async def test_an_input_that_others_change_ends_the_run(bulk: Bulk, igpt_server: ScriptedServer, change: Any) -> None:
    """What has been read ahead by then is what was checked, and is answered."""
    source = bulk.write("in.jsonl", LONG)

    def answer(call: Call) -> dict[str, Any]:
        if len(igpt_server.calls) == 10:
            change(source)
        return {"output": "."}

    igpt_server.reply("recall/ask", json=answer)
    with pytest.raises(InputChangedError, match=r"in.jsonl was changed while the run was reading it; .* fresh=True"):
        await run_file(bulk.igpt, "ask", source, bulk.target, concurrency=1)
    assert len(bulk.rows) == len(igpt_server.calls) <= 100
    assert all(row["request"]["input"].startswith("question") for row in bulk.rows)
    assert (await bulk(LONG)).answered == 100


async def test_an_input_that_is_written_anew_as_it_was_is_read_on(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    source = bulk.write("in.jsonl", LONG)

    def answer(call: Call) -> dict[str, Any]:
        if len(igpt_server.calls) == 10:
            (bulk.place / "new").write_text(LONG, encoding="utf-8")
            (bulk.place / "new").rename(source)
        return {"output": "."}

    igpt_server.reply("recall/ask", json=answer)
    assert (await run_file(bulk.igpt, "ask", source, bulk.target, concurrency=1)).answered == 100


async def test_an_input_that_is_gone_is_named(bulk: Bulk, echoing: ScriptedServer) -> None:
    source = bulk.write("in.jsonl", QUESTIONS)
    run = BulkRun(bulk.igpt, "ask", source, bulk.target)
    scan = run._input.scan

    def scan_and_lose(stopped: Any) -> None:
        scan(stopped)
        source.unlink()

    run._input.scan = scan_and_lose  # type: ignore[method-assign]
    with pytest.raises(InputError, match=r"cannot read .*in.jsonl: No such file"):
        await run


async def test_a_disk_that_fills_up_loses_nothing(
    bulk: Bulk, echoing: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = 0
    write = os.write

    def short(fd: int, data: Any) -> int:
        nonlocal written
        if len(data) < 100:
            return write(fd, data)
        written += 1
        if written > 10:
            write(fd, bytes(data)[:20])
            raise OSError(28, "No space left on device")
        return write(fd, bytes(data)[:50]) if len(data) > 50 else write(fd, data)

    monkeypatch.setattr(os, "write", short)
    with pytest.raises(OutputError, match="No space left on device; its rows are kept; the same command resumes"):
        await bulk(QUESTIONS)
    monkeypatch.undo()
    before = bulk.rows  # whole lines, all of them
    assert before
    result = await bulk(QUESTIONS)
    assert result.answered == 40
    assert bulk.rows[: len(before)] == before
    assert questions(bulk.rows) == ALL


async def test_a_target_that_cannot_be_written_is_named(bulk: Bulk, echoing: ScriptedServer) -> None:
    with pytest.raises(OutputError, match=r"cannot write .*does not exist; make it, or name another output"):
        await run_file(bulk.igpt, "ask", bulk.write("in.jsonl", QUESTIONS), bulk.place / "none" / "answers.jsonl")
    assert not echoing.calls


async def test_a_folder_as_the_output_is_named_before_the_input_is_read(
    bulk: Bulk, igpt_server: ScriptedServer
) -> None:
    folder = bulk.place / "answers"
    folder.mkdir()
    with pytest.raises(OutputError) as caught:
        await run_file(bulk.igpt, "ask", bulk.place / "none.jsonl", folder)
    assert str(caught.value) == f"{folder} is a folder; give a file as the output, such as {folder / 'answers.jsonl'}"
    assert not list(folder.iterdir())
    assert not igpt_server.calls


async def test_an_answer_is_written_before_its_slot_is_used_again(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    lost = 0

    def look(call: Call) -> dict[str, str]:
        nonlocal lost
        asked = len(igpt_server.calls)
        written = len(bulk.target.read_bytes().splitlines()) if bulk.target.exists() else 0
        lost = max(lost, asked - written)
        return {"output": "."}

    igpt_server.reply("recall/ask", json=look)
    await bulk(QUESTIONS, concurrency=3)
    assert lost <= 3


async def test_the_file_beside_it_says_what_it_is(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(QUESTIONS, common={"quality": "x"})
    about = json.loads((bulk.place / "answers.jsonl.run").read_text(encoding="utf-8"))
    assert about["method"] == "ask"
    assert about["input"]["rows"] == 40
    assert about["set"] == {"quality": "x"}
    assert "test-key" not in json.dumps(about)


async def test_the_input_is_never_written_over(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    source = bulk.write("in.jsonl", QUESTIONS)
    (bulk.place / "link.jsonl").hardlink_to(source)
    for target in (source, bulk.place / "link.jsonl"):
        with pytest.raises(InputError, match="is the input and would be overwritten"):
            await run_file(bulk.igpt, "ask", source, target, fresh=True)
    assert source.read_text(encoding="utf-8") == QUESTIONS
