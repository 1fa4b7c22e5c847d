"""Prints what came of the races."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from figures import Runs, counted, value_of
from races import LAYERS, UNITS, Race

BUSY = 0.9
"""A server that was busy for a larger share of the time may have been what the clock measured."""

LIMITS = (("aigpt", "bare protocol"), ("aigpt, uvloop", "bare protocol, uvloop"), ("aigpt", "wrk"))
"""Contenders in the race of calls, and the limits they are held against."""
WAYS = ("aigpt", "aigpt, long way", "aigpt.openai")


def report_figures(races: Sequence[Race], runs: Runs) -> None:
    """Print the figures of all contenders: those that count, and how far they spread."""
    for race in races:
        if race.measurement == "layer":
            continue
        figures = race.figure.removesuffix("_us").removesuffix("_ms")
        title = f"{race.title} ({race.unit})"
        print(f"\n{title:58} {figures:>9} {'median':>9} {'most':>9} {'cpu':>9} {'clock':>9} {'gc':>6}  server busy")
        for contender in race.contenders:
            found = runs.get(race.name, {}).get(contender)
            print(f"  {contender:56} " + (_line(race, found) if found else "not measured"))


def _line(race: Race, found: Mapping[str, Sequence[float]]) -> str:
    values, unit = found[race.figure], UNITS[race.unit]
    line = " ".join(f"{value / unit:9,.2f}" for value in (counted(values), statistics.median(values), max(values)))
    if "cpu_us" not in found:
        return line
    cpu, wall = (counted(found[name]) / unit for name in ("cpu_us", "wall_us"))
    line += f" {cpu:9,.2f} {wall:9,.2f}"
    if "collector_us" not in found:
        return line
    busy = statistics.median(found["server_busy"])
    return f"{line} {counted(found['collector_us']) / unit:6,.2f}  {busy:11.0%}{' (!)' if busy > BUSY else ''}"


def limit_rows(runs: Runs) -> list[tuple[str, str, float, float, float, float]]:
    """Return contenders and limits, with the CPU time of both and the calls per second of both."""
    rows = []
    for contender, limit in LIMITS:
        try:
            cpu = value_of(runs, "calls", contender, "cpu_us"), value_of(runs, "limits", limit, "cpu_us")
            wall = value_of(runs, "calls", contender, "wall_us"), value_of(runs, "limits", limit, "wall_us")
        except KeyError:
            continue
        rows.append((contender, limit, *cpu, 1e6 / wall[0], 1e6 / wall[1]))
    return rows


def report_limits(runs: Runs) -> None:
    """Print the share of each limit that is reached."""
    rows = limit_rows(runs)
    if rows:
        shares = f"{'limit':>9} {'share':>6}"
        print(f"\n{'limits':22} {'against':24} {'CPU (µs)':>9} {shares} {'calls/s':>9} {shares}")
    for contender, limit, cpu, least, rate, most in rows:
        print(
            f"{contender:22} {limit:24} {cpu:9,.1f} {least:9,.1f} {least / cpu:6.0%} "
            f"{rate:9,.0f} {most:9,.0f} {rate / most:6.0%}"
        )


def layer_rows(runs: Runs) -> list[tuple[str, list[float | None]]]:
    """Return for each layer the CPU time of a call as far as it, on each of the WAYS."""
    rows = []
    for layer in LAYERS:
        found = runs.get(f"layer, {layer}", {})
        rows.append((layer, [counted(found[way]["cpu_us"]) if way in found else None for way in WAYS]))
    return rows if any(value is not None for _, values in rows for value in values) else []


def report_layers(runs: Runs) -> None:
    """Print where the time of a call goes: the CPU time as far as each layer, and what it adds."""
    rows = layer_rows(runs)
    if rows:
        print(f"\n{'CPU time of a call as far as (µs)':36}" + "".join(f"{way:>18} {'adds':>6} {'':>5}" for way in WAYS))
    before: list[float | None] = [None] * len(WAYS)
    for layer, values in rows:
        cells = ""
        for value, last, whole in zip(values, before, rows[-1][1], strict=True):
            if value is None or whole is None:
                cells += f"{'-':>18} {'':>6} {'':>5}"
                continue
            added = value - (last or 0.0)
            cells += f"{value:18.1f} {added:6.1f} {added / whole:5.0%}"
        print(f"  {layer:34}{cells}")
        before = values


def spread(row: Mapping[str, Any]) -> str:
    """Return what single turns say of a goal: the median of their ratios, and between which half of these lie."""
    if not row.get("turns"):
        return ""
    low, middle, high = row["turns"]
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def report_goals(rows: Sequence[dict[str, Any]]) -> None:
    """Print the table of goals."""
    print(f"\n{'':13} {'goal':36} {'against':22} {'at':>10} {'is':>8}  {'by':6} {'by clock':>8}  {'single turns':21}")
    for row in rows:
        wall = f"{row['wall']:8.2f}" if row["wall"] is not None else " " * 8
        start = f"{row['part']:13} {row['what']:36} {row['against']:22} {row['goal']:>10}"
        end = f"{spread(row):21} {'met' if row['met'] else 'NOT MET'}"
        print(f"{start} {row['value']:8.2f}  {row['by']:6} {wall}  {end}")
    print(f"{sum(row['met'] for row in rows)} of {len(rows)} goals met")
