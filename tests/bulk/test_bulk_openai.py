"""Bulk runs of chat completions, responses and embeddings: what a row becomes, what an answer is recorded as."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from bulk_files import read_rows

from aigpt import AsyncIGPT, ConfigurationError, run_file
from aigpt.bulk import BulkResult, InputError, read_report
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


@pytest.mark.timeout(120 + ROUNDS)
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
            timeout=100 + ROUNDS,
        )
        assert (done.returncode, done.stderr) == (0, ""), f"seed {seed}"
        finished = [line.split() for line in done.stdout.splitlines()]
        assert sum(int(kills) for _, kills in finished) == ROUNDS
        for name, _ in finished:
            found = read_rows(Path(name))
            assert Counter(map(content, found)) == wanted, f"seed {seed}"
            assert len({json.dumps(row["id"]) for row in found}) == ROWS
        assert len(server.calls) <= len(finished) * ROWS + ROUNDS * 8
