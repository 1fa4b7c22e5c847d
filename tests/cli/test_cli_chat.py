"""`aigpt chat`: an answer while it arrives, from any server of the OpenAI protocol."""

import json
import os
import pty
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_running import Aigpt, Start, environment

from aigpt.testing import OpenAIServer

pytestmark = pytest.mark.forked

MODEL = ["--model", "otter-1"]


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_MODEL", raising=False)


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def slow_server(openai_server: OpenAIServer) -> Iterator[OpenAIServer]:
    openai_server.chat("On 9 June.", then="hang")
    return openai_server


def test_an_answer_is_printed(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.chat("They hold  hands: Zoë 🦦.")
    done = aigpt("chat", "How do otters sleep?", *MODEL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "They hold  hands: Zoë 🦦.\n", "")
    (call,) = openai_server.calls
    messages = [{"role": "user", "content": "How do otters sleep?"}]
    assert call.json == {"model": "otter-1", "messages": messages, "stream": True}
    assert call.headers["authorization"] == "Bearer test-key"


def test_the_whole_reply_as_json(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.chat("Yes.", reasoning="Hm.")
    done = aigpt("chat", "Really?", "--json", "--system", "Be brief.", *MODEL)
    assert done.returncode == 0
    reply = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert reply["object"] == "chat.completion"
    assert reply["choices"][0]["message"]["content"] == "Yes."
    assert reply["choices"][0]["message"]["reasoning_content"] == "Hm."
    assert openai_server.calls[0].json["messages"][0] == {"role": "system", "content": "Be brief."}
    assert "stream" not in openai_server.calls[0].json


def test_the_model_may_come_from_the_environment(
    aigpt: Aigpt, openai_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    openai_server.chat("Yes.")
    monkeypatch.setenv("OPENAI_MODEL", " otter-2 ")
    assert aigpt("chat", "Really?").returncode == 0
    assert openai_server.calls[0].json["model"] == "otter-2"


@pytest.mark.parametrize(
    ("arguments", "piped", "sent"),
    [
        (["-"], "Is it\nZoë?\n", "Is it\nZoë?"),
        ([], "Is it\nZoë?\n", "Is it\nZoë?"),
        (["Sum it up."], "Much text.\n\n", "Much text.\n\nSum it up."),
        (["Sum it up."], " \n", "Sum it up."),
    ],
)
def test_a_question_and_a_text_may_be_piped_in(
    aigpt: Aigpt, openai_server: OpenAIServer, arguments: list[str], piped: str, sent: str
) -> None:
    openai_server.chat("Yes.")
    assert aigpt("chat", *arguments, *MODEL, stdin=piped).returncode == 0
    assert openai_server.calls[0].json["messages"] == [{"role": "user", "content": sent}]


@pytest.mark.usefixtures("nothing_set")
def test_a_server_of_ones_own_needs_no_key(aigpt: Aigpt) -> None:
    with OpenAIServer() as server:
        server.chat("Yes.")
        done = aigpt("chat", "Really?", "--base-url", server.url, *MODEL)
    assert (done.returncode, done.stdout) == (0, "Yes.\n")
    assert "authorization" not in server.calls[0].headers


def test_options_go_before_the_environment(aigpt: Aigpt, openai_server: OpenAIServer, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("k-of-file\n", encoding="utf-8")
    with OpenAIServer() as other:
        other.chat("Yes.")
        done = aigpt("chat", "Really?", "--base-url", other.url, "--api-key-file", str(key), *MODEL)
        assert (done.returncode, other.calls[0].headers["authorization"]) == (0, "Bearer k-of-file")
    assert not openai_server.calls


def test_hostile_text_is_printed_harmless(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.chat(["\x1b]0;gone\x07He", "llo\x9b1m\x08 [bold]"])
    assert aigpt("chat", "?", *MODEL).stdout == "Hello [bold]\n"
    assert "\x1b" not in aigpt("chat", "?", "--json", *MODEL).stdout


def test_chunks_of_sloppy_servers_are_no_bug(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    odd: list[Any] = [
        {"choices": None},
        {"choices": 5},
        {"choices": [5, None]},
        {"choices": [{"index": [], "finish_reason": {}, "delta": {"content": "?"}}]},
        {"choices": [{"delta": {"content": 5, "refusal": ["?"]}}]},
        {"choices": [{"delta": 5}]},
        {"choices": [{"delta": None}]},
        {"choices": [{"delta": {"content": "Yes"}}]},
        {"choices": [{"index": 0, "delta": {"content": None, "refusal": " and no."}}]},
        {"choices": [{"index": 1, "delta": {"content": "another choice"}}]},
    ]
    openai_server.chat(odd)
    assert aigpt("chat", "?", *MODEL).stdout == "Yes and no.\n"


@pytest.mark.parametrize(
    ("reason", "said"), [("length", "aigpt: the answer is cut off: it reached the limit of tokens\n"), ("stop", "")]
)
def test_an_answer_that_is_cut_off_says_so(aigpt: Aigpt, openai_server: OpenAIServer, reason: str, said: str) -> None:
    openai_server.chat("On 9", finish_reason=reason)
    done = aigpt("chat", "When?", *MODEL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "On 9\n", said)
    done = aigpt("chat", "When?", "--json", *MODEL)
    assert (done.returncode, done.stderr) == (0, said)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "aigpt: the answer is empty: the server sent no text\n"),
        ({"tool_calls": [("look", {})]}, "aigpt: the answer is empty: it only calls tools: --json prints the calls\n"),
        ({"finish_reason": "length"}, "aigpt: the answer is cut off: it reached the limit of tokens\n"),
    ],
)
def test_an_answer_without_a_text_says_so(aigpt: Aigpt, openai_server: OpenAIServer, options: Any, said: str) -> None:
    openai_server.chat("", **options)
    done = aigpt("chat", "When?", *MODEL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)


def test_a_stream_without_an_end_mark_may_be_taken_for_whole(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.chat("On 9 ", complete=False)
    done = aigpt("chat", "When?", *MODEL)
    assert (done.returncode, done.stdout) == (1, "On 9 \n")
    assert "sent no end mark, so that the answer may be cut; try again, or give --allow-incomplete" in done.stderr
    assert done.stderr.endswith("; the text above is incomplete\n")
    done = aigpt("chat", "When?", "--allow-incomplete", *MODEL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "On 9 \n", "")


@pytest.mark.parametrize("then", ["close", "reset"])
def test_a_whole_answer_that_is_cut_is_no_wrong_address(aigpt: Aigpt, openai_server: OpenAIServer, then: Any) -> None:
    openai_server.chat("Yes.", then=then)
    done = aigpt("chat", "Really?", "--json", *MODEL)
    assert (done.returncode, done.stdout) == (1, "")
    assert "broke before the answer was whole; try again" in done.stderr
    assert "--base-url" not in done.stderr


def test_a_server_that_does_not_stream_is_no_wrong_address(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    answer = {"object": "chat.completion", "choices": [{"index": 0, "message": {"content": "Yes."}}]}
    openai_server.reply("chat/completions", json=answer)
    done = aigpt("chat", "Really?", *MODEL)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("does not stream its answers; give --json for the whole one\n")


def test_used_up_credit_is_not_tried_again_later(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "No.", code="insufficient_quota", headers={"x-should-retry": "false"})
    done = aigpt("chat", "Really?", *MODEL)
    assert done.returncode == 1
    assert done.stderr.endswith("; check the plan and the billing of the key's account\n")


def test_json_that_is_no_object_is_no_answer(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.reply("chat/completions", body="[1]", headers={"Content-Type": "application/json"})
    done = aigpt("chat", "?", "--json", *MODEL)
    assert (done.returncode, done.stdout) == (1, "")
    assert "not one of this API; check --base-url" in done.stderr


# ── failures ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("options", [{"then": "close"}, {"then": "reset"}])
def test_a_broken_stream_says_that_its_text_is_incomplete(
    aigpt: Aigpt, openai_server: OpenAIServer, options: Any
) -> None:
    openai_server.chat("On 9 ", **options)
    done = aigpt("chat", "When?", *MODEL)
    assert (done.returncode, done.stdout) == (1, "On 9 \n")
    assert done.stderr.startswith("aigpt: the connection to 127.0.0.1:")
    assert done.stderr.endswith(" broke; try again; the text above is incomplete\n")


def test_an_error_in_a_stream_is_told(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.chat(["On 9 ", {"error": {"message": "overloaded\x1b[2J"}}], complete=False)
    done = aigpt("chat", "When?", *MODEL)
    assert (done.returncode, done.stdout) == (1, "On 9 \n")
    assert "overloaded" in done.stderr
    assert "\x1b" not in done.stderr
    assert done.stderr.endswith("the text above is incomplete\n")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, ["400", "Not so"]),
        (401, ["401", "Not so", "OPENAI_API_KEY", "--api-key-file"]),
        (404, ["404", "Not so", "--model", "--base-url"]),
        (429, ["429", "Not so", "try again later"]),
        (503, ["503", "Not so"]),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_an_api_error_is_one_line_and_exit_code_1(
    aigpt: Aigpt, openai_server: OpenAIServer, status: int, words: list[str], arguments: list[str]
) -> None:
    openai_server.error(status, "Not so.", headers={"x-should-retry": "false"})
    done = aigpt("chat", "private words", *arguments, *MODEL)
    assert (done.returncode, done.stdout) == (1, "")
    assert all(word in done.stderr for word in words), done.stderr
    assert "test-key" not in done.stderr
    assert "private" not in done.stderr


def test_a_web_page_is_no_answer(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.reply("chat/completions", body="<html>", headers={"Content-Type": "text/html"})
    for arguments in ([], ["--json"]):
        done = aigpt("chat", "?", *arguments, *MODEL)
        assert done.returncode == 1
        assert "not one of this API; check --base-url" in done.stderr


def test_a_timeout_says_so(aigpt: Aigpt, slow_server: OpenAIServer) -> None:
    done = aigpt("chat", "When?", "--timeout", "1", *MODEL)
    assert (done.returncode, done.stdout) == (1, "On 9 June.\n")
    assert "in time" in done.stderr
    assert "--timeout" in done.stderr


def test_an_unreachable_server(aigpt: Aigpt) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))  # and never listens
        port = listener.getsockname()[1]
        done = aigpt("chat", "Q", "--base-url", f"http://127.0.0.1:{port}/v1", "--timeout", "30", *MODEL)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"cannot reach 127.0.0.1:{port}; check --base-url" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "piped", "words"),
    [
        ([], "", "the question is empty"),
        ([" "], "", "the question is empty"),
        (["Q"], b"\xff", "UTF-8"),
        (["-"], "What?".encode("utf-16"), "UTF-16"),
        (["Q", "--base-url", "nonsense"], "", "--base-url must begin with"),
        (["Q", "--timeout", "0"], "", "--timeout"),
        (["Q", "--timeout", "nan"], "", "'nan' is not a valid number"),
        (["Q", "--api-key-file", "missing"], "", "missing: No such file"),
        (["Q", "--api-key", "k"], "", "--api-key"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(
    aigpt: Aigpt, openai_server: OpenAIServer, arguments: list[str], piped: str | bytes, words: str
) -> None:
    done = aigpt("chat", *arguments, *MODEL, stdin=piped)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert not openai_server.calls


def test_no_model(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    done = aigpt("chat", "Q")
    assert (done.returncode, done.stderr) == (2, "aigpt: no model: give --model NAME or set OPENAI_MODEL.\n")
    assert not openai_server.calls


@pytest.mark.usefixtures("nothing_set")
def test_no_key(aigpt: Aigpt) -> None:
    done = aigpt("chat", "Q", *MODEL)
    assert done.returncode == 2
    assert "OPENAI_API_KEY" in done.stderr
    assert "--base-url" in done.stderr


def test_http_to_another_machine_has_to_be_allowed(aigpt: Aigpt, openai_server: OpenAIServer) -> None:
    openai_server.chat("Yes.")
    # Not an address of this machine alone, though it leads there.
    url = openai_server.url.replace("127.0.0.1", "0.0.0.0")  # noqa: S104 (nothing listens there)
    refused = aigpt("chat", "Q", "--base-url", url, *MODEL)
    assert refused.returncode == 2
    assert "--allow-http" in refused.stderr
    assert not openai_server.calls
    assert aigpt("chat", "Q", "--base-url", url, "--allow-http", *MODEL).stdout == "Yes.\n"


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["Really?"], 0)])
def test_nothing_is_read_from_a_terminal(
    openai_server: OpenAIServer, start: Start, arguments: list[str], code: int
) -> None:
    openai_server.chat("Yes.")
    ours, theirs = pty.openpty()
    try:
        process = start("chat", *arguments, *MODEL, env=environment(), stdin=theirs)
        output, errors = process.communicate(timeout=280)
    finally:
        os.close(theirs)
        os.close(ours)
    assert process.returncode == code
    assert (output, "there is no question; write it as one argument, or pipe it in" in errors) == (
        ("Yes.\n", False) if arguments else ("", True)
    )


# ── as a process ────────────────────────────────────────────────────────────────────────────────────────────────


def test_ctrl_c_while_an_answer_comes(slow_server: OpenAIServer, start: Start) -> None:
    """What has come is kept, on a line of its own."""
    process = start("chat", "When?", *MODEL, env=environment())
    assert process.stdout
    assert process.stdout.read(10) == "On 9 June."
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=280) == ("\n", "aigpt: interrupted\n")
    assert process.returncode == 130


def test_ctrl_c_while_it_waits(openai_server: OpenAIServer, start: Start) -> None:
    openai_server.chat("Never.", after=openai_server.gate())
    process = start("chat", "When?", "--json", *MODEL, env=environment())
    assert openai_server.wait_calls(1, timeout=280)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=280) == ("", "aigpt: interrupted\n")
    assert process.returncode == 130


def test_a_reader_that_leaves_ends_it_quietly(openai_server: OpenAIServer, start: Start) -> None:
    openai_server.chat(["a line of words\n"] * 20_000)
    process = start("chat", "When?", *MODEL, env=environment())
    assert process.stdout
    assert process.stdout.readline() == "a line of words\n"
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(timeout=280)
    assert (process.returncode, errors) == (141, "")
