"""The options of OpenAI's clients: what they take, and the environment variables that fill the gaps."""

# Annotations are not postponed: a TypedDict compiles those that are strings, which takes most of its time.

import ipaddress
import math
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple, Self, TypedDict, cast

from aiohttp import ClientTimeout
from multidict import CIMultiDict, istr
from yarl import URL

from aigpt import errors
from aigpt._http.checks import check_base_url, check_flag, check_seconds, check_whole, header_problem, usable_key
from aigpt._http.log import logger
from aigpt._http.options import ApiKey, HooksOption, Limits, Options, checked_hooks
from aigpt._http.retry import RetryPolicy
from aigpt._http.timeouts import SILENCE_SECONDS
from aigpt._version import __version__
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._types import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT, NOT_GIVEN, NotGiven, Omit, Timeout, TimeoutTypes

DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_MAX_CONNECTIONS = 1000
CONNECT_SECONDS = 5.0
JSON_BYTES = 1 << 30
EVENT_BYTES = 64 << 20
NO_LIMIT = 1 << 62
_FIRST_DELAY = 0.5
_LONGEST_DELAY = 8.0
_LONGEST_RETRY_AFTER = 120.0

IDEMPOTENCY_KEY = istr("Idempotency-Key")
RETRY_COUNT = istr("X-Stainless-Retry-Count")


@contextmanager
def own_errors() -> Generator[None]:
    """Raise the ConfigurationError of the OpenAI clients where that of all clients is raised within."""
    try:
        yield
    except ConfigurationError:
        raise
    except errors.ConfigurationError as exc:
        raise ConfigurationError(exc.problem, option=exc.option) from None


class Vendor(NamedTuple):
    """Which environment variables fill the gaps of a client's options, and its default URL."""

    key: str
    base_urls: tuple[str, ...]
    log: str
    default_base_url: str
    others: Mapping[str, str]
    """The variables of other options, by their names."""


OPENAI = Vendor(
    "OPENAI_API_KEY",
    ("OPENAI_BASE_URL",),
    "OPENAI_LOG",
    DEFAULT_BASE_URL,
    {"organization": "OPENAI_ORG_ID", "project": "OPENAI_PROJECT_ID", "webhook_secret": "OPENAI_WEBHOOK_SECRET"},
)


class Settings(TypedDict, total=False):
    """The options of a client that a view may change."""

    api_key: ApiKey | None
    organization: str | None
    project: str | None
    webhook_secret: str | None
    base_url: str | URL | None
    websocket_base_url: str | URL | None
    timeout: TimeoutTypes | NotGiven
    max_retries: int
    default_headers: Mapping[str, Any] | None
    default_query: Mapping[str, object] | None
    deadline: float | None
    idle_timeout: float | None
    max_response_bytes: int | None
    allow_http: bool | None
    allow_incomplete: bool
    hooks: HooksOption
    _strict_response_validation: bool


class Timeouts(NamedTuple):
    """The limits of the three kinds of calls that a `timeout` stands for."""

    whole: Limits
    """Of answers that are read whole: an attempt as a whole is bounded."""
    stream: Limits
    """Of streams: each wait for bytes."""
    progress: Limits
    """Of files, binary answers and answers that their caller reads: each wait without a byte sent or received."""


class OpenAIOptions(Options):
    """The checked options of an OpenAI client or a view of one."""

    timeouts: Timeouts
    default_query: Mapping[str, object]
    removed_headers: frozenset[str]
    """Names, in lower case, of headers that the caller leaves out."""
    allow_incomplete: bool
    strict: bool
    vendor: Vendor
    socket_url: URL | None
    """What WebSockets are relative to, where that is not what all other routes are."""
    settings: Settings
    """What the client was given, with the environment of the moment when it was made."""

    @property
    def key_name(self) -> str:
        """What the option is called that gives the key."""
        return "api_key"

    def credentials(self, key: str) -> tuple[str, str]:
        """Return the name and the value of the header that holds *key*."""
        return "Authorization", f"Bearer {key}"

    def target(self, path: str, body: object) -> str:  # noqa: ARG002 (Azure's asks for the model in it)
        """Return the URL of *path*, for a request with *body*."""
        return join(self.base_url, path)

    def socket_target(self, path: str, query: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
        """Return the URL of the WebSocket at *path*, as one of https or http, and the query it is opened with."""
        return join(self.socket_url or self.base_url, path), query

    @own_errors()
    def with_limits(
        self, timeout: TimeoutTypes | NotGiven | None, deadline: float | NotGiven | None
    ) -> tuple[Timeouts, float | None]:
        """Return the limits of one call that gives a `timeout` or `deadline` of its own. Raises ConfigurationError."""
        timeouts = self.timeouts
        if not is_omitted(timeout):
            timeouts = make_timeouts(timeout, self.settings)
        seconds = timeouts.whole.deadline
        if not isinstance(deadline, NotGiven):
            seconds = None if deadline is None else check_seconds("deadline", deadline)
        return timeouts, seconds

    def changed(self, changes: Settings) -> Self:
        """Return these options with *changes*, as a view has them. Raises ConfigurationError.

        The environment is not read again: a view keeps the key and URL of its client.
        """
        return cast("Self", make_options(cast("Settings", {**self.settings, **changes}), self.vendor, {}))


@lru_cache(maxsize=4096)
def join(base: URL, path: str) -> str:
    """Return the URL of *path* below *base*; of an absolute one itself."""
    if path.startswith(("http://", "https://")):
        return path
    return f"{str(base).rstrip('/')}/{path.lstrip('/')}"


@own_errors()
def make_options(settings: Settings, vendor: Vendor, environment: Mapping[str, str] = os.environ) -> OpenAIOptions:
    """Return *settings* as options, the *environment* filling the gaps. Raises ConfigurationError naming the remedy."""
    api_key = read_api_key(settings.get("api_key"), vendor, environment)
    base_url = read_base_url(settings, vendor, environment)
    if api_key == "" and base_url.host == URL(vendor.default_base_url).host:
        raise ConfigurationError(
            f"no API key: it is empty, which only servers of one's own take; pass api_key=, or set {vendor.key}, "
            "or the server's URL as base_url="
        )
    filled = cast(
        "Settings", {**with_environment(settings, vendor, environment), "api_key": api_key, "base_url": base_url}
    )
    credentials = {"Authorization": f"Bearer {api_key}"} if isinstance(api_key, str) and api_key else {}
    return OpenAIOptions(**common_options(filled, vendor, api_key, base_url, credentials))


def with_environment(settings: Settings, vendor: Vendor, environment: Mapping[str, str]) -> dict[str, Any]:
    """Return *settings* with what the *environment* says of options other than key and URL."""
    found: dict[str, Any] = {**settings}
    for name, variable in vendor.others.items():
        if found.get(name) is None:
            found[name] = environment.get(variable)
    return found


def common_options(
    settings: Settings, vendor: Vendor, api_key: ApiKey, base_url: URL, credentials: Mapping[str, str]
) -> dict[str, Any]:
    """Return the fields of the options of any client of the protocol. Raises ConfigurationError naming the remedy."""
    headers, removed = make_headers(settings, credentials)
    timeouts = make_timeouts(settings.get("timeout", NOT_GIVEN), settings)
    return {
        "api_key": api_key,
        "base_url": base_url,
        "policy": RetryPolicy(
            max_retries=check_retries(settings.get("max_retries", DEFAULT_MAX_RETRIES)),
            base=_FIRST_DELAY,
            longest_retry_after=_LONGEST_RETRY_AFTER,
            longest_delay=_LONGEST_DELAY,
        ),
        "limits": timeouts.whole,
        "timeouts": timeouts,
        "headers": headers,
        "removed_headers": removed,
        "default_query": check_query(settings.get("default_query")),
        "allow_incomplete": check_flag("allow_incomplete", settings.get("allow_incomplete", False)),
        "strict": check_flag("_strict_response_validation", settings.get("_strict_response_validation", False)),
        "hooks": checked_hooks(settings.get("hooks")),
        "vendor": vendor,
        "socket_url": read_socket_url(settings, vendor),
        "settings": settings,
    }


def check_query(given: object) -> dict[str, object]:
    """Return the `default_query` of a client. Raises ConfigurationError."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise ConfigurationError("default_query must be a mapping of names to values")
    return dict(cast("Mapping[str, object]", given))


@own_errors()
def check_retries(value: object) -> int:
    """Return *value* as a number of retries. Raises ConfigurationError."""
    if value is None:
        raise TypeError("max_retries must be a whole number: 0 for no retries, a large one for many")
    return check_whole("max_retries", value, 0)


def read_api_key(given: ApiKey | None, vendor: Vendor, environment: Mapping[str, str]) -> ApiKey:
    """Return the key: *given*, or the environment's. Raises ConfigurationError."""
    if given is not None and callable(given):
        return given
    if given is None and vendor.key not in environment:
        raise ConfigurationError(f"no API key: pass api_key=, or set the environment variable {vendor.key}")
    value = environment[vendor.key] if given is None else given
    if value == "":  # servers of one's own often want none
        return value
    key = usable_key(value)
    if key is None:
        name = vendor.key if given is None else "api_key"
        raise ConfigurationError("is not usable: it must be one line of printable ASCII", option=name)
    return key


def read_base_url(settings: Settings, vendor: Vendor, environment: Mapping[str, str]) -> URL:
    """Return the URL that paths are relative to. Raises ConfigurationError."""
    given = settings.get("base_url")
    name = "base_url"
    if given is None:
        name, given = next(
            ((one, environment[one]) for one in vendor.base_urls if environment.get(one, "").strip()),
            ("base_url", vendor.default_base_url),
        )
    return checked_url(name, given, settings.get("allow_http"), vendor.default_base_url)


def read_socket_url(settings: Settings, vendor: Vendor) -> URL | None:
    """Return the `websocket_base_url`, as one of https or http. Raises ConfigurationError."""
    given = settings.get("websocket_base_url")
    if given is None:
        return None
    text = str(given).strip()
    for scheme, other in (("wss://", "https://"), ("ws://", "http://")):
        if text.lower().startswith(scheme):
            text = other + text[len(scheme) :]
    return checked_url("websocket_base_url", text, settings.get("allow_http"), vendor.default_base_url)


def checked_url(name: str, given: Any, allow_http: bool | None, example: str) -> URL:  # noqa: FBT001
    """Return *given* as a base URL. Plain http is allowed, with one warning beyond private addresses."""
    text: str | URL = given if isinstance(given, URL) else str(given)  # of an httpx.URL too
    allowed = True if allow_http is None else check_flag("allow_http", allow_http)
    try:
        url = check_base_url(name, text, example, allow_http=allowed, how_to_allow=None)
    except errors.ConfigurationError as exc:
        raise ConfigurationError(exc.problem, option=exc.option) from None
    if url.scheme == "http" and allow_http is None and not is_private(url.host or ""):
        _warn_of_http(url.host or "")
    return url


@lru_cache(maxsize=256)  # once for each host
def _warn_of_http(host: str) -> None:
    logger.warning("requests to %s go over plain http: the API key can be read on the way", host)


def is_private(host: str) -> bool:
    """Return whether *host* is this machine, a private address, or a name without a public domain."""
    if "." not in host.rstrip(".") and ":" not in host:
        return True  # a name of the local network or the cluster
    if host.endswith((".localhost", ".local", ".internal", ".svc", ".lan")):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def make_headers(settings: Settings, credentials: Mapping[str, str]) -> tuple[CIMultiDict[str], frozenset[str]]:
    """Return the headers of every request, and the names of those that the caller leaves out.

    Raises ConfigurationError.
    """
    headers = CIMultiDict(
        {
            istr("Accept"): "application/json",
            istr("User-Agent"): f"aigpt/{__version__}",
            istr("X-Stainless-Lang"): "python",
            RETRY_COUNT: "0",
            **credentials,
        }
    )
    owners = {"OpenAI-Organization": settings.get("organization"), "OpenAI-Project": settings.get("project")}
    update_headers(headers, {name: value for name, value in owners.items() if value}, "organization, or project,")
    given = settings.get("default_headers")
    removed: frozenset[str] = frozenset()
    if given is not None:
        removed = update_headers(headers, given, "default_headers")
    return headers, removed


def update_headers(headers: CIMultiDict[str], given: object, name: str) -> frozenset[str]:
    """Set the headers *given*, and take those away that are `omit`; return the names of these in lower case.

    Raises ConfigurationError, naming the header but never its value.
    """
    if not isinstance(given, Mapping):
        raise ConfigurationError(f"{name} must be a mapping of names to values")
    items = cast("Mapping[str, Any]", given)
    kept = {key: value for key, value in items.items() if not is_omitted(value)}
    problem = header_problem(kept)
    if problem:
        raise ConfigurationError(f"{name} {problem}")
    headers.update(kept)
    removed = frozenset(key.lower() for key in items.keys() - kept.keys())
    for key in removed:
        headers.popall(key, None)
    return removed


def is_omitted(value: object) -> bool:
    """Return whether *value* stands for something that is not sent: ours, or that of the real openai."""
    return isinstance(value, Omit | NotGiven) or type(value).__name__ in {"Omit", "NotGiven"}


def make_timeouts(timeout: object, settings: Settings) -> Timeouts:
    """Return the limits that *timeout* stands for. Raises ConfigurationError."""
    idle = settings.get("idle_timeout")
    size = settings.get("max_response_bytes")
    deadline = settings.get("deadline")
    base = Limits(
        deadline=None if deadline is None else check_seconds("deadline", deadline),
        attempt=None,
        silence=SILENCE_SECONDS,
        idle=math.inf if idle is None else check_seconds("idle_timeout", idle),
        response_bytes=JSON_BYTES if size is None else check_whole("max_response_bytes", size, 1),
        event_bytes=EVENT_BYTES,
    )
    unbounded = base._replace(progress=SILENCE_SECONDS)
    if size is None:
        unbounded = unbounded._replace(response_bytes=NO_LIMIT)
    if isinstance(timeout, NotGiven) or timeout is DEFAULT_TIMEOUT:
        return Timeouts(base, base, unbounded)
    if isinstance(timeout, ClientTimeout):
        attempt = base._replace(attempt=timeout)
        # aiohttp's `sock_read` begins before all that was written has left this machine.
        bounds = ClientTimeout(
            total=timeout.total,
            connect=timeout.connect,
            sock_connect=timeout.sock_connect,
            ceil_threshold=timeout.ceil_threshold,
        )
        return Timeouts(attempt, attempt, _waiting(unbounded, bounds, timeout.sock_read))
    whole: float | None
    if timeout is None:
        whole = read = connect = None
    elif isinstance(timeout, int | float) and not isinstance(timeout, bool):
        whole = read = connect = check_seconds("timeout", timeout)
    elif hasattr(timeout, "read") and hasattr(timeout, "connect"):
        given = Timeout.of(timeout)
        whole, read, connect = given.read, given.read, given.connect
    else:
        raise ConfigurationError("timeout must be a number of seconds, None, a Timeout or an aiohttp.ClientTimeout")
    of_whole = ClientTimeout(total=whole, sock_connect=connect)
    of_bytes = ClientTimeout(total=None, sock_connect=connect, sock_read=read)
    return Timeouts(
        base._replace(attempt=of_whole),
        base._replace(attempt=of_bytes),
        _waiting(unbounded, ClientTimeout(total=None, sock_connect=connect), read),
    )


def _waiting(limits: Limits, attempt: ClientTimeout, seconds: float | None) -> Limits:
    return limits._replace(attempt=attempt, progress=seconds, silence=seconds or limits.silence)
