"""How many questions of a person about their mail the embedded server answers well, without a language model.

Run ``python benchmarks/local_questions.py``. It needs the real input (``AIGPT_DATA``, see CONTRIBUTING.md): a mailbox
and 35 meetings go into one index. The questions are in ``local_questions.jsonl``, each with its kind and with what an
answer has to be: 15 that were there to tune by, 25 that judge, drawn by chance before anything was tuned, and 60 by
which the limits in `aigpt.local.answer.coverage` were set: whether there is an answer at all. ``--tuning`` prints the
answers to the 15 that are not answered well, ``--strict`` exits with 1 where a goal is missed.

Then it is counted how often a question that has an answer is said to have none: the questions on the meetings, of
those of even numbers (the half that is tuned by) and of odd numbers apart. And how often one without an answer is said
to have none: the same questions, asked where the meetings are not in the index, only the mailbox.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from machine import real_data

from aigpt.local import LocalServer

DATA = real_data()
QUESTIONS = Path(__file__).with_name("local_questions.jsonl")
WELL = 15  # goal: of the 25
ABSENT = 6  # goal: of 6


def main() -> None:
    """Print the figures; with ``--strict`` exit with 1 where a goal is missed."""
    questions = [json.loads(line) for line in QUESTIONS.read_text().splitlines()]
    meetings = [json.loads(line) for line in (DATA / "meeting_questions.jsonl").read_text().splitlines()]
    inputs = [question["query"] for question in meetings]
    both, mailbox = [DATA / "mailbox.mbox", DATA / "meetings"], [DATA / "mailbox.mbox"]
    replies = asyncio.run(ask_server(both, [question["question"] for question in questions] + inputs))
    absent = asyncio.run(ask_server(mailbox, inputs))
    well = [answered_well(*pair) for pair in zip(questions, replies, strict=False)]
    for part in ("limits", "tuning", "judging"):
        report(part, questions, well)
    if "--tuning" in sys.argv[1:]:
        show(questions, replies, well)
    report_not_found(meetings, replies[len(questions) :], absent)
    if not judge(questions, well) and "--strict" in sys.argv[1:]:
        sys.exit(1)


def answered_well(question: dict[str, Any], reply: dict[str, Any]) -> bool:
    """Return whether *reply* is what *question* says that an answer has to be."""
    text, sources = " ".join(reply["output"].split()), reply["metadata"]["sources"]
    if question.get("absent"):
        return says_not_found(reply)
    if says_not_found(reply):
        return False
    has = [phrase.lower() in text.lower() for phrase in question.get("all", ())]
    has += [any(phrase.lower() in text.lower() for phrase in question.get("any", [""]))]
    has += [
        any(str(count) in text.replace(",", "").split() for count in question.get("count", [""]))
        or not question.get("count")
    ]
    days = [datetime.fromtimestamp(source["timestamp"] or 0, UTC).date().isoformat() for source in sources]
    if "first" in question or "sender" in question:
        has += [bool(sources), *(question.get("first", "") <= day <= question.get("last", "9999") for day in days)]
        has += [question.get("sender", "") in source["provider"] for source in sources]
    return all(has)


def says_not_found(reply: dict[str, Any]) -> bool:
    """Return whether *reply* says that there is no answer, and neither quotes nor names anything."""
    return (
        "nothing was found" in reply["output"].lower()
        and "\u201c" not in reply["output"]
        and not reply["metadata"]["sources"]
    )


def report(part: str, questions: Sequence[dict[str, Any]], well: Sequence[bool]) -> None:
    """Print the share that is answered well of one *part* of the questions, and of each kind in it."""
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for question, good in zip(questions, well, strict=True):
        if question["part"] == part:
            kinds[question["kind"]].append(good)
    found = [good for each in kinds.values() for good in each]
    print(f"{part}: {sum(found)} of {len(found)} answered well")
    for kind, each in kinds.items():
        print(f"  {kind:<12}{sum(each)} of {len(each)}")
    print()


def show(questions: Sequence[dict[str, Any]], replies: Sequence[dict[str, Any]], well: Sequence[bool]) -> None:
    """Print what was answered to those to tune by that are not answered well."""
    for question, reply, good in zip(questions, replies, well, strict=False):
        if question["part"] == "tuning" and not good:
            print(f"{question['question']}\n{reply['output']}\n{'-' * 80}")


def report_not_found(
    meetings: Sequence[dict[str, Any]], replies: Sequence[dict[str, Any]], absent: Sequence[dict[str, Any]]
) -> None:
    """Print which share of the questions on meetings is said to have no answer, with and without the meetings."""
    print("said to be not found      even     odd")
    for title, given in (("that are there", replies), ("that are not there", absent)):
        shares: list[float] = []
        for half in (0, 1):
            said = [
                says_not_found(reply)
                for question, reply in zip(meetings, given, strict=True)
                if int(question["meeting"].rpartition("-")[2]) % 2 == half
            ]
            shares.append(sum(said) / len(said))
        print(f"  {title:<22}" + "".join(f"{share:>7.1%}" for share in shares))
    print()


def judge(questions: Sequence[dict[str, Any]], well: Sequence[bool]) -> bool:
    """Print each goal and whether it is met; return whether both are."""
    judging = [
        (question["kind"], good)
        for question, good in zip(questions, well, strict=True)
        if question["part"] == "judging"
    ]
    whole, absent = sum(good for _, good in judging), sum(good for kind, good in judging if kind == "absent")
    goals = [
        (f"{whole} of {len(judging)} answered well, goal {WELL}", whole >= WELL),
        (f"{absent} absent facts said to be not found, goal {ABSENT}", absent >= ABSENT),
    ]
    for text, met in goals:
        print(f"{text}: {'met' if met else 'MISSED'}")
    return all(met for _, met in goals)


async def ask_server(data: Sequence[Path], inputs: Sequence[str]) -> list[dict[str, Any]]:
    """Ask a server over *data* for the answer to each of *inputs*, as text."""
    replies: list[dict[str, Any]] = []
    async with (
        LocalServer(data, port=0) as server,
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
    ):
        await server.indexed()
        for text in inputs:
            async with session.post(f"{server.url}/recall/ask", json={"user": server.user, "input": text}) as response:
                replies.append(await response.json())
    return replies


if __name__ == "__main__":
    main()
