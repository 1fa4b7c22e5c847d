"""A call of aigpt, cut off at each of its layers, so that their differences say where its time goes.

    python benchmarks/bench.py --only layers

Each layer contains the one before it: a bare protocol, which only sends and counts; the exchange of a request and its
response over a connection of aiohttp's pool; the request of one attempt; the attempt; all that the transport does; and
the whole call. Up to the last, the same prepared call is sent again and again, so what preparing costs is the last's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from contenders import KEY, QUESTION, USER, take_long_way
from openai_contenders import MESSAGES, MODEL

Ask = Callable[[], Awaitable[object]]
Make = Callable[[], Ask]
"""Makes what asks once, for each of those that ask at the same time."""

OPENAI = "aigpt.openai"
LONG_WAY = "aigpt, long way"


class _Taken(BaseException):
    """How a call is had that was about to be sent."""

    def __init__(self, call: Any) -> None:
        self.call = call


class Cut:
    """A client of aigpt, whose calls can be begun at any layer."""

    def __init__(self, client: Any, whole: Callable[[], Any], intercept: str) -> None:
        self.transport = client._sender.transport
        self._sender = client._sender
        self._whole = whole
        self._intercept = intercept

    def prepared(self) -> Any:
        """Return the prepared call of one question: what the client was about to send."""
        setattr(self._sender, self._intercept, _take)
        try:
            self._whole().send(None)
        except _Taken as taken:
            return taken.call
        finally:
            delattr(self._sender, self._intercept)
        raise TypeError("no call was sent")

    def exchange(self) -> Ask:
        """Return what sends prepared bytes, or what aiohttp is given on the long way, and reads the response."""
        from aigpt._http.aiohttp_internals import Sealed, request_body, send_request

        call = self.prepared()
        url, headers, owner = call.url(), call.headers, self.transport.owner
        if owner.short_way is None:

            async def ask() -> None:
                how = self.transport._how
                await _read(
                    await send_request(
                        owner.current(), "POST", url, data=request_body(call.body), headers=headers, **how
                    )
                )
        else:
            exchange = owner.short_way._exchange
            body = call.body
            data = b"%bContent-Length: %d\r\n\r\n%b" % (exchange.head("POST", url, headers), len(body), body)

            async def ask() -> None:
                await _read(await exchange.send(url, Sealed(data), call))

        return ask

    def request(self) -> Ask:
        """Return what sends a call by the transport, and reads the response."""
        call = self.prepared()

        async def ask() -> None:
            await _read(await self.transport._send(call))
            call.release()

        return ask

    def attempt(self) -> Ask:
        """Return what makes one attempt."""
        call = self.prepared()

        async def ask() -> None:
            result = await self.transport._attempt(call)
            if result.failure is not None:
                raise ValueError(result.failure)

        return ask

    def whole_transport(self) -> Ask:
        """Return what hands a prepared call to the transport."""
        call = self.prepared()
        return lambda: self.transport.call(call)

    def whole(self) -> Ask:
        """Return what a program calls."""
        return self._whole

    def layer(self, name: str) -> Make:
        """Return what makes those that ask, down to the layer of this *name*."""
        return {
            "exchange": self.exchange,
            "request": self.request,
            "attempt": self.attempt,
            "transport": self.whole_transport,
            "whole": self.whole,
        }[name]


def _take(sent: Any) -> None:
    raise _Taken(getattr(sent, "args", (sent,))[0])


async def _read(response: Any) -> None:
    content = response.content
    if content.is_eof():
        content.read_nowait()
    else:
        await content.read()


@asynccontextmanager
async def opened(contender: str, url: str) -> AsyncIterator[Cut]:
    """Open the client of a *contender*, which has made a call."""
    if contender == OPENAI:
        from aigpt.openai import AsyncOpenAI

        async with AsyncOpenAI(api_key=KEY, base_url=url) as client:
            completions = client.chat.completions
            cut = Cut(client, lambda: completions.create(model=MODEL, messages=MESSAGES), "run")
            await cut.whole()()
            yield cut
    else:
        from aigpt import AsyncIGPT

        if contender == LONG_WAY:
            take_long_way()
        async with AsyncIGPT(KEY, user=USER, base_url=url) as igpt:
            cut = Cut(igpt, lambda: igpt.recall.run(input=QUESTION), "send")
            await cut.whole()()
            yield cut
