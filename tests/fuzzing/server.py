"""A server that sends exactly the bytes of a case, and says on which connections it was asked again."""

from __future__ import annotations

import asyncio
import re
import socket
import struct
from collections.abc import Iterable

from fuzzing.cases import Case

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)
_TURNS = 8
"""Of the event loop, in each of which it looks for what has arrived: enough for the client to act on a piece."""
_PROBE = b"/probe"
_NO_LINGER = struct.pack("ii", 1, 0)


def probe_answer(number: int) -> bytes:
    """Return the body of the answer to the *number*-th probe."""
    return b'{"probe": %d}' % number


class CaseServer:
    """Answers calls with the bytes of `case`, and those of the route ``probe/<number>`` as they should be."""

    def __init__(self) -> None:
        self.case = Case(b"")
        self.open: set[_Connection] = set()
        self.tasks: set[asyncio.Task[None]] = set()
        self.is_reused = False
        """Whether a connection that the case was sent on has been used again."""

    async def start(self) -> None:
        """Listen on a free port of this machine."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    async def close(self) -> None:
        """Close all connections, and listen no more."""
        self._server.close()
        self.drop()
        await self.sent()

    async def sent(self) -> None:
        """Return when all of the case has been sent, and has arrived."""
        if self.tasks:
            await asyncio.wait(self.tasks)
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    def drop(self) -> None:
        """Close all connections."""
        for task in self.tasks:
            task.cancel()
        for connection in tuple(self.open):
            connection.transport.abort()


class _Connection(asyncio.Protocol):
    transport: asyncio.Transport

    def __init__(self, server: CaseServer) -> None:
        self._server = server
        self._received = b""
        self._is_spent = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._server.open.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (asyncio's signature)
        self._server.open.discard(self)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, rest = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head + b"\r\n")
        if not end or len(rest) < int(length[1] if length else 0):
            return
        self._received = b""
        target = head.split(b" ", 2)[1]
        if self._is_spent:
            self._server.is_reused = True
        if _PROBE in target:
            body = probe_answer(int(target.rpartition(b"/")[2]))
            self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        else:
            self._is_spent = True
            case = self._server.case
            task = asyncio.get_running_loop().create_task(self._send(case.pieces(), case.ending))
            self._server.tasks.add(task)
            task.add_done_callback(self._server.tasks.discard)

    async def _send(self, pieces: Iterable[bytes], ending: str) -> None:
        for piece in pieces:
            if self.transport.is_closing():
                return
            self.transport.write(piece)
            for _ in range(_TURNS):
                await asyncio.sleep(0)
        if self.transport.is_closing():
            return
        if ending == "close":
            self.transport.close()
        elif ending == "reset":
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            self.transport.abort()
