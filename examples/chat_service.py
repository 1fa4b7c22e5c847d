"""A chat service: POST /chat streams a model's answer as server-sent events, over one client for its whole life.

With `OPENAI_API_KEY` set (and `OPENAI_BASE_URL`, for another server of the protocol; `OPENAI_MODEL` names the model):

    pip install fastapi uvicorn && python examples/chat_service.py
    curl -N http://127.0.0.1:8000/chat --json '{"messages": [{"role": "user", "content": "How do otters sleep?"}]}'

Events: `text` for each piece of the answer; then `done`, or `error` where the answer is not whole.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Annotated, Literal

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from aigpt.openai import (
    APIError,
    APITimeoutError,
    AsyncOpenAI,
    AsyncStream,
    BadRequestError,
    ConfigurationError,
    RateLimitError,
)
from aigpt.openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

MODEL = os.environ.get("OPENAI_MODEL") or "gpt-4o"
INSTRUCTIONS = "You are a friendly expert on otters. Answer in a few sentences."
log = logging.getLogger("chat_service")


def setting(name: str, default: str) -> int:
    value = os.environ.get(name, default)
    if not (value.isascii() and value.isdigit()):
        sys.exit(f"{name} must be a whole number, not {value!r}")
    return int(value)


MOST_AT_ONCE = setting("MOST_AT_ONCE", "500")
ANSWER_WITHIN = setting("ANSWER_WITHIN", "120")  # s; a whole answer, retries included


class Message(BaseModel):
    role: Literal["user", "assistant"]  # instructions are the service's own
    content: str = Field(min_length=1, max_length=20_000)

    def as_param(self) -> ChatCompletionMessageParam:
        if self.role == "user":
            return {"role": "user", "content": self.content}
        return {"role": "assistant", "content": self.content}


class Asked(BaseModel):
    messages: list[Message] = Field(min_length=1, max_length=100)


def make_client() -> AsyncOpenAI:
    # A connection for every stream; requests beyond the limit are refused by `room` instead of waiting.
    return AsyncOpenAI(max_connections=MOST_AT_ONCE, deadline=ANSWER_WITHIN)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    async with make_client() as client:
        app.state.client, app.state.busy = client, 0
        yield


async def room(request: Request) -> AsyncIterator[None]:
    """Refuse requests beyond the limit at once, which would only slow down the others."""
    state = request.app.state
    if state.busy >= MOST_AT_ONCE:
        raise HTTPException(503, "busy", headers={"Retry-After": "1"})
    state.busy += 1
    try:
        yield
    finally:
        state.busy -= 1


async def browser_left(request: Request) -> AsyncIterator[asyncio.Event]:
    """Give an event that is set when the browser disconnects, also while there is nothing to send yet."""
    left = asyncio.Event()

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        left.set()

    watching = asyncio.create_task(watch())
    try:
        yield left
    finally:
        watching.cancel()


def refusal(error: APIError) -> HTTPException:
    """Return what a browser is told where there is no answer: never the upstream's words, which are for this side."""
    if (
        isinstance(error, RateLimitError) or error.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    ):  # it is this service that asks too much
        return HTTPException(503, "busy", headers={"Retry-After": str(math.ceil(error.retry_after or 1))})
    if isinstance(error, APITimeoutError):
        return HTTPException(504, "the model took too long")
    if isinstance(error, BadRequestError):
        return HTTPException(400, "the model does not take these messages; they may be too long")
    return HTTPException(502, "the model cannot be asked")


def note(what: str, error: APIError) -> None:
    """Log a failure without its message, which may quote what was asked."""
    log.warning("%s: %s, status %s, request %s", what, type(error).__name__, error.status_code, error.request_id)


async def upstream(
    asked: Asked, request: Request, left: Annotated[asyncio.Event, Depends(browser_left)]
) -> AsyncIterator[AsyncStream[ChatCompletionChunk]]:
    """Give the stream of the answer once it has begun: before, a failure is a status and not yet an event."""
    client: AsyncOpenAI = request.app.state.client
    messages: list[ChatCompletionMessageParam] = [{"role": "system", "content": INSTRUCTIONS}]
    messages += [message.as_param() for message in asked.messages]
    try:
        stream = await client.chat.completions.create(model=MODEL, messages=messages, stream=True, abort=left)
    except APIError as error:
        if not left.is_set():
            note("no answer", error)
        raise refusal(error) from None
    async with stream:  # ends the request to the upstream also where the browser leaves
        yield stream


app = FastAPI(lifespan=lifespan)


@app.post("/chat", response_class=EventSourceResponse, dependencies=[Depends(room)])
async def chat(
    stream: Annotated[AsyncStream[ChatCompletionChunk], Depends(upstream)],
) -> AsyncIterator[ServerSentEvent]:
    reason = None
    try:
        async for chunk in stream:
            for choice in chunk.choices:
                reason = choice.finish_reason or reason
                if text := choice.delta.content or choice.delta.refusal:
                    yield ServerSentEvent(event="text", data=text)
    except APIError as error:  # IncompleteStreamError, where the stream was cut
        note("an answer broke off", error)
        late = isinstance(error, APITimeoutError)
        yield ServerSentEvent(event="error", data={"error": "timeout" if late else "incomplete"})
        return
    if reason in {"length", "content_filter"}:
        yield ServerSentEvent(event="error", data={"error": reason})
    else:
        yield ServerSentEvent(event="done", data={})


@app.get("/health")
async def health(request: Request) -> dict[str, int]:
    return {"streams": request.app.state.busy}


if __name__ == "__main__":
    port = setting("PORT", "8000")
    try:
        make_client()  # which opens nothing yet: here a missing key is one line
    except ConfigurationError as exc:
        sys.exit(str(exc))
    # At SIGTERM no more requests are accepted, and those in progress have ten seconds to finish.
    uvicorn.run(app, host="127.0.0.1", port=port, timeout_graceful_shutdown=10, access_log=False)
