"""``/v1/uploads``: a file in parts, put together when all have arrived."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator
from functools import partial
from uuid import uuid4

from aiohttp import web

from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.errors import ApiError, invalid, unsupported
from aigpt.local.openai_api.fields import Json, read_optional_text, read_text, read_texts
from aigpt.local.openai_api.files import check_purpose, file_json
from aigpt.local.openai_api.forms import receive_form
from aigpt.local.openai_api.library import Library
from aigpt.local.openai_api.streaming import reply
from aigpt.local.openai_api.upload_parts import LIFETIME, UploadParts, check_pending

__all__ = ["Uploads"]

_log = logging.getLogger("aigpt.local")

_EXPIRY_INTERVAL = 600.0  # seconds between two looks for uploads whose time is over


class Uploads:
    """The routes of uploads."""

    def __init__(self, library: Library, parts: UploadParts) -> None:
        self._library = library
        self._parts = parts

    async def expiring(self, _: web.Application) -> AsyncGenerator[None]:
        """Delete uploads whose time is over, and files whose deletion was broken off, now and then until the end."""
        task = asyncio.get_running_loop().create_task(self._expire())
        yield
        task.cancel()
        await asyncio.wait([task])

    async def _expire(self) -> None:
        while True:
            for work in (
                self._library.finish_deletions,
                partial(self._library.reading, self._parts.delete_old, None),
                partial(self._library.reading, Catalog.clean, None),
            ):
                try:
                    await self._library.finish(work())
                except Exception as error:  # noqa: BLE001 (whatever it is, it is tried again)
                    _log.warning("what was deleted cannot be removed: %s; it is tried again", type(error).__name__)
            await asyncio.sleep(_EXPIRY_INTERVAL)

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
        data = {"filename": filename[:1000], "purpose": purpose, "size": size, "status": "pending"}
        upload = Entry("upload", f"upload_{uuid4().hex}", call.user, int(time.time()), data)
        await self._library.writing(partial(self._parts.begin, upload=upload))
        return reply(_json(upload))

    async def add_part(self, call: Call) -> web.StreamResponse:
        """Keep a part."""
        user, name = call.user, call.of("upload_id")
        check_pending(await self._library.find(user, "upload", name, "upload_id"))  # before its bytes are read
        most = min(self._library.limits.part, self._library.limits.user)
        async with receive_form(call.request, self._library, "data", most) as form:
            add = partial(self._parts.add, user=user, name=name, piece=form.path, size=form.size)
            part = await self._library.writing(add)
        return reply({"id": part.id, "object": "upload.part", "created_at": part.created, "upload_id": name})

    async def complete(self, call: Call) -> web.StreamResponse:
        """Make a file of the parts, in the order of `part_ids`."""
        wanted, md5 = read_texts(call.body, "part_ids"), read_optional_text(call.body, "md5")
        name = call.of("upload_id")
        await self._library.find(call.user, "upload", name, "upload_id")
        join = partial(self._parts.complete, user=call.user, name=name, wanted=wanted, md5=md5)
        done, file = await self._library.writing(join)
        return reply(_json(done) | {"file": file_json(file)})

    async def cancel(self, call: Call) -> web.StreamResponse:
        """Delete what has arrived."""
        name = call.of("upload_id")
        await self._library.find(call.user, "upload", name, "upload_id")
        return reply(_json(await self._library.writing(partial(self._parts.cancel, user=call.user, name=name))))


def _json(upload: Entry) -> Json:
    return {
        "id": upload.id,
        "object": "upload",
        "bytes": upload.data["size"],
        "created_at": upload.created,
        "filename": upload.data["filename"],
        "purpose": upload.data["purpose"],
        "status": upload.data["status"],
        "expires_at": upload.created + LIFETIME,
        "file": None,
    }
