"""The bytes that are kept of one message while it is read line by line: all text, and of large attachments a part.

Text may stand behind an attachment of any size, so that a message is not just read up to a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["DOCUMENT_NAMES", "MAX_DOCUMENT", "MAX_MESSAGE", "MAX_TEXT", "TEXT_NAMES", "MessageBytes"]

MAX_TEXT = 8 << 20
"""Bytes that are kept of a part that is text, as it was sent."""
MAX_DOCUMENT = 28 << 20
"""Bytes that are kept of a PDF or Office document, as it was sent: 20 MiB of the document in Base64."""
MAX_MESSAGE = 64 << 20
"""Bytes that are kept of a message."""
DOCUMENT_NAMES = {".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".pptx": "pptx"}
"""What a file is that is called so."""
TEXT_NAMES = {
    *(".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".log", ".json", ".xml", ".yaml", ".yml", ".ics"),
    *(".html", ".htm", ".diff", ".patch"),
}
"""The ends of the names of text files."""


def _suffix_pattern(names: Iterable[str]) -> bytes:
    return rb"\.(?:%b)\b" % "|".join(sorted(name[1:] for name in names)).encode()


_MAX_OTHER = 64 << 10
_SMALL = 256 << 10  # bytes; what is shorter is kept as it is
_MAX_DELIMITER = 300  # bytes of a line
_MAX_FIELDS = 64 << 10
_TYPE = re.compile(rb"^Content-Type[ \t]*:\s*([^\s;]+)", re.IGNORECASE | re.MULTILINE)
_READ = re.compile(rb"(?:text|message|multipart)/", re.IGNORECASE)
# Wherever it stands: that a little more is kept of some part does no harm.
_DOCUMENT = re.compile(
    _suffix_pattern(DOCUMENT_NAMES) + rb"|application/(?:pdf|x-pdf|vnd\.openxmlformats)", re.IGNORECASE
)
_TEXT = re.compile(_suffix_pattern(TEXT_NAMES), re.IGNORECASE)
_ENCODED_NAME = re.compile(rb"=\?|\*\d*\*?\s*=")  # its suffix cannot be seen


class MessageBytes:
    """Collects the lines of one message."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._size = 0
        self._kept: _KeptParts | None = None

    def add(self, line: bytes) -> None:
        """Add the next line, or a piece of it."""
        if self._kept is not None:
            self._kept.add(line)
            return
        self._lines.append(line)
        self._size += len(line)
        if self._size > _SMALL:
            self._kept = _KeptParts(self._lines)
            self._lines = []

    def bytes(self) -> bytes:
        """Return what was kept."""
        return b"".join(self._lines) if self._kept is None else bytes(self._kept.data)


class _KeptParts:
    """Keeps of each part as much as its type deserves. Any line that could be a delimiter begins another part."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.data = bytearray()
        self._fields: bytearray | None = bytearray()
        self._left = 0
        for line in lines:
            self.add(line)

    def add(self, line: bytes) -> None:
        if line.startswith(b"--") and len(line) <= _MAX_DELIMITER:
            self._fields = bytearray()
        elif self._fields is not None:
            self._fields += line
            if not line.strip() or len(self._fields) > _MAX_FIELDS:
                self._left = _limit(bytes(self._fields))
                self._fields = None
        elif self._left <= 0:
            return
        else:
            self._left -= len(line)
        if len(self.data) < MAX_MESSAGE:
            self.data += line[: MAX_MESSAGE - len(self.data)]


def _limit(fields: bytes) -> int:
    """Return how many bytes are kept of a part with these *fields*; the reader takes what has as many for cut."""
    if len(fields) > _MAX_FIELDS or _DOCUMENT.search(fields):
        return MAX_DOCUMENT
    kind = _TYPE.search(fields)
    if kind is not None and (_READ.match(kind[1]) or kind[1].count(b"/") != 1):  # what is no type is taken for text
        return MAX_TEXT
    if _ENCODED_NAME.search(fields):
        return MAX_DOCUMENT
    return MAX_TEXT if kind is None or _TEXT.search(fields) else _MAX_OTHER
