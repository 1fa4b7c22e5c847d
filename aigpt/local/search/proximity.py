"""A second look at the first few passages: how close together the question's words stand, and who says them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from aigpt.local.ingest.message_headers import person_name
from aigpt.local.ingest.notes import split_turn
from aigpt.local.items import ItemKind
from aigpt.local.search.idf import rarity
from aigpt.local.search.query_terms import fold, stem, tokens

__all__ = ["Closeness", "Readable"]

_TOGETHER = 4.0
_SAID = 4.0
_START = 2  # letters that a word and its stem have in common
_LONG = 4  # letters: shorter words of a name are titles and initials


class Readable(Protocol):
    """What is looked at of a passage."""

    @property
    def kind(self) -> ItemKind:
        """What it is a passage of."""
        ...

    @property
    def sender(self) -> str:
        """Who sent it, if it is a message."""
        ...

    @property
    def own(self) -> str:
        """Its lines."""
        ...


class Closeness:
    """What a passage gains by how its lines stand to the *words* of a question."""

    def __init__(self, db: sqlite3.Connection, words: Sequence[str]) -> None:
        self._words = set(words)
        self._weights = rarity(db, {stem(word) for word in words})
        self._total = sum(self._weights.values())
        starts = "|".join({word[:_START] for word in self._weights})
        self._alike = re.compile(rf"\n|(?<![^\W_])(?:{starts})[^\W_]*")

    def gain(self, passage: Readable) -> float:
        """Return what to add to the passage's score.

        Of the question's words, weighed by their rarity: the share that two neighbouring lines hold, and the share that
        somebody says whom the question names.
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
        """Return the stems that are looked for in each line; only words that begin like one are worth stemming."""
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
        """Whether the question has the words of *speaker*'s name, but for titles and initials."""
        name = tokens(speaker)
        telling = {word for word in name if len(word) >= _LONG} or set(name)
        return bool(telling) and telling <= self._words


def _speaker(passage: Readable, line: str) -> str:
    if passage.kind == "message":
        return person_name(passage.sender)
    return (split_turn(line) or ("",))[0]
