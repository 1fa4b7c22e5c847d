"""The figures of a bulk run, read from its output, during the run too. Memory: a few numbers per second of the run.

Of a run in shards, whose output is a folder, they are those of its parts, and of the journals of shards under way.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from pathlib import Path, PurePath
from typing import Any, cast

import msgspec

from aigpt._fanout.summary import Summary, describe
from aigpt.bulk.batch_output import rows_path
from aigpt.bulk.errors import InputError, OutputError
from aigpt.bulk.job import WITHOUT_USAGE
from aigpt.bulk.journal import LEFT_OUT, read_line, read_record, settings_path
from aigpt.bulk.outputs import Output, open_output
from aigpt.bulk.parquet import read_answers
from aigpt.bulk.parts import ABOUT, Once, part_name
from aigpt.bulk.places import is_remote

LONGEST_GAP = 60.0
"""Seconds between two rows; a longer one is the time between two runs."""
_SHORTEST_PAUSE = 1.0  # s
_USUAL_GAPS = 10


class _Line(msgspec.Struct):
    elapsed: float
    retries: int
    time: float
    error: str | None = None
    reply: msgspec.Raw = msgspec.Raw(b"{}")
    line: int = 0


class _LooseLine(msgspec.Struct):
    """A line with half of a pair of surrogates, which msgspec refuses, so that it is read by other means."""

    elapsed: float
    retries: int
    time: float
    error: str | None = None
    reply: Any = None
    line: int = 0


_Times = dict[int, tuple[float, float]]
"""When the first of the calls that ended within a second began, and the last of them ended; by that second."""


class _Reply(msgspec.Struct):
    usage: Any = None


_decode = msgspec.json.Decoder(_Line).decode
_decode_loose = msgspec.json.Decoder(_LooseLine).decode
_decode_reply = msgspec.json.Decoder(_Reply).decode


@dataclass
class Report:
    """The figures of an output file."""

    name: str
    """The name of the file, or of the folder."""
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
        done = self.summary.done
        rows = f"{done} row{'s' * (done != 1)}" if self.total is None else f"{done} of {self.total} rows"
        more = 0 if self.total is None else done - self.total
        twice = f"\n{more} more than the input has: rows, or parts, are there twice" if more > 0 else ""
        return f"{self.name}: {rows}{twice}\n{describe(self.summary, has_usage=self.method not in WITHOUT_USAGE)}"


def read_report(output: str | os.PathLike[str]) -> Report:
    """Return the figures of *output*, a file or a folder of parts, or its address; last lines may be incomplete.

    Raises OutputError, and ConfigurationError for an address that cannot be opened.
    """
    path = Path(output)
    if is_remote(output) or path.is_dir():
        return _read_parts(open_output(output))
    if path.exists() and not path.is_file():
        raise OutputError(f"{path} is a device or a pipe, which holds no rows; give the output of a bulk run")
    name = path.name
    if rows_path(path).exists():  # it is a batch file
        path = rows_path(path)
    settings = _read_settings(path)
    rows = _rows_of(settings)
    report = Report(name, rows, settings.get("method"))
    times: _Times = {}
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                row = _read(line)
                if row is None:
                    if not line.endswith(b"\n"):
                        break
                    raise OutputError(f"line {number} of {path} is not a row of a bulk run; give the output of one")
                _count(report, times, row)
    except OSError as exc:
        raise OutputError(f"cannot read {path}: {exc.strerror}") from exc
    report.summary.seconds = _running(times, report.summary.done)
    return report


def _read_parts(output: Output) -> Report:
    try:
        record = output.record()
    except OSError as exc:
        raise OutputError(f"cannot read {output.name}: {exc.strerror}") from exc
    if record is None:
        raise OutputError(f"{output.name} is not the output of a bulk run; give a file, or a folder of parts")
    settings = _whole(read_record(record), f"{output.name}/{ABOUT}/run.json", "start over with `aigpt bulk … --fresh`")
    rows = _rows_of(settings)
    report = Report(PurePath(output.name).name, rows, settings.get("method"))
    times: _Times = {}
    try:
        # A shard that ends meanwhile is counted once: by its journal, or by its part.
        before, counted = output.done(), set[str]()
        for key, lines in output.journals():
            if key not in before:
                _add_journal(report, times, lines)
                counted.add(key)
        for key in sorted(set(output.done()) - counted):
            _add_part(report, times, output, key)
    except OSError as exc:
        raise OutputError(f"cannot read {output.name}: {exc.strerror}") from exc
    report.summary.seconds = _running(times, report.summary.done)
    return report


def _add_part(report: Report, times: _Times, output: Output, key: str) -> None:
    try:
        with output.open_part(key) as file:
            for row in read_answers(file, ("elapsed", "retries", "time", "error", "reply")):
                reply = msgspec.Raw(row["reply"].encode())
                _count(report, times, _Line(row["elapsed"], row["retries"], row["time"], row["error"], reply))
    except InputError as exc:
        raise OutputError(
            f"cannot read {part_name(key)} in {output.name}: {exc}; remove it, and the command of the run has "
            "its shard answered again"
        ) from exc


def _add_journal(report: Report, times: _Times, journal: list[bytes]) -> None:
    rows: list[_Line | None] = [_read(line) for line in journal if line.endswith(b"\n")]
    once = Once({row.line for row in rows if row is not None and row.error is None})
    for row in rows:
        if row is not None and once.takes(row.line, row.error):
            _count(report, times, row)


def _read(line: bytes) -> _Line | None:
    """Return a line of the output; None if it is not a row."""
    found: _Line | None = read_line(line, _decode)
    if found is None and (loose := read_line(line, _decode_loose)) is not None:
        reply = msgspec.Raw(json.dumps(loose.reply).encode())
        return _Line(loose.elapsed, loose.retries, loose.time, loose.error, reply, loose.line)
    return found


def _running(times: _Times, rows: int) -> float:
    """Return the seconds in which the run was running: those between two runs, or two starts, do not count.

    No call is under way then, for much longer than is usual between two calls of a run that has a low rate.
    """
    seconds = sorted(times)
    if not seconds:
        return 0.0
    idle, began = list[float](), inf
    for second in reversed(seconds):
        first, last = times[second]
        if began > last and began < inf:
            idle.append(began - last)
        began = min(began, first)
    idle.sort(reverse=True)
    middle = (rows - 1) // 2
    usual = idle[middle] if middle < len(idle) else 0.0
    longest = min(max(_SHORTEST_PAUSE, _USUAL_GAPS * usual), LONGEST_GAP)
    ended = times[seconds[-1]][1]
    return ended - began - sum(gap for gap in idle if gap > longest)


def _count(report: Report, times: _Times, row: _Line) -> None:
    usage: object = read_line(bytes(row.reply), _decode_reply)
    usage = usage.usage if isinstance(usage, _Reply) else None
    report.summary.count(row.error, row.retries, row.elapsed, usage)
    second = int(row.time)
    began, ended = times.get(second, (inf, -inf))
    times[second] = min(began, row.time - row.elapsed), max(ended, row.time)
    (report.answered if row.error is None else report.failed)[second] += 1
    if isinstance(usage, dict):
        tokens = cast("dict[str, object]", usage).get("total_tokens")
        report.tokens[second] += tokens if isinstance(tokens, int) else 0


def _read_settings(path: Path) -> dict[str, Any]:
    """Return the record of the run of a file; an empty one where there is none."""
    record = settings_path(path.resolve())
    try:
        found = record.read_bytes()
    except OSError:
        return {}
    return _whole(read_record(found), record, "the report is of the rows alone without it: remove it")


def _rows_of(settings: Mapping[str, Any]) -> int | None:
    """Return the rows of the input, without the lines that were left out, where all others are done."""
    rows: int | None = cast("dict[str, Any]", settings.get("input") or {}).get("rows")
    return None if rows is None else rows - settings.get(LEFT_OUT, 0)


def _whole(record: dict[str, Any] | None, name: object, remedy: str) -> dict[str, Any]:
    if record is None:
        raise OutputError(f"{name}, which records the run, is damaged; {remedy}, or put it back as it was")
    return record
