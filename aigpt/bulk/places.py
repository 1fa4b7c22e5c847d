"""Where files are: paths of this machine, and what `pyarrow.fs` opens (``s3://``, ``gs://``; extra `arrow`)."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit, urlunsplit

from aigpt._install import install_command
from aigpt.errors import ConfigurationError

_BUFFER = 1 << 20


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
    """Open an address for reading. Raises ConfigurationError, and OSError where it cannot be read."""
    files, name = file_system(path)
    return cast("BinaryIO", io.BufferedReader(files.open_input_file(name), _BUFFER))


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
