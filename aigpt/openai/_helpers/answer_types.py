"""The type that an answer is to have: the JSON Schema that asks for it, and the instance that is made of its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from aigpt._http.json_codec import parse_json
from aigpt._structured.decoding import MisfitError, UnsupportedTypeError, output_type, schema_name, type_label
from aigpt.openai._errors import OutputMismatchError
from aigpt.openai._options import is_omitted
from aigpt.openai._strict_schema import strict_schema
from aigpt.openai._unfit import callers

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    ResponseFormatT = TypeVar("ResponseFormatT", default=None)
    TextFormatT = TypeVar("TextFormatT", default=None)
else:
    from typing import TypeVar

    ResponseFormatT = TypeVar("ResponseFormatT")
    TextFormatT = TypeVar("TextFormatT")

_REMEMBERED = 128


class AnswerType:
    """A type that an answer is to have."""

    def __init__(self, label: str, schema: Mapping[str, Any], decode: Callable[[str], Any]) -> None:
        self._name = schema_name(label)
        self.schema = schema
        self._decode = decode

    def decode(self, text: Any) -> Any:
        """Return the instance that the answer's *text* is.

        Raises the ValidationError of pydantic for its types, and OutputMismatchError for others.
        """
        return callers(self._decode, text)

    @property
    def response_format(self) -> dict[str, Any]:
        """The `response_format` of a chat completion that asks for it."""
        return {"type": "json_schema", "json_schema": {"schema": self.schema, "name": self._name, "strict": True}}

    @property
    def text_format(self) -> dict[str, Any]:
        """The `format` of a response's `text` that asks for it."""
        return {"type": "json_schema", "strict": True, "name": self._name, "schema": self.schema}


def answer_type(form: object, parameter: str) -> AnswerType | None:
    """Return the type that *form*, what the caller gives as *parameter*, is.

    None where nothing is to be parsed: there is none, or it is what the API itself takes. Raises TypeError for
    what is no type, and for one whose instances are no JSON objects.
    """
    if form is None or is_omitted(form) or isinstance(form, Mapping):
        return None
    try:
        return _remembered(form)
    except UnsupportedTypeError as exc:
        why = str(exc)
    raise TypeError(
        f"no JSON Schema of an object can be made of {parameter}={type_label(form)} ({why}): give a pydantic model, a "
        "dataclass, a TypedDict or a msgspec.Struct (the type, not an instance), or a dict as the API takes it"
    )


def _make(form: Any) -> AnswerType:
    if hasattr(form, "model_json_schema") and hasattr(form, "model_validate_json") and isinstance(form, type):
        made = cast("Any", form)
        return _object(type_label(form), strict_schema(made.model_json_schema()), made.model_validate_json)
    if hasattr(form, "__pydantic_validator__") and isinstance(form, type):
        adapter = import_module("pydantic").TypeAdapter(form)
        return _object(type_label(form), strict_schema(adapter.json_schema()), adapter.validate_json)
    kind = output_type(form)

    def decode(text: str) -> Any:
        try:
            value = parse_json(text.encode())
        except (ValueError, RecursionError):
            raise OutputMismatchError(f"the answer is not JSON, as {kind.label} has to be") from None
        try:
            return kind.decode(value)
        except MisfitError as exc:
            raise OutputMismatchError(f"the answer does not fit {kind.label}: {exc}") from None

    return _object(kind.label, kind.schema, decode)


def _object(label: str, schema: Mapping[str, Any], decode: Callable[[str], Any]) -> AnswerType:
    if schema.get("type") != "object" and "$ref" not in schema:
        raise UnsupportedTypeError("the API takes nothing but objects")
    return AnswerType(label, schema, decode)


_cached = lru_cache(_REMEMBERED)(_make)


def _remembered(form: Any) -> AnswerType:
    try:
        hash(form)
    except TypeError:
        return _make(form)
    return _cached(form)
