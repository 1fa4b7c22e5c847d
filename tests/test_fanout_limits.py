"""Limits that a server tells in its headers: read, and kept to before it refuses anything. On a virtual clock."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
from simulated_servers import run

from aigpt import ConfigurationError, fan_out
from aigpt._fanout.prepared_call import Attempted
from aigpt._fanout.quotas import Quotas, TokensUsed
from aigpt._fanout.runner import FanOut
from aigpt._fanout.server_limit import ServerLimit
from aigpt._http.rate_limits import CallCost, Quota, RateLimits, read_rate_limits, read_reset
from aigpt._http.retry import RetryPolicy

# ── headers ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "seconds", "step"),
    [
        ("1s", 1, 1),
        ("6m0s", 360, 1),
        ("250ms", 0.25, 0.001),
        ("2m59.56s", 179.56, 0.01),
        ("1h0m1s", 3601, 1),
        ("1d2h", 93600, 1),
        ("0s", 0, 1),
        ("55", 55, 1),
        ("7.5", 7.5, 0),
        (" 12 ", 12, 1),
        ("1000000030", 30, 1),
        ("1000000030500", 30.5, 0.001),
        ("2001-09-09T01:47:10Z", 30, 1),
        ("2001-09-09T01:46:00Z", 0, 1),
    ],
)
def test_a_reset_is_a_duration_a_number_or_a_moment(text: str, seconds: float, step: float) -> None:
    found, exact = read_reset(text, lambda: 1e9)
    assert found == pytest.approx(seconds)
    assert exact == pytest.approx(step)


@pytest.mark.parametrize("text", ["", "soon", "-1", "1s2", "s", "1e3", "nan", "9" * 17, "400d"])
def test_what_is_no_reset_is_not_taken_for_one(text: str) -> None:
    assert read_reset(text, lambda: 1e9)[0] is None


def test_openai_tells_of_requests_and_tokens() -> None:
    headers = {
        "x-ratelimit-limit-requests": "5000",
        "x-ratelimit-limit-tokens": "160000",
        "x-ratelimit-remaining-requests": "4999",
        "x-ratelimit-remaining-tokens": "159976",
        "x-ratelimit-reset-requests": "12ms",
        "x-ratelimit-reset-tokens": "9ms",
    }
    limits = read_rate_limits(headers)
    assert limits is not None
    assert limits.requests == pytest.approx(Quota(5000, 4999, 0.012, 0.001))
    assert limits.tokens == pytest.approx(Quota(160000, 159976, 0.009, 0.001))


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"x-ratelimit-limit": "10", "x-ratelimit-remaining": "3", "x-ratelimit-reset": "5"}, (10, 3, 5)),
        ({"ratelimit-limit": "10", "ratelimit-remaining": "3", "ratelimit-reset": "5"}, (10, 3, 5)),
        ({"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "5"}, (None, 3, 5)),
        ({"x-ratelimit-remaining-requests": "3", "x-ratelimit-limit-requests": "9"}, (9, 3, None)),
        (
            {
                "anthropic-ratelimit-requests-limit": "10",
                "anthropic-ratelimit-requests-remaining": "3",
                "anthropic-ratelimit-requests-reset": "5",
            },
            (10, 3, 5),
        ),
    ],
)
def test_other_servers_have_other_names(headers: dict[str, str], expected: tuple[float | None, ...]) -> None:
    limits = read_rate_limits(headers)
    assert limits is not None
    assert limits.requests is not None
    assert limits.requests[:3] == expected
    assert limits.tokens is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-ratelimit-remaining-requests": "3"},  # Azure: minutes old
        {"x-ratelimit-limit-tokens": "-1", "x-ratelimit-remaining-tokens": "-1", "x-ratelimit-reset-tokens": "0"},
        {"x-ratelimit-limit-requests": "9223372036854775807", "x-ratelimit-remaining-requests": "9223372036854775807"},
        {"x-ratelimit-limit-requests": "many", "x-ratelimit-remaining-requests": "some"},
        {"x-ratelimit-reset-tokens": "55"},
    ],
)
def test_what_tells_nothing_usable_is_left_aside(headers: dict[str, str]) -> None:
    assert read_rate_limits(headers) is None


def test_a_refusal_that_tells_only_of_the_reset_leaves_nothing() -> None:
    limits = read_rate_limits({"x-rate-limit-reset-tokens": "55"}, refused=True)
    assert limits == RateLimits(None, Quota(None, 0, 55, 1))


# ── simulated servers ───────────────────────────────────────────────────────────────────────────────────────────


class _Bucket:
    """A token bucket or a window, and what it tells."""

    def __init__(self, limit: float, period: float, *, is_window: bool, step: float, others: float = 0.0) -> None:
        self.limit, self.period, self.is_window, self._step = limit, period, is_window, step
        self._others = others
        self.level, self._at, self._window = limit, 0.0, 0
        self.used = self.refused = 0.0

    def refill(self, now: float) -> None:
        if self.is_window:
            if int(now / self.period) != self._window:
                self._window, self.level = int(now / self.period), self.limit
        else:
            self.level = min(self.limit, self.level + (now - self._at) * self.limit / self.period)
        self.level = max(0.0, self.level - self._others * (now - self._at))
        self._at = now

    def take(self, cost: float) -> None:
        self.level -= cost
        self.used += cost

    def granted(self, seconds: float) -> float:
        """Return the most that could be used in so many seconds."""
        if self.is_window:
            return (int(seconds / self.period) + 1) * self.limit
        return self.limit * (1 + seconds / self.period)

    def headers(self, kind: str, now: float) -> dict[str, str]:
        if self.is_window:
            reset = (self._window + 1) * self.period - now
        else:
            reset = (self.limit - self.level) * self.period / self.limit
        rounded = -(-reset // self._step) * self._step
        told = f"{rounded:.0f}s" if self._step >= 1 else f"{rounded * 1000:.0f}ms"
        return {
            f"x-ratelimit-limit-{kind}": f"{self.limit:.0f}",
            f"x-ratelimit-remaining-{kind}": f"{max(self.level, 0):.0f}",
            f"x-ratelimit-reset-{kind}": told,
        }


class _Server:
    """Takes calls within limits of requests and tokens, and tells of them."""

    def __init__(self, requests: _Bucket, tokens: _Bucket, *, service: float, charges: Callable[[int], int]) -> None:
        self.requests, self.tokens, self._service, self.charges = requests, tokens, service, charges
        self.random = random.Random(1)  # noqa: S311 (a simulation)
        self.refusals: list[float] = []
        self.accepted = 0

    async def call(self, cost: int) -> Attempted:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0.002 * self.random.uniform(0.8, 1.2))
        now = loop.time()
        charge = self.charges(cost)
        for bucket in (self.requests, self.tokens):
            bucket.refill(now)
        accepted = self.requests.level >= 1 and self.tokens.level >= charge
        if accepted:
            self.requests.take(1)
            self.tokens.take(charge)
            self.accepted += 1
        else:
            self.refusals.append(now)
        told = {**self.requests.headers("requests", now), **self.tokens.headers("tokens", now)}
        await asyncio.sleep(self._service * self.random.uniform(0.5, 2) if accepted else 0.001)
        limits = read_rate_limits(told, refused=not accepted)
        if accepted:
            return Attempted("answer", limits=limits, used=TokensUsed(charge, charge - cost))
        return Attempted("refused", True, True, RetryPolicy().delay(1), None, limits)


class _Method:
    connections = 0
    knows_costs = True

    def __init__(self, server: _Server, cost: Callable[[], int]) -> None:
        self.server, self.cost = server, cost

    def prepare(self, keywords: dict[str, Any]) -> _Call:  # noqa: ARG002 (all calls are alike)
        return _Call(self.server, self.cost())


class _Call:
    seconds: float | None = None
    abort = None

    def __init__(self, server: _Server, tokens: int) -> None:
        self._server, self._tokens = server, tokens

    def cost(self) -> CallCost:
        return CallCost("m", self._tokens, None)

    async def attempt(self, retries: int, seconds_left: float | None) -> Attempted:  # noqa: ARG002 (none has a deadline)
        return await self._server.call(self._tokens)

    def finish(self, result: Any, elapsed: float) -> tuple[Any, BaseException | None]:  # noqa: ARG002 (as it came)
        return result, None

    def retrying(self, result: Any, wait: float) -> None:
        pass

    def leave(self) -> None: ...


def _simulated(server: _Server, cost: Callable[[], int], **options: Any) -> FanOut[str, Any]:
    async def method(input: str) -> None: ...

    made: Any = fan_out(method, (str(number) for number in range(10**9)), **options)
    made._method = _Method(server, cost)
    made._quotas = Quotas(None, of_server=True)
    found: FanOut[str, Any] = made
    return found


async def _use(server: _Server, cost: Callable[[], int], seconds: float, **options: Any) -> None:
    outcomes = _simulated(server, cost, **options)
    async with outcomes:
        asyncio.get_running_loop().call_later(seconds, outcomes.stop)
        async for _ in outcomes:
            pass


@pytest.mark.parametrize("is_window", [False, True])
@pytest.mark.parametrize("step", [0.001, 1.0])
@pytest.mark.parametrize("concurrency", [32, 400])
@pytest.mark.parametrize("binding", ["requests", "tokens"])
def test_nothing_is_refused_and_the_limit_is_used(
    *, is_window: bool, step: float, concurrency: int, binding: str
) -> None:
    """Over four minutes, with limits of a minute."""
    requests = _Bucket(1200, 60, is_window=is_window, step=step)
    tokens = _Bucket(360_000 if binding == "requests" else 60_000, 60, is_window=is_window, step=step)
    server = _Server(requests, tokens, service=0.2, charges=lambda cost: cost + 50)
    draw = random.Random(2)  # noqa: S311 (a simulation)
    run(_use(server, lambda: draw.randrange(20, 80), 235, concurrency=concurrency))
    limit = requests if binding == "requests" else tokens
    assert limit.used >= 0.95 * limit.granted(235)
    assert [moment for moment in server.refusals if moment > 1] == []


@pytest.mark.parametrize("late", [0.0, 0.02])
def test_a_limit_of_a_second_is_used_and_nothing_refused(late: float) -> None:
    """A loop that wakes up late makes up for it within what the server has saved up."""
    requests = _Bucket(2500, 1, is_window=False, step=0.001)
    server = _Server(requests, _Bucket(1e9, 60, is_window=False, step=0.001), service=0.01, charges=lambda cost: cost)
    draw = random.Random(3)  # noqa: S311 (a simulation)
    run(_use(server, lambda: 10, 5, concurrency=400), lambda: draw.uniform(0, late))
    assert requests.used >= 0.95 * requests.granted(5)
    assert [moment for moment in server.refusals if moment > 1] == []


def test_three_requests_a_minute_are_three_requests_a_minute() -> None:
    requests = _Bucket(3, 60, is_window=False, step=1)
    server = _Server(requests, _Bucket(1e6, 60, is_window=False, step=1), service=2, charges=lambda cost: cost)
    run(_use(server, lambda: 10, 600, concurrency=1))
    assert server.accepted >= 31
    assert not server.refusals


def test_others_who_use_the_same_key_are_made_room_for() -> None:
    requests = _Bucket(3000, 60, is_window=False, step=0.001, others=20)
    server = _Server(requests, _Bucket(1e9, 60, is_window=False, step=0.001), service=0.2, charges=lambda cost: cost)
    run(_use(server, lambda: 10, 300, concurrency=100))
    assert server.accepted >= 0.95 * (3000 + 30 * 300)
    assert len([moment for moment in server.refusals if moment > 1]) < 0.001 * server.accepted


def test_answers_that_cost_more_than_was_thought_are_learned() -> None:
    """A call that sets no bound for its answer counts for what answers had so far."""
    tokens = _Bucket(60_000, 60, is_window=False, step=0.001)
    server = _Server(_Bucket(1e6, 60, is_window=False, step=0.001), tokens, service=1, charges=lambda cost: cost + 300)
    run(_use(server, lambda: 20, 600, concurrency=32))
    assert tokens.used >= 0.95 * tokens.granted(600)
    assert [moment for moment in server.refusals if moment > 1] == []


# ── the parts ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_limits_what_nothing_was_told_of() -> None:
    assert ServerLimit().wait(0, 1e12) == 0


def test_a_call_larger_than_the_limit_waits_for_all_of_it_and_no_longer() -> None:
    limit = ServerLimit()
    spent = limit.spend(0, 10)
    limit.tell(0, 0, spent, Quota(600, 300, 30, 0.001))
    assert limit.wait(0, 5000) == pytest.approx(30)
    assert limit.wait(30.01, 5000) == 0


def test_an_older_answer_that_comes_late_changes_nothing() -> None:
    limit = ServerLimit()
    first, second = limit.spend(0, 1), limit.spend(0, 1)
    limit.tell(1, 0, second, Quota(60, 20, 40, 0.001))
    limit.tell(2, 0, first, Quota(60, 59, 1, 0.001))
    assert limit.wait(2, 30) > 5


def test_models_have_limits_of_their_own() -> None:
    quotas = Quotas(None, of_server=True)
    begun = quotas.begin(0, CallCost("a", 1, 0))
    quotas.end(0, begun, RateLimits(Quota(60, 0, 60, 0.001), None), None)
    assert quotas.wait(0, CallCost("a", 1, 0)) > 0
    assert quotas.wait(0, CallCost("b", 1, 0)) == 0


def test_until_the_first_answer_no_more_than_32_calls_begin() -> None:
    quotas = Quotas(None, of_server=True)
    cost = CallCost("a", 1, 0)
    begun = [quotas.begin(0, cost) for _ in range(32) if quotas.wait(0, cost) == 0]
    assert len(begun) == 32
    assert quotas.wait(0, cost) > 0
    quotas.end(0, begun[0], None, None)
    assert quotas.wait(0, cost) == 0


def test_tokens_per_minute_hold_and_are_used() -> None:
    """Whatever the estimates: at most 1.05 of it in any minute, at least 95 % over ten."""
    quotas, draw = Quotas(60_000, of_server=False), random.Random(4)  # noqa: S311 (a simulation)
    now, spent, under_way = 0.0, [], []
    while now < 600:
        cost = CallCost("m", draw.randrange(10, 400), 300)
        wait = quotas.wait(now, cost)
        if wait > 0:
            now += wait
        else:
            under_way.append((now, quotas.begin(now, cost), cost))
        while under_way and under_way[0][0] < now - 1:
            _, begun, ended = under_way.pop(0)
            used = ended.input_tokens + draw.randrange(50, 300)
            quotas.end(now, begun, None, TokensUsed(used, used - ended.input_tokens))
            spent.append((begun.at, used))
    assert sum(used for _, used in spent) >= 0.95 * 600_000
    for start in range(0, 540, 7):
        assert sum(used for at, used in spent if start <= at < start + 60) <= 1.05 * 60_000 + 700


@pytest.mark.parametrize("number", [0, -1, True, "many", float("inf"), float("nan")])
def test_tokens_per_minute_are_a_number(number: Any) -> None:
    async def method(input: str) -> None: ...

    with pytest.raises(ConfigurationError, match="tokens_per_minute must be a number above 0"):
        fan_out(method, [], tokens_per_minute=number)


def test_tokens_per_minute_are_for_methods_whose_tokens_are_known() -> None:
    async def method(input: str) -> None: ...

    with pytest.raises(ConfigurationError, match=r"is for the methods of the clients in aigpt\.openai"):
        fan_out(method, [], tokens_per_minute=5)
