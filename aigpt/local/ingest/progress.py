"""What the caller learns of the indexing: its progress, and its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.file_listing import Skipped
from aigpt.local.items import Failure
from aigpt.local.store.datasources import Datasource

__all__ = ["Indexed", "Progress"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the indexing of one datasource has got."""

    datasource: str
    """Its id."""
    title: str
    done: int
    """Bytes read."""
    total: int
    """Bytes to read."""
    messages: int
    notes: int
    failed: int
    finished: bool

    @classmethod
    def of(cls, source: Datasource) -> Self:
        """Return the progress of *source* as it is stored."""
        counts = (source.messages, source.notes, source.failed)
        return cls(source.name, source.title, source.done, source.total, *counts, finished=source.complete)

    @property
    def percent(self) -> float:
        """Percent read."""
        if self.finished:
            return 100.0
        return min(100.0, 100.0 * self.done / self.total) if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Indexed:
    """The result of indexing one datasource."""

    datasource: str
    title: str
    path: str
    messages: int
    notes: int
    failures: tuple[Failure, ...]
    """What could not be read, or not all of it, by name and reason."""
    skipped: tuple[Skipped, ...]
    """Files that are neither mail nor notes."""
    finished: bool
    """False if indexing was stopped before the end, or failed."""
    error: str = ""
    """Why it could not be indexed; empty if it could. It is tried again at the next start."""
    skipped_attachments: tuple[Failure, ...] = ()
    """Attachments whose text was not read, by name and reason."""

    def raise_for_error(self) -> None:
        """Raise `LocalServerError` if it could not be indexed."""
        if self.error:
            raise LocalServerError(f"{self.title}: could not be indexed: {self.error}")
