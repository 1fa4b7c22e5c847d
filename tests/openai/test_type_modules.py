"""Types are imported when an answer holds them; what can be asked of them is the same as if all were imported."""

import copy
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from openai_bodies import Bodies, models_in, type_modules

from aigpt.openai._fields import fields_of, is_model, literals_of, members_of
from aigpt.openai._models import BaseModel, wrapper_of
from aigpt.openai._shapes import shape_of
from aigpt.openai._type_modules import TypeModule, definition, tags_of
from aigpt.openai._wrapping import (
    _plan,
    _Steps,
    _wants_float,
    _written,
    array_wrapper,
    object_wrapper,
    wrapper_of_name,
)
from aigpt.openai.types.chat import chat_completion
from aigpt.openai.types.responses import response

RESPONSE = {
    "id": "resp_1",
    "output": [
        {"type": "message", "id": "m", "content": [{"type": "output_text", "text": "hi", "annotations": []}]},
        {"type": "unheard.of", "id": "u"},
    ],
    "usage": {"total_tokens": 3},
}


@cache
def modules() -> list[ModuleType]:
    """Return all modules of types, imported with the first test: no process that runs others needs them."""
    return type_modules()


def models() -> Iterator[type[BaseModel]]:
    """Yield all models."""
    for module in modules():
        yield from models_in(module)


def tagged_unions() -> Iterator[tuple[ModuleType, str]]:
    """Yield the unions that are told apart without their members, each as a module and a name there."""
    for module in modules():
        if isinstance(module, TypeModule):
            yield from ((module, name) for name in module.__postponed__.aliases if tags_of(module, name))


def run(code: str) -> list[str]:
    """Run *code* in a new process, and return what it printed, line by line."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.splitlines()


# ── what is written of types says what their annotations say ────────────────────────────────────────────────────────


def test_the_tags_of_a_union_are_those_of_its_members() -> None:
    count = 0
    for module, name in tagged_unions():
        members = members_of(getattr(module, name))
        assert all(map(is_model, members)), name
        fields = [(member, fields_of(member)["type"]) for member in members]
        assert all(field.is_required() and field.alias is None for _, field in fields), name
        wanted = [(value, member) for member, field in fields for value in literals_of(field.annotation)]
        found: list[tuple[str, Any]] = []
        for tag, reference in tags_of(module, name).items():
            home, own_name = definition(reference, module)
            found.append((tag, getattr(home, own_name)))
        assert found == wanted, name
        count += 1
    assert count > 100


def test_the_unions_of_events_and_items_have_tags() -> None:
    names = {name for _, name in tagged_unions()}
    assert {"ResponseStreamEvent", "ResponseOutputItem", "ChatCompletionMessageToolCallUnion"} <= names


def test_the_text_of_each_annotation_shows_which_values_are_wrapped() -> None:
    texts: set[str] = set()
    for model in models():
        for name, field in fields_of(model).items():
            if field.text is None:
                continue
            texts.add(field.text)
            form, shape = field.full_annotation, shape_of(field.text)
            is_wrapped = object_wrapper(form, lambda _: None) is not None, array_wrapper(form) is not None
            if shape is None:
                assert (*is_wrapped, _wants_float(form)) == (False, False, False), (model, name)
            elif shape.is_float:
                assert (*is_wrapped, _wants_float(form)) == (False, False, True), (model, name)
            elif "float" not in field.text:
                assert not _wants_float(form), (model, name)
                assert not (shape.is_list and is_wrapped[0]), (model, name)
    assert len(texts) > 800


def test_each_model_makes_the_same_of_an_object_before_and_after_a_function_is_written_for_it() -> None:
    for model in models():
        bodies = Bodies(model.__name__, sloppiness=0.1)
        for _ in range(3):
            body = bodies.model(model)
            by_steps, by_function = _Steps(model, *_plan(model, {})), _written(model, *_plan(model, {}))
            made = by_steps(copy.deepcopy(body))
            assert made == by_function(copy.deepcopy(body)), model
            assert repr(made) == repr(by_function(copy.deepcopy(body))), model


def test_a_union_is_wrapped_by_its_name_as_by_its_annotation() -> None:
    for module, name in tagged_unions():
        form = getattr(module, name)
        wrap = wrapper_of_name(f"{module.__name__.removeprefix('aigpt.openai.types.')}:{name}")
        for bodies in (Bodies(name), Bodies(name, tags=True)):
            body = bodies.value(form)
            again = copy.deepcopy(body)
            assert repr(wrap(body)) == repr(wrapper_of(form)(again)), name


def test_many_objects_of_a_model_are_wrapped_alike() -> None:
    made = [wrapper_of(response.Response)(copy.deepcopy(RESPONSE)) for _ in range(100)]
    assert len({repr(each) for each in made}) == 1
    assert made[0] == made[99]
    assert {each.output[0].content[0].text for each in made} == {"hi"}


@pytest.mark.parametrize("tag", [None, 1, "", ["message"], {"type": "message"}])
def test_an_object_with_a_strange_tag_is_of_the_first_model(tag: object) -> None:
    for _ in range(2):
        item = wrapper_of(response.Response)({"output": [{"type": tag}]}).output[0]
        assert type(item).__name__ == "ResponseOutputMessage"
        assert item.type == tag


# ── what is imported, and when ──────────────────────────────────────────────────────────────────────────────────────

FIRST_RESPONSE = f"""
import sys
from aigpt.openai._endpoint import wrapper_for
answer = wrapper_for("responses.response:Response")({RESPONSE})
names = {{name.rpartition(".")[2] for name in sys.modules if name.startswith("aigpt.openai.types.responses.")}}
"""


def test_the_first_answer_imports_the_types_in_it() -> None:
    assert run(FIRST_RESPONSE + "print(*sorted(names))") == [
        "response response_output_item response_output_message response_output_text response_usage"
    ]


def test_the_first_event_of_a_stream_imports_the_types_in_it() -> None:
    code = """
import sys
from aigpt.openai._endpoint import wrapper_for
wrap = wrapper_for("responses.response_stream_event:ResponseStreamEvent")
print(type(wrap({"type": "response.output_text.delta", "delta": "hi"})).__name__)
print(*sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("aigpt.openai.types.responses.")))
"""
    assert run(code) == ["ResponseTextDeltaEvent", "response_stream_event response_text_delta_event"]


def test_hints_and_names_are_whole_after_the_first_answer() -> None:
    code = (
        FIRST_RESPONSE
        + """
import inspect, typing
module = sys.modules["aigpt.openai.types.responses.response"]
print(typing.get_type_hints(module.Response)["output"].__args__[0].__args__[0].__name__)
print(inspect.get_annotations(module.Response, eval_str=True)["error"].__args__[0].__name__)
print("ToolChoice" in dir(module), "ToolChoice" in vars(module), module.ToolChoice is vars(module)["ToolChoice"])
print(module.Response.model_fields["usage"].annotation.__args__[0].__name__)
"""
    )
    assert run(code) == ["ResponseOutputMessage", "ResponseError", "True True True", "ResponseUsage"]


@pytest.mark.parametrize("module", [response, chat_completion])
def test_a_module_of_types_has_no_other_names(module: Any) -> None:
    with pytest.raises(AttributeError, match=rf"module '{module.__name__}' has no attribute 'Nonsense'"):
        _ = module.Nonsense


def test_the_hints_of_every_model_are_resolved() -> None:
    for model in models():
        hints = get_type_hints(model, include_extras=True)
        for name, field in fields_of(model).items():
            if not getattr(model, "__parameters__", ()):
                assert field.full_annotation == hints[name], (model, name)


def test_a_subclass_of_a_generated_model_is_wrapped_by_both_classes() -> None:
    class Mine(response.Response):
        note: chat_completion.ChatCompletion | None = None

    made = wrapper_of(Mine)({**copy.deepcopy(RESPONSE), "note": {"id": "c", "choices": [{"index": 0}]}})
    assert isinstance(made, BaseModel)
    assert made.output_text == "hi"
    assert type(made.note.choices[0]) is chat_completion.Choice
