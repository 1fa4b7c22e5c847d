"""Both clients as one: tests await what a client does, whether its methods are awaited or block."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal

from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.testing import ScriptedServer

Kind = Literal["async", "blocking"]
KINDS: tuple[Kind, ...] = ("async", "blocking")
KEY = "sk-twin-0123456789abcdef"


class Twin:
    """An `AsyncOpenAI`, or an `OpenAI` whose methods run on a thread."""

    def __init__(self, kind: Kind, client: Any) -> None:
        self.kind = kind
        self.client = client

    @property
    def is_blocking(self) -> bool:
        return self.kind == "blocking"

    async def run(self, work: Callable[[Any], Any]) -> Any:
        """Return what *work* gives of the client: what it returns, awaited where that has to be."""
        return await self.do(work, self.client)

    async def do(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Return what *work* gives, called as the users of the client would."""
        if self.is_blocking:
            return await asyncio.to_thread(_without_stop, work, *arguments)
        made = work(*arguments)
        return await made if hasattr(made, "__await__") else made

    async def take(self, stream: Any, count: int | None = None) -> list[Any]:
        """Return the next *count* chunks of *stream*, or of anything that is gone through; by default all."""
        taken, error = await self.collect(stream, count)
        if error is not None:
            raise error
        return taken

    async def collect(self, stream: Any, count: int | None = None) -> tuple[list[Any], Exception | None]:
        """Return the chunks of *stream*, and the exception that came after them."""
        taken: list[Any] = []
        try:
            if count == 0:
                return taken, None
            if self.is_blocking:
                await asyncio.to_thread(_take, stream, taken, count)
            else:
                async for chunk in stream:
                    taken.append(chunk)
                    if len(taken) == count:
                        break
        except Exception as exc:  # noqa: BLE001 (the test looks at it)
            return taken, exc
        return taken, None

    async def enter(self, manager: Any) -> Any:
        return await self.do(manager.__enter__ if self.is_blocking else manager.__aenter__)

    async def leave(self, manager: Any) -> Any:
        return await self.do(manager.__exit__ if self.is_blocking else manager.__aexit__, None, None, None)

    @asynccontextmanager
    async def within(self, manager: Any) -> AsyncIterator[Any]:
        """Enter *manager*, with ``with`` or ``async with``."""
        entered = await self.enter(manager)
        try:
            yield entered
        finally:
            await self.leave(manager)

    async def close(self) -> None:
        await self.do(self.client.close)

    def event(self) -> Any:
        """Return what the client takes for an `abort`."""
        return threading.Event() if self.is_blocking else asyncio.Event()


def _without_stop(work: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return work(*arguments)
    except StopIteration:  # which cannot be set on a future
        raise EOFError from None


def _take(stream: Any, taken: list[Any], count: int | None) -> None:
    for chunk in stream:
        taken.append(chunk)
        if len(taken) == count:
            break


@asynccontextmanager
async def twin(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext | None = None, **options: Any
) -> AsyncIterator[Twin]:
    """Have a client for *server*, closed in the end."""
    given = {"api_key": KEY, "base_url": server.url, **options}
    if trust is not None:
        given["ssl"] = trust
    one = Twin(kind, OpenAI(**given) if kind == "blocking" else AsyncOpenAI(**given))
    try:
        yield one
    finally:
        await one.close()


async def assert_nothing_left(server: ScriptedServer, one: Twin) -> None:
    """Close the client: no connection is open, no place in its pool is taken, and no task of ours runs."""
    transport = one.client._sender.transport
    limiter = transport.owner.limiter

    async def held() -> tuple[int, int | None]:
        return transport.under_way, None if limiter is None else limiter.free

    # On the client's loop: what that has begun to close is closed then.
    live, places = await (one.do(one.client._sender.running_portal.call, held) if one.is_blocking else held())
    await one.close()
    assert await server.closed(timeout=10)
    assert live == 0
    assert places in {None, transport.owner.max_connections}
    if not one.is_blocking:
        assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
