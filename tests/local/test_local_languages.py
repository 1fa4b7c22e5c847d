"""Words of other languages than English are found, in whatever letters."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from local_making import client_of, mail

from aigpt import AsyncIGPT
from aigpt.local.search import tokens
from aigpt.local.search.tokens import fold

ALPHABETS = {
    "Latin": [*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x132), *range(0x134, 0x13F), *range(0x141, 0x149)],
    "Vietnamese": range(0x1EA0, 0x1EFA),
    "Greek": [0x386, 0x388, 0x389, 0x38A, 0x38C, *range(0x38E, 0x3A2), *range(0x3A3, 0x3CF)],
    "Cyrillic": range(0x400, 0x482),
    "Hebrew and Arabic": [*range(0x5D0, 0x5EB), *range(0x620, 0x64B)],
    "Hindi": range(0x905, 0x93A),
    "Thai": range(0xE01, 0xE31),
    "Korean": range(0xAC00, 0xD7A4, 97),
    "Japanese and Chinese": [*range(0x3041, 0x3097), *range(0x30A1, 0x30FB), *range(0x4E00, 0x9FA6, 211)],
}


@pytest.mark.parametrize("codes", ALPHABETS.values(), ids=ALPHABETS.keys())
def test_letters_are_folded_as_the_index_does(codes: list[int]) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    db.execute("CREATE VIRTUAL TABLE found USING fts5vocab(words, instance)")
    db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", ((code, f"q{chr(code)}q") for code in codes))
    folded = {doc: term for term, doc in db.execute("SELECT term, doc FROM found")}
    db.close()
    assert {code: fold(f"q{chr(code)}q") for code in codes} == folded


def test_texts_of_few_and_of_many_such_letters_are_folded_alike() -> None:
    words = "Ängström ΧΡΌΝΟΣ Йод 예산은 naïve"
    padded = words + " ascii" * 50
    assert fold(words) == "angstrom χρόνοσ йод 예산은 naive"
    assert fold(padded) == fold(words) + " ascii" * 50


def test_what_is_remembered_of_letters_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    folding = tokens._Folding()
    monkeypatch.setattr(tokens, "_folding", folding)
    monkeypatch.setattr(tokens, "_MOST_FOLDED", 10)
    assert fold("".join(map(chr, range(0x410, 0x430)))) == "".join(map(chr, range(0x430, 0x450)))
    assert len(folding) == 10


BOX = [
    mail("Когда начнётся встреча? Йод и ёлка уже утверждены.", Subject="Встреча"),
    mail("올해 예산은 사만 유로입니다. 이사회가 승인했습니다.", Subject="예산"),
    mail("Νέος χρόνος της συνάντησης άλλαξε, και Νίκος το είπε.", Subject="Συνάντηση"),
    mail("Der Ausschuß für Öl trifft sich in Zürich.", Subject="Ausschuß"),
    mail("Nothing of all that.", Subject="Other"),
]


@pytest.fixture
async def igpt(tmp_path: Path) -> AsyncIterator[AsyncIGPT]:
    async with client_of(tmp_path, BOX) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        ("йод", "Встреча"),
        ("ЁЛКА", "Встреча"),
        ("начнётся", "Встреча"),
        ("예산은", "예산"),
        ("승인했습니다", "예산"),
        ("χρόνος", "Συνάντηση"),
        ("ΝΊΚΟΣ", "Συνάντηση"),
        ("öl zurich", "Ausschuß"),
        ("Ausschuß", "Ausschuß"),
    ],
)
async def test_their_words_are_found(igpt: AsyncIGPT, query: str, subject: str) -> None:
    assert [result["subject"] for result in (await igpt.recall.search(query=query)).results] == [subject]


async def test_their_sentences_are_quoted(igpt: AsyncIGPT) -> None:
    assert "예산은 사만 유로입니다" in (await igpt.recall.ask(input="예산은")).output
    assert "Йод и ёлка" in (await igpt.recall.ask(input="йод и ёлка")).output
