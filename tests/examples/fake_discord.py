"""As much of Discord as a bot with a slash command sees: its gateway, its REST routes, and their rules."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

from aiohttp import WSMsgType, web

TOKEN = "the-bots-token"
APPLICATION = "900000000000000001"
GUILD = "800000000000000001"
CHANNEL = {"id": "700000000000000001", "type": 0, "name": "general", "position": 0, "permissions": "0"}
EPHEMERAL = 64
LIMIT = 2000

HELLO, IDENTIFY, HEARTBEAT, ACK, DISPATCH = 10, 2, 1, 11, 0
BOT = {"id": APPLICATION, "username": "igpt", "discriminator": "0", "avatar": None, "bot": True}


@dataclass
class Shown:
    """A message as people see it."""

    id: str
    content: str
    flags: int
    deleted: bool = False
    history: list[str] = field(default_factory=list)


@dataclass
class Asked:
    """A slash command that somebody gave, and what became of it."""

    id: str
    token: str
    question: str
    user: str
    deferred: bool = False
    expired: bool = False
    messages: list[Shown] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """What is to be read in its answer at last, message by message."""
        return [message.content for message in self.messages if not message.deleted]


@dataclass(frozen=True)
class Entry:
    """One line of the transcript."""

    at: float
    who: str
    what: str
    text: str
    asked: str = ""
    payload: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        text = self.text.replace("\n", "⏎")
        return (
            f"{self.at:6.2f} s  {self.who:<8} {self.what:<28} {text if len(text) <= 100 else f'{text[:97]}…'}".rstrip()
        )


class Refusal(Exception):  # noqa: N818 (it is Discord's answer)
    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.answer = _json({"code": code, "message": message}, status=status)
        self.what = f"{status}/{code}"


class FakeDiscord:
    """A Discord of one server and one channel, on a free port. An async context manager.

    `press` gives the command of a person; `transcript` is all that happened, in order. *refuse* is called with
    what the bot is about to do ("defer", "edit", "follow up") and may give seconds: it is to try again after so many.
    """

    def __init__(self) -> None:
        self.transcript: list[Entry] = []
        self.commands: list[dict[str, Any]] = []
        self.identified: list[dict[str, Any]] = []
        self.refuse: Callable[[str], float | None] = lambda _: None
        self.deaf = False  # whether people take no direct messages
        self.host = ""
        self._asked: dict[str, Asked] = {}
        self._sockets: list[web.WebSocketResponse] = []
        self._numbers = count(600000000000000001)
        self._sequence = count(1)
        self._began = 0.0
        self._news = asyncio.Condition()

    async def __aenter__(self) -> Self:
        self._began = asyncio.get_running_loop().time()
        app = web.Application(middlewares=[self._checked])
        app.add_routes(
            [
                web.get("/gateway", self._gateway),
                web.get("/api/users/@me", self._me),
                web.get("/api/oauth2/applications/@me", self._application),
                web.put(f"/api/applications/{APPLICATION}/commands", self._sync),
                web.post("/api/interactions/{id}/{token}/callback", self._callback),
                web.patch(f"/api/webhooks/{APPLICATION}/{{token}}/messages/{{message}}", self._edit),
                web.post(f"/api/webhooks/{APPLICATION}/{{token}}", self._follow_up),
                web.post("/api/users/@me/channels", self._open_direct),
                web.post("/api/channels/{channel}/messages", self._direct),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.host = "{}:{}".format(*self._runner.addresses[0][:2])
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @property
    def api(self) -> str:
        return f"http://{self.host}/api"

    @property
    def gateway(self) -> str:
        return f"ws://{self.host}/gateway"

    # ── what people do ──────────────────────────────────────────────────────────────────────────────────────────

    async def press(self, question: str, user: str = "7", *, direct: bool = False) -> Asked:
        """Give `/ask question:…` as *user*, in the channel or, if *direct*, in a conversation with the bot."""
        number = str(next(self._numbers))
        asked = Asked(number, f"token-of-{number}", question, user)
        self._asked[asked.token] = asked
        await self.deliver(asked, direct=direct)
        return asked

    async def deliver(self, asked: Asked, *, direct: bool = False) -> None:
        """Send the command to the bot, perhaps not for the first time."""
        await self.until(lambda: bool(self._sockets))
        await self._note(asked.user, "/ask", asked.question, asked)
        await self._dispatch("INTERACTION_CREATE", _interaction(asked, direct=direct))

    async def delete(self, asked: Asked) -> None:
        """Delete the newest message of the answer, as the person who asked."""
        asked.messages[-1].deleted = True
        await self._note(asked.user, "deletes the answer", "", asked)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until *happened* says so; it is asked after every line of the transcript."""
        async with asyncio.timeout(30), self._news:
            await self._news.wait_for(happened)

    async def shows(self, asked: Asked, text: str) -> None:
        """Wait until *text* is to be read in an answer."""
        await self.until(lambda: any(text in shown for shown in asked.texts))

    def did(self, asked: Asked | None = None) -> list[str]:
        """Return what the bot did, and how Discord took it, in order; for *asked* only, if given."""
        entries = [
            entry for entry in self.transcript if entry.who == "bot" and asked in (None, self._asked.get(entry.asked))
        ]
        return [entry.what for entry in entries]

    def __str__(self) -> str:
        return "\n".join(map(str, self.transcript))

    # ── the gateway ─────────────────────────────────────────────────────────────────────────────────────────────

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41_250}})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._hear(socket, json.loads(message.data))
        finally:
            if socket in self._sockets:
                self._sockets.remove(socket)
            await self._note("bot", "leaves", f"close code {socket.close_code}")
        return socket

    async def _hear(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> None:
        if said["op"] == HEARTBEAT:
            await socket.send_json({"op": ACK})
        elif said["op"] == IDENTIFY:
            assert said["d"]["token"] == TOKEN
            self.identified.append(said["d"])
            self._sockets.append(socket)
            await self._dispatch(
                "READY",
                {
                    "v": 10,
                    "user": BOT,
                    "guilds": [],
                    "session_id": "s",
                    "resume_gateway_url": self.gateway,
                    "application": {"id": APPLICATION, "flags": 0},
                },
            )
            await self._note("bot", "is there", "")

    async def beat(self) -> None:
        """Ask the bot for a heartbeat, so that it hears from us."""
        await self._sockets[-1].send_json({"op": HEARTBEAT, "d": None})

    async def _dispatch(self, event: str, data: dict[str, Any]) -> None:
        await self._sockets[-1].send_json({"op": DISPATCH, "t": event, "s": next(self._sequence), "d": data})

    # ── REST ────────────────────────────────────────────────────────────────────────────────────────────────────

    @web.middleware
    async def _checked(self, request: web.Request, handler: Any) -> web.StreamResponse:
        bare = "/webhooks/" in request.path or "/interactions/" in request.path or request.path == "/gateway"
        if not bare and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"code": 0, "message": "401: Unauthorized"}, status=401)
        response: web.StreamResponse = await handler(request)
        return response

    async def _me(self, _: web.Request) -> web.Response:
        return _json(BOT)

    async def _application(self, _: web.Request) -> web.Response:
        return _json(_APPLICATION_INFO)

    async def _sync(self, request: web.Request) -> web.Response:
        self.commands = await request.json()
        given = [{"id": str(next(self._numbers)), "application_id": APPLICATION, "version": "1"} for _ in self.commands]
        return _json([{**command, **more} for command, more in zip(self.commands, given, strict=True)])

    async def _callback(self, request: web.Request) -> web.Response:
        def apply(asked: Asked, payload: dict[str, Any]) -> dict[str, Any]:
            if asked.deferred or asked.id != request.match_info["id"]:
                raise Refusal(400, 40060, "Interaction has already been acknowledged.")
            assert payload["type"] == 5  # "thinking…"
            asked.deferred = True
            asked.messages.append(Shown(str(next(self._numbers)), "", payload["data"]["flags"]))
            return {"interaction": {"id": asked.id, "type": 2, "response_message_id": asked.messages[0].id}}

        return await self._do(request, "defer", apply)

    async def _edit(self, request: web.Request) -> web.Response:
        def apply(asked: Asked, payload: dict[str, Any]) -> dict[str, Any]:
            which = request.match_info["message"]
            named = [message for message in asked.messages if message.id == which]
            message = (asked.messages[:1] if which == "@original" else named)[0]
            if message.deleted:
                raise Refusal(404, 10008, "Unknown Message")
            return _show(message, payload["content"])

        which = request.match_info["message"]
        return await self._do(request, "edit" if which == "@original" else "edit a later message", apply)

    async def _follow_up(self, request: web.Request) -> web.Response:
        def apply(asked: Asked, payload: dict[str, Any]) -> dict[str, Any]:
            message = Shown(str(next(self._numbers)), "", payload.get("flags", 0))
            shown = _show(message, payload["content"])
            asked.messages.append(message)
            return shown

        return await self._do(request, "follow up", apply)

    async def _open_direct(self, request: web.Request) -> web.Response:
        user = str((await request.json())["recipient_id"])
        return _json({"id": f"55{user}", "type": 1, "recipients": [{**BOT, "id": user, "bot": False}]})

    async def _direct(self, request: web.Request) -> web.Response:
        payload, user = await request.json(), request.match_info["channel"].removeprefix("55")
        if self.deaf:
            return _json({"code": 50007, "message": "Cannot send messages to this user"}, status=403)
        message = Shown(str(next(self._numbers)), "", 0)
        shown = _show(message, payload["content"])
        await self._note("bot", f"writes to {user}", payload["content"])
        return _json(shown)

    async def _do(
        self, request: web.Request, what: str, apply: Callable[[Asked, dict[str, Any]], dict[str, Any]]
    ) -> web.Response:
        payload = await request.json()
        asked = self._asked[request.match_info["token"]]
        text = payload.get("content", "")
        wait = self.refuse(what)
        if wait is not None:
            await self._note("bot", f"{what}: 429", text, asked, payload)
            body = {"message": "You are being rate limited.", "retry_after": wait, "global": False}
            return _json(body, status=429, headers={"Via": "1.1 google", **_limits(0, wait)})
        try:
            _check_token(asked, what)
            done = apply(asked, payload)
        except Refusal as refusal:
            await self._note("bot", f"{what}: {refusal.what}", text, asked, payload)
            return refusal.answer
        await self._note("bot", what, text, asked, payload)
        return _json(done, headers=_limits(4, 2.0))

    async def _note(
        self, who: str, what: str, text: str, asked: Asked | None = None, payload: dict[str, Any] | None = None
    ) -> None:
        at = asyncio.get_running_loop().time() - self._began
        entry = Entry(at, who, what, text, "" if asked is None else asked.token, payload or {})
        async with self._news:
            self.transcript.append(entry)
            self._news.notify_all()


def _check_token(asked: Asked, what: str) -> None:
    if asked.expired:
        raise Refusal(401, 50027, "Invalid Webhook Token")
    if what != "defer" and not asked.deferred:
        raise Refusal(404, 10015, "Unknown Webhook")


def _json(value: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # As Discord does, without a charset: discord.py takes nothing else for JSON.
    return web.Response(
        body=json.dumps(value).encode(), status=status, headers=headers, content_type="application/json"
    )


def _limits(remaining: int, reset_after: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset-After": str(reset_after),
        "X-RateLimit-Bucket": "webhooks",
    }


def _show(message: Shown, content: str) -> dict[str, Any]:
    if not content.strip():
        raise Refusal(400, 50006, "Cannot send an empty message")
    if len(content) > LIMIT:
        raise Refusal(400, 50035, "Invalid Form Body")
    message.content = content
    message.history.append(content)
    return {
        "id": message.id, "type": 20, "content": content, "channel_id": CHANNEL["id"], "author": BOT,
        "attachments": [], "embeds": [], "mentions": [], "mention_roles": [], "mention_everyone": False,
        "pinned": False, "tts": False, "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None,
        "flags": message.flags, "webhook_id": APPLICATION,
    }  # fmt: skip


def _interaction(asked: Asked, *, direct: bool) -> dict[str, Any]:
    user = {"id": asked.user, "username": f"person{asked.user}", "discriminator": "0", "avatar": None}
    member = {
        "user": user, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False,
        "flags": 0, "permissions": "0",
    }  # fmt: skip
    dm = {"id": "700000000000000002", "type": 1, "recipients": [user], "last_message_id": None}
    place = {"channel": dm, "user": user} if direct else {"guild_id": GUILD, "channel": CHANNEL, "member": member}
    options = [{"name": "question", "type": 3, "value": asked.question}]
    return {
        "id": asked.id, "application_id": APPLICATION, "type": 2, "token": asked.token, "version": 1,
        "attachment_size_limit": 10_485_760, "locale": "en-US", "entitlements": [], **place,
        "data": {"id": "500000000000000001", "name": "ask", "type": 1, "options": options},
    }  # fmt: skip


_APPLICATION_INFO = {
    "id": APPLICATION, "name": "igpt", "icon": None, "description": "", "bot_public": False,
    "bot_require_code_grant": False, "verify_key": "0" * 64, "flags": 0, "team": None,
    "owner": {"id": "1", "username": "owner", "discriminator": "0", "avatar": None},
}  # fmt: skip
