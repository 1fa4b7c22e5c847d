"""What a passage gains if the question's words stand close together in it."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from aigpt.local.search.hits import Hit
from aigpt.local.search.idf import idf
from aigpt.local.search.stem_finding import StemFinder
from aigpt.local.search.tokens import stem

__all__ = ["Proximity"]

_TOGETHER = 8.0
"""In units of the BM25 score, which counts each word of the question twice (see `fts_expressions`)."""


class Proximity:
    """Scores passages by the *words* of a question, line by line."""

    def __init__(self, db: sqlite3.Connection, words: Sequence[str]) -> None:
        self._weights = idf(db, {stem(word) for word in words})
        self._total = math.fsum(self._weights.values())  # whatever the order of a set is in this process
        self._finder = StemFinder(self._weights.keys())

    def gain(self, passage: Hit) -> float:
        """Return what to add to the passage's score.

        It grows with the share of the question's words, weighted by `idf`, that two adjacent lines contain.
        """
        found = self._finder.find_by_line(passage.own)
        together = max((self._share(one | two) for one, two in pairwise([*found, set[str]()]) if one), default=0.0)
        return _TOGETHER * together

    def _share(self, found: set[str]) -> float:
        return math.fsum(self._weights[word] for word in found) / self._total
