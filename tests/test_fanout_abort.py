"""An `abort` that is set while calls of a fan-out wait for their retry ends those calls at once."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from aigpt import Outcome, RequestAbortedError, fan_out
from aigpt.testing import ScriptedServer

GOOD = {"output": "Yes."}
LONG = 30.0


async def take(outcomes: Any) -> list[Outcome[Any, Any]]:
    async with asyncio.timeout(LONG):
        return [outcome async for outcome in outcomes]


async def waiting(outcomes: Any, number: int) -> None:
    """Return once so many calls wait for their retry."""
    async with asyncio.timeout(LONG):
        while outcomes.waiting < number:  # noqa: ASYNC110 (nothing tells)
            await asyncio.sleep(0.005)


async def ended(before: set[asyncio.Task[Any]]) -> None:
    """Wait for the end of all other tasks, which have been cancelled."""
    async with asyncio.timeout(LONG):
        while asyncio.all_tasks() != before:  # noqa: ASYNC110 (nothing tells)
            await asyncio.sleep(0)


@pytest.mark.parametrize("kind", [asyncio.Event, threading.Event])
async def test_an_abort_for_all_ends_all_that_wait(kind: Any, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={})
    abort = kind()
    async with igpt_server.client(backoff_base=60_000) as igpt:
        async with fan_out(igpt.recall.ask, ["a", "b", "c"], common={"abort": abort}) as outcomes:
            await waiting(outcomes, 3)
            abort.set()
            got = await take(outcomes)
            assert outcomes.waiting == 0
        assert outcomes.summary.errors == {"request_aborted": 3}
    assert sorted(outcome.request for outcome in got) == ["a", "b", "c"]
    for outcome in got:
        assert outcome.error == "request_aborted"
        assert isinstance(outcome.exception, RequestAbortedError)
        assert outcome.reply == {"error": "request_aborted"}
        assert (outcome.retries, outcome.reply.retries) == (0, 0)  # no attempt was made after the first
        assert outcome.attempt_time <= outcome.elapsed < LONG
    assert len(igpt_server.calls) == 3


async def test_an_abort_of_one_item_ends_that_one(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", status=503, json={}, times=2)
    igpt_server.reply("recall/ask", json=GOOD, after=gate)
    abort = asyncio.Event()
    items = [{"input": "a", "abort": abort}, {"input": "b", "abort": asyncio.Event()}]
    async with (
        igpt_server.client(backoff_base=300) as igpt,
        fan_out(igpt.recall.ask, items) as outcomes,
    ):
        await waiting(outcomes, 2)
        abort.set()
        first = await anext(outcomes)
        gate.open()
        (second,) = await take(outcomes)
    assert (first.index, first.error) == (0, "request_aborted")
    assert (second.index, second.reply, second.retries) == (1, GOOD, 1)


async def test_it_does_not_wait_for_the_end_of_a_pause(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=429, headers={"Retry-After": "50"}, json={})
    abort = asyncio.Event()
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, ["a"], common={"abort": abort}) as outcomes:
        await waiting(outcomes, 1)
        assert outcomes.paused > LONG
        abort.set()
        assert [outcome.error for outcome in await take(outcomes)] == ["request_aborted"]


async def test_it_does_not_wait_for_a_free_slot(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={}, times=1)
    igpt_server.raw("recall/ask", "hang")
    abort = asyncio.Event()
    items = [{"input": "a", "abort": abort}, {"input": "b"}]
    async with (
        igpt_server.client(backoff_base=1) as igpt,
        fan_out(igpt.recall.ask, items, concurrency=1) as outcomes,
    ):
        assert await igpt_server.called(2)
        await asyncio.sleep(0.05)  # its wait is over, and b has the slot
        assert (outcomes.waiting, outcomes.in_flight) == (1, 1)
        abort.set()
        async with asyncio.timeout(LONG):
            outcome = await anext(outcomes)
        assert (outcome.request, outcome.error) == (items[0], "request_aborted")


async def test_the_outcomes_stay_in_order(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={}, times=1)
    igpt_server.reply("recall/ask", json=GOOD)
    abort = asyncio.Event()
    items = [{"input": "a", "abort": abort}, "b", "c"]
    async with (
        igpt_server.client(backoff_base=60_000) as igpt,
        fan_out(igpt.recall.ask, items, ordered=True) as outcomes,
    ):
        await waiting(outcomes, 1)
        abort.set()
        got = await take(outcomes)
    assert [(outcome.index, outcome.error) for outcome in got] == [(0, "request_aborted"), (1, None), (2, None)]


@pytest.mark.parametrize("how", ["left", "stopped", "aborted later"])
async def test_nothing_watches_the_event_any_more_afterwards(how: str, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={})
    abort = asyncio.Event()
    before = asyncio.all_tasks()
    async with igpt_server.client(backoff_base=1 if how == "aborted later" else 60_000) as igpt:
        async with fan_out(igpt.recall.ask, ["a", "b"], common={"abort": abort}) as outcomes:
            if how == "aborted later":
                assert [outcome.retries for outcome in await take(outcomes)] == [3, 3]
                await ended(before)
            else:
                await waiting(outcomes, 2)
            if how == "stopped":
                outcomes.stop()
                assert await take(outcomes) == []
        await ended(before)
        abort.set()
    assert outcomes.summary.abandoned == (0 if how == "aborted later" else 2)


async def test_a_stop_on_aborted_ends_the_run(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={})
    abort = asyncio.Event()
    async with (
        igpt_server.client(backoff_base=60_000) as igpt,
        fan_out(igpt.recall.ask, ["a", "b"], common={"abort": abort}, stop_on={"request_aborted"}) as outcomes,
    ):
        await waiting(outcomes, 2)
        abort.set()
        assert len(await take(outcomes)) == 1
    assert (outcomes.summary.stopped, outcomes.summary.abandoned) == ("request_aborted", 1)
