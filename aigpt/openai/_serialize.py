"""What callers pass, as JSON, as the pairs of a query, and as the fields of a form. Nothing is changed silently."""

from __future__ import annotations

import inspect
import io
import math
import os
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any, NoReturn, cast

from aigpt._http.json_codec import PLAIN_TYPES, encode_plain
from aigpt.openai._fields import State
from aigpt.openai._options import is_omitted

_SCALARS = PLAIN_TYPES | {type(None)}
_LEFT_OUT = object()
_HALF_PAIR = "it is text with half of a surrogate pair; text.encode(errors='replace').decode() mends it"
_BYTES = (bytes, bytearray, memoryview)
_REFUSED: tuple[type[Any], ...] = (*_BYTES, set, frozenset, io.IOBase, type)
"""What could be iterated over, but means something else."""
_REMEDIES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (type, "it is a class, not a value"),
    (_BYTES, "it is bytes; give text, such as base64.b64encode(content).decode()"),
    ((set, frozenset), "it is a set, which has no order; give a list"),
    ((io.IOBase, os.PathLike), "it is a file, and this parameter takes none; give its content as text"),
    (Enum, "it is an enum's member; give its .value"),
)


class _UnfitError(Exception):
    """A value that cannot be sent. `keys` leads to it, from the inside out; `reason` never quotes it."""

    def __init__(self, kind: type[TypeError | ValueError], reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.keys: list[object] = []

    def error(self) -> TypeError | ValueError:
        """Return the error for the caller."""
        return self.kind(f"{_path(reversed(self.keys))} cannot be sent: {self.reason}")


def json_body(value: object) -> bytes:
    """Return *value* as JSON. Raises TypeError or ValueError as `plain` does."""
    ready = plain(value)
    try:
        return encode_plain(ready)
    except UnicodeEncodeError:
        raise ValueError(f"{_path(_broken_text(ready))} cannot be sent: {_HALF_PAIR}") from None
    except RecursionError:
        raise _too_deep() from None


def plain(value: object, *, by_alias: bool = False) -> Any:
    """Return *value* made of nothing but str, int, float, bool, None, list and dict; itself if it is so already.

    Our models and openai's become what the API calls their fields, other pydantic models their fields that are set
    (*by_alias* says by which name). What is not given is left out of dicts. Iterables become lists, dates text.

    Raises TypeError or ValueError for anything else, naming the parameter but never its value.
    """
    try:
        ready = (_BY_ALIAS if by_alias else _BY_NAME).convert(value)
        if ready is _LEFT_OUT:
            _refuse_omitted()
    except _UnfitError as problem:
        raise problem.error() from None
    except RecursionError:
        raise _too_deep() from None
    return ready


class _Converter:
    """Converts values; a value that is fit already is returned itself, not a copy."""

    def __init__(self, *, by_alias: bool) -> None:
        self._by_alias = by_alias

    def convert(self, value: Any) -> Any:
        kind: type[Any] = type(value)  # pyright: ignore[reportUnknownVariableType]
        if kind in _SCALARS:
            return value
        if kind is dict:
            return self._dict(value)
        if kind is list:
            return self._list(value)
        if kind is float:
            return value if math.isfinite(value) else _refuse_number()
        return self._other(value, kind)

    def _dict(self, value: dict[Any, Any]) -> dict[Any, Any]:
        changed: dict[Any, Any] | None = None
        for key, item in value.items():
            if type(item) in _SCALARS and type(key) is str:
                continue
            name = key if type(key) is str else _key(key)
            try:
                ready = self.convert(item)
            except _UnfitError as problem:
                problem.keys.append(name)
                raise
            if ready is item and name is key:
                continue
            if changed is None:
                changed = value.copy()
            if name is not key or ready is _LEFT_OUT:
                del changed[key]
            if ready is not _LEFT_OUT:
                changed[name] = ready
        return value if changed is None else changed

    def _list(self, value: list[Any]) -> list[Any]:
        if _SCALARS.issuperset(map(type, value)):
            return value
        changed: list[Any] | None = None
        for index, item in enumerate(value):
            try:
                ready = self.convert(item)
                if ready is _LEFT_OUT:
                    _refuse_omitted()
            except _UnfitError as problem:
                problem.keys.append(index)
                raise
            if ready is not item:
                if changed is None:
                    changed = value.copy()
                changed[index] = ready
        return value if changed is None else changed

    def _other(self, value: Any, kind: type[Any]) -> Any:  # noqa: PLR0911 (one kind after the other)
        if is_omitted(value):
            return _LEFT_OUT
        if hasattr(kind, "model_dump"):
            return self.convert(value.model_dump(**self._options(value, kind)))
        if isinstance(value, str):
            return str.__str__(value)  # of an enum's member too, whose own says its name
        if isinstance(value, int):
            return int(value)
        if isinstance(value, float):
            return self.convert(float(value))
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Mapping):
            return self._dict(dict(cast("Mapping[object, object]", value)))
        if isinstance(value, _REFUSED):
            return _refuse(value)
        if hasattr(kind, "tolist"):  # the arrays and numbers of numpy
            return self.convert(value.tolist())
        return self._list(list(cast("Iterable[object]", value))) if isinstance(value, Iterable) else _refuse(value)

    def _options(self, model: Any, kind: type[Any]) -> dict[str, Any]:
        """Return how *model* is dumped."""
        options: dict[str, Any] = {"exclude_unset": True}
        if (excluded := getattr(model, "__api_exclude__", None)) is not None:
            options["exclude"] = excluded
        if issubclass(kind, State):
            options["by_alias"] = True
        elif kind.__module__.partition(".")[0] == "openai":
            # Its fields are the API's, by their aliases; they hold what the server sent, whether it fits or not.
            options.update(mode="json", by_alias=True, warnings=False)
        else:
            options["mode"] = "json"
            if self._by_alias:
                options["by_alias"] = True
        return options


_BY_NAME = _Converter(by_alias=False)
_BY_ALIAS = _Converter(by_alias=True)


def _key(key: object) -> str:
    """Return the key of a dict as JSON has it."""
    if isinstance(key, str):
        return str.__str__(key)
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, int):
        return str(int(key))
    if isinstance(key, float) and math.isfinite(key):
        return float.__repr__(key)
    if key is None:
        return "null"
    raise _UnfitError(TypeError, f"it has a key of type {_described(key)}, where JSON has text")


# ── what cannot be sent ─────────────────────────────────────────────────────────────────────────────────────────────


def _refuse(value: object) -> NoReturn:
    for kinds, reason in _REMEDIES:
        if isinstance(value, kinds):
            raise _UnfitError(TypeError, reason)
    if inspect.isawaitable(value):
        raise _UnfitError(TypeError, "it has to be awaited first")
    raise _UnfitError(TypeError, f"JSON has no {_described(value)}; give text, numbers, lists, dicts or models")


def _refuse_number() -> NoReturn:
    raise _UnfitError(ValueError, "it is a number that JSON does not have (NaN or infinite); give None or another")


def _refuse_omitted() -> NoReturn:
    raise _UnfitError(TypeError, "it is not given (omit, NOT_GIVEN), which only parameters and keys can be; drop it")


def _described(value: object) -> str:
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _too_deep() -> ValueError:
    return ValueError("the parameters cannot be sent: a value is nested too deep, or contains itself")


def _broken_text(value: Any) -> list[object]:
    """Return the keys that lead to the text in *value* that UTF-8 cannot have."""
    items: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        items = cast("dict[object, object]", value).items()
    elif isinstance(value, list):
        items = enumerate(cast("list[object]", value))
    for key, item in items:
        if not _is_encodable(item):
            return [key, *_broken_text(item)]
    return []


def _is_encodable(value: object) -> bool:
    try:
        encode_plain(value)
    except UnicodeEncodeError:
        return False
    return True


def _path(keys: Iterable[object]) -> str:
    """Return what the caller would write to get at a value, such as ``messages[0].content``."""
    path = ""
    for key in keys:
        if isinstance(key, str) and key.isidentifier():
            path += f".{key}" if path else key
        else:
            path += f"[{key!r}]"
    return path or "the body"


# ── queries and forms ───────────────────────────────────────────────────────────────────────────────────────────────


def query_items(params: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return *params* as the pairs of a query: arrays as ``a[]=``, objects as ``a[b]=``; None is left out."""
    items: list[tuple[str, str]] = []
    for key, value in plain(params).items():
        _flatten(key, value, items)
    return items


def form_items(data: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return *data* as the fields of a form, named as in a query; those of one name follow each other."""
    fields: dict[str, list[str]] = {}
    for name, value in query_items(data):
        fields.setdefault(name, []).append(value)
    return [(name, value) for name, values in fields.items() for value in values]


def _flatten(name: str, value: Any, items: list[tuple[str, str]]) -> None:
    if isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            _flatten(f"{name}[{key}]", item, items)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            _flatten(f"{name}[]", item, items)
    elif isinstance(value, bool):
        items.append((name, "true" if value else "false"))
    elif value is not None:
        items.append((name, str(value)))
