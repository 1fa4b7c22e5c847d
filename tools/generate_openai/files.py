"""The last step: what was written is formatted by the project's own rules, and put in its place."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_files(output: Path, texts: Mapping[str, str], folders: Iterable[str], pyproject: Path) -> None:
    """Make the *folders* below *output* hold *texts*, by path, and nothing else; equal files are not touched."""
    with tempfile.TemporaryDirectory() as name:
        written = Path(name)
        for path, text in texts.items():
            (written / path).parent.mkdir(parents=True, exist_ok=True)
            (written / path).write_text(text, encoding="utf-8")
        _format(written, pyproject)
        for path in texts:
            _replace(output / path, (written / path).read_bytes())
    for folder in folders:
        for file in [*(output / folder).rglob("*.py")]:
            if file.relative_to(output).as_posix() not in texts:
                file.unlink()


def _format(folder: Path, pyproject: Path) -> None:
    for command in (["check", "--fix", "--quiet", "--select", "I"], ["format", "--quiet"]):
        subprocess.run(  # noqa: S603 (our own formatter)
            [sys.executable, "-m", "ruff", *command, "--no-cache", "--config", str(pyproject), str(folder)], check=True
        )


def _replace(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
