"""Runs whose output is in an object store, over a store on the loopback: each row once, whatever happens."""

import asyncio
import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from bulk_files import Bulk, echo
from object_server import ObjectServer

from aigpt import ConfigurationError
from aigpt.bulk import BulkResult, InputError, OutputError, ShardedRun, read_report, run_file
from aigpt.bulk.errors import MismatchError
from aigpt.bulk.object_store import ObjectStore
from aigpt.bulk.outputs import Journal, open_output
from aigpt.bulk.run_lock import run_lock
from aigpt.testing import Call, Gate, ScriptedServer

LINES = "".join(f'{{"input": "question {i}"}}\n' for i in range(450))


@pytest.fixture
def objects() -> Iterator[ObjectServer]:
    with ObjectServer() as server:
        yield server


@pytest.fixture(params=["s3", "gs"])
def target(request: pytest.FixtureRequest, objects: ObjectServer) -> str:
    return objects.address(request.param, "my/answers/")


def parts(objects: ObjectServer) -> list[dict[str, Any]]:
    names = sorted(name for name in objects.objects if name.startswith("my/answers/part-"))
    return [row for name in names for row in pq.read_table(BytesIO(objects.objects[name][0])).to_pylist()]


async def run(bulk: Bulk, target: str, content: str = LINES, **options: Any) -> BulkResult:
    return await run_file(bulk.igpt, "ask", bulk.write("q.jsonl", content), target, **options)


async def test_each_row_is_in_a_part_once(
    bulk: Bulk, echoing: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    result = await run(bulk, target)
    assert (result.total, result.answered, result.failed, result.left, result.stopped) == (450, 450, 0, 0, None)
    rows = parts(objects)
    assert len({row["id"] for row in rows}) == len(rows) == len(echoing.calls) == 450
    left = {name for name in objects.objects if "/part-" not in name}
    assert left == {"my/answers/_aigpt/run.json"}
    again = await run(bulk, target)
    assert (again.answered, again.left, len(echoing.calls)) == (450, 0, 450)
    report = read_report(target)
    assert (report.name, report.total, report.summary.ok) == ("answers", 450, 450)


async def test_a_stopped_run_goes_on_from_what_was_stored(
    bulk: Bulk, echoing: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    run_ = ShardedRun(bulk.igpt, "ask", bulk.write("q.jsonl", LINES), target, concurrency=4)

    def answer(call: Call) -> dict[str, Any]:
        if len(echoing.calls) == 130:
            loop.call_soon_threadsafe(run_.stop, "enough")
        return {"output": call.json["input"]}

    loop = asyncio.get_running_loop()
    echoing.reply("recall/ask", json=answer)
    result = await run_
    assert result.stopped == "enough"
    assert 130 <= len(echoing.calls) == result.answered < 200
    report = read_report(target)  # of parts and journals
    assert (report.summary.done, report.total) == (len(echoing.calls), 450)
    result = await run(bulk, target)
    assert (result.answered, result.left, len(echoing.calls)) == (450, 0, 450)
    assert len({row["id"] for row in parts(objects)}) == len(parts(objects)) == 450
    assert not [name for name in objects.objects if "/wip/" in name]


async def test_what_is_answered_is_stored_while_its_shard_goes_on(
    bulk: Bulk, igpt_server: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    gate = Gate()
    igpt_server.reply("recall/ask", json=echo, times=7)
    igpt_server.reply("recall/ask", json=echo, times=1, after=gate)
    igpt_server.reply("recall/ask", json=echo)
    task = asyncio.create_task(run(bulk, target, "".join(LINES.splitlines(keepends=True)[:20])))
    done = 0
    while done < 19:
        assert not task.done()
        await asyncio.sleep(0.05)
        if "my/answers/_aigpt/run.json" in objects.objects:
            done = (await asyncio.to_thread(read_report, target)).summary.done
    assert not parts(objects)
    gate.open()
    assert (await task).answered == len(parts(objects)) == 20


async def test_failures_are_retried_on_demand_and_an_output_belongs_to_its_run(
    bulk: Bulk, igpt_server: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    igpt_server.reply("recall/ask", json={"error": "quota"}, times=3)
    igpt_server.reply("recall/ask", json={"output": "now"})
    source = '"a"\n"b"\n"c"\n"d"\n"e"\n'
    result = await run(bulk, target, source, concurrency=1)
    assert (result.answered, result.failed) == (2, 3)
    result = await run(bulk, target, source)
    assert (result.answered, result.failed, len(igpt_server.calls)) == (2, 3, 5)
    result = await run(bulk, target, source, retry_errors=True)
    assert (result.answered, result.failed, len(igpt_server.calls)) == (5, 0, 8)
    assert {row["error"] for row in parts(objects)} == {None}
    with pytest.raises(MismatchError, match=r"s3://bucket|gs://bucket") as raised:
        await run(bulk, target, '"a"\n')
    assert "s3cret" not in str(raised.value)
    result = await run(bulk, target, '"a"\n', fresh=True)
    assert (result.answered, len(parts(objects))) == (1, 1)


async def test_a_start_that_sent_nothing_does_not_keep_the_next_one_out(
    bulk: Bulk, echoing: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    rows = '{"question": "a"}\n'
    with pytest.raises(InputError, match="it has no 'nope'"):
        await run(bulk, target, rows, mapping={"input": "nope"})
    result = await run(bulk, target, rows, mapping={"input": "question"})
    assert (result.answered, len(parts(objects))) == (1, 1)
    with pytest.raises(MismatchError, match="different: --map"):
        await run(bulk, target, rows, mapping={"input": "nope"})


async def test_a_second_run_is_refused_with_no_call(
    bulk: Bulk, echoing: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    output = open_output(target)
    async with run_lock(output.lock(), output.name, lambda _: None):
        with pytest.raises(OutputError, match="another run is writing"):
            await run(bulk, target)
        assert not echoing.calls
        left = json.loads(objects.objects["my/answers/_aigpt/lock"][0])
    assert "my/answers/_aigpt/lock" not in objects.objects
    lock = json.dumps({**left, "pid": 2**22 + 1}).encode()
    objects.objects["my/answers/_aigpt/lock"] = lock, "7"
    assert (await run(bulk, target, '"a"\n')).answered == 1


async def test_of_several_one_takes_a_lock_over(objects: ObjectServer, target: str) -> None:
    objects.objects["my/answers/_aigpt/lock"] = b'{"token": "of a machine that is gone", "beat": 7}', "1"
    locks = [open_output(target).lock() for _ in range(4)]
    assert not any(await asyncio.gather(*(asyncio.to_thread(lock.create, b'{"token": "new"}') for lock in locks)))
    assert {lock.read() for lock in locks} == {objects.objects["my/answers/_aigpt/lock"][0]}
    contents = [b'{"token": "%d"}' % number for number in range(4)]
    took = await asyncio.gather(
        *(asyncio.to_thread(lock.take_over, content) for lock, content in zip(locks, contents, strict=True))
    )
    assert sum(took) == 1
    assert objects.objects["my/answers/_aigpt/lock"][0] == contents[took.index(True)]
    assert [lock.beat(content) for lock, content in zip(locks, contents, strict=True)] == took


async def test_the_owner_of_a_lock_that_was_taken_over_is_told(
    objects: ObjectServer, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt.bulk.run_lock._STALE", 0.5)
    output, told = open_output(target), asyncio.Event()
    async with (
        run_lock(output.lock(), output.name, lambda _: told.set()),  # it beats after two seconds
        run_lock(output.lock(), output.name, lambda _: None),
    ):
        await asyncio.wait_for(told.wait(), 60)
    assert "my/answers/_aigpt/lock" not in objects.objects


def test_a_journal_that_is_lost_has_what_was_stored(objects: ObjectServer, target: str) -> None:
    output = open_output(target)

    def append(journal: Journal, *lines: int) -> None:
        for line in lines:
            journal.append({"id": line, "line": line, "request": {}, "reply": {}, "error": None, "status": 200,
                            "retries": 0, "elapsed": 0.1, "attempt_time": 0.1, "time": 1.0})  # fmt: skip

    lost = output.journal("00000-000000000000")
    append(lost, 1, 2)
    lost.flush()
    lost.flush()  # nothing is new
    append(lost, 3)
    assert len(objects.puts) == 1
    successor = output.journal("00000-000000000000")
    assert successor.lines == {1, 2}
    append(successor, 3, 4)
    lost.flush()  # it does not know that it is lost
    successor.commit()
    assert sorted(row["line"] for row in parts(objects)) == [1, 2, 3, 4]
    append(lost, 4)
    lost.close()
    output.clean(keep=[])
    assert set(output.done()) == {"00000-000000000000"}
    assert not list(output.journals())
    successor.flush()  # after its end
    successor.close()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("s3://bucket/answers.jsonl", "an output at an address is a folder of parts"),
        ("ftp://bucket/answers/", r"no place for an output; give a path, s3://BUCKET/FOLDER/"),
        ("s3://key:s3cret@bucket/a/?acl=public", r"^s3://bucket/a/ is no place"),
    ],
)
async def test_addresses_that_are_none_are_refused(bulk: Bulk, address: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        await run(bulk, address)


async def test_a_store_that_refuses_ends_the_run_without_a_call(
    bulk: Bulk, echoing: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    objects.refuses = True
    with pytest.raises(
        OutputError,
        match=r"cannot write (s3|gs)://bucket/my/answers: the store answered with status 403 to the credentials in the "
        r"address, which must be allowed (s3:ListBucket, |to list, ).* there; ",
    ) as raised:
        await run(bulk, target)
    assert "s3cret" not in str(raised.value)
    assert not echoing.calls
    with pytest.raises(OutputError, match="cannot read"):
        read_report(target)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("s3://{}bucket/a/", "of the environment (AWS_ACCESS_KEY_ID) or of the machine's role"),
        ("s3://{key}@bucket/a/", "in the address"),
    ],
)
def test_a_store_that_refuses_is_told_with_what_it_refuses(
    objects: ObjectServer, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "someone")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s3cret")
    objects.refuses = True
    where = address.format("", key="someone:s3cret")
    store = ObjectStore(f"{where}?region=r&scheme=http&endpoint_override=127.0.0.1:{objects.port}")
    asked: list[Callable[[], object]] = [
        store.names,
        lambda: store.get("one"),
        lambda: store.put("one", b""),
        lambda: store.create("one", b""),
        lambda: store.delete(["one"]),
    ]
    for ask in asked:
        with pytest.raises(OSError, match="status 403 to the credentials") as raised:
            ask()
        assert said in str(raised.value)
        assert "s3cret" not in str(raised.value)


async def test_a_folder_of_other_objects_is_refused(
    bulk: Bulk, echoing: ScriptedServer, objects: ObjectServer, target: str
) -> None:
    objects.objects["my/answers/readme.txt"] = b"mine", "1"
    with pytest.raises(OutputError, match="is not empty, and not the output of a run"):
        await run(bulk, target)
    assert not echoing.calls
    with pytest.raises(OutputError, match="is not the output of a bulk run"):
        read_report(objects.address("s3", "other/"))


def test_an_output_on_this_machine_needs_no_store(tmp_path: Path) -> None:
    assert open_output(tmp_path).name == str(tmp_path)
