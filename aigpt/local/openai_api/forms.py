"""Forms with a file (``multipart/form-data``), read as they arrive: the file to the disk, never whole into memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from aigpt.local.openai_api.disk import storing
from aigpt.local.openai_api.errors import ApiError, invalid
from aigpt.local.openai_api.library import Library

__all__ = ["Form", "receive_form"]

_CHUNK = 1 << 18
_MAX_FIELD = 1 << 16
_MAX_PARTS = 50
_MAX_FILENAME = 1_000


@dataclass(slots=True)
class Form:
    """A form that has arrived."""

    path: Path
    """Where the bytes of its file are, until the form is left."""
    fields: dict[str, str] = field(default_factory=dict[str, str])
    size: int = 0
    """Bytes of the file."""
    filename: str | None = None
    """None if there is no file."""


@asynccontextmanager
async def receive_form(request: web.Request, library: Library, name: str, most: int) -> AsyncGenerator[Form]:
    """Read the form of *request*, whose file is its field *name*, of at most *most* bytes.

    What is still at the form's path in the end is deleted. Raises `ApiError`.
    """
    form = Form(await library.incoming())
    try:
        await _read(request, form, name, most)
        if form.filename is None:
            raise invalid(name, f"the form has no file in its field {name}; send one")
        yield form
    finally:
        await asyncio.shield(asyncio.to_thread(form.path.unlink, missing_ok=True))


async def _read(request: web.Request, form: Form, name: str, most: int) -> None:
    if (request.content_length or 0) > most + _MAX_FIELD * _MAX_PARTS:
        raise _too_large(name, most)
    try:
        reader = MultipartReader(request.headers, request.content)
    except (AssertionError, KeyError, ValueError) as error:
        raise ApiError(400, "the body is no form; send multipart/form-data with a file") from error
    count = 0
    try:
        while (part := await reader.next()) is not None:
            count += 1
            if not isinstance(part, BodyPartReader) or part.name is None or count > _MAX_PARTS:
                raise ApiError(400, "the form is nested, has a part without a name, or too many parts")
            if part.name == name and form.filename is None:
                # Bytes that are no UTF-8 come as surrogates, which cannot be sent back.
                form.filename = (part.filename or "upload")[:_MAX_FILENAME].encode(errors="replace").decode()
                form.size = await _save(part, form.path, name, most)
            else:
                form.fields[part.name] = await _text(part)
    except (ValueError, BadHttpMessage) as error:
        raise ApiError(400, "the form is not as its header Content-Type says; send multipart/form-data") from error


async def _save(part: BodyPartReader, path: Path, name: str, most: int) -> int:
    size = 0
    with storing():
        file: BinaryIO = await asyncio.to_thread(path.open, "xb")
    try:
        while piece := await part.read_chunk(_CHUNK):
            size += len(piece)
            if size > most:
                raise _too_large(name, most)
            with storing():
                await asyncio.to_thread(file.write, piece)
    finally:
        with storing():  # what is left of it is written
            await asyncio.to_thread(file.close)
    return size


async def _text(part: BodyPartReader) -> str:
    data = bytearray()
    while piece := await part.read_chunk(_CHUNK):
        data += piece
        if len(data) > _MAX_FIELD:
            raise _too_large(str(part.name), _MAX_FIELD)
    return data.decode("utf-8", "replace")


def _too_large(name: str, most: int) -> ApiError:
    return ApiError(413, f"{name} is larger than {most} bytes; send less", param=name, code="file_too_large")
