"""Header fields of a message as text, even if they are malformed.

The standard library's older, more lenient functions read them; where these fail too, they are left as they are. Its
modern parser raises on some headers of real mail, and takes minutes, or all memory, for some hostile ones.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from aigpt.local.ingest.text_decoding import decode_text, one_line

__all__ = ["HeaderFields", "decode_words", "person_address", "person_name"]

_MAX_FIELD = 64 << 10  # characters that are read of one field: about 2,000 recipients
_MAX_SAME = 50  # fields of the same name
_MAX_TEXT = 2_000  # characters of a subject or a Message-ID
_MAX_ENCODED = 8_000  # characters of a text that are decoded: each word may name another charset to look for
_MAX_IDS = 1_000
_READ = frozenset(
    "from sender to cc bcc subject date received message-id references in-reply-to".split()  # noqa: SIM905 (read as text)
)
_EARLIEST = 315_532_800  # 1980: earlier dates are those of a clock that was never set
_AHEAD = 2 * 86_400  # seconds by which a sender's clock may be wrong
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")
_ADDRESS = re.compile(r"[^\s<>()\[\]\",;:\\@]{1,200}@[^\s<>()\[\]\",;:\\@]{1,200}")
_ENCODED = re.compile(r"=\?[^\s?]*\?[bBqQ]\?")


class HeaderFields:
    """The fields of a message or part."""

    def __init__(self, message: Message) -> None:
        self._values: defaultdict[str, list[str]] = defaultdict(list)
        self.cut: dict[str, None] = {}
        """The names of fields of which not all was read, among those that are: other names may be anything."""
        for name, value in message.raw_items():
            self._add(str(name).lower(), str(value))

    def _add(self, name: str, value: str) -> None:
        values = self._values[name]
        if len(values) < _MAX_SAME:
            values.append(value[:_MAX_FIELD])
            if len(value) > _MAX_FIELD and name in _READ:
                self.cut[name] = None

    def __bool__(self) -> bool:
        return bool(self._values)

    def text(self, name: str) -> str:
        """Return the first field *name* as decoded text on one line; empty if there is none."""
        raw = self._first(name)
        if raw.isascii() and "=?" not in raw:
            return one_line(raw)[:_MAX_TEXT]  # the usual case
        return one_line(decode_words(raw))[:_MAX_TEXT]

    def addresses(self, name: str) -> list[str]:
        """Return the people in the fields *name*, each as ``Name <address>``, or the one of the two that is there."""
        values = [one_line(_fix_bytes(value)) for value in self._values.get(name, ())]
        try:
            people = [_person(one_line(decode_words(shown)), address) for shown, address in getaddresses(values)]
        except (RecursionError, ValueError, TypeError, IndexError):
            people = _ADDRESS.findall(" ".join(values))
        return [person for person in people if person] or [one_line(decode_words(value)) for value in values if value]

    def date(self) -> int | None:
        """Return the date of the message in Unix seconds, else when its last relay received it, else None.

        A date before 1980 or in the future is none.
        """
        received = (value.rpartition(";")[2] for value in self._values.get("received", ()))
        for value in (self._first("date"), *received):
            when = _parse_date(value)
            if when is not None and _EARLIEST <= when <= time.time() + _AHEAD:
                return when
        return None

    def message_id(self) -> str:
        """Return its Message-ID without its angle brackets; empty if it has none."""
        return self.text("message-id").strip("<> ")

    def message_ids(self, name: str) -> list[str]:
        """Return the Message-IDs in the first field *name*, without their angle brackets."""
        found = _MESSAGE_ID.findall(one_line(_fix_bytes(self._first(name))))
        return [one[1:-1][:_MAX_TEXT] for one in found[:_MAX_IDS]]

    def _first(self, name: str) -> str:
        return next(iter(self._values.get(name, ())), "")


def decode_words(raw: str) -> str:
    """Decode bytes beyond ASCII and encoded words, on one line; one that is broken stays as it is."""
    raw = one_line(_fix_bytes(raw))
    # For each word that has no end, the library would look through all that follows on its line.
    encoded, end, _ = raw[:_MAX_ENCODED].rpartition("?=")
    encoded += end
    rest = raw[len(encoded) :]
    if _ENCODED.search(encoded) is None:
        return raw
    try:
        pieces = decode_header(encoded)
    except (HeaderParseError, ValueError):
        return raw
    return "".join(
        piece if isinstance(piece, str) else _decode_piece(piece, charset) for piece, charset in [*pieces, (rest, None)]
    )


def _decode_piece(piece: bytes, charset: str | None) -> str:
    # What is not encoded comes in the escaped form that the library takes it apart in.
    return piece.decode("raw-unicode-escape", "replace") if charset is None else decode_text(piece, charset).text


def _fix_bytes(raw: str) -> str:
    """Decode bytes beyond ASCII, which the parser gives as surrogates."""
    if raw.isascii():
        return raw
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _person(shown: str, address: str) -> str:
    shown = shown.strip("\"' ")
    if not shown or shown == address:
        return address
    return f"{shown} <{address}>" if address else shown


def _parse_date(value: str) -> int | None:
    try:
        when = parsedate_to_datetime(value.strip())
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
