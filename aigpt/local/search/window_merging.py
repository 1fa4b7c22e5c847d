"""Windows of the same notes that were found side by side, given as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Found", "Span", "gather"]

_GROWTH = 5 / 3
"""What two windows may come to as one, by the lines of the longer: of windows of 30 lines or 6,000 characters, 50 lines
or about 10,000 characters."""


class Found(NamedTuple):
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
    """Passages of one item that overlap or touch: one result."""

    best: Found
    others: tuple[Found, ...] = ()
    first: int = 0
    """First and last line of them all; 0 for a message."""
    last: int = 0


def gather(found: Iterable[Found], limit: int) -> list[Span]:
    """Go through *found*, best first, until there are *limit* spans.

    A window that overlaps or touches one taken before widens it, as far as that may grow; if it may not, the window is
    left out where it overlaps, and taken by itself where it only touches.
    """
    kept: list[Span] = []
    for passage in found:
        beside = [number for number, span in enumerate(kept) if _touch(span, passage)]
        wider = next(((number, span) for number in beside if (span := _widen(kept, number, passage)) is not None), None)
        if wider is not None:
            kept[wider[0]] = wider[1]
        elif not any(_overlap(kept[number], passage) for number in beside):
            kept.append(Span(passage, (), passage.first or 0, passage.last or 0))
            if len(kept) == limit:
                break
    return kept


def _touch(span: Span, passage: Found) -> bool:
    if span.best.item != passage.item:
        return False
    if passage.first is None or passage.last is None:
        return True
    return passage.first <= span.last + 1 and span.first <= passage.last + 1


def _overlap(span: Span, passage: Found) -> bool:
    if passage.first is None or passage.last is None:
        return True
    return passage.first <= span.last and span.first <= passage.last


def _widen(kept: list[Span], number: int, passage: Found) -> Span | None:
    """Return the span of that *number* with *passage*; None where it grew too long or into another one."""
    span = kept[number]
    if passage.first is None or passage.last is None:
        return None
    longest = max(_lines(passage), _lines(span.best))
    wider = Span(span.best, (*span.others, passage), min(span.first, passage.first), max(span.last, passage.last))
    if wider.last - wider.first + 1 > _GROWTH * longest:
        return None
    into = (other for other in kept if other is not span and other.best.item == passage.item)
    return None if any(other.first <= wider.last and wider.first <= other.last for other in into) else wider


def _lines(passage: Found) -> int:
    return (passage.last or 0) - (passage.first or 0) + 1
