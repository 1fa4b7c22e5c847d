"""What callers may send: each route's parameters, checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, TypeAlias, cast

import msgspec

from aigpt.local.answer.schema_subset import Outline, read_outline

__all__ = ["Answer", "Authorize", "Body", "Disconnect", "OutputFormat", "ParamsError", "Search", "read_body"]

Body: TypeAlias = dict[str, Any]
OutputFormat: TypeAlias = Literal["text", "json"] | Outline

MAX_RESULTS = 100
DEFAULT_RESULTS = 10
_MAX_PEOPLE = 50
_MAX_AUTHORIZE = 8_000  # characters in all; what is asked for waits in memory until the link expires
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ParamsError(ValueError):
    """The parameters are not what the route takes; says which."""


def read_body(data: bytes) -> Body:
    """Parse a request's body, which must be a JSON object with a `user`."""
    try:
        body = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ParamsError("the body is not JSON") from error
    if not isinstance(body, dict):
        raise ParamsError("the body is not an object")
    found = cast("Body", body)
    _text(found, "user")
    return found


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ParamsError(f"{name} must be a string that is not blank")
    return value


def _optional_text(body: Body, name: str) -> str | None:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise ParamsError(f"{name} must be a string")
    return value


def _flag(body: Body, name: str) -> bool:
    value = body.get(name)
    if value is not None and not isinstance(value, bool):
        raise ParamsError(f"{name} must be true or false")
    return bool(value)


def _day(body: Body, name: str) -> date | None:
    value = _optional_text(body, name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError as error:
        raise ParamsError(f"{name} must be a day like 2002-08-22") from error


@dataclass(frozen=True, slots=True)
class Search:
    """Parameters of recall/search."""

    user: str
    query: str = ""
    first: int | None = None
    """Unix time from which on."""
    before: int | None = None
    """Unix time before which."""
    people: list[str] = field(default_factory=list[str])
    limit: int = DEFAULT_RESULTS
    authors: list[str] = field(default_factory=list[str])
    """Who sent or said it, any of them: names or addresses."""
    newest: bool = False
    """Whether the newest of what answers about as well as the best comes first."""

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first day and the last, in UTC; None for no bound."""
        first = None if self.first is None else datetime.fromtimestamp(self.first, UTC).date()
        return first, None if self.before is None else datetime.fromtimestamp(self.before - 1, UTC).date()

    def within(self, first: date | None, last: date | None) -> Search:
        """Return this search for messages of these days, in UTC; None for no bound."""
        return replace(self, first=_midnight(first), before=_midnight(last and last + timedelta(days=1)))

    @classmethod
    def read(cls, body: Body) -> Search:
        """Check *body*; raises `ParamsError`."""
        first, last = _day(body, "date_from"), _day(body, "date_to")
        if first and last and first > last:
            raise ParamsError("date_from is after date_to")
        return cls(
            user=_text(body, "user"),
            query=_optional_text(body, "query") or "",
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
        return DEFAULT_RESULTS
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ParamsError("max_results must be a whole number from 1")
    return min(value, MAX_RESULTS)


@dataclass(frozen=True, slots=True)
class Answer:
    """Parameters of recall/ask and recall/run."""

    user: str
    input: str
    stream: bool
    output_format: OutputFormat
    asked_format: Any
    """`output_format` as it was sent; ``"text"`` where it was not."""
    quality: str | None
    reasoning_effort: str | None
    instructions: str | None

    @classmethod
    def read(cls, body: Body) -> Answer:
        """Check *body*; raises `ParamsError`."""
        asked = body.get("output_format")
        return cls(
            user=_text(body, "user"),
            input=_text(body, "input"),
            stream=_flag(body, "stream"),
            output_format=_output_format(asked),
            asked_format="text" if asked is None else asked,
            quality=_optional_text(body, "quality"),
            reasoning_effort=_optional_text(body, "reasoning_effort"),
            instructions=_optional_text(body, "instructions"),
        )


def _output_format(asked: Any) -> OutputFormat:
    if asked is None or asked == "text":
        return "text"
    if asked == "json":
        return "json"
    if not isinstance(asked, dict):
        raise ParamsError('output_format must be "text", "json" or an object with a schema')
    wanted = cast("dict[str, Any]", asked)
    if wanted.get("type", "json_schema") != "json_schema" or "schema" not in wanted:
        raise ParamsError("output_format must hold a schema")
    _optional_text(wanted, "name")
    _flag(wanted, "strict")
    try:
        return read_outline(wanted["schema"])
    except ValueError as error:
        raise ParamsError(f"schema: {error}") from error


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Parameters of datasources/disconnect."""

    user: str
    id: str

    @classmethod
    def read(cls, body: Body) -> Disconnect:
        """Check *body*; raises `ParamsError`."""
        return cls(_text(body, "user"), _text(body, "id"))


@dataclass(frozen=True, slots=True)
class Authorize:
    """Parameters of connectors/authorize."""

    user: str
    service: str
    scope: str
    redirect_uri: str | None
    state: str | None

    @classmethod
    def read(cls, body: Body) -> Authorize:
        """Check *body*; raises `ParamsError`."""
        wanted = cls(
            *(_text(body, "user"), _text(body, "service"), _text(body, "scope")),
            redirect_uri=_optional_text(body, "redirect_uri"),
            state=_optional_text(body, "state"),
        )
        if sum(map(len, (wanted.user, wanted.service, wanted.scope, wanted.redirect_uri or "", wanted.state or ""))) > (
            _MAX_AUTHORIZE
        ):
            raise ParamsError(f"the parameters are longer than {_MAX_AUTHORIZE} characters")
        return wanted
