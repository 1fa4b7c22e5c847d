"""OpenAI batch files made of the rows of a run: the answers, and beside them the requests that failed.

The run's own rows stay in ``OUTPUT.rows``, which is what is resumed; the files made of it appear whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from aigpt.bulk.places import write_whole_file
from aigpt.bulk.rows import hash_json

MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
"""What a batch file may hold."""


def rows_path(target: Path) -> Path:
    """Return the file that holds the rows of a run whose output *target* is a batch file."""
    return target.with_name(f"{target.name}.rows")


def errors_path(target: Path) -> Path:
    """Return the file of the requests that failed."""
    return target.with_name(f"{target.stem}.errors{target.suffix}")


def write_batch_files(target: Path, most_requests: int = MOST_REQUESTS, most_bytes: int = MOST_BYTES) -> None:
    """Write the batch files of the rows beside *target*; those after the first have ``-2``, ``-3`` … in their names."""
    rows = rows_path(target)
    _write_parts(target, _lines(rows, lambda row: row["error"] is None), most_requests, most_bytes)
    failed = errors_path(target)
    if not _write_parts(failed, _lines(rows, lambda row: row["error"] is not None), most_requests, most_bytes):
        with suppress(FileNotFoundError):
            failed.unlink()


def _write_parts(path: Path, lines: Iterator[bytes], most_requests: int, most_bytes: int) -> int:
    """Return how many files were written; there is one, which may be empty, of the answers."""
    parts, first = 0, next(lines, None)
    while first is not None or (not parts and not path.stem.endswith(".errors")):
        parts += 1
        rest: list[bytes] = []
        part = path if parts == 1 else path.with_name(f"{path.stem}-{parts}{path.suffix}")
        write_whole_file(part, _part(first, lines, rest, most_requests, most_bytes))
        first = rest[0] if rest else None
    return parts


def _part(
    first: bytes | None, lines: Iterator[bytes], rest: list[bytes], most_requests: int, most_bytes: int
) -> Iterator[bytes]:
    """Yield the lines of one file; the one that has no place in it is put into *rest*."""
    if first is None:
        return
    yield first
    number, size = 1, len(first)
    for line in lines:
        if number == most_requests or size + len(line) > most_bytes:
            rest.append(line)
            return
        yield line
        number, size = number + 1, size + len(line)


def _lines(rows: Path, is_wanted: Callable[[dict[str, Any]], bool]) -> Iterator[bytes]:
    with rows.open("rb") as file:
        for line in file:
            row: dict[str, Any] = json.loads(line)
            if is_wanted(row):
                yield json.dumps(_batch_line(row)).encode() + b"\n"


def _batch_line(row: dict[str, Any]) -> dict[str, Any]:
    response = error = None
    if row["status"] is None:
        error = {"code": row["error"], "message": row["reply"]["error"]["message"]}
    else:
        response = {"status_code": row["status"], "request_id": row.get("request_id"), "body": row["reply"]}
    return {
        "id": f"batch_req_{hash_json(row['id']):016x}",
        "custom_id": str(row["id"]),
        "response": response,
        "error": error,
    }
