"""Messages over a pipe: their length in eight bytes, then the message."""

from __future__ import annotations

import os
import struct

__all__ = ["FrameSplitter", "framed", "read_frame", "write_frame"]

_LENGTH = struct.Struct("!Q")
_BLOCK = 1 << 20  # bytes of one read


class FrameSplitter:
    """Makes messages of bytes that arrive in any pieces."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> bytes | None:
        """Return the message that *data* completes, if it does; the next one is not sent before it was asked for."""
        self._buffer += data
        if len(self._buffer) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._buffer)
        if len(self._buffer) < _LENGTH.size + length:
            return None
        message = bytes(memoryview(self._buffer)[_LENGTH.size : _LENGTH.size + length])
        self._buffer = bytearray()
        return message


def read_frame(descriptor: int) -> bytes | None:
    """Wait for a message from a pipe; None at its end."""
    head = _read(descriptor, _LENGTH.size)
    return None if head is None else _read(descriptor, _LENGTH.unpack(head)[0])


def _read(descriptor: int, count: int) -> bytes | None:
    parts: list[bytes] = []
    while count:
        part = os.read(descriptor, min(count, _BLOCK))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def write_frame(descriptor: int, message: bytes) -> None:
    """Write a message to a pipe. Raises `BrokenPipeError` if nobody reads it any more."""
    left = memoryview(framed(message))
    while left:
        left = left[os.write(descriptor, left) :]


def framed(message: bytes) -> bytes:
    """Return *message* with its length before it."""
    return _LENGTH.pack(len(message)) + message
