"""Schemas: what is promised is kept, and what is not promised is refused."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from aigpt.local.answer.date_values import find_days
from aigpt.local.answer.schema_filling import fill_schema
from aigpt.local.answer.schema_subset import read_outline
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
    return Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(value)


# ── any schema of the subset ────────────────────────────────────────────────────────────────────────────────────────

NAMES = st.sampled_from(
    ["who", "date", "amount", "budget", "approved", "title", "email", "source", "answer", "dueDate", "x"]
)
NOTES = st.fixed_dictionaries({}, optional={"description": st.text(max_size=20), "title": st.text(max_size=10)})


def described(strategy: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda schema, notes: schema | notes, strategy, NOTES)


SCALARS = st.one_of(
    st.sampled_from([{"type": kind} for kind in ("string", "number", "integer", "boolean", "null")]),
    st.sampled_from([{"type": "string", "format": form} for form in ("date", "date-time")]),
    st.lists(st.text(max_size=8), min_size=1, max_size=3, unique=True).map(lambda e: {"type": "string", "enum": e}),
    st.lists(st.text(max_size=8), min_size=1, max_size=3, unique=True).map(
        lambda e: {"type": ["string", "null"], "enum": [*e, None]}
    ),
    st.lists(st.text(max_size=8), min_size=1, max_size=3, unique=True).map(
        lambda e: {"type": ["null", "string"], "enum": e}
    ),
)


def nullable(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    choices = [schema, {"anyOf": [schema, {"type": "null"}]}, {"anyOf": [{"type": "null"}, schema]}]
    if isinstance(schema.get("type"), str) and schema["type"] != "null" and "enum" not in schema:
        choices.append(schema | {"type": [schema["type"], "null"]})
    return st.sampled_from(choices if schema.get("type") != "null" else [schema])


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


SCHEMAS = st.recursive(
    described(SCALARS).flatmap(nullable),
    lambda inner: described(
        st.one_of(
            inner.map(lambda items: {"type": "array", "items": items}),
            st.dictionaries(NAMES, inner, max_size=4).map(closed),
        )
    ).flatmap(nullable),
    max_leaves=12,
)


@given(
    schema=SCHEMAS,
    texts=st.lists(st.sampled_from(TEXTS) | st.text(max_size=80), max_size=4),
    when=st.sampled_from([None, HIT.timestamp]),
)
@settings(max_examples=400)
def test_whatever_is_asked_for_is_kept(db: sqlite3.Connection, schema: Any, texts: list[str], when: int | None) -> None:
    found = evidence(db, texts, when)
    value, used = fill_schema(read_outline(schema), found)
    assert valid(schema, value), (schema, value)
    assert all(sentence in found.sentences for sentence in used)


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {},
        [],
        {"type": "object"},
        {"type": "object", "additionalProperties": True},
        {"type": "object", "additionalProperties": False, "properties": {"a": {"type": "string"}}},
        {"type": "object", "additionalProperties": False, "properties": {}, "required": ["a"]},
        {"type": "object", "additionalProperties": False, "properties": {"1": {"type": "string"}}, "required": [1]},
        {"type": "object", "additionalProperties": False, "properties": [], "required": []},
        closed({"a": {"type": "string", "minLength": 3}}),
        closed({"a": {"type": "string", "pattern": "x"}}),
        closed({"a": {"type": "string", "format": "email"}}),
        closed({"a": {"type": "string", "format": 3}}),
        closed({"a": {"type": "integer", "minimum": 3}}),
        closed({"a": {"type": "string", "enum": []}}),
        closed({"a": {"type": "string", "enum": [1]}}),
        closed({"a": {"type": "string", "enum": "x"}}),
        closed({"a": {"type": "integer", "enum": [1]}}),
        closed({"a": {"enum": ["x"]}}),
        closed({"a": {"const": "x"}}),
        closed({"a": {"type": "array"}}),
        closed({"a": {"type": "array", "items": {"type": "string"}, "minItems": 1}}),
        closed({"a": {"type": ["string", "integer"]}}),
        closed({"a": {"type": ["null"], "x": 1}}),
        closed({"a": {"type": []}}),
        closed({"a": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}),
        closed({"a": {"anyOf": [{"type": "string"}]}}),
        closed({"a": {"anyOf": [{"type": "null"}, {"type": "null"}]}}),
        closed({"a": {"anyOf": {"type": "null"}}}),
        closed({"a": {"anyOf": [{"type": "string"}, {"type": "null"}], "type": "string"}}),
        closed({"a": {"oneOf": [{"type": "string"}, {"type": "null"}]}}),
        closed({"a": {"$ref": "#"}}),
        closed({"a": {"type": "string"}}) | {"$defs": {}},
        {"type": "string", "description": 3},
        {"type": "string", "$schema": 3},
    ],
    ids=str,
)
def test_what_cannot_be_promised_is_refused(schema: Any) -> None:
    with pytest.raises(ValueError, match=r"\$|schema"):
        read_outline(schema)


def test_schemas_without_end_are_refused() -> None:
    deep: Any = {"type": "string"}
    for _ in range(50):
        deep = {"type": "array", "items": deep}
    with pytest.raises(ValueError, match="levels"):
        read_outline(deep)
    with pytest.raises(ValueError, match="nodes"):
        read_outline(closed({str(n): {"type": "string"} for n in range(1000)}))


# ── what it is filled with ──────────────────────────────────────────────────────────────────────────────────────────


def filled(db: sqlite3.Connection, texts: list[str], **properties: Any) -> Any:
    return fill_schema(read_outline(closed(properties)), evidence(db, texts))[0]


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


def test_where_nothing_was_found_it_is_null_or_empty(db: sqlite3.Connection) -> None:
    kinds = {
        "text": {"type": "string"},
        "maybe": MAYBE,
        "number": {"type": "number"},
        "flag": {"type": "boolean"},
        "day": {"type": "string", "format": "date"},
        "time": {"type": "string", "format": "date-time"},
        "choice": {"type": "string", "enum": ["a", "b"]},
        "list": {"type": "array", "items": {"type": "string"}},
        "object": {"anyOf": [closed({"a": MAYBE}), {"type": "null"}]},
    }
    assert filled(db, [], **kinds) == {
        "text": "",
        "maybe": None,
        "number": 0,
        "flag": False,
        "day": "1970-01-01",
        "time": "1970-01-01T00:00:00Z",
        "choice": "a",
        "list": [],
        "object": None,
    }


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
