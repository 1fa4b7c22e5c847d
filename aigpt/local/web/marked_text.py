"""Texts in pieces, with the words of a question marked, and with the passage that a reader came for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from aigpt.local.search.tokens import stem, tokens
from aigpt.local.shown_text import NOT_SAID

__all__ = ["MarkedText", "Pieces", "mark_excerpt", "mark_text"]

_MOST_MARKS = 2_000
_NEAR, _MOST_NEAR = 240, 40  # characters, and words of the question, that stand together
_MOST_READ = 20_000  # characters of a text for an excerpt
_EXCERPT, _LEAD = 280, 60  # characters: of an excerpt, and of it before the first word
_QUOTE_START = 8  # words by which a quotation is found that does not stand there whole

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_GAP = rf"(?:[\s>|#]|{NOT_SAID})+"  # what an answer leaves out between two words that it quotes
_LEFT_OUT = re.compile(r"[>|#]+")

Pieces: TypeAlias = list[tuple[str, bool]]
"""Pieces of a text, each with whether it is a word of the question."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in three parts, the passage in the middle. All of it is in the last one where there is no passage."""

    before: Pieces
    passage: Pieces
    after: Pieces


class _Mark(NamedTuple):
    start: int
    end: int
    stem: str


def mark_text(text: str, weights: Mapping[str, float], quote: str = "") -> MarkedText:
    """Mark the words of *text* whose stems have *weights*, up to 2,000 of them.

    The passage is where *quote* stands, an answer's quotation of the text; without one, the lines where the words of
    most weight stand together.
    """
    marks = _marks(text, weights)
    start, end = _find_quote(text, quote) or _whole_lines(text, _densest(marks, weights))
    return MarkedText(
        _pieces(text, 0, start, marks), _pieces(text, start, end, marks), _pieces(text, end, len(text), marks)
    )


def mark_excerpt(text: str, weights: Mapping[str, float]) -> Pieces:
    """Return about 280 characters of *text* on one line, from where the words of most weight stand together.

    Of a very long text only its beginning is looked at.
    """
    flat = " ".join(text[:_MOST_READ].split())
    marks = _marks(flat, weights)
    start, end = _extent(flat, (_densest(marks, weights) or (0, 0))[0])
    pieces = _pieces(flat, start, end, marks)
    return [*[("… ", False)][: start > 0], *pieces, *[(" …", False)][: end < len(flat) or len(text) > _MOST_READ]]


def _extent(text: str, first: int) -> tuple[int, int]:
    """Return from where to where an excerpt of *text* goes that begins a little before *first*, at whole words."""
    start = max(0, min(first - _LEAD, len(text) - _EXCERPT))
    if 0 < start < first:
        start = max(start, text.find(" ", start, first) + 1)
    end = min(len(text), start + _EXCERPT)
    return start, end if end == len(text) else max(text.rfind(" ", start + 1, end), 0) or end


def _marks(text: str, weights: Mapping[str, float]) -> list[_Mark]:
    marks: list[_Mark] = []
    if not weights:
        return marks
    for match in _WORD.finditer(text):
        found = next((one for one in map(stem, tokens(match[0])) if one in weights), None)
        if found is not None:
            marks.append(_Mark(match.start(), match.end(), found))
            if len(marks) == _MOST_MARKS:
                break
    return marks


def _densest(marks: Sequence[_Mark], weights: Mapping[str, float]) -> tuple[int, int] | None:
    """Return from where to where the words of most weight stand together; None without any."""
    best, place = 0.0, None
    for number, mark in enumerate(marks):
        near = [other for other in marks[number : number + _MOST_NEAR] if other.start < mark.start + _NEAR]
        weight = sum(weights[one] for one in {other.stem for other in near})
        if weight > best:
            best, place = weight, (mark.start, near[-1].end)
    return place


def _find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Return where *quote* stands in *text*; if it does not whole, as an answer's need not, where it begins."""
    words = [word for word in quote.removesuffix("…").split() if not _LEFT_OUT.fullmatch(word)]
    for some in (words, words[:_QUOTE_START]):
        found = re.search(_GAP.join(map(re.escape, some)), text) if some else None
        if found is not None:
            return found.span()
    return None


def _whole_lines(text: str, place: tuple[int, int] | None) -> tuple[int, int]:
    if place is None:
        return 0, 0
    start, end = text.rfind("\n", 0, place[0]) + 1, text.find("\n", place[1])
    return start, len(text) if end < 0 else end


def _pieces(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Pieces:
    """Return the pieces from *start* to *end*."""
    pieces: Pieces = []
    at = start
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            if at < mark.start:
                pieces.append((text[at : mark.start], False))
            pieces.append((text[mark.start : mark.end], True))
            at = mark.end
    return [*pieces, (text[at:end], False)] if at < end else pieces
