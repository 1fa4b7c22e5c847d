"""Rows: the lines of an input as the parameters of calls, each with an id."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, BinaryIO, cast

import msgspec

from aigpt._igpt.prepare import RESERVED
from aigpt.bulk.errors import BadLineError
from aigpt.bulk.input_formats import DELIMITERS, Format, read_csv, read_lines
from aigpt.bulk.option_names import BATCH_FORM, MODEL, Message, mapped
from aigpt.bulk.parquet import read_parquet
from aigpt.errors import ConfigurationError

_NO_MODEL = Message("it has no 'model'; give one for all such rows with ", MODEL)
_encode_sorted = msgspec.json.Encoder(order="sorted").encode


@dataclass(frozen=True)
class RowMapping:
    """How a line of the input becomes parameters."""

    text: str
    """The parameter that a plain text fills."""
    required: bool
    """Whether each row must have it."""
    columns: Mapping[str, str]
    """Parameter to column; empty for all columns under their own names."""
    lists: bool = False
    """Whether that parameter may be a list, as of messages; a line that is one fills it then."""
    batch_url: str | None = None
    """The `url` that the lines of an OpenAI batch file must name."""
    utf8_ids: bool = False
    """Whether ids must be text that UTF-8 has, as they must in Parquet."""
    one_of: tuple[str, ...] = ()
    """Parameters of which each row must have one; of none if empty."""

    @cached_property
    def parameters(self) -> dict[str, str]:
        """Column to parameter."""
        return {column: parameter for parameter, column in self.columns.items()}

    @property
    def required_columns(self) -> list[str]:
        """The columns that a CSV header must have."""
        return list(self.columns.values()) or ([self.text] if self.required else [])


@dataclass(slots=True)
class Row:
    """A line of the input: the parameters to send, and the row's own id if it has one."""

    line: int
    id: str | int | None
    params: dict[str, Any]
    place: int = 0
    """How many valid rows come before it."""

    def digest(self) -> int:
        """Return a 64-bit hash of the row's own id, or of its parameters where it has none."""
        return hash_json(self.params if self.id is None else self.id)

    def content(self) -> int:
        """Return a 64-bit hash of all of the row."""
        return hash_json(self.params if self.id is None else [self.id, self.params])


def hash_json(value: object) -> int:
    """Return a 64-bit hash of a JSON value."""
    try:
        data = _encode_sorted(value)
    except (ValueError, OverflowError):  # a lone surrogate, or an integer beyond 64 bits
        data = json.dumps(value, sort_keys=True).encode()
    return int.from_bytes(blake2b(data, digest_size=8).digest())


def to_utf8(text: str) -> str:
    """Return *text* with what UTF-8 does not have written as an escape."""
    return text.encode(errors="backslashreplace").decode()


def read_rows(file: BinaryIO, form: Format, mapping: RowMapping) -> Generator[Row | tuple[int, str]]:
    """Yield each line of *file* as a Row, or as its number and why it is not a valid row."""
    if form == "parquet":
        lines = read_parquet(file, mapping.parameters, mapping.required_columns)
    elif form in DELIMITERS:
        lines = read_csv(file, mapping.parameters, mapping.required_columns, DELIMITERS[form])
    else:
        lines = read_lines(file, form)
    return rows_of(lines, form, mapping)


def rows_of(
    lines: Generator[tuple[int, object]], form: Format, mapping: RowMapping
) -> Generator[Row | tuple[int, str]]:
    """Yield numbered values, as the readers of the formats give them, as `read_rows` does."""
    with closing(lines):
        for number, value in lines:
            try:
                if isinstance(value, BadLineError):
                    raise value
                if form == "openai-batch":
                    value = _unpack_batch_line(value, mapping)  # noqa: PLW2901 (the same line)
                yield _make_row(number, value, mapping)
            except BadLineError as exc:
                yield number, exc.message


def _unpack_batch_line(value: object, mapping: RowMapping) -> object:
    """Return the body of a line of an OpenAI batch file, with its `custom_id` as its `id`."""
    line = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    body: object = line.get("body")
    if not isinstance(body, dict) or not isinstance(line.get("custom_id"), str):
        raise BadLineError("it must be an object with a custom_id, a method, a url and a body")
    if line.get("method", "POST") != "POST" or line.get("url") != mapping.batch_url:
        raise BadLineError(f"its method and url must be POST {mapping.batch_url}")
    return {**cast("dict[str, Any]", body), "id": line["custom_id"]}


def _make_row(line: int, value: object, mapping: RowMapping) -> Row:
    if isinstance(value, str) or (mapping.lists and isinstance(value, list)):
        if mapping.columns:
            raise BadLineError("it is a plain text or a list, which has no columns to map")
        row = Row(line, None, {mapping.text: value})
    elif isinstance(value, dict):
        row = _row_of_object(line, cast("dict[str, Any]", value), mapping)
    else:
        raise BadLineError(f"it must be a string or an object{', or a list' if mapping.lists else ''}")
    question = row.params.get(mapping.text)
    if question is None and isinstance(value, dict) and mapping.batch_url and {"custom_id", "body"} <= value.keys():
        raise BadLineError(Message("this looks like an OpenAI batch file; give ", BATCH_FORM))
    if mapping.required and question is None:
        raise BadLineError(Message(f"it has no {mapping.text!r}; name its column with ", mapped(mapping.text)))
    if question is not None and not _is_question(question, mapping):
        kind = "a text that is not blank" + (", or a list that is not empty" if mapping.lists else "")
        raise BadLineError(f"its {mapping.text!r} must be {kind}")
    if mapping.one_of and not any(map(row.params.get, mapping.one_of)):
        raise BadLineError(_NO_MODEL)
    return row


def _is_question(value: object, mapping: RowMapping) -> bool:
    if isinstance(value, list):
        return mapping.lists and bool(cast("list[object]", value))
    return isinstance(value, str) and bool(value.strip())


def _row_of_object(line: int, value: dict[str, Any], mapping: RowMapping) -> Row:
    columns = mapping.columns
    id_column = columns.get("id", "id")
    own_id = value.get(id_column)
    if own_id is not None and (isinstance(own_id, bool) or not isinstance(own_id, str | int) or own_id == ""):
        raise BadLineError(f"its {id_column!r} must be a string or a whole number")
    if mapping.utf8_ids and isinstance(own_id, str) and to_utf8(own_id) != own_id:
        raise BadLineError(f"its {id_column!r} has half of a pair of surrogates, which Parquet does not have")
    if columns:
        missing = [column for parameter, column in columns.items() if parameter != "id" and column not in value]
        if missing:
            raise BadLineError(f"it has no {missing[0]!r}")
        params = {parameter: value[column] for parameter, column in columns.items() if parameter != "id"}
    else:
        params = {name: content for name, content in value.items() if name != "id"}
    if params.get("stream"):
        raise BadLineError("'stream' is not supported in a bulk run; take it out")
    return Row(line, own_id, params)


def check_json(common: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of all rows as a dict. Raises ConfigurationError if they are not JSON."""
    try:
        json.dumps(common, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as exc:
        raise ConfigurationError("common holds a value that is not JSON; use only what json.dumps accepts") from exc
    return dict(common)


def call_keywords(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return *params* as keywords of a call. What is reserved for options of the call is sent in its body instead."""
    if RESERVED.isdisjoint(params):
        return dict(params)
    keywords = {name: value for name, value in params.items() if name not in RESERVED}
    return {**keywords, "extra_body": {name: params[name] for name in RESERVED & params.keys()}}
