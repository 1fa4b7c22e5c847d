"""How well and how fast the embedded server finds what meeting questions ask for.

Run ``python benchmarks/local_search.py``. It needs ``../shared/data`` beside the checkout: a mailbox and 35 meetings go
into one index; each of the 244 questions is asked as it stands. A result is a hit when its lines overlap lines that
answer the question, in the question's meeting.
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

from aigpt.local import LocalServer, search
from aigpt.local.notes import OVERLAP, WINDOW

DATA = Path(__file__).resolve().parents[1] / "../shared/data"
Place: TypeAlias = tuple[str, int, int]
"""A file's name, first and last line."""


def main() -> None:
    """Print the figures; exit with 1 where the input is missing."""
    for name in ("mailbox.mbox", "meetings", "meeting_questions.jsonl"):
        if not (DATA / name).exists():
            sys.exit(f"{DATA / name}: the input of this benchmark is not there")
    questions = [json.loads(line) for line in (DATA / "meeting_questions.jsonl").read_text().splitlines()]
    print(f"{len(questions)} questions\n")
    report("plain FTS5 BM25, windows of 12 lines, meetings alone", questions, plain(questions))
    report(f"this server, windows of {WINDOW} lines that share {OVERLAP}, mailbox and meetings",
           questions, asyncio.run(ask_server(questions)))  # fmt: skip
    print("goals: first 45 %, among ten 72 %; p50 at the server under 10 ms\n")
    print(search.__doc__)


def report(title: str, questions: Sequence[dict[str, Any]], found: Sequence[Sequence[Place]]) -> None:
    """Print the share of *questions* with a hit among the first 1, 3 and 10 places *found*."""
    print(title)
    for count in (1, 3, 10):
        hits = sum(hit(question, places[:count]) for question, places in zip(questions, found, strict=True))
        print(f"  hit@{count}: {hits / len(questions):.1%}")


def hit(question: dict[str, Any], places: Sequence[Place]) -> bool:
    """Return whether one of *places* overlaps what answers *question*."""
    return any(
        name == question["meeting"] and first <= end and start <= last
        for name, first, last in places
        for start, end in question["line_spans"]
    )


def plain(questions: Sequence[dict[str, Any]]) -> list[list[Place]]:
    """Search with nothing but what SQLite has: every word of the question, windows that do not overlap."""
    db = sqlite3.connect(":memory:")
    columns = "meeting UNINDEXED, first UNINDEXED, last UNINDEXED, text"
    db.execute(f"CREATE VIRTUAL TABLE windows USING fts5 ({columns}, tokenize = 'porter')")
    for path in sorted((DATA / "meetings").iterdir()):
        lines = path.read_text().splitlines()
        for start in range(0, len(lines), 12):
            window = lines[start : start + 12]
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


async def ask_server(questions: Sequence[dict[str, Any]]) -> list[list[Place]]:
    """Search through the server, one question after the other, and print how long it took."""
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
    return found


def percentiles(milliseconds: Sequence[float]) -> str:
    """Return p50, p95, p99 in words."""
    ordered = sorted(milliseconds)
    return ", ".join(f"p{p} {ordered[min(len(ordered) - 1, len(ordered) * p // 100)]:.1f} ms" for p in (50, 95, 99))


if __name__ == "__main__":
    main()
