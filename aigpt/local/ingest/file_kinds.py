"""Recognises what a file is by its beginning and its name: an mbox, a message, or notes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, TypeAlias

from aigpt.local.ingest.mbox import is_mbox_start

__all__ = ["FileKind", "file_kind", "is_maildir"]

FileKind: TypeAlias = Literal["mbox", "message", "notes"]
"""Many messages, one message, or lines of text."""

_HEAD = 4096  # bytes
_NOTES = {".txt", ".md", ".markdown", ".text"}
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_MAIL_HEADER = re.compile(
    rb"(?:^|\n)(?:From|Date|Subject|Received|Return-Path|Delivered-To|Message-ID)[ \t]*:", re.IGNORECASE
)


def is_maildir(path: Path) -> bool:
    """Whether the folder *path* is a Maildir."""
    return (path / "cur").is_dir() and (path / "new").is_dir()


def file_kind(path: Path) -> FileKind | None:
    """Return how the file *path* is read; None if it is neither mail nor notes. Raises `OSError`."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        head = file.read(_HEAD)
    suffix = path.suffix.lower()
    if suffix == ".eml":
        return "message"
    if is_mbox_start(head.split(b"\n", 1)[0]) or (suffix == ".mbox" and not head):
        return "mbox"
    if suffix in _NOTES:
        return "notes"
    if _HEADER.match(head) and _MAIL_HEADER.search(head) and b"\0" not in head:
        return "message"
    return None
