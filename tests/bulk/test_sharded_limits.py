"""Limits of tokens and money of runs in shards, and how the workers of a cluster share them."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pyarrow.parquet as pq
import pytest

from aigpt._fanout.quotas import TokensPerMinute
from aigpt.bulk import BulkResult, InputError, ShardedRun, run_file
from aigpt.bulk.allowances import Sharing
from aigpt.bulk.expected_tokens import Estimated
from aigpt.bulk.spending import Allowance, Exceeded, Limits, Spending
from aigpt.errors import ConfigurationError
from aigpt.openai import AsyncOpenAI
from aigpt.testing import Call, ScriptedServer

_PRICES = {"m": {"input": 1.0, "output": 10.0}}
LINES = "".join(f'{{"messages": "question {i}"}}\n' for i in range(300))


def chat(call: Call) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": call.json["model"],
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "yes"}}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7},
    }


@pytest.fixture
def server() -> Any:
    with ScriptedServer() as one:
        one.reply("*", json=chat)
        yield one


@pytest.fixture
async def client(server: ScriptedServer) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(api_key="k", base_url=server.url, max_retries=0) as one:
        yield one


async def run(client: AsyncOpenAI, place: Path, **options: Any) -> BulkResult:
    source = place / "q.jsonl"
    source.write_text(LINES, encoding="utf-8")
    return await run_file(client, "chat", source, f"{place}/out/", **{"common": {"model": "m"}, **options})


async def test_a_run_in_shards_ends_before_its_limits(
    client: AsyncOpenAI, server: ScriptedServer, tmp_path: Path
) -> None:
    result = await run(client, tmp_path, max_tokens=700, prices=_PRICES, concurrency=8)
    assert (result.stopped, result.limit) == ("max_tokens: the next call could exceed 700 tokens", "max_tokens")
    assert 80 < len(server.calls) <= 100
    assert result.answered == len(server.calls)
    assert result.cost == pytest.approx(len(server.calls) * 25e-6)
    before = len(server.calls)
    result = await run(client, tmp_path, prices=_PRICES, max_cost=0.0025, concurrency=8)
    assert result.stopped is not None
    assert result.stopped.startswith("max_cost: the next call could cost more than is left of 0.0025")
    assert 80 < len(server.calls) - before <= 100
    result = await run(client, tmp_path)
    assert (result.answered, result.left, result.cost, len(server.calls)) == (300, 0, None, 300)
    rows = [row for part in (tmp_path / "out").glob("part-*") for row in pq.read_table(part).to_pylist()]
    assert len({row["id"] for row in rows}) == len(rows) == 300


async def test_a_model_without_a_price_ends_the_run(client: AsyncOpenAI, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="the price table has no model 'm'"):
        await run(client, tmp_path, prices={"n": {"input": 1.0}})


async def test_a_run_in_shards_is_estimated(client: AsyncOpenAI, server: ScriptedServer, tmp_path: Path) -> None:
    source = tmp_path / "q.jsonl"
    source.write_text(LINES + "17\n", encoding="utf-8")
    options: dict[str, Any] = {"common": {"model": "m", "max_completion_tokens": 10}, "prices": _PRICES}
    run_ = ShardedRun(client, "chat", source, tmp_path / "out", skip_bad=True, **options)
    found = await run_.estimate()
    assert (found.rows, found.skipped, found.output_tokens) == (300, 1, 3000)
    assert found.cost == pytest.approx(found.input_tokens * 1e-6 + 0.03)
    with pytest.raises(InputError, match=r"line 301 of .* is not a valid row"):
        await ShardedRun(client, "chat", source, tmp_path / "out", **options).estimate()
    assert not server.calls
    assert not (tmp_path / "out").exists()


async def test_tokens_per_minute_hold_in_shards(client: AsyncOpenAI, server: ScriptedServer, tmp_path: Path) -> None:
    """A twentieth of the limit may be used at once, then it is a matter of seconds."""
    source = tmp_path / "q.jsonl"
    source.write_text(LINES, encoding="utf-8")
    common = {"model": "m"}
    run_ = ShardedRun(client, "chat", source, f"{tmp_path}/out/", common=common, tokens_per_minute=1400, concurrency=1)

    def answer(call: Call) -> dict[str, Any]:
        if len(server.calls) >= 12:
            run_.stop("enough")
        return chat(call)

    server.reply("*", json=answer)
    result = await run_
    assert result.stopped == "enough"
    assert result.summary.seconds > 0.25  # 12 calls of 7 tokens, 10 of which may be sent at once


def test_a_limit_is_changed_in_mid_run() -> None:
    limit = TokensPerMinute(6000)
    limit.wait(0.0, 0.0)
    limit.spend(0.0, 300)
    limit.change(600)
    assert limit.wait(0.0, 30) == pytest.approx(3.0)
    limit.change(6000)
    assert limit.wait(0.0, 30) == pytest.approx(0.3)


# ── shared by workers ───────────────────────────────────────────────────────────────────────────────────────────


class Worker:
    """A worker of a simulation: calls of 7 to 9 tokens, eight at once."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.used = self.under_way = self.calls = 0
        self.allowed = 0.0
        self.is_over = False

    @property
    def short(self) -> float:
        return max(self.used + 9 * (self.under_way + 1) - self.allowed, 0.0)

    def act(self, random: Random) -> None:
        for _ in range(self.under_way):
            self.used += random.randint(7, 9)
        self.calls += self.under_way
        self.under_way = 0
        while self.under_way < 8 and self.used + 9 * (self.under_way + 1) <= self.allowed:
            self.under_way += 1


@pytest.mark.parametrize("number", [1, 3, 40])
def test_workers_use_a_limit_together_and_never_exceed_it(number: int) -> None:
    random = Random(3)  # noqa: S311 (the same each time)
    sharing = Sharing(Limits(max_tokens=20_000))
    workers = [Worker(index) for index in range(number)]
    rounds = 0
    while not any(worker.is_over for worker in workers):
        rounds += 1
        assert rounds < 2000
        for worker in workers:
            allowance = sharing.allow(worker.number, (worker.short, 0.0), number)
            worker.allowed, worker.is_over = allowance.tokens, allowance.is_all
            worker.act(random)
        if rounds == 5 and number == 3:
            workers.pop().allowed = 0.0  # it is lost, with what it was given
            number = 2
    used = sum(worker.used + 9 * worker.under_way for worker in workers)
    assert 0.7 * 20_000 < used <= 20_000


def test_what_is_not_limited_is_not_asked_for() -> None:
    sharing = Sharing(Limits(tokens_per_minute=900, max_cost=5, prices=_PRICES))
    assert sharing.allow(0, (0.0, 0.0), 3) == Allowance(float("inf"), 0.0, False, 300)
    assert sharing.allow(0, (0.0, 1.0), 2) == Allowance(float("inf"), 1.0, False, 450)
    assert sharing.allow(0, (0.0, 0.5), 2).cost == 2.0  # twice what it had, since it may be
    assert sharing.allow(1, (0.0, 4.0), 2) == Allowance(float("inf"), 0.0, True, 450)


async def test_a_call_waits_until_it_is_allowed() -> None:
    spending = Spending("chat", None, 1000, None)
    spending.allow(Allowance(tokens=0, is_all=False))
    call = Estimated("m", 10, 20)
    waiting = asyncio.create_task(spending.wait_for_room(call))
    await asyncio.sleep(0)
    assert (spending.short, waiting.done()) == ((30.0, 0.0), False)
    spending.allow(Allowance(tokens=30, is_all=False))
    assert await waiting is None
    spending.end(call, json.loads('{"usage": {"prompt_tokens": 10, "completion_tokens": 20}}'))
    waiting = asyncio.create_task(spending.wait_for_room(call))
    await asyncio.sleep(0)
    spending.allow(Allowance(tokens=30, is_all=True))
    assert await waiting == Exceeded("max_tokens", "max_tokens: the next call could exceed 1,000 tokens")
