"""Counts and lists of messages, from the database."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aigpt.local.ingest.message_headers import person_name
from aigpt.local.search.hits import Hit, fetch_hits
from aigpt.local.search.question_tally import Tally
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.tokens import tokens
from aigpt.local.search.window_merging import Candidate, Span
from aigpt.local.store.datasources import datasources_of, user_number
from aigpt.local.store.schema import passage_ids

__all__ = ["SHOWN", "Tallied", "run_tally"]

SHOWN = 20
"""How many messages or people are named at the most."""

_FROM_THEM = "i.sender IN (SELECT value FROM json_each(:senders))"
_NEWEST_OF_EACH = "SELECT i.sender, i.id, max(coalesce(i.timestamp, 0)) FROM items i WHERE "
_NEWEST_FIRST = " ORDER BY i.timestamp DESC, i.id DESC LIMIT :shown"  # those without a date are the last
_OLDEST_FIRST = " ORDER BY i.timestamp IS NULL, i.timestamp, i.id LIMIT :shown"
_OF_PEOPLE = frozenset({"people", "count people", "most"})


@dataclass(frozen=True, slots=True)
class Tallied:
    """What was counted."""

    count: int
    """Messages."""
    people: tuple[tuple[str, int], ...]
    """Each sender's name and number of messages, most first."""
    authors: tuple[str, ...]
    """The senders that were meant, as they call themselves; what the question calls them, if none is."""
    matched: str
    """The words that each message has, as a phrase or one by one; empty if any message was counted."""
    in_subject: bool
    shown: tuple[Hit, ...]
    """Some of the messages: the newest, or the oldest if the first is asked for; of a list of people one of each."""
    known: bool = True
    """Whether the senders that were meant have sent anything at all."""


class _Match(NamedTuple):
    """Words to look for."""

    told: str = ""
    """As they are named in the answer."""
    in_subject: bool = False
    """Whether in subjects alone."""
    expression: str = ""
    """As FTS5 takes them; empty for any message."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """SQL over items ``i`` with its values."""

    sql: str
    values: dict[str, object]

    def with_senders(self, senders: Iterable[str]) -> _Filter:
        return _Filter(f"{self.sql} AND {_FROM_THEM}", self.values | {"senders": json.dumps(list(senders))})


def run_tally(db: sqlite3.Connection, user: str, wanted: Tally) -> Tallied | None:
    """Count what is *wanted* in the user's messages; None if no message has the words that all are to have.

    Then a search may find what is meant.
    """
    number = user_number(db, user)
    if number is None:
        return None
    sources = [source.key for source in datasources_of(db, user)]
    by_others: _Match | None = None
    for match in _matches(wanted):
        chosen = _filter(number, sources, wanted, match)
        senders = _senders(db, chosen)
        if senders:
            by_others = by_others or match
        if wanted.authors:  # before the next match is left out: others' words are not theirs
            senders = _meant(wanted.authors, senders)
            chosen = chosen.with_senders(senders)
        if senders:
            return _tallied(db, wanted, match, chosen, senders)
    return None if wanted.words and by_others is None else _nothing(db, number, wanted, by_others or _Match())


def _tallied(db: sqlite3.Connection, wanted: Tally, match: _Match, chosen: _Filter, senders: dict[str, int]) -> Tallied:
    """Return the count of the *chosen* messages, which are from *senders*."""
    people = _by_name(senders)
    named = tuple(name for name, _ in people) if wanted.authors else ()
    shown = tuple(_shown(db, wanted, chosen, people))
    return Tallied(sum(senders.values()), people, named, match.told, match.in_subject, shown)


def _matches(wanted: Tally) -> Iterator[_Match]:
    """Yield what to look for, the strictest first. The words come from `content_words`, so they contain no syntax."""
    if not wanted.words:
        yield _Match()
        return
    each = [f'"{word}"' for word in wanted.words]
    told = " and ".join(f"\u201c{word}\u201d" for word in wanted.words)
    for in_subject in (True, False) if wanted.in_subject else (False,):
        columns = "{subject}" if in_subject else "{subject own}"
        phrase = " ".join(wanted.words)
        yield _Match(f"\u201c{phrase}\u201d", in_subject, f'{columns} : "{phrase}"')
        if len(each) > 1:
            yield _Match(told, in_subject, f"{columns} : ({' AND '.join(each)})")


def _filter(user: int, sources: Sequence[int], wanted: Tally, match: _Match) -> _Filter:
    low, high = passage_ids(user)
    clauses = ["i.user = :user", "i.kind = 'message'", "i.datasource IN (SELECT value FROM json_each(:sources))"]
    values: dict[str, object] = {"user": user, "sources": json.dumps(sources)}
    if wanted.period is not None:
        days = SearchParams("").within(wanted.period.first, wanted.period.last)
        for name, clause, bound in (("first", ">=", days.first), ("before", "<", days.before)):
            if bound is not None:
                clauses.append(f"i.timestamp {clause} :{name}")
                values[name] = bound
    if match.expression:
        clauses.append(
            "i.id IN (SELECT p.item FROM words JOIN passages p ON p.id = words.rowid"
            " WHERE words MATCH :match AND words.rowid >= :low AND words.rowid < :high)"
        )
        values |= {"match": match.expression, "low": low, "high": high}
    return _Filter(" AND ".join(clauses), values)


def _senders(db: sqlite3.Connection, chosen: _Filter) -> dict[str, int]:
    rows = db.execute(f"SELECT i.sender, count(*) FROM items i WHERE {chosen.sql} GROUP BY i.sender", chosen.values)  # noqa: S608 (only constants of this module are put in)
    return dict(map(tuple, rows))


def _meant(authors: Sequence[str], senders: dict[str, int]) -> dict[str, int]:
    """Return those of *senders* that are called as one of *authors*.

    Who is called just so is meant, else all who have its words in their names or addresses ("Ann" is Ann Bell, too).
    """
    meant: dict[str, int] = {}
    for author in authors:
        words = tokens(author)
        if not words:
            continue
        exact = {sender for sender in senders if tokens(person_name(sender)) == words}
        alike = {sender for sender in senders if _has(tokens(sender), words)}
        meant |= {sender: senders[sender] for sender in exact or alike}
    return meant


def _has(name: Sequence[str], words: Sequence[str]) -> bool:
    """Whether *name* has all *words*, also written as one ("Boing Boing" is boingboing)."""
    return set(words) <= set(name) or "".join(words) in name


def _nothing(db: sqlite3.Connection, user: int, wanted: Tally, match: _Match) -> Tallied:
    """Return that there is none; the authors by their own names if they have sent anything else."""
    rows = db.execute("SELECT DISTINCT sender FROM items WHERE user = ?", (user,))
    names = tuple(name for name, _ in _by_name(_meant(wanted.authors, {sender: 1 for (sender,) in rows})))
    known = bool(names) or not wanted.authors
    return Tallied(0, (), names or wanted.authors, match.told, match.in_subject, (), known)


def _by_name(senders: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the names of *senders* with their numbers of messages, most first: one person may have two addresses."""
    counts: Counter[str] = Counter()
    for sender, count in senders.items():
        counts[_name(sender)] += count
    return tuple(sorted(counts.items(), key=lambda person: (-person[1], person[0].lower())))


def _shown(db: sqlite3.Connection, wanted: Tally, chosen: _Filter, people: Sequence[tuple[str, int]]) -> list[Hit]:
    """Return the messages to name: of each of the first *people* the newest, or the newest (oldest) of all.

    Those that were deleted since they were counted are missing: other connections write meanwhile.
    """
    if wanted.kind in _OF_PEOPLE:
        newest: dict[str, tuple[int, int]] = {}  # by name: the time and the item
        for sender, item, at in db.execute(_NEWEST_OF_EACH + chosen.sql + " GROUP BY i.sender", chosen.values):
            name = _name(sender)
            newest[name] = max((at, item), newest.get(name, (at, item)))
        return _fetch(db, [newest[name][1] for name, _ in people[:SHOWN] if name in newest])
    order = _OLDEST_FIRST if wanted.kind == "first" else _NEWEST_FIRST
    rows = db.execute("SELECT i.id FROM items i WHERE " + chosen.sql + order, chosen.values | {"shown": SHOWN})  # noqa: S608 (only constants of this module are put in)
    return _fetch(db, [item for (item,) in rows])


def _fetch(db: sqlite3.Connection, items: Sequence[int]) -> list[Hit]:
    """Read *items*, in their order."""
    rows = db.execute(
        "SELECT item, min(id), first, last FROM passages WHERE item IN (SELECT value FROM json_each(?)) GROUP BY item",
        (json.dumps(items),),
    )
    found = {item: Span(Candidate(passage, item, first, last, 0.0)) for item, passage, first, last in rows}
    return fetch_hits(db, (found[item] for item in items if item in found))


def _name(sender: str) -> str:
    return person_name(sender) or "(no sender)"
