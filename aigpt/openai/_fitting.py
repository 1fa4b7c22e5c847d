"""Where a value that was decoded from JSON does not fit a type: what is missing, what is of another type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, cast, get_args, get_origin

from aigpt.openai._fields import (
    UNDEFINED,
    ModelClass,
    TypeArguments,
    discriminator_of,
    fields_of,
    literals_of,
    members_of,
    model_of,
    substituted,
)

MISSING = "is missing"


class Misfit(NamedTuple):
    """A place in a value, and what is wrong there."""

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path or 'the value'} {self.problem}"


def misfits(value: Any, form: Any, path: str = "") -> Iterator[Misfit]:
    """Yield where *value* does not fit the type *form*. Instances of models are taken as they are."""
    members = members_of(form)
    if len(members) > 1:
        yield from _misfits_of_union(value, form, members, path)
        return
    (form,) = members
    model = model_of(form)
    if model is not None:
        yield from _misfits_of_model(value, *model, path)
    elif get_origin(form) in {list, dict}:
        yield from _misfits_of_container(value, form, path)
    elif not _fits_plain(value, form):
        yield Misfit(path, f"is not {_described(form)}")


def fits(value: Any, form: Any) -> bool:
    """Return whether *value* fits the type *form*."""
    return next(misfits(value, form), None) is None


def refuse_misfits(model: ModelClass, value: Any) -> None:
    """Raise ValueError where *value* does not fit *model*; it says at which places, and what is wrong there."""
    problems = list(misfits(value, model))
    if problems:
        raise validation_error(model, problems)


def validation_error(model: ModelClass, problems: Iterable[Misfit]) -> ValueError:
    """Return the error of a value that does not fit *model*."""
    return ValueError(f"not a {model.__name__}: {'; '.join(map(str, problems))}")


def _misfits_of_union(value: Any, form: Any, members: list[Any], path: str) -> Iterator[Misfit]:
    """Yield nothing if *value* fits a member, else where it fails the one that it is meant for, if that shows."""
    if any(fits(value, member) for member in members):
        return
    tag = discriminator_of(form) or "type"
    types = [member for member in members if member is not type(None)]
    meant = types if len(types) == 1 else [member for member in types if _is_tagged(value, member, tag)]
    yield from misfits(value, meant[0], path) if meant else [Misfit(path, "fits no type of the union")]


def _is_tagged(value: Any, member: Any, tag: str) -> bool:
    model = model_of(member)
    field = fields_of(model[0]).get(tag) if model and isinstance(value, dict) else None
    if field is None:
        return False
    return cast("dict[str, Any]", value).get(field.wire_name) in literals_of(field.annotation)


def _misfits_of_model(value: Any, model: ModelClass, arguments: TypeArguments, path: str) -> Iterator[Misfit]:
    if isinstance(value, model):
        return
    if not isinstance(value, Mapping):
        yield Misfit(path, f"is not an object ({model.__name__})")
        return
    body = cast("Mapping[str, Any]", value)
    for name, field in fields_of(model).items():
        inside = body.get(field.wire_name, body.get(name, UNDEFINED))
        where = f"{path}.{field.wire_name}" if path else field.wire_name
        if inside is not UNDEFINED:
            yield from misfits(inside, substituted(field.full_annotation, arguments), where)
        elif field.is_required():
            yield Misfit(where, MISSING)


def _misfits_of_container(value: Any, form: Any, path: str) -> Iterator[Misfit]:
    inside = (get_args(form) or (Any,))[-1]
    if get_origin(form) is dict:
        if not isinstance(value, Mapping):
            yield Misfit(path, "is not an object")
            return
        for key, item in cast("Mapping[str, Any]", value).items():
            yield from misfits(item, inside, f"{path}.{key}" if path else key)
        return
    items = value.tolist() if hasattr(value, "tolist") else value  # an array of numpy
    if not isinstance(items, (list, tuple)):
        yield Misfit(path, "is not an array")
        return
    for index, item in enumerate(cast("list[Any]", items)):
        yield from misfits(item, inside, f"{path}[{index}]")


_KINDS: dict[Any, str] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "a boolean",
    dict: "an object",
    list: "an array",
    type(None): "null",
}


def _fits_plain(value: Any, form: Any) -> bool:
    if get_origin(form) is Literal:
        return any(type(value) is type(one) and value == one for one in get_args(form))
    if form is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if form is int:
        return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value % 1 == 0)
    if form in {datetime, date}:
        return isinstance(value, (str, date))
    return form not in _KINDS or isinstance(value, form)


def _described(form: Any) -> str:
    if get_origin(form) is Literal:
        return " or ".join(map(repr, get_args(form)))
    return _KINDS.get(form, str(form))
