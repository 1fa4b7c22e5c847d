"""Reading one datasource into the database: what is new of it goes in, what is gone from it goes out."""

from __future__ import annotations

import logging
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Self

from aigpt.local.ingest.file_listing import Found, Skipped, Step, files, read_file
from aigpt.local.items import Failure, Item
from aigpt.local.store import datasources as catalog
from aigpt.local.store import passages as contents
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource
from aigpt.local.store.passages import ReadingPlan

__all__ = ["Indexed", "Progress", "Reader"]

_log = logging.getLogger("aigpt.local")

_BATCH_STEPS = 200
_BATCH_CHARS = 2_000_000  # of text; bounds what waits in memory, and how long others wait to write
_PASSES = 3  # through a datasource whose files are renamed while they are read


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


@dataclass(slots=True)
class _Seen:
    """What one pass through the datasource's files met with."""

    names: set[str] = field(default_factory=set[str])
    """Of files that are there, readable or not."""
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    blind: bool = False
    """Whether a folder could not be listed: what is not seen may be there all the same."""
    moved: bool = False
    """Whether a file went away between being listed and being read."""


class Reader:
    """Reads *source* into *store*, as far as that has not been done; for one thread, and for one `read`.

    *report* is called after each transaction; *stopped* is asked before each message. It ends early, too, where the
    datasource is removed, or somebody else begins to read it: nothing is ever stored by two at a time.
    """

    def __init__(
        self, store: Store, source: Datasource, report: Callable[[Progress], None], stopped: Callable[[], bool]
    ) -> None:
        self._store = store
        self._source = source
        self._report = report
        self._stopped = stopped
        self._number = secrets.randbits(62)
        self._lost = False

    def read(self) -> Indexed:
        """Read to the end, or until stopped; what is stored is whole, and the next reader goes on from there."""
        key = self._source.key
        total = sum(entry.size for entry in files(self._source.path) if isinstance(entry, Found))
        with self._store.writing() as db:
            catalog.begin(db, key, self._number, total)
        self._report(Progress.of(self._current()))
        seen = self._pass()
        for _ in range(_PASSES - 1):
            if not seen.moved:
                break
            seen = self._pass()
        if not self._is_over():
            self._forget_missing(seen)
        finished = not self._is_over()
        if finished:
            missing = seen.blind and not seen.names
            self._write(lambda db: catalog.finish(db, key, missing=missing))
        return self._indexed(seen, finished=finished and not self._lost)

    def _is_over(self) -> bool:
        return self._lost or self._stopped()

    def _pass(self) -> _Seen:
        seen, batch = _Seen(), _Batch()
        for opened, step in self._steps(seen):
            batch.add(opened, step)
            if batch.full:
                self._flush(batch)
                batch = _Batch()
            if self._is_over():
                break
        self._flush(batch)
        return seen

    def _steps(self, seen: _Seen) -> Iterator[tuple[_Opened, Step]]:
        for entry in files(self._source.path):
            if self._is_over():
                return
            if isinstance(entry, Skipped):
                self._note(entry, seen)
            elif entry.name not in seen.names:
                seen.names.add(entry.name)
                yield from self._file_steps(entry, seen)

    def _note(self, entry: Skipped, seen: _Seen) -> None:
        if entry.failed or entry.moved:
            seen.names |= set() if entry.folder else {entry.name}
            seen.blind |= entry.folder
            seen.moved |= entry.moved
        if entry.failed:
            self._fail(entry.name, entry.reason)
        elif not entry.moved:
            seen.skipped.append(entry)

    def _file_steps(self, found: Found, seen: _Seen) -> Iterator[tuple[_Opened, Step]]:
        try:
            with self._store.reading() as db:
                plan = contents.plan_reading(db, self._source.key, found)
            if not plan.needed:
                return
            opened, step = _Opened(found, plan), None
            for step in read_file(found, plan.start):
                yield opened, step
            if step is None:
                self._write(lambda db: contents.open_file(db, self._source.key, found, plan))
        except FileNotFoundError:
            seen.moved = True
        except OSError as error:
            self._fail(found.name, f"cannot be read ({error.strerror})")

    def _flush(self, batch: _Batch) -> None:
        def store(db: sqlite3.Connection) -> None:
            for opened, steps in batch.steps:
                if opened.number is None:
                    opened.number = contents.open_file(db, self._source.key, opened.found, opened.plan)
                contents.add_steps(db, self._source, opened.number, steps, opened.found)

        if batch.count:
            self._write(store)

    def _forget_missing(self, seen: _Seen) -> None:
        """Delete what was read from files that are there no more."""
        if seen.blind:
            return
        with self._store.reading() as db:
            gone = [file for file, name in contents.file_names(db, self._source.key) if name not in seen.names]
        for start in range(0, len(gone), _BATCH_STEPS):
            self._write(partial(contents.forget_files, files=gone[start : start + _BATCH_STEPS]))

    def _fail(self, name: str, reason: str) -> None:
        _log.info("%s: a file could not be read: %s", self._source.name, reason)
        self._write(lambda db: catalog.add_failure(db, self._source.key, None, Failure(name, reason)))

    def _write(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do *work* in one transaction, unless the datasource is not ours to read any more."""
        with self._store.writing() as db:
            if not catalog.is_read_by(db, self._source.key, self._number):
                self._lost = True
                return
            work(db)
        self._report(Progress.of(self._current()))

    def _current(self) -> Datasource:
        with self._store.reading() as db:
            of_user = catalog.datasources(db, self._source.user)
        return next((source for source in of_user if source.key == self._source.key), self._source)

    def _indexed(self, seen: _Seen, *, finished: bool) -> Indexed:
        now = self._current()
        with self._store.reading() as db:
            failures = tuple(catalog.failures(db, now.key))
        return Indexed(
            *(now.name, now.title, str(now.path), now.messages, now.notes),
            failures=failures,
            skipped=tuple(seen.skipped),
            finished=finished,
        )
