"""The progress of the indexing by `aigpt serve` on stderr, and at its end what could not be read."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Self

import click
from rich.progress import BarColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as ProgressBars

from aigpt._http.log import is_set_up
from aigpt.cli import colours
from aigpt.cli.console import make_console
from aigpt.cli.safe_text import amount, one_line

if TYPE_CHECKING:
    from aigpt.local import EmbeddingProgress, Indexed, Progress

_LINE_INTERVAL = 2.0  # s
_EMBEDDING_INTERVAL = 10.0  # s
_MAX_LISTED = 50
_STDERR_IS_GONE = (OSError, ValueError)  # its reader has ended or its disk is full; it was closed


def print_line(line: str) -> None:
    """Print *line* to stderr, unless that is gone: nothing that is told of there may end for it."""
    with suppress(*_STDERR_IS_GONE):
        click.echo(line, err=True)


class IndexingProgress:
    """Shows the indexing as bars on a terminal, elsewhere as a line every two seconds. Its methods are for any thread.

    Where AIGPT_LOG prints the log, there are no bars: its lines would be glued to them.
    """

    def __init__(self) -> None:
        console = make_console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
        counted = TextColumn("{task.fields[counted]}", style=colours.SECONDARY)
        self._bars = (
            ProgressBars(*columns, TimeRemainingColumn(), counted, console=console, transient=True)
            if console.is_terminal and not is_set_up()
            else None
        )
        self._lock = threading.RLock()
        """Held while anything is shown: bars and lines come from several threads."""
        self._tasks: dict[str, TaskID] = {}
        self._last_line: float | None = None
        self._finished = False
        self.titles: dict[str, str] = {}
        """Of the datasources, by their ids, on one line each; not of uploads."""
        self._told: dict[str, str] = {}
        """The last line of each datasource: where its files are read again, it may be the same."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._bars is not None:
            with suppress(*_STDERR_IS_GONE):
                self._bars.stop()

    @contextmanager
    def without_bars(self) -> Generator[None]:
        """Take the bars, if there are any, away from the terminal until the block ends."""
        with self._lock:
            shown = self._bars is not None and self._bars.live.is_started
            self._stop()
            yield
            if shown and self._bars is not None:
                with suppress(*_STDERR_IS_GONE):
                    self._bars.start()

    def print_line(self, line: str) -> None:
        """Print *line* above the bars, if stderr is there."""
        with self.without_bars():
            print_line(line)

    def show(self, progress: Progress) -> None:
        """Show the progress of one datasource. Of uploads nothing is told: their clients ask how far they are."""
        if _is_upload(progress):
            return
        with self._lock:
            self._show(progress, one_line(progress.title))

    def _show(self, progress: Progress, title: str) -> None:
        self.titles[progress.datasource] = title
        if self._bars is not None:
            with suppress(*_STDERR_IS_GONE):
                self._advance(self._bars, title, progress)
        if self._finished and progress.finished:  # connected, or changed, later
            self._stop()
            self._last_line = None
            self._tell(progress, title)
        elif self._bars is None and not progress.finished and self._line_is_due():
            print_line(f"{title}: {progress.percent:.0f} % read, {_counted(progress)}")

    def _tell(self, of: Progress | Indexed, title: str) -> None:
        line = f"{title}: {_counted(of)} indexed."
        if self._told.get(of.datasource) != line:
            self._told[of.datasource] = line
            print_line(line)

    def _line_is_due(self) -> bool:
        now = time.monotonic()
        if self._last_line is not None and now - self._last_line < _LINE_INTERVAL:
            return False
        first, self._last_line = self._last_line is None, now
        return not first  # no line for what is done quickly

    def _advance(self, bars: ProgressBars, title: str, progress: Progress) -> None:
        bars.start()
        if progress.datasource not in self._tasks:
            self._tasks[progress.datasource] = bars.add_task(title, total=100, counted="")
        bars.update(self._tasks[progress.datasource], completed=progress.percent, counted=_counted(progress))

    def finish(self, results: Iterable[Indexed]) -> None:
        """Print what has been indexed of each datasource, and list what could not be read."""
        with self._lock:
            self._stop()
            self._finished = True
            self._last_line = None
            for result in results:
                if not _is_upload(result):
                    self._list(result, one_line(result.title))

    def _list(self, result: Indexed, title: str) -> None:
        self.titles[result.datasource] = title
        self._tell(result, title)
        if result.error and all(failure.reason != result.error for failure in result.failures):
            print_line(f"{title}: could not be indexed: {one_line(result.error)}. The next start tries again.")
        _print_list(f"{title}: could not be read", [f"{f.name}: {f.reason}" for f in result.failures])
        _print_list(
            f"{title}: attachments whose text was not read",
            [f"{f.name}: {f.reason}" for f in result.skipped_attachments],
        )
        _print_list(f"{title}: left out, being neither mail nor notes", [f.name for f in result.skipped])


class EmbeddingLines:
    """Shows how many passages have vectors, as a line every ten seconds and one at the end."""

    def __init__(self, tell: Callable[[str], None] = print_line) -> None:
        self._tell = tell
        self._next_line: float | None = None
        """When a line is due; None if all was finished before."""

    def show(self, progress: EmbeddingProgress) -> None:
        """Show the progress."""
        now = time.monotonic()
        if progress.finished:
            if self._next_line is not None:
                self._tell(f"Searches by meaning cover all {amount(progress.total, 'passage')}.")
            self._next_line = None
        elif self._next_line is None:
            self._next_line = now + _EMBEDDING_INTERVAL
        elif now >= self._next_line:
            self._next_line = now + _EMBEDDING_INTERVAL
            self._tell(f"Searches by meaning cover {progress.done:,} of {progress.total:,} passages.")


def _is_upload(of: Progress | Indexed) -> bool:
    return of.datasource.startswith("upload/")


def _counted(of: Progress | Indexed) -> str:
    parts = [(of.messages, "message"), (of.notes, "note")]
    return " and ".join(amount(count, noun) for count, noun in parts if count) or "0 messages"


def _print_list(heading: str, items: list[str]) -> None:
    if not items:
        return
    print_line(f"{heading}: {len(items):,}")
    counts = Counter(items)  # several attachments of one message may be broken in the same way
    for item, count in islice(counts.items(), _MAX_LISTED):
        print_line(f"  {one_line(item)}{f' ({count:,} times)' if count > 1 else ''}")
    if more := sum(islice(counts.values(), _MAX_LISTED, None)):
        print_line(f"  and {more:,} more")
