"""The schema keywords that a structured answer may use: a strict subset of JSON Schema, read into a tree.

Closed objects (every property required, no others), arrays, strings (plain, from a list, dates, times), numbers,
integers, booleans, and each of these or null, written as ``{"type": [T, "null"]}`` or ``{"anyOf": [T, {"type":
"null"}]}``. Any other keyword is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import Any, Literal, TypeAlias, cast

if find_spec("jsonschema") is None:  # raised at the start, although the import happens with the first schema
    raise ModuleNotFoundError("No module named 'jsonschema'", name="jsonschema")

__all__ = ["Array", "Flag", "Null", "Number", "Object", "Outline", "Text", "read_outline"]

_MAX_DEPTH = 12
_MAX_NODES = 500
_NOTES = {"title", "description", "$schema", "examples", "default", "$comment"}
"""Keywords that do not restrict the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    nullable: bool = False
    about: str = ""
    """Title and description."""


@dataclass(frozen=True, slots=True)
class Text(_Node):
    """A string."""

    choices: tuple[str, ...] = ()
    """The allowed values; any if empty."""
    format: Literal["", "date", "date-time"] = ""


@dataclass(frozen=True, slots=True)
class Number(_Node):
    """A number."""

    whole: bool = False


@dataclass(frozen=True, slots=True)
class Flag(_Node):
    """True or false."""


@dataclass(frozen=True, slots=True)
class Null(_Node):
    """Only null."""

    nullable: bool = field(default=True, kw_only=True)


@dataclass(frozen=True, slots=True)
class Array(_Node):
    """A list of `items`."""

    items: Outline


@dataclass(frozen=True, slots=True)
class Object(_Node):
    """An object with exactly these properties."""

    properties: tuple[tuple[str, Outline], ...]


Outline: TypeAlias = Text | Number | Flag | Null | Array | Object


def read_outline(schema: Any) -> Outline:
    """Read *schema*. Raises `ValueError`, with the place, if it is not valid or outside the subset."""
    outline = _Reader().read(schema, "$", 0)
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (it takes a second, and few answers need it)
    from jsonschema.exceptions import SchemaError  # noqa: PLC0415 (as above)

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise ValueError(f"not a valid JSON Schema: {error.json_path}") from error
    return outline


class _Reader:
    """Reads one schema, and counts its nodes."""

    def __init__(self) -> None:
        self._nodes = 0

    def read(self, schema: Any, where: str, depth: int) -> Outline:
        if not isinstance(schema, dict):
            raise ValueError(f"{where} is not an object")  # noqa: TRY004 (one error for all that is wrong with a schema)
        self._nodes += 1
        if depth > _MAX_DEPTH or self._nodes > _MAX_NODES:
            raise ValueError(f"{where} is beyond {_MAX_DEPTH} levels or {_MAX_NODES} nodes")
        node = cast("dict[str, Any]", schema)
        if "anyOf" in node:
            return self._read_any(node, where, depth)
        kind, nullable = _kind(node, where)
        about = _about(node)
        if kind == "object":
            return Object(self._read_properties(node, where, depth), nullable=nullable, about=about)
        if kind == "array":
            _only(node, {"items"}, where)
            return Array(self.read(node.get("items"), f"{where}[]", depth + 1), nullable=nullable, about=about)
        if kind == "string":
            return _read_text(node, where, about, nullable=nullable)
        _only(node, set(), where)
        if kind in ("number", "integer"):
            return Number(kind == "integer", nullable=nullable, about=about)
        return Flag(nullable=nullable, about=about) if kind == "boolean" else Null(about=about)

    def _read_any(self, node: dict[str, Any], where: str, depth: int) -> Outline:
        _only(node, {"anyOf"}, where, types=False)
        choices = node["anyOf"]
        real = [c for c in cast("Sequence[Any]", choices) if c != {"type": "null"}] if isinstance(choices, list) else []
        if not isinstance(choices, list) or len(cast("Sequence[Any]", choices)) != 2 or len(real) != 1:  # noqa: PLR2004 (T or null)
            raise ValueError(f"{where}.anyOf is not one schema or null")
        outline = self.read(real[0], where, depth + 1)
        return replace(outline, nullable=True, about=_about(node) or outline.about)

    def _read_properties(self, node: dict[str, Any], where: str, depth: int) -> tuple[tuple[str, Outline], ...]:
        _only(node, {"properties", "required", "additionalProperties"}, where)
        properties, required = node.get("properties", {}), node.get("required", [])
        if node.get("additionalProperties") is not False:
            raise ValueError(f"{where} is not closed: additionalProperties must be false")
        if not isinstance(properties, dict) or not isinstance(required, list):
            raise ValueError(f"{where} has malformed properties or required")  # noqa: TRY004 (see read)
        named = cast("dict[str, Any]", properties)
        if sorted(named) != sorted(str(name) for name in cast("Sequence[Any]", required)):
            raise ValueError(f"{where}.required does not name every property")
        return tuple((name, self.read(inner, f"{where}.{name}", depth + 1)) for name, inner in named.items())


def _kind(node: dict[str, Any], where: str) -> tuple[str, bool]:
    """Return the type, and whether it may be null."""
    value = node.get("type")
    names = cast("Sequence[Any]", value) if isinstance(value, list) else [value]
    kinds = [name for name in names if name != "null"]
    known = ("object", "array", "string", "number", "integer", "boolean")
    if names == ["null"]:
        return "null", True
    if len(kinds) != 1 or len(names) > 2 or kinds[0] not in known:  # noqa: PLR2004 (T, or T and null)
        raise ValueError(f"{where}.type is not one of {', '.join(known)}, or one of them or null")
    return str(kinds[0]), len(names) > 1


def _read_text(node: dict[str, Any], where: str, about: str, *, nullable: bool) -> Text:
    _only(node, {"enum", "format"}, where)
    choices, form = node.get("enum"), node.get("format", "")
    if form not in ("", "date", "date-time"):
        raise ValueError(f"{where}.format is not date or date-time")
    if choices is None:
        return Text((), form, nullable=nullable, about=about)
    if form or not isinstance(choices, list):
        raise ValueError(f"{where}.enum is not a list, or has a format beside it")
    values = cast("Sequence[Any]", choices)
    texts = tuple(value for value in values if isinstance(value, str))
    if not texts or len(texts) + (None in values) != len(values):
        raise ValueError(f"{where}.enum does not hold strings only")
    return Text(texts, nullable=nullable and None in values, about=about)  # null must be listed to be allowed


def _only(node: dict[str, Any], allowed: set[str], where: str, *, types: bool = True) -> None:
    """Raise if *node* has other keywords than *allowed*, and those that do not restrict the value."""
    others = set(node) - allowed - _NOTES - ({"type"} if types else set[str]())
    if others:
        raise ValueError(f"{where} has keywords outside the strict subset: {', '.join(sorted(others))}")


def _about(node: dict[str, Any]) -> str:
    return " ".join(str(node[name]) for name in ("title", "description") if isinstance(node.get(name), str))
