"""`AsyncAzureOpenAI`, `AzureOpenAI`: the OpenAI protocol as Azure serves it, with deployments, versions and tokens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from ssl import SSLContext
from typing import Any, ClassVar, Self, TypeAlias, cast
from urllib.parse import quote

from aiohttp import ClientSession, TraceConfig
from yarl import URL

from aigpt._http.checks import usable_key
from aigpt._http.options import ApiKey, HooksOption
from aigpt._http.session import ClientNames
from aigpt.openai._base_client import BaseClient
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._http_clients import HTTPClientOptions
from aigpt.openai._options import (
    DEFAULT_MAX_CONNECTIONS,
    OPENAI,
    OpenAIOptions,
    Settings,
    Vendor,
    checked_url,
    common_options,
    join,
    own_errors,
    read_api_key,
    with_environment,
)
from aigpt.openai._types import DEFAULT_MAX_RETRIES, NOT_GIVEN, NotGiven, TimeoutTypes
from aigpt.openai._unknown_options import refusing_unknown_options

AzureADTokenProvider: TypeAlias = Callable[[], str]
AsyncAzureADTokenProvider: TypeAlias = Callable[[], str] | Callable[[], Awaitable[str]]

AZURE = Vendor("AZURE_OPENAI_API_KEY", (), OPENAI.log, "https://example-resource.azure.openai.com", OPENAI.others)

_TOKEN_VARIABLE = "AZURE_OPENAI_AD_TOKEN"  # noqa: S105 (its name)
_ENDPOINT_VARIABLE = "AZURE_OPENAI_ENDPOINT"
_VERSION_VARIABLE = "OPENAI_API_VERSION"
_REALTIME = "/realtime"
_CREDENTIALS = ("api_key", "azure_ad_token", "azure_ad_token_provider")
# What Azure serves for one deployment of a model. All other routes are those of the whole resource.
_ROUTES_OF_DEPLOYMENTS = frozenset(
    {
        "/completions",
        "/chat/completions",
        "/embeddings",
        "/audio/transcriptions",
        "/audio/translations",
        "/audio/speech",
        "/images/generations",
        "/images/edits",
    }
)


class MutuallyExclusiveAuthError(ConfigurationError):
    """More than one of `api_key`, `azure_ad_token` and `azure_ad_token_provider` was given."""

    def __init__(self) -> None:
        super().__init__("pass only one of api_key, azure_ad_token and azure_ad_token_provider")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()


class AzureSettings(Settings, total=False):
    """The options of an Azure client that a view may change."""

    azure_endpoint: str | URL | None
    azure_deployment: str | None
    api_version: str | None
    azure_ad_token: str | None
    azure_ad_token_provider: AsyncAzureADTokenProvider | None


class AzureOptions(OpenAIOptions):
    """The checked options of an Azure client or a view of one."""

    resource: URL
    """What those routes are relative to that no deployment serves."""
    has_token: bool
    """Whether `api_key` is a token, or gives one."""

    @property
    def key_name(self) -> str:
        """What the option is called that gives the key or token."""
        return "azure_ad_token_provider" if self.has_token else "api_key"

    def credentials(self, key: str) -> tuple[str, str]:
        """Return the name and the value of the header that holds *key*, which may be a token."""
        return ("Authorization", f"Bearer {key}") if self.has_token else ("api-key", key)

    def target(self, path: str, body: object) -> str:
        """Return the URL of *path*: below the deployment that serves it, which the model in *body* names."""
        if path not in _ROUTES_OF_DEPLOYMENTS:
            return join(self.resource, path)
        model: object = cast("Mapping[str, object]", body).get("model") if isinstance(body, Mapping) else None
        if model is not None and "/deployments" not in self.base_url.path:
            path = f"/deployments/{_deployment('model', model)}{path}"
        return join(self.base_url, path)

    def socket_target(self, path: str, query: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
        """Return the URL of the WebSocket at *path*, and its query: for realtime, the deployment in the model's place.

        Raises ConfigurationError where nothing names one.
        """
        target = join(self.socket_url or self.resource, path)
        if path != _REALTIME:
            return target, query
        rest = dict(query)
        model = rest.pop("model", None)
        deployment = cast("AzureSettings", self.settings).get("azure_deployment") or model
        if not deployment:
            raise ConfigurationError("realtime of Azure needs a deployment: pass model= with its name")
        return target, {**rest, "deployment": deployment}

    def changed(self, changes: Settings) -> Self:
        """Return these options with *changes*, as a view has them. Raises ConfigurationError.

        A key or token takes the place of what there was; a `base_url` that of the endpoint with its deployment.
        """
        settings: dict[str, Any] = {**self.settings}
        given = {name for name, value in changes.items() if value is not None}
        if given.intersection(_CREDENTIALS):
            settings = {name: value for name, value in settings.items() if name not in _CREDENTIALS}
        if "base_url" in given:
            settings["azure_endpoint"] = settings["azure_deployment"] = None
        elif "azure_endpoint" in given:
            settings["base_url"] = None
        return cast("Self", make_azure_options(cast("AzureSettings", {**settings, **changes}), {}))


@own_errors()
def make_azure_options(settings: AzureSettings, environment: Mapping[str, str]) -> AzureOptions:
    """Return *settings* as options, the *environment* filling the gaps. Raises ConfigurationError naming the remedy."""
    filled = with_environment(settings, AZURE, environment)
    has_token, key = _read_credentials(settings, environment)
    for name in _CREDENTIALS:
        filled[name] = None
    kept = "api_key" if not has_token else "azure_ad_token" if isinstance(key, str) else "azure_ad_token_provider"
    filled[kept] = key
    version = filled["api_version"] = settings.get("api_version") or environment.get(_VERSION_VARIABLE)
    if not isinstance(version, str):
        raise ConfigurationError(f"no API version: pass api_version=, or set {_VERSION_VARIABLE}")
    base_url, resource = _read_urls(filled, environment)
    credentials: dict[str, str] = {}
    if isinstance(key, str) and key:
        credentials = {"Authorization": f"Bearer {key}"} if has_token else {"api-key": key}
    fields = common_options(cast("Settings", filled), AZURE, key, base_url, credentials)
    fields["default_query"]["api-version"] = version
    return AzureOptions(**fields, resource=resource, has_token=has_token)


def _read_credentials(settings: AzureSettings, environment: Mapping[str, str]) -> tuple[bool, ApiKey]:
    """Return the token or the key, and whether it is a token; what is given goes before the environment."""
    token, provider = settings.get("azure_ad_token"), settings.get("azure_ad_token_provider")
    if sum(settings.get(name) is not None for name in _CREDENTIALS) > 1:
        raise MutuallyExclusiveAuthError
    if provider is not None:
        if not callable(provider):
            raise ConfigurationError("azure_ad_token_provider must be a callable that returns a token")
        return True, provider
    if settings.get("api_key") is None:
        name = "azure_ad_token"
        if token is None:
            name, token = _TOKEN_VARIABLE, environment.get(_TOKEN_VARIABLE) or None
        if token is not None:
            usable = usable_key(token)
            if usable is None:
                raise ConfigurationError(f"{name} is not usable: it must be one line of printable ASCII")
            return True, usable
        if AZURE.key not in environment:
            raise ConfigurationError(
                "no credentials: pass one of api_key=, azure_ad_token= and azure_ad_token_provider=, "
                f"or set the environment variable {AZURE.key} or {_TOKEN_VARIABLE}"
            )
    return False, read_api_key(settings.get("api_key"), AZURE, environment)


def _read_urls(filled: dict[str, Any], environment: Mapping[str, str]) -> tuple[URL, URL]:
    """Return what the routes of deployments are relative to, and all others; note the endpoint in *filled*."""
    allow_http = filled.get("allow_http")
    given, endpoint = filled.get("base_url"), filled.get("azure_endpoint")
    if given is not None:
        if endpoint is not None:
            raise ConfigurationError("pass either base_url or azure_endpoint, not both")
        base_url = filled["base_url"] = checked_url("base_url", given, allow_http, AZURE.default_base_url)
        return base_url, base_url
    name = "azure_endpoint"
    if endpoint is None:
        name, endpoint = _ENDPOINT_VARIABLE, environment.get(_ENDPOINT_VARIABLE) or None
    if endpoint is None:
        raise ConfigurationError(
            f"no endpoint: pass azure_endpoint= or base_url=, or set the environment variable {_ENDPOINT_VARIABLE}"
        )
    checked = filled["azure_endpoint"] = checked_url(name, endpoint, allow_http, AZURE.default_base_url)
    resource = URL(join(checked, "openai"), encoded=True)
    deployment: object = filled.get("azure_deployment")
    if deployment is None:
        return resource, resource
    part = _deployment("azure_deployment", deployment)
    return URL(join(resource, f"deployments/{part}"), encoded=True), resource


def _deployment(name: str, given: object) -> str:
    """Return the name of a deployment as a part of a path. Raises ConfigurationError."""
    text = given.strip() if isinstance(given, str) else ""
    if text in {"", ".", ".."}:
        raise ConfigurationError(f"{name} must be the name of a deployment")
    return quote(text, safe="")


class AzureClient(BaseClient):
    """The options of Azure's clients."""

    _vendor: ClassVar[Vendor] = AZURE
    _names: ClassVar[ClientNames] = ClientNames("AsyncAzureOpenAI", "AzureOpenAI", ConfigurationError)
    _settings: ClassVar[type] = AzureSettings

    def _make_options(self, settings: Settings, environment: Mapping[str, str]) -> OpenAIOptions:
        return self._checked(make_azure_options(cast("AzureSettings", settings), environment))


class AsyncAzureOpenAI(AzureClient, AsyncOpenAI):
    """A client of Azure OpenAI: ``AsyncAzureOpenAI(azure_endpoint=…, api_version=…)``. See `AsyncOpenAI`.

    Options beside those of `AsyncOpenAI`:

    - *azure_endpoint*: the resource, such as ``https://example-resource.azure.openai.com``; default
      ``$AZURE_OPENAI_ENDPOINT``. Or *base_url*, the URL that routes are relative to.
    - *azure_deployment*: the deployment that serves all calls of models; else the `model` of each call names it.
    - *api_version*: default ``$OPENAI_API_VERSION``.
    - *api_key*, *azure_ad_token* or *azure_ad_token_provider*, a callable (plain or async) that returns a token and is
      called before each attempt. Default: ``$AZURE_OPENAI_AD_TOKEN``, then ``$AZURE_OPENAI_API_KEY``.
    """

    @refusing_unknown_options
    def __init__(
        self,
        *,
        azure_endpoint: str | URL | None = None,
        azure_deployment: str | None = None,
        api_version: str | None = None,
        api_key: str | Callable[[], str] | Callable[[], Awaitable[str]] | None = None,
        azure_ad_token: str | None = None,
        azure_ad_token_provider: AsyncAzureADTokenProvider | None = None,
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

    @refusing_unknown_options
    def copy(
        self,
        *,
        api_key: str | Callable[[], str] | Callable[[], Awaitable[str]] | None = None,
        azure_ad_token: str | None = None,
        azure_ad_token_provider: AsyncAzureADTokenProvider | None = None,
        azure_deployment: str | None = None,
        api_version: str | None = None,
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
        """Return a view of this client with other options, on the same connections; see `AsyncOpenAI.copy`."""
        changes = locals()
        del changes["self"]
        return self._copy(changes)

    with_options = copy


class AzureOpenAI(AzureClient, OpenAI):
    """A blocking client of Azure OpenAI, the twin of `AsyncAzureOpenAI`. See `OpenAI`.

    A callable *azure_ad_token_provider* is called in the thread that made the call.
    """

    @refusing_unknown_options
    def __init__(
        self,
        *,
        azure_endpoint: str | URL | None = None,
        azure_deployment: str | None = None,
        api_version: str | None = None,
        api_key: str | Callable[[], str] | None = None,
        azure_ad_token: str | None = None,
        azure_ad_token_provider: AzureADTokenProvider | None = None,
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

    @refusing_unknown_options
    def copy(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
        azure_ad_token: str | None = None,
        azure_ad_token_provider: AzureADTokenProvider | None = None,
        azure_deployment: str | None = None,
        api_version: str | None = None,
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
        """Return a view of this client with other options, on the same connections; see `OpenAI.copy`."""
        changes = locals()
        del changes["self"]
        return self._copy(changes)

    with_options = copy
