"""As much of Slack as a bot that answers in threads sees: the methods of its Web API, their rules, and its events."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Self

import aiohttp
from aiohttp import web

TOKEN = "xoxb-the-bots-token"
APP_TOKEN = "xapp-the-apps-token"
SECRET = "the-signing-secret"
TEAM, BOT_USER, CHANNEL, DIRECT = "T1", "UBOT", "C1", "D1"
CLIENT_ID, CLIENT_SECRET = "1.2", "the-clients-secret"
BASIC = f"Basic {base64.b64encode(f'{CLIENT_ID}:{CLIENT_SECRET}'.encode()).decode()}"
LIMIT = 12_000


@dataclass
class Shown:
    """A message of the bot as people see it."""

    ts: str
    channel: str
    thread: str
    text: str
    streams: bool = False
    deleted: bool = False


class SlackError(Exception):
    """A call that Slack refuses."""


class FakeSlack:
    """A local Slack. What happens is written down in `transcript`, as (who, what, text)."""

    def __init__(self) -> None:
        self.messages: list[Shown] = []
        self.transcript: list[tuple[str, str, str]] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.limited: Counter[str] = Counter()  # so many calls of a method are too many
        self.refused: dict[str, str] = {}  # the error that a method gives
        self.lost: set[str] = set()  # methods whose next call is carried out, but the reply is lost
        self.tokens = {TOKEN: TEAM}  # of the workspaces that have installed the app
        self.codes: dict[str, str] = {}  # of installations that their workspaces have allowed
        self.socket_url = ""  # another than its own
        self.proxy_error = 0  # the status with which a proxy answers in its place
        self.events_url = ""
        self.socket: web.WebSocketResponse | None = None
        self._acknowledged: asyncio.Queue[str] = asyncio.Queue()
        self._number = count(1)
        self._changed = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/api/{method}", self._handle)
        app.router.add_get("/socket", self._serve_socket)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.api = "http://{}:{}/api/".format(*self._runner.addresses[0])
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        await self._runner.cleanup()

    # ── what people do ─────────────────────────────────────────────────────────────────────────────────────────

    async def say(self, text: str, user: str = "U1", channel: str = CHANNEL, **more: Any) -> dict[str, Any]:
        """Have *user* say *text*, and deliver it; return the delivery, which can be made again."""
        body = self.event(text, user, channel, **more)
        await self.deliver(body)
        return body

    def event(self, text: str, user: str = "U1", channel: str = CHANNEL, **more: Any) -> dict[str, Any]:
        """Have *user* say *text*, and return the event."""
        kind = {"type": "message", "channel_type": "im"} if channel == DIRECT else {"type": "app_mention"}
        event = {**kind, "user": user, "team": TEAM, "channel": channel, "text": text, "ts": self._new_ts(), **more}
        self._note(user, f"says in {channel}", text)
        return {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{next(self._number)}", "event": event}

    async def deliver(self, body: dict[str, Any], *, retry: int = 0, secret: str = SECRET) -> int:
        """Deliver an event as Slack does, which gives up after three seconds; return the status."""
        raw = json.dumps(body).encode()
        now = str(int(time.time()))
        signature = hmac.new(secret.encode(), b"v0:" + now.encode() + b":" + raw, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "X-Slack-Request-Timestamp": now,
            "X-Slack-Signature": f"v0={signature}",
        }
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        async with (
            asyncio.timeout(30),
            self._session.post(self.events_url, data=raw, headers=headers) as response,
        ):
            await response.read()
            return response.status

    async def deliver_by_socket(self, body: dict[str, Any]) -> None:
        """Deliver an event over the bot's socket, as Slack does in Socket Mode, and wait for the bot's word."""
        envelope = {"type": "events_api", "envelope_id": "E1", "payload": body, "accepts_response_payload": False}
        await self.until(lambda: self.socket is not None)
        assert self.socket is not None
        await self.socket.send_json(envelope)
        async with asyncio.timeout(30):
            assert await self._acknowledged.get() == "E1"

    def delete(self, message: Shown) -> None:
        message.deleted = True
        self._note("someone", f"deletes {self._name(message)}", "")

    async def vanish(self) -> None:
        """Be gone, sockets and all."""
        if self.socket is not None:
            await self.socket.close()
        await self._runner.cleanup()

    def end_streams(self) -> None:
        """Let the five minutes pass after which Slack ends a stream."""
        for message in self.messages:
            message.streams = False
        self._note("Slack", "ends all streams", "")

    def installs(self, team: str) -> str:
        """Have *team* allow the app; return the code with which Slack sends the browser back to the bot."""
        self.codes[f"code-of-{team}"] = team
        self._note(team, "installs the app", "")
        return f"code-of-{team}"

    # ── what is seen ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def texts(self) -> list[str]:
        """What is to be read of the bot, message by message."""
        return [message.text for message in self.messages if not message.deleted]

    async def until(self, happened: Callable[[], bool]) -> None:
        async with asyncio.timeout(30):
            while not happened():
                self._changed.clear()
                await self._changed.wait()

    async def shows(self, text: str) -> Shown:
        """Wait for a message that begins with *text*."""
        await self.until(lambda: any(shown.startswith(text) for shown in self.texts))
        return next(message for message in self.messages if message.text.startswith(text))

    def lines(self) -> str:
        """Return the transcript for reading."""
        return "\n".join(f"{who:>7} {what:24} {text!r}" for who, what, text in self.transcript)

    # ── the Web API ────────────────────────────────────────────────────────────────────────────────────────────

    async def _handle(self, request: web.Request) -> web.Response:
        if self.proxy_error:
            return web.Response(status=self.proxy_error, text="<h1>Sorry</h1>", content_type="text/html")
        method = request.match_info["method"]
        fields = await request.json() if request.content_type == "application/json" else dict(await request.post())
        authorization = request.headers.get("Authorization", "")
        token = authorization.removeprefix("Bearer ")
        fields["_team"] = self.tokens.get(token)
        self.calls.append((method, fields))
        known = {APP_TOKEN} if method == "apps.connections.open" else self.tokens
        if method not in {"api.test", "oauth.v2.access"} and token not in known:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        if self.limited[method]:
            self.limited[method] -= 1
            self._note("Slack", f"429 for {method}", "")
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"})
        try:
            answer = self._answer(method, {**fields, "_authorization": authorization})
        except SlackError as exc:
            self._note("Slack", f"refuses {method}", str(exc))
            answer = {"ok": False, "error": str(exc)}
        if method in self.lost:
            self.lost.remove(method)
            self._note("Slack", f"loses its reply to {method}", "")
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ok": True, **answer})

    def _answer(self, method: str, fields: dict[str, Any]) -> dict[str, Any]:
        if method in self.refused:
            raise SlackError(self.refused[method])
        answer: dict[str, Any] = getattr(self, "_" + method.replace(".", "_"))(fields)
        return answer

    async def _serve_socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.socket = socket
        self._changed.set()
        async for message in socket:
            self._acknowledged.put_nowait(message.json()["envelope_id"])
        return socket

    def _apps_connections_open(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"url": self.socket_url or self.api.replace("http", "ws").replace("/api/", "/socket")}

    def _api_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {}

    def _oauth_v2_access(self, fields: dict[str, Any]) -> dict[str, Any]:
        if fields["_authorization"] != BASIC:
            raise SlackError("bad_client_secret")
        if fields["code"] not in self.codes:
            raise SlackError("invalid_code")
        team = self.codes.pop(fields["code"])
        self.tokens[f"xoxb-{team}"] = team
        of_bot = {"access_token": f"xoxb-{team}", "token_type": "bot", "bot_user_id": BOT_USER, "scope": "chat:write"}
        return {"app_id": "A1", "team": {"id": team, "name": team}, "authed_user": {"id": "U1"}, **of_bot}

    def _auth_test(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {"team_id": fields["_team"], "user_id": BOT_USER, "bot_id": "B1", "url": "https://x.slack.com/"}

    def _assistant_threads_setStatus(self, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 (Slack's name)
        self._note("bot", "status", fields["status"])
        return {}

    def _chat_startStream(self, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 (Slack's name)
        if fields["channel"].startswith("C") and not fields.keys() >= {"recipient_team_id", "recipient_user_id"}:
            raise SlackError("missing_recipient_user_id")
        return self._new(fields, "starts", streams=True)

    def _chat_postMessage(self, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 (Slack's name)
        if fields["channel"].startswith("U"):
            return self._new({**fields, "thread_ts": ""}, f"tells {fields['channel']} in", streams=False)
        return self._new(fields, "posts", streams=False)

    def _chat_postEphemeral(self, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 (Slack's name)
        self._note("bot", f"tells {fields['user']} alone", fields["text"])
        return {"message_ts": self._new_ts()}

    def _new(self, fields: dict[str, Any], what: str, *, streams: bool) -> dict[str, Any]:
        text = _checked(fields.get("markdown_text", fields.get("text", "")))
        message = Shown(self._new_ts(), fields["channel"], fields["thread_ts"], text, streams)
        self.messages.append(message)
        self._note("bot", f"{what} {self._name(message)}", text)
        return {"ts": message.ts, "channel": message.channel}

    def _chat_appendStream(self, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 (Slack's name)
        return self._grow(fields, "adds to")

    def _chat_stopStream(self, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 (Slack's name)
        answer = self._grow(fields, "ends")
        self._find(fields).streams = False
        return answer

    def _grow(self, fields: dict[str, Any], what: str) -> dict[str, Any]:
        message = self._find(fields)
        if not message.streams:
            raise SlackError("message_not_in_streaming_state")
        more = fields.get("markdown_text", "")
        if what == "adds to" and not more:
            raise SlackError("no_text")
        message.text = _checked(message.text + more)
        self._note("bot", f"{what} {self._name(message)}", more)
        return {"ts": message.ts}

    def _chat_update(self, fields: dict[str, Any]) -> dict[str, Any]:
        message = self._find(fields)
        if message.streams:
            raise SlackError("streaming_state_conflict")
        message.text = _checked(fields["markdown_text"])
        self._note("bot", f"changes {self._name(message)} to", message.text)
        return {"ts": message.ts}

    def _find(self, fields: dict[str, Any]) -> Shown:
        for message in self.messages:
            if (message.channel, message.ts) == (fields["channel"], fields["ts"]) and not message.deleted:
                return message
        raise SlackError("message_not_found")

    def _name(self, message: Shown) -> str:
        return f"message {self.messages.index(message) + 1}"

    def _new_ts(self) -> str:
        return f"1700000000.{next(self._number):06}"

    def _note(self, who: str, what: str, text: str) -> None:
        self.transcript.append((who, what, text))
        self._changed.set()


def _checked(text: str) -> str:
    if len(text) > LIMIT:
        raise SlackError("msg_too_long")
    return text
