"""Mbox files, split into messages as a stream, so that memory does not grow with their size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from aigpt.local.ingest.message_bytes import MessageBytes

__all__ = ["RawMessage", "is_mbox_start", "read_whole", "split_mbox"]

_LINE = 1 << 20  # bytes; a longer line is read in pieces
# The first day, then the first time behind it, for good: else the time would grow with the cube of a line's length.
_FULL = re.compile(
    rb"From (?>.*?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d)"
    rb"(?>.*?\d\d:\d\d).*?\b\d{4}\b"
)
_QUOTED = re.compile(rb">+From ")
_BARE = (b"From", b"From -")  # what some mail programs write


class RawMessage(NamedTuple):
    """One message of an mbox file."""

    start: int
    """Byte offset of its ``From `` line."""
    end: int
    """Byte offset of the next one."""
    data: bytes
    """Its headers and text, ``>From `` unquoted (mboxrd); of large attachments the beginning (`MessageBytes`)."""


def is_mbox_start(line: bytes) -> bool:
    """Whether *line* is the ``From `` line that an mbox file begins with."""
    return _FULL.match(line) is not None or line.rstrip() in _BARE


def split_mbox(file: BinaryIO, start: int = 0) -> Iterator[RawMessage]:
    """Read the messages of *file* from byte *start*, which must be at a ``From `` line or at the end.

    A bare ``From`` line separates messages only in a file that begins with one: elsewhere it is text.
    """
    file.seek(0)
    bare = file.readline(_LINE).rstrip() in _BARE
    file.seek(start)
    begin = position = start
    message: MessageBytes | None = None
    after_blank = True
    whole_line = True
    while line := file.readline(_LINE):
        if whole_line and _separates(line, bare=bare and after_blank):
            if message is not None:
                yield RawMessage(begin, position, message.bytes())
            begin, message = position, MessageBytes()
        elif message is not None:
            message.add(line[1:] if whole_line and line.startswith(b">") and _QUOTED.match(line) else line)
        position += len(line)
        after_blank = whole_line and not line.strip(b"\r\n")
        whole_line = line.endswith(b"\n")
    if message is not None:
        yield RawMessage(begin, position, message.bytes())


def read_whole(file: BinaryIO) -> bytes:
    """Read a file that is one message, as one of an mbox file is read."""
    message = MessageBytes()
    while line := file.readline(_LINE):
        message.add(line)
    return message.bytes()


def _separates(line: bytes, *, bare: bool) -> bool:
    if not line.startswith(b"From"):
        return False
    return _FULL.match(line) is not None or (bare and line.rstrip() in _BARE)
