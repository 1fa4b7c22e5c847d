"""Splits a message into its parts, on bytes and without recursion. The standard library reads the header fields.

Its parser of whole messages is not used: it recurses for each part within a part, and its time grows with their depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.errors import MissingHeaderBodySeparatorDefect
from email.message import Message
from email.parser import HeaderParser

__all__ = ["MAX_HEADERS", "MAX_PARTS", "Part", "parse_part", "split_parts"]

MAX_HEADERS = 1 << 20
"""Bytes that are read of the header fields of a message or part."""
MAX_PARTS = 1_000
"""Parts that are read of a part."""

_BLANK_LINE = re.compile(rb"\A\r?\n|\n\r?\n")
_GUESSED = re.compile(rb"^--(?P<boundary>[^\s-][^\r\n]{0,199}|-[^\r\n]{1,199})\r?\n(?=Content-)", re.MULTILINE)
_NO_FIELD = re.compile(rb"^(?!From |[!-9;-~]*:|[ \t]|\r?$)", re.MULTILINE)
_TAIL = re.compile(rb"(?P<closes>--)?[ \t]*(?:\r?\n|\Z)")
_FIELD_ENDS = re.compile(rb"\n(?![ \t])")
_MAX_FOLDED = 128 << 10  # bytes of one field, of more than MAX_HEADERS
_MAX_FIELD = 8_000  # characters
_parser = HeaderParser()  # with the old policy: the newer one's parsers recurse, or take minutes for a long header


@dataclass(frozen=True, slots=True)
class Part:
    """A message, or a part of one."""

    headers: Message
    """Its header fields."""
    body: bytes
    """What follows them, not decoded."""
    cut: bool
    """Whether its header fields were longer than `MAX_HEADERS`."""


def parse_part(data: bytes) -> Part:
    """Return the message or part in *data*."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    blank = _BLANK_LINE.search(data)
    end = blank.end() if blank else len(data)
    # Of fields without a blank line below them, the text begins at the first line that is no field.
    early = _NO_FIELD.search(data, 0, end)
    if early is not None and early.start() < (blank.start() if blank else end):
        end = early.start()
    head, cut = _shortened(data[:end]) if end > MAX_HEADERS else (data[:end], False)
    headers = _parser.parsestr(head.decode("ascii", "surrogateescape"), headersonly=True)
    if early is not None and end == early.start():
        headers.defects.append(MissingHeaderBodySeparatorDefect())
    _shorten_fields(headers)
    return Part(headers, data[end:], cut)


def _shortened(head: bytes) -> tuple[bytes, bool]:
    """Return the first fields, `MAX_HEADERS` at most, each up to a limit; and whether these are not all."""
    kept, size = list[bytes](), 0
    for field in _FIELD_ENDS.split(head.strip(b"\r\n")):
        kept.append(field[:_MAX_FOLDED])
        size += len(kept[-1])
        if size > MAX_HEADERS:
            return b"\n".join(kept) + b"\n", True
    return b"\n".join(kept) + b"\n", False


def _shorten_fields(headers: Message) -> None:
    """Shorten the fields whose parameters the library looks for, which takes time with the square of their length."""
    for name in ("content-type", "content-disposition", "content-transfer-encoding"):
        value = headers.get(name)
        if value is not None and len(str(value)) > _MAX_FIELD:
            headers.replace_header(name, str(value)[:_MAX_FIELD])


def split_parts(part: Part) -> tuple[Sequence[bytes], Sequence[str]]:
    """Return the parts of a multipart one, `MAX_PARTS` at most and one more for the rest, and its defects."""
    boundary, defects = _boundary(part.headers), list[str]()
    found = boundary and list(_split(part.body, boundary))
    if not found:
        guessed = _GUESSED.search(part.body)
        defects.append("StartBoundaryNotFoundDefect" if boundary else "NoBoundaryInMultipartDefect")
        if guessed is None:
            return [b"\n" + part.body], defects
        found = list(_split(part.body, guessed["boundary"].rstrip()))
    *parts, (last, closed) = found
    if not closed:
        defects.append("CloseBoundaryNotFoundDefect")
    return [data for data, _ in parts] + [last], defects


def _boundary(headers: Message) -> bytes:
    try:
        boundary = headers.get_boundary() or ""
    except (LookupError, ValueError, TypeError):
        return b""
    return boundary.rstrip().encode("utf-8", "surrogateescape") if boundary.strip() else b""


def _split(body: bytes, boundary: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield each part, and whether a delimiter ends it."""
    start = -1
    for number, (at, end, closes) in enumerate(_delimiters(body, b"--" + boundary)):
        if start >= 0:
            yield _without_line_end(body[start:at]), True
            if closes:
                return
        start = end
        if number == MAX_PARTS:
            break
    if start >= 0:
        yield body[start:], False


def _delimiters(body: bytes, separator: bytes) -> Iterator[tuple[int, int, bool]]:
    """Yield where each delimiter begins and ends, and whether it is the closing one."""
    line = b"\n" + separator  # a line of hyphens could begin with a separator anywhere else
    at = 0 if body.startswith(separator) else body.find(line) + 1 or -1
    while at >= 0:
        tail = _TAIL.match(body, at + len(separator))
        if tail is not None:
            yield at, tail.end(), bool(tail["closes"])
        at = body.find(line, tail.end() - 1 if tail else at) + 1 or -1


def _without_line_end(data: bytes) -> bytes:
    return data[:-2] if data.endswith(b"\r\n") else data[:-1] if data.endswith(b"\n") else data
