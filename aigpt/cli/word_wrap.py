"""Fold text between words while it comes."""

from __future__ import annotations

import io
import re
from typing import TextIO

from rich.cells import cell_len

from aigpt.cli.safe_text import clean

_WORD = re.compile(r"[^ \t\n]*[ \t\n]")
_LONGEST_WORD = 40
_GAPS = {"\t": "    ", "": ""}


class Folded(io.TextIOBase):
    """A text file that writes on to *out*, folded at *width* columns (None: not folded), each line after *margin*.

    A word is written as soon as it is whole, so that an answer can be watched as it comes; what is too long for a word
    (Japanese has no spaces) is not waited for.
    """

    def __init__(self, out: TextIO, width: int | None, margin: str = "") -> None:
        self._out = out
        self._width = width
        self._margin = margin
        self._column = 0
        self._gap = ""
        self._rest = ""

    def write(self, text: str) -> int:
        """Write the whole words of *text*, cleaned; the last one waits, since the next piece may go on with it."""
        text = self._rest + clean(text)
        words = _WORD.findall(text)
        self._rest = text[sum(map(len, words)) :]
        for word in words:
            self._put(word[:-1], word[-1])
        if len(self._rest) > _LONGEST_WORD:
            self._put(self._rest, "")
            self._rest = ""
        self._out.flush()
        return len(text)

    def finish(self) -> None:
        """Write what is left, and end the last line."""
        if self._rest or self._column:
            self.write("\n")

    def _put(self, word: str, space: str) -> None:
        if self._width is not None and self._column + cell_len(self._gap + word) > self._width and self._column:
            self._end_line()
        if not self._column:
            self._emit(self._margin)
        if word or space != "\n":  # no blanks at the end of a line
            self._emit(self._gap + word)
        self._gap = _GAPS.get(space, " ")
        if space == "\n":
            self._end_line()

    def _emit(self, text: str) -> None:
        self._out.write(text)
        self._column += cell_len(text)

    def _end_line(self) -> None:
        self._out.write("\n")
        self._column, self._gap = 0, ""
