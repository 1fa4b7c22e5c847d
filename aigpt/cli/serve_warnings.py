"""The warnings of the embedded server on stderr of `aigpt serve`."""

from __future__ import annotations

import logging
import math
import time
from typing import Final, Self

import click

from aigpt._http.log import is_set_up
from aigpt.cli.safe_text import one_line
from aigpt.cli.serve_model import KEY_VARIABLE

__all__ = ["ServerWarnings"]

_PAUSE: Final = 60.0  # seconds until the same warning is printed again
_MOST: Final = 20  # in that time
_SERVER = "aigpt.local"
_MODEL = "aigpt.local.model"
_READING = "aigpt.local.reading"


class ServerWarnings(logging.Handler):
    """Prints the server's warnings to stderr until the block ends, with what to change here.

    The same one is printed again after a while only, since clients ask again; of thousands of messages that cannot be
    read, some are named. Where AIGPT_LOG prints the log anyway, only those of the models are printed, which have a
    remedy here.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._log = logging.getLogger(_MODEL if is_set_up() else _SERVER)
        self._told: dict[str, float] = {}
        self._more_told = -math.inf
        self._names_unread = False

    def __enter__(self) -> Self:
        self._log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)

    def name_unread(self) -> None:
        """From now on, name what cannot be read, too: what could not be so far has been listed."""
        self._names_unread = True

    def emit(self, record: logging.LogRecord) -> None:
        """Print *record*, unless it was just printed."""
        if record.name == _READING and not self._names_unread:
            return
        first, *places = record.getMessage().splitlines() or [""]
        message = one_line(first)
        now = time.monotonic()
        self._told = {other: when for other, when in self._told.items() if now - when < _PAUSE}
        if message in self._told:
            return
        if len(self._told) >= _MOST:
            self._tell_of_more(now)
            return
        self._told[message] = now
        if record.name == _MODEL:
            message = _with_options(message, "--embedding-model" if "embedding" in str(record.msg) else "--model")
        click.echo("\n".join([f"Warning: {message}", *(f"  {one_line(place)}" for place in places)]), err=True)

    def _tell_of_more(self, now: float) -> None:
        if now - self._more_told >= _PAUSE:
            self._more_told = now
            click.echo(
                f"Warning: more than {_MOST} in {_PAUSE:.0f} s; some are not shown. AIGPT_LOG=info shows all.", err=True
            )


def _with_options(message: str, option: str) -> str:
    for hint, remedy in (
        ("; check the key", f"; check the key in {KEY_VARIABLE}"),
        ("; check the URL and the name of the model", f"; check --model-url and {option}"),
    ):
        message = message.replace(hint, remedy)
    return message
