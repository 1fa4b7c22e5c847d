"""Extractive answers: the sentences that answer best, quoted with their author and source."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.answers import Answer, Pieces, Quote, as_text
from aigpt.local.answer.coverage import is_answered
from aigpt.local.answer.follow_ups import Turn
from aigpt.local.answer.model_tasks import find_task
from aigpt.local.answer.schema_filling import fill_schema
from aigpt.local.answer.sentence_ranking import Evidence, Sentence, rank_sentences
from aigpt.local.answer.token_usage import count_tokens, make_usage
from aigpt.local.readers.reading import Reading
from aigpt.local.search.hits import Hit
from aigpt.local.search.query_terms import topic
from aigpt.local.search.question_filters import Missed
from aigpt.local.shown_text import inner_text
from aigpt.local.store.datasources import Datasource, datasources_of

__all__ = ["Extractive", "answer", "pieces"]

_NOTHING = "Nothing was found {what} in the indexed messages."
_NO_MORE = "Nothing more was found about this than what was quoted before."
_ELSE = re.compile(r"\b(?:else|more|others?|further|another)\b", re.IGNORECASE)
_INDEXING = "{percent}is indexed so far: ask again."
_UNCONNECTED = (
    "Nothing is connected for the user {user}: connect a mailbox (aigpt serve --data PATH --user {quoted}, or the page "
    "that the server serves), or ask as the user whose mail it is."
)
_MISSED = "Nothing about this {missed} was found; {others}:"
_QUOTES = 4
_PIECE_WORDS = 4


class Extractive:
    """Answers with quotations, found by *reading*."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def answer(self, asked: AnswerParams, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked* from *hits*."""
        answered = await self._reading(partial(answer, asked=asked, hits=hits))
        for piece in pieces(answered.text):
            yield piece
        yield answered


def answer(db: sqlite3.Connection, asked: AnswerParams, hits: Sequence[Hit]) -> Answer:
    """Answer from *hits*; if the question's words do not stand together in any of them, there is no answer.

    As text: the best sentences, each quoted with its author, subject and date, those of the best hits first. As JSON:
    ``{"answer", "quotes"}``, the answer null if nothing was found, each quote ``{"text", "from", "subject", "date",
    "source"}``: `from` is null if the message only quotes it, `source` is the id of one of the sources; with ``"note"``
    if it takes a language model to do what is asked, or if nothing was found of the days or people that are asked for.
    For a schema: see `fill_schema`.
    """
    is_text = isinstance(asked.output_format, str)
    if is_text and not is_answered(db, asked.user, asked.question, hits):
        hits = ()
    evidence = rank_sentences(db, asked.question, hits, by_subject=is_text)
    output, used = _output(db, asked, evidence)
    if asked.refers_back and _is_last_answer(as_text(output), asked.history):
        output, used = _no_more(asked), ()
    cited = {sentence.hit.passage: sentence.hit.to_source() for sentence in used}
    quotes = tuple(_places(output, used, list(cited))) if asked.output_format == "text" else ()
    said = [turn.text for turn in asked.history]
    read = count_tokens(asked.input, asked.instructions or "", *said, *(hit.own + hit.quoted for hit in hits))
    return Answer(output, list(cited.values()), make_usage(read, count_tokens(as_text(output))), quotes)


def _output(db: sqlite3.Connection, asked: AnswerParams, evidence: Evidence) -> tuple[Any, Sequence[Sentence]]:
    """Return the output, and the sentences that it is made of."""
    if not isinstance(asked.output_format, str):
        return fill_schema(asked.output_format.read(), evidence)
    chosen = _choose(asked, evidence)
    if not chosen and asked.refers_back and evidence.sentences:
        return _no_more(asked), chosen
    if not chosen:
        nothing, note = _nothing(db, asked)
        value: dict[str, Any] = {"answer": None, "quotes": list[Any]()}
        return (nothing if asked.output_format == "text" else value | ({"note": note} if note else {})), chosen
    task = find_task(asked.input)
    notes = [_missed(asked.missed)] if asked.missed else []
    if asked.output_format == "text":
        notes += [f"{task.note} The sentences that fit best:"] if task else []
        return "\n\n".join([*notes, *map(_quote, chosen)]), chosen
    notes += [task.note] if task else []
    text = " ".join(sentence.context for sentence in chosen)
    quoted: dict[str, Any] = {"answer": text, "quotes": [_quote_json(sentence) for sentence in chosen]}
    return quoted | ({"note": " ".join(notes)} if notes else {}), chosen


def _choose(asked: AnswerParams, evidence: Evidence) -> list[Sentence]:
    """Return the sentences to quote: for a question that refers back, others than those of the answers before.

    If there are no others, those of the last answer alone are left out, since "when was that?" may be told by an
    earlier one; but not for "what else?".
    """
    told = [turn.text for turn in asked.history if turn.role == "assistant"] if asked.refers_back else []
    wanted = topic(asked.input)
    chosen = evidence.varied(_QUOTES, said="\n".join(told), wanted=wanted)
    if chosen or not told or _ELSE.search(asked.input):
        return chosen
    return evidence.varied(_QUOTES, said=told[-1], wanted=wanted)


def _is_last_answer(text: str, history: Sequence[Turn]) -> bool:
    last = next((turn.text for turn in reversed(history) if turn.role == "assistant"), "")
    return text.split() == last.split()


def _no_more(asked: AnswerParams) -> Any:
    return _NO_MORE if asked.output_format == "text" else {"answer": None, "quotes": [], "note": _NO_MORE}


def _nothing(db: sqlite3.Connection, asked: AnswerParams) -> tuple[str, str]:
    """Return what is said if nothing was found, and what of it is worth a note beside JSON."""
    hint = _hint(datasources_of(db, asked.user), asked.user) if asked.datasources is None else ""
    if hint.startswith("Nothing"):
        return hint, hint
    missed = asked.missed if asked.missed and asked.missed.alone else None
    text = _NOTHING.format(what=missed or "about this")
    return f"{text} {hint}".rstrip(), f"{text if missed else ''} {hint}".strip()


def _hint(sources: Sequence[Datasource], user: str) -> str:
    """Say why nothing may have been found, and what to do; "" if all is indexed."""
    if not sources:
        return _UNCONNECTED.format(user=user, quoted=shlex.quote(user))
    if all(source.complete or source.error for source in sources):
        return ""
    done, total = sum(source.done for source in sources), sum(source.total for source in sources)
    known = total and all(source.complete or source.total for source in sources)
    percent = f"{min(99, 100 * done // total)} % " if known else "Not all "
    return _INDEXING.format(percent=percent)


def _missed(missed: Missed) -> str:
    """Say within what too little was found, before what was found elsewhere."""
    return _MISSED.format(missed=missed, others="of other days" if missed.kept else "without that")


def _places(text: str, used: Sequence[Sentence], cited: Sequence[int]) -> Iterator[Quote]:
    """Yield where each of the quotes of *used* stands in *text*; *cited* are the passages of the sources."""
    end = 0
    for sentence in used:
        quote = _quote(sentence)
        start = text.index(quote, end)
        end = start + len(quote)
        yield Quote(start, end, cited.index(sentence.hit.passage))


def _quote(sentence: Sentence) -> str:
    speaker, subject = inner_text(sentence.speaker), inner_text(sentence.hit.subject)
    who = f"quoted by {speaker}" if sentence.quoted else speaker
    where = f"“{subject}”" if subject else ""
    return f"“{inner_text(sentence.context)}”\n— {', '.join(filter(None, (who, where, sentence.hit.day)))}"


def _quote_json(sentence: Sentence) -> dict[str, Any]:
    hit = sentence.hit
    who = None if sentence.quoted else sentence.speaker
    return {"text": sentence.context, "from": who, "subject": hit.subject, "date": hit.day, "source": hit.id}


def pieces(text: str) -> Iterator[str]:
    """Split *text* into pieces of a few words, as a stream sends them."""
    words = text.split(" ")
    for start in range(0, len(words), _PIECE_WORDS):
        last = start + _PIECE_WORDS >= len(words)
        yield " ".join(words[start : start + _PIECE_WORDS]) + ("" if last else " ")
