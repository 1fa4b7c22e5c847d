"""An embedding model's server as the tests need it: the vector of a text says which topics its words are of."""

from __future__ import annotations

import asyncio
import re
from typing import Any, Self

from aiohttp import web

TOPICS = (
    {"ship", "ships", "vessel", "boat", "barge", "ferry"},
    {"money", "budget", "cost", "costs", "invoice", "price", "expensive"},
    {"dog", "puppy", "hound", "kennel"},
)


def vector_of(text: str, dimensions: int = len(TOPICS) + 1) -> list[float]:
    """Count the words of each topic; the last number is that of the other words."""
    words = re.findall(r"\w+", text.lower())
    counts = [sum(word in topic for word in words) for topic in TOPICS]
    return [10.0 * count for count in counts] + [0.01 * len(words) + 0.01] * (dimensions - len(TOPICS))


class FakeEmbeddings:
    """Answers as ``/v1/embeddings`` does."""

    def __init__(self) -> None:
        self.inputs: list[list[str]] = []
        """What was sent, for each request."""
        self.headers: list[dict[str, str]] = []
        self.status = 200
        self.longest = 10**9
        """Longer texts are refused."""
        self.dimensions = len(TOPICS) + 1
        self.open = asyncio.Event()
        """Answers wait until it is set."""
        self.open.set()
        self.arrived = asyncio.Event()
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_post("/v1/embeddings", self._answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body: dict[str, Any] = await request.json()
        self.inputs.append(body["input"])
        self.headers.append(dict(request.headers))
        self.arrived.set()
        await self.open.wait()
        refused = 400 if max(map(len, body["input"])) > self.longest else 200
        status = self.status if self.status != 200 else refused
        if status != 200:
            return web.json_response({"error": {"message": "no, SECRET-WORDS", "type": "error"}}, status=status)
        data = [
            {"object": "embedding", "index": place, "embedding": vector_of(text, self.dimensions)}
            for place, text in enumerate(body["input"])
        ]
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        return web.json_response({"object": "list", "data": data, "model": body["model"], "usage": usage})

    @property
    def texts(self) -> list[str]:
        """All texts that were sent."""
        return [text for some in self.inputs for text in some]
