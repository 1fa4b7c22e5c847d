"""The output of a run as Parquet, made of its rows when it ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from aigpt.bulk.batch_output import rows_path
from aigpt.bulk.errors import OutputError
from aigpt.bulk.parquet import SUFFIXES, write_answers
from aigpt.bulk.places import arrow


def output_maker(target: Path) -> Callable[[Path], None] | None:
    """Return what makes *target* of the rows beside it; None for an output that is the rows themselves.

    Raises ConfigurationError for Parquet without pyarrow.
    """
    if target.suffix.lower() not in SUFFIXES:
        return None
    arrow()
    return write_parquet_file


def write_parquet_file(target: Path) -> None:
    """Write the rows beside *target* as the Parquet file *target*, whole or not at all. Raises OutputError."""
    try:
        write_answers(target, _rows(rows_path(target)))
    except OSError as exc:
        why = exc.strerror or str(exc).splitlines()[0]
        raise OutputError(f"cannot write {target}: {why}; its rows are kept in {rows_path(target).name}") from exc


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line)
