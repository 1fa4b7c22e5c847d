"""The parameters of recall/search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from aigpt.local.params import Body, ParamsError, check_length, read_day, read_optional_text, read_text

__all__ = ["SearchParams"]

_MAX_RESULTS = 100
_DEFAULT_RESULTS = 10
_MAX_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class SearchParams:
    """Parameters of recall/search."""

    user: str
    query: str = ""
    first: int | None = None
    """Earliest Unix time."""
    before: int | None = None
    """Unix time after the latest."""
    people: list[str] = field(default_factory=list[str])
    limit: int = _DEFAULT_RESULTS
    authors: list[str] = field(default_factory=list[str])
    """Names or addresses, one of which must be that of the sender or a speaker."""
    newest: bool = False
    """Whether the best results are ordered by time, the newest first."""
    vector: bytes | None = field(default=None, repr=False)
    """The question's embedding, float32 numbers; None to search by words alone."""
    datasources: tuple[str, ...] | None = None
    """The ids of those to search, which may be uploads of the user; None for all that the user has connected."""

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day in UTC; None for no bound."""
        first = None if self.first is None else datetime.fromtimestamp(self.first, UTC).date()
        return first, None if self.before is None else datetime.fromtimestamp(self.before - 1, UTC).date()

    def within(self, first: date | None, last: date | None) -> SearchParams:
        """Return this search limited to these days in UTC; None for no bound."""
        return replace(self, first=_midnight(first), before=_midnight(last and last + timedelta(days=1)))

    @classmethod
    def read(cls, body: Body) -> SearchParams:
        """Check *body*; raises `ParamsError`."""
        first, last = read_day(body, "date_from"), read_day(body, "date_to")
        if first and last and first > last:
            raise ParamsError("date_from is after date_to; swap them")
        query = read_optional_text(body, "query") or ""
        check_length(query, "query")
        return cls(
            user=read_text(body, "user"),
            query=query,
            first=_midnight(first),
            before=_midnight(last and last + timedelta(days=1)) if last != date.max else None,
            people=_people(body),
            limit=_limit(body),
        )


def _midnight(day: date | None) -> int | None:
    return None if day is None else int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _people(body: Body) -> list[str]:
    value = body.get("filter_people")
    people = [value] if isinstance(value, str) else [] if value is None else value
    if not isinstance(people, list):
        raise ParamsError("filter_people must be a string or a list of strings")
    found = cast("Sequence[Any]", people)
    if len(found) > _MAX_PEOPLE or not all(isinstance(person, str) for person in found):
        raise ParamsError(f"filter_people must be at most {_MAX_PEOPLE} strings")
    return [person for person in found if person.strip()]


def _limit(body: Body) -> int:
    value = body.get("max_results")
    if value is None:
        return _DEFAULT_RESULTS
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ParamsError("max_results must be a whole number from 1")
    return min(value, _MAX_RESULTS)
