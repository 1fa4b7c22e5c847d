"""Two rankings merged into one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from aigpt.local.search.window_merging import Candidate

__all__ = ["fuse"]

_RANKS = 60
"""Added to each rank: the higher, the less the first ones of a ranking stand out."""
_SIMILAR_SHARE = 1.0
"""The weight of the ranking by meaning, relative to that by words."""


def fuse(found: Sequence[Candidate], similar: Sequence[Candidate]) -> list[Candidate]:
    """Merge the rankings by words and by meaning, by the sum of the reciprocals of their ranks; best first."""
    scores: dict[int, float] = {}
    for ranking, weight in ((found, 1.0), (similar, _SIMILAR_SHARE)):
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.passage] = scores.get(hit.passage, 0.0) + weight / (_RANKS + rank)
    passages = {hit.passage: hit for hit in (*found, *similar)}
    merged = (hit._replace(score=scores[passage]) for passage, hit in passages.items())
    return sorted(merged, key=attrgetter("score"), reverse=True)
