"""A WebSocket server that speaks the realtime protocol by a script, on a free port and a thread of its own.

A script is an async function of a `Session`; each connection runs the next one, and the last is repeated. Without any,
`answer` is run: a small model that says what it was told, in text and audio.
"""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import ssl
import struct
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Self, TypeAlias

from aiohttp import WSMsgType, web

from aigpt.testing.background_loop import BackgroundLoop

Event: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Handshake:
    """What a client asked for when it opened a connection."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Refusal:
    """An HTTP answer in place of an open WebSocket."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Session:
    """One connection, as its script sees it."""

    def __init__(self, server: RealtimeServer, request: web.Request, websocket: web.WebSocketResponse) -> None:
        self.websocket = websocket
        self._server = server
        self._request = request

    async def send(self, kind: str, **fields: Any) -> None:
        """Send an event of a type."""
        await self.websocket.send_str(json.dumps({"type": kind, "event_id": "event_1", **fields}))

    async def receive(self) -> Event:
        """Return the next event. Raises EOFError at the end."""
        while True:
            message = await self.websocket.receive()
            if message.type is WSMsgType.TEXT:
                event: Event = json.loads(message.data)
                self._server.received.append(event)
                return event
            if message.type is WSMsgType.BINARY:
                self._server.received.append({"type": "binary", "data": message.data})
            elif message.type in {WSMsgType.PING, WSMsgType.PONG}:
                self._server.controls.append(message.type.name)
            else:
                self._server.ends.append((self.websocket.close_code, getattr(message, "extra", "") or ""))
                raise EOFError

    async def until(self, kind: str) -> Event:
        """Return the next event of a type."""
        while True:
            event = await self.receive()
            if event.get("type") == kind:
                return event

    def reset(self) -> None:
        """Cut the connection with a TCP reset."""
        transport = self._request.transport
        assert transport is not None
        linger = struct.pack("ii", 1, 0)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        transport.abort()

    def drop(self) -> None:
        """End the connection without a closing frame."""
        transport = self._request.transport
        assert transport is not None
        transport.close()


Script: TypeAlias = Callable[[Session], Awaitable[None]]


async def answer(session: Session) -> None:
    """Be a model that answers each turn with the words and the audio of that turn."""
    await session.send("session.created", session={"type": "realtime", "model": "gpt-realtime"})
    words: list[str] = []
    audio: list[str] = []
    turn = 0
    while True:
        event = await session.receive()
        if event.get("type") == "session.update":
            await session.send("session.updated", session=event["session"])
        elif event.get("type") == "input_audio_buffer.append":
            audio.append(event["audio"])
        elif event.get("type") == "input_audio_buffer.commit":
            await session.send("input_audio_buffer.committed", item_id=f"item_{turn}", previous_item_id=None)
        elif event.get("type") == "conversation.item.create":
            words += [part["text"] for part in event["item"]["content"]]
            await session.send("conversation.item.added", item=event["item"], previous_item_id=None)
        elif event.get("type") == "response.create":
            turn += 1
            await _respond(session, f"resp_{turn}", words, audio)
            words, audio = [], []
        else:
            error = {"type": "invalid_request_error", "message": f"no such event: {event.get('type')}", "code": None}
            await session.send("error", error=error)


async def _respond(session: Session, response_id: str, words: list[str], audio: list[str]) -> None:
    place = {"response_id": response_id, "item_id": "item_1", "output_index": 0, "content_index": 0}
    await session.send("response.created", response={"id": response_id, "status": "in_progress", "output": []})
    for word in " ".join(["You said:", *words]).split():
        await session.send("response.output_text.delta", delta=f"{word} ", **place)
    for piece in audio:
        await session.send("response.output_audio.delta", delta=piece, **place)
    usage = {"input_tokens": 9, "output_tokens": 7, "total_tokens": 16}
    response = {"id": response_id, "status": "completed", "output": [], "usage": usage}
    await session.send("response.done", response=response)


class RealtimeServer:
    """The server. It notes what it gets; it refuses connections as often as it was told to before it opens one."""

    def __init__(self, *scripts: Script, ssl: ssl.SSLContext | None = None, **options: Any) -> None:
        self.scripts: list[Script] = list(scripts) or [answer]
        self.refusals: list[Refusal] = []
        self.handshakes: list[Handshake] = []
        self.received: list[Event] = []
        self.controls: list[str] = []
        """Pings and pongs, where the script answers them by itself (``autoping=False``)."""
        self.ends: list[tuple[int | None, str]] = []
        """Code and reason of each connection that its client has closed."""
        self.open = 0
        """How many connections are open."""
        self.port = 0
        self._ssl = ssl
        self._options = options
        self._background: BackgroundLoop[None] | None = None
        self._transports: set[asyncio.Transport] = set()

    @property
    def url(self) -> str:
        """What clients take as `base_url`."""
        return f"{'http' if self._ssl is None else 'https'}://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        self._background = BackgroundLoop(self._listening, name="scripted-realtime")
        self._background.start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._background is not None
        self._background.stop()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Return once *holds*. Raises AssertionError where it does not within 20 s."""
        for _ in range(2000):
            if holds():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it never came to that")

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[None]:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._serve)
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=self._ssl)
            await site.start()
            self.port = runner.addresses[0][1]
            yield
        finally:
            for transport in tuple(self._transports):
                transport.abort()
            await runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self.handshakes.append(Handshake(request.path, dict(request.query), dict(request.headers)))
        if self.refusals:
            refusal = self.refusals.pop(0)
            if refusal.status == 0:  # no answer at all
                await asyncio.sleep(3600)
            return web.Response(status=refusal.status, text=refusal.body, headers=refusal.headers)
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        websocket = web.WebSocketResponse(max_msg_size=0, timeout=1.0, **self._options)
        await websocket.prepare(request)
        transport = request.transport
        assert transport is not None
        self.open += 1
        self._transports.add(transport)
        try:
            with suppress(EOFError, ConnectionError):
                await script(Session(self, request, websocket))
        finally:
            self.open -= 1
            self._transports.discard(transport)
        return websocket


def audio_of(event: Event) -> bytes:
    """Return the audio in an event as it was sent."""
    return base64.b64decode(event["audio"])


def main() -> None:
    """Serve the small model until the terminal is closed or Ctrl-C is pressed."""
    with RealtimeServer() as server, suppress(KeyboardInterrupt):
        print(f"export OPENAI_BASE_URL={server.url}\nexport OPENAI_API_KEY=none", flush=True)  # noqa: T201 (a program)
        threading.Event().wait()


if __name__ == "__main__":
    main()
