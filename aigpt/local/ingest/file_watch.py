"""Whether the files of a datasource have changed: by names, sizes and times, without opening one."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from aigpt.local.ingest.file_kinds import is_maildir
from aigpt.local.ingest.file_listing import list_folder

__all__ = ["look"]

_FRESH_NS = 100_000_000  # younger than this, a time may stay the same at the next change: clocks of disks tick slowly


def look(root: Path) -> bytes:
    """Return a digest that changes with the files at *root*. One that changed just now gives two different ones.

    Of a Maildir's messages only their folders are looked at: messages are added, renamed and deleted, never changed.
    """
    digest = hashlib.blake2b(digest_size=16)
    with _whatever_fails(digest):
        if root.is_dir():
            _look_at_folder(root, digest)
        else:
            _note(root.name, root.stat(), digest)
    return digest.digest()


@contextmanager
def _whatever_fails(digest: hashlib.blake2b) -> Generator[None]:
    """Note that a folder or entry cannot be read: the others are looked at all the same."""
    try:
        yield
    except OSError as error:
        digest.update(f"?{error.errno}\n".encode())


def _look_at_folder(folder: Path, digest: hashlib.blake2b) -> None:
    _note(str(folder), folder.stat(), digest)
    maildir = is_maildir(folder)
    for entry in list_folder(folder):
        with _whatever_fails(digest):
            _look_at_entry(entry, digest, maildir=maildir)


def _look_at_entry(entry: os.DirEntry[str], digest: hashlib.blake2b, *, maildir: bool) -> None:
    if entry.is_dir(follow_symlinks=False):
        if maildir and entry.name in ("cur", "new"):
            _note(entry.path, entry.stat(), digest)
        elif entry.name != "tmp" if maildir else not entry.name.startswith("."):
            _look_at_folder(Path(entry.path), digest)
    elif not maildir and not entry.name.startswith("."):
        _note(entry.path, entry.stat(follow_symlinks=False), digest)


def _note(name: str, status: os.stat_result, digest: hashlib.blake2b) -> None:
    now = time.time_ns()
    fresh = now if abs(now - status.st_mtime_ns) < _FRESH_NS else 0
    digest.update(f"{name!a} {status.st_ino} {status.st_size} {status.st_mtime_ns} {fresh}\n".encode())
