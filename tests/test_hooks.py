"""Hooks are told of attempts, retries and ends of all calls, and are never in a call's way."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from aigpt import (
    IGPT,
    AsyncIGPT,
    AttemptStarted,
    CallEnded,
    ConfigurationError,
    Hooks,
    RetryScheduled,
    fan_out,
)
from aigpt._http import hooks as hooks_module
from aigpt.testing import Gate, ScriptedServer

ANSWER = {"id": "r1", "output": "Friday."}
EVENTS = [
    {"type": "run.start", "seq": 0, "id": "r1"},
    {"type": "run.output_text.delta", "seq": 1, "delta": "Fri"},
    {"type": "run.done", "seq": 2, **ANSWER},
]
KINDS = ("on_attempt", "on_retry", "on_end")


class Told:
    """What plain hooks were told, in order."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.hooks = Hooks(on_attempt=self.events.append, on_retry=self.events.append, on_end=self.events.append)

    @property
    def kinds(self) -> list[str]:
        return [type(event).__name__ for event in self.events]

    @property
    def ends(self) -> list[CallEnded]:
        return [event for event in self.events if isinstance(event, CallEnded)]


@pytest.fixture
def told() -> Told:
    return Told()


# ── what they are told ──────────────────────────────────────────────────────────────────────────────────────────


async def test_they_are_told_of_attempts_of_a_retry_and_of_the_end(igpt_server: ScriptedServer, told: Told) -> None:
    igpt_server.reply("recall/ask", status=503, json={}, headers={"X-Request-Id": "q1"}, times=1)
    igpt_server.reply("recall/ask", json=ANSWER, headers={"X-Request-Id": "q2"})
    async with igpt_server.client(hooks=told.hooks, backoff_base=20, jitter=0) as igpt:
        await igpt.recall.ask(input="When?")
        assert told.kinds == ["AttemptStarted", "RetryScheduled", "AttemptStarted", "CallEnded"]
    first, retry, second, end = told.events
    assert {event.route for event in told.events} == {"recall/ask"}
    assert {event.call_id for event in told.events} == {call.headers["Idempotency-Key"] for call in igpt_server.calls}
    assert (first.attempt, second.attempt) == (1, 2)
    assert (retry.attempt, retry.error, retry.status, retry.request_id, retry.wait) == (
        1, "network_error", 503, "q1", 0.02,
    )  # fmt: skip
    assert (end.attempts, end.error, end.status, end.request_id) == (2, None, 200, "q2")
    assert (end.ok, end.abandoned, end.time_to_first_chunk) == (True, False, None)
    assert 0 <= first.elapsed <= retry.elapsed <= second.elapsed <= end.elapsed < 60


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ({"status": 401, "json": {}}, 401, "auth"),
        ({"json": {"error": "no_data"}}, 200, "no_data"),
        ({}, None, "network_error"),
    ],
)
async def test_the_end_of_a_failed_call_has_its_code(
    igpt_server: ScriptedServer, told: Told, answer: dict[str, Any], status: int | None, error: str
) -> None:
    if answer:
        igpt_server.reply("recall/ask", **answer)
    else:
        igpt_server.raw("recall/ask", "reset")
    async with igpt_server.client(hooks=told.hooks, max_retries=0) as igpt:
        reply = await igpt.recall.ask(input="When?")
    assert told.kinds == ["AttemptStarted", "CallEnded"]
    (end,) = told.ends
    assert (end.error, end.status, end.ok) == (reply.error, status, False) == (error, status, False)


async def test_the_last_attempt_is_no_retry(igpt_server: ScriptedServer, told: Told) -> None:
    igpt_server.reply("recall/ask", status=500, json={})
    async with igpt_server.client(hooks=told.hooks, max_retries=2, backoff_base=1) as igpt:
        await igpt.recall.ask(input="When?")
    assert told.kinds == ["AttemptStarted", "RetryScheduled"] * 2 + ["AttemptStarted", "CallEnded"]


async def test_what_is_never_sent_has_an_end_alone(igpt_server: ScriptedServer, told: Told) -> None:
    async with igpt_server.client(hooks=told.hooks) as igpt:
        await igpt.recall.ask(input="When?", user=" ")
    (end,) = told.events
    assert (end.error, end.attempts, end.status) == ("params", 0, None)


async def test_a_stream_ends_once_however_it_ends(igpt_server: ScriptedServer, told: Told) -> None:
    igpt_server.stream("recall/run", EVENTS, times=1)
    igpt_server.stream("recall/run", EVENTS[:2], then="reset")
    async with igpt_server.client(hooks=told.hooks) as igpt:
        async with igpt.recall.run(input="When?", stream=True) as stream:
            await anext(stream)
            assert told.kinds == ["AttemptStarted"]
            await stream.final()
        (end,) = told.ends
        assert (end.ok, end.attempts) == (True, 1)
        assert 0 < (end.time_to_first_chunk or 0) <= end.elapsed
        await igpt.recall.run(input="When?", stream=True).final()
        _, broken = told.ends
        assert (broken.error, broken.status, broken.abandoned) == ("network_error", 200, False)


@pytest.mark.parametrize("how", ["left", "dropped"])
async def test_a_stream_that_is_left_was_abandoned(igpt_server: ScriptedServer, told: Told, how: str) -> None:
    igpt_server.stream("recall/run", EVENTS[:2], then="hang")
    async with igpt_server.client(hooks=told.hooks) as igpt:
        stream = await igpt.recall.run(input="When?", stream=True)
        if how == "left":
            await stream.aclose()
        del stream
        gc.collect()
        await asyncio.sleep(0)  # of a dropped stream hooks are told from the event loop, not from within the garbage
        (end,) = told.ends
    assert (end.abandoned, end.error, end.ok) == (True, None, False)


async def test_a_dropped_stream_tells_nobody_while_it_is_collected(igpt_server: ScriptedServer) -> None:
    """Whoever drops it may hold a lock that the hook wants."""
    lock = threading.Lock()
    ends: list[bool] = []
    igpt_server.stream("recall/run", EVENTS[:2], then="hang")
    async with igpt_server.client(hooks=Hooks(on_end=lambda _: ends.append(lock.locked()))) as igpt:
        stream = await igpt.recall.run(input="When?", stream=True)
        with lock:
            del stream
            gc.collect()
        await asyncio.sleep(0)
    assert ends == [False]


async def test_a_cancelled_call_was_abandoned(igpt_server: ScriptedServer, told: Told) -> None:
    gate = Gate()
    igpt_server.stream("recall/ask", [gate])
    async with igpt_server.client(hooks=told.hooks) as igpt:
        call = asyncio.ensure_future(igpt.recall.ask(input="When?"))
        assert await igpt_server.called()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    gate.open()
    (end,) = told.ends
    assert (end.abandoned, end.attempts) == (True, 1)


async def test_a_fan_out_tells_of_each_item_once_and_of_its_retries(igpt_server: ScriptedServer, told: Told) -> None:
    igpt_server.reply("recall/ask", status=500, json={}, times=2)
    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(hooks=told.hooks, backoff_base=1) as igpt:  # noqa: SIM117 (one after the other)
        async with fan_out(igpt.recall.ask, [f"{n}?" for n in range(10)], concurrency=4) as outcomes:
            assert [outcome.ok async for outcome in outcomes] == [True] * 10
    assert [told.kinds.count(kind) for kind in ("AttemptStarted", "RetryScheduled", "CallEnded")] == [12, 2, 10]
    assert len({end.call_id for end in told.ends}) == 10
    assert sum(end.attempts for end in told.ends) == 12


async def test_a_fan_out_that_is_left_abandons_what_waits(igpt_server: ScriptedServer, told: Told) -> None:
    igpt_server.reply("recall/ask", status=500, json={})
    async with igpt_server.client(hooks=told.hooks, backoff_base=60_000) as igpt:
        async with fan_out(igpt.recall.ask, ["When?"]) as outcomes:
            while not outcomes.waiting:  # noqa: ASYNC110 (nothing tells of it)
                await asyncio.sleep(0.001)
        assert told.kinds == ["AttemptStarted", "RetryScheduled", "CallEnded"]
        assert told.ends[0].abandoned


async def test_searches_for_all_and_waits_tell_of_each_call(igpt_server: ScriptedServer, told: Told) -> None:
    igpt_server.reply("recall/search", json={"results": [{"id": "1"}]})
    igpt_server.reply("datasources/list", json={"datasources": []})
    async with igpt_server.client(hooks=told.hooks) as igpt:
        assert [hit async for hit in igpt.recall.iter_search(query="x")]
        await igpt.datasources.wait()
    assert [end.route for end in told.ends] == ["recall/search", "datasources/list"]


def test_in_the_blocking_client_they_run_on_its_thread(igpt_server: ScriptedServer) -> None:
    threads: set[str] = set()
    ends: list[CallEnded] = []

    def end(event: CallEnded) -> None:
        threads.add(threading.current_thread().name)
        ends.append(event)

    async def end_async(event: CallEnded) -> None:
        await asyncio.sleep(0.01)
        end(event)

    igpt_server.reply("recall/ask", json=ANSWER)
    igpt_server.stream("recall/run", EVENTS)
    with igpt_server.blocking_client(hooks=[Hooks(on_end=end), Hooks(on_end=end_async)]) as igpt:
        igpt.recall.ask(input="When?")
        for _ in igpt.recall.run(input="When?", stream=True):
            break
    assert sorted((end.route, end.abandoned) for end in ends) == [
        ("recall/ask", False), ("recall/ask", False), ("recall/run", True), ("recall/run", True),
    ]  # fmt: skip
    assert threads == {"aigpt"}


async def test_a_view_has_its_clients_hooks_or_its_own_or_none(igpt_server: ScriptedServer, told: Told) -> None:
    own = Told()
    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(hooks=told.hooks) as igpt:
        await igpt.with_options(timeout=5).recall.ask(input="When?")
        assert (len(told.ends), len(own.ends)) == (1, 0)
        await igpt.with_options(hooks=own.hooks).recall.ask(input="When?")
        assert (len(told.ends), len(own.ends)) == (1, 1)
        await igpt.with_options(hooks=None).recall.ask(input="When?")
        await igpt.with_options(hooks=[]).recall.ask(input="When?")
        assert (len(told.ends), len(own.ends)) == (1, 1)


async def test_without_hooks_and_opentelemetry_a_call_has_no_observer(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(hooks=Hooks()) as igpt:
        call = igpt.recall._prepare_ask(input="When?")
        await igpt._sender.transport.call(call)
    assert "observer" not in vars(call)


# ── what they do does not matter ────────────────────────────────────────────────────────────────────────────────


def bad(how: str) -> Callable[[Any], object]:
    """Return a hook with SECRET in its exception."""

    def plain(_: object) -> None:
        raise LookupError("SECRET")

    async def later(_: object) -> None:
        await asyncio.sleep(0)
        raise LookupError("SECRET")

    def cancelled(_: object) -> None:
        raise asyncio.CancelledError

    async def cancels_itself(_: object) -> None:
        await asyncio.sleep(0)
        raise asyncio.CancelledError

    def wrong(_: object) -> object:
        return asyncio.get_running_loop().create_future()  # awaitable, and never done

    return {"raises": plain, "async": later, "cancels": cancelled, "itself": cancels_itself, "never": wrong}[how]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("raises", "LookupError"),
        ("async", "LookupError"),
        ("cancels", "CancelledError"),
        ("itself", "CancelledError"),
        ("never", "TimeoutError"),
    ],
)
async def test_what_a_hook_raises_is_logged_once_by_its_type(
    igpt_server: ScriptedServer,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    how: str,
    words: str,
) -> None:
    if how == "never":
        monkeypatch.setattr(hooks_module, "HOOK_SECONDS", 0.01)
    igpt_server.reply("recall/ask", status=503, json={}, times=2)
    igpt_server.reply("recall/ask", json=ANSWER)
    hooks = Hooks(**{kind: bad(how)})
    async with igpt_server.client(hooks=hooks, backoff_base=1) as igpt:
        assert (await igpt.recall.ask(input="SECRET?")).ok
        assert (await igpt.with_options(timeout=60).recall.ask(input="SECRET?")).ok
    (record,) = [record for record in caplog.records if record.name == "aigpt"]
    assert (record.levelname, record.exc_info) == ("WARNING", None)
    assert kind in record.getMessage()
    assert words in record.getMessage()
    assert "SECRET" not in caplog.text


async def test_a_call_does_not_wait_for_an_async_hook(igpt_server: ScriptedServer) -> None:
    go = asyncio.Event()
    done: list[str] = []

    async def slow(event: CallEnded) -> None:
        await go.wait()
        done.append(event.route)

    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(hooks=Hooks(on_end=slow)) as igpt:
        assert (await igpt.recall.ask(input="When?")).ok
        assert done == []
        go.set()
    assert done == ["recall/ask"]  # closing waits for it


async def test_closing_ends_async_hooks_that_do_not_end(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks_module, "CLOSE_SECONDS", 0.01)
    ended: list[bool] = []

    async def hang(_: object) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    igpt_server.reply("recall/ask", json=ANSWER)
    before = asyncio.all_tasks()
    async with igpt_server.client(hooks=Hooks(on_attempt=hang, on_end=hang)) as igpt:
        await asyncio.gather(*(igpt.recall.ask(input="When?") for _ in range(5)))
        assert len(asyncio.all_tasks() - before) == 10
    assert asyncio.all_tasks() == before
    assert len(ended) >= 5  # the others had not begun


async def test_closing_tells_async_hooks_of_the_calls_it_ends(igpt_server: ScriptedServer, told: Told) -> None:
    gate = Gate()
    seen: list[str | None] = []

    async def note(event: CallEnded) -> None:
        await asyncio.sleep(0)
        seen.append(event.error)

    igpt_server.stream("recall/ask", [gate])
    igpt = igpt_server.client(hooks=[told.hooks, Hooks(on_end=note)])
    calls = [asyncio.ensure_future(igpt.recall.ask(input="When?")) for _ in range(3)]
    assert await igpt_server.called(3)
    await igpt.close()
    gate.open()
    assert [end.error for end in told.ends] == seen == ["request_aborted"] * 3
    await asyncio.gather(*calls)
    await igpt.recall.ask(input="When?")  # by a closed client: plain hooks only
    assert (len(told.ends), len(seen)) == (4, 3)


async def test_async_hooks_of_a_client_that_was_closed_before_its_first_call_are_not_run(
    igpt_server: ScriptedServer, told: Told
) -> None:
    seen: list[CallEnded] = []

    async def note(event: CallEnded) -> None:
        seen.append(event)

    igpt = igpt_server.client(hooks=[told.hooks, Hooks(on_end=note)])
    await igpt.close()
    await igpt.recall.ask(input="When?")
    await asyncio.sleep(0)
    assert ([end.error for end in told.ends], seen) == (["request_aborted"], [])


async def test_a_hook_may_close_the_client(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=ANSWER)
    closed = asyncio.Event()

    async def close(_: object) -> None:
        await igpt.close()
        closed.set()

    igpt = igpt_server.client(hooks=Hooks(on_end=close))
    assert (await igpt.recall.ask(input="When?")).ok
    await asyncio.wait_for(closed.wait(), 30)


async def test_only_so_many_async_hooks_run_at_once(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(hooks_module, "MOST_RUNNING", 3)
    go = asyncio.Event()
    begun: list[object] = []

    async def slow(event: object) -> None:
        begun.append(event)
        await go.wait()

    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(hooks=Hooks(on_end=slow)) as igpt:
        await asyncio.gather(*(igpt.recall.ask(input="When?") for _ in range(10)))
        await asyncio.sleep(0)
        assert len(begun) == 3
        go.set()
    assert [record.levelname for record in caplog.records] == ["WARNING"]


async def test_hooks_see_the_callers_context_variables(igpt_server: ScriptedServer) -> None:
    from contextvars import ContextVar  # noqa: PLC0415 (only here)

    tenant: ContextVar[str] = ContextVar("tenant", default="nobody")
    seen: list[str] = []

    async def note(_: object) -> None:
        seen.append(tenant.get())

    async def work(name: str, igpt: AsyncIGPT) -> None:
        tenant.set(name)
        await igpt.recall.ask(input="When?")

    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(hooks=Hooks(on_end=note)) as igpt:
        await asyncio.gather(*(asyncio.ensure_future(work(name, igpt)) for name in ("a", "b")))
    assert sorted(seen) == ["a", "b"]


# ── the objects ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("given", [{"on_end": print}, print, "on_end", [print], ["x"], 1])
@pytest.mark.parametrize("client", [AsyncIGPT, IGPT])
def test_anything_else_is_refused(client: Any, given: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"hooks must be aigpt\.Hooks"):
        client("key", hooks=given)


@pytest.mark.parametrize("kind", KINDS)
def test_a_hook_has_to_be_callable(kind: str) -> None:
    for given in (0, "", "print"):
        with pytest.raises(ConfigurationError, match=kind):
            Hooks(**{kind: given})


def test_reprs_hold_no_secret_and_no_text_of_the_server() -> None:
    assert repr(Hooks(on_end=partial(print, "SECRET"))) == "<Hooks on_end>"
    retry = RetryScheduled(
        route="recall/ask", call_id="c", attempt=1, error="no mail of SECRET", status=200, request_id="q", wait=1.0,
        elapsed=2.0,
    )  # fmt: skip
    assert "SECRET" not in repr(retry)
    assert "RetryScheduled(route=recall/ask, call_id=c, attempt=1, " in repr(retry)
    assert retry.error == "no mail of SECRET"


def test_events_are_frozen_and_equal_by_value() -> None:
    event = AttemptStarted(route="recall/ask", call_id="c", attempt=1, elapsed=0.5)
    assert event == AttemptStarted(route="recall/ask", call_id="c", attempt=1, elapsed=0.5)
    with pytest.raises(AttributeError):
        event.attempt = 2  # type: ignore[misc]
    assert not hasattr(event, "__dict__")
