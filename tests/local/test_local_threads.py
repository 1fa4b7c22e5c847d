"""Searches run in several threads at once; what they share must not mix. What they share is right."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from aigpt.local.search.date_expressions import find_period
from aigpt.local.search.tokens import fold, stem

WORDS = [
    f"{start}{end}" for start in ("relation", "connect", "hope", "national") for end in ("", "s", "ed", "ing", "ally")
]
DAYS = {"last week": date(2026, 11, 9), "in August 2002": date(2002, 8, 1), "yesterday": date(2026, 11, 20)}


@pytest.fixture
def hurried() -> Iterator[None]:
    """Have threads take turns all the time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_words_are_stemmed_alike_in_every_thread(hurried: None) -> None:
    alone = {word: stem.__wrapped__(word) for word in WORDS}
    with ThreadPoolExecutor(4) as threads:
        for _ in range(30):
            assert dict(zip(WORDS, threads.map(stem.__wrapped__, WORDS), strict=True)) == alone


def test_words_are_stemmed_as_the_index_does() -> None:
    long = ["running" + "s" * number for number in (56, 57, 58)]
    words = [*WORDS, *long, "ey", "os", "ms", "is", "eys", "a", "\u00e9s"]
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = 'porter unicode61')")
    db.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'instance')")
    db.executemany("INSERT INTO words (word) VALUES (?)", ((word,) for word in words))
    stems = dict(db.execute("SELECT words.word, term FROM vocabulary JOIN words ON words.rowid = doc"))
    db.close()
    assert {word: stem(fold(word)) for word in words} == stems


def test_days_are_read_alike_in_every_thread(hurried: None) -> None:
    def first(words: str) -> date | None:
        found = find_period(f"What happened {words}?", date(2026, 11, 21))
        return None if found is None else found.first

    with ThreadPoolExecutor(4) as threads:
        for _ in range(5):
            assert dict(zip(DAYS, threads.map(first, DAYS), strict=True)) == DAYS
