"""Filters of a search by the attributes that files have in a vector store: comparisons, and those joined by and, or."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast

from aigpt.local.openai_api.errors import ApiError, invalid
from aigpt.local.openai_api.fields import Json, read_objects

__all__ = ["AttributeFilter", "read_filter"]

AttributeFilter: TypeAlias = Callable[[Mapping[str, Any]], bool]
"""Whether a file with these attributes is searched."""

_DEEPEST = 10
_MOST = 1_000  # values, of all comparisons
_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "gt": lambda one, other: one > other,
    "gte": lambda one, other: one >= other,
    "lt": lambda one, other: one < other,
    "lte": lambda one, other: one <= other,
}
_TYPES = ("eq", "ne", *_ORDERS, "in", "nin")


def read_filter(given: object, name: str) -> AttributeFilter | None:
    """Return the filter that the parameter *name* is; None if it is absent, null or empty. Raises `ApiError`.

    A file without an attribute matches only `ne` and `nin` of it. Numbers compare with numbers, strings with strings.
    """
    if given is None or given == {}:
        return None
    return _Reader(name).read(given, 1)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0

    def read(self, given: object, depth: int) -> AttributeFilter:
        if not isinstance(given, dict):
            raise self._wrong("must be an object")
        body = cast("Json", given)
        kind = body.get("type")
        if kind not in ("and", "or"):
            return self._comparison(body, kind)
        if depth == _DEEPEST:
            raise self._wrong(f"is nested more than {_DEEPEST} deep")
        parts = [self.read(one, depth + 1) for one in read_objects(body.get("filters"), f"{self._name}.filters")]
        if not parts:
            raise self._wrong(f"of type {kind} needs filters, a list of filters that is not empty")
        joined = all if kind == "and" else any
        return lambda attributes: joined(part(attributes) for part in parts)

    def _comparison(self, body: Json, kind: object) -> AttributeFilter:
        if kind not in _TYPES:
            raise self._wrong(f"needs a type, one of and, or, {', '.join(_TYPES)}")
        key, value = body.get("key"), body.get("value")
        if not isinstance(key, str) or not key:
            raise self._wrong("needs a key, the name of an attribute")
        if kind in ("in", "nin"):
            if not isinstance(value, list) or not all(map(_is_value, cast("list[object]", value))):
                raise self._wrong(f"of type {kind} needs a value, a list of strings and numbers")
            self._count_values(max(1, len(cast("list[object]", value))))
            values, wanted = {_comparable(one) for one in cast("list[object]", value)}, kind == "in"
            return lambda attributes: (_comparable(attributes.get(key)) in values) is wanted
        self._count_values(1)
        if not _is_value(value):
            raise self._wrong("needs a value, a string, a number, true or false")
        order = _ORDERS.get(str(kind))
        if order is not None:
            return lambda attributes: _is_in_order(order, attributes.get(key), value)
        return lambda attributes: (_comparable(attributes.get(key)) == _comparable(value)) is (kind == "eq")

    def _count_values(self, number: int) -> None:
        self._count += number
        if self._count > _MOST:
            raise self._wrong(f"has more than {_MOST} values; send fewer")

    def _wrong(self, why: str) -> ApiError:
        return invalid(self._name, f"{self._name} {why}")


def _is_value(value: object) -> bool:
    return isinstance(value, str | int | float)


def _comparable(value: object) -> tuple[bool, object]:
    """Return *value* so that true is not 1."""
    return isinstance(value, bool), value


def _is_in_order(order: Callable[[Any, Any], bool], one: object, other: object) -> bool:
    texts = isinstance(one, str) and isinstance(other, str)
    return (texts or (_is_number(one) and _is_number(other))) and order(one, other)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
