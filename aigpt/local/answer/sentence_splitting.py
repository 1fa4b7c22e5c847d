"""The sentences of a passage, with their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aigpt.local.ingest.message_headers import person_name
from aigpt.local.ingest.notes import split_turn
from aigpt.local.search.hits import Hit
from aigpt.local.shown_text import NOT_SAID

__all__ = ["HEADER", "Said", "split_sentences", "split_text"]

_END = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bHon\.)(?<!\bGov\.)(?<!\bSt\.)(?<!\b[A-Z]\.)"
    r"[\"')\]”\u2019]*\s+(?=[\"'(\[“\u2018]*[A-Z0-9À-Þ])|(?<=\s[.!?])\s+|\n\s*\n"
)
_MARK = re.compile(NOT_SAID)
_MAX_CHARS = 400
_FROM = r"^[>|* \t]*from\**:[ \t].*"
_FIELD = (
    r"^[>|* \t]*(?:sent|date|to|cc|bcc|subject|reply-to|message-id|in-reply-to|references|received|x-[\w-]+)"
    r"\**:[ \t].*"
)
# The header of a forwarded message: "From" with other fields, since a date alone may be part of the text.
HEADER = re.compile(
    rf"(?:{_FIELD}\n){{1,6}}{_FROM}(?:\n{_FIELD})*$|{_FROM}(?:\n{_FIELD})+$"
    r"|^[ \t]*-{2,}[ \t]*(?:original|forwarded|begin forwarded)\b.*$|^[ \t]*begin forwarded message:?[ \t]*$"
    r"|^.{0,200}\b(?:wrote|writes|schrieb|a écrit|escribió)[ \t]*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


class Said(NamedTuple):
    """A sentence and who said it."""

    speaker: str
    text: str
    quoted: bool = False
    """Whether the speaker quotes somebody else."""
    row: bool = False
    """Whether it is a row of a table."""


_TABLES = (".csv", ".tsv", ".xlsx")


def split_sentences(hit: Hit) -> Iterator[Said]:
    """Yield the sentences of a transcript turn by turn, of a message its own words before what it quotes.

    Of an attached table it yields the rows.
    """
    if hit.kind == "message" and hit.first is not None and hit.extra.lower().endswith(_TABLES):
        rows = (" ".join(line.split()) for line in hit.own.splitlines())
        yield from (Said(person_name(hit.sender), _cut(row), row=True) for row in rows if row)
        return
    if hit.kind == "message":
        name = person_name(hit.sender)
        yield from (Said(name, text) for text in split_text(HEADER.sub("", hit.own)))
        yield from (Said(name, text, quoted=True) for text in split_text(HEADER.sub("", hit.quoted)))
        return
    for line in hit.own.splitlines():
        speaker, words = (split_turn(line) if hit.people else None) or ("", line)
        yield from (Said(speaker, text) for text in split_text(words))


def split_text(text: str) -> Iterator[str]:
    """Yield the sentences of *text*, each on one line; of a very long one the beginning."""
    for piece in _END.split(_MARK.sub("", text)):
        flat = " ".join(re.sub(r"(?m)^[>|#\s]+", "", piece).split())
        if flat:
            yield _cut(flat)


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_CHARS else text[: _MAX_CHARS - 1].rsplit(" ", 1)[0] + "…"
