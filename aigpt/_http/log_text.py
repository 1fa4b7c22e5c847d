"""Records of the log made fit for people: one line each, which nothing in a name or a reply can forge or move."""

from __future__ import annotations

import copy
import logging
import re
import textwrap
from typing import Any, Final

__all__ = ["UNSAFE", "Places", "TerminalFormatter", "first_line_and_places"]

UNSAFE: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
"""What no terminal may get, for a class of `re`: control characters but tab and LF, direction marks, surrogates."""
_UNSAFE = re.compile(f"[{UNSAFE}\n\u2028\u2029]")


class Places(str):
    """Where in the code something happened: the only last argument of a record that may be lines.

    All other line breaks in a message came from outside, in the name of a file say.
    """

    __slots__ = ()


def first_line_and_places(record: logging.LogRecord) -> tuple[str, str]:
    """Return the message of *record* and the lines of `Places` below it, which most have not."""
    message = record.getMessage()
    last = record.args[-1] if isinstance(record.args, tuple) and record.args else None
    if isinstance(last, Places) and last and message.endswith(last):
        return message.removesuffix(last).rstrip("\n"), last.strip("\n")
    return message, ""


class TerminalFormatter(logging.Formatter):
    """Escapes whatever moves the cursor, hides text or begins a line that looks like another record.

    It changes no record: other handlers get them as they were.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return *record* as text: what follows its first line is indented."""
        shown = copy.copy(record)
        message, places = first_line_and_places(record)
        shown.msg, shown.args = _escaped(message), ()
        shown.exc_text = None  # of another handler's formatter
        text = super().format(shown)
        return f"{text}\n{_escaped_lines(places)}" if places else text

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the name in logging)
        """Return a traceback, in which the messages of exceptions may have lines of their own."""
        return textwrap.indent(_escaped_lines(super().formatException(ei)), "  ")


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def _escaped_lines(text: str) -> str:
    return "\n".join(map(_escaped, text.split("\n")))
