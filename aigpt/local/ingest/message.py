"""Parses one mail message: its header fields, parts, quoted replies, signature and attachments. No I/O."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field

from aigpt.local.ingest.attachments import Attachments, ReadDocument, no_documents
from aigpt.local.ingest.html_text import MAX_CHARS, read_html, tidy
from aigpt.local.ingest.message_bytes import MAX_MESSAGE, MAX_TEXT
from aigpt.local.ingest.message_headers import HeaderFields
from aigpt.local.ingest.mime_fields import disposition, file_name, payload, text_of
from aigpt.local.ingest.mime_parts import MAX_HEADERS, MAX_PARTS, Part, parse_part, split_parts
from aigpt.local.ingest.quoted_text import split_quotes
from aigpt.local.ingest.text_decoding import clean
from aigpt.local.items import Item, Passage

__all__ = ["UnreadableMessageError", "read_message"]

_log = logging.getLogger("aigpt.local")

_MAX_DEPTH = 20  # parts within parts
_MAX_NESTED = 4 * MAX_MESSAGE  # bytes
_MAX_FLAT = 1 << 20  # bytes of parts nested too deep
_TEXT_LINE = re.compile(r"(?!--|Content-)(?:.*\S\s+\S|\S{1,60}\s*$)")  # neither MIME's own nor Base64
_MAX_NAMES = 200  # attachments that are named
_NOT_NAMED = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_MESSAGES = {"message/rfc822", "message/global", "message/news"}


class UnreadableMessageError(ValueError):
    """The message has neither a header nor text."""


@dataclass
class _Body:
    """The content of a message's parts."""

    own: list[str] = field(default_factory=list[str])
    quoted: list[str] = field(default_factory=list[str])
    signature: list[str] = field(default_factory=list[str])

    def text(self) -> list[str]:
        """Return all of it."""
        return [text for text in (*self.own, *self.quoted, *self.signature) if text]


def read_message(data: bytes, position: int = 0, read_document: ReadDocument = no_documents) -> Item:
    """Read the message in *data*, found at byte *position* of its file.

    Parts that are broken are read as far as possible, and named in the item's `defects`; what could not be read is in
    its `lost` and `skipped`. *read_document* gives the text of PDF and Office documents. Raises
    `UnreadableMessageError`.
    """
    if not data.strip():
        raise UnreadableMessageError("empty")
    return _MessageReader(read_document).read(data, position)


class _MessageReader:
    """Reads one message."""

    def __init__(self, read_document: ReadDocument) -> None:
        self._names: list[str] = []
        self._defects: dict[str, None] = {}
        self._lost: dict[str, None] = {}
        self._attachments = Attachments(read_document)
        self._left = MAX_TEXT
        """Characters of text that are still read."""

    def read(self, data: bytes, position: int) -> Item:
        part = parse_part(data)
        if len(data) >= MAX_MESSAGE:
            self._lose(f"longer than {MAX_MESSAGE >> 20} MiB: the rest was left out")
        body = _Body()
        self._read_part(part, body, 0)
        fields = HeaderFields(part.headers)
        item = self._item(fields, body, position)
        if not (fields or item.size):
            raise UnreadableMessageError("no header and no text")
        return item

    def _item(self, fields: HeaderFields, body: _Body, position: int) -> Item:
        senders = fields.addresses("from") or fields.addresses("sender")
        others = [person for name in ("to", "cc", "bcc") for person in fields.addresses(name)]
        message_id = fields.message_id()
        earlier = fields.message_ids("references") or fields.message_ids("in-reply-to")
        people = list(dict.fromkeys(senders + others))
        passage = Passage(
            own=tidy("\n".join(body.own)),
            people="\n".join(people),
            quoted=tidy("\n".join(body.quoted)),
            extra=tidy("\n".join(body.signature + self._names)),
        )
        for name in fields.cut:
            self._lose(f"its field {name} was too long: the rest was left out")
        return Item(
            kind="message",
            position=position,
            subject=fields.text("subject"),
            passages=(passage, *self._attachments.passages(people)),
            sender=", ".join(senders),
            message_id=message_id,
            thread=earlier[0] if earlier else message_id,
            timestamp=fields.date(),
            attachments=tuple(self._names),
            defects=tuple(dict.fromkeys([*self._defects, *self._lost])),
            lost=tuple(self._lost),
            skipped=tuple(self._attachments.skipped),
        )

    def _read_part(self, part: Part, body: _Body, depth: int) -> None:
        """Read a part; if that fails, the others are read all the same."""
        if part.cut:
            self._lose(f"header fields longer than {MAX_HEADERS >> 20} MiB: the rest was left out")
        try:
            self._read_content(part, body, depth)
        except Exception as error:  # noqa: BLE001 (no mail may end the indexing, whatever it does to a library)
            _log.debug("a part of a message could not be read", exc_info=True)
            self._lose(f"a part could not be read ({type(error).__name__})")
        # Last, since decoding finds some of them.
        self._defects |= dict.fromkeys(type(defect).__name__ for defect in part.headers.defects)

    def _read_content(self, part: Part, body: _Body, depth: int) -> None:
        kind = part.headers.get_content_type()
        name = file_name(part.headers)
        attached = disposition(part.headers) == "attachment"
        if kind in _MESSAGES or kind.startswith("multipart/"):
            self._name(name or (kind if attached else ""))
            self._read_children(part, kind, body, depth)
        elif kind.startswith(("text/", "message/")) and not attached:
            self._name(name)
            self._read_text(part, kind, body)
        elif kind not in _NOT_NAMED or name or attached:
            self._name(name or kind)
            self._attachments.read(name, kind, part, len(self._names))

    def _name(self, name: str) -> None:
        if name and len(self._names) < _MAX_NAMES:
            self._names.append(name)
        elif name:
            self._lose(f"more than {_MAX_NAMES} attachments: the others were not named")

    def _read_children(self, part: Part, kind: str, body: _Body, depth: int) -> None:
        # Each depth takes as much memory again.
        if depth >= _MAX_DEPTH or depth * len(part.body) > _MAX_NESTED:
            self._lose(f"parts nested deeper than {min(depth, _MAX_DEPTH)} were not taken apart")
            self._read_flat(part, body)
        elif kind in _MESSAGES:
            self._read_forwarded(parse_part(payload(part)), body, depth)
        else:
            found, defects = split_parts(part)
            self._defects |= dict.fromkeys(defects)
            if len(found) > MAX_PARTS:
                self._lose(f"more than {MAX_PARTS} parts in a part: the others were left out")
            children = [parse_part(data) for data in found[:MAX_PARTS]]
            del found  # as large as all of them
            for child in _best_alternative(children) if kind == "multipart/alternative" else children:
                self._read_part(child, body, depth + 1)

    def _read_flat(self, part: Part, body: _Body) -> None:
        """Read the lines that look like text of a part that is not taken apart."""
        text = clean(part.body[: max(0, min(self._left, _MAX_FLAT))].decode("utf-8", "replace"))
        self._left -= len(text)
        body.quoted.append("\n".join(line for line in text.splitlines() if _TEXT_LINE.match(line)))

    def _read_forwarded(self, part: Part, body: _Body, depth: int) -> None:
        """Read a message within the message: all of it counts as quoted."""
        inner, fields = _Body(), HeaderFields(part.headers)
        self._read_part(part, inner, depth + 1)
        body.quoted += [text for text in (fields.text("from"), fields.text("subject"), *inner.text()) if text]

    def _read_text(self, part: Part, kind: str, body: _Body) -> None:
        if len(part.body) >= MAX_TEXT:
            self._lose(f"text longer than {MAX_TEXT >> 20} MiB: the rest was left out")
        text, defects = text_of(part)
        self._defects |= dict.fromkeys(defects)
        if len(text) > self._left:
            self._lose(f"text longer than {MAX_TEXT >> 20} MiB: the rest was left out")
        text = text[: max(0, self._left)]
        if kind == "text/html":
            self._left -= min(len(text), MAX_CHARS) * 4  # it takes longer
            self._read_html(text, body)
        else:
            self._left -= len(text)
            own, quoted, signature = split_quotes(text)
            (body.quoted if kind.startswith("message/") else body.own).append(own)
            body.quoted.append(quoted)
            body.signature.append(signature)

    def _read_html(self, text: str, body: _Body) -> None:
        found = read_html(text)
        body.own.append(clean(found.own))
        body.quoted.append(clean(found.quoted))
        if found.cut:
            self._lose(f"HTML longer than {MAX_CHARS:,} characters: the rest was left out")

    def _lose(self, what: str) -> None:
        self._lost[what] = None


def _best_alternative(children: list[Part]) -> list[Part]:
    """Choose the plain text if it is not empty, else the last part that is not, which is the richest."""
    plain = [part for part in children if part.headers.get_content_type() == "text/plain" and payload(part).strip()]
    rich = (part for part in reversed(children) if payload(part).strip())
    return plain[:1] or [part for part, _ in zip(rich, range(1), strict=False)]
