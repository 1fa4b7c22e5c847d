"""Days that questions name, and words that only look like days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from aigpt.local.search.date_expressions import find_period

TODAY = date(2026, 11, 21)  # a Saturday


def days(text: str) -> tuple[str, str] | None:
    """Return the first and the last day that *text* names, "" for no bound."""
    period = find_period(text, TODAY)
    return period and (str(period.first or ""), str(period.last or ""))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("What happened last week?", "2026-11-09", "2026-11-15"),
        ("What came this week?", "2026-11-16", "2026-11-22"),
        ("mail from yesterday", "2026-11-20", "2026-11-20"),
        ("Anything the day before yesterday?", "2026-11-19", "2026-11-19"),
        ("What was decided last month?", "2026-10-01", "2026-10-31"),
        ("last year's budget", "2025-01-01", "2025-12-31"),
        ("two weeks ago", "2026-11-02", "2026-11-08"),
        ("3 days ago", "2026-11-18", "2026-11-18"),
        ("in the past 3 days", "2026-11-18", "2026-11-21"),
        ("in the past week", "2026-11-14", "2026-11-21"),
        ("on Friday", "2026-11-20", "2026-11-20"),
        ("last Friday", "2026-11-20", "2026-11-20"),
        ("since Monday", "2026-11-16", ""),
        ("from Monday to Friday", "2026-11-16", "2026-11-20"),
        ("in August 2002", "2002-08-01", "2002-08-31"),
        ("Who wrote in the first week of August 2002?", "2002-08-01", "2002-08-07"),
        ("during the 2nd week of September", "2026-09-08", "2026-09-14"),
        ("the last week of February 2024", "2024-02-23", "2024-02-29"),
        ("since the third week in May 2024", "2024-05-15", ""),
        ("in the first week of last month", "2026-10-01", "2026-10-31"),
        ("between the first week of August and 12 August 2002", "2002-08-01", "2002-08-12"),
        ("in August", "2026-08-01", "2026-08-31"),
        ("in December", "2025-12-01", "2025-12-31"),
        ("in 2002", "2002-01-01", "2002-12-31"),
        ("before 2003", "", "2002-12-31"),
        ("after August 2002", "2002-09-01", ""),
        ("until 5 October 2002", "", "2002-10-05"),
        ("since 2002-08-22", "2002-08-22", ""),
        ("between 3 and 10 September 2002", "2002-09-03", "2002-09-10"),
        ("between 3 and 10 September", "2026-09-03", "2026-09-10"),
        ("3-10 September 2002", "2002-09-03", "2002-09-10"),
        ("August and September 2002", "2002-08-01", "2002-09-30"),
        ("from 22 August 2002 until September 3, 2002", "2002-08-22", "2002-09-03"),
        ("between 20 December and 5 January", "2025-12-20", "2026-01-05"),
        ("in May", "2026-05-01", "2026-05-31"),
        ("in march", "2026-03-01", "2026-03-31"),
        ("the launch of 12 May", "2026-05-12", "2026-05-12"),
        ("on may 3", "2026-05-03", "2026-05-03"),
        ("Feb 29", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_period_is_understood(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("What may happen to the budget?", "the march of time", "3 may come", "We sat in the sun.", "Mar the paint"),
        *("a second look, 20 seconds", "40,000 euros for 2003", "room 12 and 13", "between 1 and 5 people"),
        *("mail from April", "April said so", "the last 2 messages", "RFC 2002-1234", "31 June", "August 33"),
        *("version 2.1 mar 5", "What did the May committee decide?", "by June", "on may", "1999", "", "week"),
    ],
)
def test_other_words_are_no_dates(text: str) -> None:
    assert days(text) is None


def test_the_place_in_the_text_is_known() -> None:
    text = "What did Ann write in August 2002 about Heron?"
    period = find_period(text, TODAY)
    assert period is not None
    assert text[slice(*period.span)] == "in August 2002"


def test_relative_days_follow_the_clock_that_is_given() -> None:
    period = find_period("yesterday", date(2002, 3, 1))
    assert period is not None
    assert period.first == period.last == date(2002, 2, 28)


def test_the_library_is_loaded_only_when_a_date_is_named() -> None:
    code = (
        "import sys; from datetime import date; import aigpt.local\n"
        "from aigpt.local.search.date_expressions import find_period\n"
        "assert find_period('What may the board say?', date(2026, 11, 21)) is None\n"
        "assert 'dateparser' not in sys.modules\n"
        "assert find_period('last week', date(2026, 11, 21)) is not None\n"
        "assert 'dateparser' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
