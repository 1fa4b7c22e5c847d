"""The server's side of a connection: what it says of broken requests, how long it waits, how many it takes.

aiohttp's own logs a request that it cannot parse with its bytes, which may be an API key, and sends them back; it waits
for ever for the rest of a request; and where no descriptors are left, asyncio logs thousands of lines.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
import traceback
from pathlib import Path

import msgspec
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Handler

from aigpt._http.log_text import Places
from aigpt.local.web.refusals import BAD_REQUEST, CROWDED, FAULT

if sys.platform != "win32":
    import resource

__all__ = ["Connection", "Connections", "note_work"]

_HEAD_SECONDS = 30.0  # for the first request, or from the first byte of a further one, until its headers are here
_BODY_SECONDS = 60.0  # without a byte of a body of which the rest is awaited
_CHECK_SECONDS = 1.0  # between two looks at all connections
_REFUSED_SECONDS = 1.0  # for one too many to send the request that is refused
_HELD = 16  # connections that are refused so; more are closed at once
_BACKLOG = 128
_MOST = 10_000
_CLOSED_BY_CLIENT = (HttpProcessingError, ValueError, ConnectionError, web.RequestPayloadError)

_log = logging.getLogger("aigpt.local.connections")


def _without_content(record: logging.LogRecord) -> bool:
    """Leave of a record of aiohttp's what cannot contain anything that was sent."""
    error = record.exc_info[1] if record.exc_info else None
    record.exc_info = record.exc_text = None
    if error is None or isinstance(error, _CLOSED_BY_CLIENT):
        record.levelno, record.levelname = logging.DEBUG, "DEBUG"
        if error is not None:
            record.msg, record.args = "a request was refused: %s", (type(error).__name__,)
    else:
        place = Places("".join(traceback.format_tb(error.__traceback__)))
        record.msg, record.args = "a request failed: %s\n%s", (type(error).__name__, place)
    return _log.isEnabledFor(record.levelno)


_log.addFilter(_without_content)


class Connections:
    """The connections of a server with *runner*; makes each of them."""

    def __init__(self, runner: web.AppRunner) -> None:
        self._runner = runner
        self._open: set[Connection] = set()
        self._held: set[Connection] = set()
        self._server: asyncio.Server | None = None
        self._sweeper: asyncio.TimerHandle | None = None
        self.most: int
        self.most, spare = _room()
        # asyncio accepts so many before it tells of the first, and those that are closed go a moment later.
        self._batch = max(1, min(_BACKLOG, spare // 8))
        self._most_held = min(_HELD, spare // 8)

    async def listen(self, listening: socket.socket) -> None:
        """Take connections to the socket *listening*."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._make, sock=listening, backlog=self._batch)
        listening.listen(_BACKLOG)  # the system may keep more
        self._sweeper = loop.call_later(_CHECK_SECONDS, self._sweep)

    def close(self) -> None:
        """Take no more; those that are open are the runner's to close."""
        if self._server is not None:
            self._server.close()
        if self._sweeper is not None:
            self._sweeper.cancel()
        for connection in list(self._held):
            connection.force_close()

    def add(self, connection: Connection) -> bool:
        """Count *connection*; whether there is room for it."""
        if len(self._open) >= self.most:
            return False
        self._open.add(connection)
        return True

    def discard(self, connection: Connection) -> None:
        """Forget *connection*."""
        self._open.discard(connection)
        self._held.discard(connection)

    def hold(self, connection: Connection) -> bool:
        """Whether *connection*, one too many, may wait a moment to be told so."""
        if len(self._held) >= self._most_held:
            return False
        self._held.add(connection)
        return True

    def _make(self) -> Connection:
        if self._runner.server is None:
            raise RuntimeError("the runner has not been set up")
        return Connection(self, self._runner.server, asyncio.get_running_loop())

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        for connection in list(self._open):
            connection.check(now)
        self._sweeper = loop.call_later(_CHECK_SECONDS, self._sweep)


class Connection(web.RequestHandler):
    """One connection."""

    __slots__ = ("_connections", "_head_since", "_heard_at", "_refusal", "_working_at")

    def __init__(self, connections: Connections, manager: web.Server, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(manager, loop=loop, logger=_log, access_log=None)  # type: ignore[arg-type]
        self._connections = connections
        self._heard_at = 0.0
        self._head_since: float | None = None
        self._working_at: web.Request | None = None
        self._refusal: asyncio.TimerHandle | None = None

    def begin(self, request: web.Request) -> None:
        """Note that *request* is handled."""
        self._working_at, self._head_since = request, None
        self._heard_at = asyncio.get_running_loop().time()

    def end(self) -> None:
        """Note that it has been."""
        self._working_at = None

    def check(self, now: float) -> None:
        """Close the connection if what it should send is late at *now*."""
        transport = self.transport
        if not isinstance(transport, asyncio.Transport):
            return
        if self._working_at is None:
            late = self._head_since is not None and now - self._head_since > _HEAD_SECONDS
        elif self._working_at.content.is_eof() or not transport.is_reading():  # it is the server that takes its time
            self._heard_at, late = now, False
        else:
            late = now - self._heard_at > _BODY_SECONDS
        if late:
            _log.debug("a connection was closed: the rest of its request did not come")
            self.force_close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, or refuse it if there are too many."""
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("the transport is none of streams")
        loop = asyncio.get_running_loop()
        if self._connections.add(self):
            self._heard_at = self._head_since = loop.time()
            super().connection_made(transport)
        elif self._connections.hold(self):
            self._refusal = loop.call_later(_REFUSED_SECONDS, self._refuse, transport)
            super(web.RequestHandler, self).connection_made(transport)  # only notes the transport
        else:
            transport.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        """End."""
        self._connections.discard(self)
        if self._refusal is not None:
            self._refusal.cancel()
            self._refusal = None
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; a request that cannot be parsed at all ends the connection."""
        if self._refusal is not None:
            if isinstance(self.transport, asyncio.Transport):
                self._refuse(self.transport)
            return
        self._heard_at = asyncio.get_running_loop().time()
        if self._working_at is None and self._head_since is None:
            self._head_since = self._heard_at
        try:
            super().data_received(data)
        except ValueError:
            self._refuse_target()

    async def start(self) -> None:
        """Handle requests until the connection ends."""
        try:
            await super().start()
        except ValueError:
            self._refuse_target()

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        """Answer without a word of what was sent."""
        super().handle_error(request, status, exc, message)  # logs it, and raises if an answer was begun
        body = msgspec.json.encode(FAULT if status == web.HTTPInternalServerError.status_code else BAD_REQUEST)
        headers = {"X-Content-Type-Options": "nosniff"}
        response = web.Response(status=status, body=body, content_type="application/json", headers=headers)
        response.force_close()
        return response

    def _refuse_target(self) -> None:
        """Refuse a request whose target is no URL; some versions of aiohttp find that out later than others."""
        if isinstance(self.transport, asyncio.Transport) and self._working_at is None:
            self.transport.write(_response(b"400 Bad Request", BAD_REQUEST))
        self.force_close()

    def _refuse(self, transport: asyncio.Transport) -> None:
        transport.write(_response(b"503 Service Unavailable", CROWDED))
        transport.close()


@web.middleware
async def note_work(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Tell the connection of *request* what it works at. The first middleware."""
    connection = request.protocol
    if not isinstance(connection, Connection):
        return await handler(request)
    connection.begin(request)
    try:
        return await handler(request)
    finally:
        connection.end()


def _response(status: bytes, refusal: object) -> bytes:
    body = msgspec.json.encode(refusal)
    head = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
    return head % (status, len(body)) + body


def _room() -> tuple[int, int]:
    """Return how many connections to take, and how many descriptors are then left for everything else."""
    free = _descriptors()
    most = max(1, min(_MOST, free * 2 // 3))
    return most, max(0, free - most)


def _descriptors() -> int:
    """Return how many files this process can open besides those that it has."""
    if sys.platform == "win32":  # where sockets are not counted
        return 2 * _MOST
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if limit == resource.RLIM_INFINITY:
        return 2 * _MOST
    with contextlib.suppress(OSError):
        return max(1, limit - len(list(Path("/dev/fd").iterdir())))
    return max(1, limit * 3 // 4)
