"""Bulk runs of chat completions, responses and embeddings: what a row becomes, what an answer is recorded as."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from bulk_files import read_rows

from aigpt import AsyncIGPT, ConfigurationError, run_file
from aigpt.bulk import BulkResult, BulkRun, InputError, read_prices, read_report
from aigpt.bulk.batch_output import write_batch_files
from aigpt.bulk.errors import MismatchError
from aigpt.bulk.spending import Spending
from aigpt.openai import AsyncOpenAI, OpenAI
from aigpt.testing import Call, ScriptedServer

ROUNDS = int(os.environ.get("AIGPT_KILL_ROUNDS", "50")) // 5
ROWS = 150


@pytest.fixture
def server() -> Any:
    with ScriptedServer() as one:
        one.reply("*", json=chat)
        yield one


def chat(call: Call) -> dict[str, Any]:
    message = {"role": "assistant", "content": call.json["messages"][-1]["content"]}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": call.json["model"],
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7},
    }


class Run:
    """`run_file` with one client, in one directory."""

    def __init__(self, client: AsyncOpenAI, place: Path) -> None:
        self.client, self.place, self.target = client, place, place / "answers.jsonl"

    async def __call__(self, content: str, name: str = "in.jsonl", method: Any = "chat", **options: Any) -> BulkResult:
        source = self.place / name
        source.write_text(content, encoding="utf-8")
        return await run_file(self.client, method, source, self.target, **{"common": {"model": "m"}, **options})

    @property
    def rows(self) -> list[dict[str, Any]]:
        return read_rows(self.target)


@pytest.fixture
async def bulk(server: ScriptedServer, tmp_path: Path) -> AsyncIterator[Run]:
    async with AsyncOpenAI(api_key="k", base_url=server.url, max_retries=0) as client:
        yield Run(client, tmp_path)


def _verdict(call: Call) -> str:
    return "good" if call.headers["authorization"] == "Bearer right" else "bad"


def content(row: dict[str, Any]) -> str:
    return str(row["reply"]["choices"][0]["message"]["content"])


async def test_strings_lists_of_messages_and_objects_are_rows(bulk: Run, server: ScriptedServer) -> None:
    system = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "two"}]
    rows = ["one", system, {"id": 3, "messages": system[1:], "temperature": 0, "top_k": 5, "timeout": 3}]
    result = await bulk("".join(f"{json.dumps(row)}\n" for row in rows))
    assert (result.total, result.answered, result.failed) == (3, 3, 0)
    assert sorted(map(content, bulk.rows)) == ["one", "two", "two"]
    sent = {json.dumps(call.json, sort_keys=True) for call in server.calls}
    assert sent == {
        json.dumps(body, sort_keys=True)
        for body in (
            {"model": "m", "messages": [{"role": "user", "content": "one"}]},
            {"model": "m", "messages": system},
            {"model": "m", "messages": system[1:], "temperature": 0, "top_k": 5, "timeout": 3},
        )
    }
    named = next(row for row in bulk.rows if row["id"] == 3)
    assert (named["status"], named["error"], named["reply"]["usage"]["total_tokens"]) == (200, None, 7)
    assert read_report(bulk.target).summary.tokens["total_tokens"] == 21


async def test_columns_are_messages_and_parameters(bulk: Run, server: ScriptedServer) -> None:
    lines = 'question,model,temperature\n"42",a,0.5\n"[{""role"":""user"",""content"":""listed""}]",b,\n'
    mapping = {"messages": "question", "model": "model"}
    await bulk(lines, "in.csv", common={"vendor_option": True}, mapping=mapping)
    assert sorted(map(content, bulk.rows)) == ["42", "listed"]
    assert {call.json["model"] for call in server.calls} == {"a", "b"}
    assert all(call.json["vendor_option"] is True for call in server.calls)


async def test_what_is_unknown_in_rows_and_in_common_is_sent(bulk: Run, server: ScriptedServer) -> None:
    common = {"model": "m", "vendor_a": 1, "vendor_b": 1, "extra_headers": {"x-a": "b"}}
    await bulk('{"messages": "hi", "vendor_b": 2}\n', common=common)
    (call,) = server.calls
    assert (call.json["vendor_a"], call.json["vendor_b"], call.headers["x-a"]) == (1, 2, "b")


async def test_responses_and_embeddings_take_an_input(bulk: Run, server: ScriptedServer) -> None:
    server.reply(
        "responses", json=lambda call: {"id": "r", "object": "response", "output": [], "said": call.json["input"]}
    )
    await bulk('"one"\n', method="responses")
    assert bulk.rows[0]["reply"]["said"] == "one"
    data = [{"object": "embedding", "index": 0, "embedding": [1.0, 2.0]}]
    server.reply("embeddings", json={"object": "list", "data": data, "usage": {"prompt_tokens": 3, "total_tokens": 3}})
    await bulk('"one"\n', method="embeddings", fresh=True)
    assert bulk.rows[0]["reply"]["data"][0]["embedding"] == [1.0, 2.0]


async def test_a_refused_row_is_recorded_with_what_the_server_said(bulk: Run, server: ScriptedServer) -> None:
    error = {"message": "No such model.", "type": "invalid_request_error", "code": "model_not_found"}
    server.choose("chat/completions", lambda call: "bad" if call.json["model"] == "none" else "good")
    server.reply("bad", json={"error": error}, status=404)
    server.reply("good", json=chat)
    result = await bulk('{"id": 1, "messages": "a", "model": "none"}\n{"id": 2, "messages": "b"}\n')
    assert (result.answered, result.failed) == (1, 1)
    refused = next(row for row in bulk.rows if row["id"] == 1)
    assert (refused["error"], refused["status"], refused["reply"]) == ("model_not_found", 404, {"error": error})


@pytest.mark.parametrize(
    ("body", "kind"),
    [("[1]", "a list"), ("null", "null"), ('"x"', "a string"), ("7", "a number"), ("true", "a boolean")],
)
@pytest.mark.parametrize("form", [None, "openai-batch"])
async def test_an_answer_that_is_no_object_is_a_failed_row(
    bulk: Run, server: ScriptedServer, body: str, kind: str, form: Any
) -> None:
    server.reply("chat/completions", body=body, headers={"Content-Type": "application/json"})
    line = '{"custom_id": "a", "url": "/v1/chat/completions", "body": {"messages": "Hello"}}\n'
    result = await bulk(line if form else '{"id": "a", "messages": "Hello"}\n', form=form)
    assert (result.answered, result.failed) == (0, 1)
    (row,) = read_rows(bulk.place / "answers.jsonl.rows") if form else bulk.rows
    code = "APIResponseValidationError"
    assert (row["id"], row["error"], row["status"], row["reply"]["error"]["code"]) == ("a", code, 200, code)
    message = row["reply"]["error"]["message"]
    assert message == f"The response is not what the API promises: it is {kind}, not an object; check base_url."
    if form:
        (failed,) = read_rows(bulk.place / "answers.errors.jsonl")
        assert (bulk.rows, failed["response"]["body"]["error"]["message"]) == ([], message)
    server.reply("chat/completions", json=chat)
    lines = line if form else '{"id": "a", "messages": "Hello"}\n'
    assert (await bulk(lines, form=form, retry_errors=True)).answered == 1


async def test_a_refused_key_stops_and_its_rows_are_sent_by_the_next_run(bulk: Run, server: ScriptedServer) -> None:
    server.choose("chat/completions", _verdict)
    server.reply("bad", json={"error": {"message": "Wrong key.", "code": "invalid_api_key"}}, status=401)
    server.reply("good", json=chat)
    lines = "".join(f'"question {number}"\n' for number in range(30))
    result = await bulk(lines, concurrency=4)
    assert (result.stopped, result.answered, result.failed, result.left) == ("auth", 0, 0, 30)
    bulk.client = bulk.client.with_options(api_key="right")
    result = await bulk(lines)
    assert (result.answered, result.left) == (30, 0)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{}", "it has no 'messages'"),
        ('{"messages": []}', "a text that is not blank, or a list that is not empty"),
        ('{"messages": 7}', "a text that is not blank, or a list"),
        ("7", "it must be a string or an object, or a list"),
        ('{"messages": "a", "stream": true}', "'stream' is not supported"),
    ],
)
async def test_a_line_that_is_no_row_is_refused_before_anything_is_sent(
    bulk: Run, server: ScriptedServer, line: str, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        await bulk(f'"good"\n{line}\n')
    assert not server.calls


async def test_methods_belong_to_clients(bulk: Run, tmp_path: Path) -> None:
    async with AsyncIGPT("k", user="u") as igpt:
        with pytest.raises(ConfigurationError, match="'chat' is a method of AsyncOpenAI"):
            await run_file(igpt, "chat", tmp_path / "a", tmp_path / "b")
    with pytest.raises(ConfigurationError, match="'ask' is a method of AsyncIGPT"):
        await run_file(bulk.client, "ask", tmp_path / "a", tmp_path / "b")
    blocking: Any = OpenAI(api_key="k")
    with blocking, pytest.raises(ConfigurationError, match="works with AsyncOpenAI"):
        await run_file(blocking, "chat", tmp_path / "a", tmp_path / "b")


_CHANGED = [
    ({"name": "c.csv", "mapping": {"id": "id", "messages": "prompt"}}, "id,prompt\na,Hello\nb,Same\n"),
    ({}, '{"id": "a", "messages": "Hello"}\n{"id": "b", "messages": "Same"}\n'),
    ({"method": "embeddings"}, '{"id": "a", "input": "Hello"}\n{"id": "b", "input": "Same"}\n'),
    (
        {"form": "openai-batch"},
        (
            '{"custom_id": "a", "url": "/v1/chat/completions", "body": {"messages": "Hello"}}\n'
            '{"custom_id": "b", "url": "/v1/chat/completions", "body": {"messages": "Same"}}\n'
        ),
    ),
]


@pytest.mark.parametrize(("options", "lines"), _CHANGED)
async def test_a_row_that_keeps_its_id_and_changes_is_refused(
    bulk: Run, server: ScriptedServer, options: dict[str, Any], lines: str
) -> None:
    server.reply("embeddings", json=embeddings)
    await bulk(lines, **options)
    rows = bulk.target if "form" not in options else bulk.place / "answers.jsonl.rows"
    before = rows.read_bytes()
    server.calls.clear()
    with pytest.raises(MismatchError, match=r"line \d of .*, id 'a', is not what was sent\); take .* fresh=True"):
        await bulk(lines.replace("Hello", "Goodbye"), **options)
    assert rows.read_bytes() == before
    with pytest.raises(MismatchError, match=r"id 'a', and 1 more are not what was sent"):
        await bulk(lines.replace("Hello", "Goodbye").replace("Same", "Other"), **options)
    assert not server.calls
    rows.write_bytes(b"".join(line for line in before.splitlines(keepends=True) if json.loads(line)["id"] != "a"))
    result = await bulk(lines.replace("Hello", "Goodbye"), **options)
    assert (result.answered, len(server.calls)) == (2, 1)
    assert {json.dumps(row["request"]).count("Goodbye") for row in read_rows(rows) if row["id"] == "a"} == {1}


async def test_an_output_without_requests_is_resumed(bulk: Run, server: ScriptedServer) -> None:
    lines = (
        '{"id": "a", "messages": "one"}\n{"id": "b", "messages": "\\ud83d", "n": 1e22, "big": 99999999999999999999}\n'
    )
    await bulk(lines, common={"model": "m", "stop": ("x", "y")})
    again = await bulk(lines, common={"model": "m", "stop": ("x", "y")})
    assert (again.left, again.summary.done) == (0, 0)
    rows = bulk.rows
    bulk.target.write_text("".join(json.dumps({**row, "request": None}) + "\n" for row in rows), encoding="ascii")
    assert (await bulk(lines, common={"model": "m", "stop": ("x", "y")})).summary.done == 0


@pytest.mark.parametrize(
    ("method", "lines"),
    [
        ("chat", '{"messages": "a", "model": "m"}\n{"messages": "b"}\n'),
        ("chat", '{"messages": "a", "model": "m"}\n{"messages": "b", "model": ""}\n'),
        ("responses", '{"input": "a", "prompt": {"id": "p"}}\n"b"\n'),
        ("embeddings", '{"input": "a", "model": "m"}\n"b"\n'),
    ],
)
async def test_a_row_without_a_model_is_refused(bulk: Run, server: ScriptedServer, method: Any, lines: str) -> None:
    with pytest.raises(
        InputError, match=r"line 2 of .*: it has no 'model'; give one for all .* common=..model.: .MODEL.."
    ):
        await bulk(lines, method=method, common={})
    assert (server.calls, bulk.target.exists()) == ([], False)
    for route in ("chat/completions", "responses", "embeddings"):
        server.reply(route, json={"id": "x", "object": "list", "data": []})
    assert (await bulk(lines, method=method, common={"extra_body": {"model": "m"}})).total == 2


async def test_a_batch_file_that_is_not_called_one_is_recognized(bulk: Run, server: ScriptedServer) -> None:
    with pytest.raises(InputError, match=r"this looks like an OpenAI batch file; give form=.openai-batch."):
        await bulk(batch_line("a", "one"))
    assert not server.calls


# ── OpenAI batch files ──────────────────────────────────────────────────────────────────────────────────────────


def batch_line(name: str, text: str, url: str = "/v1/chat/completions", **body: Any) -> str:
    body = {"model": "m", "messages": [{"role": "user", "content": text}], **body}
    return json.dumps({"custom_id": name, "method": "POST", "url": url, "body": body}) + "\n"


async def test_batch_files_go_in_and_come_out(bulk: Run, server: ScriptedServer) -> None:
    error = {"message": "No such model.", "code": "model_not_found"}
    server.choose("chat/completions", lambda call: "bad" if call.json["model"] == "none" else "good")
    server.reply("bad", json={"error": error}, status=404, headers={"x-request-id": "req_bad"})
    server.reply("good", json=chat, headers={"x-request-id": "req_good"})
    lines = batch_line("a", "one") + batch_line("b", "two", model="none")
    result = await bulk(lines, form="openai-batch", common={})
    assert (result.answered, result.failed) == (1, 1)
    (good,) = bulk.rows
    assert set(good) == {"id", "custom_id", "response", "error"}
    assert (good["custom_id"], good["error"]) == ("a", None)
    assert (good["response"]["status_code"], good["response"]["request_id"]) == (200, "req_good")
    assert good["response"]["body"]["choices"][0]["message"]["content"] == "one"
    errors = bulk.place / "answers.errors.jsonl"
    (bad,) = read_rows(errors)
    assert (bad["custom_id"], bad["error"]) == ("b", None)
    assert bad["response"] == {"status_code": 404, "request_id": "req_bad", "body": {"error": error}}
    assert read_report(bulk.target).summary.done == 2
    again = await bulk(lines, form="openai-batch", common={})
    assert (again.answered, again.failed, again.summary.done) == (1, 1, 0)
    server.choose("chat/completions", lambda _: "good")


async def test_a_request_without_an_answer_has_an_error_of_its_own(bulk: Run) -> None:
    client = bulk.client.with_options(base_url="http://127.0.0.1:9/v1")
    source = bulk.place / "in.jsonl"
    source.write_text(batch_line("a", "one"), encoding="utf-8")
    await run_file(client, "chat", source, bulk.target, form="openai-batch")
    (row,) = read_rows(bulk.place / "answers.errors.jsonl")
    assert (row["response"], row["error"]["code"]) == (None, "APIConnectionError")
    assert bulk.rows == []


async def test_batch_files_are_split(bulk: Run) -> None:
    await bulk("".join(batch_line(str(i), f"text {i}") for i in range(7)), form="openai-batch", common={})
    write_batch_files(bulk.target, most_requests=3)
    parts = [bulk.target, bulk.place / "answers-2.jsonl", bulk.place / "answers-3.jsonl"]
    assert [len(read_rows(part)) for part in parts] == [3, 3, 1]
    assert sorted(row["custom_id"] for part in parts for row in read_rows(part)) == list("0123456")
    write_batch_files(bulk.target, most_bytes=2 * max(map(len, bulk.target.read_bytes().splitlines(keepends=True))))
    assert [len(read_rows(part)) for part in parts] == [2, 2, 2]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{}", "with a custom_id, a method, a url and a body"),
        (batch_line("a", "b", url="/v1/embeddings"), "must be POST /v1/chat/completions"),
        (batch_line("a", "b", stream=True), "'stream' is not supported"),
    ],
)
async def test_a_line_of_another_batch_is_refused(bulk: Run, line: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        await bulk(line, form="openai-batch")
    with pytest.raises(ConfigurationError, match="openai-batch is a form of chat"):
        await bulk("", form="openai-batch", mapping={"messages": "a"})


# ── embeddings in batches ───────────────────────────────────────────────────────────────────────────────────────


def embeddings(call: Call) -> dict[str, Any]:
    given = call.json["input"]
    inputs = [given] if isinstance(given, str) else given
    data = [{"object": "embedding", "index": i, "embedding": [float(len(text))]} for i, text in enumerate(inputs)]
    return {"object": "list", "model": "m", "data": data[::-1], "usage": {"prompt_tokens": 11, "total_tokens": 11}}


async def test_rows_of_embeddings_share_calls_and_have_answers_of_their_own(bulk: Run, server: ScriptedServer) -> None:
    server.reply("embeddings", json=embeddings)
    rows: list[Any] = [{"id": i, "input": "x" * (i + 1)} for i in range(7)]
    rows[3]["dimensions"] = 5  # which the others do not ask for
    result = await bulk("".join(f"{json.dumps(row)}\n" for row in rows), method="embeddings", batch_size=3)
    assert (result.answered, result.summary.done) == (7, 3)
    assert sorted(str(call.json["input"]) for call in server.calls) == [
        "['x', 'xx', 'xxx']",
        "['xxxxx', 'xxxxxx', 'xxxxxxx']",
        "xxxx",
    ]
    for row in bulk.rows:
        (data,) = row["reply"]["data"]
        assert (data["index"], data["embedding"]) == (0, [float(row["id"] + 1)])
    assert read_report(bulk.target).summary.tokens["total_tokens"] == 11 * len(server.calls)


async def test_an_answer_that_lacks_one_fails_all_its_rows(bulk: Run, server: ScriptedServer) -> None:
    server.reply("embeddings", json={"object": "list", "data": [{"index": 0, "embedding": [1.0]}]})
    result = await bulk('"a"\n"b"\n', method="embeddings", batch_size=2)
    assert (result.answered, result.failed) == (0, 2)
    assert {row["error"] for row in bulk.rows} == {"invalid_response"}


# ── limits ──────────────────────────────────────────────────────────────────────────────────────────────────────

_TEXT = "x" * 400
_PRICES = {"m": {"input": 1.0, "output": 10.0}}


def spend(call: Call) -> dict[str, Any]:
    usage = {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}
    return {**chat(call), "usage": usage}


@pytest.mark.parametrize("bound", [50, None])
async def test_a_run_stops_before_it_uses_more_tokens(bulk: Run, server: ScriptedServer, bound: int | None) -> None:
    server.reply("chat/completions", json=spend)
    lines = "".join(json.dumps({"id": i, "messages": _TEXT}) + "\n" for i in range(30))
    common = {"model": "m"} if bound is None else {"model": "m", "max_completion_tokens": bound}
    result = await bulk(lines, common=common, max_tokens=1000, concurrency=4)
    assert result.stopped is not None
    assert result.stopped.startswith("max_tokens: the next call could exceed 1,000 tokens")
    assert (result.answered, result.left) == (6, 24)
    result = await bulk(lines, common=common)
    assert (result.answered, result.stopped, len(server.calls)) == (30, None, 30)


async def test_a_run_stops_before_it_costs_more(bulk: Run, server: ScriptedServer) -> None:
    """A call costs 100 tokens at 1 and 50 at 10 per million: 0.0006."""
    server.reply("chat/completions", json=spend)
    lines = "".join(json.dumps({"id": i, "messages": _TEXT}) + "\n" for i in range(30))
    common = {"model": "m", "max_completion_tokens": 50}
    result = await bulk(lines, common=common, prices=_PRICES, max_cost=0.003, concurrency=8)
    assert result.stopped is not None
    assert result.stopped.startswith("max_cost")
    assert result.answered == 5
    assert result.cost == pytest.approx(0.003)


def using(prompt: object, completion: object, total: object) -> Any:
    """Return an answer that says that it used so many tokens."""
    usage = {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": total}
    return lambda call: {**chat(call), "usage": usage}


SHORT = "".join(json.dumps({"id": i, "messages": f"q{i}"}) + "\n" for i in range(60))


@pytest.mark.parametrize("bound", [10, 5, None])
async def test_calls_under_way_count_for_what_calls_have_used(
    bulk: Run, server: ScriptedServer, bound: int | None
) -> None:
    """Of a question of two letters a token is estimated; the server counts ten, and minds no bound."""
    server.reply("chat/completions", json=using(10, 10, 20), after=0.05)
    common = {"model": "m"} if bound is None else {"model": "m", "max_completion_tokens": bound}
    result = await bulk(SHORT, common=common, max_tokens=200, concurrency=64)
    assert result.stopped is not None
    assert (result.answered, result.summary.tokens["total_tokens"], len(server.calls)) == (10, 200, 10)


async def test_what_calls_under_way_need_is_the_sum_of_what_each_needs() -> None:
    """It is kept as they begin and end, whatever is learned of them meanwhile."""
    chances = random.Random(1)  # noqa: S311 (nothing secret)
    spending = Spending("chat", {"m": {"input": 1.0, "output": 10.0}}, 1e9, 1e6)
    under_way: list[Any] = []
    for _ in range(500):
        if under_way and chances.random() < 0.5:
            call = under_way.pop(chances.randrange(len(under_way)))
            used = {"prompt_tokens": chances.randrange(40), "completion_tokens": chances.randrange(40)}
            spending.end(call, chances.choice([None, {"usage": used}]))
        else:
            texts = [{"role": "user", "content": "x" * chances.randrange(99)}]
            call = spending.estimate({"model": "m", "messages": texts, "max_completion_tokens": 7})
            if not under_way or spending._expected.is_known(call):
                assert await spending.wait_for_room(call) is None
                under_way.append(call)
        needs = [spending._need(one) for one in under_way]
        if spending._needed is not None:
            assert spending._needed == pytest.approx(tuple(map(sum, zip((0, 0), *needs, strict=False))), abs=1e-9)


async def test_calls_that_fail_keep_no_others_from_starting(bulk: Run, server: ScriptedServer) -> None:
    server.reply("chat/completions", json={"error": {"message": "No."}}, status=400)
    common = {"model": "m", "max_completion_tokens": 5}
    result = await bulk(SHORT, common=common, max_tokens=100)
    assert (result.failed, result.stopped, result.cost) == (60, None, None)


@pytest.mark.parametrize(
    "usage", [None, (-5, -5, -10), (10**15, 1, 10**15), (0, 0, 0), ("10", "10", "20"), (True, True, True)]
)
async def test_an_answer_without_a_usable_usage_counts_as_estimated(
    bulk: Run, server: ScriptedServer, usage: Any
) -> None:
    answer = using(*usage) if usage else lambda call: {**chat(call), "usage": None}
    server.reply("chat/completions", json=answer)
    result = await bulk(SHORT, prices={"m": {"input": 1.0, "output": 10.0}}, max_tokens=100, concurrency=4)
    assert result.stopped is not None
    assert result.stopped.startswith("max_tokens")
    assert 0 < result.answered == result.estimated < 40
    assert not any(count < 0 or count > 10**9 for count in result.summary.tokens.values())
    assert 0 < (result.cost or 0) < 100 * 10 / 1_000_000


async def test_usage_without_a_total_or_without_parts_counts(bulk: Run, server: ScriptedServer) -> None:
    lines = '{"id": 1, "messages": "q"}\n'
    for usage, cost in (((10, 20, None), 210e-6), ((None, None, 30), 30e-6), ((None, 20, 30), 210e-6)):
        server.reply("chat/completions", json=using(*usage))
        result = await bulk(lines, prices={"m": {"input": 1.0, "output": 10.0}}, fresh=True)
        assert (result.cost, result.estimated) == (pytest.approx(cost), 0)


async def test_a_call_whose_input_alone_costs_too_much_is_not_sent(bulk: Run, server: ScriptedServer) -> None:
    result = await bulk(json.dumps(_TEXT) + "\n", prices=_PRICES, max_cost=0.00009)
    assert result.stopped is not None
    assert result.stopped.startswith("max_cost: the next call could cost more than is left of 0.00009")
    assert (result.left, server.calls) == (1, [])


async def test_a_dry_run_sends_nothing(bulk: Run, server: ScriptedServer) -> None:
    source = bulk.place / "in.jsonl"
    source.write_text("".join(json.dumps({"id": i, "messages": _TEXT}) + "\n" for i in range(30)), encoding="utf-8")
    common = {"model": "m", "max_completion_tokens": 50}
    run = BulkRun(bulk.client, "chat", source, bulk.target, common=common, prices=_PRICES)
    found = await run.estimate()
    assert (found.rows, found.input_tokens, found.output_tokens) == (30, 3000, 1500)
    assert found.cost == pytest.approx(30 * 0.0006)
    unbounded = await BulkRun(bulk.client, "chat", source, bulk.target, common={"model": "m"}).estimate()
    assert (unbounded.output_tokens, unbounded.cost, unbounded.input_cost) == (None, None, None)
    priced = await BulkRun(bulk.client, "chat", source, bulk.target, common={"model": "m"}, prices=_PRICES).estimate()
    assert (priced.output_tokens, priced.cost, priced.input_cost) == (None, None, pytest.approx(0.003))
    assert not server.calls
    assert not bulk.target.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"max_cost": 1}, "max_cost needs prices"),
        ({"max_tokens": 0}, "max_tokens must be a number above 0"),
        ({"prices": {"m": 3}}, "a price table is"),
        ({"prices": {"m": {"input": -1}}}, "a price table is .*; 'm' is not so"),
        ({"prices": {"m": {"input": 1, "outputs": 2}}}, "the prices of 'm' have 'outputs'; .* 'input' and 'output'"),
        ({"prices": {"m": {"input": float("nan")}}}, "a price table is .*; 'm' is not so"),
        ({"prices": {"m": {"input": 1, "output": "2"}}}, "a price table is .*; 'm' is not so"),
        ({"prices": {"other": {"input": 1}}}, "the price table has no model 'm'"),
        ({"batch_size": 2}, "batch_size is for embeddings"),
        ({"tokens_per_minute": 0}, "tokens_per_minute must be"),
    ],
)
async def test_wrong_limits_are_named(bulk: Run, options: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        await bulk('"a"\n', **options)


def test_prices_come_from_json_or_toml(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"m": {"input": 1, "output": 2}}', encoding="utf-8")
    (tmp_path / "p.toml").write_text('["gpt-4.1"]\ninput = 2.0\noutput = 8.0\n', encoding="utf-8")
    assert read_prices(tmp_path / "p.json") == {"m": {"input": 1, "output": 2}}
    assert read_prices(tmp_path / "p.toml") == {"gpt-4.1": {"input": 2.0, "output": 8.0}}
    (tmp_path / "q.json").write_text("[", encoding="utf-8")
    for name in ("q.json", "missing.json"):
        with pytest.raises(ConfigurationError, match=name):
            read_prices(tmp_path / name)


# ── kill -9 ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.timeout(300 + ROUNDS)
def test_killed_at_any_moment_and_run_again_every_row_is_there_once(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    rows: list[Any] = [f"question {i % 100}" if i % 3 else {"id": i, "messages": f"named {i}"} for i in range(ROWS)]
    source.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    wanted = Counter(row if isinstance(row, str) else row["messages"] for row in rows)
    seed = os.urandom(4).hex()
    with ScriptedServer() as server:
        server.reply("chat/completions", json=chat, after=0.005)
        command = [sys.executable, str(Path(__file__).with_name("kill_loop.py")), server.url, str(source)]
        done = subprocess.run(
            [*command, str(tmp_path), str(ROUNDS), seed, "chat"],
            capture_output=True,
            text=True,
            check=False,
            timeout=280 + ROUNDS,
        )
        assert (done.returncode, done.stderr) == (0, ""), f"seed {seed}"
        finished = [line.split() for line in done.stdout.splitlines()]
        assert sum(int(kills) for _, kills in finished) == ROUNDS
        for name, _ in finished:
            found = read_rows(Path(name))
            assert Counter(map(content, found)) == wanted, f"seed {seed}"
            assert len({json.dumps(row["id"]) for row in found}) == ROWS
        assert len(server.calls) <= len(finished) * ROWS + ROUNDS * 8
