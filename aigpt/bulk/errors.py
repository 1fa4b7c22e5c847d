"""Why a bulk run cannot start or continue. Each message is one line that names the file and the remedy."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TypeVar

from aigpt.bulk.option_names import Message, for_command
from aigpt.errors import IGPTError

T = TypeVar("T")


class BulkError(IGPTError):
    """A bulk run cannot start or continue. Rows already in the output are kept."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        """What happened, and the remedy, which may name options of `run_file`."""

    @property
    def for_command(self) -> str:
        """The message, with the options it names called as on the command line: ``--fresh`` for ``fresh=True``."""
        return for_command(self.message)


class InputError(BulkError):
    """The input cannot be read, or a line of it is not a valid row; `line` is its number, from 1, or None."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@contextmanager
def naming(name: str) -> Generator[None]:
    """Name the file in an InputError that is raised in the block."""
    try:
        yield
    except InputError as exc:
        raise InputError(Message(f"{name}: ", exc.message), exc.line) from exc


def named(rows: Iterable[T], name: str) -> Generator[T]:
    """Yield *rows* of the file *name*, which an InputError then names."""
    with naming(name):
        yield from rows


class InputChangedError(InputError):
    """The input was written while the run was reading it."""


class OutputError(BulkError):
    """The output cannot be written or read."""


class UnusableOutputError(OutputError):
    """No run can start with this output: it cannot be opened, is something else, or another run is writing it."""


class MismatchError(UnusableOutputError):
    """The output belongs to a run with another input or other options."""


class BadLineError(Exception):
    """A line of the input that is not a valid row. The message says why, without quoting the line."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
