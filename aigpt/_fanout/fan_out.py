"""`fan_out`: one callable over many items, a bounded number at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, overload

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.blocking import BlockingFanOut, check_blocking_items, portal_of
from aigpt._fanout.options import AskCommon, FanOutOptions, RunCommon
from aigpt._fanout.runner import FanOut, Items, ItemT, ReplyT
from aigpt._fanout.starts import Rate
from aigpt._igpt.replies import AskReply, Reply, RunReply

if TYPE_CHECKING:
    from aigpt.openai._models import BaseModel
    from aigpt.openai._raw_response import RawResponse

T = TypeVar("T")
# Bound, so that type checkers never take an async method for a blocking one.
BlockingReplyT = TypeVar("BlockingReplyT", bound="Reply | BaseModel | RawResponse[Any]")


@overload
def fan_out(
    method: Callable[..., Awaitable[RunReply[Any]]],
    items: Items[ItemT],
    *,
    common: RunCommon[T],
    **options: Unpack[FanOutOptions],
) -> FanOut[ItemT, RunReply[T]]: ...
@overload
def fan_out(
    method: Callable[..., Awaitable[AskReply[Any]]],
    items: Items[ItemT],
    *,
    common: AskCommon[T],
    **options: Unpack[FanOutOptions],
) -> FanOut[ItemT, AskReply[T]]: ...
@overload
def fan_out(
    method: Callable[..., Awaitable[ReplyT]],
    items: Items[ItemT],
    *,
    common: Mapping[str, Any] | None = None,
    **options: Unpack[FanOutOptions],
) -> FanOut[ItemT, ReplyT]: ...
@overload
def fan_out(
    method: Callable[..., BlockingReplyT],
    items: Iterable[ItemT],
    *,
    common: Mapping[str, Any] | None = None,
    **options: Unpack[FanOutOptions],
) -> BlockingFanOut[ItemT, BlockingReplyT]: ...
def fan_out(
    method: Callable[..., Any],
    items: Items[ItemT],
    *,
    concurrency: int | Adaptive = 32,
    common: Mapping[str, Any] | None = None,
    ordered: bool = False,
    rate: Rate = None,
    stop_on: Collection[str] = frozenset({"auth", "insufficient_quota"}),
    buffer: int | None = None,
    tokens_per_minute: float | None = None,
    server_limits: bool = True,
) -> FanOut[ItemT, Any] | BlockingFanOut[ItemT, Any]:
    """Call *method* for each of *items*, a bounded number at a time.

    ::

        async with fan_out(client.chat.completions.create, questions, common={"model": "gpt-5"}) as outcomes:
            async for outcome in outcomes: ...
        print(outcomes.summary)

    *method* is a method of a client, or any async callable. An item is a string (it fills `input`, `messages` as one
    message of the user, for search `query`, for another callable its first parameter) or a dict of keywords; *common*
    are keywords for all of them. Items come from an iterable or async iterable, and are taken only as fast as they are
    processed. An iterator that blocks blocks the event loop. With a method of a blocking client, write ``with`` and
    ``for``.

    Where *common* is written in the call and holds documented keywords only, a type checker knows what its
    ``"output_format": T`` makes of the replies of `recall.run` and `recall.ask`: `RunReply[T]`, `AskReply[T]`.

    - *concurrency*: calls under way at once, or `Adaptive`.
    - *ordered*: outcomes in the order of the items, instead of as they come.
    - *rate*: requests per second, retries included: a number (at most 1.05 times it and one more in any second),
      ``"auto"`` for what the server takes, or a `Pacer` of your own.
    - *stop_on*: error codes (or names of exceptions) after which no more calls are begun; ``"auth"`` is any refusal of
      the key. Wrong configuration always is one.
    - *buffer*: how many outcomes may wait for you before no more calls are begun. Default: *concurrency*, and four
      times that where *ordered*.
    - *tokens_per_minute*: tokens that calls of the OpenAI protocol may use. Before it is sent, a call counts for a
      quarter of its text's bytes and for the output that it allows (``max_completion_tokens`` …), or else for what
      answers have had so far on average; afterwards for its `usage`.
    - *server_limits*: whether calls of the OpenAI protocol slow down before they exceed the limits of requests and
      tokens that the server tells in its headers (``x-ratelimit-…``), for each model.

    For methods of a client the fan-out waits between retries itself, by the client's policy and deadline: other calls
    use the slot meanwhile, and a ``Retry-After`` (15 minutes at most) pauses all of them. They resume at the rate that
    the server took before, and grow from there. No failed call raises, whatever `raise_errors` says. An exception of
    *items* is raised once the outcomes of the calls under way are given.

    Raises `ConfigurationError` for options out of range.
    """
    portal = portal_of(method)
    if portal is not None:
        check_blocking_items(items)
    outcomes: FanOut[ItemT, Any] = FanOut(
        method,
        items,
        concurrency=concurrency,
        common=common,
        ordered=ordered,
        rate=rate,
        stop_on=stop_on,
        buffer=buffer,
        tokens_per_minute=tokens_per_minute,
        server_limits=server_limits,
    )
    return outcomes if portal is None else BlockingFanOut(portal, outcomes)
