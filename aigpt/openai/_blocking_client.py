"""`OpenAI`: the blocking twin of `AsyncOpenAI`, a shim over the same calls on an event loop of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from inspect import isawaitable, iscoroutine, iscoroutinefunction
from ssl import SSLContext
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from aiohttp import TraceConfig
from yarl import URL

from aigpt._blocking.portal import BlockingPortal, run_in_caller
from aigpt._http.failure import key_failure
from aigpt._http.options import HooksOption
from aigpt._http.transport import Transport
from aigpt.openai._base_client import BaseClient
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._http_clients import HTTPClientOptions
from aigpt.openai._namespaces import Namespaces
from aigpt.openai._options import DEFAULT_MAX_CONNECTIONS, OpenAIOptions
from aigpt.openai._sender import BlockingSender
from aigpt.openai._types import DEFAULT_MAX_RETRIES, NOT_GIVEN, NotGiven, TimeoutTypes
from aigpt.openai._unknown_options import refusing_unknown_options

if TYPE_CHECKING:
    from aigpt.openai._views import RawClient, StreamedClient


_IS_ASYNC = "{} of a blocking client must be a plain function: async ones belong to async clients"


async def _call_in_caller(function: Callable[[], Any]) -> object:
    """Return the key that *function* gives in the thread that made the call, or why there is none."""
    given = await run_in_caller(function)
    if not isawaitable(given):
        return given
    if iscoroutine(given):
        given.close()
    return key_failure("is async, which only async clients take")


class OpenAI(Namespaces, BaseClient):
    """A blocking client of the OpenAI protocol: ``client = OpenAI()``.

    The twin of `AsyncOpenAI`: same names and options, no ``await``; no *session*, which would belong to another event
    loop. `abort` is a `threading.Event`. Threads may share it. Calling `close` is optional; Ctrl-C ends the call under
    way. A callable *api_key* is called on the caller's thread.
    """

    @refusing_unknown_options
    def __init__(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
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

    _holder: ClassVar[str] = "DefaultHttpxClient"

    def _set_up(self, options: OpenAIOptions) -> None:
        transport = self._connections.own
        transport.run_callable = _call_in_caller
        portal = BlockingPortal(self._connections.close, self._names)
        self._sender = BlockingSender(options, transport, portal)

    def _checked(self, options: OpenAIOptions) -> OpenAIOptions:
        key: Any = options.api_key
        if iscoroutinefunction(key) or iscoroutinefunction(type(key).__call__):
            raise ConfigurationError(_IS_ASYNC.format(options.key_name))
        return options

    def _view_sender(self, options: OpenAIOptions, transport: Transport) -> BlockingSender:
        sender = cast("BlockingSender", self._sender)
        return BlockingSender(options, transport, sender.running_portal)

    @refusing_unknown_options
    def copy(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
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
    def with_raw_response(self) -> RawClient:
        """The namespaces, whose methods return answers with their HTTP response."""
        from aigpt.openai._views import RawClient  # noqa: PLC0415 (on first touch)

        return RawClient(self)

    @property
    def with_streaming_response(self) -> StreamedClient:
        """The namespaces, whose methods open responses that their caller reads."""
        from aigpt.openai._views import StreamedClient  # noqa: PLC0415 (on first touch)

        return StreamedClient(self)

    # ── any other route ─────────────────────────────────────────────────────────────────────────────────────────

    def get(
        self,
        path: str,
        *,
        cast_to: Any,
        options: Mapping[str, Any] | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """Get *path*. *cast_to*: a model, ``dict``, ``object``, ``str``, ``bytes``, or a class called Response.

        *options*: `headers`, `params` (the query), `timeout`, `max_retries`, `deadline`, `abort`, `idempotency_key`.
        """
        return self._any_route("GET", path, cast_to=cast_to, options=options, stream=stream, stream_cls=stream_cls)

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
    ) -> Any:
        """Post *body* as JSON, *content* as it is, or a form with *files* to *path*; see `get`."""
        return self._any_route(
            "POST",
            path,
            cast_to=cast_to,
            body=body,
            content=content,
            files=files,
            options=options,
            stream=stream,
            stream_cls=stream_cls,
        )

    def patch(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Any:
        """Patch *path*; see `post`."""
        return self._any_route("PATCH", path, cast_to=cast_to, body=body, content=content, options=options)

    def put(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        files: Any = None,
        options: Mapping[str, Any] | None = None,
    ) -> Any:
        """Put *body* to *path*; see `post`."""
        return self._any_route("PUT", path, cast_to=cast_to, body=body, content=content, files=files, options=options)

    def delete(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Any:
        """Delete *path*; see `post`."""
        return self._any_route("DELETE", path, cast_to=cast_to, body=body, content=content, options=options)

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

    def close(self) -> None:
        """End all calls under way, close the connections, end the thread. Safe to call twice."""
        if not self._is_view:
            self._connections.refuse_calls()
            cast("BlockingSender", self._sender).running_portal.stop()

    def __enter__(self) -> Self:
        self._refuse_closed()
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.close()
