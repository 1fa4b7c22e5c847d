"""The goals: what is compared with what, and what it is to come to. No I/O.

A ratio is one of the values that count (see `figures`): by CPU time, unless the goal is about something else. Beside it
stands what single turns say that were taken one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from figures import Runs, side_by_side, value_of

_LEVELS = (10, 100, 1_000)
_CPU, _WALL = "cpu_us", "wall_us"
IGPT, OPENAI = "aigpt", "aigpt.openai"


@dataclass(frozen=True, slots=True)
class Goal:
    """One row: *value* finds its number, *wall* that by the clock; *most* says that the bound is one from above.

    *pair*: the races and contenders whose ratio the number is, if it is one.

    *part*: which package it is about. *by*: what the number is made of.
    """

    part: str
    what: str
    against: str
    bound: float
    value: Callable[[Runs], float]
    wall: Callable[[Runs], float] | None = None
    most: bool = False
    unit: str = "x"
    by: str = "CPU"
    pair: tuple[tuple[str, str], tuple[str, str]] | None = None

    def met(self, value: float) -> bool:
        """Return whether *value* is on the right side of the bound."""
        return value <= self.bound if self.most else value >= self.bound


def _ratio(race: str, ours: str, theirs: tuple[str, str], figure: str) -> Callable[[Runs], float]:
    """Return what finds how many times as much *theirs* (race and contender) takes as *ours*."""
    return lambda runs: value_of(runs, *theirs, figure) / value_of(runs, race, ours, figure)


def _share(race: str, against: str, figure: str) -> Callable[[Runs], float]:
    return lambda runs: value_of(runs, race, "aigpt", figure) / value_of(runs, race, against, figure)


def faster(
    part: str,
    what: str,
    race: str,
    bounds: Sequence[tuple[str, float]],
    *,
    over: str | None = None,
    ours: str = "aigpt",
) -> list[Goal]:
    """Return the goals of needing less CPU time in *race* than each of some contenders (in the race *over*)."""
    return [
        Goal(
            part,
            what,
            against,
            bound,
            _ratio(race, ours, (over or race, against), _CPU),
            _ratio(race, ours, (over or race, against), _WALL),
            pair=((over or race, against), (race, ours)),
        )
        for against, bound in bounds
    ]


def less(part: str, what: str, race: str, against: str, bound: float, figure: str, by: str) -> Goal:
    """Return the goal of needing at most so large a share of *figure* in *race* as the contender *against*."""
    wall = _share(race, against, _WALL) if figure == _CPU else None
    return Goal(
        part,
        what,
        against,
        bound,
        _share(race, against, figure),
        wall,
        most=True,
        by=by,
        pair=((race, "aigpt"), (race, against)),
    )


def at_most(part: str, what: str, race: str, contender: str, bound: float) -> Goal:
    """Return the goal of a contender that it takes so many milliseconds at most."""
    return Goal(
        part,
        what,
        "",
        bound,
        lambda runs: value_of(runs, race, contender, _CPU) / 1e3,
        lambda runs: value_of(runs, race, contender, _WALL) / 1e3,
        most=True,
        unit="ms",
    )


def _flatness(figure: str) -> Callable[[Runs], float]:
    def value(runs: Runs) -> float:
        times = [value_of(runs, f"in flight, {level:,}", "aigpt", figure) for level in _LEVELS]
        return max(times) / min(times)

    return value


GOALS = (
    *faster(IGPT, "calls, 64 in flight", "calls", (("aiohttp", 1.9), ("aiohttp, tuned", 1.45), ("igptai", 7))),
    *faster(IGPT, "the same, under uvloop", "calls", (("aiohttp, uvloop", 2),), ours="aigpt, uvloop"),
    *faster(IGPT, "calls over TLS", "tls", (("aiohttp", 1.6), ("igptai", 17))),
    less(IGPT, "one call at a time, p50", "latency", "aiohttp", 0.75, "p50_us", "clock"),
    *faster(IGPT, "stream events", "stream", (("aiohttp", 8), ("igptai", 12))),
    *faster(IGPT, "stream events by text()", "text", (("aiohttp", 7),), over="stream"),
    less(IGPT, "first byte to first event, p50", "first", "aiohttp", 1.0, "p50_us", "clock"),
    *faster(IGPT, "blocking calls, 1 thread", "blocking, 1", (("igptai", 3.5),)),
    *faster(IGPT, "blocking calls, 16 threads", "blocking, 16", (("igptai", 8),)),
    Goal(IGPT, "a call, 10 to 1,000 on the wire", "itself: most by least", 1.2, _flatness(_CPU), _flatness(_WALL),
         most=True),
    less(IGPT, "a call, 5,000 on the wire", "in flight, 5,000", "aiohttp", 0.6, _CPU, "CPU"),
    *faster(IGPT, "fan_out of 100,000 calls", "fan out", (("aiohttp", 1.6),)),
    less(IGPT, "memory of a call in flight", "memory", "aiohttp", 1.2, "bytes", "memory"),
    at_most(IGPT, "import, after aiohttp", "import", "aigpt, after aiohttp", 18),

    *faster(OPENAI, "chat.completions.create", "chat",
            (("openai", 28), ("openai, aiohttp", 17), ("litellm", 60))),
    *faster(OPENAI, "chunks of its stream", "chat stream", (("openai", 24), ("openai, aiohttp", 19))),
    *faster(OPENAI, "events of a response's stream", "responses stream", (("openai", 30),)),
    *faster(OPENAI, "embeddings as numbers", "embeddings, floats", (("openai", 20),)),
    *faster(OPENAI, "embeddings as base64, to lists", "embeddings, lists", (("openai", 1.5),)),
    *faster(OPENAI, "embeddings as base64, to arrays", "embeddings, arrays", (("openai", 10),),
            over="embeddings, lists"),
    at_most(OPENAI, "import, client, .chat.completions", "import, openai", "aigpt", 25),
    less(OPENAI, "first use of chat", "first use, chat", "openai", 0.15, _CPU, "CPU"),
    less(OPENAI, "first use of responses", "first use, responses", "openai", 0.15, _CPU, "CPU"),
    less(OPENAI, "memory of a client", "memory, client", "openai", 0.5, "bytes", "memory"),
    less(OPENAI, "memory of a chunk that is kept", "memory, chunks", "openai", 0.5, "bytes", "memory"),
)  # fmt: skip


def judge(runs: Runs) -> list[dict[str, Any]]:
    """Return each goal that there are figures for, with its value."""
    return [row for goal in GOALS if (row := _row(goal, runs))]


def _row(goal: Goal, runs: Runs) -> dict[str, Any] | None:
    try:
        value = goal.value(runs)
        wall = goal.wall(runs) if goal.wall else None
        turns = side_by_side(runs, *goal.pair) if goal.pair else None
    except KeyError:  # a race that was not run, or a contender that failed
        return None
    return {
        "part": goal.part,
        "what": goal.what,
        "against": goal.against,
        "goal": f"{'<=' if goal.most else '>='} {goal.bound:g} {goal.unit}",
        "by": goal.by,
        "value": round(value, 4),
        "wall": None if wall is None else round(wall, 4),
        "turns": [round(ratio, 4) for ratio in turns] if turns else None,
        "met": goal.met(value),
    }
