"""The contents of files while they are sent: bytes, files on disk, files the caller has opened. Read off the loop."""

from __future__ import annotations

import asyncio
import errno
import io
import os
import stat
from collections.abc import Awaitable, Callable
from threading import Lock
from typing import Any, BinaryIO, Protocol, TypeAlias

PIECE = 1 << 18
"""How many bytes are read and written at a time."""

Write: TypeAlias = Callable[[bytes | bytearray | memoryview], Awaitable[None]]


class Content(Protocol):
    """The content of one part of a form, while it is sent."""

    @property
    def size(self) -> int | None:
        """How many bytes are sent; None where that is not known before."""
        ...

    problem: str | None
    """What was wrong with it while it was sent."""

    async def send(self, write: Write) -> None:
        """Write all of it, in pieces."""
        ...


class Source(Protocol):
    """Where the content of one part comes from."""

    @property
    def replayable(self) -> bool:
        """Whether it can be read again."""
        ...

    def open(self, opened: Opened) -> Content:
        """Return it ready to be sent. May block; what is opened for it is noted in *opened*."""
        ...


class Opened:
    """The files opened for one attempt. All of them are closed, however late the thread is that opens them."""

    def __init__(self) -> None:
        self._files: list[BinaryIO] = []
        self._lock = Lock()
        self._closed = False

    def open(self, path: os.PathLike[Any]) -> BinaryIO:
        """Return the file at *path*, opened. Raises OSError."""
        with self._lock:
            if self._closed:
                raise OSError(errno.ECANCELED, os.strerror(errno.ECANCELED))
            file = open(path, "rb")  # noqa: SIM115, PTH123 (close() closes it; not each PathLike has an open())
            self._files.append(file)
            return file

    def close(self) -> None:
        """Close them, after the reads that are under way. May block."""
        with self._lock:
            self._closed = True
            for file in self._files:
                file.close()
            self._files.clear()


class Memory:
    """Bytes."""

    replayable = True
    problem: str | None = None

    def __init__(self, content: bytes | bytearray | memoryview[Any]) -> None:
        self.view = memoryview(content).cast("B")
        self.size = len(self.view)

    def open(self, opened: Opened) -> Content:  # noqa: ARG002 (nothing has to be opened)
        """Return itself."""
        return self

    async def send(self, write: Write) -> None:
        """Write it in pieces, so that the loop is not held up."""
        for start in range(0, self.size, PIECE):
            await write(self.view[start : start + PIECE])


def check_is_sized(name: str, path: os.PathLike[Any]) -> None:
    """Raise OSError where there is no file at *path*, given as *name*, and ValueError where it is a pipe or a device.

    To open a pipe blocks until somebody writes, and nothing ends that: no deadline, and not the end of the program.
    """
    mode = os.stat(path).st_mode  # noqa: PTH116 (not each PathLike has a stat())
    if stat.S_ISDIR(mode):
        raise _os_error(errno.EISDIR, path)
    if not stat.S_ISREG(mode):
        raise ValueError(
            f"{name} is {os.fspath(path)!r}, a pipe or a device: read it, and give its content as bytes, or give the "
            "file open where open files are taken (of standard input: sys.stdin.buffer)"
        )


class PathSource:
    """A file on disk, opened for each attempt. Raises OSError or ValueError where there is none that can be read."""

    replayable = True

    def __init__(self, path: os.PathLike[Any], name: str) -> None:
        self._path = path
        check_is_sized(name, path)
        if not os.access(path, os.R_OK):
            raise _os_error(errno.EACCES, path)

    def open(self, opened: Opened) -> Content:
        """Open the file."""
        file = opened.open(self._path)
        return _FileContent(file, _told_size(file, os.fstat(file.fileno()).st_size), Lock())


class FileSource:
    """A binary file that the caller has opened and will close. It is sent from its beginning, if it can be rewound."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._lock = Lock()  # the last attempt may still be reading when the next begins
        self._begun = False
        self.replayable = _is_seekable(file)

    def open(self, opened: Opened) -> Content:  # noqa: ARG002 (it is open)
        """Ask for its size. Raises ValueError where it would have to be read a second time, and cannot."""
        size = None
        with self._lock:
            if self.replayable:
                self._file.seek(0, io.SEEK_END)
                size = _told_size(self._file, self._file.tell())
            elif self._begun:
                raise ValueError("a file that cannot be rewound cannot be sent again")
            self._begun = True
        return _FileContent(self._file, size, self._lock)


class _FileContent:
    """The content of an open file: *size* bytes from its beginning, or, where that is None, all that it still gives."""

    def __init__(self, file: Any, size: int | None, lock: Lock) -> None:
        self._file = file
        self._lock = lock
        self.size = size
        self.problem: str | None = None

    async def send(self, write: Write) -> None:
        loop = asyncio.get_running_loop()
        offset = 0
        while self.size is None or offset < self.size:
            piece = await loop.run_in_executor(None, self._read, offset)
            if not piece:
                break
            offset += len(piece)
            await write(piece)
        if self.size is not None and offset < self.size:
            self.problem = "a file became shorter while it was sent"
            raise OSError(errno.EIO, self.problem)

    def _read(self, offset: int) -> bytes:
        with self._lock:
            if self.size is None:
                piece = self._file.read(PIECE)
            else:
                self._file.seek(offset)
                piece = self._file.read(min(PIECE, self.size - offset))
        if not isinstance(piece, bytes):
            raise TypeError(f"a file gives {type(piece).__name__} where bytes were expected; open it in binary mode")
        return piece


def _told_size(file: Any, size: int) -> int | None:
    """Return the *size* that *file* has by its own word; None where that is 0, and it has content: so with /proc."""
    if size:
        return size
    file.seek(0)
    if not file.read(1):
        return 0
    file.seek(0)
    return None


def _is_seekable(file: Any) -> bool:
    seekable = getattr(file, "seekable", None)
    return bool(seekable()) if callable(seekable) else hasattr(file, "seek") and hasattr(file, "tell")


def _os_error(number: int, path: os.PathLike[Any]) -> OSError:
    return OSError(number, os.strerror(number), os.fspath(path))
