"""The help of each command: examples that the command takes as they stand, and the exit codes."""

import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from aigpt.cli import exit_codes
from aigpt.cli.app import app

FILES = {"tasks.json": '{"type": "object"}', "mail.mbox": "", "questions.txt": "Q\n", "key": "k\n", "notes/a.md": "A\n"}


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for below, command in group.commands.items():
        path = f"{name} {below}"
        yield path, command
        if isinstance(command, click.Group):
            yield from commands(command, path)


COMMANDS = {"aigpt": app, **dict(commands(app, "aigpt"))}


def examples(command: click.Command) -> list[str]:
    head, _, rest = (command.epilog or "").partition("Examples:\n")
    assert head == "\b\n"
    return [line.strip() for line in rest.splitlines()]


def arguments(example: str) -> list[str]:
    """Return what the example gives to `aigpt`, wherever in a pipe it stands."""
    words = shlex.split(example)
    words = words[words.index("aigpt") + 1 :]
    return words[: words.index("|")] if "|" in words else words


def parse(command: click.Command, name: str, words: list[str], parent: click.Context | None = None) -> None:
    with command.make_context(name, list(words), parent=parent) as context:
        is_older = not hasattr(context, "_protected_args")  # click before 8.2
        protected: list[str] = context.protected_args if is_older else context._protected_args
        rest = [*protected, *context.args]  # of a group: the command below it, and what is for that
        if isinstance(command, click.Group) and rest:
            below = command.commands[rest[0]]
            parse(below, rest[0], rest[1:], context)


@pytest.mark.parametrize("path", COMMANDS)
def test_the_command_takes_its_examples(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Q\n")))
    found = examples(COMMANDS[path])
    assert found
    for example in found:
        assert " ".join(["aigpt", *arguments(example)]).startswith(path) or path == "aigpt"
        parse(app, "aigpt", arguments(example))


def test_an_example_that_is_wrong_is_noticed() -> None:
    with pytest.raises(click.UsageError):
        parse(app, "aigpt", ["ask", "Q", "--jason"])


def test_help_tells_all_exit_codes_and_no_color() -> None:
    words = " ".join((app.help or "").split())
    codes = [value for name, value in vars(exit_codes).items() if name.isupper()]
    told = re.search(r"Exit codes: (.*)", words)
    assert told is not None
    assert {int(code) for code in re.findall(r"\b\d+\b", told[1])} == {0, *codes}
    assert "NO_COLOR" in words
