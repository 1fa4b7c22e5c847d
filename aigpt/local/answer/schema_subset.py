"""The JSON Schema keywords that a structured answer may use, read into a tree.

Objects (closed or open, with required and optional properties, or with any keys), arrays and tuples, strings with a
length, pattern or format, numbers with bounds, booleans, null, enum and const, unions (anyOf, oneOf, tagged or not) and
references within the schema, recursive ones too. A keyword that could not be kept is refused by its name and place.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Any, NoReturn, cast
from urllib.parse import unquote

from aigpt.local.answer.schema_outline import (
    AnswerSchema,
    Anything,
    Array,
    Fixed,
    Flag,
    Map,
    Number,
    Object,
    Outline,
    Property,
    Reference,
    Text,
    Union,
    shown_name,
    shown_path,
)
from aigpt.local.answer.schema_validator import Validator, make_validator, schema_problem

if find_spec("jsonschema") is None:  # raised at the start, although the import happens with the first schema
    raise ModuleNotFoundError("No module named 'jsonschema'", name="jsonschema")

__all__ = ["read_schema"]

_MAX_DEPTH = 20
_MAX_NODES = 500
_MAX_PARTS = 4_000  # lists and objects in a schema, of whatever meaning
_MAX_NESTED = 60
_MAX_CHOICES = 500

_NOTES = set(
    "title description examples default deprecated readOnly writeOnly discriminator $comment $defs definitions".split()  # noqa: SIM905 (read as text)
)
"""Keywords that do not restrict the value."""
_ROOT_NOTES = {"$schema", "$id"}
_KEYWORDS = {
    "string": {"minLength", "maxLength", "pattern", "format"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"},
    "array": {"items", "prefixItems", "minItems", "maxItems", "uniqueItems"},
    "object": set("properties required additionalProperties propertyNames minProperties maxProperties".split()),  # noqa: SIM905 (as above)
    "boolean": set[str](),
    "null": set[str](),
}
_KEYWORDS["integer"] = _KEYWORDS["number"]
_ALL = {"type", "enum", "const"}.union(*_KEYWORDS.values())
_FORMATS = set("date date-time time duration email idn-email uri url uuid ipv4 ipv6 decimal".split())  # noqa: SIM905 (as above)
_ANY_TEXT = {"", "binary", "password", "path"}  # formats that any text has


def read_schema(schema: Any, *, checked: bool = False) -> AnswerSchema:
    """Read *schema*. Raises `ValueError`, with the keyword and its place, if it cannot be followed.

    *checked*: it was read before, so that it need not be checked again.
    """
    if not isinstance(schema, dict):
        raise ValueError("$ must be an object")  # noqa: TRY004 (one error for all that is wrong with a schema)
    whole = cast("dict[str, Any]", schema)
    _check_size(whole)
    problem = "" if checked else schema_problem(whole)  # which takes most of the time
    if problem:
        raise ValueError(problem)
    reader = _Reader(whole, make_validator(whole))
    root = reader.read(whole, "$", 0, frozenset({"#"}))
    if isinstance(root, Anything):
        raise ValueError('$ must say a type; for JSON of any form, use output_format "json"')  # noqa: TRY004 (as above)
    return AnswerSchema(root, {**reader.definitions, "#": root}, reader.validator)


def _check_size(schema: Any) -> None:
    """Raise if the schema is too large or deep to be looked at."""
    parts = 0
    level: list[Any] = [schema]
    for _ in range(_MAX_NESTED):
        parts += len(level)
        level = [value for part in level for value in _values(part) if isinstance(value, dict | list)]
        if not level:
            return
        if parts + len(level) > _MAX_PARTS:
            break
    raise ValueError(f"$ has more than {_MAX_PARTS} parts, or more than {_MAX_NESTED} levels; ask for less at once")


def _values(part: Any) -> Collection[Any]:
    return cast("dict[str, Any]", part).values() if isinstance(part, dict) else cast("list[Any]", part)


class _Reader:
    """Reads one schema, and counts its nodes."""

    def __init__(self, whole: dict[str, Any], validator: Validator) -> None:
        self._whole = whole
        self._nodes = 0
        self.validator = validator
        self.definitions: dict[str, Outline] = {}
        self._begun: set[str] = {"#"}

    def read(self, schema: Any, where: str, depth: int, same: frozenset[str]) -> Outline:
        """Read the schema at *where*; *same* are the definitions whose value is this very one."""
        if schema is False:
            _refuse(where, "is false: it allows no value")
        node: dict[str, Any] = {} if schema is True else schema
        self._nodes += 1
        if depth > _MAX_DEPTH or self._nodes > _MAX_NODES:
            _refuse(where, f"is beyond {_MAX_DEPTH} levels or {_MAX_NODES} nodes")
        if "$ref" in node:
            return self._read_reference(node, where, depth, same)
        for word in ("anyOf", "oneOf", "allOf"):
            if word in node:
                return self._read_members(node, word, where, depth, same)
        _only(node, _ALL, where)
        if "enum" in node or "const" in node:
            return self._read_choices(node, where)
        kinds = _kinds(node)
        outlines = [self._read_kind(kind, node, where, depth) for kind in kinds if kind != "null"]
        return _either(outlines, node, nullable="null" in kinds)

    def _read_kind(self, kind: str, node: dict[str, Any], where: str, depth: int) -> Outline:
        schema = {name: value for name, value in node.items() if name in _KEYWORDS.get(kind, ())} | {"type": kind}
        about = _about(node)
        match kind:
            case "object":
                return self._read_object(schema, where, depth, about)
            case "array":
                return self._read_array(schema, where, depth, about)
            case "string":
                return self._read_text(schema, where, about)
            case "number" | "integer":
                return Number(schema=schema, about=about, whole=kind == "integer")
            case "boolean":
                return Flag(schema=schema, about=about)
            case _:
                return Anything(schema={}, about=about, nullable=True)

    def _read_object(self, node: dict[str, Any], where: str, depth: int, about: str) -> Outline:
        named: dict[str, Any] = node.get("properties", {})
        required: list[str] = node.get("required", [])
        unknown = next((name for name in required if name not in named), None)
        if unknown is not None:
            _refuse(where, f"requires {shown_name(unknown)}, which is not in its properties")
        extra = node.get("additionalProperties", True)
        if not named and extra is not False:
            names = _as_dict(node.get("propertyNames", {}))
            key = names if names.keys() & {"$ref", "anyOf", "oneOf", "allOf"} else {"type": "string", **names}
            return Map(
                schema=node,
                about=about,
                keys=self.read(key, f"{where}.propertyNames", depth + 1, frozenset()),
                values=self.read(extra, f"{where}[…]", depth + 1, frozenset()),
                least=node.get("minProperties", 0),
                most=node.get("maxProperties"),
            )
        properties = tuple(
            Property(name, self.read(inner, f"{where}.{shown_name(name)}", depth + 1, frozenset()), name in required)
            for name, inner in named.items()
        )
        return Object(schema=node, about=about, properties=properties)

    def _read_array(self, node: dict[str, Any], where: str, depth: int, about: str) -> Outline:
        prefix = tuple(
            self.read(inner, f"{where}[{index}]", depth + 1, frozenset())
            for index, inner in enumerate(node.get("prefixItems", []))
        )
        rest = node.get("items", not prefix)
        return Array(
            schema=node,
            about=about,
            prefix=prefix,
            items=None if rest is False else self.read(rest, f"{where}[]", depth + 1, frozenset()),
            least=node.get("minItems", 0),
            most=node.get("maxItems"),
        )

    def _read_text(self, node: dict[str, Any], where: str, about: str) -> Outline:
        form, pattern = node.get("format", ""), node.get("pattern", "")
        if form not in _FORMATS | _ANY_TEXT:
            _refuse(where, f"has a format that is not one of {', '.join(sorted(_FORMATS))}")
        problem = self.validator.patterns.problem(pattern)
        if problem:
            _refuse(f"{where}.pattern", problem)
        form = "" if form in _ANY_TEXT else form
        return Text(schema=node, about=about, format=form, pattern=pattern, longest=node.get("maxLength"))

    def _read_choices(self, node: dict[str, Any], where: str) -> Outline:
        """Read an enum or a const; what the other keywords forbid is left out."""
        word = "enum" if "enum" in node else "const"
        listed: list[Any] = node["enum"] if word == "enum" else [node["const"]]
        if len(listed) > _MAX_CHOICES:
            _refuse(f"{where}.enum", f"has more than {_MAX_CHOICES} values")
        validator = self.validator.part(node)
        values = [value for value in listed if validator.is_valid(value)]
        real = [value for value in values if value is not None]
        if not values:
            _refuse(f"{where}.{word}", "has no value that its other keywords allow")
        if len(values) == 1:
            return Fixed(schema=node, about=_about(node), value=values[0], nullable=not real)
        if any(isinstance(value, dict | list) for value in real):
            _refuse(f"{where}.enum", "holds lists or objects; use anyOf")
        return _either(_choices(real, node), node, nullable=None in values)

    def _read_members(self, node: dict[str, Any], word: str, where: str, depth: int, same: frozenset[str]) -> Outline:
        _only(node, {word}, where, f"beside {word}")
        inner: list[Any] = node[word]
        if word == "allOf" and len(inner) != 1:
            _refuse(f"{where}.allOf", "has several schemas; merge them into one")
        members = [self.read(member, where, depth + 1, same) for member in inner]
        real = [member for member in members if not (isinstance(member, Fixed) and member.value is None)]
        return _either(real, node, nullable=len(real) < len(members))

    def _read_reference(self, node: dict[str, Any], where: str, depth: int, same: frozenset[str]) -> Outline:
        _only(node, {"$ref"}, where, "beside $ref")
        pointer: str = node["$ref"]
        if pointer in same:
            _refuse(f"{where}.$ref", "leads back to itself")
        if pointer not in self._begun:
            self._begun.add(pointer)
            target = self._target(pointer, where)
            self.definitions[pointer] = self.read(target, where, depth + 1, same | {pointer})
        return Reference(schema=node, about=_about(node), pointer=pointer)

    def _target(self, pointer: str, where: str) -> Any:
        """Return the part of the schema that *pointer* leads to."""
        found: Any = self._whole
        if not pointer.startswith("#/"):
            _refuse(f"{where}.$ref", "must lead to a place in this schema, like #/$defs/Name")
        for step in unquote(pointer[2:]).split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(found, dict) or name not in found:
                _refuse(f"{where}.$ref", "leads nowhere in this schema")
            found = cast("dict[str, Any]", found)[name]
        if not isinstance(found, dict | bool):
            _refuse(f"{where}.$ref", "leads to what is no schema")
        return cast("Any", found)


def _either(outlines: Sequence[Outline], node: dict[str, Any], *, nullable: bool) -> Outline:
    """Return the outline of a value that is one of *outlines*, or null."""
    if not outlines:
        return Fixed(schema=node, value=None, nullable=True)
    if len(outlines) > 1:
        return Union(schema=node, members=tuple(outlines), nullable=nullable, about=_about(node))
    only = outlines[0]
    return replace(only, nullable=nullable or only.nullable, about=_about(node) or only.about)


def _choices(values: Sequence[Any], node: dict[str, Any]) -> list[Outline]:
    texts = tuple(value for value in values if isinstance(value, str))
    others = [value for value in values if not isinstance(value, str)]
    numbers = [value for value in others if not isinstance(value, bool)]
    found: list[Outline] = []
    if texts:
        found.append(Text(schema=node, about=_about(node), choices=texts))
    if numbers:
        whole = all(isinstance(number, int) for number in numbers)
        found.append(Number(schema=node, about=_about(node), whole=whole, is_choice=True))
    if len(numbers) < len(others):
        found.append(Flag(schema=node, about=_about(node)))
    return found


def _kinds(node: dict[str, Any]) -> list[str]:
    """Return the types of a value: those that are named, or the one whose keywords are used, or "" for any."""
    named = node.get("type")
    if named is not None:
        return [named] if isinstance(named, str) else named
    used = node.keys() - {"format"}
    return [next((kind for kind in ("object", "array", "string", "number") if used & _KEYWORDS[kind]), "")]


def _only(node: dict[str, Any], allowed: set[str], where: str, place: str = "") -> None:
    """Raise if *node* has other keywords than *allowed*, and those that do not restrict the value."""
    notes = _NOTES | _ROOT_NOTES if where == "$" else _NOTES
    others = sorted(name for name in node if name not in allowed | notes and not name.startswith("x-"))
    if others:
        names = ", ".join(shown_name(name) for name in others[:5])
        _refuse(where, f"has a keyword{' ' if place else ''}{place} that this server cannot keep: {names}")


def _as_dict(schema: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", schema) if isinstance(schema, dict) else {}


def _about(node: dict[str, Any]) -> str:
    return " ".join(node[name] for name in ("title", "description") if name in node)


def _refuse(where: str, why: str) -> NoReturn:
    raise ValueError(f"{shown_path(where)} {why}")
