"""`BlockingFanOut`: a fan-out of the methods of a blocking client, run on the client's event loop. No second copy."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Mapping
from functools import partial
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from aigpt._blocking.portal import BlockingPortal
from aigpt._fanout.outcome import Outcome
from aigpt._fanout.runner import FanOut
from aigpt._fanout.summary import Summary
from aigpt._http.prepared import sender_of
from aigpt.errors import ConfigurationError

ItemT = TypeVar("ItemT", bound=str | Mapping[str, Any])
ReplyT = TypeVar("ReplyT")


def portal_of(method: Callable[..., Any]) -> BlockingPortal | None:
    """Return where the client that *method* belongs to runs its calls; None where it does not block."""
    return getattr(sender_of(method), "portal", None)


def check_blocking_items(items: object) -> None:
    """Raise ConfigurationError for items that belong to another event loop than the client's."""
    if isinstance(items, AsyncIterable):
        raise ConfigurationError("items must be a plain iterable where the method is that of a blocking client")


class BlockingFanOut(Generic[ItemT, ReplyT]):
    """The outcomes of a `fan_out` with a method of a blocking client: enter it with ``with``, and iterate.

    The items are taken on the client's own thread. Calls go on while you do something else with an outcome.
    """

    def __init__(self, portal: BlockingPortal, outcomes: FanOut[ItemT, ReplyT]) -> None:
        self._portal = portal
        self._outcomes = outcomes

    @property
    def summary(self) -> Summary:
        """The figures so far."""
        return self._outcomes.summary

    @property
    def in_flight(self) -> int:
        """How many calls are under way now."""
        return self._outcomes.in_flight

    @property
    def waiting(self) -> int:
        """How many calls wait for their next attempt."""
        return self._outcomes.waiting

    def stop(self, why: str = "stopped") -> None:
        """Begin no more calls. Those under way end normally; those that wait for a retry are given up."""
        self._portal.call(partial(self._stop, why))

    async def _stop(self, why: str) -> None:
        self._outcomes.stop(why)

    def __enter__(self) -> Self:
        self._portal.call(self._outcomes.__aenter__)
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self._portal.call(partial(self._outcomes.__aexit__, kind, exc, tb))

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Outcome[ItemT, ReplyT]:
        outcome = self._portal.call(self._next)
        if outcome is None:
            raise StopIteration
        return outcome

    async def _next(self) -> Outcome[ItemT, ReplyT] | None:
        try:
            return await anext(self._outcomes)
        except StopAsyncIteration:
            return None
