"""Our types beside those of the pinned openai: the same names, fields and keys, and the same objects of the same JSON.

Where ours are different, the tests say so; `undoubled`, `differences` and `alike` have all of it, but for this: what
pydantic makes of values that are nearly right (7 of "7", true of 1), openai has in optional fields and unions, and ours
nowhere.
AIGPT_BODIES=200 compares so many bodies of each model, instead of a few.
"""

import copy
import inspect
import os
import re
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Generic, TypeVar, cast, get_type_hints

import pytest
from openai_bodies import Bodies, models_in, type_modules
from pydantic import PydanticSchemaGenerationError, TypeAdapter
from typing_extensions import is_typeddict

from aigpt.openai import _models as ours
from aigpt.openai._fields import fields_of
from aigpt.openai._wrapping import wrapper_of

EACH = int(os.environ.get("AIGPT_BODIES", "1"))
OFTEN = 50
"""Bodies of each of the models that are used most."""
USED_MOST = [
    "chat.chat_completion:ChatCompletion",
    "chat.chat_completion_chunk:ChatCompletionChunk",
    "responses.response:Response",
    "responses.response_stream_event:ResponseStreamEvent",
    "responses.parsed_response:ParsedResponse",
    "create_embedding_response:CreateEmbeddingResponse",
    "completion:Completion",
    "moderation_create_response:ModerationCreateResponse",
    "batch:Batch",
    "beta.assistant_stream_event:AssistantStreamEvent",
    "conversations.conversation_item:ConversationItem",
    "realtime.realtime_server_event:RealtimeServerEvent",
]
KINDS = [{}, {"sloppiness": 0.05}, {"sloppiness": 0.2}, {"tags": True}]


@cache
def modules() -> dict[str, ModuleType]:
    """Return the modules of our types, imported with the first test: no process that runs others needs them."""
    return {module.__name__: module for module in type_modules()}


@cache
def openais() -> Any:
    """Return what openai makes models of, imported as late."""
    return import_module("openai._models")


@cache
def twin(module: ModuleType) -> Any:
    """Return openai's own module of that name."""
    return import_module(module.__name__.removeprefix("aigpt."))


def by_place(form: Any) -> str:
    """Return a type as text that is the same for openai's and ours."""
    text = re.sub(r"(aigpt\.)?openai\.", "", repr(form))
    text = re.sub(r"<class '([^']*)'>", r"\1", text).replace("[~ContentType]", "")
    text = re.sub(r"(types\.)?_types\.SequenceNotStr", "collections.abc.Sequence", text)
    text = re.sub(
        r"typing\.Annotated\[(\w+), Strict\(strict=True\)\]", r"\1", text
    )  # pydantic's StrictStr and the like
    text = re.sub(r"typing\.(Sequence|Iterable|Mapping)\[", r"collections.abc.\1[", text)
    # Literals of the same values are equal, so that typing gives the one that was made first in either's place.
    text = re.sub(r"Literal\[([^\[\]]*)\]", lambda found: f"Literal[{', '.join(sorted(found[1].split(', ')))}]", text)
    return re.sub(r"PropertyInfo\(([^()]*)\)", lambda found: _info(found[1]), text)


def _info(text: str) -> str:
    given = [part for part in text.split(", ") if not part.endswith(("=None", "='None'"))]
    return f"PropertyInfo({', '.join(given)})"


def models() -> list[tuple[type[ours.BaseModel], Any]]:
    """Return all models of ours, each with openai's."""
    return [
        (model, getattr(twin(module), model.__name__)) for module in modules().values() for model in models_in(module)
    ]


# ── names and fields ────────────────────────────────────────────────────────────────────────────────────────────


def test_every_model_has_openais_fields() -> None:
    assert len(models()) > 1000
    for model, theirs in models():
        fields = fields_of(model)
        assert list(fields) == list(theirs.model_fields), model
        for name, field in theirs.model_fields.items():
            assert fields[name].alias == field.alias, (model, name)
            assert fields[name].is_required() == field.is_required(), (model, name)
            assert fields[name].get_default() == (None if field.is_required() else field.get_default()), (model, name)
            assert by_place(fields[name].annotation) == by_place(field.annotation), (model, name)
            discriminators = [info.discriminator for info in field.metadata if hasattr(info, "discriminator")]
            assert [info.discriminator for info in fields[name].metadata] == discriminators, (model, name)


def test_every_model_has_openais_bases() -> None:
    for model, theirs in models():
        assert _base_names(model) == _base_names(theirs), model


def _base_names(model: type) -> list[str]:
    without = {"GenericModel", Generic.__name__}  # openai's generic models say it twice
    return [base.__name__.split("[")[0] for base in model.__bases__ if base.__name__ not in without]


def test_every_module_has_openais_names() -> None:
    for module in modules().values():
        assert set(getattr(module, "__all__", ())) <= set(dir(twin(module))), module
        assert [name for name in getattr(twin(module), "__all__", ()) if not hasattr(module, name)] == [], module


def test_every_type_of_parameters_has_openais_keys() -> None:
    count = 0
    for module in modules().values():
        for name, form in vars(module).items():
            theirs = getattr(twin(module), name, None)
            if not is_typeddict(form) or theirs is None:
                continue
            count += 1
            assert form.__required_keys__ == theirs.__required_keys__, (module, name)
            assert form.__optional_keys__ == theirs.__optional_keys__, (module, name)
            hints = get_type_hints(form, include_extras=True)
            if ".websocket_" in module.__name__:  # of openai itself, not of its API; it has names that are not defined
                continue
            their_hints = get_type_hints(theirs, include_extras=True)
            for key, hint in hints.items():
                # pydantic is told how to take a file
                assert "IO[bytes]" in repr(hint) or by_place(hint) == by_place(their_hints[key]), (module, name, key)
    assert count > 500


def test_type_hints_and_type_adapters_work_on_everything() -> None:
    forms: list[Any] = []
    for module in modules().values():
        for name in getattr(module, "__all__", ()):
            form = getattr(module, name)
            if inspect.isclass(form):
                get_type_hints(form)
            if not inspect.isfunction(form) and not isinstance(form, TypeVar):
                forms.append(form)
    try:
        TypeAdapter(tuple[tuple(forms)])  # type: ignore[misc]  # all at once takes a tenth of the time
    except PydanticSchemaGenerationError:
        for form in forms:
            TypeAdapter(form)
        raise


def test_json_schemas_are_openais_without_its_words() -> None:
    for model, theirs in models()[:: 1 if EACH > 1 else 10]:
        schema = _without_words(model.model_json_schema())
        assert schema == _without_words(theirs.model_json_schema()), model


def _without_words(schema: Any) -> Any:
    """Return a schema without descriptions, and with references by the names of classes alone.

    Classes of one name that differ in nothing but their descriptions are one class where those are missing.
    """
    if isinstance(schema, list):
        return [_without_words(value) for value in schema]
    if not isinstance(schema, dict):
        return schema.rpartition("__")[2].rpartition("/")[2] if isinstance(schema, str) else schema
    kept = {key: value for key, value in schema.items() if key != "$defs"}
    if isinstance(kept.get("description"), str):
        del kept["description"]
    if kept.get("additionalProperties") == {}:
        kept["additionalProperties"] = True
    return {key: _without_words(value) for key, value in kept.items()}


# ── objects ─────────────────────────────────────────────────────────────────────────────────────────────────────


def undoubled(value: Any) -> Any:
    """Return an object of openai's without the fields that it holds twice: by their own names, and by their aliases."""
    if isinstance(value, openais().BaseModel):
        for field in type(value).model_fields.values():
            (value.__pydantic_extra__ or {}).pop(cast("str", field.alias), None)
        undoubled(list(value.__dict__.values()))
    elif isinstance(value, (list, dict)):
        for item in list(value.values()) if isinstance(value, dict) else value:
            undoubled(item)
    return value


def differences(theirs: Any, mine: Any) -> int:
    """Return in how many places the two differ in the class of an object, as they may; fail where they may not.

    Of an object in a union that fits no member of it, openai makes the first: a dict, where that is no model. Ours
    is then the one that its `type` names, or the first model.
    """
    if isinstance(theirs, openais().BaseModel):
        assert isinstance(mine, ours.BaseModel), (theirs, mine)
        if type(mine).__module__ != f"aigpt.{type(theirs).__module__}" or type(mine).__name__ != type(theirs).__name__:
            assert mine.to_dict() == theirs.to_dict(warnings=False)
            return 1
        assert mine.model_fields_set == theirs.model_fields_set & type(theirs).model_fields.keys()
        assert mine.model_extra == theirs.model_extra
        return sum(differences(getattr(theirs, name), getattr(mine, name)) for name in type(theirs).model_fields)
    if isinstance(mine, ours.BaseModel):
        assert mine.to_dict() == theirs
        return 1
    if isinstance(theirs, list):
        assert len(theirs) == len(mine)
        return sum(differences(*pair) for pair in zip(theirs, mine, strict=True))
    if isinstance(theirs, dict):
        assert theirs.keys() == mine.keys()
        return sum(differences(value, mine[key]) for key, value in theirs.items())
    assert theirs == mine
    return 0


def alike(text: str) -> str:
    """Return *text* with floats written as the integers they equal, which ours leaves as they came in lists."""
    return re.sub(r"(?<=\d)\.0(?!\d)", "", text)


DUMPS: list[dict[str, Any]] = [
    {},
    {"by_alias": True},
    {"exclude_none": True},
    {"exclude_unset": True},
    {"exclude_defaults": True},
    {"mode": "json", "exclude_unset": True, "by_alias": True},
]


def compare(form: Any, their_form: Any, body: Any) -> None:
    """Make objects of *body*, and compare them in all that can be asked of them."""
    theirs = undoubled(openais().construct_type(value=copy.deepcopy(body), type_=their_form))
    mine = wrapper_of(form)(copy.deepcopy(body))
    places = differences(theirs, mine)
    assert mine.to_dict() == theirs.to_dict(warnings=False) == body
    if not places:
        for options in DUMPS:
            assert mine.model_dump(**options) == theirs.model_dump(**options, warnings=False), options
        assert alike(repr(mine)) == alike(repr(theirs))
        assert [name for name, _ in mine] == [name for name, _ in theirs]
        assert alike(mine.to_json()) == alike(theirs.to_json(warnings=False))
        assert alike(mine.model_dump_json()) == alike(theirs.model_dump_json(warnings=False))


@pytest.mark.parametrize("kind", KINDS, ids=repr)
@pytest.mark.parametrize("part", range(4))
def test_objects_of_every_model_are_openais(part: int, kind: dict[str, Any]) -> None:
    for model, theirs in models()[part::4]:
        for seed in range(EACH):
            compare(model, theirs, Bodies(f"{model.__name__} {seed}", **kind).model(model))


@pytest.mark.parametrize("place", USED_MOST)
def test_objects_of_the_most_used_types_are_openais(place: str) -> None:
    module, name = place.split(":")
    ours_in = modules()[f"aigpt.openai.types.{module}"]
    form, theirs = getattr(ours_in, name), getattr(twin(ours_in), name)
    for kind in KINDS:
        for seed in range(OFTEN):
            body = Bodies(f"{name} {seed}", **kind).value(form)
            if isinstance(body, dict):
                compare(form, theirs, body)
