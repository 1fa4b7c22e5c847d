"""The service's work on the database, done by the readers: for them, this module and what it imports stay small."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from datetime import date
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.params import Body
from aigpt.local.search.hits import Hit
from aigpt.local.search.question_filters import Missed, SearchAttempt, search_attempts
from aigpt.local.search.question_search import answerable, run_attempt, search_in_turn, search_question
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store.datasources import Datasource, datasources_of
from aigpt.local.web.run_events import Json

__all__ = ["attempt_search", "begin_run", "describe", "find", "new_id", "read_params", "search"]

_MOST_CHARS = 200_000  # of each text of a passage for an answer, which all go through the event loop's process


def search(db: sqlite3.Connection, wanted: SearchParams, today: date) -> bytes:
    """Return the reply of recall/search as JSON."""
    started = time.perf_counter()
    hits = search_question(db, wanted, today)
    found = time.perf_counter()
    results = [hit.to_result() for hit in hits]
    context = describe(datasources_of(db, wanted.user))
    durations = {"retrieve": _milliseconds(started, found), "resolve": _milliseconds(found, time.perf_counter())}
    return msgspec.json.encode({"id": new_id(), "context": context, "results": results, "durations": durations})


def read_params(_: sqlite3.Connection, body: Body) -> AnswerParams:
    """Check the parameters of recall/ask and recall/run: those with a schema take long. Raises `ParamsError`."""
    return AnswerParams.read(body)


def find(db: sqlite3.Connection, wanted: SearchParams, today: date) -> tuple[Json, list[Hit], Missed | None]:
    """Return what the user has connected, the passages for an answer, and within what too little was found."""
    hits, missed = answerable(*search_in_turn(db, search_attempts(db, wanted, today)))
    return describe(datasources_of(db, wanted.user)), _bounded(hits), missed


def begin_run(db: sqlite3.Connection, wanted: SearchParams, today: date) -> tuple[Json, Sequence[SearchAttempt]]:
    """Return what the user has connected, and the searches that a run may make."""
    return describe(datasources_of(db, wanted.user)), list(search_attempts(db, wanted, today))


def attempt_search(db: sqlite3.Connection, attempt: SearchAttempt) -> tuple[list[Hit], bool]:
    """Search once; return the passages, and whether they are enough."""
    hits, enough = run_attempt(db, attempt)
    return _bounded(hits), enough


def describe(sources: Sequence[Datasource]) -> Json:
    """Return datasources as the context of a reply."""
    return {
        "indexed": all(source.complete for source in sources),
        "datasources": [source.to_json() for source in sources],
    }


def new_id() -> str:
    """Return the id of a reply, a run or a call."""
    return uuid4().hex


def _bounded(hits: Sequence[Hit]) -> list[Hit]:
    return [
        replace(hit, own=hit.own[:_MOST_CHARS], quoted=hit.quoted[:_MOST_CHARS], extra=hit.extra[:_MOST_CHARS])
        if max(len(hit.own), len(hit.quoted), len(hit.extra)) > _MOST_CHARS
        else hit
        for hit in hits
    ]


def _milliseconds(start: float, end: float) -> float:
    return round(1000 * (end - start), 3)
