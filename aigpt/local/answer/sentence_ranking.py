"""Passages to sentences, and which of them answer a question best."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from aigpt.local.ingest.message_headers import person_name
from aigpt.local.ingest.notes import split_turn
from aigpt.local.search.idf import rarity
from aigpt.local.search.query_terms import stem, terms, tokens, topic
from aigpt.local.search.ranking import Hit

__all__ = ["Evidence", "Sentence", "weigh"]

_END = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bHon\.)(?<!\bGov\.)(?<!\bSt\.)(?<!\b[A-Z]\.)"
    r"[\"')\]”\u2019]*\s+(?=[\"'(\[“\u2018]*[A-Z0-9À-Þ])|(?<=\s[.!?])\s+|\n\s*\n"
)
_MARK = re.compile(r"\{\w+\}|\[IMG:[^\]]*\]")  # laughter and the like in transcripts, pictures in messages
_MAX_CHARS = 400
_MIN_WORDS = 3
_FULL_WORDS = 8  # shorter sentences say less, and are held back in proportion
_QUOTED_SHARE = 0.5  # what a sentence counts that only repeats another's
_FROM = r"^[>|* \t]*from\**:[ \t].*"
_FIELD = (
    r"^[>|* \t]*(?:sent|date|to|cc|bcc|subject|reply-to|message-id|in-reply-to|references|received|x-[\w-]+)"
    r"\**:[ \t].*"
)
# The header of a message that is passed on: "From" with other fields, since a date alone may well be what is told.
_HEADER = re.compile(
    rf"(?:{_FIELD}\n){{1,6}}{_FROM}(?:\n{_FIELD})*$|{_FROM}(?:\n{_FIELD})+$"
    r"|^[ \t]*-{2,}[ \t]*(?:original|forwarded|begin forwarded)\b.*$|^[ \t]*begin forwarded message:?[ \t]*$"
    r"|^.{0,200}\b(?:wrote|writes|schrieb|a écrit|escribió)[ \t]*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PROSE_WORD = re.compile(
    "[\"'(\\[\u201c\u2018]*[^\\W\\d_]+(?:['\u2019-][^\\W\\d_]+)*[\"')\\]\u201d\u2019.,;:!?\u2026]*"
)
_PROSE = 0.7  # of the words of a sentence that is no log, patch, table or program
_MACHINE_SHARE = 0.2  # what a sentence counts that is one
_TOLD_SHARE = 0.6  # what words count that a sentence chosen before holds
_SAME_SHARE = 0.9  # what a sentence counts for each one chosen before of its passage
_OPENINGS = 4
_PART_SHARE = 0.5  # of the words of one thing asked: whoever holds them tells it
_AND = re.compile(r"[?;]\s+(?=\w)|,?\s+and\s+", re.IGNORECASE)
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
    found: frozenset[str] = frozenset()
    """The stems of the question that it has."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question."""

    hits: Sequence[Hit]
    sentences: Sequence[Sentence]
    """Best first; only such as share a word with the question, or the first of each passage where none does."""
    weights: Mapping[str, float]
    """What each of the question's stems counts."""
    parts: Sequence[frozenset[str]] = ()
    """The stems of each thing that was asked for: what "and" or a question mark parts."""

    def best(self, count: int, *, share: float = 0.45) -> list[Sentence]:
        """Return up to *count* sentences, none below *share* of the best one's score, and none twice in other words."""
        chosen: list[Sentence] = []
        for sentence in self.sentences:
            if sentence.score < share * self.sentences[0].score or len(chosen) == count:
                break
            if not _is_among(sentence, chosen):
                chosen.append(sentence)
        return chosen

    def varied(self, count: int, *, share: float = 0.35) -> list[Sentence]:
        """Return up to *count* sentences that together tell most, below *share* of what the best one tells none.

        Words that were told before count less, and so does a passage that was quoted before: where several people
        know, each is heard. And where several things were asked, each gets its sentence, however short.
        """
        chosen: list[Sentence] = []
        least = share * max((one.score for one in self.sentences), default=0.0)
        while len(chosen) < count:
            pool = [one for one in self.sentences if one.score >= least and not _is_among(one, chosen)]
            best = max(pool, key=lambda one: self._news(one, chosen), default=None)
            if best is None or self._news(best, chosen) < least:
                break
            chosen.append(best)
            if len(chosen) == 1:
                chosen += self._other_parts(best)
        return chosen[:count]

    def _other_parts(self, first: Sentence) -> list[Sentence]:
        """Return the best sentence for each thing asked that *first* says too little of."""
        chosen: list[Sentence] = []
        told = {word for one in self.sentences for word in one.found}
        for part in (part & told for part in self.parts):
            enough = _PART_SHARE * self._weight(part)
            if not part or self._weight(first.found & part) >= enough:
                continue
            fitting = [one for one in self.sentences if self._weight(one.found & part) >= enough]
            best = max(fitting, key=lambda one: one.score, default=first)
            if not _is_among(best, [first, *chosen]):
                chosen.append(best)
        return chosen

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self.weights[word] for word in words)

    def _news(self, sentence: Sentence, chosen: Sequence[Sentence]) -> float:
        told = frozenset[str]().union(*(other.found for other in chosen))
        total, again = self._weight(sentence.found), self._weight(sentence.found & told)
        fresh = 1 - (1 - _TOLD_SHARE) * again / total if total else 1.0
        same = sum(other.hit.passage == sentence.hit.passage for other in chosen)
        return sentence.score * fresh * _SAME_SHARE**same


def weigh(db: sqlite3.Connection, question: str, hits: Sequence[Hit]) -> Evidence:
    """Score the sentences of *hits* by the words they share with *question*, the rarer the more.

    What a message only quotes is left out, unless nothing else was found.
    """
    asked = [stem(word) for word in topic(question) or terms(question)]
    parts = [frozenset(map(stem, topic(part))) for part in _AND.split(question)]
    weights = rarity(db, asked)
    found = [
        sentence
        for rank, hit in enumerate(hits)
        for sentence in _scored(hit, asked, weights, 1 - (1 - _RANK_SHARE) * rank / max(1, len(hits)))
    ]
    ordered = sorted(found, key=lambda sentence: -sentence.score)
    ordered = [sentence for sentence in ordered if not sentence.quoted] or ordered
    return Evidence(hits, ordered or list(_openings(hits)), weights, parts if len(parts) > 1 else ())


def _openings(hits: Sequence[Hit]) -> Iterator[Sentence]:
    """Yield the first sentence of each passage, which says best what it is about where no words were asked for."""
    for rank, hit in enumerate(hits[:_OPENINGS]):
        for said in _sentences(hit):
            words = frozenset(map(stem, tokens(said.text)))
            if len(words) >= _MIN_WORDS and not said.quoted and _is_prose(said.text):
                yield Sentence(said.text, said.speaker, said.quoted, hit, words, 1.0 - rank / 100)
                break


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
        name = {stem(word) for word in tokens(said.speaker)}
        if not weights.keys() & present and not weights.keys() <= name:
            continue  # it has the speaker's name only, of all that was asked
        shared = sum(weights[word] for word in weights.keys() & (present | name))
        together = sum(_PAIR * weights[a] for a, b in pairwise(words) if (a, b) in pairs)
        form = (_QUOTED_SHARE if said.quoted else 1) * (1 if _is_prose(said.text) else _MACHINE_SHARE)
        score = share * (shared + together) * min(1.0, len(words) / _FULL_WORDS) * form
        if score > 0:
            yield Sentence(
                said.text, said.speaker, said.quoted, hit, present, score, frozenset(weights.keys() & present)
            )


def _is_prose(text: str) -> bool:
    words = text.split()
    return sum(_PROSE_WORD.fullmatch(word) is not None for word in words) >= _PROSE * len(words)


def _sentences(hit: Hit) -> Iterator[_Said]:
    """Yield a transcript's sentences turn by turn; a message's own words before what it quotes."""
    if hit.kind == "message":
        name = person_name(hit.sender)
        yield from (_Said(name, text) for text in _split(_HEADER.sub("", hit.own)))
        yield from (_Said(name, text, quoted=True) for text in _split(_HEADER.sub("", hit.quoted)))
        return
    for line in hit.own.splitlines():
        speaker, words = (split_turn(line) if hit.people else None) or ("", line)
        yield from (_Said(speaker, text) for text in _split(words))


def _split(text: str) -> Iterator[str]:
    for piece in _END.split(_MARK.sub("", text)):
        flat = " ".join(re.sub(r"(?m)^[>|#\s]+", "", piece).split())
        if flat:
            yield flat if len(flat) <= _MAX_CHARS else flat[: _MAX_CHARS - 1].rsplit(" ", 1)[0] + "…"


def _is_among(one: Sentence, chosen: Sequence[Sentence]) -> bool:
    return any(_alike(one, other) for other in chosen)


def _alike(one: Sentence, other: Sentence) -> bool:
    return len(one.stems & other.stems) > 0.7 * min(len(one.stems), len(other.stems))
