"""The summary of a run: right figures in constant memory, for people and as JSON."""

import json
import random
import statistics
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt import Summary, fan_out
from aigpt._fanout.summary import Latencies
from aigpt.testing import ScriptedServer


@given(st.lists(st.floats(1e-4, 1e4), min_size=1, max_size=300), st.sampled_from([50, 95, 99, 100]))
def test_percentiles_are_right_to_a_percent(durations: list[float], percent: int) -> None:
    latencies = Latencies()
    for duration in durations:
        latencies.add(duration)
    rank = max(1, -(-len(durations) * percent // 100))
    exact = sorted(durations)[rank - 1]
    assert latencies.percentile(percent) == pytest.approx(exact, rel=0.011)


@pytest.mark.parametrize("duration", [0.0, 1e-9, 1e-5, 1e9])
def test_no_duration_is_out_of_range(duration: float) -> None:
    latencies = Latencies()
    latencies.add(duration)
    assert latencies.percentile(50) is not None


def test_there_are_no_percentiles_of_nothing() -> None:
    assert Latencies().percentile(50) is None
    assert Summary().as_dict()["latency"] == {"p50": None, "p95": None, "p99": None}


def test_memory_is_constant() -> None:
    latencies = Latencies()
    before = sys.getsizeof(latencies._counts)
    draws = [random.lognormvariate(-3, 1) for _ in range(20_000)]
    for draw in draws:
        latencies.add(draw)
    assert sys.getsizeof(latencies._counts) == before
    assert latencies.percentile(50) == pytest.approx(statistics.median(draws), rel=0.03)


async def test_it_says_what_was_done(igpt_server: ScriptedServer) -> None:
    usage = {"input_tokens": 10, "output_tokens": 2, "total_tokens": 12, "odd": "x"}
    igpt_server.reply("recall/ask", json={"output": ".", "usage": usage}, times=4)
    igpt_server.reply("recall/ask", json={"output": "."}, times=1)
    igpt_server.reply("recall/ask", json={"error": "quota"}, times=2)
    igpt_server.reply("recall/ask", status=400, times=1)
    igpt_server.reply("recall/ask", status=503, times=1)
    igpt_server.reply("recall/ask", json={"output": ".", "usage": {"input_tokens": "many"}})
    async with (
        igpt_server.client(backoff_base=1) as igpt,
        fan_out(igpt.recall.ask, [str(i) for i in range(9)], concurrency=1) as outcomes,
    ):
        assert outcomes.summary.done == 0
        async for _ in outcomes:
            assert outcomes.summary.done >= 1
    summary = outcomes.summary
    figures = json.loads(json.dumps(summary.as_dict()))
    expected = {
        "done": 9,
        "ok": 6,
        "failed": 3,
        "errors": {"quota": 2, "params": 1},
        "retries": 1,
        "tokens": {"input_tokens": 40, "output_tokens": 8, "total_tokens": 48},
        "usage_unknown": 5,
        "abandoned": 0,
        "stopped": None,
    }
    assert {name: figures[name] for name in expected} == expected
    assert figures["throughput"] == pytest.approx(9 / figures["seconds"], rel=0.01)
    assert 0 < figures["latency"]["p50"] <= figures["latency"]["p95"] <= figures["latency"]["p99"]
    text = str(summary)
    assert "9 calls: 6 ok, 3 failed (quota 2, params 1)" in text
    assert " calls/s, 1 retry\n" in text
    assert "tokens: 40 input, 8 output, 48 total; unknown for 5 calls" in text
    assert repr(summary) == "<Summary 9 done, 3 failed>"


def test_a_run_that_ended_early_says_so() -> None:
    summary = Summary()
    summary.stopped, summary.abandoned = "auth", 3
    assert "3 taken, but without an outcome" in str(summary)
    assert "stopped before the end: auth" in str(summary)
