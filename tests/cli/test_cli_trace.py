"""`aigpt run --trace`: a run as a tree, in a pipe and on a terminal."""

import os
import pty
import re
import subprocess
from itertools import count
from typing import Any

import pytest
from cli_running import COMMAND, Aigpt, Start, environment

from aigpt.cli import run_trace
from aigpt.testing import Gate, SampleServer, ScriptedServer, run_events

pytestmark = pytest.mark.forked

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e[red]"
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
FOUND = [
    {"id": "m1", "title": "Re: launch", "provider": "Ingrid", "timestamp": 1776427500},
    {"id": "m2", "title": "A\nline " + HOSTILE},
]
CALL = {"type": "function_call", "name": "search", "callId": "c1", "arguments": '{"query": "launch", "max_results": 8}'}
RESULT = {"type": "function_call_result", "name": "search", "callId": "c1", "metadata": {"sources": FOUND}}


def a_run() -> list[dict[str, Any]]:
    """Return the events of a run with everything in it, numbered."""
    events: list[dict[str, Any]] = [
        {"type": "run.start", "id": "r1", "context": {"quality": "cef-1-high", "indexed": False, "datasources": [{}]}},
        {"type": "run.turn.start", "turn": 1},
        {"type": "run.reasoning_item.start", "item": {"type": "reasoning"}},
        {"type": "run.reasoning_summary_part.start"},
        {"type": "run.reasoning_summary_part.done", "text": "First I look\nfor it."},
        {"type": "run.reasoning_item.done", "item": {"summary": [{"text": "First I look\nfor it."}]}},
        {"type": "run.tool_call_item", "item": CALL},
        {"type": "run.turn.done", "turn": 1},
        {"type": "run.tool_call_output_item", "item": RESULT},
        {"type": "run.turn.start", "turn": 2},
        {"type": "run.output_item.start", "item": {"type": "message"}},
        {"type": "run.output_text.delta", "delta": "On 9 "},
        {"type": "run.output_text.delta", "delta": "June" + HOSTILE + ".\nNo later."},
        {"type": "run.output_item.done", "item": {}},
        {"type": "run.turn.done", "turn": 2},
        {"type": "run.something_new", "about": "nothing known"},
        {
            "type": "run.done",
            "duration": 12345,
            "output": "On 9 June.\nNo later.",
            "usage": {"input_tokens": 1200, "output_tokens": 34, "total_tokens": 1234},
            "metadata": {"sources": FOUND[:1]},
        },
    ]
    return [{**event, "seq": seq} for seq, event in enumerate(events)]


TREE = """\
run r1, cef-1-high, 1 datasource, still indexing
├─ turn 1
│  ├─ reasoning
│  │  First I look for it.
│  │  └─ 1.0 s
│  ├─ search(query="launch", max_results=8)
│  └─ 4.0 s
├─ search gave 2 sources after 2.0 s
│  [1] Re: launch, Ingrid, 2026-04-17
│  [2] A line [red]
├─ turn 2
│  ├─ answer
│  │  On 9 June[red].
│  │  No later.
│  │  └─ 1.0 s
│  └─ 3.0 s
├─ run.something_new
├─ sources
│  [1] Re: launch, Ingrid, 2026-04-17
└─ done in 12.3 s; tokens: 1,200 in, 34 out, 1,234 in total
"""


@pytest.fixture
def _ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a second pass between any two looks at the clock."""
    seconds = count()
    monkeypatch.setattr(run_trace.RunTrace.__init__, "__defaults__", (lambda: float(next(seconds)),))


@pytest.mark.usefixtures("_ticking")
def test_a_run_is_printed_as_a_tree(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.stream("recall/run", a_run())
    done = aigpt("run", "When?", "--trace", **ready)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == TREE
    assert igpt_server.calls[0].json == {"input": "When?", "stream": True, "user": "mara"}


def test_reasoning_that_comes_in_one_piece_is_printed_too(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    item = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "I think."}, "So."]}
    start, *rest = run_events("Yes.")
    igpt_server.stream("recall/run", [start, {"type": "run.reasoning_item.done", "item": item}, *rest])
    assert "│  I think.\n│  So.\n" in aigpt("run", "?", "--trace", **ready).stdout


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ("", "search()"),
        ("not {json", "search(not {json)"),
        ("[1, 2]", "search([1, 2])"),
        ({"a": None}, "search(a=null)"),
        (None, "search()"),
        ('{"a": "' + "\\u001b[2J" + '"}', 'search(a="\\u001b[2J")'),
        ("x" * 1000, f"search({'x' * 298} …)"),
    ],
)
def test_arguments_are_shown_whatever_they_are(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], arguments: Any, shown: str
) -> None:
    call = {"type": "run.tool_call_item", "item": {"name": "search", "arguments": arguments}}
    igpt_server.stream("recall/run", [{**event, "seq": n} for n, event in enumerate([call, *run_events("Yes.")])])
    assert f"├─ {shown}\n" in aigpt("run", "?", "--trace", **ready).stdout


def test_events_that_say_nothing_or_nonsense_do_no_harm(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    kinds = [event["type"] for event in a_run()[:-1]]
    nonsense: dict[str, Any] = {"item": 5, "context": "x", "turn": None, "delta": None, "text": None, "metadata": []}
    events = [{"type": kind, **more} for kind in kinds for more in ({}, nonsense)]
    events += [{"type": "run.done", "usage": [], "metadata": {"sources": [1]}, "duration": "?"}]
    igpt_server.stream("recall/run", [*events[:-1], [1], "text", {"no": "type"}, events[-1]])
    done = aigpt("run", "?", "--trace", **ready)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("└─ done in ")


@pytest.mark.parametrize("output", [{"day": 9}, "On 9 June."])
def test_an_answer_that_was_not_streamed_is_printed_at_the_end(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], output: Any
) -> None:
    igpt_server.stream("recall/run", [{"type": "run.start"}, {"type": "run.done", "output": output}])
    shown = '│  {\n│    "day": 9\n│  }' if isinstance(output, dict) else "│  On 9 June."
    done = aigpt("run", "When?", "--trace", "--output-format", "json", **ready)
    assert done.stdout.startswith(f"run\n├─ answer\n{shown}\n└─ done in ")


def test_a_run_that_breaks_says_so_in_the_tree_and_on_stderr(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    igpt_server.stream("recall/run", a_run()[:12], then="reset")
    done = aigpt("run", "When?", "--trace", **ready)
    assert done.returncode == 1
    assert done.stdout.endswith("│  │  On 9\n└─ broken off\n") or done.stdout.endswith("│  │  On 9 \n└─ broken off\n")
    assert done.stderr.startswith("aigpt: network_error: ")
    assert "the text above is incomplete" in done.stderr


def test_a_run_that_never_begins_prints_nothing(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    igpt_server.reply("recall/run", json={"error": "auth"})
    done = aigpt("run", "When?", "--trace", **ready)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("aigpt: auth: ")


def test_a_trace_is_no_json(aigpt: Aigpt, ready: dict[str, str]) -> None:
    done = aigpt("run", "When?", "--trace", "--json", **ready)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "aigpt: --trace and --json cannot be combined; leave one of them out.\n"


def test_it_is_printed_while_it_comes(start: Start, igpt_server: ScriptedServer) -> None:
    """Each node as soon as it is known, before the next event is sent."""
    gate = Gate()
    events = a_run()
    igpt_server.stream("recall/run", [*events[:7], gate, *events[7:]])
    process = start("run", "When?", "--trace", env=environment(url=igpt_server.url, key="k", user="mara"))
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(6)]
    assert lines[-1] == '│  ├─ search(query="launch", max_results=8)\n'
    assert gate.arrived == 1
    gate.open()
    assert process.stdout.read().splitlines()[-1].startswith("└─ done in 12.3 s")


def test_where_lines_cannot_be_drawn_there_are_others(start: Start, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", a_run())
    env = environment(url=igpt_server.url, key="k", user="mara") | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    shown, _ = start("run", "When?", "--trace", env=env).communicate(timeout=280)
    assert "\n+- turn 1\n|  +- reasoning\n|  |  First I look for it.\n|  |  `- " in shown
    assert "?" not in shown


@pytest.mark.parametrize("columns", [80, 40, 10])
def test_on_a_terminal_lines_are_folded_within_the_tree(igpt_local: SampleServer, columns: int) -> None:
    settings = {"TERM": "xterm-256color", "COLUMNS": str(columns)}
    env = environment(url=igpt_local.url, key="k", user=igpt_local.user, **settings)
    command = [*COMMAND, "run", "What did the board decide about the budget?", "--trace"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:  # how Linux says that nobody holds the other end any more
            pass
    os.close(ours)
    assert process.returncode == 0, written
    lines = SEQUENCE.sub("", written.decode()).replace("\r\n", "\n").split("\n")
    lines = [line.rpartition("\r")[2] for line in lines]
    tree = [line for line in lines if line.startswith(("├", "│", "└"))]
    assert "│  ├─ answer" in tree
    assert tree[-1].startswith("└─ done in") or lines[-2].startswith("   ")
    longest = max(map(len, tree))
    assert longest <= columns or columns == 10  # never so narrow that a word to a line is all there is room for
    if columns == 10:
        assert longest > 10
