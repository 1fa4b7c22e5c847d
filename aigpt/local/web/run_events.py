"""The events of recall/run: reasoning, search calls and their results, the answer."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import Any, TypeAlias

from aigpt.local.answer.answers import Answer
from aigpt.local.search.hits import Hit
from aigpt.local.search.query_terms import terms
from aigpt.local.search.search_params import SearchParams

__all__ = ["Json", "answer_events", "reasoning_events", "search_call", "search_result"]

Json: TypeAlias = dict[str, Any]


def reasoning_events(wanted: SearchParams) -> list[Json]:
    """Say in words what is searched for."""
    text = f"Looking for {_in_words(wanted)}."
    summary = [{"type": "summary_text", "text": text}]
    return [
        {"type": "run.reasoning_item.start", "item": {"type": "reasoning"}},
        {"type": "run.reasoning_summary_part.start"},
        {"type": "run.reasoning_summary_part.done", "text": text},
        {"type": "run.reasoning_item.done", "item": {"type": "reasoning", "content": [], "summary": summary}},
    ]


def _in_words(wanted: SearchParams) -> str:
    first, last = wanted.days
    found = terms(wanted.query)
    if not found and wanted.query.strip():
        return "nothing: the question holds no words"
    parts = [
        f"passages with these words, the rarer the better: {', '.join(found)}" if found else "the newest passages",
        f"from {first} on" if first else "",
        f"until {last}" if last else "",
        f"by {' or '.join(wanted.authors)}" if wanted.authors else "",
        "the newest first" if found and wanted.newest else "",
    ]
    return "; ".join(filter(None, parts))


def search_call(wanted: SearchParams, call: str) -> Json:
    """Return the event of a search that begins; *call* is its id."""
    first, last = wanted.days
    named = {
        "date_from": first and first.isoformat(),
        "date_to": last and last.isoformat(),
        "filter_people": wanted.people,
        "filter_authors": wanted.authors,  # this and newest_first are no parameters of the API
        "newest_first": wanted.newest,
    }
    given = {name: value for name, value in named.items() if value}
    arguments = {"query": wanted.query, "max_results": wanted.limit, **given}
    item = {
        "type": "function_call",
        "name": "search",
        "callId": call,
        "arguments": json.dumps(arguments, ensure_ascii=False),
    }
    return {"type": "run.tool_call_item", "item": item}


def search_result(hits: Sequence[Hit], call: str, *, results: bool = False) -> Json:
    """Return the event of a search that has ended. *results*: with the passages, which the API does not send."""
    found = {"sources": [hit.to_source() for hit in hits]}
    item: Json = {"type": "function_call_result", "name": "search", "callId": call, "metadata": found}
    if results:
        item["results"] = [hit.to_result() for hit in hits]
    return {"type": "run.tool_call_output_item", "item": item}


def answer_events(part: str | Answer, run: str, started: int, turn: int) -> list[Json]:
    """Return the events for a part of an answer, up to the end of the run that *started* then, in milliseconds."""
    if isinstance(part, str):
        return [{"type": "run.output_text.delta", "delta": part}]
    content = [{"type": "output_text", "text": part.text}]
    ended = time.time_ns() // 1_000_000
    result = {
        "timestampStart": started,
        "timestamp": ended,
        "duration": ended - started,
        "output": part.output,
        "usage": part.usage,
        "metadata": part.metadata,
    }
    return [
        {"type": "run.output_item.done", "item": {"type": "message", "role": "assistant", "content": content}},
        {"type": "run.turn.done", "turn": turn},
        {"type": "run.done", "id": run, **result},
    ]
