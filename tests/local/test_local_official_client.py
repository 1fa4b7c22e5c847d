"""The official client, unchanged, against the embedded server."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from igptai import IGPT, IGPTAsync
from local_making import refusal_code

from aigpt.local import LocalServer


def exercise(url: str) -> dict[str, Any]:
    """Call all six routes, two of them streamed."""
    igpt = IGPT(api_key="x", user="me", base_url=url)
    question = "What did the board approve?"
    return {
        "run": igpt.recall.run(input=question),
        "ask": igpt.recall.ask(input=question),
        "events": list(igpt.recall.run(input=question, stream=True)),
        "chunks": list(igpt.recall.ask(input=question, stream=True)),
        "search": igpt.recall.search(query="board budget", max_results=2),
        "list": igpt.datasources.list(),
        "authorize": igpt.connectors.authorize(service="gmail", scope="mail"),
        "disconnect": igpt.datasources.disconnect(id=igpt.datasources.list()["datasources"][0]["id"]),
        "after": igpt.recall.search(query="budget"),
        "params": igpt.recall.ask(),
        "auth": IGPT(api_key="", user="me", base_url=url).datasources.list(),
    }


async def test_the_blocking_client(server: LocalServer) -> None:
    got = await asyncio.to_thread(exercise, server.url)
    assert "40,000 euros" in got["run"]["output"]
    assert got["run"]["output"] == got["ask"]["output"] == got["events"][-1]["output"]
    assert [event["seq"] for event in got["events"]] == list(range(len(got["events"])))
    assert "".join(chunk.get("output", "") for chunk in got["chunks"]) == got["ask"]["output"]
    assert got["search"]["results"][0]["subject"] == "Heron budget"
    assert len(got["list"]["datasources"]) == 2
    assert got["authorize"]["url"].startswith("http://127.0.0.1:")
    assert got["disconnect"]["status"] == "disconnected"
    assert got["after"]["results"] == []
    assert (refusal_code(got["params"]), refusal_code(got["auth"])) == ("params", "auth")


@pytest.mark.parametrize("stream", [False, True])
async def test_the_async_client(server: LocalServer, stream: bool) -> None:  # noqa: FBT001 (parametrized)
    igpt = IGPTAsync(api_key="x", user="me", base_url=server.url)
    run = await igpt.recall.run(input="What did the board approve?", stream=stream)
    done = [event async for event in run][-1] if stream else run
    assert "40,000 euros" in done["output"]
