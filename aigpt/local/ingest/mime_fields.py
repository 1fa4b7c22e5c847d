"""What the fields of a part say of its content: its encoding, charset and name. Malformed ones say nothing."""

from __future__ import annotations

import binascii
import re
from email.errors import InvalidBase64LengthDefect
from email.message import Message

from aigpt.local.ingest.message_headers import decode_words
from aigpt.local.ingest.mime_parts import Part
from aigpt.local.ingest.text_decoding import DecodedText, decode_text, one_line

__all__ = ["disposition", "file_name", "payload", "text_of"]

_MAX_NAME = 255
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_IDENTITY = {"", "7bit", "8bit", "binary"}


def disposition(headers: Message) -> str:
    """Return ``attachment``, ``inline`` or another word; empty if it is not said."""
    try:
        return headers.get_content_disposition() or ""
    except (LookupError, ValueError, TypeError):
        return ""


def file_name(headers: Message) -> str:
    """Return the file name on one line; empty if there is none."""
    try:
        return one_line(decode_words(headers.get_filename() or ""))[:_MAX_NAME]
    except Exception:  # noqa: BLE001 (the standard library raises anything on broken parameters)
        return ""


def payload(part: Part) -> bytes:
    """Return the content of a part, its transfer encoding undone as far as it goes."""
    headers = part.headers
    if one_line(str(headers.get("content-transfer-encoding", ""))).lower() in _IDENTITY:
        return part.body
    try:
        headers.set_payload(part.body.decode("ascii", "surrogateescape"))
        found = headers.get_payload(decode=True)
    except Exception:  # noqa: BLE001 (the standard library's decoders raise anything on broken input)
        return part.body
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in headers.defects):
        return _shorter_base64(part.body)
    return found if isinstance(found, bytes) else part.body


def _shorter_base64(data: bytes) -> bytes:
    """Decode Base64 that was cut within a group of four characters."""
    kept = _NOT_BASE64.sub(b"", data)
    return binascii.a2b_base64(kept[: len(kept) // 4 * 4])


def text_of(part: Part) -> DecodedText:
    """Return the content of a part as text."""
    return decode_text(payload(part), _charset(part.headers))


def _charset(headers: Message) -> str:
    try:
        return headers.get_content_charset() or "us-ascii"
    except (LookupError, ValueError, TypeError):
        return "us-ascii"
