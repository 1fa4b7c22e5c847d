"""What README says of `aigpt.openai` is run, and true."""

from __future__ import annotations

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
from aigpt.testing import OpenAIServer

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## OpenAI and compatible servers\n")[2].partition("\n## ")[0]
PROGRAMS = [
    code for code in re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL) if "aigpt.openai" in code
]
HELPERS = [code for code in PROGRAMS if ".parse(" in code]
REALTIME = [code for code in PROGRAMS if ".realtime." in code]
(FAN_OUT,) = (code for code in PROGRAMS if "fan_out" in code)
PROGRAMS = [code for code in PROGRAMS if code not in {*HELPERS, *REALTIME, FAN_OUT}]
IMPORTS = [
    (module, name)
    for module, names in re.findall(r"`from (aigpt[\w.]*) import ([\w, ]+)`", SECTION)
    for name in names.split(", ")
]


def run(code: str, url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": url}
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, env=variables, cwd=folder, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.parametrize("code", PROGRAMS)
def test_every_program_runs_and_prints_the_answer(code: str, tmp_path: Path) -> None:
    with OpenAIServer() as server:
        OpenAIScripts(server)
        done = run(code, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{ANSWER}True\n"


def test_the_program_with_structured_answers_prints_them(tmp_path: Path) -> None:
    (code,) = HELPERS
    with OpenAIServer() as server:
        OpenAIScripts(server)
        done = run(code, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    answer = "Animal(name='otter', habits=['hold hands', 'sleep afloat'])"
    first, *growing, last = done.stdout.splitlines()
    assert (first, last) == (answer, answer)
    assert list(dict.fromkeys(growing))[:3] == ["None", "{}", "{'name': 'otter'}"]


@pytest.mark.parametrize("code", PROGRAMS)
def test_every_program_says_when_a_stream_was_cut(code: str, tmp_path: Path) -> None:
    with OpenAIServer() as server:
        server.chat(["Otters"], then="close")
        done = run(code, server.url, tmp_path)
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
    (code,) = REALTIME
    with RealtimeServer(*scripts) as server:
        done = run(code, server.url, tmp_path)
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


@pytest.mark.parametrize(("module", "name"), IMPORTS)
def test_every_name_can_be_imported(module: str, name: str) -> None:
    assert hasattr(import_module(module), name)


def test_there_is_a_program_and_a_table_of_names() -> None:
    assert PROGRAMS
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
