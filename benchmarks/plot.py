"""Draws results.json: one picture for light pages, one for dark ones.

python benchmarks/plot.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
from figures import counted
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

OURS = "aigpt"
PANELS = (
    ("calls", "a call, 64 in flight (µs)", 1.0, ("aigpt", "aiohttp, tuned", "aiohttp", "igptai")),
    ("stream", "an event of a stream (µs)", 1.0, ("aigpt", "aiohttp", "igptai")),
    ("blocking, 16", "a blocking call, 16 threads (µs)", 1.0, ("aigpt", "aiohttp, bridged", "igptai")),
    ("chat", "a chat completion, 64 in flight (µs)", 1.0,
     ("aigpt", "aiohttp, msgspec", "openai, aiohttp", "openai", "litellm")),
    ("chat stream", "a chunk of its stream (µs)", 1.0,
     ("aigpt", "aiohttp, msgspec", "openai, aiohttp", "openai", "litellm")),
    ("embeddings, floats", "100 embeddings as numbers (ms)", 1e3, ("aigpt", "aiohttp, msgspec", "openai")),
)  # fmt: skip
"""The upper half is about iGPT's API, the lower about OpenAI's: race, title, its unit in µs, contenders."""
COLUMNS, ROWS = 3, (4, 5)
"""Bars in the panels of the upper and the lower half, at most."""
LABELS = {
    "aiohttp": "aiohttp by hand",
    "aiohttp, bridged": "aiohttp, bridged",
    "aiohttp, msgspec": "aiohttp, msgspec",
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
    figure = Figure(figsize=(11, 4.8), layout=ConstrainedLayoutEngine(h_pad=0.12, w_pad=0.06))
    axes = figure.subplots(len(ROWS), COLUMNS, height_ratios=ROWS)
    for place, (race, title, unit, contenders) in enumerate(PANELS):
        found = results["runs"].get(race, {})
        times = {name: counted(found[name]["cpu_us"]) / unit for name in contenders if name in found}
        _bars(axes.flat[place], title, times, ROWS[place // COLUMNS], theme)
    made = f"{results['machine']} · Python {results['python']} · {results['date'][:10]} · CPU time, one core, loopback"
    figure.supxlabel(made, color=theme["quiet"], fontsize=8)
    return figure


def _bars(axes: Axes, title: str, times: dict[str, float], rows: int, theme: dict[str, str]) -> None:
    axes.set_title(title, loc="left", color=theme["text"], fontweight="bold", fontsize=10)
    axes.set_axis_off()
    most = max(times.values(), default=1.0)
    axes.set_xlim(-0.85 * most, 1.6 * most)
    axes.set_ylim(rows - 0.4, -0.6)
    for place, (name, value) in enumerate(times.items()):
        ours = name == OURS
        axes.barh(place, value, height=0.66, color=theme["ours" if ours else "theirs"])
        words = {"color": theme["text"], "va": "center", "fontweight": "bold" if ours else "normal"}
        axes.text(-0.02 * most, place, LABELS.get(name, name), ha="right", **words)
        figure = _short(value)
        if not ours and OURS in times:
            figure += f"   {_short(value / times[OURS])} x"
        axes.text(value + 0.02 * most, place, figure, ha="left", **words)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 (more digits would be noise)


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    draw(json.loads((here / "results.json").read_text(encoding="utf-8")), here)
