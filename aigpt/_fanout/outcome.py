"""The outcome of one item of a fan-out: a `Success` or a `Failed`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from aigpt._http.log import printable_code
from aigpt._igpt.replies import Reply
from aigpt.errors import APIError, AuthenticationError

ItemT = TypeVar("ItemT")
ReplyT = TypeVar("ReplyT")


class _Item(Generic[ItemT]):
    """What both kinds of outcome say of their item."""

    __slots__ = ("attempt_time", "elapsed", "index", "request", "retries", "status")

    def __init__(self, index: int, request: ItemT) -> None:
        self.index: int = index
        """The item's number, from 0."""
        self.request: ItemT = request
        """The item as given."""
        self.retries: int = 0
        """Attempts made after the first."""
        self.elapsed: float = 0.0
        """Seconds from the first attempt to the end, waits included."""
        self.attempt_time: float = 0.0
        """Seconds the last attempt took."""
        self.status: int | None = None
        """The HTTP status of the last attempt; None where none came, or what sends is not a client's method."""


class Success(_Item[ItemT], Generic[ItemT, ReplyT]):
    """The outcome of an item whose call succeeded."""

    __slots__ = ("reply",)

    ok: Literal[True] = True
    """Whether the call succeeded."""
    error: None = None
    """The code of what went wrong: nothing."""
    exception: None = None
    """What was raised: nothing."""

    def __init__(self, index: int, request: ItemT, reply: ReplyT) -> None:
        super().__init__(index, request)
        self.reply: ReplyT = reply
        """What the call returned."""

    def __repr__(self) -> str:
        return f"<Success {self.index}>"


class Failed(_Item[ItemT], Generic[ItemT, ReplyT]):
    """The outcome of an item whose call failed."""

    __slots__ = ("_raised", "error", "reply")

    ok: Literal[False] = False
    """Whether the call succeeded."""

    def __init__(self, index: int, request: ItemT, reply: ReplyT | None, raised: BaseException | None = None) -> None:
        super().__init__(index, request)
        self.reply: ReplyT | None = reply
        """The failed reply; None if the callable raised. A client's method always gives one."""
        self._raised = raised
        self.error: str = _code(reply, raised)
        """The code of what went wrong; for an exception without one, the name of its class."""

    @property
    def exception(self) -> BaseException:
        """What the callable raised, or the exception of the failed reply."""
        return cast("APIError", cast("Reply", self.reply).exception) if self._raised is None else self._raised

    def __repr__(self) -> str:
        return f"<Failed {self.index} {printable_code(self.error)}>"


Outcome: TypeAlias = Success[ItemT, ReplyT] | Failed[ItemT, ReplyT]
"""The outcome of one item. Its `ok`, `error` and `exception` tell a type checker which of the two it is.

``if outcome.error is None`` and ``isinstance(outcome, Success)`` do in mypy and in pyright, ``if outcome.ok`` in mypy;
pyright wants ``if outcome.ok is True``.
"""


def make_outcome(index: int, request: ItemT, reply: Any, raised: BaseException | None) -> Outcome[ItemT, Any]:
    """Return the outcome of an item whose call returned *reply*, or raised."""
    if raised is None and not (isinstance(reply, Reply) and not reply.ok):
        return Success(index, request, reply)
    return Failed(index, request, reply, raised)


def reason_to_stop(outcome: Outcome[Any, Any], stop_on: Collection[str]) -> str | None:
    """Return the code in *stop_on* after which no more calls are begun, where *outcome* is such a one."""
    exception = outcome.exception
    if outcome.error is None or exception is None:
        return None
    if outcome.error in stop_on:
        return outcome.error
    if isinstance(exception, AuthenticationError) and "auth" in stop_on:
        return "auth"
    name = type(exception).__name__
    return name if name in stop_on else None


def _code(reply: object, raised: BaseException | None) -> str:
    if raised is not None:
        return (raised.code if isinstance(raised, APIError) else None) or type(raised).__name__
    return cast("str", cast("Reply", reply).error)
