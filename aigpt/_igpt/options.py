"""The options of iGPT's clients: what they take, and the environment variables that fill the gaps."""

# Annotations are not postponed: a TypedDict compiles those that are strings, which takes most of its time.

import os
from collections.abc import Mapping
from typing import Any, Self, TypedDict, cast

from yarl import URL

from aigpt._http.checks import check_base_url, check_flag, check_number, check_seconds, check_whole, usable_key
from aigpt._http.options import ApiKey, HooksOption, Limits, Options, Timeout, checked_hooks, make_headers
from aigpt._http.retry import RetryPolicy
from aigpt._http.session import SessionOptions
from aigpt._http.timeouts import SILENCE_SECONDS
from aigpt.errors import ConfigurationError

DEFAULT_BASE_URL = "https://api.igpt.ai/v1"
DEFAULT_RESPONSE_BYTES = 64 << 20
DEFAULT_EVENT_BYTES = 16 << 20

_FROM_ENVIRONMENT = frozenset({"api_key", "user", "base_url", "allow_http"})
_HOW_TO_ALLOW_HTTP = "allow_http=True (IGPT_ALLOW_HTTP=1, --allow-http)"


class CommonOptions(TypedDict, total=False):
    """The options of a client that a view may change, all but the key."""

    user: str | None
    """Whose data calls are about, where they do not say. Default: ``$IGPT_API_USER``."""
    base_url: str | URL | None
    """https, or http to this machine. Default: ``$IGPT_BASE_URL``, or the service's own."""
    allow_http: bool | None
    """Whether http to another machine is allowed, on a trusted network. Default: whether ``$IGPT_ALLOW_HTTP`` is 1."""
    max_retries: int
    """Retries after the first attempt; 3 by default."""
    backoff_base: float
    """Milliseconds before the first retry; 100 by default."""
    backoff_factor: float
    """By how many times each further wait is longer; 2 by default."""
    jitter: float
    """By how much a wait is shortened at random, at most: 0.25 by default, which is a quarter."""
    timeout: Timeout
    """Seconds for the whole call, or an `aiohttp.ClientTimeout` for each attempt.

    By default 60 s to connect, 600 s without a byte, no total.
    """
    idle_timeout: float
    """Seconds a stream may go without an event; 600 by default."""
    max_response_bytes: int
    """Bytes of a response after decompression; 64 MiB by default. More is an ``invalid_json_response``."""
    max_event_bytes: int
    """Bytes of an event of a stream; 16 MiB by default. More is an ``invalid_json_response``."""
    default_headers: Mapping[str, str] | None
    """Sent with every request."""
    raise_errors: bool
    """Whether failed calls raise their exception; False by default."""
    hooks: HooksOption
    """`Hooks`, or a list of them, told of attempts, retries and ends of calls."""


class ViewOptions(CommonOptions, total=False):
    """The options of a client that `with_options` may change."""

    api_key: ApiKey | None
    """A string, or a callable (plain or async) called before each attempt. Default: ``$IGPT_API_KEY``."""


class ClientOptions(CommonOptions, SessionOptions, total=False):
    """The options of a client, all but the key: for those who pass them on."""


class IGPTOptions(Options):
    """The checked options of an iGPT client or a view of one."""

    user: str | None
    raise_errors: bool
    settings: ViewOptions
    """What the client was given, with the environment of the moment when it was made."""

    def for_call(self, *, raise_errors: bool | None = None, **overrides: Any) -> Self:
        """Return the options of one call that overrides some. Raises ConfigurationError."""
        if raise_errors is not None:
            overrides["raise_errors"] = check_flag("raise_errors", raise_errors)
        return super().for_call(**overrides)

    def changed(self, changes: ViewOptions) -> "IGPTOptions":
        """Return these options with *changes*, as a view has them. Raises ConfigurationError.

        The environment is not read again: a view keeps the key and user of its client. None is no change of key, user,
        URL or `allow_http`.
        """
        kept = {name: value for name, value in changes.items() if value is not None or name not in _FROM_ENVIRONMENT}
        return make_options(cast("ViewOptions", {**self.settings, **kept}), {})


def make_options(settings: ViewOptions, environment: Mapping[str, str] = os.environ) -> IGPTOptions:
    """Return *settings* as options, the *environment* filling the gaps.

    Raises ConfigurationError naming the option and the remedy.
    """
    api_key = _api_key(settings.get("api_key"), environment)
    user = _user(settings.get("user"), environment)
    allow_http = _allow_http(settings.get("allow_http"), environment)
    base_url = _base_url(settings.get("base_url"), environment, allow_http=allow_http)
    limits = Limits(
        deadline=None,
        attempt=None,
        silence=SILENCE_SECONDS,
        idle=check_seconds("idle_timeout", settings.get("idle_timeout", SILENCE_SECONDS)),
        response_bytes=check_whole("max_response_bytes", settings.get("max_response_bytes", DEFAULT_RESPONSE_BYTES), 1),
        event_bytes=check_whole("max_event_bytes", settings.get("max_event_bytes", DEFAULT_EVENT_BYTES), 1),
    )
    timeout = settings.get("timeout")
    hooks = checked_hooks(settings.get("hooks"))
    return IGPTOptions(
        api_key=api_key,
        user=user,
        base_url=base_url,
        policy=RetryPolicy(
            max_retries=check_whole("max_retries", settings.get("max_retries", 3), 0),
            base=check_number("backoff_base", settings.get("backoff_base", 100), 0, 3_600_000) / 1000,
            factor=check_number("backoff_factor", settings.get("backoff_factor", 2), 1, 1000),
            jitter=check_number("jitter", settings.get("jitter", 0.25), 0, 1),
        ),
        limits=limits if timeout is None else limits.with_timeout(timeout),
        raise_errors=check_flag("raise_errors", settings.get("raise_errors", False)),
        headers=make_headers(api_key, settings.get("default_headers")),
        hooks=hooks,
        settings={
            **settings,
            "api_key": api_key,
            "user": user,
            "base_url": base_url,
            "allow_http": allow_http,
            "hooks": cast("Any", hooks),
        },
    )


def _api_key(given: ApiKey | None, environment: Mapping[str, str]) -> ApiKey:
    if given is not None and callable(given):
        return given
    if given is None and not environment.get("IGPT_API_KEY", "").strip():
        raise ConfigurationError("no API key: set the environment variable IGPT_API_KEY, or pass api_key=")
    key = usable_key(environment["IGPT_API_KEY"] if given is None else given)
    if key is None:
        name = "IGPT_API_KEY" if given is None else "api_key"
        raise ConfigurationError("is not usable: it must be one line of printable ASCII, not empty", option=name)
    return key


def _user(given: object, environment: Mapping[str, str]) -> str | None:
    name = "user"
    if given is None:
        name, given = "IGPT_API_USER", environment.get("IGPT_API_USER")
    if given is None:
        return None
    if not isinstance(given, str) or not given.strip():
        raise ConfigurationError(
            "must be a string that is not blank; leave it unset to name the user in each call", option=name
        )
    return given


def _allow_http(given: object, environment: Mapping[str, str]) -> bool:
    if given is not None:
        return check_flag("allow_http", given)
    variable = environment.get("IGPT_ALLOW_HTTP", "").strip()
    if variable not in {"", "0", "1"}:
        raise ConfigurationError("IGPT_ALLOW_HTTP must be 1 or 0")
    return variable == "1"


def _base_url(given: str | URL | None, environment: Mapping[str, str], *, allow_http: bool) -> URL:
    name = "base_url"
    if given is None:
        name, given = "IGPT_BASE_URL", environment.get("IGPT_BASE_URL", "").strip() or DEFAULT_BASE_URL
    return check_base_url(name, given, DEFAULT_BASE_URL, allow_http=allow_http, how_to_allow=_HOW_TO_ALLOW_HTTP)
