"""The SQL of a search: filters by time and people, full-text matches with their BM25 score, the newest items."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Sequence

import msgspec

from aigpt.local.search.fts_expressions import match_any, match_people, match_words
from aigpt.local.search.idf import most_scored, rarest
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.window_merging import Candidate
from aigpt.local.store.schema import passage_ids

__all__ = ["FEWEST_IF_CUT", "conditions", "find_bodies", "find_by_message_id", "find_matches", "find_newest"]

_WEIGHTS = (2.0, 1.0, 1.0, 0.4, 0.3)
"""BM25 weights of subject, people, own words, quoted words, and signature with attachment names."""
_BM25 = ", ".join(map(str, _WEIGHTS))

# The best matches with their scores. SQLite's own sorter keeps the scores; the index's own rank computes them again for
# what comes out, but reads no more passages than it takes to find enough within the filters.
_BEST = f"""
    SELECT rowid AS id, bm25(words, {_BM25}) AS score FROM words
    WHERE words MATCH :words AND rowid >= :low AND rowid < :high ORDER BY score LIMIT :limit
"""  # noqa: S608 (only constants of this module are put in)
_BEST_FILTERED = f"""
    SELECT p.id, words.rank AS score
    FROM words CROSS JOIN passages p ON p.id = words.rowid CROSS JOIN items i ON i.id = p.item
    WHERE words MATCH :words AND words.rank MATCH 'bm25({_BM25})' AND words.rowid >= :low AND words.rowid < :high
        {{filters}} ORDER BY words.rank LIMIT :limit
"""  # noqa: S608 (only constants of this module are put in)
_MAX_MATCHES = 300
_MAX_MATCHES_LARGE = 100  # in an index so large that not all matches are scored
FEWEST_IF_CUT = _MAX_MATCHES_LARGE
"""Fewer matches than these are all that there are."""
_MESSAGE_ID = re.compile(r"<(?P<inner>[^<>]+)>|(?P<bare>[^\s<>@]+@[^\s<>@]+)")


def conditions(wanted: SearchParams) -> tuple[str, dict[str, object]]:
    """Return the filters as SQL over items ``i`` and passages ``p``."""
    clauses: list[str] = []
    values: dict[str, object] = {"limit": _MAX_MATCHES}
    if wanted.first is not None:
        clauses.append("i.timestamp >= :first")
        values["first"] = wanted.first
    if wanted.before is not None:
        clauses.append("i.timestamp < :before")
        values["before"] = wanted.before
    if wanted.datasources is not None:
        clauses.append(
            "i.datasource IN (SELECT id FROM datasources WHERE name IN (SELECT value FROM json_each(:names)))"
        )
        values["names"] = json.dumps(wanted.datasources)
    for name, people in (("people", wanted.people), ("authors", wanted.authors)):
        if people:
            clauses.append(f"p.id IN (SELECT rowid FROM words WHERE words MATCH :{name})")  # noqa: S608 (of two names)
            values[name] = match_people(people)
    if wanted.authors:
        words = [author.split() for author in wanted.authors]
        values |= {f"author{n}_{m}": word for n, name in enumerate(words) for m, word in enumerate(name)}
        clauses.append(f"({' OR '.join(map(_has_sent, range(len(words)), words))})")
    return "".join(f" AND {clause}" for clause in clauses), values


def _has_sent(number: int, words: Sequence[str]) -> str:
    """Return SQL that tells whether the sender or a speaker has the words of the author of that *number*."""
    each = (f"instr(lower(i.sender), lower(:author{number}_{place}))" for place in range(len(words)))
    return f"({' AND '.join(each)})"


def find_matches(
    db: sqlite3.Connection, user: int, wanted: SearchParams, words: Sequence[str], without: Collection[int] = ()
) -> list[Candidate]:
    """Find passages with any of *words*, ranked by BM25, but not those of the items *without*."""
    filters, values = conditions(wanted)
    if without:
        filters += " AND p.item NOT IN (SELECT value FROM json_each(:without))"
        values["without"] = json.dumps([*without])
    most = most_scored(db)
    low, high = passage_ids(user)
    values |= {"low": low, "high": high}
    if most is not None:
        words, matches = rarest(db, words, most)
        values["limit"] = _MAX_MATCHES_LARGE
        if matches > most and not filters:
            values["low"] = _first_scored(db, words, low, high, most)
    values["words"] = match_any(words)
    best = _BEST_FILTERED.format(filters=filters) if filters else _BEST
    (rows,) = db.execute(
        # As one row, since other threads hold the GIL between two rows.
        f"""
        SELECT json_group_array(json_array(p.id, p.item, p.first, p.last, -best.score, i.thread, i.timestamp))
        FROM ({best}) best CROSS JOIN passages p ON p.id = best.id CROSS JOIN items i ON i.id = p.item
        """,  # noqa: S608 (only constants of this module are put in)
        values,
    ).fetchone()
    return msgspec.json.decode(rows, type=list[Candidate])


def _first_scored(db: sqlite3.Connection, words: Sequence[str], low: int, high: int, most: int) -> int:
    """Return the first rowid to score, from *low*: of more matches than *most*, those that were added last."""
    row = db.execute(
        "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (match_words(words), low, high, most),
    ).fetchone()
    return low if row is None else int(row[0])


def find_by_message_id(db: sqlite3.Connection, user: int, wanted: SearchParams) -> list[Candidate]:
    """Find the message whose Message-ID is the whole query."""
    match = _MESSAGE_ID.fullmatch(wanted.query.strip())
    if match is None:
        return []
    filters, values = conditions(wanted)
    rows = db.execute(
        f"""
        SELECT p.id, p.item, p.first, p.last, 0.0 FROM items i JOIN passages p ON p.item = i.id
        WHERE i.user = :user AND i.message_id = :message_id AND p.first IS NULL {filters} LIMIT :limit
        """,  # noqa: S608 (only constants of this module are put in)
        values | {"user": user, "message_id": match["inner"] or match["bare"], "limit": wanted.limit},
    )
    return [Candidate(*row) for row in rows]


def find_bodies(db: sqlite3.Connection, items: Collection[int]) -> list[Candidate]:
    """Find the passages of messages that are none of their attachments, one of each."""
    if not items:
        return []
    rows = db.execute(
        """
        SELECT min(id), item, NULL, NULL, 0.0 FROM passages
        WHERE item IN (SELECT value FROM json_each(?)) AND first IS NULL GROUP BY item
        """,
        (json.dumps([*items]),),
    )
    return [Candidate(*row) for row in rows]


def find_newest(db: sqlite3.Connection, user: int, wanted: SearchParams) -> list[Candidate]:
    """Find the newest items."""
    filters, values = conditions(wanted)
    rows = db.execute(
        f"""
        SELECT min(p.id), p.item, p.first, p.last, 0.0 FROM items i JOIN passages p ON p.item = i.id
        WHERE i.user = :user {filters} GROUP BY i.timestamp, i.id ORDER BY i.timestamp DESC, i.id DESC LIMIT :limit
        """,  # noqa: S608 (only constants of this module are put in)
        values | {"user": user, "limit": wanted.limit},
    )
    return [Candidate(*row) for row in rows]
