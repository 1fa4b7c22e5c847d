"""Wrap text between words while it arrives."""

from __future__ import annotations

import io
import re
from typing import TextIO

from rich.cells import cell_len

from aigpt.cli.safe_text import clean

_WORD = re.compile(r"[^ \t\n]*[ \t\n]")
_MAX_WORD = 40
_GAPS = {"\t": "    ", "": ""}


class WordWrapper(io.TextIOBase):
    """A text file that writes to *out*, wrapped at *width* columns (None: not wrapped), each line after *margin*.

    A word is written as soon as it is complete; text without spaces, such as Japanese, as soon as it is longer than a
    word could be.
    """

    def __init__(self, out: TextIO, width: int | None, margin: str = "") -> None:
        self._out = out
        self._width = width
        self._margin = margin
        self._column = 0
        self._gap = ""
        self._rest = ""

    def write(self, text: str) -> int:
        """Write the complete words of *text*, cleaned; the last one is kept, since the next piece may continue it."""
        text = self._rest + clean(text)
        words = _WORD.findall(text)
        self._rest = text[sum(map(len, words)) :]
        for word in words:
            self._write_word(word[:-1], word[-1])
        if len(self._rest) > _MAX_WORD:
            self._write_word(self._rest, "")
            self._rest = ""
        self._out.flush()
        return len(text)

    def finish(self) -> None:
        """Write the kept word, and end the last line."""
        if self._rest or self._column:
            self.write("\n")

    def _write_word(self, word: str, space: str) -> None:
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
