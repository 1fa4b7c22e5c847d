"""Words of a text, as the full-text index splits and stems them."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import Protocol

__all__ = ["fold", "stem", "stems_of", "tokens"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _LONGEST = 3, 64  # bytes
_ACCENTS = re.compile("[\u0300-\u036f]+")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)


class _ThreadStemmer(threading.local):
    """A stemmer for each thread, since a stemmer holds the word that it works on."""

    def __init__(self) -> None:
        # Imported by name, since it comes without types.
        self.stemmer: _Stemmer = import_module("snowballstemmer").stemmer("porter")


_own = _ThreadStemmer()


def tokens(text: str) -> list[str]:
    """Split *text* into words as the index does: letters and digits, lower case, without accents."""
    return _WORD.findall(fold(text))


def fold(text: str) -> str:
    """Return *text* in lower case and without accents."""
    return (text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).lower()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the Porter stem of *word*, as the index does: its own leaves very short and very long words alone."""
    is_stemmed = _SHORTEST <= len(word.encode()) <= _LONGEST
    return _own.stemmer.stemWord(word) if is_stemmed else word


def stems_of(text: str) -> set[str]:
    """Return the stems of all words of *text*."""
    return {stem(word) for word in tokens(text)}
