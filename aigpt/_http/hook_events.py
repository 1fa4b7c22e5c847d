"""What hooks are told of calls. Imported where a client has hooks: few have."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, cast

from aigpt._http.log import printable_code


class _Event:
    __slots__ = ()

    def __repr__(self) -> str:
        # A code that a server made up may hold the user's text.
        values = {field.name: getattr(self, field.name) for field in fields(cast("Any", self))}
        if values.get("error") is not None:
            values["error"] = printable_code(values["error"])
        return f"{type(self).__name__}({', '.join(f'{name}={value}' for name, value in values.items())})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AttemptStarted(_Event):
    """An attempt of a call begins; it may still have to wait for a free connection."""

    route: str
    """Such as ``recall/ask``."""
    call_id: str
    """The same in all events of a call; sent as the header ``Idempotency-Key``."""
    attempt: int
    """1 for the first."""
    elapsed: float
    """Seconds since the call began."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RetryScheduled(_Event):
    """An attempt failed, and there will be another, unless the call is ended while it waits."""

    route: str
    """Such as ``recall/ask``."""
    call_id: str
    """The same in all events of a call; sent as the header ``Idempotency-Key``."""
    attempt: int
    """The number of the attempt that failed, from 1."""
    error: str
    """Why: the code that the reply would have."""
    status: int | None
    """The HTTP status; None where no response arrived."""
    request_id: str | None
    """The server's identifier of the request."""
    wait: float
    """Seconds until the next attempt."""
    elapsed: float
    """Seconds since the call began."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallEnded(_Event):
    """A call has its reply, a stream its end; or they were abandoned."""

    route: str
    """Such as ``recall/ask``."""
    call_id: str
    """The same in all events of a call; sent as the header ``Idempotency-Key``."""
    attempts: int
    """How many were made."""
    error: str | None
    """The code of the reply or the stream; None where it ended well or was abandoned."""
    status: int | None
    """The HTTP status of the last attempt; None where no response arrived, or the call was abandoned."""
    request_id: str | None
    """The server's identifier of the last request."""
    abandoned: bool
    """Whether nobody waited for the end: the task was cancelled, or the stream left or dropped."""
    elapsed: float
    """Seconds since the call began, waits included."""
    time_to_first_chunk: float | None
    """Seconds until the first values of a stream; None for other calls."""

    @property
    def ok(self) -> bool:
        """Whether the call succeeded."""
        return self.error is None and not self.abandoned
