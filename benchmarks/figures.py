"""What was found, and which of it counts. No I/O.

Neighbours slow a machine down for tenths of a second or for minutes, and identical processes of one program fall into
two modes, by luck of what lies where in memory: one may take half as long again as another. So each contender has many
processes, and each process many short turns. The least of its turns is what a process could do, and the
second-smallest of the processes counts: it is of the better mode wherever two of them were, and one lucky process alone
does not make it.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

Runs = dict[str, dict[str, dict[str, list[float]]]]
"""Race, contender, figure: its value in each round, in their order; as `TURNS` what counts of each single turn."""

TURNS = "turns"
LEAST_OF = frozenset({"cpu_us", "wall_us", "p50_us", "p95_us", "bytes"})
"""Figures of which the least of the turns is a round's; of the others it is the mean."""
ENOUGH = 3
"""Turns, at least, for their spread to say something."""


def counted(values: Sequence[float]) -> float:
    """Return the second-smallest of *values*, or the only one."""
    return sorted(values)[min(1, len(values) - 1)]


def add(runs: Runs, race: str, contender: str, turns: Sequence[Mapping[str, float]], figure: str) -> None:
    """Note the figures of the *turns* of one round, of which *figure* counts."""
    known = runs.setdefault(race, {}).setdefault(contender, {})
    for name in turns[0]:
        values = [turn[name] for turn in turns]
        value = min(values) if name in LEAST_OF else float(f"{statistics.fmean(values):.5g}")
        known.setdefault(name, []).append(value)
    known.setdefault(TURNS, []).extend(turn[figure] for turn in turns)


def value_of(runs: Runs, race: str, contender: str, figure: str) -> float:
    """Return the value that counts. Raises KeyError where there is none."""
    return counted(runs[race][contender][figure])


def side_by_side(runs: Runs, of: tuple[str, str], by: tuple[str, str]) -> tuple[float, float, float] | None:
    """Return the ratios of turns that were taken one after the other: their lower quartile, median, upper quartile.

    *of* and *by* are races and contenders. None where there are too few, or one of the two has failed in a round.
    Raises KeyError where there is no such race or contender.
    """
    above, below = (runs[race][contender].get(TURNS, []) for race, contender in (of, by))
    if len(above) != len(below) or len(above) < ENOUGH:
        return None
    ratios = [a / b for a, b in zip(above, below, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return low, middle, high
