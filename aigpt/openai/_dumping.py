"""Models as dicts and as JSON: what pydantic makes of them, by the same options."""

from __future__ import annotations

import json
import math
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Final, TypeAlias, Union, cast

import msgspec

from aigpt.openai._fields import UNDEFINED, State, fields_of

IncEx: TypeAlias = set[int] | set[str] | Mapping[int, Union["IncEx", bool]] | Mapping[str, Union["IncEx", bool]]
"""Which fields or items, by name or index (``"__all__"``: each item); a mapping says what of each."""

_SCALARS: Final = frozenset({str, int, bool, type(None)})
_ARRAYS: Final = (list, tuple, set, frozenset, deque)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """How models are dumped. `include` and `exclude` select parts of one value, the rest is for all of it."""

    to_json: bool = False
    by_alias: bool = False
    exclude_unset: bool = False
    exclude_defaults: bool = False
    exclude_none: bool = False
    fallback: Callable[[Any], Any] | None = None

    def model(self, model: State, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return *model* as a dict: its fields in the order of their declaration, then what else came."""
        state, known = model.__dict__, fields_of(type(model))
        unknown = len(state)
        found: list[tuple[str, str, Any]] = []
        for name, field in known.items():
            value = state.get(name, UNDEFINED)
            if value is not UNDEFINED:
                unknown -= 1
            elif self.exclude_unset:
                continue
            else:
                value = getattr(model, name)
            if not (self.exclude_defaults and _is_default(value, field.default)):
                found.append((name, (field.alias or name) if self.by_alias else name, value))
        if unknown:
            found += [(name, name, value) for name, value in state.items() if name not in known]
        if self.exclude_none:
            found = [entry for entry in found if entry[2] is not None]
        return dict(self._selected(found, include, exclude))

    def value(self, value: Any, include: Any = None, exclude: Any = None) -> Any:
        """Return *value* with dicts for the models in it; for JSON with nothing in it that JSON does not have."""
        kind: type[Any] = type(value)
        if kind in _SCALARS:
            return value
        if kind is float:
            return None if self.to_json and not math.isfinite(value) else value
        if isinstance(value, State):
            return self.model(value, include, exclude)
        if isinstance(value, Mapping):
            items = cast("Mapping[Any, Any]", value).items()
            return dict(self._selected([(key, self._key(key), item) for key, item in items], include, exclude))
        if isinstance(value, _ARRAYS):
            items = [(index, index, item) for index, item in enumerate(cast("list[Any]", value))]
            dumped = [item for _, item in self._selected(items, include, exclude, size=len(items))]
            return dumped if self.to_json else kind(dumped)
        return self._other(value, kind, include, exclude)

    def _selected(
        self, items: list[tuple[Any, Any, Any]], include: Any, exclude: Any, size: int = 0
    ) -> Iterator[tuple[Any, Any]]:
        """Yield the keys to write and the dumped values of *items* (name, key to write, value)."""
        if include is None and exclude is None:
            for _, key, value in items:
                yield key, value if value.__class__ in _SCALARS else self.value(value)
            return
        for name, key, value in items:
            included = True if include is None else _part(include, name, size)
            excluded = None if exclude is None else _part(exclude, name, size)
            if included is not None and excluded is not True:
                yield key, self.value(value, None if included is True else included, excluded)

    def _key(self, key: Any) -> Any:
        if not self.to_json or type(key) is str:
            return key
        if isinstance(key, Enum):
            return self._key(key.value)
        return str(key).lower() if isinstance(key, bool) else str(key)

    def _other(self, value: Any, kind: type[Any], include: Any, exclude: Any) -> Any:
        """Return what becomes of an object that users put into a model."""
        if callable(getattr(kind, "model_dump", None)):
            return value.model_dump(
                mode="json" if self.to_json else "python",
                include=include,
                exclude=exclude,
                by_alias=self.by_alias,
                exclude_unset=self.exclude_unset,
                exclude_defaults=self.exclude_defaults,
                exclude_none=self.exclude_none,
            )
        if is_dataclass(kind):
            return self.value({field.name: getattr(value, field.name) for field in fields(kind)}, include, exclude)
        return self._as_json(value, kind) if self.to_json else value

    def _as_json(self, value: Any, kind: type[Any]) -> Any:
        """Return the value of JSON that stands for an object. Raises ValueError if none does."""
        if isinstance(value, Enum):
            return self.value(value.value)
        for base in (str, int, float):
            if isinstance(value, base):
                return self.value(base(value))
        if isinstance(value, (bytes, bytearray)):
            return value.decode()
        if callable(getattr(kind, "tolist", None)):  # the arrays and numbers of numpy
            return self.value(value.tolist())
        if isinstance(value, Iterator):
            return [self.value(item) for item in cast("Iterator[Any]", value)]
        try:
            return msgspec.to_builtins(value)
        except TypeError:
            if self.fallback is None:
                raise ValueError(f"an object of {kind.__module__}.{kind.__qualname__} has no JSON") from None
        return self.value(self.fallback(value))


def _is_default(value: Any, default: Any) -> bool:
    if value is None or default is None:
        return value is default
    return default is not UNDEFINED and bool(value == default)


def _part(selection: Any, name: Any, size: int) -> Any:
    """Return what of *name* is selected: True for all of it, None for nothing, else the selection inside of it.

    In an array of *size* items, those are counted from the end too, and ``"__all__"`` stands for each.
    """
    keys = (name, name - size, "__all__") if size else (name,)
    parts = [_as_mapping(selection)[key] for key in keys if key in selection]
    if any(part is True or part is ... for part in parts):
        return True
    merged: dict[Any, Any] = {}
    for part in parts:
        merged |= _as_mapping(part)
    return merged or None


def _as_mapping(selection: Any) -> dict[Any, Any]:
    if not selection:
        return {}
    return dict(selection) if isinstance(selection, Mapping) else dict.fromkeys(selection, True)


def json_text(value: Any, *, indent: int | None = None, ensure_ascii: bool = False) -> str:
    """Return *value*, made of JSON's types, as JSON: compact, unless *indent* says by how many spaces."""
    if not ensure_ascii and (indent is None or indent > 0):
        try:
            data = msgspec.json.encode(value)
            return (data if indent is None else msgspec.json.format(data, indent=indent)).decode()
        except (UnicodeEncodeError, OverflowError):  # half of a surrogate pair, or an integer beyond 64 bits
            pass
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(value, indent=indent, separators=separators)
