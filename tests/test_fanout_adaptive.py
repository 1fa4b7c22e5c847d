"""`Adaptive`: doubles, goes back to what the server accepted, holds that for a while, and probes beyond."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated_servers import Semaphore, for_seconds, run, simulated

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


def succeed(limit: AdaptiveLimit, clock: Clock, rounds: int = 1) -> None:
    for _ in range(rounds):
        clock.now += 1
        mark = limit.begun()
        for _ in range(limit.now):
            limit.succeeded(mark, limit.now)


def refuse(limit: AdaptiveLimit, clock: Clock, number: int = 1) -> None:
    """Push back so many calls that were under way together."""
    clock.now += 1
    mark = limit.begun()
    clock.now += 1
    for _ in range(number):
        limit.pushed_back(mark)


def test_until_it_first_meets_resistance_it_doubles_each_round() -> None:
    limit, clock = started()
    seen = []
    for _ in range(9):
        seen.append(limit.now)
        succeed(limit, clock)
    assert seen == [1, 2, 4, 8, 16, 32, 64, 128, 256]
    assert limit.now == 256


def test_while_no_call_has_come_back_time_doubles_it_up_to_32() -> None:
    limit, clock = started()
    seen = []
    while limit.ramp(limit.now):
        seen.append(limit.now)
    assert seen == [2, 4, 8, 16, 32]
    limit, clock = started(minimum=4)
    assert limit.ramp(3)  # it is not what holds the calls back
    assert limit.now == 4
    refuse(limit, clock)
    assert not limit.ramp(limit.now)
    limit, clock = started(maximum=6)
    assert [limit.ramp(limit.now) for _ in range(4)]
    assert limit.now == 6


def test_each_push_back_takes_one_off_down_to_what_the_server_accepted() -> None:
    limit, clock = started()
    succeed(limit, clock, 6)
    assert limit.now == 64
    refuse(limit, clock, 14)
    assert limit.now == 50


def test_push_backs_of_one_round_take_off_no_more_than_half() -> None:
    limit, clock = started()
    succeed(limit, clock, 6)
    refuse(limit, clock, 64)
    assert limit.now == 32
    refuse(limit, clock, 32)
    assert limit.now == 16
    limit, clock = started(minimum=40)
    refuse(limit, clock, 40)
    assert limit.now == 40  # never below the minimum


def test_it_holds_where_it_met_resistance_then_probes_by_steps_that_grow() -> None:
    limit, clock = started()
    succeed(limit, clock, 5)
    refuse(limit, clock, 12)
    seen = []
    for _ in range(8):
        seen.append(limit.now)
        succeed(limit, clock)
    assert seen == [20, 20, 20, 20, 21, 25, 41, 82]


def test_a_probe_that_fails_at_the_same_number_doubles_the_hold() -> None:
    limit, clock = started()
    succeed(limit, clock, 5)
    refuse(limit, clock, 12)
    held = []
    for _ in range(6):
        rounds = 0
        while limit.now == 20:
            succeed(limit, clock)
            rounds += 1
        held.append(rounds)
        refuse(limit, clock)
        assert limit.now == 20
    assert held == [4, 7, 13, 26, 26, 26]


def test_push_backs_while_it_holds_give_way_to_others() -> None:
    """A tenth, so that a client that came later gets its share of a server that is full."""
    limit, clock = started()
    succeed(limit, clock, 6)
    refuse(limit, clock, 14)
    refuse(limit, clock)
    assert limit.now == 49  # there was no success since
    succeed(limit, clock)
    refuse(limit, clock)
    assert limit.now == 45


def test_it_does_not_grow_while_it_is_not_what_holds_the_calls_back() -> None:
    limit, _ = started(minimum=4)
    for _ in range(100):
        limit.succeeded(limit.begun(), 3)
    assert limit.now == 4


@given(st.lists(st.sampled_from(["ok", "no", "late no"]), max_size=300), st.integers(1, 20), st.integers(0, 50))
def test_it_stays_within_its_bounds(events: list[str], minimum: int, more: int) -> None:
    limit, clock = started(minimum, minimum + more)
    old = limit.begun()
    for event in events:
        clock.now += 1
        before = limit.now
        if event == "ok":
            limit.succeeded(limit.begun(), limit.now)
            assert limit.now >= before
        else:
            limit.pushed_back(limit.begun() if event == "no" else old)
            assert before // 2 <= limit.now <= before
        assert minimum <= limit.now <= minimum + more


# ── against simulated servers ───────────────────────────────────────────────────────────────────────────────────


def served(
    capacity: int, service: float, concurrency: int = 0, *, clients: int = 1, later: int = 0, seconds: float = 20
) -> tuple[Semaphore, list[int]]:
    """Run for so many *seconds* against a server that takes *capacity* calls at once, *later* in the second half."""
    server = Semaphore(capacity, service)

    async def main() -> list[int]:
        loop = asyncio.get_running_loop()
        if later:
            loop.call_later(seconds / 2, setattr, server, "capacity", later)
        width = concurrency or Adaptive(1, 500, loop.time)
        runs = [simulated(server, concurrency=width, seed=seed) for seed in range(clients)]
        await asyncio.gather(*(for_seconds(outcomes, seconds) for outcomes in runs))
        return [outcomes.summary.ok for outcomes in runs]

    return server, run(main())


@pytest.mark.parametrize(
    ("capacity", "service"),
    [
        (50, 0.02),
        (50, 0.1),
        (50, 0.5),
        (50, 2.0),
        (5, 0.005),
        (5, 0.1),
        (20, 0.05),
        (20, 0.5),
        (150, 0.2),
        (150, 0.5),
        (400, 0.1),
    ],
)
def test_it_reaches_nine_tenths_of_the_best_fixed_number(capacity: int, service: float) -> None:
    # Three hundred rounds, or so many calls, show as much in less time.
    seconds = 8 if service < 0.025 else 12 if capacity / service > 2000 else 20
    server, _ = served(capacity, service, seconds=seconds)
    best = capacity * (seconds // (service + 0.002))  # whole rounds
    assert server.served >= 0.9 * best
    assert server.refused_share < 0.03


@pytest.mark.parametrize(("capacity", "service", "clients"), [(50, 0.1, 2), (150, 0.2, 2), (50, 0.1, 3), (20, 0.2, 3)])
def test_clients_that_share_a_server_use_nine_tenths_of_it(capacity: int, service: float, clients: int) -> None:
    server, shares = served(capacity, service, clients=clients)
    best, _ = served(capacity, service, capacity)
    assert server.served >= 0.9 * best.served
    assert server.refused_share < 0.03
    assert min(shares) > 0.2 * max(shares)


@pytest.mark.parametrize(("capacity", "later"), [(50, 150), (150, 50), (20, 5)])
def test_it_follows_a_capacity_that_changes(capacity: int, later: int) -> None:
    server, _ = served(capacity, 0.1, later=later)
    most = (capacity + later) / 2 * 20 / 0.102
    assert server.served >= 0.9 * most
    assert server.refused_share < 0.03


def test_a_server_that_refuses_everything_is_not_flooded() -> None:
    """At its minimum only retries begin, each after its wait, until one succeeds."""
    server, _ = served(0, 0.1, later=20)
    refused_at_first = sum(moment < 10 for moment in server.begun)
    assert refused_at_first < 50
    assert server.served > 0.7 * 10 * 20 / 0.102


async def test_refusals_without_retries_end_all_the_same() -> None:
    async with fan_out(Capped(0, TimeoutError()), (str(i) for i in range(50)), concurrency=Adaptive(1, 8)) as outcomes:
        assert [outcome.error async for outcome in outcomes] == ["TimeoutError"] * 50


def test_push_backs_at_the_floor_of_a_round_do_not_put_the_next_round_off() -> None:
    limit, clock = started()
    succeed(limit, clock, 6)
    refuse(limit, clock, 40)
    assert limit.now == 32
    clock.now += 1
    mark, old = limit.begun(), 0.0
    clock.now += 1
    limit.pushed_back(old)  # of the round before
    assert limit.now == 32
    limit.pushed_back(mark)
    assert limit.now == 31


def test_slow_calls_do_not_make_a_slow_start() -> None:
    """The first call comes back after two seconds; by then a server that refuses nobody is used by 32."""
    server, _ = served(400, 2.0, seconds=1.9)
    assert server.under_way == 0
    assert 32 <= len(server.accepted) <= 40


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


async def test_a_429_on_the_wire_takes_one_off(igpt_server: ScriptedServer) -> None:
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
