"""Overlapping or adjacent windows of the same notes, merged into one result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Candidate", "Span", "merge_windows"]

_GROWTH = 5 / 3
"""How long a merged window may be, in lengths of its longest part: 50 lines for windows of 30 lines."""


class Candidate(NamedTuple):
    """A passage that matches, before its text is fetched."""

    passage: int
    item: int
    first: int | None
    """First line, from 1; None for a message, which is one passage."""
    last: int | None
    score: float
    thread: str = ""
    timestamp: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """One result: passages of one item that overlap or are adjacent."""

    best: Candidate
    others: tuple[Candidate, ...] = ()
    first: int = 0
    """First and last line of all of them; 0 for a message."""
    last: int = 0


def merge_windows(found: Iterable[Candidate], limit: int) -> list[Span]:
    """Merge *found*, best first, into at most *limit* spans.

    A window that overlaps a better one or is adjacent to it is merged with it. If the result would be too long, an
    overlapping window is left out, and an adjacent one becomes a result of its own.
    """
    kept: list[Span] = []
    of_item: defaultdict[int, list[int]] = defaultdict(list)  # places in kept
    for passage in found:
        beside = [number for number in of_item[passage.item] if _touch(kept[number], passage)]
        wider = next(((number, span) for number in beside if (span := _widen(kept, number, passage)) is not None), None)
        if wider is not None:
            kept[wider[0]] = wider[1]
        elif not any(_overlap(kept[number], passage) for number in beside):
            of_item[passage.item].append(len(kept))
            kept.append(Span(passage, (), passage.first or 0, passage.last or 0))
            if len(kept) == limit:
                break
    return kept


def _touch(span: Span, passage: Candidate) -> bool:
    if span.best.first is None or passage.first is None or passage.last is None:
        return span.best.first is None and passage.first is None  # a message, but not its attachments
    return passage.first <= span.last + 1 and span.first <= passage.last + 1


def _overlap(span: Span, passage: Candidate) -> bool:
    """Return whether they share lines; they touch."""
    if passage.first is None or passage.last is None:
        return True
    return passage.first <= span.last and span.first <= passage.last


def _widen(kept: list[Span], number: int, passage: Candidate) -> Span | None:
    """Return the span of that *number* with *passage*; None if it is too long or overlaps another span."""
    span = kept[number]
    if passage.first is None or passage.last is None or span.best.first is None:  # a part without lines of its own
        return None
    longest = max(_lines(passage), _lines(span.best))
    wider = Span(span.best, (*span.others, passage), min(span.first, passage.first), max(span.last, passage.last))
    if wider.last - wider.first + 1 > _GROWTH * longest:
        return None
    into = (other for other in kept if other is not span and other.best.item == passage.item)
    return None if any(other.first <= wider.last and wider.first <= other.last for other in into) else wider


def _lines(passage: Candidate) -> int:
    return (passage.last or 0) - (passage.first or 0) + 1
