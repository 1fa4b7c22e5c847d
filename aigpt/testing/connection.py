"""One TCP connection: requests are read, and their responses sent, one after the other."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import cast

from aigpt.testing.faults import abort, play_ending
from aigpt.testing.requests import BadRequest, Call, Request, RequestReader, route_of
from aigpt.testing.responses import Response, Step, encode_head
from aigpt.testing.steps import Gate, Pause


@dataclass(frozen=True, slots=True)
class ServerCallbacks:
    """What a connection calls its server for."""

    opened: Callable[[Connection], int]
    """Register a new connection and return its number."""
    closed: Callable[[Connection], None]
    respond: Callable[[Call], Response]
    report: Callable[[str, Exception], None]
    """Report an error, and where it happened, to the test."""


class Connection(asyncio.Protocol):
    """The server's end of a connection."""

    _transport: asyncio.Transport
    number: int

    def __init__(self, server: ServerCallbacks) -> None:
        self._server = server
        self._loop = asyncio.get_running_loop()
        self._reader = RequestReader()
        self._waiting: deque[Request] = deque()
        self._closed = asyncio.Event()
        self._responding: asyncio.Task[None] | None = None
        self._writable: asyncio.Future[None] | None = None  # pending while the client does not read

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a number from the server."""
        self._transport = cast("asyncio.Transport", transport)
        # Nothing may stay in the buffer, so that `_send` waits until all is sent. TLS transports pause at the limit,
        # plain ones above it.
        limit = 0 if transport.get_extra_info("sslcontext") is None else 1
        self._transport.set_write_buffer_limits(limit, 0)
        self.number = self._server.opened(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (asyncio's signature)
        """Cancel the response under way and tell the server."""
        self._closed.set()
        if self._responding is not None:
            self._responding.cancel()
        self._server.closed(self)

    def pause_writing(self) -> None:
        """Have `_send` wait until the client reads."""
        self._writable = self._loop.create_future()

    def resume_writing(self) -> None:
        """Let `_send` continue."""
        if self._writable is not None and not self._writable.done():
            self._writable.set_result(None)
        self._writable = None

    def data_received(self, data: bytes) -> None:
        """Respond to the requests that *data* completes."""
        try:
            self._waiting.extend(self._reader.feed(data))
        except BadRequest as error:
            self._server.report(f"connection {self.number}", error)
            self._transport.write(encode_head(400, None, {"Content-Length": "0", "Connection": "close"}))
            self._transport.close()
        else:
            self._respond_to_waiting()

    def cut(self, *, reset: bool = False) -> None:
        """Close the connection now. What has not been sent is lost."""
        abort(self._transport, reset=reset)

    def send_if_idle(self, data: bytes) -> bool:
        """Send *data* unless a response is under way; return whether it was sent."""
        if self._responding is not None or self._transport.is_closing():
            return False
        self._transport.write(data)
        return True

    async def wait_closed(self) -> None:
        """Return when the connection is closed and its last task has ended."""
        await self._closed.wait()
        if self._responding is not None:
            await asyncio.wait([self._responding])

    def _respond_to_waiting(self) -> None:
        while self._waiting and self._responding is None and not self._transport.is_closing():
            request = self._waiting.popleft()
            response = self._server.respond(request.as_call(self.number))
            if isinstance(response, bytes):
                self._transport.write(response)
                if not request.keep_alive:
                    self._transport.close()
            else:
                self._responding = self._loop.create_task(self._play(response, request))
                self._responding.add_done_callback(self._response_ended)

    async def _play(self, steps: Iterable[Step] | AsyncGenerator[Step], request: Request) -> None:
        try:
            if isinstance(steps, AsyncGenerator):
                async with aclosing(steps):
                    async for step in steps:
                        await self._play_step(step)
                        if self._transport.is_closing():
                            return
            else:
                for step in steps:
                    await self._play_step(step)
                    if self._transport.is_closing():
                        return
        except Exception as error:  # noqa: BLE001 (a script is code of the test, which is told)
            self._server.report(route_of(request.path), error)
            self._transport.abort()
        if not request.keep_alive:
            self._transport.close()

    async def _play_step(self, step: Step) -> None:
        if isinstance(step, bytes):
            await self._send(step)
        elif isinstance(step, Pause):
            await asyncio.sleep(step.seconds)
        elif isinstance(step, Gate):
            await step.pass_through()
        else:
            await play_ending(step, self._transport)

    async def _send(self, data: bytes) -> None:
        self._transport.write(data)
        if self._writable is not None:
            await self._writable
        else:
            await asyncio.sleep(0)  # let the event loop notice a client that has closed the connection

    def _response_ended(self, task: asyncio.Task[None]) -> None:
        self._responding = None
        if not task.cancelled():
            self._respond_to_waiting()
