"""Files in: lines of JSON, CSV or plain text become the parameters of calls, each with a name of its own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, BinaryIO, Literal, cast

import msgspec

from aigpt._call import RESERVED
from aigpt._reply import parse_json
from aigpt.bulk.errors import InputError

Format = Literal["jsonl", "csv", "text"]

_sorted = msgspec.json.Encoder(order="sorted").encode
_BOM = b"\xef\xbb\xbf"
# What a cell of one of these says is text, whatever it looks like.
_TEXTS = frozenset(
    {"id", "input", "query", "user", "quality", "instructions", "reasoning_effort", "date_from", "date_to"}
)


class BadLineError(Exception):
    """A line that is no question. The message says why, without quoting it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a line becomes parameters: the one a plain text fills, and where the others come from."""

    text: str
    required: bool
    mapping: Mapping[str, str]
    """Parameter to column; empty for all columns under their own names."""


@dataclass(slots=True)
class Row:
    """A line of the input: what is to be sent, and the row's own id if it has one."""

    line: int
    id: str | int | None
    params: dict[str, Any]

    def digest(self) -> int:
        """Return 64 bits that stand for the row's own id, or for its content where it has none."""
        return key_of(self.params if self.id is None else self.id)


def key_of(value: object) -> int:
    """Return 64 bits that stand for a JSON value."""
    try:
        data = _sorted(value)
    except (ValueError, OverflowError):  # half a surrogate pair, or a whole number beyond 64 bits
        data = json.dumps(value, sort_keys=True).encode()
    return int.from_bytes(blake2b(data, digest_size=8).digest())


def read_rows(file: BinaryIO, form: Format, shape: Shape) -> Generator[Row | tuple[int, str]]:
    """Give each line of *file* as a row, or as its number and why it is none. Empty lines are left out."""
    with closing(_csv_lines(file, shape) if form == "csv" else _lines(file, form)) as lines:
        for number, value in lines:
            try:
                if isinstance(value, BadLineError):
                    raise value
                yield _row(number, value, shape)
            except BadLineError as exc:
                yield number, str(exc)


def parse_cell(name: str, text: str) -> Any:
    """Return what the text *text* says for the parameter *name*: JSON where it is some, but for texts."""
    if name in _TEXTS:
        return text
    try:
        return parse_json(text.encode())
    except (ValueError, RecursionError):
        return text


def _lines(file: BinaryIO, form: Format) -> Generator[tuple[int, object]]:
    parse = _json_value if form == "jsonl" else _text_value
    for number, line in enumerate(file, 1):  # splits on \n alone: other breaks may stand inside JSON strings
        data = (line.removeprefix(_BOM) if number == 1 else line).strip(b" \t\r\n")
        if data:
            yield number, parse(data)


def _json_value(data: bytes) -> object:
    try:
        return parse_json(data)
    except UnicodeDecodeError:
        return BadLineError("it is not valid UTF-8")
    except ValueError:
        return BadLineError("it is not JSON")
    except RecursionError:
        return BadLineError("it is nested too deep")


def _text_value(data: bytes) -> object:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return BadLineError("it is not valid UTF-8")


def _csv_lines(file: BinaryIO, shape: Shape) -> Generator[tuple[int, object]]:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        reader = csv.reader(text, strict=True)
        header = next(reader, None)
        if header is None:
            return
        _check_header(header, shape)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as exc:
                yield reader.line_num, BadLineError(f"it is not CSV ({exc})")
                continue
            if cells:
                yield reader.line_num, _csv_value(header, cells, shape)
    finally:
        text.detach()


def _check_header(header: list[str], shape: Shape) -> None:
    wanted = shape.mapping.values() or ([shape.text] if shape.required else [])
    missing = [column for column in wanted if column not in header]
    if missing:
        raise InputError(f"there is no column {missing[0]!r} in the first line; name another with --map", 1)


def _csv_value(header: list[str], cells: list[str], shape: Shape) -> object:
    if len(cells) > len(header):
        return BadLineError(f"it has {len(cells)} cells, the first line {len(header)}")
    if any("\udc80" <= letter <= "\udcff" for cell in cells for letter in cell if letter > "\ud7ff"):
        return BadLineError("it is not valid UTF-8")
    names = {column: parameter for parameter, column in shape.mapping.items()}
    return {
        column: parse_cell(names.get(column, column), cell) for column, cell in zip(header, cells, strict=False) if cell
    }


def _row(line: int, value: object, shape: Shape) -> Row:
    if isinstance(value, str):
        if shape.mapping:
            raise BadLineError("it is a plain text, which has no columns to map")
        row = Row(line, None, {shape.text: value})
    elif isinstance(value, dict):
        row = _named_row(line, cast("dict[str, Any]", value), shape.mapping)
    else:
        raise BadLineError("it must be a string or an object")
    question = row.params.get(shape.text)
    if shape.required and question is None:
        raise BadLineError(f"it has no {shape.text!r}; name the one that is with --map {shape.text}=COLUMN")
    if question is not None and not (isinstance(question, str) and question.strip()):
        raise BadLineError(f"its {shape.text!r} must be a text that is not blank")
    return row


def _named_row(line: int, value: dict[str, Any], mapping: Mapping[str, str]) -> Row:
    id_column = mapping.get("id", "id")
    own = value.get(id_column)
    if own is not None and (isinstance(own, bool) or not isinstance(own, str | int) or own == ""):
        raise BadLineError(f"its {id_column!r} must be a string or a whole number")
    if mapping:
        missing = [column for parameter, column in mapping.items() if parameter != "id" and column not in value]
        if missing:
            raise BadLineError(f"it has no {missing[0]!r}")
        params = {parameter: value[column] for parameter, column in mapping.items() if parameter != "id"}
    else:
        params = {name: content for name, content in value.items() if name != "id"}
    if params.get("stream"):
        raise BadLineError("'stream' has no place in a bulk run")
    return Row(line, own, params)


def as_keywords(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return *params* as keywords of a call: what a file says is sent, and never steers the call itself."""
    if RESERVED.isdisjoint(params):
        return dict(params)
    keywords = {name: value for name, value in params.items() if name not in RESERVED}
    return {**keywords, "extra_body": {name: params[name] for name in RESERVED & params.keys()}}
