"""`Adaptive`: doubles, is halved once a round, grows by one, and stays a while where it met resistance."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt import Adaptive, ConfigurationError, RateLimitError, fan_out
from aigpt._fanout.adaptive import AdaptiveLimit
from aigpt.testing import ScriptedServer


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def started(minimum: int = 1, maximum: int = 256) -> tuple[AdaptiveLimit, Clock]:
    clock = Clock()
    return AdaptiveLimit(Adaptive(minimum, maximum, clock)), clock


def succeed(limit: AdaptiveLimit, rounds: int = 1) -> None:
    for _ in range(rounds):
        for _ in range(limit.now):
            limit.succeeded(limit.now)


def cut(limit: AdaptiveLimit, clock: Clock) -> None:
    clock.now += 1
    mark = limit.begun()
    clock.now += 1
    limit.pushed_back(mark)
    clock.now += 1


def test_until_it_first_meets_resistance_it_doubles_each_round() -> None:
    limit, _ = started()
    seen = []
    for _ in range(9):
        seen.append(limit.now)
        succeed(limit)
    assert seen == [1, 2, 4, 8, 16, 32, 64, 128, 256]
    assert limit.now == 256


def test_it_is_halved_and_then_grows_by_one_a_round() -> None:
    limit, clock = started(minimum=40)
    cut(limit, clock)
    assert limit.now == 40  # never below the minimum
    limit, clock = started()
    succeed(limit, 5)
    cut(limit, clock)
    seen = []
    for _ in range(5):
        seen.append(limit.now)
        succeed(limit)
    assert seen == [16, 17, 18, 19, 20]


def test_it_is_halved_at_most_once_a_round() -> None:
    limit, clock = started()
    succeed(limit, 5)
    marks = []
    for _ in range(32):
        clock.now += 0.001
        marks.append(limit.begun())
    clock.now = 1.0
    for mark in marks:
        limit.pushed_back(mark)
    assert limit.now == 16
    clock.now = 2.0
    limit.pushed_back(limit.begun())
    assert limit.now == 8


def test_it_stays_where_it_met_resistance_before_it_goes_beyond() -> None:
    limit, clock = started()
    succeed(limit, 3)
    assert limit.now == 8
    cut(limit, clock)
    succeed(limit, 3)
    assert limit.now == 7
    succeed(limit, 16)
    assert limit.now == 7
    succeed(limit)
    assert limit.now == 8
    cut(limit, clock)  # as before: it asks less often now
    succeed(limit, 3 + 32)
    assert limit.now == 7
    succeed(limit)
    assert limit.now == 8
    succeed(limit, 5)
    assert limit.now == 13  # the server takes more than it did


def test_it_does_not_grow_while_it_is_not_what_holds_the_calls_back() -> None:
    limit, _ = started(minimum=4)
    for _ in range(100):
        limit.succeeded(3)
    assert limit.now == 4


@given(st.lists(st.sampled_from(["ok", "no", "late no"]), max_size=300), st.integers(1, 20), st.integers(0, 50))
def test_it_stays_within_its_bounds(events: list[str], minimum: int, more: int) -> None:
    limit, clock = started(minimum, minimum + more)
    old = limit.begun()
    for event in events:
        clock.now += 1
        before = limit.now
        if event == "ok":
            limit.succeeded(limit.now)
            assert before <= limit.now <= before + 1
        else:
            limit.pushed_back(limit.begun() if event == "no" else old)
            assert limit.now in {before, max(before // 2, minimum)}
        assert minimum <= limit.now <= minimum + more


@pytest.mark.parametrize(("minimum", "maximum"), [(0, 5), (5, 4), (1, "9"), (True, 3)])
def test_limits_out_of_order_are_named(minimum: Any, maximum: Any) -> None:
    with pytest.raises(ConfigurationError, match="imum of Adaptive must"):
        Adaptive(minimum, maximum)


class Capped:
    """A server in miniature: above so many at once it says 429, by its reply's status or by raising."""

    def __init__(self, cap: int, error: Exception) -> None:
        self.cap = cap
        self.error = error
        self.running = self.refused = self.served = 0

    async def __call__(self, _item: str, /) -> None:
        self.running += 1
        try:
            if self.running > self.cap:
                self.refused += 1
                raise self.error
            await asyncio.sleep(0.001)
            self.served += 1
        finally:
            self.running -= 1


@pytest.mark.parametrize("error", [RateLimitError("no", code="network_error"), TimeoutError()])
async def test_it_finds_what_the_callable_takes(error: Exception) -> None:
    if isinstance(error, RateLimitError):
        from aigpt import Reply  # noqa: PLC0415 (only here)

        error.reply = Reply()
        error.reply.status = 429
    server = Capped(20, error)
    async with fan_out(server, (str(i) for i in range(8000)), concurrency=Adaptive(1, 500)) as outcomes:
        widths = [outcomes.in_flight async for _ in outcomes]
    assert server.refused < 0.03 * 8000
    assert sum(widths[1000:]) / len(widths[1000:]) > 15


async def test_a_429_on_the_wire_halves_it(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": "."}, times=100)
    igpt_server.reply("recall/ask", status=429, times=1)
    igpt_server.reply("recall/ask", json={"output": "."})
    async with igpt_server.client(backoff_base=1) as igpt:
        items = (str(i) for i in range(140))
        async with fan_out(igpt.recall.ask, items, concurrency=Adaptive(1, 64)) as outcomes:
            async for outcome in outcomes:
                assert outcome.ok
        assert outcomes._limit.now < 64
    assert outcomes.summary.retries == 1
