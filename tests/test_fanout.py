"""`fan_out`: everything comes once, nothing is left running, and what waits holds no slot."""

import asyncio
import gc
import threading
import weakref
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigpt import (
    IGPT,
    Adaptive,
    AsyncIGPT,
    BadRequestError,
    ConfigurationError,
    Failed,
    Outcome,
    RateLimitError,
    RequestAbortedError,
    Success,
    fan_out,
)
from aigpt.testing import Call, Pause, ScriptedServer


def questions(number: int) -> list[str]:
    return [f"question {i}" for i in range(number)]


def echo(call: Call) -> dict[str, Any]:
    return {"output": call.json.get("input", call.json.get("query"))}


async def drain(outcomes: Any) -> list[Outcome[Any, Any]]:
    return [outcome async for outcome in outcomes]


class Gauged:
    """An async callable that notes how many of it run at once, and which keywords it was called with."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.running = self.most = 0
        self.seen: list[Any] = []
        self.seconds = seconds

    async def __call__(self, input: str) -> str:
        self.seen.append(input)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await asyncio.sleep(self.seconds)
        finally:
            self.running -= 1
        return input


async def until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 (it is asked of what has no event)
        await asyncio.sleep(0.01)


# ── completeness and order ──────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=60)
@given(
    sleeps=st.lists(st.integers(0, 3), max_size=60),
    concurrency=st.integers(1, 9),
    ordered=st.booleans(),
    buffer=st.none() | st.integers(0, 5),
    adaptive=st.booleans(),
    lazily=st.booleans(),
)
def test_everything_comes_once_and_in_order_if_asked(
    *, sleeps: list[int], concurrency: int, ordered: bool, buffer: int | None, adaptive: bool, lazily: bool
) -> None:
    """Whatever the callable's turns of the loop, the options, and who raises."""
    running = most = 0

    async def method(*, turns: int, number: int) -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        for _ in range(turns):
            await asyncio.sleep(0)
        running -= 1
        if turns == 3:
            raise KeyError(number)
        return number

    items = [{"turns": turns, "number": number} for number, turns in enumerate(sleeps)]

    async def later() -> AsyncIterator[dict[str, int]]:
        for item in items:
            await asyncio.sleep(0)
            yield item

    async def run() -> list[Outcome[Any, Any]]:
        width = Adaptive(1, concurrency) if adaptive else concurrency
        source: Any = later() if lazily else iter(items)
        async with fan_out(method, source, concurrency=width, ordered=ordered, buffer=buffer) as outcomes:
            found = await drain(outcomes)
        assert outcomes.summary.done == len(items)
        assert outcomes.summary.errors.total() == sleeps.count(3)
        return found

    found = asyncio.run(run())
    indices = [outcome.index for outcome in found]
    assert sorted(indices) == list(range(len(items)))
    assert not ordered or indices == sorted(indices)
    assert most <= concurrency
    for outcome in found:
        assert outcome.request is items[outcome.index]
        if outcome.request["turns"] == 3:
            assert isinstance(outcome.exception, KeyError)
            assert (outcome.reply, outcome.error, outcome.ok) == (None, "KeyError", False)
        else:
            assert (outcome.reply, outcome.error, outcome.ok) == (outcome.index, None, True)


async def test_strings_fill_the_input_and_dicts_are_keywords(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("*", json=echo)
    async with igpt_server.client() as igpt:
        for method, name in ((igpt.recall.run, "input"), (igpt.recall.ask, "input"), (igpt.recall.search, "query")):
            items: list[Any] = ["a", {name: "b", "quality": "own"}]
            async with fan_out(method, items, common={"quality": "common"}, ordered=True) as outcomes:
                found = await drain(outcomes)
            assert [outcome.reply["output"] for outcome in found] == ["a", "b"]
            assert [outcome.request for outcome in found] == items
            sent = sorted((call.json for call in igpt_server.calls[-2:]), key=lambda body: str(body[name]))
            assert sent == [
                {name: "a", "quality": "common", "user": "user_test"},
                {name: "b", "quality": "own", "user": "user_test"},
            ]


async def test_post_and_views_work_too(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("*", json=echo)
    async with igpt_server.client() as igpt:
        async with fan_out(igpt.post, [{"path": "a/b", "body": {"input": "?"}}]) as outcomes:
            assert [outcome.reply for outcome in await drain(outcomes)] == [{"output": "?"}]
        view = igpt.with_options(user="somebody")
        async with fan_out(view.recall.ask, ["?"]) as outcomes:
            await drain(outcomes)
    assert [(call.route, call.json["user"]) for call in igpt_server.calls] == [
        ("a/b", "user_test"),
        ("recall/ask", "somebody"),
    ]


async def test_an_outcome_is_a_success_or_failed(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": "yes"}, times=1)
    igpt_server.reply("recall/ask", json={"error": "params"})
    async with (
        igpt_server.client() as igpt,
        fan_out(igpt.recall.ask, ["a", "b"], concurrency=1, ordered=True) as outcomes,
    ):
        good, failed = [outcome async for outcome in outcomes]
    assert isinstance(good, Success)
    assert (good.ok, good.error, good.exception, good.reply.output, repr(good)) == (
        *(True, None, None, "yes", "<Success 0>"),
    )
    assert isinstance(failed, Failed)
    assert (failed.ok, failed.error, repr(failed)) == (False, "params", "<Failed 1 'params'>")
    assert failed.reply is not None
    assert failed.exception is failed.reply.exception
    assert isinstance(failed.exception, BadRequestError)


async def test_an_outcome_without_a_reply_has_the_exception_that_was_raised() -> None:
    async def fails(input: str) -> str:
        raise LookupError(input)

    async with fan_out(fails, ["a"]) as outcomes:
        (failed,) = [outcome async for outcome in outcomes]
    assert isinstance(failed, Failed)
    assert (failed.reply, failed.error, type(failed.exception)) == (None, "LookupError", LookupError)


async def test_any_async_callable_gets_strings_by_its_first_parameter() -> None:
    async def named(question: str) -> str:
        return question

    async def positional(question: str, /) -> str:
        return question

    async def keywords(**given: str) -> str:
        return given["input"]

    class Own(AsyncIGPT):
        async def mine(self, *, depth: str) -> str:
            return depth

    async with Own("k", user="u") as own:
        for method in (named, positional, keywords, own.mine):
            async with fan_out(method, ["?"], common={}) as outcomes:
                assert [outcome.reply for outcome in await drain(outcomes)] == ["?"]


async def test_the_server_sees_them_overlap(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json={"output": "."}, after=gate)
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, questions(40), concurrency=16) as outcomes:
        assert await gate.reached(16)
        assert not await gate.reached(17, timeout=0.1)
        assert outcomes.in_flight == 16
        gate.open()
        assert len(await drain(outcomes)) == 40


# ── laziness ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_items_are_taken_only_as_fast_as_outcomes_are() -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for item in questions(1000):
            taken += 1
            yield item

    async with fan_out(Gauged(), items(), concurrency=4) as outcomes:
        assert taken == 4
        async for outcome in outcomes:
            for _ in range(50):
                await asyncio.sleep(0)
            assert taken <= outcomes.summary.done + 4
            given = outcome.index
            assert taken <= given + 14
            if given >= 100:
                break


async def test_with_no_buffer_nothing_begins_before_the_last_outcome_is_taken() -> None:
    method = Gauged()
    async with fan_out(method, questions(50), concurrency=4, buffer=0) as outcomes:
        count = 0
        async for _ in outcomes:
            count += 1
            for _ in range(20):
                await asyncio.sleep(0)
            assert len(method.seen) <= count + 4


async def test_an_async_iterable_is_taken_one_item_at_a_time() -> None:
    taken = 0

    async def items() -> AsyncIterator[str]:
        nonlocal taken
        for item in questions(100):
            await asyncio.sleep(0)
            taken += 1
            yield item

    method = Gauged(0.01)
    source = items()
    async with fan_out(method, source, concurrency=3) as outcomes:
        async for _ in outcomes:
            assert taken <= outcomes.summary.done + 3 + 1
            if outcomes.summary.done > 20:
                break
    await source.aclose()
    assert method.most == 3


async def test_memory_does_not_grow_with_the_items() -> None:
    alive: weakref.WeakSet[Any] = weakref.WeakSet()

    class Token:
        pass

    def items() -> Iterator[dict[str, Any]]:
        for _ in range(2000):
            token = Token()
            alive.add(token)
            yield {"input": token}

    async def method(input: Any) -> None:
        await asyncio.sleep(0)

    most = 0
    async with fan_out(method, items(), concurrency=10) as outcomes:
        async for _ in outcomes:
            most = max(most, len(alive))
    gc.collect()
    assert most <= 40
    assert len(alive) <= 2


# ── leaving ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_leaving_early_leaves_nothing_running() -> None:
    method = Gauged(0.005)
    async with fan_out(method, questions(100), concurrency=8) as outcomes:
        async for outcome in outcomes:
            if outcome.index == 10:
                break
    assert method.running == 0
    seen = len(method.seen)
    await asyncio.sleep(0.02)
    assert len(method.seen) == seen
    summary = outcomes.summary
    assert summary.stopped == "left before the end"
    assert 10 <= summary.done < seen
    assert summary.abandoned == seen - summary.done


async def test_an_exception_of_the_caller_passes_and_leaves_nothing_running() -> None:
    method = Gauged(0.005)
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 (leaving is what is tested)
        async with fan_out(method, questions(100), concurrency=8) as outcomes:
            async for _ in outcomes:
                raise ZeroDivisionError
    assert method.running == 0
    assert outcomes.summary.done >= 1


async def test_cancellation_passes_and_leaves_nothing_running() -> None:
    method = Gauged(60.0)
    made: list[Any] = []

    async def run() -> None:
        async with fan_out(method, questions(100), concurrency=8) as outcomes:
            made.append(outcomes)
            await drain(outcomes)

    task = asyncio.create_task(run())
    await until(lambda: len(method.seen) == 8)
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert method.running == 0
    assert len(method.seen) == 8
    assert made[0].summary.abandoned == 8


async def test_a_second_cancellation_waits_for_the_calls_to_end_too() -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def stubborn(input: str) -> None:
        began.set()
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.05)
            ended.set()

    async def run() -> None:
        async with fan_out(stubborn, ["?"]) as outcomes:
            await drain(outcomes)

    task = asyncio.create_task(run())
    await began.wait()
    for _ in range(2):
        await asyncio.sleep(0.01)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def test_stop_finishes_what_is_under_way() -> None:
    begun, go_on = [], asyncio.Event()

    async def method(input: str) -> None:
        begun.append(input)
        await go_on.wait()

    async with fan_out(method, questions(100), concurrency=8) as outcomes:
        await until(lambda: len(begun) == 8)
        outcomes.stop("enough")
        go_on.set()
        assert len(await drain(outcomes)) == 8
    assert outcomes.summary.stopped == "enough"
    assert outcomes.summary.abandoned == 0


async def test_calls_that_were_left_are_ended_on_the_wire(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json={}, after=gate)
    async with igpt_server.client() as igpt:
        async with fan_out(igpt.recall.ask, questions(9), concurrency=4):
            assert await gate.reached(4)
        assert igpt._sender.transport.under_way == 0
        assert await igpt_server.closed()


async def test_an_exception_of_the_items_is_raised_after_what_was_under_way() -> None:
    def items() -> Iterator[str]:
        yield from questions(5)
        raise OSError("the disk is gone")

    async def later() -> AsyncIterator[str]:
        for item in items():
            yield item

    for source in (items(), later()):
        found = []
        with pytest.raises(OSError, match="the disk is gone"):  # noqa: PT012 (what came before it counts too)
            async with fan_out(Gauged(0.001), source, concurrency=3) as outcomes:
                async for outcome in outcomes:
                    found.append(outcome.index)  # noqa: PERF401 (a comprehension would lose what came before)
        assert sorted(found) == [0, 1, 2, 3, 4]
        assert outcomes.summary.stopped == "OSError"


async def test_a_cancellation_by_the_callable_itself_is_an_outcome() -> None:
    async def method(input: str) -> None:
        raise asyncio.CancelledError

    async with fan_out(method, questions(3)) as outcomes:
        found = await drain(outcomes)
    assert [outcome.error for outcome in found] == ["CancelledError"] * 3


# ── retries ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_slot_is_free_while_a_call_waits_for_its_retry(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, times=1)
    igpt_server.reply("recall/ask", json=echo)
    async with (
        igpt_server.client(backoff_base=200, jitter=0) as igpt,
        fan_out(igpt.recall.ask, questions(5), concurrency=1) as outcomes,
    ):
        found = await drain(outcomes)
    assert [outcome.index for outcome in found] == [1, 2, 3, 4, 0]
    last = found[-1]
    assert (last.retries, last.reply.retries, outcomes.summary.retries) == (1, 1, 1)
    assert 0.2 <= last.elapsed == last.reply.elapsed
    assert last.attempt_time < 0.2
    first, *_, again = igpt_server.calls
    assert first.headers["Idempotency-Key"] == again.headers["Idempotency-Key"]
    assert len({call.headers["Idempotency-Key"] for call in igpt_server.calls}) == 5
    assert first.json == again.json


async def test_the_policy_is_the_clients(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=500)
    async with igpt_server.client(backoff_base=1, max_retries=2) as igpt:
        items: list[Any] = ["a", {"input": "b", "max_retries": 0}]
        async with fan_out(igpt.recall.ask, items, ordered=True) as outcomes:
            found = await drain(outcomes)
    assert [(outcome.error, outcome.retries, outcome.reply.status) for outcome in found] == [
        ("network_error", 2, 500),
        ("network_error", 0, 500),
    ]
    assert Counter(call.json["input"] for call in igpt_server.calls) == {"a": 3, "b": 1}


async def test_what_no_retry_mends_is_not_tried_again(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=400)
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, ["?"]) as outcomes:
        (outcome,) = await drain(outcomes)
    assert (outcome.error, outcome.retries, len(igpt_server.calls)) == ("params", 0, 1)
    assert outcome.exception is outcome.reply.exception


async def test_the_deadline_holds_over_all_attempts_and_waits(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, times=2)
    igpt_server.reply("recall/ask", json={}, after=60.0)
    async with igpt_server.client(backoff_base=50, timeout=1.5) as igpt, fan_out(igpt.recall.ask, ["?"]) as outcomes:
        (outcome,) = await drain(outcomes)
    assert (outcome.error, outcome.retries) == ("network_error", 2)
    assert 1.4 <= outcome.elapsed < 30
    assert "timeout" in str(outcome.exception)


async def test_no_retry_begins_beyond_the_deadline(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, headers={"Retry-After": "60"})
    async with igpt_server.client(timeout=30) as igpt, fan_out(igpt.recall.ask, ["?"]) as outcomes:
        (outcome,) = await drain(outcomes)
    assert (outcome.retries, outcome.reply.status) == (0, 503)
    assert outcome.elapsed < 20


async def test_a_retry_after_pauses_everyone(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo, after=0.01, times=4)
    igpt_server.reply("recall/ask", status=429, headers={"Retry-After": "1"}, times=1)
    igpt_server.reply("recall/ask", json=echo, after=0.01)
    async with (
        igpt_server.client(jitter=0) as igpt,
        fan_out(igpt.recall.ask, questions(20), concurrency=4) as outcomes,
    ):
        assert len(await drain(outcomes)) == 20
    times = [call.time for call in igpt_server.calls]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert max(gaps) >= 0.7
    begun_before = next(number for number, gap in enumerate(gaps, 1) if gap >= 0.7)
    assert begun_before <= 8  # the one refused, those before it, and those under way with it
    assert outcomes.summary.retries == 1


async def test_a_dead_connection_is_tried_again_without_a_wait(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    async with igpt_server.client(backoff_base=60_000) as igpt:
        await igpt.recall.ask(input="first")
        igpt_server.raw("recall/ask", "close", times=1)
        igpt_server.reply("recall/ask", json=echo)
        async with fan_out(igpt.recall.ask, ["second"]) as outcomes:
            (outcome,) = await drain(outcomes)
    assert outcome.ok
    assert outcome.retries == 1


async def test_what_waits_for_a_retry_is_bounded(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503)
    async with (
        igpt_server.client(backoff_base=60_000) as igpt,
        fan_out(igpt.recall.ask, questions(1000), concurrency=2) as outcomes,
    ):
        await igpt_server.called(8)
        await until(lambda: outcomes.waiting >= 8)
        await asyncio.sleep(0.1)
        assert outcomes.waiting in {8, 9}  # the last two were under way at once
    assert outcomes.summary.abandoned == len(igpt_server.calls) <= 9
    assert outcomes.summary.done == 0


async def test_raise_errors_is_for_those_who_await_themselves(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=429, headers={"Retry-After": "100000"})
    async with igpt_server.client(raise_errors=True) as igpt, fan_out(igpt.recall.ask, ["?"]) as outcomes:
        (outcome,) = await drain(outcomes)
    assert isinstance(outcome.exception, RateLimitError)
    assert outcome.reply.status == 429


async def test_an_abort_event_ends_the_calls(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json={}, after=gate)
    abort = asyncio.Event()
    async with (
        igpt_server.client() as igpt,
        fan_out(igpt.recall.ask, questions(3), common={"abort": abort}) as outcomes,
    ):
        await gate.reached(3)
        abort.set()
        assert [type(outcome.exception) for outcome in await drain(outcomes)] == [RequestAbortedError] * 3


# ── stopping ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_refused_key_ends_the_run(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo, times=10)
    igpt_server.reply("recall/ask", json={"error": "auth"})
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, questions(1000), concurrency=4) as outcomes:
        found = await drain(outcomes)
    assert outcomes.summary.stopped == "auth"
    assert outcomes.summary.ok == 10
    assert 11 <= len(found) == len(igpt_server.calls) <= 14


async def test_stop_on_is_the_callers(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"error": "auth"}, times=5)
    igpt_server.reply("recall/ask", json={"error": "params"})
    async with (
        igpt_server.client() as igpt,
        fan_out(igpt.recall.ask, questions(50), concurrency=1, stop_on={"params"}) as outcomes,
    ):
        await drain(outcomes)
    assert outcomes.summary.errors == {"auth": 5, "params": 1}
    assert outcomes.summary.stopped == "params"


async def test_wrong_configuration_ends_the_run(igpt_server: ScriptedServer) -> None:
    async with (
        igpt_server.client() as igpt,
        fan_out(igpt.recall.ask, questions(50), common={"timeout": -1}, concurrency=1) as outcomes,
    ):
        found = await drain(outcomes)
    assert [type(outcome.exception) for outcome in found] == [ConfigurationError]
    assert outcomes.summary.stopped == "wrong configuration"


async def test_a_wrong_item_is_an_outcome_of_its_own(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    items: list[Any] = ["a", 7, {"inptu": "b"}, "c"]
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, items, ordered=True) as outcomes:
        found = await drain(outcomes)
    assert [outcome.error for outcome in found] == [None, "TypeError", "TypeError", None]
    assert "an item must be a string or a dict of keywords, not int" in str(found[1].exception)


async def test_what_is_no_async_callable_ends_the_run() -> None:
    async with fan_out(lambda input: input, questions(50), concurrency=1) as outcomes:  # type: ignore[arg-type,misc,return-value]  # the mistake
        (outcome,) = await drain(outcomes)
    assert "is not async" in str(outcome.exception)


# ── options ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"concurrency": 0}, "concurrency must be a whole number"),
        ({"concurrency": True}, "concurrency must be a whole number"),
        ({"concurrency": "8"}, "concurrency must be a whole number"),
        ({"rate": 0}, "rate must be a number"),
        ({"rate": float("nan")}, "rate must be a number"),
        ({"buffer": -1}, "buffer must be"),
        ({"stop_on": "auth"}, "stop_on must be a set"),
        ({"common": ["quality"]}, "common must be a dict"),
        ({"common": {"stream": True}}, "leave stream out"),
        ({"items": "one question"}, "put a single one into a list"),
        ({"items": {"input": "?"}}, "put a single one into a list"),
        ({"items": 7}, "items must be an iterable"),
        ({"method": "ask"}, "must be a method of a client"),
    ],
)
def test_a_wrong_option_is_named_at_once(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        fan_out(**{"method": Gauged(), "items": [], **options})


def test_a_blocking_client_gives_its_outcomes_to_a_plain_loop(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    igpt = IGPT("k", user="u", base_url=igpt_server.url)
    with igpt, fan_out(igpt.recall.ask, questions(20), ordered=True, concurrency=4) as outcomes:
        found = [outcome.reply and outcome.reply["output"] for outcome in outcomes]
    assert found == questions(20)
    assert outcomes.summary.ok == 20
    assert outcomes.in_flight == outcomes.waiting == 0


def test_a_blocking_fan_out_can_be_left_and_stopped(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    with IGPT("k", user="u", base_url=igpt_server.url) as igpt:
        with fan_out(igpt.recall.ask, questions(50), concurrency=2) as outcomes:
            next(outcomes)
        assert outcomes.summary.stopped == "left before the end"
        with fan_out(igpt.recall.ask, questions(50), concurrency=2) as outcomes:
            for _ in outcomes:
                outcomes.stop("enough")
        assert outcomes.summary.stopped == "enough"
        assert outcomes.summary.done < 50


def test_a_blocking_fan_out_takes_plain_items_and_methods_of_one_request() -> None:
    async def later() -> AsyncIterator[str]:
        yield "?"

    with IGPT("k", user="u") as igpt:
        with pytest.raises(ConfigurationError, match="items must be a plain iterable"):
            fan_out(igpt.recall.ask, later())  # type: ignore[call-overload]  # the mistake
        with pytest.raises(ConfigurationError, match="not one request"):
            fan_out(igpt.datasources.wait, [{}])


async def test_a_stream_is_refused(igpt_server: ScriptedServer) -> None:
    async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, [{"input": "?", "stream": True}]) as outcomes:
        (outcome,) = await drain(outcomes)
    assert "leave stream out" in str(outcome.exception)


async def test_more_than_the_pool_holds_warns() -> None:
    async with AsyncIGPT("k", user="u", max_connections=10) as igpt:
        with pytest.warns(UserWarning, match="the client holds 10 connections.*max_connections=11"):
            fan_out(igpt.recall.ask, [], concurrency=11)
        fan_out(igpt.recall.ask, [], concurrency=10)
        with pytest.warns(UserWarning, match="concurrency is 11"):
            fan_out(igpt.recall.ask, [], concurrency=Adaptive(1, 11))
    async with AsyncIGPT("k", user="u", max_connections=0) as igpt:
        fan_out(igpt.recall.ask, [], concurrency=5000)


async def test_it_is_entered_once() -> None:
    outcomes = fan_out(Gauged(), ["?"])
    with pytest.raises(RuntimeError, match="async with fan_out"):
        async for _ in outcomes:
            pass
    async with outcomes:
        pass
    with pytest.raises(RuntimeError, match="used once"):
        async with outcomes:
            pass


async def test_no_items_are_no_trouble() -> None:
    async with fan_out(Gauged(), []) as outcomes:
        assert await drain(outcomes) == []
    assert outcomes.summary.stopped is None


async def test_the_rate_is_kept() -> None:
    loop = asyncio.get_running_loop()
    begun: list[float] = []

    async def method(input: str) -> None:
        begun.append(loop.time())

    started = loop.time()
    async with fan_out(method, questions(30), rate=100) as outcomes:
        await drain(outcomes)
    assert len(begun) == 30
    for count, moment in enumerate(begun):  # however late the loop wakes up, none begins early
        assert moment - started >= (count - 2) * 0.01


async def test_a_slow_rate_does_not_hold_up_the_end() -> None:
    method = Gauged()
    async with fan_out(method, questions(30), rate=1) as outcomes:
        async for _ in outcomes:
            outcomes.stop()
    assert method.seen == ["question 0"]


async def test_several_may_take_the_outcomes() -> None:
    async with fan_out(Gauged(0.001), questions(50), concurrency=5) as outcomes:
        parts = await asyncio.gather(*(drain(outcomes) for _ in range(3)))
    assert sorted(outcome.index for part in parts for outcome in part) == list(range(50))


def test_it_runs_in_any_loop_of_any_thread(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)

    async def run() -> None:
        async with igpt_server.client() as igpt, fan_out(igpt.recall.ask, questions(20)) as outcomes:
            assert all([outcome.ok async for outcome in outcomes])

    threads = [threading.Thread(target=asyncio.run, args=(run(),)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(igpt_server.calls) == 60


async def test_a_slow_server_is_no_trouble(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/ask", [Pause(0.05)], framing="close")
    igpt_server.reply("recall/ask", json=echo)
    async with igpt_server.client(backoff_base=1) as igpt, fan_out(igpt.recall.ask, questions(3)) as outcomes:
        assert {outcome.error for outcome in await drain(outcomes)} <= {None, "invalid_json_response"}
