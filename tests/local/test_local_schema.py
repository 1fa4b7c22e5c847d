"""Schemas: what is promised is kept, and what is not promised is refused."""

from __future__ import annotations

import re
import sqlite3
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from aigpt.local.answer.date_values import find_days
from aigpt.local.answer.schema_filling import UnfilledError, fill_schema
from aigpt.local.answer.schema_subset import read_schema
from aigpt.local.answer.sentence_ranking import Evidence, rank_sentences
from aigpt.local.search.hits import Hit
from aigpt.local.store.database import Store

HIT = Hit(
    passage=1, item=1, score=1.0, source="mbox/x/messages", file="a.mbox", position=0, kind="message",
    timestamp=1709542800, sender="Ann Bell <ann@x.example>", people="", subject="Heron", message_id="", thread="",
    attachments=(), first=None, last=None, own="", quoted="", extra="",
)  # fmt: skip
TEXTS = [
    "",
    "The board approved a budget of 40,000 euros for Heron on 12 May. The red one costs 3.5 million, or -7.",
    "It was not approved on 31 June, nor on 2024-02-29; 1e999 999999999999999999 99.99.99.",
    "Budget budget budget. No budget! Which budget?\n\n> the budget of somebody else, about 12%",
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Any:
    store = Store(tmp_path_factory.mktemp("db") / "index.db")
    with store.reading() as connection:
        yield connection
    store.close()


def evidence(db: sqlite3.Connection, texts: list[str], timestamp: int | None = HIT.timestamp) -> Evidence:
    hits = [
        replace(HIT, item=n, passage=n, own=text, quoted=text if n % 2 else "", timestamp=timestamp)
        for n, text in enumerate(texts)
    ]
    return rank_sentences(db, "What budget did the board approve for Heron?", hits)


def valid(schema: Any, value: Any) -> bool:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (it takes seconds, and other tests need it not)

    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid(value)


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


# ── any schema ──────────────────────────────────────────────────────────────────────────────────────────────────────

NAMES = st.sampled_from(
    ["who", "date", "amount", "budget", "approved", "title", "email", "source", "answer", "dueDate", "x"]
)
NOTES = st.fixed_dictionaries({}, optional={"description": st.text(max_size=20), "title": st.text(max_size=10)})
WORDS = st.sampled_from(["approved", "rejected", "in_progress", "red", "no", "", "12 May"]) | st.text(max_size=8)
SMALL = st.integers(-2, 6)
FORMATS = ["date", "date-time", "time", "duration", "email", "uri", "uuid", "ipv4", "ipv6", "decimal", "binary"]
PATTERNS = ["^[A-Z]", r"\d+", "^x{3}$", r"^\w+$", "", "(a+)+$", "[0-9]{4}-[0-9]{2}"]


def keywords(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


def of_type(kind: str, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return keywords(**optional).map(lambda given: {"type": kind, **given})


SCALARS = st.one_of(
    of_type("string", minLength=SMALL.map(abs), maxLength=st.integers(0, 40), pattern=st.sampled_from(PATTERNS)),
    of_type("string", format=st.sampled_from(FORMATS)),
    *(
        of_type(kind, minimum=SMALL, maximum=SMALL, exclusiveMinimum=SMALL, multipleOf=st.sampled_from([1, 2, 0.5]))
        for kind in ("number", "integer")
    ),
    of_type("boolean"),
    of_type("null"),
    st.lists(WORDS | SMALL | st.booleans() | st.none(), min_size=1, max_size=3, unique_by=repr).map(
        lambda values: {"enum": values}
    ),
    st.lists(WORDS, min_size=1, max_size=3, unique=True).map(lambda values: {"type": "string", "enum": values}),
    (WORDS | SMALL | st.none()).map(lambda value: {"const": value}),
    st.lists(st.sampled_from(["string", "integer", "boolean", "null"]), min_size=1, max_size=3, unique=True).map(
        lambda kinds: {"type": kinds}
    ),
    st.sampled_from([{}, True, {"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}, {"$ref": "#"}]),
)


@st.composite
def objects(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> dict[str, Any]:
    properties = draw(st.dictionaries(NAMES, inner, max_size=4))
    required = draw(st.lists(st.sampled_from(sorted(properties)), unique=True)) if properties else []
    extra = draw(st.sampled_from([{}, {"additionalProperties": False}, {"additionalProperties": True}]))
    return {"type": "object", "properties": properties, "required": required, **extra}


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    few = st.integers(0, 3)
    return st.one_of(
        of_type("array", items=inner, minItems=few, maxItems=few, uniqueItems=st.booleans()),
        of_type("array", prefixItems=st.lists(inner, min_size=1, max_size=3), items=st.just(False) | inner,
                minItems=few, maxItems=few),
        objects(inner),
        of_type("object", additionalProperties=inner, minProperties=few, maxProperties=few,
                propertyNames=st.sampled_from([{}, {"maxLength": 5}, {"enum": ["red", "approved"]}])),
        st.builds(lambda word, members: {word: members}, st.sampled_from(["anyOf", "oneOf"]),
                  st.lists(inner, min_size=1, max_size=3)),
        st.lists(inner, min_size=2, max_size=2).map(tagged),
    )  # fmt: skip


def tagged(inner: list[Any]) -> dict[str, Any]:
    members = [
        {"type": "object", "properties": {"kind": {"const": kind}, "x": x}, "required": ["kind", "x"]}
        for kind, x in zip(["approved", "rejected"], inner, strict=True)
    ]
    return {"oneOf": members, "discriminator": {"propertyName": "kind"}}


def described(schema: Any, notes: dict[str, Any]) -> Any:
    return schema | notes if isinstance(schema, dict) and "$ref" not in schema else schema


SCHEMAS = st.recursive(
    st.builds(described, SCALARS, NOTES), lambda inner: st.builds(described, containers(inner), NOTES)
)
WHOLE = st.builds(
    lambda root, a, b: {**root, "$defs": {"A": a, "B": b}},
    SCHEMAS.filter(lambda s: isinstance(s, dict)),
    SCHEMAS,
    SCHEMAS,
)


@given(
    schema=WHOLE,
    texts=st.lists(st.sampled_from(TEXTS) | st.text(max_size=80), max_size=4),
    when=st.sampled_from([None, HIT.timestamp]),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_answer_is_valid_or_refused(db: sqlite3.Connection, schema: Any, texts: list[str], when: int | None) -> None:
    """Never anything else: no other exception, and no end of time or memory."""
    found = evidence(db, texts, when)
    try:
        value, used = fill_schema(read_schema(schema), found)
    except (UnfilledError, ValueError) as error:
        why = str(error)
        assert "$" in why
        assert len(why) < 1000
        event("refused")
        return
    event("answered")
    assert valid(schema, value), (schema, value)
    assert all(sentence in found.sentences for sentence in used)


REFUSED: list[tuple[Any, str]] = [
    (True, r"\$ must be an object"),
    ([], r"\$ must be an object"),
    ({}, '"json"'),
    ({"title": "Any"}, '"json"'),
    ({"type": "strange"}, r"\$\.type is not valid"),
    ({"type": "string", "description": 3}, r"\$\.description is not valid"),
    ({"type": "string", "minLength": "3"}, r"\$\.minLength is not valid"),
    ({"type": "object", "properties": {"a": {"not": {}}}}, r"\$\.a .*: not"),
    ({"type": "object", "patternProperties": {"a": {}}}, r"\$ .*: patternProperties"),
    ({"type": "array", "contains": {"type": "string"}}, r"\$ .*: contains"),
    ({"type": "string", "contentEncoding": "base64"}, r"\$ .*: contentEncoding"),
    ({"type": "string", "format": "hostname"}, r"\$ has a format"),
    ({"type": "string", "pattern": "("}, r"\$\.pattern is not"),
    ({"type": "string", "pattern": "a" * 501}, r"\$\.pattern is longer"),
    ({"if": {"type": "string"}, "then": {}}, r"\$ .*: if, then"),
    ({"allOf": [{"type": "string"}, {"minLength": 3}]}, r"\$\.allOf has several"),
    ({"anyOf": [{"type": "string"}], "minLength": 3}, r"\$ .* beside anyOf .*: minLength"),
    ({"type": "string", "enum": [1]}, r"\$\.enum has no value"),
    ({"enum": []}, r"\$\.enum"),
    ({"enum": [[1], [2]]}, r"\$\.enum holds lists"),
    ({"type": "object", "properties": {"a": False}}, r"\$\.a is false"),
    ({"type": "object", "required": ["a"], "properties": {}}, r"\$ requires a"),
    ({"$ref": "#"}, r"\$\.\$ref leads back"),
    ({"anyOf": [{"$ref": "#"}, {"type": "null"}]}, r"\$\.\$ref leads back"),
    ({"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/A"}}}, "leads back"),
    ({"$ref": "#/$defs/B"}, r"\$\.\$ref leads nowhere"),
    ({"$ref": "https://evil.example/schema.json"}, r"\$\.\$ref must lead to a place"),
    ({"type": "object", "properties": {"a": {"$id": "x", "type": "string"}}}, r"\$\.a .*: \$id"),
]


@pytest.mark.parametrize(("schema", "words"), REFUSED, ids=lambda value: str(value)[:60])
def test_what_cannot_be_kept_is_refused_by_its_name_and_place(schema: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_schema(schema)


@pytest.mark.parametrize(
    "schema",
    [
        {
            "type": "object",
            "x-order": 1,
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$id": "https://x.example",
        },
        {"$ref": "#/definitions/A~1%20b", "definitions": {"A/ b": {"type": "string"}}, "$id": "https://x.example/y"},
    ],
    ids=["notes", "pointer"],
)
def test_what_restricts_nothing_is_passed_over(db: sqlite3.Connection, schema: Any) -> None:
    value, _ = fill_schema(read_schema(schema), evidence(db, TEXTS))
    assert valid(schema, value)


def test_schemas_without_end_are_refused() -> None:
    deep: Any = {"type": "string"}
    for _ in range(50):
        deep = {"type": "array", "items": deep}
    with pytest.raises(ValueError, match="levels"):
        read_schema(deep)
    with pytest.raises(ValueError, match="nodes"):
        read_schema(closed({str(n): {"type": "string"} for n in range(1000)}))
    with pytest.raises(ValueError, match="parts"):
        read_schema({"type": "string", "$defs": {str(n): {} for n in range(5000)}})
    for _ in range(5_000):
        deep = {"x": deep}
    with pytest.raises(ValueError, match="levels"):
        read_schema({"type": "string", "$defs": deep})


def test_answers_without_end_are_refused(db: sqlite3.Connection) -> None:
    """Four definitions, each with ten of the next."""
    names = [f"#/$defs/{n}" for n in range(5)]
    definitions: dict[str, Any] = {
        str(n): closed({f"p{k}": {"$ref": names[n + 1]} for k in range(10)}) for n in range(4)
    }
    schema = {"$ref": names[0], "$defs": {**definitions, "4": {"type": "string"}}}
    with pytest.raises(UnfilledError, match="more than 2000 values"):
        fill_schema(read_schema(schema), evidence(db, TEXTS))


@pytest.mark.parametrize("pattern", [r"^(a|aa)+$", r"(?:a{1,999}){1,999}b", r"^(\w+\s?)*$"])
def test_a_pattern_costs_half_a_second_at_most(db: sqlite3.Connection, pattern: str) -> None:
    found = evidence(db, ["budget " + "a" * 400 + " b! The board approved a budget for Heron."] * 4)
    schema = closed({f"p{n}": {"type": "string", "pattern": pattern} for n in range(20)})
    began = time.thread_time()
    try:
        value, _ = fill_schema(read_schema(schema), found)
    except UnfilledError:
        pass
    else:
        assert all(re.search(r"\w", text) for text in value.values())
    assert time.thread_time() - began < 5


# ── what it is filled with ──────────────────────────────────────────────────────────────────────────────────────────


def filled(db: sqlite3.Connection, texts: list[str], **properties: Any) -> Any:
    return fill_schema(read_schema(closed(properties)), evidence(db, texts))[0]


MAYBE = {"type": ["string", "null"]}


def test_each_property_takes_what_its_name_says(db: sqlite3.Connection) -> None:
    text = {"type": "string"}
    assert filled(db, [TEXTS[1]], who=text, email=text, subject=text, dueDate=text, source=text) == {
        "who": "Ann Bell",
        "email": "ann@x.example",
        "subject": "Heron",
        "dueDate": "2024-05-12",
        "source": "mbox/x/messages/a.mbox@0",
    }


def test_lists_hold_different_values(db: sqlite3.Connection) -> None:
    value = filled(
        db,
        ["The budget is 40,000 euros, 3.5 million or 12 thousand. Heron is due on 12 May or 1 June 2025."],
        numbers={"type": "array", "items": {"type": "number"}},
        days={"type": "array", "items": {"type": "string", "format": "date"}},
        quotes={"type": "array", "items": closed({"text": {"type": "string"}, "author": {"type": "string"}})},
    )
    assert value["numbers"] == [40000, 3500000, 12000]
    assert value["days"] == ["2024-05-12", "2025-06-01", "2024-03-04"]
    assert {"text": "Heron is due on 12 May or 1 June 2025.", "author": "Ann Bell"} in value["quotes"]


def test_a_denial_is_false(db: sqlite3.Connection) -> None:
    flag = {"type": "boolean"}
    assert filled(db, ["The budget was not approved by the board."], approved=flag) == {"approved": False}
    assert filled(db, ["The budget was approved by the board."], approved=flag) == {"approved": True}


@pytest.mark.parametrize("name", ["is_vegan", "has_failed", "wasRejected", "is", "budget_cancelled"])
def test_a_boolean_of_which_nothing_is_said_is_not_made_up(db: sqlite3.Connection, name: str) -> None:
    texts = ["The budget is 40,000 euros; it has been approved, as was the date."]
    with pytest.raises(UnfilledError, match="boolean"):
        filled(db, texts, **{name: {"type": "boolean"}})
    assert filled(db, texts, **{name: {"type": ["boolean", "null"]}}) == {name: None}


def test_a_boolean_may_be_told_by_its_description(db: sqlite3.Connection) -> None:
    flag = {"type": "boolean", "description": "The board approved the budget"}
    assert filled(db, ["The budget was approved by the board."], go=flag) == {"go": True}
    with pytest.raises(UnfilledError, match="boolean"):
        filled(db, ["The budget was discussed."], go=flag)


def test_a_value_looks_as_its_name_says(db: sqlite3.Connection) -> None:
    names = dict.fromkeys(("url", "iban", "phone_number"), MAYBE)
    currency = {"enum": ["USD", "EUR"]}
    texts = [
        "The budget of \u20ac40,000 is paid to DE89 3704 0044 0532 0130 00; see https://x.example/pay for it.",
        "For the budget call +49 30 901820.",
    ]
    assert filled(db, texts, **names, currency=currency) == {
        "url": "https://x.example/pay",
        "iban": "DE89 3704 0044 0532 0130 00",
        "phone_number": "+49 30 901820",
        "currency": "EUR",
    }
    assert filled(db, ["The budget is 40,000 euros."], **names) == dict.fromkeys(names)
    with pytest.raises(UnfilledError, match="integer"):
        filled(db, ["The budget is 40,000 euros."], phone={"type": "integer"})


def test_the_day_of_an_act_is_that_of_a_sentence_that_tells_of_it(db: sqlite3.Connection) -> None:
    day = {"type": "string", "format": "date"}
    texts = ["The board approved the budget of Heron.", "The prototype of Heron comes by 30 November, says the budget."]
    assert filled(db, texts, approved_on=day) == {"approved_on": "2024-03-04"}
    assert filled(db, texts, prototype_date=day) == {"prototype_date": "2024-11-30"}


def test_where_nothing_was_found_it_is_null_or_empty(db: sqlite3.Connection) -> None:
    kinds = {
        "text": {"type": "string"},
        "maybe": MAYBE,
        "mail": {"anyOf": [{"type": "string", "format": "email"}, {"type": "string"}]},
        "choice": {"enum": ["a", "b", None]},
        "list": {"type": "array", "items": {"type": "string"}},
        "object": {"anyOf": [closed({"a": MAYBE}), {"type": "null"}]},
        "map": {"type": "object", "additionalProperties": {"type": "string"}},
    }
    assert filled(db, [], **kinds) == {
        "text": "",
        "maybe": None,
        "mail": "",
        "choice": None,
        "list": [],
        "object": None,
        "map": {},
    }


STATUS = {"type": "string", "enum": ["open", "approved", "in_progress"]}
NOTHING: list[tuple[Any, str]] = [
    (STATUS, "enum"),
    ({"enum": [1, 2]}, "enum"),
    ({"type": "string", "minLength": 3}, "minLength"),
    ({"type": "string", "pattern": "^Z{9}$"}, "pattern"),
    ({"type": "string", "format": "uuid"}, "format uuid"),
    ({"type": "number"}, "type number"),
    ({"type": "integer", "minimum": 3}, "type integer"),
    ({"type": "boolean"}, "type boolean"),
    ({"type": "string", "format": "date"}, "format date"),
    ({"type": "string", "format": "date-time"}, "format date-time"),
    ({"anyOf": [{"type": "integer"}, {"type": "string"}]}, "anyOf"),
    ({"type": "array", "items": {"type": "string"}, "minItems": 1}, "minItems"),
    ({"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}, "minProperties"),
    ({"type": "object", "properties": {"inner": STATUS}, "required": ["inner"]}, "inner: nothing"),
    (tagged([True, True]), "oneOf"),
]


@pytest.mark.parametrize(("schema", "words"), NOTHING, ids=lambda value: str(value)[:50])
def test_a_value_that_nothing_supports_is_never_made_up(db: sqlite3.Connection, schema: Any, words: str) -> None:
    with pytest.raises(UnfilledError, match=rf"\$\.it.*{words}"):
        filled(db, [], it=schema)
    maybe = {"anyOf": [schema, {"type": "null"}]}
    assert filled(db, [], it=maybe) == {"it": None}
    optional = {"type": "object", "properties": {"it": schema}}
    assert fill_schema(read_schema(optional), evidence(db, []))[0] == {}


def test_a_choice_needs_a_sentence_that_has_its_words(db: sqlite3.Connection) -> None:
    maybe = {"anyOf": [STATUS, {"type": "null"}]}
    assert filled(db, ["The budget for Heron is still in progress."], it=maybe) == {"it": "in_progress"}
    assert filled(db, ["The budget for Heron was approved by the board."], it=STATUS) == {"it": "approved"}
    assert filled(db, ["The budget for Heron was not approved by the board."], it=maybe) == {"it": None}
    assert filled(db, ["The budget for Heron is big enough for us."], it=maybe) == {"it": None}
    assert filled(db, ["The board wants level 2 of the Heron budget."], it={"enum": [1, 2, 3]}) == {"it": 2}


def test_the_only_value_there_may_be_is_given(db: sqlite3.Connection) -> None:
    assert filled(db, [], a={"const": "x"}, b={"enum": [7]}, c={"const": None}) == {"a": "x", "b": 7, "c": None}


def test_a_tagged_union_takes_the_member_whose_tag_is_told(db: sqlite3.Connection) -> None:
    union = tagged([{"type": "string"}, {"type": "string"}])
    text = "The budget of Heron was rejected by the board."
    assert filled(db, [text], it=union) == {"it": {"kind": "rejected", "x": text}}
    both = [text, "On Monday another budget, for Osprey, was approved here."]
    items = filled(db, both, it={"type": "array", "items": union})["it"]
    assert {item["kind"]: item["x"] for item in items} == {"rejected": text, "approved": both[1]}


def test_a_union_takes_what_is_found(db: sqlite3.Connection) -> None:
    either = {"anyOf": [{"type": "integer"}, {"type": "string", "format": "email"}]}
    assert filled(db, ["The board approved the budget of 40,000 euros."], it=either) == {"it": 40000}
    assert filled(db, ["The board approved the whole budget."], it=either) == {"it": "ann@x.example"}


def test_recursion_goes_as_far_as_there_are_sentences(db: sqlite3.Connection) -> None:
    node = closed({"text": {"type": "string"}, "replies": {"type": "array", "items": {"$ref": "#/$defs/Node"}}})
    schema = {"$ref": "#/$defs/Node", "$defs": {"Node": node}}
    texts = [
        "The board approved the budget for Heron.",
        "Carol told the board that Heron needs more room in the harbour.",
    ]
    value, _ = fill_schema(read_schema(schema), evidence(db, texts))
    assert value["text"] == texts[0]
    assert sorted(reply["text"] for reply in value["replies"]) == sorted(texts)
    assert all(reply["replies"] == [] for reply in value["replies"])


@pytest.mark.parametrize("copied", [False, True])
def test_a_chain_of_references_ends(db: sqlite3.Connection, copied: bool) -> None:  # noqa: FBT001 (parametrized)
    """Also where the definition is copied to the place of its first reference, as strict servers want it."""
    following = {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]}
    node = closed({"text": {"type": "string"}, "next": following})
    schema = {**(node if copied else {"$ref": "#/$defs/Node"}), "$defs": {"Node": node}}
    value, _ = fill_schema(read_schema(schema), evidence(db, TEXTS))
    assert value["text"]
    assert value["next"] is None


def test_a_chain_without_an_end_is_refused(db: sqlite3.Connection) -> None:
    schema = {"$ref": "#/$defs/Node", "$defs": {"Node": closed({"next": {"$ref": "#/$defs/Node"}})}}
    with pytest.raises(UnfilledError, match=r"\$\.next: it is within itself for ever"):
        fill_schema(read_schema(schema), evidence(db, TEXTS))


def test_a_map_has_an_entry_for_each_message(db: sqlite3.Connection) -> None:
    amounts = {"type": "object", "additionalProperties": {"type": "number"}}
    text = "The board approved a budget of 40,000 euros."
    assert filled(db, [text], amounts=amounts) == {"amounts": {"Heron": 40000}}
    assert filled(db, [text], by_person=amounts) == {"by_person": {"Ann Bell": 40000}}
    upper = {**amounts, "propertyNames": {"pattern": "^[A-Z]{2,}$"}}
    assert filled(db, [text], amounts=upper) == {"amounts": {}}


def test_a_tuple_has_a_value_at_each_place(db: sqlite3.Connection) -> None:
    pair = {"type": "array", "prefixItems": [{"type": "number"}, {"type": "number"}], "items": False, "minItems": 2}
    text = "The budget of the board is between 3 and 5 million."
    assert filled(db, [text], pair=pair) == {"pair": [3, 5000000]}


def test_a_long_sentence_is_cut_where_that_is_to_be_seen(db: sqlite3.Connection) -> None:
    text = "The board approved a budget of 40,000 euros for the launch of Heron in the north."
    assert filled(db, [text], it={"type": "string", "maxLength": 30}) == {"it": "The board approved a budget…"}
    assert filled(db, [text], it={"type": "string", "maxLength": 200}) == {"it": text}
    assert filled(db, [text], it={"type": "string", "maxLength": 5}) == {"it": ""}


FOUND: list[tuple[dict[str, Any], str, Any]] = [
    ({"pattern": r"[A-Z]{2}-\d+"}, "The board gave the budget the number HB-77.", "HB-77"),
    ({"pattern": r"^[A-Z]{2}-\d+$"}, "The board gave the budget the number HB-77.", "HB-77"),
    ({"pattern": r"\d+"}, "The board gave a budget of 48,500 euros.", "48,500"),
    ({"pattern": r"^\d+$"}, "The board gave a budget of 48,500 euros to 12 people.", "12"),
    ({"pattern": r"board gave"}, "The board gave a budget of 48,500 euros.", "board gave"),
    ({"format": "time"}, "The board meets about the budget at 3:30 pm.", "15:30:00Z"),
    ({"format": "time"}, "The board meets about the budget at 9 am.", "09:00:00Z"),
    ({"format": "duration"}, "The board discussed the budget for 2 weeks.", "P14D"),
    ({"format": "duration"}, "The board discussed the budget for 90 minutes.", "PT90M"),
    ({"format": "email"}, "The board sends the budget to bo@x.example.", "bo@x.example"),
    ({"format": "uri"}, "The budget of the board: https://x.example/a?b=1.", "https://x.example/a?b=1"),
    ({"format": "ipv4"}, "The board budget is on the server 192.0.2.7 now.", "192.0.2.7"),
    ({"format": "ipv6"}, "The board budget is on the server 2001:db8::1 now.", "2001:db8::1"),
    ({"format": "decimal"}, "The board approved a budget of 12.50 euros.", "12.5"),
    (
        {"format": "uuid"},
        "The budget of the board is 123e4567-e89b-12d3-a456-426614174000.",
        "123e4567-e89b-12d3-a456-426614174000",
    ),
]


@pytest.mark.parametrize(("keywords", "text", "value"), FOUND, ids=str)
def test_patterns_and_formats_are_found_in_the_text(
    db: sqlite3.Connection, keywords: dict[str, Any], text: str, value: str
) -> None:
    assert filled(db, [text], it={"type": "string", **keywords}) == {"it": value}


def test_bounds_choose_the_number(db: sqlite3.Connection) -> None:
    text = "The budget of the board is 3, 40 or 500 euros."
    assert filled(db, [text], it={"type": "integer", "minimum": 10, "maximum": 100}) == {"it": 40}
    assert filled(db, [text], it={"type": "number", "exclusiveMinimum": 40}) == {"it": 500}
    assert filled(db, [text], it={"type": "integer", "multipleOf": 25}) == {"it": 500}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 2002-08-22", ["2002-08-22"]),
        ("22 August 2002, 1st of Sept., Dec 3", ["2002-08-22", "2024-09-01", "2024-12-03"]),
        ("August 22nd, 2002 and May 5", ["2002-08-22", "2024-05-05"]),
        ("31 June, 99 May, may 7 march", ["2024-05-07"]),
        ("no day in May 2002", []),
    ],
)
def test_days_in_text(text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in find_days(text, 2024)] == days
