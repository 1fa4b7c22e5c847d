"""What the pages say of `aigpt.openai` is true: of streams that are cut, of imports, of what is missing.

`test_pages.py` runs all programs of all pages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from running_programs import KEY
from scripted_openai import ANSWER, OpenAIScripts
from scripted_realtime import RealtimeServer, Script, Session

import aigpt
from aigpt import openai
from aigpt.testing import OpenAIServer, SampleServer

pytestmark = pytest.mark.forked("pydantic")

PAGES = Path(__file__).resolve().parents[2] / "docs" / "howto"
SECTION = (PAGES / "switch_from_openai.md").read_text(encoding="utf-8")


def _program(page: str, part: str) -> str:
    """Return the program of a page that has *part* in it."""
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    (code,) = (code for code in re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL) if part in code)
    return code


STREAM = _program("openai", "deadline=")
MAIL = _program("openai", "AsyncIGPT")
HELPERS = _program("structured_answers", ".parse(")
REALTIME = _program("realtime", ".realtime.")
FAN_OUT = _program("many_questions", "aigpt.openai")
IMPORTS = [
    (module, name)
    for module, names in re.findall(r"`from (aigpt[\w.]*) import ([\w, ]+)`", SECTION)
    for name in names.split(", ")
]


def run(code: str, url: str, folder: Path, **others: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": url, **others}
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, env=variables, cwd=folder, capture_output=True, text=True, timeout=280, check=False)


def test_the_program_with_a_stream_prints_the_answer(tmp_path: Path) -> None:
    with OpenAIServer() as server:
        OpenAIScripts(server)
        done = run(STREAM, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{ANSWER}True\n"


def test_the_program_with_structured_answers_prints_them(tmp_path: Path) -> None:
    with OpenAIServer() as server:
        OpenAIScripts(server)
        done = run(HELPERS, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    answer = "Animal(name='otter', habits=['hold hands', 'sleep afloat'])"
    first, *growing, last = done.stdout.splitlines()
    assert (first, last) == (answer, answer)
    assert list(dict.fromkeys(growing))[:3] == ["None", "{}", "{'name': 'otter'}"]


def test_the_program_with_a_stream_says_when_it_was_cut(tmp_path: Path) -> None:
    with OpenAIServer() as server:
        server.chat(["Otters"], then="close")
        done = run(STREAM, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Otters\nThe stream was cut; what was printed is not everything: .+\nFalse\n", done.stdout)


async def _lose(session: Session) -> None:
    await session.until("response.create")
    await session.send("response.output_text.delta", delta="You sa")
    await session.websocket.close(code=1011, message=b"overloaded")


@pytest.mark.parametrize(
    ("scripts", "said"),
    [((), "You said: "), ((_lose,), "You sa\nThe connection was lost: 1011, overloaded\n")],
)
def test_the_realtime_program_runs_and_says_when_the_connection_was_lost(
    scripts: tuple[Script, ...], said: str, tmp_path: Path
) -> None:
    with RealtimeServer(*scripts) as server:
        done = run(REALTIME, server.url, tmp_path)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", said)


def test_the_fan_out_answers_every_question(tmp_path: Path) -> None:
    with OpenAIServer() as server:
        OpenAIScripts(server)
        done = run(FAN_OUT, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert sum(line.endswith(f"-> {ANSWER}") for line in lines) == 100
    assert "100 calls: 100 ok, 0 failed" in lines
    assert "tokens: 900 input, 700 output, 1600 total" in lines


def test_the_model_is_given_what_its_searches_find(igpt_local: SampleServer, tmp_path: Path) -> None:
    there = {"IGPT_API_KEY": "local", "IGPT_BASE_URL": igpt_local.url, "IGPT_API_USER": igpt_local.user}
    with OpenAIServer() as server:
        server.chat(tool_calls=[("SearchMail", {"query": "launch date"}), ("SearchMail", {"query": "budget"})])
        server.chat(ANSWER)
        server.chat(tool_calls=[("SearchMail", {"query": "launch"})], times=None)
        done = run(MAIL, server.url, tmp_path, **there)
        endless = run(MAIL, server.url, tmp_path, **{**there, "IGPT_BASE_URL": "http://127.0.0.1:9/v1"})
        messages: list[Any] = server.calls[1].json["messages"]
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"{ANSWER}\n")
    assert [message["role"] for message in messages] == ["user", "assistant", "tool", "tool"]
    found = [json.loads(message["content"])["results"] for message in messages[2:]]
    assert any("launch date" in hit["subject"] for hit in found[0])
    assert len(found[1]) == 5
    assert [message["tool_call_id"] for message in messages[2:]] == [call["id"] for call in messages[1]["tool_calls"]]
    assert (endless.returncode, endless.stderr) == (0, "")
    assert endless.stdout == "It went on searching: there is no answer.\n"
    assert json.loads(server.calls[3].json["messages"][-1]["content"]) == {"error": "network_error"}
    assert len(server.calls) == 2 + 5


@pytest.mark.parametrize(("module", "name"), IMPORTS)
def test_every_name_can_be_imported(module: str, name: str) -> None:
    assert hasattr(import_module(module), name)


def test_there_is_a_table_of_names() -> None:
    names = {name for _, name in IMPORTS}
    assert {"AsyncOpenAI", "OpenAI", "AsyncAzureOpenAI", "AzureOpenAI", "AsyncSeekGPT", "SeekGPT"} <= names


def test_exceptions_are_those_of_aigpt_too() -> None:
    for name in (
        "APIError",
        "APIConnectionError",
        "APITimeoutError",
        "APIStatusError",
        "RateLimitError",
        "BadRequestError",
    ):
        assert issubclass(getattr(openai, name), getattr(aigpt, name))


def test_what_is_said_to_be_missing_is_missing() -> None:
    client: Any = openai.OpenAI(api_key=KEY)
    for name in ("admin", "live"):
        assert f"`{name}`" in SECTION
        assert not hasattr(client, name)
    assert not hasattr(client.beta, "agents")
