"""What is found first, and what a question's people, days and wish for the newest do: mail with known right answers."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from local_making import Post, mail, mbox

from aigpt.local.answer.sentence_splitting import HEADER
from aigpt.local.ingest.quoted_text import split_quotes
from aigpt.local.search import question_search
from aigpt.local.search.hits import Hit
from aigpt.local.search.query_terms import terms
from aigpt.local.search.ranking import search as search_for
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.window_merging import Candidate, merge_windows
from aigpt.local.web import service

ANN, BO = "Ann Bell <ann@x.example>", "Bo Cole <bo@x.example>"
TODAY = date(2024, 3, 6)  # a Wednesday

FORWARDED = """The tender for the Kestrel hangar closes on Friday, and we should bid for it.

From: Cy Dunn <cy@y.example>
Sent: Monday, 4 March 2024 09:00
Subject: the Kestrel hangar tender

On Mon, 4 Mar 2024, Cy Dunn wrote:

> The Kestrel hangar tender is worth a million, says Cy.

--\x20
Ann Bell, head of Kestrel hangar tenders at Tidewell
"""
PATCH = """The parser crashed on an empty manifest.

--- manifest.c 4 Mar 2024 10:00:00 -0000 1.226
+++ manifest.c 4 Mar 2024 11:00:00 -0000 1.227
@@ -611,7 +611,7 @@ parser manifest crashed { if (parser == 0) manifest->crashed = 1; }
"""


def post_of(n: int, body: str, subject: str, sender: str, day: str, **headers: str) -> bytes:
    to = BO if sender == ANN else ANN
    return mail(
        body,
        Subject=subject,
        From=sender,
        To=to,
        Date=f"{day} 10:00:00 +0000",
        Message_ID=f"<{n}@x.example>",
        **headers,
    )


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    box = tmp_path / "mail.mbox"
    messages = [
        post_of(1, "The osprey budget is 100 euros.", "Osprey", ANN, "Tue, 06 Feb 2024"),
        post_of(2, "The osprey budget is 200 euros.", "Osprey again", BO, "Tue, 27 Feb 2024"),
        post_of(3, "The osprey budget is 300 euros.", "Osprey at last", ANN, "Mon, 04 Mar 2024"),
        post_of(4, "The heron launch is on 12 May.", "Heron", BO, "Fri, 01 Mar 2024"),
        post_of(5, "The board had a spring lunch.", "Lunch", ANN, "Sun, 12 May 2024"),
        post_of(6, FORWARDED, "Tender", ANN, "Tue, 05 Mar 2024"),
        post_of(7, PATCH, "Crash", BO, "Sat, 02 Mar 2024"),
        post_of(8, "Where is the quay wall surveyed?", "Wall", ANN, "Thu, 01 Feb 2024"),
        post_of(9, "The quay wall was surveyed.", "Re: Wall", BO, "Fri, 02 Feb 2024", References="<8@x.example>"),
        post_of(10, "The quay wall held.", "Re: Wall", ANN, "Sat, 03 Feb 2024", References="<8@x.example>"),
        post_of(11, "The quay wall was surveyed.", "Something else", BO, "Fri, 02 Feb 2024"),
        post_of(12, "The roof is of slate. Nobody mentions the roof's price.", "Roof", ANN, "Thu, 08 Feb 2024"),
        post_of(13, "The cellar floor is of clay, and it is damp.", "Cellar", BO, "Thu, 08 Feb 2024"),
    ]
    box.write_bytes(mbox(messages))
    return [box]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every server of these tests take `TODAY` for today."""
    monkeypatch.setitem(service.Service.__init__.__kwdefaults__, "today", lambda: TODAY)


async def subjects(post: Post, query: str, **more: Any) -> list[str]:
    return [result["subject"] for result in (await post("recall/search", query=query, **more))["results"]]


# ── what is found ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_reply_brings_its_thread(post: Post) -> None:
    """Two messages say the same; the one in a thread about it comes first."""
    found = await subjects(post, "quay wall surveyed")
    assert found.index("Re: Wall") < found.index("Something else")


async def test_from_somebody_means_sent_by_them(post: Post) -> None:
    ann = await subjects(post, "What did Ann write about the osprey budget?")
    assert set(ann[:2]) == {"Osprey", "Osprey at last"}
    assert "Osprey again" not in ann
    assert (await subjects(post, "the osprey budget from Bo Cole"))[0] == "Osprey again"
    assert not {"Osprey", "Osprey at last"} & set(await subjects(post, "the osprey budget, according to Bo Cole"))


async def test_somebody_who_wrote_nothing_about_it_is_no_filter(post: Post) -> None:
    assert (await subjects(post, "What did Ann write about the heron launch?"))[0] == "Heron"
    assert (await subjects(post, "What did Zed write about the heron launch?"))[0] == "Heron"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("the latest message about the osprey budget", "Osprey at last"),
        ("most recent osprey budget", "Osprey at last"),
        ("the last mail from Bo Cole about the osprey", "Osprey again"),
        ("latest message from Bo", "Crash"),  # not the newer ones to him
    ],
)
async def test_the_newest_comes_first_where_it_is_asked_for(post: Post, query: str, first: str) -> None:
    assert (await subjects(post, query))[0] == first


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("What is the osprey budget of last week?", {"Osprey again"}),
        ("osprey budget since Monday", {"Osprey at last"}),
        ("osprey budget in February 2024", {"Osprey", "Osprey again"}),
        ("osprey budget between 1 and 10 February", {"Osprey"}),
        ("What happened yesterday?", {"Tender"}),
    ],
)
async def test_days_in_the_question_bound_what_is_found(post: Post, query: str, found: set[str]) -> None:
    assert set(await subjects(post, query)) >= found
    assert not {"Osprey", "Osprey again", "Osprey at last"} & (set(await subjects(post, query)) - found)


async def test_days_that_are_what_it_is_about_are_no_filter(post: Post) -> None:
    """What was sent on 12 May says nothing of the launch on 12 May."""
    assert (await subjects(post, "What about the heron launch on 12 May 2024?"))[0] == "Heron"


async def test_days_of_the_caller_are_kept(post: Post) -> None:
    bounds = {"date_from": "2024-03-04", "date_to": "2024-03-04"}
    assert await subjects(post, "osprey budget in February 2024", **bounds) == ["Osprey at last"]


def test_windows_side_by_side_are_one_result() -> None:
    found = [
        Candidate(1, 7, 21, 50, 9.0),
        Candidate(2, 7, 31, 60, 8.0),
        Candidate(3, 7, 61, 90, 7.0),
        Candidate(4, 7, 91, 120, 6.0),
        Candidate(5, 8, 21, 50, 5.0),
        Candidate(6, 9, None, None, 4.0),
        Candidate(7, 9, None, None, 3.0),
    ]
    spans = merge_windows(found, 10)
    assert [(span.best.passage, span.first, span.last) for span in spans] == [
        (1, 21, 60), (3, 61, 90), (4, 91, 120), (5, 21, 50), (6, 0, 0),
    ]  # fmt: skip
    assert merge_windows(found, 2) == spans[:2]


@pytest.mark.parametrize("best", ["message", "attachment"])
def test_a_message_and_the_first_lines_of_its_attachment_are_two_results(best: str) -> None:
    message, attachment = Candidate(1, 7, None, None, 9.0), Candidate(2, 7, 1, 30, 8.0)
    found = [message, attachment] if best == "message" else [attachment, message]
    spans = merge_windows(found, 10)
    assert not any(span.others for span in spans)
    assert spans[0].best == found[0]


def test_whom_a_question_is_put_to_in_general_is_not_looked_for() -> None:
    assert terms("What did the group discuss about the quay?") == ["quay"]
    assert terms("Why did the team members leave the group?") == ["leave", "group"]
    assert terms("the group") == ["group"]


# ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def ask(post: Post, question: str) -> list[dict[str, Any]]:
    return list((await post("recall/ask", input=question, output_format="json"))["output"]["quotes"])


async def test_a_quote_is_neither_header_nor_signature_nor_quotation(post: Post) -> None:
    texts = [quote["text"] for quote in await ask(post, "What about the Kestrel hangar tender that Cy Dunn sent?")]
    assert texts[0] == "The tender for the Kestrel hangar closes on Friday, and we should bid for it."
    assert not any(
        bit in text for text in texts for bit in ("Sent:", "From:", "Subject:", "wrote:", "million", "head of")
    )


async def test_a_patch_is_quoted_after_words(post: Post) -> None:
    first, *_ = await ask(post, "Which manifest crashed the parser?")
    assert first["text"] == "The parser crashed on an empty manifest."


async def test_each_of_two_things_asked_gets_its_sentence(post: Post) -> None:
    quotes = await ask(post, "What is the roof made of, and is the cellar floor damp?")
    assert {quote["subject"] for quote in quotes} >= {"Roof", "Cellar"}


async def test_what_happened_is_told_without_common_words(post: Post) -> None:
    (quote,) = await ask(post, "What happened yesterday?")
    assert (quote["subject"], quote["from"]) == ("Tender", "Ann Bell")


def test_a_name_below_two_dashes_is_a_signature() -> None:
    parted = split_quotes("The quay holds.\n--] Does the quay hold?\n\n--Ann Bell (Tidewell)\n")
    assert parted == ("The quay holds.", "--] Does the quay hold?", "--Ann Bell (Tidewell)")
    assert (
        split_quotes("We need:\n-- rope\n-- a boat\nand a great deal of luck.\nSo be it.\nOr not.\nAnn").signature == ""
    )


def test_a_message_of_nothing_but_marks_takes_no_time() -> None:
    """A pattern that goes over all that follows at each line would take minutes."""
    started = time.perf_counter()
    assert HEADER.sub("", "> \n" * 200_000)
    assert not HEADER.sub("", "> Date: Monday\n> From: Ann Bell\n> To: Bo").strip()
    assert HEADER.sub("", "Date: 12 May\nWhere: the quay") == "Date: 12 May\nWhere: the quay"
    assert time.perf_counter() - started < 30


# ── what a run says it does ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[tuple[SearchParams, list[Hit]]]:
    """Record each search that the server really makes, and what it finds."""
    made: list[tuple[SearchParams, list[Hit]]] = []

    def recorded(db: Any, wanted: SearchParams) -> list[Hit]:
        made.append((wanted, search_for(db, wanted)))
        return made[-1][1]

    monkeypatch.setattr(question_search, "search", recorded)
    return made


async def events(server: Any, session: Any, question: str) -> list[dict[str, Any]]:
    body = {"user": "me", "input": question, "stream": True}
    async with session.post(f"{server.url}/recall/run", json=body, headers={"Authorization": "Bearer any"}) as response:
        lines = (await response.text()).splitlines()
    return [json.loads(line[6:]) for line in lines if line.startswith("data: {")]


def items(run: Sequence[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [event["item"] for event in run if event["type"] == kind]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the osprey budget?", [{"query": "What is the osprey budget?", "max_results": 8}]),
        (
            "What did Ann write about the osprey budget last month?",
            [
                {
                    "query": "What did Ann write about the osprey budget?",
                    "max_results": 8,
                    "date_from": "2024-02-01",
                    "date_to": "2024-02-29",
                    "filter_authors": ["Ann"],
                }
            ],
        ),
        (
            "What about the heron launch on 12 May 2024?",
            [
                {
                    "query": "What about the heron launch?",
                    "max_results": 8,
                    "date_from": "2024-05-12",
                    "date_to": "2024-05-12",
                },
                {"query": "What about the heron launch on 12 May 2024?", "max_results": 8},
            ],
        ),
        (
            "latest message from Bo Cole",
            [{"query": "", "max_results": 8, "filter_authors": ["Bo Cole"], "newest_first": True}],
        ),
    ],
)
async def test_the_tool_calls_are_the_searches_made(
    server: Any,
    session: Any,
    searches: list[tuple[SearchParams, list[Hit]]],
    question: str,
    expected: list[dict[str, Any]],
) -> None:
    run = await events(server, session, question)
    calls = items(run, "run.tool_call_item")
    assert [json.loads(call["arguments"]) for call in calls] == expected
    assert [
        (wanted.query, wanted.limit, *(str(day) if day else None for day in wanted.days), wanted.authors, wanted.newest)
        for wanted, _ in searches
    ] == [
        (
            *(call["query"], call["max_results"], call.get("date_from"), call.get("date_to")),
            *(call.get("filter_authors", []), call.get("newest_first", False)),
        )
        for call in expected
    ]
    results = items(run, "run.tool_call_output_item")
    assert [call["callId"] for call in calls] == [result["callId"] for result in results]
    assert [[source["id"] for source in result["metadata"]["sources"]] for result in results] == [
        [hit.id for hit in hits] for _, hits in searches
    ]
    turns = [event["turn"] for event in run if event["type"] == "run.turn.start"]
    assert (
        turns == [event["turn"] for event in run if event["type"] == "run.turn.done"] == [*range(1, len(expected) + 2)]
    )


async def test_search_ask_and_run_search_alike(
    server: Any, session: Any, post: Post, searches: list[tuple[SearchParams, list[Hit]]]
) -> None:
    question = "What did Ann write about the osprey budget last month?"
    await post("recall/search", query=question, max_results=8)
    await post("recall/ask", input=question)
    await events(server, session, question)
    assert len(searches) == 3
    assert len({str(wanted) for wanted, _ in searches}) == 1
