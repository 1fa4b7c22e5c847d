"""A stream as a growing message: edits spaced, the newest text, all of it in the end, whatever goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from types import TracebackType
from typing import Any, Self

import pytest
from virtual_clock import run

from aigpt import APIConnectionError, RunReply
from aigpt.bots import LiveMessage, MessageGone, defang, name_sources
from aigpt.testing import SampleServer, ScriptedServer, run_events


class Told:
    """A stream that says *pieces*: a number is a pause in seconds, an exception is raised."""

    def __init__(self, *pieces: str | float | Exception, error: str | None = None, **answer: Any) -> None:
        self._pieces = pieces
        self.error: str | None = None
        self._ends_with = error
        self.closed = False
        self.read_at: list[float] = []
        self.reply: RunReply[Any] = RunReply(answer)

    async def text(self) -> AsyncGenerator[str]:
        for piece in self._pieces:
            if isinstance(piece, Exception):
                raise piece
            if isinstance(piece, str):
                self.read_at.append(asyncio.get_running_loop().time())
                yield piece
            else:
                await asyncio.sleep(piece)
        self.error = self._ends_with

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.closed = True


class Chat:
    """A platform: what it shows, and when it was told to."""

    def __init__(self, fails: Callable[[str], Exception | None] = lambda _: None, seconds: float = 0.0) -> None:
        self.messages: list[str] = []
        self.log: list[tuple[float, str]] = []
        self._fails = fails
        self._seconds = seconds
        self._busy = False

    async def _call(self, what: str) -> None:
        assert not self._busy, "two calls at once"
        self._busy = True
        try:
            self.log.append((round(asyncio.get_running_loop().time(), 3), what))
            await asyncio.sleep(self._seconds)
            if (failure := self._fails(what)) is not None:
                raise failure
        finally:
            self._busy = False

    async def send(self, text: str) -> int:
        assert text.strip()
        await self._call("send")
        self.messages.append(text)
        return len(self.messages) - 1

    async def edit(self, handle: int, text: str) -> None:
        assert text.strip()
        await self._call(f"edit {handle}")
        self.messages[handle] = text


def follow(told: Told, chat: Chat, **options: Any) -> RunReply[Any]:
    live = LiveMessage(chat.send, chat.edit, **options)
    stream: Any = told
    return run(live.follow(stream))


def test_edits_are_spaced_and_the_newest_text_wins() -> None:
    told, chat = Told(*[piece for n in range(50) for piece in (f"{n} ", 0.1)]), Chat()
    reply = follow(told, chat, interval=1.2)
    assert reply is told.reply
    assert chat.messages == ["".join(f"{n} " for n in range(50)).strip()]
    assert chat.log == [(0.0, "send"), *[(round(1.2 * n, 3), "edit 0") for n in range(1, 6)]]
    assert told.closed


def test_a_slow_platform_does_not_hold_up_the_reading() -> None:
    told, chat = Told(*[piece for n in range(20) for piece in (f"{n} ", 0.1)]), Chat(seconds=7)
    follow(told, chat, interval=1)
    assert told.read_at[-1] < 2.1
    assert [what for _, what in chat.log] == ["send", "edit 0"]
    assert chat.messages[0].endswith("18 19")


def test_beyond_the_limit_a_new_message_begins() -> None:
    told, chat = Told(*[piece for _ in range(40) for piece in ("A sentence to be read. ", 0.5)]), Chat()
    follow(told, chat, limit=200, interval=1)
    assert len(chat.messages) == 5
    assert all(len(message) <= 200 for message in chat.messages)
    assert " ".join(chat.messages) == ("A sentence to be read. " * 40).strip()


def test_nothing_is_sent_before_there_is_something_to_say() -> None:
    told, chat = Told("\n", 5.0, " ", 5.0, "At last."), Chat()
    follow(told, chat)
    assert chat.log == [(10.0, "send")]


def test_a_break_is_said() -> None:
    chat = Chat()
    follow(Told("It was decided", error="network_error"), chat)
    assert chat.messages == ["It was decided\n\n⚠️ The answer broke off here (network_error)."]


def test_a_break_before_the_first_word_is_said() -> None:
    chat = Chat()
    follow(Told(error="auth"), chat, broken="No answer: {error}.")
    assert chat.messages == ["No answer: auth."]


def test_a_break_in_code_leaves_the_code_whole() -> None:
    chat = Chat()
    follow(Told("```python\nx = 1\n", error="network_error"), chat)
    assert chat.messages[0].startswith("```python\nx = 1\n")
    assert chat.messages[0].count("```") == 2


def test_with_raise_errors_it_is_said_and_raised() -> None:
    chat = Chat()
    with pytest.raises(APIConnectionError):
        follow(Told("It was", APIConnectionError("cut", code="network_error", reply=None)), chat)
    assert chat.messages == ["It was\n\n⚠️ The answer broke off here (network_error)."]


@pytest.mark.parametrize(
    ("output", "shown"),
    [(None, "(no answer)"), ("", "(no answer)"), ("Whole.", "Whole."), ({"a": 1}, '```json\n{\n "a": 1\n}\n```')],
)
def test_an_answer_without_text_on_the_way_is_shown_in_the_end(output: object, shown: str) -> None:
    chat = Chat()
    follow(Told(output=output), chat)
    assert chat.messages == [shown]


def test_what_cleaning_leaves_nothing_of_is_no_answer() -> None:
    chat = Chat()
    follow(Told("\u200b\u202e"), chat, clean=lambda text: defang(text, "discord"))
    assert chat.messages == ["(no answer)"]


def test_all_that_is_shown_is_clean() -> None:
    chat = Chat()
    follow(
        Told("Hi @every", 2.0, "one, [bank](https://evil.example)"), chat, clean=lambda text: defang(text, "discord")
    )
    assert chat.messages == ["Hi @\u200beveryone, [bank]\u200b(https://evil.example)"]


@pytest.mark.parametrize("when", ["send", "edit 0"])
def test_a_deleted_message_ends_it_quietly(when: str) -> None:
    told = Told("a ", 2.0, "b ", 2.0, "c ", 1e9)
    chat = Chat(lambda what: MessageGone() if what == when else None)
    follow(told, chat)
    assert told.closed
    assert [what for _, what in chat.log] == ["send", "edit 0"][: 1 + (when == "edit 0")]


def test_an_update_that_fails_is_made_good_by_the_next() -> None:
    failures = iter([None, OSError("down"), None])
    chat = Chat(lambda _: next(failures, None))
    follow(Told("a ", 2.0, "b ", 2.0, "c"), chat)
    assert chat.messages == ["a b c"]


def test_the_last_update_is_tried_three_times() -> None:
    failures = iter([None, OSError("down"), OSError("down")])
    chat = Chat(lambda _: next(failures, None))
    follow(Told("a ", 0.5, "b"), chat)
    assert chat.messages == ["a b"]
    assert [when for when, _ in chat.log] == [0.0, 1.2, 2.4, 3.6]


def test_a_platform_that_stays_down_is_an_exception() -> None:
    told, chat = Told("a"), Chat(lambda _: OSError("down"))
    with pytest.raises(OSError, match="down"):
        follow(told, chat)
    assert told.closed
    assert len(chat.log) == 3


def test_cancelled_it_leaves_the_stream() -> None:
    told, chat = Told("a ", 1e9), Chat()

    async def give_up() -> None:
        live: LiveMessage[int] = LiveMessage(chat.send, chat.edit)
        stream: Any = told
        async with asyncio.timeout(60):
            await live.follow(stream)

    with pytest.raises(TimeoutError):
        run(give_up())
    assert told.closed
    assert chat.messages == ["a"]


def test_a_stream_that_dies_after_five_minutes_is_said_to() -> None:
    pieces = [piece for n in range(60) for piece in (f"{n} ", 5.0)]
    chat = Chat()
    follow(Told(*pieces, error="network_error"), chat)
    assert chat.log[-1][0] >= 300
    assert chat.messages[0].endswith("58 59 \n\n⚠️ The answer broke off here (network_error).")


def test_it_is_for_one_stream() -> None:
    chat = Chat()
    live: LiveMessage[int] = LiveMessage(chat.send, chat.edit)
    stream: Any = Told("a")
    run(live.follow(stream))
    assert live.handles == [0]
    with pytest.raises(RuntimeError, match="make a new one"):
        run(live.follow(stream))


def test_it_is_for_one_stream_even_before_that_has_said_anything() -> None:
    async def two() -> None:
        chat = Chat()
        live: LiveMessage[int] = LiveMessage(chat.send, chat.edit)
        first: Any = Told(5.0, "a")
        second: Any = Told("b")
        following = asyncio.create_task(live.follow(first))
        await asyncio.sleep(1)
        with pytest.raises(RuntimeError, match="make a new one"):
            await live.follow(second)
        await following
        assert chat.messages == ["a"]

    run(two())


@pytest.mark.parametrize("wrong", [{"limit": 10}, {"interval": -1}])
def test_options_out_of_range_are_refused(wrong: dict[str, float]) -> None:
    chat = Chat()
    with pytest.raises(ValueError, match=next(iter(wrong))):
        LiveMessage(chat.send, chat.edit, **wrong)  # type: ignore[arg-type]


# ── with real streams ───────────────────────────────────────────────────────────────────────────────────────────


async def test_a_real_run_is_shown_whole(igpt_local: SampleServer) -> None:
    chat = Chat()
    async with igpt_local.client() as igpt:
        live = LiveMessage(chat.send, chat.edit, interval=0.01)
        reply = await live.follow(igpt.recall.run(input="What is the marketing budget?", stream=True))
    assert reply.ok
    assert chat.messages == [str(reply["output"]).strip()]


async def test_a_real_break_is_said_and_the_reply_tells_it(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", run_events("On ", "Friday.")[:4], then="reset")
    chat = Chat()
    async with igpt_server.client() as igpt:
        live = LiveMessage(chat.send, chat.edit, interval=0.01)
        reply = await live.follow(igpt.recall.run(input="When?", stream=True))
    assert reply.error == "network_error"
    assert chat.messages == ["On \n\n⚠️ The answer broke off here (network_error)."]


async def test_where_the_message_is_gone_the_request_ends(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", run_events("On ", "Friday.")[:4], then="hang")
    chat = Chat(lambda _: MessageGone())
    async with igpt_server.client() as igpt:
        live = LiveMessage(chat.send, chat.edit, interval=0.01)
        reply = await live.follow(igpt.recall.run(input="When?", stream=True))
        assert await igpt_server.closed()
    assert reply.error == "request_aborted"


def test_what_ends_a_whole_answer_follows_it_and_is_cleaned_too() -> None:
    chat = Chat()
    told = Told("Yes.", 5.0, metadata={"sources": [{"title": "Hi @everyone", "provider": "Ann"}]})
    follow(told, chat, ending=name_sources, clean=lambda text: defang(text, "discord"))
    assert chat.messages == ["Yes.\n\nSources:\n• “Hi @\u200beveryone”, Ann"]


def test_an_answer_that_broke_has_no_ending() -> None:
    chat = Chat()
    follow(Told("It was", error="network_error"), chat, ending=lambda _: "never")
    assert chat.messages == ["It was\n\n⚠️ The answer broke off here (network_error)."]


def test_an_answer_without_text_on_the_way_has_its_ending() -> None:
    chat = Chat()
    follow(Told(output="Whole."), chat, ending=lambda reply: f" {reply.output.upper()}")
    assert chat.messages == ["Whole. WHOLE."]


@pytest.mark.parametrize("code", ["```py\nx = 1", "```py\nx = 1\n"])
def test_what_follows_an_open_code_block_is_no_code(code: str) -> None:
    whole, broken = Chat(), Chat()
    follow(Told(code), whole, ending=lambda _: "\n\nSources: none")
    follow(Told(code, error="network_error"), broken, broken="Sorry.")
    assert whole.messages == ["```py\nx = 1\n```\n\nSources: none"]
    assert broken.messages == ["```py\nx = 1\n```\n\nSorry."]


def test_each_update_but_the_last_waits_for_its_turn() -> None:
    async def turn() -> None:
        turns.append(asyncio.get_running_loop().time())
        await asyncio.sleep(3)

    turns: list[float] = []
    told, chat = Told(*[piece for n in range(50) for piece in (f"{n} ", 0.1)]), Chat()
    follow(told, chat, interval=1, pace=turn)
    assert turns == [0.0, 4.0]
    assert chat.log == [(3.0, "send"), (5.0, "edit 0")]  # the answer is over: its end is not held up
    assert chat.messages[0].endswith("48 49")


def test_what_is_shown_after_a_turn_is_the_text_of_then() -> None:
    told, chat = Told("old ", 2.0, "new ", 5.0, "end"), Chat()
    shown: list[str] = []

    async def send(text: str) -> int:
        shown.append(text)
        return await chat.send(text)

    stream: Any = told
    live = LiveMessage(send, chat.edit, pace=lambda: asyncio.sleep(3))
    run(live.follow(stream))
    assert shown == ["old new"]


def test_a_turn_that_fails_is_raised() -> None:
    async def turn() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        follow(Told("a", 5.0), Chat(), pace=turn)
