"""HTTP/1.1 requests, parsed from bytes; no I/O."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

_MAX_HEAD = 1 << 20  # far beyond what any client sends: more than this is not HTTP


def route_of(path: str) -> str:
    """Return the route of a path, or of a URL as it is sent to a proxy."""
    _, absolute, rest = path.partition("://")
    if absolute:
        path = rest.partition("/")[2]
    return path.partition("?")[0].strip("/").removeprefix("v1/")


class BadRequest(ValueError):  # noqa: N818 the name HTTP itself gives to it
    """The bytes received are not an HTTP request."""


class Headers(Mapping[str, str]):
    """The headers of a call, looked up without regard to case. `getall` gives repeated ones."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def getall(self, name: str) -> list[str]:
        """Return every value sent under *name*, in order; an empty list if there is none."""
        wanted = name.lower()
        return [value for key, value in self._pairs if key.lower() == wanted]

    def __getitem__(self, name: str) -> str:
        values = self.getall(name)
        if not values:
            raise KeyError(name)
        return values[0]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(key.lower() for key, _ in self._pairs))

    def __len__(self) -> int:
        return len({key.lower() for key, _ in self._pairs})

    def __repr__(self) -> str:
        return f"<Headers {', '.join(self)}>"  # names only: one of the values is the API key


@dataclass(frozen=True)
class Call:
    """One request the server received.

    `route` is the path below `/v1/`, like `"recall/ask"`; `path` is all of it, query included.
    `connection` is the number of the TCP connection it came over, counted from 1, and `time`
    when its last byte was read, in seconds of `time.monotonic()`.
    """

    route: str
    connection: int
    time: float
    method: str
    path: str
    headers: Headers = field(repr=False)
    body: bytes = field(repr=False)

    @cached_property
    def json(self) -> Any:
        """The body, parsed; None if there was none. Raises `ValueError` if it is not JSON."""
        return json.loads(self.body) if self.body else None


@dataclass(frozen=True, slots=True)
class Request:
    """A complete request as it was received."""

    method: str
    path: str
    headers: Headers
    body: bytes
    keep_alive: bool

    def as_call(self, connection: int) -> Call:
        """Return the request as the test sees it, read just now on *connection*."""
        return Call(
            route=route_of(self.path),
            connection=connection,
            time=time.monotonic(),
            method=self.method,
            path=self.path,
            headers=self.headers,
            body=self.body,
        )


@dataclass(frozen=True, slots=True)
class _Head:
    method: str
    path: str
    headers: Headers
    length: int  # of the body; -1 if it comes in chunks
    keep_alive: bool


class RequestReader:
    """Parses requests from bytes as they arrive."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._head: _Head | None = None
        self._body = bytearray()  # received so far of a chunked body

    def feed(self, data: bytes) -> Iterator[Request]:
        """Yield each request that *data* completes; raises `BadRequest` where it is not HTTP."""
        self._buffer += data
        while (request := self._next()) is not None:
            yield request

    def _next(self) -> Request | None:
        if self._head is None:
            self._head = self._take_head()
        if self._head is None:
            return None
        body = self._take_chunks() if self._head.length < 0 else self._take(self._head.length)
        if body is None:
            return None
        head, self._head = self._head, None
        return Request(head.method, head.path, head.headers, body, head.keep_alive)

    def _take(self, size: int) -> bytes | None:
        if len(self._buffer) < size:
            return None
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _take_until(self, mark: bytes) -> bytes | None:
        end = self._buffer.find(mark)
        if end < 0:
            if len(self._buffer) > _MAX_HEAD:
                raise BadRequest("its header does not end")
            return None
        taken = bytes(self._buffer[:end])
        del self._buffer[: end + len(mark)]
        return taken

    def _take_head(self) -> _Head | None:
        raw = self._take_until(b"\r\n\r\n")
        return None if raw is None else _parse_head(raw)

    def _take_chunks(self) -> bytes | None:
        """Move whole chunks from the buffer to the body; return the body after the last one."""
        while (end := self._buffer.find(b"\r\n")) >= 0:
            size = _number(bytes(self._buffer[:end]).partition(b";")[0], base=16)
            if size == 0:
                return self._take_trailer(end)
            start = end + 2
            if len(self._buffer) < start + size + 2:
                return None
            self._body += self._buffer[start : start + size]
            del self._buffer[: start + size + 2]
        return None

    def _take_trailer(self, end: int) -> bytes | None:
        """Drop the last chunk with the trailer lines after it, once the empty line is there."""
        last = self._buffer.find(b"\r\n\r\n", end)
        if last < 0:
            return None
        del self._buffer[: last + 4]
        body, self._body = bytes(self._body), bytearray()
        return body


def _parse_head(raw: bytes) -> _Head:
    first, *lines = raw.lstrip(b"\r\n").decode("utf-8", "surrogateescape").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):  # noqa: PLR2004 method, path, version
        raise BadRequest(f"not an HTTP/1 request line: {first[:100]!r}")
    headers = Headers([_parse_header(line) for line in lines])
    return _Head(words[0], words[1], headers, _body_length(headers), _keeps_alive(words[2], headers))


def _parse_header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not name or name != name.strip():
        raise BadRequest(f"not a header line: {line[:100]!r}")
    return name, value.strip()


def _body_length(headers: Headers) -> int:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        return -1
    lengths = headers.getall("content-length") or ["0"]
    if len(lengths) > 1:
        raise BadRequest("more than one Content-Length")
    return _number(lengths[0].encode(), base=10)


def _number(text: bytes, base: int) -> int:
    try:
        if text.strip().isalnum():  # int() would also take signs and underscores
            return int(text, base)
    except ValueError:
        pass
    raise BadRequest(f"not a number: {text[:100]!r}")


def _keeps_alive(version: str, headers: Headers) -> bool:
    wish = headers.get("connection", "").lower()
    return "keep-alive" in wish if version == "HTTP/1.0" else "close" not in wish
