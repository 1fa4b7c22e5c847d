"""Why a bulk run cannot begin, or cannot go on. Each message is one line that names the file and the remedy."""

from __future__ import annotations

from aigpt.errors import IGPTError


class BulkError(IGPTError):
    """A bulk run cannot begin, or cannot go on. What is in the output stays."""


class InputError(BulkError):
    """The input cannot be read, or a line of it is no question; `line` is its number, from 1, or None."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class OutputError(BulkError):
    """The output cannot be written."""


class MismatchError(OutputError):
    """The output belongs to something else."""
