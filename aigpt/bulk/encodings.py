"""Text in UTF-16 or UTF-32, recognized before it is read as UTF-8: editors and shells of Windows write it."""

from __future__ import annotations

import codecs

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIN_SHARE = 0.4  # NUL bytes among every other byte; the rest are letters of other scripts


def encoding_problem(start: bytes) -> str | None:
    """Return what to say of a text that begins with *start* and is UTF-16 or UTF-32, with the remedy; else None."""
    encoding = _wide_encoding(start)
    if encoding is None:
        return None
    return f"is {encoding.upper()}, not UTF-8; convert it with: iconv -f {encoding} -t utf-8"


def _wide_encoding(start: bytes) -> str | None:
    """Return the encoding in iconv's words, by the byte order mark or by where the NUL bytes of Latin letters are."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) < len(start) // 2 * _MIN_SHARE or bool(even) == bool(odd):
        return None
    return "utf-16le" if odd else "utf-16be"
