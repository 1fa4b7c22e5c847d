"""The items in a file, one step after the other."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from aigpt.local.ingest.attachments import ReadDocument, no_documents
from aigpt.local.ingest.file_listing import SourceFile
from aigpt.local.ingest.mbox import read_whole, split_mbox
from aigpt.local.ingest.message import UnreadableMessageError, read_message
from aigpt.local.ingest.notes import decode, read_notes
from aigpt.local.items import Failure, Item

__all__ = ["Step", "read_file"]

_log = logging.getLogger("aigpt.local")

_MAX_NOTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Step:
    """One message or one file of notes."""

    result: Item | Failure
    start: int
    """Byte offset in the file."""
    end: int
    """Byte offset at which the next step starts."""


def read_file(source: SourceFile, start: int = 0, read_document: ReadDocument = no_documents) -> Iterator[Step]:
    """Read *source* from byte *start*. Raises `OSError` if it cannot be read."""
    with source.path.open("rb") as file:
        if source.kind == "mbox":
            for raw in split_mbox(file, start):
                name = f"{source.name} at byte {raw.start}"
                yield Step(_read_message(raw.data, raw.start, name, read_document), raw.start, raw.end)
        elif start < source.size or source.size == 0:
            message = source.kind == "message"
            result = _read_message(read_whole(file), 0, source.name, read_document) if message else _notes(source, file)
            yield Step(result, 0, source.size)


def _read_message(data: bytes, position: int, name: str, read_document: ReadDocument) -> Item | Failure:
    try:
        return read_message(data, position, read_document)
    except UnreadableMessageError as error:
        return Failure(name, str(error), position)
    except Exception as error:  # noqa: BLE001 (no mail may end the indexing, whatever it does to a library)
        _log.debug("a message could not be read", exc_info=True)
        return Failure(name, f"could not be read ({type(error).__name__})", position)


def _notes(source: SourceFile, file: BinaryIO) -> Item | Failure:
    try:
        if source.size > _MAX_NOTES:
            return Failure(source.name, f"longer than {_MAX_NOTES >> 20} MiB; split it")
        return read_notes(source.name, decode(file.read(_MAX_NOTES)))
    except ValueError as error:
        return Failure(source.name, str(error))
