"""An open event stream: bytes from the body, values from the decoder, checked by the dialect of the route."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol, cast, runtime_checkable

from aiohttp import ClientResponse

from aigpt._body import Body
from aigpt._call import Call
from aigpt._options import Limits
from aigpt._reply import SILENT, Failure, body_failure, exception_failure
from aigpt._silence import Silence, SilenceError
from aigpt._sse import ChunkDecoder

_DRAIN_SECONDS = 0.25


class Dialect(Protocol):
    """What a route's stream means: its order, its end, its text, and what it adds up to. No I/O."""

    ended: bool
    """Whether the end marker has come."""
    gaps: int
    """Values known to be missing."""
    ends_at_done: bool
    """Whether ``[DONE]`` is where its streams end, whatever the connection does; else it means nothing."""

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None]:
        """Look at the next *chunks*; return those that are good, and why the rest is not."""
        ...

    def at_eof(self) -> Failure | None:
        """Return why a stream may not end here; None if it may."""
        ...

    @property
    def complete(self) -> bool | None:
        """Whether all came: None where nothing tells."""
        ...

    def text(self, chunk: Any) -> str:
        """Return the text that *chunk* adds to the answer, if any."""
        ...

    def result(self) -> dict[str, Any]:
        """Return what all that came adds up to."""
        ...


@runtime_checkable
class SeveralTexts(Protocol):
    """What a `Dialect` has besides, where an answer may be written more than once, and the last one counts."""

    def is_new_text(self, chunk: Any) -> bool:
        """Return whether the text begins anew after *chunk*."""
        ...


class _StruckError(Exception):
    """The wait was ended by the interrupt."""


class EventSource:
    """The values of one open stream, in batches as they arrive.

    `failure` says what ended it, and `error_value` the object in which the server said so; both are set when the last
    good batch has been given out, not before.
    """

    _body: Body

    def __init__(self, dialect: Dialect, call: Call[Any], limits: Limits) -> None:
        self.dialect = dialect
        self.failure: Failure | None = None
        self.error_value: Any = None
        self.over = False
        self._decoder = ChunkDecoder(limits.event_bytes)
        self._call = call
        self._limits = limits
        self._silence = Silence(limits.idle, self._too_silent)
        self._ending: tuple[Failure | None, Any] | None = None
        self.on_close: Callable[[], None] | None = None
        """Called when it is closed, once its end is that of the call: not while another attempt may follow."""

    def open(self, response: ClientResponse) -> None:
        """Begin to read *response*. All that needs none has been made while it was under way."""
        body = self._body = Body(response)
        self._call.on_idle = body.close
        if self._limits.attempt is None and self._limits.silence < self._limits.idle:
            body.watch_bytes(self._limits.silence)

    def _too_silent(self) -> None:
        self._body.fail(SilenceError())

    async def batch(self) -> list[Any]:
        """Return the next values, waiting for them; an empty list at the end."""
        while not self.over:
            if self._ending is not None:
                self.failure, self.error_value = self._ending
                await self._wind_up()
                return []
            chunks = await self._next()
            if chunks:
                return chunks
        return []

    async def _next(self) -> list[Any]:
        try:
            data = self._body.at_hand() or await self._read()
        except Exception as exc:  # noqa: BLE001 (whatever it was, the stream has ended)
            self._ending = self._reason(exc), None
            return []
        if data:
            return self._accept(self._decoder.feed(data))
        chunks = self._accept(self._decoder.close())
        if self._ending is None:
            self._ending = self.dialect.at_eof(), None
        return chunks

    async def _read(self) -> bytes:
        self._silence.begin()
        try:
            with self._call:
                return await self._body.read()
        except asyncio.CancelledError:
            self.close()  # not by the interrupt, which takes its own back: the stream is left
            raise
        finally:
            self._silence.end()
        raise _StruckError

    def _reason(self, exc: Exception) -> Failure:
        if self._call.failure is not None:
            return self._call.failure
        return SILENT if isinstance(exc, SilenceError) else exception_failure(exc)

    def _accept(self, chunks: list[Any]) -> list[Any]:
        chunks, failure, value = _until_error(chunks)
        if chunks:
            self._silence.reset()
            chunks, disorder = self.dialect.take(chunks)
            if disorder is not None:
                failure, value = disorder, None
            elif self.dialect.ended:
                self._ending = None, None
                return chunks
        failure = failure or self._decoder.failure
        if failure is not None:
            self._ending = failure, value
        elif self._decoder.done and self.dialect.ends_at_done:
            self.dialect.ended = True
            self._ending = None, None
        return chunks

    async def _wind_up(self) -> None:
        """Leave the connection fit for the next call after a good end, closed after any other."""
        self.over = True
        try:
            if self.failure is None:
                await self._body.drain(_DRAIN_SECONDS)
        finally:
            self.close()

    async def leave(self) -> None:
        """End it, wherever it is."""
        if not self.over and self._ending is not None:
            self.failure, self.error_value = self._ending
            await self._wind_up()
        self.close()

    def close(self) -> None:
        """Close the connection, unless it has been read to its end, and let go of everything. Twice is fine."""
        self.over = True
        self._silence.cancel()
        self._body.close()
        self._call.on_idle = None
        self._call.leave()
        if self.on_close is not None:
            self.on_close()


def _until_error(chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
    """Return the *chunks* before the first that is an error, that error, and the object that says so."""
    for index, chunk in enumerate(chunks):
        if type(chunk) is dict and "error" in chunk:
            value = cast("dict[str, Any]", chunk)
            failure = body_failure(value)
            if failure is not None:
                return chunks[:index], failure, value
    return chunks, None, None
