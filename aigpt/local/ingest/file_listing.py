"""The files of a datasource: what is read, what is skipped and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from aigpt.local.ingest.file_kinds import FileKind, file_kind, is_maildir

__all__ = ["Skipped", "SourceFile", "list_files", "list_folder", "root_name"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read."""

    path: Path
    name: str
    """Its path relative to the datasource, with slashes; its own name if the datasource is the file."""
    kind: FileKind
    size: int
    """Bytes."""
    modified: int
    """Time of last change, in nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not read, and why."""

    name: str
    reason: str
    failed: bool = False
    """Whether it should have been readable."""
    folder: bool = False
    """Whether it is a folder, so that any number of files may be missing from the list."""
    moved: bool = False
    """Whether it disappeared after it was listed: it may exist under another name."""


def list_files(root: Path) -> Iterator[SourceFile | Skipped]:
    """List the files of the datasource at *root* in a stable order, those that are not read with the reason.

    Links below *root* are not followed. Hidden files and folders are left out, except the subfolders of a Maildir. If
    *root* is missing, unreadable, an empty folder, or neither mail nor notes, the only entry is *root* itself, as
    failed.
    """
    name = root_name(root)
    try:
        folder = stat.S_ISDIR(root.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        yield Skipped(name, "is no longer there", failed=True, folder=True)
        return
    except OSError as error:
        yield Skipped(name, f"cannot be read ({error.strerror})", failed=True, folder=True)
        return
    if folder:
        yield from _walk(root, "")
        return
    entry = _look(root, name)
    if isinstance(entry, SourceFile):
        yield entry
    elif _is_empty(root):  # all mail was deleted from an mbox whose name does not tell that it is one
        yield replace(entry, reason="is empty")
    else:  # all that was read before came from it: it is kept
        yield replace(entry, failed=True, folder=True, moved=False)


def _is_empty(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size == 0
    except OSError:
        return False


def root_name(root: Path) -> str:
    """Return the name under which *root* itself is listed."""
    return _storable(root.name)


def _storable(name: str) -> str:
    """Return a file's name so that SQLite and JSON take it: it may be no UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode()


def list_folder(folder: Path) -> list[os.DirEntry[str]]:
    """Return the entries of *folder* by name. Raises `OSError`."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _walk(folder: Path, prefix: str) -> Iterator[SourceFile | Skipped]:
    try:
        entries = list_folder(folder)
        maildir = is_maildir(folder)
    except OSError as error:
        yield Skipped(prefix or root_name(folder), f"cannot be listed ({error.strerror})", failed=True, folder=True)
        return
    if not (entries or prefix):
        yield Skipped(root_name(folder), "is empty: maybe its disk is not mounted", failed=True, folder=True)
    if maildir:  # a message moves from new to cur: in this order none is missed that moves meanwhile
        entries.sort(key=lambda entry: (entry.name == "cur", entry.name))
    for entry in entries:
        name = f"{prefix}{_storable(entry.name)}"
        if entry.is_symlink():
            yield Skipped(name, "is a link")
        elif entry.is_dir():
            yield from _walk_below(folder / entry.name, prefix, maildir=maildir)
        elif not maildir and not entry.name.startswith("."):
            yield _look(Path(entry.path), name)


def _walk_below(folder: Path, prefix: str, *, maildir: bool) -> Iterator[SourceFile | Skipped]:
    if maildir and folder.name in ("cur", "new"):
        yield from _maildir_messages(folder, prefix)
    elif folder.name != "tmp" if maildir else not folder.name.startswith("."):
        yield from _walk(folder, f"{prefix}{_storable(folder.name)}/")


def _maildir_messages(folder: Path, prefix: str) -> Iterator[SourceFile | Skipped]:
    """List the messages of a Maildir folder, by the part of their names that does not change with their flags."""
    try:
        for entry in list_folder(folder):
            if entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
                yield _look(Path(entry.path), prefix + _storable(entry.name.partition(":")[0]), "message")
    except OSError as error:
        yield Skipped(prefix + _storable(folder.name), f"cannot be read ({error.strerror})", failed=True, folder=True)


def _look(path: Path, name: str, kind: FileKind | None = None) -> SourceFile | Skipped:
    try:
        kind = kind or file_kind(path)
        return Skipped(name, "neither mail nor notes") if kind is None else _source_file(path, name, kind)
    except FileNotFoundError:
        return Skipped(name, "went away", moved=True)
    except OSError as error:
        return Skipped(name, f"cannot be read ({error.strerror})", failed=True)


def _source_file(path: Path, name: str, kind: FileKind) -> SourceFile:
    status = path.stat()
    return SourceFile(path, name, kind, status.st_size, status.st_mtime_ns)
