"""The last step: the project's own formatter over all that was written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def format_files(paths: Iterable[Path], pyproject: Path) -> None:
    """Sort the imports of *paths* and format them, by the project's rules."""
    names = [str(path) for path in paths]
    for command in (["check", "--fix", "--quiet", "--select", "I"], ["format", "--quiet"]):
        subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", "--config", str(pyproject), *names], check=True
        )
