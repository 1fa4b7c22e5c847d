"""Which sentences of the passages answer a question best."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from aigpt.local.answer.sentence_splitting import Said, split_sentences
from aigpt.local.search.hits import Hit
from aigpt.local.search.idf import idf
from aigpt.local.search.query_terms import terms, topic
from aigpt.local.search.tokens import stem, stems_of, tokens
from aigpt.local.shown_text import inner_text

__all__ = ["Evidence", "Sentence", "rank_sentences"]

_MIN_WORDS = 3
_FULL_WORDS = 8  # words; the score of shorter sentences is reduced in proportion
_QUOTED_SHARE = 0.5  # the weight of a sentence that is a quotation
_PROSE_WORD = re.compile(
    "[\"'(\\[\u201c\u2018]*[^\\W\\d_]+(?:['\u2019-][^\\W\\d_]+)*[\"')\\]\u201d\u2019.,;:!?\u2026]*"
)
_PROSE = 0.7  # share of words, below which a sentence is taken for a log, patch, table or program
_MACHINE_SHARE = 0.2  # the weight of such a sentence
_TOLD_SHARE = 0.6  # the weight of words that a sentence chosen before has
_SAME_SHARE = 0.9  # the weight of a sentence for each one chosen before of its passage
_OPENINGS = 4
_PART_SHARE = 0.5  # of the words of a part of the question: enough to answer it
_AND = re.compile(r"[?;]\s+(?=\w)|,?\s+and\s+", re.IGNORECASE)
_RANK_SHARE = 0.5  # the weight of sentences of the last passage, relative to the first
_PAIR = 0.5  # added for two adjacent words of the question
_SUBJECT = 0.3  # the weight of words that only the message's subject has
_SUBJECT_SHARE = 0.5  # of the question's words: where the subject has so many, sentences without any may answer it
_ASKS_NUMBER = re.compile(
    r"\bhow\s+(?:much|many|long|old|far|high|large|big)\b|\bwhen\b|\b(?:what|which)\s+(?:time|date|day|year|number|price|amount)\b",
    re.IGNORECASE,
)
_NO_NUMBER_SHARE = 0.5  # the weight of such a sentence without a number, where one is asked for
_QUESTION_SHARE = 0.25  # the weight of what is a question itself, in a message
_CONTEXT = 280  # characters
_FURTHER = 2  # sentences
_ENOUGH = 60  # characters: of a sentence that says enough on its own,
_CLOSED = (".", "!", "\u2026", '"', "\u201d", ")")  # if it ends so
_PER_PASSAGE = 60  # sentences scored, of a very long message


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, with its score."""

    text: str
    speaker: str
    """The name of the speaker, or of the message's sender."""
    quoted: bool
    """Whether the speaker quotes somebody else."""
    hit: Hit
    stems: frozenset[str]
    score: float
    """The higher, the better."""
    found: frozenset[str] = frozenset()
    """The question's stems that it contains."""
    context: str = ""
    """It, and what its speaker says next if it is short or a question: there the answer often follows."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question."""

    hits: Sequence[Hit]
    sentences: Sequence[Sentence]
    """Best first: those that share a word with the question; if none does, the first one of each passage."""
    weights: Mapping[str, float]
    """The weight of each of the question's stems."""
    parts: Sequence[frozenset[str]] = ()
    """The stems of each part of the question, if "and" or question marks divide it."""

    def best(self, count: int, *, share: float = 0.45) -> list[Sentence]:
        """Return up to *count* sentences of at least *share* of the best score, without near duplicates."""
        chosen: list[Sentence] = []
        for sentence in self.sentences:
            if sentence.score < share * self.sentences[0].score or len(chosen) == count:
                break
            if not _is_among(sentence, chosen):
                chosen.append(sentence)
        return chosen

    def varied(self, count: int, *, share: float = 0.35, said: str = "", wanted: Iterable[str] = ()) -> list[Sentence]:
        """Return up to *count* sentences that complement each other, of at least *share* of the best score.

        The question's words count less in a sentence if one chosen before has them, or is of the same passage: so
        several people are quoted. Each part of the question gets a sentence, however short. They are in the order of
        their passages, the best first. None stands in what another one has with it; or in what was *said*
        before, unless it has one of the words *wanted* now.
        """
        told = _flat(said)
        now = frozenset(map(stem, wanted))
        fresh = [one for one in self.sentences if not told or one.stems & now or _flat(one.text) not in told]
        chosen: list[Sentence] = []
        fitting = [one for one in fresh if told and one.stems & now]
        least = share * max((one.score for one in fitting or self.sentences), default=0.0)
        while len(chosen) < count:
            pool = [one for one in fresh if one.score >= least and not _is_quoted(one, chosen)]
            if not chosen:  # the best source first, if it has anything to say
                pool = [one for one in pool if one.hit is self.hits[0]] or pool
            best = max(pool, key=lambda one: self._gain(one, chosen), default=None)
            if best is None or self._gain(best, chosen) < least:
                break
            chosen.append(best)
            if len(chosen) == 1:
                chosen += [one for one in self._other_parts(best) if one in fresh]
        chosen = [one for one in chosen if not any(_holds(other, one) for other in chosen if other is not one)]
        order = {hit.passage: rank for rank, hit in enumerate(self.hits)}
        return sorted(chosen[:count], key=lambda one: (order[one.hit.passage], -one.score))

    def _other_parts(self, first: Sentence) -> list[Sentence]:
        """Return the best sentence for each part of the question of which *first* has too few words."""
        chosen: list[Sentence] = []
        told = {word for one in self.sentences for word in one.found}
        for part in (part & told for part in self.parts):
            enough = _PART_SHARE * self._weight(part)
            if not part or self._weight(first.found & part) >= enough:
                continue
            fitting = [one for one in self.sentences if self._weight(one.found & part) >= enough]
            best = max(fitting, key=lambda one: one.score, default=first)
            if not _is_quoted(best, [first, *chosen]):
                chosen.append(best)
        return chosen

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self.weights[word] for word in words)

    def _gain(self, sentence: Sentence, chosen: Sequence[Sentence]) -> float:
        told = frozenset[str]().union(*(other.found for other in chosen))
        total, again = self._weight(sentence.found), self._weight(sentence.found & told)
        fresh = 1 - (1 - _TOLD_SHARE) * again / total if total else 1.0
        same = sum(other.hit.passage == sentence.hit.passage for other in chosen)
        return sentence.score * fresh * _SAME_SHARE**same


def rank_sentences(db: sqlite3.Connection, question: str, hits: Sequence[Hit], *, by_subject: bool = True) -> Evidence:
    """Score the sentences of *hits* by the words they share with *question*, weighted by `idf`.

    If *by_subject*, those without any count, too, of a message whose subject has most of the words ("Invoice 4711").
    What a message only quotes is left out, unless nothing else was found.
    """
    asked = [stem(word) for word in topic(question) or terms(question)]
    parts = [frozenset(map(stem, topic(part))) for part in _AND.split(" ".join(question.split()))]
    weights = idf(db, asked)
    asks_number = _ASKS_NUMBER.search(question) is not None
    wordless = (_NO_NUMBER_SHARE if asks_number else 1.0) if by_subject else 0.0
    found = [
        sentence
        for rank, hit in enumerate(hits)
        for sentence in _scored(hit, asked, weights, 1 - (1 - _RANK_SHARE) * rank / max(1, len(hits)), wordless)
    ]
    ordered = sorted(found, key=lambda sentence: -sentence.score)
    ordered = [sentence for sentence in ordered if not sentence.quoted] or ordered
    return Evidence(hits, ordered or list(_openings(hits)), weights, parts if len(parts) > 1 else ())


def _openings(hits: Sequence[Hit]) -> Iterator[Sentence]:
    """Yield the first sentence of each passage, for a question without words to look for."""
    for rank, hit in enumerate(hits[:_OPENINGS]):
        for said in split_sentences(hit):
            words = frozenset(stems_of(said.text))
            if len(words) >= _MIN_WORDS and not said.quoted and not said.row and _is_prose(said.text):
                yield Sentence(said.text, said.speaker, said.quoted, hit, words, 1.0 - rank / 100, context=said.text)
                break


def _scored(
    hit: Hit, asked: Sequence[str], weights: dict[str, float], share: float, wordless: float
) -> Iterator[Sentence]:
    """Yield the sentences of *hit*. *wordless*: the weight of one with no word that is asked for, and no number."""
    pairs = set(pairwise(asked))
    subject = stems_of(hit.subject) if hit.kind == "message" else set[str]()
    in_subject = sum(weights[word] for word in weights.keys() & subject)
    about = wordless > 0 and 0 < _SUBJECT_SHARE * sum(weights.values()) <= in_subject
    every = list(islice(split_sentences(hit), _PER_PASSAGE))
    for place, said in enumerate(every):
        words = [stem(word) for word in tokens(said.text)]
        if len(words) < _MIN_WORDS:
            continue
        present = frozenset(words)
        name = stems_of(said.speaker)
        has_word = bool(weights.keys() & present)
        if not has_word and not weights.keys() <= name and not about:
            continue  # of the question's words it has only the speaker's name
        shared = sum(weights[word] for word in weights.keys() & (present | name))
        shared += _SUBJECT * sum(weights[word] for word in (weights.keys() & subject) - present - name)
        together = sum(_PAIR * weights[a] for a, b in pairwise(words) if (a, b) in pairs)
        form = (_QUOTED_SHARE if said.quoted else 1) * (1 if _is_prose(said.text) and not said.row else _MACHINE_SHARE)
        context = _context(every, place)
        if hit.kind == "message" and context.endswith("?"):
            form *= _QUESTION_SHARE
        if not has_word and not any(map(str.isdigit, said.text)):
            form *= wordless
        score = share * (shared + together) * min(1.0, len(words) / _FULL_WORDS) * form
        if score > 0:
            told = frozenset(weights.keys() & present)
            yield Sentence(said.text, said.speaker, said.quoted, hit, present, score, told, context)


def _context(every: Sequence[Said], place: int) -> str:
    """Return the sentence at *place*; if it is short or a question, or goes on, with what its speaker says next."""
    first, *others = every[place : place + 1 + _FURTHER]
    text = first.text
    for said in [] if first.row else others:
        if len(text) >= _ENOUGH and text.endswith(_CLOSED):
            break
        if not (_is_prose(said.text) or text.endswith(":")):
            break
        if (said.speaker, said.quoted) != (first.speaker, first.quoted) or len(text) + len(said.text) > _CONTEXT:
            break
        text += f" {said.text}"
    return text


def _is_prose(text: str) -> bool:
    words = text.split()
    return sum(_PROSE_WORD.fullmatch(word) is not None for word in words) >= _PROSE * len(words)


def _holds(one: Sentence, other: Sentence) -> bool:
    """Return whether the text of *other* stands in what is quoted with *one*."""
    return other.hit.item == one.hit.item and _flat(other.text) in _flat(one.context)


def _flat(text: str) -> str:
    return " ".join(inner_text(text).split()).casefold()  # as it is quoted


def _is_among(one: Sentence, chosen: Sequence[Sentence]) -> bool:
    return any(_alike(one, other) for other in chosen)


def _is_quoted(one: Sentence, chosen: Sequence[Sentence]) -> bool:
    return any(_holds(other, one) or _alike(one, other) for other in chosen)


def _alike(one: Sentence, other: Sentence) -> bool:
    return len(one.stems & other.stems) > 0.7 * min(len(one.stems), len(other.stems))
