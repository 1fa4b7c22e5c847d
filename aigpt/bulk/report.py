"""The figures of a bulk run, read from its output, during the run too. Memory: a few numbers per second of the run."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import msgspec

from aigpt._fanout.summary import Summary
from aigpt.bulk.batch_output import rows_path
from aigpt.bulk.errors import OutputError
from aigpt.bulk.journal import read_line, settings_path

_LONGEST_GAP = 60.0  # s between two rows; a longer one is the time between two runs


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
    """The figures of an output file."""

    name: str
    """The file's name."""
    total: int | None
    """Rows of the input, if ``OUTPUT.run`` records it."""
    method: str | None
    summary: Summary = field(default_factory=Summary)
    answered: Counter[int] = field(default_factory=Counter[int])
    """Rows answered, by second of Unix time."""
    failed: Counter[int] = field(default_factory=Counter[int])
    """Rows that failed, by second of Unix time."""
    tokens: Counter[int] = field(default_factory=Counter[int])
    """Tokens used, by second of Unix time."""

    def __str__(self) -> str:
        of = "" if self.total is None else f" of {self.total} rows"
        return f"{self.name}: {self.summary.done}{of}\n{self.summary}"


def read_report(output: str | os.PathLike[str]) -> Report:
    """Return the figures of the file *output*, whose last line may be incomplete. Raises OutputError."""
    path = Path(output)
    if rows_path(path).exists():  # it is a batch file
        path = rows_path(path)
    settings = _read_settings(path)
    rows = cast("dict[str, Any]", settings.get("input") or {}).get("rows")
    report = Report(path.name, rows, settings.get("method"))
    last: float | None = None
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                row: _Line | None = read_line(line, _decode)
                if row is None:
                    if not line.endswith(b"\n"):
                        break
                    raise OutputError(f"line {number} of {path} is not a row of a bulk run; give the output of one")
                _add(report, row, last)
                last = row.time
    except OSError as exc:
        raise OutputError(f"cannot read {path}: {exc.strerror}") from exc
    return report


def _add(report: Report, row: _Line, last: float | None) -> None:
    usage: object = read_line(bytes(row.reply), _decode_reply)
    usage = usage.usage if isinstance(usage, _Reply) else None
    report.summary.count(row.error, row.retries, row.elapsed, usage)
    # The time between two runs does not count for the throughput.
    gap = row.elapsed if last is None else row.time - last
    report.summary.seconds += gap if 0 <= gap <= _LONGEST_GAP else min(row.elapsed, _LONGEST_GAP)
    second = int(row.time)
    (report.answered if row.error is None else report.failed)[second] += 1
    if isinstance(usage, dict):
        tokens = cast("dict[str, object]", usage).get("total_tokens")
        report.tokens[second] += tokens if isinstance(tokens, int) else 0


def _read_settings(path: Path) -> dict[str, Any]:
    try:
        settings: object = json.loads(settings_path(path.resolve()).read_bytes())
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", settings) if isinstance(settings, dict) else {}
