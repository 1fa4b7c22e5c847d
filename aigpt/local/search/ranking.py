"""Finding passages: BM25 of SQLite's FTS5, and what was added to it.

Plain FTS5 ranks by the words of the question as they stand. Beyond that, in this order:

1. Words that say how something is asked ("what did … think about") are not looked for, unless there are no others
   (`words.terms`).
2. Words are compared by their Porter stems and without accents (the index's tokenizer).
3. Two neighbouring words of the question count once more where they stand together (`words.match_any`).
4. Subject, people, own words, quoted words and signatures weigh differently (`WEIGHTS`).
5. A passage gains from the others of its file or thread that were found, by the mean of the best of them (`_SHARE`,
   `_THREAD_SHARE`): of many meetings on alike things, the one that keeps coming up is meant; a reply brings what it
   replies to.
6. Windows of one file that overlap or touch become one result, within bounds (`windows`).
7. The first `_LOOKED_AT` are looked at line by line: they gain where the question's words stand in neighbouring lines,
   and where somebody says them whom the question names (`closeness`).
8. Where the newest is asked for, time orders what was found about as well as the best (`_ALIKE`).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from operator import attrgetter
from typing import Any

import msgspec

from aigpt.local.items import ItemKind
from aigpt.local.params import Search
from aigpt.local.search.idf import affordable, most_scored
from aigpt.local.search.proximity import Closeness
from aigpt.local.search.query_terms import match_any, match_people, terms
from aigpt.local.search.window_merging import Found, Span, gather
from aigpt.local.store.database import USER_BITS
from aigpt.local.store.datasources import user_number

__all__ = ["Hit", "search"]

WEIGHTS = (2.0, 1.0, 1.0, 0.4, 0.3)
"""Of subject, people, own words, quoted words, and signature with attachment names."""

_CANDIDATES = 300
_FEWER = 100  # of an index so large that not all that match are scored
_LOOKED_AT = 20
_BEST = 3
_SHARE = 0.9
_THREAD_SHARE = 0.3
_ALIKE = 0.6  # of the best score: what counts as found as well, where the newest is asked for
_MESSAGE_ID = re.compile(r"<(?P<inner>[^<>]+)>|(?P<bare>[^\s<>@]+@[^\s<>@]+)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found."""

    passage: int
    item: int
    score: float
    """The higher, the better; 0 where nothing was asked for."""
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
        """Its name, the same at every start: the file, and where in it."""
        place = f"@{self.position}" if self.first is None else f"#L{self.first}-L{self.last}"
        return f"{self.source}/{self.file}{place}"


def search(db: sqlite3.Connection, wanted: Search) -> list[Hit]:
    """Return the passages of the user that answer best, best first; without a query the newest."""
    user = user_number(db, wanted.user)
    if user is None:
        return []
    words = terms(wanted.query)
    if not words:
        return _fetch(db, map(Span, _newest(db, user, wanted))) if not wanted.query.strip() else []
    named = _by_message_id(db, user, wanted)
    if len(named) == wanted.limit:
        return _fetch(db, map(Span, named))
    found = _raised(_candidates(db, user, wanted, words))
    ordered = _newest_first(found) if wanted.newest else found
    hits = _fetch(db, gather(ordered, max(wanted.limit, _LOOKED_AT)))
    others = [hit for hit in hits if all(hit.item != first.item for first in named)]
    if not wanted.newest:
        others = _look_again(db, words, others)
    return [*_fetch(db, map(Span, named)), *others][: wanted.limit]


def _conditions(wanted: Search) -> tuple[str, dict[str, object]]:
    """Return the filters as SQL over items ``i`` and passages ``p``."""
    clauses: list[str] = []
    values: dict[str, object] = {"limit": _CANDIDATES}
    if wanted.first is not None:
        clauses.append("i.timestamp >= :first")
        values["first"] = wanted.first
    if wanted.before is not None:
        clauses.append("i.timestamp < :before")
        values["before"] = wanted.before
    for name, people in (("people", wanted.people), ("authors", wanted.authors)):
        if people:
            clauses.append(f"p.id IN (SELECT rowid FROM words WHERE words MATCH :{name})")  # noqa: S608 (of two names)
            values[name] = match_people(people) or '""'
    if wanted.authors:
        words = [author.split() for author in wanted.authors]
        values |= {f"author{n}_{m}": word for n, name in enumerate(words) for m, word in enumerate(name)}
        clauses.append(f"({' OR '.join(map(_has_sent, range(len(words)), words))})")
    return "".join(f" AND {clause}" for clause in clauses), values


def _has_sent(number: int, words: Sequence[str]) -> str:
    """Return SQL for: the sender, or one of a transcript's speakers, has the words of the author of that *number*."""
    each = (f"instr(lower(i.sender), lower(:author{number}_{place}))" for place in range(len(words)))
    return f"({' AND '.join(each)})"


def _candidates(db: sqlite3.Connection, user: int, wanted: Search, words: Sequence[str]) -> list[Found]:
    filters, values = _conditions(wanted)
    weights = ", ".join(map(str, WEIGHTS))
    most = most_scored(db)
    values |= {"words": match_any(affordable(db, words, most)), "low": user << USER_BITS}
    values |= {"high": (user + 1) << USER_BITS, "most": most}
    if most is not None:
        values["limit"] = _FEWER
        values["low"] = values["low"] if filters else _from_where(db, values)
    (rows,) = db.execute(
        # In the index's own order, so that it ends with the last one wanted; as one row, since each row waits for
        # the other threads to let Python run.
        f"""
        SELECT json_group_array(json_array(id, item, first, last, score, thread, timestamp)) FROM (
        SELECT p.id, p.item, p.first, p.last, -words.rank AS score, i.thread, i.timestamp
        FROM words CROSS JOIN passages p ON p.id = words.rowid CROSS JOIN items i ON i.id = p.item
        WHERE words MATCH :words AND words.rank MATCH 'bm25({weights})'
            AND words.rowid >= :low AND words.rowid < :high {filters}
        ORDER BY words.rank LIMIT :limit)
        """,  # noqa: S608 (only constants of this module are put in)
        values,
    ).fetchone()
    return msgspec.json.decode(rows, type=list[Found])


def _from_where(db: sqlite3.Connection, values: dict[str, object]) -> object:
    """Return the rowid from which on passages are scored: the last read, where more are found than can be."""
    row = db.execute(
        "SELECT rowid FROM words WHERE words MATCH :words AND rowid >= :low AND rowid < :high"
        " ORDER BY rowid DESC LIMIT 1 OFFSET :most",
        values,
    ).fetchone()
    return values["low"] if row is None else row[0]


def _raised(found: Sequence[Found]) -> list[Found]:
    """Add to each passage's score a share of what the best of its file or thread have; best first."""
    whole = [hit.thread or hit.item for hit in found]  # that it is a part of
    scores: defaultdict[str | int, list[float]] = defaultdict(list)
    for key, hit in zip(whole, found, strict=True):
        scores[key].append(hit.score)
    means = {key: sum(nlargest(_BEST, own)) / _BEST for key, own in scores.items()}
    raised = [
        Found(*hit[:4], hit.score + _gain(hit, means[key]), hit.thread, hit.timestamp)
        for key, hit in zip(whole, found, strict=True)
    ]
    return sorted(raised, key=attrgetter("score"), reverse=True)


def _gain(hit: Found, mean: float) -> float:
    """Return what *hit* gains by the *mean* of its whole; a message also counts as a file with one passage."""
    if hit.first is not None:
        return _SHARE * mean
    return _THREAD_SHARE * mean + (_SHARE - _THREAD_SHARE) * hit.score / _BEST


def _newest_first(found: Sequence[Found]) -> list[Found]:
    """Put what was found about as well as the best in the order of time, the newest first; then the others."""
    bound = _ALIKE * max((hit.score for hit in found), default=0.0)
    alike = [hit for hit in found if hit.score >= bound]
    return [*sorted(alike, key=lambda hit: -(hit.timestamp or 0)), *(hit for hit in found if hit.score < bound)]


def _look_again(db: sqlite3.Connection, words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """Order the first few of *hits* anew by what they gain from a look at their lines."""
    closeness = Closeness(db, words)
    first = [replace(hit, score=hit.score + closeness.gain(hit)) for hit in hits[:_LOOKED_AT]]
    return [*sorted(first, key=lambda hit: -hit.score), *hits[_LOOKED_AT:]]


def _by_message_id(db: sqlite3.Connection, user: int, wanted: Search) -> list[Found]:
    """Find the message whose Message-ID is the whole query."""
    match = _MESSAGE_ID.fullmatch(wanted.query.strip())
    if match is None:
        return []
    filters, values = _conditions(wanted)
    rows = db.execute(
        f"""
        SELECT p.id, p.item, p.first, p.last, 0.0 FROM items i JOIN passages p ON p.item = i.id
        WHERE i.user = :user AND i.message_id = :message_id {filters} LIMIT :limit
        """,  # noqa: S608 (only constants of this module are put in)
        values | {"user": user, "message_id": match["inner"] or match["bare"], "limit": wanted.limit},
    )
    return [Found(*row) for row in rows]


def _newest(db: sqlite3.Connection, user: int, wanted: Search) -> list[Found]:
    filters, values = _conditions(wanted)
    rows = db.execute(
        f"""
        SELECT min(p.id), p.item, p.first, p.last, 0.0 FROM items i JOIN passages p ON p.item = i.id
        WHERE i.user = :user {filters} GROUP BY i.timestamp, i.id ORDER BY i.timestamp DESC, i.id DESC LIMIT :limit
        """,  # noqa: S608 (only constants of this module are put in)
        values | {"user": user, "limit": wanted.limit},
    )
    return [Found(*row) for row in rows]


# As one row, as above.
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


def _fetch(db: sqlite3.Connection, spans: Iterable[Span]) -> list[Hit]:
    wanted = list(spans)
    if not wanted:
        return []
    (rows,) = db.execute(_FETCH, (json.dumps([span.best.passage for span in wanted]),)).fetchone()
    found = {hit.passage: hit for hit in _decode_hits(rows)}
    hits: list[Hit] = []
    for span in wanted:
        hit = found.get(span.best.passage)
        if hit is not None:  # otherwise removed since it was found
            values = _splice(db, span) if span.others else {}
            hits.append(replace(hit, score=span.best.score, **values))
    return hits


def _splice(db: sqlite3.Connection, span: Span) -> dict[str, Any]:
    """Return what differs where several windows are one; nothing where their lines cannot be told apart."""
    lines: dict[int, str] = {}
    people: dict[str, None] = {}
    for part in sorted((span.best, *span.others)):
        row = db.execute("SELECT first, last, people, own FROM passages WHERE id = ?", (part.passage,)).fetchone()
        if row is None:
            return {}
        own: list[str] = row["own"].split("\n")
        if len(own) != row["last"] - row["first"] + 1:
            return {}
        lines.update(enumerate(own, start=row["first"]))
        people.update(dict.fromkeys(row["people"].splitlines()))
    text = "\n".join(lines[number] for number in sorted(lines))
    return {"first": span.first, "last": span.last, "own": text, "people": "\n".join(people)}
