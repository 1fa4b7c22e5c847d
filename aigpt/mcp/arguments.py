"""The arguments of the tools: their schemas, and the check against them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from aigpt.mcp.backend import ToolError

__all__ = ["Connect", "Nothing", "Question", "Search", "input_schema", "read_arguments"]

_LONGEST_QUERY = 10_000
_LONGEST_INPUT = 100_000
_MAX_PEOPLE = 50
_MAX_RESULTS = 100

T = TypeVar("T", bound=Struct)

_Text = Annotated[str, Meta(max_length=_LONGEST_QUERY)]


class Search(Struct, forbid_unknown_fields=True):
    """Arguments of the tool `search`."""

    query: Annotated[
        _Text | UnsetType,
        Meta(
            description="What to look for: words or a question, in plain language. Names, places and numbers help. "
            "Leave it out to get the newest that fits the other arguments."
        ),
    ] = UNSET
    date_from: Annotated[date | UnsetType, Meta(description="The earliest day, such as 2026-04-17 (UTC).")] = UNSET
    date_to: Annotated[date | UnsetType, Meta(description="The latest day, such as 2026-04-30 (UTC), included.")] = (
        UNSET
    )
    filter_people: Annotated[
        Annotated[list[_Text], Meta(max_length=_MAX_PEOPLE)] | UnsetType,
        Meta(description="Names or mail addresses: only messages from, to or with one of these people."),
    ] = UNSET
    max_results: Annotated[
        int, Meta(ge=1, le=_MAX_RESULTS, description="How many messages to return at most. Few are quicker to read.")
    ] = 10

    def __post_init__(self) -> None:
        """Refuse days in the wrong order."""
        if isinstance(self.date_from, date) and isinstance(self.date_to, date) and self.date_from > self.date_to:
            raise ValueError("date_from is after date_to; swap them")


class Question(Struct, forbid_unknown_fields=True):
    """Arguments of the tools `ask` and `run`."""

    input: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=_LONGEST_INPUT,
            description="The question, in plain language and complete in itself: earlier ones are not remembered.",
        ),
    ]


class Nothing(Struct, forbid_unknown_fields=True):
    """No arguments."""


class Connect(Struct, forbid_unknown_fields=True):
    """Arguments of the tool `connect`."""

    service: Annotated[
        str, Meta(min_length=1, max_length=200, description="The service to connect, such as gmail or outlook.")
    ]
    scope: Annotated[
        str,
        Meta(
            min_length=1, max_length=2000, description="What may be read there, divided by spaces, such as mail.read."
        ),
    ]


def input_schema(arguments: type[Struct]) -> dict[str, Any]:
    """Return the JSON Schema of *arguments*."""
    ((schema,), parts) = msgspec.json.schema_components([arguments], ref_template="{name}")
    found: dict[str, Any] = {**parts[schema["$ref"]]}
    found.pop("title")
    found.pop("description")
    return found


def read_arguments(arguments: type[T], given: Mapping[str, Any] | None) -> T:
    """Check what a model gave as *arguments*; null counts as left out. Raises `ToolError`."""
    wanted = {name: value for name, value in (given or {}).items() if value is not None}
    try:
        # By way of JSON, as that refuses text that is not Unicode: lone surrogates, which JSON can spell.
        return msgspec.json.decode(msgspec.json.encode(wanted), type=arguments)
    except msgspec.ValidationError as error:
        raise ToolError(f"wrong arguments: {_in_words(str(error))}") from error
    except (UnicodeError, RecursionError, OverflowError, msgspec.MsgspecError) as error:
        raise ToolError("wrong arguments: they hold what is not Unicode text, or is nested too deeply") from error


def _in_words(problem: str) -> str:
    """Return msgspec's ``Expected `int`, got `str` - at `$.max_results` `` with the name first."""
    what, _, where = problem.partition(" - at ")
    what = what.replace("Invalid RFC3339 encoded date", "Expected a day in the form YYYY-MM-DD")
    what = what[:1].lower() + what[1:] if what.startswith(("Expected", "Object", "Invalid")) else what
    name = where.strip("`").removeprefix("$").removeprefix(".")
    return f"{name}: {what}" if name else what
