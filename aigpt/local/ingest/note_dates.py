"""The day of notes: what the file's name says, or else the beginning of its text.

The time of the file is no date of the notes: a copy has another one.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import UTC, datetime

__all__ = ["day_in_name", "day_in_text"]

_LINES = 10  # lines with text at the beginning
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_./]?(?P<month>0[1-9]|1[0-2])[-_./]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAMES = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS = _NAMES | {name[:3]: number for name, number in _NAMES.items()} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"\b(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WRITTEN = (
    re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
)
# Only these lines say of which day the notes are; a day in a sentence is one that they are about.
_SAYS_DAY = re.compile(r"^\s*(?:#|[*_>-]*\s*(?:date|when|day|held on|datum|created)\b[*_]*\s*[:=])", re.IGNORECASE)
_BESIDE_DAY = re.compile(r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\W*$", re.IGNORECASE)


def day_in_name(name: str) -> int | None:
    """Return the beginning of the day in a file's *name*, such as ``2026-05-29``, in Unix seconds."""
    return _find(name)[0]


def day_in_text(lines: Sequence[str]) -> int | None:
    """Return the day that a heading, a ``Date:`` line or a line of its own says at the beginning of *lines*."""
    written = (line for line in lines[: 3 * _LINES] if line.strip())
    for _, line in zip(range(_LINES), written, strict=False):
        day, rest = _find(line[:200])
        if day is not None and (_SAYS_DAY.match(line) or _BESIDE_DAY.match(rest)):
            return day
    return None


def _find(text: str) -> tuple[int | None, str]:
    """Return the first day that *text* names, and the text beside it."""
    for pattern in (_ISO, *_WRITTEN):
        found = pattern.search(text)
        day = found and _seconds(found)
        if found and day:
            return day, text[: found.start()] + text[found.end() :]
    return None, text


def _seconds(found: re.Match[str]) -> int | None:
    month = found["month"].lower()
    try:
        number = _MONTHS.get(month) or int(month)
        return int(datetime(int(found["year"]), number, int(found["day"]), tzinfo=UTC).timestamp())
    except ValueError:
        return None
