"""examples/discord_bot.py with the real discord.py, against a local fake of Discord's gateway and REST."""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import os
import re
import signal
import sys
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import person
import pytest
import yarl
from fake_discord import EPHEMERAL, LIMIT, TOKEN, Asked, FakeDiscord

from aigpt.local import LocalServer
from aigpt.local.sample import MAILBOX
from aigpt.testing import Call, Pause, SampleServer, ScriptedServer, run_events

pytestmark = pytest.mark.forked("discord.app_commands")

with warnings.catch_warnings():
    # discord.py's voice part, which the bot does not use, imports audioop, deprecated from Python 3.11 on.
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    import discord.gateway
    import discord.http

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "discord_bot.py"
QUESTION = "When is the launch?"
EVENTS = run_events("On ", "Friday.")
BEGUN = EVENTS[: 1 + [event.get("delta") for event in EVENTS].index("On ")]
SORRY = "⚠️ Sorry, I could not finish this answer (network_error). Please ask again."
Bot = Any  # the example's own class


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as it:
        monkeypatch.setattr(discord.http.Route, "BASE", it.api)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(it.gateway))
        yield it


@pytest.fixture
def example() -> Iterator[ModuleType]:
    """Load the example, with edits that follow each other quickly."""
    spec = importlib.util.spec_from_file_location("discord_bot", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["discord_bot"] = module  # where discord.py looks the types of its parameters up
    spec.loader.exec_module(module)
    module.EDIT_EVERY = 0.01
    yield module
    del sys.modules["discord_bot"]


@pytest.fixture
def igpt_server(igpt_server: ScriptedServer) -> ScriptedServer:
    """Return a server to which everybody's mail is connected."""
    igpt_server.reply("datasources/list", json={"datasources": [{"id": "gmail/1/messages", "progress": 100}]})
    return igpt_server


def runs(server: ScriptedServer) -> list[Call]:
    return [call for call in server.calls if call.route == "recall/run"]


@asynccontextmanager
async def running(example: ModuleType, upstream: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """Run the bot over the iGPT API at *upstream* until the block ends."""
    monkeypatch.setenv("IGPT_BASE_URL", upstream)
    monkeypatch.setenv("IGPT_API_KEY", "local")
    async with example.Bot() as bot:
        bot._connection.guild_ready_timeout = 0.0  # it waits for servers that the fake does not have
        life = asyncio.create_task(bot.start(TOKEN))
        try:
            yield bot
        finally:
            await bot.close()
            await life


@pytest.fixture
async def bot(
    fake: FakeDiscord, example: ModuleType, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bot]:
    async with running(example, igpt_server.url, monkeypatch) as it:
        yield it


class Clock:
    """The event loop's clock, which can be put forward: what waits for a time wakes up as if it had come."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._loop = asyncio.get_running_loop()
        self._ahead = 0.0
        time = self._loop.time
        monkeypatch.setattr(self._loop, "time", lambda: time() + self._ahead)

    async def pass_by(self, seconds: float, fake: FakeDiscord) -> None:
        """Let *seconds* pass, in which Discord and the bot go on to hear from each other."""
        for _ in range(round(seconds / 10)):
            await fake.beat()
            self._ahead += 10
            await asyncio.sleep(0.01)


async def done(fake: FakeDiscord, bot: Bot, asked: Asked) -> list[str]:
    """Wait until nothing more comes, and return the messages of the answer."""
    await fake.until(lambda: asked.deferred or asked.expired)
    async with asyncio.timeout(30):
        while bot.assistant.tasks:
            await asyncio.wait(bot.assistant.tasks)
    return asked.texts


# ── the usual ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_it_defers_then_shows_the_answer_as_it_grows(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [*BEGUN, gate, *EVENTS[len(BEGUN) :]])
    asked = await fake.press(QUESTION)
    await fake.shows(asked, "On")
    gate.open()
    assert await done(fake, bot, asked) == ["On Friday."]
    assert [(entry.who, entry.what, entry.text) for entry in fake.transcript] == [
        ("bot", "is there", ""),
        ("7", "/ask", QUESTION),
        ("bot", "defer", ""),
        ("bot", "edit", "On"),
        ("bot", "edit", "On Friday."),
    ]
    times = {entry.what: entry.at for entry in reversed(fake.transcript)}
    assert times["defer"] - times["/ask"] < 3


async def test_its_command_and_what_it_may_read(fake: FakeDiscord, bot: Bot) -> None:
    await fake.until(lambda: bool(fake.did()))
    [command] = fake.commands
    assert (command["name"], [option["name"] for option in command["options"]]) == ("ask", ["question"])
    assert fake.identified[0]["intents"] == discord.Intents(guilds=True).value  # none that Discord has to grant


async def test_it_answers_from_the_sample_mailbox(
    fake: FakeDiscord, example: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = SampleServer(tmp_path / "igpt.sqlite")
    server.user = "discord:7"  # aigpt serve --sample --user discord:7
    with server:
        async with running(example, server.url, monkeypatch) as bot:
            known, stranger = await fake.press(QUESTION), await fake.press(QUESTION, user="8")
            texts = await done(fake, bot, known)
    assert "launch" in "".join(texts).lower()
    assert stranger.texts
    assert stranger.texts != texts


async def test_it_works_in_a_direct_conversation_too(fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS)
    asked = await fake.press(QUESTION, direct=True)
    assert await done(fake, bot, asked) == ["On Friday."]


async def test_two_people_are_two_users(fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", lambda call: run_events(f"You are {call.json['user']}."))
    first, second = await fake.press(QUESTION, "7"), await fake.press(QUESTION, "8")
    assert await done(fake, bot, first) == ["You are discord:7."]
    assert await done(fake, bot, second) == ["You are discord:8."]


async def test_a_command_delivered_again_is_answered_once(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer
) -> None:
    igpt_server.stream("recall/run", EVENTS)
    asked = await fake.press(QUESTION)
    await fake.deliver(asked)
    await done(fake, bot, asked)
    await fake.deliver(asked)
    other = await fake.press("And when is lunch?")
    await done(fake, bot, other)
    assert len(runs(igpt_server)) == 2
    assert [what for what in fake.did(asked) if what.startswith("defer")] == ["defer"]


# ── long and hostile answers ────────────────────────────────────────────────────────────────────────────────────


async def test_a_long_answer_goes_on_in_more_messages(fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer) -> None:
    lines = [f"row_{number} = compute({number})" for number in range(150)]
    igpt_server.stream("recall/run", run_events("Here it is:\n```py\n", *(f"{line}\n" for line in lines), "```\nDone."))
    asked = await fake.press(QUESTION)
    texts = await done(fake, bot, asked)
    assert len(texts) > 1
    assert all(len(text) <= LIMIT and text.count("```") % 2 == 0 for text in texts)
    assert [line for text in texts for line in text.splitlines() if line.startswith("row_")] == lines
    assert texts[-1].endswith("Done.")
    assert "follow up" in fake.did(asked)
    assert [message.flags for message in asked.messages] == [EPHEMERAL] * len(texts)


async def test_a_short_answer_with_code_stays_one_message(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer
) -> None:
    gate, *rest = igpt_server.gate(), *run_events("Run it:\n```sh\n", "make\n```")
    opened = 1 + [event.get("delta") for event in rest].index("Run it:\n```sh\n")
    igpt_server.stream("recall/run", [*rest[:opened], gate, *rest[opened:]])
    asked = await fake.press(QUESTION)
    await fake.shows(asked, "Run it:")
    gate.open()
    assert await done(fake, bot, asked) == ["Run it:\n```sh\nmake\n```"]


HOSTILE = "@everyone <@1> <@&2> ask [your bank](https://evil.example/?q=secret), see https://evil.example/?q=mail now"


async def test_a_hostile_answer_is_harmless(fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", run_events(HOSTILE, "\n", "x" * 80 + " ", "y " * 1500))
    asked = await fake.press(QUESTION)
    text = "".join(await done(fake, bot, asked))
    for trick in ("@everyone", "<@1>", "<@&2>", "](", " https:"):
        assert trick in HOSTILE
        assert trick not in text
    assert "(<https://evil.example/?q=secret>)," in text
    assert "<https://evil.example/?q=mail>" in text  # to be followed by whoever wants to, but not fetched by Discord
    said = [entry.payload for entry in fake.transcript if "content" in entry.payload]
    assert {"edit", "follow up"} <= set(fake.did(asked))
    assert [payload["allowed_mentions"]["parse"] for payload in said] == [[]] * len(said)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("see https://a.example/b.", "see <https://a.example/b>."),
        ("(https://a.example/b)", "(<https://a.example/b>)"),
        ("**HTTPS://a.example**", "**<HTTPS://a.example>**"),
        ("<https://a.example>", "<https://a.example>"),
        ("<https://a.example b", "<https://a.example> b"),
        ("https://a.example/x_(film)?b=(c", "<https://a.example/x_(film)?b=>(c"),
        ("https://", "https://"),
    ],
)
def test_links_have_no_previews(example: ModuleType, written: str, shown: str) -> None:
    assert example.harmless(written) == shown


async def test_neither_question_nor_answer_is_logged(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    igpt_server.stream("recall/run", BEGUN, then="reset")
    fake.refuse = lambda what: 0.01 if fake.did().count(f"{what}: 429") == 0 else None
    asked = await fake.press("Who is ill?", user="7123")
    await done(fake, bot, asked)
    assert f"interaction {asked.id} ended early: network_error" in caplog.text
    for secret in ("Who is ill", "On ", TOKEN, asked.token):
        assert secret not in caplog.text


# ── when something goes wrong ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("what", ["defer", "edit", "follow up"])
async def test_told_to_slow_down_it_waits_and_loses_nothing(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer, what: str
) -> None:
    words = [f"word{number} " for number in range(400)]
    igpt_server.stream("recall/run", run_events(*words))
    fake.refuse = lambda doing: 0.2 if doing == what and f"{what}: 429" not in fake.did() else None
    asked = await fake.press(QUESTION)
    texts = await done(fake, bot, asked)
    assert " ".join(texts).split() == [word.strip() for word in words]
    at = [entry.at for entry in fake.transcript if entry.what.startswith(what)]
    refused = fake.did().index(f"{what}: 429")
    assert fake.did()[refused + 1] == what
    assert at[1] - at[0] >= 0.2


async def test_edits_keep_their_distance(
    fake: FakeDiscord, bot: Bot, example: ModuleType, igpt_server: ScriptedServer
) -> None:
    example.EDIT_EVERY = 0.3
    events = run_events(*(f"{number} " for number in range(60)))
    igpt_server.stream("recall/run", [step for event in events for step in (event, Pause(0.02))])
    asked = await fake.press(QUESTION)
    [text] = await done(fake, bot, asked)
    assert text.split() == [str(number) for number in range(60)]
    times = [entry.at for entry in fake.transcript if entry.what == "edit"]
    assert 3 <= len(times) <= 2 + (times[-1] - times[0]) / 0.3
    assert min(after - before for before, after in pairwise(times)) > 0.29


async def test_an_answer_that_breaks_off_says_so(fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", BEGUN, then="reset")
    asked = await fake.press(QUESTION)
    assert await done(fake, bot, asked) == [f"On \n\n{SORRY}"]


async def test_a_refused_question_is_answered_in_one_line_with_the_code(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("recall/run", status=401, json={"error": "auth"})
    asked = await fake.press(QUESTION)
    assert await done(fake, bot, asked) == [SORRY.replace("network_error", "auth")]


async def test_a_stream_that_falls_silent_after_five_minutes_is_given_up(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch)
    gates = [igpt_server.gate() for _ in range(6)]
    minutes = [step for gate, event in zip(gates, _minutes(6), strict=True) for step in (event, gate)]
    igpt_server.stream("recall/run", [*BEGUN, *minutes], then="hang")
    asked = await fake.press(QUESTION)
    for minute, gate in enumerate(gates):
        await fake.shows(asked, f"minute {minute}")
        await clock.pass_by(50, fake)
        gate.open()
    assert asked.texts == ["On minute 0, minute 1, minute 2, minute 3, minute 4, minute 5,"]
    await clock.pass_by(70, fake)
    assert (await done(fake, bot, asked))[0].endswith(f"minute 5, \n\n{SORRY}")
    assert await igpt_server.closed()


async def test_an_answer_longer_than_discord_allows_ends_in_time(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch)
    gates = [igpt_server.gate() for _ in range(20)]
    minutes = [step for gate, event in zip(gates, _minutes(20), strict=True) for step in (event, gate)]
    igpt_server.stream("recall/run", [*BEGUN, *minutes], then="hang")
    asked = await fake.press(QUESTION)
    for minute, gate in enumerate(gates):
        await fake.until(lambda minute=minute: any(f"minute {minute}" in t or SORRY in t for t in asked.texts))
        if SORRY in asked.texts[0]:
            break
        await clock.pass_by(50, fake)
        gate.open()
    assert (await done(fake, bot, asked))[0].endswith(SORRY)
    began, *_, ended = (entry.at for entry in fake.transcript if entry.asked)
    assert 800 < ended - began < 15 * 60
    assert await igpt_server.closed()


def _minutes(count: int) -> list[dict[str, Any]]:
    return [
        {"type": "run.output_text.delta", "delta": f"minute {minute}, ", "seq": 4 + minute} for minute in range(count)
    ]


async def test_an_answer_that_was_deleted_ends_quietly(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [*BEGUN, gate, EVENTS[len(BEGUN)]], then="hang")
    asked = await fake.press(QUESTION)
    await fake.shows(asked, "On")
    await fake.delete(asked)
    gate.open()
    assert await done(fake, bot, asked) == []
    assert fake.did(asked)[-1] == "edit: 404/10008"
    assert await igpt_server.closed()
    assert [
        record for record in caplog.records if record.levelno >= logging.WARNING and "PyNaCl" not in record.msg
    ] == []


async def test_an_answer_whose_time_is_over_ends_quietly(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [*BEGUN, gate, EVENTS[len(BEGUN)]], then="hang")
    asked = await fake.press(QUESTION)
    await fake.shows(asked, "On")
    asked.expired = True
    gate.open()
    await done(fake, bot, asked)
    assert fake.did(asked)[-1] == "edit: 401/50027"
    assert await igpt_server.closed()
    assert "Traceback" not in caplog.text


async def test_at_its_end_whoever_waits_is_told_so(
    fake: FakeDiscord, example: ModuleType, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    igpt_server.stream("recall/run", BEGUN, then="hang")
    async with running(example, igpt_server.url, monkeypatch):
        asked = await fake.press(QUESTION)
        await fake.shows(asked, "On")
    assert asked.texts == [f"On \n\n{SORRY.replace('network_error', 'request_aborted')}"]
    assert await igpt_server.closed()


# ── connecting mail, threads, limits ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def upstream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LocalServer]:
    """Run the embedded server: nobody has connected anything, and there is a mailbox to choose."""
    monkeypatch.setattr("aigpt.bots.connections.POLL", (0.05, 0.2))
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "sample.mbox").write_bytes(MAILBOX.read_bytes())
    async with LocalServer(roots=[tmp_path / "mail"], port=0, db=tmp_path / "db") as server:
        yield server


def link_in(text: str) -> str:
    match = re.search(r"\[Connect your mail\]\(<(http://127\.0\.0\.1:\d+/connect/[\w-]+)>\)$", text)
    assert match, text
    return match[1]


READY = "Your mail is connected and ready (mail, 45 messages). Please ask again."


async def test_who_is_unknown_connects_their_mail_and_is_told_when_it_is_ready(
    fake: FakeDiscord, example: ModuleType, upstream: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "What is the marketing budget?"
    async with running(example, upstream.url, monkeypatch) as bot:
        first = await fake.press(question)
        (invited,) = await done(fake, bot, first)
        assert "Connected gmail" in await person.connect(link_in(invited))
        await fake.shows(first, READY)
        again = await fake.press(question)
        answer = "".join(await done(fake, bot, again))
        other = await fake.press(question, user="8")
        (theirs,) = await done(fake, bot, other)
    assert "€48,500" in answer
    assert (
        "\n• “Re: Marketing budget for the Heron launch”, Ingrid Solheim, 2026-03-10" in answer.partition("Sources:")[2]
    )
    assert link_in(theirs)  # who is somebody else has connected nothing
    assert fake.did(first) == ["defer", "edit", "follow up"]
    assert [message.flags for message in first.messages] == [EPHEMERAL] * 2  # nobody else sees the link


async def test_after_fifteen_minutes_the_news_is_a_direct_message(
    fake: FakeDiscord, example: ModuleType, upstream: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(example, upstream.url, monkeypatch) as bot:
        asked = await fake.press(QUESTION)
        (invited,) = await done(fake, bot, asked)
        asked.expired = True
        await person.connect(link_in(invited))
        await fake.until(lambda: "writes to 7" in fake.did())
        assert fake.transcript[-1].text == READY


async def test_who_takes_no_direct_messages_then_is_noted_in_one_line(
    fake: FakeDiscord,
    example: ModuleType,
    upstream: LocalServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    fake.deaf = True
    async with running(example, upstream.url, monkeypatch) as bot:
        asked = await fake.press(QUESTION)
        (invited,) = await done(fake, bot, asked)
        asked.expired = True
        await person.connect(link_in(invited))
        async with asyncio.timeout(30):
            while "nobody could be told that their mail is ready: Forbidden" not in caplog.text:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    assert "Traceback" not in caplog.text


async def test_what_was_asked_before_goes_with_the_question(
    fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer
) -> None:
    igpt_server.stream("recall/run", EVENTS)
    for question, user in ((QUESTION, "7"), ("And who decided it?", "7"), ("And who decided it?", "8")):
        await done(fake, bot, await fake.press(question, user))
    assert [call.json["input"] for call in runs(igpt_server)[1:]] == [
        f"And who decided it?\n(Asked before: {QUESTION})",
        "And who decided it?",
    ]


async def test_one_person_cannot_take_all_answers(fake: FakeDiscord, bot: Bot, igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", EVENTS, after=gate)
    asked = [await fake.press(QUESTION) for _ in range(4)]
    await fake.until(lambda: any("You have asked a lot" in text for one in asked for text in one.texts))
    gate.open()
    for one in asked:
        await done(fake, bot, one)
    texts = [text for one in asked for text in one.texts]
    assert sorted(texts) == ["On Friday."] * 3 + ["You have asked a lot just now. Please ask again in 5 s."]


# ── as a program ────────────────────────────────────────────────────────────────────────────────────────────────

# Leads discord.py to the fake, then runs the example as `python examples/discord_bot.py` does.
LED = """
import runpy, sys, discord.gateway, discord.http, yarl
discord.http.Route.BASE = sys.argv[1]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[2])
sys.argv = sys.argv[3:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


NOBODY_LISTENS = "http://127.0.0.1:9"


async def _start(fake: FakeDiscord, *, api: str = "", gateway: str = "", **settings: str) -> asyncio.subprocess.Process:
    command = [sys.executable, "-c", LED, api or fake.api, gateway or fake.gateway, str(EXAMPLE)]
    pipe = asyncio.subprocess.PIPE
    environment = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
    return await asyncio.create_subprocess_exec(*command, env={**environment, **settings}, stderr=pipe)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_runs_as_its_first_lines_say_and_ends_in_order(
    fake: FakeDiscord, igpt_server: ScriptedServer, number: signal.Signals
) -> None:
    igpt_server.stream("recall/run", EVENTS, times=1)
    igpt_server.stream("recall/run", BEGUN, then="hang")
    process = await _start(fake, DISCORD_TOKEN=TOKEN, IGPT_BASE_URL=igpt_server.url, IGPT_API_KEY="local")
    try:
        whole, cut = await fake.press(QUESTION), await fake.press(QUESTION)
        await fake.until(lambda: whole.texts == ["On Friday."] and cut.texts == ["On"])
        process.send_signal(number)
        _, log = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert process.returncode == 0
    assert cut.texts[0].endswith("(request_aborted). Please ask again.")
    assert fake.did()[-1] == "leaves"
    assert b"Traceback" not in log
    assert QUESTION.encode() not in log


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"IGPT_API_KEY": "local"}, "DISCORD_TOKEN is not set"),
        ({"IGPT_API_KEY": "local", "DISCORD_TOKEN": " "}, "DISCORD_TOKEN is not set"),
        ({"DISCORD_TOKEN": TOKEN}, "IGPT_API_KEY"),
        ({"IGPT_API_KEY": "local", "DISCORD_TOKEN": "wrong"}, "Discord refused the token"),
    ],
)
async def test_what_is_missing_is_said_in_one_line(fake: FakeDiscord, settings: dict[str, str], said: str) -> None:
    process = await _start(fake, **settings)
    _, log = await asyncio.wait_for(process.communicate(), 60)
    *_, last = log.decode().splitlines()
    assert process.returncode == 1
    assert said in last
    assert "Traceback" not in log.decode()
    assert "wrong" not in last


async def test_discord_that_cannot_be_reached_is_said_in_one_line(fake: FakeDiscord) -> None:
    process = await _start(fake, api=NOBODY_LISTENS, IGPT_API_KEY="local", DISCORD_TOKEN=TOKEN)
    _, log = await asyncio.wait_for(process.communicate(), 60)
    *_, last = log.decode().splitlines()
    assert process.returncode == 1
    assert last.startswith("Discord cannot be reached: ")
    assert "Traceback" not in log.decode()
    assert TOKEN not in log.decode()


async def test_discord_that_refuses_the_bot_is_said_in_one_line(fake: FakeDiscord) -> None:
    process = await _start(fake, api=f"{fake.api}/nothing-here", IGPT_API_KEY="local", DISCORD_TOKEN=TOKEN)
    _, log = await asyncio.wait_for(process.communicate(), 60)
    *_, last = log.decode().splitlines()
    assert process.returncode == 1
    assert last.startswith("Discord ended the bot: 404 ")
    assert "Traceback" not in log.decode()


async def test_a_lost_connection_is_one_line_and_made_again(fake: FakeDiscord) -> None:
    process = await _start(fake, gateway=NOBODY_LISTENS, IGPT_API_KEY="local", DISCORD_TOKEN=TOKEN)
    assert process.stderr is not None
    try:
        lines = [""]
        async with asyncio.timeout(60):
            while "Attempting a reconnect" not in lines[-1]:
                lines.append((await process.stderr.readline()).decode())
                assert lines[-1], lines
        process.send_signal(signal.SIGTERM)
        _, rest = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert process.returncode == 0
    assert "127.0.0.1:9" in lines[-1]
    assert "Traceback" not in "".join(lines) + rest.decode()
