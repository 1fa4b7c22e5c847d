"""The server's side of one reader process."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from aigpt.local.child_command import child_command
from aigpt.local.readers.frames import FrameSplitter, framed

__all__ = ["ReaderChild"]

_END_SECONDS = 2.0  # then it is killed


class ReaderChild(asyncio.SubprocessProtocol):
    """One reader process. *received* is called with each of its messages, the first of which is empty: it is ready.

    *ended* is called once, when it has ended, however that came about.
    """

    def __init__(self, received: Callable[[ReaderChild, bytes], None], ended: Callable[[ReaderChild], None]) -> None:
        self._received = received
        self._ended = ended
        self._splitter = FrameSplitter()
        self._transport: asyncio.SubprocessTransport | None = None
        self._gone = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the process."""
        self._transport = cast("asyncio.SubprocessTransport", transport)

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 (there is one pipe)
        """Take bytes of its output."""
        message = self._splitter.feed(data)
        if message is not None:
            self._received(self, message)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (why does not matter)
        """Note that it has ended and its output was read."""
        if self._transport is not None:
            self._transport.close()
        self._gone.set_result(None)
        self._ended(self)

    def send(self, message: bytes) -> None:
        """Send work to it."""
        if self._transport is not None:
            pipe = cast("asyncio.WriteTransport", self._transport.get_pipe_transport(0))
            pipe.write(framed(message))

    def kill(self) -> None:
        """Kill it; `ended` is called soon."""
        if self._transport is not None and self._transport.get_returncode() is None:
            self._transport.kill()

    async def start(self, path: Path, soon: Sequence[str], later: Sequence[str]) -> None:
        """Start it for the database at *path*; it imports the modules *soon* before its work, and *later* beside it.

        Raises `OSError` if it cannot be started.
        """
        command = child_command("aigpt.local.readers.child_main", str(path), ",".join(soon), ",".join(later))
        await asyncio.get_running_loop().subprocess_exec(
            lambda: self,
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may contain text of messages
            start_new_session=True,  # Ctrl-C is for the server; the process ends when its stdin does
        )

    async def close(self) -> None:
        """End it, and wait for that."""
        if self._transport is None:
            return
        pipe = self._transport.get_pipe_transport(0)
        if pipe is not None:
            pipe.close()
        _, late = await asyncio.wait([self._gone], timeout=_END_SECONDS)
        if late:
            self.kill()
            _, late = await asyncio.wait([self._gone], timeout=_END_SECONDS)
        if late:  # killed, but its pipes or its end are not reported
            self._transport.close()
