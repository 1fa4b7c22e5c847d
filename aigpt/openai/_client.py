"""`AsyncOpenAI`: an async client of the OpenAI protocol."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from ssl import SSLContext
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from aiohttp import ClientSession, TraceConfig
from yarl import URL

from aigpt._http.options import HooksOption
from aigpt._http.transport import Transport
from aigpt.openai._base_client import BaseClient
from aigpt.openai._http_clients import HTTPClientOptions
from aigpt.openai._namespaces import AsyncNamespaces
from aigpt.openai._options import DEFAULT_MAX_CONNECTIONS, OpenAIOptions
from aigpt.openai._sender import AsyncSender
from aigpt.openai._types import DEFAULT_MAX_RETRIES, NOT_GIVEN, NotGiven, TimeoutTypes
from aigpt.openai._unknown_options import refusing_unknown_options

if TYPE_CHECKING:
    from aigpt.openai._views import AsyncRawClient, AsyncStreamedClient


class AsyncOpenAI(AsyncNamespaces, BaseClient):
    """A client of the OpenAI protocol: ``async with AsyncOpenAI() as client``.

    One client serves a whole program: it keeps a pool of connections, and any number of tasks of one event loop may
    share it. Without ``async with``, the first call opens the session and `close` ends it.

    Options, by keyword:

    - *api_key*: a string, or a callable (plain or async) called before each attempt. Default: ``$OPENAI_API_KEY``.
      Empty for servers of your own that want none.
    - *organization*, *project*, *webhook_secret*: default ``$OPENAI_ORG_ID``, ``$OPENAI_PROJECT_ID``,
      ``$OPENAI_WEBHOOK_SECRET``.
    - *base_url*: default ``$OPENAI_BASE_URL``, or the service's own. Plain http is taken, with one WARNING beyond
      private addresses; *allow_http* (True, False) silences or forbids it. *websocket_base_url*: where WebSockets are.
    - *timeout*: seconds, None, a `Timeout` (``httpx.Timeout`` too) or an `aiohttp.ClientTimeout`. A number bounds an
      attempt as a whole where an answer is read whole; in a stream each wait for bytes; with files each wait without
      progress. Default: 600 s without a byte, 5 s to connect.
    - *deadline*: seconds for a whole call, with its retries. *idle_timeout*: seconds for the wait for an event.
    - *max_retries* (2): after 0.5, 1, 2, … 8 s less up to a quarter; ``Retry-After`` up to 120 s.
    - *default_headers* (`omit` takes one away), *default_query*.
    - *http_client*: `DefaultAioHttpClient` or `DefaultAsyncHttpxClient`, which hold options; no client of httpx.
    - *max_connections* (1000), *session*, *proxy*, *ssl*, *trace_configs*: as in aiohttp. *trust_env*: by default the
      proxy that ``$HTTPS_PROXY``, ``$HTTP_PROXY`` or ``$ALL_PROXY`` names for *base_url* when the client is made, and
      ``$NO_PROXY`` does not except; False for none, True for whatever aiohttp takes from the environment.
    - *max_response_bytes*: default 1 GiB for JSON, none for binary answers.
    - *allow_incomplete*: take streams for whole that end without their end mark.
    - *hooks*: `aigpt.Hooks`, told of attempts, retries and ends of calls.

    Raises `OpenAIError` at once for a missing key or an option out of range.
    """

    @refusing_unknown_options
    def __init__(
        self,
        *,
        api_key: str | Callable[[], str] | Callable[[], Awaitable[str]] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        base_url: str | URL | None = None,
        websocket_base_url: str | URL | None = None,
        timeout: TimeoutTypes | NotGiven = NOT_GIVEN,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Mapping[str, Any] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: HTTPClientOptions | None = None,
        deadline: float | None = None,
        idle_timeout: float | None = None,
        max_connections: int = DEFAULT_MAX_CONNECTIONS,
        max_response_bytes: int | None = None,
        session: ClientSession | None = None,
        proxy: str | URL | None = None,
        ssl: SSLContext | None = None,
        trust_env: bool | None = None,
        trace_configs: Sequence[TraceConfig] | None = None,
        allow_http: bool | None = None,
        allow_incomplete: bool = False,
        hooks: HooksOption = None,
        _strict_response_validation: bool = False,
    ) -> None:
        self._begin(locals())

    def _set_up(self, options: OpenAIOptions) -> None:
        self._sender = AsyncSender(options, self._connections.own)

    def _view_sender(self, options: OpenAIOptions, transport: Transport) -> AsyncSender:
        return AsyncSender(options, transport)

    @refusing_unknown_options
    def copy(
        self,
        *,
        api_key: str | Callable[[], str] | Callable[[], Awaitable[str]] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        base_url: str | URL | None = None,
        websocket_base_url: str | URL | None = None,
        timeout: TimeoutTypes | NotGiven = NOT_GIVEN,
        http_client: HTTPClientOptions | None = None,
        max_retries: int | NotGiven = NOT_GIVEN,
        default_headers: Mapping[str, Any] | None = None,
        set_default_headers: Mapping[str, Any] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        deadline: float | NotGiven | None = NOT_GIVEN,
        idle_timeout: float | NotGiven | None = NOT_GIVEN,
        max_response_bytes: int | NotGiven | None = NOT_GIVEN,
        allow_http: bool | NotGiven | None = NOT_GIVEN,
        allow_incomplete: bool | NotGiven = NOT_GIVEN,
        hooks: HooksOption | NotGiven = NOT_GIVEN,
        _extra_kwargs: Mapping[str, Any] | None = None,
    ) -> Self:
        """Return a view of this client with other options, on the same connections. Closing a view does nothing.

        With an *http_client* it has connections of its own, which are closed with the client; views with the same
        options share them.

        *default_headers* and *default_query* are merged with the client's, *set_default_headers* and
        *set_default_query* take their place.
        """
        changes = locals()
        del changes["self"]
        return self._copy(changes)

    with_options = copy

    @property
    def with_raw_response(self) -> AsyncRawClient:
        """The namespaces, whose methods return answers with their HTTP response."""
        from aigpt.openai._views import AsyncRawClient  # noqa: PLC0415 (on first touch)

        return AsyncRawClient(self)

    @property
    def with_streaming_response(self) -> AsyncStreamedClient:
        """The namespaces, whose methods open responses that their caller reads."""
        from aigpt.openai._views import AsyncStreamedClient  # noqa: PLC0415 (on first touch)

        return AsyncStreamedClient(self)

    # ── any other route ─────────────────────────────────────────────────────────────────────────────────────────

    def get(
        self,
        path: str,
        *,
        cast_to: Any,
        options: Mapping[str, Any] | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Coroutine[Any, Any, Any]:
        """Get *path*. *cast_to*: a model, ``dict``, ``object``, ``str``, ``bytes``, or a class called Response.

        *options*: `headers`, `params` (the query), `timeout`, `max_retries`, `deadline`, `abort`, `idempotency_key`.
        """
        return cast(
            "Coroutine[Any, Any, Any]",
            self._any_route("GET", path, cast_to=cast_to, options=options, stream=stream, stream_cls=stream_cls),
        )

    def post(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        options: Mapping[str, Any] | None = None,
        files: Any = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Coroutine[Any, Any, Any]:
        """Post *body* as JSON, *content* as it is, or a form with *files* to *path*; see `get`."""
        return cast(
            "Coroutine[Any, Any, Any]",
            self._any_route(
                "POST",
                path,
                cast_to=cast_to,
                body=body,
                content=content,
                files=files,
                options=options,
                stream=stream,
                stream_cls=stream_cls,
            ),
        )

    def patch(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Coroutine[Any, Any, Any]:
        """Patch *path*; see `post`."""
        return cast(
            "Coroutine[Any, Any, Any]",
            self._any_route("PATCH", path, cast_to=cast_to, body=body, content=content, options=options),
        )

    def put(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        files: Any = None,
        options: Mapping[str, Any] | None = None,
    ) -> Coroutine[Any, Any, Any]:
        """Put *body* to *path*; see `post`."""
        return cast(
            "Coroutine[Any, Any, Any]",
            self._any_route("PUT", path, cast_to=cast_to, body=body, content=content, files=files, options=options),
        )

    def delete(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Coroutine[Any, Any, Any]:
        """Delete *path*; see `post`."""
        return cast(
            "Coroutine[Any, Any, Any]",
            self._any_route("DELETE", path, cast_to=cast_to, body=body, content=content, options=options),
        )

    def get_api_list(
        self,
        path: str,
        *,
        model: Any,
        page: Any,
        body: object = None,
        options: Mapping[str, Any] | None = None,
        method: str = "get",
    ) -> Any:
        """Return the list at *path*, of items of the type *model*, in pages of the class *page*."""
        return self._any_list(path, model=model, page=page, body=body, options=options, method=method)

    # ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────

    async def close(self) -> None:
        """End all calls under way, and close the session if it is the client's own. Safe to call twice."""
        if not self._is_view:
            await self._connections.close()

    aclose = close

    async def __aenter__(self) -> Self:
        self._refuse_closed()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.close()
