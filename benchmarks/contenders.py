"""The contenders over iGPT's API: each asks the same question and reads the same answer, in the way its manual shows.

Each function here opens one client and gives it as a `Client` (or a plain function, for the blocking ones). Imports
are inside, so that a process pays for its own contender alone.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

KEY = "sk-benchmark"
USER = "user_123"
QUESTION = "What did we decide about the launch date?"
AUTHORIZATION = {"Authorization": f"Bearer {KEY}"}


@dataclass(frozen=True, slots=True)
class Client:
    """What a contender can do.

    `events` and `text` return how many came; `first` how old the first event was, in ns; `many` how many of so many
    calls were answered.
    """

    ask: Callable[[], Awaitable[str]]
    events: Callable[[], Awaitable[int]] | None = None
    text: Callable[[], Awaitable[int]] | None = None
    first: Callable[[], Awaitable[int]] | None = None
    many: Callable[[int], Awaitable[int]] | None = None


def take_long_way() -> None:
    """Have this process's clients of aigpt send requests as aiohttp does, without the short way."""
    from aigpt._http import short_way

    short_way.IS_KNOWN = False


@asynccontextmanager
async def aigpt(url: str, limit: int) -> AsyncIterator[Client]:
    """`AsyncIGPT` as it comes, but for the size of its pool."""
    from aigpt import AsyncIGPT, fan_out

    async with AsyncIGPT(KEY, user=USER, base_url=url, max_connections=limit) as igpt:

        async def ask() -> str:
            return (await igpt.recall.run(input=QUESTION))["output"]

        async def events() -> int:
            count = 0
            async with igpt.recall.run(input=QUESTION, stream=True) as stream:
                async for _ in stream:
                    count += 1
            return count

        async def text() -> int:
            count = 0
            async with igpt.recall.run(input=QUESTION, stream=True) as stream:
                async for _ in stream.text():
                    count += 1
            return count

        async def first() -> int:
            async with igpt.recall.run(input=QUESTION, stream=True) as stream:
                age = time.monotonic_ns() - (await anext(stream))["sent"]
                async for _ in stream:
                    pass
            return age

        async def many(count: int) -> int:
            answered = 0
            questions = (f"question {number}" for number in range(count))
            async with fan_out(igpt.recall.run, questions, concurrency=limit) as outcomes:
                async for outcome in outcomes:
                    answered += outcome.ok
            return answered

        yield Client(ask, events, text, first, many)


@asynccontextmanager
async def aigpt_long_way(url: str, limit: int) -> AsyncIterator[Client]:
    """`AsyncIGPT` where no request takes the short way."""
    take_long_way()
    async with aigpt(url, limit) as client:
        yield client


@asynccontextmanager
async def aiohttp_by_hand(url: str, limit: int) -> AsyncIterator[Client]:
    """Aiohttp as most people write it."""
    import aiohttp

    url += "/recall/run"
    connector = aiohttp.TCPConnector(limit=limit)
    async with aiohttp.ClientSession(headers=AUTHORIZATION, connector=connector) as session:

        async def ask() -> str:
            async with session.post(url, json={"input": QUESTION, "user": USER}) as response:
                return (await response.json())["output"]

        async def events() -> int:
            count = 0
            async with session.post(url, json={"input": QUESTION, "user": USER, "stream": True}) as response:
                async for line in response.content:
                    if line.startswith(b"data:"):
                        json.loads(line[5:])
                        count += 1
            return count

        async def first() -> int:
            age = 0
            async with session.post(url, json={"input": QUESTION, "user": USER, "stream": True}) as response:
                async for line in response.content:
                    if line.startswith(b"data:"):
                        event = json.loads(line[5:])
                        age = age or time.monotonic_ns() - event["sent"]
            return age

        async def many(count: int) -> int:
            semaphore = asyncio.Semaphore(limit)

            async def one(question: str) -> bool:
                async with semaphore, session.post(url, json={"input": question, "user": USER}) as response:
                    return bool((await response.json())["output"])

            return sum(await asyncio.gather(*(one(f"question {number}") for number in range(count))))

        yield Client(ask, events, first=first, many=many)


@asynccontextmanager
async def aiohttp_tuned(url: str, limit: int) -> AsyncIterator[Client]:
    """Aiohttp as one writes it for speed: all that can be prepared is, and nothing is on that is not needed."""
    import aiohttp
    import msgspec
    from yarl import URL

    target = URL(url + "/recall/run")
    encode, decode = msgspec.json.Encoder().encode, msgspec.json.Decoder().decode
    session = aiohttp.ClientSession(
        headers={**AUTHORIZATION, "Content-Type": "application/json"},
        connector=aiohttp.TCPConnector(limit=limit),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
    )

    async def ask() -> str:
        response = await session.post(target, data=encode({"input": QUESTION, "user": USER}))
        return decode(await response.read())["output"]

    async with session:
        yield Client(ask)


@asynccontextmanager
async def igptai(url: str, limit: int) -> AsyncIterator[Client]:  # noqa: ARG001 (it has no pool: each call connects)
    """`IGPTAsync`, the official client."""
    from igptai import IGPTAsync

    igpt = IGPTAsync(api_key=KEY, user=USER, base_url=url)

    async def ask() -> str:
        return (await igpt.recall.run(input=QUESTION))["output"]

    async def events() -> int:
        count = 0
        async for _ in await igpt.recall.run(input=QUESTION, stream=True):
            count += 1
        return count

    async def first() -> int:
        age = 0
        async for event in await igpt.recall.run(input=QUESTION, stream=True):
            age = age or time.monotonic_ns() - event["sent"]
        return age

    yield Client(ask, events, first=first)


@contextmanager
def blocking_aigpt(url: str) -> Iterator[Callable[[], str]]:
    """`IGPT`, shared by all threads."""
    from aigpt import IGPT

    with IGPT(KEY, user=USER, base_url=url) as igpt:
        yield lambda: igpt.recall.run(input=QUESTION)["output"]


@contextmanager
def blocking_igptai(url: str) -> Iterator[Callable[[], str]]:
    """`IGPT` of the official client."""
    from igptai import IGPT

    igpt = IGPT(api_key=KEY, user=USER, base_url=url)
    yield lambda: igpt.recall.run(input=QUESTION)["output"]


@contextmanager
def blocking_bridge(url: str) -> Iterator[Callable[[], str]]:
    """`aiohttp_by_hand` in a loop on a thread: the bridge of five lines that one writes oneself."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    client = aiohttp_by_hand(url, 100)
    ask: Any = asyncio.run_coroutine_threadsafe(client.__aenter__(), loop).result().ask
    yield lambda: asyncio.run_coroutine_threadsafe(ask(), loop).result()
    asyncio.run_coroutine_threadsafe(client.__aexit__(None, None, None), loop).result()
    loop.call_soon_threadsafe(loop.stop)


ASYNC: dict[str, Callable[[str, int], AbstractAsyncContextManager[Client]]] = {
    "aigpt": aigpt,
    "aigpt, long way": aigpt_long_way,
    "aiohttp": aiohttp_by_hand,
    "aiohttp, tuned": aiohttp_tuned,
    "igptai": igptai,
}
BLOCKING: dict[str, Callable[[str], AbstractContextManager[Callable[[], str]]]] = {
    "aigpt": blocking_aigpt,
    "aiohttp, bridged": blocking_bridge,
    "igptai": blocking_igptai,
}
