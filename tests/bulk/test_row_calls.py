"""Calls for the rows of a dataset, without Ray: what goes out of a table, and what comes back."""

import asyncio
import dataclasses
import gc
import json
import pickle
import subprocess
import sys
import threading
from typing import Any

import pyarrow as pa
import pytest
from bulk_files import echo

from aigpt import Adaptive
from aigpt.bulk import BulkError, InputError
from aigpt.bulk.client_spec import spec_of
from aigpt.bulk.job import make_job
from aigpt.bulk.lease_keeper import Lease
from aigpt.bulk.parquet import answer_columns
from aigpt.bulk.ray_map import MapActor, rows_of_table
from aigpt.bulk.row_calls import CallOptions, RowCalls
from aigpt.bulk.rows import RowMapping
from aigpt.testing import Call, ScriptedServer

ROWS = [{"input": f"question {i}"} for i in range(40)]


async def test_batches_share_the_slots_and_keep_their_order(igpt_server: ScriptedServer) -> None:

    def answer(call: Call) -> dict[str, Any]:
        return {"error": "quota"} if call.json["input"].endswith("7") else echo(call)

    igpt_server.reply("recall/ask", json=answer)
    async with igpt_server.client() as igpt:
        calls = RowCalls(make_job(igpt, "ask"), CallOptions({"quality": "x"}, 8), None)
        calls.start()
        batches = await asyncio.gather(calls.answer(ROWS[:15]), calls.answer(ROWS[15:]), calls.answer([]))
        await calls.close()
    found = [one for batch in batches for one in batch]
    assert [one["reply"].get("output") for one in found] == [
        None if i % 10 == 7 else f"question {i}" for i in range(40)
    ]
    assert [one["error"] for one in found if one["error"]] == ["quota"] * 4
    assert all(call.json["quality"] == "x" for call in igpt_server.calls)
    columns = answer_columns(found)
    assert [json.loads(text) for text in columns["reply"].to_pylist()] == [one["reply"] for one in found]
    assert columns["error"].null_count == 36


async def test_a_refused_key_is_raised_for_all_that_wait(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=401, json={"error": "auth"})
    async with igpt_server.client() as igpt:
        calls = RowCalls(make_job(igpt, "ask"), CallOptions({}, 4), None)
        calls.start()
        found = await asyncio.gather(calls.answer(ROWS), calls.answer(ROWS), return_exceptions=True)
        assert [str(one) for one in found] == ["stopped: auth; no more calls are sent"] * 2
        assert all(isinstance(one, BulkError) for one in found)
        await calls.close()


class Leases:
    """Gives slots at once."""

    def __init__(self) -> None:
        self.given = 0

    async def __call__(self, *_: object) -> Lease:
        self.given += 1
        now = asyncio.get_running_loop().time()
        return Lease("one", now, first=now, step=0.001, number=10)

    def follow(self, keepers: object) -> None:
        """There is one."""


def of_loops() -> int:
    return [thread.name for thread in threading.enumerate()].count("aigpt")


def test_an_actor_that_is_dropped_ends_its_calls_and_its_thread(
    igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    igpt_server.reply("recall/ask", json=echo)
    before = of_loops()
    leases = Leases()
    actor = MapActor(spec_of(igpt_server.client()), "ask", CallOptions({}, 4), RowMapping("input", True, {}), leases)
    answered = actor(pa.table({"input": ["a", "b"]}))
    assert answered["error"].null_count == 2
    assert leases.given
    assert of_loops() == before + 1
    del actor
    gc.collect()
    assert of_loops() == before
    assert not caplog.records


_PROGRAM = """
import sys
import pyarrow as pa
from aigpt import AsyncIGPT
from aigpt.bulk.client_spec import spec_of
from aigpt.bulk.ray_map import MapActor
from aigpt.bulk.row_calls import CallOptions
from aigpt.bulk.rows import RowMapping

client = AsyncIGPT("k", user="u", base_url=sys.argv[1])
actor = MapActor(spec_of(client), "ask", CallOptions({}, 4), RowMapping("input", True, {}), None)
print(actor(pa.table({"input": ["a"]}))["error"].null_count)
"""


def test_a_process_that_ends_with_an_actor_says_nothing(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    command = [sys.executable, "-W", "always", "-c", _PROGRAM, igpt_server.url]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")


def test_what_goes_to_the_actors_shows_nobody_s_text() -> None:
    """Ray Data writes the fields of dataclasses and the repr of all else, for its dashboard."""
    options = CallOptions({"instructions": "PRIVATE"}, Adaptive(1, 9))
    assert not dataclasses.is_dataclass(options)
    assert repr(options) == "<CallOptions of 1 parameters>"
    copy = pickle.loads(pickle.dumps(options))  # noqa: S301 (our own)
    assert (copy.common, copy.concurrency) == (options.common, options.concurrency)


def test_columns_are_parameters() -> None:
    table = pa.table({"id": [1, 2], "q": ["a", "b"], "n": [3, 4], "other": [b"x", b"y"]})
    mapping = RowMapping("input", True, {"input": "q", "max_results": "n"})
    assert rows_of_table(table, mapping) == [{"input": "a", "max_results": 3}, {"input": "b", "max_results": 4}]
    table = pa.table({"input": ["a", "b"], "n": pa.array([None, 4])})
    assert rows_of_table(table, RowMapping("input", True, {})) == [{"input": "a"}, {"input": "b", "n": 4}]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"input": ["a"], "reply": ["b"]}, "the dataset has a column 'reply'"),
        ({"input": [" "]}, "a row of the dataset cannot be sent: its 'input' must be a text that is not blank"),
        ({"text": ["a"]}, "input"),
        ({"input": ["a"], "when": [b"b"]}, "its column 'when' is of the type binary"),
    ],
)
def test_tables_that_cannot_be_sent_are_refused(columns: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        rows_of_table(pa.table(columns), RowMapping("input", True, {}))
