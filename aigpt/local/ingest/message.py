"""Parses one mail message: its text parts, quoted replies, signature and attachments. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from functools import lru_cache
from typing import Any, cast

from aigpt.local.ingest import message_headers as headers
from aigpt.local.ingest.html_text import MAX_CHARS, read_html, tidy
from aigpt.local.ingest.quoted_text import split_quotes
from aigpt.local.items import Item, Passage

__all__ = ["MAX_BYTES", "UnreadableMessageError", "read_message"]

MAX_BYTES = 8 * 1024 * 1024
"""How much is read of one message. Its text usually comes before its attachments."""

# Cached, since the parser reads the same few headers repeatedly, and many messages share them.
_POLICY = modern.clone(header_factory=lru_cache(maxsize=512)(modern.header_factory))

_MAX_DEPTH = 20  # parts within parts
_NOT_NAMED = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}


class UnreadableMessageError(ValueError):
    """The message has neither a header nor text."""


@dataclass
class _Body:
    """The content of a message's parts."""

    own: list[str] = field(default_factory=list[str])
    quoted: list[str] = field(default_factory=list[str])
    signature: list[str] = field(default_factory=list[str])
    attachments: list[str] = field(default_factory=list[str])
    defects: list[str] = field(default_factory=list[str])


def read_message(data: bytes, position: int = 0) -> Item:
    """Read the message in *data*, found at byte *position* of its file.

    Broken parts are read as far as possible, and named in the item's `defects`. Raises `UnreadableMessageError`.
    """
    message = message_from_bytes(data[:MAX_BYTES], policy=_POLICY)
    if not message.keys() and not data.strip():
        raise UnreadableMessageError("empty")
    body = _Body()
    if len(data) > MAX_BYTES:
        body.defects.append(f"longer than {MAX_BYTES >> 20} MiB: the rest was left out")
    _read_part(message, body, 0)
    item = _item(message, body, position)
    if not (message.keys() or item.size):
        raise UnreadableMessageError("no header and no text")
    return item


def _item(message: EmailMessage, body: _Body, position: int) -> Item:
    senders = headers.addresses(message, "from") or headers.addresses(message, "sender")
    others = [person for name in ("to", "cc", "bcc") for person in headers.addresses(message, name)]
    message_id = headers.text(message, "message-id").strip("<> ")
    earlier = headers.message_ids(message, "references") or headers.message_ids(message, "in-reply-to")
    passage = Passage(
        own=tidy("\n".join(body.own)),
        people="\n".join(dict.fromkeys(senders + others)),
        quoted=tidy("\n".join(body.quoted)),
        extra=tidy("\n".join(body.signature + body.attachments)),
    )
    return Item(
        kind="message",
        position=position,
        subject=headers.text(message, "subject"),
        passages=(passage,),
        sender=", ".join(senders),
        message_id=message_id,
        thread=earlier[0] if earlier else message_id,
        timestamp=headers.date(message),
        attachments=tuple(body.attachments),
        defects=tuple(dict.fromkeys(body.defects)),
    )


def _read_part(message: EmailMessage, body: _Body, depth: int) -> None:
    kind = message.get_content_type()
    name = _file_name(message)
    attached = message.get_content_disposition() == "attachment"
    if name or attached:
        body.attachments.append(name or kind)
    if message.is_multipart():
        _read_children(message, body, depth)
    elif kind == "text/html" and not attached:
        _read_html(message, body)
    elif message.get_content_maintype() == "text" and not attached:
        own, quoted, signature = split_quotes(_decode(message, body))
        body.own.append(own)
        body.quoted.append(quoted)
        body.signature.append(signature)
    elif not name and not attached and kind not in _NOT_NAMED:
        body.attachments.append(kind)
    body.defects += [type(defect).__name__ for defect in message.defects]  # last, since decoding finds some of them


def _read_children(message: EmailMessage, body: _Body, depth: int) -> None:
    if depth >= _MAX_DEPTH:
        body.defects.append(f"parts nested deeper than {_MAX_DEPTH} were left out")
        return
    if message.get_content_maintype() == "message":
        _read_forwarded(message, body, depth)
        return
    children = list(_children(message))
    if message.get_content_subtype() == "alternative":
        children = _best_alternative(children)
    for child in children:
        _read_part(child, body, depth + 1)


def _read_forwarded(message: EmailMessage, body: _Body, depth: int) -> None:
    """Read a message within the message: all of it counts as quoted."""
    for child in _children(message):
        inner = _Body()
        _read_part(child, inner, depth + 1)
        about = [headers.text(child, "from"), headers.text(child, "subject")]
        body.quoted += [text for text in (*about, *inner.own, *inner.quoted, *inner.signature) if text]
        body.attachments += inner.attachments
        body.defects += inner.defects


def _best_alternative(children: list[EmailMessage]) -> list[EmailMessage]:
    """Choose the plain text if it is not empty, else the last part that is not, which is the richest."""
    plain = [child for child in children if child.get_content_type() == "text/plain" and _payload(child).strip()]
    rich = [child for child in reversed(children) if child.is_multipart() or _payload(child).strip()]
    return (plain or rich)[:1]


def _children(message: EmailMessage) -> Iterator[EmailMessage]:
    payload = message.get_payload()
    if isinstance(payload, list):
        yield from (child for child in cast("Sequence[Any]", payload) if isinstance(child, EmailMessage))


def _read_html(message: EmailMessage, body: _Body) -> None:
    found = read_html(_decode(message, body))
    body.own.append(found.own)
    body.quoted.append(found.quoted)
    if found.cut:
        body.defects.append(f"HTML longer than {MAX_CHARS:,} characters: the rest was left out")


def _payload(message: EmailMessage) -> bytes:
    try:
        payload = message.get_payload(decode=True)
    except Exception:  # noqa: BLE001 (the standard library's decoders raise anything on broken input)
        payload = str(message.get_payload()).encode("utf-8", "surrogateescape")
    return payload if isinstance(payload, bytes) else b""


def _decode(message: EmailMessage, body: _Body) -> str:
    """Decode a text part by its charset, else as UTF-8, else as Windows-1252."""
    data = _payload(message)
    charset = _charset(message)
    for candidate in (charset, "utf-8"):
        try:
            return data.decode(candidate).replace("\0", " ")
        except LookupError:
            body.defects.append(f"unknown charset {candidate!r}")
        except ValueError:
            body.defects.append(f"not {candidate}")
    return data.decode("cp1252", "replace").replace("\0", " ")


def _charset(message: EmailMessage) -> str:
    try:
        return message.get_content_charset() or "us-ascii"
    except (LookupError, ValueError):
        return "us-ascii"


def _file_name(message: EmailMessage) -> str:
    try:
        return " ".join((message.get_filename() or "").split()).encode("utf-8", "replace").decode()
    except Exception:  # noqa: BLE001 (as in message_headers, on broken input)
        return ""
