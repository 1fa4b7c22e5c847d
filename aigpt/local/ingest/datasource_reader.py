"""Reads one datasource into the database: adds what is new, deletes what is gone."""

from __future__ import annotations

import logging
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from aigpt.local.ingest.document_process import DocumentProcess
from aigpt.local.ingest.file_listing import Skipped, SourceFile, list_files, root_name
from aigpt.local.ingest.file_reading import Step, read_file
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.ingest.resume import (
    FileState,
    ReadingPlan,
    open_file,
    plan_reading,
    states_of_files,
    store_steps,
    stored_files,
)
from aigpt.local.items import Failure, Item
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import (
    Datasource,
    add_failure,
    begin_reading,
    failures_of,
    finish_reading,
    get_datasource,
    is_read_by,
    unread_files_of,
)
from aigpt.local.store.passages import delete_files

__all__ = ["Reader"]

_log = logging.getLogger("aigpt.local.reading")

_BATCH_STEPS = 200
_BATCH_CHARS = 2_000_000  # bounds the memory, and how long other writers wait
_PASSES = 3  # over a datasource whose files are renamed while they are read


@dataclass(slots=True)
class _Opened:
    """A file being read. It has a number once its first steps are stored."""

    file: SourceFile
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
        self.chars += step.result.stored if isinstance(step.result, Item) else 0

    @property
    def full(self) -> bool:
        return self.count >= _BATCH_STEPS or self.chars >= _BATCH_CHARS


@dataclass(slots=True)
class _Seen:
    """What one pass over the datasource's files found."""

    names: set[str] = field(default_factory=set[str])
    """Of files that exist, readable or not."""
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    blind: bool = False
    """Whether a folder could not be listed, so that files may exist that are not in `names`."""
    moved: bool = False
    """Whether a file disappeared between being listed and being read."""
    error: str = ""
    """Why nothing of the datasource can be read now; empty if something can."""


class Reader:
    """Reads what is new of *source* into *store*; for one thread and a single `read`.

    *report* is called after each transaction, *stopped* before each message. Reading also ends early if the datasource
    is removed or another reader begins with it: two readers never add to the same datasource.
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
        self._known: set[Failure] = set()
        """The files that could not be read before, or in this pass or an earlier one: they have been logged."""
        self._documents = DocumentProcess(stopped)

    def read(self) -> Indexed:
        """Read to the end or until stopped; the next reader continues from there. Raises `sqlite3.Error`."""
        with self._documents:
            return self._read()

    def _read(self) -> Indexed:
        key = self._source.key
        total, same = self._survey()
        with self._store.writing() as db:
            self._known = unread_files_of(db, key)  # which it forgets
            begin_reading(db, key, self._number, total, same=same)
        self._report(Progress.of(self._current()))
        seen = self._pass()
        for _ in range(_PASSES - 1):
            if not seen.moved:
                break
            seen = self._pass()
        if not self._is_over():
            self._delete_missing(seen)
        finished = not self._is_over()
        if finished:
            self._write(lambda db: finish_reading(db, key, seen.error))
        return self._indexed(seen, finished=finished and not self._lost)

    def _survey(self) -> tuple[int, bool]:
        """Return the bytes of all files, and whether they are those that were read, as they were then."""
        same = self._current().complete
        with self._store.reading() as db:
            known = states_of_files(db, self._source.key) if same else {}
        total = 0
        for entry in list_files(self._source.path):
            if isinstance(entry, SourceFile):
                total += entry.size
                same = same and self._is_read(entry, known.pop(entry.name, None))
        return total, same and not known

    def _is_read(self, file: SourceFile, known: FileState | None) -> bool:
        """Whether all of *file* was read, by its state when it was; of an mbox that was rewritten, by its content."""
        if known == FileState(file.size, file.modified, file.size):
            return True
        if known is None or file.kind != "mbox" or known.done != file.size:
            return False
        try:
            with self._store.reading() as db:
                return plan_reading(db, self._source.key, file).start == file.size
        except OSError:
            return False

    def _is_over(self) -> bool:
        return self._lost or self._stopped()

    def _pass(self) -> _Seen:
        seen, batch = _Seen(), _Batch()
        for opened, step in self._steps(seen):
            if self._is_over():  # then its documents may have been left out: the next reader begins with it
                break
            batch.add(opened, step)
            if batch.full:
                self._flush(batch)
                batch = _Batch()
        self._flush(batch)
        return seen

    def _steps(self, seen: _Seen) -> Iterator[tuple[_Opened, Step]]:
        for entry in list_files(self._source.path):
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
            # The datasource's own path: then there is no other entry.
            seen.error = entry.reason if entry.folder and not seen.names and self._is_root(entry) else seen.error
        if entry.failed:
            self._fail(entry.name, entry.reason)
        elif not entry.moved:
            seen.skipped.append(entry)

    def _is_root(self, entry: Skipped) -> bool:
        return entry.name == root_name(self._source.path)

    def _file_steps(self, file: SourceFile, seen: _Seen) -> Iterator[tuple[_Opened, Step]]:
        try:
            with self._store.reading() as db:
                plan = plan_reading(db, self._source.key, file)
            if not plan.needed:
                return
            opened, step = _Opened(file, plan), None
            for step in read_file(file, plan.start, self._documents.read):
                yield opened, step
            if step is None:
                self._write(lambda db: open_file(db, self._source.key, file, plan))
        except FileNotFoundError:
            seen.moved = True
        except OSError as error:
            reason = f"cannot be read ({error.strerror})"
            if file.path == self._source.path:
                seen.error, seen.blind = reason, True
            self._fail(file.name, reason)

    def _flush(self, batch: _Batch) -> None:
        def store(db: sqlite3.Connection) -> None:
            for opened, steps in batch.steps:
                if opened.number is None:
                    opened.number = open_file(db, self._source.key, opened.file, opened.plan)
                store_steps(db, self._source, opened.number, steps, opened.file)

        if batch.count:
            self._write(store)

    def _delete_missing(self, seen: _Seen) -> None:
        """Delete what was read from files that no longer exist."""
        if seen.blind:
            return
        with self._store.reading() as db:
            known = stored_files(db, self._source.key)
        gone = [number for name, number in known.items() if name not in seen.names]
        for start in range(0, len(gone), _BATCH_STEPS):
            self._write(partial(delete_files, files=gone[start : start + _BATCH_STEPS]))

    def _fail(self, name: str, reason: str) -> None:
        failure = Failure(name, reason)
        self._write(lambda db: add_failure(db, self._source.key, None, failure))
        if not self._lost and failure not in self._known:  # the files of a datasource that was removed may be gone, too
            self._known.add(failure)
            _log.warning("%s: %s: %s", self._source.name, name, reason)

    def _write(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do *work* in one transaction, unless the datasource was removed or has another reader."""
        with self._store.writing() as db:
            if not is_read_by(db, self._source.key, self._number):
                self._lost = True
                return
            work(db)
        self._report(Progress.of(self._current()))

    def _current(self) -> Datasource:
        with self._store.reading() as db:
            return get_datasource(db, self._source.key) or self._source

    def _indexed(self, seen: _Seen, *, finished: bool) -> Indexed:
        now = self._current()
        with self._store.reading() as db:
            failures = tuple(failures_of(db, now.key))
            attachments = tuple(failures_of(db, now.key, skipped=True))
        return Indexed(
            *(now.name, now.title, str(now.path), now.messages, now.notes),
            failures=failures,
            skipped=tuple(seen.skipped),
            finished=finished,
            error=now.error,
            skipped_attachments=attachments,
        )
