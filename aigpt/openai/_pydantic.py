"""Our models inside pydantic's: their validation, serialization and JSON Schema. Imported only where pydantic is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, partial
from typing import Any, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, SchemaSerializer, core_schema

from aigpt.openai._dumping import Dump
from aigpt.openai._fields import FieldInfo, ModelClass, TypeArguments, fields_of, model_of, substituted

_begun: ContextVar[frozenset[str]] = ContextVar("_begun", default=frozenset())
"""The models whose schemas are being made: in one that contains itself, the inner one refers to the outer."""


def core_schema_of(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of the model *source*: dicts are validated by its fields, instances are taken as they are."""
    model, arguments = model_of(source) or (source, {})
    reference = _reference(model, get_args(source))
    if reference in _begun.get():
        return core_schema.definition_reference_schema(reference)
    with _begin(reference):
        fields = {name: _field_schema(field, arguments, handler) for name, field in fields_of(model).items()}
    return core_schema.no_info_wrap_validator_function(
        partial(_validated, model),
        core_schema.model_fields_schema(fields, model_name=model.__name__, extra_behavior="allow"),
        ref=reference,
        serialization=core_schema.plain_serializer_function_ser_schema(_dumped, info_arg=True),
    )


def json_schema_of(model: ModelClass, **options: Any) -> dict[str, Any]:
    """Return the JSON Schema that pydantic makes of *model*."""
    return TypeAdapter(model).json_schema(**options)


def complete_json_schema(model: ModelClass, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """Return the JSON Schema of *model* with what pydantic says of its own models beyond their fields."""
    made = handler(schema)
    handler.resolve_ref_schema(made).update(title=model.__name__, additionalProperties=True)
    return made


@lru_cache(1024)
def serializer_of(model: ModelClass) -> SchemaSerializer:
    """Return what pydantic serializes instances of *model* by, where it knows nothing of their type."""
    return TypeAdapter[Any](model).serializer


def _reference(model: ModelClass, arguments: tuple[Any, ...]) -> str:
    known = [part for part in arguments if part is not Any and not isinstance(part, TypeVar)]
    given = ",".join(f"{getattr(part, '__name__', part)}:{id(part)}" for part in known and arguments)
    return f"{model.__module__}.{model.__qualname__}:{id(model)}" + (f"[{given}]" if given else "")


@contextmanager
def _begin(reference: str) -> Generator[None]:
    token = _begun.set(_begun.get() | {reference})
    try:
        yield
    finally:
        _begun.reset(token)


def _field_schema(field: FieldInfo, arguments: TypeArguments, handler: GetCoreSchemaHandler) -> core_schema.ModelField:
    schema = handler.generate_schema(substituted(field.full_annotation, arguments))
    if field.default_factory is not None:
        schema = core_schema.with_default_schema(schema, default_factory=field.default_factory)
    elif not field.is_required():
        schema = core_schema.with_default_schema(schema, default=field.default)
    names: list[list[str | int]] = [[field.wire_name], [field.name]]
    alias = names if field.alias else None
    return core_schema.model_field(schema, validation_alias=alias, serialization_alias=field.alias)


def _validated(model: ModelClass, value: Any, validate: Callable[[Any], Any]) -> Any:
    if isinstance(value, model):
        return value
    fields, extra, given = validate(value)
    made = object.__new__(model)
    made.__dict__ = {name: fields[name] for name in fields if name in given or fields[name] is not None} | (extra or {})
    return made


def _dumped(value: Any, info: core_schema.SerializationInfo) -> Any:
    dump = Dump(
        "json" if info.mode_is_json() else "python",
        by_alias=bool(info.by_alias),
        exclude_unset=info.exclude_unset,
        exclude_defaults=info.exclude_defaults,
        exclude_none=info.exclude_none,
    )
    return dump.value(value, info.include, info.exclude)
