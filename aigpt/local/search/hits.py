"""The passages that a search returns, and how they are read from the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from aigpt.local.items import ItemKind
from aigpt.local.search.window_merging import Span
from aigpt.local.shown_text import without_bidi

__all__ = ["Hit", "fetch_hits", "merge_lines"]

_SPEAKERS = 3  # that stand for all of a transcript
_MAX_CONTENT = 10_000  # characters


class Hit(msgspec.Struct, frozen=True):
    """A passage that was found."""

    passage: int
    item: int
    score: float
    """The higher, the better; 0 for a search without words."""
    source: str
    """The id of its datasource."""
    file: str
    position: int
    kind: ItemKind
    timestamp: int | None
    sender: str
    people: str
    subject: str
    message_id: str
    thread: str
    attachments: tuple[str, ...]
    first: int | None
    last: int | None
    own: str
    quoted: str
    extra: str

    @property
    def id(self) -> str:
        """The datasource, the file and the place in it: the same at every start of the server."""
        lines = "" if self.first is None else f"#L{self.first}-L{self.last}"
        place = f"@{self.position}{lines}" if self.kind == "message" else lines  # lines of its attachments
        return f"{self.source}/{self.file}{place}"

    @property
    def time(self) -> datetime | None:
        """The time of the message or notes, in UTC."""
        return None if self.timestamp is None else datetime.fromtimestamp(self.timestamp, UTC)

    @property
    def day(self) -> str | None:
        """The day of the message or notes, such as ``2002-08-22``."""
        return None if self.time is None else self.time.date().isoformat()

    def to_result(self) -> dict[str, Any]:
        """Return it as a search result of the API.

        Beyond what the API documents: ``score`` (the higher, the better; comparable within one search) and ``file``;
        ``lines`` (first and last, from 1) for notes; ``message_id``, ``thread``, ``attachments`` for messages, and, of
        a passage of attachments, ``attachment`` and ``lines``.
        """
        content = self.own or self.quoted or self.extra
        shown: dict[str, Any] = {
            "id": self.id,
            "timestamp": None if self.time is None else self.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "type": "message",
            "from": self.sender if self.kind == "message" else ", ".join(self.people.splitlines()),
            "subject": self.subject,
            "content": content if len(content) <= _MAX_CONTENT else content[:_MAX_CONTENT] + "…",
            "file": self.file,
            "score": round(self.score, 3),
        }
        if self.kind == "note":
            return shown | {"lines": [self.first, self.last]}
        shown |= {"message_id": self.message_id, "thread": self.thread, "attachments": list(self.attachments)}
        return shown if self.first is None else shown | {"attachment": self.extra, "lines": [self.first, self.last]}

    @property
    def _first_speakers(self) -> str:
        """Who spoke first in the notes."""
        first, *others = self.sender.split(", ", _SPEAKERS)
        return ", ".join([first, *others[: _SPEAKERS - 1], *["others"][: len(others) // _SPEAKERS]])

    def to_source(self) -> dict[str, Any]:
        """Return it as a source in the metadata of an answer of the API."""
        return {
            "id": self.id,
            "type": "message",
            "timestamp": self.timestamp,
            "provider": without_bidi(self.sender if self.kind == "message" else self._first_speakers) or self.source,
            "title": without_bidi(self.subject),
        }


# As one row, since other threads hold the GIL between two rows.
_FETCH = """
    SELECT json_group_array(json_object(
        'passage', p.id, 'item', p.item, 'score', 0.0, 'source', d.name, 'file', f.name, 'position', i.position,
        'kind', i.kind, 'timestamp', i.timestamp, 'sender', i.sender, 'people', p.people, 'subject', i.subject,
        'message_id', i.message_id, 'thread', i.thread, 'attachments', json(i.attachments),
        'first', p.first, 'last', p.last, 'own', p.own, 'quoted', p.quoted, 'extra', p.extra))
    FROM json_each(?) AS wanted JOIN passages p ON p.id = wanted.value JOIN items i ON i.id = p.item
        JOIN files f ON f.id = i.file JOIN datasources d ON d.id = i.datasource
"""
_decode_hits = msgspec.json.Decoder(list[Hit]).decode


def fetch_hits(db: sqlite3.Connection, spans: Iterable[Span]) -> list[Hit]:
    """Read the text of *spans*, in their order."""
    wanted = list(spans)
    if not wanted:
        return []
    (rows,) = db.execute(_FETCH, (json.dumps([span.best.passage for span in wanted]),)).fetchone()
    found = {hit.passage: hit for hit in _decode_hits(rows)}
    hits: list[Hit] = []
    for span in wanted:
        hit = found.get(span.best.passage)
        if hit is not None:  # otherwise it was deleted meanwhile
            values = _splice(db, span) if span.others else {}
            hits.append(replace(hit, score=span.best.score, **values))
    return hits


def _splice(db: sqlite3.Connection, span: Span) -> dict[str, Any]:
    """Return the fields that differ for merged windows; none if their lines cannot be assigned."""
    rows: list[sqlite3.Row] = []
    for part in sorted((span.best, *span.others)):
        row = db.execute("SELECT first, last, people, own FROM passages WHERE id = ?", (part.passage,)).fetchone()
        if row is None:
            return {}
        rows.append(row)
    lines, people = merge_lines(rows)
    if not lines:
        return {}
    text = "\n".join(lines[number] for number in sorted(lines))
    return {"first": span.first, "last": span.last, "own": text, "people": "\n".join(people)}


def merge_lines(rows: Iterable[sqlite3.Row]) -> tuple[dict[int, str], list[str]]:
    """Return the lines of passages that overlap, by number, and who speaks in them.

    There are no lines where they cannot be assigned, since a passage has parts of one long line.
    """
    lines: dict[int, str] = {}
    people: dict[str, None] = {}
    whole = True
    for row in rows:
        own: list[str] = row["own"].split("\n")
        whole = whole and len(own) == row["last"] - row["first"] + 1
        lines.update(enumerate(own, start=row["first"]))
        people.update(dict.fromkeys(row["people"].splitlines()))
    return (lines if whole else {}), list(people)
