# ruff: noqa: T201 (the demo shows this code as a user would write it, with print)
"""The steps of `aigpt demo`: the source of each of these functions is printed, then it is called."""

from __future__ import annotations

import asyncio
import time

from aigpt import AsyncIGPT
from aigpt.local import LocalServer
from aigpt.types import AskReply, RunReply, SearchReply


def connect(server: LocalServer) -> AsyncIGPT:
    """Make a client. For the public API the key is enough."""
    return AsyncIGPT(api_key="anything", user=server.user, base_url=server.url)


async def search(igpt: AsyncIGPT) -> SearchReply:
    """Search: the messages that match best, any words in any order."""
    hits = await igpt.recall.search(query="battery certificate", max_results=3)
    for hit in hits.results:
        print((hit.get("timestamp") or "")[:10], "|", hit.get("subject"))
    return hits


async def ask(igpt: AsyncIGPT) -> AskReply[str]:
    """Ask: an answer with its sources, or an `error`; it does not raise."""
    question = "How much is the marketing budget for Heron?"
    reply = await igpt.recall.ask(input=question)
    print(reply.error or reply.output)
    for source in reply.sources:
        print("from:", source.get("title"))
    return reply


async def stream_a_run(igpt: AsyncIGPT) -> RunReply[str]:
    """Stream a run: the agent's answer, piece by piece as it is made."""
    question = "What did we decide about the launch date?"
    async with igpt.recall.run(input=question, stream=True) as stream:
        async for text in stream.text():
            print(text, end="", flush=True)
    return stream.reply


async def ask_many(igpt: AsyncIGPT) -> list[RunReply[str]]:
    """Ask many at once: the calls share the client's connections."""
    questions = [
        "Who is responsible for the security review?",
        "When do we move to Mill Dock?",
        "How many buoys did Port Morska order?",
        "Why was the ingest service down?",
        "When is the next board meeting?",
    ]
    began = time.perf_counter()
    runs = (igpt.recall.run(input=question) for question in questions)
    replies = await asyncio.gather(*runs)
    took = time.perf_counter() - began
    for question, reply in zip(questions, replies, strict=True):
        best = reply.error or reply.output.splitlines()[0]
        print(f"{question}\n{best}\n")
    print(f"{len(replies)} answers in {took * 1000:.0f} ms")
    return replies
