"""The warnings of the embedded server on stderr of `aigpt serve`."""

from __future__ import annotations

import logging
import math
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self

from aigpt._http.log import is_set_up
from aigpt._http.log_text import first_line_and_places
from aigpt.cli.safe_text import one_line
from aigpt.cli.serve_model import KEY_VARIABLE

if TYPE_CHECKING:
    from aigpt.cli.serve_progress import IndexingProgress

__all__ = ["ServerWarnings"]

_PAUSE: Final = 60.0  # seconds until the same warning is printed again
_MOST: Final = 20  # in that time
_SERVER = "aigpt.local"
_MODEL = "aigpt.local.model"
_READING = "aigpt.local.reading"
_NO_ROOM = f"Warning: more than {_MOST} in {_PAUSE:.0f} s; some are not shown. AIGPT_LOG=info shows all."
_REQUEST_ID = re.compile(r" \(request id [^()]*\)")


class ServerWarnings(logging.Handler):
    """Prints the server's warnings above the bars of *progress* until the block ends, with what to change here.

    The same one is printed again after a while only, since clients ask again; of thousands of messages that cannot be
    read, some are named. Where AIGPT_LOG prints the log anyway, only those of the models are printed, which have a
    remedy here.
    """

    def __init__(self, progress: IndexingProgress) -> None:
        super().__init__(logging.WARNING)
        self._progress = progress
        self._log = logging.getLogger(_MODEL if is_set_up() else _SERVER)
        self._unread = _Room()  # of its own: unreadable files may be many, and hide nothing else
        self._others = _Room()
        self._names_unread = False

    def __enter__(self) -> Self:
        self._log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)
        for room in (self._unread, self._others):
            self._print(room.not_shown())

    def name_unread(self) -> None:
        """From now on, name what cannot be read, too: what could not be so far has been listed."""
        self._names_unread = True

    def emit(self, record: logging.LogRecord) -> None:
        """Print *record*, unless it was just printed."""
        if record.name == _READING and not self._names_unread:
            return
        with suppress(Exception):  # what logs may be in a transaction, which must not end for a warning
            self._show(record)

    def _show(self, record: logging.LogRecord) -> None:
        first, places = first_line_and_places(record)
        message = one_line(first)
        room = self._unread if record.name == _READING else self._others
        # Places are part of it: two faults of a route may be different ones.
        is_shown, of_others = room.admit(f"{_REQUEST_ID.sub('', message)}\n{places}", time.monotonic())
        self._print(of_others)
        if not is_shown:
            return
        if record.name == _MODEL:
            message = _with_options(message, "--embedding-model" if "embedding" in str(record.msg) else "--model")
        lines = [f"Warning: {self._with_title(message)}", *(f"  {one_line(place)}" for place in places.splitlines())]
        self._print("\n".join(lines))

    def _with_title(self, message: str) -> str:
        """Name a datasource as the progress does: its id alone says little."""
        name, colon, rest = message.partition(": ")
        title = self._progress.titles.get(name)
        return f"{title} ({name}): {rest}" if title and colon else message

    def _print(self, text: str) -> None:
        if text:
            self._progress.print_line(text)


class _Room:
    """Room for so many warnings a minute."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}
        self._begun = -math.inf
        self._shown = 0  # since then
        self._hidden = 0

    def admit(self, warning: str, now: float) -> tuple[bool, str]:
        """Return whether to print *warning*, and what is to be printed before of those that there was no room for."""
        of_others = ""
        if now - self._begun >= _PAUSE:
            of_others = self.not_shown()
            self._begun, self._shown = now, 0
        self._told = {other: when for other, when in self._told.items() if now - when < _PAUSE}
        if warning in self._told:
            return False, of_others
        if self._shown >= _MOST:
            self._hidden += 1
            return False, _NO_ROOM if self._hidden == 1 else ""
        self._told[warning] = now
        self._shown += 1
        return True, of_others

    def not_shown(self) -> str:
        """Return how many warnings were not shown since that was told last; empty for none."""
        hidden, self._hidden = self._hidden, 0
        return f"Warning: {hidden:,} more {'was' if hidden == 1 else 'were'} not shown." if hidden else ""


def _with_options(message: str, option: str) -> str:
    for hint, remedy in (
        ("; check the key", f"; check the key in {KEY_VARIABLE}"),
        ("; check the URL and the name of the model", f"; check --model-url and {option}"),
    ):
        message = message.replace(hint, remedy)
    return message
