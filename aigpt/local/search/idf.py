"""How much a word tells: the rarer it is in what is indexed, the more."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence

from aigpt.local.search.query_terms import stem
from aigpt.local.store.database import Connection

__all__ = ["affordable", "most_scored", "rarity"]

_ALL_SCORED = 20_000  # passages in all, up to which every one that has a word of the question is scored
_SCORED = 1_000  # for one question, where there are more in all
_REMEMBERED = 50_000


def rarity(db: sqlite3.Connection, stems: Iterable[str]) -> dict[str, float]:
    """Return the weight of each of *stems*: ``log(1 + (1 + passages) / (1 + passages with it))``."""
    total = _total(db)
    counts = _counts(db, stems)
    return {one: math.log(1 + (1 + total) / (1 + count)) for one, count in counts.items()}


def _total(db: sqlite3.Connection) -> int:
    (total,) = db.execute("SELECT coalesce(sum(passages), 0) FROM datasources").fetchone()
    return int(total)


def most_scored(db: sqlite3.Connection) -> int | None:
    """Return how many passages may be scored for one question, None for all.

    Scoring one costs 2 µs: without a bound, a search of 100,000 messages takes a tenth of a second.
    """
    return None if _total(db) <= _ALL_SCORED else _SCORED


def affordable(db: sqlite3.Connection, words: Sequence[str], most: int | None) -> Sequence[str]:
    """Leave out the most common of *words*, which tell least, where all are in more than *most* passages together."""
    if most is None:
        return words
    counts = _counts(db, map(stem, words))
    kept: set[str] = set()
    scored = 0
    for word in sorted(words, key=lambda word: counts[stem(word)]):
        scored += counts[stem(word)]
        if kept and scored > most:
            break
        kept.add(word)
    return [word for word in words if word in kept]


def _counts(db: sqlite3.Connection, stems: Iterable[str]) -> dict[str, int]:
    """Return how many passages have each of *stems*."""
    known = _remembered(db)
    counts: dict[str, int] = {}
    for one in stems:
        if one not in known:
            row = db.execute("SELECT doc FROM vocabulary WHERE term = ?", (one,)).fetchone()
            known[one] = row[0] if row else 0
        counts[one] = known[one]
    return counts


def _remembered(db: sqlite3.Connection) -> dict[str, int]:
    if not isinstance(db, Connection):
        return {}
    (version,) = db.execute("PRAGMA data_version").fetchone()
    if db.counted_at != version or len(db.counts) > _REMEMBERED:
        db.counted_at, db.counts = version, {}
    return db.counts
