"""A server of the iGPT API with a limit, that fails now and then, and writes down what it was asked."""

from __future__ import annotations

import asyncio
import threading
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Any, Self

from aiohttp import web

_MESSAGE = {"role": "assistant", "content": "yes"}
_CHAT = {
    "id": "1",
    "object": "chat.completion",
    "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": _MESSAGE}],
}


def most_in_a_second(times: Sequence[float]) -> int:
    """Return the most of *times*, which ascend, that are within a second."""
    return max((bisect_right(times, at + 1.0) - index for index, at in enumerate(times)), default=0)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, and how it was answered; status 0 is a connection that was dropped."""

    at: float
    text: str
    status: int


class LimitedServer:
    """Answers after *delay* seconds; 429 above *limit* a second, 503 and dropped connections at those shares."""

    def __init__(
        self, *, limit: float = 1e9, delay: float = 0.05, unavailable: float = 0.0, dropped: float = 0.0, seed: int = 0
    ) -> None:
        self.limit, self.delay, self.unavailable, self.dropped = limit, delay, unavailable, dropped
        self.asked: list[Asked] = []
        self.arrivals: list[float] = []
        self.keys: set[str] = set()
        self.retry_after_next = 0.0
        self.refuses_key = False
        self._random = Random(seed)  # noqa: S311 (the same each time)
        self._accepted: list[float] = []
        self._answered: set[str] = set()
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        app = web.Application()
        app.router.add_post("/v1/recall/ask", self._ask)
        app.router.add_post("/v1/chat/completions", self._ask)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        self._started.set()
        await self._stop.wait()
        await runner.cleanup()

    async def _ask(self, request: web.Request) -> web.StreamResponse:
        at = time.monotonic()
        self.arrivals.append(at)
        self.keys.add(request.headers.get("Authorization", ""))
        body: dict[str, Any] = await request.json()
        text = body["input"] if "input" in body else body["messages"][-1]["content"]
        status, headers = 200, {}
        chance = self._random.random()
        if self.refuses_key:
            status = 401
        elif self.retry_after_next:
            status, headers = 429, {"Retry-After": str(self.retry_after_next)}
            self.retry_after_next = 0.0
        elif len(self._accepted) - bisect_left(self._accepted, at - 1) >= self.limit:
            status = 429
        elif chance < self.unavailable:
            status = 503
        elif chance < self.unavailable + self.dropped:
            status = 0
        else:
            self._accepted.append(at)
            await asyncio.sleep(self.delay)
        if status == 0:
            self._note(at, text, status)
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if status == 200 and text.startswith("refused"):
            status = 400
        self._note(at, text, status)
        if status == 200:
            return web.json_response({"output": text, **_CHAT, "usage": {"prompt_tokens": 3, "total_tokens": 3}})
        return web.json_response(
            {"error": {401: "auth", 400: "invalid_request"}.get(status, "busy")}, status=status, headers=headers
        )

    def _note(self, at: float, text: str, status: int) -> None:
        self.asked.append(Asked(at, text, status))
        if status in {200, 400}:
            self._answered.add(text)

    # ── figures ─────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def questions_answered(self) -> int:
        """How many different questions were answered."""
        return len(self._answered)

    @property
    def answered(self) -> Counter[str]:
        """How often each question was answered."""
        return Counter(one.text for one in list(self.asked) if one.status in {200, 400})

    @property
    def repeated(self) -> int:
        """Answers beyond the first of a question."""
        return sum(number - 1 for number in self.answered.values())

    def share(self, status: int) -> float:
        """Return the share of requests answered so."""
        return sum(one.status == status for one in self.asked) / max(len(self.asked), 1)

    def most_in_a_second(self) -> int:
        """Return the most requests that arrived within a second."""
        return most_in_a_second(sorted(self.arrivals))

    def longest_gap(self, since: float) -> float:
        """Return the longest time without a request since that moment."""
        times = [since, *(at for at in sorted(self.arrivals) if at >= since)]
        return max((later - one for one, later in pairwise(times)), default=0.0)

    def per_second(self, since: float, until: float) -> float:
        """Return the requests per second between two moments."""
        times = sorted(self.arrivals)
        return (bisect_left(times, until) - bisect_left(times, since)) / (until - since)
