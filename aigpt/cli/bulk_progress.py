"""How far a bulk run is: a bar on a terminal, elsewhere a plain line from time to time. Both on stderr."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.progress import BarColumn, Progress, TextColumn

from aigpt.cli.console import console

if TYPE_CHECKING:
    from aigpt.bulk import BulkRun

_ON_TERMINAL = 0.2
_ELSEWHERE = 10.0
_MINUTE, _HOUR = 60, 3600


@contextmanager
def shown_progress(run: BulkRun) -> Generator[None]:
    """Show how far *run* is, until the block ends."""
    out = console(stderr=True)
    if not out.is_terminal:
        with _regularly(_ELSEWHERE, lambda: click.echo(in_words(run), err=True)):
            yield
        return
    bar = Progress(BarColumn(bar_width=24), TextColumn("{task.description}"), console=out, transient=True)
    task = bar.add_task("looking through the input", total=None)

    def update() -> None:
        if run.total:
            bar.update(task, total=run.total, completed=run.before + run.summary.done, description=in_words(run))

    with bar, _regularly(_ON_TERMINAL, update):
        yield


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


def in_words(run: BulkRun) -> str:
    """Return done of total, rate, calls under way, errors by code, tokens, time left."""
    summary = run.summary
    done = run.before + summary.done
    parts = [f"{done}/{run.total}", f"{summary.throughput:.1f}/s", f"{run.in_flight} in flight"]
    parts += [f"{code} {count}" for code, count in summary.errors.most_common(3)]
    if summary.tokens:
        parts.append(f"{summary.tokens['total_tokens']} tokens")
    if run.paused:
        parts.append(f"paused by the server for {_duration(run.paused)}")
    elif summary.throughput:
        parts.append(f"{_duration((run.total - done) / summary.throughput)} left")
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    if seconds < _HOUR:
        return f"{seconds / _MINUTE:.0f} min"
    return f"{seconds / _HOUR:.1f} h"
