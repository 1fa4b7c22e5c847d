"""The ranking by words and the ranking by meaning, merged into one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from aigpt.local.search.window_merging import Candidate

__all__ = ["fuse"]

_RANKS = 10
"""Added to each rank: the higher, the less the first ones of a ranking stand out."""
_SIMILAR_SHARE = 0.3
"""The weight of the ranking by meaning. Small models find far less by meaning than there is to find by words."""


def fuse(found: Sequence[Candidate], similar: Sequence[Candidate]) -> list[Candidate]:
    """Merge the rankings by words and by meaning, by the sum of the reciprocals of their ranks; best first.

    The scores are scaled so that the best one is that of the best of *found*.
    """
    sums: dict[int, float] = {}
    for ranking, weight in ((found, 1.0), (similar, _SIMILAR_SHARE)):
        for rank, hit in enumerate(ranking, start=1):
            sums[hit.passage] = sums.get(hit.passage, 0.0) + weight / (_RANKS + rank)
    passages = {hit.passage: hit for hit in (*found, *similar)}
    scale = (found[0].score if found else 1.0) / max(sums.values(), default=1.0)
    merged = (hit._replace(score=scale * sums[passage]) for passage, hit in passages.items())
    return sorted(merged, key=attrgetter("score"), reverse=True)
