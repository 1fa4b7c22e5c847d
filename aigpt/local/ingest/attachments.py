"""The text of a message's attachments: text files, and PDF and Office documents where they can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from aigpt.local.ingest.html_text import read_html
from aigpt.local.ingest.message_bytes import DOCUMENT_NAMES, MAX_DOCUMENT, MAX_TEXT, TEXT_NAMES
from aigpt.local.ingest.mime_fields import payload, text_of
from aigpt.local.ingest.mime_parts import Part
from aigpt.local.ingest.notes import decode, split_lines
from aigpt.local.ingest.text_decoding import clean
from aigpt.local.items import Passage, Unread

__all__ = ["Attachments", "DocumentKind", "DocumentText", "ReadDocument", "UnreadDocumentError", "no_documents"]

DocumentKind: TypeAlias = str
"""``pdf``, ``docx``, ``xlsx`` or ``pptx``."""

MAX_ATTACHED = 4_000_000
"""Characters of text that are read of the attachments of one message."""
_MAX_PEOPLE = 50  # of a message that its attachments are found by
_MAX_PEOPLE_CHARS = 2_000  # each passage has them
_GAP = 2  # between the lines of two attachments, so that these are never taken for adjacent

_OFFICE = "application/vnd.openxmlformats-officedocument."
_DOCUMENT_TYPES = {
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    f"{_OFFICE}wordprocessingml.document": "docx",
    f"{_OFFICE}spreadsheetml.sheet": "xlsx",
    f"{_OFFICE}presentationml.presentation": "pptx",
}
_NOT_READ_NAMES = {".doc", ".xls", ".ppt", ".odt", ".ods", ".odp", ".rtf", ".epub", ".pages", ".numbers", ".key"}
_NOT_READ_TYPES = {"application/msword", "application/rtf", "text/rtf", "application/vnd.ms-excel",
                   "application/vnd.ms-powerpoint"}  # fmt: skip


class DocumentText(NamedTuple):
    """The text of a document."""

    text: str
    cut: bool
    """Whether only its beginning was read."""


ReadDocument: TypeAlias = Callable[[DocumentKind, bytes], DocumentText]
"""Returns the text of a document. Raises `UnreadDocumentError`."""


class UnreadDocumentError(ValueError):
    """A document was not read; the message says why."""


def no_documents(kind: DocumentKind, data: bytes) -> DocumentText:
    """Read no document."""
    raise UnreadDocumentError(f"a {kind} document, with {len(data):,} bytes, which nothing here reads")


class Attachments:
    """Collects the texts of one message's attachments."""

    def __init__(self, read_document: ReadDocument) -> None:
        self._read_document = read_document
        self._texts: list[tuple[str, str]] = []
        self._left = MAX_ATTACHED
        self.skipped: list[Unread] = []
        """Those whose text was not read, or not to the end."""

    def read(self, name: str, kind: str, part: Part, number: int) -> None:
        """Read an attachment, the message's *number*-th, of the media type *kind*."""
        suffix = PurePath(name).suffix.lower()
        document = _DOCUMENT_TYPES.get(kind) or DOCUMENT_NAMES.get(suffix)
        try:
            if document is not None:
                text, cut = self._document(document, part)
            elif kind in _NOT_READ_TYPES or suffix in _NOT_READ_NAMES:
                known = suffix if suffix in _NOT_READ_NAMES else kind  # any other suffix may be the sender's words
                raise UnreadDocumentError(f"documents of its kind ({known}) are not read")
            elif kind.startswith(("text/", "message/")) or suffix in TEXT_NAMES:
                text, cut = _text(part, html=kind == "text/html" or suffix in {".html", ".htm"}, typed=kind)
            else:
                return
            if cut or len(text) > self._left:
                self.skipped.append(Unread(number, name or kind, "only the beginning of its text was read"))
            self._texts.append((name or kind, clean(text[: self._left])))
            self._left -= min(self._left, len(text))
        except ValueError as error:
            self.skipped.append(Unread(number, name or kind, str(error)))

    def _document(self, kind: DocumentKind, part: Part) -> DocumentText:
        if len(part.body) >= MAX_DOCUMENT:
            raise UnreadDocumentError(f"larger than {MAX_DOCUMENT * 5 // 7 >> 20} MiB")
        if self._left <= 0:
            raise UnreadDocumentError("the message's other attachments have too much text")
        return self._read_document(kind, payload(part))

    def passages(self, people: Sequence[str]) -> Iterator[Passage]:
        """Yield the passages of all texts, their lines counted through; *people*: those of the message."""
        first = 1
        shown = "\n".join(people[:_MAX_PEOPLE])[:_MAX_PEOPLE_CHARS]
        for name, text in self._texts:
            for passage in split_lines(text, first):
                yield replace(passage, people=shown, extra=name)
            first += len(text.splitlines()) + _GAP


def _text(part: Part, *, html: bool, typed: str) -> DocumentText:
    """Return the text of a text file. Raises `ValueError` if it is none."""
    text = text_of(part).text if typed.startswith("text/") else decode(payload(part))
    cut = len(part.body) >= MAX_TEXT
    if not html:
        return DocumentText(text, cut)
    found = read_html(text)
    return DocumentText(f"{found.own}\n{found.quoted}", cut or found.cut)
