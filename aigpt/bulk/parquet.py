"""Parquet, read and written a bounded number of rows at a time (extra `arrow`)."""

from __future__ import annotations

import json
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO, cast

from aigpt.bulk.errors import BadLineError, InputError
from aigpt.bulk.input_formats import check_header, parse_cell
from aigpt.bulk.places import arrow, write_at_once

SUFFIXES = frozenset({".parquet", ".pq"})
"""Of the files that are Parquet."""

_ROWS_READ = 256
_LONG = 200
_BUFFER = 1 << 20
_ROWS_IN_GROUP = 10_000
_BYTES_IN_GROUP = 16 << 20
_JSON_COLUMNS = ("request", "reply")
_SERVERS_TEXTS = ("error", "request_id")
"""Columns whose texts a server has sent, and UTF-8 may not have."""
_TEXT_COLUMNS = ("id", *_JSON_COLUMNS, "error", "request_id")
_NUMBER_COLUMNS = {
    "line": "int64",
    "status": "int32",
    "retries": "int32",
    "elapsed": "float64",
    "attempt_time": "float64",
    "time": "float64",
}
_ID_KIND = "id_is_number"


def read_parquet(
    file: BinaryIO,
    parameters: Mapping[str, str],
    required: Collection[str],
    groups: Sequence[int] | None = None,
    skip: int = 0,
    most: int | None = None,
) -> Generator[tuple[int, object]]:
    """Yield the number and value of each row: an object of column to value, or a BadLineError. Nulls are left out.

    *parameters* is column to parameter, for columns that are renamed; others are not read then. Texts are parsed as the
    cells of CSV are. Where *groups* are given, of these row groups alone the rows after the first *skip*, and *most* of
    them. Raises InputError if a *required* column is missing, one has a type that JSON does not have, or the file is
    not Parquet.
    """
    pyarrow = arrow()
    try:
        # By a buffer, so that of a large group no more is read than up to the last row that is wanted.
        with closing(arrow("parquet").ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER)) as source:
            names = columns_read(source.schema_arrow, parameters, required)
            number = -skip
            for batch in source.iter_batches(_ROWS_READ, row_groups=groups, columns=names, use_threads=False):
                if number + batch.num_rows <= 0:
                    number += batch.num_rows
                    continue
                texts: dict[str, str] = {}
                for row in batch.to_pylist():
                    number += 1
                    if number > 0:
                        yield number, _value(row, parameters, texts)
                    if number == most:
                        return
    except pyarrow.ArrowInvalid as exc:
        raise InputError(f"the file is not Parquet, or it is damaged: {str(exc).splitlines()[0]}") from exc


def read_table(table: Any, parameters: Mapping[str, str], required: Collection[str]) -> Generator[tuple[int, object]]:
    """Yield the number and value of each row of a pyarrow table, as `read_parquet` does."""
    names = columns_read(table.schema, parameters, required)
    texts: dict[str, str] = {}
    for number, row in enumerate(table.select(names).to_pylist(), 1):
        yield number, _value(row, parameters, texts)


def columns_read(schema: Any, parameters: Mapping[str, str], required: Collection[str]) -> list[str]:
    """Return the columns of a *schema* of pyarrow that are read. Raises InputError as `read_parquet` does."""
    check_header(schema.names, parameters, required)
    names = [name for name in schema.names if not parameters or name in {*parameters, "id"}]
    for name in names:
        _check_type(name, schema.field(name).type, arrow().types)
    return names


def _check_type(name: str, kind: Any, types: Any) -> None:
    """Raise InputError where a column's values have no JSON."""
    if types.is_dictionary(kind) or types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        _check_type(name, kind.value_type, types)
    elif types.is_struct(kind):
        for field in kind:
            _check_type(f"{name}.{field.name}", field.type, types)
    elif not (
        types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind) or types.is_integer(kind)
        or types.is_floating(kind) or types.is_boolean(kind) or types.is_null(kind)
    ):  # fmt: skip
        raise InputError(f"its column {name!r} is of the type {kind}, which JSON does not have; make it text")


def _value(row: dict[str, Any], parameters: Mapping[str, str], texts: dict[str, str]) -> object:
    """Return the value of a row. Long *texts* that are equal are one object: in the file they may be there once."""
    found: dict[str, Any] = {}
    for column, value in row.items():
        if value is None:
            continue
        if isinstance(value, str) and len(value) >= _LONG:
            value = texts.setdefault(value, value)  # noqa: PLW2901 (an equal one)
        found[column] = (
            parse_cell(parameters.get(column, column), value) if isinstance(value, str) else _without_nulls(value)
        )
    try:
        json.dumps(found, allow_nan=False)
    except ValueError:
        return BadLineError("it has a number that JSON does not have (NaN or infinity)")
    return found


def _without_nulls(value: Any) -> Any:
    """Return *value* without the fields of structs that are null: Parquet has no other way to leave one out."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return {name: _without_nulls(field) for name, field in fields.items() if field is not None}
    if isinstance(value, list):
        items = cast("list[Any]", value)  # type: ignore[redundant-cast]  # pyright wants it
        return [_without_nulls(one) for one in items]
    return value


def answer_columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what came of calls as columns: those of `write_answers` but `id`, `request` and `line`."""
    pyarrow = arrow()
    kinds = {name: pyarrow.string() for name in ("reply", "error", "request_id")}
    kinds |= {name: pyarrow.type_for_alias(kind) for name, kind in _NUMBER_COLUMNS.items() if name != "line"}
    cells = [{**row, "reply": json.dumps(row["reply"])} for row in rows]
    return {name: pyarrow.array([row.get(name) for row in cells], kind) for name, kind in kinds.items()}


def write_answers(target: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write *rows*, of the output of a run, as a Parquet file, which appears whole or not at all. Raises OSError.

    `request` and `reply` are JSON; an `id` is text, and ``id_is_number`` says where it was a number. `line` is null but
    for rows of a run in shards.
    """
    pyarrow, parquet = arrow(), arrow("parquet")
    kinds = {name: pyarrow.string() for name in _TEXT_COLUMNS}
    kinds |= {name: pyarrow.type_for_alias(kind) for name, kind in _NUMBER_COLUMNS.items()}
    schema = pyarrow.schema([*kinds.items(), (_ID_KIND, pyarrow.bool_())])
    with write_at_once(target) as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def _groups(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        cells = {**row, **{name: json.dumps(row[name]) for name in _JSON_COLUMNS}}
        cells |= {"id": str(row["id"]), _ID_KIND: not isinstance(row["id"], str)}
        for name in _SERVERS_TEXTS:
            if isinstance(text := cells.get(name), str):
                cells[name] = text.encode(errors="backslashreplace").decode()
        group.append(cells)
        size += len(cells["request"]) + len(cells["reply"])
        if len(group) == _ROWS_IN_GROUP or size >= _BYTES_IN_GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def read_answers(file: BinaryIO, columns: Collection[str] | None = None) -> Generator[dict[str, Any]]:
    """Yield the rows that `write_answers` wrote, with *columns* alone; `request` and `reply` as JSON text.

    Raises InputError if the file is not Parquet, or has other columns.
    """
    pyarrow = arrow()
    try:
        with closing(arrow("parquet").ParquetFile(file, pre_buffer=False)) as source:
            wanted = list(columns or (*_TEXT_COLUMNS, *_NUMBER_COLUMNS, _ID_KIND))
            missing = [name for name in wanted if name not in source.schema_arrow.names]
            if missing:
                raise InputError(f"it has no column {missing[0]!r}")
            for batch in source.iter_batches(batch_size=_ROWS_READ, columns=wanted, use_threads=False):
                for row in batch.to_pylist():
                    if row.pop(_ID_KIND, False):
                        row["id"] = int(row["id"])
                    yield row
    except pyarrow.ArrowInvalid as exc:
        raise InputError(f"the file is not Parquet, or it is damaged: {str(exc).splitlines()[0]}") from exc


def count_answers(file: BinaryIO) -> tuple[int, int]:
    """Return how many rows `write_answers` wrote, and how many of them failed, without reading them."""
    with closing(arrow("parquet").ParquetFile(file, pre_buffer=False)) as source:
        meta = source.metadata
        if "error" not in meta.schema.names:
            raise ValueError("it has no column 'error', as a part of a run has")
        column = meta.schema.names.index("error")
        nulls = sum(meta.row_group(group).column(column).statistics.null_count for group in range(meta.num_row_groups))
        return meta.num_rows, meta.num_rows - nulls
