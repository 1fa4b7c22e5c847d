"""One TCP connection: requests are read, and their answers played, one after the other."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import sys
from collections import deque
from collections.abc import Iterable
from typing import Protocol, cast

from aigpt.testing.requests import BadRequest, Call, Request, RequestReader, route_of
from aigpt.testing.responses import head
from aigpt.testing.steps import Answer, Gate, Pause, Step

_DELIVERY = 1.0  # s, the patience with a client that does not read before it is reset all the same


class Owner(Protocol):
    """What a connection asks of its server."""

    def opened(self, connection: Connection) -> int:
        """Note a new connection and give it its number."""
        ...

    def lost(self, connection: Connection) -> None:
        """Note that a connection is gone."""
        ...

    def answer(self, call: Call) -> Answer:
        """Choose the answer to a call."""
        ...

    def complain(self, about: str, error: Exception) -> None:
        """Note what the test is to be told at its end."""
        ...


class Connection(asyncio.Protocol):
    """The server's end of a connection."""

    _transport: asyncio.Transport
    number: int

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._loop = asyncio.get_running_loop()
        self._reader = RequestReader()
        self._waiting: deque[Request] = deque()
        self._gone = asyncio.Event()
        self._playing: asyncio.Task[None] | None = None
        self._blocked: asyncio.Future[None] | None = None  # while the client does not read

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a number from the server."""
        self._transport = cast("asyncio.Transport", transport)
        # No bytes may wait, so that waiting for the client is waiting for all to go. TLS pauses at the limit,
        # plain transports above it.
        limit = 0 if transport.get_extra_info("sslcontext") is None else 1
        self._transport.set_write_buffer_limits(limit, 0)
        self.number = self._owner.opened(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 why it went is the client's affair
        """Cancel the response under way and tell the server."""
        self._gone.set()
        if self._playing is not None:
            self._playing.cancel()
        self._owner.lost(self)

    def pause_writing(self) -> None:
        """Have `_send` wait: the client does not read."""
        self._blocked = self._loop.create_future()

    def resume_writing(self) -> None:
        """Let `_send` go on."""
        if self._blocked is not None and not self._blocked.done():
            self._blocked.set_result(None)
        self._blocked = None

    def data_received(self, data: bytes) -> None:
        """Answer the requests that *data* completes."""
        try:
            self._waiting.extend(self._reader.feed(data))
        except BadRequest as error:
            self._owner.complain(f"connection {self.number}", error)
            self._transport.write(head(400, None, {"Content-Length": "0", "Connection": "close"}))
            self._transport.close()
        else:
            self._answer_waiting()

    def cut(self, *, reset: bool = False) -> None:
        """End the connection now: what is not sent yet is lost."""
        if reset:
            _forget_politeness(self._transport)
        self._transport.abort()

    async def ended(self) -> None:
        """Return when the connection is gone and nothing of it runs any more."""
        await self._gone.wait()
        if self._playing is not None:
            await asyncio.wait([self._playing])

    def _answer_waiting(self) -> None:
        while self._waiting and self._playing is None and not self._transport.is_closing():
            request = self._waiting.popleft()
            answer = self._owner.answer(request.as_call(self.number))
            if isinstance(answer, bytes):
                self._transport.write(answer)
                if not request.keep_alive:
                    self._transport.close()
            else:
                self._playing = self._loop.create_task(self._play(answer, request))
                self._playing.add_done_callback(self._played)

    async def _play(self, steps: Iterable[Step], request: Request) -> None:
        try:
            for step in steps:
                await self._take(step)
                if self._transport.is_closing():
                    return
        except Exception as error:  # noqa: BLE001 a script is the test's code: the test is told
            self._owner.complain(route_of(request.path), error)
            self._transport.abort()
        if not request.keep_alive:
            self._transport.close()

    async def _take(self, step: Step) -> None:
        if isinstance(step, bytes):
            await self._send(step)
        elif isinstance(step, Pause):
            await asyncio.sleep(step.seconds)
        elif isinstance(step, Gate):
            await step.pass_through()
        elif step == "hang":
            await self._loop.create_future()
        elif step == "reset":
            await self._delivered()
            self.cut(reset=True)
        else:
            self._transport.close()

    async def _send(self, data: bytes) -> None:
        self._transport.write(data)
        if self._blocked is not None:
            await self._blocked
        else:
            await asyncio.sleep(0)  # let the loop see whether the client has gone

    async def _delivered(self) -> None:
        """Wait until the client's side has everything: a reset takes back what has not arrived."""
        sock = self._transport.get_extra_info("socket")
        deadline = self._loop.time() + _DELIVERY
        while unacknowledged(sock.fileno()) and self._loop.time() < deadline:  # noqa: ASYNC110 no event tells it
            await asyncio.sleep(0.001)

    def _played(self, task: asyncio.Task[None]) -> None:
        self._playing = None
        if not task.cancelled():
            self._answer_waiting()


def unacknowledged(descriptor: int) -> int:
    """Return how many bytes sent over a socket have not reached the other side; 0 where nobody can tell."""
    try:
        import fcntl  # noqa: PLC0415 not on Windows
        import termios  # noqa: PLC0415 likewise

        return int.from_bytes(fcntl.ioctl(descriptor, termios.TIOCOUTQ, bytes(4)), sys.byteorder)
    except (ImportError, OSError, ValueError):  # no such call here, or the socket is closed
        return 0


def _forget_politeness(transport: asyncio.Transport) -> None:
    """Have the socket send RST instead of FIN when it is closed."""
    sock = cast("socket.socket", transport.get_extra_info("socket"))
    with contextlib.suppress(OSError):  # the client was quicker
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
