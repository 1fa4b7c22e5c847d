"""What is read from files and kept in the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Failure", "FileKind", "Item", "ItemKind", "Passage"]

FileKind: TypeAlias = Literal["mbox", "message", "notes"]
"""How a file is read: many messages, one message, or lines of text."""

ItemKind: TypeAlias = Literal["message", "note"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an item that is found and shown as one: a whole message, or some lines of notes."""

    own: str
    """What its author wrote, or the lines as they stand in the file."""
    people: str = ""
    """Names and addresses of everybody in it: sender and recipients, or the speakers."""
    quoted: str = ""
    """What a message repeats of others."""
    extra: str = ""
    """A message's signature and the names of its attachments."""
    first: int | None = None
    """First line in the file, from 1; None for a message."""
    last: int | None = None


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
    """The Message-ID that its thread began with, as far as its headers tell."""
    timestamp: int | None = None
    """Unix time in seconds; None where it names none that can be read."""
    attachments: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    """What was wrong with it, where it could be read all the same."""

    @property
    def size(self) -> int:
        """Characters of text in it."""
        return sum(len(p.own) + len(p.quoted) + len(p.extra) for p in self.passages)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read."""

    name: str
    """The file, with the byte offset or Message-ID where it holds many messages."""
    reason: str
    position: int = 0
