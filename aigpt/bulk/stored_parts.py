"""The output of a run in shards at an address, such as ``s3://bucket/answers``; otherwise as `parts` has it.

A shard under way has its journal on the disk of its worker; about every second what is new of it becomes an object
below ``_aigpt/wip/SHARD/``. Where a worker is lost, what it had not stored yet is asked again.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
import uuid
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from aigpt.bulk.errors import OutputError, UnusableOutputError
from aigpt.bulk.object_store import ObjectStore
from aigpt.bulk.parts import ABOUT, Parts, count_part, is_record_of, part_name, shard_keys, with_left_out
from aigpt.bulk.stored_lock import StoredLock

_RECORD, _WIP = f"{ABOUT}/run.json", f"{ABOUT}/wip"


class StoredParts:
    """The output folder of a run in shards, at *address*."""

    def __init__(self, address: str) -> None:
        self.where: str = address
        self._store = ObjectStore(address)
        self.name: str = self._store.name

    def refuse_other(self) -> None:
        """Raise UnusableOutputError where there are other objects."""
        with self._failing():
            if self._store.names() and not self._store.names(ABOUT):
                raise UnusableOutputError(
                    f"the folder {self.name} is not empty, and not the output of a run; give a new one"
                )

    def make(self) -> None:
        """Do nothing: there are no folders."""

    def lock(self) -> StoredLock:
        """Return what one run at a time can hold."""
        return StoredLock(self._store, f"{ABOUT}/lock")

    def open(self, settings: Mapping[str, Any], *, fresh: bool) -> None:
        """As `Parts.open`. Raises MismatchError and OutputError."""
        with self._failing():
            if fresh:
                self._store.delete([*self._rows(), _RECORD])
            elif (found := self._store.get(_RECORD)) and is_record_of(self.name, found.data, settings, self._rows):
                return
            self._store.put(_RECORD, json.dumps(settings, indent=1).encode())

    def _rows(self) -> list[str]:
        """Return the objects that hold rows: parts, and what is there of journals."""
        return [*(name for name in self._store.names() if name.startswith("part-")), *self._store.walk(_WIP)]

    def record(self) -> bytes | None:
        """Return the record of the run; None where there is none. Raises OSError."""
        found = self._store.get(_RECORD)
        return None if found is None else found.data

    def note_left_out(self, lines: int) -> None:
        """As `Parts.note_left_out`. Raises OutputError."""
        with self._failing():
            found = self._store.get(_RECORD)
            if found is not None and (noted := with_left_out(found.data, lines)) is not None:
                self._store.put(_RECORD, noted)

    def done(self) -> Collection[str]:
        """Return the keys of the shards whose parts are there."""
        with self._failing():
            return shard_keys(self._store.names())

    def count(self, key: str) -> tuple[int, int]:
        """Return how many rows of a part are there, and how many of them failed. Raises OutputError."""
        return count_part(f"{self.name}/{part_name(key)}", partial(self.open_part, key))

    def open_part(self, key: str) -> BinaryIO:
        """Open the part of a shard. Raises OSError."""
        return self._store.open(part_name(key))

    def journals(self) -> Iterator[tuple[str, list[bytes]]]:
        """Yield the lines of each journal, with the key of its shard."""
        names = sorted(self._store.walk(_WIP))
        keys = dict.fromkeys(name.split("/")[-2] for name in names)
        for key in keys:
            files = (self._store.get(name) for name in names if name.startswith(f"{_WIP}/{key}/"))
            yield key, [line for file in files if file is not None for line in file.data.splitlines(keepends=True)]

    def journal(self, key: str, *, retry_errors: bool = False) -> StoredJournal:
        """Return the journal of a shard; with *retry_errors* one that has forgotten the rows that failed."""
        with self._failing():
            return StoredJournal(self._store, key, retry_errors=retry_errors)

    def clean(self, keep: Collection[str]) -> None:
        """Remove what an owner that had lost its shard has left behind of shards that are done, except of *keep*."""
        with suppress(OSError):
            left = list(self._store.walk(_WIP))
            done = set(self.done()) - set(keep) if left else ()
            self._store.delete([name for name in left if name.split("/")[-2] in done])

    def _failing(self) -> AbstractContextManager[None]:
        return _writing(self.name)


@contextmanager
def _writing(where: str) -> Generator[None]:
    try:
        yield
    except OSError as exc:
        raise OutputError(
            f"cannot write {where}: {exc.strerror}; what is there is kept; the same command resumes"
        ) from exc


class StoredJournal:
    """The rows of a shard that have been answered: on this machine's disk, and as objects what `flush` has stored."""

    flush_interval: float | None = 1.0
    """Seconds between two calls of `flush`."""

    def __init__(self, store: ObjectStore, key: str, *, retry_errors: bool) -> None:
        self._store, self._key, self._folder = store, key, f"{_WIP}/{key}"
        self._owner = uuid.uuid4().hex
        self._storing = threading.Lock()
        self._stored = 0
        self._is_closed = False
        self._place = Path(tempfile.mkdtemp(prefix="aigpt-"))
        try:
            here = Parts(self._place)
            journal = here.about / "wip" / key
            journal.mkdir(0o700, parents=True)
            for name in store.walk(self._folder):
                found = store.get(name)
                if found is not None:  # else another owner has just made the part
                    (journal / name.rpartition("/")[2]).write_bytes(found.data)
            if retry_errors and (part := store.get(part_name(key))) is not None:
                (self._place / part_name(key)).write_bytes(part.data)
            self._here = here.journal(key, retry_errors=retry_errors)
        except BaseException:
            shutil.rmtree(self._place, ignore_errors=True)
            raise

    @property
    def lines(self) -> set[int]:
        """The lines of the input whose rows are here."""
        return self._here.lines

    @property
    def failed(self) -> int:
        """How many of the rows failed."""
        return self._here.failed

    def append(self, row: Mapping[str, Any]) -> None:
        """Append one row. Raises OutputError."""
        self._here.append(row)

    def flush(self) -> None:
        """Store what has been appended since the last time. Raises OutputError."""
        with self._storing:
            if not self._is_closed:
                self._store_rest()

    def _store_rest(self) -> None:
        path = self._here.path
        if path is None:
            return
        with path.open("rb") as file:
            file.seek(self._stored)
            data = file.read()
        data = data[: data.rfind(b"\n") + 1]  # a line may be half written
        if data:
            with self._failing():
                self._store.put(f"{self._folder}/{self._owner}-{self._stored:012d}.jsonl", data)
            self._stored += len(data)

    def commit(self) -> None:
        """Make the part of the rows, and remove the journal. Raises OutputError."""
        with self._storing, self._failing():  # what is being stored would come after the removal
            self._here.write_part()
            with (self._place / part_name(self._key)).open("rb") as file:
                self._store.put(part_name(self._key), file)
            self._store.delete(list(self._store.walk(self._folder)))
            self._end()

    def close(self) -> None:
        """Store what is not, and remove what is on the disk. Calling it twice is allowed. Raises OutputError."""
        with self._storing:
            if not self._is_closed:
                try:
                    self._store_rest()
                finally:
                    self._here.close()
                    self._end()

    def _end(self) -> None:
        self._is_closed = True
        shutil.rmtree(self._place, ignore_errors=True)

    def _failing(self) -> AbstractContextManager[None]:
        return _writing(f"{self._store.name}/{part_name(self._key)}")
