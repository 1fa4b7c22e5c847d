"""Finding passages: BM25 of SQLite's FTS5, and what was added to it.

Plain FTS5 ranks by the words of the question as they stand. Beyond that, in this order:

1. Words that say how something is asked ("what did … think about") are not looked for, unless there are no others
   (`words.terms`).
2. Words are compared by their Porter stems and without accents (the index's tokenizer).
3. Two neighbouring words of the question count once more where they stand together (`words.match_any`).
4. Subject, people, own words, quoted words and signatures weigh differently (`WEIGHTS`).
5. A passage gains from the other passages of its file that were found, by the mean of the best of them (`_FILE_SHARE`):
   of many meetings on alike things, the one that keeps coming up is meant. A message is its own file's only passage and
   gains the same share of itself.
6. Of passages that overlap, only the best is kept.
7. The first `_LOOKED_AT` are looked at line by line: they gain where the question's words stand in neighbouring lines,
   and where somebody says them whom the question names (`closeness`).
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
from typing import Any, NamedTuple

from aigpt.local.catalog import user_number
from aigpt.local.closeness import Closeness
from aigpt.local.model import ItemKind
from aigpt.local.params import Search
from aigpt.local.store import USER_BITS
from aigpt.local.words import match_any, match_people, terms

__all__ = ["Hit", "search"]

WEIGHTS = (2.0, 1.0, 1.0, 0.4, 0.3)
"""Of subject, people, own words, quoted words, and signature with attachment names."""

_CANDIDATES = 300
_LOOKED_AT = 10
_FILE_BEST = 3
_FILE_SHARE = 0.9
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


class _Found(NamedTuple):
    """A candidate, before its text is fetched."""

    passage: int
    item: int
    first: int | None
    last: int | None
    score: float


def search(db: sqlite3.Connection, wanted: Search) -> list[Hit]:
    """Return the passages of the user that answer best, best first; without a query the newest."""
    user = user_number(db, wanted.user)
    if user is None:
        return []
    words = terms(wanted.query)
    if not words:
        return _fetch(db, _newest(db, user, wanted)) if not wanted.query.strip() else []
    named = _by_message_id(db, user, wanted)
    if len(named) == wanted.limit:
        return _fetch(db, named)
    found = _apart(_with_file(_candidates(db, user, wanted, words)), max(wanted.limit, _LOOKED_AT))
    others = [hit for hit in found if all(hit.item != first.item for first in named)]
    return [*_fetch(db, named), *_look_again(db, words, _fetch(db, others))][: wanted.limit]


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
    people = match_people(wanted.people)
    if wanted.people:
        clauses.append("p.id IN (SELECT rowid FROM words WHERE words MATCH :people)")
        values["people"] = people or '""'
    return "".join(f" AND {clause}" for clause in clauses), values


def _candidates(db: sqlite3.Connection, user: int, wanted: Search, words: Sequence[str]) -> list[_Found]:
    filters, values = _conditions(wanted)
    items = "CROSS JOIN items i ON i.id = p.item" if filters else ""
    weights = ", ".join(map(str, WEIGHTS))
    matching = f"""
        SELECT rowid AS id, -rank AS score FROM words
        WHERE words MATCH :words AND rank MATCH 'bm25({weights})' AND rowid >= :low AND rowid < :high
        ORDER BY rank {"" if filters else "LIMIT :limit"}
    """  # noqa: S608 (only constants of this module are put in)
    rows = db.execute(
        f"""
        SELECT p.id, p.item, p.first, p.last, m.score
        FROM ({matching}) m CROSS JOIN passages p ON p.id = m.id {items}
        WHERE TRUE {filters} ORDER BY m.score DESC LIMIT :limit
        """,  # noqa: S608 (only constants of this module are put in)
        values | {"words": match_any(words), "low": user << USER_BITS, "high": (user + 1) << USER_BITS},
    )
    return [_Found(*row) for row in rows]


def _with_file(found: Iterable[_Found]) -> list[_Found]:
    """Add to each passage's score its share of what the best passages of the same file have; best first."""
    found = list(found)
    scores: defaultdict[int, list[float]] = defaultdict(list)
    for hit in found:
        scores[hit.item].append(hit.score)
    shares = {item: _FILE_SHARE * sum(nlargest(_FILE_BEST, own)) / _FILE_BEST for item, own in scores.items()}
    raised = [hit._replace(score=hit.score + shares[hit.item]) for hit in found]
    return sorted(raised, key=attrgetter("score"), reverse=True)


def _apart(found: Iterable[_Found], limit: int) -> list[_Found]:
    """Keep the first *limit* passages that overlap none kept before."""
    kept: list[_Found] = []
    for hit in found:
        if not any(_overlap(hit, other) for other in kept):
            kept.append(hit)
        if len(kept) == limit:
            break
    return kept


def _overlap(one: _Found, other: _Found) -> bool:
    if one.item != other.item:
        return False
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    return one.first <= other.last and other.first <= one.last


def _look_again(db: sqlite3.Connection, words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """Order the first few of *hits* anew by what they gain from a look at their lines."""
    closeness = Closeness(db, words)
    first = [replace(hit, score=hit.score + closeness.gain(hit)) for hit in hits[:_LOOKED_AT]]
    return [*sorted(first, key=lambda hit: -hit.score), *hits[_LOOKED_AT:]]


def _by_message_id(db: sqlite3.Connection, user: int, wanted: Search) -> list[_Found]:
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
    return [_Found(*row) for row in rows]


def _newest(db: sqlite3.Connection, user: int, wanted: Search) -> list[_Found]:
    filters, values = _conditions(wanted)
    rows = db.execute(
        f"""
        SELECT min(p.id), p.item, p.first, p.last, 0.0 FROM items i JOIN passages p ON p.item = i.id
        WHERE i.user = :user {filters} GROUP BY i.timestamp, i.id ORDER BY i.timestamp DESC, i.id DESC LIMIT :limit
        """,  # noqa: S608 (only constants of this module are put in)
        values | {"user": user, "limit": wanted.limit},
    )
    return [_Found(*row) for row in rows]


_FETCH = """
    SELECT d.name AS source, f.name AS file, i.position, i.kind, i.timestamp, i.sender, p.people, i.subject,
    i.message_id, i.thread,
           i.attachments, p.first, p.last, p.own, p.quoted, p.extra
    FROM passages p JOIN items i ON i.id = p.item JOIN files f ON f.id = i.file JOIN datasources d ON d.id =
    i.datasource WHERE p.id = ?
"""


def _fetch(db: sqlite3.Connection, found: Iterable[_Found]) -> list[Hit]:
    hits: list[Hit] = []
    for hit in found:
        row = db.execute(_FETCH, (hit.passage,)).fetchone()
        if row is not None:  # removed since it was found
            values: dict[str, Any] = dict(row)
            values["attachments"] = tuple(json.loads(values["attachments"]))
            hits.append(Hit(passage=hit.passage, item=hit.item, score=hit.score, **values))
    return hits
