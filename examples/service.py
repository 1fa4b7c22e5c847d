"""A web service that streams answers to browsers as server-sent events, over one client for its whole life.

In one terminal `aigpt serve --sample`, and in another, with the three lines it prints:

    pip install fastapi uvicorn && python examples/service.py
    curl -N http://127.0.0.1:8000/ask --json '{"question": "When is the launch?"}'
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from aigpt import AsyncIGPT, ConfigurationError

MOST_AT_ONCE = int(os.environ.get("MOST_AT_ONCE", "500"))


class Asked(BaseModel):
    question: str = Field(min_length=1, max_length=10_000)


def make_client() -> AsyncIGPT:
    # A connection for every stream; requests beyond the limit are refused by `room` instead of waiting.
    return AsyncIGPT(max_connections=MOST_AT_ONCE, idle_timeout=60)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    async with make_client() as igpt:
        app.state.igpt, app.state.busy = igpt, 0
        yield


async def client(request: Request) -> AsyncIGPT:
    igpt: AsyncIGPT = request.app.state.igpt
    return igpt


async def signed_in_user() -> str:
    """Return whose mail to search: in your service, the user of the session, never a parameter of the request."""
    return os.environ.get("IGPT_API_USER", "me")


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


app = FastAPI(lifespan=lifespan)


@app.post("/ask", response_class=EventSourceResponse, dependencies=[Depends(room)])
async def ask(
    asked: Asked, igpt: Annotated[AsyncIGPT, Depends(client)], user: Annotated[str, Depends(signed_in_user)]
) -> AsyncIterator[ServerSentEvent]:
    # When the browser disconnects, the generator is closed, and `async with` ends the request to the API.
    async with igpt.recall.run(input=asked.question, user=user, stream=True) as stream:
        async for text in stream.text():
            yield ServerSentEvent(event="text", data=text)
    if stream.error:
        yield ServerSentEvent(event="error", data={"error": stream.error})
    else:
        yield ServerSentEvent(event="done", data={"sources": [source.get("title") for source in stream.reply.sources]})


@app.get("/health")
async def health(request: Request) -> dict[str, int]:
    return {"streams": request.app.state.busy}


if __name__ == "__main__":
    try:
        make_client()  # which opens nothing yet: here a missing key is one line
    except ConfigurationError as exc:
        sys.exit(str(exc))
    # At SIGTERM no more requests are accepted, and those in progress have ten seconds to finish.
    port = int(os.environ.get("PORT", "8000"))
    uvicorn.run(app, host="127.0.0.1", port=port, timeout_graceful_shutdown=10, access_log=False)
