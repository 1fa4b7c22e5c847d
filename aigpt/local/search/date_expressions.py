"""The days that a question names: "last week", "in August 2002", "between 3 and 10 September", "since Monday".

Patterns here find the expressions; `dateparser` says which day they mean. Ambiguous words count only where they are
clear: "May" and "March" after a preposition of time or next to a number (there with a capital letter), a month or a
weekday alone only after such a preposition, weekdays only in full.
"""

from __future__ import annotations

import calendar
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["Period", "find_period"]

_UNIT = r"(?:day|week|month|year)"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_YEAR = r"(?:19|20)\d\d"
_CLEAR_MONTH = (
    r"(?:january|february|april|june|july|august|september|october|november|december"
    r"|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_MONTH = rf"(?:{_CLEAR_MONTH}|may|march|mar\.?)"
_BESIDE = rf"(?:{_CLEAR_MONTH}|(?-i:M(?:ay|AY|arch|ARCH|ar\.?)))"  # what may stand next to a day's number
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_RELATIVE = (
    rf"(?:(?:the\s+)?day\s+before\s+yesterday|yesterday|today|{_COUNT}\s+{_UNIT}s?\s+ago"
    rf"|(?:last|past|previous|this)\s+(?:week|month|year|{_WEEKDAY}))"
)
_WEEK = rf"(?:(?:first|1st|second|2nd|third|3rd|fourth|4th|last)\s+week\s+(?:of|in)\s+{_MONTH}(?:,?\s+{_YEAR})?)"
_STRONG = (
    rf"(?:{_WEEK}|{_YEAR}-\d\d-\d\d|{_DAY}\s+(?:of\s+)?{_BESIDE}(?:,?\s+{_YEAR})?|{_BESIDE}\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?"
    rf"|{_MONTH},?\s+{_YEAR}|{_RELATIVE})"
)
"""A date that needs no preposition."""
_TO = r"\s*(?:\s(?:and|or|to|till?|until|through)\s|[-\u2013])\s*"
_TIME = rf"(?:{_STRONG}|{_MONTH}\s+{_DAY}(?!\d)|{_WEEKDAY}|{_YEAR}|{_MONTH})"
"""What may follow a preposition of time."""
_PATTERN = (
    rf"\b(?:(?:in|over|during|within|for|from)\s+)?(?:the\s+)?"
    rf"(?:(?:last|past)\s+(?P<recent>{_COUNT}\s+{_UNIT}s?)|past\s+(?P<past>{_UNIT}))\b"
    rf"|\b(?:(?:between|from)\s+(?:the\s+)?(?P<a1>{_TIME}|{_DAY}){_TO}(?P<b1>{_TIME})"
    rf"|(?:(?:in|on|during)\s+)?(?P<a2>{_STRONG}|{_DAY}|{_MONTH}){_TO}(?P<b2>{_STRONG}))\b"
    rf"|\b(?P<way>since|after|before|until|till)\s+(?:the\s+)?(?P<bound>{_TIME})\b"
    rf"|\b(?:(?:in|on|from|during|of)\s+)?(?:the\s+)?(?P<strong>{_STRONG})\b"
    rf"|\b(?:on\s+(?P<on>{_WEEKDAY}|{_MONTH}\s+{_DAY})|(?:in|during)\s+(?P<in>{_YEAR}|{_MONTH}))\b(?!\s+\d)"
)


_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_MAX_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, in UTC."""

    first: date | None
    """None for no bound."""
    last: date | None
    """Within the period; None for no bound."""
    span: tuple[int, int]
    """Where it stands in the text: start and end."""


# Each expression has a digit or one of these.
_HINT = re.compile(r"\d|day|week|month|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern, compiled for the first question that may name a day: that takes 40 ms."""
    return re.compile(_PATTERN, re.IGNORECASE)


def find_period(text: str, today: date) -> Period | None:
    """Return the first period that *text* names, relative to *today*; None if it names none.

    A date without a year is the latest one that is not in the future. A week is from Monday to Sunday. Blocks: the
    first call loads `dateparser`, which takes 0.2 s.
    """
    if _HINT.search(text, 0, _MAX_CHARS) is None:
        return None
    for match in _pattern().finditer(text, 0, _MAX_CHARS):
        bounds = _bounds(match, today)
        if bounds is not None:
            return Period(*bounds, match.span())
    return None


def _bounds(match: re.Match[str], today: date) -> tuple[date | None, date | None] | None:
    named = match.groupdict()
    if recent := named["recent"] or (named["past"] and f"a {named['past']}"):
        start = _parse(f"{recent} ago", today)
        return start and (start[0], today)
    if named["a1"] or named["a2"]:
        return _between(named["a1"] or named["a2"], named["b1"] or named["b2"], today)
    days = _days(named["bound"] or named["strong"] or named["on"] or named["in"], today)
    return days and _beside(named["way"] or "", days)


def _beside(way: str, days: tuple[date, date]) -> tuple[date | None, date | None]:
    match way.lower():
        case "since":
            return days[0], None
        case "after":
            return days[1] + timedelta(days=1), None
        case "before":
            return None, days[0] - timedelta(days=1)
        case "until" | "till":
            return None, days[1]
        case _:
            return days


def _between(start: str, end: str, today: date) -> tuple[date, date] | None:
    """Return the days from *start* to *end*; a month or year that *start* lacks is taken from *end*."""
    last = _days(end, today)
    year = re.search(rf"\b{_YEAR}\b", end)
    if re.fullmatch(_DAY, start, re.IGNORECASE):
        month = re.search(rf"\b{_MONTH}", end, re.IGNORECASE)
        start = f"{start} {month[0]}" if month else ""
    dated = re.search(_YEAR, start) is not None
    if year and not dated and re.search(_MONTH, start, re.IGNORECASE):
        start = f"{start} {year[0]}"
    first = _days(start, today) if start else None
    if first is None or last is None:
        return None
    if first[0] > last[1] and not dated:  # such as from 20 December to 5 January 2003
        first = next(iter(_years_before(first)), first)
    return (first[0], last[1]) if first[0] <= last[1] else None


def _years_before(days: tuple[date, date]) -> Iterator[tuple[date, date]]:
    try:
        yield days[0].replace(year=days[0].year - 1), days[1].replace(year=days[1].year - 1)
    except ValueError:
        return  # 29 February


def _days(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of what *text* names: a day, a week, a month or a year."""
    if week := re.match(_WEEK, text, re.IGNORECASE):
        return _week_of_month(week[0], today)
    parsed = _parse(text, today)
    if parsed is None:
        return None
    day, extent = parsed
    if extent == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if extent == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if extent == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def _week_of_month(text: str, today: date) -> tuple[date, date] | None:
    """Return a week of a month: the first one is from the 1st to the 7th, the last one its last seven days."""
    ordinal, _, _, month = text.split(maxsplit=3)
    parsed = _parse(month, today)
    if parsed is None or parsed[1] != "month":
        return None
    length = calendar.monthrange(parsed[0].year, parsed[0].month)[1]
    first = 7 * _ORDINALS[ordinal.lower()] + 1 if ordinal.lower() in _ORDINALS else length - 6
    return parsed[0].replace(day=first), parsed[0].replace(day=first + 6)


_parsing = threading.Lock()  # the caches of dateparser are shared by all parsers


def _parse(text: str, today: date) -> tuple[date, str] | None:
    """Return a day that *text* names, and whether it stands for a day, week, month or year."""
    text = re.sub(r"(?i)^(?:past|previous)\b", "last", " ".join(text.split()))
    text = re.sub(rf"(?i)^this\s+(?={_WEEKDAY})", "", text)
    with _parsing:
        data = _parser(today).get_date_data(text)
    return None if data.date_obj is None else (data.date_obj.date(), data.period or "day")


def _parser(today: date) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 (it takes a fifth of a second)

    # The day without the time, since dateparser caches every set of settings.
    now = datetime.combine(today, time(), UTC).replace(tzinfo=None)
    return DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": now,
            "PREFER_DATES_FROM": "past",
            "PREFER_DAY_OF_MONTH": "first",
            "DATE_ORDER": "DMY",
        },
    )
