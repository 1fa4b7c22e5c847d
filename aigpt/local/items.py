"""What is read from files and stored in the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Failure", "Item", "ItemKind", "Passage", "Unread"]

ItemKind: TypeAlias = Literal["message", "note"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of search: a whole message, or some lines of notes."""

    own: str
    """What its author wrote, or the lines of the file."""
    people: str = ""
    """Names and addresses of sender and recipients, or the names of the speakers."""
    quoted: str = ""
    """What a message quotes of others."""
    extra: str = ""
    """A message's signature and the names of its attachments; of an attachment's text, its name."""
    first: int | None = None
    """First line in the file, from 1, or in a message's attachments, counted through; None for its own text."""
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """An attachment that has text, which was not read."""

    number: int
    """Its place among the message's attachments, from 1."""
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """One message, or one file of notes."""

    kind: ItemKind
    position: int
    """Byte offset of its beginning in its file."""
    subject: str
    passages: tuple[Passage, ...]
    sender: str = ""
    message_id: str = ""
    thread: str = ""
    """The Message-ID of the first message of its thread, by its headers."""
    timestamp: int | None = None
    """Unix time in seconds; None if it has no readable date."""
    attachments: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    """What was wrong with it, although it could be read."""
    lost: tuple[str, ...] = ()
    """What of it could not be read: the rest is here. Without any text of it."""
    skipped: tuple[Unread, ...] = ()
    """Attachments whose text was not read."""

    @property
    def size(self) -> int:
        """Number of characters of text."""
        return sum(len(p.own) + len(p.quoted) + len(p.extra) for p in self.passages)

    @property
    def stored(self) -> int:
        """Number of characters that are stored in its passages."""
        return self.size + sum(len(self.subject) + len(p.people) for p in self.passages)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read."""

    name: str
    """The file, with the byte offset if it holds many messages."""
    reason: str
    position: int = 0
