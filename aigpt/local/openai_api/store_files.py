"""The files of vector stores, one by one and in batches, and how far they are indexed."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import msgspec
from aiohttp import web

from aigpt.local.ingest.notes import decode
from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.errors import ApiError, invalid, not_found, unsupported
from aigpt.local.openai_api.fields import Json, read_metadata, read_object, read_objects, read_text, read_texts
from aigpt.local.openai_api.library import Library
from aigpt.local.openai_api.lists import page
from aigpt.local.openai_api.scopes import Scopes
from aigpt.local.openai_api.streaming import reply, reply_encoded
from aigpt.local.store.datasources import Datasource

__all__ = ["StoreFiles", "check_chunking", "count_statuses"]

_LONGEST_TEXT = 8 << 20  # bytes; it is in memory, several times
_BYTES = "files/{file_id}/content has its bytes"
_STATUSES = ("in_progress", "completed", "failed", "cancelled")


def count_statuses(files: Sequence[Json]) -> dict[str, int]:
    """Return how many of *files* have each status, and how many there are."""
    counted = Counter(str(file["status"]) for file in files)
    return {status: counted[status] for status in _STATUSES} | {"total": len(files)}


class StoreFiles:
    """The routes of a vector store's files."""

    def __init__(self, library: Library, scopes: Scopes) -> None:
        self._library = library
        self._scopes = scopes

    async def add(self, store: str, file: Entry, attributes: Json) -> Entry:
        """Attach *file* to a vector store, and begin to index it."""
        attached = await self._library.attach(file)
        kept: Json = {name: attached.data[name] for name in ("datasource", "problem") if name in attached.data}
        data = kept | {"attributes": attributes}
        entry = Entry("vector_store.file", file.id, file.user, int(time.time()), data, store)
        await self._library.writing(partial(_keep, entry=entry))
        return entry

    async def of(self, user: str, store: str, indexed: Mapping[str, Datasource] | None = None) -> list[Json]:
        """Return the files of a vector store as objects, the oldest first. *indexed*: `Library.indexed`, if known."""
        indexed = await self._library.indexed(user) if indexed is None else indexed
        return [_json(entry, indexed) for entry in await self._library.all(user, "vector_store.file", store)]

    async def create(self, call: Call) -> web.StreamResponse:
        """Attach a file."""
        store = await self._store(call)
        file = await self._library.find(call.user, "file", read_text(call.body, "file_id"), "file_id")
        check_chunking(call.body)
        entry = await self.add(store.id, file, read_metadata(call.body, "attributes"))
        return reply(await self._shown(entry))

    async def list(self, call: Call) -> web.StreamResponse:
        """Return the attached files."""
        store = await self._store(call)
        return reply(page(_with_status(await self.of(call.user, store.id), call.request.query), call.request.query))

    async def retrieve(self, call: Call) -> web.StreamResponse:
        """Return how far a file is indexed."""
        return reply(await self._shown(await self._find(call)))

    async def content(self, call: Call) -> web.StreamResponse:
        """Return the text of a file."""
        entry = await self._find(call)
        file = await self._library.find(call.user, "file", entry.id, "file_id")
        if "problem" in entry.data:
            raise invalid("file_id", f"the file has no text: {entry.data['problem']}; {_BYTES}", "unsupported_file")
        if file.bytes > _LONGEST_TEXT:
            raise invalid("file_id", f"the file is larger than {_LONGEST_TEXT >> 20} MiB; {_BYTES}")
        try:
            return reply_encoded(await asyncio.to_thread(_content_page, self._library.path(file)))
        except FileNotFoundError:  # deleted meanwhile
            raise not_found("file", "file_id") from None

    async def update(self, call: Call) -> web.StreamResponse:
        """Change the attributes of an attached file."""
        entry = await self._find(call)
        changed = replace(entry, data={**entry.data, "attributes": read_metadata(call.body, "attributes")})
        await self._library.replace(changed, "file_id")
        return reply(await self._shown(changed))

    async def delete(self, call: Call) -> web.StreamResponse:
        """Detach a file; it stays in ``/v1/files``."""
        entry = await self._find(call)
        await self._library.delete(entry)
        return reply({"id": entry.id, "object": "vector_store.file.deleted", "deleted": True})

    async def create_batch(self, call: Call) -> web.StreamResponse:
        """Attach several files."""
        store = await self._store(call)
        check_chunking(call.body)
        shared = read_metadata(call.body, "attributes")
        asked = [(name, shared) for name in read_texts(call.body, "file_ids")]
        for one in read_objects(call.body.get("files"), "files"):
            check_chunking(one)
            asked.append((read_text(one, "file_id", within="files."), read_metadata(one, "attributes")))
        if not asked:
            raise invalid("file_ids", "file_ids is empty; give the ids of files that were uploaded")
        files = [(await self._library.find(call.user, "file", name, "file_ids"), own) for name, own in asked]
        for file, own in files:
            await self.add(store.id, file, own)
        data = {"file_ids": [file.id for file, _ in files]}
        batch = Entry("vector_store.files_batch", f"vsfb_{uuid4().hex}", call.user, int(time.time()), data, store.id)
        await self._library.writing(partial(_keep_batch, batch=batch))
        return reply(await self._batch_json(batch))

    async def retrieve_batch(self, call: Call) -> web.StreamResponse:
        """Return how far a batch is indexed."""
        return reply(await self._batch_json(await self._batch(call)))

    async def cancel_batch(self, call: Call) -> web.StreamResponse:
        """Return the batch as it is: its files are attached at once, and stay so until they are deleted."""
        return reply(await self._batch_json(await self._batch(call)))

    async def list_batch(self, call: Call) -> web.StreamResponse:
        """Return the files of a batch."""
        files = await self._batch_files(await self._batch(call))
        return reply(page(_with_status(files, call.request.query), call.request.query))

    async def _store(self, call: Call) -> Entry:
        name = call.of("store_id")
        if await self._scopes.mailbox(call.user, name, "vector_store_id") is not None:
            raise ApiError(
                400,
                "the vector store is connected mail or notes: it has no uploaded files, and takes none; search it, or "
                "make a vector store for the files",
                param="vector_store_id",
            )
        return await self._library.find(call.user, "vector_store", name, "vector_store_id")

    async def _find(self, call: Call) -> Entry:
        store = await self._store(call)
        return await self._library.find(call.user, "vector_store.file", call.of("file_id"), "file_id", store.id)

    async def _shown(self, entry: Entry) -> Json:
        return _json(entry, await self._library.indexed(entry.user))

    async def _batch(self, call: Call) -> Entry:
        store, name = await self._store(call), call.of("batch_id")
        return await self._library.find(call.user, "vector_store.files_batch", name, "batch_id", store.id)

    async def _batch_files(self, batch: Entry) -> Sequence[Json]:
        names = set(batch.data["file_ids"])
        return [file for file in await self.of(batch.user, batch.parent) if file["id"] in names]

    async def _batch_json(self, batch: Entry) -> Json:
        counts = count_statuses(await self._batch_files(batch))
        return {
            "id": batch.id,
            "object": "vector_store.files_batch",
            "created_at": batch.created,
            "vector_store_id": batch.parent,
            "status": "in_progress" if counts["in_progress"] else "completed",
            "file_counts": counts,
        }


def _keep(catalog: Catalog, entry: Entry) -> None:
    """Add *entry*, unless its file or its vector store was deleted meanwhile."""
    with catalog.together():
        if catalog.get(entry.user, "vector_store", entry.parent) is None:
            raise not_found("vector store", "vector_store_id")
        if catalog.get(entry.user, "file", entry.id) is None:
            raise not_found("file", "file_id")
        catalog.put(entry)


def _keep_batch(catalog: Catalog, batch: Entry) -> None:
    """Add *batch*, unless its vector store was deleted meanwhile."""
    with catalog.together():
        if catalog.get(batch.user, "vector_store", batch.parent) is None:
            raise not_found("vector store", "vector_store_id")
        catalog.put(batch)


def check_chunking(body: Json) -> None:
    """Raise `ApiError` if *body* asks for another way to split files than ours."""
    if read_object(body.get("chunking_strategy"), "chunking_strategy").get("type", "auto") != "auto":
        raise unsupported("chunking_strategy", "chunking_strategy must be auto: files are split as mail and notes are")


def _content_page(path: Path) -> bytes:
    """Return the text of the file at *path* as an object of the API, in JSON. Raises `OSError`."""
    data = path.read_bytes()
    try:
        text = decode(data)
    except ValueError:  # mail with NUL: it is shown as it was sent
        text = data.decode("utf-8", "replace")
    part = {"type": "text", "text": text}
    page = {"object": "vector_store.file_content.page", "data": [part], "has_more": False, "next_page": None}
    return msgspec.json.encode(page)


def _with_status(files: Sequence[Json], query: Mapping[str, str]) -> Sequence[Json]:
    wanted = query.get("filter")
    if wanted is not None and wanted not in _STATUSES:
        raise invalid("filter", f"filter must be one of {', '.join(_STATUSES)}")
    return [file for file in files if wanted in (None, file["status"])]


def _json(entry: Entry, indexed: Mapping[str, Datasource]) -> Json:
    source = indexed.get(entry.data.get("datasource", ""))
    status, error = _status(entry, source)
    return {
        "id": entry.id,
        "object": "vector_store.file",
        "created_at": entry.created,
        "vector_store_id": entry.parent,
        "status": status,
        "usage_bytes": 0 if source is None else source.total,
        "last_error": error,
        "attributes": entry.data["attributes"],
        "chunking_strategy": {"type": "other"},
    }


def _status(entry: Entry, source: Datasource | None) -> tuple[str, Json | None]:
    if "problem" in entry.data:
        return "failed", {"code": "unsupported_file", "message": entry.data["problem"]}
    if source is None or source.error:
        return "failed", {"code": "server_error", "message": "the file is not there, or cannot be read"}
    if not source.complete:
        return "in_progress", None
    if source.failed and not source.messages + source.notes:
        return "failed", {"code": "invalid_file", "message": "nothing in the file could be read"}
    return "completed", None
