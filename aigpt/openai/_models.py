"""`BaseModel`: the objects that servers send, and what can be done with one. It needs no pydantic, and works in it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from reprlib import recursive_repr
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, TypeVar, Unpack, cast, dataclass_transform

from aigpt._http.json_codec import parse_json
from aigpt.openai._dumping import DumpOptions, dump_model, json_text
from aigpt.openai._fields import Field, FieldInfo, PropertyInfo, State, fields_of
from aigpt.openai._fitting import MISSING, misfits, refuse_misfits, validation_error
from aigpt.openai._wrapping import model_wrapper, wrapper_of

__all__ = [
    "BaseModel",
    "Field",
    "FieldInfo",
    "GenericModel",
    "PropertyInfo",
    "assembled",
    "note_request_id",
    "retyped",
    "wrapper_of",
]

JSONObject: TypeAlias = dict[str, Any]
FieldSet: TypeAlias = set[str]
ModelT = TypeVar("ModelT", bound="BaseModel")


class ValidateOptions(TypedDict, total=False):
    """The options of `model_validate` and `model_validate_json`, which are those of pydantic. They have no effect."""

    strict: bool | None
    extra: str | None
    from_attributes: bool | None
    context: Any | None
    by_alias: bool | None
    by_name: bool | None


class _ModelFields:
    """The fields of the class that is asked."""

    def __get__(self, instance: object, owner: type[State]) -> dict[str, FieldInfo]:
        return dict(fields_of(owner))

    def __set__(self, instance: object, value: object) -> None:
        raise AttributeError("model_fields cannot be set")


class _PydanticSerializer:
    """What pydantic looks for in objects whose type it was not told. Only pydantic asks for it."""

    def __get__(self, instance: object, owner: type[BaseModel]) -> Any:
        try:
            from aigpt.openai._pydantic import serializer_of  # noqa: PLC0415 (needs pydantic)
        except ImportError:
            raise AttributeError("__pydantic_serializer__") from None
        return serializer_of(cast("Any", owner))

    def __set__(self, instance: object, value: object) -> None:
        raise AttributeError("__pydantic_serializer__ cannot be set")


@dataclass_transform(kw_only_default=True, field_specifiers=(Field,))
class BaseModel(State):  # noqa: PLW1641 (models can be changed, so they have no hash)
    """An object of the API.

    Fields are attributes; one that the server left out is None. What the server sends beyond them is an attribute too
    and is in `model_extra`; where such a name is that of a method, the attribute stays the method. Values are not
    checked: what does not fit its type stays as it came.

    Made by keywords, of fields or their aliases; objects in them may be dicts. Raises ValueError where a required field
    is missing.
    """

    __slots__ = ()

    model_fields: ClassVar[_ModelFields] = _ModelFields()
    """The fields by name, with their annotations, aliases and defaults."""
    __pydantic_serializer__: ClassVar[_PydanticSerializer] = _PydanticSerializer()

    def __init__(self, /, **data: Any) -> None:
        model = type(self)
        absent = [misfit for misfit in misfits(data, model) if misfit.problem == MISSING]
        if absent:
            raise validation_error(model, absent)
        state = model_wrapper(model)(_copied(data)).__dict__
        for name, field in fields_of(model).items():
            if field.has_own_default() and name not in state:
                state[name] = field.get_default(call_default_factory=True)
        self.__dict__ = state

    # ── what came ───────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def model_fields_set(self) -> FieldSet:
        """The names of the fields that were given; those that are null are among them."""
        return {name for name in fields_of(type(self)) if name in self.__dict__}

    @property
    def model_extra(self) -> JSONObject:
        """What was given beyond the fields."""
        known = fields_of(type(self))
        return {name: value for name, value in self.__dict__.items() if name not in known}

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Iterate over the names and values of the fields, then of `model_extra`."""
        return _pairs(self)

    # ── dicts and JSON ──────────────────────────────────────────────────────────────────────────────────────────

    def to_dict(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> dict[str, object]:
        """Return what the server sent, as a dict: without the fields it left out, by the names that the API uses."""
        options = DumpOptions(
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )
        return dump_model(self, "json" if mode == "json" else "python", options)

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> str:
        """Return what the server sent, as JSON: without the fields it left out, by the names that the API uses."""
        options = DumpOptions(
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )
        return json_text(dump_model(self, "text", options), indent=indent)

    def model_dump(
        self,
        *,
        mode: Literal["json", "python"] | str = "python",  # noqa: PYI051 (as pydantic: editors show the two)
        **options: Unpack[DumpOptions],
    ) -> JSONObject:
        """Return the model as a dict, and the models in it likewise. Fields that are missing are None.

        The options are those of pydantic. `mode="json"` leaves only what JSON has: it raises ValueError for an object
        that it does not know, unless `fallback` makes something else of it. `warnings="error"` raises ValueError where
        a value does not fit its type; else that is no matter.
        """
        return dump_model(self, "json" if mode == "json" else "python", options)

    def model_dump_json(
        self, *, indent: int | None = None, ensure_ascii: bool = False, **options: Unpack[DumpOptions]
    ) -> str:
        """Return the model as JSON; see `model_dump`. It is compact, unless *indent* says by how many spaces."""
        return json_text(dump_model(self, "text", options), indent=indent, ensure_ascii=ensure_ascii)

    def dict(self, **options: Any) -> JSONObject:
        """Return `model_dump` of the same options."""
        return self.model_dump(**options)

    def json(self, **options: Any) -> str:
        """Return `model_dump_json` of the same options."""
        return self.model_dump_json(**options)

    # ── copies ──────────────────────────────────────────────────────────────────────────────────────────────────

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with the fields in *update* changed; *deep*: all that is in it is copied too."""
        made = copy.deepcopy(self) if deep else copy.copy(self)
        made.__dict__.update(update or {})
        return made

    def copy(
        self,
        *,
        include: set[str] | None = None,
        exclude: set[str] | None = None,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,
    ) -> Self:
        """Return a copy as `model_copy` does, with nothing but *include* and without *exclude*."""
        made = self.model_copy(deep=deep)
        for name in list(made.__dict__):
            if (include is not None and name not in include) or name in (exclude or ()):
                del made.__dict__[name]
        made.__dict__.update(update or {})
        return made

    def __copy__(self) -> Self:
        return self._with(dict(self.__dict__))

    def __deepcopy__(self, memo: Any = None) -> Self:
        return self._with(copy.deepcopy(self.__dict__, memo))

    def _with(self, state: JSONObject) -> Self:
        """Return an object of the same class with another state, but with what is kept outside of it."""
        made = object.__new__(type(self))
        made.__dict__ = state
        for name in _slots_of(type(self)):
            if hasattr(self, name):
                setattr(made, name, getattr(self, name))
        return made

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        request_id = (self._request_id,) if hasattr(self, "_request_id") else ()
        return _restored, (type(self), self.__dict__, *request_id)

    # ── comparing and showing ───────────────────────────────────────────────────────────────────────────────────

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State) or type(other) is not type(self):
            return NotImplemented
        mine, theirs = self.__dict__, other.__dict__
        known = fields_of(type(self))
        for name in mine.keys() | theirs.keys():
            if name not in known and (name not in mine or name not in theirs):
                return False
            default = getattr(type(self), name, None)
            if not _equal(mine.get(name, default), theirs.get(name, default)):
                return False
        return True

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        known = fields_of(type(self))
        yield from ((name, value) for name, value in _pairs(self) if name not in known or known[name].repr)

    @recursive_repr("...")
    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    # ── making them ─────────────────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def model_construct(cls, _fields_set: FieldSet | None = None, **values: Any) -> Self:
        """Return a model of whatever is given: what is missing is None, and nothing is checked.

        The names in *_fields_set* count as given.
        """
        made: Self = model_wrapper(cls)(dict.fromkeys(_fields_set or ()) | _copied(values))
        return made

    @classmethod
    def construct(cls, _fields_set: FieldSet | None = None, **values: Any) -> Self:
        """Return what `model_construct` returns."""
        return cls.model_construct(_fields_set, **values)

    @classmethod
    def model_validate(cls, obj: Any, **options: Unpack[ValidateOptions]) -> Self:
        """Return the model of a dict, or *obj* itself if it is one. Raises ValueError where something does not fit."""
        _refuse_unknown("model_validate", options)
        if isinstance(obj, cls):
            return obj
        dump = getattr(type(cast("object", obj)), "model_dump", None)  # of openai's own models
        body = obj if dump is None else dump(obj, by_alias=True, exclude_unset=True)
        refuse_misfits(cls, body)
        made: Self = model_wrapper(cls)(_copied(body))
        return made

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Unpack[ValidateOptions]) -> Self:
        """Return the model of a JSON object; see `model_validate`. Raises ValueError if it is not JSON, too."""
        _refuse_unknown("model_validate_json", options)
        data = json_data.encode() if isinstance(json_data, str) else bytes(json_data)
        try:
            return cls.model_validate(parse_json(data))
        except RecursionError:
            raise ValueError(f"not a {cls.__name__}: it is nested too deep") from None

    # ── pydantic ────────────────────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def model_json_schema(cls, **options: Any) -> JSONObject:
        """Return the JSON Schema of the class; the options are those of pydantic, which has to be installed."""
        from aigpt.openai._pydantic import json_schema_of  # noqa: PLC0415 (needs pydantic)

        return json_schema_of(cls, **options)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from aigpt.openai._pydantic import core_schema_of  # noqa: PLC0415 (likewise)

        return core_schema_of(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        from aigpt.openai._pydantic import complete_json_schema  # noqa: PLC0415 (likewise)

        return complete_json_schema(cls, schema, handler)


class GenericModel(BaseModel):
    """A model of which parts are of a type that is given in brackets. A name for those who know it from openai."""

    __slots__ = ()


def _pairs(model: State) -> Iterator[tuple[str, Any]]:
    known = fields_of(type(model))
    yield from ((name, getattr(model, name)) for name in known)
    yield from ((name, value) for name, value in model.__dict__.items() if name not in known)


def _slots_of(model: type) -> Iterator[str]:
    for owner in model.__mro__:
        yield from (name for name in owner.__dict__.get("__slots__", ()) if not name.startswith("__"))


def note_request_id(made: object, request_id: str | None) -> None:
    """Note of which request *made* is the answer, where it is a model."""
    if isinstance(made, BaseModel):
        made._request_id = request_id  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the one place)


def retyped(made: BaseModel, kind: type[ModelT], **changes: Any) -> ModelT:
    """Return what *made* holds, with *changes*, as an object of another class, which has its fields and more."""
    other = object.__new__(kind)
    other.__dict__ = {**made.__dict__, **changes}
    if hasattr(made, "_request_id"):
        note_request_id(other, made._request_id)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (as above)
    return other


def assembled(kind: type[ModelT], **state: Any) -> ModelT:
    """Return an object of *kind* with that state. Nothing in it is copied, checked or made an object of."""
    made = object.__new__(kind)
    made.__dict__ = state
    return made


def _restored(model: type[BaseModel], state: JSONObject, *request_id: str | None) -> Any:
    made = object.__new__(model)
    made.__dict__ = state
    for known in request_id:
        note_request_id(made, known)
    return made


def _copied(value: object) -> Any:
    """Return a value made of dicts and lists as new ones, since models use theirs up."""
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in cast("Mapping[object, object]", value).items()}
    if isinstance(value, (list, tuple)):
        return [_copied(item) for item in cast("Sequence[object]", value)]
    return value


def _refuse_unknown(method: str, options: Mapping[str, Any]) -> None:
    if unknown := options.keys() - ValidateOptions.__annotations__.keys():
        raise TypeError(f"{method}() got an unexpected keyword argument {min(unknown)!r}")


def _equal(one: Any, other: Any) -> bool:
    try:
        return bool(one == other)
    except ValueError:  # arrays of numpy compare item by item
        return bool(one.tolist() == getattr(other, "tolist", lambda: other)())
