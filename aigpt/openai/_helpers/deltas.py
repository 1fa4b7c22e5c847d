"""Pieces of an object that arrive one after the other: they are put together in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from aigpt.openai._models import BaseModel, wrapper_of

ModelT = TypeVar("ModelT", bound=BaseModel)

# What says which object it is; some servers send it with each piece.
_SAID_ANEW = frozenset({"id", "index", "role", "type"})


def grown(made: ModelT, piece: Mapping[str, Any]) -> ModelT:
    """Return *made* with *piece* added: what is new is set, texts are joined, items of lists found by their index.

    Its state is changed; it is another object where objects were added.
    """
    if not _add(made.__dict__, piece):
        return made
    wrap: Any = wrapper_of(cast("Any", type(made)))
    return cast("ModelT", wrap(made.__dict__))


def _add(state: dict[str, Any], piece: Mapping[str, Any]) -> bool:
    """Add *piece* to *state*; return whether plain dicts were added, of which objects are to be made."""
    plain = False
    value: Any
    for name, value in piece.items():
        known: Any = state.get(name)
        if value.__class__ is list:
            items: list[Any] = known if known.__class__ is list else []
            plain = _add_items(items, value) or plain
            state[name] = items
        elif known is None or name in _SAID_ANEW:
            if known is None or value not in (None, ""):
                state[name] = value
                plain = plain or isinstance(value, dict)
        elif isinstance(value, dict):
            state[name] = _joined(known, cast("dict[str, Any]", value))
        elif (isinstance(known, str) and isinstance(value, str)) or (_is_number(known) and _is_number(value)):
            state[name] = known + value
    return plain


def _joined(known: Any, piece: dict[str, Any]) -> Any:
    """Return the object *known* with *piece* added."""
    if isinstance(known, BaseModel):
        return grown(known, piece)
    if isinstance(known, dict):
        _add(cast("dict[str, Any]", known), piece)
    return cast("Any", known)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _add_items(items: list[Any], pieces: list[Any]) -> bool:
    plain = False
    for piece in pieces:
        index = index_of(piece)
        at = None if index is None else position(items, index)
        if at is None:
            items.insert(_place(items, index), piece)
            plain = plain or isinstance(piece, dict)
        else:
            items[at] = _joined(items[at], _without_repeated_name(items[at], piece))
    return plain


def _without_repeated_name(known: Any, piece: Any) -> Any:
    """Return *piece* of a tool call, without the name where it repeats it together with the id: it would be doubled."""
    said: Any = cast("object", piece) if isinstance(piece, dict) else {}
    call_id = said.get("id")
    if not call_id or call_id != getattr(known, "id", None):
        return cast("Any", piece)
    function: Any = said.get("function")
    name = getattr(getattr(known, "function", None), "name", None)
    if not isinstance(function, dict) or name is None or cast("dict[str, Any]", function).get("name") != name:
        return said
    return {**said, "function": {**cast("dict[str, Any]", function), "name": None}}


def position(items: list[Any], index: int) -> int | None:
    """Return where in *items* the one is that has this *index*; None where it has not come yet."""
    return next((at for at, item in enumerate(items) if index_of(item) == index), None)


def _place(items: list[Any], index: int | None) -> int:
    """Return where in *items* one with this *index* belongs."""
    later = (at for at, item in enumerate(items) if index is not None and (index_of(item) or 0) > index)
    return next(later, len(items))


def index_of(item: Any) -> int | None:
    """Return the `index` of an object or dict; None where it has none."""
    found: Any = cast("dict[str, Any]", item).get("index") if isinstance(item, dict) else getattr(item, "index", None)
    return found if isinstance(found, int) else None
