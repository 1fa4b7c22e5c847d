"""Reads the body of a response, and tells a complete body from one cut short."""

from __future__ import annotations

import asyncio

from aiohttp import ClientPayloadError, ClientResponse

from aigpt._http.aiohttp_internals import connection_closed, fail_body, has_connection, limit_silence, salvage
from aigpt._http.decompression import Decompressor, make_decompressor

_DRAIN_BYTES = 1 << 16
_NO_END = "the compressed body stops before its end"


class Body:
    """The body of *response*, piece by piece: all that arrived, then what cut it.

    aiohttp alone leaves three gaps. Its parser wakes no reader when the framing is broken in mid-body, so the
    connection itself is watched. It takes a reset for the end of a body without a length, so at such an end the
    connection is asked. And an error hides what had arrived before it, so that is fetched first.
    """

    __slots__ = ("_closed", "_content", "_error", "_response")

    def __init__(self, response: ClientResponse) -> None:
        self._response = response
        self._content = response.content
        self._error: Exception | None = None
        self._closed: asyncio.Future[None] | None = None

    def watch(self) -> None:
        """Watch the connection while a read waits for more of the body."""
        if self._content.is_eof() or not has_connection(self._response):
            return
        self._closed = connection_closed(self._response)
        if self._closed is None:
            self._cut()
        else:
            self._closed.add_done_callback(self._lost)
            # The future outlives this body with its connection, so its exception is retrieved here.
            self._closed.remove_done_callback(_retrieve)
            self._closed.add_done_callback(_retrieve)

    def _lost(self, _: asyncio.Future[None]) -> None:
        self._cut()

    def _cut(self) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            fail_body(self._response, ClientPayloadError("the connection was lost"))

    @property
    def is_framed(self) -> bool:
        """Whether the headers say where it ends; otherwise it ends with the connection."""
        return is_framed(self._response)

    def at_hand(self) -> bytes:
        """Return what has arrived already; ``b""`` if that is nothing, or if `read` has an end or an error to tell."""
        if self._error is not None or self._content.exception() is not None:
            return b""
        return self._content.read_nowait()

    async def read(self) -> bytes:
        """Return what has arrived, waiting for some; ``b""`` at a clean end.

        Raises the error that cut the body, after everything before it was returned.
        """
        if self._error is not None:
            raise self._error
        content = self._content
        if self._closed is None:
            self.watch()
        try:
            while not (data := await content.readany()):
                if content.at_eof():
                    self._check_end()
                    self._unwatch()
                    return b""
        except Exception as exc:
            data = salvage(content)
            if not data:
                raise
            self._error = exc
        return data

    def _check_end(self) -> None:
        """Raise where only the end of the connection ended the body, and that was no clean one."""
        closed = self._closed
        if closed is None or not closed.done() or closed.cancelled() or is_framed(self._response):
            return
        if closed.exception() is not None:
            self._error = ClientPayloadError("the connection was reset")
            raise self._error

    async def drain(self, seconds: float) -> None:
        """Read the rest, if it is short and arrives soon, so that the connection can be used again; else close it."""
        left = _DRAIN_BYTES
        try:
            async with asyncio.timeout(seconds):
                while left > 0 and (data := await self.read()):
                    left -= len(data)
        except Exception:  # noqa: BLE001 (nobody needs the rest; the connection is closed)
            left = 0
        if left <= 0 or not self._content.is_eof():
            self.close()
        self._unwatch()
        await given_back(self._response)

    def limit_silence(self, seconds: float | None) -> None:
        """Time out the wait for each next byte; None for never."""
        if not self._content.is_eof():
            limit_silence(self._response, seconds)

    def fail(self, exc: Exception) -> None:
        """Have the reader of the body raise *exc*."""
        fail_body(self._response, exc)

    def close(self) -> None:
        """Close the connection, unless the body has been read to its end. Safe to call twice."""
        self._unwatch()
        if not self._content.is_eof():  # else aiohttp gives it back, if it has not yet
            self._response.close()

    def _unwatch(self) -> None:
        if self._closed is not None:
            self._closed.remove_done_callback(self._lost)
            self._closed = None


class CompressedBody(Body):
    """The decompressed body of *response*. It is cut, too, where the compressed data has no end."""

    __slots__ = ("_decompressor",)

    def __init__(self, response: ClientResponse, decompressor: Decompressor) -> None:
        super().__init__(response)
        self._decompressor = decompressor

    def at_hand(self) -> bytes:
        """Return what has arrived already, as `Body.at_hand` does. Raises what `read` raises."""
        data = self._decompressor.take()
        if not data:
            self._decompressor.feed(super().at_hand())
            data = self._decompressor.take()
        return data

    async def read(self) -> bytes:
        """Return what has arrived, as `Body.read` does. Raises for a body that cannot be decompressed, too."""
        while not (data := self._decompressor.take()):
            compressed = await super().read()
            if not compressed:
                if self._decompressor.is_complete:
                    return b""
                raise ClientPayloadError(_NO_END)
            self._decompressor.feed(compressed)
        return data


async def given_back(response: ClientResponse) -> None:
    """Wait until aiohttp has given back the connection of a *response* that has been read to its end.

    Where an answer comes at once, that takes a turn of the loop, in which the next call would open another.
    """
    if response.connection is not None and response.content.is_eof():
        await asyncio.sleep(0)


def open_body(response: ClientResponse) -> Body:
    """Return what reads the body of *response*, decompressed."""
    decompressor = make_decompressor(response.headers)
    body = Body(response) if decompressor is None else CompressedBody(response, decompressor)
    if not is_framed(response):
        body.watch()  # from now on: once it has ended with its connection, nobody can say how that ended
    return body


def _retrieve(closed: asyncio.Future[None]) -> None:
    """Retrieve the exception that a connection ended with, so that asyncio does not log it as never retrieved."""
    if not closed.cancelled():
        closed.exception()


def is_framed(response: ClientResponse) -> bool:
    """Return whether the headers say where the body ends; otherwise it ends with the connection."""
    return "Content-Length" in response.headers or "Transfer-Encoding" in response.headers


class BodyTooLargeError(Exception):
    """The body of *response* is larger than its limit."""

    def __init__(self, response: ClientResponse) -> None:
        super().__init__()
        self.response = response


def decompress(response: ClientResponse, body: bytes, limit: int) -> bytes:
    """Return the whole *body* of *response* decompressed. Raises what `read_all` raises."""
    decompressor = make_decompressor(response.headers)
    if decompressor is None:
        return body
    decompressor.feed(body)
    pieces: list[bytes] = []
    left = limit
    while data := decompressor.take():
        left -= len(data)
        if left < 0:
            raise BodyTooLargeError(response)
        pieces.append(data)
    if not decompressor.is_complete:
        raise ClientPayloadError(_NO_END)
    return b"".join(pieces)


async def read_all(response: ClientResponse, limit: int, silence: float | None) -> bytes:
    """Return the whole body. Raises BodyTooLargeError beyond *limit* bytes after decompression, and what cut it.

    *silence*: seconds that may pass without a byte; None where aiohttp has been told.
    """
    body = open_body(response)
    if silence is not None:
        body.limit_silence(silence)
    pieces: list[bytes] = []
    left = limit
    try:
        while data := await body.read():
            left -= len(data)
            if left < 0:
                break
            pieces.append(data)
    except BaseException:
        body.close()
        raise
    if left < 0:
        body.close()
        raise BodyTooLargeError(response)
    return b"".join(pieces)


async def read_some(response: ClientResponse, limit: int, seconds: float) -> bytes:
    """Return up to about *limit* bytes of a body, or what arrives of it within *seconds*.

    The connection is free or closed afterwards.
    """
    body = open_body(response)
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(seconds):
            while size <= limit and (data := await body.read()):
                pieces.append(data)
                size += len(data)
    except Exception:  # noqa: BLE001 (the response has failed already: what arrived of its body has to do)
        body.close()
    except BaseException:
        body.close()
        raise
    if not response.content.is_eof():
        body.close()
    await given_back(response)
    return b"".join(pieces)
