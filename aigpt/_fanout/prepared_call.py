"""One item's call, made attempt by attempt, so that the fan-out can wait in between.

A method of a client is prepared once and sent as often as needed: its body is encoded once, and all attempts carry one
Idempotency-Key. Any other callable has its one attempt.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, Protocol, cast

from aigpt._fanout.quotas import TokensUsed
from aigpt._fanout.usage import token_counts
from aigpt._http.attempt import AttemptResult
from aigpt._http.cancellation import Abort
from aigpt._http.failure import ABORTED, FailureKind
from aigpt._http.prepared import Prepare, PreparedMethod, prepared_method, sender_of
from aigpt._http.rate_limits import CallCost, RateLimits, read_rate_limits
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
    limits: RateLimits | None = None
    """What the server told of its limits."""
    used: TokensUsed | None = None
    """The tokens that it was charged for."""


def aborted() -> Attempted:
    """Return what stands for the next attempt of a client's call that was aborted while it waited for that."""
    return Attempted(AttemptResult(ABORTED), failed=True)


class PreparedCall(Protocol):
    """A call that is ready to be sent."""

    seconds: float | None
    """The time it may take as a whole, waits included."""
    abort: Abort | None
    """What ends it; only calls of a client have one."""

    def cost(self) -> CallCost | None:
        """Return what it is likely to count for against the limits of its server; None where it is not known."""
        ...

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
    knows_costs: bool
    """Whether its calls know what they cost, and are told of the server's limits."""

    def prepare(self, keywords: dict[str, Any]) -> PreparedCall:
        """Return the call with these *keywords*. May raise what the callable raises."""
        ...


def make_method(method: Callable[..., Awaitable[Any]]) -> Method:
    """Return *method* as a fan-out needs it. Raises ConfigurationError for what cannot be awaited."""
    if not callable(method):
        raise ConfigurationError("the method must be a method of a client, or another async callable")
    sender = sender_of(method)
    prepared, knows_costs = prepared_method(method), False
    if prepared is None and sender is not None:
        prepare: Prepare | None = getattr(sender, "prepare_method", _prepare_nothing)(method)
        prepared = None if prepare is None else PreparedMethod(sender, prepare)
        knows_costs = True
    if prepared is not None:
        return _ClientMethod(prepared, knows_costs=knows_costs)
    if sender is not None and sender.is_blocking:
        raise ConfigurationError("this method of a blocking client is not one request; use that of the async client")
    return _AnyMethod(method)


def _prepare_nothing(method: object) -> None:  # noqa: ARG001 (the sender prepares no methods)
    return None


class _ClientMethod:
    def __init__(self, prepared: PreparedMethod, *, knows_costs: bool) -> None:
        self.knows_costs = knows_costs
        self._transport = prepared.sender.transport
        self._prepare = prepared.prepare
        self.connections = self._transport.owner.max_connections

    def prepare(self, keywords: dict[str, Any]) -> PreparedCall:
        if keywords.pop("stream", False):
            raise ConfigurationError("a fan-out gives whole replies; leave stream out")
        return _ClientCall(self._transport, self._prepare(**keywords), knows_cost=self.knows_costs)


class _ClientCall:
    def __init__(self, transport: Transport, call: Call[Any], *, knows_cost: bool) -> None:
        self._transport = transport
        self._call: Any = call  # what knows its cost is a call of a certain API
        self._knows_cost = knows_cost
        self.seconds = call.options.limits.deadline
        self.abort = call.abort

    def cost(self) -> CallCost | None:
        return cast("CallCost", self._call.cost()) if self._knows_cost else None

    async def attempt(self, retries: int, seconds_left: float | None) -> Attempted:
        call: Call[Any] = self._call
        if retries:
            call.retry(retries)
        if retries and seconds_left is not None:
            call.options = call.options.replaced(limits=call.options.limits._replace(deadline=seconds_left))
        try:
            result = await self._transport.attempt(call)
        finally:
            if self._knows_cost and self._call.multipart is not None:
                await self._call.multipart.close()
        failure = result.failure
        is_refused = result.status == _TOO_MANY_REQUESTS
        limits = None
        if self._knows_cost and result.headers is not None:
            limits = read_rate_limits(result.headers, refused=is_refused)
        if failure is None:
            return Attempted(result, limits=limits, used=_used(result.value) if self._knows_cost else None)
        push_back = is_refused or failure.kind is FailureKind.TIMEOUT
        wait: float | None = None
        policy = call.options.policy
        if failure.retry and call.is_repeatable and retries < policy.max_retries:
            wait = 0.0 if failure.at_once else policy.delay(retries + 1, result.retry_after)
        return Attempted(result, True, push_back, wait, result.retry_after, limits)

    def retrying(self, result: Any, wait: float) -> None:
        self._transport.retrying(self._call, cast("AttemptResult", result), wait)

    def finish(self, result: Any, elapsed: float) -> tuple[Any, BaseException | None]:
        attempt = cast("AttemptResult", result)
        made = self._transport.finish(self._call, attempt, elapsed)
        if isinstance(made, BaseException):
            return None, made
        if attempt.failure is not None and not isinstance(made, Reply):
            return None, self._transport.api.exception(self._call, attempt, made)
        return made, None

    def leave(self) -> None:
        if self._call.observer is not None:
            self._call.observer.leave()


def _used(value: object) -> TokensUsed | None:
    counts = token_counts(cast("dict[str, object]", value).get("usage")) if isinstance(value, dict) else {}
    if "total_tokens" not in counts:
        return None
    return TokensUsed(counts["total_tokens"], counts.get("output_tokens", 0))


class _AnyMethod:
    connections = 0
    knows_costs = False

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

    def cost(self) -> CallCost | None:
        """Return nothing: it is not known."""

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


def make_filler(method: Callable[..., Any]) -> Callable[[str], dict[str, Any]]:
    """Return what makes keywords of an item that is a plain string: `input` or the like, or a message of the user."""
    name = _text_keyword(method)
    if name == "messages" and sender_of(method) is not None:
        return lambda text: {"messages": [{"role": "user", "content": text}]}
    return lambda text: {name: text}


def _text_keyword(method: Callable[..., Any]) -> str:
    """Return the keyword that an item which is a plain string fills; "" where it is passed by position."""
    try:
        parameters = inspect.signature(method).parameters.values()
    except (TypeError, ValueError):
        return ""
    named = [p.name for p in parameters if p.kind in {p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY}]
    usual = ("input", "query") if sender_of(method) is None else ("input", "query", "messages", "prompt")
    for name in usual:
        if name in named:
            return name
    if any(p.kind in {p.POSITIONAL_ONLY, p.VAR_POSITIONAL} for p in parameters):
        return ""
    if named:
        return named[0]
    return "query" if getattr(method, "__name__", "") == "search" else "input"
