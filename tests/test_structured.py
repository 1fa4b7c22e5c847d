"""Types as output formats: what is asked for, what is made of the answer, and what is said of one that does not fit."""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from types import MappingProxyType
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypedDict, TypeVar

import msgspec
import pydantic
import pytest
from typing_extensions import TypeAliasType

from aigpt import APIResponseValidationError, AskReply, BadRequestError, RunReply, fan_out
from aigpt._igpt.output_format import OutputFormat, output_format_of
from aigpt._structured.decoding import output_type
from aigpt._structured.schemas import strict_schema
from aigpt.testing import SampleServer, ScriptedServer, run_events

T = TypeVar("T")

# The same thing, four times over.


@dataclass
class Item:
    task: str
    due: date | None = None


@dataclass
class ActionItems:
    items: list[Item]


class ItemDict(TypedDict):
    task: str
    due: NotRequired[date | None]


class ActionDict(TypedDict):
    items: list[ItemDict]


class ItemStruct(msgspec.Struct):
    task: str
    due: date | None = None


class ActionStruct(msgspec.Struct):
    items: list[ItemStruct]


class ItemModel(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(strict=True)

    task: str
    due: date | None = None


class ActionModel(pydantic.BaseModel):
    items: list[ItemModel]


KINDS: dict[str, Any] = {
    "dataclass": ActionItems,
    "TypedDict": ActionDict,
    "Struct": ActionStruct,
    "pydantic": ActionModel,
}
OUTPUT = {"items": [{"task": "Call Ada", "due": "2026-03-01"}, {"task": "Rest", "due": None}]}
DUE = date(2026, 3, 1)
INSTANCES: dict[str, Any] = {
    "dataclass": ActionItems([Item("Call Ada", DUE), Item("Rest")]),
    "TypedDict": {"items": [{"task": "Call Ada", "due": DUE}, {"task": "Rest", "due": None}]},
    "Struct": ActionStruct([ItemStruct("Call Ada", DUE), ItemStruct("Rest")]),
    "pydantic": ActionModel(items=[ItemModel(task="Call Ada", due=DUE), ItemModel(task="Rest")]),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


def wire(form: Any) -> dict[str, Any]:
    shape = output_format_of(form)
    assert isinstance(shape, OutputFormat), shape
    return shape.wire


def bare(schema: Any) -> Any:
    """Return *schema* without the titles, of which each library makes its own."""
    if isinstance(schema, dict):
        return {name: bare(value) for name, value in schema.items() if name != "title" or not isinstance(value, str)}
    return [bare(part) for part in schema] if isinstance(schema, list) else schema


# ── what is asked for ───────────────────────────────────────────────────────────────────────────────────────────

ITEM_SCHEMA = {
    "type": "object",
    "properties": {
        "task": {"type": "string"},
        "due": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
    },
    "required": ["task", "due"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {"items": {"type": "array", "items": ITEM_SCHEMA}},
    "required": ["items"],
    "additionalProperties": False,
}


@each_kind
def test_the_same_is_asked_for_whatever_the_type_is_made_with(kind: str) -> None:
    asked = wire(KINDS[kind])
    assert {**asked, "schema": None, "name": None} == {
        "type": "json_schema",
        "name": None,
        "strict": True,
        "schema": None,
    }
    assert asked["name"] == KINDS[kind].__name__
    assert json.dumps(bare(asked["schema"]), sort_keys=True) == json.dumps(SCHEMA, sort_keys=True)
    assert list(asked["schema"]["properties"]["items"]["items"]["properties"]) == ["task", "due"]


class Kind(Enum):
    MAIL = "mail"
    NOTE = "note"


class Odd(TypedDict):
    """Its names are those of JSON Schema itself."""

    properties: dict[str, int]
    default: Literal["x"]
    enum: Kind
    required: NotRequired[Literal["a"] | None]
    items: int


def test_names_that_are_keywords_are_names_and_choices_say_their_type() -> None:
    schema = bare(wire(Odd)["schema"])
    assert schema["properties"] == {
        "properties": {"type": "object", "additionalProperties": {"type": "integer"}},
        "default": {"type": "string", "enum": ["x"]},
        "enum": {"type": "string", "enum": ["mail", "note"]},
        "required": {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]},
        "items": {"type": "integer"},
    }
    assert schema["required"] == ["properties", "default", "enum", "required", "items"]


@pytest.mark.parametrize(
    ("schema", "strict"),
    [
        ({"enum": [None, "a", "b"]}, {"type": ["null", "string"], "enum": [None, "a", "b"]}),
        ({"const": 1}, {"type": "integer", "enum": [1]}),
        ({"enum": [True, 1]}, {"type": ["boolean", "integer"], "enum": [True, 1]}),
        ({"enum": [{"a": 1}]}, {"enum": [{"a": 1}]}),
        ({"items": True, "default": []}, {"items": True}),
        ({"$ref": "#/$defs/A", "description": "d", "$defs": {"A": {"type": "string"}}}, None),
        ({"$ref": "#/elsewhere"}, {"$ref": "#/elsewhere"}),
    ],
)
def test_the_smaller_rules(schema: dict[str, Any], strict: dict[str, Any] | None) -> None:
    assert strict_schema(schema) == (strict or {"type": "string", "description": "d"})


class Node(msgspec.Struct):
    name: str
    below: "list[Node]" = []


class NodeModel(pydantic.BaseModel):
    name: str
    below: "list[NodeModel]" = []


def json_schema() -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (it takes seconds, and other tests need it not)

    return Draft202012Validator


@pytest.mark.parametrize("form", [Node, NodeModel, list[Node], list[NodeModel]])
def test_a_type_that_holds_itself_keeps_its_reference(form: Any) -> None:
    schema = wire(form)["schema"]
    json_schema().check_schema(schema)
    (inner,) = schema["$defs"].values()
    assert inner["additionalProperties"] is False
    assert inner["required"] == ["name", "below"]
    tree = {"name": "a", "below": [{"name": "b", "below": []}]}
    validator = json_schema()(schema)
    lists = schema["type"] == "array"
    assert validator.is_valid([tree] if lists else tree)
    del tree["below"][0]["below"]  # type: ignore[attr-defined]  (it is a list)
    assert not validator.is_valid([tree] if lists else tree)


def test_references_that_multiply_without_end_are_kept() -> None:
    defs: dict[str, Any] = {
        f"L{n}": {"type": "object", "properties": {side: {"$ref": f"#/$defs/L{n + 1}"} for side in "ab"}}
        for n in range(40)
    }
    schema = strict_schema({"$ref": "#/$defs/L0", "$defs": {**defs, "L40": {"type": "string"}}})
    assert len(json.dumps(schema)) < 1_000_000
    json_schema().check_schema(schema)


class Box(msgspec.Struct, Generic[T]):
    inside: T


@dataclass
class WithModel:
    model: ItemModel


@pydantic.dataclasses.dataclass
class Checked:
    amount: Annotated[int, pydantic.Field(ge=1)]


class Point(NamedTuple):
    x: int
    y: int


class Unhashable:
    __hash__ = None  # type: ignore[assignment]  (that is the point)


MORE_FORMS: list[tuple[Any, str, Any, Any]] = [
    (list[Item], "list_Item", [{"task": "a", "due": None}], [Item("a")]),
    (list[ItemModel], "list_ItemModel", [{"task": "a", "due": None}], [ItemModel(task="a")]),
    (Box[int], "Box_int", {"inside": 1}, Box(1)),
    (Box[ItemStruct], "Box_ItemStruct", {"inside": {"task": "a", "due": None}}, Box(ItemStruct("a"))),
    (Item | None, "UnionType_Item_NoneType", None, None),
    (WithModel, "WithModel", {"model": {"task": "a", "due": "2026-03-01"}}, WithModel(ItemModel(task="a", due=DUE))),
    (Checked, "Checked", {"amount": 1}, Checked(1)),
    (Annotated[Item, Unhashable()], "Annotated_Item_Unhashable", {"task": "a", "due": None}, Item("a")),
    (TypeAliasType("Items", list[ItemModel]), "Items", [{"task": "a"}], [ItemModel(task="a")]),
    (NewType("Todo", ItemModel), "Todo", {"task": "a"}, ItemModel(task="a")),
    (NewType("Todo", Item), "Todo", {"task": "a"}, Item("a")),
    (Point, "Point", [1, 2], Point(1, 2)),
    (dict[str, int], "dict_str_int", {"a": 1}, {"a": 1}),
    (dict[int, Item], "dict_int_Item", {"1": {"task": "a"}}, {1: Item("a")}),
    (Literal["yes", "no"], "Literal_str_str", "yes", "yes"),
    (bool, "bool", True, True),
    (str, "str", "true", "true"),
]


@pytest.mark.parametrize(("form", "name", "output", "instance"), MORE_FORMS, ids=lambda value: str(value)[:30])
def test_what_else_may_be_asked_for(form: Any, name: str, output: Any, instance: Any) -> None:
    shape = output_format_of(form)
    assert isinstance(shape, OutputFormat), shape
    assert shape.wire["name"] == name
    json_schema().check_schema(shape.wire["schema"])
    assert shape.read({"output": output}) == (instance, None)


@pytest.mark.parametrize(
    "form", ["json", {"schema": {}}, MappingProxyType({"schema": {}}), ["json"], 5, True, 1.5], ids=str
)
def test_what_the_wire_takes_is_no_type(form: Any) -> None:
    assert output_format_of(form) is None


# ── what cannot be asked for ────────────────────────────────────────────────────────────────────────────────────


class Plain:
    pass


@dataclass
class Unresolved:
    there: "Nowhere"  # type: ignore[name-defined]  # noqa: F821 (that is the point)


@dataclass
class WithCall:
    act: Callable[[], None]


REFUSED: list[tuple[Any, str]] = [
    (Plain, "output_format=Plain (type <class"),
    (Unresolved, "output_format=Unresolved (name 'Nowhere' is not defined)"),
    (complex, "output_format=complex (type <class"),
    (WithCall, "output_format=WithCall (type <class 'collections.abc.Callable'>"),
    (Item("a secret"), "output_format=Item (TypeError)"),
    (ItemModel(task="a secret"), "output_format=ItemModel (Pydantic"),
    (list[Plain], "output_format=list[Plain] (type <class"),
    (Box[ItemModel], "output_format=Box[ItemModel] (Unable to generate"),
    (object(), "output_format=object (TypeError)"),
]


@pytest.mark.parametrize(("form", "words"), REFUSED, ids=[words for _, words in REFUSED])
async def test_what_no_schema_can_be_made_of_is_not_sent(igpt_server: ScriptedServer, form: Any, words: str) -> None:
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.run(input="?", output_format=form)
        assert reply == {"error": "params"}
        assert isinstance(reply.exception, BadRequestError)
        assert words in str(reply.exception)
        assert "the type, not an instance" in str(reply.exception)
        assert "secret" not in str(reply.exception)
        assert [chunk async for chunk in igpt.recall.ask(input="?", output_format=form, stream=True)] == [reply]
        with pytest.raises(BadRequestError, match="no JSON Schema can be made"):
            await igpt.recall.run(input="?", output_format=form, raise_errors=True)
    assert igpt_server.calls == []


class Shift(msgspec.Struct, tag="shift"):
    begins: time
    naive: Annotated[datetime, msgspec.Meta(tz=False)]
    then: "Shift | None" = None


class Pause(msgspec.Struct, tag="pause"):
    moments: list[datetime]


class Span(NamedTuple):
    first: datetime
    days: int


@dataclass
class Roster:
    made: datetime
    either: Shift | Pause | None
    at: datetime | int | list[time] | None
    by_day: dict[str, Annotated[datetime, msgspec.Meta(description="when")]]
    span: Span
    pair: tuple[time, str]


def test_a_moment_and_a_time_say_their_format() -> None:
    """Msgspec leaves it out where a time zone may be there or not, and then no server can know what is asked for."""
    moment, clock = {"type": "string", "format": "date-time"}, {"type": "string", "format": "time"}
    found = output_type(Roster).schema["properties"]
    null, classes = sorted(found["either"]["anyOf"], key=len)
    shift, pause = sorted(classes["anyOf"], key=lambda kind: kind["title"], reverse=True)
    assert found["made"] == found["span"]["prefixItems"][0] == pause["properties"]["moments"]["items"] == moment
    assert found["pair"]["prefixItems"] == [clock, {"type": "string"}]
    assert found["by_day"]["additionalProperties"] == {**moment, "description": "when"}
    assert all(kind in found["at"]["anyOf"] for kind in (moment, {"type": "array", "items": clock}, null))
    assert shift["properties"]["begins"] == clock
    assert shift["properties"]["naive"] == {"type": "string"}  # the format would want a time zone
    assert output_type(datetime).schema == moment


def test_a_type_that_could_not_be_resolved_is_looked_at_again() -> None:
    assert not isinstance(output_format_of(Unresolved), OutputFormat)
    globals()["Nowhere"] = int
    try:
        assert isinstance(output_format_of(Unresolved), OutputFormat)
    finally:
        del globals()["Nowhere"]


def test_the_schema_of_a_type_is_made_once() -> None:
    first, second = output_format_of(list[Item]), output_format_of(list[Item])
    assert isinstance(first, OutputFormat)
    assert isinstance(second, OutputFormat)
    assert first.wire["schema"] is second.wire["schema"]


# ── what is made of the answer ──────────────────────────────────────────────────────────────────────────────────


@each_kind
@pytest.mark.parametrize("as_text", [False, True], ids=["JSON", "JSON in a text"])
async def test_the_answer_is_an_instance_and_stays_as_it_came(
    igpt_server: ScriptedServer, kind: str, *, as_text: bool
) -> None:
    answer = {"id": "a", "output": json.dumps(OUTPUT) if as_text else OUTPUT, "usage": {"total_tokens": 3}}
    igpt_server.reply("*", json=answer)
    async with igpt_server.client() as igpt:
        run: RunReply[Any] = await igpt.recall.run(input="?", output_format=KINDS[kind])
        ask: AskReply[Any] = await igpt.with_options(timeout=5).recall.ask(input="?", output_format=KINDS[kind])
    for reply in (run, ask):
        assert reply.raise_for_error() == answer
        assert reply.parsed == reply.output == INSTANCES[kind]
        assert type(reply.parsed) is type(INSTANCES[kind])
        assert (reply.body, reply.received, reply.usage) == (None, None, {"total_tokens": 3})
        assert pickle.loads(pickle.dumps(reply)).parsed == INSTANCES[kind]  # noqa: S301 (our own)
    assert [call.json["output_format"] for call in igpt_server.calls] == [wire(KINDS[kind])] * 2


async def test_without_a_type_nothing_is_parsed(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("*", json={"output": OUTPUT})
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.run(input="?", output_format={"schema": {}})
    assert (reply.parsed, reply.output, reply["output"]) == (None, OUTPUT, OUTPUT)
    assert igpt_server.calls[0].json["output_format"] == {"schema": {}}


@each_kind
def test_the_blocking_client_does_too(igpt_server: ScriptedServer, kind: str) -> None:
    igpt_server.reply("recall/run", json={"output": OUTPUT})
    igpt_server.stream("recall/ask", [{"id": "a"}, {"output": OUTPUT}])
    with igpt_server.blocking_client() as igpt:
        assert igpt.recall.run(input="?", output_format=KINDS[kind]).parsed == INSTANCES[kind]
        with igpt.recall.ask(input="?", output_format=KINDS[kind], stream=True) as stream:
            assert stream.final().parsed == INSTANCES[kind]


@each_kind
async def test_a_fan_out_does_too(igpt_server: ScriptedServer, kind: str) -> None:
    igpt_server.reply("recall/run", json={"output": OUTPUT}, times=2)
    igpt_server.reply("recall/run", json={"output": "nothing", "usage": {"total_tokens": 7}})
    async with igpt_server.client() as igpt:
        common = {"output_format": KINDS[kind]}
        async with fan_out(igpt.recall.run, ["a", "b", "c"], common=common, concurrency=1) as outcomes:
            found = [outcome.reply async for outcome in outcomes]
    good = [reply for reply in found if reply is not None and reply.ok]
    assert [reply.parsed for reply in good] == [INSTANCES[kind]] * 2
    assert outcomes.summary.errors == {"invalid_output": 1}


@each_kind
async def test_a_stream_does_too(igpt_server: ScriptedServer, kind: str) -> None:
    igpt_server.stream("recall/run", run_events(json.dumps(OUTPUT), output=OUTPUT))
    igpt_server.stream("recall/ask", [{"id": "a"}, {"output": '{"items":'}, {"output": " []}"}])
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", output_format=KINDS[kind], stream=True)
        reply: RunReply[Any] = await stream.final()
        assert reply.parsed == stream.reply.parsed == INSTANCES[kind]
        assert (reply["output"], stream.error, stream.complete) == (OUTPUT, None, True)
        asked = igpt.recall.ask(input="?", output_format=KINDS[kind], stream=True)
        assert msgspec.to_builtins((await asked.final()).raise_for_error()["output"]) == '{"items": []}'
        assert asked.reply.parsed is not None


# ── what does not fit ───────────────────────────────────────────────────────────────────────────────────────────

SECRET = "Ada's salary is 90,000"
MISFITS: dict[str, tuple[Any, str]] = {
    "a text for a day": ({"items": [{"task": "a"}, {"task": "b"}, {"task": "c", "due": SECRET}]}, "$.items[2].due"),
    "a number for a text": ({"items": [{"task": 90_000}]}, "$.items[0].task"),
    "something missing": ({"items": [{"due": None}]}, "$.items[0]"),
    "a text for a list": ({"items": SECRET}, "$.items"),
    "a text for all": (SECRET, "$"),
    "another JSON in a text": (json.dumps({"items": [SECRET]}), "$.items[0]"),
    "a list for all": ([SECRET], "$"),
    "null": (None, "$"),
}


@each_kind
@pytest.mark.parametrize("case", MISFITS)
async def test_a_misfit_is_a_failure_that_says_where_and_keeps_the_answer(
    igpt_server: ScriptedServer, kind: str, case: str
) -> None:
    output, path = MISFITS[case]
    answer = {"id": "a", "output": output, "usage": {"total_tokens": 3}, "metadata": {"sources": [{"id": "s"}]}}
    igpt_server.reply("recall/run", json=answer)
    async with igpt_server.client() as igpt:
        reply: RunReply[Any] = await igpt.recall.run(input="?", output_format=KINDS[kind])
        with pytest.raises(APIResponseValidationError):
            await igpt.recall.run(input="?", output_format=KINDS[kind], raise_errors=True)
    assert reply == {"error": "invalid_output"}
    assert isinstance(reply.exception, APIResponseValidationError)
    said = str(reply.exception)
    assert said.startswith(f"the output does not fit {KINDS[kind].__name__}: ")
    assert said.endswith((f" at {path}", f" at {path}.task"))  # one names the object, the other what it lacks
    assert not any(part in said for part in ("Ada", "90"))
    assert json.loads(reply.body or b"") == reply.received == answer
    assert (reply.parsed, reply.output, reply.status, reply.retries) == (None, None, 200, 0)
    assert (reply.id, reply.usage, reply.sources) == ("a", {"total_tokens": 3}, [{"id": "s"}])
    assert len(igpt_server.calls) == 2
    assert pickle.loads(pickle.dumps(reply)).received == answer  # noqa: S301 (our own)


async def test_an_answer_that_is_no_object_does_not_fit(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=[OUTPUT])
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.ask(input="?", output_format=ActionItems)
    assert reply == {"error": "invalid_output"}
    assert (reply.received, reply.usage) == ([OUTPUT], {})


async def test_other_failures_are_what_they_were(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/run", json={"error": "auth"}, times=1)
    igpt_server.reply("recall/run", json=OUTPUT, status=404)
    async with igpt_server.client() as igpt:
        for code in ("auth", "client_error"):
            reply = await igpt.recall.run(input="?", output_format=ActionItems)
            assert (reply.error, reply.parsed, reply.received) == (code, None, None)


@dataclass
class Careful:
    word: str
    kind: Kind = Kind.MAIL
    counts: dict[str, int] = field(default_factory=dict[str, int])

    def __post_init__(self) -> None:
        if self.word == "break":
            raise KeyError(self.word)
        if self.word != "please":
            raise ValueError(f"Expected `please`, not {self.word}")


class CarefulModel(pydantic.BaseModel):
    word: str
    kind: Kind = Kind.MAIL
    counts: dict[str, int] = {}

    @pydantic.field_validator("word")
    @classmethod
    def check(cls, word: str) -> str:
        if word == "break":
            raise KeyError(word)
        if word != "please":
            raise ValueError(f"not {word}")
        return word


@pytest.mark.parametrize("form", [Careful, CarefulModel])
@pytest.mark.parametrize(
    ("output", "path"),
    [
        ({"word": SECRET}, "$"),
        ({"word": "break"}, "the type's own code"),
        ({"word": "please", "kind": SECRET}, "$.kind"),
        ({"word": "please", "counts": {SECRET: "x"}}, "$.counts[...]"),
    ],
)
def test_neither_values_nor_keys_nor_the_words_of_the_types_author_are_told(form: Any, output: Any, path: str) -> None:
    shape = output_format_of(form)
    assert isinstance(shape, OutputFormat)
    parsed, failure = shape.read({"output": output})
    assert (parsed, failure and failure.code, failure and failure.cause) == (None, "invalid_output", None)
    assert failure is not None
    assert failure.message.endswith((path, f"{path}.word"))
    assert not any(word in failure.message for word in ("Ada", "90", "break", "please"))


class Cat(pydantic.BaseModel):
    lives: int


class Owner(pydantic.BaseModel):
    pet: Cat | list[Cat]


def test_the_members_of_a_union_are_no_part_of_the_path() -> None:
    shape = output_format_of(Owner)
    assert isinstance(shape, OutputFormat)
    _, failure = shape.read({"output": {"pet": {"lives": "x"}}})
    assert failure is not None
    assert failure.message == "the output does not fit Owner: int_parsing at $.pet.lives"


def test_half_a_surrogate_pair_is_read_all_the_same() -> None:
    output = {"items": [{"task": "\ud83d", "due": None}]}
    for form in (ActionItems, ActionModel):
        shape = output_format_of(form)
        assert isinstance(shape, OutputFormat)
        parsed, failure = shape.read({"output": output})
        assert failure is not None or parsed.items[0].task == "\ud83d"


def test_an_answer_nested_without_end_is_a_misfit() -> None:
    output: Any = []
    for _ in range(5_000):
        output = [output]
    for form in (ActionItems, ActionModel, list[Any]):
        shape = output_format_of(form)
        assert isinstance(shape, OutputFormat)
        _, failure = shape.read({"output": {"items": output}})
        assert failure is not None


# ── what does not fit, in a stream ──────────────────────────────────────────────────────────────────────────────

BAD = {"items": [{"task": 5}]}
BAD_EVENTS = run_events(json.dumps(BAD), output=BAD)


@each_kind
async def test_a_stream_that_does_not_fit_ends_with_one_error_chunk(igpt_server: ScriptedServer, kind: str) -> None:
    igpt_server.stream("recall/run", BAD_EVENTS)
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", output_format=KINDS[kind], stream=True)
        chunks = [chunk async for chunk in stream]
    assert chunks == [*BAD_EVENTS, {"error": "invalid_output"}]
    assert (stream.error, stream.complete) == ("invalid_output", False)
    reply: RunReply[Any] = stream.reply
    assert reply == await stream.final() == {"error": "invalid_output"}
    assert str(reply.exception).endswith("at $.items[0].task")
    assert (reply.parsed, reply.status, reply.received["output"]) == (None, 200, BAD)
    assert json.loads(reply.body or b"") == reply.received
    assert len(igpt_server.calls) == 1


async def test_a_stream_that_does_not_fit_raises_where_errors_do(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", BAD_EVENTS)
    async with igpt_server.client(raise_errors=True) as igpt:
        stream = igpt.recall.run(input="?", output_format=ActionItems, stream=True)
        with pytest.raises(APIResponseValidationError, match=r"at \$\.items\[0\]\.task"):
            async for _ in stream.text():
                pass


async def test_leaving_after_the_last_event_says_so_and_raises_nothing(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", BAD_EVENTS)
    async with igpt_server.client(raise_errors=True) as igpt:
        async with igpt.recall.run(input="?", output_format=ActionItems, stream=True) as stream:
            async for chunk in stream:
                if chunk["type"] == "run.done":
                    break
        assert stream.error == stream.reply.error == "invalid_output"


# ── partial objects and events ──────────────────────────────────────────────────────────────────────────────────

DELTAS = ['{"items": [', '{"task": "Call', ' Ada", "due"', ': "2026-03-01"}', ', {"task": "Rest", "due": null}]}']
PARTIALS = [
    {"items": []},
    {"items": [{"task": "Call"}]},
    {"items": [{"task": "Call Ada"}]},
    {"items": [{"task": "Call Ada", "due": "2026-03-01"}]},
    OUTPUT,
]


@pytest.mark.parametrize("output", [OUTPUT, json.dumps(OUTPUT)], ids=["JSON", "JSON in a text"])
async def test_partial_objects_grow_to_the_whole(igpt_server: ScriptedServer, output: Any) -> None:
    igpt_server.stream("recall/run", run_events(*DELTAS, output=output))
    igpt_server.stream("recall/ask", [{"id": "a"}, *({"output": delta} for delta in DELTAS)])
    async with igpt_server.client() as igpt:
        for method in (igpt.recall.run, igpt.recall.ask):
            stream: Any = method(input="?", output_format=ActionItems, stream=True)
            assert [partial async for partial in stream.partial()] == PARTIALS
            assert (stream.error, stream.reply.parsed) == (None, INSTANCES["dataclass"])


def test_partial_objects_and_events_of_the_blocking_client(igpt_server: ScriptedServer) -> None:
    events = run_events(*DELTAS, output=OUTPUT)
    igpt_server.stream("recall/run", events)
    with igpt_server.blocking_client() as igpt:
        with igpt.recall.run(input="?", output_format=ActionItems, stream=True) as stream:
            assert list(stream.partial()) == PARTIALS
        assert stream.reply.parsed == INSTANCES["dataclass"]
        with igpt.recall.run(input="?", stream=True) as stream:
            assert list(stream.events()) == events


async def test_partial_objects_of_what_is_no_json_are_none(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", run_events("All ", "is well."))
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", stream=True)
        assert [partial async for partial in stream.partial()] == []
        assert stream.reply.output == "All is well."


@pytest.mark.parametrize("then", ["close", "reset", "truncate"])
async def test_partial_objects_of_a_broken_stream_end_where_it_broke(igpt_server: ScriptedServer, then: Any) -> None:
    igpt_server.stream("recall/run", run_events(*DELTAS)[:5], then=then)
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", output_format=ActionItems, stream=True)
        assert [partial async for partial in stream.partial()] in (PARTIALS[:2], PARTIALS[:1])
        assert (stream.error, stream.reply.parsed) == ("network_error", None)


async def test_partial_objects_of_a_misfit_end_with_what_came(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", BAD_EVENTS)
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", output_format=ActionItems, stream=True)
        assert [partial async for partial in stream.partial()] == [BAD]
        assert stream.error == "invalid_output"


async def test_events_are_all_objects_of_the_stream_and_no_error_chunk(igpt_server: ScriptedServer) -> None:
    unknown = {"type": "run.something.new", "seq": 1, "more": [1]}
    sent = [{"type": "run.start", "seq": 0, "id": "r", "timestamp": 0}, unknown, {"seq": 2, "error": "overloaded"}]
    igpt_server.stream("recall/run", [*sent[:2], 5, None, sent[2]])
    igpt_server.stream("recall/ask", [{"id": "a"}, 5, {"output": "."}])
    async with igpt_server.client() as igpt:
        stream = igpt.recall.run(input="?", stream=True)
        assert [event async for event in stream.events()] == sent[:2]
        assert stream.error == "overloaded"
        asked = igpt.recall.ask(input="?", stream=True)
        assert [chunk async for chunk in asked.events()] == [{"id": "a"}, {"output": "."}]


# ── over the embedded server ────────────────────────────────────────────────────────────────────────────────────


@each_kind
async def test_the_embedded_server_fills_each_kind(igpt_local: SampleServer, kind: str) -> None:
    async with igpt_local.client() as igpt:
        run: RunReply[Any] = await igpt.recall.run(input="What is due?", output_format=KINDS[kind])
        assert type(run.raise_for_error().parsed) is type(INSTANCES[kind])
        assert msgspec.convert(run["output"], ActionItems).items
        stream = igpt.recall.run(input="What is due?", output_format=KINDS[kind], stream=True)
        partials = [partial async for partial in stream.partial()]
        assert len(partials) >= 3
        assert partials[-1] == run["output"]
        assert stream.reply.parsed == run.parsed
        asked = igpt.recall.ask(input="What is due?", output_format=KINDS[kind], stream=True)
        assert [partial async for partial in asked.partial()] == [run["output"]]
        assert asked.reply.parsed == run.parsed


# ── what it brings with it ──────────────────────────────────────────────────────────────────────────────────────


def test_pydantic_is_not_needed_and_not_brought() -> None:
    code = """
import sys
sys.modules["pydantic"] = None  # as where it is not installed
from dataclasses import dataclass
from aigpt._igpt.errors import error_code
from aigpt._igpt.output_format import output_format_of
@dataclass
class A:
    x: int
assert output_format_of(A).read({"output": {"x": 1}}) == (A(1), None)
assert error_code(output_format_of(A).read({"output": {}})[1]) == "invalid_output"
assert error_code(output_format_of(object())) == "params"
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=280)


def test_the_client_brings_these_parts_only_when_they_are_used() -> None:
    code = (
        "import sys; from aigpt import IGPT, AsyncIGPT, Stream; IGPT('k');"
        "assert not [name for name in sys.modules if name.startswith(('aigpt._structured.', 'pydantic'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=280)
