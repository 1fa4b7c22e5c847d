"""The keeper of a cluster's rate, under a clock of the test's own, and the pacer that asks it."""

import asyncio
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import pytest
from simulated_servers import run

from aigpt import fan_out
from aigpt._fanout.pacing import Pacer
from aigpt.bulk.lease_keeper import AHEAD, LATE, Keeper, Lease
from aigpt.bulk.leased_pacer import LeasedPacer


class Worker:
    """A worker of a simulation: asks when half of its slots are left, and begins calls at most `LATE` after theirs."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.slots: list[float] = []
        self.leased = 1
        self.used = self.dropped = 0
        self.waits_until = 0.0
        self.told: list[float | None] = []

    def act(self, keeper: Keeper, now: float, *, stands_still: bool) -> list[float]:
        """Return the moments at which calls begin."""
        if stands_still:
            return []
        begun: list[float] = []
        while self.slots and self.slots[0] <= now:
            late = now - self.slots.pop(0)
            if late <= LATE:
                begun.append(now)
                self.used += 1
            else:
                self.dropped += 1
        if len(self.slots) <= self.leased // 2 and now >= self.waits_until:
            lease = keeper.lease(now, self.name, self.used, self.dropped, self.told)
            self.used, self.dropped, self.told = 0, 0, []
            self.slots = [slot for slot in self.slots if slot >= lease.paused_until]
            self.slots += [lease.first + number * lease.step for number in range(lease.number)]
            self.leased = lease.number or self.leased
            self.waits_until = now + lease.wait
        return begun


def simulate(
    keeper: Keeper, workers: Sequence[Worker], until: float, *, start: float = 0.0, stalls: float = 0.0
) -> list[float]:
    begun: list[float] = []
    random = Random(1)  # noqa: S311 (the same each time)
    still: dict[str, float] = {}
    for tick in range(int((until - start) * 1000)):
        now = start + tick / 1000
        for worker in workers:
            if random.random() < stalls / 1000:
                still[worker.name] = now + random.uniform(0, 0.3)
            begun += worker.act(keeper, now, stands_still=now < still.get(worker.name, 0.0))
    return begun


def most_in_a_second(begun: list[float]) -> int:
    return max(bisect_left(begun, at + 1.0) - index for index, at in enumerate(begun))


@pytest.mark.parametrize("rate", [0.7, 3, 50, 333, 2000])
@pytest.mark.parametrize("number", [1, 3, 40])
@pytest.mark.parametrize("stalls", [0.0, 0.5])
def test_no_second_has_more_than_the_rate_and_no_worker_is_starved(rate: float, number: int, stalls: float) -> None:
    keeper = Keeper(rate, 0.0)
    workers = [Worker(str(index)) for index in range(number)]
    seconds = 22 if rate * number < 2000 else 6
    begun = simulate(keeper, workers, seconds, stalls=stalls)
    assert most_in_a_second(begun) <= 1.05 * rate + 1
    used = len([at for at in begun if at > 1]) / (rate * (seconds - 1))
    assert used > (0.95 if not stalls else 0.75) - 2 / (rate * seconds)


def test_a_keeper_that_follows_another_begins_after_what_that_one_leased() -> None:
    workers = [Worker(str(index)) for index in range(4)]
    begun = simulate(Keeper(100, 0.0), workers, 5)
    begun += simulate(Keeper(100, 5.0), workers, 10, start=5.0)
    assert most_in_a_second(sorted(begun)) <= 106
    assert max(later - one for one, later in pairwise(begun)) < AHEAD + 0.3


def test_a_retry_after_seen_by_one_makes_all_wait() -> None:
    keeper = Keeper(100, 0.0)
    workers = [Worker(str(index)) for index in range(4)]
    simulate(keeper, workers, 5)
    workers[0].told = [3.0]
    begun = simulate(keeper, workers, 12, start=5.0)
    quiet = [at for at in begun if 5.3 < at < 8.0]
    assert quiet == []
    assert len([at for at in begun if 8.5 <= at < 11.5]) >= 285


def found(seconds: int, limits: Callable[[float], float], latency: float) -> tuple[list[float], list[float]]:
    """Return when calls were accepted and refused, of three workers without a rate of their own.

    The server takes so many in any second, and says *latency* seconds later that it has refused one.
    """
    keeper = Keeper(None, 0.0)
    workers = [Worker(str(index)) for index in range(3)]
    accepted: list[float] = []
    refused: list[float] = []
    told: deque[tuple[float, Worker]] = deque()
    for tick in range(seconds * 1000):
        now = tick / 1000
        while told and told[0][0] <= now:
            told.popleft()[1].told.append(None)
        for worker in workers:
            for at in worker.act(keeper, now, stands_still=False):
                if len(accepted) - bisect_left(accepted, at - 1) < limits(at):
                    accepted.append(at)
                else:
                    refused.append(at)
                    told.append((now + latency, worker))
    return accepted, refused


def share(times: list[float], since: float, of: float) -> float:
    return len([at for at in times if at >= since]) / of


@pytest.mark.parametrize("latency", [0.0, 0.05, 0.15])
@pytest.mark.parametrize("limit", [50, 200, 1000])
def test_a_rate_of_its_own_finds_what_the_server_takes(limit: int, latency: float) -> None:
    accepted, refused = found(30, lambda _: limit, latency)
    assert share(accepted, 10, limit * 20) > 0.9
    assert len(refused) / (len(refused) + len(accepted)) < 0.03


def test_a_rate_of_its_own_is_near_the_limit_within_seconds() -> None:
    accepted, _ = found(30, lambda _: 200, 0.05)
    assert share(accepted, 0, 200 * 30) > 0.85


def test_refusals_that_take_half_a_second_cost_little_once_the_limit_is_found() -> None:
    accepted, refused = found(30, lambda _: 200, 0.5)
    assert share(accepted, 10, 200 * 20) > 0.85
    assert len([at for at in refused if at > 10]) < 0.03 * len([at for at in accepted if at > 10])


@pytest.mark.parametrize(("before", "after"), [(200, 100), (20, 200)])
def test_a_limit_that_changes_is_found_again(before: int, after: int) -> None:
    accepted, refused = found(40, lambda at: before if at < 10 else after, 0.05)
    assert share(accepted, 25, after * 15) > 0.85
    assert len([at for at in refused if at > 10]) < 0.08 * len([at for at in accepted if at > 10])


def test_a_wave_of_refusals_cuts_once() -> None:
    keeper = Keeper(None, 0.0)
    keeper.lease(5.0, "a", 0, 0)
    before = keeper.rate
    for number in range(50):
        keeper.lease(5.0 + number / 100, "a", 0, 0, [None])
    assert keeper.rate == before / 2


@pytest.mark.parametrize("refused", [[], [None]])
def test_a_rate_that_is_not_used_does_not_grow(refused: list[float | None]) -> None:
    """Two calls at a time, of a tenth of a second each, want 20 slots a second, of a server that takes any number."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        keeper = Keeper(None, loop.time())
        rates: list[float] = []

        async def ask(used: int, dropped: int, pushed_back: Sequence[float | None]) -> Lease:
            rates.append(keeper.rate)
            return keeper.lease(loop.time(), "a", used, dropped, pushed_back)

        async def call(text: str) -> None:
            await asyncio.sleep(0.1)

        pacer = LeasedPacer(ask)
        async with fan_out(call, ["?"] * 4000, rate=pacer, concurrency=2) as outcomes:
            async for outcome in outcomes:
                if outcome.index == 100:
                    pacer._pushed_back += refused
        await pacer.close()
        assert max(rates) < 3 * 20
        assert outcomes.summary.seconds < 1.25 * 4000 / 20

    run(main())


def test_a_refusal_in_the_first_second_cuts_the_rate() -> None:
    keeper = Keeper(None, 0.0)
    before = keeper.rate
    keeper.lease(0.5, "a", 1, 0, [None])
    assert keeper.rate == before / 2


# ── the pacer ───────────────────────────────────────────────────────────────────────────────────────────────────


class Asked:
    """A keeper with another clock, that may be gone."""

    def __init__(self, rate: float) -> None:
        self.keeper = Keeper(rate, self.now())
        self.gone = 0
        self.pushed_back: list[float | None] = []

    def now(self) -> float:
        return asyncio.get_running_loop().time() + 12345.0

    async def __call__(self, used: int, dropped: int, pushed_back: Sequence[float | None]) -> Lease:
        if self.gone:
            self.gone -= 1
            raise ConnectionError
        self.pushed_back += pushed_back
        return self.keeper.lease(self.now(), "a", used, dropped, pushed_back)


async def test_the_pacer_keeps_to_the_slots_of_another_clock() -> None:
    asked = Asked(200)
    pacer = LeasedPacer(asked)
    assert isinstance(pacer, Pacer)
    begun: list[float] = []
    for _ in range(100):
        await pacer.acquire()
        begun.append(asyncio.get_running_loop().time())
    await pacer.close()
    assert begun[-1] - begun[0] >= 99 / 200 / 1.05 - LATE


async def wait_until(is_true: Callable[[], bool]) -> None:
    while not is_true():  # noqa: ASYNC110 (what is waited for is not the event of anybody)
        await asyncio.sleep(0.01)


async def test_a_pacer_waits_for_the_next_keeper_and_tells_it_of_the_pause() -> None:
    asked = Asked(100)
    pacer = LeasedPacer(asked)
    await pacer.acquire()
    asked.gone = 2
    pacer.pushed_back(30.0)
    await wait_until(lambda: asked.pushed_back == [30.0])
    asked.keeper = Keeper(100, asked.now())
    acquiring = asyncio.create_task(pacer.acquire())
    await wait_until(lambda: len(asked.pushed_back) > 1)
    assert 0 < (asked.pushed_back[1] or 0) <= 30
    assert not acquiring.done()
    acquiring.cancel()
    await asyncio.gather(acquiring, return_exceptions=True)
    await pacer.close()
