"""Sources as the page opens them: at the passage that counts, with the words of the question marked."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from aigpt.local.answer.answer_params import read_history
from aigpt.local.answer.follow_ups import search_text
from aigpt.local.params import Body, ParamsError, read_flag, read_optional_text, read_text
from aigpt.local.search.idf import idf
from aigpt.local.search.query_terms import terms, topic
from aigpt.local.search.source_text import read_source
from aigpt.local.search.tokens import stem
from aigpt.local.web.marked_text import mark_excerpt, mark_text

__all__ = ["PassageParams", "WantedSource", "show_passages"]

_MOST_SOURCES = 100
_MOST_QUOTED = 1_000  # characters; an answer quotes fewer
_LINES_AROUND = 12  # of notes, before and after those that a source is
_LINES = re.compile(r"(?P<place>.*#)L(?P<first>[0-9]{1,9})-L(?P<last>[0-9]{1,9})", re.DOTALL | re.ASCII)


@dataclass(frozen=True, slots=True)
class WantedSource:
    """A source to be shown."""

    id: str
    quote: str = ""
    """What an answer quotes of it, which is the passage then."""


@dataclass(frozen=True, slots=True)
class PassageParams:
    """Parameters of the page's route for sources."""

    user: str
    question: str
    """Whose words are marked."""
    sources: tuple[WantedSource, ...]
    short: bool
    """Whether excerpts are wanted."""

    @classmethod
    def read(cls, body: Body) -> PassageParams:
        """Check *body*; raises `ParamsError`."""
        given = body.get("sources")
        sources = cast("Sequence[Any]", given) if isinstance(given, list) else ()
        if not 0 < len(sources) <= _MOST_SOURCES:
            raise ParamsError(f"sources must be a list of 1 to {_MOST_SOURCES} objects with an id")
        return cls(
            user=read_text(body, "user"),
            question=search_text(read_optional_text(body, "input") or "", read_history(body)),
            sources=tuple(map(_read_wanted, sources)),
            short=read_flag(body, "short"),
        )


def _read_wanted(given: Any) -> WantedSource:
    if not isinstance(given, dict):
        raise ParamsError("each of sources must be an object with an id")
    source = cast("Body", given)
    quote = read_optional_text(source, "quote", within="sources.") or ""
    return WantedSource(read_text(source, "id"), quote[:_MOST_QUOTED])


def show_passages(db: sqlite3.Connection, wanted: PassageParams) -> bytes:
    """Return ``{"passages": […]}`` as JSON: for each source an object, or null if the user does not have it any more.

    An object has `from`, `subject` and `timestamp`, as a search result has them, and the text as `before`, `passage`
    and `after`: lists of ``[text, whether it is a word of the question]``. An excerpt is all in `passage`.
    """
    weights = idf(db, {stem(word) for word in topic(wanted.question) or terms(wanted.question)})
    return msgspec.json.encode({"passages": [_show(db, wanted, source, weights) for source in wanted.sources]})


def _show(
    db: sqlite3.Connection, wanted: PassageParams, source: WantedSource, weights: Mapping[str, float]
) -> dict[str, Any] | None:
    found = read_source(db, wanted.user, source.id)
    if found is None:
        return None
    shown = {name: found[name] for name in ("from", "subject", "timestamp")}
    if wanted.short:
        return {**shown, "before": [], "passage": mark_excerpt(found["content"], weights), "after": []}
    marked = mark_text(found["content"], weights, source.quote)
    above, below = _lines_around(db, wanted.user, source.id, found["content"])
    before = [(f"{above}\n", False), *marked.before] if above else marked.before
    after = [*marked.after, (f"\n{below}", False)] if below else marked.after
    return {**shown, "before": before, "passage": marked.passage, "after": after}


def _lines_around(db: sqlite3.Connection, user: str, name: str, text: str) -> tuple[str, str]:
    """Return the lines before and after the source *name* with that *text*; "" for a message, which is shown whole."""
    match = _LINES.fullmatch(name)
    if match is None:
        return "", ""
    first, last = int(match["first"]), int(match["last"])
    ranges = (max(1, first - _LINES_AROUND), first - 1), (last + 1, last + _LINES_AROUND)
    above, below = (_read_lines(db, user, f"{match['place']}L{one}-L{two}", text) for one, two in ranges)
    return above, below


def _read_lines(db: sqlite3.Connection, user: str, name: str, text: str) -> str:
    """Return lines around *text*; "" if there are none, or they cannot be told from it, as parts of one long line."""
    found = read_source(db, user, name)
    around = "" if found is None else str(found["content"])
    return "" if around.count("\n") >= _LINES_AROUND or around == text else around
