"""Code written for the official package runs unchanged after its import is changed, with equal results."""

from __future__ import annotations

import asyncio
from typing import Any

import igptai
import pytest

import aigpt
from aigpt.testing import SampleServer

FLEETING = {"id", "timestamp", "timestampStart", "duration", "durations", "callId", "url"}
QUESTION = "What did we decide about the launch date?"


def lasting(value: Any) -> Any:
    """Return *value* without what differs from call to call."""
    if isinstance(value, dict):
        return {name: lasting(part) for name, part in value.items() if name not in FLEETING}
    return [lasting(part) for part in value] if isinstance(value, list) else value


def blocking(package: Any, server: SampleServer) -> list[Any]:
    igpt = package.IGPT(api_key="key", user=server.user, base_url=server.url, max_retries=3, backoff_factor=2)
    res = igpt.datasources.list()
    results = [res, igpt.recall.ask(input=QUESTION, quality="cef-1-normal", output_format="text")]
    results.append(igpt.recall.ask(input=QUESTION, output_format="json"))
    results.append(igpt.recall.run(input=QUESTION, instructions="Be brief.", reasoning_effort="low"))
    results.append(list(igpt.recall.run(input=QUESTION, stream=True)))
    results.append(list(igpt.recall.ask(input=QUESTION, stream=True)))
    results.append(igpt.recall.search(query="budget", date_from="2000-01-01", date_to="2030-01-01", max_results=5))
    results.append(igpt.recall.search(query="budget", user="somebody else"))
    results.append(igpt.connectors.authorize(service="spike", scope="messages", state="s"))
    results.append(igpt.recall.ask(input=QUESTION, output_format={"schema": {"type": "nonsense"}}))
    results.append(igpt.datasources.disconnect(id="no/such/source"))
    for chunk in igpt.recall.run(input="", stream=True):
        results.append(chunk)  # noqa: PERF402 (as users write it)
    return results


async def awaited(package: Any, server: SampleServer) -> list[Any]:
    igpt = package.IGPTAsync(api_key="key", user=server.user, base_url=server.url)
    results = [await igpt.recall.run(input=QUESTION), await igpt.recall.search(query="budget")]
    stream = await igpt.recall.run(input=QUESTION, stream=True)
    results.append([chunk async for chunk in stream])
    results.append([chunk async for chunk in await igpt.recall.ask(input=QUESTION, stream=True)])
    results.append(await igpt.datasources.list(user="nobody"))
    if package is aigpt:
        await igpt.close()
    return results


def test_the_blocking_client_gives_equal_results(igpt_local: SampleServer) -> None:
    ours = blocking(aigpt, igpt_local)
    assert lasting(ours) == lasting(blocking(igptai, igpt_local))
    assert ours[1]["output"]
    assert ours[4][-1]["type"] == "run.done"


async def test_the_async_client_gives_equal_results(igpt_local: SampleServer) -> None:
    assert lasting(await awaited(aigpt, igpt_local)) == lasting(await awaited(igptai, igpt_local))


def test_an_unreachable_server_gives_the_same_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    nowhere = "http://127.0.0.1:9"
    codes = [
        package.IGPT(api_key="key", user="u", base_url=nowhere).recall.ask(input="?") for package in (igptai, aigpt)
    ]
    assert codes == [{"error": "network_error"}] * 2
    assert asyncio.iscoroutinefunction(igptai.IGPTAsync(api_key="key").recall.ask)
