"""What a passage gains if the question's words stand close together in it, or are said by a person it names."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from aigpt.local.ingest.message_headers import person_name
from aigpt.local.ingest.notes import split_turn
from aigpt.local.search.hits import Hit
from aigpt.local.search.idf import idf
from aigpt.local.search.tokens import fold, stem, tokens

__all__ = ["Proximity"]

_TOGETHER = 4.0
_SAID = 4.0
_START = 2  # letters at the beginning of a word that its stem has too
_LONG = 4  # letters: shorter words of a name are titles and initials


class Proximity:
    """Scores passages by the *words* of a question, line by line."""

    def __init__(self, db: sqlite3.Connection, words: Sequence[str]) -> None:
        self._words = set(words)
        self._weights = idf(db, {stem(word) for word in words})
        self._total = sum(self._weights.values())
        starts = "|".join({word[:_START] for word in self._weights})
        self._alike = re.compile(rf"\n|(?<![^\W_])(?:{starts})[^\W_]*")

    def gain(self, passage: Hit) -> float:
        """Return what to add to the passage's score.

        It grows with the share of the question's words, weighted by `idf`, that two adjacent lines contain, and with
        the share that is said by somebody whom the question names.
        """
        lines = passage.own.split("\n")
        found = self._found(passage.own)
        together = max((self._share(one | two) for one, two in pairwise([*found, set[str]()]) if one), default=0.0)
        said: set[str] = set()
        for line, words in zip(lines, found, strict=True):
            if words - said and self._names(_speaker(passage, line)):
                said |= words
        return _TOGETHER * together + _SAID * self._share(said)

    def _found(self, text: str) -> list[set[str]]:
        """Return the question's stems in each line; only words that begin like one of them are stemmed."""
        found: list[set[str]] = [set()]
        for word in self._alike.findall(fold(text)):
            if word == "\n":
                found.append(set())
            elif (one := stem(word)) in self._weights:
                found[-1].add(one)
        return found

    def _share(self, found: set[str]) -> float:
        return sum(self._weights[word] for word in found) / self._total

    def _names(self, speaker: str) -> bool:
        """Whether the question has all words of *speaker*'s name, except titles and initials."""
        name = tokens(speaker)
        full = {word for word in name if len(word) >= _LONG} or set(name)
        return bool(full) and full <= self._words


def _speaker(passage: Hit, line: str) -> str:
    if passage.kind == "message":
        return person_name(passage.sender)
    return (split_turn(line) or ("",))[0]
