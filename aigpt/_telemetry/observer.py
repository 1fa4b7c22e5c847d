"""What observes a call: OpenTelemetry's span, the hooks of a client. A protocol, and the values it is told."""

from __future__ import annotations

from collections.abc import MutableMapping
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol


class AttemptFacts(NamedTuple):
    """How an attempt went. The last attempt's facts are those of its call."""

    status: int = 0
    """0 where no response arrived."""
    request_id: str | None = None
    error_code: str | None = None
    """The API's name for the failure; None for a success."""
    error_type: str | None = None
    """The class of the exception that the failure stands for."""


class AttemptObserver(Protocol):
    """Observes one attempt."""

    def end(self, facts: AttemptFacts) -> None:
        """Note how the attempt went."""
        ...


class CallObserver(Protocol):
    """Observes one call, until its result is there or its stream has ended. Nothing it does may fail the call."""

    def attempt(self, headers: MutableMapping[str, str], retries: int) -> AbstractContextManager[AttemptObserver]:
        """Return what observes an attempt while it is entered; it may add to the *headers* that are sent."""
        ...

    def retry(self, facts: AttemptFacts, wait: float) -> None:
        """Note that the attempt failed, and that there will be another in *wait* seconds."""
        ...

    def first_chunk(self) -> None:
        """Note that the first values of the stream have arrived."""
        ...

    def end(self, result: object, facts: AttemptFacts) -> None:
        """Note that the call ended with *result*, which is what its caller gets. Later ends change nothing."""
        ...

    def leave(self, error_type: str | None = None) -> None:
        """Note that the call was left before its end, by an exception or since no more was wanted."""
        ...
