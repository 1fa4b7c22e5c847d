"""Types as people write them, asked of the embedded server by the real client: an instance, or a refusal."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from ipaddress import IPv4Address
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, NamedTuple, NotRequired, TypedDict, TypeVar
from uuid import UUID

import msgspec
import pytest
from pydantic import AnyUrl, BaseModel, ConfigDict, Field, RootModel, SecretStr, TypeAdapter
from pydantic import types as pydantic_types

from aigpt.testing import SampleServer

T = TypeVar("T")


class Status(Enum):
    APPROVED = "approved"
    REJECTED = "rejected"


class Unsupported(Enum):
    PURPLE = "purple"
    TURQUOISE = "turquoise"


class Level(IntEnum):
    ONE = 10_001
    TWO = 10_002


# ── pydantic ────────────────────────────────────────────────────────────────────────────────────────────────────


class Plain(BaseModel):
    subject: str
    summary: str


class Lengths(BaseModel):
    headline: str = Field(min_length=3, max_length=60)
    words: Annotated[list[Annotated[str, Field(max_length=40)]], Field(min_length=1, max_length=3)]
    note: Annotated[str, Field(max_length=10)] | None = None


class Bounds(BaseModel):
    amount: float = Field(gt=0)
    count: int | None = Field(ge=1, le=1_000_000)
    share: Annotated[float, Field(ge=0, le=1)] | None


class Patterned(BaseModel):
    code: str | None = Field(pattern=r"^[A-Z]{2}-\d{3}$")
    year: str = Field(pattern=r"\d+")


class Times(BaseModel):
    day: date
    moment: datetime
    clock: time | None
    lasts: timedelta | None


class Collections(BaseModel):
    people: set[str]
    numbers: frozenset[int]
    any: list[Any]
    pair: tuple[str, str]
    row: tuple[str, float | None, bool | None]
    more: tuple[str, ...]
    queue: deque[str]


class Maps(BaseModel):
    amounts: dict[str, float]
    quotes: dict[str, str]
    chosen: dict[Literal["budget", "launch"], str]
    whatever: dict[str, Any]
    bare: dict  # type: ignore[type-arg]  # (as people write it)


class Cat(BaseModel):
    kind: Literal["budget"]
    amount: float | None


class Dog(BaseModel):
    kind: Literal["launch"]
    day: date


class Tagged(BaseModel):
    pet: Annotated[Cat | Dog, Field(discriminator="kind")]


class TaggedList(BaseModel):
    pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]]


class Untagged(BaseModel):
    either: int | str
    one: Plain | Bounds
    maybe: Plain | Bounds | None


class Comment(BaseModel):
    text: str
    replies: list[Comment]


class Chain(BaseModel):
    text: str
    next: Chain | None


class Endless(BaseModel):
    next: Endless


class Nested(BaseModel):
    meeting: Plain
    times: Times | None
    parts: list[Plain]


class Choices(BaseModel):
    status: Status | None
    level: Level | None
    mood: Literal["happy", "sad"] | None
    fixed: Literal["always"]


class Invented(BaseModel):
    colour: Unsupported


class InventedOrNull(BaseModel):
    colour: Unsupported | None
    colours: list[Unsupported]


class InventedByDefault(BaseModel):
    colour: Unsupported = Unsupported.PURPLE


class Special(BaseModel):
    id: UUID | None
    url: AnyUrl | None
    address: IPv4Address | None
    price: Decimal
    secret: SecretStr
    path: Path
    raw: bytes


class NeedsFlag(BaseModel):
    urgent: bool


class NeedsId(BaseModel):
    id: UUID


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    day: date
    pair: tuple[str, str]
    people: set[str]


class Aliased(BaseModel):
    from_: str = Field(alias="from")
    class_name: str = Field(serialization_alias="className", validation_alias="className")


class Described(BaseModel):
    """What was decided."""

    what: str = Field(description="the decision", examples=["to launch"], default="nothing")
    who: list[str] = Field(default_factory=list, title="Deciders", deprecated=True)


class Encoded(BaseModel):
    data: pydantic_types.Base64Bytes


class Root(RootModel[list[Plain]]):
    pass


# ── dataclasses, TypedDicts, Structs ────────────────────────────────────────────────────────────────────────────


@dataclass
class Decision:
    what: str
    due: datetime | None
    at: time | None
    status: Status | None = None
    people: set[str] = field(default_factory=set)
    amounts: dict[str, int] = field(default_factory=dict)


@dataclass
class MustHaveTime:
    due: datetime
    day: date


class Hit(TypedDict):
    subject: str
    tags: NotRequired[list[str]]
    pair: tuple[str, int]


class Point(NamedTuple):
    what: str
    amount: float


class Bought(msgspec.Struct, tag="budget"):
    amount: float


class Sold(msgspec.Struct, tag="launch"):
    day: date


class Trade(msgspec.Struct):
    trade: Bought | Sold | None
    note: Annotated[str, msgspec.Meta(max_length=50, min_length=3)]
    count: Annotated[int, msgspec.Meta(ge=1)] | None
    price: Decimal
    lasts: timedelta | None
    id: UUID | None


class Tree(msgspec.Struct):
    text: str
    left: Tree | None
    children: list[Tree]


class Binary(msgspec.Struct):
    data: bytes


INSTANCES: dict[str, Any] = {
    **{
        kind.__name__: kind
        for kind in (
            *(Plain, Lengths, Bounds, Patterned, Times, Collections, Maps, Tagged, TaggedList, Untagged, Comment),
            *(Chain, Nested, Choices, InventedOrNull, Special, Strict, Aliased, Described, Root),
            *(Decision, MustHaveTime, Hit, Point, Trade, Tree),
        )
    },
    "Page[Plain]": Page[Plain],
    "list[Plain]": list[Plain],
    "list[Decision]": list[Decision],
    "set[str]": set[str],
    "dict[str, float]": dict[str, float],
    "tuple[str, int]": tuple[str, int],
    "str | None": str | None,
    "int | str": int | str,
    "datetime": datetime,
    "Literal": Literal["budget"],
    "Bought | Sold": Bought | Sold,
}
REFUSED: dict[str, tuple[Any, str]] = {
    "an enum that nothing supports": (Invented, r"\$.colour: nothing was found that fits its enum; let it be null"),
    "such an enum with a default": (InventedByDefault, r"\$.colour: nothing was found that fits its enum"),
    "such a literal": (Literal["purple", "turquoise"], "enum"),
    "recursion without an end": (Endless, r"\$.next\b.*it is within itself for ever"),
    "a format that nobody wrote": (NeedsId, r"\$.id: nothing was found that fits its format uuid"),
    "a boolean that nothing supports": (NeedsFlag, r"\$\.urgent: nothing was found that fits its type boolean; let it"),
    "bytes in pydantic's encoding": (Encoded, r"\$.data has a format that is not one of date, "),
    "bytes in a Struct": (Binary, r"\$.data has a keyword that this server cannot keep: contentEncoding"),
}
QUESTION = "What did the board decide about the marketing budget and the launch of Heron?"


def is_instance(value: Any, form: Any) -> bool:
    """Return whether the type itself takes *value* back, through JSON."""
    if isinstance(form, type) and issubclass(form, BaseModel):
        return isinstance(value, form)
    if form in (Trade, Tree, Bought | Sold, Point, Hit):
        return bool(msgspec.convert(msgspec.to_builtins(value), form) == value)
    return bool(TypeAdapter(form).validate_python(value, strict=False) == value)


@pytest.fixture(scope="module")
def igpt_local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleServer]:
    """Run one server for all tests: they only read."""
    with SampleServer(tmp_path_factory.mktemp("sample") / "igpt.sqlite") as server:
        yield server


@pytest.mark.parametrize("method", ["run", "ask"])
@pytest.mark.parametrize("name", INSTANCES)
def test_a_type_gives_an_instance(igpt_local: SampleServer, name: str, method: str) -> None:
    form = INSTANCES[name]
    call: Callable[..., Any] = getattr(igpt_local.blocking_client().recall, method)
    reply = call(input=QUESTION, output_format=form)
    assert reply.ok, reply.exception
    assert is_instance(reply.parsed, form), reply.parsed
    assert reply.sources or form in (Literal["budget"], InventedOrNull)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("why", REFUSED)
def test_a_type_that_cannot_be_filled_is_refused_with_the_reason(
    igpt_local: SampleServer,
    why: str,
    stream: bool,  # noqa: FBT001 (parametrized)
) -> None:
    form, words = REFUSED[why]
    igpt = igpt_local.blocking_client()
    if stream:
        reply = igpt.recall.run(input=QUESTION, output_format=form, stream=True).final()
    else:
        reply = igpt.recall.run(input=QUESTION, output_format=form)
    assert (reply.error, reply.parsed) == ("params", None)
    assert reply.keys() == {"error", "message"}
    assert reply["message"].startswith("output_format.schema: $")
    with pytest.raises(Exception, match=words):
        reply.raise_for_error()


@pytest.mark.parametrize("name", [name for name in INSTANCES if hasattr(INSTANCES[name], "model_json_schema")])
def test_a_models_own_schema_will_do_too(igpt_local: SampleServer, name: str) -> None:
    """As written by pydantic: references, optional properties, objects that are open."""
    form = INSTANCES[name]
    reply = igpt_local.blocking_client().recall.run(
        input=QUESTION, output_format={"strict": True, "schema": form.model_json_schema()}
    )
    assert reply.ok, reply.exception
    assert form.model_validate_json(msgspec.json.encode(reply.output))


def test_nothing_is_found_in_an_empty_mailbox(igpt_local: SampleServer) -> None:
    """Then a type is refused, or null and empty all over."""
    igpt = igpt_local.blocking_client(user="nobody")
    for name, form in INSTANCES.items():
        reply = igpt.recall.run(input=QUESTION, output_format=form)
        assert reply.error in (None, "params"), name
        if reply.ok:
            assert is_instance(reply.parsed, form), name
            assert reply.sources == []


def test_what_was_found_is_what_the_mail_says(igpt_local: SampleServer) -> None:
    igpt = igpt_local.blocking_client()
    found = igpt.recall.run(input="What is the marketing budget?", output_format=Maps).parsed
    assert found is not None
    assert 40_000 in found.amounts.values() or found.amounts
    assert all(quote for quote in found.quotes.values())
    chosen = igpt.recall.run(input=QUESTION, output_format=Choices).parsed
    assert chosen is not None
    assert (chosen.level, chosen.mood, chosen.fixed) == (None, None, "always")
    pets = igpt.recall.run(input=QUESTION, output_format=TaggedList).parsed
    assert pets is not None
    assert {pet.kind for pet in pets.pets} <= {"budget", "launch"}
    assert pets.pets
