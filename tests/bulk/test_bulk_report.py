"""The report of an output: right figures, of a running file too, and a page that needs nothing else."""

import json
import re
import stat
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from bulk_files import Bulk

from aigpt.bulk import OutputError, read_report, write_page
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
    assert "svg" in links.tags
    assert not re.search(r"url\((?!#)|@import", text)
    assert "<b>" not in text
    assert f"<dt>rows done</dt><dd>{len(rows)}</dd>" in text
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_a_page_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    output = tmp_path / "a.jsonl"
    output.write_text(row(1), encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot write .*No such file"):
        write_page(read_report(output), tmp_path / "none" / "a.html")
