"""A report as a self-contained HTML page: figures as a table, and charts as SVG drawn by matplotlib."""

from __future__ import annotations

import html
import os
from datetime import UTC, datetime

from aigpt._fanout.summary import format_duration
from aigpt.bulk.errors import OutputError
from aigpt.bulk.job import WITHOUT_USAGE
from aigpt.bulk.report import Report
from aigpt.bulk.report_charts import draw_charts

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; color: #333a44; background: #fff; max-width: 1080px; margin: 2em auto;
  padding: 0 1em; }}
h1 {{ font-size: 1.5em; margin-bottom: 0; overflow-wrap: anywhere; }}
p {{ margin-top: .2em; color: #66707c; }}
dl {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; margin: 1.5em 0; }}
dl div {{ border: 1px solid #d7dbe0; border-radius: 6px; padding: 8px 12px; }}
dt {{ font-size: .8em; color: #66707c; }}
dd {{ margin: 0; font-size: 1.25em; overflow-wrap: anywhere; }}
main {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 24px 16px; }}
figure {{ margin: 0; max-width: 640px; }}
svg {{ width: 100%; height: auto; }}
</style>
<h1>{title}</h1>
<p>{about}</p>
<dl>{figures}</dl>
<main>
{charts}
</main>
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
    """Return *report* as an HTML page. Raises ConfigurationError without matplotlib."""
    figures = "".join(
        f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd></div>" for name, value in _figures(report)
    )
    charts = "\n".join(
        f'<figure role="img" aria-label="{html.escape(title)}">{svg}</figure>' for title, svg in draw_charts(report)
    )
    title = f"{report.name}: a bulk run" + (f" of {report.method}" if report.method else "")
    return _PAGE.format(title=html.escape(title), about=html.escape(_period(report)), figures=figures, charts=charts)


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
    figures = [
        ("rows done", done),
        ("answered", f"{summary.ok:,}"),
        ("failed", f"{summary.failed:,}"),
        ("retries", f"{summary.retries:,}"),
    ]
    if not summary.done:
        return figures
    figures += [
        ("rows per second", f"{summary.throughput:,.1f}"),
        ("latency p50", format_duration(latencies.percentile(50))),
        ("latency p95", format_duration(latencies.percentile(95))),
        ("latency p99", format_duration(latencies.percentile(99))),
    ]
    if report.method not in WITHOUT_USAGE:
        figures += [
            ("tokens known", f"{summary.tokens['total_tokens']:,}"),
            ("rows with usage unknown", f"{summary.usage_unknown:,}"),
        ]
    return figures
