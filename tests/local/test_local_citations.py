"""Which source each quotation of an answer was taken from: in the replies, and as citations for OpenAI's clients."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import mail, mbox
from local_openai import chat, strict_client

from aigpt.local import LocalServer
from aigpt.local.openai_api.citations import Citation, cite

PORTS = {"Oslo": "needs 12 cranes", "Bergen": "has a fee of 900", "Narvik": "is closed by ice", "Tromso": "lies north"}
QUESTION = "What is said about the harbour?"


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    """Make messages of one day, sender and subject, and a long note, for all of which a title says nothing."""
    bodies = [f"As for the harbour, {name} {what} this year. \U0001f6a2" for name, what in PORTS.items()]
    (tmp_path / "a.mbox").write_bytes(mbox(mail(body, Subject="Report") for body in bodies))
    return [tmp_path / "a.mbox"]


@pytest.mark.parametrize("route", ["ask", "run"])
async def test_a_reply_tells_of_each_quotation_where_it_was_taken_from(
    server: LocalServer, session: aiohttp.ClientSession, route: str
) -> None:
    body = {"user": "me", "input": QUESTION}
    headers = {"Authorization": "Bearer any"}
    async with session.post(f"{server.url}/recall/{route}", json=body, headers=headers) as response:
        reply = await response.json()
    await check(server, session, reply["output"], reply["metadata"])


async def check(server: LocalServer, session: aiohttp.ClientSession, text: str, given: dict[str, Any]) -> None:
    assert len(given["quotes"]) == len(given["sources"]) == len(PORTS)
    headers = {"Authorization": "Bearer any"}
    for quote in given["quotes"]:
        quoted = text[quote["start"] : quote["end"]]
        assert quoted.startswith("“")
        assert quoted.endswith("“Report”, 2024-03-04")
        source = given["sources"][quote["source"]]["id"]
        asked = {"user": "me", "sources": [{"id": source, "quote": ""}]}
        async with session.post(f"{server.url.removesuffix('v1')}page/passages", json=asked, headers=headers) as found:
            passage = (await found.json())["passages"][0]
        words = "".join(piece for part in ("before", "passage", "after") for piece, _ in passage[part])
        assert words.strip() == quoted[1 : quoted.index("”\n")]


async def test_each_quotation_is_cited_once_by_its_message(server: LocalServer) -> None:
    async with strict_client("aigpt", server.url) as client:
        message = (await client.chat.completions.create(**chat(QUESTION))).choices[0].message
        cited = [one.url_citation for one in message.annotations]
        assert len(cited) == len(PORTS)
        for one in cited:
            file = one.url.removesuffix("/content").rpartition("/")[2]
            (said,) = [name for name in PORTS if name in message.content[one.start_index : one.end_index]]
            assert PORTS[said] in (await client.files.content(file)).text
        response = await client.responses.create(model="igpt-run", input=QUESTION)
        part = response.output[-1].content[0]
        assert [one.index for one in part.annotations] == [one.end_index for one in cited]
        files = [one.url.removesuffix("/content").rpartition("/")[2] for one in cited]
        assert [one.file_id for one in part.annotations] == files


async def test_a_line_of_a_list_is_cited_by_its_message(server: LocalServer) -> None:
    async with strict_client("aigpt", server.url) as client:
        asked = chat("How many messages did Ann send?")
        message = (await client.chat.completions.create(**asked)).choices[0].message
        lines = [
            message.content[one.url_citation.start_index : one.url_citation.end_index] for one in message.annotations
        ]
        assert message.content.startswith("4 messages")
        assert lines == ["- 2024-03-04, “Report”, Ann Bell"] * 3


def test_what_was_cut_off_is_not_cited() -> None:
    sources: list[dict[str, Any]] = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    quotes = [{"start": 0, "end": 4, "source": 0}, {"start": 6, "end": 20, "source": 1},
              {"start": 22, "end": 30, "source": 2}]  # fmt: skip
    assert cite("“a”.  “bbbb", sources, quotes) == [Citation(0, 4, sources[0]), Citation(6, 11, sources[1])]
    assert cite("As [2] says [9].", sources) == [Citation(3, 6, sources[1])]
    assert cite("Yes.", sources[:2]) == [Citation(0, 4, one) for one in sources[:2]]
