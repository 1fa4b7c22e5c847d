"""What a question is searched for: as it stands, and before that within what it says of time and people.

Days that a question names are taken for when a message was sent, and people for who is in it: a filter, since "last
week" is no word of the messages it asks for. But they may as well be what the messages are about ("the launch on 12
May"). So the filter is a first attempt, good only where what is found holds at least half of what else is asked for;
if it does not, the question is searched for as it stands.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from aigpt.local.params import Search
from aigpt.local.search.date_expressions import find_period
from aigpt.local.search.idf import rarity
from aigpt.local.search.query_terms import match_people, stem, tokens, topic
from aigpt.local.search.ranking import Hit
from aigpt.local.store.database import USER_BITS
from aigpt.local.store.datasources import user_number

__all__ = ["Attempt", "arguments", "attempts", "is_answered"]

_MAX_WORDS, _MAX_CHARS = 25, 500  # what is longer is a text to find again, not a question
_MESSAGE_CHARS = 20_000
_ENOUGH = 0.5  # of what is asked for, by rarity
_BEST = 3

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
    # "what did Anna write": also in lower case, as people write to a bot.
    re.compile(rf"\b(?:did|does|do|has|have)\s+(?:the\s+)?(?P<who>\w[\w.'\s-]{{0,60}}?)\s+{_SAYING}\b", re.IGNORECASE),
    re.compile(rf"\b(?:from|by|according\s+to)\s+(?P<who>{_NAME}|[\w.+-]+@[\w.-]+\w)"),
    re.compile(rf"\b(?P<who>{_NAME})['\u2019]s\s+(?i:{_MESSAGES}|opinion|view|answer|suggestion|proposal)\b"),
)
_NOBODY = frozenset(
    "i you he she it we they one anyone anybody someone somebody everyone everybody people group team meeting".split()  # noqa: SIM905 (read as text)
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One search."""

    search: Search
    topic: tuple[str, ...] | None = None
    """Words of which enough must be found for the attempt to count; None where it is the last one."""


def attempts(db: sqlite3.Connection, wanted: Search, today: date) -> list[Attempt]:
    """Return the searches to make for *wanted*, one after the other until one counts (`is_answered`).

    Days and people that the caller gave are kept, and none are read from the question.
    """
    words = wanted.query.split()
    if not 1 < len(words) <= _MAX_WORDS or len(wanted.query) > _MAX_CHARS:
        return [Attempt(wanted)]
    text = " ".join(words)
    asked = _NEWEST.sub(" ", text)
    newest = asked != text
    people = [] if wanted.people else _people(db, wanted.user, asked)
    base = replace(wanted, query=_asked(asked, people), newest=True) if newest else wanted
    period = None if wanted.first is not None or wanted.before is not None else find_period(asked, today)
    if period is None and not people:
        return [Attempt(base)]
    rest = asked if period is None else f"{asked[: period.span[0]]} {asked[period.span[1] :]}"
    query = _asked(rest, people)
    narrowed = replace(base, query=query, authors=people)
    if period is not None:
        narrowed = narrowed.within(period.first, period.last)
    return [Attempt(narrowed, tuple(_topic(query, people))), Attempt(base)]


def is_answered(db: sqlite3.Connection, attempt: Attempt, hits: Sequence[Hit]) -> bool:
    """Whether one of the first *hits* holds enough of what the attempt is about."""
    if attempt.topic is None or not attempt.topic:
        return bool(hits) or attempt.topic is None
    weights = rarity(db, {stem(word) for word in attempt.topic})
    enough = _ENOUGH * sum(weights.values())
    return any(sum(weights[word] for word in weights.keys() & _stems(hit)) >= enough for hit in hits[:_BEST])


def arguments(search: Search) -> dict[str, Any]:
    """Return *search* as parameters of recall/search, and ``filter_authors`` and ``newest_first`` of this server's."""
    first, last = search.days
    named = {
        "date_from": first and first.isoformat(),
        "date_to": last and last.isoformat(),
        "filter_people": search.people or None,
        "filter_authors": search.authors or None,
        "newest_first": search.newest or None,
    }
    given = {name: value for name, value in named.items() if value is not None}
    return {"query": search.query, "max_results": search.limit, **given}


def _asked(text: str, people: Sequence[str]) -> str:
    """Return what to search for: nothing, which finds the newest, where *text* has no topic."""
    return re.sub(r"\s+([?!.,;])", r"\1", " ".join(text.split())) if _topic(text, people) else ""


def _topic(text: str, people: Sequence[str]) -> list[str]:
    names = {word for person in people for word in tokens(person)}
    return [word for word in topic(text) if word not in names]


def _stems(hit: Hit) -> set[str]:
    text = f"{hit.subject} {hit.own[:_MESSAGE_CHARS]} {hit.quoted[:_MESSAGE_CHARS]} {hit.extra[:_MESSAGE_CHARS]}"
    return {stem(word) for word in tokens(text)}


def _people(db: sqlite3.Connection, user: str, text: str) -> list[str]:
    """Return the people whom *text* says to have said or sent something, as far as any message knows them."""
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
    bounds = (user << USER_BITS, (user + 1) << USER_BITS)
    return db.execute(known, (match_people([name]) or '""', *bounds)).fetchone() is not None
