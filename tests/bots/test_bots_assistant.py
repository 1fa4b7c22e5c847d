"""What an assistant does with a question, on a platform that only keeps what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from aigpt import AsyncIGPT
from aigpt.bots import AskLimits, Assistant, Connections, LiveMessage, Wording
from aigpt.bots import connections as connections_file
from aigpt.testing import ScriptedServer, run_events

Source = dict[str, Any]


class Chat:
    """Where one question was asked: what only its person reads, and the answer."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.links: list[str | None] = []
        self.answer: list[str] = []
        self.changed = asyncio.Event()

    async def tell(self, text: str, link: str | None = None) -> None:
        self.told.append(text)
        self.links.append(link)
        self.changed.set()

    async def live(self) -> LiveMessage[int]:
        async def send(text: str) -> int:
            self.answer.append(text)
            return len(self.answer) - 1

        async def edit(message: int, text: str) -> None:
            self.answer[message] = text

        return LiveMessage(send, edit, interval=0.01)

    async def hears(self, text: str) -> None:
        async with asyncio.timeout(30):
            while not any(text in told for told in self.told):
                self.changed.clear()
                await self.changed.wait()


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections_file, "POLL", (0.01, 0.02))


@pytest.fixture
async def igpt(igpt_server: ScriptedServer) -> AsyncIterator[AsyncIGPT]:
    igpt_server.stream("recall/run", run_events("On ", "Friday."))
    async with igpt_server.client() as it:
        yield it


def lists(server: ScriptedServer, *answers: list[Source]) -> None:
    for answer in answers:
        server.reply("datasources/list", json={"datasources": answer})


def source(progress: int = 100, **more: Any) -> Source:
    return {"id": "gmail/1/messages", "title": "Inbox", "progress": progress, **more}


def routes(server: ScriptedServer) -> list[str]:
    return [call.route for call in server.calls]


async def test_who_is_known_is_looked_up_once_and_answered(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source()])
    assistant = Assistant(igpt, instructions="Be brief.")
    for _ in range(2):
        chat = Chat()
        reply = await assistant.answer(" When? ", user="u1", conversation="t", chat=chat)
        assert reply is not None
        assert (chat.told, chat.answer) == ([], ["On Friday."])
    assert routes(igpt_server) == ["datasources/list", "recall/run", "recall/run"]
    first, second = [call.json for call in igpt_server.calls if call.route == "recall/run"]
    assert (first["user"], first["input"], first["instructions"]) == ("u1", "When?", "Be brief.")
    assert second["instructions"].startswith("Be brief.\n\nEarlier in this conversation")
    await assistant.close()


async def test_who_is_unknown_gets_a_link_and_the_news(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    bad = source(0, title="Old", subtitle="2 messages", status="error")
    lists(igpt_server, [], [], [source(10), bad], [source(60), bad], [source(subtitle="7 messages"), bad])
    igpt_server.reply("connectors/authorize", json={"url": "https://igpt.example/connect/x"})
    connections = Connections(igpt, service="outlook", scope="a b", redirect_uri="https://bot.example/done")
    assistant, chat = Assistant(igpt, connections=connections), Chat()
    assert await assistant.answer("When?", user="u1", conversation="t", chat=chat) is None
    assert chat.links == ["https://igpt.example/connect/x"]
    assert connections.is_waiting("u1")
    await chat.hears("connected and ready")
    assert chat.told[1] == (
        "Your mail is connected and ready (Inbox, 7 messages). Please ask again.\n"
        "This could not be read: Old, 2 messages."
    )
    sent = next(call.json for call in igpt_server.calls if call.route == "connectors/authorize")
    assert sent == {"user": "u1", "service": "outlook", "scope": "a b", "redirect_uri": "https://bot.example/done"}
    assert "recall/run" not in routes(igpt_server)
    await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    assert chat.answer == ["On Friday."]
    await assistant.close()


async def test_a_link_that_is_not_used_is_not_waited_for_for_ever(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [])
    igpt_server.reply("connectors/authorize", json={"url": "https://igpt.example/connect/x"})
    connections = Connections(igpt, link_seconds=0.1)
    assistant, chat = Assistant(igpt, connections=connections), Chat()
    await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    async with asyncio.timeout(30):
        while connections.is_waiting("u1"):  # noqa: ASYNC110 (nothing tells of it)
            await asyncio.sleep(0.01)
    assert len(chat.told) == 1
    await assistant.close()


async def test_of_two_questions_the_newest_is_told_the_news(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [], [], [source()])
    igpt_server.reply("connectors/authorize", json={"url": "https://igpt.example/connect/x"})
    assistant, first, second = Assistant(igpt), Chat(), Chat()
    await asyncio.gather(
        assistant.answer("When?", user="u1", conversation="t", chat=first),
        assistant.answer("Why?", user="u1", conversation="t", chat=second),
    )
    heard = [asyncio.create_task(chat.hears("connected and ready")) for chat in (first, second)]
    await asyncio.wait(heard, return_when=asyncio.FIRST_COMPLETED)
    for task in heard:
        task.cancel()
    await asyncio.gather(*heard, return_exceptions=True)
    await assistant.close()
    assert len([text for text in first.told + second.told if "connected and ready" in text]) == 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https:///x", 7, None])
async def test_a_link_that_is_no_web_address_is_shown_to_nobody(
    igpt: AsyncIGPT, igpt_server: ScriptedServer, url: object
) -> None:
    lists(igpt_server, [])
    igpt_server.reply("connectors/authorize", json={"url": url})
    assistant, chat = Assistant(igpt), Chat()
    await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    assert chat.links == [None]
    assert chat.told[0].endswith("and I got no link to do so (response).")
    await assistant.close()


async def test_where_the_list_cannot_be_had_the_question_is_asked(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("datasources/list", json={"error": "auth"})
    assistant, chat = Assistant(igpt), Chat()
    await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    assert chat.answer == ["On Friday."]
    await assistant.close()


async def test_while_mail_is_indexed_the_answer_says_so_once_and_when_it_is_over(
    igpt: AsyncIGPT, igpt_server: ScriptedServer
) -> None:
    lists(igpt_server, [source(40), source(99)])
    assistant, chat = Assistant(igpt), Chat()
    for _ in range(2):
        await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    assert chat.answer == ["On Friday."] * 2
    assert len(chat.told) == 1
    assert "still being indexed (40 %)" in chat.told[0]
    lists(igpt_server, [source()])
    await chat.hears("connected and ready")
    await assistant.close()


async def test_beyond_the_limits_it_says_when_to_ask_again(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source()])
    limits, wording = AskLimits(per_person=(1, 600)), Wording(too_many_of_yours="In {wait}!")
    assistant, chat = Assistant(igpt, limits=limits, wording=wording), Chat()
    for _ in range(2):
        await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    assert chat.told == ["In 10 min!"]
    with limits.admit("u2"):
        assert limits.under_way == 1
    await assistant.close()


async def test_a_question_of_nothing_is_asked_for(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    assistant, chat = Assistant(igpt), Chat()
    await assistant.answer(" \n", user="u1", conversation="t", chat=chat)
    assert chat.told == ["What would you like to know?"]
    assert igpt_server.calls == []
    await assistant.close()


async def test_closing_waits_for_answers_then_cuts_them(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source()])
    igpt_server.stream("recall/run", run_events("On Friday.")[:4], then="hang")
    assistant, whole, cut = Assistant(igpt), Chat(), Chat()

    async def answer(chat: Chat) -> None:
        await assistant.answer("When?", user="u1", conversation="t", chat=chat)

    assistant.start(answer(whole))
    assert len(assistant.tasks) == 1
    await asyncio.wait(assistant.tasks)
    assistant.start(answer(cut))
    async with asyncio.timeout(30):
        while not cut.answer:  # noqa: ASYNC110 (nothing tells of it)
            await asyncio.sleep(0.01)
    await assistant.close(grace=0.05)
    assert whole.answer == ["On Friday."]
    assert "request_aborted" in cut.answer[0]
    assert not assistant.tasks


async def test_an_answer_that_ends_after_close_waits_for_nobody(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    connections = Connections(igpt)
    await connections.close()

    async def news(_: Any) -> None:
        raise AssertionError

    connections.tell_when_ready("u1", news)
    assert not connections.is_waiting("u1")


async def test_whoever_is_waited_for_is_not_when_it_closes(igpt: AsyncIGPT, igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [])
    igpt_server.reply("connectors/authorize", json={"url": "https://igpt.example/connect/x"})
    assistant, chat = Assistant(igpt), Chat()
    await assistant.answer("When?", user="u1", conversation="t", chat=chat)
    await assistant.close()  # and leaves no task behind
    assert len(chat.told) == 1
