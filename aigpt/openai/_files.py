"""Files to be sent: what callers give for one, and the multipart form that holds them, made anew for each attempt."""

from __future__ import annotations

import asyncio
import inspect
import io
import mimetypes
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple, TypeAlias, cast

from aiohttp import Payload
from aiohttp.abc import AbstractStreamWriter

from aigpt._http.aiohttp_internals import Upload
from aigpt._http.checks import header_problem
from aigpt.openai._file_contents import PIECE, Content, FileSource, Memory, Opened, PathSource, Source, Write
from aigpt.openai._options import is_omitted
from aigpt.openai._serialize import form_items, json_body
from aigpt.openai._types import FileTypes

_ARRAY = "<array>"
_KINDS = "bytes, a file opened in binary mode, a pathlib.Path, or a tuple (name, content[, type[, headers]])"
_ESCAPE = "\x1b"
_QUOTED = {chr(code): f"%{code:02X}" for code in range(0x20)} | {_ESCAPE: _ESCAPE, '"': "%22", "\\": "\\\\"}
_QUOTES = str.maketrans(_QUOTED)
_LONGEST_TUPLE = 4
_NAMES: tuple[type[Any], ...] = (str, bytes, os.PathLike)

File: TypeAlias = Any
"""What a caller gives for a file; checked when the form is made."""


def file_from_path(path: str | os.PathLike[str]) -> FileTypes:
    """Return the file at *path*, read now, as what a file parameter takes: its name and content."""
    return os.path.basename(path), Path(path).read_bytes()  # noqa: PTH119 (of "folder/" it is "", not "folder")


# ── the files in a body ─────────────────────────────────────────────────────────────────────────────────────────────


def extract_files(
    body: Mapping[str, Any], paths: Sequence[Sequence[str]]
) -> tuple[Mapping[str, Any], list[tuple[str, File]]]:
    """Return *body* without the files at *paths*, and these with the names of their form fields.

    A path is made of keys; ``<array>`` stands for each item of a list, which has ``[]`` in its name. A list where a
    path ends holds files, too. What is not there, not given, or an object (a reference to a file) stays in the body.
    *body* itself is not changed.
    """
    files: list[tuple[str, File]] = []
    rest: object = body
    for path in paths:
        rest = _without_files(rest, path, "", files)
    return cast("Mapping[str, Any]", rest), files


def _without_files(value: object, path: Sequence[str], name: str, files: list[tuple[str, File]]) -> object:
    """Return *value* without the files at *path*, which are added to *files*; a copy where it has any."""
    key, below = path[0], path[1:]
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [_without_files(item, below, f"{name}[]", files) for item in items] if key == _ARRAY and below else items
    if not isinstance(value, Mapping):
        return value
    entries = cast("Mapping[str, object]", value)
    entry = entries.get(key)
    if key not in entries or is_omitted(entry):
        return entries
    name = f"{name}[{key}]" if name else key
    if any(part != _ARRAY for part in below):
        rest = _without_files(entry, below, name, files)
        return entries if rest is entry else {**entries, key: rest}
    if not _holds_files(entry, is_array=bool(below)):
        return entries
    _add_files(entry, name, files)
    return {other: entries[other] for other in entries if other != key}


def _holds_files(entry: object, *, is_array: bool) -> bool:
    return isinstance(entry, list) if is_array else not isinstance(entry, Mapping)


def _add_files(entry: object, name: str, files: list[tuple[str, File]]) -> None:
    if isinstance(entry, list):
        for item in cast("list[object]", entry):
            _add_files(item, f"{name}[]", files)
    else:
        files.append((name, entry))


# ── what a caller gives for a file ──────────────────────────────────────────────────────────────────────────────────


class _Part(NamedTuple):
    """One part of a form."""

    head: bytes
    """Its headers."""
    source: Source


def _field_part(name: str, value: str) -> _Part:
    return _Part(_head(name, None, {}), Memory(_encoded(value, name)))


def _file_part(name: str, given: File) -> _Part:
    """Return the part of the file that a caller has *given* for the field *name*.

    Raises TypeError, ValueError or OSError for what is no file, or cannot be read.
    """
    content, content_type, headers = given, None, cast("Mapping[str, str]", {})
    if isinstance(given, tuple):
        file_name, content, content_type, headers = _taken_apart(cast("tuple[object, ...]", given), name)
        if isinstance(content, str):
            content = _encoded(content, name)
    else:
        file_name = _file_name(given)
    source = _source(content, name)
    if content_type is None and file_name:
        content_type = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
    if content_type is not None and not any(key.lower() == "content-type" for key in headers):
        headers = {**headers, "Content-Type": content_type}
    return _Part(_head(name, file_name, headers), source)


def _taken_apart(given: tuple[Any, ...], name: str) -> tuple[str | None, Any, str | None, Mapping[str, str]]:
    """Return the file name, content, content type and headers of a tuple."""
    if not 1 < len(given) <= _LONGEST_TUPLE:
        raise TypeError(f"{name} takes a tuple of 2 to 4 items: (name, content[, type[, headers]])")
    file_name, content, content_type, headers = (*given, None, None)[:_LONGEST_TUPLE]
    if not isinstance(file_name, str | None):
        raise TypeError(
            f"the tuple for {name} must begin with a file name (or None), not {_kind(file_name)}; "
            "several files are given as a list"
        )
    if header_problem({"Content-Type": content_type or ""}):
        raise TypeError(f"the third item of the tuple for {name} must be a content type: text on one line")
    problem = header_problem(headers or {})
    if problem:
        raise TypeError(f"the fourth item of the tuple for {name} {problem}")
    return file_name, content, content_type, headers or {}


def _file_name(given: Any) -> str:
    """Return the name that a file is sent with."""
    name = cast("object", given) if isinstance(given, os.PathLike) else getattr(given, "name", None)
    return (Path(os.fsdecode(cast("str", name))).name if isinstance(name, _NAMES) else "") or "upload"


def _source(content: Any, name: str) -> Source:
    if isinstance(content, bytes | bytearray | memoryview):
        return Memory(cast("bytes", content))
    if isinstance(content, os.PathLike):
        return PathSource(cast("os.PathLike[str]", content), name)
    if isinstance(content, str):
        raise TypeError(f"{name} takes a file, not text; for a file on disk give pathlib.Path(…), for text its bytes")
    read = getattr(content, "read", None)
    if not callable(read):
        raise TypeError(f"{name} takes {_KINDS}, not {_kind(content)}")
    if inspect.iscoroutinefunction(read):
        raise TypeError(f"{name} takes {_KINDS}; of an upload whose read() is awaited, give its .file")
    if any(isinstance(file, io.TextIOBase) for file in (content, getattr(content, "file", None))):
        raise TypeError(f"{name} takes a file opened in binary mode: open(path, 'rb')")
    if getattr(content, "closed", False) is True:
        raise ValueError(f"{name} is a file that is closed already")
    return FileSource(content)


def _kind(value: object) -> str:
    return type(value).__name__


def _head(name: str, file_name: str | None, headers: Mapping[str, str]) -> bytes:
    """Return the headers of a part."""
    text = f'Content-Disposition: form-data; name="{name.translate(_QUOTES)}"'
    if file_name:
        text += f'; filename="{file_name.translate(_QUOTES)}"'
    for key, value in headers.items():
        text += f"\r\n{key}: {value}"
    return f"{text}\r\n\r\n".encode(errors="replace")  # names on disk need not be text


def _encoded(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{name} cannot be sent: it is text with half of a surrogate pair") from None


# ── the form ────────────────────────────────────────────────────────────────────────────────────────────────────────


class MultipartBody:
    """A multipart form: text *fields*, then *files*. The files are read when it is sent, off the loop and in pieces.

    Files that were given open are sent from their beginning and stay open; paths are opened for each attempt. Raises
    TypeError, ValueError or OSError for what cannot be sent.
    """

    def __init__(self, fields: Sequence[tuple[str, str]], files: Sequence[tuple[str, File]]) -> None:
        self._parts = [_field_part(name, value) for name, value in fields]
        self._parts += [_file_part(name, given) for name, given in files]
        self._boundary = token_hex(16)
        self._opened: Opened | None = None
        self._contents: list[Content] = []
        self.on_problem: Callable[[], None] | None = None
        """Called where a file turns out to be one that cannot be sent; `problem` says why."""

    @property
    def problem(self) -> str | None:
        """What was wrong with one of the files while it was sent."""
        return next((content.problem for content in self._contents if content.problem), None)

    @property
    def replayable(self) -> bool:
        """Whether it can be sent again."""
        return all(part.source.replayable for part in self._parts)

    async def open(self) -> Payload:
        """Return the body of one attempt. What the last one had open is closed. Raises OSError for a lost file."""
        await self.close()
        opened = Opened()
        if all(isinstance(part.source, Memory) for part in self._parts):
            return _Form(self._made(opened), self._boundary)
        self._opened = opened
        contents = await asyncio.get_running_loop().run_in_executor(None, self._made, opened)
        return _Form(contents, self._boundary, self.on_problem)

    async def close(self) -> None:
        """Close what was opened. Safe to call twice, and to cancel: the files are closed all the same."""
        opened, self._opened = self._opened, None
        if opened is not None:
            await asyncio.shield(asyncio.get_running_loop().run_in_executor(None, opened.close))

    def _made(self, opened: Opened) -> list[tuple[bytes, Content]]:
        made = [(part.head, part.source.open(opened)) for part in self._parts]
        self._contents = [content for _, content in made]
        return made


class _Form(Payload):
    """The body of one attempt, as aiohttp sends it."""

    upload: Upload | None = None
    """Its sending, once that has begun."""

    def __init__(
        self, parts: list[tuple[bytes, Content]], boundary: str, on_problem: Callable[[], None] | None = None
    ) -> None:
        super().__init__(None, content_type=f"multipart/form-data; boundary={boundary}")
        self._parts = parts
        self._line = b"--" + boundary.encode()
        self._on_problem = on_problem

    @property
    def autoclose(self) -> bool:
        """Whether it holds nothing that has to be closed: what is open belongs to its `MultipartBody`."""
        return True

    @property
    def size(self) -> int | None:
        """The length of the form; None where a file has none."""
        total = len(self._line) + 4
        for head, content in self._parts:
            if content.size is None:
                return None
            total += len(self._line) + 2 + len(head) + content.size + 2
        return total

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:  # noqa: ARG002 (aiohttp's signature)
        """Refuse: files need not be text, and are not read on the loop."""
        raise TypeError("a form with files has no text")

    async def as_bytes(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:  # noqa: ARG002 (it is bytes)
        """Return all of it."""
        pieces: list[bytes] = []

        async def keep(piece: bytes | bytearray | memoryview) -> None:
            pieces.append(bytes(piece))

        await self._send(keep)
        return b"".join(pieces)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Send it."""
        upload = self.upload = Upload(writer)
        await self._send(writer.write)
        upload.is_written = True

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:  # noqa: ARG002
        """Send it: its length is what the request's header says."""
        await self.write(writer)

    async def _send(self, write: Write) -> None:
        held = bytearray()  # heads and small parts are sent together
        for head, content in self._parts:
            held += self._line + b"\r\n" + head
            if isinstance(content, Memory) and len(held) + content.size <= PIECE:
                held += content.view
            else:
                await write(held)
                held = bytearray()
                await self._send_content(content, write)
            held += b"\r\n"
        await write(held + self._line + b"--\r\n")

    async def _send_content(self, content: Content, write: Write) -> None:
        try:
            await content.send(write)
        finally:
            if content.problem is not None and self._on_problem is not None:
                self._on_problem()


def sdp_body(body: Mapping[str, Any]) -> MultipartBody | bytes:
    """Return what is sent to begin a realtime call: the offer itself (as application/sdp), or a form with more.

    Raises TypeError or ValueError for what cannot be sent.
    """
    given = {name: value for name, value in body.items() if not is_omitted(value)}
    offer = given.pop("sdp", None)
    if not isinstance(offer, str):
        raise TypeError(f"sdp must be text, not {_kind(offer)}")
    if not given:
        return _encoded(offer, "sdp")
    files: list[tuple[str, File]] = [("sdp", (None, _encoded(offer, "sdp"), "application/sdp"))]
    if "session" in given:
        files.append(("session", (None, json_body(given.pop("session")), "application/json")))
    return MultipartBody(form_items(given), files)
