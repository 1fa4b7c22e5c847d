"""Types as output formats: the JSON Schema that asks for an instance of one, and the instance decoded from an output.

msgspec handles dataclasses, TypedDicts and Structs. Pydantic's types are recognised by their attributes, and pydantic
is never imported here but for a type that needs it. No I/O.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, cast, get_args, get_origin, get_type_hints, is_typeddict

import msgspec

from aigpt._http.json_codec import parse_json
from aigpt._structured.msgspec_times import add_time_formats
from aigpt._structured.schemas import property_names, strict_schema

_LONGEST_NAME = 64
_REMEMBERED = 128


class MisfitError(Exception):
    """A value does not fit a type. The message names what is wrong and where, and holds nothing of the value."""


class UnsupportedTypeError(Exception):
    """No JSON Schema can be made of a type. The message says why."""


class OutputType:
    """A type that outputs are to have: its schema, and how an output is decoded."""

    def __init__(self, label: str, schema: dict[str, Any], decode: Callable[[Any], Any]) -> None:
        self.label = label
        self.name = schema_name(label)
        """A name of the schema that servers accept."""
        self.schema = schema
        self._decode = decode

    def decode(self, output: Any) -> Any:
        """Return the instance made of *output*; JSON in a string is decoded too, as some servers send it.

        Raises MisfitError.
        """
        try:
            return self._decode(output)
        except MisfitError as exc:
            if not isinstance(output, str):
                raise
            misfit = exc
        try:
            value = parse_json(output.encode())
        except (ValueError, RecursionError):
            raise misfit from None
        return self._decode(value)


def schema_name(label: str) -> str:
    """Return a name, for the schema of a type that is called *label*, that servers accept."""
    return re.sub(r"[^A-Za-z0-9_-]+", "_", label).strip("_")[:_LONGEST_NAME] or "output"


def output_type(form: object) -> OutputType:
    """Return the output type that *form* stands for. Raises UnsupportedTypeError."""
    try:
        try:
            return _remembered(form)
        except TypeError:  # it cannot be hashed, or is no type, and then it raises again
            return _make_output_type(form)
    except Exception as exc:  # noqa: BLE001 (resolving a type runs its author's code)
        why = _why(exc) if isinstance(form, type) or get_args(form) else type(exc).__name__
        raise UnsupportedTypeError(why) from None


def _make_output_type(form: object) -> OutputType:
    parts = _parts(form, {}).values()
    if any(map(_is_pydantics, parts)):
        return _pydantic_type(form, type_label(form))
    orders = {part.__name__: list(get_type_hints(part)) for part in parts if is_typeddict(part)}
    return _msgspec_type(form, type_label(form), orders)


_remembered = lru_cache(_REMEMBERED)(_make_output_type)


def _why(exc: Exception) -> str:
    """Return the line that says why: msgspec's last, after its general advice, or pydantic's first.

    Not for instances, which both quote.
    """
    lines = str(exc).strip().splitlines() or [type(exc).__name__]
    return lines[-1 if isinstance(exc, TypeError) else 0]


def type_label(form: object) -> str:
    """Return what to call a type: its name, with those it is made of; of an instance, which may hold text, its type."""
    args = get_args(form)
    name = getattr(form, "__name__", None)
    if not isinstance(name, str):
        name = type(form).__name__
    return f"{name}[{', '.join(map(type_label, args))}]" if args else name


_STANDS_FOR = ("__value__", "__supertype__")  # of a type alias, of a NewType
_WITH_FIELDS = ("__dataclass_fields__", "__struct_fields__", "__total__", "_fields")


def _parts(form: Any, found: dict[int, Any]) -> dict[int, Any]:
    """Return the types that *form* is made of, itself among them, by their ids; what is pydantic's is one part."""
    if id(form) not in found:
        found[id(form)] = form
        inside = [get_origin(form), *get_args(form), *(getattr(form, name, None) for name in _STANDS_FOR)]
        if isinstance(form, type) and not _is_pydantics(form) and any(hasattr(form, name) for name in _WITH_FIELDS):
            inside += get_type_hints(form).values()
        for part in inside:
            _parts(part, found)
    return found


# ── msgspec ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _msgspec_type(form: Any, label: str, orders: dict[str, list[str]]) -> OutputType:
    """Return the output type of a type that msgspec handles.

    *orders* has the keys of its TypedDicts as written, since msgspec sorts them.
    """
    raw = msgspec.json.schema(form)
    add_time_formats(raw, form)
    schema = strict_schema(raw, orders)

    def make(value: Any) -> Any:
        try:
            return msgspec.convert(value, form, str_keys=True)
        except msgspec.ValidationError as exc:
            raise MisfitError(_msgspec_words(exc)) from None
        except Exception as exc:  # noqa: BLE001 (the type's own code may raise anything)
            raise MisfitError(f"{type(exc).__name__} in the type's own code") from None

    return OutputType(label, schema, make)


_HARMLESS = re.compile(r"Expected `.*|Object missing required field `.*|Invalid (?!enum value|value)[A-Za-z0-9 -]+")
_PATH = re.compile(r" - at .*?`(\$[^`]*)`$", re.DOTALL)


def _msgspec_words(exc: msgspec.ValidationError) -> str:
    """Return msgspec's own words, without those that quote the value or come from the type's author."""
    said = str(exc)
    found = _PATH.search(said)
    path = found[1] if found else "$"
    why = said[: found.start()] if found else said
    if exc.__cause__ is not None or not _HARMLESS.fullmatch(why):
        why = "Value not allowed"
    return f"{why} at {path}"


# ── pydantic ────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_pydantics(form: object) -> bool:
    return hasattr(form, "__pydantic_validator__") or _is_model(form)


def _is_model(form: object) -> bool:
    return isinstance(form, type) and hasattr(form, "model_json_schema") and hasattr(form, "model_validate_json")


def _pydantic_type(form: Any, label: str) -> OutputType:
    if _is_model(form):
        schema, from_json, from_python = form.model_json_schema(), form.model_validate_json, form.model_validate
    else:
        adapter = importlib.import_module("pydantic").TypeAdapter(form)
        schema, from_json, from_python = adapter.json_schema(), adapter.validate_json, adapter.validate_python
    names = property_names(schema)

    def make(value: Any) -> Any:
        try:
            try:
                data = msgspec.json.encode(value)
            except (ValueError, OverflowError, RecursionError):  # half a surrogate pair, or beyond 64 bits
                return from_python(value)
            # As JSON, since a strict model takes no date from a text in Python.
            return from_json(data)
        except Exception as exc:  # noqa: BLE001 (the type's own code may raise anything)
            raise MisfitError(_pydantic_words(exc, names, value)) from None

    return OutputType(label, strict_schema(schema), make)


def _pydantic_words(exc: Any, names: frozenset[str], value: Any) -> str:
    """Return the kind and place of the first error that pydantic lists: its messages may quote the value."""
    if not callable(getattr(exc, "errors", None)):
        return f"{type(exc).__name__} in the type's own code"
    first = exc.errors(include_url=False, include_context=False, include_input=False)[0]
    path = "$"
    for step in first["loc"]:
        inside = _step(value, step)
        if isinstance(step, int):
            path += f"[{step}]"
        elif step in names:
            path += f".{step}"
        elif inside is not None:
            path += "[...]"  # a key of the answer's own, not of the type
        else:
            continue  # which member of a union was tried
        value = inside
    return f"{first['type']} at {path}"


def _step(value: object, step: str | int) -> Any:
    if isinstance(value, dict):
        return cast("dict[str, Any]", value).get(str(step))
    if isinstance(value, list) and isinstance(step, int):
        return next(iter(cast("Sequence[Any]", value)[step : step + 1]), None)
    return None
