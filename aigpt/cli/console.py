"""Lay out what came for a terminal: with colours and folding there, as plain lines anywhere else.

Everything printed here goes through `aigpt.cli.safe_text` first, and rich is never given markup to interpret.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Any, Self

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aigpt.cli.safe_text import clean, day, one_line, snippet, to_json
from aigpt.cli.word_wrap import Folded

_SNIPPET = 240
_INDENT = 12


class _Console(Console):
    """A console that leaves a reader's leaving to `aigpt.cli.main`; rich's own ends the program with exit code 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def console(*, stderr: bool = False) -> Console:
    """Return a console for stdout or stderr that interprets nothing, and folds lines on a terminal only."""
    made = _Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    made.soft_wrap = not made.is_terminal
    return made


def write_json(value: Any, *, indent: int | None = None) -> None:
    """Write *value* to stdout as JSON."""
    click.echo(to_json(value, indent=indent))


class Answer:
    """The answer on stdout while it comes: folded on a terminal, as it is elsewhere. Its last line is always ended."""

    def __init__(self) -> None:
        out = console()
        self.begun = False
        self._folded = Folded(sys.stdout, out.width) if out.is_terminal else None
        self._line_open = False

    def write(self, piece: str) -> None:
        """Write the next piece."""
        self.begun = self.begun or bool(piece)
        if self._folded is not None:
            self._folded.write(piece)
        elif text := clean(piece):
            self._line_open = not text.endswith("\n")
            click.echo(text, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._folded is not None:
            self._folded.finish()
        elif self._line_open:
            click.echo()


@contextmanager
def waiting() -> Generator[Callable[[], None]]:
    """Show at a terminal that an answer is awaited, until the block ends or calls what this gives."""
    out = console(stderr=True)
    if not (out.is_terminal and sys.stdout.isatty()):
        yield _nothing
        return
    with out.status("thinking") as status:
        yield status.stop


def _nothing() -> None:
    pass


def sources(found: Iterable[Mapping[str, Any]], *, stderr: bool = False) -> None:
    """List the messages an answer rests on: title, provider, date."""
    lines = [Text("  ") + source_line(number, source) for number, source in enumerate(found, 1)]
    if not lines:
        return
    out = console(stderr=stderr)
    out.print()
    out.print(Text("Sources", "bold"))
    for line in lines:
        out.print(line)


def source_line(number: int, source: Mapping[str, Any]) -> Text:
    """Return title, provider and date of a message that an answer rests on."""
    line = Text(f"[{number}] ")
    line.append(one_line(source.get("title")) or one_line(source.get("id")))
    for part in (one_line(source.get("provider")), day(source.get("timestamp"))):
        if part:
            line.append(f", {part}", "dim")
    return line


def results(found: Iterable[Mapping[str, Any]], query: str) -> None:
    """List the messages of a search: date and sender, subject, and the words around a match."""
    out = console()
    for number, hit in enumerate(found):
        if number:
            out.print()
        head = Text(f"{day(hit.get('timestamp')) or 'no date':<{_INDENT}}", "cyan")
        head.append(one_line(hit.get("from")), "bold").rstrip()
        out.print(head)
        _indented(out, Text(one_line(hit.get("subject"))))
        _indented(out, Text(snippet(hit.get("content"), query, _SNIPPET), "dim"))


def _indented(out: Console, text: Text) -> None:
    if not text.plain:
        return
    # Padding fills its lines up with spaces: fine on a terminal, dirt in a pipe.
    out.print(Padding(text, (0, 0, 0, _INDENT)) if out.is_terminal else Text(" " * _INDENT) + text)


def datasources(found: Iterable[Mapping[str, Any]]) -> None:
    """List datasources: a table on a terminal, elsewhere a line each with its fields set apart by tabs."""
    rows = [_datasource(source) for source in found]
    if not rows:
        click.echo("No datasources.", err=True)
        return
    out = console()
    if not out.is_terminal:
        for *fields, percent in rows:
            click.echo("\t".join([*fields, f"{percent:.0f}%"]))
        return
    table = Table(
        "Id",
        "Status",
        "Title",
        "Indexed",
        box=None,
        header_style="bold",
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    for *fields, percent in rows:
        id, status, title, subtitle = (Text(field, overflow="fold") for field in fields)
        about = Text.assemble(title, ("\n", ""), (subtitle.plain, "dim")) if subtitle.plain else title
        table.add_row(id, status, about, f"{percent:.0f} %")
    out.print(table)


def _datasource(source: Mapping[str, Any]) -> tuple[str, str, str, str, float]:
    """Return id, status, title, subtitle and the percentage indexed."""
    id, status, title, subtitle = (one_line(source.get(key)) for key in ("id", "status", "title", "subtitle"))
    progress = source.get("progress")
    return id, status, title, subtitle, progress if isinstance(progress, int | float) else 0
