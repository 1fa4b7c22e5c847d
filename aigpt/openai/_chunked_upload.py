"""A file of any size, uploaded in parts: several at once, and none of them ever whole in memory."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Protocol, cast

from aigpt.openai._file_contents import check_is_sized
from aigpt.openai._helper_work import HelperWork
from aigpt.openai._side_by_side import side_by_side

DEFAULT_PART_SIZE = 64 << 20
"""The longest part that the API takes."""
PARTS_AT_ONCE = 4

_Bytes = bytes  # which is the name of a parameter, too


class UploadHelpers:
    """What the methods of `client.uploads` do that send several requests."""

    def _upload_file_chunked(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        work = HelperWork(self, "uploads.upload_file_chunked", deadline, abort, on_progress)
        return work.run(_ChunkedUpload(self, work, **given).send)


class _ChunkedUpload:
    """One upload. Raises TypeError or ValueError for wrong parameters."""

    def __init__(
        self,
        uploads: Any,
        work: HelperWork,
        *,
        file: Any,
        mime_type: str,
        purpose: str,
        filename: str | None,
        bytes: int | None,  # noqa: A002 (openai's name)
        part_size: int | None,
        md5: Any,
    ) -> None:
        self._uploads = uploads
        self._work = work
        self._part_size = _check_size("part_size", part_size, 1) or DEFAULT_PART_SIZE
        self._size = _check_size("bytes", bytes, 0)
        self._content: _Content
        if isinstance(file, _Bytes):
            if filename is None or bytes is None:
                missing = "filename" if filename is None else "bytes"
                raise TypeError(f"upload_file_chunked needs {missing}= where file is the content itself")
            self._content = _InMemory(file)
            self._check_size(len(file))
        elif isinstance(file, str | os.PathLike):
            path = Path(cast("str", file))
            filename = filename or path.name
            self._content = _OnDisk(path)
        else:
            raise TypeError(f"file must be a path, or the content as bytes, not {type(file).__name__}")
        self._about = {"filename": filename, "mime_type": mime_type, "purpose": purpose}
        self._md5 = md5
        self._sent = 0

    async def send(self) -> Any:
        """Return the completed upload."""
        loop = asyncio.get_running_loop()
        content = self._content
        try:
            await loop.run_in_executor(None, content.open)
            self._check_size(content.size)
            request = self._work.request
            upload = await self._work.created(self._uploads, "create", bytes=content.size, **self._about)
            starts = range(0, content.size, self._part_size)
            jobs = (partial(self._send_part, upload.id, start) for start in starts)
            parts = await side_by_side(jobs, PARTS_AT_ONCE)
        finally:
            await asyncio.shield(loop.run_in_executor(None, content.close))
        ids = [part.id for part in parts]
        return (await request(self._uploads, "complete", upload_id=upload.id, part_ids=ids, md5=self._md5)).parse()

    async def _send_part(self, upload_id: str, start: int) -> Any:
        content = self._content
        size = min(self._part_size, content.size - start)
        parts = self._uploads.parts
        data = content.part(start, size)
        part = await self._work.created(parts, "create", upload_id=upload_id, data=data)
        self._sent += size
        await self._work.tell(self._sent, content.size)
        return part

    def _check_size(self, size: int) -> None:
        if self._size is not None and self._size != size:
            raise ValueError(f"bytes is {self._size}, but the file has {size}: leave it out, or give the file's own")


class _Content(Protocol):
    """What is uploaded. All but `part` may block."""

    size: int
    """How many bytes it has, once it is open."""

    def open(self) -> None:
        """Open it. Raises OSError."""

    def part(self, start: int, size: int) -> Any:
        """Return *size* bytes of it from *start* as what a file parameter takes."""

    def close(self) -> None:
        """Close it, also while `open` or a part that was cancelled is still at work in another thread."""


class _InMemory:
    def __init__(self, content: bytes) -> None:
        self.size = len(content)
        self._view = memoryview(content)

    def open(self) -> None:
        """Do nothing: it is there."""

    def part(self, start: int, size: int) -> memoryview:
        return self._view[start : start + size]

    def close(self) -> None:
        """Do nothing, likewise."""


class _OnDisk:
    """A file on disk, opened once for all of its parts."""

    size = 0

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._is_closed = False
        self._lock = Lock()

    def open(self) -> None:
        with self._lock:
            if not self._is_closed:
                check_is_sized("file", self._path)
                self._file = self._path.open("rb", buffering=0)
                self.size = os.fstat(self._file.fileno()).st_size
                if not self.size and self._file.read(1):
                    raise ValueError(
                        f"file is {str(self._path)!r}, which does not tell its size: give its content as bytes, with "
                        "filename= and bytes="
                    )

    def part(self, start: int, size: int) -> _Part:
        return _Part(self._read, start, size)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            if self._file is not None:
                self._file.close()

    def _read(self, start: int, size: int) -> bytes:
        with self._lock:
            if self._file is None or self._is_closed:
                return b""
            self._file.seek(start)
            return self._file.read(size)


class _Part:
    """*size* bytes of a file from *start*, as a file of its own."""

    def __init__(self, read: Callable[[int, int], bytes], start: int, size: int) -> None:
        self._read = read
        self._start = start
        self._size = size
        self._position = 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        return self._position

    def tell(self) -> int:
        return self._position

    def read(self, size: int = -1) -> bytes:
        left = max(self._size - self._position, 0)
        piece = self._read(self._start + self._position, left if size < 0 else min(size, left))
        self._position += len(piece)
        return piece


def _check_size(name: str, value: Any, least: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number of bytes, not {type(value).__name__}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value}")
    return value
