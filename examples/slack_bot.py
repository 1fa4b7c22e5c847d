"""A Slack bot: mention it or write to it; it answers from your own mail and messages, as the answer is written.

In one terminal `aigpt serve --sample --user slack:TEAM_ID:MEMBER_ID` (yours; Slack shows them in its address in a
browser and, as "Copy member ID", in your profile), and in another, with the three lines it prints:

    pip install slack-bolt && SLACK_BOT_TOKEN=… SLACK_SIGNING_SECRET=… python examples/slack_bot.py

The app made on https://api.slack.com/apps needs the scopes app_mentions:read, chat:write and im:history, and the events
app_mention and message.im, sent to https://YOUR_HOST/slack/events; in Socket Mode, which needs no address, set
SLACK_APP_TOKEN too. What is answered in a channel, everybody there can read.
"""

# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# (slack_sdk does not give all of its types)

from __future__ import annotations

import asyncio
import html
import logging
import os
import re
import signal
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from aigpt import AsyncIGPT, ConfigurationError
from aigpt.bots import LiveMessage, MessageGone, SeenEvents, defang

ANSWER_WITHIN = 15 * 60  # s
GRACE = 10  # s; for answers in progress when the bot shuts down
EDIT_EVERY = 1.2  # s; Slack allows fifty edits per minute
LIMIT = 6000  # characters; Slack allows 12,000, but may count an emoji as several
SORRY = "⚠️ Sorry, I could not finish this answer ({error}). Please ask again."
GONE = {"message_not_found", "thread_not_found", "channel_not_found", "is_archived", "not_in_channel"}
LINK = re.compile(r"(https?:(?=//)|\bwww(?=\.))((?:(?!&[gl]t;)[^\s`|]){1,500}(?<![.,;:!?)\]]))", re.IGNORECASE)
FAILURES = (SlackApiError, aiohttp.ClientError, TimeoutError)

log = logging.getLogger("slack_bot")


@dataclass
class Message:
    ts: str
    text: str  # what it should show
    shown: str  # what Slack has confirmed
    streams: bool


class Thread:
    """The thread of one question: messages that Slack streams, or that are edited where it cannot stream."""

    def __init__(self, slack: AsyncWebClient, event: dict[str, Any], team: str) -> None:
        self.slack = slack
        self.channel = event["channel"]
        self.ts = event.get("thread_ts") or event["ts"]
        self.recipient = {"recipient_team_id": team, "recipient_user_id": event["user"]}
        self.last: Message | None = None

    async def send(self, text: str) -> Message:
        await self.finish()
        begin = settled(text)
        try:
            reply = await self.call(
                self.slack.chat_startStream, thread_ts=self.ts, markdown_text=begin or None, **self.recipient
            )
            self.last = Message(str(reply["ts"]), text, begin, streams=True)
        except SlackApiError:  # streaming is not available everywhere, nor for every app
            reply = await self.call(
                self.slack.chat_postMessage,
                thread_ts=self.ts, markdown_text=text, unfurl_links=False, unfurl_media=False,
            )  # fmt: skip
            self.last = Message(str(reply["ts"]), text, text, streams=False)
        return self.last

    async def edit(self, message: Message, text: str, *, is_last: bool = False) -> None:
        message.text = text
        if message.streams and await self.grow(message, text if is_last else settled(text), is_last=is_last):
            return
        if message.shown != text:
            await self.call(self.slack.chat_update, ts=message.ts, markdown_text=text)
            message.shown = text

    async def grow(self, message: Message, text: str, *, is_last: bool) -> bool:
        """Stream the part of *text* that is not shown yet; return False if the message must be edited from now on."""
        more = text.removeprefix(message.shown)
        if text.startswith(message.shown):
            if not more and not is_last:
                return True
            method = self.slack.chat_stopStream if is_last else self.slack.chat_appendStream
            with suppress(*FAILURES):
                await self.call(method, ts=message.ts, markdown_text=more or None)
                message.shown, message.streams = text, not is_last
                return True
        # The beginning has changed, or Slack ended the stream, as it does after some minutes, or it is unknown whether
        # the last words arrived. Editing the message corrects all of these, and can be repeated.
        message.streams = False
        with suppress(*FAILURES):
            await self.call(self.slack.chat_stopStream, ts=message.ts)
        return False

    async def finish(self) -> None:
        if self.last:
            await self.edit(self.last, self.last.text, is_last=True)

    async def call(self, method: Callable[..., Awaitable[AsyncSlackResponse]], **fields: Any) -> AsyncSlackResponse:
        try:
            return await method(channel=self.channel, **fields)
        except SlackApiError as exc:
            if exc.response.get("error") in GONE:
                self.last = None
                raise MessageGone from exc
            raise


def settled(text: str) -> str:
    """Return the part of *text* that more text will not change: complete words, without the end of a code block."""
    text = re.sub(r"\n[`~]{3,}$", "", text)
    return text[: len(text) - len(re.split(r"\s", text)[-1])]


def harmless(text: str) -> str:
    # Fetching a link for a preview could send data to an attacker whose mail put it into the answer, and previews of
    # a stream cannot be switched off. As code, a link can still be copied; within other code, it is broken instead.
    text = defang(text, "slack")
    return LINK.sub("\\1\u200b\\2" if "`" in text else r"`\1\2`", text)


class Bot:
    def __init__(self, igpt: AsyncIGPT, slack: AsyncWebClient) -> None:
        self.igpt, self.slack = igpt, slack
        self.seen = SeenEvents(ttl=15 * 60)  # Slack redelivers an event for up to six minutes
        self.answers: set[asyncio.Task[None]] = set()

    async def asked(self, event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext) -> None:
        """Start an answer. The event is acknowledged already, since Slack waits for three seconds at most."""
        is_for_us = event["type"] == "app_mention" or event.get("channel_type") == "im"
        by_a_person = "user" in event and not event.get("bot_id") and not event.get("subtype")
        if is_for_us and by_a_person and self.seen.first(body["event_id"]):
            question = re.sub(rf"<@{context.bot_user_id}(\|[^>]*)?>", "", event.get("text") or "")
            task = asyncio.create_task(self.answer(html.unescape(question).strip(), event, body))
            self.answers.add(task)
            task.add_done_callback(self.answers.discard)

    async def answer(self, question: str, event: dict[str, Any], body: dict[str, Any]) -> None:
        team = event.get("user_team") or event.get("team") or body["team_id"]
        thread = Thread(self.slack, event, team)
        try:
            if not question:
                await thread.send("What would you like to know?")
            else:
                with suppress(*FAILURES):  # optional
                    await self.slack.assistant_threads_setStatus(
                        channel_id=thread.channel, thread_ts=thread.ts, status="is looking through your messages…"
                    )
                user = f"slack:{team}:{event['user']}"
                stream = self.igpt.recall.run(input=question, user=user, stream=True, timeout=ANSWER_WITHIN)
                live = LiveMessage(
                    thread.send, thread.edit, limit=LIMIT, interval=EDIT_EVERY, clean=harmless, broken=SORRY
                )
                reply = await live.follow(stream)
                if reply.error:
                    log.info("event %s ended early: %s", body["event_id"], reply.error)
            await thread.finish()
        except MessageGone:
            pass
        except FAILURES as exc:
            what = exc.response.get("error") if isinstance(exc, SlackApiError) else type(exc).__name__
            log.warning("event %s: Slack did not take the answer: %s", body["event_id"], what)

    async def close(self) -> None:
        """Wait for the answers in progress; those that take too long are ended, and their messages say so."""
        if self.answers:
            await asyncio.wait(self.answers, timeout=GRACE)
        await self.igpt.close()
        if self.answers:
            await asyncio.wait(self.answers, timeout=5)
        for task in self.answers:
            task.cancel()


@asynccontextmanager
async def running() -> AsyncGenerator[str]:
    """Run the bot; the value is the address that receives Slack's events."""
    async with AsyncIGPT(idle_timeout=60) as igpt, aiohttp.ClientSession() as session:
        app = AsyncApp(token=os.environ["SLACK_BOT_TOKEN"], signing_secret=os.environ["SLACK_SIGNING_SECRET"])
        app.client.session = session
        app.client.base_url = os.environ.get("SLACK_API_URL", app.client.base_url)
        app.client.retry_handlers[:] = [AsyncRateLimitErrorRetryHandler(max_retry_count=5)]  # waits for the Retry-After
        await app.client.auth_test()
        bot = Bot(igpt, app.client)
        app.event("app_mention")(bot.asked)
        app.event("message")(bot.asked)
        runner, socket = web.AppRunner(app.web_app(), access_log=None), None
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", int(os.environ.get("PORT", "3000"))).start()
            if app_token := os.environ.get("SLACK_APP_TOKEN"):
                # Opened here, where a wrong token ends the bot; `connect` would keep trying.
                opened = await app.client.apps_connections_open(app_token=app_token)
                socket = AsyncSocketModeHandler(app, app_token).client
                socket.wss_uri = opened["url"]
                await socket.connect()
            yield "http://{}:{}/slack/events".format(*runner.addresses[0])
        finally:
            if socket:
                await socket.close()
            await runner.cleanup()
            await bot.close()


def like_ctrl_c(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


async def main() -> None:
    async with running() as address:
        print(f"Waiting for Slack's events at {address}")
        await asyncio.Event().wait()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        if not os.environ.get(name, "").strip():
            sys.exit(f"{name} is not set; it is shown with your app on https://api.slack.com/apps")
    signal.signal(signal.SIGTERM, like_ctrl_c)  # which service managers send
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
    except ConfigurationError as exc:
        sys.exit(str(exc))
    except SlackApiError as exc:
        sys.exit(f"Slack refused the token in SLACK_BOT_TOKEN or SLACK_APP_TOKEN: {exc.response.get('error')}")
    except OSError as exc:  # Slack cannot be reached, or PORT is in use
        sys.exit(f"The bot could not start: {exc}")
