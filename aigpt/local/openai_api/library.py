"""The uploads of all users: their bytes in a folder beside the database, what is known of them in its `Catalog`.

A file is searched only once it is attached, and only where it is: it is indexed under a name of its own
(`uploads_of`), which no search reads unless it names the file. Deleting a file deletes its bytes, its entries and its
words in the index.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4
from weakref import WeakValueDictionary

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.path_check import check_path
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.catalog import Catalog, Entry, Kind
from aigpt.local.openai_api.disk import knowing_damage, name_on_disk, remove_folder, storing
from aigpt.local.openai_api.errors import ApiError, not_found
from aigpt.local.openai_api.leftovers import Leftovers
from aigpt.local.readers.errors import ReaderError
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, add_datasource, uploads_of

__all__ = ["Library", "Limits"]

T = TypeVar("T")

_log = logging.getLogger("aigpt.local")

_SERVICE = "upload"
_CLOSE_SECONDS = 30.0  # for what was begun


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be uploaded, in bytes."""

    file: int = 512 << 20
    """In one file."""
    part: int = 64 << 20
    """In one part of an upload."""
    user: int = 2 << 30
    """By one user, in all."""


class Library:
    """Uploads in *folder*, which the first one creates. *index* begins to index a datasource, given user and id."""

    def __init__(
        self, folder: Path, store: Store, backend: Backend, index: Callable[[str, str], None], limits: Limits
    ) -> None:
        self.limits = limits
        self.leftovers: Leftovers = Leftovers(folder)
        self._folder = folder
        self._store = store
        self._backend = backend
        self._index = index
        self._opening = threading.Lock()
        self._catalog: Catalog | None = None
        self._locks = WeakValueDictionary[str, asyncio.Lock]()
        self._unfinished: set[asyncio.Task[Any]] = set()

    def open(self) -> None:
        """Use the folder if it is there, and delete what interrupted uploads left. Raises `LocalServerError`."""
        try:
            if self._folder.exists():
                shutil.rmtree(self._folder / "incoming", ignore_errors=True)
                self._warn_without_catalog()
                self.leftovers.delete_all(self._opened())
        except sqlite3.DatabaseError as error:
            raise LocalServerError(
                f"{self._folder}: its catalog.db is damaged ({error}); bring back a copy of it, or move the folder away"
            ) from error
        except OSError as error:
            raise LocalServerError(
                f"{self._folder}: cannot be used for uploads ({error.strerror}); move it away, or check its permissions"
            ) from error

    def _warn_without_catalog(self) -> None:
        files = self._folder / "files"
        if not (self._folder / "catalog.db").exists() and files.is_dir() and any(files.iterdir()):
            _log.warning(
                "%s has files of users, but no catalog.db, without which nobody can read or delete them: "
                "bring back a copy of it, or delete the folder",
                self._folder,
            )

    async def close(self) -> None:
        """Wait for what was begun, and close the catalog."""
        if self._unfinished:
            await asyncio.wait(self._unfinished, timeout=_CLOSE_SECONDS)
            for task in self._unfinished:
                task.cancel()
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        with self._opening:
            if self._catalog is not None:
                self._catalog.close()
                self._catalog = None

    def _opened(self) -> Catalog:
        with self._opening:
            if self._catalog is None:
                for name in ("incoming", "files", "parts"):
                    (self._folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
                self._folder.chmod(0o700)
                self._catalog = Catalog(self._folder / "catalog.db")
            return self._catalog

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Do *work* to its end, also if the client goes, which cancels the request: nothing is left half done."""
        task = asyncio.get_running_loop().create_task(work)
        self._unfinished.add(task)
        task.add_done_callback(self._finished)
        await asyncio.wait([task])
        return task.result()

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._unfinished.discard(task)
        if not task.cancelled():
            task.exception()  # it may be that nobody waits any more

    async def reading(self, work: Callable[[Catalog], T], nothing: T) -> T:
        """Return what *work* finds in the catalog; *nothing* if there is none yet."""
        if self._catalog is None:
            return nothing
        with knowing_damage():
            return await asyncio.to_thread(work, self._catalog)

    async def writing(self, work: Callable[[Catalog], T]) -> T:
        """Return what *work* gives, which changes the catalog or the disk. Raises `ApiError` (507) if that refuses."""
        with storing(), knowing_damage():
            # To its end, if the request is cancelled as well: a thread cannot be, and `close` waits for it.
            return await self.finish(asyncio.to_thread(lambda: work(self._opened())))

    async def find(self, user: str, kind: Kind, name: str, param: str, parent: str = "") -> Entry:
        """Return an entry. Raises `ApiError` (404) if *user* has none with that id."""
        entry = await self.reading(lambda catalog: catalog.get(user, kind, name, parent), None)
        if entry is None:
            raise not_found(_named(kind), param)
        return entry

    async def all(self, user: str, kind: Kind, parent: str = "") -> list[Entry]:
        """Return the entries of *user* of that kind and parent, the oldest first."""
        return await self.reading(lambda catalog: catalog.all(user, kind, parent), list[Entry]())

    async def put(self, *entries: Entry) -> None:
        """Add or replace entries."""
        await self.writing(lambda catalog: catalog.put(*entries))

    async def replace(self, entry: Entry, param: str) -> None:
        """Replace an entry. Raises `ApiError` (404) if it is not there any more."""

        def change(catalog: Catalog) -> None:
            with catalog.together():
                if catalog.get(entry.user, entry.kind, entry.id, entry.parent) is None:
                    raise not_found(_named(entry.kind), param)
                catalog.put(entry)

        await self.writing(change)

    async def delete(self, *entries: Entry) -> None:
        """Delete entries that have no bytes of their own, and what belongs to them."""
        await self.writing(lambda catalog: catalog.delete(*entries))

    async def incoming(self) -> Path:
        """Return a path for bytes that arrive."""
        await self.writing(lambda _: None)
        return self.new_piece()

    def new_piece(self) -> Path:
        """Return a path for bytes that are not a file or part yet; the next start deletes what is left of them."""
        return self._folder / "incoming" / uuid4().hex

    def check_room(self, catalog: Catalog, user: str, size: int) -> None:
        """Raise `ApiError` (413) if *user* may not upload *size* bytes more. It blocks.

        Who then adds them does so in the same transaction: many may arrive at once.
        """
        if catalog.used(user) + size > self.limits.user:
            raise ApiError(
                413,
                f"the uploads of this user would be larger than {self.limits.user} bytes in all; delete some files",
                code="storage_limit_exceeded",
            )

    async def add_file(self, user: str, piece: Path, filename: str, purpose: str) -> Entry:
        """Make a file of the bytes at *piece*, which are moved."""

        def add(catalog: Catalog) -> Entry:
            with self.new_file(catalog, user, filename, purpose) as (file, path, leftover):
                size = piece.replace(path).stat().st_size
                with catalog.together():
                    self.check_room(catalog, user, size)
                    catalog.put(made := replace(file, bytes=size))
                    catalog.delete(leftover)
            return made

        return await self.writing(add)

    @contextmanager
    def new_file(
        self, catalog: Catalog, user: str, filename: str, purpose: str
    ) -> Generator[tuple[Entry, Path, Entry]]:
        """Give a file's entry, for the block to add with its size, and the path for its bytes. It blocks.

        In the same transaction the block deletes the third, by which the bytes are left over until then.
        """
        data = {"filename": filename, "purpose": purpose, "name": name_on_disk(filename)}
        file = Entry("file", f"file-{uuid4().hex}", user, int(time.time()), data)
        path = self.path(file)
        with self.leftovers.until_kept(catalog, path.parent) as leftover:
            path.parent.mkdir(mode=0o700)
            yield file, path, leftover

    def path(self, file: Entry) -> Path:
        """Return where the bytes of *file* are."""
        return self._folder / "files" / file.id / str(file.data["name"])

    def part_path(self, name: str) -> Path:
        """Return where the bytes of a part are."""
        return self._folder / "parts" / name

    async def delete_file(self, file: Entry) -> None:
        """Delete *file* wholly: from the disk, from the index, and from all vector stores. To be called in `finish`.

        It is nowhere to be seen any more from the first step on; the others are finished later if they are broken off.
        """
        async with self._lock_of(file):
            await self._finish_deletion(await self.writing(lambda catalog: _begin_deletion(catalog, file)))

    async def finish_deletions(self) -> None:
        """Finish what was broken off, by a kill or a full disk. Raises, after all of it, what hindered one."""
        failure: Exception | None = None
        for deleted in await self.reading(lambda catalog: catalog.of_kind("deleted"), list[Entry]()):
            try:
                async with self._lock_of(deleted):
                    await self._finish_deletion(deleted)
            except Exception as error:  # noqa: BLE001 (one must not hinder the others)
                failure = error
        if failure is not None:
            raise failure

    async def _finish_deletion(self, deleted: Entry) -> None:
        home = self.path(deleted).parent
        # Before its bytes, which the watcher would miss. A full disk first needs room.
        with suppress(ApiError, ReaderError):
            await self._disconnect(deleted)
        await self.writing(lambda _: remove_folder(home))
        await self._disconnect(deleted)
        await self.writing(lambda catalog: _end_deletion(catalog, deleted))

    async def _disconnect(self, file: Entry) -> None:
        """Delete from the index what was read from *file*. Raises `ApiError` (507) if the disk refuses."""
        where = self.path(file).parent.resolve()
        known = await self.indexed(file.user)
        # By its path as well: an attachment that was broken off has left nothing in the file's entry.
        names = {name for name, source in known.items() if source.path.is_relative_to(where)}
        names |= {file.data["datasource"]} & known.keys() if "datasource" in file.data else set()
        for name in names:
            with storing():
                await self._backend.disconnect(uploads_of(file.user), name)

    async def attach(self, file: Entry) -> Entry:
        """Index *file* if it is not yet; return it with its `datasource`, or with the `problem` that it has."""
        if "datasource" in file.data or "problem" in file.data:
            return file
        return await self.finish(self._attach(file))

    async def _attach(self, file: Entry) -> Entry:
        async with self._lock_of(file):
            now = await self.find(file.user, "file", file.id, "file_id")  # attached or deleted meanwhile, perhaps
            if "datasource" in now.data or "problem" in now.data:
                return now
            with storing():
                found = await asyncio.to_thread(self._connect, now)
            attached = replace(now, data={**now.data, **found})
            await self.put(attached)
        if "datasource" in found:
            self._index(uploads_of(file.user), found["datasource"])
        return attached

    def _lock_of(self, file: Entry) -> asyncio.Lock:
        """Return what is held while *file* is attached or deleted."""
        return self._locks.setdefault(file.id, asyncio.Lock())

    def _connect(self, file: Entry) -> dict[str, Any]:
        path = self.path(file).resolve()
        try:
            check_path(path)
        except LocalServerError:
            return {"problem": "it is neither mail nor text; upload an mbox, .eml, .txt or .md file"}
        with self._store.writing() as db:
            return {"datasource": add_datasource(db, uploads_of(file.user), path, _SERVICE)}

    async def indexed(self, user: str) -> dict[str, Datasource]:
        """Return how far the attached files of *user* are indexed, by the id of their datasource."""
        return {source.name: source for source in await self._backend.connected(uploads_of(user))}


def _named(kind: Kind) -> str:
    return kind.replace("_", " ").replace(".", "'s ")


def _begin_deletion(catalog: Catalog, file: Entry) -> Entry:
    """Have an entry say that *file* is being deleted, instead of all those that tell of it."""
    with catalog.freeing():
        now = catalog.get(file.user, "file", file.id)
        if now is None:
            raise not_found("file", "file_id")
        deleted = replace(now, kind="deleted")
        catalog.put(deleted)
        catalog.delete(now, *catalog.holding(file.user, "vector_store.file", file.id))
    return deleted


def _end_deletion(catalog: Catalog, deleted: Entry) -> None:
    with catalog.freeing():
        catalog.delete(deleted)
