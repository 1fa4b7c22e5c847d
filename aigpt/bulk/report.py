"""What the output of a bulk run says, of one that still runs too. Constant memory, but for a few numbers a second."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import msgspec

from aigpt._summary import Summary
from aigpt.bulk.errors import OutputError
from aigpt.bulk.journal import beside, read_line

_LONGEST_GAP = 60.0


class _Line(msgspec.Struct):
    elapsed: float
    retries: int
    time: float
    error: str | None = None
    reply: msgspec.Raw = msgspec.Raw(b"{}")


class _Reply(msgspec.Struct):
    usage: Any = None


_decode = msgspec.json.Decoder(_Line).decode
_decode_reply = msgspec.json.Decoder(_Reply).decode


@dataclass
class Report:
    """The figures of an output."""

    name: str
    """Of the file."""
    total: int | None
    """Rows of the input, if the file beside the output says."""
    method: str | None
    summary: Summary = field(default_factory=Summary)
    answered: Counter[int] = field(default_factory=Counter[int])
    """Rows answered in each second of Unix time."""
    failed: Counter[int] = field(default_factory=Counter[int])
    """Rows that failed, likewise."""
    tokens: Counter[int] = field(default_factory=Counter[int])
    """Tokens, likewise."""

    def __str__(self) -> str:
        of = "" if self.total is None else f" of {self.total} rows"
        return f"{self.name}: {self.summary.done}{of}\n{self.summary}"


def read_report(output: str | os.PathLike[str]) -> Report:
    """Return the figures of the file *output*. Its last line may be under way. Raises OutputError."""
    path = Path(output)
    about = _about(path)
    rows = cast("dict[str, Any]", about.get("input") or {}).get("rows")
    report = Report(path.name, rows, about.get("method"))
    last: float | None = None
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                row: _Line | None = read_line(line, _decode)
                if row is None:
                    if not line.endswith(b"\n"):
                        break
                    raise OutputError(f"line {number} of {path} is no row of a bulk run")
                _add(report, row, last)
                last = row.time
    except OSError as exc:
        raise OutputError(f"cannot read {path}: {exc.strerror}") from exc
    return report


def _add(report: Report, row: _Line, last: float | None) -> None:
    usage: object = read_line(bytes(row.reply), _decode_reply)
    usage = usage.usage if isinstance(usage, _Reply) else None
    report.summary.count(row.error, row.retries, row.elapsed, usage)
    # The time between two runs is nobody's throughput.
    gap = row.elapsed if last is None else row.time - last
    report.summary.seconds += gap if 0 <= gap <= _LONGEST_GAP else min(row.elapsed, _LONGEST_GAP)
    second = int(row.time)
    (report.answered if row.error is None else report.failed)[second] += 1
    if isinstance(usage, dict):
        tokens = cast("dict[str, object]", usage).get("total_tokens")
        report.tokens[second] += tokens if isinstance(tokens, int) else 0


def _about(path: Path) -> dict[str, Any]:
    try:
        about: object = json.loads(beside(path.resolve()).read_bytes())
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", about) if isinstance(about, dict) else {}
