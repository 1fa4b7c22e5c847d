"""Search for a question: within the filters that it names, then, if that is not enough, as it stands."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from datetime import date

from aigpt.local.search.hits import Hit
from aigpt.local.search.idf import idf
from aigpt.local.search.question_filters import Missed, SearchAttempt, search_attempts
from aigpt.local.search.ranking import search
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.tokens import stem, stems_of, tokens

__all__ = ["answerable", "run_attempt", "search_in_turn", "search_question"]

_MESSAGE_CHARS = 20_000
_ENOUGH = 0.5  # of the topic's words, weighted by `idf`
_BEST = 3


def search_question(db: sqlite3.Connection, wanted: SearchParams, today: date) -> list[Hit]:
    """Return the hits of the first attempt that finds enough. *today* is the day from which "last week" is counted."""
    return search_in_turn(db, search_attempts(db, wanted, today))[1]


def search_in_turn(db: sqlite3.Connection, attempts: Sequence[SearchAttempt]) -> tuple[SearchAttempt, list[Hit]]:
    """Return the first of *attempts* that finds enough, else the last, with its hits."""
    *others, last = attempts
    for attempt in others:
        hits, enough = run_attempt(db, attempt)
        if enough:
            return attempt, hits
    return last, run_attempt(db, last)[0]


def run_attempt(db: sqlite3.Connection, attempt: SearchAttempt) -> tuple[list[Hit], bool]:
    """Search once; return the hits, and whether they are enough."""
    hits = search(db, attempt.params)
    return hits, attempt.topic is None or _is_enough(db, attempt.topic, hits)


def answerable(attempt: SearchAttempt, hits: Sequence[Hit]) -> tuple[list[Hit], Missed | None]:
    """Return those *hits* of the last attempt by which a question can be answered, and what was missed before.

    Where the days or people are all that is asked for, nothing else will do. But hits that name the days in their text
    may be what is meant: then nothing was missed.
    """
    missed = attempt.missed
    if missed is None:
        return list(hits), None
    naming = [hit for hit in hits if missed.phrase and not missed.people and _names(hit, missed.phrase)]
    if naming:
        return naming if missed.alone else list(hits), None
    return [] if missed.alone else list(hits), missed


def _names(hit: Hit, phrase: Sequence[str]) -> bool:
    texts = (tokens(text[:_MESSAGE_CHARS]) for text in (hit.subject, hit.own))
    return any(f" {' '.join(phrase)} " in f" {' '.join(words)} " for words in texts)


def _is_enough(db: sqlite3.Connection, topic: Sequence[str], hits: Sequence[Hit]) -> bool:
    """Whether one of the first *hits* has enough of the words of *topic*."""
    if not topic:
        return bool(hits)
    weights = idf(db, {stem(word) for word in topic})
    enough = _ENOUGH * math.fsum(weights.values())
    return any(math.fsum(weights[word] for word in weights.keys() & _stems(hit)) >= enough for hit in hits[:_BEST])


def _stems(hit: Hit) -> set[str]:
    return stems_of(" ".join([hit.subject, *(text[:_MESSAGE_CHARS] for text in (hit.own, hit.quoted, hit.extra))]))
