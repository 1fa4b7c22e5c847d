"""The formats of an input file but Parquet: JSON lines, CSV, TSV, plain text. Lines are decoded into JSON values."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Generator, Mapping
from pathlib import PurePath
from typing import Any, BinaryIO, Final, Literal, cast

from aigpt._http.json_codec import parse_json
from aigpt.bulk.errors import BadLineError, InputError
from aigpt.bulk.option_names import FORM_CSV, FORM_TSV, Message, mapped

Format = Literal["jsonl", "csv", "tsv", "text", "openai-batch", "parquet"]
DELIMITERS: dict[Format, str] = {"csv": ",", "tsv": "\t"}
"""What separates the columns of a format."""

_SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".pq": "parquet",
}
_SPREADSHEET = "a spreadsheet, which is not read; save it as CSV (UTF-8, with commas)"
_DOCUMENT = "a document, which is not read; save its questions as plain text (UTF-8), one per line"
_COMPRESSED = "compressed, and not read as it is; unpack it"
_SUFFIXES_NOT_READ = {
    _SPREADSHEET: (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"),
    _DOCUMENT: (".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm"),
    _COMPRESSED: (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".lz4", ".7z"),
}
NOT_READ: Final[dict[str, str]] = {suffix: why for why, suffixes in _SUFFIXES_NOT_READ.items() for suffix in suffixes}
"""Why a file is not read, by the suffixes of formats that are known and not read."""
_PARQUET = b"PAR1"
BOM = b"\xef\xbb\xbf"
SPACE = b" \t\r\n"
"""What an empty line may hold."""
# Cells of these parameters are always text, even where they look like JSON.
_TEXT_PARAMETERS = frozenset(
    {"id", "input", "query", "user", "quality", "instructions", "model", "reasoning_effort", "date_from", "date_to"}
)
_TEXT_OR_LIST = "messages"


def detect_format(name: str, start: bytes) -> Format:
    """Return the format of a file by the suffix of its *name*, else by its first bytes.

    Raises InputError for the suffix of a format that is known and not read: its bytes would be taken for a text.
    """
    suffix = PurePath(name).suffix.lower()
    if known := _SUFFIXES.get(suffix):
        return known
    if why := NOT_READ.get(suffix):
        raise InputError(f"{name} is {why}")
    if start.startswith(_PARQUET):
        return "parquet"
    return "jsonl" if start.removeprefix(BOM).lstrip()[:1] in {b"{", b'"'} else "text"


def parse_cell(parameter: str, text: str) -> Any:
    """Return the value that *text*, a CSV cell, gives to *parameter*: parsed where it is JSON, else the text itself.

    Cells of text parameters such as ``input`` are never parsed; ``messages`` is a text or a list.
    """
    if parameter in _TEXT_PARAMETERS:
        return text
    try:
        value: Any = parse_json(text.encode())
    except (ValueError, RecursionError):
        return text
    return text if parameter == _TEXT_OR_LIST and not isinstance(value, list) else cast("Any", value)


def read_lines(file: BinaryIO, form: Format) -> Generator[tuple[int, object]]:
    """Yield the number and value of each line of JSON lines or plain text; a BadLineError where it has none.

    Empty lines are left out.
    """
    parse = _parse_text_line if form == "text" else _parse_json_line
    for number, line in enumerate(file, 1):  # splits on \n alone: other line breaks may stand inside JSON strings
        data = (line.removeprefix(BOM) if number == 1 else line).strip(SPACE)
        if data:
            yield number, parse(data)


def _parse_json_line(data: bytes) -> object:
    try:
        return parse_json(data)
    except UnicodeDecodeError:
        return BadLineError("it is not valid UTF-8")
    except ValueError:
        return BadLineError("it is not JSON")
    except RecursionError:
        return BadLineError("it is nested too deep")


def _parse_text_line(data: bytes) -> object:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return BadLineError("it is not valid UTF-8")


def read_csv(
    file: BinaryIO, parameters: Mapping[str, str], required: Collection[str], delimiter: str = ","
) -> Generator[tuple[int, object]]:
    """Yield the number and value of each row of CSV: an object of column to cell, or a BadLineError.

    A *delimiter* separates the cells. *parameters* is column to parameter, for columns that are renamed. Raises
    InputError if a *required* column is missing from the header, or one that is read is there twice.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        reader = csv.reader(text, strict=True, delimiter=delimiter)
        header = next(reader, None)
        if header is None:
            return
        check_header(header, parameters, required, delimiter)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as exc:
                yield reader.line_num, BadLineError(f"it is not CSV ({exc})")
                continue
            if cells:
                yield reader.line_num, _csv_value(header, cells, parameters)
    finally:
        text.detach()


def check_header(
    header: list[str], parameters: Mapping[str, str], required: Collection[str], delimiter: str | None = None
) -> None:
    """Raise InputError if a *required* column is missing from *header*, or one that is read is there twice.

    The header is a line of text whose cells a *delimiter* separates; None where it is not.
    """
    missing = [column for column in required if column not in header]
    if missing:
        known = ", ".join(map(repr, filter(None, header)))
        remedy = _other_delimiter(header, delimiter) or Message(
            "name one of these with ", mapped(parameters.get(missing[0], missing[0]))
        )
        raise InputError(Message(f"there is no column {missing[0]!r}, only {known}; ", remedy), 1)
    # Without a name are the empty columns at the right of a spreadsheet; cells in them are refused row by row.
    read = {*parameters, "id"} if parameters else set(header) - {""}
    doubled = [column for column in header if column in read and header.count(column) > 1]
    if doubled:
        raise InputError(f"the first line names the column {doubled[0]!r} twice; rename one of the two", 1)


def _other_delimiter(header: list[str], delimiter: str | None) -> Message | None:
    """Return the remedy where the only cell of *header* looks like several that something else separates."""
    if delimiter is None or len(header) != 1:
        return None
    for other, what, form in (("\t", "tabs", FORM_TSV), (",", "commas", FORM_CSV)):
        if other != delimiter and other in header[0]:
            return Message(f"its columns are separated by {what}: read it with ", form)
    if ";" in header[0]:
        return Message("its columns are separated by semicolons: save it with commas, as CSV")
    return None


def _csv_value(header: list[str], cells: list[str], parameters: Mapping[str, str]) -> object:
    pairs = list(zip(header, cells, strict=False))
    if len(cells) > len(header):
        return BadLineError(f"it has {len(cells)} cells, the first line {len(header)}")
    if any("\udc80" <= letter <= "\udcff" for cell in cells for letter in cell if letter > "\ud7ff"):
        return BadLineError("it is not valid UTF-8")
    if header.count("") > 1 and not parameters and sum(1 for column, cell in pairs if cell and not column) > 1:
        return BadLineError("it has cells in several columns without a name")
    return {column: parse_cell(parameters.get(column, column), cell) for column, cell in pairs if cell}
