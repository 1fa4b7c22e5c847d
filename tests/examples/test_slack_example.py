"""examples/slack_bot.py with the real slack-bolt, against a local fake of Slack's Web API and its events."""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import aiohttp
import person
import pytest
from fake_slack import APP_TOKEN, CHANNEL, CLIENT_ID, CLIENT_SECRET, DIRECT, LIMIT, SECRET, TOKEN, FakeSlack

from aigpt.local import LocalServer
from aigpt.local.sample import MAILBOX
from aigpt.testing import Call, Gate, SampleServer, ScriptedServer, run_events

pytestmark = pytest.mark.forked("slack_bolt.async_app", "slack_bolt.adapter.socket_mode.aiohttp")

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "slack_bot.py"
QUESTION = "<@UBOT> When is the launch?"
EVENTS = run_events("On ", "Friday.")
STATUS = ("bot", "status", "is looking through your messages…")
Bot = Any  # the example's own class


def events(*parts: str | Gate) -> list[Any]:
    """Return the events of an answer of these deltas, with the gates where they stand among them."""
    found: list[Any] = run_events(*(part for part in parts if isinstance(part, str)))
    first = next(n for n, event in enumerate(found) if "delta" in event)
    for number, part in enumerate(parts, first):
        if isinstance(part, Gate):
            found.insert(number, part)
    return found


def settings(fake: FakeSlack, upstream: str) -> dict[str, str]:
    return {
        "IGPT_BASE_URL": upstream,
        "IGPT_API_KEY": "local",
        "SLACK_API_URL": fake.api,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "PORT": "0",
    }


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as it:
        yield it


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Load the example, with changes that follow each other quickly."""
    monkeypatch.syspath_prepend(EXAMPLE.parent)  # where it finds slack_thread
    spec = importlib.util.spec_from_file_location("slack_bot", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["slack_bot"] = module  # where dataclasses look their module up
    spec.loader.exec_module(module)
    monkeypatch.setattr("slack_thread.EDIT_EVERY", 0.01)
    yield module
    del sys.modules["slack_bot"]


@pytest.fixture
def igpt_server(igpt_server: ScriptedServer) -> ScriptedServer:
    """Return a server to which everybody's mail is connected."""
    igpt_server.reply("datasources/list", json={"datasources": [{"id": "gmail/1/messages", "progress": 100}]})
    return igpt_server


def runs(server: ScriptedServer) -> list[Call]:
    return [call for call in server.calls if call.route == "recall/run"]


@asynccontextmanager
async def running(
    example: ModuleType, fake: FakeSlack, upstream: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bot]:
    """Run the bot over the iGPT API at *upstream* until the block ends."""
    bots = []

    class Kept(example.Bot):  # type: ignore[name-defined,misc]  # a class that is known at run time only
        def __init__(self, *parts: Any) -> None:
            super().__init__(*parts)
            bots.append(self)

    monkeypatch.setattr(example, "Bot", Kept)
    for name, value in settings(fake, upstream).items():
        monkeypatch.setenv(name, value)
    async with example.running() as fake.events_url:
        yield bots[0]


@pytest.fixture
async def bot(
    fake: FakeSlack, example: ModuleType, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bot]:
    async with running(example, fake, igpt_server.url, monkeypatch) as it:
        yield it


async def done(bot: Bot) -> None:
    """Wait until all answers are given."""
    async with asyncio.timeout(60):
        while bot.assistant.tasks:
            await asyncio.wait(bot.assistant.tasks)


# ── the usual ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_it_streams_the_answer_into_the_thread(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    first, second = igpt_server.gate(), igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", first, "first Fri", second, "day."))
    said = await fake.say(QUESTION)
    await fake.shows("On ")  # whole words, and the last may go on
    first.open()
    await fake.shows("On the first ")
    second.open()
    await done(bot)
    assert fake.transcript == [
        ("U1", f"says in {CHANNEL}", QUESTION),
        STATUS,
        ("bot", "starts message 1", "On "),
        ("bot", "adds to message 1", "the first "),
        ("bot", "ends message 1", "Friday."),
    ]
    assert fake.messages[0].thread == said["event"]["ts"]
    assert runs(igpt_server)[0].json["input"] == "When is the launch?"


async def test_it_answers_direct_messages_and_goes_on_in_their_thread(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    igpt_server.stream("recall/run", EVENTS)
    await fake.say("Where is AT&amp;T?", channel=DIRECT, thread_ts="1600000000.000001")
    await done(bot)
    assert fake.texts == ["On Friday."]
    assert (fake.messages[0].channel, fake.messages[0].thread) == (DIRECT, "1600000000.000001")
    assert runs(igpt_server)[0].json["input"] == "Where is AT&T?"


async def test_two_people_are_two_users(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", lambda call: run_events(f"You are {call.json['user']}."))
    await fake.say(QUESTION, "U1")
    await done(bot)
    await fake.say(QUESTION, "U2")
    await done(bot)
    await fake.say(QUESTION, "U2", team="T2")
    await done(bot)
    assert fake.texts == ["You are slack:T1:U1.", "You are slack:T1:U2.", "You are slack:T2:U2."]
    starts = [fields for method, fields in fake.calls if method == "chat.startStream"]
    assert [(start["recipient_team_id"], start["recipient_user_id"]) for start in starts] == [
        ("T1", "U1"), ("T1", "U2"), ("T2", "U2"),
    ]  # fmt: skip


async def test_slack_is_told_at_once_though_the_answer_takes_longer(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", EVENTS, after=gate)
    await fake.say(QUESTION)  # fails after three seconds
    assert await gate.reached()
    assert fake.texts == []
    gate.open()
    await done(bot)
    assert fake.texts == ["On Friday."]


async def test_an_event_delivered_again_is_answered_once(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", EVENTS, after=gate)
    said = await fake.say(QUESTION)
    assert await fake.deliver(said, retry=1) == 200
    gate.open()
    await done(bot)
    assert await fake.deliver(said, retry=2) == 200
    await fake.say("<@UBOT> And lunch?")
    await done(bot)
    assert fake.texts == ["On Friday."] * 2
    assert len(runs(igpt_server)) == 2


async def test_only_slack_can_ask(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    said = await fake.say("", "U1", subtype="message_changed")
    said["event"].pop("subtype")
    assert await fake.deliver(said, secret="another") == 401
    assert not bot.assistant.tasks
    assert igpt_server.calls == []


@pytest.mark.parametrize(
    ("channel", "more"),
    [
        (DIRECT, {"bot_id": "B2"}),
        (CHANNEL, {"bot_id": "B2"}),
        (DIRECT, {"subtype": "message_changed"}),
        (CHANNEL, {"type": "message", "channel_type": "channel"}),
    ],
)
async def test_other_bots_changes_and_talk_among_others_are_not_answered(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer, channel: str, more: dict[str, Any]
) -> None:
    await fake.say(QUESTION, channel=channel, **more)
    igpt_server.stream("recall/run", EVENTS)
    await fake.say(QUESTION)
    await done(bot)
    assert len(runs(igpt_server)) == 1
    assert fake.texts == ["On Friday."]


async def test_a_mention_alone_is_asked_for_its_question(fake: FakeSlack, bot: Bot) -> None:
    await fake.say(" <@UBOT> ")
    await done(bot)
    assert fake.texts == ["What would you like to know?"]
    assert not fake.messages[0].streams


# ── long and hostile answers ────────────────────────────────────────────────────────────────────────────────────


async def test_a_long_answer_goes_on_in_more_messages(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    lines = [f"row_{number} = compute({number})" for number in range(700)]
    igpt_server.stream("recall/run", run_events("Here it is:\n```py\n", *(f"{line}\n" for line in lines), "```\nDone."))
    await fake.say(QUESTION)
    await done(bot)
    assert len(fake.texts) > 2
    assert all(len(text) <= LIMIT and text.count("```") % 2 == 0 for text in fake.texts)
    assert [line for text in fake.texts for line in text.splitlines() if line.startswith("row_")] == lines
    assert fake.texts[-1].endswith("Done.")
    assert not any(message.streams for message in fake.messages)


async def test_code_streams_without_being_changed(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    gates = [igpt_server.gate() for _ in range(3)]
    one, two, three = gates
    parts = ["Run:\n```sh\nma", one, "ke a", two, "ll\nmake", three, " install\n```", "\nDone."]
    igpt_server.stream("recall/run", events(*parts))
    await fake.say(QUESTION)
    for gate, shown in zip(gates, ["Run:\n```sh\n", "Run:\n```sh\nmake ", "Run:\n```sh\nmake all\n"], strict=True):
        await fake.shows(shown)
        gate.open()
    await done(bot)
    assert fake.texts == ["Run:\n```sh\nmake all\nmake install\n```\nDone."]
    assert "chat.update" not in dict(fake.calls)


async def test_what_a_model_writes_calls_nobody_and_hides_no_link(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    hostile = ["<!chan", "nel> <@U1> <https://evil.example/?q=1|bank> @every", "one [bank](htt", "ps://evil.example)."]
    igpt_server.stream("recall/run", run_events(*hostile))
    await fake.say(QUESTION)
    await done(bot)
    fake.refused["chat.startStream"] = "channel_type_not_supported"
    await fake.say(QUESTION)
    await done(bot)
    for text in fake.texts:
        assert text == (
            "&lt;!channel&gt; &lt;@U1&gt; &lt;`https://evil.example/?q=1`|bank&gt; @\u200beveryone "
            "[bank]\u200b(`https://evil.example`)."
        )
    shown = [text for who, _, text in fake.transcript if who == "bot"]
    assert not any("<" in text or "@everyone" in text or "](http" in text for text in shown)


async def test_links_are_no_links_among_code_either(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", events("See https://a.example/x. Or ", gate, "`curl https://a.example/y`, Ann?"))
    await fake.say(QUESTION)
    await fake.shows("See `https://a.example/x`. ")
    gate.open()
    await done(bot)
    assert fake.texts == ["See https:\u200b//a.example/x. Or `curl https:\u200b//a.example/y`, Ann?"]
    assert not fake.messages[0].streams


# ── what goes wrong at Slack ────────────────────────────────────────────────────────────────────────────────────


async def test_where_there_is_no_streaming_messages_are_changed(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    fake.refused |= {"chat.startStream": "unknown_method", "assistant.threads.setStatus": "missing_scope"}
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", events("On ", gate, "Friday."))
    await fake.say(QUESTION)
    await fake.shows("On")
    gate.open()
    await done(bot)
    assert fake.transcript[-2:] == [("bot", "posts message 1", "On"), ("bot", "changes message 1 to", "On Friday.")]
    posted = dict(fake.calls)["chat.postMessage"]
    assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)


@pytest.mark.parametrize("method", ["chat.startStream", "chat.appendStream", "chat.stopStream"])
async def test_what_slack_slows_down_is_not_lost(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer, method: str
) -> None:
    first, second = igpt_server.gate(), igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", first, "first day, ", second, "Friday."))
    fake.limited[method] = 1
    await fake.say(QUESTION)
    await fake.shows("On ")
    first.open()
    await fake.shows("On the first " if method != "chat.appendStream" else "On ")
    second.open()
    await done(bot)
    assert fake.texts == ["On the first day, Friday."]
    assert ("Slack", f"429 for {method}", "") in fake.transcript
    assert "chat.update" not in dict(fake.calls)
    assert not fake.messages[0].streams


async def test_a_stream_that_slack_ends_after_minutes_goes_on_as_changes(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    first, second = igpt_server.gate(), igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", first, "first day, ", second, "Friday."))
    await fake.say(QUESTION)
    await fake.shows("On ")
    fake.end_streams()
    first.open()
    await fake.shows("On the first day,")
    second.open()
    await done(bot)
    assert fake.transcript[2:] == [
        ("bot", "starts message 1", "On "),
        ("Slack", "ends all streams", ""),
        ("Slack", "refuses chat.appendStream", "message_not_in_streaming_state"),
        ("Slack", "refuses chat.stopStream", "message_not_in_streaming_state"),
        ("bot", "changes message 1 to", "On the first day,"),
        ("bot", "changes message 1 to", "On the first day, Friday."),
    ]


async def test_a_stream_that_ends_just_before_the_answer_does_is_made_good(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", gate, "day."))
    await fake.say(QUESTION)
    await fake.shows("On ")
    fake.refused["chat.appendStream"] = "must not come"
    fake.end_streams()
    gate.open()
    await done(bot)
    assert fake.texts == ["On the day."]


@pytest.mark.parametrize("method", ["chat.appendStream", "chat.stopStream"])
async def test_words_of_which_nobody_knows_whether_they_arrived_are_shown_once(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer, method: str
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", gate, "first day, Friday."))
    await fake.say(QUESTION)
    await fake.shows("On ")
    fake.lost.add(method)
    gate.open()
    await done(bot)
    assert fake.texts == ["On the first day, Friday."]
    assert not fake.messages[0].streams


@pytest.mark.parametrize("streaming", [True, False])
async def test_deleting_the_answer_ends_it_quietly(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture, *, streaming: bool
) -> None:
    if not streaming:
        fake.refused["chat.startStream"] = "unknown_method"
    gate, never = igpt_server.gate(), igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", gate, "first Friday ", never, "ever."))
    await fake.say(QUESTION)
    fake.delete(await fake.shows("On "))
    gate.open()
    assert await igpt_server.closed(timeout=5)
    await done(bot)
    assert fake.texts == []
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [what for who, what, _ in fake.transcript if who == "Slack"][-1].startswith("refuses")


async def test_a_slack_that_takes_nothing_is_noted_without_the_question(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    fake.refused |= {"chat.startStream": "fatal_error", "chat.postMessage": "fatal_error"}
    igpt_server.stream("recall/run", EVENTS)
    await fake.say(QUESTION)
    await done(bot)
    assert [record.getMessage() for record in caplog.records if record.name == "slack_bot"] == [
        "event Ev2: Slack did not take the answer: fatal_error"
    ]
    assert "launch" not in caplog.text


# ── what goes wrong at iGPT ─────────────────────────────────────────────────────────────────────────────────────


async def test_an_answer_that_breaks_off_says_so(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    igpt_server.stream("recall/run", EVENTS[:4], then="reset")
    await fake.say(QUESTION)
    await done(bot)
    sorry = "⚠️ Sorry, I could not finish this answer (network_error). Please ask again."
    assert [re.sub(" +\n", "\n", text) for text in fake.texts] == [f"On\n\n{sorry}"]
    assert not fake.messages[0].streams
    assert "event Ev2 ended early: network_error" in caplog.text
    assert "launch" not in caplog.text


async def test_an_answer_that_never_begins_is_excused(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/run", json={"error": "auth"}, status=401)
    await fake.say(QUESTION)
    await done(bot)
    assert fake.texts == ["⚠️ Sorry, I could not finish this answer (auth). Please ask again."]


async def test_at_the_end_an_answer_that_takes_too_long_says_that_it_is_cut(
    fake: FakeSlack, example: ModuleType, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "GRACE", 0.05)
    igpt_server.stream("recall/run", run_events("On the ")[:4], then="hang")
    async with running(example, fake, igpt_server.url, monkeypatch):
        await fake.say(QUESTION)
        await fake.shows("On ")
    assert await igpt_server.closed(timeout=5)
    assert "⚠️ Sorry, I could not finish this answer (request_aborted)" in fake.texts[0]
    assert not fake.messages[0].streams


# ── connecting mail ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def upstream(tmp_path: Path) -> AsyncIterator[LocalServer]:
    """Run the embedded server: nobody has connected anything, and there is a mailbox to choose."""
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "sample.mbox").write_bytes(MAILBOX.read_bytes())
    async with LocalServer(roots=[tmp_path / "mail"], port=0, db=tmp_path / "db") as server:
        yield server


@pytest.fixture
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigpt.bots.connections.POLL", (0.05, 0.2))


def link_in(text: str) -> str:
    match = re.search(r"<(http://127\.0\.0\.1:\d+/connect/[\w-]+)\|Connect your mail>$", text)
    assert match, text
    return match[1]


@pytest.mark.usefixtures("_looks_often")
async def test_who_is_unknown_connects_their_mail_and_is_told_when_it_is_ready(
    fake: FakeSlack, example: ModuleType, upstream: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "<@UBOT> What is the marketing budget?"
    async with running(example, fake, upstream.url, monkeypatch) as bot:
        await fake.say(question)
        await done(bot)
        invited, pointer = fake.messages
        assert (invited.channel, invited.thread) == ("U1", "")  # what is said to one person, nobody else reads
        assert pointer.channel == CHANNEL
        assert "connect/" not in pointer.text
        assert "Connected gmail" in await person.connect(link_in(invited.text))
        ready = await fake.shows("Your mail is connected and ready")
        await fake.say(question)
        await done(bot)
        await fake.say(question, user="U2")
        await done(bot)
    assert ready.channel == "U1"
    assert "(mail, 45 messages)" in ready.text
    answer = fake.messages[3].text
    assert "€48,500" in answer
    sources = answer.partition("\n\nSources:\n")[2]
    assert "• “Re: Marketing budget for the Heron launch”, Ingrid Solheim, 2026-03-10" in sources
    assert fake.messages[4].channel == "U2"  # who is somebody else has connected nothing
    said = [(who, re.sub(r" \d+$", "", what.replace(" in message", ""))) for who, what, _ in fake.transcript]
    assert said[:6] == [
        ("U1", f"says in {CHANNEL}"),
        ("bot", "tells U1"),
        ("bot", "posts message"),
        ("bot", "tells U1"),
        ("U1", f"says in {CHANNEL}"),
        ("bot", "status"),
    ]


@pytest.mark.usefixtures("_looks_often")
async def test_in_direct_messages_the_link_stands_where_it_was_asked(
    fake: FakeSlack, example: ModuleType, upstream: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(example, fake, upstream.url, monkeypatch) as bot:
        said = await fake.say("What is the budget?", channel=DIRECT)
        await done(bot)
        (invited,) = fake.messages
        assert (invited.channel, invited.thread) == (DIRECT, said["event"]["ts"])
        assert "Cancelled" in await person.connect(link_in(invited.text), press="cancel")
        await fake.say("And now?", channel=DIRECT)
        await done(bot)
    assert len({link_in(text) for text in fake.texts}) == 2  # a link works once: each question gets its own
    posted = dict(fake.calls)["chat.postMessage"]
    assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)  # a preview would open the link


async def test_who_takes_no_direct_messages_is_told_in_the_channel_alone(
    fake: FakeSlack, example: ModuleType, upstream: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.refused["chat.postMessage"] = "messages_tab_disabled"
    async with running(example, fake, upstream.url, monkeypatch) as bot:
        await fake.say(QUESTION)
        await done(bot)
    assert fake.messages == []
    who, what, text = fake.transcript[-1]
    assert (who, what) == ("bot", "tells U1 alone")
    assert link_in(text)


async def test_without_a_link_it_says_why(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("datasources/list", json={"datasources": []})
    igpt_server.reply("connectors/authorize", json={"error": "params"})
    igpt_server.stream("recall/run", EVENTS)
    for user in ("U1", "U2"):
        await fake.say(QUESTION, user, channel=DIRECT)
        await done(bot)
    assert fake.texts[-1].endswith("and I got no link to do so (params).")


# ── threads, limits, budgets ────────────────────────────────────────────────────────────────────────────────────


async def test_what_was_asked_in_the_thread_goes_with_the_question(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    igpt_server.stream("recall/run", EVENTS)
    first = await fake.say("<@UBOT> When is the Heron launch?")
    await done(bot)
    thread = first["event"]["ts"]
    for user, more in (("U1", {"thread_ts": thread}), ("U2", {"thread_ts": thread}), ("U1", {})):
        await fake.say("<@UBOT> And who approved it?", user, **more)
        await done(bot)
    _, follow_up, of_another, elsewhere = [call.json for call in runs(igpt_server)]
    assert follow_up["input"] == "And who approved it?\n(Asked before: When is the Heron launch?)"
    assert "- When is the Heron launch?\n" in follow_up["instructions"]
    for alone in (of_another, elsewhere):
        assert (alone["input"], alone.get("instructions")) == ("And who approved it?", None)


async def test_one_person_cannot_take_all_answers(fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", EVENTS, after=gate)
    for _ in range(4):
        await fake.say(QUESTION, channel=DIRECT)
    await fake.shows("You have asked a lot just now. Please ask again in 5 s.")
    await fake.say(QUESTION, user="U2")
    assert await gate.reached(4)
    gate.open()
    await done(bot)
    assert fake.texts.count("On Friday.") == 4


async def test_many_answers_at_once_stay_within_slacks_limits(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    """Beyond twenty streams in a minute, answers are posted: what is asked last does not wait for what is streamed."""
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", EVENTS, after=gate)
    for number in range(24):
        await fake.say(QUESTION, user=f"U{number}", channel=f"C{number}")
    assert await gate.reached(24)
    gate.open()
    await done(bot)
    assert fake.texts == ["On Friday."] * 24
    called = Counter(method for method, _ in fake.calls)
    assert (called["chat.startStream"], called["chat.postMessage"]) == (20, 4)
    assert called["chat.stopStream"] == 20
    assert not any(who == "Slack" for who, _, _ in fake.transcript)


async def test_a_workspace_that_is_slowed_down_holds_up_no_other(
    fake: FakeSlack, bot: Bot, igpt_server: ScriptedServer
) -> None:
    igpt_server.stream("recall/run", EVENTS)
    fake.refused["chat.startStream"] = "unknown_method"
    fake.limited["chat.postMessage"] = 1
    await fake.say(QUESTION)
    await fake.until(lambda: ("Slack", "429 for chat.postMessage", "") in fake.transcript)
    other = fake.event(QUESTION, "U2", "C2")
    await fake.deliver({**other, "team_id": "T2"})
    await done(bot)
    assert [message.channel for message in fake.messages] == ["C2", CHANNEL]


# ── many workspaces ─────────────────────────────────────────────────────────────────────────────────────────────


async def install(fake: FakeSlack, home: str, team: str) -> tuple[int, str]:
    """Install the app in *team* as its administrator does in a browser; return the last page."""
    async with aiohttp.ClientSession() as browser:
        async with browser.get(f"{home}/slack/install") as response:
            page, cookie = await response.text(), response.headers["Set-Cookie"].partition(";")[0]
        state = re.search(r"[?&;]state=([\w-]+)", page)
        assert state
        back = f"{home}/slack/oauth_redirect?code={fake.installs(team)}&state={state[1]}"
        async with browser.get(back, headers={"Cookie": cookie}) as response:
            return response.status, await response.text()


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # which slack_sdk uses
async def test_many_workspaces_install_it_each_with_its_own_token(
    fake: FakeSlack, example: ModuleType, igpt_server: ScriptedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.tokens.clear()
    folder = tmp_path / "installations"
    for name, value in settings(fake, igpt_server.url).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    monkeypatch.setenv("SLACK_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("SLACK_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("SLACK_INSTALLATIONS", str(folder))
    igpt_server.stream("recall/run", lambda call: run_events(f"You are {call.json['user']}."))

    async def ask(team: str) -> int:
        body = fake.event(QUESTION, team=team)
        return await fake.deliver({**body, "team_id": team})

    async with example.running() as fake.events_url:
        home = fake.events_url.removesuffix("/slack/events")
        for team in ("T1", "T2"):
            assert (await install(fake, home, team))[0] == 200
        for team in ("T1", "T2"):
            assert await ask(team) == 200
            await fake.shows(f"You are slack:{team}:U1.")
        await ask("T3")  # which has not installed it
        assert (await install_with_another_state(home))[0] == 400
    assert folder.stat().st_mode & 0o077 == 0
    async with example.running() as fake.events_url:  # which knows them still
        await ask("T2")
        await fake.until(lambda: fake.texts.count("You are slack:T2:U1.") == 2)
    starts = [fields["_team"] for method, fields in fake.calls if method == "chat.startStream"]
    assert starts == ["T1", "T2", "T2"]
    assert {call.json["user"] for call in runs(igpt_server)} == {"slack:T1:U1", "slack:T2:U1"}


async def install_with_another_state(home: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as browser,
        browser.get(f"{home}/slack/oauth_redirect?code=c&state=made-up") as response,
    ):
        return response.status, await response.text()


# ── as a process ────────────────────────────────────────────────────────────────────────────────────────────────


class Process:
    def __init__(self, **environment: str) -> None:
        self._environment = {**os.environ, **environment}

    async def __aenter__(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-u", EXAMPLE, env=self._environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return self._process

    async def __aexit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.communicate()


async def address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    found = re.fullmatch(r"Waiting for Slack's events at (http://127\.0\.0\.1:\d+/slack/events)\n", line)
    assert found, line
    return found[1]


async def test_it_runs_as_its_first_lines_say(fake: FakeSlack, tmp_path: Path) -> None:
    server = SampleServer(tmp_path / "igpt.sqlite")
    server.user = "slack:T1:U1"  # aigpt serve --sample --user slack:T1:U1
    with server:
        async with Process(**settings(fake, server.url)) as process:
            fake.events_url = await address(process)
            await fake.say(QUESTION)
            await fake.until(lambda: bool(fake.messages) and not fake.messages[-1].streams)
            assert "launch" in "".join(fake.texts).lower()
            process.send_signal(signal.SIGTERM)
            output, errors = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, output) == (0, b"")
    assert not re.search("Traceback|WARNING|ERROR|launch", errors.decode())


async def test_in_socket_mode_slack_needs_no_address(fake: FakeSlack, igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", EVENTS)
    async with Process(**settings(fake, igpt_server.url), SLACK_APP_TOKEN=APP_TOKEN) as process:
        await address(process)
        await fake.deliver_by_socket(fake.event(QUESTION))
        await fake.until(lambda: fake.texts == ["On Friday."] and not fake.messages[-1].streams)
        process.send_signal(signal.SIGTERM)
        output, errors = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, output) == (0, b"")
    assert not re.search("Traceback|WARNING|ERROR|launch", errors.decode()), errors.decode()


@pytest.mark.parametrize("lost", ["all of it", "its socket"])
async def test_slack_that_is_lost_is_told_in_lines(fake: FakeSlack, igpt_server: ScriptedServer, lost: str) -> None:
    if lost == "its socket":
        fake.socket_url = "ws://127.0.0.1:9/"
    async with Process(**settings(fake, igpt_server.url), SLACK_APP_TOKEN=APP_TOKEN) as process:
        if lost == "all of it":
            await address(process)
            await fake.until(lambda: fake.socket is not None)
            await fake.vanish()
        assert process.stderr is not None
        lines = [""]
        async with asyncio.timeout(60):
            while "Cannot connect to host" not in lines[-1]:
                lines.append((await process.stderr.readline()).decode())
                assert lines[-1], lines
        process.send_signal(signal.SIGTERM)
        _, rest = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    assert "Traceback" not in "".join(lines) + rest.decode()
    assert "client_session" not in rest.decode()  # it ends in order


async def test_a_proxy_that_answers_in_slacks_place_is_said_in_one_line(fake: FakeSlack) -> None:
    fake.proxy_error = 502
    async with Process(**settings(fake, "http://127.0.0.1:9/v1")) as process:
        _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert errors.decode() == "Slack cannot be reached: HTTP status 502, and no JSON\n"
    assert process.returncode == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_at_its_end_it_finishes_the_answers_under_way(
    fake: FakeSlack, igpt_server: ScriptedServer, number: signal.Signals
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", events("On the ", gate, "first Friday."))
    async with Process(**settings(fake, igpt_server.url)) as process:
        fake.events_url = await address(process)
        await fake.say(QUESTION)
        await fake.shows("On ")
        process.send_signal(number)
        gate.open()
        output, errors = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, output) == (0, b"")
    assert not re.search("Traceback|WARNING|ERROR|launch", errors.decode())
    assert fake.texts == ["On the first Friday."]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN is not set"),
        ({"SLACK_SIGNING_SECRET": " "}, "SLACK_SIGNING_SECRET is not set"),
        (
            {"SLACK_BOT_TOKEN": "xoxb-another"},
            "Slack refused the token in SLACK_BOT_TOKEN: invalid_auth",
        ),
        ({"SLACK_APP_TOKEN": "xapp-another"}, "Slack refused the token in SLACK_APP_TOKEN: invalid_auth"),
        ({"SLACK_CLIENT_ID": "1.2"}, "not both"),
        ({"SLACK_CLIENT_ID": "1.2", "SLACK_BOT_TOKEN": ""}, "SLACK_CLIENT_SECRET is not set"),
        ({"SLACK_API_URL": "http://127.0.0.1:9/"}, "Slack cannot be reached: Cannot connect to host 127.0.0.1:9"),
        ({"PORT": "the fake's own"}, "address already in use"),
        ({"IGPT_API_KEY": ""}, "IGPT_API_KEY"),
    ],
)
async def test_what_is_missing_is_said_in_one_line(fake: FakeSlack, environment: dict[str, str], said: str) -> None:
    if "PORT" in environment:
        environment = {"PORT": fake.api.split(":")[2].split("/")[0]}
    async with Process(**{**settings(fake, "http://127.0.0.1:9/v1"), **environment}) as process:
        output, errors = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, output) == (1, b"")
    assert said in errors.decode()
    assert errors.count(b"\n") == 1
