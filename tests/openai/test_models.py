"""The objects of the OpenAI clients: made of whatever servers send, read as attributes, dumped as pydantic does."""

import copy
import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Annotated, Any, Dict, Generic, List, Literal, Optional, TypeVar, Union  # noqa: UP035 (as the types)

import pydantic
import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from openai_bodies import UNHEARD

from aigpt.openai import _computed, pagination
from aigpt.openai._models import BaseModel, Field, GenericModel, PropertyInfo, wrapper_of
from aigpt.openai.types import Batch, ModerationCreateResponse
from aigpt.openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessage
from aigpt.openai.types.chat.chat_completion import Choice
from aigpt.openai.types.moderation import Categories
from aigpt.openai.types.responses import (
    ParsedResponse,
    Response,
    ResponseAudioDeltaEvent,
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseStreamEvent,
    ResponseTextDeltaEvent,
)
from aigpt.openai.types.responses.parsed_response import ParsedResponseOutputMessage, ParsedResponseOutputText
from aigpt.openai.types.responses.tool_choice_function import ToolChoiceFunction

T = TypeVar("T")


class Inner(BaseModel):
    number: int
    note: Optional[str] = None  # noqa: UP045 (as the types)


class Outer(BaseModel):
    id: str
    inner: Optional[Inner] = None  # noqa: UP045
    items: Optional[List[Inner]] = None  # noqa: UP006, UP045
    anything: Optional[Dict[str, object]] = None  # noqa: UP006, UP045
    share: Optional[float] = None  # noqa: UP045
    schema_: object = Field(alias="schema", default=None)


class Tree(BaseModel):
    value: int
    children: Optional[List["Tree"]] = None  # noqa: UP006, UP045


class Cat(BaseModel):
    type: Literal["cat"]
    lives: int


class Dog(BaseModel):
    type: Literal["dog"]
    name: str


Animal = Annotated[Union[Cat, Dog], PropertyInfo(discriminator="type")]  # noqa: UP007


class Short(BaseModel):
    text: str


class Long(BaseModel):
    text: str
    more: str


class Holder(BaseModel, Generic[T]):
    data: List[T]  # noqa: UP006


class CatHolder(Holder[Cat]):
    pass


def chat_body(**changes: Any) -> dict[str, Any]:
    """Return the body of a chat completion."""
    message = {"role": "assistant", "content": "Hello", "refusal": None, "reasoning_content": "hm"}
    choices = [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}]
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    body = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": choices, "usage": usage}
    return body | changes


def made(form: Any, body: Any) -> Any:
    """Return what becomes of JSON that arrives; *body* itself stays as it is."""
    return wrapper_of(form)(copy.deepcopy(body))


# ── what servers send ───────────────────────────────────────────────────────────────────────────────────────────


def test_fields_are_attributes_and_objects_in_them_are_models() -> None:
    completion = made(ChatCompletion, chat_body())
    assert completion.choices[0].message.content == "Hello"
    assert type(completion.choices[0]) is Choice
    assert completion.usage.total_tokens == 3


def test_a_missing_field_is_none() -> None:
    completion = made(ChatCompletion, {"id": "c1"})
    assert completion.choices is None
    assert completion.system_fingerprint is None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = completion.nonsense


def test_null_is_told_from_missing() -> None:
    message = made(ChatCompletionMessage, {"role": "assistant", "refusal": None})
    assert message.refusal is message.audio is None
    assert message.model_fields_set == {"role", "refusal"}


def test_what_is_unknown_is_kept_and_readable() -> None:
    message = made(ChatCompletion, chat_body()).choices[0].message
    assert message.reasoning_content == "hm"
    assert message.model_extra == {"reasoning_content": "hm"}
    assert message.model_fields_set == {"role", "content", "refusal"}


@pytest.mark.parametrize("wrong", ["text", 7, 1.5, True, None, [], ["text"], [[1]], {}, {"a": 1}], ids=repr)
@pytest.mark.parametrize("field", ["id", "choices", "usage", "created"])
def test_values_of_wrong_types_stay_as_they_came(field: str, wrong: Any) -> None:
    completion = made(ChatCompletion, chat_body(**{field: wrong}))
    assert completion.to_dict()[field] == wrong


def test_several_objects_where_one_is_expected_are_models_too() -> None:
    assert made(Outer, {"id": "o", "inner": [{"number": 1}]}).inner == [Inner(number=1)]


def test_an_integer_where_a_float_is_expected_is_one() -> None:
    assert type(made(Outer, {"share": 1}).share) is float
    assert made(Outer, {"share": 10**400}).share == 10**400
    assert made(Outer, {"share": 2**53 + 1}).share == 2**53 + 1


_KEYS = ["type", "choices", "message", "content", "output", "response", "delta", "item", "id", "copy", "usage"]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False) | st.sampled_from(["message", "text"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "choices",
                    "message",
                    "content",
                    "output",
                    "response",
                    "delta",
                    "item",
                    "id",
                    "copy",
                    "usage",
                    "object",
                ]
            ),
            inside,
        )
    ),
    max_leaves=20,
)


@given(_JSON)
def test_nothing_that_is_json_makes_it_raise(body: Any) -> None:
    for form in (ChatCompletion, ChatCompletionChunk, Response, ResponseStreamEvent, pagination.SyncCursorPage[Batch]):
        value = made(form, body)
        assert isinstance(value, BaseModel) == isinstance(body, dict)
        if isinstance(body, dict):
            assert value.to_dict() == body
            assert made(form, value.to_dict()) == value
            json.loads(value.to_json())
            repr(value)


# ── unions ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_discriminator_tells_which_model_it_is() -> None:
    event = made(ResponseStreamEvent, {"type": "response.output_text.delta", "delta": "H"})
    assert type(event) is ResponseTextDeltaEvent
    body = {"output": [{"type": "function_call", "name": "f"}, {"type": "message", "content": []}]}
    call, message = made(Response, body).output
    assert (type(call), type(message)) == (ResponseFunctionToolCall, ResponseOutputMessage)


@pytest.mark.parametrize("tag", [UNHEARD, None, 7, ["list"], {"an": "object"}], ids=repr)
def test_an_unknown_tag_gives_the_first_model(tag: Any) -> None:
    event = made(ResponseStreamEvent, {"type": tag, "news": 1})
    assert type(event) is ResponseAudioDeltaEvent
    assert event.news == 1


def test_the_type_tells_models_apart_without_a_discriminator_too() -> None:
    choice = made(Response, {"tool_choice": {"type": "function", "name": 7}}).tool_choice
    assert type(choice) is ToolChoiceFunction
    assert made(Response, {"tool_choice": "auto"}).tool_choice == "auto"


def test_without_a_tag_it_is_the_model_that_fits_best() -> None:
    form = Union[Short, Long]  # noqa: UP007
    assert type(made(form, {"text": "t"})) is Short
    assert type(made(form, {"text": "t", "more": "m"})) is Long
    assert type(made(form, {"more": "m"})) is Short


def test_where_any_object_is_allowed_only_what_fits_becomes_a_model() -> None:
    form = List[Union[Cat, object]]  # noqa: UP006, UP007
    assert made(form, [{"type": "cat", "lives": 9}, {"type": "cat"}, "x"]) == [
        Cat(type="cat", lives=9),
        {"type": "cat"},
        "x",
    ]


# ── names that servers must not take ────────────────────────────────────────────────────────────────────────────

METHODS = sorted(name for name in dir(BaseModel) if not name.startswith("_"))


@pytest.mark.parametrize("name", METHODS)
def test_a_key_never_hides_a_method(name: str) -> None:
    completion = made(ChatCompletion, chat_body(**{name: "server"}))
    assert getattr(completion, name) != "server"
    assert completion.model_extra == {name: "server"}
    assert completion.to_dict()[name] == completion.model_dump()[name] == "server"
    assert made(ChatCompletion, completion.to_dict()) == completion


def test_a_key_never_hides_a_method_of_a_subclass() -> None:
    page = made(pagination.SyncCursorPage[Batch], {"data": [{"id": "b"}], "get_next_page": 1, "_get_page_items": 2})
    assert callable(page.get_next_page)
    assert [batch.id for batch in page._get_page_items()] == ["b"]


@pytest.mark.parametrize(
    "name",
    ["__class__", "__dict__", "__deepcopy__", "__copy__", "__reduce_ex__", "__getstate__", "__eq__", "__orig_class__"],
)
def test_a_key_never_hides_what_python_looks_up(name: str) -> None:
    completion = made(ChatCompletion, chat_body(**{name: "server"}))
    assert completion.__class__ is ChatCompletion
    for again in (copy.copy(completion), copy.deepcopy(completion), pickle.loads(pickle.dumps(completion))):  # noqa: S301
        assert again == completion
        assert again.model_extra == {name: "server"}


def test_a_method_cannot_be_assigned() -> None:
    completion: Any = made(ChatCompletion, chat_body())
    with pytest.raises(AttributeError, match="to_dict is a method of ChatCompletion"):
        completion.to_dict = 1
    with pytest.raises(AttributeError, match="model_fields cannot be set"):
        completion.model_fields = {}


def test_the_request_id_is_on_the_outermost_and_no_part_of_the_object() -> None:
    completion = made(ChatCompletion, chat_body(_request_id="server"))
    with pytest.raises(AttributeError):
        _ = completion._request_id
    completion._request_id = "req_1"
    assert completion.model_dump()["_request_id"] == "server"
    assert not hasattr(completion.choices[0], "_request_id")
    assert completion == made(ChatCompletion, chat_body(_request_id="server"))
    for again in (copy.copy(completion), copy.deepcopy(completion), pickle.loads(pickle.dumps(completion))):  # noqa: S301
        assert again._request_id == "req_1"


def test_an_aliased_key_is_moved_not_doubled() -> None:
    scores = {"self-harm": True, "hate/threatening": False, "hate": False}
    categories = made(ModerationCreateResponse, {"results": [{"categories": scores}]}).results[0].categories
    assert categories.self_harm is True
    assert categories.model_extra == {}
    assert categories.to_dict() == json.loads(categories.to_json()) == scores
    assert categories.model_dump(exclude_unset=True) == {"self_harm": True, "hate_threatening": False, "hate": False}
    assert categories.to_dict(use_api_names=False) == categories.model_dump(exclude_unset=True)


# ── dicts and JSON ──────────────────────────────────────────────────────────────────────────────────────────────

OUTER = {"id": "o", "inner": {"number": 1, "news": None}, "items": [{"number": 2, "note": None}], "schema": [1]}


def test_to_dict_is_what_the_server_sent() -> None:
    outer = made(Outer, OUTER | {"extra": {"a": [1]}})
    assert outer.to_dict() == OUTER | {"extra": {"a": [1]}}
    assert json.loads(outer.to_json()) == OUTER | {"extra": {"a": [1]}}
    assert outer.to_dict() is not outer.to_dict()
    assert outer.to_dict()["extra"] is not outer.extra


def test_model_dump_has_every_field() -> None:
    assert made(Outer, OUTER).model_dump() == {
        "id": "o",
        "inner": {"number": 1, "note": None, "news": None},
        "items": [{"number": 2, "note": None}],
        "anything": None,
        "share": None,
        "schema_": [1],
    }


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"exclude_none": True}, {"id": "o", "inner": {"number": 1}, "items": [{"number": 2}], "schema_": [1]}),
        ({"include": {"id"}}, {"id": "o"}),
        ({"include": {"inner": {"note"}}}, {"inner": {"note": None}}),
        ({"include": {"inner": True, "items": {0: {"number"}}}, "exclude_unset": True}, None),
        ({"exclude": {"inner", "items", "anything", "share", "schema_"}}, {"id": "o"}),
        ({"include": {"items"}, "exclude": {"items": {"__all__": {"note"}}}}, {"items": [{"number": 2}]}),
        ({"include": {"items"}, "exclude": {"items": {-1: True}}}, {"items": []}),
        ({"include": {"items": {"__all__": {"note"}, 0: {"number"}}}}, {"items": [{"number": 2, "note": None}]}),
        ({"include": {"id"}, "context": 1, "round_trip": True, "serialize_as_any": True}, {"id": "o"}),
    ],
)
def test_the_options_of_dumps_are_those_of_pydantic(options: dict[str, Any], expected: Any) -> None:
    class TheirInner(pydantic.BaseModel, extra="allow"):
        number: int
        note: str | None = None

    class TheirOuter(pydantic.BaseModel, extra="allow"):
        id: str
        inner: TheirInner | None = None
        items: list[TheirInner] | None = None
        anything: dict[str, object] | None = None
        share: float | None = None
        schema_: object = pydantic.Field(alias="schema", default=None)

    theirs, mine = TheirOuter.model_validate(OUTER), made(Outer, OUTER)
    assert mine.model_dump(**options) == theirs.model_dump(**options)
    assert mine.model_dump_json(**options) == theirs.model_dump_json(**options)
    if expected is not None:
        assert mine.model_dump(**options) == expected


def test_an_option_that_does_not_exist_is_refused() -> None:
    outer: Any = made(Outer, OUTER)
    for dump in (outer.model_dump, outer.model_dump_json, outer.dict, outer.json):
        with pytest.raises(TypeError, match="unexpected keyword argument 'exclude_nulls'"):
            dump(exclude_nulls=True)
    with pytest.raises(TypeError, match="unexpected keyword argument 'strictly'"):
        outer.model_validate({}, strictly=True)


def test_the_older_names_dump_too() -> None:
    outer = made(Outer, OUTER)
    assert outer.dict(exclude_none=True) == outer.model_dump(exclude_none=True)
    assert outer.json(by_alias=True) == outer.model_dump_json(by_alias=True)


def test_json_is_compact_or_indented() -> None:
    inner = Inner(number=1)
    assert inner.model_dump_json() == '{"number":1,"note":null}'
    assert inner.to_json() == '{\n  "number": 1\n}'
    assert inner.to_json(indent=None) == '{"number":1}'
    assert inner.model_dump_json(indent=0) == '{\n"number": 1,\n"note": null\n}'


def test_json_of_any_text_and_number() -> None:
    inner = made(Inner, {"number": 10**30, "note": "Grüße \ud83d", "big": float("inf")})
    assert json.loads(inner.to_json()) == {"number": 10**30, "note": "Grüße \ud83d", "big": None}
    assert Inner(number=1, note="ü").model_dump_json(ensure_ascii=True) == '{"number":1,"note":"\\u00fc"}'
    assert inner.model_dump(mode="json")["big"] is None
    assert inner.model_dump()["big"] == float("inf")


class Colour(Enum):
    RED = "red"


@dataclass
class Point:
    x: int
    inner: Inner


class Parsed(pydantic.BaseModel):
    answer: int = pydantic.Field(serialization_alias="theAnswer")


class Row:
    """What numpy's arrays have."""

    def tolist(self) -> list[float]:
        return [1.0, 2.0]


@pytest.mark.parametrize(
    ("value", "in_python", "in_json"),
    [
        (datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00Z"),
        (Colour.RED, Colour.RED, "red"),
        (Point(1, Inner(number=2)), {"x": 1, "inner": {"number": 2, "note": None}}, None),
        (Parsed(answer=42), {"answer": 42}, None),
        ((1, Inner(number=2)), (1, {"number": 2, "note": None}), [1, {"number": 2, "note": None}]),
        ({"a"}, {"a"}, ["a"]),
        (b"bytes", b"bytes", "bytes"),
        ({1: 2, None: 3, False: 4}, {1: 2, None: 3, False: 4}, {"1": 2, "None": 3, "false": 4}),
        ({Colour.RED: 5}, {Colour.RED: 5}, {"red": 5}),
    ],
    ids=repr,
)
def test_objects_that_users_put_in_are_dumped_as_pydantic_does(value: Any, in_python: Any, in_json: Any) -> None:
    outer = Outer(id="o")
    outer.schema_ = value
    assert outer.model_dump()["schema_"] == in_python
    assert outer.model_dump(mode="json")["schema_"] == (in_python if in_json is None else in_json)
    assert json.loads(outer.model_dump_json())["schema_"] == (in_python if in_json is None else in_json)


def test_arrays_are_lists_in_json() -> None:
    row = Row()
    outer = Outer.construct(id="o", anything=row)
    assert outer.model_dump()["anything"] is row
    assert outer.model_dump(mode="json")["anything"] == [1.0, 2.0]


def test_an_object_that_has_no_json_needs_a_fallback() -> None:
    outer = Outer.construct(id="o", anything=Outer)
    assert outer.model_dump()["anything"] is Outer
    with pytest.raises(ValueError, match="has no JSON"):
        outer.model_dump_json()
    assert outer.model_dump(mode="json", fallback=lambda value: value.__name__)["anything"] == "Outer"


def test_misfits_are_errors_of_a_dump_only_where_that_is_asked_for() -> None:
    outer = made(Outer, {"id": 7})
    assert outer.model_dump(exclude_unset=True, warnings="none") == {"id": 7}
    with pytest.raises(ValueError, match="id is not a string"):
        outer.model_dump(warnings="error")


# ── making them ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_models_are_made_by_keywords_and_of_dicts_inside() -> None:
    choices = [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant"}}]
    completion = ChatCompletion(id="c", choices=choices, created=1, model="m", object="chat.completion")  # type: ignore[arg-type]
    assert type(completion.choices[0]) is Choice
    assert type(completion.choices[0].message) is ChatCompletionMessage
    assert type(choices[0]) is dict, "what the caller gave is not used up"
    assert completion.model_fields_set == {"id", "choices", "created", "model", "object"}


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="not a ChatCompletion: choices is missing; created is missing"):
        ChatCompletion(id="c", model="m", object="chat.completion")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match=r"items\[0\].number is missing"):
        Outer(id="o", items=[{"note": "n"}])  # type: ignore[list-item]


def test_models_inside_are_taken_as_they_are() -> None:
    inner = Inner.construct()
    assert Outer(id="o", inner=inner).inner is inner


def test_fields_go_by_their_names_and_aliases() -> None:
    known = dict.fromkeys(Categories.model_fields, False)
    by_alias = {Categories.model_fields[name].alias or name: value for name, value in known.items()}
    assert Categories(**known) == Categories(**by_alias)


def test_defaults_are_each_objects_own() -> None:
    class Lists(BaseModel):
        made: List[int] = Field(default_factory=list)  # noqa: UP006
        given: List[int] = [1]  # noqa: UP006, RUF012
        plain: int = 7

    one, other = Lists(), Lists()
    one.made.append(1)
    one.given.append(2)
    assert (other.made, other.given, other.plain) == ([], [1], 7)
    assert Lists.construct().plain == 7


@pytest.mark.parametrize("construct", [Outer.construct, Outer.model_construct])
def test_construct_checks_nothing(construct: Callable[..., Outer]) -> None:
    outer = construct(id=7, inner={"number": "x"})
    assert outer.id == 7
    assert type(outer.inner) is Inner
    assert construct(_fields_set={"share"}).model_fields_set == {"share"}


def test_what_is_assigned_is_set() -> None:
    outer: Any = made(Outer, {"id": "o"})
    outer.share = 1.5
    outer.extra = 1
    assert outer.to_dict() == {"id": "o", "share": 1.5, "extra": 1}
    del outer.share
    assert outer.share is None
    assert outer.to_dict() == {"id": "o", "extra": 1}


def test_model_validate_takes_what_fits() -> None:
    outer = Outer.model_validate(OUTER)
    assert outer == made(Outer, OUTER)
    assert Outer.model_validate(outer) is outer
    assert Outer.model_validate_json(json.dumps(OUTER)) == outer
    assert Outer.model_validate_json(bytearray(json.dumps(OUTER).encode()), strict=True) == outer


@pytest.mark.parametrize(
    ("form", "body", "problem"),
    [
        (Outer, {"id": 7}, "id is not a string"),
        (Outer, {"inner": 7}, "id is missing; inner is not an object (Inner)"),
        (Outer, {"id": "o", "items": [{"number": "7"}]}, "items[0].number is not an integer"),
        (Outer, {"id": "o", "items": {}}, "items is not an array"),
        (Outer, {"id": "o", "anything": []}, "anything is not an object"),
        (Outer, {"id": "o", "share": "x"}, "share is not a number"),
        (Outer, {"id": "o", "share": True}, "share is not a number"),
        (Outer, ["o"], "the value is not an object (Outer)"),
        (Cat, {"type": "dog", "lives": 9}, "type is not 'cat'"),
        (Holder, {}, "data is missing"),
        (CatHolder, {"data": [{"type": "cat"}]}, "data[0].lives is missing"),
        (Response, {"output": [{"type": UNHEARD}]}, "output[0] fits no type of the union"),
        (Response, {"output": [{"type": "reasoning", "id": "r"}]}, "output[0].summary is missing"),
    ],
)
def test_model_validate_says_where_something_does_not_fit(form: type[BaseModel], body: Any, problem: str) -> None:
    with pytest.raises(ValueError, match=f"not a {form.__name__}: ") as caught:
        form.model_validate(body)
    assert problem in str(caught.value)


@pytest.mark.parametrize("data", ["", "{", "[]", '{"id": NaN}', "[" * 100_000], ids=lambda data: data[:9])
def test_model_validate_json_refuses_what_is_no_object(data: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Outer.model_validate_json(data)


def test_openais_own_objects_are_taken() -> None:
    from openai.types.chat import ChatCompletion as TheirChatCompletion  # noqa: PLC0415 (a second that others need not)

    theirs = TheirChatCompletion.model_validate(chat_body())
    assert ChatCompletion.model_validate(theirs) == made(ChatCompletion, chat_body())


# ── copies, comparing, showing ──────────────────────────────────────────────────────────────────────────────────


def test_copies() -> None:
    outer = made(Outer, OUTER)
    shallow, deep = outer.model_copy(update={"share": 0.5, "new": 1}), outer.model_copy(deep=True)
    assert (shallow.share, shallow.new, outer.share) == (0.5, 1, None)
    assert shallow.inner is outer.inner
    assert deep == outer
    assert deep.inner is not outer.inner
    assert outer.copy(include={"id", "share"}).to_dict() == {"id": "o"}
    assert outer.copy(exclude={"items"}, update={"id": "p"}).to_dict() == {
        "id": "p",
        "inner": OUTER["inner"],
        "schema": [1],
    }


def test_pickle_keeps_everything() -> None:
    completion = made(ChatCompletion, chat_body())
    again = pickle.loads(pickle.dumps(completion))  # noqa: S301
    assert again == completion
    assert repr(again) == repr(completion)
    assert type(again.choices[0].message) is ChatCompletionMessage


def test_equal_are_those_of_one_class_with_equal_values() -> None:
    assert made(Inner, {"number": 1}) == made(Inner, {"number": 1, "note": None})
    assert made(Inner, {"number": 1}) != made(Inner, {"number": 2})
    assert made(Inner, {"number": 1}) != made(Inner, {"number": 1, "extra": None})
    assert made(Short, {"text": "t"}) != made(Long, {"text": "t"})
    assert made(Inner, {"number": 1}) != {"number": 1}
    with pytest.raises(TypeError, match="unhashable"):
        hash(made(Inner, {"number": 1}))


class Array(Row):
    """An array, which compares item by item."""

    def __eq__(self, other: object) -> Any:
        class Ambiguous:
            def __bool__(self) -> bool:
                raise ValueError("the truth value of an array is ambiguous")

        return Ambiguous()

    __hash__ = None  # type: ignore[assignment]


def test_arrays_in_models_are_compared() -> None:
    assert Outer.construct(anything=Array()) == Outer.construct(anything=Array())
    assert Outer.construct(anything=Array()) == Outer.construct(anything=[1.0, 2.0])
    assert Outer.construct(anything=Array()) != Outer.construct(anything=[1.0])


def test_it_shows_all_its_fields() -> None:
    outer = made(Outer, {"id": "o", "inner": {"number": 1}, "new": 2})
    shown = (
        "Outer(id='o', inner=Inner(number=1, note=None), items=None, anything=None, share=None, schema_=None, new=2)"
    )
    assert repr(outer) == str(outer) == shown
    assert next(iter(outer.__rich_repr__())) == ("id", "o")
    outer.new = outer
    assert repr(outer).endswith("new=...)")


def test_it_is_gone_through_as_pairs() -> None:
    assert dict(made(Inner, {"number": 1, "new": 2})) == {"number": 1, "note": None, "new": 2}


def test_model_fields_say_what_is_declared() -> None:
    fields = Outer.model_fields
    assert list(fields) == ["id", "inner", "items", "anything", "share", "schema_"]
    assert fields["inner"].annotation == Optional[Inner]  # noqa: UP045
    assert fields["schema_"].alias == "schema"
    assert (fields["id"].is_required(), fields["inner"].is_required()) == (True, False)
    assert repr(fields["id"]) == "FieldInfo(annotation=<class 'str'>, required=True)"
    assert list(Outer(id="o").model_fields) == list(fields)


def test_patterns_match() -> None:
    match made(Animal, {"type": "dog", "name": "Rex"}):
        case Dog(name=name):
            assert name == "Rex"
        case other:
            pytest.fail(repr(other))


# ── generic models ──────────────────────────────────────────────────────────────────────────────────────────────


def test_generic_models_hold_what_is_said_in_brackets() -> None:
    body = {"data": [{"type": "cat", "lives": 9}]}
    assert type(made(Holder[Cat], body).data[0]) is Cat
    assert type(made(Holder[Animal], body).data[0]) is Cat
    assert type(made(CatHolder, body).data[0]) is Cat
    assert made(Holder, body).data == body["data"]
    assert type(made(pagination.AsyncPage[Batch], {"data": [{"id": "b"}]}).data[0]) is Batch


def test_making_a_generic_model_leaves_no_trace() -> None:
    holder = Holder[int](data=[1])
    assert holder.to_dict() == {"data": [1]}
    assert issubclass(GenericModel, BaseModel)


def test_models_that_contain_themselves() -> None:
    tree = made(Tree, {"value": 1, "children": [{"value": 2, "children": [{"value": 3}]}]})
    assert tree.children[0].children[0] == Tree(value=3)
    assert pydantic.TypeAdapter(Tree).validate_python(tree.to_dict()) == tree
    assert Tree.model_json_schema()["$defs"]["Tree"]["title"] == "Tree"


def test_annotations_are_resolved_on_first_use_alone() -> None:
    class Unfinished(BaseModel):
        later: "NotYetDefined"  # type: ignore[name-defined]  # noqa: F821

    with pytest.raises(NameError):
        made(Unfinished, {"later": 1})


def test_many_threads_may_make_the_first_object() -> None:
    class Fresh(BaseModel):
        inner: Inner
        items: List[Inner]  # noqa: UP006

    barrier = threading.Barrier(8)
    results: list[Any] = []

    def make() -> None:
        barrier.wait()
        results.append(made(Fresh, {"inner": {"number": 1}, "items": [{"number": 2}]}))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [Fresh(inner=Inner(number=1), items=[Inner(number=2)])] * 8


# ── what is computed ────────────────────────────────────────────────────────────────────────────────────────────


def test_output_text_is_all_text() -> None:
    text = {"type": "output_text", "text": "Hel"}
    output = [
        {"type": "reasoning"},
        {"type": "message", "content": [text, {"type": "refusal", "refusal": "no"}]},
        {"type": "message", "content": [{"type": "output_text", "text": "lo"}]},
    ]
    assert made(Response, {"output": output}).output_text == "Hello"


@pytest.mark.parametrize(
    "output",
    [None, "text", {}, [None], [{"type": "message"}], [{"type": "message", "content": [{"type": "output_text"}, 1]}]],
)
def test_output_text_is_empty_where_there_is_none(output: Any) -> None:
    assert made(Response, {"output": output}).output_text == ""
    assert made(ParsedResponse, {"output": output}).output_parsed is None


def test_what_was_parsed_is_found_and_not_sent() -> None:
    part = ParsedResponseOutputText.construct(type="output_text", text="{}", parsed=Parsed(answer=42))
    message = ParsedResponseOutputMessage.construct(
        type="message", content=[part, {"type": "refusal", "refusal": "no"}]
    )
    response = ParsedResponse.construct(output=[message])
    assert response.output_parsed == Parsed(answer=42)
    assert message.__api_exclude__ == {"content": {0: {"parsed"}}}
    assert _computed.parsed_response_output_message_api_exclude(made(ParsedResponseOutputMessage, {"content": 1})) == {}


# ── in pydantic and FastAPI ─────────────────────────────────────────────────────────────────────────────────────


class Record(pydantic.BaseModel):
    completion: ChatCompletion
    anything: Any = None


def test_models_are_fields_of_pydantics() -> None:
    completion = made(ChatCompletion, chat_body())
    record = Record(completion=completion, anything=completion)
    assert record.completion is completion
    assert Record.model_validate({"completion": chat_body()}).completion == completion
    again = Record.model_validate_json(record.model_dump_json())
    assert again.completion == completion
    assert record.model_dump(exclude_unset=True) == {"completion": chat_body(), "anything": chat_body()}


def test_pydantic_refuses_what_does_not_fit() -> None:
    with pytest.raises(pydantic.ValidationError, match=r"completion.choices.0.index") as caught:
        Record.model_validate({"completion": chat_body(choices=[{"index": "x"}])})
    assert {error["loc"][-1] for error in caught.value.errors()} == {"index", "finish_reason", "message"}


def test_pydantic_knows_aliases() -> None:
    adapter = pydantic.TypeAdapter(Outer)
    outer = adapter.validate_python({"id": "o", "schema": [1]})
    assert outer.to_dict() == {"id": "o", "schema": [1]}
    assert adapter.dump_python(outer, by_alias=True, exclude_unset=True) == {"id": "o", "schema": [1]}
    assert json.loads(adapter.dump_json(outer, exclude_none=True)) == {"id": "o", "schema_": [1]}
    assert adapter.dump_python(outer, include={"id"}) == {"id": "o"}
    assert adapter.validate_python({"id": "o", "schema_": [1]}) == outer


def test_pydantic_knows_generic_models() -> None:
    adapter = pydantic.TypeAdapter(Holder[Cat])
    assert type(adapter.validate_python({"data": [{"type": "cat", "lives": 9}]}).data[0]) is Cat
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"data": [{"type": "dog", "name": "Rex"}]})
    assert pydantic.TypeAdapter(Holder).validate_python({"data": [1]}).data == [1]


def test_the_json_schema_is_pydantics() -> None:
    assert Inner.model_json_schema() == {
        "additionalProperties": True,
        "properties": {
            "note": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None, "title": "Note"},
            "number": {"title": "Number", "type": "integer"},
        },
        "required": ["number"],
        "title": "Inner",
        "type": "object",
    }
    assert Inner.model_json_schema(mode="serialization") == Inner.model_json_schema()


def test_models_are_answers_and_bodies_of_fastapi() -> None:
    app = FastAPI()

    @app.post("/chat")
    def chat(completion: Annotated[ChatCompletion, Body()]) -> ChatCompletion:
        return completion

    client = TestClient(app)
    answer = client.post("/chat", json=chat_body())
    assert answer.status_code == 200
    assert ChatCompletion.model_validate_json(answer.content) == made(ChatCompletion, chat_body())
    assert client.post("/chat", json={"id": "c1"}).status_code == 422
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert any(name.startswith("ChatCompletion") for name in schemas)


def test_nothing_needs_pydantic() -> None:
    program = """
import sys
sys.modules["pydantic"] = sys.modules["pydantic_core"] = None
from aigpt.openai.types.chat import ChatCompletion
from aigpt.openai._models import wrapper_of
completion = wrapper_of(ChatCompletion)({"id": "c", "choices": [{"index": 0}]})
assert ChatCompletion(id="c", choices=[], created=1, model="m", object="chat.completion").to_json()
assert not hasattr(completion, "__pydantic_serializer__")
print(completion.model_dump_json(exclude_none=True))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ('{"id":"c","choices":[{"index":0}]}\n', "")
