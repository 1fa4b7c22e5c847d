"""Days written in English text, for the date properties of a schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

__all__ = ["find_days", "without_days"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_PATTERN = re.compile(
    r"\b(?P<y1>(?:19|20)\d\d)-(?P<n1>\d\d)-(?P<d1>\d\d)\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format(n=2)}(?:,?\s+(?P<y2>(?:19|20)\d\d))?\b"
    rf"|\b{_MONTH.format(n=3)}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y3>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)


def find_days(text: str, year: int) -> Iterator[date]:
    """Find the days written as ``2002-08-22``, ``22 August [2002]`` or ``August 22[, 2002]``; *year* is the default."""
    for match in _PATTERN.finditer(text):
        named = match.groupdict()
        day = next(int(named[key]) for key in ("d1", "d2", "d3") if named[key])
        month = named["m2"] or named["m3"]
        number = _MONTHS.index(month[:3].lower()) + 1 if month else int(named["n1"])
        try:
            yield date(int(named["y1"] or named["y2"] or named["y3"] or year), number, day)
        except ValueError:
            continue  # such as 31 June


def without_days(text: str) -> str:
    """Return *text* with spaces in place of its days, so that they are not read as numbers."""
    return _PATTERN.sub(lambda match: " " * len(match[0]), text)
