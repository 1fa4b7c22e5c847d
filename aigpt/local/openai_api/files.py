"""``/v1/files`` and ``/v1/uploads``: a user's files, and the sources of answers as files that can only be read."""

from __future__ import annotations

from datetime import datetime

from aiohttp import web

from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.calls import Call, Gate
from aigpt.local.openai_api.catalog import Entry
from aigpt.local.openai_api.citations import source_id
from aigpt.local.openai_api.errors import ApiError, invalid, not_found, unsupported
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.forms import receive_form
from aigpt.local.openai_api.library import Library
from aigpt.local.openai_api.lists import page
from aigpt.local.openai_api.response_store import ResponseStore
from aigpt.local.openai_api.streaming import JSON_HEADERS, reply
from aigpt.local.openai_api.upload_parts import UploadParts

__all__ = ["PURPOSES", "Files", "check_purpose", "file_json"]

PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
_MOST_LISTED = 10_000
_CONTENT_HEADERS = {
    **JSON_HEADERS,
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",  # in a browser it is text, never a page of this server
}


def file_json(file: Entry) -> Json:
    """Return a file as an object of the API."""
    return {
        "id": file.id,
        "object": "file",
        "bytes": file.bytes,
        "created_at": file.created,
        "filename": file.data["filename"],
        "purpose": file.data["purpose"],
        "status": "processed",
    }


def check_purpose(given: object) -> str:
    """Return what a file is for. Raises `ApiError`."""
    if not isinstance(given, str) or given not in PURPOSES:
        raise invalid("purpose", f"purpose must be one of {', '.join(PURPOSES)}")
    return given


class Files:
    """The routes of files."""

    def __init__(self, backend: Backend, library: Library, parts: UploadParts, gate: Gate, kept: ResponseStore) -> None:
        self._backend = backend
        self._library = library
        self._parts = parts
        self._gate = gate
        self._kept = kept

    async def create(self, call: Call) -> web.StreamResponse:
        """Keep the file of a form."""
        most = min(self._library.limits.file, self._library.limits.user)
        async with receive_form(call.request, self._library, "file", most) as form:
            user = self._gate.check_user(call.request, form.fields["user"]) if "user" in form.fields else call.user
            purpose = check_purpose(form.fields.get("purpose"))
            if any(name.startswith("expires_after") for name in form.fields):
                raise unsupported("expires_after", "expires_after cannot be honoured here: delete the file instead")
            await self._library.writing(self._parts.delete_old)
            return reply(file_json(await self._library.add_file(user, form.path, form.filename or "", purpose)))

    async def list(self, call: Call) -> web.StreamResponse:
        """Return the user's files, the newest first."""
        purpose = call.request.query.get("purpose")
        files = await self._library.all(call.user, "file")
        found = [file_json(file) for file in files if purpose in (None, file.data["purpose"])]
        return reply(page(found, call.request.query, default=_MOST_LISTED, most=_MOST_LISTED))

    async def retrieve(self, call: Call) -> web.StreamResponse:
        """Return what is known of a file, or of a source of an answer."""
        name = call.of("file_id")
        if (source := source_id(name)) is not None:
            return reply(_source_json(name, await self._source(call.user, source)))
        return reply(file_json(await self._library.find(call.user, "file", name, "file_id")))

    async def content(self, call: Call) -> web.StreamResponse:
        """Return the bytes of a file, or the text of a source of an answer."""
        name = call.of("file_id")
        if (source := source_id(name)) is not None:
            text = _source_text(await self._source(call.user, source))
            return web.Response(text=text, content_type="text/plain", charset="utf-8", headers=_CONTENT_HEADERS)
        file = await self._library.find(call.user, "file", name, "file_id")
        headers = {**_CONTENT_HEADERS, "Content-Type": "application/octet-stream"}
        return web.FileResponse(self._library.path(file), headers=headers)

    async def delete(self, call: Call) -> web.StreamResponse:
        """Delete a file, wholly; a source of an answer is the user's mail, and stays."""
        name = call.of("file_id")
        if source_id(name) is not None:
            raise ApiError(
                400, "the file is a source in what the user has connected; datasources/disconnect disconnects that"
            )
        await self._library.finish(self._delete(await self._library.find(call.user, "file", name, "file_id")))
        return reply({"id": name, "object": "file", "deleted": True})

    async def _delete(self, file: Entry) -> None:
        try:
            await self._library.delete_file(file)
        finally:
            self._kept.forget(file.user)  # their answers may quote it

    async def _source(self, user: str, name: str) -> Json:
        found = await self._backend.source(user, name)
        if found is None:
            raise not_found("source", "file_id")
        return found


def _source_json(name: str, source: Json) -> Json:
    sent = source["timestamp"]
    return {
        "id": name,
        "object": "file",
        "bytes": len(_source_text(source).encode()),
        "created_at": 0 if sent is None else int(datetime.fromisoformat(sent).timestamp()),
        "filename": " ".join(source["subject"].split()) or "message",
        "purpose": "user_data",
        "status": "processed",
    }


def _source_text(source: Json) -> str:
    """Return a message under its header, or some lines of notes."""
    if "#L" in source["id"].rpartition("/")[2]:
        return str(source["content"])
    head = {"From": source["from"], "Date": source["timestamp"], "Subject": source["subject"]}
    lines = [f"{name}: {' '.join(value.split())}" for name, value in head.items() if value]
    return "\n".join(lines) + f"\n\n{source['content']}"
