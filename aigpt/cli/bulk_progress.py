"""The progress of a bulk run on stderr: a bar on a terminal, elsewhere a line every ten seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.progress import BarColumn, Progress, TextColumn

from aigpt.cli.console import make_console
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt.bulk import BulkRun, ShardedRun

_BAR_INTERVAL = 0.2  # s
_LINE_INTERVAL = 10.0  # s
_MINUTE, _HOUR = 60, 3600


@contextmanager
def shown_progress(run: BulkRun | ShardedRun) -> Generator[None]:
    """Show the progress of *run* until the block ends."""
    console = make_console(stderr=True)
    if not console.is_terminal:
        with (
            _regularly(_LINE_INTERVAL, lambda: click.echo(_describe(run), err=True)),
            _news_told(run, lambda text: click.echo(text, err=True)),
        ):
            yield
        return
    bar = Progress(BarColumn(bar_width=24), TextColumn("{task.description}"), console=console, transient=True)
    task = bar.add_task("checking the input", total=None)

    def update() -> None:
        if run.total:
            bar.update(task, total=run.total, completed=run.before + run.done, description=_describe(run))

    with bar, _regularly(_BAR_INTERVAL, update), _news_told(run, bar.console.print):
        yield


@contextmanager
def _news_told(run: BulkRun | ShardedRun, say: Callable[[str], None]) -> Generator[None]:
    """Say soon, and once, on which cluster the run is, and what the first row that fails failed of."""
    told, is_placed = False, False

    def tell() -> None:
        nonlocal told, is_placed
        place = _place(run)
        if place is not None and not is_placed:
            is_placed = True
            say(f"on the Ray cluster at {place}")
        if run.first_failure is not None and not told:
            told = True
            say(f"the first failure: {one_line(run.first_failure)}")

    with _regularly(_BAR_INTERVAL, tell):
        try:
            yield
        finally:
            tell()


@contextmanager
def _regularly(seconds: float, act: Callable[[], None]) -> Generator[None]:
    async def repeat() -> None:
        while True:
            await asyncio.sleep(seconds)
            act()

    task = asyncio.ensure_future(repeat())
    try:
        yield
    finally:
        task.cancel()


def _describe(run: BulkRun | ShardedRun) -> str:
    """Return rows done and total, rate, calls in flight, errors by code, tokens and the time left."""
    summary = run.summary
    done = run.before + run.done
    if _place(run) is not None and not summary.done and not run.in_flight:
        return f"{done}/{run.total}, starting workers"
    parts = [f"{done}/{run.total}"]
    if (shards := getattr(run, "shards", None)) is not None:
        parts.append(f"shards {shards[0]}/{shards[1]}")
    parts += [f"{summary.throughput:.1f}/s", f"{run.in_flight} in flight"]
    parts += [f"{code} {count}" for code, count in summary.errors.most_common(3)]
    if summary.tokens:
        parts.append(f"{summary.tokens['total_tokens']} tokens")
    if run.paused:
        parts.append(f"paused by the server for {_duration(run.paused)}")
    elif summary.throughput:
        parts.append(f"{_duration((run.total - done) / summary.throughput)} left")
    return ", ".join(parts)


def _place(run: BulkRun | ShardedRun) -> str | None:
    place: str | None = getattr(run, "place", None)
    return place


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    if seconds < _HOUR:
        return f"{seconds / _MINUTE:.0f} min"
    return f"{seconds / _HOUR:.1f} h"
