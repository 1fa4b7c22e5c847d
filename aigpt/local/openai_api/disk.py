"""What uploads need of the disk: names, files made of pieces, and words for a disk that refuses. All of it blocks."""

from __future__ import annotations

import logging
import re
import shutil
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from aigpt.local.errors import LocalServerError
from aigpt.local.openai_api.errors import ApiError

__all__ = ["join", "knowing_damage", "name_on_disk", "remove_folder", "storing"]

_log = logging.getLogger("aigpt.local")

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNSAFE = re.compile(r"[^\w. ()+-]+")
_MAX_NAME = 50  # characters, of up to 4 bytes: file systems take 255


@contextmanager
def storing() -> Generator[None]:
    """Say of what the disk refuses in the block that it is the disk (507). For blocks that write, and do nothing else.

    A broken connection is none of it.
    """
    try:
        yield
    except (ConnectionError, TimeoutError):
        raise
    except (OSError, LocalServerError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "sqlite_errorname", None) or type(error).__name__
        _log.warning("uploads cannot be stored: %s", why)  # without names of files
        raise ApiError(
            507,
            "the server cannot store uploads: its disk is full, or refuses; its owner has to see to it",
            code="storage_failed",
        ) from error


@contextmanager
def knowing_damage() -> Generator[None]:
    """Say of a damaged catalog in the block that it is one, to the client and to the server's owner."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
            raise
        _log.error(
            "the catalog of uploads is damaged (%s): stop the server, and bring back a copy of catalog.db, or move the "
            "folder of uploads away",
            getattr(error, "sqlite_errorname", type(error).__name__),
        )
        raise ApiError(
            500,
            "the server's catalog of uploads is damaged; its owner has to see to it",
            code="storage_failed",
        ) from error


def join(pieces: Sequence[Path], path: Path) -> int:
    """Make a file at *path* of *pieces*, one after the other, which stay; return its size."""
    with path.open("xb") as file:
        for piece in pieces:
            with piece.open("rb") as source:
                shutil.copyfileobj(source, file, 1 << 20)
        return file.tell()


def remove_folder(folder: Path) -> None:
    """Delete a folder with what is in it, if it is there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def name_on_disk(filename: str) -> str:
    """Return a safe name with the suffix and, for people, the stem of *filename*; sources are called by it."""
    path = PurePosixPath(_UNSAFE.sub("_", filename.replace("\\", "/").rpartition("/")[2]).strip(" ."))
    suffix = path.suffix[:12]
    return (path.name.removesuffix(suffix)[:_MAX_NAME].strip(" .") or "file") + suffix
