"""The blocking twins of connections of events: each method hands that of the async one to the loop on a thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

from aigpt._blocking.portal import BlockingPortal, run_in_caller
from aigpt._http.websocket import NORMAL
from aigpt.openai._entering import BlockingEnteredFirst
from aigpt.openai._sender import Sender
from aigpt.openai._socket_opener import encode_event
from aigpt.openai._types import Headers, Query
from aigpt.openai._websocket import (
    AsyncEventConnection,
    ManagerOptions,
    WithHandlers,
    audio_bytes,
    handlers_of,
)
from aigpt.openai.types.websocket_reconnection import ReconnectingEvent

ServerT_co = TypeVar("ServerT_co", covariant=True)
ClientT_contra = TypeVar("ClientT_contra", contravariant=True)
ConnectionT = TypeVar("ConnectionT", bound="EventConnection[Any, Any]")

_END = object()


class EventConnection(WithHandlers, Generic[ServerT_co, ClientT_contra]):
    """An open connection: ``for event in connection``. One thread receives, any number may send.

    The twin of `AsyncEventConnection`. Ctrl-C ends a wait, and no event is lost.
    """

    twin: ClassVar[type[AsyncEventConnection[Any, Any]]]
    """The class of the connection that it hands everything to."""

    def __init__(self, connection: AsyncEventConnection[ServerT_co, ClientT_contra], portal: BlockingPortal) -> None:
        self._connection = connection
        self._portal = portal
        self._handlers = connection._handlers  # noqa: SLF001 (its twin)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> ServerT_co:
        event = self._portal.call(self._next)
        if event is _END:
            raise StopIteration
        return cast("ServerT_co", event)

    async def _next(self) -> object:
        return await anext(self._connection, _END)

    def recv(self) -> ServerT_co:
        """Return the next event; see `AsyncEventConnection.recv`."""
        return self._portal.call(self._connection.recv)

    def recv_bytes(self) -> bytes:
        """Return the next message as it came; see `AsyncEventConnection.recv_bytes`."""
        return self._portal.call(self._connection.recv_bytes)

    def parse_event(self, data: str | bytes) -> ServerT_co:
        """Return the event in a message. Raises APIResponseValidationError where it is none."""
        return self._connection.parse_event(data)

    @staticmethod
    def audio_bytes(event: object) -> bytes:
        """Return the audio in *event*, where that is a delta of audio; ``b""`` for any other event.

        Raises OutputMismatchError where it is not base64.
        """
        return audio_bytes(event)

    def dispatch_events(self) -> None:
        """Call the handlers of each event, in this thread, until the connection ends.

        Raises OpenAIError for an ``error`` event that no handler takes, and what the iteration raises.
        """
        for event in self:
            for handler in handlers_of(self._handlers, event):
                handler(event)

    def send(self, event: ClientT_contra) -> None:
        """Send *event*, a dict or a model; see `AsyncEventConnection.send`."""
        self._portal.call(partial(self._connection.send, event))

    def send_raw(self, data: bytes | str) -> None:
        """Send a message as it is: text, or bytes as a binary message. Raises what `send` raises."""
        self._portal.call(partial(self._connection.send_raw, data))

    def close(self, *, code: int = NORMAL, reason: str = "") -> None:
        """Close the connection, which takes up to `close_timeout` (10 s). Safe to call twice.

        Raises ValueError for a *code* or *reason* that no closing frame can have.
        """
        self._portal.call(partial(self._connection.close, code=code, reason=reason))

    @property
    def is_closed(self) -> bool:
        """Whether the connection has ended. What arrived before can still be received."""
        return self._connection.is_closed

    @property
    def close_code(self) -> int | None:
        """The code that it ended with, as that of `WebSocketConnectionClosedError`; None while it is open."""
        return self._connection.close_code

    @property
    def close_reason(self) -> str | None:
        """Why it ended; None while it is open."""
        return self._connection.close_reason

    @property
    def subprotocol(self) -> str | None:
        """The one of the `subprotocols` that the server has chosen."""
        return self._connection.subprotocol

    def __repr__(self) -> str:
        return repr(self._connection).replace(type(self._connection).__name__, type(self).__name__, 1)


class ConnectionManager(ManagerOptions, BlockingEnteredFirst, Generic[ConnectionT, ClientT_contra]):
    """Opens a connection and closes it: ``with client.realtime.connect(…) as connection``."""

    _how = "with … as connection"
    _connection_class: ClassVar[type[EventConnection[Any, Any]]]
    _connection: ConnectionT | None = None

    def __init__(
        self,
        sender: Sender,
        query: dict[str, object],
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
        super().__init__(
            sender,
            query,
            extra_query=extra_query,
            extra_headers=extra_headers,
            websocket_connection_options=websocket_connection_options,
            on_reconnecting=on_reconnecting,
            max_retries=max_retries,
            initial_delay=initial_delay,
            max_delay=max_delay,
            max_queue_size=max_queue_size,
        )
        self._portal = cast("BlockingPortal", sender.portal)

    def send(self, event: ClientT_contra) -> None:
        """Queue *event*, to be sent as soon as the connection is open.

        Raises TypeError or ValueError for what is no event, WebSocketQueueFullError beyond `max_queue_size`.
        """
        self._queue.add(encode_event(event))

    def enter(self) -> ConnectionT:
        """Open the connection, which the caller closes. Raises what `AsyncConnectionManager.enter` raises."""
        kind = self._connection_class
        connection = self._portal.call(partial(self.connect, kind.twin, self._ask))
        self._connection = cast("ConnectionT", kind(connection, self._portal))
        return self._connection

    def __enter__(self) -> ConnectionT:
        return self.enter()

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        if self._connection is not None:
            self._connection.close()

    async def _ask(self, event: ReconnectingEvent) -> object:
        ask = self._reconnecting.on_reconnecting
        assert ask is not None  # noqa: S101 (else nothing is reconnected)
        return await run_in_caller(partial(ask, event))


class Events:
    """A group of events that a blocking connection sends."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def _send(self, event: dict[str, object]) -> None:
        self._connection.send(event)
