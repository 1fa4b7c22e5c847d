"""The scripted server: says exactly what a test tells it to say."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from aigpt.testing.background_loop import Background
from aigpt.testing.clients import ClientMaker
from aigpt.testing.condition import Changes
from aigpt.testing.connection import Connection
from aigpt.testing.requests import Call
from aigpt.testing.scripts import Scripts
from aigpt.testing.steps import Answer

if TYPE_CHECKING:
    import ssl

_BACKLOG = 4096  # a thousand clients may knock at once


@dataclass(frozen=True, slots=True)
class Connections:
    """The TCP connections a `ScriptedServer` has seen, as of the moment of asking."""

    accepted: int
    """How many have been accepted so far (with TLS: have shaken hands)."""

    numbers: tuple[int, ...]
    """The numbers of those that are open; the first one accepted has number 1."""

    @property
    def open(self) -> int:
        """How many are open."""
        return len(self.numbers)


class ScriptedServer(Scripts, ClientMaker):
    """An HTTP server on a free port of 127.0.0.1 that answers by a script, on a thread of its own.

    With pytest, ask for the fixture `igpt_server`; otherwise use it as a context manager::

        with ScriptedServer() as server:
            server.reply("recall/ask", json={"output": "Yes."})
            with server.blocking_client() as igpt:
                assert igpt.recall.ask(input="Really?").output == "Yes."
            assert server.calls[0].json["input"] == "Really?"

    The scripts of a route are used in the order given, each *times* times (once unless said), and the
    last one again and again. The route `"*"` stands for all routes without a script of their own. A
    route without any is answered with status 500, and `check` (which the fixture and the context
    manager call at the end) raises an `AssertionError` that names it.

    Methods that wait come in pairs: `wait_…` blocks, its twin is awaited. In an async test use the
    twin, since blocking the event loop there stops the client as well. All methods may be called from
    any thread, and scripts be added while calls are under way.

    Options: *ssl* makes it an HTTPS server; *port* asks for a certain port; *user* is the default user
    of its clients; *keep_calls* bounds how many of the latest calls `calls` keeps (None: all).
    """

    calls: list[Call]
    """The requests received so far, in order of arrival."""

    def __init__(
        self,
        *,
        ssl: ssl.SSLContext | None = None,
        port: int = 0,
        user: str = "user_test",
        keep_calls: int | None = None,
    ) -> None:
        Scripts.__init__(self)
        ClientMaker.__init__(self, user)
        self.calls = []
        self._ssl = ssl
        self._port = port
        self._keep_calls = keep_calls
        self._received = 0
        self._accepted = 0
        self._open: dict[int, Connection] = {}
        self._arriving: set[asyncio.Task[None]] = set()
        self._changes = Changes()
        self._background: Background[None] | None = None

    def __repr__(self) -> str:
        state = "stopped" if self._background is None else f"at port {self._port}"
        return f"<ScriptedServer {state}, {self._received} calls, {len(self._open)} connections open>"

    # ------------------------------------------------------------------ running

    def start(self) -> Self:
        """Start to listen. A server started again after `stop` has its old port, scripts and calls."""
        if self._background is not None:
            raise RuntimeError("the server is running already")
        background = Background(self._listening, name="aigpt-scripted-server")
        background.start()
        self._background = background
        return self

    def stop(self) -> None:
        """Cut all connections and refuse new ones. Clients stay usable, should it be started again."""
        background, self._background = self._background, None
        if background is not None:
            background.stop()

    def close(self) -> None:
        """Close the blocking clients it gave out, then `stop`."""
        try:
            self._close_clients()
        finally:
            self.stop()

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
            raise RuntimeError("the server has no address before it is started: `with ScriptedServer() as …`")
        return f"{'https' if self._ssl else 'http'}://127.0.0.1:{self._port}/v1"

    # ----------------------------------------------------------------- watching

    @property
    def connections(self) -> Connections:
        """How many TCP connections were `accepted` so far, and how many are `open` now."""
        return Connections(self._accepted, tuple(self._open))

    def wait_calls(self, count: int = 1, timeout: float = 5.0) -> bool:
        """Block until *count* calls in all have been received; False if *timeout* seconds pass first."""
        return self._changes.wait(lambda: self._received >= count, timeout)

    async def called(self, count: int = 1, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 the twin of wait_calls
        """Do what `wait_calls` does, without blocking the event loop."""
        return await self._changes.within(lambda: self._received >= count, timeout)

    def wait_closed(self, connection: int | None = None, timeout: float = 1.0) -> bool:
        """Block until the server sees that *connection* (a number; None: all of them) has ended.

        Returns False if *timeout* seconds pass first.
        """
        return self._changes.wait(lambda: self._ended(connection), timeout)

    async def closed(self, connection: int | None = None, timeout: float = 1.0) -> bool:  # noqa: ASYNC109 the twin of wait_closed
        """Do what `wait_closed` does, without blocking the event loop."""
        return await self._changes.within(lambda: self._ended(connection), timeout)

    def disconnect(self, *, reset: bool = False) -> None:
        """Cut all connections that are open, idle ones included, by FIN or, if *reset*, by RST."""
        if self._background is not None:
            asyncio.run_coroutine_threadsafe(self._cut_all(reset=reset), self._background.loop).result()

    # ------------------------------------------------- what the connections call

    def opened(self, connection: Connection) -> int:
        """Count a new connection. For the server's own use, as are the two methods below."""
        self._accepted += 1
        self._open[self._accepted] = connection
        self._changes.notify()
        return self._accepted

    def lost(self, connection: Connection) -> None:
        """Strike off a connection that has ended."""
        self._open.pop(connection.number, None)
        self._changes.notify()

    def answer(self, call: Call) -> Answer:
        """Record *call* and choose its answer."""
        self._received += 1
        self.calls.append(call)
        if self._keep_calls is not None and len(self.calls) > self._keep_calls:
            del self.calls[: -self._keep_calls]
        self._changes.notify()
        return super().answer(call)

    def _ended(self, number: int | None) -> bool:
        if number is None:
            return not self._open
        return number <= self._accepted and number not in self._open

    @contextlib.asynccontextmanager
    async def _listening(self) -> AsyncGenerator[None]:
        # Not asyncio's own server: that one forgets connections that never finish their TLS handshake.
        loop = asyncio.get_running_loop()
        with socket.create_server(("127.0.0.1", self._port), backlog=_BACKLOG) as listener:
            listener.setblocking(False)
            self._port = listener.getsockname()[1]
            loop.add_reader(listener, self._accept, listener)
            try:
                yield
            finally:
                loop.remove_reader(listener)
                await self._cut_all()

    def _accept(self, listener: socket.socket) -> None:
        try:
            sock, _ = listener.accept()
        except OSError:  # the client has left again, or there is no file descriptor to spare just now
            return
        task = asyncio.get_running_loop().create_task(self._welcome(sock))
        self._arriving.add(task)
        task.add_done_callback(self._arriving.discard)
        task.add_done_callback(partial(_drop_if_cancelled, sock))

    async def _welcome(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # each write is to leave at once
        with contextlib.suppress(OSError):  # the client left, or does not like our certificate
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: Connection(self),
                sock,
                ssl=self._ssl,
                ssl_shutdown_timeout=None if self._ssl is None else 1.0,  # s; it would be half a minute
            )

    async def _cut_all(self, *, reset: bool = False) -> None:
        for task in (arriving := list(self._arriving)):
            task.cancel()
        if arriving:
            await asyncio.wait(arriving)
        connections = list(self._open.values())
        for connection in connections:
            connection.cut(reset=reset)
        for connection in connections:
            await connection.ended()


def _drop_if_cancelled(sock: socket.socket, task: asyncio.Task[None]) -> None:
    if task.cancelled():  # perhaps before it could take the socket over
        sock.close()
