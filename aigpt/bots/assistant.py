"""What a bot does with a question: limits, connected mail, what was asked before, the answer, an orderly end."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, Protocol

from aigpt._igpt.client import AsyncIGPT
from aigpt._igpt.objects import Datasource
from aigpt._igpt.replies import RunReply
from aigpt.bots.ask_limits import AskLimits, TooManyQuestions
from aigpt.bots.connections import Connections
from aigpt.bots.conversations import Conversations
from aigpt.bots.live_message import LiveMessage

_AFTER_CLOSING = 5.0  # s; for messages to say that their answer was cut


class Chat(Protocol):
    """One question's place on a platform, for you to write."""

    async def tell(self, text: str, link: str | None = None) -> object:
        """Show *text* to the person who asked, and to nobody else; *link* is a web address to be opened by them alone.

        *text* may name what somebody else has named: show it through `defang`. It may be called minutes or hours after
        the question.
        """
        ...

    async def live(self) -> LiveMessage[Any]:
        """Return the message that will show the answer."""
        ...


@dataclass(frozen=True)
class Wording:
    """What an `Assistant` says; give your own for another language. The words in braces are filled in."""

    what: str = "What would you like to know?"
    connect: str = (
        "I answer from your own mail, which is not connected yet. Connect it with this link; it is for you alone, "
        "works once and expires in a few minutes. I will tell you when your mail is ready."
    )
    no_link: str = "I answer from your own mail, which is not connected yet, and I got no link to do so ({error})."
    ready: str = "Your mail is connected and ready ({titles}). Please ask again."
    unreadable: str = "This could not be read: {titles}."
    indexing: str = (
        "Your mail is still being indexed ({progress:.0f} %), so this answer may miss some of it. I will tell you when "
        "it is ready."
    )
    too_many_of_yours: str = "You have asked a lot just now. Please ask again in {wait}."
    too_many: str = "Many people are asking just now. Please ask again in {wait}."


class Assistant:
    """Answers the questions of a bot's users, each from their own mail.

    Who has connected nothing gets a link to do so, privately, and is told when it is ready. Questions beyond *limits*
    are refused, with the time to wait. What somebody asked before in the same conversation goes with the question.

    - *igpt*: the client; `close` closes it.
    - *connections*, *limits*, *conversations*: your own, or those with their defaults.
    - *timeout*: seconds for one answer; platforms allow edits for a while only.
    - *instructions*: those of each run.
    """

    def __init__(
        self,
        igpt: AsyncIGPT,
        *,
        connections: Connections | None = None,
        limits: AskLimits | None = None,
        conversations: Conversations | None = None,
        timeout: float = 900.0,
        instructions: str | None = None,
        wording: Wording | None = None,
    ) -> None:
        self._igpt = igpt
        self._connections = Connections(igpt) if connections is None else connections
        self._limits = AskLimits() if limits is None else limits
        self._conversations = Conversations() if conversations is None else conversations
        self._timeout = timeout
        self._instructions = instructions
        self._wording = Wording() if wording is None else wording
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def tasks(self) -> frozenset[asyncio.Task[None]]:
        """What `start` has begun and is not over."""
        return frozenset(self._tasks)

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begin *work*, an answer, in a task that `close` waits for."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def answer(self, question: str, *, user: str, conversation: Hashable, chat: Chat) -> RunReply[Any] | None:
        """Answer *question* of *user* on *chat*; return the reply, or None where something else was said.

        *conversation*: the thread. What *chat* raises is raised here.
        """
        question = question.strip()
        if not question:
            await chat.tell(self._wording.what)
            return None
        try:
            with self._limits.admit(user):
                progress = await self._connections.progress(user)
                if progress is None:
                    await self._invite(user, chat)
                    return None
                return await self._run(question, user, (user, conversation), chat, progress)
        except TooManyQuestions as exc:
            said = self._wording.too_many_of_yours if exc.by_person else self._wording.too_many
            await chat.tell(said.format(wait=_in_words(exc.retry_after)))
            return None

    async def close(self, grace: float = 10.0) -> None:
        """Wait *grace* seconds for answers under way, then close the client; what is cut says so in its message."""
        await self._connections.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        await self._igpt.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_AFTER_CLOSING)
        for task in self._tasks:
            task.cancel()

    async def _run(
        self, question: str, user: str, conversation: Hashable, chat: Chat, progress: float
    ) -> RunReply[Any]:
        given, earlier = self._conversations.ask(conversation, question)
        instructions = "\n\n".join(filter(None, (self._instructions, earlier)))
        live = await chat.live()
        stream = self._igpt.recall.run(
            input=given,
            instructions=instructions or None,
            user=user,
            stream=True,
            timeout=self._timeout,
            raise_errors=False,
        )
        reply = await live.follow(stream)
        if reply.ok:
            self._conversations.add(conversation, question)
            if progress < 100 and not self._connections.is_waiting(user):  # noqa: PLR2004 (percent)
                await chat.tell(self._wording.indexing.format(progress=progress))
                self._connections.tell_when_ready(user, lambda found: self._say_ready(chat, found))
        return reply

    async def _invite(self, user: str, chat: Chat) -> None:
        link, error = await self._connections.link(user)
        if link is None:
            await chat.tell(self._wording.no_link.format(error=error))
            return
        await chat.tell(self._wording.connect, link)
        self._connections.tell_when_ready(user, lambda found: self._say_ready(chat, found))

    async def _say_ready(self, chat: Chat, found: list[Datasource]) -> None:
        good = [one for one in found if one.get("status") != "error"]
        bad = [one for one in found if one.get("status") == "error"]
        said = [self._wording.ready.format(titles=_titles(good))] if good else []
        said += [self._wording.unreadable.format(titles=_titles(bad))] if bad else []
        await chat.tell("\n".join(said))


def _titles(found: list[Datasource]) -> str:
    named = [", ".join(filter(None, (one.get("title"), one.get("subtitle")))) or one.get("id", "?") for one in found]
    return "; ".join(named)


def _in_words(seconds: float) -> str:
    if seconds < 90:  # noqa: PLR2004 (seconds)
        return f"{math.ceil(seconds)} s"
    return f"{math.ceil(seconds / 60)} min"
