"""What callers pass becomes JSON, queries and forms as openai makes them, or is refused with its place and a remedy."""

from __future__ import annotations

import io
import json
from array import array
from collections import OrderedDict, UserDict, deque
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel as PydanticModel
from pydantic import Field

from aigpt.openai._models import BaseModel as OurModel
from aigpt.openai._models import Field as OurField
from aigpt.openai._serialize import form_items, json_body, plain, query_items
from aigpt.openai._types import NOT_GIVEN, not_given, omit
from aigpt.openai.types.chat import ChatCompletion


class Color(str, Enum):  # noqa: UP042 (that is what users have)
    RED = "red"


class Level(IntEnum):
    HIGH = 3


class Plain(Enum):
    ONE = "one"


class Message(PydanticModel):
    role: str = "user"
    content: str
    when: datetime | None = None


class Aliased(PydanticModel):
    tool_call: str = Field(serialization_alias="toolCall")


class Ours(OurModel):
    schema_: dict[str, object] | None = OurField(alias="schema", default=None)
    name: str | None = None
    parsed: object | None = None


class Omit:
    """As in the real openai: told by its name."""


def test_a_plain_body_is_sent_as_it_is_without_a_copy() -> None:
    body = {"model": "m", "messages": [{"role": "user", "content": "é\u2028"}], "n": 2**70, "stop": None, "t": 0.5}
    assert plain(body) is body
    assert json.loads(json_body(body)) == body


texts = st.text('ab"\\\n\x00é\u2028😀', max_size=5)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts, inner, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(texts, json_values, max_size=5))
def test_json_is_what_the_standard_library_makes_of_it(body: dict[str, Any]) -> None:
    assert json.loads(json_body(body)) == json.loads(json.dumps(body))


@pytest.mark.parametrize("left_out", [omit, not_given, NOT_GIVEN, Omit()])
def test_what_is_not_given_is_left_out_of_dicts_at_any_depth(left_out: object) -> None:
    body = {"model": "m", "user": left_out, "tools": [{"function": {"name": "f", "strict": left_out}}]}
    assert plain(body) == {"model": "m", "tools": [{"function": {"name": "f"}}]}
    assert body["user"] is left_out  # the caller's own is not changed


@pytest.mark.parametrize("body", [omit, {"stop": ["a", omit]}])
def test_what_is_not_given_is_refused_where_it_cannot_be_left_out(body: object) -> None:
    with pytest.raises(TypeError, match="not given"):
        plain(body)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ((1, "a"), [1, "a"]),
        ((word for word in ("a", "b")), ["a", "b"]),
        (range(3), [0, 1, 2]),
        (deque(["a"]), ["a"]),
        ({"a": 1}.keys(), ["a"]),
        (array("i", [1, 2]), [1, 2]),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (np.float32(0.5), 0.5),
        (np.float64(0.25), 0.25),
        (OrderedDict(a=1), {"a": 1}),
        (UserDict({"a": (1,)}), {"a": [1]}),
        (Color.RED, "red"),
        (Level.HIGH, 3),
        (datetime(2026, 1, 2, 3, tzinfo=UTC), "2026-01-02T03:00:00+00:00"),
        (date(2026, 1, 2), "2026-01-02"),
        (
            {50256: -100, True: 1, None: 2, 1.5: 3, Color.RED: 4},
            {"50256": -100, "true": 1, "null": 2, "1.5": 3, "red": 4},
        ),
        ([[1, (2,)], {"a": [{"b": ()}]}], [[1, [2]], {"a": [{"b": []}]}]),
    ],
)
def test_what_json_can_say_is_said(value: object, sent: object) -> None:
    assert json.loads(json_body({"value": value})) == {"value": sent}


class TestModels:
    def test_ours_go_as_the_server_sent_them(self) -> None:
        answer = {
            "id": "1",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": None, "reasoning": "x"}}],
        }
        message = ChatCompletion.construct(**answer).choices[0].message
        assert plain({"messages": [message]}) == {
            "messages": [{"role": "assistant", "content": None, "reasoning": "x"}]
        }

    def test_ours_go_by_the_names_of_the_wire(self) -> None:
        assert plain({"format": Ours.construct(schema={"a": 1})}) == {"format": {"schema": {"a": 1}}}

    def test_what_they_exclude_from_requests_stays_here(self) -> None:
        model = Ours.construct(name="n", parsed=object())
        type(model).__api_exclude__ = {"parsed"}  # type: ignore[attr-defined]
        try:
            assert plain(model) == {"name": "n"}
        finally:
            del type(model).__api_exclude__  # type: ignore[attr-defined]

    def test_ours_never_send_nan_as_null(self) -> None:
        with pytest.raises(ValueError, match=r"^a\.name cannot be sent: .*NaN"):
            json_body({"a": Ours.construct(name=float("nan"))})

    def test_pydantics_go_with_the_fields_that_are_set(self) -> None:
        sent = plain(
            {"messages": [Message(content="hi", when=datetime(2026, 1, 2, tzinfo=UTC)), Message(content="ho")]}
        )
        assert sent == {"messages": [{"content": "hi", "when": "2026-01-02T00:00:00Z"}, {"content": "ho"}]}

    def test_pydantics_go_by_pythons_names_unless_aliases_are_asked_for(self) -> None:
        assert plain({"a": Aliased(tool_call="x")}) == {"a": {"tool_call": "x"}}
        assert plain({"a": Aliased(tool_call="x")}, by_alias=True) == {"a": {"toolCall": "x"}}


@pytest.mark.parametrize(
    ("value", "kind", "remedy"),
    [
        (b"secret", TypeError, "base64"),
        (bytearray(b"secret"), TypeError, "base64"),
        (memoryview(b"secret"), TypeError, "base64"),
        ({"secret"}, TypeError, "give a list"),
        (frozenset({"secret"}), TypeError, "give a list"),
        (float("nan"), ValueError, "NaN"),
        (float("inf"), ValueError, "NaN"),
        (np.float32("nan"), ValueError, "NaN"),
        (Message, TypeError, "class"),
        (Color, TypeError, "class"),
        (Plain.ONE, TypeError, r"\.value"),
        (Decimal("1.5"), TypeError, "decimal.Decimal"),
        (io.BytesIO(b"secret"), TypeError, "file"),
        (Path("/secret"), TypeError, "file"),
        (object(), TypeError, "no object"),
        ({(1, 2): "x"}, TypeError, "tuple"),
        ("half \ud800 secret", ValueError, "surrogate"),
    ],
)
def test_what_json_cannot_say_is_refused_by_its_place_and_never_quoted(
    value: object, kind: type[Exception], remedy: str
) -> None:
    body = {"messages": [{"content": "x"}, {"content": [{"odd key": {"url": value}}]}]}
    with pytest.raises(
        kind, match=r"^messages\[1\]\.content\[0\]\['odd key'\]\.url cannot be sent: .*" + remedy
    ) as error:
        json_body(body)
    assert "secret" not in str(error.value)
    assert error.value.__context__ is None or error.value.__suppress_context__


def test_a_coroutine_has_to_be_awaited() -> None:
    async def content() -> str:
        return ""

    coroutine = content()
    with pytest.raises(TypeError, match="awaited"):
        json_body({"content": coroutine})
    coroutine.close()


def test_values_that_contain_themselves_are_refused() -> None:
    body: dict[str, Any] = {}
    body["self"] = body
    with pytest.raises(ValueError, match="contains itself"):
        json_body(body)
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="too deep"):
        json_body(deep)


def test_a_generator_that_fails_fails_as_itself() -> None:
    def lines() -> Iterator[str]:
        yield "a"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        json_body({"input": lines()})


PARAMS: dict[str, Any] = {
    "limit": 20,
    "after": None,
    "flag": True,
    "other": False,
    "ratio": 1.0,
    "include": ["a", None, "b", ["c"]],
    "metadata": {"a": {"b": 1}, "list": [{"x": 1, "y": None}, {"x": 2}]},
    "empty": "",
    "nothing": [],
    "tuple": (1, 2),
}


def test_queries_have_brackets() -> None:
    assert query_items(PARAMS) == [
        ("limit", "20"),
        ("flag", "true"),
        ("other", "false"),
        ("ratio", "1.0"),
        ("include[]", "a"),
        ("include[]", "b"),
        ("include[][]", "c"),
        ("metadata[a][b]", "1"),
        ("metadata[list][][x]", "1"),
        ("metadata[list][][x]", "2"),
        ("empty", ""),
        ("tuple[]", "1"),
        ("tuple[]", "2"),
    ]


def test_queries_take_what_bodies_take() -> None:
    assert query_items({"since": date(2026, 1, 2), "level": Color.RED, "skip": omit}) == [
        ("since", "2026-01-02"),
        ("level", "red"),
    ]
    with pytest.raises(ValueError, match=r"^ratio cannot be sent"):
        query_items({"ratio": float("nan")})


def test_fields_of_one_name_follow_each_other_in_forms() -> None:
    rows = {"rows": [{"x": 1, "y": ""}, {"x": 2, "y": 4}], "last": "z"}
    assert form_items(rows) == [
        ("rows[][x]", "1"),
        ("rows[][x]", "2"),
        ("rows[][y]", ""),
        ("rows[][y]", "4"),
        ("last", "z"),
    ]


class TestAgainstOpenAI:
    """The pinned openai makes the same of it."""

    @pytest.fixture(autouse=True)
    def _openai(self) -> None:
        pytest.importorskip("openai._models", reason="the pinned openai is not installed")

    def test_queries(self) -> None:
        from openai._qs import Querystring  # noqa: PLC0415 (where it is installed)

        assert query_items(PARAMS) == Querystring(array_format="brackets").stringify_items(PARAMS)

    def test_forms(self) -> None:
        from openai import OpenAI  # noqa: PLC0415 (likewise)

        theirs = OpenAI(api_key="k")._serialize_multipartform(PARAMS)
        pairs = [
            (name, one) for name, value in theirs.items() for one in (value if isinstance(value, list) else [value])
        ]
        assert form_items(PARAMS) == pairs

    def test_bodies(self) -> None:
        from openai._models import construct_type  # noqa: PLC0415 (likewise)
        from openai._utils import transform  # noqa: PLC0415 (likewise)
        from openai._utils._json import openapi_dumps  # noqa: PLC0415 (likewise)
        from openai.types.chat import ChatCompletion as Theirs  # noqa: PLC0415 (likewise)
        from openai.types.chat.completion_create_params import (  # noqa: PLC0415 (likewise)
            CompletionCreateParamsNonStreaming as Params,
        )

        choice = {"index": 0, "message": {"role": "assistant", "content": None, "x": 1}, "finish_reason": "stop"}
        answer = {"id": "1", "choices": [choice]}
        their_message = construct_type(type_=Theirs, value=json.loads(json.dumps(answer))).choices[0].message
        our_message = ChatCompletion.construct(**answer).choices[0].message
        for message in (Message(content="hi"), Aliased(tool_call="x"), their_message, our_message):
            body = {"messages": [{"role": "user", "content": "a"}, message], "logit_bias": {1: 2}, "stop": ["x"]}
            given = their_message if message is our_message else message
            theirs = openapi_dumps(transform({**body, "messages": [body["messages"][0], given]}, Params))  # type: ignore[index]
            assert json.loads(json_body(body)) == json.loads(theirs)

    def test_its_sentinels_are_not_sent(self) -> None:
        from openai import NOT_GIVEN as THEIR_NOT_GIVEN  # noqa: PLC0415 (likewise)
        from openai import omit as their_omit  # noqa: PLC0415 (likewise)

        assert plain({"a": THEIR_NOT_GIVEN, "b": {"c": their_omit}}) == {"b": {}}

    def test_its_models_go_by_the_names_of_the_wire(self) -> None:
        """Where openai itself sends `schema_`."""
        from openai.types.shared import ResponseFormatJSONSchema  # noqa: PLC0415 (likewise)

        given = {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}}
        assert plain({"f": ResponseFormatJSONSchema.model_validate(given)}) == {"f": given}
