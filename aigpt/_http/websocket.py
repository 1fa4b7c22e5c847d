"""A WebSocket over a session's connections. Knows no API.

A task reads what arrives, so that pings are answered and the end is noticed while nobody asks for the next message.
What nobody has asked for yet is bounded: where it grows too long, no more is read, and the server has to wait.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Final, NamedTuple, cast

from aiohttp import (
    ClientError,
    ClientHandlerType,
    ClientRequest,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ClientWebSocketResponse,
    ClientWSTimeout,
    WebSocketError,
    WSMessage,
    WSMsgType,
)
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from aigpt._http.aiohttp_internals import bytes_received_by, session_for_handshake
from aigpt._http.attempt import AttemptResult
from aigpt._http.cancellation import cancel_and_wait
from aigpt._http.redirects import target_within_origin

NORMAL: Final = 1000
GOING_AWAY: Final = 1001
NO_CODE: Final = 1005
LOST: Final = 1006
TOO_BIG: Final = 1009

_SWITCHING_PROTOCOLS = 101
_MAX_REDIRECTS = 3
_SECRETS = frozenset({"authorization", "api-key"})
_DATA = frozenset({WSMsgType.TEXT, WSMsgType.BINARY})
_ENDED_BY_AIOHTTP = frozenset({WSMsgType.CLOSING, WSMsgType.CLOSED})


class SocketOptions(NamedTuple):
    """How a WebSocket is opened, kept and closed."""

    protocols: tuple[str, ...] = ()
    """The subprotocols that are offered, the best first."""
    window_bits: int = 0
    """Of the compression that is offered (9 to 15); 0 for none."""
    message_bytes: int = 64 << 20
    """How large a message may be; 0 for any size."""
    kept_messages: int | None = 16
    """How many messages may wait to be asked for before no more is read; None for any number and size."""
    kept_messages_low: int = 4
    """With how many of them reading goes on."""
    kept_bytes: int = 1 << 20
    """How many bytes may wait likewise."""
    heartbeat: float | None = 20.0
    """Seconds without a byte after which the server is pinged; None for never."""
    pong_seconds: float | None = 20.0
    """Seconds that the answer to a ping may take; None for any time."""
    close_seconds: float = 10.0
    """Seconds that the closing may take."""
    write_limits: tuple[int | None, int | None] | None = None
    """Bytes of the write buffer above which sending waits, and below which it goes on."""


class SocketEnd(NamedTuple):
    """How a WebSocket ended."""

    code: int
    """The code of the closing frame; 1005 where it had none, 1006 where there was no such frame."""
    reason: str
    """The words of the closing frame, or ours where something else was the end."""
    by_us: bool = False
    """Whether this side has closed it, as it was asked to."""
    is_local: bool = False
    """Whether it ended with its client."""


class SocketClosedError(Exception):
    """The WebSocket has ended, and everything that arrived has been given."""


class RefusedError(Exception):
    """The server answered the handshake with something else. Its body is still to be read."""

    def __init__(self, response: ClientResponse) -> None:
        super().__init__()
        self.response = response


class _Handshake:
    """A middleware that adds the credentials, and keeps the response. Its repr shows nothing: it holds the key.

    aiohttp closes a response that refuses the handshake, with what the server says in it; so it is not handed on.
    """

    response: ClientResponse

    def __init__(self, secrets: Mapping[str, str]) -> None:
        self._secrets = secrets

    async def __call__(self, request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        request.headers.update(self._secrets)
        response = await handler(request)
        if response.status != _SWITCHING_PROTOCOLS:
            raise RefusedError(response)
        self.response = response
        return response


async def open_websocket(
    session: ClientSession, url: URL, headers: CIMultiDict[str], options: SocketOptions, seconds: float | None
) -> WebSocket:
    """Return an open WebSocket to *url*, over a connection of *session*'s pool. Redirects stay within the origin.

    Connecting may take so many *seconds*, the handshake as long as the caller waits for it.

    Raises RefusedError, and what aiohttp raises.
    """
    secrets = {name: value for name, value in headers.items() if name.lower() in _SECRETS}
    handshake = _Handshake(secrets)
    plain = CIMultiDict((name, value) for name, value in headers.items() if name not in secrets)
    over = session_for_handshake(session, handshake, ClientTimeout(total=None, sock_connect=seconds))
    try:
        for redirects in range(_MAX_REDIRECTS + 1):
            try:
                socket = await over.ws_connect(
                    url,
                    protocols=options.protocols,
                    headers=plain,
                    timeout=_closing_within(options.close_seconds),
                    autoping=False,  # aiohttp answers pings only while somebody asks for the next message
                    compress=options.window_bits,
                    max_msg_size=options.message_bytes,
                    decode_text=False,
                )
            except RefusedError as refused:
                target = target_within_origin(refused.response)
                if target is None or redirects == _MAX_REDIRECTS:
                    raise
                refused.response.close()
                url = target
            else:
                return WebSocket(socket, handshake.response, options)
    finally:
        over.detach()
    raise AssertionError  # the loop returns or raises


# aiohttp's type does not name its parameters.
_closing_within: Callable[[float], ClientWSTimeout] = partial(cast("Any", ClientWSTimeout), None)


class WebSocket:
    """An open WebSocket. One task at a time receives, any number send."""

    on_close: Callable[[], None] | None = None
    """Called once, when it ends."""
    on_end: Callable[[], None] | None = None
    """Called likewise."""
    end: SocketEnd | None = None
    """How it ended; None while it is open."""

    def __init__(self, socket: ClientWebSocketResponse[Any], response: ClientResponse, options: SocketOptions) -> None:
        self._socket = socket
        self._response = response
        self.headers: CIMultiDictProxy[str] = response.headers
        """Those of the response to the handshake."""
        self._options = options
        self._loop = asyncio.get_running_loop()
        connection = response.connection
        self._transport: Any = None if connection is None else connection.transport
        self._received = bytes_received_by(response)
        self._count = 0
        self._messages: deque[bytes] = deque()
        self._bytes = 0
        self._waiter: asyncio.Future[None] | None = None
        self._room: asyncio.Future[None] | None = None
        self._seen: object = None
        self._pinged_at: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._control: asyncio.Task[None] | None = None
        self._gone: asyncio.Event | None = None
        if options.write_limits is not None and self._transport is not None:
            self._transport.set_write_buffer_limits(*options.write_limits)
        self._pump = self._loop.create_task(self._read())
        self._watch()

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.end is not None

    @property
    def protocol(self) -> str | None:
        """The subprotocol that the server has chosen."""
        return self._socket.protocol

    def opened(self) -> AttemptResult:
        """Return the result of its handshake."""
        result = AttemptResult(None, None, self._response.status, self._response.headers)
        result.reader = self
        return result

    # ── messages ────────────────────────────────────────────────────────────────────────────────────────────────

    async def receive(self) -> bytes:
        """Return the next message. Where the wait is cancelled, nothing is lost.

        Raises SocketClosedError once it has ended and everything that arrived was given, RuntimeError where another
        task waits already.
        """
        while not self._messages:
            if self.end is not None:
                raise SocketClosedError
            if self._waiter is not None:
                raise RuntimeError("another task waits for the next message already; let one task receive")
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        message = self._messages.popleft()
        self._bytes -= len(message)
        if self._room is not None and self._has_room_again():
            _wake(self._room)
        return message

    async def send(self, message: str | bytes) -> None:
        """Send a text or binary message; wait while the server takes nothing and too much is on its way to it.

        Raises SocketClosedError where it has ended.
        """
        if self.end is not None:
            raise SocketClosedError
        try:
            if isinstance(message, str):
                await self._socket.send_str(message)
            else:
                await self._socket.send_bytes(message)
        except (ClientError, OSError):  # how it ended is found by who reads: more may have arrived before
            raise SocketClosedError from None
        if self.end is not None and not self.end.by_us:
            raise SocketClosedError

    # ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────

    async def close(self, code: int = NORMAL, reason: str = "", *, seconds: float | None = None) -> None:
        """Close it: tell the server, wait for its answer up to *seconds* (the options'), and let the connection go.

        Safe to call twice.
        """
        if self.end is not None and asyncio.get_running_loop() is not self._loop:
            return  # it ended with its loop
        limit = self._options.close_seconds if seconds is None else min(seconds, self._options.close_seconds)
        gone, self._gone = self._gone, self._gone or asyncio.Event()
        self._finish(SocketEnd(code, reason, by_us=True))
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(limit):
                    if gone is not None:
                        await gone.wait()
                    else:
                        await self._socket.close(code=code, message=reason.encode())
        finally:
            self._drop()
            self._gone.set()
            await cancel_and_wait([task for task in (self._pump, self._control) if task is not None])

    async def leave(self, reason: str, seconds: float) -> None:
        """Close it since the client is closed; who receives is told that *reason*, the server that we go away."""
        self._finish(SocketEnd(GOING_AWAY, reason, is_local=True))
        await self.close(GOING_AWAY, seconds=seconds)

    def abort(self, end: SocketEnd) -> None:
        """End it at once, without telling the server."""
        self._finish(end)
        self._drop()

    def _drop(self) -> None:
        """Let the connection go."""
        if self._transport is not None:
            if self._socket.close_code in {None, LOST}:
                self._transport.abort()  # else what the server does not take would keep it
            self._transport = None
        self._response.close()

    def _finish(self, end: SocketEnd) -> None:
        if self.end is not None:
            return
        self.end = end
        if self._timer is not None:
            self._timer.cancel()
        _wake(self._waiter)
        _wake(self._room)
        for told in (self.on_end, self.on_close):
            if told is not None:
                told()
        self.on_end = self.on_close = None

    # ── what arrives ────────────────────────────────────────────────────────────────────────────────────────────

    async def _read(self) -> None:
        """Keep what arrives until it is asked for, answer pings, and note the end."""
        while self.end is None:
            try:
                message: Any = await self._socket.receive()
            except Exception as exc:  # noqa: BLE001 (whatever it was, nothing more will arrive)
                message = WSMessage(WSMsgType.ERROR, exc, None)
            self._count += 1
            if message.type in _DATA:
                await self._keep(message.data)
            elif message.type is WSMsgType.PING:
                self._tell(partial(self._socket.pong, message.data))
            elif message.type is not WSMsgType.PONG and self.end is None:
                self.abort(self._end_of(message))

    async def _keep(self, message: bytes) -> None:
        """Keep *message*, and return when there is room for another."""
        self._messages.append(message)
        self._bytes += len(message)
        _wake(self._waiter)
        if self._is_full() and self.end is None:
            self._room = self._loop.create_future()
            try:
                await self._room
            finally:
                self._room = None

    def _is_full(self) -> bool:
        limit = self._options.kept_messages
        return limit is not None and (len(self._messages) >= limit or self._bytes >= self._options.kept_bytes)

    def _has_room_again(self) -> bool:
        return len(self._messages) <= self._options.kept_messages_low and self._bytes < self._options.kept_bytes

    def _end_of(self, message: Any) -> SocketEnd:
        """Return the end that a *message* of aiohttp stands for."""
        if message.type is WSMsgType.CLOSE:
            return SocketEnd(message.data or NO_CODE, message.extra or "")
        if message.type in _ENDED_BY_AIOHTTP:
            return SocketEnd(LOST, "the connection was lost")
        error = message.data
        if isinstance(error, WebSocketError):
            if error.code == TOO_BIG:
                size = self._options.message_bytes
                return SocketEnd(TOO_BIG, f"a message is larger than the {size} bytes that max_size allows")
            return SocketEnd(error.code, "the server broke the rules of WebSockets")
        return SocketEnd(LOST, f"the connection was lost ({type(error).__name__})")

    # ── the heartbeat ───────────────────────────────────────────────────────────────────────────────────────────

    def _watch(self) -> None:
        """Look after the connection every now and then, where there is a heartbeat."""
        heartbeat = self._options.heartbeat
        if heartbeat is not None:
            self._heard_at = self._loop.time()
            self._seen = self._received(), self._count
            self._look_seconds = min(heartbeat, self._options.pong_seconds or heartbeat)
            self._timer = self._loop.call_later(self._look_seconds, self._look, heartbeat)

    def _look(self, heartbeat: float) -> None:
        """Ping a server that has been silent for *heartbeat* seconds; end the connection where it does not answer."""
        now = self._loop.time()
        seen, self._seen = self._seen, (self._received(), self._count)
        limit = self._options.pong_seconds
        if seen != self._seen or self._room is not None:  # where nothing is read, no answer is
            self._heard_at, self._pinged_at = now, None
        elif self._pinged_at is not None and limit is not None:
            if now - self._pinged_at >= limit:
                self.abort(SocketEnd(LOST, f"the server did not answer a ping within {limit:g} s"))
                return
        elif now - (self._pinged_at or self._heard_at) >= heartbeat:
            self._tell(self._socket.ping)
            self._pinged_at = now
        self._timer = self._loop.call_later(self._look_seconds, self._look, heartbeat)

    def _tell(self, send: Callable[[], Any]) -> None:
        """Send a ping, or the answer to one; not while the last one waits until the server reads."""
        if self._control is None or self._control.done():
            self._control = self._loop.create_task(_quietly(send))


async def _quietly(send: Callable[[], Any]) -> None:
    with suppress(ClientError, OSError):  # the end is noticed by who reads
        await send()


def _wake(future: asyncio.Future[None] | None) -> None:
    if future is not None and not future.done():
        future.set_result(None)
