"""What an API says in its spans, and what a span is to work of several calls. Protocols and plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from contextvars import Context
from typing import Any, NamedTuple, Protocol, TypeAlias

from yarl import URL

Attributes: TypeAlias = dict[str, str | int | float | bool]


class CallDescription(NamedTuple):
    """What is known of a call when it begins."""

    name: str
    """The span's name."""
    method: str
    url: URL
    is_genai: bool
    """Whether it is an operation of the GenAI conventions, which have metrics of their own."""
    facts: Attributes
    """Attributes of the span and of its metrics: few values, nothing of the user's."""
    attributes: Attributes
    """Attributes of the span alone."""
    content: Callable[[], Attributes]
    """What was asked; recorded only where capturing content is switched on."""


class ResultDescription(NamedTuple):
    """What is known of a call when it has ended."""

    error_type: str | None
    """The class of its exception; None for a success."""
    attributes: Attributes
    tokens: Mapping[str, int]
    """How many it cost, by kind: ``input``, ``output``."""
    content: Callable[[], Attributes]
    """What was answered; recorded only where capturing content is switched on."""


class SpanAttributes(Protocol):
    """What the spans of an API's calls say. Pure."""

    def describe_call(self, call: Any) -> CallDescription:
        """Return what is known of *call* before it is sent."""
        ...

    def describe_result(self, result: object) -> ResultDescription:
        """Return what is known of the *result* that a call's caller gets."""
        ...


class WorkSpan(Protocol):
    """Records work of several calls, the parent of their spans."""

    def entered(self) -> AbstractContextManager[None]:
        """Return what makes it the parent of what this task begins while it is entered."""
        ...

    def end(self, error_type: str | None = None) -> None:
        """Note that the work ended, well or with an exception of that class. The first end stands."""
        ...


class FanOutSpan(Protocol):
    """Records a fan-out, the parent of its calls."""

    @property
    def context(self) -> Context:
        """What its calls are to run in, each in a copy."""
        ...

    def item(self, error_type: str | None, seconds: float) -> None:
        """Note that an item ended, well or with an exception of that class."""
        ...

    def end(self, summary: object) -> None:
        """Note that the fan-out ended; *summary* has `ok`, `failed`, `retries` and `abandoned`."""
        ...
