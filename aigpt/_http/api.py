"""What the transport has to know of an API. Each API implements it once, without I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from aigpt._http.attempt import AttemptResult
from aigpt._http.failure import Failure
from aigpt._http.request import Call

if TYPE_CHECKING:
    from aigpt._telemetry.spans import SpanAttributes


class API(Protocol):
    """How an API reads a response, and what its callers get."""

    @property
    def span_attributes(self) -> SpanAttributes:
        """What the spans of its calls say."""
        ...

    def read(self, call: Call[Any], status: int, headers: Mapping[str, str], body: bytes) -> tuple[Any, Failure | None]:
        """Return the value of a response to *call*, and why it is a failure if it is one.

        `retry` of the failure says whether to try again.

        Called for every status. Of an error status *body* is what was read of it within small bounds.
        """
        ...

    def result(self, call: Call[Any], attempt: AttemptResult, elapsed: float) -> Any:
        """Return what the caller gets, for the last *attempt* of a call that took *elapsed* seconds. Raises nothing.

        Where a value is not what was asked for, it may set the attempt's `failure`.
        """
        ...

    def exception(self, call: Call[Any], attempt: AttemptResult, result: Any) -> Exception | None:
        """Return what a failed call raises; None where its *result* is returned all the same."""
        ...

    def error_code(self, failure: Failure) -> str:
        """Return the API's name for a failure: for logs, and where callers ask for it."""
        ...

    def error_type(self, failure: Failure, status: int) -> type[Exception]:
        """Return the class of the exception that a failure stands for."""
        ...
