"""Values of one type in sentences: what a string, a number or a boolean of a schema can be filled with, best first.

A value is taken from a sentence, from its message's headers, or is one of a list whose words a sentence has. None is
made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal

from aigpt.local.answer.date_values import find_days, without_days
from aigpt.local.answer.schema_outline import Flag, Number, Outline, Text
from aigpt.local.answer.sentence_ranking import Sentence
from aigpt.local.ingest.message_headers import person_address
from aigpt.local.search.query_terms import content_words
from aigpt.local.search.tokens import stems_of, tokens

__all__ = ["EPOCH", "Found", "is_about_person", "ranked", "scalars", "supports"]

Found = Iterator[tuple[object, Sentence]]
Find = Callable[[str, str], tuple[int, int] | None]
"""Returns where the first match of a pattern in a text begins and ends."""

EPOCH = date(1970, 1, 1)
_NEAR = 3  # sentences in which a nullable number is looked for: one in a later sentence is hardly the right one
_SHORTEST_CUT = 20  # characters; a sentence cut to less says nothing
_NUMBER = re.compile(
    r"(?<![\w.:/-])([-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d{1,15}(?:\.\d{1,10})?)"
    r"(?:\s*(k|m|bn|thousand|million|billion)\b)?(?![\w:/]|\.\d)",
    re.IGNORECASE,
)
_SCALES = {"k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_NOT = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|neither|nor|cannot|refused|rejected|declined)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_-]+")
_TIME = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*(?P<half>[ap])\.?m\b)?"
    r"|\b(?P<only>1[0-2]|[1-9])\s*(?P<half2>[ap])\.?m\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(\d{1,6})[\s-]+(second|minute|hour|day|week)s?\b", re.IGNORECASE)
_SPANS = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}D"}
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\u201c\u201d]{1,2000}[^\s<>\"'\u201c\u201d.,;:!?)\]]")
_IN_TEXT = {
    "email": _EMAIL,
    "idn-email": _EMAIL,
    "uri": _WEB_ADDRESS,
    "url": _WEB_ADDRESS,
    "uuid": re.compile(r"\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\b"),
    "ipv4": re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b"),
    "ipv6": re.compile(r"(?<![\w:])[0-9A-Fa-f:]{2,39}(?![\w:])"),
}
_INSIDE = re.compile(r"\w\w$|\d[.,:]\d$")  # the characters beside an end of a part, and the one within
_EDGES = ".,;:!?()[]{}<>\"'\u201c\u201d\u2018\u2019\u2026"

_PERSON = set(
    "who person people sender author owner speaker from by name assignee contact participant attendee".split()  # noqa: SIM905 (read as text)
)
_ADDRESS = {"email", "mail", "address"}
_TITLE = {"subject", "title", "topic", "meeting", "thread"}
_DAY = {"date", "day", "when", "deadline", "due"}
_SOURCE = {"source", "id", "reference"}
_ACT = re.compile(r"_(?:on|at)$|[a-z](?:On|At)$")  # approved_on, sentAt: a day on which something was done
_PHONE = {"phone", "telephone", "mobile", "fax"}
_BY_NAME = [
    (_PHONE, re.compile(r"(?<![\w.,])(?<!\d )(?:\+|\(?0)\d[\d ()/-]{5,18}\d(?![\w.,]\d)")),
    ({"iban"}, re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")),
    ({"url", "uri", "link", "website"}, _WEB_ADDRESS),
]
"""What a text has to look like, by words of its property's name."""
_SIGNS = {"eur": ("\u20ac", "euro"), "usd": ("$", "dollar"), "gbp": ("\u00a3", "pound")}
_MOST_OF = 2 / 3  # of the words of a description


def scalars(outline: Outline, name: str, scope: Sequence[Sentence], find: Find) -> Found:
    """Yield the values of the right type in *scope*, each with its sentence; *find* is how patterns are matched.

    They need not be valid by the other keywords of the outline's schema.
    """
    match outline:
        case Text():
            return _strings(outline, name, scope, find)
        case Number() if _words(name) & _PHONE:
            return iter(())
        case Number(whole=whole):
            near = scope[:_NEAR] if outline.nullable else scope
            return ((n, s) for s in near for n in _numbers(s.text) if not whole or isinstance(n, int))
        case Flag():
            return _flags(_content(name), _content(outline.about), scope)
        case _:
            return _texts(name, scope, None)


def ranked(scope: Sequence[Sentence], name: str, about: str) -> list[Sentence]:
    """Order *scope* by how well it fits the question and the property."""
    hints = _content(f"{name} {about}")
    return sorted(scope, key=lambda sentence: -sentence.score * (1 + len(hints & sentence.stems)))


def is_about_person(name: str) -> bool:
    """Return whether the name of a property means a person."""
    return bool(_words(name) & _PERSON)


def supports(choice: str, sentence: Sentence) -> bool:
    """Return whether *sentence* has all words of *choice*, and does not deny them."""
    wanted = stems_of(_CAMEL.sub(" ", choice))
    sign, word = _SIGNS.get(choice.lower(), ("", ""))
    has_it = wanted <= sentence.stems or (word != "" and (sign in sentence.text or word in sentence.stems))
    return bool(wanted) and has_it and not (_NOT.search(sentence.text) and not _NOT.search(choice))


def _content(text: str) -> set[str]:
    """Return the stems of *text*, a name or a description, without words such as "is" and "has" that say nothing."""
    return stems_of(" ".join(content_words(_CAMEL.sub(" ", text))))


def _words(name: str) -> set[str]:
    return set(tokens(_CAMEL.sub(" ", name)))


# ── strings ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _strings(outline: Text, name: str, scope: Sequence[Sentence], find: Find) -> Found:
    if outline.choices:
        return _choices(outline.choices, scope)
    if outline.format:
        return _formatted(outline.format, name, scope)
    if outline.pattern:
        return _matches(outline.pattern, name, scope, find)
    return _texts(name, scope, outline.longest)


def _choices(choices: Sequence[str], scope: Sequence[Sentence]) -> Found:
    for sentence in scope:
        for choice in choices:
            if supports(choice, sentence):
                yield choice, sentence


def _texts(name: str, scope: Sequence[Sentence], longest: int | None) -> Found:
    kind = _words(name)
    if kind & _DAY:
        yield from _days(name, scope, with_time=False)
        return
    for words, pattern in _BY_NAME:
        if kind & words:
            yield from ((match[0], sentence) for sentence in scope for match in pattern.finditer(sentence.text))
            return
    for sentence in scope:
        text = _text(kind, sentence)
        if text:
            yield text, sentence
    for sentence in scope:
        if longest is not None and longest >= _SHORTEST_CUT and len(sentence.text) > longest:
            yield f"{sentence.text[: longest - 1].rpartition(' ')[0]}…", sentence


def _text(kind: set[str], sentence: Sentence) -> str:
    """Return the value of a property whose name has the words *kind*; empty if *sentence* has none."""
    hit = sentence.hit
    if kind & _ADDRESS:
        return "" if sentence.quoted else person_address(hit.sender)
    if kind & _PERSON:
        return "" if sentence.quoted else sentence.speaker
    if kind & _TITLE:
        return hit.subject
    return hit.id if kind & _SOURCE else sentence.text


def _matches(pattern: str, name: str, scope: Sequence[Sentence], find: Find) -> Found:
    """Yield what the pattern matches: the value that the name says, a part of a sentence, or a word."""
    for sentence in scope:
        for text in (_text(_words(name), sentence), sentence.text):
            span = find(pattern, text)
            if span is not None and _is_whole(text, *span):
                yield text[slice(*span)], sentence
    for sentence in scope:
        for word in sentence.text.split():
            yield word.strip(_EDGES), sentence


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether neither end of this part of *text* is inside a word or number, as those of 48 in 48,500 are."""
    around = (text[max(0, start - 2) : start + 1], text[end - 1 : end + 2][::-1])
    return start < end and not any(_INSIDE.search(edge) for edge in around)


def _formatted(form: str, name: str, scope: Sequence[Sentence]) -> Found:
    if form in ("date", "date-time"):
        yield from _days(name, scope, with_time=form == "date-time")
        return
    for sentence in scope:
        yield from ((text, sentence) for text in _in_text(form, sentence))
    if form in ("email", "idn-email"):
        yield from ((person_address(s.hit.sender), s) for s in scope if not s.quoted)


def _in_text(form: str, sentence: Sentence) -> Iterator[str]:
    text = sentence.text
    match form:
        case "time":
            return (f"{clock.isoformat()}Z" for clock in _times(text))
        case "duration":
            return (_SPANS[unit.lower()].format(_days_of(int(n), unit)) for n, unit in _SPAN.findall(text))
        case "decimal":
            return (str(Decimal(str(number))) for number in _numbers(text))
        case _:
            return (match[0] for match in _IN_TEXT[form].finditer(text))


def _days_of(count: int, unit: str) -> int:
    return 7 * count if unit.lower() == "week" else count


def _times(text: str) -> Iterator[time]:
    for match in _TIME.finditer(text):
        hour, half = int(match["hour"] or match["only"]), (match["half"] or match["half2"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        yield time(hour, int(match["minute"] or 0), int(match["second"] or 0))


def _days(name: str, scope: Sequence[Sentence], *, with_time: bool) -> Found:
    """Yield the days that sentences name, then the days on which they were written.

    Where *name* says that something was done on it, sentences that tell of that come first, with both of their days.
    """
    if _ACT.search(name) and (act := _content(name)):
        for sentence in scope:
            if act <= sentence.stems:
                yield from _days("", [sentence], with_time=with_time)
    for sentence in scope:
        year = sentence.hit.time.year if sentence.hit.time else EPOCH.year
        for day in find_days(sentence.text, year):
            yield f"{day.isoformat()}T00:00:00Z" if with_time else day.isoformat(), sentence
    for sentence in scope:
        if written := sentence.hit.time:
            yield written.strftime("%Y-%m-%dT%H:%M:%SZ" if with_time else "%Y-%m-%d"), sentence


# ── numbers and booleans ────────────────────────────────────────────────────────────────────────────────────────


def _numbers(text: str) -> Iterator[int | float]:
    for match in _NUMBER.finditer(without_days(text)):
        digits, scale = match[1].replace(",", ""), _SCALES.get((match[2] or "").lower(), 1)
        number = float(digits) * scale if "." in digits else int(digits) * scale
        yield int(number) if number == int(number) else number


def _flags(name: set[str], about: set[str], scope: Sequence[Sentence]) -> Found:
    """Yield whether it is so, by sentences that have all words of its name, or most of those of its description."""
    for sentence in scope:
        is_told = (name and name <= sentence.stems) or (about and len(about & sentence.stems) >= _MOST_OF * len(about))
        if is_told:
            yield _NOT.search(sentence.text) is None, sentence
