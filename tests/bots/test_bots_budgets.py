"""How often a platform is called: never more than it allows, in order, and what may be left out leaves room."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from virtual_clock import run

from aigpt.bots import Budgets


def now() -> float:
    return round(asyncio.get_running_loop().time(), 3)


def most_in(seconds: float, times: list[float]) -> int:
    return max(sum(start <= at < start + seconds for at in times) for start in times)


def test_no_period_has_more_calls_than_the_limit() -> None:
    async def work() -> list[float]:
        budgets, times = Budgets({"edit": (5, 10)}), []
        for number in range(23):
            await budgets.acquire("edit")
            times.append(now())
            await asyncio.sleep(0.7 * (number % 3))
        return times

    times = run(work())
    assert most_in(9.999, times) == 5
    assert times[-1] < 50  # and is not slower than that


def test_who_came_first_goes_first() -> None:
    async def work() -> list[int]:
        budgets, order = Budgets({"edit": (1, 10)}), []

        async def call(number: int) -> None:
            await budgets.acquire("edit")
            order.append(number)

        async with asyncio.TaskGroup() as group:
            for number in range(5):
                group.create_task(call(number))
        return order

    assert run(work()) == [0, 1, 2, 3, 4]


def test_scopes_and_methods_have_budgets_of_their_own() -> None:
    async def work() -> float:
        budgets = Budgets({"edit": (1, 10), "post": (1, 10)})
        for method, scope in (("edit", "T1"), ("edit", "T2"), ("post", "T1")):
            await budgets.acquire(method, scope)
        for _ in range(100):
            await budgets.acquire("read")  # which has no limit
        return now()

    assert run(work()) == 0


def test_take_never_waits_and_never_overtakes() -> None:
    async def work() -> list[bool]:
        budgets = Budgets({"start": (2, 10)})
        taken = [budgets.take("start") for _ in range(3)]
        waiting = asyncio.create_task(budgets.acquire("start"))
        await asyncio.sleep(9.9)
        taken.append(budgets.take("start"))
        await waiting
        assert now() == 10
        return [*taken, budgets.take("start"), budgets.take("start")]

    assert run(work()) == [True, True, False, False, True, False]


def test_what_may_be_left_out_leaves_a_quarter() -> None:
    """Sixty answers that are edited as often as they may still leave what must be said without a wait."""

    async def work() -> tuple[list[float], list[float]]:
        budgets, edits, waits = Budgets({"edit": (50, 60)}), list[float](), list[float]()

        async def grow() -> None:
            while True:
                await budgets.turn("edit")
                await budgets.acquire("edit")
                edits.append(now())

        growing = [asyncio.create_task(grow()) for _ in range(60)]
        for _ in range(30):
            await asyncio.sleep(7)
            before = now()
            await budgets.acquire("edit")
            edits.append(now())
            waits.append(now() - before)
        for task in growing:
            task.cancel()
        await asyncio.gather(*growing, return_exceptions=True)
        return edits, waits

    edits, waits = run(work())
    assert most_in(59.999, edits) <= 50
    assert max(waits) == 0
    assert len(edits) > 120
    assert max(after - before for before, after in pairwise(edits)) < 3  # evenly, not in bursts


def test_after_a_refusal_nothing_is_called_until_the_time_is_over() -> None:
    async def work() -> tuple[bool, float, float]:
        budgets = Budgets({"edit": (50, 60)})
        budgets.pause("edit", "T1", 30)
        budgets.pause("edit", "T1", 5)  # does not shorten it
        taken = budgets.take("edit", "T1")
        await budgets.acquire("edit", "T2")
        other = now()
        await budgets.acquire("edit", "T1")
        return taken, other, now()

    assert run(work()) == (False, 0, 30)


def test_who_gives_up_waiting_takes_nothing() -> None:
    async def work() -> float:
        budgets = Budgets({"edit": (1, 10)})
        await budgets.acquire("edit")
        for _ in range(3):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(budgets.acquire("edit"), 1)
        await budgets.acquire("edit")
        return now()

    assert run(work()) == 10


def test_scopes_that_are_idle_are_forgotten() -> None:
    async def work() -> int:
        budgets = Budgets({"post": (1, 1)})
        for number in range(5_000):
            await budgets.acquire("post", f"C{number}")
            await asyncio.sleep(0.01)
        return len(budgets._budgets)

    assert run(work()) <= 1_001


@pytest.mark.parametrize("limit", [(0, 60), (-1, 60), (50, 0)])
def test_limits_that_are_none_are_refused(limit: tuple[int, float]) -> None:
    with pytest.raises(ValueError, match=r"the limit of edit must be at least 1 call in more than 0 seconds"):
        Budgets({"edit": limit})
