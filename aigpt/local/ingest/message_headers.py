"""Header fields of a message as text, even if they are malformed.

The standard library's modern parser raises on some headers of real mail; these are read with its older, more lenient
functions, and if these fail too, left as they are.
"""

from __future__ import annotations

import re
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

__all__ = ["addresses", "date", "message_ids", "person_address", "person_name", "text"]

_MESSAGE_ID = re.compile(r"<[^<>\s]+>")
_SPACES = re.compile(r"[\s\0]+")


def text(message: EmailMessage, name: str) -> str:
    """Return the first header *name* as decoded text on one line; empty if there is none."""
    raw = _raw(message, name)
    if raw is None:
        return ""
    if raw.isascii() and "=?" not in raw:
        return _one_line(raw)  # the usual case, without the modern parser, which is slow
    return _one_line(_decoded(message, name, raw))


def addresses(message: EmailMessage, name: str) -> list[str]:
    """Return the people in the headers *name*, each as ``Name <address>``, or the one of the two that is there."""
    values = [_one_line(_fix_bytes(str(raw))) for key, raw in message.raw_items() if key.lower() == name]
    people = [_person(_one_line(_decode_leniently(shown)), address) for shown, address in getaddresses(values)]
    return [person for person in people if person] or [_one_line(_decode_leniently(value)) for value in values if value]


def date(message: EmailMessage) -> int | None:
    """Return the date of the message in Unix seconds, else when its last relay received it, else None."""
    for value in (_raw(message, "date"), (_raw(message, "received") or "").rpartition(";")[2]):
        when = _parse_date(value)
        if when is not None:
            return when
    return None


def message_ids(message: EmailMessage, name: str) -> list[str]:
    """Return the Message-IDs in the first header *name*, without their angle brackets."""
    return [found[1:-1] for found in _MESSAGE_ID.findall(_fix_bytes(_raw(message, name) or ""))]


def _raw(message: EmailMessage, name: str) -> str | None:
    for key, value in message.raw_items():
        if key.lower() == name:
            return str(value)
    return None


def _decoded(message: EmailMessage, name: str, raw: str) -> str:
    fixed = _fix_bytes(raw)
    if fixed != raw:
        return _decode_leniently(fixed)  # the modern parser would replace the bytes beyond ASCII
    try:
        return str(message[name])
    except Exception:  # noqa: BLE001 (it raises anything from IndexError to AttributeError on broken input)
        return _decode_leniently(fixed)


def _decode_leniently(raw: str) -> str:
    if "=?" not in raw:
        return raw
    try:
        return str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        return raw


def _fix_bytes(raw: str) -> str:
    """Decode bytes beyond ASCII, which the parser gives as surrogates."""
    if raw.isascii():
        return raw
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _one_line(value: str) -> str:
    return _SPACES.sub(" ", value.encode("utf-8", "replace").decode()).strip()


def _person(shown: str, address: str) -> str:
    shown = shown.strip("\"' ")
    if not shown or shown == address:
        return address
    return f"{shown} <{address}>" if address else shown


def _parse_date(value: str | None) -> int | None:
    try:
        when = parsedate_to_datetime((value or "").strip())
        return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def person_name(person: str) -> str:
    """Return the name in ``Name <address>``, or the address if there is no name."""
    shown, bracket, address = person.partition(" <")
    return shown if bracket else address or person


def person_address(person: str) -> str:
    """Return the address in ``Name <address>``; empty if there is none."""
    address = person.rpartition("<")[2].rstrip("> ")
    return address if "@" in address else ""
