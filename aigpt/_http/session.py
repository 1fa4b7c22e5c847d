"""The aiohttp session: its options, who owns it, and in which loop and process it lives."""

# Annotations are not postponed: a TypedDict compiles those that are strings, which takes most of its time.

import asyncio
import os
import socket
import warnings
from collections.abc import AsyncGenerator, Sequence
from contextvars import ContextVar
from ssl import SSLContext
from typing import Any, NamedTuple, TypedDict

import aiohttp
from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TraceConfig
from yarl import URL

from aigpt._http.aiohttp_internals import LONGEST_LINE, abort_leaving, make_connector, request_class
from aigpt._http.checks import check_flag, check_whole
from aigpt._http.limiter import ConnectionLimiter
from aigpt._http.short_way import ShortWay, make_short_way
from aigpt._http.timeouts import CONNECT_SECONDS
from aigpt.errors import ConfigurationError

DEFAULT_MAX_CONNECTIONS = 100
_forks = 0


def _forked() -> None:
    global _forks  # noqa: PLW0603 (a fact of the process)
    _forks += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


class SessionOptions(TypedDict, total=False):
    """The options of a client that are those of its session, and cannot be changed by a view."""

    session: ClientSession | None
    """A session of your own, used as it is and never closed; not for `IGPT`."""
    max_connections: int
    """The size of the connection pool; 100 by default, 0 for no limit."""
    proxy: str | URL | None
    """The proxy of all requests, as in aiohttp."""
    ssl: SSLContext | None
    """How certificates are verified; by default as aiohttp does."""
    trust_env: bool
    """Whether proxies are taken from the environment, as in aiohttp; False by default."""
    trace_configs: Sequence[TraceConfig] | None
    """aiohttp's tracing."""


class OpenedConnection:
    """What is told that its attempt had to open a connection.

    An object of its own, not the call: a connection keeps the context that it was opened in, and with it all that is
    there.
    """

    __slots__ = ("value",)

    def __init__(self) -> None:
        self.value = False


# Of the attempt under way in this context. That aiohttp opens a connection it says only to its tracing, which costs
# every call.
opened_connection: ContextVar[OpenedConnection | None] = ContextVar("aigpt_opened_connection", default=None)


def _open_socket(address: tuple[Any, ...]) -> socket.socket:
    opened = opened_connection.get()
    if opened is not None:
        opened.value = True
    family, kind, protocol = address[:3]
    return socket.socket(family=family, type=kind, proto=protocol)


class ClientNames(NamedTuple):
    """What an API's clients and their errors are called, for the messages about their use."""

    asynchronous: str
    blocking: str
    error: type[ConfigurationError] = ConfigurationError
    """What wrong use of them raises."""


class SessionOwner:
    """Opens the session on first use, keeps it to one loop and one process, and closes it if it is its own."""

    def __init__(
        self,
        options: SessionOptions,
        names: ClientNames,
        *,
        max_connections: int = DEFAULT_MAX_CONNECTIONS,
        connect_seconds: float = CONNECT_SECONDS,
    ) -> None:
        self._options = options
        self._names = names
        self._default_connections = max_connections
        self._connect_seconds = connect_seconds
        self._given = options.get("session")
        self._check()
        self._session: ClientSession | None = None
        self._guard: AsyncGenerator[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._fork = _forks
        self.closed: bool = False
        self.short_way: ShortWay | None = None
        """How most requests are sent over the session of our own, where that is possible."""
        self.limiter: ConnectionLimiter | None = None
        """What counts the requests under way; None where nothing limits them, or the caller's session does."""

    @property
    def is_own(self) -> bool:
        """Whether the session is our own; only then are new connections noted, and is there a limiter."""
        return self._given is None

    @property
    def max_connections(self) -> int:
        """How many requests may be under way at once; 0 for no limit."""
        if self._given is not None:
            return 0 if self._given.connector is None else self._given.connector.limit
        return self._options.get("max_connections", self._default_connections)

    def _check(self) -> None:
        given: dict[str, object] = dict(self._options)
        check_whole("max_connections", given.get("max_connections", self._default_connections), 0)
        if not isinstance(given.get("ssl"), SSLContext | None):
            raise ConfigurationError(
                "ssl takes an ssl.SSLContext; verification has no off switch: trust a private authority with "
                "ssl.create_default_context(cafile=...)"
            )
        if not isinstance(given.get("proxy"), str | URL | None):
            raise ConfigurationError("proxy must be a URL, as a string or a yarl.URL")
        _check_proxy(given.get("proxy"))
        check_flag("trust_env", given.get("trust_env", False))
        traces: Any = given.get("trace_configs") or ()
        if not isinstance(given.get("trace_configs"), Sequence | None) or {*map(type, traces)} - {TraceConfig}:
            raise ConfigurationError("trace_configs must be a list of aiohttp.TraceConfig")
        session = given.pop("session", None)
        if not isinstance(session, ClientSession | None):
            raise ConfigurationError("session must be an aiohttp.ClientSession")
        if session is not None and given:
            raise ConfigurationError(f"with a session of your own, set {min(given)} on that session, not here")

    @property
    def is_inherited(self) -> bool:
        """Whether this process was forked since the session was opened: its connections are the parent's."""
        return self._fork != _forks

    def current(self) -> ClientSession | None:
        """Return the open session of this loop and process; None if one has to be opened."""
        session = self._session
        if (
            session is not None
            and self._loop is asyncio.get_running_loop()
            and self._fork == _forks
            and not session.closed
        ):
            return session
        return None

    async def open(self) -> ClientSession:
        """Return the session of this loop, opened if it is not open yet. Raises ConfigurationError."""
        loop = asyncio.get_running_loop()
        if self._given is not None:
            if self._given.closed:
                raise self._names.error("the session given to this client is closed; give it an open one")
            return self._given
        if self._fork != _forks:
            self._forget()
        elif self._loop is not None and self._loop is not loop and not self._loop.is_closed():
            raise self._names.error(
                "this client is in use in another running event loop; "
                f"make one {self._names.asynchronous} for each loop, or use {self._names.blocking} in threads"
            )
        if self._session is not None and self._loop is loop and not self._session.closed:
            return self._session
        session = self._session = self._make()
        self.short_way = self._make_short_way(session)
        limit = self.max_connections
        self.limiter = ConnectionLimiter(limit) if limit else None
        self._loop, self._fork = loop, _forks
        self._guard = _close_with_loop(session)
        await anext(self._guard)
        return session

    def _make_short_way(self, session: ClientSession) -> ShortWay | None:
        """Return the short way of requests over *session*, where it may be taken."""
        options = self._options
        if options.get("proxy") or options.get("trust_env") or options.get("trace_configs"):
            return None
        return make_short_way(session, ClientTimeout(total=None, sock_connect=self._connect_seconds))

    def _make(self) -> ClientSession:
        options = self._options
        connector = make_connector(
            limit=0,  # the limiter counts
            ssl=options.get("ssl") or True,
            ttl_dns_cache=60,
            socket_factory=_open_socket,
        )
        return ClientSession(
            connector=connector,
            cookie_jar=DummyCookieJar(),
            timeout=ClientTimeout(total=None, sock_connect=self._connect_seconds),
            request_class=request_class,
            max_line_size=LONGEST_LINE,
            max_field_size=LONGEST_LINE,
            auto_decompress=False,  # aiohttp does not notice a compressed body that is cut: decompression.py does
            proxy=options.get("proxy"),
            trust_env=options.get("trust_env", False),
            trace_configs=list(options.get("trace_configs") or ()),
        )

    def _forget(self) -> None:
        """Drop what a forked child has inherited, without touching the parent's connections."""
        self._session = self._guard = self._loop = None

    async def close(self) -> None:
        """Close the session, if it is our own. Twice is fine."""
        self.closed = True
        guard, self._guard = self._guard, None
        session, self._session = self._session, None
        if session is None or guard is None or self._fork != _forks:
            return
        if self._loop is asyncio.get_running_loop():
            abort_leaving(session)
            await guard.aclose()
            await asyncio.sleep(0)  # one turn of the loop, in which transports that were just closed are gone

    def __del__(self) -> None:
        session = self.__dict__.get("_session")
        if session is not None and self._fork == _forks:
            warnings.warn(
                f"an {self._names.asynchronous} client was never closed; use 'async with', or await its close()",
                ResourceWarning,
                source=self,
                stacklevel=1,
            )


def _check_proxy(proxy: object) -> None:
    try:
        url = URL(proxy) if isinstance(proxy, str) else proxy
    except ValueError:
        url = URL()
    if isinstance(url, URL) and not (url.scheme in {"http", "https"} and url.host):
        raise ConfigurationError("proxy must begin with http:// or https:// and a host, like http://127.0.0.1:3128")


async def _close_with_loop(session: aiohttp.ClientSession) -> AsyncGenerator[None]:
    """Close *session* when this generator is closed or collected, or its loop shuts down.

    A forgotten client leaves no connection behind.
    """
    try:
        yield
    finally:
        await session.close()
