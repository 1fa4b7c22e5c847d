"""Reads the body of a response and tells the truth about its end."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from aiohttp import ClientPayloadError, ClientResponse

_DRAIN_BYTES = 1 << 16


class Body:
    """The body of *response*, piece by piece: all that arrived, then what cut it.

    aiohttp alone leaves two gaps. Its parser tells nobody when the framing is broken in mid-body: the reader waits
    for ever; so the connection itself is watched. And an error throws away what had arrived before it; so that is
    fetched first.
    """

    __slots__ = ("_closed", "_content", "_error", "_response")

    def __init__(self, response: ClientResponse) -> None:
        self._response = response
        self._content = response.content
        self._error: Exception | None = None
        self._closed: asyncio.Future[None] | None = None

    def _watch(self) -> None:
        """Watch the connection while somebody waits for more of it."""
        connection = self._response.connection
        if not self._content.is_eof() and connection is not None and connection.protocol is not None:
            self._closed = connection.protocol.closed
            if self._closed is None:
                self._cut()
            else:
                self._closed.add_done_callback(self._lost)
                # The future outlives this body with its connection: whatever it comes to is nobody's surprise.
                self._closed.remove_done_callback(_retrieve)
                self._closed.add_done_callback(_retrieve)

    def _lost(self, _: asyncio.Future[None]) -> None:
        self._cut()

    def _cut(self) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            self._content.set_exception(ClientPayloadError("the connection was lost"))

    def at_hand(self) -> bytes:
        """Return what has arrived already; ``b""`` if that is nothing, or if `read` has more to say."""
        if self._error is not None or self._content.exception() is not None:
            return b""
        return self._content.read_nowait()

    async def read(self) -> bytes:
        """Return what has arrived, waiting for some; ``b""`` at a clean end.

        Raises what cut it, after all that came was given.
        """
        if self._error is not None:
            raise self._error
        content = self._content
        if self._closed is None:
            self._watch()
        try:
            # An empty piece is no end: a decompressor may have taken bytes and given none yet.
            while not (data := await content.readany()):
                if content.at_eof():
                    self._unwatch()
                    return b""
        except Exception as exc:
            data = self._salvage()
            if not data:
                raise
            self._error = exc
        return data

    def _salvage(self) -> bytes:
        content = self._content
        with suppress(Exception):
            content.set_exception(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            return content.read_nowait()
        return b""

    async def drain(self, seconds: float) -> None:
        """Read what is left, if it is little and comes soon, so that the connection can be used again.

        Else close it.
        """
        left = _DRAIN_BYTES
        try:
            async with asyncio.timeout(seconds):
                while left > 0 and (data := await self.read()):
                    left -= len(data)
        except Exception:  # noqa: BLE001 (what is left concerns nobody; the connection is closed)
            left = 0
        if left <= 0 or not self._content.is_eof():
            self.close()
        self._unwatch()

    def watch_bytes(self, seconds: float | None) -> None:
        """Have aiohttp end the wait for the next byte after so many *seconds*; None for never."""
        connection = self._response.connection
        if connection is not None and connection.protocol is not None and not self._content.is_eof():
            connection.protocol.read_timeout = seconds
            connection.protocol.start_timeout()

    def fail(self, exc: Exception) -> None:
        """Make whoever waits for the body get *exc*."""
        self._content.set_exception(exc)

    def close(self) -> None:
        """Close the connection, unless the body has been read to its end. Twice is fine."""
        self._unwatch()
        self._response.close()

    def _unwatch(self) -> None:
        if self._closed is not None:
            self._closed.remove_done_callback(self._lost)
            self._closed = None


def _retrieve(closed: asyncio.Future[None]) -> None:
    """Take note of the exception a connection ended with, so that asyncio does not complain that nobody did."""
    if not closed.cancelled():
        closed.exception()


class BodyTooLargeError(Exception):
    """A body is larger than its limit."""


async def read_all(response: ClientResponse, limit: int, silence: float | None) -> bytes:
    """Return the whole body. Raises BodyTooLargeError beyond *limit* bytes after decompression, and what cut it.

    *silence* is how many seconds it may go without a byte; None where aiohttp has been told.
    """
    body = Body(response)
    if silence is not None:
        body.watch_bytes(silence)
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
        raise BodyTooLargeError
    return b"".join(pieces)


async def read_some(response: ClientResponse, limit: int, seconds: float) -> bytes:
    """Return up to about *limit* bytes of a body that comes within *seconds*.

    The connection is free or closed afterwards.
    """
    body = Body(response)
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(seconds):
            while size <= limit and (data := await body.read()):
                pieces.append(data)
                size += len(data)
    except Exception:  # noqa: BLE001 (the answer has failed already: what there is of its body has to do)
        body.close()
    except BaseException:
        body.close()
        raise
    if not response.content.is_eof():
        body.close()
    return b"".join(pieces)
