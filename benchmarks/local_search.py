"""How well and how fast the embedded server finds what meeting questions ask for.

Run ``python benchmarks/local_search.py``. It needs the real input (``AIGPT_DATA``, see CONTRIBUTING.md): a mailbox, and
35 meetings with 244 questions; each set of meetings goes into one index with the mailbox, and each question is asked as
it stands. A result is a hit when its lines overlap lines that answer the question, in the question's meeting.

The 244 questions were used for tuning: their figures are given for five folds over the meetings, and what helps some
folds only is chance. No goal is judged by them, but by the questions in ``$AIGPT_UNSEEN`` (by default the folder
``unseen`` of the real input), which were never used for tuning, nor looked at: the validation split of QMSum
(Yale-LILY/QMSum, MIT), 237 questions on 35 meetings, in the same files as the real input's.

``--embeddings URL`` searches by meaning as well, with the model of `embedding_server.py` or another one (``--model
NAME``). With ``--strict`` it exits with 1 where a goal is missed, or if there are no unseen questions.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sqlite3
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
from embedding_server import NAME
from machine import real_data

from aigpt.local import EmbeddingModel, LocalServer
from aigpt.local.ingest.notes import OVERLAP, WINDOW

DATA = real_data()
UNSEEN = Path(os.environ.get("AIGPT_UNSEEN") or DATA / "unseen")
GOALS = {False: (0.42, 0.72), True: (0.50, 0.80)}
"""Shares of the unseen questions with a hit at the first place, and among ten; without and with embeddings."""
P50, P99 = 15, 60  # goals: milliseconds; at 100,000 messages they are measured by local_load.py
FOLDS = 5
Question: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str, int, int]
"""A file's name, first and last line."""


def main() -> None:
    """Print the figures; with ``--strict`` exit with 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--embeddings", metavar="URL", help="the base URL of an embedding model's server")
    parser.add_argument("--model", default=NAME, help="its name (default: %(default)s)")
    parser.add_argument("--strict", action="store_true")
    asked = parser.parse_args()
    model = EmbeddingModel(asked.embeddings, asked.model, question_timeout=60) if asked.embeddings else None
    measure("questions used for tuning", DATA, model, judged=False)
    met = False
    if (UNSEEN / "meeting_questions.jsonl").exists():
        met = measure("questions never used for tuning", UNSEEN, model, judged=True)
    else:
        print(f"no unseen questions in {UNSEEN}: name their folder in AIGPT_UNSEEN\n")
    if asked.strict and not met:
        sys.exit(1)


def measure(title: str, folder: Path, model: EmbeddingModel | None, *, judged: bool) -> bool:
    """Print the figures for the questions in *folder*; return whether the goals are met, if it is to be *judged*."""
    lines = (folder / "meeting_questions.jsonl").read_text().splitlines()
    questions: list[Question] = [json.loads(line) for line in lines]
    print(f"── {len(questions)} {title} ──\n")
    for size in (12, 40):  # as a simple program would, and as long as this server's results
        report(f"plain FTS5 BM25, windows of {size} lines, meetings alone", questions, plain(folder, questions, size))
    met = True
    for one in (None, model) if model else (None,):
        found, times = asyncio.run(ask_server(folder, questions, one))
        means = "by words and meaning" if one else "by words"
        report(f"this server, {means}, {WINDOW} lines that share {OVERLAP}, mailbox and meetings", questions, found)
        if judged:
            met = judge(questions, found, times, with_embeddings=one is not None) and met
    return met


def report(title: str, questions: Sequence[Question], found: Sequence[Sequence[Place]]) -> None:
    """Print the share of *questions* with a hit among the first 1, 3 and 10 places *found*, of all and of each fold."""
    print(title)
    for count in (1, 3, 10):
        folds = " ".join(f"{share(questions, found, count, fold):6.1%}" for fold in range(FOLDS))
        print(f"  hit@{count:<3} {share(questions, found, count):6.1%}   folds {folds}")
    lines = [last - first + 1 for places in found for _, first, last in places if last]
    print(f"  a result has {sum(lines) / len(lines):.0f} lines on average, {max(lines)} at most\n")


def share(
    questions: Sequence[Question], found: Sequence[Sequence[Place]], count: int, fold: int | None = None
) -> float:
    """Return the share with a hit among the first *count*; of a *fold*, the meetings of every fifth number."""
    hits = [
        hit(question, places[:count])
        for question, places in zip(questions, found, strict=True)
        if fold is None or int(question["meeting"].rpartition("-")[2]) % FOLDS == fold
    ]
    return sum(hits) / len(hits)


def judge(
    questions: Sequence[Question], found: Sequence[Sequence[Place]], times: Sequence[float], *, with_embeddings: bool
) -> bool:
    """Print each goal and whether it is met; return whether all are."""
    first, ten = share(questions, found, 1), share(questions, found, 10)
    wanted, wanted_ten = GOALS[with_embeddings]
    goals = [
        (f"hit@1 {first:.1%}, goal {wanted:.0%}", first >= wanted),
        (f"hit@10 {ten:.1%}, goal {wanted_ten:.0%}", ten >= wanted_ten),
        (f"p50 at the server {at(times, 50):.1f} ms, goal under {P50} ms", at(times, 50) < P50),
        (f"p99 at the server {at(times, 99):.1f} ms, goal under {P99} ms", at(times, 99) < P99),
    ]
    for text, met in goals:
        print(f"{text}: {'met' if met else 'MISSED'}")
    print()
    return all(met for _, met in goals)


def hit(question: Question, places: Sequence[Place]) -> bool:
    """Return whether one of *places* overlaps what answers *question*."""
    return any(
        name == question["meeting"] and first <= end and start <= last
        for name, first, last in places
        for start, end in question["line_spans"]
    )


def plain(folder: Path, questions: Sequence[Question], size: int) -> list[list[Place]]:
    """Search with nothing but what SQLite has: every word of the question, windows of *size* lines, apart."""
    db = sqlite3.connect(":memory:")
    columns = "meeting UNINDEXED, first UNINDEXED, last UNINDEXED, text"
    db.execute(f"CREATE VIRTUAL TABLE windows USING fts5 ({columns}, tokenize = 'porter')")
    for path in sorted((folder / "meetings").iterdir()):
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


async def ask_server(
    folder: Path, questions: Sequence[Question], model: EmbeddingModel | None
) -> tuple[list[list[Place]], list[float]]:
    """Search through the server, one question after the other; return what was found, and the server's ms for each."""
    found: list[list[Place]] = []
    server_times: list[float] = []
    round_trips: list[float] = []
    async with (
        LocalServer([DATA / "mailbox.mbox", folder / "meetings"], port=0, embedding_model=model) as server,
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
    ):
        await server.embedded()
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
