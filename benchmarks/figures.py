"""What was found, and which of it counts. No I/O.

Identical runs of one program fall into two modes, by luck of what lies where in memory: one may take half as long again
as another. So each contender runs in many processes, and its second-smallest value counts: it is of the better mode
wherever two of the runs were, and one lucky run alone does not make it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Runs = dict[str, dict[str, dict[str, list[float]]]]
"""Race, contender, figure: its value in each round, in their order."""


def counted(values: Sequence[float]) -> float:
    """Return the second-smallest of *values*, or the only one."""
    return sorted(values)[min(1, len(values) - 1)]


def add(runs: Runs, race: str, contender: str, figures: Mapping[str, float]) -> None:
    """Note the *figures* of one run."""
    known = runs.setdefault(race, {}).setdefault(contender, {})
    for name, value in figures.items():
        known.setdefault(name, []).append(value)


def value_of(runs: Runs, race: str, contender: str, figure: str) -> float:
    """Return the value that counts. Raises KeyError where there is none."""
    return counted(runs[race][contender][figure])
