"""Connections of events over a WebSocket: what realtime, translations and responses share."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable
from types import TracebackType
from typing import Any, ClassVar, Generic, Self, TypeVar, cast, overload

from aigpt._http.checks import check_whole
from aigpt._http.json_codec import parse_json
from aigpt._http.log import logger
from aigpt._http.websocket import GOING_AWAY, LOST, NO_CODE, NORMAL, SocketClosedError, SocketEnd, WebSocket
from aigpt.openai._endpoint import wrapper_for
from aigpt.openai._entering import AsyncEnteredFirst
from aigpt.openai._errors import (
    APIResponseValidationError,
    OpenAIError,
    OutputMismatchError,
    WebSocketConnectionClosedError,
)
from aigpt.openai._event_handlers import EVERY_EVENT, EventHandlers, Handler
from aigpt.openai._options import own_errors
from aigpt.openai._reconnecting import Reconnecting, SendQueue, check_overrides, check_reconnecting
from aigpt.openai._sender import Sender
from aigpt.openai._socket_opener import SocketOpener, check_closing, encode_event
from aigpt.openai._types import Headers, Query
from aigpt.openai.types.websocket_reconnection import ReconnectingEvent

ServerT_co = TypeVar("ServerT_co", covariant=True)
ClientT_contra = TypeVar("ClientT_contra", contravariant=True)
ConnectionT = TypeVar("ConnectionT", bound="AsyncEventConnection[Any, Any]")
HandlerT = TypeVar("HandlerT", bound=Handler)

Ask = Callable[[ReconnectingEvent], Awaitable[object]]
"""Asks the program's `on_reconnecting`, wherever that runs."""

_NORMAL_ENDS = frozenset({NORMAL, GOING_AWAY, NO_CODE})
_NOT_JSON = (
    "The message is not what the API promises: it is not JSON, or nested too deep. The connection is still open."
)
_NO_EVENT = "The message is not what the API promises: it is JSON, but no event. The connection is still open."
# What a server says to whoever connects, and what is no answer to anything.
_NO_PROGRESS = frozenset({"", "error", "session.created"})


class WithHandlers:
    """What has handlers of events: a connection, and what opens one."""

    _handlers: EventHandlers

    @overload
    def on(self, event_type: str, handler: None = None) -> Callable[[HandlerT], HandlerT]: ...
    @overload
    def on(self, event_type: str, handler: Handler) -> Self: ...
    def on(self, event_type: str, handler: Handler | None = None) -> Any:
        """Have *handler* called by `dispatch_events` with each event of a type; of every type for ``"event"``.

        Returns the connection; without a *handler*, a decorator of one.
        """
        return self._add(event_type, handler, once=False)

    @overload
    def once(self, event_type: str, handler: None = None) -> Callable[[HandlerT], HandlerT]: ...
    @overload
    def once(self, event_type: str, handler: Handler) -> Self: ...
    def once(self, event_type: str, handler: Handler | None = None) -> Any:
        """Have *handler* called with the next event of a type alone; see `on`."""
        return self._add(event_type, handler, once=True)

    def off(self, event_type: str, handler: Handler) -> Self:
        """Take away one *handler* of a type. Returns the connection."""
        self._handlers.remove(event_type, handler)
        return self

    def _add(self, event_type: str, handler: Handler | None, *, once: bool) -> Any:
        if handler is not None:
            self._handlers.add(event_type, handler, once=once)
            return self

        def decorate(function: HandlerT) -> HandlerT:
            self._handlers.add(event_type, function, once=once)
            return function

        return decorate


class AsyncEventConnection(WithHandlers, Generic[ServerT_co, ClientT_contra]):
    """An open connection: ``async for event in connection``. One task receives, any number may send.

    Errors of the API come as events of the type ``error``, and the connection stays open. A closing with one of the
    codes 1000, 1001 and 1005 ends the iteration; any other end raises `WebSocketConnectionClosedError`.
    """

    _events: ClassVar[str]
    """What the events are, in the notation of an `Endpoint`."""

    def __init__(
        self,
        opener: SocketOpener,
        socket: WebSocket,
        *,
        extras: tuple[Query, Headers],
        reconnecting: Reconnecting,
        ask: Ask,
        queue: SendQueue,
    ) -> None:
        self._opener = opener
        self._socket = socket
        self._extras = extras
        self._reconnecting = reconnecting
        self._ask = ask
        self._queue = queue
        self._handlers = EventHandlers()
        self._attempts = 0
        """Of reconnecting, since the last event that was neither an error nor a greeting."""
        self._is_reconnecting = False
        self._is_closed = False
        self._wrap = wrapper_for(self._events)

    # ── receiving ───────────────────────────────────────────────────────────────────────────────────────────────

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ServerT_co:
        while True:
            try:
                return await self.recv()
            except WebSocketConnectionClosedError as error:
                if await self._reconnect(error.code):
                    continue
                unsent = self._queue.drain()
                if unsent:
                    raise closed_error(self.end(), unsent) from None
                if self._is_good_end():
                    raise StopAsyncIteration from None
                raise

    async def recv(self) -> ServerT_co:
        """Return the next event. Where the wait is cancelled, no event is lost.

        Raises WebSocketConnectionClosedError once the connection has ended and all events were given;
        APIResponseValidationError for a message that is no event, after which the connection is still open;
        RuntimeError where another task receives already.
        """
        return self.parse_event(await self.recv_bytes())

    async def recv_bytes(self) -> bytes:
        """Return the next message as it came; `parse_event` makes an event of it. Raises what `recv` raises."""
        try:
            message = await self._socket.receive()
        except SocketClosedError:
            raise closed_error(self.end()) from None
        if self._attempts and _is_progress(message):
            self._attempts = 0
        return message

    def parse_event(self, data: str | bytes) -> ServerT_co:
        """Return the event in a message. Raises APIResponseValidationError where it is not JSON, or no object."""
        try:
            value = parse_json(data.encode() if isinstance(data, str) else data)
        except (ValueError, RecursionError):
            raise APIResponseValidationError(self._opener.response, None, message=_NOT_JSON) from None
        if not isinstance(value, dict):
            raise APIResponseValidationError(self._opener.response, None, message=_NO_EVENT)
        return cast("ServerT_co", self._wrap(value))

    @staticmethod
    def audio_bytes(event: object) -> bytes:
        """Return the audio in *event*, where that is a delta of audio; ``b""`` for any other event.

        Raises OutputMismatchError where it is not base64.
        """
        return audio_bytes(event)

    async def dispatch_events(self) -> None:
        """Call the handlers of each event, plain or async, until the connection ends.

        Raises OpenAIError for an ``error`` event that no handler takes, and what the iteration raises.
        """
        async for event in self:
            for handler in handlers_of(self._handlers, event):
                result = handler(event)
                if isawaitable(result):
                    await result

    # ── sending ─────────────────────────────────────────────────────────────────────────────────────────────────

    async def send(self, event: ClientT_contra) -> None:
        """Send *event*, a dict or a model. `audio` in it may be bytes, which are sent in base64.

        Waits while the server takes nothing. Raises TypeError or ValueError for what is no event,
        WebSocketConnectionClosedError where the connection has ended, with the message among its `unsent_messages`.
        """
        await self.send_raw(encode_event(event))

    async def send_raw(self, data: bytes | str) -> None:
        """Send a message as it is: text, or bytes as a binary message. Raises what `send` raises."""
        if self._is_reconnecting:
            self._queue.add(data)
            return
        try:
            await self._socket.send(data)
        except SocketClosedError:
            raise closed_error(self.end(), [data]) from None

    # ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────

    async def close(self, *, code: int = NORMAL, reason: str = "") -> None:
        """Close the connection, which takes up to `close_timeout` (10 s). Safe to call twice.

        Raises ValueError for a *code* or *reason* that no closing frame can have.
        """
        check_closing(code, reason)
        self._is_closed = True
        await self._socket.close(code, reason)

    @property
    def is_closed(self) -> bool:
        """Whether the connection has ended. What arrived before can still be received."""
        return self._socket.over and not self._is_reconnecting

    @property
    def close_code(self) -> int | None:
        """The code that it ended with, as that of `WebSocketConnectionClosedError`; None while it is open."""
        return None if self._socket.end is None else self._socket.end.code

    @property
    def close_reason(self) -> str | None:
        """Why it ended; None while it is open."""
        return None if self._socket.end is None else self._socket.end.reason

    @property
    def subprotocol(self) -> str | None:
        """The one of the `subprotocols` that the server has chosen."""
        return self._socket.protocol

    def end(self) -> SocketEnd:
        """Return how it ended; that it was lost, where nothing says so yet."""
        return self._socket.end or SocketEnd(LOST, "the connection was lost")

    def _is_good_end(self) -> bool:
        end = self.end()
        return end.by_us or (end.code in _NORMAL_ENDS and not end.is_local)

    def __repr__(self) -> str:
        state = "open" if self._socket.end is None else f"closed, code {self._socket.end.code}"
        return f"<{type(self).__name__} {state}>"

    # ── another connection in its place ─────────────────────────────────────────────────────────────────────────

    async def _reconnect(self, code: int) -> bool:
        """Open another connection after the loss of this one; return whether there is one."""
        if self._is_closed or self.end().by_us or self.end().is_local or not self._reconnecting.may_mend(code):
            return False
        self._is_reconnecting = True
        try:
            while self._attempts < self._reconnecting.max_retries and not self._is_closed:
                self._attempts += 1
                if not await self._prepare_attempt(code):
                    return False
                try:
                    socket = await self._opener.open(*self._extras, once=True)
                except OpenAIError:
                    continue
                if await self._take(socket):
                    logger.info("reconnected to the WebSocket")
                    return True
        finally:
            self._is_reconnecting = False
        return False

    async def _prepare_attempt(self, code: int) -> bool:
        """Ask the program, and wait; return whether there is to be an attempt."""
        delay = self._reconnecting.delay(self._attempts)
        query, headers = self._extras
        overrides = check_overrides(
            await self._ask(self._reconnecting.event(self._attempts, delay, code, query, headers))
        )
        if overrides.get("abort"):
            return False
        self._extras = overrides.get("extra_query", query), overrides.get("extra_headers", headers)
        logger.info("reconnecting to the WebSocket in %.1f s, attempt %d", delay, self._attempts)
        await asyncio.sleep(delay)
        return not self._is_closed

    async def _take(self, socket: WebSocket) -> bool:
        """Go on with *socket*, and send what was queued; return False where it is closed before that is done."""
        if self._is_closed:
            await socket.close()
            return False
        self._socket = socket
        try:
            await self.flush()
        except SocketClosedError:
            return False
        self._is_reconnecting = False  # with no await since the queue was seen empty
        return not self._is_closed

    async def flush(self) -> None:
        """Send what was queued. Raises SocketClosedError where the connection ends before that is done."""
        while self._queue:
            await self._socket.send(self._queue.first())
            self._queue.drop_first()


def closed_error(end: SocketEnd, unsent: list[str | bytes] | None = None) -> WebSocketConnectionClosedError:
    """Return the exception of a connection that has ended, with the messages that were not sent."""
    how = "is closed" if end.by_us else "was lost" if end.code == LOST else "was closed"
    reason = end.reason.removeprefix("the connection was lost").strip(" ()") if end.code == LOST else end.reason
    why = f": {reason}" if reason else ""
    also = "; messages were not sent" if unsent else ""
    message = f"The connection {how} (code {end.code}){why}{also}."
    return WebSocketConnectionClosedError(message, unsent_messages=unsent or (), code=end.code, reason=end.reason)


def _is_progress(message: bytes) -> bool:
    """Return whether *message* is an event that is neither an error nor what each new connection begins with.

    Else a server that greets and drops whoever connects would be connected to for ever.
    """
    try:
        value: object = parse_json(message)
    except (ValueError, RecursionError):
        return False
    kind = cast("Mapping[str, object]", value).get("type") if isinstance(value, Mapping) else None
    return isinstance(kind, str) and kind not in _NO_PROGRESS


def handlers_of(handlers: EventHandlers, event: object) -> list[Handler]:
    """Return what is called with *event*. Raises OpenAIError for an error that nobody takes."""
    kind = getattr(event, "type", None)
    found = handlers.take(kind) if isinstance(kind, str) else []
    found += handlers.take(EVERY_EVENT)
    if kind == "error" and not found:
        error: object = getattr(event, "error", None)
        said = getattr(error, "message", None)
        raise OpenAIError(f"the server reports an error: {said}" if said else "the server reports an error")
    return found


def audio_bytes(event: object) -> bytes:
    """Return the audio in *event*, where that is a delta of audio; ``b""`` for any other event.

    Raises OutputMismatchError where it is not base64.
    """
    kind, delta = getattr(event, "type", None), getattr(event, "delta", None)
    if isinstance(kind, str) and kind.endswith("audio.delta") and isinstance(delta, str):
        try:
            return b64decode(delta)
        except ValueError:
            raise OutputMismatchError(f"the audio of an event {kind} is not base64") from None
    return b""


class ManagerOptions(WithHandlers):
    """What opens a connection: its options, the messages that are sent first, the handlers it begins with."""

    _path: ClassVar[str]

    def __init__(
        self,
        sender: Sender,
        query: Mapping[str, object],
        *,
        extra_query: Query | None,
        extra_headers: Headers | None,
        websocket_connection_options: object,
        on_reconnecting: Callable[[ReconnectingEvent], Any] | None,
        max_retries: int,
        initial_delay: float,
        max_delay: float,
        max_queue_size: int,
    ) -> None:
        self._opener = SocketOpener(sender, self._path, query, websocket_connection_options)
        self._extras: tuple[Query, Headers] = (extra_query or {}, extra_headers or {})
        self._opener.prepare(*self._extras)  # for its checks
        self._reconnecting = check_reconnecting(on_reconnecting, max_retries, initial_delay, max_delay)
        with own_errors():
            self._queue = SendQueue(check_whole("max_queue_size", max_queue_size, 0))
        self._handlers = EventHandlers()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._path}>"

    async def connect(self, kind: type[ConnectionT], ask: Ask) -> ConnectionT:
        """Return an open connection, to which all that was queued has been sent."""
        socket = await self._opener.open(*self._extras)
        connection = kind(
            self._opener, socket, extras=self._extras, reconnecting=self._reconnecting, ask=ask, queue=self._queue
        )
        self._handlers.move_to(connection._handlers)  # noqa: SLF001 (one with its opener)
        try:
            await connection.flush()
        except SocketClosedError:
            raise closed_error(connection.end(), self._queue.drain()) from None
        except BaseException:
            await connection.close()
            raise
        return connection


class AsyncConnectionManager(ManagerOptions, AsyncEnteredFirst, Generic[ConnectionT, ClientT_contra]):
    """Opens a connection and closes it: ``async with client.realtime.connect(…) as connection``."""

    _how = "async with … as connection"
    _connection_class: ClassVar[type[AsyncEventConnection[Any, Any]]]
    _connection: ConnectionT | None = None

    def send(self, event: ClientT_contra) -> None:
        """Queue *event*, to be sent as soon as the connection is open.

        Raises TypeError or ValueError for what is no event, WebSocketQueueFullError beyond `max_queue_size`.
        """
        self._queue.add(encode_event(event))

    async def enter(self) -> ConnectionT:
        """Open the connection, which the caller closes.

        Raises what a call raises that is answered likewise: `AuthenticationError`, `RateLimitError`,
        `APIConnectionError`, `APITimeoutError` …
        """
        kind = cast("type[ConnectionT]", self._connection_class)
        self._connection = await self.connect(kind, self._ask)
        return self._connection

    async def __aenter__(self) -> ConnectionT:
        return await self.enter()

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        if self._connection is not None:
            await self._connection.close()

    async def _ask(self, event: ReconnectingEvent) -> object:
        ask = self._reconnecting.on_reconnecting
        assert ask is not None  # noqa: S101 (else nothing is reconnected)
        result: object = ask(event)
        return await result if isawaitable(result) else result


class AsyncEvents:
    """A group of events that an async connection sends."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def _send(self, event: dict[str, object]) -> None:
        await self._connection.send(event)
