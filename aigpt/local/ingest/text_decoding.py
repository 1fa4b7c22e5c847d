"""Bytes to text, whatever charset their sender names; what comes out can be stored."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

__all__ = ["DecodedText", "clean", "decode_text", "one_line"]

_MAX_NAME = 60  # characters; a longer one is that of no charset
# They decode to something else than a mail's text, or take time that grows with the square of its length.
_NO_CHARSETS = {"idna", "mbcs", "oem", "palmos", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_SPACES = re.compile(r"[\s\0]+")


class DecodedText(NamedTuple):
    """Text, and what was wrong with its charset."""

    text: str
    defects: tuple[str, ...]


def decode_text(data: bytes, charset: str) -> DecodedText:
    """Decode by *charset*, else as UTF-8, else as Windows-1252."""
    defects: list[str] = []
    for candidate in (charset, "utf-8"):
        name = clean(candidate[:_MAX_NAME])
        try:
            if not _is_charset(candidate):
                raise LookupError  # noqa: TRY301 (as an unknown one does)
            return DecodedText(clean(data.decode(candidate)), tuple(defects))
        except LookupError:
            defects.append(f"unknown charset {name!r}")
        except ValueError:
            defects.append(f"not {name}")
    return DecodedText(clean(data.decode("cp1252", "replace")), tuple(defects))


def _is_charset(name: str) -> bool:
    return len(name) <= _MAX_NAME and name.isascii() and codecs.lookup(name).name.replace("_", "-") not in _NO_CHARSETS


def clean(text: str) -> str:
    """Replace what SQLite cannot store or would end at: lone surrogates and NUL."""
    return text if text.isascii() and "\0" not in text else _UNSTORABLE.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    return " " if found[0] == "\0" else "\ufffd"


def one_line(text: str) -> str:
    """Return *text* on one line, cleaned."""
    return clean(_SPACES.sub(" ", text).strip())
