"""Tools made of pydantic models, and the strict schemas they hold: those of openai, byte for byte."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import json
from importlib import import_module
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from aigpt import openai
from aigpt.openai._strict_schema import strict_schema
from aigpt.testing import ScriptedServer


def original() -> Any:
    """Return openai, which takes a second to import: processes that run other tests do without."""
    return import_module("openai")


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Inner(BaseModel):
    """What is inside."""

    number: int = 3
    colour: Colour = Colour.RED
    other: Colour | None = Field(None, description="another one")


class Node(BaseModel):
    value: str
    next: Node | None = None
    children: list[Node] = []


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]
    barks: bool | None = None


class Everything(BaseModel):
    inner: Inner = Field(description="described")
    same: Inner
    titled: Annotated[Inner, Field(title="A title")]
    colour: Colour = Field(description="described")
    numbers: dict[str, int] = {}
    inners: dict[str, Inner] = {}
    pet: Cat | Dog = Field(discriminator="kind")
    any_of: int | Inner | None = None
    many: list[Inner] = Field(default_factory=list, description="many")
    pair: tuple[int, str] = (1, "a")
    when: dt.datetime
    price: decimal.Decimal = decimal.Decimal(1)
    node: Node


class Nothing(BaseModel):
    pass


MODELS = pytest.mark.parametrize("model", [Inner, Node, Everything, Nothing, Dog])


@MODELS
def test_schemas_are_those_of_openai(model: type[BaseModel]) -> None:
    """In the same order, which models write their answers in."""
    before = json.dumps(model.model_json_schema())
    schema = model.model_json_schema()
    assert json.dumps(strict_schema(schema)) == json.dumps(original().lib._pydantic.to_strict_json_schema(model))
    assert json.dumps(schema) == before


@MODELS
@pytest.mark.parametrize("options", [{}, {"name": "a_name"}, {"description": "what it does"}, {"description": ""}])
def test_tools_are_those_of_openai(model: Any, options: dict[str, Any]) -> None:
    assert openai.pydantic_function_tool(model, **options) == original().pydantic_function_tool(model, **options)
    ours = openai.pydantic_responses_function_tool(model, **options)
    assert ours == original().pydantic_responses_function_tool(model, **options)
    ours = openai.pydantic_responses_function_tool(model, **options, defer_loading=True)
    assert ours == original().pydantic_responses_function_tool(model, **options, defer_loading=True)


def test_a_tool_knows_its_model() -> None:
    tool: Any = openai.pydantic_function_tool(Inner)
    assert tool["function"].model is Inner
    tool = openai.pydantic_responses_function_tool(Inner)
    assert tool.model is Inner


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [{"type": "object", "properties": {"a": {"default": None}}}], "title": "T"},
        {"allOf": [{"type": "object"}, {"type": "string", "default": None}]},
        {"type": "object", "additionalProperties": {"type": "integer"}},
        {"type": "array", "items": True},
        {"definitions": {"A": {"type": "object"}}, "$ref": "#/definitions/A", "title": "T"},
    ],
)
def test_schemas_of_another_origin_are_those_of_openai_too(schema: dict[str, Any]) -> None:
    theirs = json.loads(json.dumps(schema))
    theirs = original().lib._pydantic._ensure_strict_json_schema(theirs, path=(), root=theirs)
    assert strict_schema(schema) == theirs


def test_a_recursive_model_may_be_described() -> None:
    """Which openai unrolls without end."""
    described = {"$ref": "#/$defs/Tree", "description": "below"}
    schema = strict_schema(
        {"$defs": {"Tree": {"type": "object", "properties": {"child": described}}}, "$ref": "#/$defs/Tree"}
    )
    child = schema["$defs"]["Tree"]["properties"]["child"]
    assert child["description"] == "below"
    assert child["properties"] == {"child": {"$ref": "#/$defs/Tree"}}
    assert child["required"] == ["child"]


def test_a_reference_has_to_lead_somewhere() -> None:
    for reference in ("#/$defs/Nothing", "https://example.com/schema", "#/$defs/A/b/c"):
        with pytest.raises(ValueError, match="the schema has nothing at"):
            strict_schema({"$defs": {"A": {}}, "properties": {"a": {"$ref": reference, "title": "T"}}})


@pytest.mark.parametrize("model", [dict, 3, None, "Inner", Inner(number=1)])
def test_a_tool_is_made_of_a_model(model: Any) -> None:
    for make in (openai.pydantic_function_tool, openai.pydantic_responses_function_tool):
        with pytest.raises(TypeError, match="a tool is made of a class of pydantic's BaseModel"):
            make(model)


async def test_a_tool_is_sent_as_json(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("chat/completions", json={"id": "x", "choices": []})
    tool = openai.pydantic_function_tool(Everything)
    async with openai.AsyncOpenAI(api_key="k", base_url=igpt_server.url) as client:
        await client.chat.completions.create(model="m", messages=[], tools=[tool])
    assert igpt_server.calls[0].json["tools"] == [original().pydantic_function_tool(Everything)]
