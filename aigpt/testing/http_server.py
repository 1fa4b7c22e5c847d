"""An HTTP server for tests, on a thread of its own. What it answers is the business of its subclasses."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from aigpt.testing.background_loop import BackgroundLoop
from aigpt.testing.condition import Condition
from aigpt.testing.connection import Connection, ServerCallbacks
from aigpt.testing.faults import Stray, stray_bytes
from aigpt.testing.requests import Call
from aigpt.testing.responses import Response

if TYPE_CHECKING:
    import ssl

_BACKLOG = 4096  # thousands of clients may connect at once


@dataclass(frozen=True, slots=True)
class Connections:
    """The TCP connections of a test server at one moment."""

    accepted: int
    """How many have been accepted so far (with TLS: have completed the handshake)."""

    numbers: tuple[int, ...]
    """The numbers of the open ones; the first one accepted has number 1."""

    @property
    def open(self) -> int:
        """How many are open."""
        return len(self.numbers)


class HTTPServer(ABC):
    """An HTTP server on a free port of 127.0.0.1, on a thread of its own. A context manager.

    *ssl* makes it an HTTPS server; *port* is the port to listen on (0: a free one); *path* is that of its base URL;
    *keep_calls* limits `calls` to the latest ones (None: all).
    """

    calls: list[Call]
    """The requests received so far, in order of arrival."""

    def __init__(
        self,
        *,
        ssl: ssl.SSLContext | None = None,
        port: int = 0,
        path: str = "/v1",
        keep_calls: int | None = None,
    ) -> None:
        self.calls = []
        self._path = path
        self._ssl = ssl
        self._port = port
        self._keep_calls = keep_calls
        self._received = 0
        self._accepted = 0
        self._open: dict[int, Connection] = {}
        self._accepting: set[asyncio.Task[None]] = set()
        self._changed = Condition()
        self._background: BackgroundLoop[None] | None = None

    def __repr__(self) -> str:
        state = "stopped" if self._background is None else f"at port {self._port}"
        return f"<{type(self).__name__} {state}, {self._received} calls, {len(self._open)} connections open>"

    # ------------------------------------------------------------------ running

    def start(self) -> Self:
        """Start listening. A server started again after `stop` keeps its port, scripts and calls."""
        if self._background is not None:
            raise RuntimeError("the server is running already; stop it first")
        background = BackgroundLoop(self._listening, name="aigpt-test-server")
        background.start()
        self._background = background
        return self

    def stop(self) -> None:
        """Close all connections and refuse new ones. Clients stay usable if the server is started again."""
        background, self._background = self._background, None
        if background is not None:
            background.stop()

    def close(self) -> None:
        """Stop, for good."""
        self.stop()

    @abstractmethod
    def check(self) -> None:
        """Raise `AssertionError` where a call could not be answered as it should."""

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if error is None:
            self.check()

    @property
    def url(self) -> str:
        """The base URL of the API, like `"http://127.0.0.1:49152/v1"`."""
        if not self._port:
            raise RuntimeError(
                f"the server has no address until it is started; use `with {type(self).__name__}() as …`"
            )
        return f"{'https' if self._ssl else 'http'}://127.0.0.1:{self._port}{self._path}"

    # ------------------------------------------------------- connections and calls

    @property
    def connections(self) -> Connections:
        """The TCP connections `accepted` so far, and those `open` now."""
        return Connections(self._accepted, tuple(self._open))

    def wait_calls(self, count: int = 1, timeout: float = 5.0) -> bool:
        """Block until *count* calls in total have been received; return False if *timeout* seconds pass first."""
        return self._changed.wait_for(lambda: self._received >= count, timeout)

    async def called(self, count: int = 1, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 the twin of wait_calls
        """Do what `wait_calls` does, without blocking the event loop."""
        return await self._changed.wait_async(lambda: self._received >= count, timeout)

    def wait_closed(self, connection: int | None = None, timeout: float = 1.0) -> bool:
        """Block until the server sees that *connection* (a number; None: all of them) is closed.

        Return False if *timeout* seconds pass first.
        """
        return self._changed.wait_for(lambda: self._is_closed(connection), timeout)

    async def closed(self, connection: int | None = None, timeout: float = 1.0) -> bool:  # noqa: ASYNC109 the twin of wait_closed
        """Do what `wait_closed` does, without blocking the event loop."""
        return await self._changed.wait_async(lambda: self._is_closed(connection), timeout)

    def disconnect(self, *, reset: bool = False) -> None:
        """Close all open connections, idle ones included, by FIN or, if *reset*, by RST."""
        if self._background is not None:
            asyncio.run_coroutine_threadsafe(self._close_all(reset=reset), self._background.loop).result()

    def stray(self, what: Stray | bytes, connection: int | None = None) -> int:
        """Send what nobody asked for on *connection* (a number; None: all) where it is idle.

        *what* is `"answer"`, `"timeout"`, `"junk"`, `"partial"` or bytes, as in `reply`. Return on how many connections
        it was sent; once this returns, the next call of a client in this process must not be answered with it. With
        `reply(…, stray=…)` it comes together with an answer.
        """
        data = stray_bytes(what)
        if self._background is None:
            return 0
        sending = self._send_stray(data, connection)
        return asyncio.run_coroutine_threadsafe(sending, self._background.loop).result()

    # ----------------------------------------------------- called by connections

    def _connection_opened(self, connection: Connection) -> int:
        self._accepted += 1
        self._open[self._accepted] = connection
        self._changed.notify_all()
        return self._accepted

    def _connection_closed(self, connection: Connection) -> None:
        self._open.pop(connection.number, None)
        self._changed.notify_all()

    def _respond(self, call: Call) -> Response:
        self._received += 1
        self.calls.append(call)
        if self._keep_calls is not None and len(self.calls) > self._keep_calls:
            del self.calls[: -self._keep_calls]
        self._changed.notify_all()
        return self._answer(call)

    @abstractmethod
    def _answer(self, call: Call) -> Response:
        """Return what *call* is answered with."""

    @abstractmethod
    def _report(self, where: str, error: Exception) -> None:
        """Keep an error for `check`."""

    def _is_closed(self, number: int | None) -> bool:
        if number is None:
            return not self._open
        return number <= self._accepted and number not in self._open

    @contextlib.asynccontextmanager
    async def _listening(self) -> AsyncGenerator[None]:
        # Not asyncio's own server, which loses track of connections that never complete their TLS handshake.
        loop = asyncio.get_running_loop()
        with socket.create_server(("127.0.0.1", self._port), backlog=_BACKLOG) as listener:
            listener.setblocking(False)
            self._port = listener.getsockname()[1]
            loop.add_reader(listener, self._accept, listener)
            try:
                yield
            finally:
                loop.remove_reader(listener)
                await self._close_all()

    def _accept(self, listener: socket.socket) -> None:
        try:
            sock, _ = listener.accept()
        except OSError:  # the client has closed it already, or no file descriptor is free
            return
        task = asyncio.get_running_loop().create_task(self._open_connection(sock))
        self._accepting.add(task)
        task.add_done_callback(self._accepting.discard)
        task.add_done_callback(partial(_close_if_cancelled, sock))

    async def _open_connection(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # each write is sent at once
        callbacks = ServerCallbacks(
            opened=self._connection_opened,
            closed=self._connection_closed,
            respond=self._respond,
            report=self._report,
        )
        with contextlib.suppress(OSError):  # the client closed it, or refused our certificate
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: Connection(callbacks),
                sock,
                ssl=self._ssl,
                ssl_shutdown_timeout=None if self._ssl is None else 1.0,  # s; the default is 30
            )

    async def _send_stray(self, data: bytes, number: int | None) -> int:
        connections = [self._open[n] for n in self._open if number in {None, n}]
        return sum([connection.send_if_idle(data) for connection in connections])

    async def _close_all(self, *, reset: bool = False) -> None:
        for task in (accepting := list(self._accepting)):
            task.cancel()
        if accepting:
            await asyncio.wait(accepting)
        connections = list(self._open.values())
        for connection in connections:
            connection.cut(reset=reset)
        for connection in connections:
            await connection.wait_closed()


def _close_if_cancelled(sock: socket.socket, task: asyncio.Task[None]) -> None:
    if task.cancelled():  # perhaps before a transport owned the socket
        sock.close()
