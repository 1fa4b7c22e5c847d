"""The keywords of `fan_out`, as type checkers see them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Generic, Required, TypedDict, TypeVar

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.starts import Rate
from aigpt._igpt.params import AskOptions, RunOptions

T = TypeVar("T")


class FanOutOptions(TypedDict, total=False):
    """The options of `fan_out` besides `common`, for its overloads."""

    concurrency: int | Adaptive
    ordered: bool
    rate: Rate
    stop_on: Collection[str]
    buffer: int | None
    tokens_per_minute: float | None
    server_limits: bool


class RunCommon(RunOptions[asyncio.Event], Generic[T], total=False):
    """A `common` for `recall.run` whose `output_format` is a type: the replies are `RunReply[T]`."""

    output_format: Required[type[T]]


class AskCommon(AskOptions[asyncio.Event], Generic[T], total=False):
    """A `common` for `recall.ask` whose `output_format` is a type: the replies are `AskReply[T]`."""

    output_format: Required[type[T]]
