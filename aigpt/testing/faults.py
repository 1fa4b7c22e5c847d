"""The faults a scripted server can play: a response that is cut in one of many ways, and bytes nobody asked for."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Iterable
from typing import Literal, TypeAlias, cast

from aigpt._http.send_queue import unacknowledged
from aigpt.testing.steps import Piece

Ending: TypeAlias = Literal["close", "reset", "hang"]
Then: TypeAlias = Literal["end", "close", "reset", "hang", "truncate", "cut"]
Stray: TypeAlias = Literal["answer", "timeout", "junk", "partial"]

ENDINGS: dict[str, Ending] = {"close": "close", "reset": "reset", "hang": "hang"}

_OTHERS_ANSWER = b'{"output": "an answer for somebody else"}'
STRAYS: dict[str, bytes] = {
    "answer": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(_OTHERS_ANSWER)
        + _OTHERS_ANSWER
    ),
    "timeout": b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "junk": b"\x00\xff not HTTP at all\r\n\r\n",
    "partial": b"HTTP/1.1 2",
}

_RESET_DELAY = 1.0  # s; a client that has not read everything by then is reset all the same


async def play_ending(ending: Ending, transport: asyncio.Transport) -> None:
    """End a response in the given way; for ``"hang"``, wait until cancelled."""
    if ending == "hang":
        await asyncio.get_running_loop().create_future()
    elif ending == "reset":
        await _wait_until_acknowledged(transport)
        abort(transport, reset=True)
    else:
        transport.close()


def abort(transport: asyncio.Transport, *, reset: bool) -> None:
    """Close the connection now, by FIN or, if *reset*, by RST. What has not been sent is lost."""
    if reset:
        sock = cast("socket.socket", transport.get_extra_info("socket"))
        with contextlib.suppress(OSError):  # the client has closed it already
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


async def _wait_until_acknowledged(transport: asyncio.Transport) -> None:
    """Wait until the client's side has received everything: a reset discards what has not arrived."""
    loop = asyncio.get_running_loop()
    sock = transport.get_extra_info("socket")
    deadline = loop.time() + _RESET_DELAY
    while unacknowledged(sock.fileno()) and loop.time() < deadline:  # noqa: ASYNC110 no event tells it
        await asyncio.sleep(0.001)


def stray_bytes(what: Stray | bytes) -> bytes:
    """Return the bytes that *what* stands for."""
    if isinstance(what, bytes):
        return what
    if what not in STRAYS:
        raise ValueError(f"stray must be bytes or one of {', '.join(sorted(STRAYS))}, not {what!r}")
    return STRAYS[what]


def truncate(pieces: Iterable[Piece], then: Then = "truncate") -> list[Piece]:
    """Return *pieces* without the second half of the last one that has bytes."""
    cut = list(pieces)
    last = max((n for n, piece in enumerate(cut) if isinstance(piece, bytes) and piece), default=None)
    if last is None:
        raise ValueError(f'then="{then}" needs at least one event to cut')
    whole = cut[last]
    if isinstance(whole, bytes):
        cut[last] = whole[: len(whole) // 2]
    return cut
