"""Whether what was found can answer a question: whether its words stand there together.

A search finds something for nearly any question. So of each passage it is asked which share of the question's words,
weighted by `idf`, stands close together: in a few adjacent sentences of a message, or in one passage of notes, where
turns are short. The fewer words a question has, the greater the share must be; of notes or a thread that keep returning
to the topic a smaller one is enough. People whom the question names are no words to be found, but the passage must have
one of them.

The limits are those that told best the questions on the meetings of even numbers, and some natural ones, from
questions on what is in no message; `benchmarks/local_questions.py` prints how often they are right on others.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from aigpt.local.answer.model_tasks import find_task
from aigpt.local.answer.sentence_splitting import split_sentences
from aigpt.local.search.hits import Hit
from aigpt.local.search.idf import idf
from aigpt.local.search.query_terms import topic
from aigpt.local.search.question_filters import known_names, without_filters
from aigpt.local.search.stem_finding import StemFinder
from aigpt.local.search.tokens import stem, stems_of, tokens

__all__ = ["is_answered"]

_LIMITS = (0.0, 1.0, 0.72, 0.65, 0.55, 0.47)  # the share that is enough, by the number of the words
_LONG = 0.43  # of longer questions
_RETURNING = 5  # passages of one file or thread
_RETURNING_SHARE = 0.12  # so much less is enough then
_TOGETHER = 3  # sentences of a message
_PER_PASSAGE = 200  # sentences looked at, of a very long message
_MAX_CHARS = 2_000  # of a question
_ASKED = re.compile(r"\bhow\s+(?P<how>\w+)|\b(?:what|which)\s+(?P<which>\w+)", re.IGNORECASE)
_WHICH_SHARE = 0.5  # the weight of "company" in "which company": the answer names it, and seldom calls it so
_NO_CONTENT = frozenset("last first name against".split())  # noqa: SIM905 (read as text)


def is_answered(db: sqlite3.Connection, user: str, question: str, hits: Sequence[Hit]) -> bool:
    """Return whether one of *hits* can answer *question* of *user*."""
    if not hits:
        return False
    task = find_task(question)
    text = without_filters((task.about if task else question)[:_MAX_CHARS])
    names = {stem(word) for name in known_names(db, user, text) if len(tokens(name)) > 1 for word in tokens(name)}
    weights = _weights(db, text, names)
    if not weights:
        return True  # it has no words to be found, such as "what is new?"
    enough = _LIMITS[len(weights)] if len(weights) < len(_LIMITS) else _LONG
    groups = Counter(hit.thread or str(hit.item) for hit in hits)
    if max(groups.values()) >= _RETURNING:
        enough -= _RETURNING_SHARE
    total = sum(weights.values())
    finder = StemFinder(weights.keys())
    return any(
        sum(weights[word] for word in together) >= enough * total
        for hit in hits
        for together in _together(hit, weights, names, finder)
    )


def _weights(db: sqlite3.Connection, text: str, names: set[str]) -> dict[str, float]:
    """Return the weight of each word that has to be found."""
    asked = [match.groupdict() for match in _ASKED.finditer(text)]
    how = {stem(word) for found in asked for word in tokens(found["how"] or "")}
    which = {stem(word) for found in asked for word in tokens(found["which"] or "")}
    words = list(dict.fromkeys(stem(word) for word in topic(text) if word not in _NO_CONTENT))
    words = [word for word in words if word not in names and word not in how]
    return {word: weight * (_WHICH_SHARE if word in which else 1) for word, weight in idf(db, words).items()}


def _together(hit: Hit, weights: Mapping[str, float], names: set[str], finder: StemFinder) -> Iterator[frozenset[str]]:
    """Yield the question's words in each part of the passage; none if it has no one whom the question names."""
    who = hit.sender if hit.kind == "message" else hit.people
    if names and names.isdisjoint(stems_of(f"{who} {hit.subject}")) and names.isdisjoint(stems_of(hit.own)):
        return
    head = weights.keys() & stems_of(f"{hit.subject} {who}")
    if hit.kind == "note":
        yield frozenset(head | finder.find(hit.own))
        return
    sentences = [finder.find(said.text) for said in islice(split_sentences(hit), _PER_PASSAGE)] or [set()]
    for start in range(len(sentences)):
        yield frozenset(head.union(*sentences[start : start + _TOGETHER]))
