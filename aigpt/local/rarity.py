"""How much a word tells: the rarer it is in what is indexed, the more."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable

__all__ = ["rarity"]


def rarity(db: sqlite3.Connection, stems: Iterable[str]) -> dict[str, float]:
    """Return the weight of each of *stems*: ``log(1 + (1 + passages) / (1 + passages with it))``."""
    (total,) = db.execute("SELECT coalesce(sum(passages), 0) FROM datasources").fetchone()
    weights: dict[str, float] = {}
    for stem in stems:
        row = db.execute("SELECT doc FROM vocabulary WHERE term = ?", (stem,)).fetchone()
        weights[stem] = math.log(1 + (1 + total) / (1 + (row[0] if row else 0)))
    return weights
