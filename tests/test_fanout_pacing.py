"""`rate=`: a number, "auto", or a pacer of one's own; and the rate at which calls resume after a pause."""

import asyncio
import math
import random
from bisect import bisect_left
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated_servers import SimulatedServer, TokenBucket, VirtualLoop, Window, for_seconds, run, simulated

from aigpt import ConfigurationError, FanOut, Pacer, fan_out
from aigpt._fanout.adaptive_rate import AdaptiveRate
from aigpt._fanout.pacing import FixedRate
from aigpt.testing import ScriptedServer

Late = Callable[[random.Random], float]


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 (a simulation)


def most_in_a_second(begun: list[float]) -> int:
    return max(bisect_left(begun, moment + 1.0) - number for number, moment in enumerate(begun))


def fewest_in(seconds: int, begun: list[float], until: int) -> int:
    return min(bisect_left(begun, start + seconds) - bisect_left(begun, start) for start in range(until - seconds))


# ── a number ────────────────────────────────────────────────────────────────────────────────────────────────────


def paced(pacer: FixedRate, late: Late, seconds: float) -> list[float]:
    """Return the moments at which calls begin, of which there are enough, on a loop that wakes up late."""
    chance, now, begun = seeded(1), 0.0, []
    while now < seconds:
        if wait := pacer.wait(now):
            now += wait + late(chance)
        else:
            pacer.begun(now)
            begun.append(now)
    return begun


LATE: dict[str, Late] = {
    "never": lambda _: 0.0,
    "by a millisecond": lambda chance: chance.uniform(0, 0.001),
    "by up to 50 ms": lambda chance: chance.uniform(0, 0.05),
    "by up to 200 ms": lambda chance: chance.uniform(0, 0.2),
    "seldom by 200 ms": lambda chance: 0.2 if chance.random() < 0.03 else 0.001,
}


@pytest.mark.parametrize("late", LATE.values(), ids=LATE.keys())
@pytest.mark.parametrize("rate", [0.2, 0.7, 1.0, 3.3, 7, 20, 50, 120, 200, 333.3, 600, 1500])
def test_a_rate_is_kept_from_above_and_from_below_however_late_the_loop_wakes_up(rate: float, late: Late) -> None:
    begun = paced(FixedRate(rate, 0.0), late, 45.0)
    assert most_in_a_second(begun) <= 1.05 * rate + 1
    assert fewest_in(20, begun, 45) >= math.floor(0.95 * rate * 20)


@given(
    rate=st.floats(0.1, 400),
    latest=st.floats(0, 0.2),
    demands=st.lists(st.tuples(st.integers(1, 500), st.floats(0, 3), st.booleans()), max_size=12),
    seed=st.integers(),
)
def test_no_second_has_more_than_the_bound_whatever_there_is_to_do(
    rate: float, latest: float, demands: list[tuple[int, float, bool]], seed: int
) -> None:
    """Bursts of calls, and between them nothing to do, or a pause."""
    chance, now, begun = seeded(seed), 0.0, [0.0]
    pacer = FixedRate(rate, 0.0)
    pacer.begun(0.0)
    for number, gap, is_pause in demands:
        for _ in range(number):
            if wait := pacer.wait(now):
                now += wait + chance.uniform(0, latest)
            else:
                pacer.begun(now)
                begun.append(now)
        if is_pause:
            pacer.pause(now + gap)
        now += gap
    assert most_in_a_second(begun) <= 1.05 * rate + 1


def test_a_pause_and_a_time_without_work_are_not_made_up_for() -> None:
    pacer = FixedRate(100, 0.0)
    assert len(paced(pacer, LATE["never"], 1.0)) in {100, 101}
    pacer.pause(5.0)
    for moment, most in ((5.0, 1), (9.0, 5)):  # after the pause, and after four seconds without work
        begun = 0
        while not pacer.wait(moment):
            pacer.begun(moment)
            begun += 1
        assert begun == most
        assert pacer.wait(moment + 0.01) == 0  # woken, but there is nothing to begin
    pacer.pause(12.0)
    assert pacer.wait(11.0) == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize(("rate", "latest"), [(200, 0.005), (200, 0.1), (600, 0.005), (600, 0.1)])
def test_a_fan_out_keeps_its_rate_on_a_loaded_machine_retries_included(rate: int, latest: float) -> None:
    chance = seeded(3)
    server = TokenBucket(10_000, 10_000, service=0.05)
    accepts = server.accepts
    server.accepts = lambda now: accepts(now) and chance.random() < 0.9  # type: ignore[method-assign]

    async def main() -> FanOut[str, Any]:
        outcomes = simulated(server, concurrency=500, rate=rate)
        await for_seconds(outcomes, 21)
        return outcomes

    outcomes = run(main(), lambda: chance.uniform(0, latest))
    assert most_in_a_second(server.begun) <= 1.05 * rate + 1
    assert 0.95 * rate * 20 <= bisect_left(server.begun, 20.0) <= rate * 20 + 1
    assert len(server.begun) - len(server.accepted) > 0.05 * rate * 20
    assert outcomes.summary.ok > 0.8 * rate * 20


def test_pacing_needs_one_timer() -> None:
    async def main() -> int:
        most = 0
        outcomes = simulated(TokenBucket(1e6, 1e6, service=0.0, round_trip=0.0), 300, rate=100)
        loop: Any = asyncio.get_running_loop()
        async with outcomes:
            async for _ in outcomes:
                most = max(most, sum(not timer.cancelled() for timer in loop._scheduled))
        return most

    assert run(main()) == 1


async def test_a_slow_rate_leaves_no_timer_behind() -> None:
    async def method(input: str) -> None: ...

    loop: Any = asyncio.get_running_loop()
    before = {timer for timer in loop._scheduled if not timer.cancelled()}
    async with fan_out(method, ["a", "b"], rate=0.001) as outcomes:
        await anext(outcomes)
    assert {timer for timer in loop._scheduled if not timer.cancelled()} <= before


# ── after a Retry-After ─────────────────────────────────────────────────────────────────────────────────────────


def six_hundred(server: SimulatedServer, **options: Any) -> tuple[float, float]:
    """Return the seconds that 600 calls take, and the share of them that is refused twice."""

    async def main() -> float:
        outcomes = simulated(server, 600, max_retries=5, **options)
        async with outcomes:
            assert all([outcome.ok async for outcome in outcomes])
        return asyncio.get_running_loop().time()

    seconds = run(main())
    return seconds, sum(number > 1 for number in server.refusals.values()) / 600


@pytest.mark.parametrize("concurrency", [8, 32, 100])
@pytest.mark.parametrize("retry_after", [1.0, 0.05])
@pytest.mark.parametrize("burst", [20, 60])
def test_calls_resume_at_the_rate_that_the_server_took(burst: int, retry_after: float, concurrency: int) -> None:
    server = TokenBucket(20, burst, retry_after=retry_after)
    seconds, refused_twice = six_hundred(server, concurrency=concurrency)
    assert seconds <= 33
    assert refused_twice < 0.1


def test_a_rate_above_what_the_server_takes_is_lowered_too() -> None:
    seconds, refused_twice = six_hundred(TokenBucket(20, 20, retry_after=1.0), rate=50)
    assert seconds <= 33
    assert refused_twice < 0.1


def test_one_slip_of_the_server_does_not_slow_a_run_down_for_long() -> None:
    server = TokenBucket(1e6, 1e6, retry_after=2.0)
    accepts = server.accepts
    server.accepts = lambda now: accepts(now) and len(server.begun) != 10  # type: ignore[method-assign]
    seconds, _ = six_hundred(server)
    assert seconds < 20  # the pause, a few seconds of few calls, and doubling


def test_a_quota_of_a_minute_is_used_without_a_flood_of_refusals() -> None:
    server = Window(60, 60.0, retry_after=20.0)

    async def main() -> None:
        await for_seconds(simulated(server, concurrency=32), 600)

    run(main())
    assert len(server.accepted) >= 0.9 * 600
    assert server.refused_share < 0.15


def test_paused_counts_down_and_several_answers_do_not_add_up() -> None:
    server = TokenBucket(5, 5, retry_after=10.0)
    seen: list[float] = []

    async def main() -> None:
        outcomes = simulated(server, 40, concurrency=32)

        async def watch() -> None:
            for _ in range(20):
                await asyncio.sleep(1)
                seen.append(outcomes.paused)

        async with asyncio.TaskGroup() as group:
            group.create_task(watch())
            await for_seconds(outcomes, 20)

    run(main())
    assert 9 < seen[0] <= 11.01
    assert all(earlier - later == pytest.approx(1) for earlier, later in pairwise(seen[:8]))
    assert server.begun[32] == pytest.approx(seen[0] + 1, abs=0.5)


# ── "auto" ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "make",
    [
        lambda: TokenBucket(200, 200),
        lambda: TokenBucket(200, 20),
        lambda: TokenBucket(200, 200, retry_after=1.0),
        lambda: TokenBucket(200, 50, retry_after=0.3),
        lambda: TokenBucket(200, 200, retry_after=1.0, service=1.0),
        lambda: TokenBucket(50, 50, retry_after=1.0),
        lambda: Window(200),
        lambda: Window(200, retry_after=0.05),
    ],
    ids=["burst", "small burst", "pauses", "short pauses", "slow calls", "50/s", "per second", "per second, pauses"],
)
def test_auto_uses_what_an_unknown_server_takes(make: Callable[[], SimulatedServer]) -> None:
    server = make()
    most = server.number if isinstance(server, Window) else server.rate  # type: ignore[attr-defined]
    run(for_seconds(simulated(server, concurrency=500, rate="auto"), 30))
    assert len(server.accepted) >= 0.85 * most * 30
    assert server.refused_share < 0.03


@pytest.mark.parametrize("clients", [2, 3])
def test_auto_shares_a_server_with_others(clients: int) -> None:
    server = TokenBucket(200, 200)

    async def main() -> list[int]:
        runs = [simulated(server, concurrency=200, rate="auto", seed=seed) for seed in range(clients)]
        await asyncio.gather(*(for_seconds(outcomes, 40) for outcomes in runs))
        return [outcomes.summary.ok for outcomes in runs]

    shares = run(main())
    assert sum(shares) >= 0.85 * 200 * 40
    assert min(shares) >= 0.25 * max(shares)
    assert server.refused_share < 0.05


@pytest.mark.parametrize(("before", "after"), [(200, 60), (60, 200)])
def test_auto_follows_a_server_that_changes(before: int, after: int) -> None:
    server = TokenBucket(before, 50)

    async def main() -> None:
        asyncio.get_running_loop().call_later(30, setattr, server, "rate", after)
        await for_seconds(simulated(server, concurrency=500, rate="auto"), 60)

    run(main())
    late = sum(moment > 50 for moment in server.accepted)
    assert late >= 0.85 * after * 10


def test_auto_does_not_grow_while_it_is_not_what_holds_calls_back() -> None:
    rate = AdaptiveRate(10.0, 0.0)
    for number in range(100):
        assert rate.wait(number) == 0
        rate.begun(number)
        rate.succeeded(number, number + 0.1)
    assert rate.rate == 10


def test_a_rate_never_falls_to_nothing() -> None:
    rate = AdaptiveRate(10.0, 0.0)
    now = 0.0
    for _ in range(500):
        while wait := rate.wait(now):
            now += wait
        rate.begun(now)
        rate.pushed_back(now, now + 0.01, now + 0.01)
        now += 0.01
    assert 0 < rate.rate < 0.5
    assert now < 6000


# ── a pacer of one's own ────────────────────────────────────────────────────────────────────────────────────────


class Spaced:
    """Lets a call begin each tenth of a second."""

    def __init__(self) -> None:
        self.acquired = 0
        self.told: list[float | None] = []
        self._next = 0.0

    async def acquire(self) -> None:
        self.acquired += 1
        loop = asyncio.get_running_loop()
        self._next = max(self._next + 0.1, loop.time())
        await asyncio.sleep(self._next - loop.time())

    def pushed_back(self, retry_after: float | None) -> None:
        self.told.append(retry_after)


def test_a_pacer_is_asked_before_each_attempt_and_told_of_push_backs() -> None:
    pacer, server = Spaced(), TokenBucket(5, 1, retry_after=0.3)
    six_hundred(server, rate=pacer, concurrency=4)
    assert isinstance(pacer, Pacer)
    assert len(server.begun) <= pacer.acquired <= len(server.begun) + 1
    assert pacer.told == [0.3] * (len(server.begun) - 600)
    assert most_in_a_second(server.begun) <= 12  # one was acquired before a pause


def test_fan_outs_may_share_a_pacer() -> None:
    pacer, server = Spaced(), TokenBucket(1000, 1000)

    async def main() -> None:
        runs = [simulated(server, 50, rate=pacer) for _ in range(3)]
        await asyncio.gather(*(for_seconds(outcomes, 60) for outcomes in runs))
        assert [outcomes.summary.ok for outcomes in runs] == [50, 50, 50]

    run(main())
    assert server.begun[-1] - server.begun[0] == pytest.approx(14.9)


def test_a_pacer_is_not_asked_while_there_is_no_call_to_begin() -> None:
    """Of a rate that is shared, what idle fan-outs had got would all be used in the moment when there is a call."""
    pacer, server = Spaced(), TokenBucket(1000, 1000)
    asked: list[int] = []

    async def items() -> AsyncIterator[str]:
        for number in range(4):
            await asyncio.sleep(5)
            asked.append(pacer.acquired)
            yield str(number)

    async def main() -> None:
        async def ask(name: str) -> None:
            await server.call(name)

        async with fan_out(ask, items(), rate=pacer) as outcomes:
            assert len([outcome async for outcome in outcomes]) == 4

    run(main())
    assert asked == [0, 1, 2, 3]
    assert pacer.acquired == 4


class Broken(Spaced):
    def __init__(self, error: BaseException, *, when: str) -> None:
        super().__init__()
        self.error, self.when = error, when

    async def acquire(self) -> None:
        if self.when == "acquire" and self.acquired:
            raise self.error
        await super().acquire()

    def pushed_back(self, retry_after: float | None) -> None:
        if self.when == "pushed_back":
            raise self.error
        super().pushed_back(retry_after)


@pytest.mark.parametrize("when", ["acquire", "pushed_back"])
async def test_an_exception_of_the_pacer_ends_the_run_and_is_raised(igpt_server: ScriptedServer, when: str) -> None:
    igpt_server.reply("recall/ask", status=429, headers={"retry-after-ms": "1"}, times=1)
    igpt_server.reply("recall/ask", json={"output": "."})
    pacer = Broken(KeyError("redis is down"), when=when)
    async with (
        igpt_server.client(backoff_base=1) as igpt,
        fan_out(igpt.recall.ask, ["a", "b", "c"], rate=pacer) as outcomes,
    ):
        with pytest.raises(KeyError, match="redis is down") as raised:
            _ = [outcome async for outcome in outcomes]
    assert raised.value.__notes__ == ["The pacer given as rate= raised this; it ended the fan-out."]
    assert outcomes.summary.stopped == "KeyError"


async def test_a_pacer_whose_acquire_is_cancelled_does_not_hang_the_run() -> None:
    async def method(input: str) -> None: ...

    async with fan_out(method, ["a", "b"], rate=Broken(asyncio.CancelledError(), when="acquire")) as outcomes:
        with pytest.raises(RuntimeError, match="acquire\\(\\) was cancelled"):
            _ = [outcome async for outcome in outcomes]


async def test_leaving_early_ends_the_wait_for_the_pacer() -> None:
    cancelled = asyncio.Event()

    class Never(Spaced):
        async def acquire(self) -> None:
            try:
                await asyncio.Event().wait()
            finally:
                cancelled.set()

    async def method(input: str) -> None: ...

    async with fan_out(method, ["a"], rate=Never()):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    assert cancelled.is_set()


@pytest.mark.parametrize("rate", [0, -1, True, math.inf, math.nan, "fast", "5", object(), [1]])
def test_what_is_no_rate_is_refused_at_once(rate: Any) -> None:
    async def method(input: str) -> None: ...

    with pytest.raises(
        ConfigurationError, match=r'^rate must be a number .* above 0, "auto", or an object with async acquire'
    ):
        fan_out(method, ["a"], rate=rate)


def test_the_virtual_clock_says_so_where_nothing_will_happen() -> None:
    loop = VirtualLoop()
    try:
        with pytest.raises(RuntimeError, match="will not happen"):
            loop.run_until_complete(loop.create_future())
    finally:
        loop.close()
