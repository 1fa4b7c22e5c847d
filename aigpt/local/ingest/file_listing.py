"""What a path is, which files it holds, and what can be read of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest import mbox
from aigpt.local.ingest.message import MAX_BYTES, UnreadableMessageError, read_message
from aigpt.local.ingest.notes import decode, read_notes
from aigpt.local.items import Failure, FileKind, Item

__all__ = ["Found", "Service", "Skipped", "Step", "check_path", "files", "read_file"]

Service: TypeAlias = Literal["mbox", "maildir", "eml", "notes", "folder"]
"""What a datasource is, as its `service` says."""

_NOTES = {".txt", ".md", ".markdown", ".text"}
_MAX_NOTES = 32 * 1024 * 1024
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_MAIL_HEADER = re.compile(
    rb"(?:^|\n)(?:From|Date|Subject|Received|Return-Path|Delivered-To|Message-ID)[ \t]*:", re.IGNORECASE
)
_REMEDY = "give an mbox file, a Maildir, an .eml file, a .txt or .md file, or a folder of these"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read."""

    path: Path
    name: str
    """Its path below the datasource's, with slashes; its own name where the datasource is the file."""
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
    """Whether more than one file may be missed for it."""
    moved: bool = False
    """Whether it went away after it was listed: it may be there under another name."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step through a file gave."""

    result: Item | Failure
    start: int
    """Byte offset in the file where it began."""
    end: int
    """Byte offset from which the next step goes on."""


def check_path(path: Path) -> Service:
    """Return what kind of datasource *path* is. Raises `LocalServerError`, naming path and remedy, where it is none."""
    try:
        if path.is_dir():
            return _check_folder(path)
        if not path.exists():
            raise LocalServerError(f"{path}: there is no such file or folder; check the path")
        kind = _file_kind(path)
    except OSError as error:
        raise LocalServerError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if kind is None:
        raise LocalServerError(f"{path}: neither mail nor notes; {_REMEDY}")
    services: dict[FileKind, Service] = {"mbox": "mbox", "message": "eml", "notes": "notes"}
    return services[kind]


def _check_folder(path: Path) -> Service:
    if _is_maildir(path):
        _list(path / "new")
        return "maildir"
    _list(path)
    if not any(isinstance(entry, Found) for entry in files(path)):
        raise LocalServerError(f"{path}: holds neither mail nor notes; {_REMEDY}")
    return "folder"


def _is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir() and (path / "new").is_dir()


def files(root: Path) -> Iterator[Found | Skipped]:
    """List the files of the datasource at *root* in a lasting order, those that are not read with the reason.

    Links are not followed below *root*. Hidden files and folders are left out, but for the subfolders of a Maildir.
    Where *root* itself is not there, or an empty folder, that is all that is listed, as failed.
    """
    if not _is_there(root):
        yield Skipped(root.name, "is no longer there", failed=True, folder=True)
    elif not root.is_dir():
        yield _look(root, root.name)
    else:
        yield from _walk(root, "")


def _is_there(root: Path) -> bool:
    try:
        return root.exists()
    except OSError:
        return False


def _list(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _walk(folder: Path, prefix: str) -> Iterator[Found | Skipped]:
    try:
        entries = _list(folder)
        maildir = _is_maildir(folder)
    except OSError as error:
        yield Skipped(prefix or folder.name, f"cannot be listed ({error.strerror})", failed=True, folder=True)
        return
    if not (entries or prefix):
        yield Skipped(folder.name, "is empty: maybe its disk is not mounted", failed=True, folder=True)
    if maildir:  # a message goes from new to cur: in this order none is missed that goes while we look
        entries.sort(key=lambda entry: (entry.name == "cur", entry.name))
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.is_symlink():
            yield Skipped(name, "is a link")
        elif entry.is_dir():
            yield from _walk_below(folder / entry.name, prefix, maildir=maildir)
        elif not maildir and not entry.name.startswith("."):
            yield _look(Path(entry.path), name)


def _walk_below(folder: Path, prefix: str, *, maildir: bool) -> Iterator[Found | Skipped]:
    if maildir and folder.name in ("cur", "new"):
        yield from _maildir_messages(folder, prefix)
    elif folder.name != "tmp" if maildir else not folder.name.startswith("."):
        yield from _walk(folder, f"{prefix}{folder.name}/")


def _maildir_messages(folder: Path, prefix: str) -> Iterator[Found | Skipped]:
    """List the messages of a Maildir folder, by the part of their names that stays when they are read or flagged."""
    try:
        for entry in _list(folder):
            if entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
                yield _maildir_message(Path(entry.path), prefix + entry.name.partition(":")[0])
    except OSError as error:
        yield Skipped(prefix + folder.name, f"cannot be read ({error.strerror})", failed=True, folder=True)


def _maildir_message(path: Path, name: str) -> Found | Skipped:
    try:
        return _found(path, name, "message")
    except OSError as error:
        return _unreadable(name, error)


def _unreadable(name: str, error: OSError) -> Skipped:
    if isinstance(error, FileNotFoundError):
        return Skipped(name, "went away", moved=True)
    return Skipped(name, f"cannot be read ({error.strerror})", failed=True)


def _look(path: Path, name: str) -> Found | Skipped:
    try:
        kind = _file_kind(path)
        return Skipped(name, "neither mail nor notes") if kind is None else _found(path, name, kind)
    except OSError as error:
        return _unreadable(name, error)


def _found(path: Path, name: str, kind: FileKind) -> Found:
    status = path.stat()
    return Found(path, name.encode("utf-8", "backslashreplace").decode(), kind, status.st_size, status.st_mtime_ns)


def _file_kind(path: Path) -> FileKind | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        head = file.read(4096)
    suffix = path.suffix.lower()
    if suffix == ".eml":
        return "message"
    if mbox.is_mbox_start(head.split(b"\n", 1)[0]) or (suffix == ".mbox" and not head):
        return "mbox"
    if suffix in _NOTES:
        return "notes"
    if _HEADER.match(head) and _MAIL_HEADER.search(head) and b"\0" not in head:
        return "message"
    return None


def read_file(found: Found, start: int = 0) -> Iterator[Step]:
    """Read *found* from byte *start*, step by step. Raises `OSError` where it cannot be read."""
    with found.path.open("rb") as file:
        if found.kind == "mbox":
            yield from _read_mbox(found, file, start)
        elif start < found.size or found.size == 0:
            yield Step(_read_whole(found, file), 0, found.size)


def _read_mbox(found: Found, file: BinaryIO, start: int) -> Iterator[Step]:
    for raw in mbox.messages(file, start):
        try:
            result: Item | Failure = read_message(raw.data, raw.start)
        except UnreadableMessageError as error:
            result = Failure(f"{found.name} at byte {raw.start}", str(error), raw.start)
        yield Step(result, raw.start, raw.end)


def _read_whole(found: Found, file: BinaryIO) -> Item | Failure:
    try:
        if found.kind == "message":
            return read_message(file.read(MAX_BYTES + 1))
        if found.size > _MAX_NOTES:
            return Failure(found.name, f"longer than {_MAX_NOTES >> 20} MiB; split it")
        return read_notes(found.name, decode(file.read()), found.modified // 1_000_000_000)
    except ValueError as error:
        return Failure(found.name, str(error))
