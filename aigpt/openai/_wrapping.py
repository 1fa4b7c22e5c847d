"""How decoded JSON becomes objects: a function for each class, written from its annotations on first use.

The JSON object becomes the `__dict__` of the model, and the objects in it become models in their turn. Whatever a
server sends is taken: a value that does not fit its type stays as it came.

The functions are kept where they are called from. Two threads that write the same function write equal ones, and
either may stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias, TypeVar, get_args, get_origin

from aigpt.openai._fields import (
    FieldInfo,
    ModelClass,
    TypeArguments,
    discriminator_of,
    fields_of,
    literals_of,
    members_of,
    model_of,
    substituted,
)
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
    """Return what `wrapper_of` does for the type ``"module:Name"``; no member of a union is imported before it comes."""
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
    """Return the function that makes an instance of *model* of a JSON object."""
    found: WrapObject | None = model.__dict__.get("__wrap__")
    if found is None:
        found = _written(model, (model_of(model) or (model, {}))[1])
        model.__wrap__ = found
    return found


def _written(model: ModelClass, arguments: TypeArguments) -> WrapObject:
    names: dict[str, Any] = {"model": model, "new": object.__new__, "as_float": as_float}
    lines = ["def wrap(body):", "    made = new(model)", "    made.__dict__ = body"]
    for index, (name, field) in enumerate(fields_of(model).items()):
        if field.wire_name != name:
            lines.append(f"    if {field.wire_name!r} in body: body[{name!r}] = body.pop({field.wire_name!r})")
        if field.text is None:
            lines += _lines_of_field(name, substituted(field.full_annotation, arguments), str(index), names)
        else:
            lines += _lines_of_text(field.text, field, str(index), names)
    lines.append("    return made")
    exec(compile("\n".join(lines), f"<wrap of {model.__name__}>", "exec"), names)  # noqa: S102 (as in dataclasses)
    written: WrapObject = names["wrap"]
    return written


def _lines_of_field(name: str, form: Any, suffix: str, names: dict[str, Any]) -> list[str]:
    """Return the lines that wrap the value of a field; the functions they call are added to *names*."""
    cases: dict[str, str] = {}
    item, wrap_array = _item_form(form), array_wrapper(form)
    wrap_item = object_wrapper(item, _keep_in(names, "item" + suffix))
    wrap_object = object_wrapper(form, _keep_in(names, "object" + suffix))
    if wrap_object is not None:
        names["object" + suffix] = wrap_object
        cases["dict"] = f"object{suffix}(value)"
    if wrap_item is not None:
        names["item" + suffix] = wrap_item
        otherwise = "x"
        if item is not form and array_wrapper(item) is not None:
            names["other" + suffix] = wrapper_of(item)
            otherwise = f"other{suffix}(x)"
        cases["list"] = f"[item{suffix}(x) if x.__class__ is dict else {otherwise} for x in value]"
    elif wrap_array is not None:
        names["array" + suffix] = wrap_array
        cases["list"] = f"array{suffix}(value)"
    if _wants_float(form):
        cases["int"] = "as_float(value)"
    return _lines_of_cases(name, cases)


def _lines_of_cases(name: str, cases: dict[str, str]) -> list[str]:
    """Return the lines that put something else in place of a field's value, by its class."""
    if not cases:
        return []
    tests = [f"if value.__class__ is {kind}: body[{name!r}] = {wrapped}" for kind, wrapped in cases.items()]
    return [f"    value = body.get({name!r})", "    " + "\n    el".join(tests)]


def _keep_in(names: dict[str, Any], name: str) -> Keep:
    def keep(wrap: WrapObject) -> None:
        names[name] = wrap

    return keep


def _later(write: Callable[[], WrapObject], keep: Keep) -> WrapObject:
    """Return a function that writes another one when it is called, since the types of models refer to each other."""

    def first(body: dict[str, Any]) -> Any:
        wrap = write()
        keep(wrap)
        return wrap(body)

    return first


# ── annotations that name types to be imported on first use ─────────────────────────────────────────────────────


class Shape(NamedTuple):
    """What the text of an annotation shows without the types that it names."""

    name: str | None
    """The one name in it, of a model, a union or another alias; None if there are several, or other forms."""
    is_list: bool
    """Whether nothing but a list of that is expected."""


_LITERAL = re.compile(r"Literal\[[^\]]*\]")
_NAME = re.compile(r"[A-Za-z_]\w*")
_ONE_NAME = re.compile(r"(?:Optional\[)?(List\[)?(\w+)\]*")
_UNWRAPPED = frozenset({"Any", "None", "bool", "builtins", "int", "object", "str", "Dict", "List", "Optional", "Union"})
_NUMBERS = frozenset({"float", "Optional[float]"})


@lru_cache(1024)
def shape_of(text: str) -> Shape | None:
    """Return the shape of an annotation; None if no value of it becomes another one."""
    plain = _LITERAL.sub("None", text)
    names = set(_NAME.findall(plain)) - _UNWRAPPED
    if not names:
        return None
    match = _ONE_NAME.fullmatch(plain)
    return Shape(match[2], bool(match[1])) if match and match[2] in names else Shape(None, is_list=False)


def _lines_of_text(text: str, field: FieldInfo, suffix: str, names: dict[str, Any]) -> list[str]:
    """Return the lines that wrap the value of a field; what they call is found out when there is a value for it."""
    if text in _NUMBERS:
        return _lines_of_cases(field.name, {"int": "as_float(value)"})
    shape = shape_of(text)
    if shape is None:
        return []
    if "float" in text:
        return _lines_of_field(field.name, field.full_annotation, suffix, names)
    wrap_object, wrap_array = f"object{suffix}", f"array{suffix}"
    names[wrap_object] = _later(lambda: _object_of_text(shape, field, _keep_in(names, wrap_object)), _keep_in(names, wrap_object))
    names[wrap_array] = _later(lambda: _array_of_text(shape, field), _keep_in(names, wrap_array))
    if shape.is_list:
        items = f"[{wrap_object}(x) if x.__class__ is dict else {wrap_array}(x) if x.__class__ is list else x for x in value]"
        return _lines_of_cases(field.name, {"list": items})
    return _lines_of_cases(field.name, {"dict": f"{wrap_object}(value)", "list": f"{wrap_array}(value)"})


def _object_of_text(shape: Shape, field: FieldInfo, keep: Keep) -> WrapObject:
    """Return what is made of the objects in a field's value."""
    if shape.name is None:
        return object_wrapper(field.full_annotation, keep) or _unchanged
    module, name = definition(shape.name, field.module)
    if tags := tags_of(module, name):
        return _tagged_wrapper(module, tags)
    return object_wrapper(getattr(module, name), keep) or _unchanged


def _array_of_text(shape: Shape, field: FieldInfo) -> WrapArray:
    """Return what is made of the array that is a field's value, or of those in it where it is a list."""
    form = field.full_annotation
    return array_wrapper(_item_form(form) if shape.is_list else form) or _unchanged


def _tagged_wrapper(module: ModuleType, tags: Tags) -> WrapObject:
    """Return what `_union_wrapper` returns, for a union in *module* whose tags are known before its members are."""
    wrap_by_tag: dict[Any, WrapObject] = {}
    first = next(iter(tags.values()))

    def wrap(body: dict[str, Any]) -> Any:
        tag = body.get(TAG)
        try:
            wrap_model = wrap_by_tag.get(tag)
        except TypeError:  # a tag that is an object or an array
            tag = wrap_model = None
        if wrap_model is None:
            home, name = definition(tags.get(tag, first), module)
            wrap_model = model_wrapper(getattr(home, name))
            if tag in tags:
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
    return _written(model, arguments) if get_args(form) else model_wrapper(model)


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
