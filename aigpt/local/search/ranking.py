"""Search, and the rank of a passage: BM25 of SQLite's FTS5, and what was added to it.

Plain FTS5 ranks by the words of the question as they stand. Beyond that, in this order:

1. Stop words and words that say how something is asked ("what did … think about") are not searched for, unless there
   are no others (`query_terms`).
2. Words are compared by their Porter stems and without accents (the index's tokenizer, `tokens`).
3. Two adjacent words of the question count half as much again as a phrase (`fts_expressions`).
4. Subject, people, own words, quoted words and signatures have different weights (`candidates`).
5. A passage gains from the mean score of the best matches in its file or thread (`_SHARE`, `_THREAD_SHARE`): of many
   meetings on similar topics, the one that keeps returning to the topic is meant; a reply raises what it replies to.
6. With an embedding model, the ranking by meaning is merged in (`similar_passages`, `fusion`).
7. Windows of one file that overlap or are adjacent become one result, up to a limit (`window_merging`).
8. An attachment that matches by its message's subject alone gives its place to the message
   (`_without_bare_attachments`).
9. The first `_RERANKED` are ranked again by their lines: they gain if the question's words stand close together
   (`proximity`).
10. If the newest is asked for, those that match about as well as the best are ordered by time (`_ABOUT_AS_GOOD`), and
   only words count.

What each of these is worth, but for attachments, which meetings do not have, was measured by cross-validation over 197
meetings in six folds (benchmarks/README.md); what earned nothing there was taken out.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from aigpt.local.search.candidates import FEWEST_IF_CUT, find_bodies, find_by_message_id, find_matches, find_newest
from aigpt.local.search.fusion import fuse
from aigpt.local.search.hits import Hit, fetch_hits
from aigpt.local.search.proximity import Proximity
from aigpt.local.search.query_terms import terms
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.similar_passages import find_similar
from aigpt.local.search.tokens import stem, stems_of
from aigpt.local.search.window_merging import Candidate, Span, merge_windows
from aigpt.local.store.datasources import uploads_of, user_number

__all__ = ["search"]

_RERANKED = 20
_ROUNDS = 5  # of asking for the matches of other items
_BEST = 3  # matches of a file or thread whose mean score counts
_SHARE = 0.9
_THREAD_SHARE = 0.3
_ABOUT_AS_GOOD = 0.6  # of the best score


def search(db: sqlite3.Connection, wanted: SearchParams) -> list[Hit]:
    """Return the passages of the user that match best, best first; without a query the newest.

    What the user has uploaded is searched only where `datasources` names it.
    """
    owners = [wanted.user] if wanted.datasources is None else [wanted.user, uploads_of(wanted.user)]
    numbers = [number for owner in owners if (number := user_number(db, owner)) is not None]
    found = [hits for number in numbers if (hits := _search(db, number, wanted))]
    return found[0] if len(found) == 1 else _merge(found, wanted)


def _merge(found: Sequence[Sequence[Hit]], wanted: SearchParams) -> list[Hit]:
    """Merge what several searches found. Their scores compare, since all words are in one index."""
    by_time = wanted.newest or not wanted.query.strip()
    every = (hit for hits in found for hit in hits)
    return sorted(every, key=lambda hit: -((hit.timestamp or 0) if by_time else hit.score))[: wanted.limit]


def _search(db: sqlite3.Connection, user: int, wanted: SearchParams) -> list[Hit]:
    words = terms(wanted.query)
    if not words:
        return fetch_hits(db, map(Span, find_newest(db, user, wanted))) if not wanted.query.strip() else []
    named = find_by_message_id(db, user, wanted)
    if len(named) == wanted.limit:
        return fetch_hits(db, map(Span, named))
    found = matches = _add_shares(find_matches(db, user, wanted, words))
    similar = [] if wanted.newest else find_similar(db, user, wanted)
    found = fuse(found, similar) if similar else found
    ordered = _newest_first(found) if wanted.newest else found
    # What is found by its meaning need have none of the words.
    hits = _fetch(db, [] if similar else words, ordered, max(wanted.limit, _RERANKED))
    if len(hits) < wanted.limit:
        hits += _of_others(db, user, wanted, words, matches, wanted.limit - len(hits))
    others = [hit for hit in hits if all(hit.item != first.item for first in named)]
    if not wanted.newest:
        others = _rerank(db, words, others)
    return [*fetch_hits(db, map(Span, named)), *others][: wanted.limit]


def _of_others(
    db: sqlite3.Connection,
    user: int,
    wanted: SearchParams,
    words: Sequence[str],
    matches: Sequence[Candidate],
    limit: int,
) -> list[Hit]:
    """Return hits of other items than those of *matches*, which may be the best of more: of a long attachment, say."""
    hits: list[Hit] = []
    seen: set[int] = set()
    for _ in range(_ROUNDS):
        if len(matches) < FEWEST_IF_CUT or len(hits) == limit:
            break
        seen.update(match.item for match in matches)
        matches = _add_shares(find_matches(db, user, wanted, words, seen))
        ordered = _newest_first(matches) if wanted.newest else matches
        hits += _fetch(db, words, ordered, limit - len(hits))
    return hits


def _fetch(db: sqlite3.Connection, words: Sequence[str], ordered: Sequence[Candidate], limit: int) -> list[Hit]:
    """Read the first results of *ordered*: so many, if there are, since fewer mean that these are all."""
    count = limit
    while True:
        spans = merge_windows(ordered, count)
        hits = _without_bare_attachments(db, words, fetch_hits(db, spans))
        if len(hits) >= limit or len(spans) < count:
            return hits[:limit]
        count += limit


def _without_bare_attachments(db: sqlite3.Connection, words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """Put the message in the place of its attachments that match by its subject alone.

    They have its subject, and are shorter: a note of one line would come before the message that it came with.
    """
    if not words:
        return [*hits]
    asked = frozenset(map(stem, words))
    bare = {
        hit.passage: hit.item
        for hit in hits
        if hit.kind == "message" and hit.first is not None and asked.isdisjoint(stems_of(hit.own))
    }
    messages = {hit.item: hit for hit in hits if hit.first is None}
    others = find_bodies(db, set(bare.values()) - messages.keys())
    messages |= {hit.item: hit for hit in fetch_hits(db, map(Span, others))}
    kept: dict[int, Hit] = {}
    for hit in hits:
        message = messages.get(hit.item, hit) if hit.passage in bare else hit
        kept.setdefault(message.passage, replace(message, score=max(message.score, hit.score)))
    return list(kept.values())


def _add_shares(found: Sequence[Candidate]) -> list[Candidate]:
    """Add to each score of *found*, best first, a share of the best scores in the same file or thread; best first."""
    groups = [hit.thread or hit.item for hit in found]
    scores: defaultdict[str | int, list[float]] = defaultdict(list)
    for key, hit in zip(groups, found, strict=True):
        scores[key].append(hit.score)
    means = {key: sum(own[:_BEST]) / _BEST for key, own in scores.items()}
    raised = [
        Candidate(*hit[:4], hit.score + _gain(hit, means[key]), hit.thread, hit.timestamp)
        for key, hit in zip(groups, found, strict=True)
    ]
    return sorted(raised, key=attrgetter("score"), reverse=True)


def _gain(hit: Candidate, mean: float) -> float:
    """Return what *hit* gains by the *mean* of its group; a message is also a file with one passage."""
    if hit.first is not None:
        return _SHARE * mean
    return _THREAD_SHARE * mean + (_SHARE - _THREAD_SHARE) * hit.score / _BEST


def _newest_first(found: Sequence[Candidate]) -> list[Candidate]:
    """Order those that match about as well as the best by time, the newest first, before the others."""
    bound = _ABOUT_AS_GOOD * max((hit.score for hit in found), default=0.0)
    alike = [hit for hit in found if hit.score >= bound]
    return [*sorted(alike, key=lambda hit: -(hit.timestamp or 0)), *(hit for hit in found if hit.score < bound)]


def _rerank(db: sqlite3.Connection, words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """Order the first few of *hits* by their score plus `Proximity.gain`."""
    proximity = Proximity(db, words)
    first = [replace(hit, score=hit.score + proximity.gain(hit)) for hit in hits[:_RERANKED]]
    return [*sorted(first, key=lambda hit: -hit.score), *hits[_RERANKED:]]
