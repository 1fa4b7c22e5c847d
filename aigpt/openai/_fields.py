"""The fields of models: what a class declares, and how its annotations are read. A model's state is kept here as well.

Annotations are resolved on first use, each in the module of the class that declares it.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FunctionType, ModuleType, SimpleNamespace, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Literal,
    TypeAlias,
    TypeGuard,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from aigpt.openai._type_modules import TypeModule, evaluated

TypeArguments: TypeAlias = Mapping[Any, Any]
"""What the type variables of a generic model stand for."""

NO_ARGUMENTS: Final[TypeArguments] = {}


class _Undefined:
    """The default of a field that has none."""

    def __repr__(self) -> str:
        return "Undefined"

    def __bool__(self) -> bool:
        return False


UNDEFINED: Final = _Undefined()


class PropertyInfo:
    """What annotations say of a value beyond its type: its name in JSON, its format, the discriminator of a union."""

    def __init__(
        self,
        *,
        alias: str | None = None,
        format: Literal["base64", "iso8601", "custom"] | None = None,  # noqa: A002 (the name openai gives it)
        format_template: str | None = None,
        discriminator: str | None = None,
    ) -> None:
        self.alias = alias
        self.format = format
        self.format_template = format_template
        self.discriminator = discriminator

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if value is not None)
        return f"PropertyInfo({given})"


class FieldInfo:
    """A field of a model: its alias (its name in JSON), its default, its annotation."""

    __slots__ = ("_annotation", "_owner", "alias", "default", "default_factory", "init", "name", "repr", "text")

    text: str | None
    """The annotation as it is written, if it names types that are imported on first use."""

    def __init__(
        self,
        *,
        alias: str | None = None,
        default: Any = UNDEFINED,
        default_factory: Callable[[], Any] | None = None,
        init: bool = True,
        repr: bool = True,  # noqa: A002 (dataclasses and pydantic call it so)
        name: str = "",
        owner: type[State] | None = None,
        text: str | None = None,
    ) -> None:
        self.alias = alias
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.name = name
        self.text = text
        self._owner = owner
        self._annotation: Any = UNDEFINED

    def declared(self, owner: type[State], name: str, text: str | None) -> FieldInfo:
        """Return this field as the class *owner* declares it under *name*."""
        made = object.__new__(FieldInfo)  # a whole answer's fields are made on its first use
        made.alias, made.default, made.default_factory = self.alias, self.default, self.default_factory
        made.init, made.repr = self.init, self.repr
        made.name, made.text = name, text
        made._owner, made._annotation = owner, UNDEFINED
        return made

    @property
    def module(self) -> ModuleType:
        """The module that the annotation is written in."""
        return sys.modules[self._owner.__module__]

    @property
    def full_annotation(self) -> Any:
        """The annotation with what is said of it by `Annotated`. Raises NameError where a name is not defined."""
        if self._annotation is UNDEFINED and self._owner is not None:
            self._annotation = _resolved(own_annotations(self._owner)[self.name], self._owner)
        return self._annotation

    @property
    def annotation(self) -> Any:
        """The type; what `Annotated` says of it is in `metadata`."""
        full = self.full_annotation
        return get_args(full)[0] if get_origin(full) is Annotated else full

    @property
    def metadata(self) -> list[Any]:
        """What `Annotated` says of the type."""
        full = self.full_annotation
        return list(get_args(full)[1:]) if get_origin(full) is Annotated else []

    @property
    def wire_name(self) -> str:
        """The name in JSON."""
        return self.alias or self.name

    def is_required(self) -> bool:
        """Return whether the field has no default."""
        return self.default is UNDEFINED and self.default_factory is None

    def has_own_default(self) -> bool:
        """Return whether each model needs a default of its own, since it can be changed."""
        return self.default_factory is not None or isinstance(self.default, (list, dict, set))

    def get_default(self, *, call_default_factory: bool = False) -> Any:
        """Return the default, None if there is none; what `default_factory` makes only where that is asked for."""
        if self.default_factory is not None:
            return self.default_factory() if call_default_factory else None
        return None if self.default is UNDEFINED else copy.deepcopy(self.default)

    def __repr__(self) -> str:
        parts = [f"annotation={self.annotation!r}", f"required={self.is_required()}"]
        parts += [] if self.default is UNDEFINED else [f"default={self.default!r}"]
        parts += [] if self.alias is None else [f"alias={self.alias!r}"]
        return f"FieldInfo({', '.join(parts)})"


def Field(  # noqa: N802 (dataclasses and pydantic call it so)
    *,
    alias: str | None = None,
    default: Any = UNDEFINED,
    default_factory: Callable[[], Any] | None = None,
    init: bool = True,
    repr: bool = True,  # noqa: A002 (likewise)
) -> Any:
    """Return what a class assigns to a field that has more than a default: `alias` is its name in JSON."""
    return FieldInfo(alias=alias, default=default, default_factory=default_factory, init=init, repr=repr)


class State:
    """The state of a model: `__dict__` is the JSON object it was made of, by Python's names.

    A field that is missing there is read from the class, where its default is.
    """

    __slots__ = ("__dict__", "__weakref__", "_request_id")

    _request_id: str | None
    """The server's identifier of the request, on the object that a call returns; the ones in it have none.

    It is kept outside `__dict__`, so that it is neither what a server says nor dumped.
    """
    # Each class has its own; what is made on first use is looked up in the class's own `__dict__`.
    __own_fields__: ClassVar[dict[str, FieldInfo]]
    """The fields with a default or an alias that the class itself declares."""
    __all_fields__: ClassVar[dict[str, FieldInfo]]
    __wrap__: ClassVar[Callable[[dict[str, Any]], Any]]
    __templates__: ClassVar[tuple[dict[str, Any], dict[str, Any], dict[str, str]]]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        own: dict[str, FieldInfo] = {}
        body = cls.__dict__
        for name, annotation in own_annotations(cls).items():
            if not _is_field(name, annotation):
                continue
            value = body.get(name, UNDEFINED)
            if value is None:
                own[name] = _DEFAULT_NONE
            elif value is UNDEFINED:
                setattr(cls, name, None)
            elif isinstance(value, FieldInfo):
                own[name] = value
                setattr(cls, name, value.get_default())
            else:
                own[name] = FieldInfo(default=value)
        cls.__own_fields__ = own
        methods = [(name, value) for name, value in body.items() if value.__class__ in _METHODS]
        for name, value in methods:
            if not name.startswith("__") or name in _FOUND_ON_INSTANCES:
                setattr(cls, name, _Method(value))

    @property
    def __orig_class__(self) -> Any:
        """Nothing: models keep no type arguments, where `typing` would store them."""
        raise AttributeError("__orig_class__")


class _Method:
    """A method that no key of a server's object hides: that takes a descriptor that can also be set."""

    __slots__ = ("_method",)

    def __init__(self, method: Any) -> None:
        self._method = method

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return self._method.__get__(instance, owner)

    def __set__(self, instance: object, value: object) -> None:
        raise AttributeError(f"{self._method.__name__} is a method of {type(instance).__name__}")


_METHODS = frozenset({FunctionType, classmethod, staticmethod})
_FOUND_ON_INSTANCES = frozenset({"__copy__", "__deepcopy__", "__reduce_ex__", "__rich_repr__"})
"""Methods that the standard library and others look up on the object, not on its class."""


_DEFAULT_NONE = FieldInfo(default=None)
_NO_DEFAULT = FieldInfo()

ModelClass: TypeAlias = type[State]


def is_model(form: object) -> TypeGuard[ModelClass]:
    """Return whether *form* is a class of models."""
    return isinstance(form, type) and issubclass(form, State)


def fields_of(model: ModelClass) -> dict[str, FieldInfo]:
    """Return the fields of *model* with the inherited ones, which come first. Do not change it."""
    found: dict[str, FieldInfo] | None = model.__dict__.get("__all_fields__")
    if found is None:
        owners = [owner for owner in reversed(model.__mro__) if issubclass(owner, State)]
        found = {name: field for owner in owners for name, field in _declared_by(owner).items()}
        model.__all_fields__ = found
    return found


def _declared_by(owner: ModelClass) -> dict[str, FieldInfo]:
    own = owner.__dict__.get("__own_fields__", {})
    fields = {name: annotation for name, annotation in own_annotations(owner).items() if _is_field(name, annotation)}
    if isinstance(sys.modules.get(owner.__module__), TypeModule):
        return {name: own.get(name, _NO_DEFAULT).declared(owner, name, text) for name, text in fields.items()}
    return {name: own.get(name, _NO_DEFAULT).declared(owner, name, None) for name in fields}


def own_annotations(owner: type) -> dict[str, Any]:
    """Return the annotations in the body of a class, as strings where its module postpones them."""
    if sys.version_info >= (3, 14):
        import annotationlib  # noqa: PLC0415 (new in 3.14)

        return annotationlib.get_annotations(owner, format=annotationlib.Format.FORWARDREF)
    # `inspect.get_annotations` does the same, but would have the module of the class import all that it names.
    found: dict[str, Any] = owner.__dict__.get("__annotations__", {})  # noqa: RUF063
    return found


def _is_field(name: str, annotation: Any) -> bool:
    if name[0] == "_":
        return False
    if annotation.__class__ is str:
        return not annotation.startswith(("ClassVar", "typing.ClassVar"))
    return annotation is not ClassVar and get_origin(annotation) is not ClassVar


def _resolved(annotation: Any, owner: type) -> Any:
    """Return the type that *annotation* in the body of *owner* stands for."""
    module = sys.modules[owner.__module__]
    if isinstance(module, TypeModule) and isinstance(annotation, str):
        return evaluated(annotation, module)
    holder = SimpleNamespace(__annotations__={"it": annotation})
    names = vars(module)
    return get_type_hints(holder, globalns=names, localns=names, include_extras=True)["it"]


# ── reading annotations ─────────────────────────────────────────────────────────────────────────────────────────


def stripped(form: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the type without `Annotated`, `Required` and aliases (of PEP 695), and what `Annotated` says of it."""
    said: tuple[Any, ...] = ()
    while True:
        if get_origin(form) is Annotated:
            form, *more = get_args(form)
            said += tuple(more)
        elif hasattr(form, "__value__"):
            form = form.__value__
        else:
            return form, said


def members_of(form: Any) -> list[Any]:
    """Return the types that *form* is a union of, without nested unions and `Annotated`; itself, if it is none."""
    form, _ = stripped(form)
    if get_origin(form) is Union or isinstance(form, UnionType):
        return [member for part in get_args(form) for member in members_of(part)]
    return [form]


def discriminator_of(form: Any) -> str | None:
    """Return the name of the field that tells the members of a union apart, where the annotation gives it."""
    form, said = stripped(form)
    given = [info.discriminator for info in said if isinstance(info, PropertyInfo) and info.discriminator]
    if given:
        return given[0]
    parts = [part for part in get_args(form) if part is not type(None)]
    return discriminator_of(parts[0]) if get_origin(form) is Union and len(parts) == 1 else None


def literals_of(form: Any) -> list[Any]:
    """Return the values of the `Literal` types in *form*."""
    return [value for part in members_of(form) if get_origin(part) is Literal for value in get_args(part)]


def model_of(form: Any) -> tuple[ModelClass, TypeArguments] | None:
    """Return the class of models that *form* is, with what its type variables stand for; None if it is none."""
    origin = get_origin(form) or form
    return (origin, dict(_type_arguments(origin, get_args(form)))) if is_model(origin) else None


def _type_arguments(model: type, given: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    own = dict(zip(getattr(model, "__parameters__", ()), given, strict=False))
    for base in model.__dict__.get("__orig_bases__", ()):
        if is_model(get_origin(base)):
            yield from _type_arguments(get_origin(base), [substituted(part, own) for part in get_args(base)])
    yield from own.items()


def substituted(form: Any, arguments: TypeArguments) -> Any:
    """Return *form* with what its type variables stand for: any value, where nothing is known."""
    if isinstance(form, TypeVar):
        return arguments.get(form, Any)
    variables = getattr(form, "__parameters__", ())
    if isinstance(form, type) or not variables:
        return form
    return form[tuple(arguments.get(variable, Any) for variable in variables)]
