"""The same faults, against the official client and against ours: what each does.

    python benchmarks/faults.py

Chunks are what the caller was given; of nine events, the last is the end marker. Exits with 1 if ours ever gives an
answer that looks whole and is not, gives anything twice, raises or hangs.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from igptai import IGPTAsync

from aigpt import AsyncIGPT
from aigpt.testing import ScriptedServer, run_events

EVENTS = run_events("Hello, ", "world.", "!")
PART = EVENTS[:-2]
WIRE = [b"data: " + json.dumps(event).encode() + b"\n\n" for event in EVENTS]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
PATIENCE = 4.0
BIG = {**EVENTS[1], "text": "x" * (1 << 20)}

STREAMS: dict[str, Callable[[ScriptedServer], None]] = {
    "a whole stream": lambda s: s.stream("*", EVENTS),
    "cut half-way (no last chunk)": lambda s: s.stream("*", PART, then="close"),
    "cut half-way (only the connection ends it)": lambda s: s.stream("*", PART, then="close", framing="close"),
    "ends early, cleanly": lambda s: s.stream("*", PART),
    "reset half-way": lambda s: s.stream("*", [*PART[:-1], s_pause(), PART[-1]], then="reset"),
    "last event torn": lambda s: s.stream("*", EVENTS, then="truncate"),
    "malformed chunk header": lambda s: s.raw(
        "*", HEAD + b"Transfer-Encoding: chunked\r\n\r\n", _chunk(b"".join(WIRE[:4])), 0.05, b"ZZ\r\n", "hang"
    ),
    "gzip cut short": lambda s: s.raw(
        "*",
        HEAD + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + gzip.compress(b"".join(WIRE))[:-30],
        "close",
    ),
    "an event that is not JSON": lambda s: s.stream("*", [*PART, "data: {oops\n\n", *EVENTS[-2:]]),
    "an error in mid-stream": lambda s: s.stream("*", [*PART, {"error": "overloaded"}]),
    "an event of 1 MiB": lambda s: s.stream("*", [EVENTS[0], BIG, *EVENTS[2:]]),
    "silent half-way": lambda s: s.stream("*", PART, then="hang"),
    "a web page": lambda s: s.reply("*", body="<html>Sign in</html>", headers={"Content-Type": "text/html"}),
}
CALLS: dict[str, Callable[[ScriptedServer], None]] = {
    "an answer": lambda s: s.reply("*", json={"output": "Yes."}),
    "401 with its reason": lambda s: s.reply("*", status=401, json={"error": "key_expired"}),
    "429, Retry-After 1": lambda s: (
        s.reply("*", status=429, headers={"Retry-After": "1"}),  # type: ignore[func-returns-value]
        s.reply("*", json={"output": "Yes."}),  # type: ignore[func-returns-value]
    )[0],
    "dead kept-alive connection": lambda s: (
        s.raw("*", "close"),  # type: ignore[func-returns-value]
        s.reply("*", json={"output": "Yes."}),  # type: ignore[func-returns-value]
    )[0],
    "cut body": lambda s: s.raw("*", OK + b'Content-Length: 100\r\n\r\n{"output"', "close"),
    "redirect to another host": lambda s: s.reply("*", status=307, headers={"Location": "http://127.0.0.2:9/v1/"}),
    "header that is no header": lambda s: s.raw("*", b"HTTP/1.1 200 OK\r\nno header\r\n\r\n", "close"),
    "silent": lambda s: s.raw("*", "hang"),
}


def s_pause() -> Any:
    """Return a pause long enough for what was sent to arrive on its own."""
    from aigpt.testing import Pause  # noqa: PLC0415 (one use)

    return Pause(0.05)


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


async def follow(chunks: AsyncIterator[Any]) -> str:
    """Return in a few words what a stream gave its caller."""
    seen: list[Any] = []
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in chunks:
                seen.append(chunk)  # noqa: PERF401 (what came before an exception counts)
    except TimeoutError:
        return f"{_count(seen)}, then HANGS"
    except Exception as exc:  # noqa: BLE001 (what it raises is the finding)
        return f"{_count(seen)}, then RAISES {type(exc).__name__}"
    error = next((chunk["error"] for chunk in seen if "error" in chunk), None)
    given = [chunk for chunk in seen if "error" not in chunk]
    words = [_count(given)]
    if len({json.dumps(chunk) for chunk in given}) < len(given):
        words.append("SOME TWICE")
    if error:
        words.append(error)
    elif not given or given[-1].get("type") != "run.done" or len(given) < len(EVENTS):
        words.append("LOOKS WHOLE")
    return ", ".join(words)


def _count(chunks: list[Any]) -> str:
    return f"{len([c for c in chunks if 'error' not in c])} chunks"


async def call(reply: Awaitable[Any]) -> str:
    """Return in a few words what a call gave its caller."""
    try:
        async with asyncio.timeout(PATIENCE):
            value = await reply
    except TimeoutError:
        return "HANGS"
    except Exception as exc:  # noqa: BLE001 (what it raises is the finding)
        return f"RAISES {type(exc).__name__}"
    return str(value.get("error") or "answered")


async def official(url: str, *, stream: bool) -> str:
    """Return what the official client makes of the fault."""
    igpt = IGPTAsync(api_key="key", user="user", base_url=url)
    if stream:
        return await follow(await igpt.recall.run(input="?", stream=True))
    return await call(igpt.recall.ask(input="?"))


async def ours(url: str, *, stream: bool) -> str:
    """Return what our client makes of it."""
    async with AsyncIGPT("key", user="user", base_url=url, idle_timeout=1, timeout=3) as igpt:
        if stream:
            return await follow(igpt.recall.run(input="?", stream=True))
        return await call(igpt.recall.ask(input="?"))


async def table(title: str, faults: dict[str, Callable[[ScriptedServer], None]], *, stream: bool) -> list[str]:
    """Print what each client does with each fault; return what ours says."""
    print(f"\n{title:44}  {'igptai 1.2.0':38}  aigpt")
    said: list[str] = []
    for name, script in faults.items():
        results = []
        for client in (official, ours):
            with ScriptedServer() as server:
                script(server)
                results.append(f"{await client(server.url, stream=stream)} [{len(server.calls)} sent]")
        print(f"{name:44}  {results[0]:38}  {results[1]}")
        said.append(results[1])
    return said


async def main() -> int:
    """Print both tables; 1 if ours does any of what it must not."""
    said = await table("streams", STREAMS, stream=True)
    said += await table("calls", CALLS, stream=False)
    return 1 if any(word in text for text in said for word in ("HANGS", "RAISES", "TWICE", "LOOKS")) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
