"""The folders below which a person may choose what to connect, and nothing outside them.

A place is named by the root's number and the path below it, with slashes: ``0/Mail/inbox.mbox``. Hidden files and
folders are left out. Links are followed as far as they lead to something that could be chosen by its own name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest import check_path

__all__ = ["Listing", "Place", "Roots"]

Kind: TypeAlias = Literal["mbox", "maildir", "eml", "notes", "folder"]

_MAX_NAMES = 20_000  # read of a folder, so that the first by the alphabet are among them
_MAX_PLACES = 1_000  # looked at and shown


@dataclass(frozen=True, slots=True)
class Place:
    """Something that can be chosen."""

    code: str
    name: str
    kind: Kind
    path: Path
    """Where it really is, links resolved."""
    size: int
    """Bytes, of a file."""

    @property
    def opens(self) -> bool:
        """Whether one can look into it."""
        return self.kind == "folder"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds."""

    trail: Sequence[Place]
    """The folder itself and those above it, the root first; empty for the list of the roots."""
    places: Sequence[Place]
    cut: bool = False
    """Whether it holds more than is listed."""
    readable: bool = True


class Roots:
    """The folders *paths*. Raises `LocalServerError` for one that is none."""

    def __init__(self, paths: Sequence[Path]) -> None:
        resolved = dict.fromkeys(_resolve_root(path) for path in paths)
        self._folders = {str(number): path for number, path in enumerate(resolved)}

    def __bool__(self) -> bool:
        return bool(self._folders)

    def find(self, code: str) -> Place | None:
        """Return the place named *code*; None where there is none, or not below a root, or nothing to connect."""
        number, *parts = code.split("/")
        root = self._folders.get(number)
        if root is None or not all(_is_plain(part) for part in parts):
            return None
        try:
            real = root.joinpath(*parts).resolve(strict=True)
            if not real.is_relative_to(root) or not all(_is_plain(part) for part in real.relative_to(root).parts):
                return None
            kind = _kind(real)
            name = parts[-1] if parts else root.name or str(root)
            return kind and Place(code, name, kind, real, real.stat().st_size)
        except (OSError, RuntimeError):  # the latter for links that lead in a circle, up to Python 3.12
            return None

    def look(self, code: str) -> Listing | None:
        """List what can be chosen in the folder named *code*; None where there is no such folder.

        The empty name stands for the only root or, where there are more, for the list of them.
        """
        if not code and len(self._folders) != 1:
            return Listing((), [place for number in self._folders if (place := self.find(number))])
        trail = self._trail(code or "0")
        if not trail:
            return None
        if not trail[-1].opens:
            return Listing(trail, ())
        try:
            names = _names(trail[-1].path)
        except OSError:
            return Listing(trail, (), readable=False)
        found = [self.find(f"{trail[-1].code}/{name}") for name in names[:_MAX_PLACES]]
        places = sorted((place for place in found if place), key=lambda place: not place.opens)
        return Listing(trail, places, cut=len(names) > _MAX_PLACES)

    def _trail(self, code: str) -> list[Place]:
        """Return the folders that lead to *code*, none of them where one is none."""
        parts = code.split("/")
        trail: list[Place] = []
        for number in range(len(parts)):
            place = self.find("/".join(parts[: number + 1]))
            if not place or not place.path.is_dir():
                return []
            trail.append(place)
        return trail


def _resolve_root(path: Path) -> Path:
    try:
        real = path.resolve(strict=True)
        str(real).encode()
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        raise LocalServerError(f"{path!s:.500}: cannot be a root, it is not there; give a folder") from error
    if not real.is_dir():
        raise LocalServerError(f"{path}: cannot be a root, it is no folder; give a folder, or the file as data")
    return real


def _is_plain(name: str) -> bool:
    """Whether *name* is one part of a path, not hidden, and of characters that a form sends back as they are."""
    return (
        not name.startswith(".")
        and Path(name).name == name != ""
        and not any(unicodedata.category(char) in ("Cc", "Cs") for char in name)
    )


def _kind(path: Path) -> Kind | None:
    if path.is_dir():
        return "maildir" if (path / "cur").is_dir() and (path / "new").is_dir() else "folder"
    try:
        return check_path(path)
    except LocalServerError:
        return None


def _names(folder: Path) -> list[str]:
    """Return the names in *folder* in the order of the alphabet, of a huge one only some."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in islice(entries, _MAX_NAMES) if _is_plain(entry.name)]
    return sorted(names, key=lambda name: (name.casefold(), name))
