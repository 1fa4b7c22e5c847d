"""Binary answers: files, speech, videos."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from aigpt.openai._http_response import Response


class BinaryContent:
    """A binary answer, such as a file or speech, read whole."""

    def __init__(self, response: Response) -> None:
        self.response = response

    @property
    def content(self) -> bytes:
        """The bytes."""
        return self.response.content

    @property
    def text(self) -> str:
        """The bytes as text."""
        return self.response.text

    def json(self) -> Any:
        """Return the bytes as a JSON value. Raises ValueError where they are none."""
        return self.response.json()

    def read(self) -> bytes:
        """Return the bytes."""
        return self.content

    async def aread(self) -> bytes:
        """Return the bytes."""
        return self.content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the bytes in pieces of *chunk_size*; by default in one."""
        data = self.content
        size = chunk_size or len(data) or 1
        for start in range(0, len(data), size):
            yield data[start : start + size]

    iter_raw = iter_bytes

    async def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the bytes in pieces, as `iter_bytes`."""
        for piece in self.iter_bytes(chunk_size):
            yield piece

    aiter_raw = aiter_bytes

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Yield the text in pieces of *chunk_size* characters; by default in one."""
        text = self.text
        size = chunk_size or len(text) or 1
        for start in range(0, len(text), size):
            yield text[start : start + size]

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the text."""
        yield from self.text.splitlines()

    def write_to_file(self, file: str | PathLike[str]) -> None:
        """Write the bytes to *file*."""
        with Path(file).open("wb") as opened:
            opened.write(self.content)

    def stream_to_file(self, file: str | PathLike[str], *, chunk_size: int | None = None) -> None:  # noqa: ARG002
        """Write the bytes to *file*."""
        self.write_to_file(file)

    async def astream_to_file(self, file: str | PathLike[str], *, chunk_size: int | None = None) -> None:  # noqa: ARG002
        """Write the bytes to *file*, off the event loop."""
        await asyncio.to_thread(self.write_to_file, file)

    def close(self) -> None:
        """Do nothing: the body has been read."""

    async def aclose(self) -> None:
        """Do nothing: the body has been read."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response."""
        return self.response.headers

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    def __repr__(self) -> str:
        return f"<BinaryContent of {len(self.content)} bytes>"
