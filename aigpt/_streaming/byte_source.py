"""An open response whose body is read as it is: bytes as they arrive, the end checked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp import ClientResponse

from aigpt._http.attempt import AttemptResult
from aigpt._http.body import Body, open_body
from aigpt._http.failure import Failure, exception_failure
from aigpt._http.request import Call

_DRAIN_SECONDS = 0.25


class ByteSource:
    """The bytes of one open response. `failure` says what ended it, once everything before that has been given."""

    response: ClientResponse
    _body: Body

    def __init__(self, call: Call[object]) -> None:
        self._call = call
        self.failure: Failure | None = None
        self.over: bool = False
        self.on_close: Callable[[], None] | None = None

    async def begin(self, response: ClientResponse) -> AttemptResult:
        """Take over *response*, and return the result of its attempt."""
        self.response = response
        body = self._body = open_body(response)
        self._call.on_idle = body.close
        silence = self._call.options.limits.silence_of_body
        if silence is not None:
            body.limit_silence(silence)
        result = AttemptResult(None, None, response.status, response.headers)
        result.reader = self
        return result

    async def read(self) -> bytes:
        """Return the next bytes, waiting for them; ``b""`` at the end, and then `failure` says whether it is good."""
        if self.over:
            return b""
        data = b""
        try:
            data = self._body.at_hand() or await self._wait()
        except Exception as exc:  # noqa: BLE001 (whatever it was, the body has ended)
            self.failure = self._call.failure or exception_failure(exc)
        if not data:
            self.close()
        return data

    async def _wait(self) -> bytes:
        try:
            with self._call:
                return await self._body.read()
        except asyncio.CancelledError:
            self.close()  # the call takes its own cancellation back: this one is from outside
            raise
        self.failure = self._call.failure
        return b""

    async def leave(self) -> None:
        """End it, wherever it is. A short rest is read, so that the connection can be used again."""
        if not self.over:
            await self._body.drain(_DRAIN_SECONDS)
        self.close()

    def release(self) -> ClientResponse:
        """Hand the open response on to another reader, which gives the call's place back."""
        self.over = True
        self._call.on_idle = None
        return self.response

    def close(self) -> None:
        """Close the connection, unless it has been read to its end, and release everything. Safe to call twice."""
        self.over = True
        self._body.close()
        self._call.on_idle = None
        self._call.release()
        if self.on_close is not None:
            self.on_close()
