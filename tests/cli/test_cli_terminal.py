"""On a terminal: colours, folded lines, and still nothing that a mail could do to it."""

import os
import pty
import re
import subprocess
from collections.abc import Callable

import pytest
from cli_running import COMMAND, environment

from aigpt.testing import ScriptedServer, run_events

pytestmark = pytest.mark.forked

SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m[red]"


@pytest.fixture
def terminal(igpt_server: ScriptedServer) -> Callable[..., str]:
    """Run `aigpt` on a terminal of 40 columns; return what it writes there, colours and all."""

    def run(*args: str) -> str:
        env = environment(url=igpt_server.url, key="k", user="mara", TERM="xterm-256color", COLUMNS="40")
        ours, theirs = pty.openpty()
        with subprocess.Popen([*COMMAND, *args], env=env, stdin=theirs, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            written = b"".join(_until_closed(ours))
        os.close(ours)
        assert process.returncode == 0, written
        return written.decode().replace("\r\n", "\n")

    return run


def _until_closed(descriptor: int) -> list[bytes]:
    pieces: list[bytes] = []
    try:
        while piece := os.read(descriptor, 65536):
            pieces.append(piece)
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    return pieces


def test_an_answer_is_folded_between_words(terminal: Callable[..., str], igpt_server: ScriptedServer) -> None:
    words = [f"word{number} " for number in range(12)]
    source = {"id": "1", "title": "A title " + HOSTILE, "provider": "me"}
    igpt_server.stream("recall/run", run_events(*words, metadata={"sources": [source]}))
    shown = terminal("run", "When?")
    assert "owned" not in shown
    plain = SEQUENCE.sub("", shown).replace("\r", "\n")
    assert "word0 word1 word2 word3 word4 word5\nword6 word7 word8 word9 word10 word11\n" in plain
    assert plain.endswith("\nSources\n  [1] A title [red], me\n")


def test_long_lines_are_continued_below_their_text(terminal: Callable[..., str], igpt_server: ScriptedServer) -> None:
    source = {"id": "1", "title": "A title of several words that is long", "provider": "me"}
    igpt_server.stream("recall/run", run_events("Yes.", metadata={"sources": [source]}))
    plain = SEQUENCE.sub("", terminal("run", "When?"))
    assert plain.endswith("\nSources\n  [1] A title of several words that is\n      long, me\n")
    igpt_server.reply("datasources/list", json={"datasources": [{"id": "1"}]})
    told = SEQUENCE.sub("", terminal("doctor")).splitlines()
    assert "skipped  tls       http://: the key is" in told
    below = told[told.index("skipped  tls       http://: the key is") + 1]
    assert below == " " * 19 + "not encrypted on its"
    assert {line[:8].strip() for line in told} == {"ok", "skipped", ""}


def test_a_search_is_coloured(terminal: Callable[..., str], igpt_server: ScriptedServer) -> None:
    hit = {"id": "1", "timestamp": "2026-04-17", "from": "Ben " + HOSTILE, "subject": "Hi", "content": "word " * 12}
    igpt_server.reply("recall/search", json={"results": [hit]})
    shown = terminal("search", "word")
    assert "\x1b[36m2026-04-17" in shown
    assert "\x1b[2J" not in shown
    lines = [line.rstrip() for line in SEQUENCE.sub("", shown).splitlines()]
    assert lines[:3] == ["2026-04-17  Ben [red]", " " * 12 + "Hi", " " * 12 + "word word word word word"]
    assert max(map(len, lines)) <= 40


def test_no_color_leaves_the_colours_out(
    terminal: Callable[..., str], igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    igpt_server.reply("recall/search", json={"results": [{"id": "1", "timestamp": "2026-04-17", "subject": "Hi"}]})
    monkeypatch.setenv("NO_COLOR", "1")
    shown = terminal("search", "word")
    assert "2026-04-17" in shown
    colours = {part for found in SEQUENCE.findall(shown) for part in re.findall(r"\d+", found)} - {"0", "1", "2"}
    assert not colours, shown  # bold and dim are none


def test_datasources_are_a_table(terminal: Callable[..., str], igpt_server: ScriptedServer) -> None:
    source = {"id": "mbox/1/messages", "status": "indexing", "title": "m" + HOSTILE, "progress": 61.6}
    igpt_server.reply("datasources/list", json={"datasources": [source]})
    shown = SEQUENCE.sub("", terminal("datasources")).splitlines()
    assert shown[0].split() == ["Id", "Status", "Title", "Indexed"]
    assert re.fullmatch(r"mbox/1/mess\S* +indexing +m\[red\] +62 % *", shown[1])
