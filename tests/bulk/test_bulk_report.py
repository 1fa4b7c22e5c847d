"""The report of an output: right figures, of a running file too, and a page that needs nothing else."""

import json
import re
import stat
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from bulk_files import Bulk
from matplotlib.backends.backend_agg import FigureCanvasAgg

from aigpt.bulk import OutputError, read_report, write_page
from aigpt.bulk.report_charts import make_figures
from aigpt.testing import ScriptedServer


def row(number: int, **other: Any) -> str:
    usual = {"id": number, "request": {}, "reply": {}, "error": None, "status": 200, "retries": 0}
    times = {"elapsed": 0.5, "attempt_time": 0.5, "time": 1000.0 + number}
    return json.dumps({**usual, **times, **other}) + "\n"


async def test_it_says_what_the_run_said(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, times=1)
    igpt_server.reply("recall/ask", json={"output": ".", "usage": {"input_tokens": 2, "total_tokens": 5}}, times=5)
    igpt_server.reply("recall/ask", json={"error": "quota"}, times=2)
    igpt_server.reply("recall/ask", json={"output": "."})
    result = await bulk("".join(f'"{i}"\n' for i in range(12)))
    report = read_report(bulk.target)
    ours, runs = report.summary.as_dict(), result.summary.as_dict()
    for name in ("done", "ok", "failed", "errors", "retries", "tokens", "usage_unknown"):
        assert ours[name] == runs[name]
    assert ours["latency"]["p99"] == pytest.approx(runs["latency"]["p99"], rel=0.05)
    assert (report.total, report.method) == (12, "ask")
    assert (report.answered.total(), report.failed.total(), report.tokens.total()) == (10, 2, 25)
    assert str(report).startswith("answers.jsonl: 12 of 12 rows\n12 calls: 10 ok, 2 failed (quota 2)")


async def test_of_a_search_no_tokens_are_said_to_be_unknown(bulk: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", json={"documents": []})
    await bulk('"a"\n', method="search")
    report = read_report(bulk.target)
    assert report.summary.usage_unknown == 1
    assert "tokens" not in str(report)
    write_page(report, bulk.place / "page.html")
    assert (
        "tokens"
        not in (bulk.place / "page.html").read_text(encoding="utf-8").partition("<dl>")[2].partition("</dl>")[0]
    )


def test_of_a_running_file_the_last_line_may_be_under_way(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_text(row(1) + row(2) + row(3)[:40], encoding="utf-8")
    report = read_report(output)
    assert (report.summary.done, report.total) == (2, None)


def test_the_time_between_two_runs_is_no_throughput(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    rows = [row(i, time=1000.0 + i) for i in range(100)] + [row(i, time=90_000.0 + i) for i in range(100)]
    output.write_text("".join(rows), encoding="utf-8")
    assert read_report(output).summary.throughput == pytest.approx(1.0, rel=0.05)


@pytest.mark.parametrize(
    ("gap", "pause", "seconds"),
    [
        (0.02, 20.0, 4.0),  # of a run that is fast, no pause is short
        (10.0, 30.0, 2020.0),  # of one with a low rate, a gap of some seconds is usual
        (10.0, 600.0, 1990.0),
    ],
)
def test_a_gap_is_a_pause_by_what_is_usual(tmp_path: Path, gap: float, pause: float, seconds: float) -> None:
    output = tmp_path / "a.jsonl"
    later = 1000.0 + 99 * gap + pause
    times = [1000.0 + gap * i for i in range(100)] + [later + gap * i for i in range(101)]
    output.write_text("".join(row(i, time=at, elapsed=0.01) for i, at in enumerate(times)), encoding="utf-8")
    assert read_report(output).summary.seconds == pytest.approx(seconds, abs=1.0)


def test_a_long_call_is_no_pause(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    rows = [row(i, time=1000.0 + i / 10, elapsed=0.1) for i in range(100)]
    rows.append(row(100, time=1050.0, elapsed=45.0))
    output.write_text("".join(rows), encoding="utf-8")
    assert read_report(output).summary.seconds == pytest.approx(50.0, abs=0.5)


def test_of_a_batch_file_it_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").touch()
    (tmp_path / "out.jsonl.rows").write_text(row(1), encoding="utf-8")
    assert str(read_report(tmp_path / "out.jsonl")).startswith("out.jsonl: 1 row\n1 call: 1 ok")


@pytest.mark.parametrize(("content", "why"), [("diary\n", "line 1 of .* is not a row"), (None, "No such file")])
def test_what_is_no_output_is_named(tmp_path: Path, content: str | None, why: str) -> None:
    output = tmp_path / "a.jsonl"
    if content is not None:
        output.write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match=why):
        read_report(output)


class Links(HTMLParser):
    """Notes what a page would fetch from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"src", "href", "xlink:href", "data", "srcset"} and not (value or "").startswith("#"):
                self.found.append(f"{tag} {value}")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row(1)],
        [row(1, error="<script>alert(1)</script>$x_{", reply={"error": "x"})],
        [row(i, elapsed=0.001 * 1.5**i, reply={"usage": {"total_tokens": 9}}) for i in range(40)],
        [row(i, time=1000.0 + 900 * i, error="params" if i % 3 else None) for i in range(100)],
    ],
)
def test_the_page_needs_nothing_else(tmp_path: Path, rows: list[str]) -> None:
    output, page = tmp_path / "a<b>.jsonl", tmp_path / "a.html"
    output.write_text("".join(rows), encoding="utf-8")
    write_page(read_report(output), page)
    text = page.read_text(encoding="utf-8")
    links = Links()
    links.feed(text)
    assert links.found == []
    assert "script" not in links.tags
    assert ("svg" in links.tags) == bool(rows)
    assert not re.search(r"url\((?!#)|@import", text)
    assert "<b>" not in text
    assert f"<dt>rows done</dt><dd>{len(rows)}</dd>" in text
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def charts(tmp_path: Path, rows: list[str]) -> dict[str, Any]:
    (tmp_path / "a.jsonl").write_text("".join(rows), encoding="utf-8")
    return dict(make_figures(read_report(tmp_path / "a.jsonl")))


def test_a_chart_that_would_be_empty_is_left_out(tmp_path: Path) -> None:
    assert list(charts(tmp_path, [])) == []
    assert list(charts(tmp_path, [row(1)])) == ["Latency", "Throughput"]
    assert list(charts(tmp_path, [row(1, error="params")])) == ["Latency", "Throughput", "Failures by kind"]
    with_usage = row(1, reply={"usage": {"total_tokens": 9}})
    assert list(charts(tmp_path, [with_usage])) == ["Latency", "Throughput", "Tokens so far"]


KINDS = [
    "rate_limit_exceeded",
    "context_length_exceeded_of_the_model",
    "auth",
    "params",
    "x" * 80,
    "$a_b$",
    "network_error",
]
USAGE = {"usage": {"total_tokens": 987_654}}
RUNS = {
    "one row": [row(1, reply=USAGE)],
    "all as fast": [row(i, time=1000.0 + i, elapsed=0.25) for i in range(300)],
    "nearly as fast": [row(i, time=1000.0 + i, elapsed=0.25 + i * 1e-4) for i in range(300)],
    "within one order": [row(i, time=1000.0 + i, elapsed=0.1 + 0.01 * i) for i in range(60)],
    "over many orders": [row(i, elapsed=0.0004 * 1.4**i, reply=USAGE) for i in range(40)],
    "mostly fast": [row(i, elapsed=60.0 if i % 50 == 49 else 0.2, reply=USAGE) for i in range(200)],
    "mostly slow": [row(i, elapsed=0.002 if i % 50 == 49 else 30.0) for i in range(200)],
    "many kinds of failures": [row(i, error=KINDS[i % 7] if i % 3 else None) for i in range(4000)],
    "days with a pause": [row(i, time=1000.0 + 300 * i + 500_000 * (i > 80), reply=USAGE) for i in range(160)],
    "a million rows in a second": [row(i, time=1000.0) for i in range(3000)],
}


@pytest.mark.parametrize("name", RUNS)
def test_no_two_labels_of_a_chart_overlap(name: str, tmp_path: Path) -> None:
    for title, figure in charts(tmp_path, RUNS[name]).items():
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        (axes,) = figure.axes
        ticks = [*ticks_of(axes.xaxis), *ticks_of(axes.yaxis)]
        legend = [] if axes.get_legend() is None else axes.get_legend().get_texts()
        others = [axes._left_title, axes.xaxis.label, axes.yaxis.label, *axes.texts, *legend]
        labels = [(one.get_text(), one.get_window_extent(canvas.get_renderer())) for one in [*ticks, *others]]
        labels = [(text, box) for text, box in labels if text]
        assert len(ticks) >= 3, title
        for (text, box), (other, its_box) in combinations(labels, 2):
            assert not box.overlaps(its_box), f"{title}: {text!r} and {other!r}"
        for text, box in labels:
            assert figure.bbox.x0 <= box.x0 <= box.x1 <= figure.bbox.x1, f"{title}: {text!r} is cut"
            assert figure.bbox.y0 <= box.y0 <= box.y1 <= figure.bbox.y1, f"{title}: {text!r} is cut"


def ticks_of(axis: Any) -> list[Any]:
    """Return the labels that are drawn: those of ticks within the limits."""
    least, most = sorted(axis.get_view_interval())
    room = 1e-9 * (most - least)
    return [tick.label1 for tick in axis.get_major_ticks() if least - room <= tick.get_loc() <= most + room]


def test_a_pause_between_two_starts_is_not_most_of_the_chart(tmp_path: Path) -> None:
    rows = [row(i, time=1000.0 + i) for i in range(100)] + [row(i, time=90_000.0 + i) for i in range(100)]
    axes = charts(tmp_path, rows)["Throughput"].axes[0]
    assert axes.get_xlim()[1] <= 240
    assert axes.get_xlabel() == "seconds of running (dotted: a pause)"
    assert len(axes.lines) == 1


def test_a_page_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_text(row(1), encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot write .*No such file"):
        write_page(read_report(output), tmp_path / "none" / "a.html")
