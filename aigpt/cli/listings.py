"""Lists of what an API reply holds: sources of an answer, search results, datasources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aigpt.cli import colours
from aigpt.cli.console import make_console, print_hanging
from aigpt.cli.safe_text import format_date, one_line, snippet

_SNIPPET_WIDTH = 240
_INDENT = 12
_PLACE = re.compile(r"(@\d+)?(#L\d+-L\d+)?$")  # at the end of an id of the embedded server: in the file


def print_sources(sources: Iterable[Mapping[str, Any]], *, stderr: bool = False) -> None:
    """Print title, provider and date of the messages that an answer is based on."""
    listed = list(sources)
    if not listed:
        return
    console = make_console(stderr=stderr)
    console.print()
    console.print(Text("Sources", colours.HEADING))
    for number, source in enumerate(listed, 1):
        print_hanging(console, Text(f"  [{number}] "), _describe_source(source))


def format_source(number: int, source: Mapping[str, Any]) -> Text:
    """Return title, provider and date of a message that an answer is based on."""
    return Text(f"[{number}] ") + _describe_source(source)


def _describe_source(source: Mapping[str, Any]) -> Text:
    about = [part for part in (_provider(source), format_date(source.get("timestamp"))) if part]
    line = Text(one_line(source.get("title")) or ("(no subject)" if about else one_line(source.get("id"))))
    for part in about:
        line.append(f", {part}", colours.SECONDARY)
    return line


def _provider(source: Mapping[str, Any]) -> str:
    """Return who or what a source is from; of notes that nobody speaks in, the embedded server says where: the file."""
    provider, id = one_line(source.get("provider")), one_line(source.get("id"))
    if not provider or not id.startswith(f"{provider}/"):
        return provider
    return _PLACE.sub("", id.removeprefix(f"{provider}/"))


def print_results(results: Iterable[Mapping[str, Any]], query: str) -> None:
    """Print the messages of a search: date and sender, subject, and the text around a match.

    On a terminal each is a paragraph, elsewhere a line of these four, separated by tabs.
    """
    console = make_console()
    if not console.is_terminal:
        for result in results:
            fields = format_date(result.get("timestamp")), one_line(result.get("from")), one_line(result.get("subject"))
            click.echo("\t".join([*fields, snippet(result.get("content"), query, _SNIPPET_WIDTH)]))
        return
    for number, result in enumerate(results):
        if number:
            console.print()
        head = Text(f"{format_date(result.get('timestamp')) or 'no date':<{_INDENT}}", colours.DATE)
        head.append(one_line(result.get("from")), colours.HEADING).rstrip()
        console.print(head)
        _print_indented(console, Text(one_line(result.get("subject"))))
        _print_indented(console, Text(snippet(result.get("content"), query, _SNIPPET_WIDTH), colours.SECONDARY))


def _print_indented(console: Console, text: Text) -> None:
    if not text.plain:
        return
    console.print(Padding(text, (0, 0, 0, _INDENT)))


def print_datasources(datasources: Iterable[Mapping[str, Any]]) -> None:
    """Print datasources: as a table on a terminal, elsewhere as lines of fields separated by tabs."""
    rows = [_datasource_fields(source) for source in datasources]
    if not rows:
        click.echo("No datasources.", err=True)
        return
    console = make_console()
    if not console.is_terminal:
        for *fields, percent in rows:
            click.echo("\t".join([*fields, f"{percent:.0f}%"]))
        return
    table = Table(
        "Id",
        "Status",
        "Title",
        "Indexed",
        box=None,
        header_style=colours.HEADING,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    for *fields, percent in rows:
        id, status, title, subtitle = (Text(field, overflow="fold") for field in fields)
        about = Text.assemble(title, ("\n", ""), (subtitle.plain, colours.SECONDARY)) if subtitle.plain else title
        table.add_row(id, status, about, f"{percent:.0f} %")
    console.print(table)


def _datasource_fields(source: Mapping[str, Any]) -> tuple[str, str, str, str, float]:
    """Return id, status, title, subtitle and the percentage indexed."""
    id, status, title, subtitle = (one_line(source.get(key)) for key in ("id", "status", "title", "subtitle"))
    progress = source.get("progress")
    return id, status, title, subtitle, progress if isinstance(progress, int | float) else 0
