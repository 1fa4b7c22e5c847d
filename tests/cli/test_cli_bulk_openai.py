"""`aigpt bulk chat`, `responses` and `embeddings`: where key and address come from, what is printed, exit codes."""

import json
import re
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_running import Outcome

from aigpt.cli import main
from aigpt.testing import Call, ScriptedServer

Bulk = Callable[..., Outcome]


def chat(call: Call) -> dict[str, Any]:
    message = {"role": "assistant", "content": call.json["messages"][-1]["content"]}
    usage = {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}
    return {"id": "c", "choices": [{"index": 0, "finish_reason": "stop", "message": message}], "usage": usage}


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as one:
        one.reply("chat/completions", json=chat)
        yield one


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, server: ScriptedServer, tmp_path: Path
) -> Bulk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "k-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    (tmp_path / "q.csv").write_text("question\none\ntwo\n", encoding="utf-8")
    (tmp_path / "p.toml").write_text("[m]\ninput = 1.0\noutput = 10.0\n", encoding="utf-8")

    def run(*args: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["aigpt", "bulk", *args])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return Outcome(args, ended.value.code, *capsys.readouterr())

    return run


_ARGUMENTS = ("chat", "q.csv", "-o", "a.jsonl", "--map", "messages=question", "--model", "m")


def test_columns_become_messages_and_the_summary_has_the_cost(
    command: Bulk, server: ScriptedServer, tmp_path: Path
) -> None:
    done = command(*_ARGUMENTS, "--prices", "p.toml", "--tokens-per-minute", "1000000")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 of 2 rows answered, 0 failed, 0 left: a.jsonl" in done.stderr
    assert "tokens: 10 input, 4 output, 14 total" in done.stderr
    assert "cost by the price table: 0.00005" in done.stderr
    assert {call.headers["authorization"] for call in server.calls} == {"Bearer k-secret"}
    assert {call.json["model"] for call in server.calls} == {"m"}
    rows = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="ascii").splitlines()]
    assert sorted(row["reply"]["choices"][0]["message"]["content"] for row in rows) == ["one", "two"]


def test_the_first_failure_is_told_without_what_the_server_says(command: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer() as server:
        error = {"message": "Not 'one' of k-secret.", "code": "bad_words"}
        server.reply("chat/completions", json={"error": error}, status=400)
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        done = command(*_ARGUMENTS)
    assert done.returncode == 3
    assert done.stderr.startswith("the first failure: status 400, 'bad_words'\n0 of 2 rows answered")
    assert "one" not in done.stderr
    assert "secret" not in done.stderr
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))  # and never listens
        port = listener.getsockname()[1]
        done = command(*_ARGUMENTS, "--base-url", f"http://127.0.0.1:{port}/v1", "--retry-errors", "--fresh")
    assert done.returncode == 3
    assert done.stderr.startswith("the first failure: Connection error: ")
    assert f"Connect call failed ('127.0.0.1', {port})" in done.stderr.splitlines()[0]
    assert done.stderr.count("the first failure") == 1


def test_a_dry_run_needs_no_key_and_sends_nothing(
    command: Bulk, server: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    done = command(*_ARGUMENTS, "--prices", "p.toml", "--set", "max_completion_tokens=10", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "rows: 2",
        "tokens: about 2 input, output 20 at most",
        "cost by the price table: 0.000202 at most",
    ]
    assert not server.calls
    assert not (tmp_path / "a.jsonl").exists()


def test_a_limit_stops_the_run_with_1(command: Bulk, server: ScriptedServer) -> None:
    done = command(*_ARGUMENTS, "--set", "max_completion_tokens=10", "--max-tokens", "12")
    assert done.returncode == 1
    assert (
        "stopped: --max-tokens: the next call could exceed 12 tokens; the same command resumes the run, " in done.stderr
    )
    assert done.stderr.endswith(", with the whole limit anew\n")
    assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (401, "invalid_api_key", "auth: the API key was refused; check OPENAI_API_KEY, or the file given by --api-key"),
        (429, "insufficient_quota", "insufficient_quota: the credit is used up; check the plan and the billing"),
    ],
)
def test_a_refused_key_or_used_up_credit_says_where_to_look(
    command: Bulk, server: ScriptedServer, status: int, code: str, words: str
) -> None:
    error = {"message": "No.", "code": code}
    server.reply("chat/completions", json={"error": error}, status=status, headers={"x-should-retry": "false"})
    done = command(*_ARGUMENTS)
    assert done.returncode == 1
    assert f"aigpt: stopped: {words}" in done.stderr
    assert "IGPT_API" not in done.stderr.replace("OPENAI_API", "")


def test_help_names_the_variables_of_both_apis_and_plain_http_has_to_be_allowed(
    command: Bulk, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(command("--help").stdout.split())
    assert "[default: $IGPT_API_KEY; of chat, responses and embeddings $OPENAI_API_KEY]" in words
    assert "of chat, responses and embeddings $OPENAI_BASE_URL, or OpenAI's]" in words
    assert "[default: $IGPT_ALLOW_HTTP is 1; of chat, responses and embeddings no]" in words
    monkeypatch.setenv("OPENAI_BASE_URL", server.url.replace("127.0.0.1", "0.0.0.0"))  # noqa: S104 (leads here)
    monkeypatch.setenv("IGPT_ALLOW_HTTP", "1")
    refused = command(*_ARGUMENTS)
    assert (refused.returncode, "--allow-http" in refused.stderr, server.calls) == (2, True, [])
    assert command(*_ARGUMENTS, "--allow-http").returncode == 0


@pytest.mark.parametrize(("method", "bound"), [("chat", "max_completion_tokens"), ("responses", "max_output_tokens")])
def test_a_dry_run_without_a_bound_has_the_cost_of_the_input(command: Bulk, method: str, bound: str) -> None:
    (_, *arguments) = _ARGUMENTS
    arguments[4] = "messages=question" if method == "chat" else "input=question"
    done = command(method, *arguments, "--prices", "p.toml", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "rows: 2",
        "tokens: about 2 input, output no bound",
        "cost by the price table: 0.000002 for the input; the output's has no bound",
        f"--set {bound}=N bounds the output of rows that do not do so themselves",
    ]


def test_answers_that_do_not_say_what_was_used_are_told_of(command: Bulk, server: ScriptedServer) -> None:
    server.reply("chat/completions", json=lambda call: {**chat(call), "usage": None})
    done = command(*_ARGUMENTS, "--prices", "p.toml")
    assert done.returncode == 0
    assert "1 answer did not say what was used: cost and limits count an estimate" in done.stderr


def test_batch_files_in_and_out(command: Bulk, tmp_path: Path) -> None:
    body = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
    line = {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": body}
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    done = command("chat", "in.jsonl", "-o", "out.jsonl", "--format", "openai-batch")
    assert done.returncode == 0, done.stderr
    (row,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="ascii").splitlines()]
    assert row["custom_id"] == "a"
    assert row["response"]["body"]["choices"][0]["message"]["content"] == "hi"


def test_wrong_usage_is_2_and_says_what_to_do(command: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    for args, words in (
        (("ask", "q.csv", "-o", "a.jsonl", "--model", "m"), "are for chat, responses, embeddings"),
        ((*_ARGUMENTS, "--max-cost", "1"), "--max-cost needs --prices FILE"),
        ((*_ARGUMENTS, "--max-tokens", "nan"), "'nan' is not a valid number"),
        ((*_ARGUMENTS, "--format", "openai-batch"), "--format openai-batch is for chat, responses, embeddings, and"),
        (_ARGUMENTS[:-2], "it has no 'model'; give one for all such rows with --model MODEL; correct it, or leave"),
        ((*_ARGUMENTS, "--prices", "none.json"), "cannot read the prices in none.json"),
        ((*_ARGUMENTS, "--batch-size", "2"), "--batch-size is for embeddings"),
    ):
        done = command(*args)
        assert (done.returncode, words in done.stderr) == (2, True), done.stderr
        assert not re.search(r"\w_\w|=True", done.stderr), done.stderr
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.delenv("OPENAI_BASE_URL")  # a server of one's own may want none
    done = command(*_ARGUMENTS)
    assert (done.returncode, "set OPENAI_API_KEY" in done.stderr) == (2, True), done.stderr


def test_limits_and_a_dry_run_hold_for_a_folder_of_parts(command: Bulk, server: ScriptedServer, tmp_path: Path) -> None:
    arguments = ("chat", "q.csv", "-o", "out/", "--map", "messages=question", "--model", "m")
    done = command(*arguments, "--prices", "p.toml", "--set", "max_completion_tokens=10", "--dry-run")
    assert done.stdout.startswith("rows: 2\ntokens: about 2 input, output 20 at most\n"), done.stdout
    assert not server.calls
    assert not (tmp_path / "out").exists()
    done = command(*arguments, "--max-tokens", "8")
    assert (done.returncode, len(server.calls)) == (1, 1)
    assert (
        "--max-tokens: the next call could exceed 8 tokens; the same command resumes the run, with the" in done.stderr
    )
    done = command(*arguments, "--prices", "p.toml", "--max-cost", "1", "--tokens-per-minute", "1e6")
    assert (done.returncode, len(server.calls)) == (0, 2)
    assert "cost by the price table: 0.000025" in done.stderr
    done = command("embeddings", *arguments[1:], "--batch-size", "2")
    assert (done.returncode, "--batch-size is for an output that is a file" in done.stderr) == (2, True)
