"""A message that stands in several connected files, such as the folders of one mailbox, is one message."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from local_making import mail, mbox

from aigpt import AsyncIGPT
from aigpt.local import LocalServer
from aigpt.local.search.candidates import without_copies
from aigpt.local.search.window_merging import Candidate

WHEN = "Mon, 04 Mar 2024 10:00:00 +0000"
BUDGET = mail(
    "The board approved the heron budget.", Subject="Budget", From="Ann <ann@x.example>", Message_ID="<1@x>", Date=WHEN
)
OTHERS = [
    mail(
        f"The heron budget has {n} pages.", Subject=f"Pages {n}", From="Bo <bo@x.example>", Message_ID=f"<p{n}@x>",
        Date="Tue, 05 Mar 2024 10:00:00 +0000",
    )
    for n in range(3)
]  # fmt: skip


@pytest.fixture
async def igpt(tmp_path: Path) -> AsyncIterator[AsyncIGPT]:
    """Give a client of a server over three folders of a mailbox, which all have one message."""
    folders = {"archive": [BUDGET, BUDGET], "important": [BUDGET], "inbox": [BUDGET, *OTHERS]}
    for name, messages in folders.items():
        (tmp_path / f"{name}.mbox").write_bytes(mbox(messages))
    async with (
        LocalServer([tmp_path / f"{name}.mbox" for name in folders], port=0) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as client,
    ):
        await server.indexed()
        yield client


async def subjects(igpt: AsyncIGPT, **asked: Any) -> list[str]:
    reply = await igpt.recall.search(**asked)
    return [one["subject"] for one in reply.results]


@pytest.mark.parametrize("query", ["What did the board approve?", "<1@x>", "1@x"])
async def test_it_is_found_once(igpt: AsyncIGPT, query: str) -> None:
    assert (await subjects(igpt, query=query)).count("Budget") == 1


async def test_it_stands_once_among_the_newest(igpt: AsyncIGPT) -> None:
    found = await subjects(igpt, query="")
    assert sorted(found) == ["Budget", "Pages 0", "Pages 1", "Pages 2"]
    assert sorted(await subjects(igpt, query="", max_results=4)) == sorted(found)


async def test_it_is_a_source_once(igpt: AsyncIGPT) -> None:
    reply = await igpt.recall.ask(input="What did the board approve?")
    assert [one["title"] for one in reply.sources].count("Budget") == 1


async def test_it_is_counted_and_listed_once(igpt: AsyncIGPT) -> None:
    counted = await igpt.recall.ask(input="How many messages did Ann send?")
    assert "1 message" in counted.output
    assert [one["title"] for one in counted.sources] == ["Budget"]
    every = await igpt.recall.ask(input="How many messages mention the heron budget?")
    assert "4 messages" in every.output


async def test_what_is_disconnected_leaves_the_other_copies(igpt: AsyncIGPT) -> None:
    listed = (await igpt.datasources.list())["datasources"]
    for source in sorted(listed, key=lambda one: one["title"])[:2]:
        assert (await igpt.recall.search(query="board approved")).results
        await igpt.datasources.disconnect(id=source["id"])
    assert (await subjects(igpt, query="What did the board approve?")).count("Budget") == 1
    assert "1 message" in (await igpt.recall.ask(input="How many messages did Ann send?")).output


async def test_one_of_another_time_or_without_an_id_is_no_copy(tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    again = mail("The board approved the heron budget again.", Subject="Budget", Message_ID="<1@x>")
    without = mail("The board approved the heron budget.", Subject="Budget")
    box.write_bytes(mbox([BUDGET, again, without, without]))
    async with (
        LocalServer([box], port=0) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as client,
    ):
        await server.indexed()
        assert len(await subjects(client, query="board approved budget")) == 4


def test_all_passages_of_the_first_copy_are_kept() -> None:
    def one(passage: int, item: int, first: int | None = None, message_id: str = "m") -> Candidate:
        return Candidate(passage, item, first, first, 1.0, "", 5, message_id)

    found = [one(1, 7), one(2, 8), one(3, 7, 1), one(4, 8, 1), one(5, 9, 1, ""), one(6, 10, 1, "")]
    assert [hit.passage for hit in without_copies(found)] == [1, 3, 5, 6]
