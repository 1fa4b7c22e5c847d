"""Printing: consoles that fold lines on a terminal only, JSON, an answer while it arrives, a waiting indicator.

Everything printed goes through `safe_text` first, and rich is never given markup to interpret.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Self

import click
from rich.console import Console
from rich.text import Text

from aigpt.cli.safe_text import clean, to_json
from aigpt.cli.word_wrap import WordWrapper

_LEAST_WIDTH = 20  # columns; in fewer, text is not indented


class _Console(Console):
    """A console that leaves a broken pipe to `aigpt.cli.main`; rich would end the program with exit code 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def make_console(*, stderr: bool = False) -> Console:
    """Return a console for stdout or stderr that interprets no markup, and folds lines on a terminal only."""
    console = _Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.soft_wrap = not console.is_terminal
    return console


def print_hanging(console: Console, head: Text, text: Text) -> None:
    """Print *head* and *text* after it, whose further lines on a terminal begin below its first."""
    width = console.width - head.cell_len
    if not console.is_terminal or width < _LEAST_WIDTH:
        console.print(head + text)
        return
    for number, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        console.print((Text(" " * head.cell_len) if number else head) + line, soft_wrap=True)


def write_json(value: Any, *, indent: int | None = None) -> None:
    """Write *value* to stdout as JSON."""
    click.echo(to_json(value, indent=indent))


class AnswerPrinter:
    """Prints an answer to stdout while it arrives, folded on a terminal only. A context manager: ends the last line."""

    def __init__(self) -> None:
        console = make_console()
        self.begun: bool = False
        self._wrapper = WordWrapper(sys.stdout, console.width) if console.is_terminal else None
        self._line_open = False

    def write(self, piece: str) -> None:
        """Print the next piece."""
        self.begun = self.begun or bool(piece)
        if self._wrapper is not None:
            self._wrapper.write(piece)
        elif text := clean(piece):
            self._line_open = not text.endswith("\n")
            click.echo(text, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._wrapper is not None:
            self._wrapper.finish()
        elif self._line_open:
            click.echo()


@contextmanager
def waiting_indicator() -> Generator[Callable[[], None]]:
    """Show on a terminal that an answer is awaited. The value is a function that stops it before the block ends."""
    console = make_console(stderr=True)
    if not (console.is_terminal and sys.stdout.isatty()):
        yield lambda: None
        return
    with console.status("thinking") as status:
        yield status.stop
