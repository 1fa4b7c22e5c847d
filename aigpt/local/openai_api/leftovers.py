"""Bytes on the disk that no entry of the catalog is about, also where the server was killed.

Before bytes come to their place, and before an entry with bytes is deleted, the catalog has an entry that names them as
left over, which goes in the transaction in which they get an entry, or after they are deleted. So what a killed server
leaves is known at the next start, and only what is known to be left over is deleted: with another catalog, nothing is.
All of it blocks, and is for threads.
"""

from __future__ import annotations

import logging
import re
import shutil
import sqlite3
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from aigpt.local.openai_api.catalog import Catalog, Entry

__all__ = ["Leftovers"]

_log = logging.getLogger("aigpt.local")

_PLACE = re.compile(r"(?:files|parts)/[\w-]+", re.ASCII)
_NOBODY = ""


class Leftovers:
    """What is left over in *folder*."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def name(self, path: Path) -> Entry:
        """Return the entry that names the bytes at *path*, a file or a folder, as left over."""
        return Entry("leftover", path.relative_to(self._folder).as_posix(), _NOBODY, int(time.time()), {})

    @contextmanager
    def until_kept(self, catalog: Catalog, path: Path) -> Generator[Entry]:
        """Name what the block puts at *path* as left over, unless the block deletes the entry that it is given.

        It does so in the transaction that adds the bytes' own entry. If the block raises, the bytes are deleted.
        """
        leftover = self.name(path)
        catalog.put(leftover)
        try:
            yield leftover
        except BaseException:
            self.delete(catalog, [leftover])
            raise

    def delete_all(self, catalog: Catalog) -> None:
        """Delete what a killed server has left."""
        self.delete(catalog, catalog.all(_NOBODY, "leftover"))

    def delete(self, catalog: Catalog, leftovers: Iterable[Entry]) -> None:
        """Delete these bytes and entries. What cannot be deleted now is deleted at the next start."""
        for one in leftovers:
            try:
                # It may be that a transaction has failed, or not, of which nobody knows: the catalog does.
                if catalog.get(_NOBODY, "leftover", one.id) is not None:
                    self._delete_bytes(one.id)
                    catalog.delete(one)
            except (OSError, sqlite3.Error) as error:
                why = getattr(error, "strerror", None) or type(error).__name__
                _log.warning("what is left of an upload cannot be deleted: %s; the next start tries again", why)

    def _delete_bytes(self, name: str) -> None:
        if not _PLACE.fullmatch(name):  # not by this program
            return
        path = self._folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
