"""What becomes of uploads in parts, on the disk and in the catalog. All of it blocks, and is for threads.

Requests for the same upload may come at once: what is checked and what follows from it is one transaction. That the
parts of an upload are being put together is known in memory alone: if the server ends meanwhile, that can begin again.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.disk import join
from aigpt.local.openai_api.errors import ApiError, invalid, not_found
from aigpt.local.openai_api.library import Library

__all__ = ["LIFETIME", "UploadParts", "check_pending"]

_log = logging.getLogger("aigpt.local")

LIFETIME = 3600
"""Seconds after which what has arrived of an unfinished upload is deleted, when the user uploads something again."""


class UploadParts:
    """The uploads in parts of *library*. Each method raises `ApiError` for what is not as it must be."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._completing: set[str] = set()
        """The ids of uploads whose parts are being put together; looked up, and added, within `Catalog.together`."""

    def delete_old(self, catalog: Catalog, user: str) -> None:
        """Delete the user's uploads whose time is over: they take no room.

        It is a transaction of its own: what was deleted stays so, also where there is no room for what follows.
        """
        with catalog.together():
            old = [one for one in catalog.all(user, "upload") if _is_old(one) and one.id not in self._completing]
            for one in old:
                try:  # the bytes first: without their entries, nobody knows of them
                    self._delete_bytes(catalog.all(user, "part", one.id))
                except OSError as error:  # it hinders no other upload
                    _log.warning("parts of an old upload cannot be deleted: %s", error.strerror)
                else:
                    catalog.delete(one)

    def begin(self, catalog: Catalog, upload: Entry) -> None:
        """Add *upload*, which is new."""
        self.delete_old(catalog, upload.user)
        with catalog.together():
            self._library.check_room(catalog, upload.user, upload.data["size"])
            catalog.put(upload)

    def add(self, catalog: Catalog, user: str, name: str, piece: Path, size: int) -> Entry:
        """Keep the bytes at *piece*, which are moved, as a part of an upload."""
        part = Entry("part", f"part_{uuid4().hex}", user, int(time.time()), {}, name, size)
        path = self._library.part_path(part.id)
        self._pending(catalog, user, name)  # else an upload whose time is over would not be there any more
        self.delete_old(catalog, user)
        try:
            with catalog.together():
                _check_size(self._pending(catalog, user, name), [part, *catalog.all(user, "part", name)])
                self._library.check_room(catalog, user, size)
                piece.replace(path)
                catalog.put(part)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return part

    def complete(
        self, catalog: Catalog, user: str, name: str, wanted: Sequence[str], md5: str | None
    ) -> tuple[Entry, Entry]:
        """Make a file of the parts with the ids *wanted*, in their order; return the upload and the file."""
        with catalog.together():
            upload = self._pending(catalog, user, name)
            parts = {part.id: part for part in catalog.all(user, "part", name)}
            if not wanted or len(set(wanted)) != len(wanted) or not parts.keys() >= set(wanted):
                raise invalid("part_ids", "part_ids must be the ids of parts of this upload, each once")
            if sum(parts[one].bytes for one in wanted) != upload.data["size"]:
                raise invalid("part_ids", "the parts are not as many bytes as the upload was said to have")
            self._completing.add(name)  # it is over for all others
        paths = [self._library.part_path(one) for one in wanted]
        done = _with_status(upload, "completed")
        piece = self._library.new_piece()
        try:
            _check_digest(paths, md5)
            size = join(paths, piece)
            with self._library.new_file(user, upload.data["filename"], upload.data["purpose"]) as (file, path):
                piece.replace(path)
                made = replace(file, bytes=size)
                with catalog.together():  # the file's bytes instead of the parts', for which there was room
                    catalog.delete(*parts.values())
                    catalog.put(made, done)
        finally:
            piece.unlink(missing_ok=True)
            self._completing.discard(name)
        self._delete_bytes(parts.values())
        return done, made

    def cancel(self, catalog: Catalog, user: str, name: str) -> Entry:
        """Delete what has arrived of an upload; return it."""
        with catalog.together():
            cancelled = _with_status(self._pending(catalog, user, name), "cancelled")
            parts = catalog.all(user, "part", name)
            catalog.delete(*parts)
            catalog.put(cancelled)
        self._delete_bytes(parts)
        return cancelled

    def _pending(self, catalog: Catalog, user: str, name: str) -> Entry:
        upload = catalog.get(user, "upload", name)
        if upload is None:
            raise not_found("upload", "upload_id")
        if name in self._completing:
            raise _over()
        check_pending(upload)
        return upload

    def _delete_bytes(self, parts: Iterable[Entry]) -> None:
        for part in parts:
            self._library.part_path(part.id).unlink(missing_ok=True)


def check_pending(upload: Entry) -> None:
    """Raise `ApiError` if *upload* is over."""
    if upload.data["status"] != "pending" or _is_old(upload):
        raise _over()


def _is_old(upload: Entry) -> bool:
    return upload.created + LIFETIME < time.time()


def _over() -> ApiError:
    return ApiError(400, "the upload is over: completed, cancelled or expired; begin another", param="upload_id")


def _check_size(upload: Entry, parts: Iterable[Entry]) -> None:
    if sum(part.bytes for part in parts) > upload.data["size"]:
        raise invalid("data", "the parts are more bytes than the upload was said to have")


def _with_status(upload: Entry, status: str) -> Entry:
    return replace(upload, data={**upload.data, "status": status})


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
