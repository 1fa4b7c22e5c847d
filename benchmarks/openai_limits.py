"""100,000 chat calls by `fan_out` against a server with limits of requests and tokens in its headers, over loopback.

    python benchmarks/openai_limits.py [RATE] [--quick]

The server is a process of its own, with a token bucket of requests and one of tokens. It refuses with 429 what exceeds
either, and tells in each response what remains of both, and when all of it is there again, as OpenAI's does. In the
first half of the calls requests are what there is too little of, in the second half tokens. Goals for each half: no 429
after the first second, and at least 95 % of what the limit lets through is used, from the first request to the last.
RATE is the limit in requests per second (2000, told as one of ten seconds). It has to be less than the machine can do
without one. That of tokens is 120 times as much, for calls of 120 tokens. Exits with 1 if a goal is missed; takes
100,000 / RATE seconds (--quick: a quarter of the calls).
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import uvloop

from aigpt import fan_out
from aigpt.openai import AsyncOpenAI

CALLS = 50_000
SERVICE = 0.05  # s
OUTPUT = 20  # tokens
PERIOD = 10.0  # s until an empty bucket is full

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
USAGE = {"prompt_tokens": 0, "completion_tokens": OUTPUT, "total_tokens": 0}
ANSWER = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "."}}],
}
REFUSAL = b'{"error":{"message":"Rate limit reached.","code":"rate_limit_exceeded"}}'


@dataclass
class Bucket:
    """A limit: so much in each period, and as much at once after a rest."""

    limit: float
    level: float = 0.0
    at: float = 0.0
    used: float = 0.0

    def refill(self, now: float) -> None:
        """Add what has come in."""
        self.level = min(self.limit, self.level + (now - self.at) * self.limit / PERIOD)
        self.at = now

    def told(self, kind: str) -> str:
        """Return its headers."""
        reset = (self.limit - self.level) / self.limit * PERIOD
        return (
            f"x-ratelimit-limit-{kind}: {self.limit:.0f}\r\nx-ratelimit-remaining-{kind}: {self.level:.0f}\r\n"
            f"x-ratelimit-reset-{kind}: {reset * 1000:.0f}ms\r\n"
        )


class Limits:
    """What all connections share."""

    def __init__(self, requests: float, tokens: float) -> None:
        self.requests, self.tokens = Bucket(requests, requests), Bucket(tokens, tokens)
        self.begun: list[float] = []
        self.refused: list[float] = []

    def take(self, tokens: int) -> bool:
        """Return whether a call that uses so many tokens is accepted."""
        now = time.monotonic()
        if not self.begun:
            self.requests.at = self.tokens.at = now
        self.begun.append(now)
        self.requests.refill(now)
        self.tokens.refill(now)
        if self.requests.level < 1 or self.tokens.level < tokens:
            self.refused.append(now)
            return False
        for bucket, cost in ((self.requests, 1), (self.tokens, tokens)):
            bucket.level -= cost
            bucket.used += cost
        return True

    def headers(self) -> str:
        """Return what a response tells."""
        return self.requests.told("requests") + self.tokens.told("tokens")

    def figures(self) -> dict[str, float]:
        """Return what happened."""
        seconds = self.begun[-1] - self.begun[0]
        shares = {
            name: bucket.used / (bucket.limit * (1 + seconds / PERIOD))
            for name, bucket in (("requests", self.requests), ("tokens", self.tokens))
        }
        late = sum(moment > self.begun[0] + 1 for moment in self.refused)
        return {**shares, "seconds": seconds, "refused": len(self.refused), "refused_late": late}


class Connection(asyncio.Protocol):
    """Answers chat calls; a GET gives the figures."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._data = b""

    def connection_made(self, transport: Any) -> None:
        """Keep the transport."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is whole."""
        self._data += data
        while (end := self._data.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self._data, 0, end)
            rest = end + 4 + (int(length[1]) if length else 0)
            if len(self._data) < rest:
                return
            self._answer(self._data[:3], self._data[end + 4 : rest])
            self._data = self._data[rest:]

    def _answer(self, method: bytes, body: bytes) -> None:
        if method == b"GET":
            self._send("200 OK", "", json.dumps(self._limits.figures()).encode())
            return
        prompt = len(json.loads(body)["messages"][0]["content"]) // 4
        accepted = self._limits.take(prompt + OUTPUT)
        told = self._limits.headers()
        if not accepted:
            self._send("429 Too Many Requests", told, REFUSAL)
            return
        usage = {**USAGE, "prompt_tokens": prompt, "total_tokens": prompt + OUTPUT}
        answer = json.dumps({**ANSWER, "usage": usage}).encode()
        asyncio.get_running_loop().call_later(SERVICE, self._send, "200 OK", told, answer)

    def _send(self, status: str, headers: str, body: bytes) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)


async def serve(requests: float, tokens: float) -> None:
    """Serve until killed; the first line of stdout is the URL."""
    limits = Limits(requests, tokens)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(limits), "127.0.0.1", 0, backlog=4096)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


@asynccontextmanager
async def serving(requests: float, tokens: float) -> AsyncIterator[str]:
    """Run the server as a process, and give its URL."""
    command = [sys.executable, __file__, "--serve", str(requests), str(tokens)]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    try:
        yield (await process.stdout.readline()).decode().strip() if process.stdout else ""
    finally:
        process.kill()
        await process.wait()


async def measure(calls: int, requests: float, tokens: float, question: str) -> dict[str, float]:
    """Make so many calls, and return the server's figures."""
    async with serving(requests, tokens) as url, AsyncOpenAI(api_key="k", base_url=url, max_retries=20) as client:
        create = client.chat.completions.create
        questions = (question for _ in range(calls))
        async with fan_out(create, questions, common={"model": "m"}, concurrency=300) as outcomes:
            async for outcome in outcomes:
                if outcome.error is not None:
                    sys.exit(f"a call failed: {outcome.exception!r}")
        found: dict[str, float] = await client.get("/figures", cast_to=dict)
        return found


async def main(rate: float, *, quick: bool) -> bool:
    """Measure both halves; return whether all goals are met."""
    calls = CALLS // 4 if quick else CALLS
    met = True
    requests, tokens = rate * PERIOD, 120 * rate * PERIOD
    table = [("requests", requests, 1e9, "a question"), ("tokens", 1e9, tokens, "x" * 400)]
    for binding, requests, tokens, question in table:
        found = await measure(calls, requests, tokens, question)
        share = 100 * found[binding]
        print(f"{calls:,} calls limited by {binding}: {found['seconds']:.1f} s, {share:.1f} % of it used (goal 95),")
        print(f"  {found['refused']:.0f} answered 429, {found['refused_late']:.0f} after the first second (goal 0)")
        met = met and share >= 95 and not found["refused_late"]  # noqa: PLR2004 (the goals, as printed)
    return met


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument[:2] != "--"]
    if sys.argv[1:2] == ["--serve"]:
        uvloop.run(serve(float(given[0]), float(given[1])))
    sys.exit(0 if asyncio.run(main(float(given[0]) if given else 2000.0, quick="--quick" in sys.argv)) else 1)
