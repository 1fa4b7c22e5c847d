"""Counts and lists are answered from the database, and only where the whole question was read as one."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from local_making import mail, mbox
from local_model import FakeModel, says

from aigpt import AsyncIGPT
from aigpt.local import ChatModel, LocalServer
from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.counted import answer_tally
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.search import tallies
from aigpt.local.search.hits import Hit
from aigpt.local.search.question_tally import Tally, may_be_tally, read_tally
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource

TODAY = date(2024, 6, 5)  # a Wednesday
ANN, ZOE = "Ann Bell <ann@x.example>", "Zoë Martín <zoe@y.example>"
BOX = [
    mail("The spam filter is on.", From=ANN, Subject="Filters", Date="Mon, 04 Mar 2024 10:00:00 +0000"),
    mail("> The spam filter is on.\n\nThanks.", From=ZOE, Subject="Re: Filters", Date="Tue, 5 Mar 2024 10:00:00 +0000"),
    mail("Less spam today.", From="Ann Bell <bell@z.example>", Subject="Today", Date="Mon, 01 Apr 2024 10:00:00 +0000"),
    mail("Spam spam spam.", From="Bo Cole <bo@x.example>", Subject="Lunch", Date="Sun, 31 Mar 2024 23:30:00 -0100"),
    mail("A filter of spam.", From="Ann Other <other@x.example>", Subject="Coffee", Date="Sun, 5 May 2024 10:00 +0000"),
    mail("Two radio plays.", From="radiowaves <feed@x.example>", Subject="Plays", Date=""),
]  # fmt: skip


@pytest.fixture
async def igpt(tmp_path: Path) -> AsyncIterator[AsyncIGPT]:
    """Give a client of a server over `BOX` and a note on spam."""
    (tmp_path / "a.mbox").write_bytes(mbox(BOX))
    (tmp_path / "note.txt").write_text("Ann Bell: we talked of spam.\n")
    async with (
        LocalServer([tmp_path], port=0) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as client,
    ):
        await server.indexed()
        yield client


async def titles(igpt: AsyncIGPT, question: str) -> tuple[str, list[str]]:
    """Return the answer, and the titles of its sources."""
    reply = await igpt.recall.ask(input=question)
    return reply.output, [source["title"] for source in reply.sources]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How many messages did Ann Bell send?", Tally("count", ("Ann Bell",))),
        ("how many emails do I have from ann@x.example", Tally("count", ("ann@x.example",))),
        ("What is the number of mails from Ann and Bo Cole?", Tally("count", ("Ann", "Bo Cole"))),
        ("Please tell me how many mails mention the spam filter.", Tally("count", (), ("spam", "filter"))),
        ("How many messages about spam are there in my mailbox?", Tally("count", (), ("spam",))),
        ("How often has Zoë written about the plan?", Tally("count", ("Zoë",), ("plan",))),
        ("How many people wrote about spam?", Tally("count people", (), ("spam",))),
        ("Who wrote about spam?", Tally("people", (), ("spam",))),
        ("Who replied in the thread about the spam filter?", Tally("people", (), ("spam", "filter"), in_subject=True)),
        ("List everyone who mentioned the filter", Tally("people", (), ("filter",))),
        ("Show me all mails with Lunch in the subject", Tally("messages", (), ("lunch",), in_subject=True)),
        ("Which messages about spam did Ann send?", Tally("messages", ("Ann",), ("spam",))),
        ("Who sent me the most mail?", Tally("most")),
        ("When did Ann Bell last write about spam?", Tally("last", ("Ann Bell",), ("spam",))),
        ("When was the first message from Zoë?", Tally("first", ("Zoë",))),
    ],
)
def test_a_count_or_list_is_read(question: str, wanted: Tally) -> None:
    assert may_be_tally(question)
    assert read_tally(question, TODAY) == wanted


def test_its_days_are_read() -> None:
    found = read_tally("How many messages about spam did Ann send last week?", TODAY)
    assert found is not None
    assert (found.authors, found.words) == (("Ann",), ("spam",))
    assert found.period is not None
    assert (found.period.first, found.period.last) == (date(2024, 5, 27), date(2024, 6, 2))


@pytest.mark.parametrize(
    "question",
    [
        "How many spamtraps does Theo have?",
        "How many people live in Berlin?",
        "How many messages are not from Ann?",
        "How many messages did I send?",
        "How many messages did Ann send to Bo?",
        "Who wrote the message about the budget?",
        "Who sent the report?",
        "Who recommended a filter?",
        "What mail server does Ann use?",
        "When did the meeting last take place?",
        "What did Ann write about spam?",
        "How many messages about " + "many different things " * 20 + "are there?",
        "",
    ],
)
def test_another_question_is_none(question: str) -> None:
    assert read_tally(question, TODAY) is None


# ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_messages_are_counted_over_all_addresses_of_a_person(igpt: AsyncIGPT) -> None:
    output, sources = await titles(igpt, "How many messages did Ann Bell send?")
    assert output == (
        "2 messages from Ann Bell.\nThe newest:\n- 2024-04-01, “Today”, Ann Bell\n- 2024-03-04, “Filters”, Ann Bell"
    )
    assert sources == ["Today", "Filters"]


async def test_a_part_of_a_name_means_all_who_have_it(igpt: AsyncIGPT) -> None:
    output, _ = await titles(igpt, "How many messages did Ann send?")
    assert output.startswith("3 messages from Ann Bell, Ann Other.\n- Ann Bell: 2 messages\n- Ann Other: 1 message\n")
    for name in ("Radio Waves", "zoe martin", "MARTIN"):
        assert (await titles(igpt, f"How many messages are from {name}?"))[0].startswith("1 message from ")


async def test_a_period_has_its_days_in_utc(igpt: AsyncIGPT) -> None:
    output, sources = await titles(igpt, "How many messages did I get in March 2024?")
    assert output.startswith("2 messages between 2024-03-01 and 2024-03-31.\n")
    assert sources == ["Re: Filters", "Filters"]


async def test_what_a_message_only_quotes_and_notes_are_not_counted(igpt: AsyncIGPT) -> None:
    output, sources = await titles(igpt, "Who wrote about spam?")
    assert output.splitlines() == [
        "3 people sent 4 messages with “spam” in the subject or in their own words:",
        "- Ann Bell: 2 messages",
        "- Ann Other: 1 message",
        "- Bo Cole: 1 message",
    ]
    assert sources == ["Today", "Coffee", "Lunch"]


async def test_two_words_are_a_phrase_if_any_message_has_it(igpt: AsyncIGPT) -> None:
    assert "1 message with “spam filters” in" in (await titles(igpt, "How many messages mention spam filters?"))[0]
    assert "1 message with “filter” and “coffee” in" in (await titles(igpt, "How many mails mention filter coffee?"))[0]


async def test_a_phrase_that_only_others_have_decides_nothing(tmp_path: Path) -> None:
    box = [
        mail("The budget of the project.", From=ANN, Subject="A"),
        mail("Our project budget.", From=ZOE, Subject="B"),
    ]
    (tmp_path / "a.mbox").write_bytes(mbox(box))
    async with (
        LocalServer([tmp_path / "a.mbox"], port=0) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as igpt,
    ):
        await server.indexed()
        output, sources = await titles(igpt, "How many messages did Ann send about project budget?")
        assert output.startswith("1 message from Ann Bell with \u201cproject\u201d and \u201cbudget\u201d")
        assert sources == ["A"]
        nothing, _ = await titles(igpt, "How many messages did Bo send about project budget?")
        assert nothing.startswith(
            "Nothing was found: the index has no messages from Bo with \u201cproject budget\u201d"
        )


@pytest.mark.parametrize(
    "question", ["Who sent most mail?", "When was the last message from Ann?", "How many messages about spam?"]
)
def test_messages_that_are_deleted_while_they_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    """Other connections write between two statements."""
    (tmp_path / "a.mbox").write_bytes(mbox(BOX))
    store = Store(tmp_path / "index.db")
    with store.writing() as db:
        add_datasource(db, "me", tmp_path / "a.mbox", "mbox")
    Indexer(store, lambda _: None).run()
    shown = tallies._shown

    def delete_first(db: sqlite3.Connection, *rest: Any) -> list[Hit]:
        with store.writing() as writer:
            writer.execute("DELETE FROM items")
        return shown(db, *rest)

    monkeypatch.setattr(tallies, "_shown", delete_first)
    with store.reading() as db:
        answered = answer_tally(db, AnswerParams.read({"user": "me", "input": question}), TODAY)
    store.close()
    assert answered is not None
    assert (answered.sources, "message" in answered.text) == ([], True)


async def test_a_thread_is_known_by_its_subject(igpt: AsyncIGPT) -> None:
    output, _ = await titles(igpt, "Who replied in the thread about filters?")
    assert output.splitlines() == [
        "2 people sent 2 messages with “filters” in the subject:",
        "- Ann Bell: 1 message",
        "- Zoë Martín: 1 message",
    ]


async def test_messages_are_listed_newest_first_those_without_a_date_last(igpt: AsyncIGPT) -> None:
    output, sources = await titles(igpt, "List all messages with plays in the subject")
    assert output == "1 message with “plays” in the subject:\n- “Plays”, radiowaves"
    _, sources = await titles(igpt, "Which mails mention spam?")
    assert sources == ["Coffee", "Today", "Lunch", "Filters"]


async def test_who_sent_most(igpt: AsyncIGPT) -> None:
    output, _ = await titles(igpt, "Who sent the most messages?")
    assert output.splitlines()[:2] == ["Of 6 messages, most are from:", "- Ann Bell: 2 messages"]


async def test_first_and_last(igpt: AsyncIGPT) -> None:
    assert await titles(igpt, "When did Ann Bell last write about spam?") == (
        "2024-04-01: the last of 2 messages from Ann Bell with “spam” in the subject or in their own words is “Today”.",
        ["Today"],
    )
    assert (await titles(igpt, "When was the first message about spam?"))[0].startswith("2024-03-04: the first of 4 ")


async def test_nothing_to_count(igpt: AsyncIGPT) -> None:
    assert await titles(igpt, "How many messages did Zoë send in 2023?") == (
        "0 messages from Zoë Martín between 2023-01-01 and 2023-12-31.",
        [],
    )
    assert await titles(igpt, "How many messages did Nobody Else send?") == (
        "Nothing was found: the index has no messages from Nobody Else.",
        [],
    )
    assert await titles(igpt, "Who wrote about xylophones?") == (
        "Nothing was found about this in the indexed messages.",
        [],
    )


async def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    box = [mail("About tea.", From=f"P{n:02} <p{n}@x.example>", Subject=f"Tea {n}") for n in range(25)]
    (tmp_path / "a.mbox").write_bytes(mbox(box))
    async with (
        LocalServer([tmp_path / "a.mbox"], port=0) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as igpt,
    ):
        await server.indexed()
        for question, head in (
            ("Who wrote about tea?", "25 people sent 25 "),
            ("List all mails about tea", "25 messages "),
        ):
            output, sources = await titles(igpt, question)
            assert output.startswith(head)
            assert output.splitlines()[-1] == "- and 5 more"
            assert len(output.splitlines()) == 22
            assert len(sources) == 20


async def test_another_users_messages_are_not_counted(igpt: AsyncIGPT) -> None:
    reply = await igpt.recall.ask(input="How many messages are there?", user="else")
    assert reply.output.startswith("Nothing is connected for the user ")


async def test_a_count_as_json_and_in_a_stream(igpt: AsyncIGPT) -> None:
    question = "How many messages are from Zoë?"
    text, _ = await titles(igpt, question)
    reply = await igpt.recall.ask(input=question, output_format="json")
    assert reply.output == {"answer": text, "quotes": []}
    assert reply.usage["output_tokens"] > 0
    for method in (igpt.recall.ask, igpt.recall.run):
        async with method(input=question, stream=True) as stream:
            assert "".join([piece async for piece in stream.text()]) == text
            assert (await stream.final()).output == text


async def test_a_schema_is_filled_as_ever(igpt: AsyncIGPT) -> None:
    schema: dict[str, Any] = {"type": "object", "properties": {"answer": {"type": ["string", "null"]}}}
    reply = await igpt.recall.ask(input="How many messages are from Zoë?", output_format={"schema": schema})
    assert set(reply.output) <= {"answer"}


async def test_a_model_is_not_asked_to_count(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(mbox(BOX))
    async with (
        FakeModel(says("Seven.")) as fake,
        LocalServer([tmp_path / "a.mbox"], port=0, model=ChatModel(fake.url, "fake")) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as igpt,
    ):
        await server.indexed()
        counted, other = await asyncio.gather(
            igpt.recall.ask(input="How many messages mention spam?"), igpt.recall.ask(input="Is there spam?")
        )
        assert counted.output.startswith("4 messages with “spam” ")
        assert other.output == "Seven."
        assert len(fake.asked) == 1


async def test_a_count_says_that_the_index_is_not_complete(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(mbox(BOX))
    async with LocalServer([tmp_path / "a.mbox"], port=0, db=tmp_path / "index.db") as server:
        await server.indexed()
    store = Store(tmp_path / "index.db")
    asked = AnswerParams.read({"user": "me", "input": "How many messages mention spam?"})
    answers: list[str] = []
    for complete in (1, 0):
        with store.writing() as db:
            db.execute("UPDATE datasources SET complete = ?", (complete,))
        with store.reading() as db:
            answered = answer_tally(db, asked, TODAY)
        assert answered is not None
        answers.append(answered.text)
    store.close()
    assert answers[1] == answers[0] + "\n(Indexing has not ended: there may be more.)"
