"""One item's call, made attempt by attempt by whoever does the waiting in between.

For a method of a client the call is made ready once and sent as often as needed: its body is encoded once, and all
attempts carry one Idempotency-Key. Any other callable has its one attempt.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, NoReturn, Protocol, cast

from aigpt._call import Call
from aigpt._options import Options
from aigpt._portal import Portal
from aigpt._retry import RetryPolicy
from aigpt._transport import Transport
from aigpt.errors import ConfigurationError
from aigpt.types import Reply


@dataclass(slots=True)
class Ready:
    """A call that is ready to be sent. *seconds* is the time it may take as a whole, waits included."""

    send: Callable[[int, float | None], Awaitable[Any]]
    """Make an attempt: takes the retries made so far and the seconds left, None for as many as it likes."""
    policy: RetryPolicy | None = None
    seconds: float | None = None

    def wait(self, retry: int, reply: object) -> float | None:
        """Return the seconds to wait before the *retry*-th retry (from 1); None if *reply* is the last word."""
        failure = reply._failure if isinstance(reply, Reply) else None  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (it says what may be mended)
        if self.policy is None or failure is None or not failure.retry or retry > self.policy.max_retries:
            return None
        return 0.0 if failure.at_once else self.policy.delay(retry, cast("Reply", reply).retry_after)


class Method(Protocol):
    """What a fan-out needs to know of the callable it was given."""

    connections: int
    """How many calls its client can have on the wire; 0 where nothing limits them."""

    def prepare(self, keywords: dict[str, Any]) -> Ready:
        """Return the call with these *keywords*. May raise what the callable raises."""
        ...


def make_method(method: Callable[..., Awaitable[Any]]) -> Method:
    """Return *method* as a fan-out needs it. Raises ConfigurationError for what cannot be awaited."""
    if not callable(method):
        raise ConfigurationError("the method must be a method of AsyncIGPT, or another async callable")
    owner: object = getattr(method, "__self__", None) if inspect.ismethod(method) else None
    caller: object = getattr(owner, "_caller", owner)
    if isinstance(getattr(caller, "_portal", None), Portal):
        raise ConfigurationError("fan_out works with AsyncIGPT; the methods of IGPT block")
    transport: object = getattr(caller, "transport", None)
    # A method of somebody's subclass may do anything; only our own do nothing but send one call, or say that they do.
    own = method.__module__.startswith("aigpt.") and not hasattr(method, "many_calls")
    if isinstance(transport, Transport) and own:
        return _ClientMethod(method, owner, cast("_Caller", caller), transport)
    return _AnyMethod(method)


class _AnyMethod:
    connections = 0

    def __init__(self, method: Callable[..., Awaitable[Any]]) -> None:
        self._method = method

    def prepare(self, keywords: dict[str, Any]) -> Ready:
        arguments = [keywords.pop("")] if "" in keywords else []

        def send(_retries: int, _left: float | None) -> Awaitable[Any]:
            made: object = self._method(*arguments, **keywords)
            if not inspect.isawaitable(made):
                raise ConfigurationError("the method given to fan_out is not async: it gave no awaitable")
            return made

        return Ready(send)


class _Caller(Protocol):
    options: Options


class _ClientMethod:
    def __init__(self, method: Callable[..., Any], owner: object, caller: _Caller, transport: Transport) -> None:
        self._transport = transport
        self._options = caller.options
        self._once = _for_one_attempt(caller.options)
        self.connections = _connections(transport)
        catcher = _Catcher(caller.options)
        itself = catcher if owner is caller else cast("Callable[[_Catcher], object]", type(owner))(catcher)
        self._make: Callable[..., Call[Any]] = cast("Any", method).__func__.__get__(itself)

    def prepare(self, keywords: dict[str, Any]) -> Ready:
        call = self._make(**keywords)
        options = call.options
        call.options = self._once if options is self._options else _for_one_attempt(options)

        def send(retries: int, left: float | None) -> Awaitable[Any]:
            call.retries = retries
            if retries and left is not None:
                call.options = replace(call.options, limits=call.options.limits._replace(deadline=left))
            return self._transport.call(call)

        return Ready(send, options.policy, options.limits.deadline)


class _Catcher:
    """Stands where a route expects its client, and hands back the call instead of sending it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.transport = self

    def send(self, call: Call[Any]) -> Call[Any]:
        return call

    call = send

    def stream(self, _call: Call[Any], _dialect: object) -> NoReturn:
        raise ConfigurationError("a fan-out gives whole replies; leave stream out")


def _for_one_attempt(options: Options) -> Options:
    return replace(options, policy=replace(options.policy, max_retries=0), raise_errors=False)


def _connections(transport: Transport) -> int:
    owner = transport.owner
    given = owner._given  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (only the owner knows)
    if given is not None:
        return 0 if given.connector is None else given.connector.limit
    return owner._options.get("max_connections", 100)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (likewise)


def text_keyword(method: Callable[..., Any]) -> str:
    """Return the keyword that an item which is a plain string fills; "" where it goes by position."""
    try:
        parameters = inspect.signature(method).parameters.values()
    except (TypeError, ValueError):
        return ""
    named = [p.name for p in parameters if p.kind in {p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY}]
    for usual in ("input", "query"):
        if usual in named:
            return usual
    if any(p.kind in {p.POSITIONAL_ONLY, p.VAR_POSITIONAL} for p in parameters):
        return ""
    if named:
        return named[0]
    return "query" if getattr(method, "__name__", "") == "search" else "input"
