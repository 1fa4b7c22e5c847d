"""`AsyncIGPT`: options, the session, and the routes hung on it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, cast

from aigpt import _log
from aigpt._call import RESERVED, Call, make_free_call
from aigpt._events import Dialect
from aigpt._options import ApiKey, CommonOptions, Options, ViewOptions, make_options
from aigpt._reply import ReplyT
from aigpt._resources import Connectors, Datasources, Recall
from aigpt._session import SessionOptions, SessionOwner
from aigpt._stream import Stream
from aigpt._transport import Transport
from aigpt.errors import ConfigurationError
from aigpt.types import Reply

if TYPE_CHECKING:
    from aigpt._iter_search import Search, SearchIterator

T = TypeVar("T")


class ClientOptions(CommonOptions, SessionOptions, total=False):
    """The options of a client, all but the key."""


class AsyncIGPT:
    """A client of the iGPT API: ``async with AsyncIGPT(user="user_123") as igpt``.

    One for a whole program is right: it keeps a pool of connections, and any number of tasks of one event loop may
    share it. Without ``async with``, the first call opens the session and `close` ends it. Constructing does no I/O
    and needs no loop.

    Options, all but the key by keyword:

    - *api_key*: a string, or a callable (plain or async) asked before each attempt. Default: ``$IGPT_API_KEY``.
    - *user*: whose data calls are about, where they do not say. Default: ``$IGPT_API_USER``.
    - *base_url*: https, or http to this machine; *allow_http* for a trusted network. Default: ``$IGPT_BASE_URL``, or
      the service's own.
    - *max_retries* (3), *backoff_base* (100 ms), *backoff_factor* (2), *jitter* (0.25): after a failure that another
      attempt may mend, up to *max_retries* more, after 100, 200, 400 ms, each shortened by up to a quarter; a
      ``Retry-After`` up to 60 s goes first.
    - *timeout*: seconds for the whole call, attempts, waits and a free connection included; or an
      `aiohttp.ClientTimeout` for each attempt. Default None: 60 s to connect, 600 s without a byte, no total.
    - *idle_timeout* (600 s): how long a stream may go without an event.
    - *max_connections* (100): the size of the pool; 0 for no limit.
    - *max_response_bytes* (64 MiB), *max_event_bytes* (16 MiB): after decompression; more is an
      ``invalid_json_response``.
    - *session*: an `aiohttp.ClientSession` of your own, used as it is and never closed.
    - *proxy*, *ssl* (an `ssl.SSLContext`), *trust_env*, *trace_configs*: as in aiohttp. *default_headers*: sent with
      every request.
    - *raise_errors* (False): failed calls raise their exception, and streams raise where they would give the error
      chunk.

    Raises `ConfigurationError` at once for a missing key or an option out of range.
    """

    recall: Recall
    """`run`, `ask`, `search` and `iter_search`."""
    datasources: Datasources
    """`list`, `disconnect` and `wait`."""
    connectors: Connectors
    """`authorize` and `authorize_and_wait`."""

    def __init__(self, api_key: ApiKey | None = None, **options: Unpack[ClientOptions]) -> None:
        _log.set_up_from_environment()
        _refuse_unknown(options, ClientOptions.__annotations__)
        settings = {name: value for name, value in options.items() if name not in SessionOptions.__annotations__}
        if api_key is not None:
            settings["api_key"] = api_key
        of_session = {
            name: value
            for name, value in options.items()
            if name in SessionOptions.__annotations__ and value is not None
        }
        checked = make_options(cast("ViewOptions", settings))
        transport = Transport(SessionOwner(cast("SessionOptions", of_session)))
        self._set_up(checked, transport, is_view=False)

    def _set_up(self, options: Options, transport: Transport, *, is_view: bool) -> None:
        self.options = options
        self.transport = transport
        self.is_view = is_view
        self.recall = Recall(self)
        self.datasources = Datasources(self)
        self.connectors = Connectors(self)

    def with_options(self, **options: Unpack[ViewOptions]) -> Self:
        """Return a view of this client with other options, on the same session. Closing a view does nothing.

        Takes all options of the client but *session*, *max_connections*, *proxy*, *ssl*, *trust_env* and
        *trace_configs*. Raises `ConfigurationError` as the client itself does.
        """
        _refuse_unknown(options, ViewOptions.__annotations__)
        view = object.__new__(type(self))
        view._set_up(self.options.changed(options), self.transport, is_view=True)
        return view

    def send(self, call: Call[ReplyT]) -> Coroutine[Any, Any, ReplyT]:
        """Send a call that is ready to go. The routes use it."""
        return self.transport.call(call)

    def stream(self, call: Call[ReplyT], dialect: Callable[[], Dialect]) -> Stream[ReplyT]:
        """Return the stream of a call that is ready to go. The routes use it."""
        return Stream(self.transport, call, dialect)

    def perform(self, work: Callable[[AsyncIGPT], Coroutine[Any, Any, T]]) -> Coroutine[Any, Any, T]:
        """Return *work*, which makes many calls, begun. The routes use it."""
        return work(self)

    def iterate(self, make: Callable[[AsyncIGPT], Search]) -> SearchIterator:
        """Return the results of many searches. The routes use it."""
        from aigpt._iter_search import SearchIterator  # noqa: PLC0415 (few need it; importing aigpt stays quick)

        return SearchIterator(make(self))

    def post(self, path: str, body: Any = None, **reserved: Any) -> Coroutine[Any, Any, Reply]:
        """Post *body*, any JSON value, to a route this client does not know: same retries, key and replies.

        *path* is relative to *base_url*. An object without a `user` gets the client's. *reserved* are the options of
        every call: ``timeout``, ``max_retries``, ``idle_timeout``, ``extra_headers``, ``extra_body``, ``abort``,
        ``raise_errors``.
        """
        unknown = sorted(reserved.keys() - RESERVED)
        if unknown:
            raise TypeError(f"post() takes no keyword {unknown[0]!r}: what is sent goes into body")
        return self.transport.call(
            make_free_call(self.options, path.strip("/"), {} if body is None else body, reserved)
        )

    async def close(self) -> None:
        """End what is under way, with ``request_aborted``, and close the session if it is the client's own.

        Twice is fine.
        """
        if not self.is_view:
            await self.transport.close()

    aclose = close

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} base_url={str(self.options.base_url)!r}>"


def _refuse_unknown(given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    unknown = sorted(given.keys() - known.keys())
    if not unknown:
        return
    if unknown[0] in SessionOptions.__annotations__:
        raise ConfigurationError(
            f"{unknown[0]} belongs to the session, which a view shares; make another client for it"
        )
    raise ConfigurationError(f"there is no option {unknown[0]!r}; the options are {', '.join(sorted(known))}")
