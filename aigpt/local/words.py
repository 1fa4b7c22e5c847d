"""Words: what of a question is looked for, and how words are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from typing import Protocol

__all__ = ["count_tokens", "match_any", "match_people", "stem", "terms", "tokens"]

MAX_TERMS = 48
"""Of a longer text, this many different words are looked for: the first ones."""

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)


# Imported by name, since it comes without types.
_stemmer: _Stemmer = import_module("snowballstemmer").stemmer("porter")

# Words that say how something is asked and not what about; they are looked for only where there are no others.
_STOP = frozenset(
    """
    a about above after again against all am an and any are as at be because been before being below between both but by
    can could did do does doing down during each few for from further had has have having he her here hers herself him
    himself his how i if in into is it its itself just me more most my myself no nor not of off on once only or other
    our ours ourselves out over own same she should so some such than that the their theirs them themselves then there
    these they this those through to too under until up us very was we were what when where which while who whom whose
    why will with would you your yours yourself yourselves s t d ll re ve m tell please show give find list summarize
    summarise describe explain discuss discussed discussion discussing think thinks thought talk talked talking say
    says said mean mention mentioned according
    """.split()  # noqa: SIM905 (a list of words is best read as text)
)


def tokens(text: str) -> list[str]:
    """Split *text* into words as the index does: letters and digits, lower case, without accents."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text.lower())


def terms(text: str) -> list[str]:
    """Return the different words of *text* that say what it is about, in their order."""
    words = list(dict.fromkeys(tokens(text)))
    telling = [word for word in words if word not in _STOP]
    return (telling or words)[:MAX_TERMS]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what *word* has in common with its other forms, by Porter's rules as the index does."""
    return _stemmer.stemWord(word)


def match_any(words: Sequence[str]) -> str:
    """Return an FTS5 expression for texts with any of *words*, and the better where two neighbours stand together.

    *words* come from `terms`, so that nothing in them is syntax; each is quoted all the same. Without words it
    matches nothing.
    """
    pairs = [f'"{a} {b}"' for a, b in pairwise(words)]
    return " OR ".join([f'"{word}"' for word in words] + pairs) or '""'


def match_people(people: list[str]) -> str | None:
    """Return an FTS5 expression for passages with any of *people*, by name or address; None where they name nobody."""
    phrases = [" ".join(tokens(name)) for person in people for name in _spellings(person)]
    return "people : (" + " OR ".join(f'"{phrase}"' for phrase in phrases) + ")" if any(phrases) else None


def _spellings(person: str) -> list[str]:
    """``Last, First`` also as ``First Last``."""
    last, comma, first = person.partition(",")
    return [person, f"{first} {last}"] if comma else [person]


def count_tokens(*texts: str) -> int:
    """Count the words and punctuation marks in *texts*: what the server reports as tokens."""
    return sum(1 for text in texts for _ in _TOKEN.finditer(text))
