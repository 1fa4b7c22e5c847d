"""Full-text queries in the syntax of FTS5."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aigpt.local.search.tokens import tokens

__all__ = ["match_any", "match_people", "match_words"]


def match_any(words: Sequence[str]) -> str:
    """Return an expression for texts with any of *words*; two that are neighbours count half as much again as a phrase.

    FTS5 has no weights for the terms of an expression, but counts one that stands twice in it twice. Without words it
    matches nothing. *words* come from `terms`, so they contain no syntax; they are quoted anyway.
    """
    pairs = [f'"{a} {b}"' for a, b in pairwise(words)]
    return " OR ".join([f'"{word}"' for word in words] * 2 + pairs) or '""'


def match_words(words: Sequence[str]) -> str:
    """Return an expression for the same texts as `match_any`, where their score does not matter."""
    return " OR ".join(f'"{word}"' for word in words) or '""'


def match_people(people: list[str]) -> str:
    """Return an expression for passages with any of *people*, by name or address."""
    phrases = [" ".join(tokens(name)) for person in people for name in _spellings(person)]
    return "people : (" + " OR ".join(f'"{phrase}"' for phrase in phrases) + ")" if any(phrases) else '""'


def _spellings(person: str) -> list[str]:
    """Return ``Last, First`` also as ``First Last``."""
    last, comma, first = person.partition(",")
    return [person, f"{first} {last}"] if comma else [person]
