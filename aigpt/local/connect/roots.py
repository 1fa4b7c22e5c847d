"""The folders below which a person may choose what to connect.

A place is named by the root's number and the path below it, with slashes: ``0/Mail/inbox.mbox``. Hidden files and
folders are left out. Symbolic links are followed if their target could be chosen itself.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from stat import S_ISLNK

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.file_kinds import is_maildir
from aigpt.local.ingest.path_check import DatasourceKind, check_path

__all__ = ["Listing", "Place", "Roots"]

_MAX_NAMES = 20_000  # entries read of a folder
_MAX_PLACES = 1_000  # entries shown
_MAX_TRAIL = 20  # folders shown above
_MAX_LINKS = 40  # followed on the way to one place, as the system does


@dataclass(frozen=True, slots=True)
class Place:
    """Something that can be chosen."""

    code: str
    name: str
    kind: DatasourceKind
    path: Path
    """Symbolic links are resolved."""
    size: int
    """Bytes, if it is a file."""

    @property
    def opens(self) -> bool:
        """Whether its content can be listed."""
        return self.kind == "folder"


@dataclass(frozen=True, slots=True)
class Listing:
    """The content of a folder."""

    trail: Sequence[Place]
    """The root and the last folders down to this one; empty for the list of the roots."""
    places: Sequence[Place]
    cut: bool = False
    """Whether it contains more than is listed."""
    readable: bool = True


class Roots:
    """The folders *paths*. Raises `LocalServerError` if one is not a folder."""

    def __init__(self, paths: Sequence[Path]) -> None:
        resolved = dict.fromkeys(_resolve_root(path) for path in paths)
        self._folders = {str(number): path for number, path in enumerate(resolved)}

    def __bool__(self) -> bool:
        return bool(self._folders)

    def find(self, code: str) -> Place | None:
        """Return the place named *code*; None if it does not exist, is outside the roots or cannot be connected."""
        way = self._walk(code)
        return None if way is None else _place(code, way[-1])

    def look(self, code: str) -> Listing | None:
        """List what can be chosen in the folder named *code*; None if there is no such folder.

        The empty name stands for the only root, or for the list of the roots if there are several.
        """
        if not code and len(self._folders) != 1:
            return Listing((), [place for number in self._folders if (place := self.find(number))])
        code = code or "0"
        trail = self._trail(code)
        if not trail:
            return None
        here = trail[-1]
        if not here.opens:
            return Listing(trail, ())
        try:
            names = _names(here.path)
        except OSError:
            return Listing(trail, (), readable=False)
        found = [self._place_in(here, name) for name in names[:_MAX_PLACES]]
        places = sorted((place for place in found if place), key=lambda place: not place.opens)
        return Listing(trail, places, cut=len(names) > _MAX_PLACES)

    def _walk(self, code: str) -> list[Path] | None:
        """Return the real paths of the root and of each part of *code*; None if there is no such place.

        Each part costs the same, however many are before it: only links are resolved from their root.
        """
        number, *parts = code.split("/")
        root = self._folders.get(number)
        if root is None:
            return None
        way = [root]
        links = 0
        for part in parts:
            path = _step(root, way[-1], part)
            if path is None:
                return None
            links += path != way[-1] / part
            if links > _MAX_LINKS:
                return None
            way.append(path)
        return way

    def _trail(self, code: str) -> list[Place]:
        """Return the folders from the root to *code*, without the middle of many; [] if one is not a folder."""
        way = self._walk(code)
        if way is None or not way[-1].is_dir():
            return []
        parts = code.split("/")
        shown = [0, *range(max(1, len(way) - _MAX_TRAIL), len(way))]
        places = [_place("/".join(parts[: number + 1]), way[number]) for number in shown]
        return [place for place in places if place]

    def _place_in(self, folder: Place, name: str) -> Place | None:
        path = _step(self._folders[folder.code.partition("/")[0]], folder.path, name)
        return None if path is None else _place(f"{folder.code}/{name}", path)


def _step(root: Path, folder: Path, name: str) -> Path | None:
    """Return the real path of *name* in *folder*, itself a real path; None if it does not exist or is not allowed."""
    if not _is_plain(name):
        return None
    path = folder / name
    try:
        if not S_ISLNK(path.lstat().st_mode):
            return path
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError for circular links, up to Python 3.12
        return None
    if target.is_relative_to(root) and all(_is_plain(part) for part in target.relative_to(root).parts):
        return target
    return None


def _place(code: str, path: Path) -> Place | None:
    """Return the place *code* at the real *path*; None if it cannot be connected."""
    _, slash, name = code.rpartition("/")
    try:
        kind = _kind(path)
        return kind and Place(code, name if slash else path.name or str(path), kind, path, path.stat().st_size)
    except OSError:
        return None


def _resolve_root(path: Path) -> Path:
    try:
        real = path.resolve(strict=True)
        str(real).encode()
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        raise LocalServerError(f"{path!s:.500}: cannot be a root, it does not exist; give a folder") from error
    if not real.is_dir():
        raise LocalServerError(f"{path}: cannot be a root, it is not a folder; give a folder, or the file as data")
    return real


def _is_plain(name: str) -> bool:
    """Whether *name* is one part of a path, not hidden, and without characters that a form would change."""
    return (
        not name.startswith(".")
        and Path(name).name == name != ""
        and not any(unicodedata.category(char) in ("Cc", "Cs") for char in name)
    )


def _kind(path: Path) -> DatasourceKind | None:
    if path.is_dir():
        return "maildir" if is_maildir(path) else "folder"
    try:
        return check_path(path)
    except LocalServerError:
        return None


def _names(folder: Path) -> list[str]:
    """Return the names in *folder* in alphabetical order, of a huge one only some."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in islice(entries, _MAX_NAMES) if _is_plain(entry.name)]
    return sorted(names, key=lambda name: (name.casefold(), name))
