"""Messages whose subject has the words that are asked for, alone or with attachments that have it, too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from itertools import count
from pathlib import Path

import pytest
from local_making import client_of

from aigpt import AsyncIGPT

_days = count(1)


def message(subject: str, body: str, **attachments: str) -> bytes:
    """Return a message of a day of its own, the later ones newer; names of attachments have ``_`` for a dot."""
    made = EmailMessage()
    made["From"], made["Subject"] = "Billing <billing@x.example>", subject
    made["Date"] = datetime(2026, 2, 1, 10, tzinfo=UTC) + timedelta(days=next(_days))
    made.set_content(body)
    for name, text in attachments.items():
        made.add_attachment(text.encode(), maintype="text", subtype="plain", filename=name.replace("_", "."))
    return made.as_bytes()


BOX = [
    message("Boat rental", "The boat rental for the weekend costs 340 euros.\n", terms_txt="Terms apply.\n"),
    message("Invoice 4711", "Invoice 4711 amounts to 812 euros.\n", i_csv="item,price\nrope,812\n", a_txt="Thanks.\n"),
    message("Invoice 2002", "Invoice 2002 amounts to 55 euros.\n"),
    message("Invoice 3003", "Invoice 3003 amounts to 99 euros.\n", i_csv="item,price\noar,99\n"),
    message("Invoice 5005", "Hello Bob,\n\nplease pay the total of 1,204 euros.\n\nIt rains in Oslo again today.\n"),
    message("Packing list", "See the list attached.\n", list_txt="Sleeping bag\nThe tent poles are in the red sack\n"),
    message("Lunch", "Shall we meet at the harbour?\n"),
]


@pytest.fixture
async def igpt(tmp_path: Path) -> AsyncIterator[AsyncIGPT]:
    async with client_of(tmp_path, BOX) as client:
        yield client


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How much is the boat rental?", "“The boat rental for the weekend costs 340 euros.”"),
        ("How much is invoice 4711?", "“Invoice 4711 amounts to 812 euros.”"),
        ("How much is invoice 3003?", "“Invoice 3003 amounts to 99 euros.”"),
        ("How much is invoice 5005?", "“please pay the total of 1,204 euros. It rains in Oslo again today.”"),
        ("Where are the tent poles?", "“Sleeping bag The tent poles are in the red sack”"),
    ],
)
async def test_the_message_is_quoted_whose_subject_has_the_words(igpt: AsyncIGPT, question: str, first: str) -> None:
    for ask in (igpt.recall.ask, igpt.recall.run):
        reply = await ask(input=question)
        assert reply.output.splitlines()[0] == first


async def test_attachments_that_match_by_the_subject_alone_are_no_results(igpt: AsyncIGPT) -> None:
    reply = await igpt.recall.search(query="invoice 4711")
    first, *others = reply.results
    assert (first["subject"], first["content"].strip()) == ("Invoice 4711", "Invoice 4711 amounts to 812 euros.")
    assert "Invoice 4711" not in [result["subject"] for result in others]
    scores = [result["score"] for result in reply.results]
    assert scores == sorted(scores, reverse=True)


async def test_attachments_with_a_word_are_results_beside_their_message(igpt: AsyncIGPT) -> None:
    found = (await igpt.recall.search(query="packing list tent")).results
    assert [result.get("lines") for result in found] == [[1, 2], None]
    assert {result["subject"] for result in found} == {"Packing list"}


async def test_as_many_are_found_as_are_asked_for(tmp_path: Path) -> None:
    """Fewer would mean that these are all: by that `iter_search` knows."""
    many = [message("Invoice", f"It is number {n}.\n", terms_txt="Apply.\n", more_txt="Thanks.\n") for n in range(40)]
    async with client_of(tmp_path, many) as client:
        for most in (25, 40, 50):
            results = (await client.recall.search(query="invoice", max_results=most)).results
            assert len({result["id"] for result in results}) == len(results) == min(most, 40)


async def test_one_with_a_long_attachment_is_not_all_that_is_found(tmp_path: Path) -> None:
    """Its parts fill what is found at first."""
    rows = "\n".join(f"row {n}: nothing" for n in range(8_000))
    letter = "Dear all, there is so much to be told of what goes on here. " * 100 + "\n"
    many = [message("Weekly report", letter, rows_txt=rows) for _ in range(2)]
    many += [message("Weekly report", letter) for _ in range(8)]
    async with client_of(tmp_path, many) as client:
        results = (await client.recall.search(query="weekly report")).results
    assert len({result["timestamp"] for result in results}) == len(results) == 10
