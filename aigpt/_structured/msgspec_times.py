"""The formats of dates with time and of times in schemas that msgspec makes.

msgspec writes ``{"type": "string"}`` for a `datetime` or a `time` that may have a time zone or none, which says nothing
of what to answer. What fits the format, msgspec decodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import msgspec.inspect as mi

__all__ = ["add_time_formats"]

_Lists = mi.ListType | mi.SetType | mi.FrozenSetType | mi.VarTupleType | mi.CollectionType
_WithFields = mi.StructType | mi.DataclassType | mi.TypedDictType | mi.NamedTupleType


def add_time_formats(schema: dict[str, Any], form: Any) -> None:
    """Add the formats to *schema*, which msgspec made of *form*, in place."""
    _Formats(schema.get("$defs", {})).add(schema, mi.type_info(form))


class _Formats:
    def __init__(self, definitions: dict[str, Any]) -> None:
        self._definitions = definitions
        self._seen: set[str] = set()

    def add(self, node: Any, kind: mi.Type) -> None:
        """Add the formats in *node*, the schema of *kind*."""
        if isinstance(kind, mi.Metadata):
            kind = kind.type
        if not isinstance(node, dict):
            return
        found = cast("dict[str, Any]", node)
        if isinstance(kind, mi.UnionType):
            self._add_members(list(_members(found)), kind)
            return
        if "$ref" in found:
            name = str(found["$ref"]).rpartition("/")[2]
            if name not in self._seen:
                self._seen.add(name)
                self.add(self._definitions.get(name), kind)
        elif isinstance(kind, mi.DateTimeType | mi.TimeType):
            if kind.tz is not False:  # the formats want a time zone
                found.setdefault("format", "date-time" if isinstance(kind, mi.DateTimeType) else "time")
        else:
            for inner, inside in _parts(found, kind):
                self.add(inner, inside)

    def _add_members(self, members: list[dict[str, Any]], union: mi.UnionType) -> None:
        for kind in union.types:
            for member in members:
                if self._is_of(member, kind):
                    self.add(member, kind)

    def _is_of(self, member: dict[str, Any], kind: mi.Type) -> bool:
        """Return whether *member* is the schema of *kind*: of each JSON type a union has one, but several classes."""
        whole = self._definitions.get(str(member.get("$ref")).rpartition("/")[2], member)
        if isinstance(kind, mi.DateTimeType | mi.TimeType):
            return whole.get("type") == "string" and "enum" not in whole
        if isinstance(kind, _WithFields):
            return bool(whole.get("title") == kind.cls.__name__)
        return whole.get("type") == ("object" if isinstance(kind, mi.DictType) else "array") and "$ref" not in member


def _members(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas of a union's members; msgspec nests those of classes."""
    for member in node.get("anyOf", [node]):
        if "anyOf" in member:
            yield from _members(member)
        else:
            yield member


def _parts(node: dict[str, Any], kind: mi.Type) -> Iterator[tuple[Any, mi.Type]]:
    """Yield the schemas inside *node*, each with its type."""
    if isinstance(kind, _Lists):
        yield node.get("items"), kind.item_type
    elif isinstance(kind, mi.TupleType):
        yield from zip(node.get("prefixItems", []), kind.item_types, strict=False)
    elif isinstance(kind, mi.DictType):
        yield node.get("additionalProperties"), kind.value_type
    elif isinstance(kind, _WithFields):
        named = node.get("properties", {})
        listed = node.get("prefixItems", [])
        for index, field in enumerate(kind.fields):
            yield named.get(field.encode_name, listed[index] if index < len(listed) else None), field.type
