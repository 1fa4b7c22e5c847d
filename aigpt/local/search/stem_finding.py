"""Finds the words of a question in texts."""

from __future__ import annotations

import re
from collections.abc import Collection

from aigpt.local.search.tokens import fold, stem

__all__ = ["StemFinder"]

_START = 2  # letters at the beginning of a word that its stem has too


class StemFinder:
    """Finds *stems* in texts; only words that begin like one of them are stemmed, since that takes most of the time."""

    def __init__(self, stems: Collection[str]) -> None:
        self._stems = stems
        starts = sorted({word[:_START] for word in stems})
        # Each alternative begins with a letter, none with a look behind: so re skips whatever is none of these letters.
        words = (rf"{re.escape(start)}(?<![^\W_]{'.' * len(start)})[^\W_]*" for start in starts)
        self._alike = re.compile("|".join(["\n", *words]), re.DOTALL)

    def find(self, text: str) -> set[str]:
        """Return the stems in *text*."""
        return set[str]().union(*self.find_by_line(text))

    def find_by_line(self, text: str) -> list[set[str]]:
        """Return the stems in each line of *text*."""
        found: list[set[str]] = [set()]
        for word in self._alike.findall(fold(text)):
            if word == "\n":
                found.append(set())
            elif (one := stem(word)) in self._stems:
                found[-1].add(one)
        return found
