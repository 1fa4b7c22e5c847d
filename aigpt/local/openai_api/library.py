"""The uploads of all users: their bytes in a folder beside the database, what is known of them in its `Catalog`.

A file is searched only once it is attached, and only where it is: it is indexed under a name of its own
(`uploads_of`), which no search reads unless it names the file. Deleting a file deletes its bytes, its entries and its
words in the index.
"""

from __future__ import annotations

import asyncio
import logging
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from uuid import uuid4

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.path_check import check_path
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.catalog import Catalog, Entry, Kind
from aigpt.local.openai_api.errors import ApiError, not_found
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, add_datasource, uploads_of

__all__ = ["Library", "Limits", "storing"]

T = TypeVar("T")

_log = logging.getLogger("aigpt.local")

_SERVICE = "upload"
_UNSAFE = re.compile(r"[^\w. ()+-]+")
_MAX_NAME = 50  # characters, of up to 4 bytes: file systems take 255


@contextmanager
def storing() -> Generator[None]:
    """Say of what the disk refuses in the block that it is the disk (507). A broken connection is none of it."""
    try:
        yield
    except (ConnectionError, TimeoutError):
        raise
    except (OSError, LocalServerError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__  # without names of files
        _log.warning("uploads cannot be stored: %s", why)
        raise ApiError(
            507,
            "the server cannot store uploads: its disk is full, or refuses; its owner has to see to it",
            code="storage_failed",
        ) from error


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
        self._folder = folder
        self._store = store
        self._backend = backend
        self._index = index
        self._opening = threading.Lock()
        self._catalog: Catalog | None = None

    def open(self) -> None:
        """Use the folder if it is there, and delete what interrupted uploads left. Raises `LocalServerError`."""
        try:
            if self._folder.exists():
                shutil.rmtree(self._folder / "incoming", ignore_errors=True)
                self._opened()
        except OSError as error:
            raise LocalServerError(
                f"{self._folder}: cannot be used for uploads ({error.strerror}); move it away, or check its permissions"
            ) from error

    def close(self) -> None:
        """Close the catalog."""
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

    async def _reading(self, work: Callable[[Catalog], T], nothing: T) -> T:
        """Return what *work* finds in the catalog; *nothing* if there is none yet."""
        return nothing if self._catalog is None else await asyncio.to_thread(work, self._catalog)

    async def find(self, user: str, kind: Kind, name: str, param: str, parent: str = "") -> Entry:
        """Return an entry. Raises `ApiError` (404) if *user* has none with that id."""
        entry = await self._reading(lambda catalog: catalog.get(user, kind, name, parent), None)
        if entry is None:
            raise not_found(kind.replace("_", " ").replace(".", "'s "), param)
        return entry

    async def all(self, user: str, kind: Kind, parent: str = "") -> list[Entry]:
        """Return the entries of *user* of that kind and parent, the oldest first."""
        return await self._reading(lambda catalog: catalog.all(user, kind, parent), list[Entry]())

    async def put(self, *entries: Entry) -> None:
        """Add or replace entries."""
        await asyncio.to_thread(lambda: self._opened().put(*entries))

    async def delete(self, *entries: Entry) -> None:
        """Delete entries that have no bytes of their own, and what belongs to them."""
        await asyncio.to_thread(lambda: self._opened().delete(*entries))

    async def incoming(self) -> Path:
        """Return a path for bytes that arrive."""
        await asyncio.to_thread(self._opened)
        return self._folder / "incoming" / uuid4().hex

    async def check_room(self, user: str, size: int) -> None:
        """Raise `ApiError` (413) if *user* may not upload *size* bytes more."""
        used = await self._reading(lambda catalog: catalog.used(user), 0)
        if used + size > self.limits.user:
            raise ApiError(
                413,
                f"the uploads of this user would be larger than {self.limits.user} bytes in all; delete some files",
                code="storage_limit_exceeded",
            )

    async def add_file(self, user: str, pieces: Sequence[Path], filename: str, purpose: str) -> Entry:
        """Make a file of the bytes at *pieces*, which are moved."""
        return await asyncio.to_thread(self._add_file, user, pieces, filename, purpose)

    def _add_file(self, user: str, pieces: Sequence[Path], filename: str, purpose: str) -> Entry:
        catalog, name = self._opened(), _name_on_disk(filename)
        entry = Entry("file", f"file-{uuid4().hex}", user, int(time.time()), {})
        home = self._folder / "files" / entry.id
        home.mkdir(mode=0o700)
        try:
            size = _join(pieces, home / name)
            entry = replace(entry, bytes=size, data={"filename": filename, "purpose": purpose, "name": name})
            catalog.put(entry)
        except BaseException:
            shutil.rmtree(home, ignore_errors=True)
            raise
        return entry

    async def add_part(self, upload: Entry, piece: Path, size: int) -> Entry:
        """Keep the bytes at *piece* as a part of *upload*."""
        entry = Entry("part", f"part_{uuid4().hex}", upload.user, int(time.time()), {}, upload.id, size)
        await asyncio.to_thread(piece.replace, self.part_path(entry.id))
        await self.put(entry)
        return entry

    async def delete_parts(self, upload: Entry) -> None:
        """Delete what arrived of *upload*."""
        parts = await self.all(upload.user, "part", upload.id)
        for part in parts:
            await asyncio.to_thread(self.part_path(part.id).unlink, missing_ok=True)
        await self.delete(*parts)

    def path(self, file: Entry) -> Path:
        """Return where the bytes of *file* are."""
        return self._folder / "files" / file.id / str(file.data["name"])

    def part_path(self, name: str) -> Path:
        """Return where the bytes of a part are."""
        return self._folder / "parts" / name

    async def delete_file(self, file: Entry) -> None:
        """Delete *file* wholly: from the disk, from the index, and from all vector stores."""
        await asyncio.to_thread(_remove, self._folder / "files" / file.id)
        if (name := file.data.get("datasource")) is not None:
            await self._backend.disconnect(uploads_of(file.user), name)
        found = await self._reading(
            lambda catalog: catalog.holding(file.user, "vector_store.file", file.id), list[Entry]()
        )
        await self.delete(file, *found)

    async def attach(self, file: Entry) -> Entry:
        """Index *file* if it is not yet; return it with its `datasource`, or with the `problem` that it has."""
        if "datasource" in file.data or "problem" in file.data:
            return file
        found = await asyncio.to_thread(self._connect, file)
        attached = replace(file, data={**file.data, **found})
        await self.put(attached)
        if "datasource" in found:
            self._index(uploads_of(file.user), found["datasource"])
        return attached

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


def _remove(folder: Path) -> None:
    with suppress(FileNotFoundError):  # an earlier attempt has got so far
        shutil.rmtree(folder)


def _join(pieces: Sequence[Path], path: Path) -> int:
    """Make a file at *path* of *pieces*, one after the other; return its size."""
    if len(pieces) == 1:
        return pieces[0].replace(path).stat().st_size
    with path.open("xb") as file:
        for piece in pieces:
            with piece.open("rb") as source:
                shutil.copyfileobj(source, file)
        return file.tell()


def _name_on_disk(filename: str) -> str:
    """Return a safe name with the suffix and, for people, the stem of *filename*; sources are called by it."""
    path = PurePosixPath(_UNSAFE.sub("_", filename.replace("\\", "/").rpartition("/")[2]).strip(" ."))
    suffix = path.suffix[:12]
    return (path.name.removesuffix(suffix)[:_MAX_NAME].strip(" .") or "file") + suffix
