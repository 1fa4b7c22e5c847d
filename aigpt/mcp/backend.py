"""What the tools and resources need of the API, be it reached by a client or in the embedded server's own process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

__all__ = ["Backend", "Json", "SourceText", "ToolError", "objects_with_ids", "source_text"]

Json = dict[str, Any]


class ToolError(Exception):
    """An expected failure. The message is for the model: it says why, and what to do; it quotes nobody's text."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A message, or a part of notes."""

    text: str
    sender: str = ""
    subject: str = ""
    timestamp: str | None = None
    """ISO 8601; None if it has no date."""


class Backend(Protocol):
    """The API, on behalf of one user."""

    async def call(self, route: str, params: Mapping[str, Any]) -> Json:
        """Return the reply of *route*, such as ``"recall/search"``. Raises `ToolError` for one that failed."""
        ...

    async def read(self, source: str) -> SourceText | None:
        """Return the source with that id; None if there is none. Raises `ToolError`."""
        ...


def objects_with_ids(values: Any) -> list[Json]:
    """Return the objects in *values*, a list in a reply, that have an id."""
    found: Sequence[Any] = cast("Sequence[Any]", values) if isinstance(values, list) else ()
    return [cast("Json", value) for value in found if _has_id(value)]


def _has_id(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(cast("Json", value).get("id"), str)


def source_text(result: Mapping[str, Any]) -> SourceText:
    """Return a result of ``recall/search`` as a source."""
    timestamp = result.get("timestamp")
    return SourceText(
        text=str(result.get("content") or ""),
        sender=str(result.get("from") or ""),
        subject=str(result.get("subject") or ""),
        timestamp=timestamp if isinstance(timestamp, str) else None,
    )
