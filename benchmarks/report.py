"""Prints what came of the races."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Any

from goals import Round
from races import Race

BUSY = 0.9
"""A server that was busy for a larger share of the time may have been what was measured."""


def report_figures(races: Sequence[Race], rounds: Sequence[Round]) -> None:
    """Print the medians of all contenders."""
    for race in races:
        print(f"\n{race.title:56} {'median':>11}  {'least to most':>24}  {'CPU us':>8}  {'of it gc':>8}  server busy")
        for contender in race.contenders:
            found = [one[race.name][contender] for one in rounds if contender in one[race.name]]
            print(f"  {contender:54} " + (_figures(race.figure, found) if found else "     FAILED"))


def _figures(shown: str, found: Sequence[dict[str, float]]) -> str:
    values = [figures[shown] for figures in found]
    spread = f"{min(values):,.1f} to {max(values):,.1f}"
    line = f"{statistics.median(values):11,.1f}  {spread:>24}"
    if "cpu_us" not in found[0]:
        return line
    cpu, collector = (statistics.median(figures[name] for figures in found) for name in ("cpu_us", "collector_us"))
    busy = max(figures["server_busy"] for figures in found)
    return f"{line}  {cpu:8,.1f}  {collector:8,.1f}  {busy:11.0%}{' (!)' if busy > BUSY else ''}"


def report_goals(rows: Sequence[dict[str, Any]]) -> None:
    """Print the table of goals."""
    print(f"\n{'goal':36} {'against':22} {'at':>10} {'median':>8}   {'least to most':>16}   {'by CPU':>6}")
    for row in rows:
        spread = f"{row['least']:.2f} to {row['most']:.2f}"
        cpu = f"{row['cpu']:6.2f}" if row["cpu"] is not None else " " * 6
        verdict = "met" if row["met"] else "NOT MET"
        start = f"{row['what']:36} {row['against']:22} {row['goal']:>10} {row['median']:8.2f}"
        print(f"{start}   {spread:>16}   {cpu}   {verdict}")
    print(f"{sum(row['met'] for row in rows)} of {len(rows)} goals met")
