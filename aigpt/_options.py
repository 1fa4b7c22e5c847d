"""The options of a client, checked once and then fixed. Every mistake is named here, before anything is sent."""

from __future__ import annotations

import math
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from ipaddress import ip_address
from typing import Any, NamedTuple, TypeAlias, TypedDict, cast

from aiohttp import ClientTimeout
from multidict import CIMultiDict, istr
from yarl import URL

from aigpt._retry import RetryPolicy
from aigpt._version import __version__
from aigpt.errors import ConfigurationError

ApiKey: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]]
Timeout: TypeAlias = float | ClientTimeout | None

DEFAULT_BASE_URL = "https://api.igpt.ai/v1"
_MEBIBYTE = 1 << 20
LONGEST_SILENCE = 600.0
_FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding", "connection", "upgrade"})


@lru_cache(maxsize=1024)
def _join(base: URL, route: str) -> URL:
    return URL(f"{str(base).rstrip('/')}/{route.strip('/')}")


class CommonOptions(TypedDict, total=False):
    """The options of a client that a view may change, all but the key."""

    user: str | None
    base_url: str | URL | None
    allow_http: bool
    max_retries: int
    backoff_base: float
    backoff_factor: float
    jitter: float
    timeout: Timeout
    idle_timeout: float
    max_response_bytes: int
    max_event_bytes: int
    default_headers: Mapping[str, str] | None
    raise_errors: bool


class ViewOptions(CommonOptions, total=False):
    """The options of a client that `with_options` may change."""

    api_key: ApiKey | None


class Limits(NamedTuple):
    """How long a call may take, and how much an answer may hold."""

    deadline: float | None
    """Seconds for the whole call."""
    attempt: ClientTimeout | None
    """For each attempt, where the caller says it all."""
    silence: float
    """Seconds without a byte, where the caller does not."""
    idle: float
    """Seconds without an event."""
    response_bytes: int
    event_bytes: int


@dataclass(frozen=True, slots=True, repr=False)
class Options:
    """The checked options of a client or a view of one. Its repr shows nothing: it holds the key."""

    api_key: ApiKey
    user: str | None
    base_url: URL
    policy: RetryPolicy
    limits: Limits
    raise_errors: bool
    headers: CIMultiDict[str]
    """Sent with every request; with the key, where that is a string."""
    settings: ViewOptions
    """What the client was told, with what the environment said when it was made."""

    def url(self, route: str) -> URL:
        """Return where *route*, a path relative to `base_url`, is."""
        return _join(self.base_url, route)

    def changed(self, changes: ViewOptions) -> Options:
        """Return these options with *changes*, as a view has them. Raises ConfigurationError.

        The environment is not asked again: a view speaks for whom its client spoke. None is no change of key, user or
        URL.
        """
        kept = {
            name: value
            for name, value in changes.items()
            if value is not None or name not in {"api_key", "user", "base_url"}
        }
        return make_options(cast("ViewOptions", {**self.settings, **kept}), {})

    def for_call(
        self,
        timeout: Timeout = None,
        max_retries: int | None = None,
        idle_timeout: float | None = None,
        raise_errors: bool | None = None,  # noqa: FBT001 (handed on by name)
    ) -> Options:
        """Return the options of one call that overrides some. Raises ConfigurationError."""
        policy, limits = self.policy, self.limits
        if max_retries is not None:
            policy = replace(policy, max_retries=_whole("max_retries", max_retries, 0))
        if timeout is not None:
            limits = _with_timeout(limits, timeout)
        if idle_timeout is not None:
            limits = limits._replace(idle=_positive("idle_timeout", idle_timeout))
        raising = self.raise_errors if raise_errors is None else _flag("raise_errors", raise_errors)
        return replace(self, policy=policy, limits=limits, raise_errors=raising)


def make_options(settings: ViewOptions, environment: Mapping[str, str] = os.environ) -> Options:
    """Return *settings* as options, the *environment* filling the gaps.

    Raises ConfigurationError naming the option and the remedy.
    """
    api_key = _api_key(settings.get("api_key"), environment)
    user = _user(settings.get("user"), environment)
    allow_http = _flag("allow_http", settings.get("allow_http", False))
    base_url = _base_url(settings.get("base_url"), environment, allow_http=allow_http)
    limits = Limits(
        deadline=None,
        attempt=None,
        silence=LONGEST_SILENCE,
        idle=_positive("idle_timeout", settings.get("idle_timeout", 600.0)),
        response_bytes=_whole("max_response_bytes", settings.get("max_response_bytes", 64 * _MEBIBYTE), 1),
        event_bytes=_whole("max_event_bytes", settings.get("max_event_bytes", 16 * _MEBIBYTE), 1),
    )
    timeout = settings.get("timeout")
    return Options(
        api_key=api_key,
        user=user,
        base_url=base_url,
        policy=RetryPolicy(
            max_retries=_whole("max_retries", settings.get("max_retries", 3), 0),
            base=_number("backoff_base", settings.get("backoff_base", 100), 0, 3_600_000) / 1000,
            factor=_number("backoff_factor", settings.get("backoff_factor", 2), 1, 1000),
            jitter=_number("jitter", settings.get("jitter", 0.25), 0, 1),
        ),
        limits=limits if timeout is None else _with_timeout(limits, timeout),
        raise_errors=_flag("raise_errors", settings.get("raise_errors", False)),
        headers=_headers(api_key, settings.get("default_headers")),
        settings={**settings, "api_key": api_key, "user": user, "base_url": base_url},
    )


def header_problem(headers: object) -> str | None:
    """Return what makes *headers* unfit to be sent, naming the header but never its value; None if nothing does."""
    if not isinstance(headers, Mapping):
        return "must be a mapping of names to values"
    for name, value in cast("Mapping[object, object]", headers).items():
        if not isinstance(name, str) or not _TOKEN.issuperset(name) or not name:
            return "has a name that is not a header name: letters, digits and hyphens"
        if name.lower() in _FRAMING_HEADERS:
            return f"must not set {name}: the client does"
        if not isinstance(value, str) or any(ord(c) < _SPACE and c != "\t" for c in value) or "\x7f" in value:
            return f"has a value of {name} that is not text on one line"
        if any("\ud800" <= c <= "\udfff" for c in value):
            return f"has a value of {name} that cannot be encoded"
    return None


_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SPACE = 0x20


def usable_key(key: object) -> str | None:
    """Return *key* without surrounding white space, or None if it cannot be a key."""
    if not isinstance(key, str):
        return None
    key = key.strip()
    return key if key and key.isascii() and key.isprintable() else None


def _api_key(given: ApiKey | None, environment: Mapping[str, str]) -> ApiKey:
    if given is not None and callable(given):
        return given
    if given is None and not environment.get("IGPT_API_KEY", "").strip():
        raise ConfigurationError("no API key: set the environment variable IGPT_API_KEY, or pass api_key=")
    key = usable_key(environment["IGPT_API_KEY"] if given is None else given)
    if key is None:
        name = "IGPT_API_KEY" if given is None else "api_key"
        raise ConfigurationError(f"{name} is not usable: it must be one line of printable ASCII, not empty")
    return key


def _user(given: object, environment: Mapping[str, str]) -> str | None:
    name = "user"
    if given is None:
        name, given = "IGPT_API_USER", environment.get("IGPT_API_USER")
    if given is None:
        return None
    if not isinstance(given, str) or not given.strip():
        raise ConfigurationError(
            f"{name} must be a string that is not blank; leave it unset to name the user in each call"
        )
    return given


def _base_url(given: str | URL | None, environment: Mapping[str, str], *, allow_http: bool) -> URL:
    name = "base_url"
    if given is None:
        name, given = "IGPT_BASE_URL", environment.get("IGPT_BASE_URL", "").strip() or DEFAULT_BASE_URL
    try:
        url = URL(_one_word(given) if isinstance(given, str) else given)
        host = url.host
        _ = url.port
    except (ValueError, TypeError):
        raise ConfigurationError(f"{name} is not a URL; it looks like {DEFAULT_BASE_URL}") from None
    if url.scheme not in {"http", "https"} or not host:
        raise ConfigurationError(f"{name} must begin with https:// and a host, like {DEFAULT_BASE_URL}")
    if url.user is not None or url.password is not None or url.query_string or url.fragment:
        raise ConfigurationError(f"{name} must hold no user, password, query or fragment; the key goes into api_key")
    if url.scheme == "http" and not (allow_http or _is_loopback(host)):
        raise ConfigurationError(
            f"{name} is plain http to a host that is not this machine: the key would be readable on the way; "
            "use https, or allow_http=True on a network you trust"
        )
    return url.with_path(url.raw_path.rstrip("/") or "/", encoded=True)


def _one_word(text: str) -> str:
    """Return *text* without surrounding white space. Raises ValueError for any inside it, which yarl leaves out."""
    text = text.strip()
    if " " in text or not text.isprintable():
        raise ValueError
    return text


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _headers(api_key: ApiKey, extra: Mapping[str, str] | None) -> CIMultiDict[str]:
    headers = CIMultiDict({istr("X-Client"): f"aigpt/{__version__}", istr("Content-Type"): "application/json"})
    if isinstance(api_key, str):
        headers[istr("Authorization")] = f"Bearer {api_key}"
    if extra is not None:
        problem = header_problem(extra)
        if problem:
            raise ConfigurationError(f"default_headers {problem}")
        headers.update(extra)
    return headers


def _with_timeout(limits: Limits, timeout: object) -> Limits:
    if isinstance(timeout, ClientTimeout):
        return limits._replace(attempt=timeout, deadline=None)
    return limits._replace(deadline=_positive("timeout", timeout))


def _positive(name: str, value: object) -> float:
    number = _finite(value)
    if number is None or number <= 0:
        raise ConfigurationError(f"{name} must be a number of seconds above 0")
    return number


def _number(name: str, value: object, least: float, most: float) -> float:
    number = _finite(value)
    if number is None or not least <= number <= most:
        raise ConfigurationError(f"{name} must be a number from {least:g} to {most:g}")
    return number


def _whole(name: str, value: Any, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ConfigurationError(f"{name} must be a whole number of at least {least}")
    return value


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ConfigurationError(f"{name} must be True or False")
    return value


def _finite(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
