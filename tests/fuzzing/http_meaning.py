"""What the bytes that a server sends on a connection mean, by RFC 9112: read plainly, and by nothing of aiohttp."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

_HEAD_END = re.compile(rb"\r\n\r\n")
_STATUS = re.compile(rb"HTTP/1\.([01]) ([1-9][0-9]{2})(?: [^\r\n\0]*)?")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})([ \t]*)(;[ \t]*[!-~ \t]*)?\r\n")
_ODD_CHUNK = re.compile(rb"[0-9A-Fa-f]+(?:[ \t;\r][^\n]*)?\n")
_TRAILERS = re.compile(rb"(?:[!-9;-~]+:[^\r\n\0]*\r\n)*\r\n")
_CONTROL = re.compile(rb"[\r\n\0]")


@dataclass
class Meaning:
    """The first final response in some bytes."""

    is_clear: bool = True
    """Whether it is what the standard describes; of anything else clients may think what they like."""
    is_complete: bool = False
    """Whether all of it arrived: by its framing, and by its compression."""
    may_be_reused: bool = False
    """Whether the connection is fit for another request."""
    status: int = 0
    headers: dict[bytes, list[bytes]] = field(default_factory=dict)
    body: bytes = b""
    """As far as it arrived, decompressed."""

    def values(self, name: bytes) -> list[bytes]:
        """Return the members of the lists in all headers of that name, in lower case."""
        lines = b",".join(self.headers.get(name, [])).lower()
        return [value.strip() for value in lines.split(b",") if value.strip()]


def meaning_of(wire: bytes, ending: str) -> Meaning:
    """Return what *wire* means where the server then does *ending*: ``close``, ``reset`` or ``keep``."""
    rest = wire
    while True:
        meaning = Meaning()
        head = _HEAD_END.search(rest)
        if head is None:
            meaning.is_clear = _is_begun_head(rest)
            return meaning
        lines, rest = rest[: head.start()].split(b"\r\n"), rest[head.end() :]
        status = _STATUS.fullmatch(lines[0])
        headers = [_HEADER.fullmatch(line) for line in lines[1:]]
        if status is None or not all(headers):
            meaning.is_clear = False
            return meaning
        meaning.status = int(status[2])
        for header in headers:
            assert header is not None
            meaning.headers.setdefault(header[1].lower(), []).append(header[2])
        if meaning.status == 101:
            meaning.is_clear = False
            return meaning
        if meaning.status >= 200:
            _read_body(meaning, rest, ending, is_old=status[1] == b"0")
            return meaning


def _is_begun_head(rest: bytes) -> bool:
    """Return whether it may be the beginning of a head; bare line feeds may be taken for line ends."""
    return b"\n\n" not in rest.replace(b"\r", b"")


def _read_body(meaning: Meaning, rest: bytes, ending: str, *, is_old: bool) -> None:
    lengths, codings = set(meaning.values(b"content-length")), meaning.values(b"transfer-encoding")
    connection = meaning.values(b"connection")
    body, left = rest, b""
    if meaning.status in {204, 304}:
        body, left, framed = b"", rest, True
    elif codings:
        meaning.is_clear = codings == [b"chunked"] and not lengths and not is_old
        body, left, framed, is_strict = _dechunked(rest)
        meaning.is_clear = meaning.is_clear and is_strict
    elif lengths:
        text = min(lengths)
        meaning.is_clear = len(lengths) == 1 and text.isdigit() and len(text) < 16
        length = int(text) if meaning.is_clear else 0
        body, left, framed = rest[:length], rest[length:], len(rest) >= length
    else:
        framed = ending == "close"
        connection = [b"close"]
    if b"upgrade" in meaning.headers or meaning.headers.keys() & {b"content-range", b"trailer"}:
        meaning.is_clear = False
    _decompress(meaning, body)
    meaning.is_complete = meaning.is_complete and framed
    # What the body means is no matter here; nor are empty lines, which parsers skip before the next response.
    is_over = framed and not left.strip(b"\r\n")
    meaning.may_be_reused = is_over and ending == "keep" and b"close" not in connection
    if is_old and b"keep-alive" not in connection:
        meaning.may_be_reused = False


def _dechunked(rest: bytes) -> tuple[bytes, bytes, bool, bool]:
    """Return the body, what follows it, whether it ended, and whether each chunk up to there ended as it must.

    Lenient parsers, as aiohttp's, take a chunk, its size or a trailer that ends with a bare line feed, other control
    characters in a trailer or an extension, and spaces after the size of a chunk.
    """
    body = b""
    is_strict = True
    while (head := _CHUNK.match(rest)) is not None:
        size = int(head[1], 16)
        is_strict = is_strict and not head[2]
        rest = rest[head.end() :]
        if size == 0:
            end = _TRAILERS.match(rest)
            if end is None and _CONTROL.search(rest.removesuffix(b"\r").replace(b"\r\n", b"")):
                is_strict = False
            return body, rest[end.end() :] if end else b"", end is not None, is_strict
        body += rest[:size]
        if rest[size : size + 2] != b"\r\n":
            return body, b"", False, is_strict and rest[size : size + 1] != b"\n"
        rest = rest[size + 2 :]
    return body, b"", False, is_strict and not _ODD_CHUNK.match(rest)


def _decompress(meaning: Meaning, body: bytes) -> None:
    codings = meaning.values(b"content-encoding")
    meaning.body, meaning.is_complete = body, True
    if not codings or codings == [b"identity"] or not body:
        return
    if codings not in ([b"gzip"], [b"deflate"]):
        meaning.is_clear = False
        return
    bits = 31 if codings == [b"gzip"] else 15 if body[0] & 15 == 8 else -15
    unpacker = zlib.decompressobj(wbits=bits)
    plain = bytearray()
    try:
        for index in range(len(body)):  # byte by byte, so that what comes before an error is there
            plain += unpacker.decompress(body[index : index + 1])
    except zlib.error:
        meaning.is_complete = False
    meaning.body = bytes(plain)
    if unpacker.unused_data:
        meaning.is_clear = False  # another member, or junk behind the end
    meaning.is_complete = meaning.is_complete and unpacker.eof
