"""Answers to questions for counts and lists, from the database; all other questions go on to another answerer."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import aclosing
from datetime import date
from functools import partial
from typing import Any

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.answers import Answer, Answerer, Pieces, Quote, as_text
from aigpt.local.answer.extractive import pieces
from aigpt.local.answer.token_usage import count_tokens, make_usage
from aigpt.local.ingest.message_headers import person_name
from aigpt.local.search.hits import Hit
from aigpt.local.search.question_tally import Tally, may_be_tally, read_tally
from aigpt.local.search.tallies import SHOWN, Tallied, run_tally
from aigpt.local.store.datasources import datasources_of

__all__ = ["Counted", "answer_tally"]

_FEW = 3  # messages named with a count
_UNFINISHED = "\n(Indexing has not ended: there may be more.)"
_MOST = 10  # people named for "who sent most"


class Counted:
    """Answers from the database where counts or lists are asked for, else by *otherwise*.

    *reading* runs a function on the database in a worker; *today* returns the day from which "last week" is counted.
    For a schema *otherwise* answers, too.
    """

    def __init__(
        self,
        reading: Callable[[Callable[[sqlite3.Connection], Answer | None]], Awaitable[Answer | None]],
        today: Callable[[], date],
        otherwise: Answerer,
    ) -> None:
        self._reading = reading
        self._today = today
        self._otherwise = otherwise

    async def answer(self, asked: AnswerParams, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked*, by *otherwise* from *hits*."""
        answered = None
        if asked.datasources is None and isinstance(asked.output_format, str) and may_be_tally(asked.input):
            answered = await self._reading(partial(answer_tally, asked=asked, today=self._today()))
        if answered is not None:
            for piece in pieces(answered.text):
                yield piece
            yield answered
            return
        async with aclosing(self._otherwise.answer(asked, hits)) as parts:
            async for part in parts:
                yield part


def answer_tally(db: sqlite3.Connection, asked: AnswerParams, today: date) -> Answer | None:
    """Return the answer to a question for a count or list; None if it is none, finds nothing, or there is no mail.

    The sources are the messages that the answer names. As JSON it is ``{"answer", "quotes"}``, without quotes.
    """
    sources = datasources_of(db, asked.user)
    if not sources:
        return None
    wanted = read_tally(asked.input, today)
    tallied = None if wanted is None else run_tally(db, asked.user, wanted)
    if wanted is None or tallied is None:
        return None
    text, named = _tell(wanted, tallied)
    if not all(source.complete for source in sources):
        text += _UNFINISHED
    output: Any = text if asked.output_format == "text" else {"answer": text, "quotes": []}
    usage = make_usage(count_tokens(asked.input, asked.instructions or ""), count_tokens(as_text(output)))
    quotes = tuple(_places(text, named)) if asked.output_format == "text" else ()
    return Answer(output, [hit.to_source() for hit in named], usage, quotes)


def _places(text: str, named: Sequence[Hit]) -> Iterator[Quote]:
    """Yield which line of *text* names which message."""
    end = 0
    for number, hit in enumerate(named):
        line = _line(hit)
        start = f"{text}\n".find(f"{line}\n", end)
        if start >= 0:
            end = start + len(line)
            yield Quote(start, end, number)


def _tell(wanted: Tally, tallied: Tallied) -> tuple[str, Sequence[Hit]]:
    """Return the answer, and the messages that it names."""
    which = "".join(_which(wanted, tallied))
    if tallied.count:
        lines, named = _lines(wanted, tallied, f"{_count(tallied.count, 'message')}{which}")
        return "\n".join(lines), named
    if wanted.kind == "count" and tallied.known:
        return f"0 messages{which}.", ()
    return f"Nothing was found: the index has no messages{which}.", ()


def _lines(wanted: Tally, tallied: Tallied, messages: str) -> tuple[list[str], Sequence[Hit]]:
    """Return the lines of the answer, and the messages that it names. *messages* says how many there are of which."""
    people = [f"- {name}: {_count(count, 'message')}" for name, count in tallied.people]
    shown = tallied.shown
    match wanted.kind:
        case "first" | "last":
            if not shown:  # deleted since they were counted
                return [f"{messages}."], ()
            text = f"{shown[0].day or 'Without a date'}: the {wanted.kind} of {messages} is {_title(shown[0])}"
            return [text + ("." if wanted.authors else f" from {person_name(shown[0].sender)}.")], shown[:1]
        case "most":
            return [f"Of {messages}, most are from:", *people[:_MOST]], shown[:_MOST]
        case "people" | "count people":
            senders = _count(len(people), "person", "people")
            return [f"{senders} sent {messages}:", *people[:SHOWN], *_more(len(people) - SHOWN)], shown
        case "messages":
            return [f"{messages}:", *map(_line, shown), *_more(tallied.count - len(shown))], shown
        case "count":
            each = people[:SHOWN] if len(people) > 1 and wanted.authors else []
            newest = ["The newest:" if tallied.count > 1 else "It is:"] if shown else []
            return [f"{messages}.", *each, *newest, *map(_line, shown[:_FEW])], shown[:_FEW]


def _which(wanted: Tally, tallied: Tallied) -> Iterator[str]:
    """Yield which messages are meant: from whom, with which words, of which days."""
    if tallied.authors:
        names = ", ".join(tallied.authors[:SHOWN])
        yield f" from {names}"
    if tallied.matched:
        yield f" with {tallied.matched} in the subject" + ("" if tallied.in_subject else " or in their own words")
    if (period := wanted.period) is not None:
        first, last = period.first, period.last
        if first is not None and first == last:
            yield f" of {first}"
        else:
            both = first is not None and last is not None
            yield f" between {first} and {last}" if both else f" since {first}" if first else f" until {last}"


def _line(hit: Hit) -> str:
    return f"- {', '.join(part for part in (hit.day, _title(hit), person_name(hit.sender)) if part)}"


def _title(hit: Hit) -> str:
    return f"\u201c{' '.join(hit.subject.split())}\u201d" if hit.subject.strip() else "(no subject)"


def _more(count: int) -> list[str]:
    return [f"- and {count} more"] if count > 0 else []


def _count(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"
