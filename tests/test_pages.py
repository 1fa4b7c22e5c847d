"""What README and the pages of the documentation say is run, word by word; `pages` says how."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pages import KINDS, ROOT, Block, blocks, blocks_of, is_printed, pages, programs, text_of

from aigpt.testing import OpenAIServer, SampleServer

sys.path.append(str(ROOT / "tests" / "openai"))
from scripted_openai import OpenAIScripts
from scripted_realtime import RealtimeServer

BIN = Path(sys.executable).parent
TESTS = [block for block in blocks() if block.kind == "test"]
RUN = {("python", ""), ("python", "as"), ("sh", ""), ("sh", "server")}
PAGES = [page for page in pages() if {(block.language, block.kind) for block in blocks_of(page)} & RUN]
LINES = [
    (block, line)
    for block in blocks()
    if block.language == "sh"
    for line in block.code.replace("\\\n", " ").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return the variables that point programs to the servers."""
    index = tmp_path_factory.mktemp("index") / "index.db"
    sample_server = SampleServer(index)
    sample_server.user = "me"  # as of `aigpt serve --sample`
    with sample_server as sample, OpenAIServer() as openai, RealtimeServer() as realtime:
        OpenAIScripts(openai)
        yield {
            **os.environ,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "IGPT_BASE_URL": sample.url,
            "IGPT_API_KEY": "local",
            "IGPT_API_USER": sample.user,
            "OPENAI_BASE_URL": openai.url,
            "OPENAI_API_KEY": "sk-made-up-for-these-tests",
            "OPENAI_MODEL": "gpt-4o",
            "REALTIME_URL": realtime.url,
        }


class Page:
    """A page's folder, and what runs in it."""

    def __init__(self, folder: Path, variables: dict[str, str]) -> None:
        self.folder, self.variables = folder, variables
        (folder / "examples").symlink_to(ROOT / "examples")

    def run(self, block: Block) -> str:
        """Run a block that is a program or commands; return what it prints."""
        code = block.code.replace("127.0.0.1:8787", urlsplit(self.variables["IGPT_BASE_URL"]).netloc)
        variables = dict(self.variables)
        if ".realtime." in code:
            variables["OPENAI_BASE_URL"] = variables["REALTIME_URL"]
        printed = ""
        for command in _commands(code) if block.language == "sh" else [[sys.executable, "-W", "error", "-c", code]]:
            done = subprocess.run(
                command, env=variables, cwd=self.folder, capture_output=True, text=True, timeout=280, check=False
            )
            assert done.returncode == 0, f"{block}: {done.stdout}{done.stderr}"
            assert block.language == "sh" or done.stderr == "", str(block)
            printed += done.stdout
        return printed

    def serve(self, block: Block) -> None:
        """Run a command that serves until it says where; then stop it."""
        with subprocess.Popen(
            [*_commands(block.code)[0], "--port", "0"],
            env=self.variables, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        ) as server:  # fmt: skip
            assert server.stdout
            said = ""
            while not re.search(r"http://127\.0\.0\.1:\d+", said) and (line := server.stdout.readline()):
                said += line
            server.send_signal(signal.SIGINT)
            said += server.stdout.read()
        assert server.returncode == 0, f"{block}: {said}"


def _commands(code: str) -> list[list[str]]:
    """Return how commands are run: by bash, if they are more than calls of Python and `aigpt`, which can be forked."""
    lines = [shlex.split(line, comments=True) for line in code.strip().splitlines()] if "<<" not in code else []
    if not lines or re.search(r"[|<>&;$*~\\]", code) or not all(words[0] in {"aigpt", "python"} for words in lines):
        return [["bash", "-euo", "pipefail", "-c", code]]
    programs = {"aigpt": [sys.executable, "-m", "aigpt.cli"], "python": [sys.executable]}
    return [[*programs[words[0]], *words[1:]] for words in lines]


@pytest.mark.forked("pydantic")
@pytest.mark.parametrize("page", PAGES)
def test_every_program_and_every_command_runs(page: str, variables: dict[str, str], tmp_path: Path) -> None:
    shown = is_printed(page)
    there = Page(tmp_path, variables)
    for block in blocks_of(page):
        if (block.language, block.kind) == ("python", "as"):
            (tmp_path / block.argument).write_text(block.code, encoding="utf-8")
        elif (block.language, block.kind) == ("sh", "server"):
            there.serve(block)
        elif (block.language, block.kind) in RUN:
            printed = there.run(block)
            assert printed.strip() or block.language == "sh", str(block)
            if block not in shown:
                assert "network_error" not in printed, str(block)
            else:
                assert re.fullmatch(shown[block], printed.strip(), re.DOTALL), f"{block} prints:\n{printed}"


def test_every_test_passes(tmp_path: Path) -> None:
    for number, block in enumerate(TESTS):
        (tmp_path / f"test_{number}.py").write_text(block.code, encoding="utf-8")
    gone = {"IGPT_API_KEY": "", "IGPT_API_USER": "", "IGPT_BASE_URL": "http://127.0.0.1:9/v1"}  # as users have it
    options = ["-q", "-o", "asyncio_mode=auto", "-p", "no:langsmith_plugin", "-p", "no:anyio"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        env={**os.environ, **gone}, cwd=tmp_path, capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    count = sum(len(re.findall(r"^(?:async )?def test_", block.code, re.MULTILINE)) for block in TESTS)
    assert count >= len(TESTS) > 0
    assert re.search(rf"^{count} passed", done.stdout, re.MULTILINE), done.stdout


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    unknown = [str(block) for block in blocks() if block.kind not in KINDS.get(block.language, ())]
    assert unknown == []
    command = re.compile(r"^(?:\$ )?(?:aigpt|pip|python|make) ", re.MULTILINE)
    hidden = [str(block) for block in blocks() if block.language == "text" and command.search(block.code)]
    assert hidden == []


def test_a_file_of_a_page_is_run_by_it() -> None:
    for page in pages():
        commands = " ".join(block.code for block in blocks_of(page) if block.language == "sh" and block.kind == "")
        for block in blocks_of(page):
            assert block.kind != "as" or block.argument.removesuffix(".py") in commands, str(block)


@pytest.mark.parametrize("block", [block for block in blocks() if block.kind == "of"], ids=str)
def test_what_is_quoted_from_a_file_is_there(block: Block) -> None:
    assert block.code in (ROOT / block.argument).read_text(encoding="utf-8")


def test_data_can_be_read() -> None:
    readers = {"json": json.loads, "toml": tomllib.loads}
    for block in blocks():
        if block.language in readers:
            assert readers[block.language](block.code), str(block)


def test_the_options_of_every_command_are_there() -> None:
    import click  # noqa: PLC0415 (only here)

    from aigpt.cli.app import app  # noqa: PLC0415 (only here)

    for block, line in LINES:
        for words in _calls_of_aigpt(line):
            command: click.Command = app
            while isinstance(command, click.Group) and words and not words[0].startswith("-"):
                name = words.pop(0)
                assert name in command.commands, f"{block}: there is no {name}"
                command = command.commands[name]
            known = {option for each in command.get_params(click.Context(command)) for option in each.opts}
            used = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
            assert used - known == set(), str(block)


def _calls_of_aigpt(line: str) -> Iterator[list[str]]:
    """Give the arguments of each call of `aigpt` in a line of commands."""
    words = list(shlex.shlex(line, posix=True, punctuation_chars=True))
    for at, word in enumerate(words):
        if word == "aigpt" and (at == 0 or "=" in words[at - 1] or words[at - 1] in {"|", "&&", ";"}):
            yield list(takewhile(lambda word: word not in {"|", "&&", ";", ">", "<", "&"}, words[at + 1 :]))


def test_every_target_of_make_and_every_example_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for block, line in LINES:
        for target in re.findall(r"\bmake ([a-z-]+)", line):
            assert re.search(rf"^{target}[ a-z]*:", makefile, re.MULTILINE), f"{block}: {target}"
        for name in re.findall(r"\bexamples/[\w.]+", line):
            assert (ROOT / name).exists(), f"{block}: {name}"


def test_what_is_linked_to_is_there() -> None:
    broken = [
        f"{page}: {target}"
        for page in pages()
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text_of(page))
        if not re.match(r"\w+:", target) and not (ROOT / page).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_every_program_with_fan_out_or_openai_is_read_by_the_type_checkers() -> None:
    """`make types` runs mypy --strict and pyright's strict mode on tests/typing."""
    read = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "typing").glob("pages_*.py")]
    typed = [block for block in programs() if "fan_out" in block.code or "aigpt.openai" in block.code]
    unread = [str(block) for block in typed if not any(text.endswith(f'"""\n\n{block.code}') for text in read)]
    assert typed
    assert unread == []
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert "tests/typing" in tools["mypy"]["files"]
    assert "tests/typing" in tools["pyright"]["include"]
    assert (tools["mypy"]["strict"], tools["pyright"]["typeCheckingMode"]) == (True, "strict")


def test_every_option_is_in_the_table() -> None:
    from aigpt.types import ClientOptions  # noqa: PLC0415 (only here)

    page = text_of("docs/reference/options.md")
    assert [name for name in ClientOptions.__annotations__ if not re.search(f"`{name}[`=]", page)] == []


def test_every_code_is_in_the_table() -> None:
    codes = ("auth", "params", "client_error", "network_error", "invalid_json_response")
    for code in (*codes, "invalid_output", "request_aborted"):
        assert f"| `{code}` |" in text_of("docs/howto/errors.md")
