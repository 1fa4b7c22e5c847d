"""The options that any client has for its calls, checked once and then fixed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, TypeAlias

from aiohttp import ClientTimeout
from multidict import CIMultiDict, istr
from yarl import URL

from aigpt._http.checks import check_seconds, check_whole, header_problem
from aigpt._http.record import Record
from aigpt._http.retry import RetryPolicy
from aigpt._version import __version__
from aigpt.errors import ConfigurationError

ApiKey: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]]
Timeout: TypeAlias = float | ClientTimeout | None

if TYPE_CHECKING:
    from aigpt._http.hooks import CheckedHooks, Hooks

    HooksOption: TypeAlias = Hooks | Sequence[Hooks] | None
else:
    HooksOption = Any  # as who asks for type hints at run time is told: few have hooks, or import them

_AUTHORIZATION = istr("Authorization")


class NotGiven:
    """The default of a parameter for which None means something."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __bool__(self) -> bool:
        return False


NOT_GIVEN: Final = NotGiven()


class Limits(NamedTuple):
    """How long a call may take, and how much a response may hold."""

    deadline: float | None
    """Seconds for the whole call."""
    attempt: ClientTimeout | None
    """For each attempt, where the caller gives an `aiohttp.ClientTimeout`."""
    silence: float
    """Seconds without a byte, where the caller does not."""
    idle: float
    """Seconds without an event."""
    response_bytes: int
    event_bytes: int
    progress: float | None = None
    """Seconds without a byte sent or received, where nothing bounds the attempt as a whole."""

    @property
    def silence_of_body(self) -> float | None:
        """Seconds that a body may go without a byte; None where aiohttp has been told."""
        return self.silence if self.attempt is None or self.progress is not None else None

    def with_timeout(self, timeout: object) -> Limits:
        """Return these limits with the `timeout` of a client or call. Raises ConfigurationError."""
        if isinstance(timeout, ClientTimeout):
            return self._replace(attempt=timeout, deadline=None)
        return self._replace(deadline=check_seconds("timeout", timeout))


class Options(Record):
    """The checked options of a client or a view of one. Its repr shows nothing: it holds the key."""

    api_key: ApiKey
    base_url: URL
    policy: RetryPolicy
    limits: Limits
    headers: CIMultiDict[str]
    """Sent with every request; with the key, where that is a string."""
    hooks: CheckedHooks | None = None

    @cached_property
    def heads(self) -> dict[tuple[str, URL], bytes]:
        """The heads of requests that were sent, by method and URL: each is joined once."""
        return {}

    def replaced(self, **changes: Any) -> Self:
        """Return a copy with other values in the fields *changes*."""
        return super().replaced(**changes, heads={})

    def url(self, route: str) -> URL:
        """Return the URL of *route*, a path relative to `base_url`."""
        return _join(self.base_url, route)

    def for_call(
        self,
        *,
        timeout: Timeout = None,
        max_retries: int | None = None,
        idle_timeout: float | None = None,
        **other: Any,
    ) -> Self:
        """Return the options of one call that overrides some. Raises ConfigurationError.

        *other* are checked fields of a subclass.
        """
        policy, limits = self.policy, self.limits
        if max_retries is not None:
            policy = policy.replaced(max_retries=check_whole("max_retries", max_retries, 0))
        if timeout is not None:
            limits = limits.with_timeout(timeout)
        if idle_timeout is not None:
            limits = limits._replace(idle=check_seconds("idle_timeout", idle_timeout))
        return self.replaced(policy=policy, limits=limits, **other)


@lru_cache(maxsize=1024)
def _join(base: URL, route: str) -> URL:
    return URL(f"{str(base).rstrip('/')}/{route.strip('/')}")


def checked_hooks(given: object) -> CheckedHooks | None:
    """Return the `hooks` of a client, ready to be told; None where there are none. Raises ConfigurationError."""
    if given is None:
        return None
    from aigpt._http.hooks import check_hooks  # noqa: PLC0415 (few need it)

    return check_hooks(given)


def make_headers(api_key: ApiKey, extra: Mapping[str, str] | None) -> CIMultiDict[str]:
    """Return the headers of every request: the client's name, the key where it is a string, and *extra* over them.

    Raises ConfigurationError.
    """
    headers = CIMultiDict({istr("X-Client"): f"aigpt/{__version__}", istr("Content-Type"): "application/json"})
    if isinstance(api_key, str):
        headers[_AUTHORIZATION] = f"Bearer {api_key}"
    if extra is not None:
        problem = header_problem(extra)
        if problem:
            raise ConfigurationError(f"default_headers {problem}")
        headers.update(extra)
    return headers
