"""What a schema asks for, as a tree: the kinds of values that an answer without a model can be filled with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aigpt.local.answer.schema_validator import Validator

__all__ = [
    "AnswerSchema",
    "Anything",
    "Array",
    "Fixed",
    "Flag",
    "Map",
    "Number",
    "Object",
    "Outline",
    "Property",
    "Reference",
    "Text",
    "Union",
    "shown_name",
    "shown_path",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Node:
    schema: dict[str, Any]
    """The part of the schema that the value must be valid by."""
    nullable: bool = False
    """Whether null will do too."""
    about: str = ""
    """Title and description."""


@dataclass(frozen=True, slots=True, eq=False)
class Text(_Node):
    """A string."""

    choices: tuple[str, ...] = field(default=(), kw_only=True)
    """The allowed values; any if empty."""
    format: str = field(default="", kw_only=True)
    pattern: str = field(default="", kw_only=True)
    longest: int | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class Number(_Node):
    """A number."""

    whole: bool = field(default=False, kw_only=True)
    is_choice: bool = field(default=False, kw_only=True)
    """Whether it is one of a list."""


@dataclass(frozen=True, slots=True, eq=False)
class Flag(_Node):
    """True or false."""


@dataclass(frozen=True, slots=True, eq=False)
class Fixed(_Node):
    """The only value there may be."""

    value: Any = field(kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class Anything(_Node):
    """A value of any type."""


@dataclass(frozen=True, slots=True, eq=False)
class Array(_Node):
    """A list: first a value of each of `prefix`, then any number of `items`."""

    prefix: tuple[Outline, ...] = field(kw_only=True)
    items: Outline | None = field(kw_only=True)
    least: int = field(kw_only=True)
    most: int | None = field(kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class Map(_Node):
    """An object with any keys."""

    keys: Outline = field(kw_only=True)
    values: Outline = field(kw_only=True)
    least: int = field(kw_only=True)
    most: int | None = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object."""

    name: str
    outline: Outline
    required: bool


@dataclass(frozen=True, slots=True, eq=False)
class Object(_Node):
    """An object with these properties."""

    properties: tuple[Property, ...] = field(kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class Union(_Node):
    """A value of one of the `members`."""

    members: tuple[Outline, ...] = field(kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class Reference(_Node):
    """What a definition of the schema says, by its JSON pointer."""

    pointer: str = field(kw_only=True)


Outline: TypeAlias = Text | Number | Flag | Fixed | Anything | Array | Map | Object | Union | Reference


@dataclass(frozen=True, slots=True, eq=False)
class AnswerSchema:
    """A schema that answers can be filled by."""

    root: Outline
    definitions: dict[str, Outline]
    """By JSON pointer."""
    validator: Validator


_LONGEST_NAME = 40
_LONGEST_PATH = 200


def shown_name(name: str) -> str:
    """Return a name from a schema fit for a message."""
    text = "".join(c if c.isprintable() else "?" for c in name)
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


def shown_path(path: str) -> str:
    """Return the path of a value fit for a message."""
    return path if len(path) <= _LONGEST_PATH else f"{path[: _LONGEST_PATH - 1]}…"
