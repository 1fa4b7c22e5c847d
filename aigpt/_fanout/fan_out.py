"""`fan_out`: one callable over many items, a bounded number at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, TypeVar, Unpack, overload

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.options import AskCommon, FanOutOptions, RunCommon
from aigpt._fanout.runner import FanOut, Items, ItemT, ReplyT
from aigpt._fanout.starts import Rate
from aigpt._igpt.replies import AskReply, RunReply

T = TypeVar("T")


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
def fan_out(
    method: Callable[..., Awaitable[ReplyT]],
    items: Items[ItemT],
    *,
    concurrency: int | Adaptive = 32,
    common: Mapping[str, Any] | None = None,
    ordered: bool = False,
    rate: Rate = None,
    stop_on: Collection[str] = frozenset({"auth"}),
    buffer: int | None = None,
) -> FanOut[ItemT, ReplyT]:
    """Call *method* for each of *items*, a bounded number at a time.

    ::

        async with fan_out(igpt.recall.run, questions) as outcomes:
            async for outcome in outcomes: ...
        print(outcomes.summary)

    *method* is a method of `AsyncIGPT` or any async callable. An item is a string (it fills `input`, for search
    `query`, for another callable its first parameter) or a dict of keywords; *common* are keywords for all of them.
    Items come from an iterable or async iterable, and are taken only as fast as they are processed. An iterator that
    blocks blocks the event loop.

    Where *common* is written in the call and holds documented keywords only, a type checker knows what its
    ``"output_format": T`` makes of the replies of `recall.run` and `recall.ask`: `RunReply[T]`, `AskReply[T]`.

    - *concurrency*: calls under way at once, or `Adaptive`.
    - *ordered*: outcomes in the order of the items, instead of as they come.
    - *rate*: requests per second, retries included: a number (at most 1.05 times it and one more in any second),
      ``"auto"`` for what the server takes, or a `Pacer` of your own.
    - *stop_on*: error codes (or names of exceptions) after which no more calls are begun; wrong configuration always
      is one.
    - *buffer*: how many outcomes may wait for you before no more calls are begun. Default: *concurrency*, and four
      times that where *ordered*.

    For methods of a client the fan-out waits between retries itself, by the client's policy and deadline: other calls
    use the slot meanwhile, and a ``Retry-After`` (15 minutes at most) pauses all of them. They resume at the rate that
    the server took before, and grow from there. No failed call raises, whatever `raise_errors` says. An exception of
    *items* is raised once the outcomes of the calls under way are given.

    Raises `ConfigurationError` for options out of range.
    """
    return FanOut(
        method,
        items,
        concurrency=concurrency,
        common=common,
        ordered=ordered,
        rate=rate,
        stop_on=stop_on,
        buffer=buffer,
    )
