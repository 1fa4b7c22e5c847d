"""Reading the datasources into the database, in one background thread."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self

from aigpt.local import catalog
from aigpt.local.catalog import Datasource, ReadingPlan
from aigpt.local.ingest import Found, Skipped, Step, files, read_file
from aigpt.local.model import Failure, Item
from aigpt.local.removal import finish_removals, remove
from aigpt.local.store import Store

__all__ = ["Indexed", "Indexer", "Progress"]

_log = logging.getLogger("aigpt.local")

_BATCH_STEPS = 200
_BATCH_CHARS = 2_000_000  # of text; bounds what waits in memory, and how long others wait to write


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the indexing of one datasource is."""

    datasource: str
    """Its id."""
    title: str
    done: int
    """Bytes read."""
    total: int
    """Bytes to read."""
    messages: int
    notes: int
    failed: int
    finished: bool

    @classmethod
    def of(cls, source: Datasource) -> Self:
        """Return the progress of *source* as it was last stored."""
        counts = (source.messages, source.notes, source.failed)
        return cls(source.name, source.title, source.done, source.total, *counts, finished=source.complete)

    @property
    def percent(self) -> float:
        """How much is read, 0 to 100."""
        if self.finished:
            return 100.0
        return min(100.0, 100.0 * self.done / self.total) if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Indexed:
    """What came of indexing one datasource."""

    datasource: str
    title: str
    path: str
    messages: int
    notes: int
    failures: tuple[Failure, ...]
    """What could not be read, by name and reason."""
    skipped: tuple[Skipped, ...]
    """Files that are neither mail nor notes."""
    finished: bool
    """False where indexing was stopped before its end."""


@dataclass(slots=True)
class _Opened:
    """A file being read: its number is known once its first steps are stored."""

    found: Found
    plan: ReadingPlan
    number: int | None = None


@dataclass(slots=True)
class _Batch:
    steps: list[tuple[_Opened, list[Step]]] = field(default_factory=list[tuple[_Opened, list[Step]]])
    count: int = 0
    chars: int = 0

    def add(self, opened: _Opened, step: Step) -> None:
        if not self.steps or self.steps[-1][0] is not opened:
            self.steps.append((opened, []))
        self.steps[-1][1].append(step)
        self.count += 1
        self.chars += step.result.size if isinstance(step.result, Item) else 0

    @property
    def full(self) -> bool:
        return self.count >= _BATCH_STEPS or self.chars >= _BATCH_CHARS


class Indexer:
    """Reads datasources into *store*; `run` is for a thread, `stop` and `drop` for any other.

    *report* is called in that thread after each batch.
    """

    def __init__(self, store: Store, report: Callable[[Progress], None]) -> None:
        self._store = store
        self._report = report
        self._stopping = threading.Event()
        self._dropped: set[int] = set()

    def stop(self) -> None:
        """End `run` soon; what is stored is whole, and the next run goes on from there."""
        self._stopping.set()

    def drop(self, user: str, name: str) -> bool:
        """Remove a datasource without a trace, even while it is read; False where there is none."""
        key = remove(self._store, user, name)
        if key is None:
            return False
        self._dropped.add(key)
        finish_removals(self._store)
        return True

    def run(self) -> list[Indexed]:
        """Read all datasources, one after the other, as far as that has not been done."""
        with self._store.reading() as db:
            sources = catalog.all_datasources(db)
        return [self._index(source) for source in sources if source.key not in self._dropped]

    def _index(self, source: Datasource) -> Indexed:
        skipped: list[Skipped] = []
        total = sum(entry.size for entry in files(source.path) if isinstance(entry, Found))
        self._write(source, lambda db: catalog.begin(db, source.key, total))
        batch = _Batch()
        for opened, step in self._steps(source, skipped):
            batch.add(opened, step)
            if batch.full:
                self._flush(source, batch)
                batch = _Batch()
            if self._is_over(source):
                break
        self._flush(source, batch)
        finished = not self._is_over(source)
        if finished:
            self._write(source, lambda db: catalog.finish(db, source.key))
        return self._indexed(source, skipped, finished=finished)

    def _is_over(self, source: Datasource) -> bool:
        return self._stopping.is_set() or source.key in self._dropped

    def _steps(self, source: Datasource, skipped: list[Skipped]) -> Iterator[tuple[_Opened, Step]]:
        for entry in files(source.path):
            if isinstance(entry, Found):
                yield from self._file_steps(source, entry)
            elif entry.failed:
                self._fail(source, entry.name, entry.reason)
            else:
                skipped.append(entry)

    def _file_steps(self, source: Datasource, found: Found) -> Iterator[tuple[_Opened, Step]]:
        try:
            with self._store.reading() as db:
                plan = catalog.plan_reading(db, source.key, found)
            if plan.file is None or plan.start < found.size:
                opened = _Opened(found, plan)
                for step in read_file(found, plan.start):
                    yield opened, step
        except OSError as error:
            self._fail(source, found.name, f"cannot be read ({error.strerror})")

    def _flush(self, source: Datasource, batch: _Batch) -> None:
        def store(db: sqlite3.Connection) -> None:
            for opened, steps in batch.steps:
                if opened.number is None:
                    opened.number = catalog.open_file(db, source.key, opened.found, opened.plan)
                catalog.add_steps(db, source, opened.number, steps)

        if batch.count:
            self._write(source, store)

    def _fail(self, source: Datasource, name: str, reason: str) -> None:
        _log.info("%s: a file could not be read: %s", source.title, reason)
        self._write(source, lambda db: catalog.add_failure(db, source.key, None, Failure(name, reason)))

    def _write(self, source: Datasource, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do *work* in one transaction, unless the datasource was removed meanwhile."""
        with self._store.writing() as db:
            if source.key in self._dropped:
                return
            work(db)
        self._report(Progress.of(self._current(source)))

    def _current(self, source: Datasource) -> Datasource:
        with self._store.reading() as db:
            return next((s for s in catalog.datasources(db, source.user) if s.key == source.key), source)

    def _indexed(self, source: Datasource, skipped: list[Skipped], *, finished: bool) -> Indexed:
        now = self._current(source)
        with self._store.reading() as db:
            failures = tuple(catalog.failures(db, source.key))
        return Indexed(
            *(now.name, now.title, str(now.path), now.messages, now.notes),
            failures=failures,
            skipped=tuple(skipped),
            finished=finished,
        )
