"""What `aigpt serve` tells on stderr of the indexing: how far it is, and at the end what could not be read."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

import click
from rich.progress import BarColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from aigpt.cli.console import console
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt.local import Indexed, Progress

_SECONDS_BETWEEN_LINES = 2.0
_MOST_NAMED = 50


class IndexingReport:
    """Shows the indexing as bars on a terminal, elsewhere as a plain line now and then."""

    def __init__(self) -> None:
        out = console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
        counted = TextColumn("{task.fields[counted]}", style="dim")
        self._bars = (
            Bars(*columns, TimeRemainingColumn(), counted, console=out, transient=True) if out.is_terminal else None
        )
        self._tasks: dict[str, TaskID] = {}
        self._spoke: float | None = None
        self._over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._bars is not None:
            self._bars.stop()

    def show(self, progress: Progress) -> None:
        """Show how far the indexing of one datasource is."""
        title = one_line(progress.title)
        if self._bars is not None:
            self._advance(self._bars, title, progress)
        if self._over and progress.finished:  # connected since
            self._stop()
            click.echo(f"{title}: {_counted(progress)} indexed.", err=True)
        elif self._bars is None and not progress.finished and self._may_speak():
            click.echo(f"{title}: {progress.percent:.0f} % read, {_counted(progress)}", err=True)

    def _may_speak(self) -> bool:
        now = time.monotonic()
        if self._spoke is not None and now - self._spoke < _SECONDS_BETWEEN_LINES:
            return False
        first, self._spoke = self._spoke is None, now
        return not first  # what is done quickly needs no telling

    def _advance(self, bars: Bars, title: str, progress: Progress) -> None:
        bars.start()
        if progress.datasource not in self._tasks:
            self._tasks[progress.datasource] = bars.add_task(title, total=100, counted="")
        bars.update(self._tasks[progress.datasource], completed=progress.percent, counted=_counted(progress))

    def finish(self, results: Iterable[Indexed]) -> None:
        """Say what came of each datasource, and name what could not be read."""
        self._stop()
        self._over = True
        for result in results:
            title = one_line(result.title)
            click.echo(f"{title}: {_counted(result)} indexed.", err=True)
            _name(f"{title}: could not be read", [f"{f.name}: {f.reason}" for f in result.failures])
            _name(f"{title}: left out, being neither mail nor notes", [f.name for f in result.skipped])


def _counted(of: Progress | Indexed) -> str:
    parts = [(of.messages, "message"), (of.notes, "note")]
    named = [f"{count:,} {name}{'' if count == 1 else 's'}" for count, name in parts if count]
    return " and ".join(named) or "0 messages"


def _name(what: str, items: list[str]) -> None:
    if not items:
        return
    click.echo(f"{what}: {len(items):,}", err=True)
    for item in items[:_MOST_NAMED]:
        click.echo(f"  {one_line(item)}", err=True)
    if len(items) > _MOST_NAMED:
        click.echo(f"  and {len(items) - _MOST_NAMED:,} more", err=True)
