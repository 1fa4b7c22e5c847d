"""A thread in Slack, for slack_bot.py: what is said in it, streamed or edited, within the limits of Slack's methods."""

# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# (slack_sdk does not give all of its types)

from __future__ import annotations

import html
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from aigpt.bots import UNREACHABLE, Budgets, LiveMessage, MessageGone, defang, name_sources

# Calls in so many seconds, for one app in one workspace: the tiers 2, 4 and 3 of Slack's rate limits
# (https://docs.slack.dev/apis/web-api/rate-limits). For chat.postMessage, those of one channel.
CALLS = {
    "chat.startStream": (20, 60),
    "chat.stopStream": (20, 60),
    "chat.appendStream": (100, 60),
    "chat.update": (50, 60),
    "chat.postMessage": (1, 1),
}
EDIT_EVERY = 1.2  # s
LIMIT = 6000  # characters; Slack allows 12,000, but may count an emoji as several
SORRY = "⚠️ Sorry, I could not finish this answer ({error}). Please ask again."
GONE = {"message_not_found", "thread_not_found", "channel_not_found", "is_archived", "not_in_channel"}
LINK = re.compile(r"(https?:(?=//)|\bwww(?=\.))((?:(?!&[gl]t;)[^\s`|]){1,500}(?<![.,;:!?)\]]))", re.IGNORECASE)
FAILURES = (SlackApiError, *UNREACHABLE)
NO_JSON = "and no JSON"
MOST_REFUSALS = 5  # of one call, each with the time to wait


@dataclass
class Message:
    ts: str
    text: str  # what it should show
    shown: str  # what Slack has confirmed
    streams: bool


class Thread:
    """The thread of one question: messages that Slack streams, or that are edited where it cannot stream."""

    def __init__(
        self, slack: AsyncWebClient, budgets: Budgets, workspace: str, event: dict[str, Any], team: str
    ) -> None:
        self.slack = slack
        self.budgets = budgets
        self.workspace = workspace
        self.channel = event["channel"]
        self.is_direct = event.get("channel_type") == "im"
        self.ts = event.get("thread_ts") or event["ts"]
        self.user = event["user"]
        self.recipient: dict[str, Any] = {"recipient_team_id": team, "recipient_user_id": self.user}
        self.last: Message | None = None
        self.told = False

    async def live(self) -> LiveMessage[Message]:
        with suppress(*FAILURES):  # optional
            status = {"channel_id": self.channel, "thread_ts": self.ts, "status": "is looking through your messages…"}
            await self.slack.api_call("assistant.threads.setStatus", json=status)
        return LiveMessage(
            self.send, self.edit, limit=LIMIT, interval=EDIT_EVERY, clean=harmless, broken=SORRY,
            ending=name_sources, pace=self.turn,
        )  # fmt: skip

    async def tell(self, text: str, link: str | None = None) -> None:
        """Say *text* in the direct messages with the person who asked, or where the bot has none, for them alone."""
        shown = harmless(text) + (f"\n<{html.escape(link).replace('|', '%7C')}|Connect your mail>" if link else "")
        said: dict[str, Any] = {"text": shown, "unfurl_links": False, "unfurl_media": False}
        if self.is_direct:
            await self.call("chat.postMessage", thread_ts=self.ts, **said)
            return
        try:
            await self.call("chat.postMessage", channel=self.user, **said)
        except SlackApiError:
            await self.call("chat.postEphemeral", user=self.user, text=shown)
        else:
            if not (self.told or self.last):
                self.told = True
                await self.call("chat.postMessage", thread_ts=self.ts, text="I have sent you a direct message.")

    async def turn(self) -> None:
        streams = self.last is None or self.last.streams
        await self.budgets.turn("chat.appendStream" if streams else "chat.update", self.workspace)

    async def send(self, text: str) -> Message:
        await self.finish()
        begin = settled(text)
        self.last = await self.start(text, begin)
        if self.last is None:
            reply = await self.call(
                "chat.postMessage", thread_ts=self.ts, markdown_text=text, unfurl_links=False, unfurl_media=False
            )
            self.last = Message(str(reply["ts"]), text, text, streams=False)
        return self.last

    async def start(self, text: str, begin: str) -> Message | None:
        """Start a message that streams; None where streaming is not to be had: not everywhere, nor for every app."""
        if not self.budgets.take("chat.startStream", self.workspace):
            return None
        try:
            reply = await self.call(
                "chat.startStream", taken=True, thread_ts=self.ts, markdown_text=begin or None, **self.recipient
            )
        except SlackApiError:
            return None
        return Message(str(reply["ts"]), text, begin, streams=True)

    async def edit(self, message: Message, text: str, *, is_last: bool = False) -> None:
        message.text = text
        if message.streams and await self.grow(message, text if is_last else settled(text), is_last=is_last):
            return
        if message.shown != text:
            await self.call("chat.update", ts=message.ts, markdown_text=text)
            message.shown = text

    async def grow(self, message: Message, text: str, *, is_last: bool) -> bool:
        """Stream the part of *text* that is not shown yet; return False if the message must be edited from now on."""
        more = text.removeprefix(message.shown)
        if text.startswith(message.shown):
            if not more and not is_last:
                return True
            method = "chat.stopStream" if is_last else "chat.appendStream"
            with suppress(*FAILURES):
                await self.call(method, ts=message.ts, markdown_text=more or None)
                message.shown, message.streams = text, not is_last
                return True
        # The beginning has changed, or Slack ended the stream, as it does after some minutes, or it is unknown whether
        # the last words arrived. Editing the message corrects all of these, and can be repeated.
        message.streams = False
        with suppress(*FAILURES):
            await self.call("chat.stopStream", ts=message.ts)
        return False

    async def finish(self) -> None:
        if self.last:
            await self.edit(self.last, self.last.text, is_last=True)

    async def call(self, method: str, *, taken: bool = False, **fields: Any) -> AsyncSlackResponse:
        """Call *method* within its budget, unless that was *taken* already; again where Slack says how long to wait."""
        fields = {"channel": self.channel, **{name: value for name, value in fields.items() if value is not None}}
        scope = self.workspace if method != "chat.postMessage" else f"{self.workspace} {fields['channel']}"
        for refusals in range(MOST_REFUSALS + 1):
            if not taken or refusals:
                await self.budgets.acquire(method, scope)
            try:
                return await self.slack.api_call(method, json=fields)
            except SlackApiError as exc:
                if refusal(exc) in GONE and fields["channel"] == self.channel:
                    self.last = None
                    raise MessageGone from exc
                if refusal(exc) != "ratelimited" or method not in CALLS or refusals == MOST_REFUSALS:
                    raise
                self.budgets.pause(method, scope, float(exc.response.headers.get("Retry-After", 30)))
        raise AssertionError  # the last refusal was raised


def refusal(exc: SlackApiError) -> str:
    """Return Slack's word for what was wrong; where a proxy answered in its place, the status."""
    response = exc.response
    if isinstance(response, AsyncSlackResponse) and isinstance(response.data, dict) and response.data:
        return str(response.data.get("error"))
    status = response.status_code if isinstance(response, AsyncSlackResponse) else getattr(response, "status", "?")
    return f"HTTP status {status}, {NO_JSON}"


def settled(text: str) -> str:
    """Return the part of *text* that more text will not change: complete words, without the end of a code block."""
    text = re.sub(r"\n[`~]{3,}$", "", text)
    return text[: len(text) - len(re.split(r"\s", text)[-1])]


def harmless(text: str) -> str:
    # Fetching a link for a preview could send data to an attacker whose mail put it into the answer, and previews of
    # a stream cannot be switched off. As code, a link can still be copied; within other code, it is broken instead.
    text = defang(text, "slack")
    return LINK.sub("\\1\u200b\\2" if "`" in text else r"`\1\2`", text)
