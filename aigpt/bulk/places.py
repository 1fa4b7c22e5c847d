"""Where files are: paths of this machine, and what `pyarrow.fs` opens (``s3://``, ``gs://``; extra `arrow`)."""

from __future__ import annotations

import errno
import io
import os
import re
import tempfile
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast
from urllib.parse import urlsplit, urlunsplit

from aigpt._install import install_command
from aigpt.bulk.threads import within
from aigpt.errors import ConfigurationError

T = TypeVar("T")

_BUFFER = 1 << 20
_DENIED = re.compile(r"\b40[13]\b|permission denied|access denied|ACCESS_DENIED|unauthenticated", re.IGNORECASE)
_NO_CREDENTIALS = (
    "permission denied; check the credentials of this machine, and that they may read it (of a public one: "
    "gs://anonymous@BUCKET/…, s3://BUCKET/…?anonymous=true)"
)
_OPEN_SECONDS = 60.0
"""In which a store answers: what pyarrow has tries for many minutes, where there is no network, say."""


def arrow(module: str = "") -> Any:
    """Return a *module* of pyarrow, such as ``"parquet"``. Raises ConfigurationError where it is not installed."""
    try:
        return import_module(f"pyarrow.{module}" if module else "pyarrow")
    except ModuleNotFoundError:
        raise ConfigurationError(f"Parquet and paths such as s3://… need pyarrow: {install_command('arrow')}") from None


def is_remote(path: str | os.PathLike[str]) -> bool:
    """Return whether *path* is an address such as ``s3://bucket/questions.jsonl``."""
    return "://" in os.fspath(path)


def printable(path: str | os.PathLike[str]) -> str:
    """Return *path* for a message: an address without the key, and the options, that may be in it."""
    if not is_remote(path):
        return os.fspath(path)
    parts = urlsplit(os.fspath(path))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))


def file_system(path: str | os.PathLike[str]) -> tuple[Any, str]:
    """Return the file system of an address, of `pyarrow.fs`, and the path in it. Raises ConfigurationError."""
    pyarrow, systems = arrow(), arrow("fs")
    try:
        found: tuple[Any, str] = systems.FileSystem.from_uri(os.fspath(path))
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError):
        raise ConfigurationError(
            f"{printable(path)} is not an address that pyarrow opens; give a path, s3://BUCKET/FILE or gs://BUCKET/FILE"
        ) from None
    return found


def open_remote(path: str | os.PathLike[str]) -> BinaryIO:
    """Open an address for reading. Raises ConfigurationError, and OSError where it cannot be read, or not in time.

    Its reads raise TimeoutError where the store stops in the middle.
    """

    def opened() -> Any:
        files, name = file_system(path)
        return files.open_input_file(name)

    return cast("BinaryIO", io.BufferedReader(_InTime(path, in_time(path, opened)), _BUFFER))


class RemoteFile(io.RawIOBase):
    """A *file* of another library that is open for reading, as Python and pyarrow want it."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place; return it."""
        found: int = self._file.seek(offset, whence)
        return found

    def tell(self) -> int:
        """Return the place."""
        found: int = self._file.tell()
        return found


class _InTime(RemoteFile):
    """A file of `pyarrow.fs` whose reads end: pyarrow tries one again for many minutes where a store is silent."""

    def __init__(self, path: str | os.PathLike[str], file: Any) -> None:
        super().__init__(file)
        self._path = path
        self._is_stuck = False

    def readinto(self, buffer: Any, /) -> int:
        try:
            data: bytes = in_time(self._path, lambda: self._file.read(len(buffer)))
        except TimeoutError:
            self._is_stuck = True
            raise
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed and not self._is_stuck:  # a thread that was left behind still reads from it
            self._file.close()
        super().close()


def in_time(path: str | os.PathLike[str], ask: Callable[[], T]) -> T:
    """Return what *ask* finds at an address. Raises OSError where the store does not answer."""
    try:
        return within(_OPEN_SECONDS, ask)
    except TimeoutError as exc:
        host = urlsplit(os.fspath(path)).scheme
        why = (
            f"no answer from the store within {_OPEN_SECONDS:g} s; check the network, and the credentials for {host}://"
        )
        raise TimeoutError(errno.ETIMEDOUT, why) from exc
    except OSError as exc:
        if exc.strerror is None and _DENIED.search(str(exc)):
            raise PermissionError(errno.EACCES, _NO_CREDENTIALS) from exc
        raise


@contextmanager
def write_at_once(path: Path) -> Generator[BinaryIO]:
    """Give a file whose content replaces that of *path* at once, where nothing is raised meanwhile."""
    fd, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # created with mode 0600
    try:
        with os.fdopen(fd, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_whole_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace *path* atomically."""
    with write_at_once(path) as file:
        file.writelines(pieces)
