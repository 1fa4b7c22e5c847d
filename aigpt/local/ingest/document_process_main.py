"""The program of a `DocumentProcess`: gets documents on stdin, one after the other, and writes their text to stdout.

It ends when its stdin does, and has bounds on its memory, so that a document cannot take all of the machine's.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, TypeVar

import msgspec

from aigpt.local.ingest.document_text import DocumentError, document_text

__all__ = ["Found", "Wanted", "main", "receive", "send"]

T = TypeVar("T")

_MAX_MEMORY = 1 << 30  # bytes of address space
_MAX_SECONDS = 60  # of CPU time for one document
_NICENESS = 10  # searches have priority
_LENGTH = 8  # bytes


class Wanted(msgspec.Struct):
    """A document to read."""

    kind: str
    data: bytes


class Found(msgspec.Struct):
    """Its text, or why there is none."""

    text: str = ""
    cut: bool = False
    reason: str = ""


def main(_: Sequence[str]) -> None:
    """Read documents until stdin ends."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no reply
    with suppress(EOFError, BrokenPipeError):
        while True:
            wanted = receive(sys.stdin.buffer, Wanted)
            _set_limits()
            send(output, _read(wanted))


def _read(wanted: Wanted) -> Found:
    try:
        text, cut = document_text(wanted.kind, wanted.data)
    except DocumentError as error:
        return Found(reason=str(error))
    except MemoryError:
        return Found(reason="it needs too much memory")
    except Exception as error:  # noqa: BLE001 (a broken document makes these libraries raise anything)
        return Found(reason=type(error).__name__)  # its message may hold text of the document
    return Found(text.encode("utf-8", "replace").decode(), cut)


def _set_limits() -> None:
    """Bound the memory, and the CPU time of the next document: whoever asked for it may be gone."""
    with suppress(ImportError, OSError, ValueError):  # not on Windows; on macOS it may be refused
        import resource  # noqa: PLC0415 (not on every system)

        resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + _MAX_SECONDS, hard))


def send(stream: IO[bytes] | None, message: msgspec.Struct) -> None:
    """Write *message*, its length first. Raises `OSError`."""
    if stream is None:
        raise EOFError
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes] | None, kind: type[T]) -> T:
    """Read the next message. Raises `EOFError` at the end, `OSError`, or `msgspec.DecodeError`."""
    length = _exactly(stream, _LENGTH)
    return msgspec.msgpack.decode(_exactly(stream, int.from_bytes(length, "big")), type=kind)


def _exactly(stream: IO[bytes] | None, count: int) -> bytes:
    data = b"" if stream is None else stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
