"""What becomes of uploads in parts, on the disk and in the catalog. All of it blocks, and is for threads.

Requests for the same upload may come at once: what is checked and what follows from it is one transaction. That the
parts of an upload are being put together is known in memory alone: if the server ends meanwhile, that can begin again.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.disk import join
from aigpt.local.openai_api.errors import ApiError, invalid, not_found
from aigpt.local.openai_api.library import Library

__all__ = ["LIFETIME", "UploadParts", "check_pending"]

LIFETIME = 3600
"""Seconds after which an unfinished upload is over, and `UploadParts.delete_old` deletes what has arrived of it."""

_MOST_PARTS = 1_000


class UploadParts:
    """The uploads in parts of *library*. Each method raises `ApiError` for what is not as it must be."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._completing: set[str] = set()
        """The ids of uploads whose parts are being put together; looked up, and added, within `Catalog.together`."""

    def delete_old(self, catalog: Catalog) -> None:
        """Delete the uploads of all users whose time is over: they take no room.

        It is a transaction of its own: what was deleted stays so, also where there is no room for what follows.
        """
        gone: list[Entry] = []
        if not catalog.begun_before(time.time() - LIFETIME):
            return
        with catalog.freeing():
            for one in catalog.begun_before(time.time() - LIFETIME):
                if one.id not in self._completing:
                    gone += self._leave(catalog, catalog.all(one.user, "part", one.id))
                    catalog.delete(one)
        self._library.leftovers.delete(catalog, gone)

    def _leave(self, catalog: Catalog, parts: Sequence[Entry]) -> list[Entry]:
        """Name the bytes of *parts* as left over, and delete the entries of *parts*; return the new ones."""
        left = [self._library.leftovers.name(self._library.part_path(part.id)) for part in parts]
        catalog.put(*left)
        catalog.delete(*parts)
        return left

    def begin(self, catalog: Catalog, upload: Entry) -> None:
        """Add *upload*, which is new."""
        self.delete_old(catalog)
        with catalog.together():
            self._library.check_room(catalog, upload.user, upload.data["size"])
            catalog.put(upload)

    def add(self, catalog: Catalog, user: str, name: str, piece: Path, size: int) -> Entry:
        """Keep the bytes at *piece*, which are moved, as a part of an upload."""
        part = Entry("part", f"part_{uuid4().hex}", user, int(time.time()), {}, name, size)
        path = self._library.part_path(part.id)
        self._pending(catalog, user, name)  # else an upload whose time is over would not be there any more
        self.delete_old(catalog)
        with self._library.leftovers.until_kept(catalog, path) as leftover, catalog.together():
            _check_parts(self._pending(catalog, user, name), [part, *catalog.all(user, "part", name)])
            self._library.check_room(catalog, user, size)
            piece.replace(path)
            catalog.put(part)
            catalog.delete(leftover)
        return part

    def complete(
        self, catalog: Catalog, user: str, name: str, wanted: Sequence[str], md5: str | None
    ) -> tuple[Entry, Entry]:
        """Make a file of the parts with the ids *wanted*, in their order; return the upload and the file."""
        with catalog.together():
            upload = self._pending(catalog, user, name)
            parts = {part.id: part for part in catalog.all(user, "part", name)}
            if len(set(wanted)) != len(wanted) or not parts.keys() >= set(wanted):
                raise invalid("part_ids", "part_ids must be the ids of parts of this upload, each once")
            if sum(parts[one].bytes for one in wanted) != upload.data["size"]:
                raise invalid("part_ids", "the parts are not as many bytes as the upload was said to have")
            self._completing.add(name)  # it is over for all others
        paths = [self._library.part_path(one) for one in wanted]
        piece = self._library.new_piece()
        try:
            _check_digest(paths, md5)
            size = join(paths, piece)
            new_file = self._library.new_file(catalog, user, upload.data["filename"], upload.data["purpose"])
            with new_file as (file, path, leftover):
                piece.replace(path)
                made = replace(file, bytes=size)
                done = _with(upload, status="completed")
                with catalog.together():  # the file's bytes instead of the parts', for which there was room
                    left = self._leave(catalog, list(parts.values()))
                    catalog.put(made, _without_name(done))
                    catalog.delete(leftover)
        finally:
            piece.unlink(missing_ok=True)
            self._completing.discard(name)
        self._library.leftovers.delete(catalog, left)
        return done, made

    def cancel(self, catalog: Catalog, user: str, name: str) -> Entry:
        """Delete what has arrived of an upload; return it."""
        with catalog.freeing():
            cancelled = _with(self._pending(catalog, user, name), status="cancelled")
            left = self._leave(catalog, catalog.all(user, "part", name))
            catalog.put(_without_name(cancelled))
        self._library.leftovers.delete(catalog, left)
        return cancelled

    def _pending(self, catalog: Catalog, user: str, name: str) -> Entry:
        upload = catalog.get(user, "upload", name)
        if upload is None:
            raise not_found("upload", "upload_id")
        if name in self._completing:
            raise _over()
        check_pending(upload)
        return upload


def check_pending(upload: Entry) -> None:
    """Raise `ApiError` if *upload* is over."""
    if upload.data["status"] != "pending" or _is_old(upload):
        raise _over()


def _is_old(upload: Entry) -> bool:
    return upload.created + LIFETIME < time.time()


def _over() -> ApiError:
    return ApiError(400, "the upload is over: completed, cancelled or expired; begin another", param="upload_id")


def _check_parts(upload: Entry, parts: Sequence[Entry]) -> None:
    if sum(part.bytes for part in parts) > upload.data["size"]:
        raise invalid("data", "the parts are more bytes than the upload was said to have")
    if len(parts) > _MOST_PARTS:
        raise invalid("data", f"an upload has at most {_MOST_PARTS:,} parts; send larger ones")


def _with(upload: Entry, **data: str) -> Entry:
    return replace(upload, data={**upload.data, **data})


def _without_name(upload: Entry) -> Entry:
    """Return what is kept of *upload* once it is over: the name goes with the file, or with what has arrived."""
    return _with(upload, filename="")


def _check_digest(paths: Sequence[Path], wanted: str | None) -> None:
    if wanted is None:
        return
    found = hashlib.md5(usedforsecurity=False)
    for path in paths:
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                found.update(piece)
    if found.hexdigest() != wanted.lower():
        raise invalid("md5", "md5 is not that of the parts; send them again")
