"""Words: what of a question is looked for, and how words are compared."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from typing import Protocol

__all__ = ["count_tokens", "fold", "match_any", "match_people", "stem", "telling", "terms", "tokens", "topic"]

MAX_TERMS = 48
"""Of a longer text, this many different words are looked for: the first ones."""

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)


class _Own(threading.local):
    """A stemmer for each thread: one keeps the word that it is at."""

    def __init__(self) -> None:
        # Imported by name, since it comes without types.
        self.stemmer: _Stemmer = import_module("snowballstemmer").stemmer("porter")


_own = _Own()

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


# Whom a question is put to in general: "What did the group discuss …", "Why did the team decide …".
_EVERYBODY = re.compile(
    r"(?P<before>^\W*(?:what|why|how|when|which|where)\b[^.?!]{0,20}?\bdid\s+)(?:the\s+)?"
    r"(?:(?:group|team)(?:\s+members)?|meeting|members|participants|everyone|everybody|people|they)\b",
    re.IGNORECASE,
)

# Words that any message answers to.
_SAYS_NOTHING = frozenset(
    """
    mail mails email emails message messages post posts note notes news update updates new happen happened happening
    write wrote written writes send sent sends receive received get got arrive arrived come came hear heard anything
    everything something reply replied replies ask asked want wanted tell told latest newest recent
    """.split()  # noqa: SIM905 (a list of words is best read as text)
)


def tokens(text: str) -> list[str]:
    """Split *text* into words as the index does: letters and digits, lower case, without accents."""
    return _WORD.findall(fold(text))


def fold(text: str) -> str:
    """Return *text* in lower case and without accents."""
    return (text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).lower()


def terms(text: str) -> list[str]:
    """Return the different words of *text* that say what it is about, in their order."""
    return telling(text) or list(dict.fromkeys(tokens(text)))[:MAX_TERMS]


def telling(text: str) -> list[str]:
    """Return what `terms` does, but nothing where *text* only says how something is asked."""
    words = dict.fromkeys(tokens(_EVERYBODY.sub(r"\g<before>", text, count=1)))
    return [word for word in words if word not in _STOP][:MAX_TERMS]


def topic(text: str) -> list[str]:
    """Return what `telling` does without the words that any message answers to."""
    return [word for word in telling(text) if word not in _SAYS_NOTHING]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what *word* has in common with its other forms, by Porter's rules as the index does."""
    return _own.stemmer.stemWord(word)


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
