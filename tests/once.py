"""What takes long is made once for all processes that run the tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
    """Return a folder that *make* has filled in the first process that asked for it, and the text it returned then."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    place, said = shared / name, shared / f"{name}.txt"
    with FileLock(shared / f"{name}.lock"):
        if not said.exists():
            place.mkdir()
            said.write_text(make(place), encoding="utf-8")
    return place, said.read_text(encoding="utf-8")
