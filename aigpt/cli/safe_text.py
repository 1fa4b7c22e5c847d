"""Text and dates from mail and servers, made safe and readable for a terminal. Pure functions.

They may contain escape sequences that move the cursor, rename the window or hide text; none reaches the terminal.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from aigpt._http.log_text import UNSAFE

_SEQUENCE = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x9d\n]*(?:\x07|\x1b\\|\x9c)"  # OSC: a window title, a link
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, screen
)
_UNSAFE = re.compile(f"[{UNSAFE}]")


def clean(text: str) -> str:
    """Return *text* without escape sequences, control characters (except tab and line feed) and direction marks."""
    return _UNSAFE.sub("", _SEQUENCE.sub("", text.replace("\r\n", "\n")))


def one_line(value: object) -> str:
    """Return *value* as clean text on one line; empty for None."""
    return "" if value is None else " ".join(clean(str(value)).split())


def to_json(value: Any, *, indent: int | None = None) -> str:
    """Return *value* as JSON that is safe for a terminal: what `clean` would remove is escaped."""
    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False, indent=indent))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def format_date(timestamp: object) -> str:
    """Return the local date, ``YYYY-MM-DD``, of Unix seconds or an ISO 8601 string; empty for anything else."""
    try:
        if isinstance(timestamp, str):
            return f"{_local(datetime.fromisoformat(timestamp)):%Y-%m-%d}"
        if isinstance(timestamp, int | float):
            return f"{_local(datetime.fromtimestamp(timestamp, UTC)):%Y-%m-%d}"
    except (ValueError, OverflowError, OSError):  # not a date, or one out of range
        pass
    return ""


def amount(number: int, noun: str) -> str:
    """Return a number and its noun in the plural where it needs it: ``1 message``, ``1,200 messages``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _local(moment: datetime) -> datetime:
    return moment.astimezone() if moment.tzinfo else moment


def snippet(content: object, query: str, width: int) -> str:
    """Return at most *width* characters of *content* on one line, around the first word of *query* in it."""
    text = one_line(content)
    if len(text) <= width:
        return text
    start = max(0, min(_first_match(text, query) - width // 4, len(text) - width + 2))
    if start:
        start = text.find(" ", start) + 1 or start  # start at the next word, if there is one
    head = "… " if start else ""
    room = width - len(head)
    if len(text) - start <= room:
        return head + text[start:]
    return f"{head}{text[start : start + room - 2].rsplit(' ', 1)[0]} …"


def _first_match(text: str, query: str) -> int:
    words = [re.escape(word) for word in re.findall(r"\w{3,}", query)]
    found = re.search(rf"\b(?:{'|'.join(words)})", text, re.IGNORECASE) if words else None
    return found.start() if found else 0
