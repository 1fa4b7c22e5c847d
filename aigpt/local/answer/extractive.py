"""Answers made of what was found: sentences quoted, with who wrote them, and the sources they come from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aigpt.local.answer.schema_filling import fill
from aigpt.local.answer.sentence_ranking import Evidence, Sentence, weigh
from aigpt.local.params import Answer
from aigpt.local.search.query_terms import count_tokens
from aigpt.local.search.ranking import Hit

__all__ = ["HITS", "Answered", "answer", "as_text", "day", "pieces", "result_json", "source_json"]

HITS = 8
"""Passages that an answer may draw on."""

NOTHING = "Nothing was found about this in the indexed messages."

_QUOTES = 4
_PIECE_WORDS = 4
_MAX_CONTENT = 10_000


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, ready to be sent."""

    output: Any
    """Text, or what the output format asked for."""
    sources: list[dict[str, Any]]
    """What it quotes, in the order in which it does."""
    usage: dict[str, int]
    """Words and punctuation marks read (question, instructions, passages) and written, counted as tokens."""

    @property
    def text(self) -> str:
        """The output as text: itself, or as JSON."""
        return as_text(self.output)


def answer(db: sqlite3.Connection, asked: Answer, hits: Sequence[Hit]) -> Answered:
    """Answer from *hits*.

    As text: the best sentences, each quoted with its author, subject and date. As JSON: ``{"answer", "quotes"}``, the
    answer null where nothing was found, each quote ``{"text", "from", "subject", "date", "source"}``: `from` is null
    where the message only quotes it, `source` the id of one of the sources. By a schema: see `fill`.
    """
    evidence = weigh(db, asked.input, hits)
    output, used = _output(asked, evidence)
    cited = {sentence.hit.passage: source_json(sentence.hit) for sentence in used}
    read = count_tokens(asked.input, asked.instructions or "", *(hit.own + hit.quoted for hit in hits))
    written = count_tokens(as_text(output))
    usage = {"input_tokens": read, "output_tokens": written, "total_tokens": read + written}
    return Answered(output, list(cited.values()), usage)


def as_text(output: Any) -> str:
    """Return an output as text: itself, or as JSON."""
    return output if isinstance(output, str) else json.dumps(output, ensure_ascii=False)


def _output(asked: Answer, evidence: Evidence) -> tuple[Any, Sequence[Sentence]]:
    """Return the output, and the sentences that it was made of."""
    if not isinstance(asked.output_format, str):
        return fill(asked.output_format, evidence)
    chosen = evidence.varied(_QUOTES)
    if asked.output_format == "text":
        return "\n\n".join(_quote(sentence) for sentence in chosen) or NOTHING, chosen
    text = " ".join(sentence.text for sentence in chosen)
    return {"answer": text or None, "quotes": [_quote_json(sentence) for sentence in chosen]}, chosen


def _quote(sentence: Sentence) -> str:
    who = f"quoted by {sentence.speaker}" if sentence.quoted else sentence.speaker
    where = f"“{sentence.hit.subject}”" if sentence.hit.subject else ""
    return f"“{sentence.text}”\n— {', '.join(filter(None, (who, where, day(sentence.hit))))}"


def _quote_json(sentence: Sentence) -> dict[str, Any]:
    hit = sentence.hit
    who = None if sentence.quoted else sentence.speaker
    return {"text": sentence.text, "from": who, "subject": hit.subject, "date": day(hit) or None, "source": hit.id}


def day(hit: Hit) -> str:
    """Return the day of *hit*, such as ``2002-08-22``; "" where it has none."""
    return "" if hit.timestamp is None else datetime.fromtimestamp(hit.timestamp, UTC).date().isoformat()


def pieces(text: str) -> Iterator[str]:
    """Cut *text* into the pieces in which it is streamed, a few words each; together they are the text."""
    words = text.split(" ")
    for start in range(0, len(words), _PIECE_WORDS):
        last = start + _PIECE_WORDS >= len(words)
        yield " ".join(words[start : start + _PIECE_WORDS]) + ("" if last else " ")


def source_json(hit: Hit) -> dict[str, Any]:
    """Return *hit* as a source of the API."""
    return {
        "id": hit.id,
        "type": "message",
        "timestamp": hit.timestamp,
        "provider": hit.sender or hit.source,
        "title": hit.subject,
    }


def result_json(hit: Hit) -> dict[str, Any]:
    """Return *hit* as a search result of the API.

    Beyond what the API documents: ``lines`` (first and last, from 1) and ``file`` for notes; ``message_id``,
    ``thread``, ``attachments`` for messages.
    """
    content = hit.own or hit.quoted or hit.extra
    cut = len(content) > _MAX_CONTENT
    shown = {
        "id": hit.id,
        "timestamp": None
        if hit.timestamp is None
        else datetime.fromtimestamp(hit.timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "type": "message",
        "from": hit.sender if hit.kind == "message" else ", ".join(hit.people.splitlines()),
        "subject": hit.subject,
        "content": content[:_MAX_CONTENT] + "…" if cut else content,
        "file": hit.file,
    }
    if hit.kind == "note":
        return shown | {"lines": [hit.first, hit.last]}
    return shown | {"message_id": hit.message_id, "thread": hit.thread, "attachments": list(hit.attachments)}
