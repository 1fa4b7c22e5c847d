"""Files in: every format, ids and hashes, and bad lines named by their number."""

import asyncio
import io
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from bulk_files import Bulk
from hypothesis import given
from hypothesis import strategies as st

from aigpt import ConfigurationError, run_file
from aigpt.bulk import BulkRun, InputError
from aigpt.bulk.columns import Columns
from aigpt.bulk.encodings import encoding_problem
from aigpt.bulk.input_file import InputFile
from aigpt.bulk.input_formats import parse_cell
from aigpt.bulk.rows import RowMapping
from aigpt.testing import ScriptedServer


def sent(server: ScriptedServer) -> list[dict[str, Any]]:
    bodies = [{name: value for name, value in call.json.items() if name != "user"} for call in server.calls]
    return sorted(bodies, key=json.dumps)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("q.jsonl", '"a"\n"b"\n', [{"input": "a"}, {"input": "b"}]),
        ("q.ndjson", '{"input": "a", "quality": "x"}\n\n  "b"', [{"input": "a", "quality": "x"}, {"input": "b"}]),
        ("q.jsonl", '\ufeff"a"\r\n"b"\r\n', [{"input": "a"}, {"input": "b"}]),
        ("q.jsonl", '"a\u2028b\x85c"\n', [{"input": "a\u2028b\x85c"}]),
        ("q.jsonl", r'"half \ud83d of it"' + "\n", []),
        ("q.txt", "a b\n\n\t c \n\u2028d", [{"input": "a b"}, {"input": "c"}, {"input": "\u2028d"}]),
        ("q.csv", "input,quality\na,x\nb,\n", [{"input": "a", "quality": "x"}, {"input": "b"}]),
        ("q.csv", '\ufeffinput\n"a,\n""b"""\n', [{"input": 'a,\n"b"'}]),
        ("q.csv", 'input,metadata\n42,"{""k"": 1}"\n', [{"input": "42", "metadata": {"k": 1}}]),
        (
            "q.tsv",
            '\ufeffid\tinput\tquality\n1\ta, b\tx\n2\t"c\td"\t\n',
            [{"input": "a, b", "quality": "x"}, {"input": "c\td"}],
        ),
        ("q", '{"input": "a"}\n', [{"input": "a"}]),
        ("q", "What?\n", [{"input": "What?"}]),
        ("q.jsonl", "", []),
    ],
)
async def test_each_format_is_read(
    bulk: Bulk, echoing: ScriptedServer, name: str, content: str, expected: list[dict[str, Any]]
) -> None:
    result = await bulk(content, name)
    assert sent(echoing) == sorted(expected, key=json.dumps)
    assert result.total == len(bulk.rows) == len(expected) or "half" in content


async def test_half_a_surrogate_pair_is_a_failed_row_and_no_crash(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk(r'"half \ud83d of it"')
    (row,) = bulk.rows
    assert row["error"] == "params"
    assert row["request"] == {"input": "half \ud83d of it"}
    await bulk(r'"half \ud83d of it"')
    assert len(bulk.rows) == 1


async def test_a_search_takes_queries_or_none(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk("query,max_results\na,3\n,4\n", "q.csv", method="search")
    assert sent(echoing) == [{"max_results": 4}, {"query": "a", "max_results": 3}] or sent(echoing)[0]["max_results"]
    assert {row["request"].get("query") for row in bulk.rows} == {"a", None}


async def test_mapped_columns_alone_are_sent(bulk: Bulk, echoing: ScriptedServer) -> None:
    lines = '{"id": "x", "query": "a", "answer": "secret", "n": 7}\n'
    await bulk(lines, mapping={"input": "query", "limit": "n"}, common={"quality": "q"})
    assert sent(echoing) == [{"input": "a", "limit": 7, "quality": "q"}]
    (row,) = bulk.rows
    assert (row["id"], row["request"]) == ("x", {"input": "a", "limit": 7, "quality": "q"})


async def test_the_id_may_come_from_another_column(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk("key,query\nk1,a\nk2,b\n", "q.csv", mapping={"id": "key", "input": "query"})
    assert {row["id"] for row in bulk.rows} == {"k1", "k2"}
    assert sent(echoing) == [{"input": "a"}, {"input": "b"}]


async def test_what_a_file_says_never_steers_the_call(bulk: Bulk, echoing: ScriptedServer) -> None:
    lines = '{"input": "a", "extra_headers": {"X-Evil": "1"}, "timeout": 0.001, "abort": true}\n'
    await bulk(lines)
    (call,) = echoing.calls
    assert "X-Evil" not in call.headers
    assert call.json["timeout"] == 0.001
    assert call.json["extra_headers"] == {"X-Evil": "1"}


async def test_rows_without_an_id_are_named_by_content_and_occurrence(bulk: Bulk, echoing: ScriptedServer) -> None:
    result = await bulk('"a"\n{"input": "a"}\n"b"\n"a"\n')
    assert result.answered == 4
    ids = {row["id"]: row["request"]["input"] for row in bulk.rows}
    assert len(ids) == 4
    assert sorted((id.rpartition("-")[2], text) for id, text in ids.items()) == [
        ("1", "a"),
        ("1", "b"),
        ("2", "a"),
        ("3", "a"),
    ]


BAD = [
    ("q.jsonl", '"a"\n{"input": "b"\n', 2, "it is not JSON"),
    ("q.jsonl", '"a"\n\n\n[1]\n', 4, "must be a string or an object"),
    ("q.jsonl", '"a"\n7\n', 2, "must be a string or an object"),
    ("q.jsonl", '{"inptu": "a"}\n', 1, "it has no 'input'"),
    ("q.jsonl", '{"input": 7}\n', 1, "must be a text"),
    ("q.jsonl", '"  "\n', 1, "not blank"),
    ("q.jsonl", '{"input": "a", "id": 1.5}\n', 1, "must be a string or a whole number"),
    ("q.jsonl", '{"input": "a", "stream": true}\n', 1, "'stream' is not supported"),
    ("q.jsonl", '{"input": "a", "id": "x"}\n"b"\n{"input": "c", "id": "x"}\n', 3, "that of an earlier line"),
    ("q.jsonl", b'"a"\n"\xff"\n', 2, "it is not"),
    ("q.jsonl", "[" * 100_000, 1, "nested too deep"),
    ("q.jsonl", '"NaN"\nNaN\n', 2, "it is not JSON"),
    ("q.txt", b"a\n\xff\n", 2, "not valid UTF-8"),
    ("q.csv", b"input\na\n\xff\n", 3, "not valid UTF-8"),
    ("q.csv", "input\na\nb,c\n", 3, "it has 2 cells, the first line 1"),
    ("q.csv", "input,,\na,1,2\nb\n", 2, "it has cells in several columns without a name"),
    ("q.csv", 'input\n"a"b\nc\n', 2, "it is not CSV"),
    ("q.csv", "input,quality\n,x\n", 2, "it has no 'input'"),
]


@pytest.mark.parametrize(("name", "content", "line", "why"), BAD)
async def test_a_bad_line_is_named_before_anything_is_sent(
    bulk: Bulk, igpt_server: ScriptedServer, name: str, content: str | bytes, line: int, why: str
) -> None:
    with pytest.raises(InputError, match=f"line {line} of .*{why}.*skip_bad=True") as caught:
        await bulk(content, name)
    assert caught.value.line == line
    assert "\n" not in str(caught.value)
    assert not igpt_server.calls
    assert not bulk.target.exists()


@pytest.mark.parametrize(("name", "content", "line", "why"), BAD)
async def test_bad_lines_can_be_left_out(
    bulk: Bulk, echoing: ScriptedServer, name: str, content: str | bytes, line: int, why: str
) -> None:
    for _ in range(2):
        result = await bulk(content, name, skip_bad=True)
        assert result.skipped == 1
        assert result.total == result.answered == len(bulk.rows) == len(echoing.calls)


async def test_a_missing_column_is_named(bulk: Bulk, echoing: ScriptedServer) -> None:
    with pytest.raises(
        InputError, match="there is no column 'input', only 'question'; name one of these with mapping="
    ):
        await bulk("question\na\n", "q.csv")
    with pytest.raises(InputError, match="it has no 'query'"):
        await bulk('{"input": "a"}', mapping={"input": "query"})
    with pytest.raises(InputError, match="has no columns to map"):
        await bulk('"a"', mapping={"input": "query"})


@pytest.mark.parametrize(
    ("name", "header", "remedy"),
    [
        ("q.csv", "id;input", "semicolons: save it with commas, as CSV"),
        ("q.csv", "id\tinput", 'tabs: read it with form="tsv"'),
        ("q.tsv", "id,input", 'commas: read it with form="csv"'),
        ("q.tsv", "id;input", "semicolons: save it with commas, as CSV"),
    ],
)
@pytest.mark.parametrize("target", ["a.jsonl", "a/"])
async def test_another_separator_of_columns_is_told(
    bulk: Bulk, igpt_server: ScriptedServer, name: str, header: str, remedy: str, target: str
) -> None:
    source = bulk.write(name, f"{header}\n1{header[2]}a\n")
    with pytest.raises(
        InputError, match=f"there is no column 'input', only .*; its columns are separated by {remedy}$"
    ):
        await run_file(bulk.igpt, "ask", source, f"{bulk.place}/{target}")
    assert not igpt_server.calls


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("q.XLSX", "is a spreadsheet, which is not read; save it as CSV"),
        ("q.pdf", "is a document, which is not read; save its questions as plain text"),
        ("q.jsonl.gz", "is compressed, and not read as it is; unpack it"),
    ],
)
@pytest.mark.parametrize("target", ["a.jsonl", "a/"])
async def test_a_format_that_is_known_and_not_read_is_named(
    bulk: Bulk, igpt_server: ScriptedServer, name: str, why: str, target: str
) -> None:
    with pytest.raises(InputError, match=f"{name} {why}"):
        await run_file(bulk.igpt, "ask", bulk.write(name, b"PK\x03\x04\x80"), f"{bulk.place}/{target}")
    assert not igpt_server.calls


@pytest.mark.parametrize("options", [{}, {"skip_bad": True}])
async def test_a_column_named_twice_is_refused(bulk: Bulk, igpt_server: ScriptedServer, options: Any) -> None:
    with pytest.raises(InputError, match="the first line names the column 'input' twice; rename one of the two") as got:
        await bulk("input,quality,input\na,x,b\n", "q.csv", **options)
    assert got.value.line == 1
    with pytest.raises(InputError, match="the column 'key' twice"):
        await bulk("key,key,input\n1,2,a\n", "q.csv", mapping={"id": "key", "input": "input"})
    with pytest.raises(InputError, match="the column 'id' twice"):
        await bulk("id,id,query\n1,2,a\n", "q.csv", mapping={"input": "query"})
    assert not igpt_server.calls
    assert not bulk.target.exists()


async def test_columns_that_are_not_sent_may_be_named_twice(bulk: Bulk, echoing: ScriptedServer) -> None:
    await bulk("query,note,note\na,x,y\n", "q.csv", mapping={"input": "query"})
    await bulk("input,,\nb,,\n", "q.csv", fresh=True)
    assert sent(echoing) == [{"input": "a"}, {"input": "b"}]


@pytest.mark.parametrize("options", [{}, {"skip_bad": True}])
@pytest.mark.parametrize("name", ["q.jsonl", "q.csv", "q.txt", "q"])
@pytest.mark.parametrize(
    ("codec", "named"),
    [("utf-16", "utf-16"), ("utf-16-le", "utf-16le"), ("utf-16-be", "utf-16be"), ("utf-32", "utf-32")],
)
async def test_utf_16_is_named_with_the_remedy(
    bulk: Bulk, igpt_server: ScriptedServer, codec: str, named: str, name: str, options: Any
) -> None:
    content = "input\nWas wurde beschlossen, in Zürich?\n".encode(codec)
    with pytest.raises(InputError) as caught:
        await bulk(content, name, **options)
    remedy = f"convert it with: iconv -f {named} -t utf-8"
    assert str(caught.value) == f"{bulk.place / name} is {named.upper()}, not UTF-8; {remedy}"
    assert not igpt_server.calls


@pytest.mark.parametrize("text", ["a", "a\x00b" * 9 + "c", "日本語\n", "", "\ufeffa"])
def test_utf_8_is_never_taken_for_utf_16(text: str) -> None:
    assert encoding_problem(text.encode()) is None


async def test_an_input_that_cannot_be_read_is_named(bulk: Bulk) -> None:
    from aigpt.bulk import run_file  # noqa: PLC0415 (only here)

    why = 'is a folder; for an input of files name a folder as the output, too: target="FOLDER/"'
    for source, words in (("none.jsonl", "cannot read {}: No such file"), (".", f"{{}} {why}")):
        with pytest.raises(InputError, match=words.format(bulk.place / source)):
            await run_file(bulk.igpt, "ask", bulk.place / source, bulk.target)
    assert not bulk.target.exists()


async def test_standard_input_and_pipes_are_read_whole(
    bulk: Bulk, echoing: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aigpt.bulk import run_file  # noqa: PLC0415 (only here)

    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'"a"\n"a"\n')))
        result = await run_file(bulk.igpt, "ask", "-", bulk.target)
        assert (result.answered, len(echoing.calls)) == (2, 2)
    pipe = bulk.place / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_text, args=("What?\n",)).start()
    result = await run_file(bulk.igpt, "ask", pipe, bulk.target, fresh=True)
    assert (result.answered, len(echoing.calls)) == (1, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the pipe is opened when somebody writes")
@pytest.mark.parametrize("how", ["stopped", "cancelled"])
async def test_the_wait_for_a_pipe_that_nobody_writes_to_can_be_ended(
    bulk: Bulk, echoing: ScriptedServer, how: str
) -> None:
    pipe = bulk.place / "pipe"
    os.mkfifo(pipe)
    run = BulkRun(bulk.igpt, "ask", pipe, bulk.target)
    running = asyncio.ensure_future(run._run())
    await asyncio.sleep(0.2)
    assert not running.done()
    if how == "stopped":
        run.stop()
        assert (await asyncio.wait_for(running, 30)).stopped == "stopped"
    else:
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(running, 30)
    assert not bulk.target.exists()


async def test_a_pipe_is_read_whole_however_late_it_is_written(bulk: Bulk, echoing: ScriptedServer) -> None:
    pipe = bulk.place / "pipe"
    os.mkfifo(pipe)
    running = asyncio.ensure_future(run_file(bulk.igpt, "ask", pipe, bulk.target))
    await asyncio.sleep(0.2)

    def write() -> None:
        with pipe.open("w") as file:
            for question in ("One?\n", "Two?\n"):
                file.write(question)
                file.flush()
                time.sleep(0.2)

    await asyncio.to_thread(write)
    assert (await running).answered == 2
    assert sent(echoing) == [{"input": "One?"}, {"input": "Two?"}]


async def test_another_method_is_refused(bulk: Bulk) -> None:
    with pytest.raises(ConfigurationError, match="ask, run or search"):
        await bulk('"a"', method="list")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("input", "7", "7"),
        ("max_results", "7", 7),
        ("output_format", "json", "json"),
        ("output_format", '{"schema": {}}', {"schema": {}}),
        ("filter_people", '["a"]', ["a"]),
        ("other", "NaN", "NaN"),
        ("quality", "true", "true"),
    ],
)
def test_cells_are_json_but_for_texts(name: str, text: str, value: object) -> None:
    assert parse_cell(name, text) == value


@given(st.lists(st.sampled_from(["a", "b", "c", {"input": "a"}, {"input": "d", "id": 1}, {"input": "e", "id": 2}])))
def test_ids_are_unique_and_the_same_in_each_pass(tmp_path_factory: pytest.TempPathFactory, lines: list[Any]) -> None:
    path: Path = tmp_path_factory.mktemp("in") / "q.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    source = InputFile(path, None, RowMapping("input", required=True, columns={}), skip_bad=True, columns=Columns())
    source.scan(lambda: False)
    first, second = ([id for id, _ in source.rows()] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first) == source.count == len(lines) - source.bad


async def test_a_form_that_is_none_is_refused(tmp_path: Path, igpt_server: ScriptedServer) -> None:
    (tmp_path / "q.csv").write_text("input\n?\n", encoding="utf-8")
    async with igpt_server.client() as igpt:
        with pytest.raises(ConfigurationError, match="one of jsonl, csv, tsv, text, openai-batch, parquet, not 'xml'"):
            await run_file(igpt, "ask", tmp_path / "q.csv", tmp_path / "a.jsonl", form="xml")  # type: ignore[arg-type]
