"""The cases that once failed, as files: a line of JSON that says how the bytes are sent, then the bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from fuzzing.cases import Case

FOLDER = Path(__file__).resolve().parents[1] / "fuzz_seeds"
TARGETS = ("decoder", "response", "mail")


def save(target: str, case: Case, folder: Path = FOLDER) -> Path:
    """Write *case* as a seed of *target* and return where; the same case has the same name."""
    how = {"cuts": case.cuts, "limit": case.limit, "ending": case.ending, "method": case.method}
    data = json.dumps(how).encode() + b"\n" + case.wire
    path = folder / f"{target}-{hashlib.sha256(data).hexdigest()[:12]}.seed"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def load(path: Path) -> tuple[str, Case]:
    """Return the target of a seed, and its case."""
    how, _, wire = path.read_bytes().partition(b"\n")
    options = json.loads(how)
    return path.name.partition("-")[0], Case(wire, **{**options, "cuts": tuple(options["cuts"])})


def all_seeds() -> list[Path]:
    """Return the files of all seeds."""
    return sorted(FOLDER.glob("*.seed"))
