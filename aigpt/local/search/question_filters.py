"""The filters that a question names: days, people, and whether the newest is wanted.

Days are taken for when a message was sent, people for who wrote it: "last week" is no word of the messages that are
wanted. But a question may also be about them ("the launch on 12 May"). So the filters make a first attempt, which
counts only if what is found has at least half of the other words (see `question_search`); else the question is searched
for within the people alone, if it names days too, and at last as it stands. Each attempt says what it no longer looks
for, so that an answer can say so.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice

from aigpt.local.search.date_expressions import find_period
from aigpt.local.search.fts_expressions import match_people
from aigpt.local.search.query_terms import topic
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.tokens import tokens
from aigpt.local.store.datasources import user_number
from aigpt.local.store.schema import passage_ids

__all__ = ["Missed", "SearchAttempt", "known_names", "search_attempts", "without_filters"]

_MAX_WORDS, _MAX_CHARS = 25, 500  # a longer query is a text to find, not a question

_MESSAGES = r"(?:e-?mails?|mails?|messages?|posts?|notes?|news|updates?|replies|reply)"
_NEWEST = re.compile(
    rf"\b(?:the\s+)?(?:very\s+)?(?:(?:latest|newest|most\s+recent)(?:\s+{_MESSAGES})?|last\s+{_MESSAGES})\b"
    r"|\blast(?=\s+(?:wr[io]te|said|say|sen[dt]|hear|heard|mention|mentioned|replied|reply)\b)",
    re.IGNORECASE,
)
_SAYING = (
    r"(?:say|says|said|post|posted|write|writes|wrote|written|think|thinks|thought|mention|mentioned|suggest|suggested|send|sent"
    r"|ask|asked|reply|replied|answer|answered|propose|proposed|recommend|recommended|want|wanted|tell|told|announce"
    r"|announced|argue|argued|explain|explained|report|reported|promise|promised|believe|believed|agree|disagree|decide)"
)
_NAME = r"[A-Z\u00c0-\u00de][\w.\u2019'-]*\w(?:\s+[A-Z\u00c0-\u00de][\w.'-]*\w){0,3}"
_PEOPLE = (
    # "what did Anna write": also in lower case, as people write in a chat.
    re.compile(rf"\b(?:did|does|do|has|have)\s+(?:the\s+)?(?P<who>\w[\w.'\s-]{{0,60}}?)\s+{_SAYING}\b", re.IGNORECASE),
    re.compile(rf"\b(?:from|by|according\s+to)\s+(?P<who>{_NAME}|[\w.+-]+@[\w.-]+\w)"),
    re.compile(rf"\b(?P<who>{_NAME})['\u2019]s\s+(?i:{_MESSAGES}|opinion|view|answer|suggestion|proposal)\b"),
)
_NOBODY = frozenset(
    "i you he she it we they one anyone anybody someone somebody everyone everybody people group team meeting".split()  # noqa: SIM905 (read as text)
)


_PARTICLE = r"(?:(?:van|von|de|der|den|du|di|da|la|le|bin|al)\s+){0,2}"
_CAPITAL = r"[A-Z\u00c0-\u00de][\w.\u2019'-]*\w"
_CAPITALS = re.compile(rf"{_CAPITAL}(?:\s+{_PARTICLE}{_CAPITAL}){{0,3}}")
_MAX_NAMED = 8
_BEFORE_DAYS = frozenset("in on during of from the since after before until till between and to".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Missed:
    """Filters within which too little was found."""

    people: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    phrase: tuple[str, ...] = ()
    """The words for the days, if a text that has them may be meant: "12 May"."""
    alone: bool = False
    """Whether the question names nothing besides."""
    kept: bool = False
    """Whether the people are still looked for."""

    def __str__(self) -> str:
        who = f"from {' or '.join(self.people)}" if self.people else ""
        both = f"between {self.first} and {self.last}" if self.first != self.last else f"of {self.first}"
        since = f"since {self.first}" if self.first else f"until {self.last}" if self.last else ""
        return " ".join(filter(None, (who, both if self.first and self.last else since)))


@dataclass(frozen=True, slots=True)
class SearchAttempt:
    """One search."""

    params: SearchParams
    topic: tuple[str, ...] | None = None
    """Words of which half must be found for the attempt to count; None if it is the last one."""
    missed: Missed | None = None
    """Within what too little was found before."""


def search_attempts(db: sqlite3.Connection, wanted: SearchParams, today: date) -> list[SearchAttempt]:
    """Return the searches for *wanted*, to be tried in this order.

    Days and people that the caller gave are kept, and none are read from the question.
    """
    words = wanted.query.split()
    if not 1 < len(words) <= _MAX_WORDS or len(wanted.query) > _MAX_CHARS:
        return [SearchAttempt(wanted)]
    text = " ".join(words)
    asked = _NEWEST.sub(" ", text)
    newest = asked != text
    people = [] if wanted.people else _people(db, wanted.user, asked)
    base = replace(wanted, query=_asked(asked, people), newest=True) if newest else wanted
    period = None if wanted.first is not None or wanted.before is not None else find_period(asked, today)
    if period is None and not people:
        return [SearchAttempt(base)]
    rest = asked if period is None else f"{asked[: period.span[0]]} {asked[period.span[1] :]}"
    query = _asked(rest, people)
    narrowed = replace(base, query=query, authors=people)
    if period is not None:
        narrowed = narrowed.within(period.first, period.last)
    asked_for = tuple(_topic(query, people))
    missed = Missed(tuple(people), alone=not asked_for)
    first = SearchAttempt(narrowed, asked_for)
    if period is None:
        return [first, SearchAttempt(base, missed=missed)]
    missed = replace(missed, first=period.first, last=period.last, phrase=_phrase(asked[slice(*period.span)]))
    people_alone = replace(narrowed, first=base.first, before=base.before)
    between = [SearchAttempt(people_alone, asked_for, replace(missed, kept=True))] if people and asked_for else []
    return [first, *between, SearchAttempt(base, missed=missed)]


def _phrase(days: str) -> tuple[str, ...]:
    """Return the words for *days* by which a text can name them too: "12 May", but not "last week", or a mere year."""
    words = [word for word in tokens(days) if word not in _BEFORE_DAYS]
    return tuple(words) if len(words) > 1 and any(word.isdecimal() for word in words) else ()


def without_filters(text: str) -> str:
    """Return *text* without the days that it names, and without "the newest"."""
    text = _NEWEST.sub(" ", " ".join(text.split()))
    period = find_period(text, datetime.now(UTC).date())  # any day will do: only its place in the text is wanted
    return text if period is None else f"{text[: period.span[0]]} {text[period.span[1] :]}"


def known_names(db: sqlite3.Connection, user: str, text: str) -> list[str]:
    """Return the people and lists named in *text* with capitals, if they are in any message."""
    number = user_number(db, user)
    if number is None:
        return []
    names: list[str] = []
    for match in islice(_CAPITALS.finditer(text), _MAX_NAMED):
        words = re.sub(r"['\u2019]s?\b", "", match[0]).split()
        if match.start() == 0:
            words = words[1:]  # the first word of a sentence has a capital anyway
        names += _known(db, number, words)
    return names


def _known(db: sqlite3.Connection, user: int, words: Sequence[str]) -> Iterator[str]:
    """Yield the longest runs of *words* that are a known name."""
    start = 0
    while start < len(words):
        ends = range(len(words), start, -1)
        end = next((end for end in ends if _is_known(db, user, " ".join(words[start:end]))), None)
        if end is not None and not _NOBODY.issuperset(tokens(" ".join(words[start:end]))):
            yield " ".join(words[start:end])
        start = end or start + 1


def _asked(text: str, people: Sequence[str]) -> str:
    """Return what to search for: *text*, or nothing, which finds the newest, if it has no topic."""
    return re.sub(r"\s+([?!.,;])", r"\1", " ".join(text.split())) if _topic(text, people) else ""


def _topic(text: str, people: Sequence[str]) -> list[str]:
    names = {word for person in people for word in tokens(person)}
    return [word for word in topic(text) if word not in names]


def _people(db: sqlite3.Connection, user: str, text: str) -> list[str]:
    """Return the people who, by *text*, said or sent something, if they are in any message."""
    number = user_number(db, user)
    if number is None:
        return []
    named = dict.fromkeys(name for pattern in _PEOPLE for match in pattern.finditer(text) for name in _names(match))
    return [name for name in named if _is_known(db, number, name)]


def _names(match: re.Match[str]) -> Iterator[str]:
    for name in re.split(r"\s*,\s*|\s+(?:and|or)\s+", match["who"]):
        if not _NOBODY.issuperset(tokens(name)):
            yield name.strip()


def _is_known(db: sqlite3.Connection, user: int, name: str) -> bool:
    known = "SELECT 1 FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? LIMIT 1"
    return db.execute(known, (match_people([name]), *passage_ids(user))).fetchone() is not None
