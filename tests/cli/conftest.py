"""Run the command line: in this process, or as one of its own where signals and pipes matter."""

import io
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from cli_running import COMMAND, NAMES, Aigpt, Outcome, Start

from aigpt.cli import main
from aigpt.testing import ScriptedServer


@pytest.fixture
def ready(igpt_server: ScriptedServer) -> dict[str, str]:
    """Return settings that lead the command to the scripted server."""
    return {"url": igpt_server.url, "key": "k-secret", "user": "mara"}


@pytest.fixture
def start() -> Iterator[Start]:
    """Start `aigpt` as a process with pipes for its output; one that still runs at the end of the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def run(*args: str, env: dict[str, str], **options: Any) -> subprocess.Popen[str]:
        usual = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
        started.append(subprocess.Popen([*COMMAND, *args], env=env, **(usual | options)))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def aigpt(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Aigpt:
    """Run `aigpt` to its end, in this process since that is faster; each complaint must be one line."""

    def run(*args: str, stdin: str | bytes = "", **settings: str) -> Outcome:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        for name in ("IGPT_BASE_URL", "IGPT_API_KEY", "IGPT_API_USER"):
            monkeypatch.delenv(name, raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(NAMES[name], value)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        monkeypatch.setattr(sys, "argv", ["aigpt", *args])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        outcome = Outcome(args, ended.value.code, *capsys.readouterr())
        if outcome.returncode in {1, 2}:
            assert outcome.stderr.startswith("aigpt: "), outcome.stderr
            assert outcome.stderr.count("\n") == 1, outcome.stderr
        return outcome

    return run
