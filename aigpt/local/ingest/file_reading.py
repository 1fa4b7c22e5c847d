"""The items in a file, one step after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from aigpt.local.ingest.file_listing import SourceFile
from aigpt.local.ingest.mbox import split_mbox
from aigpt.local.ingest.message import MAX_BYTES, UnreadableMessageError, read_message
from aigpt.local.ingest.notes import decode, read_notes
from aigpt.local.items import Failure, Item

__all__ = ["Step", "read_file"]

_MAX_NOTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Step:
    """One message or one file of notes."""

    result: Item | Failure
    start: int
    """Byte offset in the file."""
    end: int
    """Byte offset at which the next step starts."""


def read_file(source: SourceFile, start: int = 0) -> Iterator[Step]:
    """Read *source* from byte *start*. Raises `OSError` if it cannot be read."""
    with source.path.open("rb") as file:
        if source.kind == "mbox":
            yield from _read_mbox(source, file, start)
        elif start < source.size or source.size == 0:
            yield Step(_read_whole(source, file), 0, source.size)


def _read_mbox(source: SourceFile, file: BinaryIO, start: int) -> Iterator[Step]:
    for raw in split_mbox(file, start):
        try:
            result: Item | Failure = read_message(raw.data, raw.start)
        except UnreadableMessageError as error:
            result = Failure(f"{source.name} at byte {raw.start}", str(error), raw.start)
        yield Step(result, raw.start, raw.end)


def _read_whole(source: SourceFile, file: BinaryIO) -> Item | Failure:
    try:
        if source.kind == "message":
            return read_message(file.read(MAX_BYTES + 1))
        if source.size > _MAX_NOTES:
            return Failure(source.name, f"longer than {_MAX_NOTES >> 20} MiB; split it")
        return read_notes(source.name, decode(file.read()), source.modified // 1_000_000_000)
    except ValueError as error:
        return Failure(source.name, str(error))
