"""JSON Schemas as the strict mode of the OpenAI API requires them: closed objects, every property required. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

_MAPS = frozenset({"$defs", "definitions", "properties"})
_LISTS = frozenset({"anyOf", "allOf"})


def strict_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return *schema* made strict, as openai does it.

    An object has no other properties and requires those it has; a default of null is left out; a reference with
    anything beside it is replaced by what it refers to, except within that itself. Raises ValueError for a reference
    that leads nowhere.
    """
    return _Strict(schema).apply(schema, ())


class _Strict:
    """The conversion of one schema."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self._root = root

    def apply(self, schema: Any, inside: tuple[str, ...]) -> Any:
        """Return *schema*, which is within what the references *inside* stand for, made strict."""
        if not isinstance(schema, Mapping):
            return schema  # true or false
        node = self._with_parts(cast("Mapping[str, Any]", schema), inside)
        if node.get("type") == "object":
            node.setdefault("additionalProperties", False)
        if "properties" in node:
            node["required"] = list(node["properties"])
        if len(node.get("allOf", ())) == 1:
            node |= node.pop("allOf")[0]
        if node.get("default", ...) is None:
            del node["default"]
        if node.get("$ref") and len(node) > 1:
            return self._in_place_of(node, node.pop("$ref"), inside)
        return node

    def _with_parts(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> dict[str, Any]:
        """Return a copy of *schema* whose parts are strict."""
        node: dict[str, Any] = {**schema}
        for name in _MAPS & node.keys():
            node[name] = {key: self.apply(one, inside) for key, one in node[name].items()}
        for name in _LISTS & node.keys():
            node[name] = [self.apply(one, inside) for one in node[name]]
        if "items" in node:
            node["items"] = self.apply(node["items"], inside)
        return node

    def _in_place_of(self, node: dict[str, Any], reference: str, inside: tuple[str, ...]) -> dict[str, Any]:
        """Return what *reference* refers to, with what *node* has beside it."""
        if reference in inside:
            return {"$ref": reference}
        found: Any = self._root if reference.startswith("#/") else None
        for part in reference[2:].split("/"):
            found = cast("dict[str, Any]", found).get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, Mapping):
            raise ValueError(f"the schema has nothing at {reference!r}")  # noqa: TRY004 (the schema is wrong)
        merged = {**node, **{name: one for name, one in cast("dict[str, Any]", found).items() if name not in node}}
        return cast("dict[str, Any]", self.apply(merged, (*inside, reference)))
