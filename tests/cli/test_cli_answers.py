"""`ask` and `run`: the answer on stdout as it comes, its sources below, exit code 0 only if it is whole."""

import json
import signal
import subprocess
from pathlib import Path

import pytest
from cli_running import COMMAND, Aigpt, Start, environment

from aigpt.testing import ScriptedServer, run_events

pytestmark = pytest.mark.forked

SOURCES = {
    "sources": [
        {"id": "m1", "type": "message", "timestamp": 1776427500, "provider": "Ingrid", "title": "Re: launch"},
        {"id": "m2"},
    ]
}
LISTED = "\nSources\n  [1] Re: launch, Ingrid, 2026-04-17\n  [2] m2\n"


def test_a_run_is_streamed_with_its_sources(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.stream("recall/run", run_events("On 9 ", "June.", metadata=SOURCES))
    done = aigpt("run", "When?", **ready)
    assert (done.returncode, done.stdout, done.stderr) == (0, "On 9 June.\n" + LISTED, "")
    assert igpt_server.calls[0].json == {"input": "When?", "stream": True, "user": "mara"}
    assert igpt_server.calls[0].headers["authorization"] == "Bearer k-secret"


def test_an_ask_is_streamed_with_its_sources(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    chunks = [{"id": "a", "context": {}}, {"output": "On 9 "}, {"output": "June.\n"}, {"metadata": SOURCES}]
    igpt_server.stream("recall/ask", chunks)
    done = aigpt("ask", "When?", **ready)
    assert (done.returncode, done.stdout, done.stderr) == (0, "On 9 June.\n" + LISTED, "")


@pytest.mark.parametrize("method", ["ask", "run"])
@pytest.mark.parametrize("indexed", [True, False])
def test_an_answer_before_all_is_indexed_comes_with_a_hint(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], method: str, *, indexed: bool
) -> None:
    context = {"indexed": indexed, "datasources": []}
    if method == "run":
        start, *others = run_events("On 9 June.")
        chunks = [{**start, "context": context}, *others]
    else:
        chunks = [{"id": "a", "context": context}, {"output": "On 9 June."}, {"metadata": {"sources": []}}]
    igpt_server.stream(f"recall/{method}", chunks)
    done = aigpt(method, "When?", **ready)
    assert (done.returncode, done.stdout) == (0, "On 9 June.\n")
    assert ("ask again" in done.stderr) is not indexed


def test_every_option_reaches_the_api(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], tmp_path: Path
) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text('{"type": "object"}')
    igpt_server.reply("recall/run", json={"output": {"day": 9}})
    options = {
        "--quality": "cef-1-high",
        "--output-format": f"@{schema}",
        "--instructions": "Be brief.",
        "--reasoning-effort": "low",
        "--user": "ben",
        "--timeout": "9.5",
    }
    done = aigpt("run", "When?", *(word for pair in options.items() for word in pair), **ready)
    assert done.returncode == 0
    assert igpt_server.calls[0].json == {
        "input": "When?",
        "quality": "cef-1-high",
        "output_format": {"strict": True, "schema": {"type": "object"}},
        "instructions": "Be brief.",
        "reasoning_effort": "low",
        "user": "ben",
    }


def test_a_schema_may_come_in_the_apis_own_form(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], tmp_path: Path
) -> None:
    schema = tmp_path / "schema.json"
    whole = {"type": "json_schema", "name": "day", "strict": True, "schema": {"type": "object"}}
    schema.write_text(json.dumps(whole))
    igpt_server.reply("recall/ask", json={"output": {}})
    assert aigpt("ask", "When?", "--output-format", f"@{schema}", **ready).returncode == 0
    assert igpt_server.calls[0].json["output_format"] == whole


def test_a_structured_answer_is_alone_on_stdout(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    igpt_server.reply("recall/ask", json={"output": {"day": 9, "of": "Ж"}, "metadata": SOURCES})
    done = aigpt("ask", "When?", "--output-format", "json", **ready)
    assert json.loads(done.stdout) == {"day": 9, "of": "Ж"}
    assert done.stderr == LISTED


def test_a_structured_answer_that_fails(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.reply("recall/ask", json={"error": "params"})
    done = aigpt("ask", "When?", "--output-format", "json", **ready)
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize("command", ["ask", "run"])
def test_json_prints_the_whole_reply(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], command: str
) -> None:
    reply = {"id": "r1", "output": "Zoë\x1b[31m \u202e", "metadata": SOURCES, "usage": {"total_tokens": 3}}
    igpt_server.reply(f"recall/{command}", json=reply)
    done = aigpt(command, "When?", "--json", **ready)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == reply
    assert done.stdout.count("\n") == 1
    assert "\x1b" not in done.stdout
    assert "Zoë" in done.stdout


def test_json_prints_a_failed_reply_too(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.reply("recall/run", json={"error": "auth"})
    done = aigpt("run", "When?", "--json", **ready)
    assert (done.returncode, json.loads(done.stdout)) == (1, {"error": "auth"})
    assert "auth" in done.stderr


def test_the_question_may_come_from_stdin(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.stream("recall/run", run_events("Yes."))
    assert aigpt("run", "-", stdin="Is it\nZoë?\n", **ready).returncode == 0
    assert igpt_server.calls[0].json["input"] == "Is it\nZoë?"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ({"id": "mbox/1/messages/my.mbox@3721", "title": "", "provider": "a@b.example"}, "(no subject), a@b.example"),
        ({"id": "mbox/1/messages/my.mbox@3721", "title": " ", "provider": "mbox/1/messages"}, "(no subject), my.mbox"),
        ({"id": "eml/1/messages/a.eml@0#L1-L9", "title": "A", "provider": "eml/1/messages"}, "A, a.eml"),
        (
            {"id": "folder/1/messages/in/home.md#L1-L3", "title": "home", "provider": "folder/1/messages"},
            "home, in/home.md",
        ),
        ({"id": "1", "title": ""}, "1"),
        ({"title": "A", "provider": ""}, "A"),
    ],
)
def test_a_source_has_a_title_and_where_it_is_from(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], source: dict[str, str], line: str
) -> None:
    igpt_server.stream("recall/run", run_events("Yes.", metadata={"sources": [source]}))
    assert aigpt("run", "When?", **ready).stdout == f"Yes.\n\nSources\n  [1] {line}\n"


def test_hostile_text_is_printed_harmless(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    bad = {"sources": [{"id": "1", "title": "a\x1b[2Jb\nc", "provider": "[red]me[/red]", "timestamp": "?"}]}
    igpt_server.stream("recall/run", run_events("\x1b]0;gone\x07He", "llo\x9b1m\x08 [bold]", metadata=bad))
    done = aigpt("run", "When?", **ready)
    assert done.stdout == "Hello [bold]\n\nSources\n  [1] ab c, [red]me[/red]\n"


def test_a_run_without_text_shows_its_output(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    events = [e for e in run_events("Whole.") if e["type"] != "run.output_text.delta"]
    igpt_server.stream("recall/run", [{**event, "seq": seq} for seq, event in enumerate(events)])
    assert aigpt("run", "When?", **ready).stdout == "Whole.\n"


@pytest.mark.parametrize("then", ["close", "reset", "truncate"])
def test_a_broken_stream_says_that_its_text_is_incomplete(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], then: str
) -> None:
    events = [*run_events("On 9 ", "June.")[:4], {"type": "run.turn.done", "seq": 4}]
    igpt_server.stream("recall/run", events, then=then)
    done = aigpt("run", "When?", **ready)
    assert (done.returncode, done.stdout) == (1, "On 9 \n")
    assert done.stderr.startswith("aigpt: network_error: ")
    assert done.stderr.endswith("the text above is incomplete\n")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ({"json": {"error": "auth"}}, ["auth: ", "IGPT_API_KEY"]),
        ({"json": {"error": "params"}}, ["params: ", "user"]),
        ({"json": {}, "status": 404}, ["client_error: ", "status 404; check the base URL (--base-url, or IGPT_BASE_"]),
        ({"json": {}, "status": 503}, ["network_error: ", "503", "try again"]),
        ({"json": {"error": "quota\x1b[2J"}}, ["quota"]),
    ],
)
def test_an_api_error_is_one_line_and_exit_code_1(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], reply: dict[str, object], words: list[str]
) -> None:
    igpt_server.reply("recall/ask", **reply)
    done = aigpt("ask", "When?", "--json", **ready)
    assert done.returncode == 1
    assert all(word in done.stderr for word in words), done.stderr
    assert "\x1b" not in done.stderr
    assert "k-secret" not in done.stderr


def test_a_timeout_says_so(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.stream("recall/run", run_events("On 9 ", "June.")[:4], then="hang")
    done = aigpt("run", "When?", "--timeout", "1", **ready)
    assert (done.returncode, done.stdout) == (1, "On 9 \n")
    assert "in time" in done.stderr
    assert "--timeout" in done.stderr


@pytest.mark.parametrize(
    ("route", "arguments"),
    [
        ("recall/ask", ["ask", "When?"]),
        ("recall/run", ["run", "When?"]),
        ("recall/run", ["run", "When?", "--json"]),
        ("recall/search", ["search", "When?"]),
        ("datasources/list", ["datasources"]),
    ],
)
def test_ctrl_c_while_it_waits(
    igpt_server: ScriptedServer, ready: dict[str, str], start: Start, route: str, arguments: list[str]
) -> None:
    igpt_server.stream(route, [], then="hang")
    process = start(*arguments, env=environment(**ready))
    assert igpt_server.wait_calls(1, timeout=280)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=280) == ("", "aigpt: interrupted\n")
    assert process.returncode == 130


def test_a_reader_that_leaves_ends_it_quietly(igpt_server: ScriptedServer, ready: dict[str, str], start: Start) -> None:
    igpt_server.stream("recall/run", run_events(*["a line of words\n"] * 20_000))
    process = start("run", "When?", env=environment(**ready))
    assert process.stdout
    assert process.stdout.readline() == "a line of words\n"
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(timeout=280)
    assert (process.returncode, errors) == (141, "")


def test_a_list_nobody_reads_ends_quietly_too(igpt_server: ScriptedServer, ready: dict[str, str], start: Start) -> None:
    igpt_server.reply("recall/search", json={"results": [{"id": "1", "content": "word " * 100}] * 5000})
    process = start("search", "word", env=environment(**ready))
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(timeout=280)
    assert (process.returncode, errors) == (141, "")


def test_without_any_stdout(igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.stream("recall/run", run_events("Yes."))
    command = 'exec "$@" >&-'
    arguments = ["sh", "-c", command, "sh", *COMMAND, "run", "When?"]
    done = subprocess.run(arguments, env=environment(**ready), stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_one_line(igpt_server: ScriptedServer, ready: dict[str, str], start: Start) -> None:
    igpt_server.stream("recall/run", run_events("Yes."))
    with open("/dev/full", "w") as full:  # noqa: PTH123 (a device)
        process = start("run", "When?", env=environment(**ready), stdout=full)
        _, errors = process.communicate(timeout=280)
    assert process.returncode == 1
    assert errors == "aigpt: cannot write the output: No space left on device\n"


def test_a_terminal_that_knows_few_letters(igpt_server: ScriptedServer, ready: dict[str, str], start: Start) -> None:
    igpt_server.stream("recall/run", run_events("Zoë 田"))
    settings = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", **ready}
    process = start("run", "When?", env=environment(**settings), encoding="latin-1")
    assert process.communicate(timeout=280) == ("Zoë ?\n", "")


def test_ctrl_c_while_an_answer_comes(igpt_server: ScriptedServer, ready: dict[str, str], start: Start) -> None:
    """What has come is kept, on a line of its own."""
    igpt_server.stream("recall/run", run_events("On 9 ", "June.")[:4], then="hang")
    process = start("run", "When?", env=environment(**ready))
    assert process.stdout
    assert process.stdout.read(5) == "On 9 "
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=280) == ("\n", "aigpt: interrupted\n")
    assert process.returncode == 130
