"""The result of one attempt: a value that holds no connection, but where a stream is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from aiohttp import ClientResponse

from aigpt._http.body import is_framed
from aigpt._http.failure import Failure

OK = range(200, 300)
"""The statuses of success."""


class AttemptResult:
    """What one attempt gave: a value or a failure, and the status and headers that came with it."""

    reader: OpenReader | None = None
    """What reads the rest of the response, where it is a stream or WebSocket that is still open."""
    body: bytes | None = None
    """The bytes that arrived, where somebody may want them: of failures, and of answers to be decoded as a type."""
    retry_after: float | None = None
    method = "POST"  # aiohttp-retry asks for it

    def __init__(
        self,
        failure: Failure | None = None,
        value: Any = None,
        status: int = 0,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.failure = failure
        self.value = value
        self.status = status
        """0 where no response arrived."""
        self.headers = headers


class OpenReader(Protocol):
    """What reads an open response after the transport has handed it out, and releases its connection at the end."""

    on_close: Callable[[], None] | None
    """Called when it ends, once no other attempt may follow."""

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        ...


class ResponseReader(OpenReader, Protocol):
    """A reader of a stream, which the transport gives its response."""

    async def begin(self, response: ClientResponse) -> AttemptResult:
        """Take over *response* and return the result of its attempt, with this as its `reader` where it is open."""
        ...


def may_be_cut(response: ClientResponse, body: bytes) -> bool:
    """Return whether a body that is no JSON may be the beginning of some: without framing, a cut looks like an end."""
    return not is_framed(response) and body.lstrip().startswith((b"{", b"["))
