"""What resources are made of: the generated classes hold names and types, and hand all else to a sender."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Never, ParamSpec, Self, TypeVar, cast

from aigpt.openai._endpoint import Endpoint
from aigpt.openai._types import Headers, NotGiven, Omit

if TYPE_CHECKING:
    from aigpt.openai._raw_response import RawResponse
    from aigpt.openai._sender import Sender
    from aigpt.openai._streamed_response import (
        APIResponse,
        AsyncAPIResponse,
        AsyncResponseContextManager,
        ResponseContextManager,
    )

P = ParamSpec("P")
R = TypeVar("R")

__all__ = [
    "APIResource",
    "AsyncAPIResource",
    "Endpoint",
    "SyncAPIResource",
    "async_to_raw_response",
    "async_to_streamed_response",
    "cached_property",
    "to_raw_response",
    "to_streamed_response",
    "with_header",
]


class APIResource:
    """A group of routes of a client."""

    _sender: Sender

    def __init__(self, client: Any) -> None:
        self._client = client
        self._sender = client._sender  # noqa: SLF001 (one with its resources)

    if not TYPE_CHECKING:  # for type checkers there are only the names there are

        def __getattr__(self, name: str) -> Never:
            from aigpt.openai._missing import get_missing  # noqa: PLC0415 (for errors)

            get_missing(self, name)

    def _with_sender(self, sender: Sender) -> Self:
        """Return the same resource with another *sender*: what its methods return is what that returns."""
        other = type(self)(self._client)
        other._sender = sender  # noqa: SLF001 (another of the same class)
        return other

    def _raw(self) -> Self:
        """Return this resource with methods that return raw responses."""
        return self._with_sender(self._sender.raw())

    def _streamed(self) -> Self:
        """Return this resource with methods that return responses whose bodies are still to be read."""
        return self._with_sender(self._sender.streamed())


class SyncAPIResource(APIResource):
    """A group of routes of a blocking client."""


class AsyncAPIResource(APIResource):
    """A group of routes of an async client."""


def with_header(headers: Headers | None, name: str, values: Iterable[object] | Omit | NotGiven) -> Headers | None:
    """Return the caller's *headers* with one that lists *values*, where they are given and the caller sets none."""
    if isinstance(values, Omit | NotGiven):
        return headers
    return {name: ",".join(map(str, values)), **(headers or {})}


# The methods given here return what these say already; the functions are for type checkers.


def to_raw_response(method: Callable[P, R]) -> Callable[P, RawResponse[R]]:
    """Return a method of a resource whose sender gives raw responses, typed so."""
    return cast("Callable[P, RawResponse[R]]", method)


def async_to_raw_response(method: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[RawResponse[R]]]:
    """Return a method of a resource whose sender gives raw responses, typed so."""
    return cast("Callable[P, Awaitable[RawResponse[R]]]", method)


def to_streamed_response(method: Callable[P, R]) -> Callable[P, ResponseContextManager[APIResponse[R]]]:
    """Return a method of a resource whose sender gives open responses, typed so."""
    return cast("Callable[P, ResponseContextManager[APIResponse[R]]]", method)


def async_to_streamed_response(
    method: Callable[P, Awaitable[R]],
) -> Callable[P, AsyncResponseContextManager[AsyncAPIResponse[R]]]:
    """Return *method*, of a resource whose sender gives open responses, as what is entered with ``async with``."""
    from aigpt.openai._streamed_response import AsyncResponseContextManager  # noqa: PLC0415 (few need it)

    def open_response(*args: P.args, **kwargs: P.kwargs) -> AsyncResponseContextManager[AsyncAPIResponse[R]]:
        return AsyncResponseContextManager(cast("Awaitable[AsyncAPIResponse[R]]", method(*args, **kwargs)))

    return open_response
