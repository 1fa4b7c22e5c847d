"""A language model's server as the tests need it: the chat-completions protocol, on this machine, by a script."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

Turn = Callable[[web.Request], Awaitable[web.StreamResponse]]

USAGE = {"prompt_tokens": 100, "completion_tokens": 7, "total_tokens": 107}


class FakeModel:
    """Takes its turns in the order given, the last one again and again."""

    def __init__(self, *turns: Turn) -> None:
        self.turns = list(turns)
        self.asked: list[dict[str, Any]] = []
        """The requests' bodies."""
        self.headers: list[dict[str, str]] = []
        self.arrived = asyncio.Event()
        """Set with each request."""
        self.left = asyncio.Event()
        """Set once somebody has gone away before the end of an answer."""
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_post("/v1/chat/completions", self._answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        self.headers.append(dict(request.headers))
        self.arrived.set()
        turn = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
        try:
            return await turn(request)
        except (asyncio.CancelledError, ConnectionError):
            self.left.set()
            raise

    @property
    def prompt(self) -> str:
        """All that the last request told the model."""
        return "\n".join(message["content"] for message in self.asked[-1]["messages"])


def chunk(text: str | None = None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """Make a chunk as a server streams it."""
    delta = {} if text is None else {"content": text}
    return {
        "object": "chat.completion.chunk",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        **more,
    }


def answer_chunks(*pieces: str, finish: str = "stop") -> list[Any]:
    """Make the whole stream of an answer, as OpenAI sends it when asked for usage too."""
    first = {"choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": None}]}
    return [first, *map(chunk, pieces), chunk(finish=finish), {"choices": [], "usage": USAGE}, "[DONE]"]


def streams(*chunks: Any, then: Callable[[web.Request], Awaitable[None]] | None = None) -> Turn:
    """Stream *chunks*: JSON values, or text as it is. An `asyncio.Event` among them is waited for."""

    async def turn(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for one in chunks:
            if isinstance(one, asyncio.Event):
                await one.wait()
                continue
            data = one if isinstance(one, str) else json.dumps(one)
            await response.write(f"data: {data}\n\n".encode())
        if then is not None:
            await then(request)
        await response.write_eof()
        return response

    return turn


def says(*pieces: str, finish: str = "stop") -> Turn:
    """Stream an answer of these *pieces*."""
    return streams(*answer_chunks(*pieces, finish=finish))


def refuses(status: int, body: str | None = None, **headers: str) -> Turn:
    """Answer with a *status* of failure."""
    text = body or json.dumps(
        {"error": {"message": "no, SECRET-WORDS", "type": "invalid_request_error"}, "message": "no, SECRET-WORDS"}
    )

    async def turn(_: web.Request) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, text=text, content_type="application/json", headers=named)

    return turn


def gives(body: str, content_type: str = "application/json") -> Turn:
    """Answer with *body*, whole, whatever was asked for."""

    async def turn(_: web.Request) -> web.StreamResponse:
        return web.Response(text=body, content_type=content_type)

    return turn


async def for_ever(_: web.Request) -> Any:
    """Never answer, or never end what was begun."""
    await asyncio.Event().wait()


async def breaks(request: web.Request) -> None:
    """Break the connection."""
    assert request.transport
    request.transport.abort()


def drips(text: str, seconds: float) -> Turn:
    """Stream *text* again and again, each time after so many *seconds*."""

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        while True:
            await response.write(f"data: {json.dumps(chunk(text))}\n\n".encode())
            await asyncio.sleep(seconds)

    return drip
