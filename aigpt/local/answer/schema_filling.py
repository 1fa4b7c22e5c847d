"""Structured answers without a model: a value that follows a schema, filled from the sentences that were found.

For each property, the sentences that answer the question are ordered by how well they also fit the property's name and
description, and the first value of its type is taken from them: a sentence, a person, a day, a number, one of the
listed choices. If there is none, the value is null if the schema allows it, else the empty one of its type: "", 0,
false, the first choice, 1970-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from aigpt.local.answer.date_values import find_days, without_days
from aigpt.local.answer.schema_subset import Array, Flag, Null, Number, Object, Outline, Text
from aigpt.local.answer.sentence_ranking import Evidence, Sentence
from aigpt.local.ingest.message_headers import person_address
from aigpt.local.search.tokens import stems_of, tokens

__all__ = ["fill_schema"]

_EPOCH = date(1970, 1, 1)
_MAX_ITEMS = 5
_NEAR = 3  # sentences in which a nullable number is looked for: one in a later sentence is hardly the right one
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
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_PERSON = set(
    "who person people sender author owner speaker from by name assignee contact participant attendee".split()  # noqa: SIM905 (read as text)
)
_ADDRESS = {"email", "mail", "address"}
_TITLE = {"subject", "title", "topic", "meeting", "thread"}
_DAY = {"date", "day", "when", "deadline", "due"}
_SOURCE = {"source", "id", "reference"}


def fill_schema(outline: Outline, evidence: Evidence) -> tuple[Any, list[Sentence]]:
    """Return a value that is valid by the schema of *outline*, and the sentences it is taken from."""
    filler = _Filler()
    return filler.value(outline, "", evidence.best(4 * _MAX_ITEMS, share=0.25)), filler.used


class _Filler:
    """Fills one outline, and records the sentences it used."""

    def __init__(self) -> None:
        self.used: list[Sentence] = []

    def value(self, outline: Outline, name: str, scope: Sequence[Sentence]) -> Any:
        if not scope and outline.nullable:
            return None
        match outline:
            case Object(properties):
                return {key: self.value(inner, key, scope) for key, inner in properties}
            case Array(items):
                return self._list(items, name, _ranked(scope, name, outline.about))
            case _:
                found = self._take(_scalars(outline, name, _ranked(scope, name, outline.about)), 1)
                return found[0] if found else None if outline.nullable else _empty(outline)

    def _list(self, inner: Outline, name: str, scope: Sequence[Sentence]) -> list[Any]:
        """Return a value for each of the best sentences; of plain values, all different ones in any sentence."""
        if isinstance(inner, Object | Array | Null):
            return [self.value(inner, name, [sentence]) for sentence in scope[:_MAX_ITEMS]]
        return self._take(_scalars(inner, name, scope), _MAX_ITEMS)

    def _take(self, found: Iterator[tuple[Any, Sentence]], count: int) -> list[Any]:
        values: list[Any] = []
        for value, sentence in found:
            if value not in values:
                values.append(value)
                self.used.append(sentence)
            if len(values) == count:
                break
        return values


def _ranked(scope: Sequence[Sentence], name: str, about: str) -> list[Sentence]:
    """Order *scope* by how well it fits the question and the property."""
    hints = _hints(name, about)
    return sorted(scope, key=lambda sentence: -sentence.score * (1 + len(hints & sentence.stems)))


def _hints(name: str, about: str) -> set[str]:
    return stems_of(f"{_CAMEL.sub(' ', name)} {about}")


def _scalars(outline: Outline, name: str, scope: Sequence[Sentence]) -> Iterator[tuple[Any, Sentence]]:
    """Yield the values of the right type in *scope*, each with its sentence, best first."""
    match outline:
        case Text(choices) if choices:
            return _choices(choices, scope)
        case Text(_, form) if form:
            return _days(scope, with_time=form == "date-time")
        case Text():
            return _texts(name, scope)
        case Number(whole):
            near = scope[:_NEAR] if outline.nullable else scope
            return ((n, s) for s in near for n in _numbers(s.text) if not whole or isinstance(n, int))
        case Flag():
            return _flags(_hints(name, outline.about), scope)
        case _:
            return iter(())


def _choices(choices: Sequence[str], scope: Sequence[Sentence]) -> Iterator[tuple[str, Sentence]]:
    for sentence in scope:
        for choice in choices:
            wanted = stems_of(choice)
            if wanted and wanted <= sentence.stems:
                yield choice, sentence


def _days(scope: Sequence[Sentence], *, with_time: bool) -> Iterator[tuple[str, Sentence]]:
    """Yield the days that sentences name, then the days on which they were written."""
    for sentence in scope:
        year = sentence.hit.time.year if sentence.hit.time else _EPOCH.year
        for day in find_days(sentence.text, year):
            yield f"{day.isoformat()}T00:00:00Z" if with_time else day.isoformat(), sentence
    for sentence in scope:
        if written := sentence.hit.time:
            yield written.strftime("%Y-%m-%dT%H:%M:%SZ" if with_time else "%Y-%m-%d"), sentence


def _texts(name: str, scope: Sequence[Sentence]) -> Iterator[tuple[str, Sentence]]:
    kind = set(tokens(_CAMEL.sub(" ", name)))
    if kind & _DAY:
        yield from _days(scope, with_time=False)
        return
    for sentence in scope:
        text = _text(kind, sentence)
        if text:
            yield text, sentence


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


def _numbers(text: str) -> Iterator[int | float]:
    for match in _NUMBER.finditer(without_days(text)):
        digits, scale = match[1].replace(",", ""), _SCALES.get((match[2] or "").lower(), 1)
        number = float(digits) * scale if "." in digits else int(digits) * scale
        yield int(number) if number == int(number) else number


def _flags(hints: set[str], scope: Sequence[Sentence]) -> Iterator[tuple[bool, Sentence]]:
    for sentence in scope:
        if hints & sentence.stems:
            yield _NOT.search(sentence.text) is None, sentence


def _empty(outline: Outline) -> Any:
    match outline:
        case Text(choices) if choices:
            return choices[0]
        case Text(_, form):
            return {"": "", "date": _EPOCH.isoformat(), "date-time": f"{_EPOCH}T00:00:00Z"}[form]
        case Number():
            return 0
        case Flag():
            return False
        case _:
            return None
