"""What a stream of an API means: the order of its values, its end, its errors. Each API implements it, without I/O."""

from __future__ import annotations

from typing import Any, Protocol

from aigpt._http.failure import Failure


class StreamProtocol(Protocol):
    """What the values of one stream mean."""

    ended: bool
    """Whether the end marker has arrived."""
    gaps: int
    """Values known to be missing."""
    ends_at_done: bool
    """Whether ``[DONE]`` is the end marker, after which nothing counts; else it means nothing."""
    names_events: bool
    """Whether the type of an event is needed: then its value is ``{"event": type, "data": value}``."""

    @property
    def may_be_cut(self) -> bool:
        """Whether it is whole where a connection without framing is cut here."""
        ...

    def names_error(self, value: object) -> bool:
        """Return whether *value* reports an error."""
        ...

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
        """Check the next *chunks*, and note what they add up to.

        Return the good ones, why the rest are not good, and the value in which the server reports that, if it does.
        """
        ...

    def at_eof(self, *, is_framed: bool = True) -> Failure | None:
        """Return why the stream may not end here; None if it may.

        *is_framed*: whether the headers said where the body ends; otherwise its end may be a cut.
        """
        ...

    @property
    def complete(self) -> bool | None:
        """Whether everything arrived: None where nothing tells."""
        ...

    def result(self) -> Any:
        """Return what all values add up to."""
        ...
