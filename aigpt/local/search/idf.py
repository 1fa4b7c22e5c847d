"""Inverse document frequency: the fewer passages contain a word, the more it weighs."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence

from aigpt.local.search.tokens import stem
from aigpt.local.store.database import Connection

__all__ = ["idf", "most_scored", "rarest"]

_ALL_SCORED = 20_000  # up to so many passages in the index, all that match are scored
_SCORED = 1_000  # passages for one question, if there are more in the index
_MAX_CACHED = 50_000  # words


def idf(db: sqlite3.Connection, stems: Iterable[str]) -> dict[str, float]:
    """Return the weight of each of *stems*: ``log(1 + (1 + passages) / (1 + passages with it))``."""
    total = _total(db)
    counts = _counts(db, stems)
    return {one: math.log(1 + (1 + total) / (1 + count)) for one, count in counts.items()}


def _total(db: sqlite3.Connection) -> int:
    (total,) = db.execute("SELECT coalesce(sum(passages), 0) FROM datasources").fetchone()
    return int(total)


def most_scored(db: sqlite3.Connection) -> int | None:
    """Return how many passages may be scored for one question; None for all.

    Scoring one takes 2 µs: without a limit, a search of 100,000 messages takes 0.1 s.
    """
    return None if _total(db) <= _ALL_SCORED else _SCORED


def rarest(db: sqlite3.Connection, words: Sequence[str], most: int) -> tuple[list[str], int]:
    """Return *words* without the most common ones, so that the rest is in *most* passages at the most.

    The rarest is kept however common it is. Beside them stands in how many passages they are, one by one.
    """
    counts = _counts(db, map(stem, words))
    kept: set[str] = set()
    scored = 0
    for word in sorted(words, key=lambda word: counts[stem(word)]):
        count = counts[stem(word)]
        if kept and scored + count > most:
            break
        kept.add(word)
        scored += count
    return [word for word in words if word in kept], scored


def _counts(db: sqlite3.Connection, stems: Iterable[str]) -> dict[str, int]:
    """Return how many passages contain each of *stems*."""
    known = _cached_counts(db)
    counts: dict[str, int] = {}
    for one in stems:
        if one not in known:
            row = db.execute("SELECT doc FROM vocabulary WHERE term = ?", (one,)).fetchone()
            known[one] = row[0] if row else 0
        counts[one] = known[one]
    return counts


def _cached_counts(db: sqlite3.Connection) -> dict[str, int]:
    if not isinstance(db, Connection):
        return {}
    (version,) = db.execute("PRAGMA data_version").fetchone()
    if db.counted_at != version or len(db.counts) > _MAX_CACHED:
        db.counted_at, db.counts = version, {}
    return db.counts
