"""An open event stream: bytes from the body, values from the decoder, checked by the protocol of the stream."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import ClientResponse

from aigpt._http.attempt import AttemptResult
from aigpt._http.body import Body, open_body
from aigpt._http.failure import IDLE, WEB_PAGE, Failure, FailureKind, exception_failure
from aigpt._http.request import Call
from aigpt._streaming.idle_timeout import IdleTimeoutError, IdleTimer
from aigpt._streaming.protocol import StreamProtocol
from aigpt._streaming.sse import ChunkDecoder

_DRAIN_SECONDS = 0.25
_SLICE_BYTES = 1 << 13


class _CancelledError(Exception):
    """The wait was ended by the call's own cancellation."""


class EventSource:
    """The values of one open stream, in batches as they arrive.

    `failure` says what ended it, and `error_value` the object in which the server reported it; both are set when the
    last good batch has been given out, not before. All that needs no response is made before the request is sent.
    """

    _body: Body

    def __init__(self, protocol: StreamProtocol, call: Call[Any]) -> None:
        limits = call.options.limits
        self.protocol = protocol
        self.failure: Failure | None = None
        self.error_value: Any = None
        self.over = False
        self._decoder = ChunkDecoder(
            limits.event_bytes,
            protocol.names_error,
            names_events=protocol.names_events,
            stops_at_done=protocol.ends_at_done,
        )
        self._call = call
        self._idle_timer = IdleTimer(limits.idle, self._time_out)
        self._ending: tuple[Failure | None, Any] | None = None
        self._unread = b""
        self._taken = 0
        self.on_close: Callable[[], None] | None = None
        """Called when it is closed, once no other attempt may follow."""

    async def begin(self, response: ClientResponse) -> AttemptResult:
        """Read *response* up to its first values, and return them as the attempt's result; or why there are none."""
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.close()
            self._call.release()
            self.over = True
            return AttemptResult(WEB_PAGE, None, response.status, response.headers)
        body = self._body = open_body(response)
        self._call.on_idle = body.close
        limits = self._call.options.limits
        silence = limits.silence_of_body
        if silence is not None and silence < limits.idle:
            body.limit_silence(silence)
        first = await self.batch()
        if not first and self.failure is not None:
            return AttemptResult(self.failure, self.error_value, response.status, response.headers)
        result = AttemptResult(None, first, response.status, response.headers)
        result.reader = self
        return result

    def _time_out(self) -> None:
        self._body.fail(IdleTimeoutError())

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
            data = self._slice() if self._unread else self._body.at_hand() or await self._read()
            if len(data) > _SLICE_BYTES:
                self._unread = data
                self._taken = 0
                data = self._slice()
        except Exception as exc:  # noqa: BLE001 (whatever it was, the stream has ended)
            self._ending = self._unless_whole(self._reason(exc)), None
            return []
        try:
            if data:
                return self._accept(self._decoder.feed(data))
        except Exception as exc:  # noqa: BLE001 (no value may leave the stream open, whatever it makes of its protocol)
            self._ending = exception_failure(exc), None
            return []
        chunks = self._accept(self._decoder.close())
        if self._ending is None:
            self._ending = self.protocol.at_eof(is_framed=self._body.is_framed), None
        return chunks

    def _unless_whole(self, reason: Failure) -> Failure | None:
        """Return the *reason* why the body stopped; None where that broke no framing, and all that counts had come."""
        if reason.kind is FailureKind.CONNECTION and self.protocol.may_be_cut and not self._body.is_framed:
            return self.protocol.at_eof(is_framed=False)
        return reason

    def _slice(self) -> bytes:
        """Return the next few events of what was read at once.

        Values that wait in a long batch would be looked at again and again by Python's cycle collector.
        """
        data, start = self._unread, self._taken
        end = data.rfind(b"\n\n", start, start + _SLICE_BYTES) + 2
        if end < start + 2 or start + _SLICE_BYTES >= len(data):
            end = min(len(data), start + _SLICE_BYTES)
        self._taken = end
        if end == len(data):
            self._unread = b""
        return data[start:end]

    async def _read(self) -> bytes:
        self._idle_timer.begin()
        try:
            with self._call:
                return await self._body.read()
        except asyncio.CancelledError:
            self.close()  # the call takes its own cancellation back: this one is from outside
            raise
        finally:
            self._idle_timer.end()
        raise _CancelledError

    def _reason(self, exc: Exception) -> Failure:
        if self._call.failure is not None:
            return self._call.failure
        return IDLE if isinstance(exc, IdleTimeoutError) else exception_failure(exc)

    def _accept(self, chunks: list[Any]) -> list[Any]:
        failure, value = None, None
        if chunks:
            taken, failure, value = self.protocol.take(chunks)
            if taken or failure is None:
                self._idle_timer.reset()
            if failure is None and self.protocol.ended:
                self._ending = None, None
                return taken
            chunks = taken
        failure = failure or self._decoder.failure
        if failure is not None:
            self._ending = self._unless_whole(failure), value
        elif self._decoder.done and self.protocol.ends_at_done:
            self.protocol.ended = True
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
        """Close the connection, unless it has been read to its end, and release everything. Safe to call twice."""
        self.over = True
        self._idle_timer.cancel()
        self._body.close()
        self._call.on_idle = None
        self._call.release()
        if self.on_close is not None:
            self.on_close()
