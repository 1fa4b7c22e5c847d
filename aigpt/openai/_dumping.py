"""Models as dicts and as JSON: what pydantic makes of them, by the same options."""

from __future__ import annotations

import json
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias, TypedDict, cast

import msgspec

from aigpt.openai._fields import UNDEFINED, ModelClass, State, fields_of
from aigpt.openai._fitting import refuse_misfits

IncEx: TypeAlias = "set[int] | set[str] | Mapping[int, IncEx | bool] | Mapping[str, IncEx | bool]"
"""Which fields or items, by name or index (``"__all__"``: each item); a mapping says what of each."""

Target: TypeAlias = Literal["python", "json", "text"]
"""A dict of Python's objects, one of JSON's types, or one that is to be encoded, where numbers may be infinite."""


class DumpOptions(TypedDict, total=False):
    """The options of `model_dump` and `model_dump_json`, which are those of pydantic.

    `context`, `exclude_computed_fields`, `round_trip`, `serialize_as_any` and `polymorphic_serialization` have no
    effect here.
    """

    include: IncEx | None
    exclude: IncEx | None
    context: Any | None
    by_alias: bool | None
    exclude_unset: bool
    exclude_defaults: bool
    exclude_none: bool
    exclude_computed_fields: bool
    round_trip: bool
    warnings: bool | Literal["none", "warn", "error"]
    fallback: Callable[[Any], Any] | None
    serialize_as_any: bool
    polymorphic_serialization: bool | None


def dump_model(model: State, target: Target, options: DumpOptions) -> dict[str, Any]:
    """Return *model* as a dict. Raises TypeError for an option that does not exist."""
    if not options.keys() <= DumpOptions.__annotations__.keys():
        unknown = min(options.keys() - DumpOptions.__annotations__.keys())
        raise TypeError(f"model_dump() got an unexpected keyword argument {unknown!r}")
    if options.get("warnings") == "error":
        refuse_misfits(type(model), model.__dict__)
    dump = _dump(
        target,
        bool(options.get("by_alias")),
        options.get("exclude_unset", False),
        options.get("exclude_defaults", False),
        options.get("exclude_none", False),
        options.get("fallback"),
    )
    return dump.model(model, options.get("include"), options.get("exclude"))


_SCALARS: Final = frozenset({str, int, float, bool, type(None)})
_MANY: Final = 16  # items, of which it pays to look at all of them first
_ARRAYS: Final[frozenset[type[Any]]] = frozenset({list, tuple, set, frozenset, deque})


class Dump:
    """How models are dumped. `include` and `exclude` select parts of one value, the rest is for all of it."""

    def __init__(
        self,
        target: Target,
        by_alias: bool = False,  # noqa: FBT001, FBT002 (called by `_dump`, which remembers instances by what is given)
        exclude_unset: bool = False,  # noqa: FBT001, FBT002
        exclude_defaults: bool = False,  # noqa: FBT001, FBT002
        exclude_none: bool = False,  # noqa: FBT001, FBT002
        fallback: Callable[[Any], Any] | None = None,
    ) -> None:
        self._target = target
        self._by_alias = by_alias
        self._exclude_unset = exclude_unset
        self._exclude_defaults = exclude_defaults
        self._exclude_none = exclude_none
        self._fallback = fallback
        self._kept = _SCALARS - {float} if target == "json" else _SCALARS
        """The types of values that are dumped as they are."""

    def model(self, model: State, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return *model* as a dict: its fields in the order of their declaration, then what else came."""
        unset, defaults, aliases = type(model).__dict__.get("__templates__") or _templates(type(model))
        items: Iterable[tuple[str, Any]] = ((unset if self._exclude_unset else defaults) | model.__dict__).items()
        nothing = None if self._exclude_none else UNDEFINED
        if self._exclude_defaults:
            items = _without_defaults(type(model), items)
        if include is None and exclude is None:
            kept, value_of = self._kept, self.value
            dumped = {
                name: value if value.__class__ in kept else value_of(value)
                for name, value in items
                if value is not UNDEFINED and value is not nothing
            }
        else:
            items = [item for item in items if item[1] is not UNDEFINED and item[1] is not nothing]
            dumped = {name: self.value(value, *parts) for name, value, parts in _selected(items, include, exclude)}
        return {aliases.get(name, name): dumped[name] for name in dumped} if self._by_alias and aliases else dumped

    def value(self, value: Any, include: Any = None, exclude: Any = None) -> Any:
        """Return *value* with dicts for the models in it; for JSON with nothing in it that JSON does not have."""
        kind: type[Any] = value.__class__
        if kind is list:
            return self._items(value, include, exclude)
        if issubclass(kind, State):
            return self.model(value, include, exclude)
        if kind is dict or issubclass(kind, Mapping):
            return {
                self._key(key): self.value(item, *parts)
                for key, item, parts in _selected(value.items(), include, exclude)
            }
        if kind in _ARRAYS or isinstance(value, tuple):
            items = self._items(value, include, exclude)
            return items if self._target != "python" else kind(items) if kind in _ARRAYS else tuple(items)
        return value if kind in self._kept else self._other(value, kind, include, exclude)

    def _items(self, value: Any, include: Any, exclude: Any) -> list[Any]:
        if include is not None or exclude is not None:
            items = enumerate(cast("Iterable[object]", value))
            return [self.value(item, *parts) for _, item, parts in _selected(items, include, exclude)]
        kept, value_of = self._kept, self.value
        if len(value) > _MANY and kept.issuperset(map(type, value)):
            return list(value)
        return [item if item.__class__ in kept else value_of(item) for item in value]

    def _key(self, key: Any) -> Any:
        if self._target == "python" or type(key) is str:
            return key
        if isinstance(key, Enum):
            return self._key(key.value)
        return str(key).lower() if isinstance(key, bool) else str(key)

    def _other(self, value: Any, kind: type[Any], include: Any, exclude: Any) -> Any:
        """Return what becomes of an object that users put into a model."""
        if callable(getattr(kind, "model_dump", None)):
            return value.model_dump(
                mode="python" if self._target == "python" else "json",
                include=include,
                exclude=exclude,
                by_alias=self._by_alias,
                exclude_unset=self._exclude_unset,
                exclude_defaults=self._exclude_defaults,
                exclude_none=self._exclude_none,
            )
        if is_dataclass(kind):
            return self.value({field.name: getattr(value, field.name) for field in fields(kind)}, include, exclude)
        return value if self._target == "python" else self._as_json(value, kind)

    def _as_json(self, value: Any, kind: type[Any]) -> Any:  # noqa: PLR0911 (likewise)
        """Return the value of JSON that stands for an object. Raises ValueError if none does."""
        if isinstance(value, Enum) or callable(getattr(kind, "tolist", None)):  # the arrays and numbers of numpy
            return self.value(value.value if isinstance(value, Enum) else value.tolist())
        if isinstance(value, (str, int)):
            return str.__str__(value) if isinstance(value, str) else int(value)
        if isinstance(value, float):
            return float(value) if math.isfinite(value) else None
        if isinstance(value, (bytes, bytearray)):
            return value.decode()
        if isinstance(value, Iterator):
            return self._items(list(cast("Iterator[object]", value)), None, None)
        try:
            return msgspec.to_builtins(value)
        except TypeError:
            if self._fallback is None:
                raise ValueError(f"an object of {kind.__module__}.{kind.__qualname__} has no JSON") from None
        return self.value(self._fallback(value))


_dump = lru_cache(64)(Dump)


def json_text(value: Any, *, indent: int | None = None, ensure_ascii: bool = False) -> str:
    """Return *value*, which was dumped as text, as JSON: compact, unless *indent* says by how many spaces."""
    if not ensure_ascii and (indent is None or indent > 0):
        try:
            data = msgspec.json.encode(value)
            return (data if indent is None else msgspec.json.format(data, indent=indent)).decode()
        except (UnicodeEncodeError, OverflowError):  # half of a surrogate pair, or an integer beyond 64 bits
            pass
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(Dump("json").value(value), indent=indent, separators=separators)


# ── fields ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _templates(model: ModelClass) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """Return what missing fields are, in the order of their declaration: left out, or defaults; and the aliases."""
    found = model.__dict__.get("__templates__")
    if found is None:
        known = fields_of(model)
        unset: dict[str, Any] = dict.fromkeys(known, UNDEFINED)
        defaults = {name: getattr(model, name) for name in known}
        found = unset, defaults, {name: field.alias for name, field in known.items() if field.alias}
        model.__templates__ = found
    return found


def _without_defaults(model: ModelClass, items: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    known = fields_of(model)
    for name, value in items:
        default = known[name].default if name in known else UNDEFINED
        if default is UNDEFINED or value is UNDEFINED or not _is_same(value, default):
            yield name, value


def _is_same(value: Any, default: Any) -> bool:
    return value is default if value is None or default is None else bool(value == default)


# ── include and exclude ─────────────────────────────────────────────────────────────────────────────────────────


def _selected(
    items: Iterable[tuple[Any, Any]], include: Any, exclude: Any
) -> Iterator[tuple[Any, Any, tuple[Any, Any]]]:
    """Yield of the *items* (name, value) those that are selected, with what selects the parts of each."""
    if include is None and exclude is None:
        yield from ((name, value, (None, None)) for name, value in items)
        return
    items = list(items)
    for name, value in items:
        included = True if include is None else _part(include, name, len(items))
        excluded = None if exclude is None else _part(exclude, name, len(items))
        if included is not None and excluded is not True:
            yield name, value, (None if included is True else included, excluded)


def _part(selection: Any, name: Any, size: int) -> Any:
    """Return what of *name* is selected: True for all of it, None for nothing, else the selection inside of it.

    In an array of *size* items, those are counted from the end too, and ``"__all__"`` stands for each.
    """
    mapping = _as_mapping(selection)
    keys = (name, name - size, "__all__") if type(name) is int else (name,)
    parts = [mapping[key] for key in keys if key in mapping]
    if any(part is True or part is ... for part in parts):
        return True
    merged: dict[Any, Any] = {}
    for part in parts:
        merged |= _as_mapping(part)
    return merged or None


def _as_mapping(selection: Any) -> dict[Any, Any]:
    if not selection:
        return {}
    if isinstance(selection, Mapping):
        return dict(cast("Mapping[object, object]", selection))
    return dict.fromkeys(selection, True)
