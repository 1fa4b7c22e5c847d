"""A cancellation from outside always wins: over the client's closing, an abort and a deadline, in every order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
import uvloop

from aigpt import AsyncIGPT, fan_out
from aigpt._http.cancellation import Cancellation
from aigpt._http.failure import ABORTED, CLOSED, DEADLINE, NO_HEADERS, Failure
from aigpt.testing import ScriptedServer, run_events

EVENTS = run_events("Yes", ".")
LONG = 30.0


class Waiting:
    """A client with one piece of work under way, and the ways in which that can be ended."""

    def __init__(self, server: ScriptedServer, igpt: AsyncIGPT) -> None:
        self.server = server
        self.igpt = igpt
        self.abort = asyncio.Event()
        self.others: list[asyncio.Task[Any]] = []

    async def sent(self) -> None:
        """Wait until a request has arrived, and the client waits for more."""
        await self.server.called(1)
        await asyncio.sleep(0.05)


async def call(at: Waiting) -> None:
    await at.igpt.recall.ask(input="?", abort=at.abort)


async def call_in_its_body(at: Waiting) -> None:
    await at.igpt.post("body", {}, abort=at.abort)


async def call_between_attempts(at: Waiting) -> None:
    await at.igpt.post("busy", {}, abort=at.abort)


async def call_in_the_queue(at: Waiting) -> None:
    at.others.append(asyncio.create_task(call(at)))
    await at.server.called(1)
    await at.igpt.recall.ask(input="queued", abort=at.abort)


async def stream_being_opened(at: Waiting) -> None:
    async for _ in at.igpt.recall.ask(input="?", stream=True, abort=at.abort):
        pass


async def stream_being_read(at: Waiting) -> None:
    async with at.igpt.recall.run(input="?", stream=True, abort=at.abort) as stream:
        async for _ in stream:
            pass


async def search(at: Waiting) -> None:
    async for _ in at.igpt.recall.iter_search(query="?", abort=at.abort):
        pass


async def poll(at: Waiting) -> None:
    await at.igpt.datasources.wait(abort=at.abort)


async def poll_between_two(at: Waiting) -> None:
    at.server.reply("datasources/list", json={"datasources": [{"id": "a", "status": "indexing"}]})
    await at.igpt.datasources.wait(abort=at.abort)


async def many(at: Waiting) -> None:
    async with fan_out(at.igpt.recall.ask, ["a", "b"], concurrency=1, common={"abort": at.abort}) as outcomes:
        async for _ in outcomes:
            pass


WORK: list[Callable[[Waiting], Awaitable[None]]] = [
    *(call, call_in_its_body, call_between_attempts, call_in_the_queue, stream_being_opened, stream_being_read),
    *(search, poll, poll_between_two, many),
]


async def cancel_then_close(task: asyncio.Task[None], at: Waiting) -> None:
    task.cancel()
    await at.igpt.close()


async def close_then_cancel(task: asyncio.Task[None], at: Waiting) -> None:
    closing = asyncio.ensure_future(at.igpt.close())
    asyncio.get_running_loop().call_soon(task.cancel)
    await closing


async def cancel_then_abort(task: asyncio.Task[None], at: Waiting) -> None:
    task.cancel()
    at.abort.set()


async def abort_then_cancel(task: asyncio.Task[None], at: Waiting) -> None:
    at.abort.set()
    await asyncio.sleep(0)  # the watcher of the abort has woken, and cancels in this turn of the loop
    task.cancel()


async def cancel_close_and_abort(task: asyncio.Task[None], at: Waiting) -> None:
    at.abort.set()
    task.cancel()
    await at.igpt.close()


ORDERS = [cancel_then_close, close_then_cancel, cancel_then_abort, abort_then_cancel, cancel_close_and_abort]


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as scripted:
        for route in ("recall/ask", "recall/search", "datasources/list"):
            scripted.raw(route, "hang")
        scripted.raw("body", b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"output"', "hang")
        scripted.reply("busy", status=503, json={})
        scripted.stream("recall/run", EVENTS[:-1], then="hang")
        yield scripted


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.__name__)
@pytest.mark.parametrize("work", WORK, ids=lambda work: work.__name__)
@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_a_cancelled_task_is_cancelled_whatever_else_ends_its_work(
    run: Any, work: Any, order: Any, server: ScriptedServer
) -> None:
    async def scenario() -> None:
        async with server.client(max_connections=1, backoff_base=60_000) as igpt:
            at = Waiting(server, igpt)
            task = asyncio.create_task(work(at))
            await at.sent()
            await order(task, at)
            await asyncio.wait([task], timeout=LONG)
            assert task.cancelled()
            assert task.cancelling() == 1
            await igpt.close()
            await asyncio.gather(*at.others)

    run(scenario())


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_a_worker_loop_over_a_closed_client_ends_when_it_is_cancelled(run: Any, server: ScriptedServer) -> None:
    async def scenario() -> None:
        igpt = server.client()
        replies = 0

        async def work() -> None:
            nonlocal replies
            while True:
                await igpt.recall.ask(input="?")
                replies += 1
                assert replies < 1000  # else nothing but this loop ever runs

        task = asyncio.create_task(work())
        await server.called(1)
        task.cancel()
        await igpt.close()
        await asyncio.wait([task], timeout=LONG)
        assert task.cancelled()
        assert replies == 0

    run(scenario())


async def one_call(igpt: AsyncIGPT) -> None:
    await igpt.recall.ask(input="?")


async def one_stream(igpt: AsyncIGPT) -> None:
    async for _ in igpt.recall.ask(input="?", stream=True):
        pass


async def one_search(igpt: AsyncIGPT) -> None:
    async for _ in igpt.recall.iter_search(query="?"):
        pass


async def one_that_cannot_be_sent(igpt: AsyncIGPT) -> None:
    await igpt.recall.ask(input="\ud800")


async def one_aborted_already(igpt: AsyncIGPT) -> None:
    abort = asyncio.Event()
    abort.set()
    await igpt.recall.ask(input="?", abort=abort)


@pytest.mark.parametrize(
    "one",
    [one_call, one_stream, one_search, one_that_cannot_be_sent, one_aborted_already],
    ids=lambda one: one.__name__,
)
async def test_calls_that_fail_before_they_are_sent_let_other_tasks_run(one: Any, server: ScriptedServer) -> None:
    igpt = server.client()
    if one in {one_call, one_stream, one_search}:
        await igpt.close()
    made = 0

    async def work() -> None:
        nonlocal made
        while True:
            await one(igpt)
            made += 1
            assert made < 1000  # else nothing but this loop ever runs

    task = asyncio.create_task(work())
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task], timeout=LONG)
    assert task.cancelled()
    await igpt.close()


@pytest.mark.parametrize("by", [CLOSED, ABORTED, DEADLINE], ids=["close", "abort", "deadline"])
async def test_a_task_group_whose_other_task_fails_meanwhile_ends_with_that_failure(
    by: Failure, server: ScriptedServer
) -> None:
    igpt = server.client()
    went_on = False

    async def call() -> None:
        await igpt.recall.ask(input="?")
        nonlocal went_on
        went_on = True

    async def fail() -> None:
        await server.called(1)
        (one,) = igpt._sender.transport._live
        this = asyncio.current_task()
        assert this is not None
        this.add_done_callback(lambda _: one.cancel(by))  # just after the group has cancelled the other task
        raise KeyError

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(call())
            group.create_task(fail())

    with pytest.raises(ExceptionGroup) as raised:
        await both()
    assert [type(exc) for exc in raised.value.exceptions] == [KeyError]
    assert not went_on
    await igpt.close()


# ── one cancellation by itself ──────────────────────────────────────────────────────────────────────────────────


async def test_a_cancellation_of_ours_leaves_no_trace_in_the_task() -> None:
    one = Cancellation()
    asyncio.get_running_loop().call_soon(one.cancel, CLOSED)
    with one:
        await asyncio.sleep(LONG)
    task = asyncio.current_task()
    assert task is not None
    assert (one.failure, task.cancelling()) == (CLOSED, 0)


async def test_a_cancellation_of_ours_that_nobody_saw_leaves_no_trace_either() -> None:
    one = Cancellation()
    asyncio.get_running_loop().call_soon(one.cancel, CLOSED)
    with one:
        try:
            await asyncio.sleep(LONG)
        except asyncio.CancelledError:
            seen = True
    task = asyncio.current_task()
    assert task is not None
    assert (seen, task.cancelling()) == (True, 0)


async def test_what_ended_while_no_task_waited_takes_no_later_cancellation_back() -> None:
    one = Cancellation()
    one.cancel(CLOSED)

    async def wait() -> None:
        with one:
            await asyncio.sleep(LONG)

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()


async def test_one_inside_another_both_ended_at_once_leave_no_trace() -> None:
    outer, inner = Cancellation(), Cancellation()
    asyncio.get_running_loop().call_soon(outer.cancel, ABORTED)
    asyncio.get_running_loop().call_soon(inner.cancel, ABORTED)
    went_on = False
    with outer:
        with inner:
            await asyncio.sleep(LONG)
        went_on = True
    task = asyncio.current_task()
    assert task is not None
    assert (went_on, task.cancelling()) == (False, 0)


@pytest.mark.parametrize("first", ["attempt", "outside"])
async def test_the_end_of_an_attempt_takes_no_cancellation_from_outside_back(first: str) -> None:
    one = Cancellation()
    seen: list[object] = []

    async def wait() -> None:
        with one:
            try:
                await asyncio.sleep(LONG)
            except asyncio.CancelledError:
                seen.append(one.attempt_was_cancelled())
                raise

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    if first == "outside":
        task.cancel()
    one.cancel_attempt(NO_HEADERS)
    if first == "attempt":
        task.cancel()
    await asyncio.wait([task])
    assert (seen, task.cancelled(), task.cancelling()) == ([None], True, 1)


@pytest.mark.parametrize("second", ["outside", "ours"])
async def test_a_second_cancellation_while_the_first_is_being_cleaned_up(second: str) -> None:
    one = Cancellation()
    cleaning = asyncio.Event()

    async def wait() -> None:
        with one:
            try:
                await asyncio.sleep(LONG)
            finally:
                cleaning.set()
                await asyncio.sleep(0.01 if second == "ours" else LONG)

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    if second == "outside":
        one.cancel(CLOSED)
        await cleaning.wait()
        task.cancel()
    else:
        task.cancel()
        await cleaning.wait()
        one.cancel(CLOSED)
    await asyncio.wait([task])
    assert (task.cancelled(), task.cancelling()) == (True, 1)
