"""The charts of a report, as figures of matplotlib. A chart that would show nothing is left out."""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any

from aigpt._fanout.summary import format_duration
from aigpt._install import install_command
from aigpt.bulk.report import LONGEST_GAP, Report
from aigpt.errors import ConfigurationError

_SIZE = (5.6, 3.4)  # inches
_BINS = 60
_BLUE, _RED, _GREY, _INK = "#2563a8", "#c0392b", "#d7dbe0", "#333a44"
_STYLE = {
    "font.size": 9,
    "axes.edgecolor": _GREY,
    "axes.labelcolor": _INK,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "svg.hashsalt": "aigpt",
}
_UNITS = (("hours", 3600, 6 * 3600), ("minutes", 60, 600), ("seconds", 1, 0))
_MOST_KINDS = 10
_LONGEST_NAME = 30
_MOST_TICKS = 7
_NARROW = 4  # times the shortest latency
_LATE = 0.65  # of the axis: labels beyond are to the left of their line


def draw_charts(report: Report) -> list[tuple[str, str]]:
    """Return the title of each chart, and the chart as SVG. Raises ConfigurationError without matplotlib."""
    charts: list[tuple[str, str]] = []
    for title, figure in make_figures(report):
        text = io.StringIO()
        with _matplotlib().rc_context(_STYLE):
            figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
        svg = text.getvalue()
        charts.append((title, svg[svg.index("<svg") :]))
    return charts


def make_figures(report: Report) -> list[tuple[str, Any]]:
    """Return the title and the figure of each chart that has something to show."""
    mpl = _matplotlib()
    seconds = report.answered.keys() | report.failed.keys()
    if not seconds:
        return []
    timeline = _Timeline.of(sorted(seconds))
    charts: list[tuple[str, Callable[[Any], None]]] = [
        ("Latency", lambda axes: _draw_latency(axes, report)),
        ("Throughput", lambda axes: _draw_throughput(axes, report, timeline)),
    ]
    if report.summary.errors:
        charts.append(("Failures by kind", lambda axes: _draw_errors(axes, report.summary.errors)))
    if report.tokens.total():
        charts.append(("Tokens so far", lambda axes: _draw_tokens(axes, report, timeline)))
    figures: list[tuple[str, Any]] = []
    for title, draw in charts:
        with mpl.rc_context(_STYLE):
            figure = import_module("matplotlib.figure").Figure(figsize=_SIZE, layout="constrained")
            axes = figure.subplots()
            axes.set_title(title)
            draw(axes)
        figures.append((title, figure))
    return figures


def _matplotlib() -> Any:
    try:
        return import_module("matplotlib")  # an extra, and slow to import
    except ModuleNotFoundError:
        raise ConfigurationError(f"the page needs matplotlib: {install_command('bulk')}") from None


def _count_whole(axis: Any) -> None:
    """Have *axis* count in whole numbers, with few labels."""
    axis.set_major_locator(import_module("matplotlib.ticker").MaxNLocator(nbins=5, integer=True))
    axis.set_major_formatter("{x:,.0f}")


# ── latency ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _draw_latency(axes: Any, report: Report) -> None:
    latencies = report.summary.latencies
    edges, counts = latencies.histogram(_BINS)
    axes.set(xlabel="waits for retries included", ylabel="rows")
    axes.stairs(counts, edges, fill=True, color=_BLUE)
    is_narrow = edges[-1] <= _NARROW * edges[0]
    if not is_narrow:
        axes.set_xscale("log")
    ticker = import_module("matplotlib.ticker")
    axes.xaxis.set_major_locator(
        ticker.MaxNLocator(nbins=5) if is_narrow else ticker.FixedLocator(_round_times(edges[0], edges[-1]))
    )
    axes.xaxis.set_minor_locator(ticker.NullLocator())
    axes.xaxis.set_major_formatter(_time_label)
    axes.set(xlim=(edges[0], edges[-1]), ylim=(0, 1.5 * max(counts)))  # the labels stand above the bars
    _count_whole(axes.yaxis)
    for row, percent in enumerate((50, 95, 99)):
        at = latencies.percentile(percent)
        if at is None:
            continue
        place = axes.transAxes.inverted().transform(axes.transData.transform((at, 0)))[0]
        axes.axvline(at, color=_INK, linewidth=0.8, linestyle="--")
        axes.annotate(
            f"p{percent} {format_duration(at)}",
            (at, 0.98 - 0.09 * row),
            xycoords=("data", "axes fraction"),
            xytext=(-4 if place > _LATE else 4, 0),
            textcoords="offset points",
            ha="right" if place > _LATE else "left",
            va="top",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        )


def _round_times(least: float, most: float) -> list[float]:
    """Return round numbers of seconds from *least* to *most*, not too many."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    found = [digit * 10.0**power for power in powers for digit in (1, 2, 5)]
    found = [seconds for seconds in found if least <= seconds <= most]
    if len(found) > _MOST_TICKS:
        found = [seconds for seconds in found if math.isclose(math.log10(seconds) % 1, 0, abs_tol=1e-9)]
    return found[:: math.ceil(len(found) / _MOST_TICKS)]


def _time_label(seconds: float, _: int = 0) -> str:
    return f"{seconds:.4g} s" if seconds >= 1 else f"{seconds * 1000:.4g} ms"


# ── time ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Timeline:
    """The time of the run, without the pauses between two starts of it where they would be most of the chart."""

    places: dict[int, int]
    """Seconds since the start, by second of Unix time."""
    pauses: list[int]
    width: int
    """Seconds of a bin."""

    @classmethod
    def of(cls, seconds: list[int]) -> _Timeline:
        longest = max(LONGEST_GAP, (seconds[-1] - seconds[0]) / 10)
        places, pauses = {seconds[0]: 0}, list[int]()
        for one, following in pairwise(seconds):
            gap = following - one
            places[following] = places[one] + (1 if gap > longest else gap)
            if gap > longest:
                pauses.append(places[following])
        return cls(places, pauses, math.ceil((places[seconds[-1]] + 1) / _BINS))

    @property
    def bins(self) -> int:
        return max(self.places.values()) // self.width + 1

    def label(self) -> str:
        return f"{self._unit()[0]} of running" + (" (dotted: a pause)" if self.pauses else "")

    def _unit(self) -> tuple[str, int]:
        length = self.bins * self.width
        return next((name, seconds) for name, seconds, least in _UNITS if length > least)

    def edges(self) -> list[float]:
        return [self.at(number * self.width) for number in range(self.bins + 1)]

    def at(self, second: int) -> float:
        return second / self._unit()[1]

    def counts(self, by_second: Counter[int]) -> list[float]:
        bins = [0.0] * self.bins
        for second, count in by_second.items():
            bins[self.places[second] // self.width] += count
        return bins

    def prepare(self, axes: Any) -> None:
        axes.set(xlabel=self.label(), xlim=(0, self.edges()[-1]))
        axes.locator_params(axis="x", nbins=6)
        for pause in self.pauses:
            axes.axvline(self.at(pause), color=_INK, linewidth=0.8, linestyle=":")


def _draw_throughput(axes: Any, report: Report, timeline: _Timeline) -> None:
    timeline.prepare(axes)
    axes.set_ylabel("rows per second")
    edges = timeline.edges()
    answered, failed = (
        [count / timeline.width for count in timeline.counts(counts)] for counts in (report.answered, report.failed)
    )
    axes.bar(edges[:-1], answered, edges[1], align="edge", color=_BLUE, label="answered")
    axes.bar(edges[:-1], failed, edges[1], align="edge", bottom=answered, color=_RED, label="failed")
    if any(failed):  # above the chart, where no bar is
        axes.legend(frameon=False, ncols=2, loc="lower right", bbox_to_anchor=(1, 1), borderaxespad=0.1)


def _draw_tokens(axes: Any, report: Report, timeline: _Timeline) -> None:
    timeline.prepare(axes)
    axes.set_ylabel("tokens")
    heights = [0.0]
    for count in timeline.counts(report.tokens):
        heights.append(heights[-1] + count)
    axes.plot(timeline.edges(), heights, color=_BLUE)
    axes.fill_between(timeline.edges(), heights, color=_BLUE, alpha=0.15)
    _count_whole(axes.yaxis)
    axes.set_ylim(bottom=0)


# ── failures ────────────────────────────────────────────────────────────────────────────────────────────────────


def _draw_errors(axes: Any, errors: Counter[str]) -> None:
    names, counts = zip(*errors.most_common(_MOST_KINDS), strict=True)
    bars = axes.barh(range(len(names)), counts, height=0.6, color=_RED)
    axes.bar_label(bars, [f"{count:,}" for count in counts], padding=3)
    axes.set_yticks(range(len(names)), list(map(_short, names)))
    axes.set(xlabel="rows", ylim=(max(len(names), 4) - 0.5, -0.5))
    axes.margins(x=0.15)
    _count_whole(axes.xaxis)


def _short(name: str) -> str:
    name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return name.replace("$", r"\$")  # else matplotlib reads a formula
