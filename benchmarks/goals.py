"""The table: what is compared with what, and what it is to come to. No I/O.

A ratio is taken within each round, whose contenders ran shortly after one another; the median of the rounds counts.
So what slows the machine for a while slows both sides.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Round = dict[str, dict[str, dict[str, float]]]
"""Race, contender, figure."""

_LEVELS = ("10", "100", "1,000")


@dataclass(frozen=True, slots=True)
class Goal:
    """One row. *value* finds its number in a round, *cpu* that of the cores' time; *most* is a bound from above."""

    what: str
    against: str
    bound: float
    value: Callable[[Round], float]
    cpu: Callable[[Round], float] | None = None
    most: bool = False
    unit: str = "x"

    def met(self, median: float) -> bool:
        """Return whether *median* is on the right side of the bound."""
        return median <= self.bound if self.most else median >= self.bound


def more(what: str, race: str, against: str, bound: float, *, over: str | None = None) -> Goal:
    """Return the goal of doing more per second, in *race*, than the contender *against* does (in the race *over*)."""
    theirs = over or race
    return Goal(
        what,
        against,
        bound,
        lambda r: r[race]["aigpt"]["per_second"] / r[theirs][against]["per_second"],
        lambda r: r[theirs][against]["cpu_us"] / r[race]["aigpt"]["cpu_us"],
    )


def less(what: str, race: str, against: str, bound: float, figure: str) -> Goal:
    """Return the goal of needing less of *figure*, in *race*, than the contender *against*."""
    cpu = (lambda r: r[race]["aigpt"]["cpu_us"] / r[race][against]["cpu_us"]) if figure == "p50_us" else None
    return Goal(what, against, bound, lambda r: r[race]["aigpt"][figure] / r[race][against][figure], cpu, most=True)


def _flatness(kind: str) -> Callable[[Round], float]:
    def value(r: Round) -> float:
        times = [r[f"{kind}, {level}"]["aigpt"]["cpu_us"] for level in _LEVELS]
        return max(times) / min(times)

    return value


def _import_ms(r: Round) -> float:
    return r["import"]["aigpt, client and all"]["ms"] - r["import"]["aiohttp"]["ms"]


GOALS = (
    more("calls/s, 64 in flight", "calls", "aiohttp", 1.2),
    more("calls/s, 64 in flight", "calls", "igptai", 3.5),
    more("calls/s, 64 in flight", "calls", "openai", 12),
    more("calls/s, 64 in flight", "calls", "openai, aiohttp", 8),
    more("calls/s over TLS", "tls", "igptai", 8),
    less("one call at a time, p50", "latency", "aiohttp", 0.95, "p50_us"),
    more("stream events/s", "stream", "aiohttp", 6),
    more("stream events/s", "stream", "igptai", 9),
    more("stream events/s", "stream", "openai", 70),
    more("stream events/s by text()", "text", "aiohttp", 5, over="stream"),
    less("first byte to first chunk, p50", "first", "aiohttp", 1.1, "p50_us"),
    more("blocking calls/s, 1 thread", "blocking, 1", "igptai", 2.2),
    more("blocking calls/s, 16 threads", "blocking, 16", "igptai", 4.5),
    Goal("CPU per call, 10 to 1,000 on the wire", "itself: most by least", 1.25, _flatness("in flight"), most=True),
    less("CPU per call, 5,000 on the wire", "in flight, 5,000", "aiohttp", 1.1, "cpu_us"),
    Goal("CPU per call, 10 to 1,000, pool of 100", "itself: most by least", 1.25, _flatness("at once"), most=True),
    less("CPU per call, 5,000, pool of 100", "at once, 5,000", "aiohttp", 1.1, "cpu_us"),
    less("memory per call in flight", "memory", "aiohttp", 1.2, "bytes"),
    Goal("import, ms more", "aiohttp", 20, _import_ms, most=True, unit="ms"),
)


def judge(rounds: Sequence[Round]) -> list[dict[str, Any]]:
    """Return each goal that the *rounds* have figures for, with the median, least and most of its value."""
    return [row for goal in GOALS if (row := _row(goal, rounds))]


def _row(goal: Goal, rounds: Sequence[Round]) -> dict[str, Any] | None:
    values = _values(goal.value, rounds)
    if not values:
        return None
    median = statistics.median(values)
    cpu = _values(goal.cpu, rounds) if goal.cpu else []
    return {
        "what": goal.what,
        "against": goal.against,
        "goal": f"{'<=' if goal.most else '>='} {goal.bound:g} {goal.unit}",
        "median": median,
        "least": min(values),
        "most": max(values),
        "cpu": statistics.median(cpu) if cpu else None,
        "met": goal.met(median),
    }


def _values(value: Callable[[Round], float], rounds: Sequence[Round]) -> list[float]:
    values: list[float] = []
    for one in rounds:
        try:
            values.append(value(one))
        except KeyError:  # a race that was not run, or a contender that failed
            continue
    return values
