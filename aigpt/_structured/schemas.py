"""JSON Schemas as strict servers require them: closed objects, every property required, references inlined. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

_MAPS = frozenset({"properties", "$defs", "definitions", "patternProperties", "dependentSchemas"})
_LISTS = frozenset({"anyOf", "allOf", "oneOf", "prefixItems"})
_ONES = frozenset({"items", "additionalProperties", "contains", "not", "if", "then", "else", "propertyNames"})
_DEFS = "#/$defs/"
_TYPES: dict[Any, str] = {str: "string", bool: "boolean", int: "integer", type(None): "null"}
_MOST_COPIES = 1_000


def strict_schema(schema: dict[str, Any], orders: Mapping[str, list[str]] | None = None) -> dict[str, Any]:
    """Return *schema* with its objects closed and all their properties required.

    References are replaced by what they refer to, except in recursive types. Defaults are left out, since every
    property is required; an enum states its type. An object that is a dict of any keys stays open.

    *orders* has the order in which a model is to write the properties of an object, by the object's title, where that
    is not the order of the schema.
    """
    strict = _Strict(schema.get("$defs", {}), orders or {})
    result: dict[str, Any] = strict.apply({name: value for name, value in schema.items() if name != "$defs"}, ())
    if strict.kept:
        result["$defs"] = strict.definitions()
    return result


class _Strict:
    """The conversion of one schema. `kept` names the definitions that something still refers to."""

    def __init__(self, defs: dict[str, Any], orders: Mapping[str, list[str]]) -> None:
        self._defs = defs
        self._orders = orders
        self._copies = 0
        self.kept: dict[str, None] = {}

    def definitions(self) -> dict[str, Any]:
        """Return the definitions that are still referred to."""
        done: dict[str, Any] = {}
        while left := [name for name in self.kept if name not in done]:
            for name in left:
                done[name] = self.apply(self._defs[name], (name,))
        return done

    def apply(self, schema: Any, inside: tuple[str, ...]) -> Any:
        """Return *schema*, which is within the definitions *inside*, made strict."""
        if not isinstance(schema, dict):
            return schema  # true or false
        node = cast("dict[str, Any]", schema)
        name = str(node.get("$ref", "")).removeprefix(_DEFS)
        if name in self._defs:
            return self._resolved(node, name, inside)
        result = _each(node, lambda part: self.apply(part, inside))
        result.pop("default", None)
        if "properties" in result:
            names = _in_order(result["properties"], self._orders.get(result.get("title", "")))
            result["properties"] = {name: result["properties"][name] for name in names}
            result["required"] = names
            result["additionalProperties"] = False
        return _with_type(result)

    def _resolved(self, node: dict[str, Any], name: str, inside: tuple[str, ...]) -> dict[str, Any]:
        self._copies += 1
        if name in inside or self._copies > _MOST_COPIES:
            self.kept[name] = None
            return {"$ref": node["$ref"]}
        beside = {key: value for key, value in node.items() if key not in {"$ref", "default"}}
        return {**self.apply(self._defs[name], (*inside, name)), **beside}


def _in_order(properties: dict[str, Any], names: list[str] | None) -> list[str]:
    same = names is not None and set(names) == properties.keys()
    return list(names if same and names else properties)


def _each(node: dict[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    """Return *node* with *change* applied to each schema in it."""
    result: dict[str, Any] = {}
    for key, value in node.items():
        if key in _MAPS and isinstance(value, dict):
            result[key] = {name: change(part) for name, part in cast("dict[str, Any]", value).items()}
        elif key in _LISTS:
            result[key] = [change(part) for part in value]
        else:
            result[key] = change(value) if key in _ONES else value
    return result


def _with_type(node: dict[str, Any]) -> dict[str, Any]:
    """Return *node* with ``enum`` in place of ``const``, and its type beside it."""
    if "const" in node and "enum" not in node:
        node["enum"] = [node.pop("const")]
    if "enum" in node and "type" not in node:
        types = list(dict.fromkeys(_TYPES.get(type(value), "") for value in node["enum"]))
        if all(types):
            node["type"] = types[0] if len(types) == 1 else types
    return node


def property_names(schema: Any) -> frozenset[str]:
    """Return the names of all properties that *schema* has anywhere."""
    if not isinstance(schema, dict):
        return frozenset()
    node = cast("dict[str, Any]", schema)
    found: set[str] = set(node.get("properties", ()))

    def look(part: Any) -> None:
        found.update(property_names(part))

    _each(node, look)
    return frozenset(found)
