"""Where the lines of a file are, by which it is cut into shards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from aigpt.bulk.input_formats import BOM, SPACE


class Lines:
    """The lines of a file as `csv.reader` takes them, and where they are."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.at: int = 0
        """The byte after the last line."""
        self.number: int = 0
        """How many lines a text editor counts up to it."""
        self.read: int = 0
        """How many there were."""
        self.last: bytes = b""

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            self._pass(line)
            yield (line.removeprefix(BOM) if self.read == 1 else line).decode(errors="surrogateescape")

    def starts(self) -> Iterator[tuple[int, int]]:
        """Yield where each line starts that is not empty: its byte, and the lines before it."""
        at = 0
        for line in self._file:
            if (line if at else line.removeprefix(BOM)).strip(SPACE):
                yield at, self.number
            at += len(line)
            self.at, self.number = at, self.number + 1

    def _pass(self, line: bytes) -> None:
        self.last = line
        self.read += 1
        self.at += len(line)
        # A carriage return alone, which a cell may hold, is the end of a line too.
        self.number += 1 + line.count(b"\r") - line.endswith(b"\r\n")
