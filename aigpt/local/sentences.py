"""Passages to sentences, and which of them answer a question best."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from aigpt.local.headers import person_name
from aigpt.local.notes import split_turn
from aigpt.local.rarity import rarity
from aigpt.local.search import Hit
from aigpt.local.words import stem, terms, tokens

__all__ = ["Evidence", "Sentence", "weigh"]

_END = re.compile(r"(?<=[.!?])[\"')\]”\u2019]*\s+(?=[\"'(\[“\u2018]*[A-Z0-9À-Þ])|(?<=\s[.!?])\s+|\n\s*\n")
_TRANSCRIBER = re.compile(r"\{\w+\}")  # how transcripts mark laughter and the like
_MAX_CHARS = 400
_MIN_WORDS = 3
_FULL_WORDS = 8  # shorter sentences say less, and are held back in proportion
_QUOTED_SHARE = 0.5  # what a sentence counts that only repeats another's
_RANK_SHARE = 0.5  # what the last passage's sentences count, beside the first one's
_PAIR = 0.5  # for two words of the question that stand together
_PER_PASSAGE = 60  # sentences looked at; bounds the work on a very long message


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage that was found."""

    text: str
    speaker: str
    """Who said it: the turn's speaker, or the message's sender as a name."""
    quoted: bool
    """Whether the speaker only repeats what somebody else said."""
    hit: Hit
    stems: frozenset[str]
    score: float
    """The higher, the better it answers."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question."""

    hits: Sequence[Hit]
    sentences: Sequence[Sentence]
    """Best first; only such as share a word with the question."""

    def best(self, count: int, *, share: float = 0.45) -> list[Sentence]:
        """Return up to *count* sentences, none below *share* of the best one's score, and none twice in other words."""
        chosen: list[Sentence] = []
        for sentence in self.sentences:
            if sentence.score < share * self.sentences[0].score or len(chosen) == count:
                break
            if not any(_alike(sentence, other) for other in chosen):
                chosen.append(sentence)
        return chosen


def weigh(db: sqlite3.Connection, question: str, hits: Sequence[Hit]) -> Evidence:
    """Score the sentences of *hits* by the words they share with *question*, the rarer the more."""
    asked = [stem(word) for word in terms(question)]
    weights = rarity(db, asked)
    found = [
        sentence
        for rank, hit in enumerate(hits)
        for sentence in _scored(hit, asked, weights, 1 - (1 - _RANK_SHARE) * rank / max(1, len(hits)))
    ]
    return Evidence(hits, sorted(found, key=lambda sentence: -sentence.score))


class _Said(NamedTuple):
    speaker: str
    text: str
    quoted: bool = False


def _scored(hit: Hit, asked: Sequence[str], weights: dict[str, float], share: float) -> Iterator[Sentence]:
    pairs = set(pairwise(asked))
    for said in islice(_sentences(hit), _PER_PASSAGE):
        words = [stem(word) for word in tokens(said.text)]
        if len(words) < _MIN_WORDS:
            continue
        present = frozenset(words)
        shared = sum(weights[word] for word in weights.keys() & (present | {stem(w) for w in tokens(said.speaker)}))
        together = sum(_PAIR * weights[a] for a, b in pairwise(words) if (a, b) in pairs)
        score = share * (shared + together) * min(1.0, len(words) / _FULL_WORDS) * (_QUOTED_SHARE if said.quoted else 1)
        if score > 0:
            yield Sentence(said.text, said.speaker, said.quoted, hit, present, score)


def _sentences(hit: Hit) -> Iterator[_Said]:
    """Yield a transcript's sentences turn by turn; a message's own words before what it quotes."""
    if hit.kind == "message":
        name = person_name(hit.sender)
        yield from (_Said(name, text) for text in _split(hit.own))
        yield from (_Said(name, text, quoted=True) for text in _split(hit.quoted))
        return
    for line in hit.own.splitlines():
        speaker, words = (split_turn(line) if hit.people else None) or ("", line)
        yield from (_Said(speaker, text) for text in _split(words))


def _split(text: str) -> Iterator[str]:
    for piece in _END.split(_TRANSCRIBER.sub("", text)):
        flat = " ".join(re.sub(r"(?m)^[>|\s]+", "", piece).split())
        if flat:
            yield flat if len(flat) <= _MAX_CHARS else flat[: _MAX_CHARS - 1].rsplit(" ", 1)[0] + "…"


def _alike(one: Sentence, other: Sentence) -> bool:
    return len(one.stems & other.stems) > 0.7 * min(len(one.stems), len(other.stems))
