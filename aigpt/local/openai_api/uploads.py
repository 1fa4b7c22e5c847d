"""``/v1/uploads``: a file in parts, put together when all have arrived."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from aiohttp import web

from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.catalog import Entry
from aigpt.local.openai_api.errors import ApiError, invalid, unsupported
from aigpt.local.openai_api.fields import Json, read_optional_text, read_text, read_texts
from aigpt.local.openai_api.files import check_purpose, file_json
from aigpt.local.openai_api.forms import receive_form
from aigpt.local.openai_api.library import Library
from aigpt.local.openai_api.streaming import reply

__all__ = ["Uploads"]

_LIFETIME = 3600
"""Seconds after which what has arrived of an unfinished upload is deleted, with the user's next one."""


class Uploads:
    """The routes of uploads."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def create(self, call: Call) -> web.StreamResponse:
        """Begin an upload."""
        filename, purpose = read_text(call.body, "filename"), check_purpose(call.body.get("purpose"))
        read_text(call.body, "mime_type")
        size = call.body.get("bytes")
        if not isinstance(size, int) or isinstance(size, bool) or size < 0:
            raise invalid("bytes", "bytes must be the size of the file, a whole number")
        if call.body.get("expires_after"):
            raise unsupported("expires_after", "expires_after cannot be honoured here: delete the file instead")
        if size > self._library.limits.file:
            limit = self._library.limits.file
            raise ApiError(413, f"bytes is more than {limit}; send less", param="bytes", code="file_too_large")
        await self._library.check_room(call.user, size)
        await self._delete_old(call.user)
        data = {"filename": filename[:1000], "purpose": purpose, "size": size, "status": "pending"}
        upload = Entry("upload", f"upload_{uuid4().hex}", call.user, int(time.time()), data)
        await self._library.put(upload)
        return reply(_json(upload))

    async def _delete_old(self, user: str) -> None:
        for upload in await self._library.all(user, "upload"):
            if upload.created + _LIFETIME < time.time():
                await self._library.delete_parts(upload)
                await self._library.delete(upload)

    async def add_part(self, call: Call) -> web.StreamResponse:
        """Keep a part."""
        upload = await self._pending(call)
        async with receive_form(call.request, self._library, "data", self._library.limits.part) as form:
            parts = await self._library.all(call.user, "part", upload.id)
            if sum(part.bytes for part in parts) + form.size > upload.data["size"]:
                raise invalid("data", "the parts are more bytes than the upload was said to have")
            await self._library.check_room(call.user, form.size)
            part = await self._library.add_part(upload, form.path, form.size)
        return reply({"id": part.id, "object": "upload.part", "created_at": part.created, "upload_id": upload.id})

    async def complete(self, call: Call) -> web.StreamResponse:
        """Make a file of the parts, in the order of `part_ids`."""
        upload = await self._pending(call)
        names = read_texts(call.body, "part_ids")
        parts = {part.id: part for part in await self._library.all(call.user, "part", upload.id)}
        if not names or len(set(names)) != len(names) or not parts.keys() >= set(names):
            raise invalid("part_ids", "part_ids must be the ids of parts of this upload, each once")
        if sum(parts[name].bytes for name in names) != upload.data["size"]:
            raise invalid("part_ids", "the parts are not as many bytes as the upload was said to have")
        paths = [self._library.part_path(name) for name in names]
        await _check_digest(paths, read_optional_text(call.body, "md5"))
        file = await self._library.add_file(call.user, paths, upload.data["filename"], upload.data["purpose"])
        await self._library.delete_parts(upload)
        done = replace(upload, data={**upload.data, "status": "completed"})
        await self._library.put(done)
        return reply(_json(done) | {"file": file_json(file)})

    async def cancel(self, call: Call) -> web.StreamResponse:
        """Delete what has arrived."""
        upload = await self._pending(call)
        await self._library.delete_parts(upload)
        cancelled = replace(upload, data={**upload.data, "status": "cancelled"})
        await self._library.put(cancelled)
        return reply(_json(cancelled))

    async def _pending(self, call: Call) -> Entry:
        upload = await self._library.find(call.user, "upload", call.of("upload_id"), "upload_id")
        if upload.data["status"] != "pending" or upload.created + _LIFETIME < time.time():
            raise ApiError(400, "the upload is over: completed, cancelled or expired; begin another", param="upload_id")
        return upload


def _json(upload: Entry) -> Json:
    return {
        "id": upload.id,
        "object": "upload",
        "bytes": upload.data["size"],
        "created_at": upload.created,
        "filename": upload.data["filename"],
        "purpose": upload.data["purpose"],
        "status": upload.data["status"],
        "expires_at": upload.created + _LIFETIME,
        "file": None,
    }


async def _check_digest(paths: Sequence[Path], wanted: str | None) -> None:
    if wanted is None:
        return
    found = hashlib.md5(usedforsecurity=False)
    for path in paths:
        found.update(await asyncio.to_thread(path.read_bytes))
    if found.hexdigest() != wanted.lower():
        raise invalid("md5", "md5 is not that of the parts; send them again")
