"""Shells complete commands, options, values and files: bash, and of zsh and fish those that are found here."""

import fcntl
import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import COMMAND, Aigpt, environment

ROOT = Path(__file__).resolve().parents[2]
PROMPT = "ready> "
CONTROL = re.compile(rb"\x1b(\[[0-9;?>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\\\)|[=>]|\(B)|[\x0f\r\n]")
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(_AIGPT_COMPLETE=bash_source aigpt)"'),
    "zsh": (
        ["zsh", "--no-rcs", "-i"],
        'autoload -U compinit; compinit -D -u; eval "$(_AIGPT_COMPLETE=zsh_source aigpt)"',
    ),
    "fish": (
        ["fish", "--no-config", "-i"],
        f"function fish_prompt; echo -n '{PROMPT}'; end; _AIGPT_COMPLETE=fish_source aigpt | source",
    ),
}
LINES = [
    ("bul", "bulk"),
    ("datasources dis", "datasources disconnect"),
    ("ask - --qual", "ask - --quality"),  # the question is not read from the terminal
    ("bulk sea", "bulk search"),
    ("bulk ask que", "bulk ask questions.csv"),
    ("bulk ask questions.csv --for", "bulk ask questions.csv --format"),
    ("bulk ask questions.csv --format js", "bulk ask questions.csv --format jsonl"),
    ("serve --api-key-file que", "serve --api-key-file questions.csv"),
]


class Terminal:
    """A shell on a terminal. Its `aigpt` answers the shell's questions; other calls are noted, with their arguments."""

    def __init__(self, shell: str, place: Path) -> None:
        command, set_up = SHELLS[shell]
        self._noted = place / "noted"
        self._shown = b""
        self._terminal, theirs = pty.openpty()
        paths = f"{make_program(place, self._noted)}:{os.environ['PATH']}"
        env = environment(PATH=paths, HOME=str(place), PYTHONPATH=str(ROOT), TERM="xterm", PS1=PROMPT)
        streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
        self._process = subprocess.Popen(
            command,
            cwd=place,
            env=env,
            start_new_session=True,
            preexec_fn=own_terminal,  # noqa: PLW1509 (one system call, no lock)
            **streams,
        )
        os.close(theirs)
        self._set_up = set_up

    def set_up(self) -> None:
        """Load the completions."""
        self.type(f"{self._set_up}; aigpt ready\n")

    def type(self, keys: str) -> list[str]:
        """Type *keys*, which run aigpt; return the arguments that it gets."""
        self._noted.unlink(missing_ok=True)
        self._shown = b""
        os.write(self._terminal, keys.encode())
        while not (self._noted.exists() and self._shown.endswith(PROMPT.encode())):
            self._read()
        return self._noted.read_text(encoding="utf-8").splitlines()

    def _read(self) -> None:
        """Read what is shown, without what steers the cursor."""
        if select.select([self._terminal], [], [], 0.1)[0]:
            self._shown = CONTROL.sub(b"", self._shown + os.read(self._terminal, 65536))

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)


def own_terminal() -> None:
    """Make standard input the terminal that the process is controlled by, as fish wants it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def make_program(place: Path, noted: Path) -> Path:
    folder = place / "bin"
    folder.mkdir()
    program = folder / "aigpt"
    program.write_text(
        "#!/bin/sh\n"
        f'[ -n "$_AIGPT_COMPLETE" ] && exec {shlex.join(COMMAND)}\n'
        f'printf "%s\\n" "$@" > {noted}.new && mv {noted}.new {noted}\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    return folder


@pytest.fixture(params=SHELLS)
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    (tmp_path / "questions.csv").touch()
    found = Terminal(request.param, tmp_path)
    try:
        found.set_up()
        yield found
    finally:
        found.close()


def test_a_tab_completes(terminal: Terminal) -> None:
    typed = [terminal.type(f"aigpt {line}\t\n") for line, _ in LINES]
    assert typed == [completed.split() for _, completed in LINES]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_is_printed(aigpt: Aigpt, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_AIGPT_COMPLETE", f"{shell}_source")
    done = aigpt()
    assert (done.returncode, done.stderr) == (0, "")
    assert "_aigpt_completion" in done.stdout


@pytest.mark.parametrize("asked", ["tcsh_source", "bash", "bash_nonsense", "1"])
def test_a_shell_that_is_not_supported_is_named(aigpt: Aigpt, monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("_AIGPT_COMPLETE", asked)
    done = aigpt("ask", "Q")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"must be bash_source, zsh_source or fish_source, not '{asked}'" in done.stderr
