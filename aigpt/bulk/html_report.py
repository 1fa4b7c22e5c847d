"""A report as a self-contained HTML page: figures as a table, and plots as SVG drawn by matplotlib."""

from __future__ import annotations

import html
import io
import math
import os
from collections import Counter
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from aigpt._fanout.summary import format_duration
from aigpt._install import install_command
from aigpt.bulk.errors import OutputError
from aigpt.bulk.report import Report
from aigpt.errors import ConfigurationError

_BINS = 60
_BLUE, _RED, _GREY, _INK = "#2563a8", "#c0392b", "#d7dbe0", "#333a44"
_DAY = 86400

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; color: #333a44; background: #fff; max-width: 1080px; margin: 2em auto;
  padding: 0 1em; }}
h1 {{ font-size: 1.5em; margin-bottom: 0; }}
p {{ margin-top: .2em; color: #66707c; }}
dl {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; margin: 1.5em 0; }}
dl div {{ border: 1px solid #d7dbe0; border-radius: 6px; padding: 8px 12px; }}
dt {{ font-size: .8em; color: #66707c; }}
dd {{ margin: 0; font-size: 1.25em; overflow-wrap: anywhere; }}
svg {{ width: 100%; height: auto; }}
</style>
<h1>{title}</h1>
<p>{about}</p>
<dl>{figures}</dl>
{plots}
</html>
"""


def write_page(report: Report, target: str | os.PathLike[str]) -> None:
    """Write *report* as an HTML page to the file *target* (mode 0600). Raises OutputError."""
    page = make_page(report)
    try:
        fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            file.write(page)
    except OSError as exc:
        raise OutputError(f"cannot write {os.fspath(target)}: {exc.strerror}") from exc


def make_page(report: Report) -> str:
    """Return *report* as an HTML page."""
    figures = "".join(
        f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd></div>" for name, value in _figures(report)
    )
    title = f"{report.name}: a bulk run" + (f" of {report.method}" if report.method else "")
    return _PAGE.format(
        title=html.escape(title), about=html.escape(_period(report)), figures=figures, plots=_draw(report)
    )


def _period(report: Report) -> str:
    seconds = (report.answered + report.failed).keys()
    if not seconds:
        return "No rows yet."
    first, last = (
        f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%d %H:%M:%S}" for moment in (min(seconds), max(seconds))
    )
    return f"{first} to {last} UTC"


def _figures(report: Report) -> list[tuple[str, str]]:
    summary = report.summary
    latencies = summary.latencies
    done = f"{summary.done:,}" + ("" if report.total is None else f" of {report.total:,}")
    return [
        ("rows done", done),
        ("answered", f"{summary.ok:,}"),
        ("failed", f"{summary.failed:,}"),
        ("retries", f"{summary.retries:,}"),
        ("rows per second", f"{summary.throughput:,.1f}"),
        ("latency p50", format_duration(latencies.percentile(50))),
        ("latency p95", format_duration(latencies.percentile(95))),
        ("latency p99", format_duration(latencies.percentile(99))),
        ("tokens known", f"{summary.tokens['total_tokens']:,}"),
        ("rows with usage unknown", f"{summary.usage_unknown:,}"),
    ]


# ── plots ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _draw(report: Report) -> str:
    try:
        mpl: Any = import_module("matplotlib")  # an extra, and slow to import
        figure_type: Any = import_module("matplotlib.figure").Figure
    except ModuleNotFoundError:
        raise ConfigurationError(f"the page needs matplotlib: {install_command('bulk')}") from None
    style = {
        "font.size": 9,
        "axes.edgecolor": _GREY,
        "text.color": _INK,
        "axes.labelcolor": _INK,
        "svg.hashsalt": "aigpt",
    }
    with mpl.rc_context(style):
        figure = figure_type(figsize=(11, 7), layout="constrained")
        figure.get_layout_engine().set(hspace=0.08, wspace=0.05)
        (latency, throughput), (errors, tokens) = figure.subplots(2, 2)
        _draw_latency(latency, report)
        _draw_throughput(throughput, report)
        _draw_errors(errors, report.summary.errors)
        _draw_tokens(tokens, report)
        for axes in (latency, throughput, errors, tokens):
            axes.spines[["top", "right"]].set_visible(False)
            axes.title.set_fontweight("bold")
        text = io.StringIO()
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    svg = text.getvalue()
    return svg[svg.index("<svg") :]


def _draw_latency(axes: Any, report: Report) -> None:
    axes.set(title="Latency", xlabel="seconds, waits for retries included", ylabel="rows")
    edges, counts = report.summary.latencies.histogram(_BINS)
    if not counts:
        _show_empty(axes)
        return
    axes.stairs(counts, edges, fill=True, color=_BLUE)
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.xaxis.set_minor_formatter("{x:g}" if edges[-1] < 8 * edges[0] else "")
    axes.tick_params(axis="x", which="minor", labelsize=7)
    for percent in (50, 95, 99):
        at = report.summary.latencies.percentile(percent)
        axes.axvline(at, color=_INK, linewidth=0.8, linestyle="--")
        axes.annotate(
            f"p{percent}", (at, 1), xycoords=("data", "axes fraction"), xytext=(2, -9), textcoords="offset points"
        )


def _draw_throughput(axes: Any, report: Report) -> None:
    axes.set(title="Throughput", ylabel="rows per second")
    times, width, unit = _time_axis(report)
    axes.set_xlabel(unit)
    if not times:
        _show_empty(axes)
        return
    answered, failed = (_rebin(counts, times, width) for counts in (report.answered, report.failed))
    positions = _positions(times, unit)
    axes.bar(positions, answered, positions[1] - positions[0], align="edge", color=_BLUE, label="answered")
    axes.bar(positions, failed, positions[1] - positions[0], align="edge", bottom=answered, color=_RED, label="failed")
    axes.legend(frameon=False)


def _draw_errors(axes: Any, errors: Counter[str]) -> None:
    axes.set(title="Failures by kind", xlabel="rows")
    if not errors:
        _show_empty(axes, "none")
        return
    names, counts = zip(*reversed(errors.most_common(10)), strict=True)
    bars = axes.barh([name.replace("$", r"\$")[:40] for name in names], counts, color=_RED)
    axes.bar_label(bars, padding=3)
    axes.margins(x=0.12)


def _draw_tokens(axes: Any, report: Report) -> None:
    axes.set(title="Tokens so far", ylabel="tokens")
    times, width, unit = _time_axis(report)
    axes.set_xlabel(unit)
    if not report.tokens:
        _show_empty(axes, "no reply reports its usage")
        return
    total, heights = 0.0, [0.0]
    for part in _rebin(report.tokens, times, width):
        total += part * width
        heights.append(total)
    positions = _positions(times, unit)
    axes.plot([*positions, 2 * positions[-1] - positions[-2]], heights, color=_BLUE)
    axes.fill_between([*positions, 2 * positions[-1] - positions[-2]], heights, color=_BLUE, alpha=0.15)
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set_ylim(bottom=0)


def _show_empty(axes: Any, text: str = "no rows yet") -> None:
    axes.text(0.5, 0.5, text, transform=axes.transAxes, ha="center", color="#66707c")
    axes.set(xticks=[], yticks=[])


def _time_axis(report: Report) -> tuple[list[int], int, str]:
    """Return the starts of the bins in Unix seconds (two at least), their width, and the label of the axis."""
    seconds = (report.answered + report.failed).keys()
    if not seconds:
        return [], 1, ""
    first, last = min(seconds), max(seconds) + 1
    width = max(1, math.ceil((last - first) / _BINS))
    times = list(range(first, max(last, first + width + 1), width))
    return times, width, "hours since the start" if last - first > _DAY // 4 else "seconds since the start"


def _positions(times: list[int], unit: str) -> list[float]:
    scale = 3600 if unit.startswith("hours") else 1
    return [(moment - times[0]) / scale for moment in times]


def _rebin(counts: Counter[int], times: list[int], width: int) -> list[float]:
    """Return the mean count per second in each bin."""
    bins = [0.0] * len(times)
    for second, count in counts.items():
        bins[(second - times[0]) // width] += count / width
    return bins
