"""What README says is run, word by word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from aigpt.testing import SampleServer

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)( test| of \S+)?\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
# tests/openai/test_openai_readme.py runs the others
PROGRAMS = [code for language, kind, code in BLOCKS if language == "python" and not kind and "aigpt.openai" not in code]
TESTS = [code for language, kind, code in BLOCKS if kind == " test"]
QUOTED = [(kind.removeprefix(" of "), code) for _, kind, code in BLOCKS if kind.startswith(" of ")]
COMMANDS = [line for language, _, code in BLOCKS if language == "sh" for line in code.splitlines() if line.strip()]


def run(
    command: list[str], server: SampleServer, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    point = {"IGPT_BASE_URL": server.url, "IGPT_API_KEY": "local", "IGPT_API_USER": server.user, "PATH": path}
    variables = {**os.environ, **point, **environment}
    return subprocess.run(command, env=variables, cwd=cwd, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.forked
@pytest.mark.parametrize("code", PROGRAMS, ids=lambda code: code.strip().splitlines()[-1][:40])
def test_every_program_runs_and_says_something(code: str, igpt_local: SampleServer) -> None:
    done = run([sys.executable, "-W", "error", "-c", code], igpt_local)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()
    assert "network_error" not in done.stdout


@pytest.mark.parametrize("code", [code for code in PROGRAMS if "fan_out" in code])
def test_every_program_with_fan_out_is_read_by_the_type_checkers(code: str) -> None:
    """`make types` runs mypy --strict and pyright's strict mode on tests/typing."""
    files = sorted((ROOT / "tests" / "typing").glob("readme_*.py"))
    assert any(file.read_text(encoding="utf-8").endswith(f'"""\n\n{code}') for file in files)
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert "tests/typing" in tools["mypy"]["files"]
    assert "tests/typing" in tools["pyright"]["include"]
    assert (tools["mypy"]["strict"], tools["pyright"]["typeCheckingMode"]) == (True, "strict")


def test_every_test_passes(igpt_local: SampleServer, tmp_path: Path) -> None:
    for number, code in enumerate(TESTS):
        (tmp_path / f"test_{number}.py").write_text(code, encoding="utf-8")
    nowhere = {"IGPT_BASE_URL": "http://127.0.0.1:9/v1", "IGPT_API_KEY": "", "IGPT_API_USER": ""}  # as users have it
    options = ["-q", "-o", "asyncio_mode=auto", "-p", "no:langsmith_plugin"]
    command = [sys.executable, "-m", "pytest", *options]
    done = run(command, igpt_local, tmp_path, **nowhere)
    assert done.returncode == 0, done.stdout
    assert TESTS
    assert re.search(rf"^{len(TESTS)} passed", done.stdout, re.MULTILINE), done.stdout


@pytest.mark.parametrize(("path", "lines"), QUOTED)
def test_what_is_quoted_from_an_example_is_there(path: str, lines: str) -> None:
    assert lines in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("aigpt ") and "serve" not in line])
def test_every_command_answers(line: str, igpt_local: SampleServer, tmp_path: Path) -> None:
    done = run(["bash", "-c", line], igpt_local, TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout.strip() != "") == (0, True), done.stderr


def test_every_target_of_make_is_there() -> None:
    targets = {line.split()[1] for line in COMMANDS if line.startswith("make ")}
    assert {"demo", "test"} <= targets
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_every_option_is_in_the_table() -> None:
    from aigpt.types import ClientOptions  # noqa: PLC0415 (only here)

    missing = [
        name for name in ClientOptions.__annotations__ if f"`{name}`" not in README and f"`{name}=" not in README
    ]
    assert not missing


def test_every_code_is_in_the_table() -> None:
    codes = ("auth", "params", "client_error", "network_error", "invalid_json_response")
    for code in (*codes, "invalid_output", "request_aborted"):
        assert f"| `{code}` |" in README
