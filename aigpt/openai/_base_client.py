"""What the async and the blocking clients of the OpenAI protocol share: options, and the verbs for any route."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Never, Self, cast

from yarl import URL

from aigpt._http import log
from aigpt._http.session import ClientNames, SessionOptions
from aigpt._http.transport import Transport
from aigpt.openai._connections import Connections, make_transport
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._http_clients import HTTPClientOptions, check_http_client
from aigpt.openai._options import (
    DEFAULT_MAX_CONNECTIONS,
    OPENAI,
    OpenAIOptions,
    Settings,
    Vendor,
    is_omitted,
    make_options,
    own_errors,
)
from aigpt.openai._types import DEFAULT_TIMEOUT, NOT_GIVEN, NotGiven, TimeoutTypes
from aigpt.openai._unknown_options import OF_THE_CONNECTIONS

if TYPE_CHECKING:
    from aigpt.openai._sender import Sender

# Options of a view for which None is no word for "as in the client".
_NONE_IS_A_VALUE = frozenset(
    {
        "timeout",
        "deadline",
        "idle_timeout",
        "max_retries",
        "max_response_bytes",
        "allow_http",
        "allow_incomplete",
        "hooks",
    }
)
_SESSION_DEFAULTS: Mapping[str, Any] = {"max_connections": DEFAULT_MAX_CONNECTIONS}


class BaseClient(ABC):
    """The options of a client, and their checks."""

    _vendor: ClassVar[Vendor] = OPENAI
    _names: ClassVar[ClientNames] = ClientNames("AsyncOpenAI", "OpenAI", ConfigurationError)
    _settings: ClassVar[type] = Settings
    _sender: Sender
    _connections: Connections
    _is_view = False
    _holder: ClassVar[str] = "DefaultAsyncHttpxClient"
    """What holds options of its connections."""

    if not TYPE_CHECKING:  # for type checkers there are only the names there are

        def __getattr__(self, name: str) -> Never:
            from aigpt.openai._missing import get_missing  # noqa: PLC0415 (for errors)

            get_missing(self, name)

    def _begin(self, given: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> None:
        """Set up a client with the options *given*, the *environment* filling the gaps.

        Raises ConfigurationError naming the option and the remedy.
        """
        settings, holder = self._settings_of(given)
        of_session = {name: given[name] for name in SessionOptions.__annotations__ if name in given}
        changed = {name: value for name, value in of_session.items() if value != _SESSION_DEFAULTS.get(name)}
        if holder is not None:
            changed = {**holder.session_options(), **changed}
        with own_errors():
            log.set_up_from_environment()
            log.set_up_from_environment(self._vendor.log, strict=False)
            options = self._make_options(settings, environment)
            transport = make_transport(cast("SessionOptions", changed), self._names, options.base_url)
        self._connections = Connections(transport, self._names)
        self._set_up(options)

    def _settings_of(self, given: Mapping[str, Any]) -> tuple[Settings, HTTPClientOptions | None]:
        """Return what of the options *given* a view may change, and the holder of the others. Raises TypeError."""
        names = self._settings.__annotations__
        settings: dict[str, Any] = {
            name: value for name, value in given.items() if name in names and not is_omitted(value)
        }
        holder = check_http_client(given.get("http_client"), self._holder)
        if holder is not None:
            if not is_omitted(holder.timeout):
                settings.setdefault("timeout", holder.timeout)
            if holder.base_url and settings.get("base_url") is None:
                settings["base_url"] = str(holder.base_url)
            if holder.headers:
                settings["default_headers"] = {**holder.headers, **(settings.get("default_headers") or {})}
        return cast("Settings", settings), holder

    def _make_options(self, settings: Settings, environment: Mapping[str, str]) -> OpenAIOptions:
        """Return *settings* as options, the *environment* filling the gaps. Raises ConfigurationError."""
        return self._checked(make_options(settings, self._vendor, environment))

    def _checked(self, options: OpenAIOptions) -> OpenAIOptions:
        """Return *options* that the client can use. Raises ConfigurationError."""
        return options

    @abstractmethod
    def _set_up(self, options: OpenAIOptions) -> None:
        """Set up a client with checked *options*, which has its connections already."""

    @abstractmethod
    def _view_sender(self, options: OpenAIOptions, transport: Transport) -> Sender:
        """Return a sender with other *options*, on *transport*."""

    # ── views ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _copy(self, changes: dict[str, Any]) -> Self:
        """Return a view of this client with *changes*. Closing a view does nothing.

        It is on the same connections, or on those of its `http_client`, which are closed with the client.
        """
        options, transport = self._sender.options, self._sender.transport
        given: dict[str, Any] = {
            name: value
            for name, value in changes.items()
            if not is_omitted(value) and (value is not None or name in _NONE_IS_A_VALUE)
        }
        given.update(given.pop("_extra_kwargs", {}))
        if SessionOptions.__annotations__.keys() & given.keys():
            raise ConfigurationError(OF_THE_CONNECTIONS)
        holder = check_http_client(given.pop("http_client", None), self._holder)
        _merge(given, "default_headers", options.settings.get("default_headers"))
        _merge(given, "default_query", options.default_query)
        if holder is not None:
            if not is_omitted(holder.timeout):
                given.setdefault("timeout", holder.timeout)
            if holder.headers:
                above: Mapping[str, Any] | None = given.get("default_headers", options.settings.get("default_headers"))
                given["default_headers"] = {**holder.headers, **(above or {})}
        view = object.__new__(type(self))
        view._is_view = True
        view._connections = self._connections
        options = self._checked(options.changed(cast("Settings", given)))
        if holder is not None:
            with own_errors():
                transport = self._connections.of_view(holder, options.base_url)
        view._sender = self._view_sender(options, transport)
        return view

    # ── what the client was given ───────────────────────────────────────────────────────────────────────────────

    def _change(self, **changes: Any) -> None:
        """Have the client, its views and resources apart, send with *changes* from now on."""
        sender = self._sender
        sender.change(self._checked(sender.options.changed(cast("Settings", changes))))

    @property
    def api_key(self) -> str:
        """The API key; ``""`` where a callable gives it."""
        key = self._sender.options.settings.get("api_key")
        return key if isinstance(key, str) else ""

    @api_key.setter
    def api_key(self, value: str) -> None:
        self._change(api_key=value)

    @property
    def organization(self) -> str | None:
        """What is sent as ``OpenAI-Organization``."""
        return self._sender.options.settings.get("organization")

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._change(organization=value)

    @property
    def project(self) -> str | None:
        """What is sent as ``OpenAI-Project``."""
        return self._sender.options.settings.get("project")

    @project.setter
    def project(self, value: str | None) -> None:
        self._change(project=value)

    @property
    def webhook_secret(self) -> str | None:
        """The secret that webhooks are signed with."""
        return self._sender.options.settings.get("webhook_secret")

    @webhook_secret.setter
    def webhook_secret(self, value: str | None) -> None:
        self._change(webhook_secret=value)

    @property
    def websocket_base_url(self) -> str | URL | None:
        """The URL of WebSockets, where that is not `base_url` with ``wss``."""
        return self._sender.options.settings.get("websocket_base_url")

    @websocket_base_url.setter
    def websocket_base_url(self, value: str | URL | None) -> None:
        self._change(websocket_base_url=value)

    @property
    def base_url(self) -> URL:
        """What paths are relative to; ends in ``/``."""
        url = self._sender.options.base_url
        return url if url.raw_path.endswith("/") else url.with_path(url.raw_path + "/", encoded=True)

    @base_url.setter
    def base_url(self, value: str | URL) -> None:
        self._change(base_url=value)

    @property
    def timeout(self) -> TimeoutTypes:
        """The timeout of calls that give none."""
        given = self._sender.options.settings.get("timeout", NOT_GIVEN)
        return DEFAULT_TIMEOUT if isinstance(given, NotGiven) else given

    @timeout.setter
    def timeout(self, value: TimeoutTypes) -> None:
        self._change(timeout=value)

    @property
    def max_retries(self) -> int:
        """How often a failed call is sent again."""
        return self._sender.options.policy.max_retries

    @max_retries.setter
    def max_retries(self, value: int) -> None:
        self._change(max_retries=value)

    @property
    def default_headers(self) -> dict[str, str]:
        """What is sent with every request, but for the credentials."""
        headers = self._sender.options.headers
        return {name: value for name, value in headers.items() if name.lower() not in {"authorization", "api-key"}}

    @property
    def auth_headers(self) -> dict[str, str]:
        """The header with the credentials."""
        headers = self._sender.options.headers
        return {name: value for name, value in headers.items() if name.lower() in {"authorization", "api-key"}}

    @property
    def default_query(self) -> dict[str, object]:
        """What is sent with every request's query."""
        return dict(self._sender.options.default_query)

    @property
    def user_agent(self) -> str:
        """What the client calls itself."""
        return self._sender.options.headers.get("User-Agent", "")

    def is_closed(self) -> bool:
        """Return whether `close` was called."""
        return self._sender.transport.owner.closed

    def _refuse_closed(self) -> None:
        """Raise ConfigurationError if the client is closed: all calls in its block would fail."""
        if self.is_closed():
            kind = type(self).__name__
            raise ConfigurationError(f"this {kind} is closed and cannot be entered again; make another {kind}")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} base_url={str(self.base_url)!r}>"

    def _any_list(
        self, path: str, *, model: Any, page: Any, body: object, options: Mapping[str, Any] | None, method: str
    ) -> Any:
        """Return what gives the first page of a list that no method stands for."""
        from aigpt.openai._any_route import list_request  # noqa: PLC0415 (few need it)

        return list_request(
            self._sender, method.upper(), path, model=model, page=page, body=body, options_of_call=options or {}
        ).send()

    # ── any other route ─────────────────────────────────────────────────────────────────────────────────────────

    def _any_route(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: bytes | None = None,
        files: Any = None,
        options: Mapping[str, Any] | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """Return what gives the answer of a route that no method stands for."""
        from aigpt.openai._any_route import prepare_any_route  # noqa: PLC0415 (few need it)

        sender = self._sender
        call = prepare_any_route(
            sender.options,
            method,
            path,
            cast_to=cast_to,
            body=body,
            content=content,
            files=files,
            options_of_call=options or {},
            stream=stream,
            stream_cls=stream_cls,
        )
        return sender.perform(call)


def _merge(given: dict[str, Any], name: str, current: Mapping[str, Any] | None) -> None:
    """Have *given* say under *name* what a view is to have: what was there and what is given, or `set_…` alone."""
    instead = given.pop(f"set_{name}", None)
    if instead is not None:
        if name in given:
            raise ValueError(f"The `{name}` and `set_{name}` arguments are mutually exclusive")
        given[name] = instead
    elif name in given:
        given[name] = {**(current or {}), **given[name]}
