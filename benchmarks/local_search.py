"""How well and how fast the embedded server finds what meeting questions ask for.

Run ``python benchmarks/local_search.py``. It needs the real input (``AIGPT_DATA``, see CONTRIBUTING.md): a mailbox and
35 meetings go into one index; each of the 244 questions is asked as it stands. A result is a hit when its lines overlap
lines that answer the question, in the question's meeting. The questions' halves are those on meetings of even and of
odd numbers: what helps one of them only is chance. With ``--strict`` it exits with 1 where a goal is missed.
"""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
from machine import real_data

from aigpt.local import LocalServer
from aigpt.local.ingest.notes import OVERLAP, WINDOW
from aigpt.local.search import ranking

DATA = real_data()
FIRST, TEN = 0.48, 0.78  # goals: shares of the questions
P50, P99 = 15, 60  # goals: milliseconds; at 100,000 messages they are measured by local_load.py
Place: TypeAlias = tuple[str, int, int]
"""A file's name, first and last line."""


def main() -> None:
    """Print the figures; with ``--strict`` exit with 1 where a goal is missed."""
    questions = [json.loads(line) for line in (DATA / "meeting_questions.jsonl").read_text().splitlines()]
    print(f"{len(questions)} questions\n")
    for size in (12, 40):  # as a simple program would, and as long as this server's results
        report(f"plain FTS5 BM25, windows of {size} lines, meetings alone", questions, plain(questions, size))
    found, times = asyncio.run(ask_server(questions))
    report(f"this server, windows of {WINDOW} lines that share {OVERLAP}, mailbox and meetings", questions, found)
    met = judge(questions, found, times)
    print(ranking.__doc__)
    if "--strict" in sys.argv[1:] and not met:
        sys.exit(1)


def report(title: str, questions: Sequence[dict[str, Any]], found: Sequence[Sequence[Place]]) -> None:
    """Print the share of *questions* with a hit among the first 1, 3 and 10 places *found*, of all and of each half."""
    print(f"{title}\n          all      even     odd")
    for count in (1, 3, 10):
        shares = (share(questions, found, count, half) for half in (None, 0, 1))
        print(f"  hit@{count:<4}" + "".join(f"{value:<9.1%}" for value in shares))
    lines = [last - first + 1 for places in found for _, first, last in places if last]
    print(f"  a result has {sum(lines) / len(lines):.0f} lines on average, {max(lines)} at most\n")


def share(
    questions: Sequence[dict[str, Any]], found: Sequence[Sequence[Place]], count: int, half: int | None = None
) -> float:
    """Return the share with a hit among the first *count*; of *half* 0 or 1, the meetings of even or odd numbers."""
    hits = [
        hit(question, places[:count])
        for question, places in zip(questions, found, strict=True)
        if half is None or int(question["meeting"].rpartition("-")[2]) % 2 == half
    ]
    return sum(hits) / len(hits)


def judge(questions: Sequence[dict[str, Any]], found: Sequence[Sequence[Place]], times: Sequence[float]) -> bool:
    """Print each goal and whether it is met; return whether all are."""
    first, ten, p50, p99 = share(questions, found, 1), share(questions, found, 10), at(times, 50), at(times, 99)
    goals = [
        (f"hit@1 {first:.1%}, goal {FIRST:.0%}", first >= FIRST),
        (f"hit@10 {ten:.1%}, goal {TEN:.0%}", ten >= TEN),
        (f"p50 at the server {p50:.1f} ms, goal under {P50} ms", p50 < P50),
        (f"p99 at the server {p99:.1f} ms, goal under {P99} ms", p99 < P99),
    ]
    for text, met in goals:
        print(f"{text}: {'met' if met else 'MISSED'}")
    print()
    return all(met for _, met in goals)


def hit(question: dict[str, Any], places: Sequence[Place]) -> bool:
    """Return whether one of *places* overlaps what answers *question*."""
    return any(
        name == question["meeting"] and first <= end and start <= last
        for name, first, last in places
        for start, end in question["line_spans"]
    )


def plain(questions: Sequence[dict[str, Any]], size: int) -> list[list[Place]]:
    """Search with nothing but what SQLite has: every word of the question, windows of *size* lines, apart."""
    db = sqlite3.connect(":memory:")
    columns = "meeting UNINDEXED, first UNINDEXED, last UNINDEXED, text"
    db.execute(f"CREATE VIRTUAL TABLE windows USING fts5 ({columns}, tokenize = 'porter')")
    for path in sorted((DATA / "meetings").iterdir()):
        lines = path.read_text().splitlines()
        for start in range(0, len(lines), size):
            window = lines[start : start + size]
            db.execute(
                "INSERT INTO windows VALUES (?, ?, ?, ?)",
                (path.stem, start + 1, start + len(window), "\n".join(window)),
            )
    found = [
        db.execute(
            "SELECT meeting, first, last FROM windows WHERE windows MATCH ? ORDER BY rank LIMIT 10",
            (" OR ".join(f'"{word}"' for word in re.findall(r"\w+", question["query"])),),
        ).fetchall()
        for question in questions
    ]
    db.close()
    return found


async def ask_server(questions: Sequence[dict[str, Any]]) -> tuple[list[list[Place]], list[float]]:
    """Search through the server, one question after the other; return what was found, and the server's ms for each."""
    found: list[list[Place]] = []
    server_times: list[float] = []
    round_trips: list[float] = []
    async with (
        LocalServer([DATA / "mailbox.mbox", DATA / "meetings"], port=0) as server,
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
    ):
        await server.indexed()
        for question in questions:
            started = time.perf_counter()
            body = {"user": server.user, "query": question["query"], "max_results": 10}
            async with session.post(f"{server.url}/recall/search", json=body) as response:
                reply = await response.json()
            round_trips.append(1000 * (time.perf_counter() - started))
            server_times.append(sum(reply["durations"].values()))
            found.append([(Path(r["file"]).stem, *r.get("lines", (0, 0))) for r in reply["results"]])
    print(f"at the server: {percentiles(server_times)}\nround trip:    {percentiles(round_trips)}\n")
    return found, server_times


def percentiles(milliseconds: Sequence[float]) -> str:
    """Return p50, p95, p99 in words."""
    return ", ".join(f"p{p} {at(milliseconds, p):.1f} ms" for p in (50, 95, 99))


def at(values: Sequence[float], percentile: int) -> float:
    """Return the *percentile* of *values*."""
    return sorted(values)[min(len(values) - 1, len(values) * percentile // 100)]


if __name__ == "__main__":
    main()
