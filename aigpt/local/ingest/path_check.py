"""Which paths can be connected: checked before anything is read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.file_kinds import FileKind, file_kind, is_maildir
from aigpt.local.ingest.file_listing import SourceFile, list_files, list_folder

__all__ = ["DatasourceKind", "check_path"]

DatasourceKind: TypeAlias = Literal["mbox", "maildir", "eml", "notes", "folder"]
"""The `service` of a datasource."""

_KINDS: dict[FileKind, DatasourceKind] = {"mbox": "mbox", "message": "eml", "notes": "notes"}
_REMEDY = "give an mbox file, a Maildir, an .eml file, a .txt or .md file, or a folder of these"


def check_path(path: Path) -> DatasourceKind:
    """Return what kind of datasource *path* is. Raises `LocalServerError`, with path and remedy, if it is none."""
    try:
        if path.is_dir():
            return _check_folder(path)
        if not path.exists():
            raise LocalServerError(f"{path}: there is no such file or folder; check the path")
        kind = file_kind(path)
    except OSError as error:
        raise LocalServerError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if kind is None:
        raise LocalServerError(f"{path}: neither mail nor notes; {_REMEDY}")
    return _KINDS[kind]


def _check_folder(path: Path) -> DatasourceKind:
    if is_maildir(path):
        list_folder(path / "new")
        return "maildir"
    list_folder(path)
    if not any(isinstance(entry, SourceFile) for entry in list_files(path)):
        raise LocalServerError(f"{path}: holds neither mail nor notes; {_REMEDY}")
    return "folder"
