"""How this package starts a Python of its own."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["child_command"]

_IMPORT_PATH = str(Path(__file__).parents[2])


def child_command(module: str, *arguments: str) -> list[str]:
    """Return the command that calls ``main(arguments)`` of *module* in a new process.

    The package's folder comes last in its path and -P keeps the current folder out, so that neither shadows a standard
    module.
    """
    start = f"import sys; sys.path.append(sys.argv[1]); from {module} import main; main(sys.argv[2:])"
    return [sys.executable, "-P", "-c", start, _IMPORT_PATH, *arguments]
