"""A web service that streams answers to browsers as server-sent events, over one client for its whole life.

In one terminal `aigpt serve --sample`, and in another, with the three lines it prints:

    pip install fastapi uvicorn && python examples/service.py
    curl -N http://127.0.0.1:8000/ask --json '{"question": "What is the launch date?"}'

The first event decides the status: what fails before it is a 4xx or 5xx, what fails later an event `error`. Each person
may ask AT_ONCE_PER_PERSON questions at a time and PER_MINUTE in a minute, all together MOST_AT_ONCE at a time; beyond,
the answer is 429 or 503 with Retry-After. /health says that the service lives, /ready whether it can answer.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from math import ceil
from typing import Annotated, Any

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from aigpt import APITimeoutError, AsyncIGPT, BadRequestError, ConfigurationError, Reply, RunReply, Stream
from aigpt.bots import AskLimits, TooManyQuestions

MOST_AT_ONCE = int(os.environ.get("MOST_AT_ONCE", "500"))
AT_ONCE_PER_PERSON = int(os.environ.get("AT_ONCE_PER_PERSON", "10"))
PER_MINUTE = int(os.environ.get("PER_MINUTE", "60"))
READY_FOR = 5.0  # s; for which what /ready found is told again: anybody may ask it as often as they like


class Asked(BaseModel):
    question: str = Field(min_length=1, max_length=10_000)


def make_client() -> AsyncIGPT:
    # A connection for every stream; requests beyond the limit are refused by `room` instead of waiting.
    return AsyncIGPT(max_connections=MOST_AT_ONCE + 1, idle_timeout=60)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    async with make_client() as igpt:
        app.state.igpt, app.state.checked_at, app.state.problem = igpt, None, "checking"
        app.state.limits = AskLimits(
            at_once=MOST_AT_ONCE, at_once_per_person=AT_ONCE_PER_PERSON, per_person=(PER_MINUTE, 60)
        )
        yield


async def signed_in_user() -> str:
    """Return whose mail to search: in your service, the user of the session, never a parameter of the request."""
    return os.environ.get("IGPT_API_USER", "me")


User = Annotated[str, Depends(signed_in_user)]


async def room(request: Request, user: User) -> AsyncIterator[None]:
    """Refuse requests beyond the limits at once, which would only slow down the others."""
    try:
        with request.app.state.limits.admit(user):
            yield
    except TooManyQuestions as exc:
        headers = {"Retry-After": str(ceil(exc.retry_after))}
        raise HTTPException(429 if exc.by_person else 503, str(exc), headers=headers) from exc


class Begun:
    """A stream of which the first event is there."""

    def __init__(self, stream: Stream[RunReply[Any]], first: Any) -> None:
        self.stream = stream
        self._first = first

    async def text(self) -> AsyncIterator[str]:
        yield _text(self._first)
        async for event in self.stream.events():
            yield _text(event)


def _text(event: Any) -> str:
    return str(event["delta"]) if event.get("type") == "run.output_text.delta" else ""


async def begun(asked: Asked, request: Request, user: User) -> AsyncIterator[Begun]:
    """Send the question, and wait for the first event: until then, the response can still have another status."""
    # When the browser disconnects, this generator is closed, and `aclosing` ends the request to the API.
    async with aclosing(request.app.state.igpt.recall.run(input=asked.question, user=user, stream=True)) as stream:
        arriving = asyncio.ensure_future(anext(aiter(stream), None))
        while not (await asyncio.wait({arriving}, timeout=1))[0]:
            if await request.is_disconnected():  # which nothing else tells before the response begins
                arriving.cancel()
        first = None if arriving.cancelled() else arriving.result()
        if stream.error or first is None:
            raise refused(stream.reply)
        yield Begun(stream, first)


def refused(reply: Reply) -> HTTPException:
    """Return what the browser is told of a failed *reply*."""
    headers = {} if reply.retry_after is None else {"Retry-After": str(ceil(reply.retry_after))}
    if isinstance(reply.exception, BadRequestError):
        return HTTPException(400, reply.error)
    if isinstance(reply.exception, APITimeoutError):
        return HTTPException(504, reply.error)
    # Theirs, not the browser's: a key that is refused, a limit of the API, a broken connection.
    return HTTPException(503 if reply.retry_after is not None else 502, reply.error, headers=headers)


app = FastAPI(lifespan=lifespan)


@app.post("/ask", response_class=EventSourceResponse, dependencies=[Depends(room)])
async def ask(answer: Annotated[Begun, Depends(begun)]) -> AsyncIterator[ServerSentEvent]:
    async for text in answer.text():
        if text:
            yield ServerSentEvent(event="text", data=text)
    stream = answer.stream
    if stream.error:
        yield ServerSentEvent(event="error", data={"error": stream.error})
    else:
        yield ServerSentEvent(event="done", data={"sources": [source.get("title") for source in stream.reply.sources]})


@app.get("/health")
async def health(request: Request) -> dict[str, int]:
    """Say that the service lives, for whoever restarts it if it does not."""
    return {"streams": request.app.state.limits.under_way}


@app.get("/ready")
async def ready(request: Request, user: User) -> dict[str, str]:
    """Say whether the API answers with this key, for whoever sends requests here; 503 if not."""
    state, now = request.app.state, time.monotonic()
    if state.checked_at is None or now - state.checked_at > READY_FOR:
        state.checked_at = now
        state.problem = (await state.igpt.datasources.list(user=user, timeout=5, max_retries=0)).error
    if state.problem:
        raise HTTPException(503, state.problem, headers={"Retry-After": str(ceil(READY_FOR))})
    return {"status": "ready"}


if __name__ == "__main__":
    try:
        make_client()  # which opens nothing yet: here a missing key is one line
    except ConfigurationError as exc:
        sys.exit(str(exc))
    # At SIGTERM no more requests are accepted, and those in progress have ten seconds to finish.
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
    uvicorn.run(app, host=host, port=port, timeout_graceful_shutdown=10, access_log=False)
