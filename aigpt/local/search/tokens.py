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
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MANY = 1.2  # bytes for each character: then most letters are not ASCII
_MOST_FOLDED = 30_000  # of a million that a mail may have
_SHORTEST, _LONGEST = 3, 64  # bytes
_MARKS = frozenset(map(chr, range(0x300, 0x370)))  # that change the letter before them


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


class _Folding(dict[int, str]):
    """What becomes of each character: as in the index, accents go where they are on one of the letters from a to z.

    й, ά and 한 stay as they are: SQLite's tokenizer keeps them, and what is searched for must be what it has kept.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code).casefold()
        char = char if len(char) == 1 else chr(code).lower()
        base = unicodedata.normalize("NFD", char)[0]
        folded = "" if char in _MARKS else base if base.isascii() and base.isalpha() else char
        if len(self) < _MOST_FOLDED:
            self[code] = folded
        return folded


_folding = _Folding()


def fold(text: str) -> str:
    """Return *text* in lower case and without accents."""
    if text.isascii():
        return text.lower()
    # To look each character up takes long; where few are not ASCII, these alone are.
    if len(text.encode("utf-8", "surrogatepass")) > _MANY * len(text):
        return text.translate(_folding)
    return _NOT_ASCII.sub(_fold_run, text).lower()


def _fold_run(run: re.Match[str]) -> str:
    return run[0].translate(_folding)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the Porter stem of *word*, as the index does: its own leaves very short and very long words alone."""
    is_stemmed = _SHORTEST <= len(word.encode()) <= _LONGEST
    return _own.stemmer.stemWord(word) if is_stemmed else word


def stems_of(text: str) -> set[str]:
    """Return the stems of all words of *text*."""
    return {stem(word) for word in tokens(text)}
