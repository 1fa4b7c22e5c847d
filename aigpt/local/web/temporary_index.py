"""The folders of indexes that are not kept."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from aigpt.local.store.database import is_abandoned

__all__ = ["INDEX", "make_folder"]

INDEX = "index.db"
_PREFIX = "aigpt-"


def make_folder() -> Path:
    """Return a new folder for `INDEX`; those that killed servers of this user have left are removed."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    if hasattr(os, "getuid"):
        for other in folder.parent.glob(f"{_PREFIX}*"):
            with suppress(OSError):
                if _is_ours(other) and is_abandoned(other / INDEX):
                    shutil.rmtree(other, ignore_errors=True)
    return folder


def _is_ours(folder: Path) -> bool:
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) == stat.S_IRWXU
