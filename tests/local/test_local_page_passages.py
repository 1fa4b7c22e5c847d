"""Sources as the page opens them: which part is the passage, which words are marked, and whose they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import Post, refusal_code
from yarl import URL

from aigpt.local import LocalServer
from aigpt.local.web.marked_text import MarkedText, Pieces, mark_excerpt, mark_text

WEIGHTS = {"quai": 2.0, "lean": 3.0, "wall": 1.0}  # by stem
FAR = "\n" + "Nothing else is in these lines.\n" * 20


def joined(pieces: Pieces) -> str:
    return "".join(text for text, _ in pieces)


def words(pieces: Pieces) -> list[str]:
    return [text for text, is_word in pieces if is_word]


def whole(marked: MarkedText) -> str:
    return joined(marked.before) + joined(marked.passage) + joined(marked.after)


def test_the_passage_is_where_the_words_stand_together() -> None:
    text = f"The quay.{FAR}The wall of the quays\nis leaning, I think.{FAR}A wall."
    marked = mark_text(text, WEIGHTS)
    assert whole(marked) == text
    assert joined(marked.passage) == "The wall of the quays\nis leaning, I think."
    assert words(marked.passage) == ["wall", "quays", "leaning"]
    assert (words(marked.before), words(marked.after)) == (["quay"], ["wall"])


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Nobody came. It rained.", "Nobody\n> came.  It rained."),
        ("Nobody came. It rai…", "Nobody\n> came.  It rai"),
        ("So he laughed and left.", "So he {laugh} laughed and\n> left."),
        ("(a+b)* is [no] pattern", "(a+b)* is [no] pattern"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight"),
        ("this stands nowhere", "The quay"),
        ("", "The quay"),
        ("> | #", "The quay"),
    ],
)
def test_the_passage_is_what_was_quoted(quote: str, found: str) -> None:
    text = (
        "The quay\n> Nobody\n> came.  It rained.\n> So he {laugh} laughed and\n> left.\n(a+b)* is [no] pattern\n"
        "one two three four five six seven eight NINE"
    )
    marked = mark_text(text, WEIGHTS, quote)
    assert (joined(marked.passage), whole(marked)) == (found, text)


@pytest.mark.parametrize("text", ["", "\n", "No such word.", "quay_wall x", "CAFÉ cafe\u0301 \U0001f600 <b>&amp;"])
def test_every_character_is_there_once(text: str) -> None:
    marked = mark_text(text, WEIGHTS | {"cafe": 1.0})
    assert whole(marked) == text
    assert joined(mark_excerpt(text, WEIGHTS)) == " ".join(text.split())


def test_a_quotation_is_looked_for_in_linear_time() -> None:
    """With time that grows by the square, this would take many minutes."""
    text = "a[IMG:" * 100_000
    assert whole(mark_text(text, {}, "a b c")) == text


def test_words_are_marked_as_the_index_finds_them() -> None:
    assert words(mark_text("QUAYS quay_wall caf\u00e9 cafe\u0301s wallpaper", WEIGHTS | {"cafe": 1.0}).passage) == [
        *("QUAYS", "quay", "wall"),
        *("caf\u00e9", "cafe\u0301s"),
    ]


def test_a_text_of_the_words_alone_is_bounded() -> None:
    marked = mark_text("quay " * 40_000, WEIGHTS)
    assert sum(len(words(part)) for part in (marked.before, marked.passage, marked.after)) == 2_000


@pytest.mark.parametrize("before", ["", FAR, "x" * 2_000 + " "])
@pytest.mark.parametrize("after", ["", FAR, " " + "x" * 2_000])
def test_an_excerpt_is_short_and_has_the_words(before: str, after: str) -> None:
    excerpt = mark_excerpt(f"{before}The wall of the quay\nis leaning.{after}", WEIGHTS)
    assert words(excerpt) == ["wall", "quay", "leaning"]
    text = joined(excerpt)
    assert len(text) <= 300
    assert "\n" not in text
    assert (text.startswith("… "), text.endswith(" …")) == (bool(before), bool(after))


async def test_the_page_gets_a_message_whole_and_notes_with_the_lines_around(post: Post) -> None:
    found = await post("recall/search", query="number31 number33", max_results=1)
    (hit,) = found["results"]
    first, last = hit["lines"]
    opened = await passages(post, sources=[{"id": hit["id"]}], input="number31 number33")
    (shown,) = opened["passages"]
    lines = (joined(shown["before"]) + joined(shown["passage"]) + joined(shown["after"])).split("\n")
    assert [line.rpartition("number")[2].split()[0] for line in lines] == [
        str(n) for n in range(max(1, first - 12), min(60, last + 12) + 1)
    ]
    assert (words(shown["passage"])[0], shown["subject"]) == ("number31", hit["subject"])


async def test_the_words_are_those_of_the_question_and_what_it_refers_to(post: Post) -> None:
    (hit,) = (await post("recall/search", query="board", max_results=1))["results"]
    history = [{"role": "user", "content": "What did the board approve?"}, {"role": "assistant", "content": "It."}]
    opened = await passages(post, sources=[{"id": hit["id"]}], input="And who objected to it?", history=history)
    (shown,) = opened["passages"]
    every = [*shown["before"], *shown["passage"], *shown["after"]]
    assert {text.lower() for text in words(every)} == {"board", "approved", "objected"}
    short = await passages(post, sources=[{"id": hit["id"]}] * 2, input="board", short=True)
    assert [one["before"] + one["after"] for one in short["passages"]] == [[], []]
    assert words(short["passages"][0]["passage"])[0] == "board"


async def passages(post: Post, **body: Any) -> Any:
    return await post("../page/passages", **body)


async def test_nobody_opens_what_is_of_another(post: Post) -> None:
    (hit,) = (await post("recall/search", query="board", max_results=1))["results"]
    sources = [{"id": hit["id"]}, {"id": "nonsense"}]
    assert await passages(post, user="somebody-else", sources=sources) == {"passages": [None, None]}
    assert [one is None for one in (await passages(post, sources=sources))["passages"]] == [False, True]


@pytest.mark.parametrize(
    "wrong",
    [
        {"sources": None},
        {"sources": []},
        {"sources": [{"id": "x"}] * 101},
        {"sources": ["x"]},
        {"sources": [{}]},
        {"sources": [{"id": "x", "quote": 1}]},
        {"sources": [{"id": "x"}], "input": 1},
        {"sources": [{"id": "x"}], "short": "yes"},
        {"sources": [{"id": "x"}], "history": "x"},
        {"sources": [{"id": "x"}], "history": [{"role": "system", "content": "x"}]},
        {"sources": [{"id": "x"}], "history": [{"role": "user", "content": None}]},
        {"sources": [{"id": "x"}], "history": ["x"]},
    ],
)
async def test_what_is_not_asked_for_rightly_is_refused(post: Post, wrong: dict[str, Any]) -> None:
    assert refusal_code(await passages(post, **wrong)) == "params"


async def test_sources_are_behind_the_key_and_for_the_servers_own_pages(
    data: list[Path], session: aiohttp.ClientSession
) -> None:
    async with LocalServer(data, port=0, api_keys={"sesame": "me"}, cors_origins=["https://a.example"]) as server:
        url = URL(server.url).origin() / "page/passages"
        body = {"user": "me", "sources": [{"id": "x"}]}
        key = {"Authorization": "Bearer sesame"}

        async def status(headers: dict[str, str], **more: Any) -> Any:
            async with session.post(url, json=body | more, headers=headers) as response:
                return response.status, await response.json()

        assert (await status({}))[1]["error"] == "auth"
        assert (await status(key, user="you"))[1]["error"] == "auth"
        assert (await status(key | {"Origin": "https://a.example"}))[0] == 403
        assert (await status(key)) == (200, {"passages": [None]})


async def test_recall_takes_a_history(post: Post) -> None:
    question = "And who objected to it?"
    history = [{"role": "user", "content": "What did the board approve?"}, {"role": "assistant", "content": "It."}]
    for route in ("recall/ask", "recall/run"):
        reply = await post(route, input=question, history=history)
        assert "Nobody objected to the plan." in reply["output"]
        assert refusal_code(await post(route, input=question, history={})) == "params"
