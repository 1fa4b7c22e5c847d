"""One item's call, made attempt by attempt, so that the fan-out can wait in between.

A method of a client is prepared once and sent as often as needed: its body is encoded once, and all attempts carry one
Idempotency-Key. Any other callable has its one attempt.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, NamedTuple, Protocol, cast

from aigpt._http.attempt import AttemptResult
from aigpt._http.cancellation import Abort
from aigpt._http.failure import ABORTED, FailureKind
from aigpt._http.prepared import PreparedMethod, prepared_method, sender_of
from aigpt._http.request import Call
from aigpt._http.transport import Transport
from aigpt._igpt.replies import Reply
from aigpt.errors import APITimeoutError, ConfigurationError, RateLimitError

_TOO_MANY_REQUESTS = 429


class Attempted(NamedTuple):
    """What the fan-out has to know of one attempt."""

    result: Any
    """What `PreparedCall.finish` makes the outcome of."""
    failed: bool = False
    is_push_back: bool = False
    """Whether it was answered 429, or timed out: there are too many calls."""
    wait: float | None = None
    """Seconds to wait before another attempt; None where this was the last."""
    retry_after: float | None = None
    """Seconds that the server asks everybody to wait."""


def aborted() -> Attempted:
    """Return what stands for the next attempt of a client's call that was aborted while it waited for that."""
    return Attempted(AttemptResult(ABORTED), failed=True)


class PreparedCall(Protocol):
    """A call that is ready to be sent."""

    seconds: float | None
    """The time it may take as a whole, waits included."""
    abort: Abort | None
    """What ends it; only calls of a client have one."""

    async def attempt(self, retries: int, seconds_left: float | None) -> Attempted:
        """Make the next attempt; *retries* were made before, and *seconds_left* of the deadline are left."""
        ...

    def retrying(self, result: Any, wait: float) -> None:
        """Note that the attempt that gave *result* will be followed by another in *wait* seconds."""
        ...

    def finish(self, result: Any, elapsed: float) -> tuple[Any, BaseException | None]:
        """Return what the caller would have got of the last attempt's *result*, and what would have been raised."""
        ...

    def leave(self) -> None:
        """Give up the call between two attempts."""
        ...


class Method(Protocol):
    """What a fan-out has to know of the callable it was given."""

    connections: int
    """How many calls its client can have under way; 0 where nothing limits them."""

    def prepare(self, keywords: dict[str, Any]) -> PreparedCall:
        """Return the call with these *keywords*. May raise what the callable raises."""
        ...


def make_method(method: Callable[..., Awaitable[Any]]) -> Method:
    """Return *method* as a fan-out needs it. Raises ConfigurationError for what cannot be awaited."""
    if not callable(method):
        raise ConfigurationError("the method must be a method of AsyncIGPT, or another async callable")
    sender = sender_of(method)
    if sender is not None and sender.is_blocking:
        raise ConfigurationError("fan_out works with AsyncIGPT; the methods of IGPT block")
    prepared = prepared_method(method)
    return _AnyMethod(method) if prepared is None else _ClientMethod(prepared)


class _ClientMethod:
    def __init__(self, prepared: PreparedMethod) -> None:
        self._transport = prepared.sender.transport
        self._prepare = prepared.prepare
        self.connections = self._transport.owner.max_connections

    def prepare(self, keywords: dict[str, Any]) -> PreparedCall:
        if keywords.pop("stream", False):
            raise ConfigurationError("a fan-out gives whole replies; leave stream out")
        return _ClientCall(self._transport, self._prepare(**keywords))


class _ClientCall:
    def __init__(self, transport: Transport, call: Call[Any]) -> None:
        self._transport = transport
        self._call = call
        self.seconds = call.options.limits.deadline
        self.abort = call.abort

    async def attempt(self, retries: int, seconds_left: float | None) -> Attempted:
        call = self._call
        call.retries = retries
        if retries and seconds_left is not None:
            call.options = replace(call.options, limits=call.options.limits._replace(deadline=seconds_left))
        result = await self._transport.attempt(call)
        failure = result.failure
        if failure is None:
            return Attempted(result)
        push_back = result.status == _TOO_MANY_REQUESTS or failure.kind is FailureKind.TIMEOUT
        wait: float | None = None
        policy = call.options.policy
        if failure.retry and retries < policy.max_retries:
            wait = 0.0 if failure.at_once else policy.delay(retries + 1, result.retry_after)
        return Attempted(result, True, push_back, wait, result.retry_after)

    def retrying(self, result: Any, wait: float) -> None:
        self._transport.retrying(self._call, cast("AttemptResult", result), wait)

    def finish(self, result: Any, elapsed: float) -> tuple[Any, BaseException | None]:
        attempt = cast("AttemptResult", result)
        made = self._transport.finish(self._call, attempt, elapsed)
        if isinstance(made, BaseException):
            return None, made
        return made, None

    def leave(self) -> None:
        if self._call.observer is not None:
            self._call.observer.leave()


class _AnyMethod:
    connections = 0

    def __init__(self, method: Callable[..., Awaitable[Any]]) -> None:
        self._method = method

    def prepare(self, keywords: dict[str, Any]) -> PreparedCall:
        return _AnyCall(self._method, keywords)


class _AnyCall:
    seconds: float | None = None
    abort: Abort | None = None

    def __init__(self, method: Callable[..., Awaitable[Any]], keywords: dict[str, Any]) -> None:
        self._method = method
        self._arguments = [keywords.pop("")] if "" in keywords else []
        self._keywords = keywords

    async def attempt(self, retries: int, seconds_left: float | None) -> Attempted:  # noqa: ARG002 (its only attempt)
        made: object = self._method(*self._arguments, **self._keywords)
        if not inspect.isawaitable(made):
            raise ConfigurationError("the method given to fan_out is not async: it returned no awaitable")
        result: object = await made
        if not isinstance(result, Reply) or result.exception is None:
            return Attempted(result)
        return Attempted(result, True, is_push_back(result.exception), None, result.retry_after)

    def retrying(self, result: Any, wait: float) -> None:
        """Do nothing, as below."""

    def finish(self, result: Any, elapsed: float) -> tuple[Any, BaseException | None]:
        if isinstance(result, Reply):
            result.elapsed = elapsed
        return result, None

    def leave(self) -> None:
        """Do nothing: it has no second attempt."""


def is_push_back(raised: BaseException) -> bool:
    """Return whether an exception says that there are too many calls: a 429, or a timeout."""
    if isinstance(raised, TimeoutError | APITimeoutError | RateLimitError):
        return True
    return getattr(raised, "status", None) == _TOO_MANY_REQUESTS


def text_keyword(method: Callable[..., Any]) -> str:
    """Return the keyword that an item which is a plain string fills; "" where it is passed by position."""
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
