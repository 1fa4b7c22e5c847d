"""`AsyncIGPT`: its options, and the routes that hang on it. What it shares with its blocking twin is `BaseClient`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from functools import wraps
from ssl import SSLContext
from types import TracebackType
from typing import Any, Generic, Never, Self, TypeVar, cast

from aiohttp import ClientSession, TraceConfig
from yarl import URL

from aigpt._http import log
from aigpt._http.options import NOT_GIVEN, ApiKey, HooksOption, NotGiven, Timeout
from aigpt._http.prepared import prepared_by
from aigpt._http.session import DEFAULT_MAX_CONNECTIONS, ClientNames, SessionOptions, SessionOwner
from aigpt._http.timeouts import SILENCE_SECONDS
from aigpt._http.transport import Transport
from aigpt._igpt.options import (
    DEFAULT_EVENT_BYTES,
    DEFAULT_RESPONSE_BYTES,
    ClientOptions,
    IGPTOptions,
    ViewOptions,
    make_options,
)
from aigpt._igpt.prepare import RESERVED, ReplyCall, prepare_post
from aigpt._igpt.protocol import IGPT_API
from aigpt._igpt.replies import Reply
from aigpt._igpt.routes import Connectors, Datasources, Recall
from aigpt._igpt.sender import AsyncSender, Sender
from aigpt.errors import ConfigurationError

InitT = TypeVar("InitT", bound=Callable[..., None])
SenderT = TypeVar("SenderT", bound=Sender)

NAMES = ClientNames("AsyncIGPT", "IGPT")
_OPTIONS = frozenset({"api_key", *ClientOptions.__annotations__})
_SESSION_DEFAULTS: Mapping[str, object] = {"max_connections": DEFAULT_MAX_CONNECTIONS, "trust_env": False}


def _refusing_unknown_options(init: InitT) -> InitT:
    """Let the TypeError of a wrong call name the class that was called, and the option that was meant.

    Without a ``**unknown`` in the signature, to which type checkers hold those who pass `ClientOptions` on.
    """

    @wraps(init)
    def checked(self: object, *args: Any, **options: Any) -> None:
        called = type(self).__name__
        for name in options.keys() - _OPTIONS:
            raise _unexpected(called, name, _OPTIONS)
        if len(args) > 1:
            raise TypeError(f"{called}() takes only the API key by position; give all other options by name")
        init(self, *args, **options)

    return cast("InitT", checked)


class BaseClient(ABC, Generic[SenderT]):
    """The options of a client and their checks."""

    _takes_session = True
    _sender: SenderT
    _is_view: bool

    @_refusing_unknown_options
    def __init__(
        self,
        api_key: ApiKey | None = None,
        *,
        user: str | None = None,
        base_url: str | URL | None = None,
        allow_http: bool | None = None,
        max_retries: int = 3,
        backoff_base: float = 100,
        backoff_factor: float = 2,
        jitter: float = 0.25,
        timeout: Timeout = None,
        idle_timeout: float = SILENCE_SECONDS,
        max_connections: int = DEFAULT_MAX_CONNECTIONS,
        max_response_bytes: int = DEFAULT_RESPONSE_BYTES,
        max_event_bytes: int = DEFAULT_EVENT_BYTES,
        session: ClientSession | None = None,
        proxy: str | URL | None = None,
        ssl: SSLContext | None = None,
        trust_env: bool = False,
        trace_configs: Sequence[TraceConfig] | None = None,
        default_headers: Mapping[str, str] | None = None,
        raise_errors: bool = False,
        hooks: HooksOption = None,
    ) -> None:
        log.set_up_from_environment()
        if session is not None and not self._takes_session:
            raise ConfigurationError(
                "IGPT runs an event loop of its own, which cannot use your session; use AsyncIGPT with it"
            )
        given = locals()
        settings = {name: given[name] for name in ViewOptions.__annotations__}
        of_session = {name: given[name] for name in SessionOptions.__annotations__}
        changed = {name: value for name, value in of_session.items() if value != _SESSION_DEFAULTS.get(name)}
        options = make_options(cast("ViewOptions", settings))
        self._set_up(options, Transport(SessionOwner(cast("SessionOptions", changed), NAMES), IGPT_API))

    @abstractmethod
    def _set_up(self, options: IGPTOptions, transport: Transport) -> None:
        """Set up a client with checked *options* that owns *transport*."""

    @abstractmethod
    def _view(self, options: IGPTOptions) -> Self:
        """Return a view of this client with other *options*."""

    def with_options(
        self,
        *,
        api_key: ApiKey | NotGiven | None = NOT_GIVEN,
        user: str | NotGiven | None = NOT_GIVEN,
        base_url: str | URL | NotGiven | None = NOT_GIVEN,
        allow_http: bool | NotGiven | None = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        backoff_base: float | NotGiven = NOT_GIVEN,
        backoff_factor: float | NotGiven = NOT_GIVEN,
        jitter: float | NotGiven = NOT_GIVEN,
        timeout: Timeout | NotGiven = NOT_GIVEN,
        idle_timeout: float | NotGiven = NOT_GIVEN,
        max_response_bytes: int | NotGiven = NOT_GIVEN,
        max_event_bytes: int | NotGiven = NOT_GIVEN,
        default_headers: Mapping[str, str] | NotGiven | None = NOT_GIVEN,
        raise_errors: bool | NotGiven = NOT_GIVEN,
        hooks: HooksOption | NotGiven = NOT_GIVEN,
        **unknown: Never,  # so that what belongs to the session gets an error that says so
    ) -> Self:
        """Return a view of this client with other options, on the same session. Closing a view does nothing.

        Takes all options of the client but *session*, *max_connections*, *proxy*, *ssl*, *trust_env* and
        *trace_configs*. Raises `ConfigurationError` as the client itself does.
        """
        _refuse_unknown(unknown)
        options = locals()
        given = {name: options[name] for name in ViewOptions.__annotations__ if options[name] is not NOT_GIVEN}
        return self._view(self._sender.options.changed(cast("ViewOptions", given)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} base_url={str(self._sender.options.base_url)!r}>"


def options_of(client: BaseClient[Any]) -> IGPTOptions:
    """Return the checked options of *client*, for code of this package that works with a client."""
    sender: Sender = client._sender  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (this module's own)
    return sender.options


def refuse_closed(client: BaseClient[Any]) -> None:
    """Raise ConfigurationError if *client* is closed: all calls in its block would fail."""
    sender: Sender = client._sender  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (this module's own)
    if sender.transport.owner.closed:
        kind = type(client).__name__
        raise ConfigurationError(f"this {kind} is closed and cannot be entered again; make another {kind}")


def prepare_client_post(client: BaseClient[Any], path: str, body: Any = None, **reserved: Any) -> ReplyCall[Reply]:
    """Return the call of a client's `post`. Raises TypeError for a keyword that is not reserved."""
    unknown = sorted(reserved.keys() - RESERVED)
    if unknown:
        raise TypeError(f"post() takes no keyword {unknown[0]!r}: what is to be sent goes into body")
    return prepare_post(options_of(client), path.strip("/"), {} if body is None else body, reserved)


class AsyncIGPT(BaseClient[AsyncSender]):
    """A client of the iGPT API: ``async with AsyncIGPT(user="user_123") as igpt``.

    One client serves a whole program: it keeps a pool of connections, and any number of tasks of one event loop may
    share it. Without ``async with``, the first call opens the session and `close` ends it. Constructing does no I/O
    and needs no event loop.

    Options, all but the key by keyword:

    - *api_key*: a string, or a callable (plain or async) called before each attempt. Default: ``$IGPT_API_KEY``.
    - *user*: whose data calls are about, where they do not say. Default: ``$IGPT_API_USER``.
    - *base_url*: https, or http to this machine; *allow_http* for a trusted network. Default: ``$IGPT_BASE_URL``, or
      the service's own; http to other machines only where ``$IGPT_ALLOW_HTTP`` is 1.
    - *max_retries* (3), *backoff_base* (100 ms), *backoff_factor* (2), *jitter* (0.25): after a failure that another
      attempt may mend, up to *max_retries* retries, after 100, 200, 400 ms, each shortened by up to a quarter; a
      ``Retry-After`` up to 60 s takes precedence.
    - *timeout*: seconds for the whole call, with attempts, waits and the wait for a free connection; or an
      `aiohttp.ClientTimeout` for each attempt. Default None: 60 s to connect, 600 s without a byte, no total.
    - *idle_timeout* (600 s): how long a stream may go without an event.
    - *max_connections* (100): the size of the connection pool; 0 for no limit.
    - *max_response_bytes* (64 MiB), *max_event_bytes* (16 MiB): after decompression; more is an
      ``invalid_json_response``.
    - *session*: an `aiohttp.ClientSession` of your own, used as it is and never closed. aiohttp uses a connection again
      without looking: if a server answers a request twice, the second answer may become that of your next request. The
      client's own session drops such a connection.
    - *proxy*, *ssl* (an `ssl.SSLContext`), *trust_env*, *trace_configs*: as in aiohttp. *default_headers*: sent with
      every request.
    - *raise_errors* (False): failed calls raise their exception, and streams raise where they would give the error
      chunk.
    - *hooks*: `Hooks`, or a list of them, told of attempts, retries and ends of calls; for a view, None for none.

    Raises `ConfigurationError` at once for a missing key or an option out of range.
    """

    recall: Recall
    """`run`, `ask`, `search` and `iter_search`."""
    datasources: Datasources
    """`list`, `disconnect` and `wait`."""
    connectors: Connectors
    """`authorize` and `authorize_and_wait`."""

    def _set_up(self, options: IGPTOptions, transport: Transport, *, is_view: bool = False) -> None:
        self._sender = sender = AsyncSender(options, transport)
        self._is_view = is_view
        self.recall = Recall(sender)
        self.datasources = Datasources(sender)
        self.connectors = Connectors(sender)

    def _view(self, options: IGPTOptions) -> Self:
        view = object.__new__(type(self))
        view._set_up(options, self._sender.transport, is_view=True)
        return view

    @prepared_by(prepare_client_post)
    def post(self, path: str, body: Any = None, **reserved: Any) -> Coroutine[Any, Any, Reply]:
        """Post *body*, any JSON value, to a route this client does not know: same retries, key and replies.

        *path* is relative to *base_url*. An object without a `user` gets the client's. *reserved* are the options of
        every call: ``timeout``, ``max_retries``, ``idle_timeout``, ``extra_headers``, ``extra_body``, ``abort``,
        ``raise_errors``.
        """
        sent: Coroutine[Any, Any, Reply] = self._sender.send(prepare_client_post(self, path, body, **reserved))
        return sent

    async def close(self) -> None:
        """End all calls under way with ``request_aborted``, and close the session if it is the client's own.

        Safe to call twice. Later calls end in ``request_aborted`` too; entering the client again raises
        `ConfigurationError`.
        """
        if not self._is_view:
            await self._sender.transport.close()

    aclose = close

    async def __aenter__(self) -> Self:
        refuse_closed(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.close()


def _refuse_unknown(unknown: Mapping[str, Any]) -> None:
    for name in unknown:
        if name in SessionOptions.__annotations__:
            raise ConfigurationError(f"{name} belongs to the session, which a view shares; make another client for it")
        raise _unexpected("with_options", name, ViewOptions.__annotations__)


def _unexpected(called: str, name: str, options: Iterable[str]) -> TypeError:
    from difflib import get_close_matches  # noqa: PLC0415 (used for errors only)

    meant = get_close_matches(name, options, n=1)
    hint = f"; did you mean {meant[0]!r}?" if meant else ""
    return TypeError(f"{called}() got an unexpected keyword argument {name!r}{hint}")
