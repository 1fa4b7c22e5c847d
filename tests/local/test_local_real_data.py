"""Real mail and real meetings: nothing is lost, and what was said is found."""

from __future__ import annotations

import asyncio
import json
import mailbox
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from real_data import DATA

from aigpt.local import Indexed, LocalServer

pytestmark = pytest.mark.usefixtures("real_data")


@dataclass
class Running:
    url: str
    indexed: list[Indexed]


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    """Run one server for all tests of this file, on a loop and a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    server = LocalServer([DATA / "mailbox.mbox", DATA / "meetings"], port=0)

    async def start() -> Running:
        await server.start()
        return Running(server.url, await server.indexed())

    yield asyncio.run_coroutine_threadsafe(start(), loop).result()
    asyncio.run_coroutine_threadsafe(server.close(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def results(server: Running, *queries: str, limit: int = 10) -> list[list[dict[str, Any]]]:
    """Search for each of *queries*."""
    found: list[list[dict[str, Any]]] = []
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session:
        for query in queries:
            body = {"user": "me", "query": query, "max_results": limit}
            async with session.post(f"{server.url}/recall/search", json=body) as response:
                found.append((await response.json())["results"])
    return found


def test_every_message_and_every_meeting_is_counted(server: Running) -> None:
    mail, meetings = server.indexed
    assert (mail.messages, mail.failures) == (2500, ())
    assert (meetings.notes, meetings.failures) == (35, ())


async def test_every_message_is_found_again(server: Running) -> None:
    """By the Message-ID that another reader of mbox files finds in it."""
    box = mailbox.mbox(DATA / "mailbox.mbox", create=False)
    wanted = [" ".join(str(message["Message-ID"]).strip("<> \n\t").split()) for message in box]
    box.close()
    assert len(set(wanted)) == 2500
    found = await results(server, *(f"<{name}>" for name in wanted), limit=1)
    assert [result[0]["message_id"] for result in found] == wanted


async def test_a_meeting_question_is_answered_from_its_meeting(server: Running) -> None:
    question = "What did Barry Hughes think about the legal framework when talking about the efficacy of the law?"
    ((best, *_),) = await results(server, question)
    assert best["file"] == "test-00.txt"
    first, last = best["lines"]
    lines = (DATA / "meetings" / "test-00.txt").read_text().splitlines()
    assert best["content"] == "\n".join(line.rstrip() for line in lines[first - 1 : last])


async def test_most_questions_are_answered_among_the_first_ten(server: Running) -> None:
    """Of a fourth of them; the benchmark asks them all."""
    questions = [json.loads(line) for line in (DATA / "meeting_questions.jsonl").read_text().splitlines()][::4]
    found = await results(server, *(question["query"] for question in questions))
    hits = sum(
        any(
            result["file"] == f"{question['meeting']}.txt"
            and result["lines"][0] <= last
            and first <= result["lines"][1]
            for result in ten
            for first, last in question["line_spans"]
        )
        for question, ten in zip(questions, found, strict=True)
    )
    assert hits / len(questions) > 0.7
