"""A program that is forked finds itself as one that is started: the tests of programs rest on it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from forking import IS_KNOWN, SHARED

pytestmark = pytest.mark.skipif(not IS_KNOWN, reason="programs are forked on Linux alone")
LOOK = """
import json, os, signal, sys
import helper
streams = [
    [type(stream.buffer).__name__, stream.mode, stream.encoding, stream.errors, stream.line_buffering]
    for stream in (sys.stdin, sys.stdout, sys.stderr)
]
print(json.dumps({
    "input": sys.stdin.read(), "arguments": sys.argv, "folder": os.getcwd(), "path": sys.path, "streams": streams,
    "environment": dict(os.environ), "options": [sys.warnoptions, sys._xoptions], "child": os.getppid(),
    "name": __name__, "package": __package__, "globals": sorted(globals()),
    "main": vars(sys.modules["__main__"]) is globals(), "group": os.getpgid(0) == os.getpid(),
    "interrupt": signal.getsignal(signal.SIGINT) is signal.default_int_handler,
    "pipe": signal.getsignal(signal.SIGPIPE),
}))
sys.stderr.write("the end")
sys.exit(7)
"""
IS_AIOHTTP_THERE = "import sys; print('aiohttp' in sys.modules)"


def run(folder: Path, *command: str, **options: Any) -> tuple[int, dict[str, Any], str]:
    environment = {"PATH": os.environ["PATH"], "A_VARIABLE": "ä"}
    done = subprocess.run(
        [sys.executable, *command, "an argument"],
        cwd=folder, env=environment, input="what it is told", capture_output=True, check=False, text=True, **options,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout), done.stderr


@pytest.mark.parametrize("options", [[], ["-u"], ["-W", "error", "-X", "utf8"]], ids=" ".join)
@pytest.mark.parametrize("kind", ["-c", "-m", ""])
@pytest.mark.parametrize("alone", [False, True])
def test_it_has_what_it_was_given(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str, options: list[str], *, alone: bool
) -> None:
    (tmp_path / "helper.py").touch()
    (tmp_path / "look.py").write_text(LOOK)
    program = {"-c": LOOK, "-m": "look", "": str(tmp_path / "look.py")}[kind]
    command = [*options, *filter(None, [kind]), program]
    started = run(tmp_path, *command, start_new_session=alone)
    request.node.add_marker(pytest.mark.forked)
    request.getfixturevalue("_forked")
    found = run(tmp_path, *command, start_new_session=alone)
    assert found[1] == started[1]
    assert found == started
    assert started[0] == 7
    assert started[1]["input"] == "what it is told"


@pytest.mark.forked
def test_what_is_imported_is_shared_and_nothing_of_ours() -> None:
    done = subprocess.run([sys.executable, "-c", IS_AIOHTTP_THERE], capture_output=True, check=True)
    assert done.stdout == b"True\n"
    assert not any(name.startswith("aigpt") for name in SHARED)


@pytest.mark.forked
@pytest.mark.alone
def test_a_test_can_have_its_programs_started() -> None:
    done = subprocess.run([sys.executable, "-c", IS_AIOHTTP_THERE], capture_output=True, check=True)
    assert done.stdout == b"False\n"


@pytest.mark.forked
def test_an_error_and_what_nobody_closed_are_told_at_its_end() -> None:
    code = "class Open:\n    def __del__(self): print('never closed')\nopen_ = Open(); open_.itself = open_\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}def function(): open_\n1 / 0"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"never closed\n")
    assert done.stderr.endswith(b"ZeroDivisionError: division by zero\n")


@pytest.mark.forked
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_signals_reach_it_and_its_end_is_seen(number: signal.Signals) -> None:
    code = "import time; print('it runs', flush=True); time.sleep(100)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    assert await process.stdout.readline() == b"it runs\n"
    process.send_signal(number)
    assert await process.wait() == -number
    await process.communicate()
