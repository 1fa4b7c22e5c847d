"""How decoded JSON becomes objects: by the annotations of each class, later by a function that is written from them.

The JSON object becomes the `__dict__` of the model, and the objects in it become models in their turn. Whatever a
server sends is taken: a value that does not fit its type stays as it came.

The functions are kept where they are called from. Two threads that write the same function write equal ones, and
either may stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias, TypeVar, get_args, get_origin

from aigpt.openai._fields import (
    FieldInfo,
    ModelClass,
    TypeArguments,
    discriminator_of,
    fields_of,
    is_model,
    literals_of,
    members_of,
    model_of,
    substituted,
)
from aigpt.openai._shapes import Shape, shape_of
from aigpt.openai._type_modules import Tags, definition, tags_of

WrapObject: TypeAlias = Callable[[dict[str, Any]], Any]
"""Makes a model, or an object that holds models, of a JSON object, which is used up."""
WrapArray: TypeAlias = Callable[[list[Any]], Any]
Keep: TypeAlias = Callable[[WrapObject], None]
"""Takes the function that its holder is to call from now on."""

TAG = "type"
"""The field that tells the members of a union apart, where nothing else is said."""


@lru_cache(1024)
def wrapper_of(form: Any) -> Callable[[Any], Any]:
    """Return the function that makes of decoded JSON what the type *form* says. It raises for no value.

    The JSON is used up: the objects in it become the models' own.
    """
    wrap_object: WrapObject = _unchanged

    def keep(wrap: WrapObject) -> None:
        nonlocal wrap_object
        wrap_object = wrap

    wrap_object = object_wrapper(form, keep) or _unchanged
    wrap_array = array_wrapper(form) or _unchanged
    to_float = _wants_float(form)

    def wrap(value: Any) -> Any:
        if value.__class__ is dict:
            return wrap_object(value)
        if value.__class__ is list:
            return wrap_array(value)
        return as_float(value) if to_float and value.__class__ is int else value

    return wrap


def wrapper_of_name(text: str) -> Callable[[Any], Any]:
    """Return what `wrapper_of` does for the type ``"module:Name"``. Members of a union are imported when they come."""
    module, name = definition(text)
    tags = tags_of(module, name)
    if not tags:
        return wrapper_of(getattr(module, name))
    wrap_object = _tagged_wrapper(module, tags)

    def wrap(value: Any) -> Any:
        if value.__class__ is dict:
            return wrap_object(value)
        return wrapper_of(getattr(module, name))(value) if value.__class__ is list else value

    return wrap


def _unchanged(value: Any) -> Any:
    return value


# ── classes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def model_wrapper(model: ModelClass) -> WrapObject:
    """Return what makes an instance of *model* of a JSON object, for now: see `_Steps`."""
    found: WrapObject | None = model.__dict__.get("__wrap__")
    if found is None:
        arguments = (model_of(model) or (model, {}))[1] if hasattr(model, "__orig_bases__") else {}
        found = _Steps(model, *_plan(model, arguments))
        model.__wrap__ = found
    return found


class _Case(NamedTuple):
    """What is put in place of values of a class."""

    kind: type
    function: str
    """The name of what makes it, among the names of the model's wrapper."""
    code: str
    """What makes it of `value`."""


Cases: TypeAlias = list[tuple[str, list[_Case]]]
"""The fields whose values become others."""


class _Steps:
    """Makes a model's first instances, by going through the fields. Then a function is written that does it faster.

    Writing one takes as long as a thousand instances, and most programs read few.
    """

    __slots__ = ("_aliases", "_cases", "_left", "_model", "_names")

    def __init__(self, model: ModelClass, aliases: list[tuple[str, str]], cases: Cases, names: dict[str, Any]) -> None:
        self._model = model
        self._aliases = aliases
        self._cases = cases
        self._names = names
        self._left = 32

    def __call__(self, body: dict[str, Any]) -> Any:
        self._left -= 1
        if self._left < 0:
            self._model.__wrap__ = written = _written(self._model, self._aliases, self._cases, self._names)
            return written(body)
        made = object.__new__(self._model)
        made.__dict__ = body
        for wire_name, name in self._aliases:
            if wire_name in body:
                body[name] = body.pop(wire_name)
        for name, cases in self._cases:
            kind = body.get(name).__class__
            for case in cases:
                if kind is case.kind:
                    body[name] = self._names[case.function](body[name])
        return made


def _plan(model: ModelClass, arguments: TypeArguments) -> tuple[list[tuple[str, str]], Cases, dict[str, Any]]:
    """Return which keys are renamed, which fields have cases, and the functions of those, by name."""
    names: dict[str, Any] = {"model": model, "new": object.__new__, "as_float": as_float}
    fields = fields_of(model)
    cases: Cases = []
    for index, (name, field) in enumerate(fields.items()):
        if field.text is None:
            found = _cases_of_form(substituted(field.full_annotation, arguments), str(index), names)
        else:
            found = _cases_of_text(field, str(index), names)
        if found:
            cases.append((name, found))
    return [(field.wire_name, name) for name, field in fields.items() if field.wire_name != name], cases, names


def _written(model: ModelClass, aliases: Sequence[tuple[str, str]], cases: Cases, names: dict[str, Any]) -> WrapObject:
    lines = ["def wrap(body):", "    made = new(model)", "    made.__dict__ = body"]
    lines += [f"    if {wire!r} in body: body[{name!r}] = body.pop({wire!r})" for wire, name in aliases]
    for name, cases_of_field in cases:
        lines.append(f"    value = body.get({name!r})")
        tests = [f"if value.__class__ is {kind.__name__}: body[{name!r}] = {code}" for kind, _, code in cases_of_field]
        lines.append("    " + "\n    el".join(tests))
    lines.append("    return made")
    exec(compile("\n".join(lines), f"<wrap of {model.__name__}>", "exec"), names)  # noqa: S102 (as in dataclasses)
    written: WrapObject = names["wrap"]
    return written


def _cases_of_form(form: Any, suffix: str, names: dict[str, Any]) -> list[_Case]:
    """Return what is made of the values of a field; the functions that make it are added to *names*."""
    cases: list[_Case] = []
    item, wrap_array = _item_form(form), array_wrapper(form)
    wrap_item = object_wrapper(item, _keep_in(names, "item" + suffix))
    wrap_object = object_wrapper(form, _keep_in(names, "object" + suffix))
    if wrap_object is not None:
        cases.append(_case(dict, "object" + suffix, wrap_object, names))
    if wrap_item is not None:
        names["item" + suffix] = wrap_item
        nested = wrapper_of(item) if item is not form and array_wrapper(item) is not None else None
        cases.append(_case_of_items("item" + suffix, "other" + suffix, nested, names))
    elif wrap_array is not None:
        cases.append(_case(list, "array" + suffix, wrap_array, names))
    if _wants_float(form):
        cases.append(_FLOAT)
    return cases


_FLOAT = _Case(int, "as_float", "as_float(value)")


def _case(kind: type, name: str, wrap: Callable[[Any], Any], names: dict[str, Any]) -> _Case:
    names[name] = wrap
    return _Case(kind, name, f"{name}(value)")


def _case_of_items(item: str, other: str, wrap_other: Callable[[Any], Any] | None, names: dict[str, Any]) -> _Case:
    """Return what is made of lists: objects become what *item* makes of them, the rest what *other* does, if any."""
    names[other] = wrap_other

    def items(value: list[Any]) -> list[Any]:
        wrap_item, wrap_rest = names[item], names[other] or _unchanged
        return [wrap_item(x) if x.__class__ is dict else wrap_rest(x) for x in value]

    names[f"{item}s"] = items
    rest = "x" if wrap_other is None else f"{other}(x)"
    return _Case(list, f"{item}s", f"[{item}(x) if x.__class__ is dict else {rest} for x in value]")


def _keep_in(names: dict[str, Any], name: str) -> Keep:
    def keep(wrap: WrapObject) -> None:
        names[name] = wrap

    return keep


def _later(write: Callable[[], WrapObject], keep: Keep) -> WrapObject:
    """Return a function that finds out about another one when it is called, since the types refer to each other."""

    def first(body: dict[str, Any]) -> Any:
        wrap = write()
        if not isinstance(wrap, _Steps):
            keep(wrap)
        return wrap(body)

    return first


# ── annotations that name types to be imported on first use ─────────────────────────────────────────────────────


def _cases_of_text(field: FieldInfo, suffix: str, names: dict[str, Any]) -> list[_Case]:
    """Return what is made of the values of a field; what makes it is found out when there is a value for it."""
    text = field.text or ""
    shape = shape_of(text)
    if shape is None:
        return []
    if shape.is_float:
        return [_FLOAT]
    if "float" in text:
        return _cases_of_form(field.full_annotation, suffix, names)
    keep_object, keep_array = _keep_in(names, "object" + suffix), _keep_in(names, "array" + suffix)
    wrap_object = _later(lambda: _object_of_text(shape, field, keep_object), keep_object)
    if shape.is_list:
        names["object" + suffix] = wrap_object
        return [_case_of_items("object" + suffix, "other" + suffix, partial(_wrapped_inside, field), names)]
    wrap_array = _later(lambda: wrapper_of(field.full_annotation), keep_array)
    return [_case(dict, "object" + suffix, wrap_object, names), _case(list, "array" + suffix, wrap_array, names)]


def _object_of_text(shape: Shape, field: FieldInfo, keep: Keep) -> WrapObject:
    """Return what is made of the objects in a field's value."""
    if shape.name is None:
        return object_wrapper(field.full_annotation, keep) or _unchanged
    module, name = definition(shape.name, field.module)
    if tags := tags_of(module, name):
        return _tagged_wrapper(module, tags)
    form = getattr(module, name)
    return model_wrapper(form) if is_model(form) else object_wrapper(form, keep) or _unchanged


def _wrapped_inside(field: FieldInfo, value: Any) -> Any:
    """Return what is made of an item of a list that is no object."""
    return wrapper_of(_item_form(field.full_annotation))(value) if value.__class__ is list else value


def _tagged_wrapper(module: ModuleType, tags: Tags) -> WrapObject:
    """Return what `_union_wrapper` returns, for a union in *module* whose tags are known before its members are."""
    wrap_by_tag: dict[Any, WrapObject] = {}
    first = next(iter(tags.values()))

    def wrap(body: dict[str, Any]) -> Any:
        tag: Any = body.get(TAG)
        try:
            wrap_model = wrap_by_tag.get(tag)
        except TypeError:  # a tag that is an object or an array
            tag = wrap_model = None
        if wrap_model is None:
            home, name = definition(tags.get(tag, first), module)
            wrap_model = model_wrapper(getattr(home, name))
            if tag in tags and not isinstance(wrap_model, _Steps):
                wrap_by_tag[tag] = wrap_model
        return wrap_model(body)

    return wrap


# ── objects ─────────────────────────────────────────────────────────────────────────────────────────────────────


def object_wrapper(form: Any, keep: Keep) -> WrapObject | None:
    """Return what is made of a JSON object where *form* is expected; None if it stays a dict."""
    members = members_of(form)
    models = [member for member in members if model_of(member)]
    others = [member for member in members if member not in models and _takes_objects(member)]
    if not models:
        return next(filter(None, map(_dict_wrapper, others)), None)
    if others:
        return _later(lambda: _fitting_wrapper(models, others), keep)
    if len(models) > 1:
        return _later(lambda: _union_wrapper(models, discriminator_of(form) or TAG), keep)
    return _later(lambda: _wrapper_of_model(models[0]), keep)


def _wrapper_of_model(form: Any) -> WrapObject:
    model, arguments = model_of(form) or (form, {})
    return _written(model, *_plan(model, arguments)) if get_args(form) else model_wrapper(model)


def _takes_objects(form: Any) -> bool:
    return form in {object, Any, dict} or isinstance(form, TypeVar) or get_origin(form) is dict


def _dict_wrapper(form: Any) -> WrapObject | None:
    """Return what wraps the values of a dict; None if they stay as they are."""
    _, inside = get_args(form) or (Any, Any)
    if not (_is_wrapped(inside) or _wants_float(inside)):
        return None
    wrap = wrapper_of(inside)
    return lambda body: {key: wrap(value) for key, value in body.items()}


def _fitting_wrapper(models: list[Any], others: list[Any]) -> WrapObject:
    """Return what makes a model of an object that fits one; others may be any object."""
    wrap_other = next(filter(None, map(_dict_wrapper, others)), _unchanged)

    def wrap(body: dict[str, Any]) -> Any:
        model = _best_fit(models, body)
        return wrap_other(body) if model is None else wrapper_of(model)(body)

    return wrap


def _union_wrapper(models: list[Any], tag: str) -> WrapObject:
    """Return what makes one of *models* of an object: the one its tag names, else the one it fits best, else the first.

    The first, since a server that is newer sends objects nobody here has heard of, and they have attributes too.
    """
    named: dict[Any, list[Any]] = {}
    untagged: list[Any] = []
    for model in models:
        field = fields_of(get_origin(model) or model).get(tag)
        if field is None or not field.is_required() or not literals_of(field.annotation):
            untagged.append(model)
        for value in literals_of(field.annotation) if field else ():
            named.setdefault(value, []).append(model)
    first = fields_of(get_origin(models[0]) or models[0]).get(tag)
    wire_tag = first.wire_name if first else tag
    wrap_by_tag: dict[Any, WrapObject] = {}
    for value, candidates in named.items():
        wrap_by_tag[value] = _choice(candidates, candidates[-1], _keep_in(wrap_by_tag, value))
    wrap_others = _choice(untagged, models[0], _forget)

    def wrap(body: dict[str, Any]) -> Any:
        try:
            wrap_model = wrap_by_tag.get(body.get(wire_tag), wrap_others)
        except TypeError:  # a tag that is an object or an array
            wrap_model = wrap_others
        return wrap_model(body)

    return wrap


def _choice(candidates: list[Any], otherwise: Any, keep: Keep) -> WrapObject:
    """Return what makes of an object the candidate that it fits best, or *otherwise*."""
    if candidates in ([], [otherwise]):
        return _later(lambda: _wrapper_of_model(otherwise), keep)
    return lambda body: wrapper_of(_best_fit(candidates, body) or otherwise)(body)


def _best_fit(models: list[Any], body: dict[str, Any]) -> Any:
    """Return which of *models* the object fits; of several, the first of those that know most of its fields."""
    from aigpt.openai._fitting import fits  # noqa: PLC0415 (where tags do not decide)

    fitting = [model for model in models if fits(body, model)]
    return max(fitting, key=lambda model: _known_fields(model, body), default=None)


def _known_fields(model: Any, body: dict[str, Any]) -> int:
    return sum(field.wire_name in body for field in fields_of(get_origin(model) or model).values())


# ── arrays and numbers ──────────────────────────────────────────────────────────────────────────────────────────


def array_wrapper(form: Any) -> WrapArray | None:
    """Return what is made of a JSON array where *form* is expected; None if it stays as it is."""
    wrap_item: WrapObject = _unchanged

    def keep(wrap: WrapObject) -> None:
        nonlocal wrap_item
        wrap_item = wrap

    item = _item_form(form)
    if item is not form and array_wrapper(item) is not None:
        wrap_any = wrapper_of(item)
        return lambda value: [wrap_any(inside) for inside in value]
    wrap_item = _item_wrapper(form, keep) or _unchanged
    if wrap_item is _unchanged:
        return None
    return lambda value: [wrap_item(inside) if inside.__class__ is dict else inside for inside in value]


def _item_wrapper(form: Any, keep: Keep) -> WrapObject | None:
    """Return what is made of the objects in an array; None if they stay dicts, or if arrays in it are wrapped too."""
    item = _item_form(form)
    return None if item is not form and array_wrapper(item) is not None else object_wrapper(item, keep)


def _item_form(form: Any) -> Any:
    """Return the type of what is in an array: *form* itself, where one object is expected and several came."""
    members = members_of(form)
    items = [(get_args(member) or (Any,))[0] for member in members if member is list or get_origin(member) is list]
    if not items:
        return form if any(map(model_of, members)) else Any
    return next(filter(_is_wrapped, items), Any)


def _is_wrapped(form: Any) -> bool:
    return form is not Any and bool(object_wrapper(form, _forget) or array_wrapper(form))


def _forget(_wrap: WrapObject) -> None:
    pass


def _wants_float(form: Any) -> bool:
    members = members_of(form)
    return float in members and not {int, object, Any}.intersection(members)


def as_float(value: int) -> int | float:
    """Return an integer as the float it is equal to, where there is one: JSON's 1 may be meant as 1.0."""
    try:
        number = float(value)
    except OverflowError:
        return value
    return number if number == value else value
