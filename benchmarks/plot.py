"""Draws results.json: one picture for light pages, one for dark ones.

python benchmarks/plot.py
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

OURS = "aigpt"
ROWS = (6, 5)
"""Bars in the panels of the upper and the lower half, at most."""
PANELS = (
    ("calls", "calls/s, 64 in flight", ("aigpt", "aiohttp", "aiohttp-retry", "igptai", "openai, aiohttp", "openai")),
    ("stream", "stream events/s", ("aigpt", "aiohttp", "igptai", "openai, aiohttp", "openai")),
    ("tls", "calls/s over TLS, 64 in flight", ("aigpt", "aiohttp", "igptai", "openai, aiohttp", "openai")),
    ("blocking, 16", "blocking calls/s, 16 threads", ("aigpt", "aiohttp, bridged", "igptai", "openai")),
)
LABELS = {
    "aiohttp": "aiohttp by hand",
    "aiohttp, bridged": "aiohttp by hand, bridged",
    "openai, aiohttp": "openai on aiohttp",
}
THEMES = {
    "light": {"text": "#1f2328", "quiet": "#59636e", "ours": "#0969da", "theirs": "#afb8c1"},
    "dark": {"text": "#f0f6fc", "quiet": "#9198a1", "ours": "#4493f8", "theirs": "#57606a"},
}
STYLE = {"svg.fonttype": "path", "svg.hashsalt": "aigpt", "font.family": "DejaVu Sans", "font.size": 9}


def draw(results: dict[str, Any], folder: Path) -> None:
    """Write ``results-light.svg`` and ``results-dark.svg`` into *folder*."""
    for name, theme in THEMES.items():
        with mpl.rc_context(STYLE):
            figure = picture(results, theme)
            figure.savefig(folder / f"results-{name}.svg", transparent=True, metadata={"Date": None})


def picture(results: dict[str, Any], theme: dict[str, str]) -> Figure:
    """Return the picture in the colours of *theme*."""
    figure = Figure(figsize=(9, 4.8), layout=ConstrainedLayoutEngine(h_pad=0.12, w_pad=0.1))
    axes = figure.subplots(2, 2, height_ratios=ROWS)
    for place, (race, title, contenders) in enumerate(PANELS):
        medians = _medians(results["rounds"], race, contenders)
        _bars(axes.flat[place], title, medians, ROWS[place // 2], theme)
    made = f"{results['machine']} · Python {results['python']} · {results['date'][:10]} · one core, loopback"
    figure.supxlabel(made, color=theme["quiet"], fontsize=8)
    return figure


def _medians(rounds: Sequence[Any], race: str, contenders: Sequence[str]) -> dict[str, float]:
    found = {
        name: [one[race][name]["per_second"] for one in rounds if name in one.get(race, {})] for name in contenders
    }
    return {name: statistics.median(values) for name, values in found.items() if values}


def _bars(axes: Axes, title: str, medians: dict[str, float], rows: int, theme: dict[str, str]) -> None:
    axes.set_title(title, loc="left", color=theme["text"], fontweight="bold", fontsize=10)
    axes.set_axis_off()
    most = max(medians.values(), default=1.0)
    axes.set_xlim(-0.65 * most, 1.75 * most)
    axes.set_ylim(rows - 0.4, -0.6)
    for place, (name, value) in enumerate(medians.items()):
        ours = name == OURS
        axes.barh(place, value, height=0.66, color=theme["ours" if ours else "theirs"])
        words = {"color": theme["text"], "va": "center", "fontweight": "bold" if ours else "normal"}
        axes.text(-0.02 * most, place, LABELS.get(name, name), ha="right", **words)
        figure = f"{value:,.0f}" if ours else f"{value:,.0f}   {OURS}: {_short(medians[OURS] / value)} x"
        axes.text(value + 0.02 * most, place, figure, ha="left", **words)


def _short(ratio: float) -> str:
    return f"{ratio:.3g}"  # more digits would be noise


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    draw(json.loads((here / "results.json").read_text(encoding="utf-8")), here)
