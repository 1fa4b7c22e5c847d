"""The outcome of one item of a fan-out."""

from __future__ import annotations

from typing import Generic, TypeVar

from aigpt._igpt.replies import Reply
from aigpt.errors import APIError

ItemT = TypeVar("ItemT")
ReplyT = TypeVar("ReplyT")


class Outcome(Generic[ItemT, ReplyT]):
    """The outcome of one item. For a client's method there always is a `reply`, a failed one too."""

    __slots__ = ("_raised", "attempt_time", "elapsed", "index", "reply", "request", "retries")

    def __init__(self, index: int, request: ItemT, reply: ReplyT | None, raised: BaseException | None = None) -> None:
        self.index = index
        """The item's number, from 0."""
        self.request = request
        """The item as given."""
        self.reply = reply
        """What the call returned; None if it raised."""
        self._raised = raised
        self.retries = 0
        """Attempts made after the first."""
        self.elapsed = 0.0
        """Seconds from the first attempt to the end, waits included."""
        self.attempt_time = 0.0
        """Seconds the last attempt took."""

    @property
    def exception(self) -> BaseException | None:
        """What the callable raised, or the exception of a failed reply; None for a success."""
        if self._raised is None and isinstance(self.reply, Reply):
            return self.reply.exception
        return self._raised

    @property
    def error(self) -> str | None:
        """The code of what went wrong, for an exception without one the name of its class; None for a success."""
        if self._raised is not None:
            code = self._raised.code if isinstance(self._raised, APIError) else None
            return code or type(self._raised).__name__
        return self.reply.error if isinstance(self.reply, Reply) else None

    @property
    def ok(self) -> bool:
        """Whether the call succeeded."""
        return self.error is None

    def __repr__(self) -> str:
        return f"<Outcome {self.index} {'ok' if self.ok else self.error}>"
