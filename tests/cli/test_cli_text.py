"""What others wrote cannot harm a terminal; dates and snippets read well."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt.cli.safe_text import clean, format_date, one_line, snippet, to_json

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
anything = st.text(st.characters(codec=None) | st.sampled_from("\x1b\x9b\x9d[]m;\x07\r\n\u202e"), max_size=60)


@given(anything)
def test_nothing_harmful_is_left(text: str) -> None:
    assert not HARMFUL.search(clean(text))


@given(anything)
def test_json_loses_nothing_and_shows_nothing_harmful(text: str) -> None:
    written = to_json({"text": text})
    assert not HARMFUL.search(written)
    assert json.loads(written) == {"text": text}


@pytest.mark.parametrize(
    ("given_text", "left"),
    [
        ("plain\ttext\nsecond line", "plain\ttext\nsecond line"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[1;1Htop", "top"),
        ("\x1b]0;a new title\x07text", "text"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("an unfinished \x1b]0;title hides nothing", "an unfinished ]0;title hides nothing"),
        ("over\rwritten", "overwritten"),
        ("line\r\nline", "line\nline"),
        ("gnp.\u202eexe", "gnp.exe"),
        ("half \ud83d emoji", "half  emoji"),
        ("Zoë 田中美咲 🙂", "Zoë 田中美咲 🙂"),
        ("[bold]no markup[/bold] :smile:", "[bold]no markup[/bold] :smile:"),
    ],
)
def test_escape_sequences_go_whole(given_text: str, left: str) -> None:
    assert clean(given_text) == left


def test_one_line_is_one_line() -> None:
    assert one_line("  two\r\n lines\t\x1b[1mhere ") == "two lines here"
    assert one_line(None) == ""
    assert one_line(7) == "7"


@pytest.mark.parametrize(
    ("timestamp", "expected"),
    [
        (1776427500, "2026-04-17"),
        (1776427500.5, "2026-04-17"),
        ("2026-04-17T12:05:00Z", "2026-04-17"),
        ("2026-04-17T12:05:00+00:00", "2026-04-17"),
        ("2026-04-17", "2026-04-17"),
        ("yesterday", ""),
        (10**18, ""),
        (float("nan"), ""),
        (None, ""),
        ({}, ""),
    ],
)
def test_day(timestamp: object, expected: str) -> None:
    assert format_date(timestamp) == expected


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("all\nof it", "it", 40) == "all of it"


def test_a_snippet_shows_the_match() -> None:
    text = "word " * 100 + "the launch date moves to June " + "tail " * 100
    shown = snippet(text, "LAUNCH?", 100)
    assert "the launch date moves to June" in shown
    assert len(shown) <= 100
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_match_at_the_end_shows_the_end() -> None:
    shown = snippet("word " * 100 + "the last words", "last", 60)
    assert shown.startswith("… ")
    assert shown.endswith(" the last words")


@given(st.text(max_size=400), st.text(max_size=20), st.integers(min_value=20, max_value=100))
def test_a_snippet_keeps_to_its_width(content: str, query: str, width: int) -> None:
    assert len(snippet(content, query, width)) <= width


@pytest.mark.parametrize("start", ["\x9d", "\x1b]", "\x9b", "\x1b["])
def test_sequences_that_never_end_take_no_time(start: str) -> None:
    """With the square of their number it would be a quarter of an hour."""
    assert len(clean(start * 300_000)) <= 300_000
