"""Spans of days: how a search is split by date, and which results belong to which day. Pure functions and values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from aigpt._http.failure import Failure, FailureKind
from aigpt._igpt.objects import Datasource, SearchResult
from aigpt._igpt.replies import SearchReply
from aigpt.errors import ConfigurationError

DAY = timedelta(days=1)
_EPOCH = date(1970, 1, 1)

NO_RESULTS = Failure(FailureKind.RESPONSE, "the response to a search holds no list of results")
DATES_IGNORED = Failure(
    FailureKind.RESPONSE,
    "the server ignores date_from and date_to, so there is no way to find everything",
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from *first* to *last*, both included; None where that end is open."""

    first: date | None
    last: date | None

    def params(self) -> dict[str, str | None]:
        """Return it as the parameters of a search."""
        days = {"date_from": self.first, "date_to": self.last}
        return {name: None if day is None else day.isoformat() for name, day in days.items()}

    def cut(self, day: date) -> list[Span]:
        """Return what comes after *day*, and the rest with *day* itself: newer days first."""
        return [Span(day + DAY, self.last), Span(self.first, day)]

    def halves(self, bounds: Span) -> list[Span]:
        """Return both halves, the newer one first, its open ends being *bounds*; nothing for a single day."""
        first, last = self.first or bounds.first, self.last or bounds.last
        if first is None or last is None or first >= last:
            return []
        return self.cut(first + (last - first) // 2)

    def day(self, bounds: Span) -> str:
        """Return the single day it is, as ``YYYY-MM-DD``, its open ends being *bounds*."""
        return str(self.first or self.last or bounds.first)

    def nearly_holds(self, moment: datetime) -> bool:
        """Return whether *moment* is in it by the clocks of some time zone."""
        day = moment.astimezone(UTC).date()
        after = self.first is None or day >= self.first - DAY
        return after and (self.last is None or day <= self.last + DAY)


def read_day(name: str, text: object) -> date | None:
    """Return the day that *text* names. Raises ConfigurationError."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(cast("str", text))
        if day.isoformat() == text and date.min < day < date.max:
            return day
    except (TypeError, ValueError):
        pass
    raise ConfigurationError(f"{name} must be a day like 2026-04-17")


def find_bounds(asked: Span, datasources: Iterable[Datasource]) -> Span:
    """Return the days between which there may be messages, where *asked* leaves that open.

    A day more on both sides, since days begin at another hour elsewhere. What no datasource says is 1970, and tomorrow.
    """
    first, last = asked.first, asked.last
    listed = list(datasources)
    if first is None:
        first = min(_days(listed, "oldest"), default=_EPOCH) - DAY
        first = first if last is None else min(first, last)
    if last is None:
        last = max(max(_days(listed, "newest"), default=datetime.now(UTC).date()) + DAY, first)
    return Span(first, last)


def _days(datasources: Iterable[Datasource], key: str) -> Iterable[date]:
    for datasource in datasources:
        seconds: object = datasource.get(key)
        if isinstance(seconds, int | float):
            try:
                day = datetime.fromtimestamp(seconds, UTC).date()
            except (ValueError, OverflowError, OSError):  # beyond what calendars hold
                continue
            if date.min + DAY < day < date.max - DAY:
                yield day


def read_hits(reply: object) -> list[SearchResult] | None:
    """Return the results in *reply*, newest first and those without a date last; None if there is no list of them."""
    found: object = reply.get("results", []) if isinstance(reply, SearchReply) else None
    if not isinstance(found, list):
        return None
    hits = [cast("SearchResult", hit) for hit in cast("list[object]", found) if isinstance(hit, dict)]
    return sorted(hits, key=_age)


def _age(hit: SearchResult) -> float:
    when = moment_of(hit)
    return float("inf") if when is None else -when.timestamp()


def moment_of(hit: SearchResult) -> datetime | None:
    """Return when a message was sent; None where it does not say so."""
    text: Any = hit.get("timestamp")
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def cut_between(span: Span, hits: Iterable[SearchResult]) -> list[Span]:
    """Return *span* split so that some of *hits* are on both sides, newer days first; nothing if none has a date.

    Where all are of one day, that is cut out.
    """
    days = sorted(moment.date() for hit in hits if (moment := moment_of(hit)) is not None)
    days = [day for day in days if (span.first or date.min + DAY) <= day <= (span.last or date.max - DAY)]
    if not days:
        return []
    middle = days[len(days) // 2]
    if middle > days[0]:
        return span.cut(middle - DAY)
    if middle < days[-1]:
        return span.cut(middle)
    newer = [Span(middle + DAY, span.last)] if span.last is None or middle < span.last else []
    older = [Span(span.first, middle - DAY)] if span.first is None or middle > span.first else []
    return [*newer, Span(middle, middle), *older] if newer or older else []
