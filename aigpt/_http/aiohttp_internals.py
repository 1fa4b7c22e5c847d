"""All uses of aiohttp beyond its documented interface, each with what happens where aiohttp no longer has it.

``tests/http/test_aiohttp_internals.py`` tests each of them against the installed aiohttp, with and without it.
"""

from __future__ import annotations

import asyncio
import inspect
import math
import select
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextlib import suppress
from functools import partial
from inspect import iscoroutine
from types import coroutine
from typing import Any, Protocol, cast

import aiohttp
from aiohttp import (
    ClientHandlerType,
    ClientMiddlewareType,
    ClientRequest,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    Payload,
    StreamReader,
    TCPConnector,
)
from aiohttp.abc import AbstractStreamWriter
from aiohttp.client_proto import ResponseHandler
from multidict import CIMultiDict, istr
from yarl import URL

from aigpt._http.log import logger
from aigpt._http.send_queue import unacknowledged

PARSER_ERRORS: tuple[type[Exception], ...] = (getattr(aiohttp.http, "HttpProcessingError", aiohttp.ClientError),)
"""What aiohttp's parser raises; without that class they count as internal failures."""


def send_request(session: ClientSession, method: str, url: URL, **options: Any) -> Awaitable[ClientResponse]:
    """Return what sends a request and gives its response.

    ``session.request()`` packs the same arguments once more and wraps the coroutine for ``async with``, which costs
    4 % of a call; so its ``_request`` is called, which aioresponses and others replace too. Without it, ``request()``.
    """
    try:
        request = session._request  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (this module is for that)
    except AttributeError:
        return session.request(method, url, **options)
    return request(method, url, **options)


class _Authorize:
    """A middleware that sets the Authorization header. Its repr shows nothing: it holds the key."""

    def __init__(self, value: str) -> None:
        self._value = value

    async def __call__(self, request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        request.headers["Authorization"] = self._value
        return await handler(request)


def authorize_despite_netrc(
    session: ClientSession, headers: CIMultiDict[str], options: dict[str, Any]
) -> tuple[CIMultiDict[str], dict[str, Any]]:
    """Return *headers* and *options* of a request over a session that trusts the environment.

    Where ``.netrc`` has an entry for the host, aiohttp refuses a request with an Authorization header of its own. So
    that is set when the request is made, by a middleware in front of the session's own, which are in `_middlewares`;
    without that attribute, those do not see the request.
    """
    headers = headers.copy()
    value = headers.popall("Authorization", None)
    if value is None:
        return headers, options
    return headers, {**options, "middlewares": (_Authorize(value[-1]), *getattr(session, "_middlewares", ()))}


class Upload:
    """The sending of one body: it asks a writer for its `transport` and its `output_size`.

    Without a transport nothing seems to move, and closing the connection is left to aiohttp.
    """

    __slots__ = ("_transport", "_writer", "is_written")

    def __init__(self, writer: AbstractStreamWriter) -> None:
        self.is_written: bool = False
        """Whether all of it has been written, so that the connection may be another call's by now."""
        self._writer = writer
        self._transport: Any = getattr(writer, "transport", None)

    def progress(self) -> object:
        """Return what changes as the body is sent: what was written, and what of it has not reached the other side."""
        if self._transport is None:
            return None
        socket = self._transport.get_extra_info("socket")
        kept = 0 if socket is None else unacknowledged(socket.fileno())
        return getattr(self._writer, "output_size", 0), self._transport.get_write_buffer_size(), kept

    def abort(self) -> None:
        """Close the connection now where it has something to send: aiohttp would wait until the other side takes it."""
        if self._transport is not None and self._transport.get_write_buffer_size():
            self._transport.abort()


class JSONBody(Payload):
    """The body of a request. aiohttp's own payloads make their headers anew for each, and warn of a megabyte.

    It sets the attributes that `aiohttp.Payload` reads: ``_value``, ``_size``, ``_headers`` and ``_autoclose``.
    """

    _autoclose = True
    _headers = CIMultiDict({istr("Content-Type"): "application/json"})

    upload: Upload | None = None
    """Its sending, once that has begun."""

    def __init__(self, value: bytes) -> None:
        self._value = self.value = value
        self._size = len(value)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Return it as text."""
        return str(self._value, encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write it in one piece."""
        upload = self.upload = Upload(writer)
        await writer.write(self._value)
        upload.is_written = True

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:  # noqa: ARG002
        """Write it in one piece: its length is what the request's header says."""
        await self.write(writer)


_PAYLOAD_NAMES = ("_autoclose", "_size", "decode", "write", "write_with_length")

request_body: Callable[[bytes], JSONBody | bytes] = (
    JSONBody if all(hasattr(Payload, name) for name in _PAYLOAD_NAMES) else bytes
)
"""Makes the body of a request; with another `aiohttp.Payload`, plain bytes."""


READ_BYTES = 1 << 16
"""How much of what has arrived is read at once."""


def read_less_at_once(transport: object) -> None:
    """Have asyncio read READ_BYTES of a connection at once, not 256 KiB.

    It makes room for as much as it asks for, before each read. For more than 128 KiB, glibc gets memory from the system
    and gives it back afterwards, which alone is a third of a call. The `max_size` of asyncio's transport, and of the
    `_ssl_protocol` of one over TLS, says how much. uvloop's have none; they read into a buffer that is kept.
    """
    for reader in (transport, getattr(transport, "_ssl_protocol", None)):
        if type(getattr(reader, "max_size", None)) is int:
            reader.max_size = READ_BYTES  # type: ignore[union-attr]


class CountingHandler(ResponseHandler):
    """The protocol of a connection, which knows whether more than its response has arrived.

    What comes in the same read as the end of a response is not always to be seen afterwards: aiohttp's parser keeps the
    beginning of a line to itself. It overrides `data_received` and `set_response_params`, and asks the `_payload` how
    much of what arrived was the body.
    """

    _received = 0
    _head = 0
    _beginning = b""
    _end = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a new connection."""
        read_less_at_once(transport)
        super().connection_made(transport)

    def set_response_params(self, **options: Any) -> None:
        """Begin to wait for a response."""
        self._received = self._head = 0
        self._beginning = b""
        super().set_response_params(**options)

    def data_received(self, data: bytes) -> None:
        """Take what has arrived."""
        self._received += len(data)
        self._end = (data if len(data) >= len(_HEAD_END) else self._end + data)[-len(_HEAD_END) :]
        if not self._head:
            self._find_head(data)
        super().data_received(data)

    def _find_head(self, data: bytes) -> None:
        """Note how long the head of the response is, once all of it has arrived. Interim responses do not count."""
        beginning = self._beginning + data if self._beginning else data
        while (end := beginning.find(_HEAD_END) + len(_HEAD_END)) >= len(_HEAD_END):
            if not beginning.startswith(_INTERIM):
                self._head = end
                return
            self._received -= end
            beginning = beginning[end:]
        self._beginning = beginning

    def received(self) -> int:
        """Return how many bytes have arrived since the last request."""
        return self._received

    def has_more(self) -> bool:
        """Return whether more has arrived than one response; or that cannot be told."""
        body = 0 if self._payload is None else self._payload.total_bytes
        return self._received != self._head + body and self._end != _HEAD_END  # with which chunks end, too


_HEAD_END = b"\r\n\r\n"
_INTERIM = (b"HTTP/1.1 1", b"HTTP/1.0 1")


class QuietConnector(TCPConnector):
    """A connector whose pool hands out no connection on which anything has arrived since its last response.

    aiohttp's own does, and gives a response that nobody asked for to the next caller. What has arrived is seen in two
    places: the loop has read it, or it is still in the socket's buffer. Then the request is written before the loop
    reads on; what arrives after it cannot be told from its response. A peer's close shows too, so that no request is
    lost on a closed connection.

    It overrides `_get` and `_release`, asks `should_close` and `closed` of the protocol, and takes its `_parser` away.
    """

    _leaving: set[Any]
    """The transports of TLS connections that were closed, and whose peers have not said goodbye yet."""

    def abort_leaving(self) -> None:
        """End the connections that wait for their peers' goodbye, which a loop that ends would leave open."""
        for transport in tuple(vars(self).get("_leaving", ())):
            transport.abort()

    async def _get(self, key: Any, traces: Any) -> Any:
        while (connection := await TCPConnector._get(self, key, traces)) is not None:  # noqa: SLF001 (super() costs more)
            if _is_quiet(connection.protocol):
                return connection
            connection.close()
        return None

    def _release(self, key: Any, protocol: ResponseHandler, *, should_close: bool = False) -> None:
        transport = protocol.transport
        should_close = should_close or (type(protocol) is CountingHandler and protocol.has_more())
        closed = None
        if key.is_ssl and transport is not None:
            closed = protocol.closed
            if transport.is_closing():
                protocol.transport = None  # closed twice, a TLS transport of asyncio can be aborted no more
        TCPConnector._release(self, key, protocol, should_close=should_close)  # noqa: SLF001 (likewise)
        if closed is not None and protocol.transport is None:
            leaving = vars(self).setdefault("_leaving", set())
            leaving.add(transport)
            closed.add_done_callback(partial(_forget, leaving, transport))
        if protocol.transport is not None:
            # Without the parser of the last response, `should_close` is true as soon as a byte arrives. With it, half a
            # status line would be forgotten, and a whole response kept for the next request.
            protocol._parser = None  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def _forget(leaving: set[Any], transport: Any, closed: asyncio.Future[None]) -> None:
    leaving.discard(transport)
    if not closed.cancelled():
        closed.exception()  # else asyncio would log it as never retrieved


def abort_leaving(session: ClientSession) -> None:
    """End the connections of *session* that were closed and wait for their peers."""
    if isinstance(session.connector, QuietConnector):
        session.connector.abort_leaving()


def _is_quiet(protocol: Any) -> bool:
    if protocol.should_close:
        return False
    socket = protocol.transport.get_extra_info("socket")
    return socket is None or not _is_readable(socket.fileno())


def _is_readable(descriptor: int) -> bool:
    if not hasattr(select, "poll"):  # Windows, where select() takes any descriptor
        return bool(select.select((descriptor,), (), (), 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


_HAS_POOL = all(
    hasattr(owner, name)
    for owner, name in (
        *((TCPConnector, name) for name in ("_get", "_release")),
        *((ResponseHandler, name) for name in ("should_close", "closed", "_parser", "transport")),
    )
)


def make_connector(**options: Any) -> TCPConnector:
    """Return a `QuietConnector`; where aiohttp has not what that is made of, one that uses each connection once."""
    if _HAS_POOL:
        connector = QuietConnector(**options)
        if hasattr(connector, "_factory"):  # without it, what comes with the end of a response may be overlooked
            setattr(connector, "_factory", partial(CountingHandler, loop=asyncio.get_running_loop()))  # noqa: B010
        return connector
    logger.warning("connections are not kept alive: this version of aiohttp (%s) is not known", aiohttp.__version__)
    return TCPConnector(force_close=True, **options)


class EagerRequest(ClientRequest):
    """A request that is written as soon as it has its connection, as aiohttp's own is from Python 3.12 on.

    Before, it is written in the loop's next turn, and what the loop reads until then passes for its response. It
    overrides `write_bytes`, which `send` makes a task of; without that coroutine, nothing changes.
    """

    def write_bytes(self, *args: Any, **options: Any) -> Any:
        """Write what can be written at once; return what is left to do."""
        writing: Any = super().write_bytes(*args, **options)
        if not iscoroutine(writing):
            return writing
        try:
            waits_for = writing.send(None)
        except StopIteration:
            return _nothing()
        except aiohttp.ClientError:
            raise
        except (Exception, asyncio.CancelledError) as exc:  # nobody can have cancelled the call here
            # aiohttp's task would hold it, and the call would see that the connection has been closed.
            raise aiohttp.ClientConnectionError("the request could not be written") from exc
        rest: Any = _finish(writing, waits_for)
        next(rest)
        return rest


async def _nothing() -> None:
    """Do nothing."""


@coroutine
def _finish(writing: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """Run a coroutine that waits already to its end, as a coroutine of the old kind: Python 3.11 still takes those.

    It begins with a yield of its own, so that a task that is cancelled before its first step cancels *writing* too.
    """
    told = False
    value = None
    while True:
        try:
            yield value
        except BaseException as exc:  # noqa: BLE001 (whatever the task is to raise, its cancellation above all)
            resume = partial(writing.throw, exc)
        else:
            resume = partial(writing.send, None) if told else partial(_same, waits_for)
        told = True
        try:
            value = resume()
        except StopIteration:
            return


def _same(value: Any) -> Any:
    return value


request_class: type[ClientRequest] = ClientRequest if sys.version_info >= (3, 12) else EagerRequest
"""What makes the requests of our own session."""


# ── WebSockets ──────────────────────────────────────────────────────────────────────────────────────────────────


def session_for_handshake(
    session: ClientSession, middleware: ClientMiddlewareType, timeout: aiohttp.ClientTimeout
) -> ClientSession:
    """Return a session over the connections of *session* whose requests *middleware* sees last. Detach it after use.

    ``ws_connect`` takes no middleware and no timeout of the request, so each handshake has a session of its own. Of
    *session* it takes `_middlewares` and `_default_proxy` too; without these, neither is used.
    """
    return ClientSession(
        connector=session.connector,
        connector_owner=False,
        cookie_jar=session.cookie_jar,
        headers=session.headers,
        skip_auto_headers=session.skip_auto_headers,
        timeout=timeout,
        max_line_size=LONGEST_LINE,
        max_field_size=LONGEST_LINE,
        auto_decompress=False,
        trust_env=session.trust_env,
        proxy=getattr(session, "_default_proxy", None),
        trace_configs=session.trace_configs,
        middlewares=(*getattr(session, "_middlewares", ()), middleware),
    )


def bytes_received_by(response: ClientResponse) -> Callable[[], int]:
    """Return what says how many bytes have arrived over the connection of *response*; 0 where it does not count."""
    protocol = getattr(response.connection, "protocol", None)
    return protocol.received if isinstance(protocol, CountingHandler) else int


# ── the short way of a request ──────────────────────────────────────────────────────────────────────────────────

_REQUEST = getattr(ClientSession, "_request", None)
_NO_TRACES: Any = []
_NO_TIMER: Any = getattr(aiohttp.helpers, "TimerNoop", lambda: None)()
_BUFFER_BYTES = 1 << 16
_INFORMATIONAL = range(100, 200)
_SWITCHING_PROTOCOLS = 101


class Opening(Protocol):
    """What is told whether a connection had to be opened."""

    has_opened: bool


class Exchange:
    """Sends prepared bytes over connections of a session's pool, and gives the response: no request object, no task.

    It relies on these of aiohttp: ``ClientRequest`` and its `headers` and `connection_key`; ``TCPConnector._get`` and
    ``connect``; of a connection ``protocol``, ``close`` and ``release``; of its protocol ``set_response_params``,
    ``read`` and ``transport``; of a message ``code`` and ``headers``; of a body ``on_eof``.
    """

    def __init__(self, session: ClientSession, connect: aiohttp.ClientTimeout) -> None:
        self._session = session
        self._connector: Any = session.connector
        self._connect = connect
        self._loop = asyncio.get_running_loop()
        self._origins: dict[URL, tuple[ClientRequest, Any]] = {}

    def head(self, method: str, url: URL, headers: CIMultiDict[str]) -> bytes:
        """Return the head of a request as aiohttp writes it, up to the headers that differ from call to call."""
        request = ClientRequest(
            method,
            url,
            headers=headers,
            data=None if method == "GET" else JSONBody(b""),
            loop=self._loop,
            session=self._session,
        )
        lines = [f"{method} {url.raw_path_qs} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in request.headers.items() if name not in _OF_THE_BODY]
        if any(end in line for line in lines for end in _ENDS) or not _is_one_word(url.raw_path_qs):
            raise ValueError("a line of the request's head holds what ends it")
        return "\r\n".join([*lines, ""]).encode()

    async def send(
        self,
        url: URL,
        request: Sealed,
        call: Opening,
        timeout: ClientTimeout | None = None,  # noqa: ASYNC109 (aiohttp's own)
    ) -> ClientResponse:
        """Send *request*, a whole one to *url*, and return the response, its body still to be read.

        Raises what aiohttp raises. *call* is told if a connection has to be opened. The `total` of *timeout* is left
        to the caller.
        """
        origin = url.origin()
        found = self._origins.get(origin)
        if found is None:
            template = ClientRequest("GET", origin, loop=self._loop, session=self._session)
            found = self._origins[origin] = template, template.connection_key
        template, key = found
        connection = await self._connector._get(key, _NO_TRACES)  # noqa: SLF001 (this module is for that)
        if connection is None:
            call.has_opened = True
            try:
                connection = await self._connector.connect(template, _NO_TRACES, timeout or self._connect)
            except TimeoutError as exc:
                if isinstance(exc, aiohttp.ClientError):
                    raise
                raise aiohttp.ConnectionTimeoutError("the connection was not made in time") from exc
        protocol = connection.protocol
        try:
            protocol.set_response_params(
                timer=_NO_TIMER,
                read_until_eof=True,
                auto_decompress=False,
                read_timeout=None if timeout is None else timeout.sock_read,
                read_bufsize=_BUFFER_BYTES,
                max_line_size=LONGEST_LINE,
                max_field_size=LONGEST_LINE,
            )
            transport = protocol.transport
            if transport is None or transport.is_closing():
                raise aiohttp.ClientConnectionResetError("closed before the request was written")  # noqa: TRY301
            transport.write(request.data)
            if timeout is not None:
                protocol.start_timeout()
            message, payload = await protocol.read()
            while message.code in _INFORMATIONAL and message.code != _SWITCHING_PROTOCOLS:
                message, payload = await protocol.read()
        except BaseException:
            connection.close()
            raise
        return cast("ClientResponse", _Response(url, connection, message, payload))


LONGEST_LINE = 1 << 16
"""Bytes of the longest line in the head of a response: gateways send policies and cookies of many thousands."""
_ENDS = "\r\n\0"


def _is_one_word(target: str) -> bool:
    """Return whether *target* is of visible ASCII alone, as the target of a request must be."""
    return target.isascii() and target.isprintable() and " " not in target and bool(target)


class Sealed:
    """The bytes of a request. Its repr shows nothing: they hold the key, and tracebacks show variables."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data


_OF_THE_BODY = frozenset({istr("Content-Length"), istr("Transfer-Encoding")})


class _Response:
    """What the client uses of a response: as aiohttp's own, without what nobody here asks for."""

    __slots__ = ("connection", "content", "headers", "status", "url")

    def __init__(self, url: URL, connection: Any, message: Any, payload: Any) -> None:
        self.url = url
        self.connection = connection
        self.status = message.code
        self.headers = message.headers
        self.content = payload
        payload.on_eof(self._release)

    def _release(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.release()

    def close(self) -> None:
        """Close the connection, unless the body has been read to its end."""
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()


def has_short_way() -> bool:
    """Return whether aiohttp has what `Exchange` is made of, under the names and with the parameters that it uses."""
    takes = {
        getattr(ResponseHandler, "set_response_params", None): {
            "timer",
            "read_until_eof",
            "auto_decompress",
            "read_timeout",
            "read_bufsize",
            "max_line_size",
            "max_field_size",
        },
        getattr(TCPConnector, "connect", None): {"req", "traces", "timeout"},
        getattr(TCPConnector, "_get", None): {"key", "traces"},
        getattr(StreamReader, "on_eof", None): {"callback"},
    }
    has = (
        (ResponseHandler, "read"),
        (ResponseHandler, "start_timeout"),
        (ClientRequest, "connection_key"),
        (aiohttp.helpers, "TimerNoop"),
    )
    return (
        _HAS_POOL
        and _REQUEST is not None
        and all(
            function and names <= inspect.signature(function).parameters.keys() for function, names in takes.items()
        )
        and all(hasattr(owner, name) for owner, name in has)
    )


def is_replaced(session: ClientSession) -> bool:
    """Return whether somebody has taken the place of aiohttp's requests, as aioresponses does."""
    return ClientSession._request is not _REQUEST or "_request" in vars(session)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def connection_closed(response: ClientResponse) -> asyncio.Future[None] | None:
    """Return a future that is done once the connection of *response* is closed.

    aiohttp's parser wakes no reader when the framing is broken in mid-body, so the connection is watched. None where
    there is no open connection, or aiohttp has no such future: then only a timeout ends the wait.
    """
    protocol = getattr(response.connection, "protocol", None)
    return cast("asyncio.Future[None] | None", getattr(protocol, "closed", None))


def has_connection(response: ClientResponse) -> bool:
    """Return whether *response* still holds a connection that can be watched."""
    return hasattr(getattr(response.connection, "protocol", None), "closed")


def limit_silence(response: ClientResponse, seconds: float | None) -> None:
    """Have aiohttp time out the wait for each next byte of the body; None for never.

    Without these attributes the session's own ``sock_read`` holds.
    """
    protocol: Any = getattr(response.connection, "protocol", None)
    if protocol is not None and hasattr(protocol, "start_timeout"):
        protocol.read_timeout = seconds
        protocol.start_timeout()


def fail_body(response: ClientResponse, exc: Exception) -> None:
    """Have the reader of the body raise *exc*. Without ``set_exception``, the connection is closed instead."""
    set_exception = getattr(response.content, "set_exception", None)
    if set_exception is None:
        response.close()
    else:
        set_exception(exc)


def salvage(content: StreamReader) -> bytes:
    """Return the bytes that arrived before the body failed, which aiohttp keeps but does not give; else ``b""``."""
    with suppress(Exception):
        content.set_exception(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        return content.read_nowait()
    return b""


def take_body(content: StreamReader) -> bytes:
    """Return what has arrived of a body that is at its end, or raise what `read_nowait` does.

    `read_nowait` also has the connection read on, though that may be another call's by now, and feeds its parser;
    so the only piece of a body is taken out of the reader's `_buffer`, where its `_buffer_offset` says that nothing of
    it was read. Without those, `read_nowait`.
    """
    buffer: object = getattr(content, "_buffer", None)
    if type(buffer) is deque and getattr(content, "_buffer_offset", None) == 0:
        pieces = cast("deque[bytes]", buffer)
        if len(pieces) == 1 and content.exception() is None:
            return pieces.popleft()
    return content.read_nowait()


def bytes_received(content: StreamReader) -> float:
    """Return how many bytes of the body have arrived.

    Infinity where aiohttp does not count, so that the body is counted as it is read.
    """
    try:
        return content.total_bytes
    except AttributeError:
        return math.inf
