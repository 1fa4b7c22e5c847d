"""Searches of uploaded files by their attributes: ``filters`` of a vector store's search, and of file_search."""

from __future__ import annotations

from typing import Any

import pytest

from aigpt.local.openai_api.attribute_filters import read_filter
from aigpt.local.openai_api.errors import ApiError
from aigpt.openai import BadRequestError

ANIMALS = {"Quagmire": {"kind": "zebra", "age": 3}, "Horatio": {"kind": "heron", "age": 7.5, "tame": True}, "Basil": {}}
TAME = {"type": "eq", "key": "kind", "value": "zebra"}
OLD = {"type": "gt", "key": "age", "value": 5}


def comparison(kind: str, key: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "key": key, "value": value}


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (comparison("eq", "kind", "zebra"), {"Quagmire"}),
        (comparison("ne", "kind", "zebra"), {"Horatio", "Basil"}),
        (comparison("gt", "age", 3), {"Horatio"}),
        (comparison("gte", "age", 3), {"Quagmire", "Horatio"}),
        (comparison("lt", "age", 7.5), {"Quagmire"}),
        (comparison("lte", "age", 7.5), {"Quagmire", "Horatio"}),
        (comparison("lt", "kind", "i"), {"Horatio"}),
        (comparison("gt", "kind", 1), set()),
        (comparison("eq", "age", True), set()),
        (comparison("in", "tame", [1]), set()),
        (comparison("gt", "tame", 0), set()),
        (comparison("gt", "age", False), set()),
        (comparison("eq", "tame", True), {"Horatio"}),
        (comparison("in", "kind", ["zebra", "newt"]), {"Quagmire"}),
        (comparison("nin", "kind", ["zebra", "newt"]), {"Horatio", "Basil"}),
        ({"type": "and", "filters": [comparison("gt", "age", 1), comparison("eq", "kind", "heron")]}, {"Horatio"}),
        ({"type": "or", "filters": [TAME, {"type": "and", "filters": [OLD]}]}, {"Quagmire", "Horatio"}),
    ],
)  # fmt: skip
def test_what_a_filter_matches(given: dict[str, Any], names: set[str]) -> None:
    matches = read_filter(given, "filters")
    assert matches is not None
    assert {name for name, attributes in ANIMALS.items() if matches(attributes)} == names


def nested(depth: int) -> dict[str, Any]:
    return TAME if depth == 1 else {"type": "and", "filters": [nested(depth - 1)]}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("kind", "must be an object"),
        ({"key": "kind", "value": 1}, "needs a type, one of and, or, eq, ne,"),
        (comparison("like", "kind", "z"), "needs a type"),
        (comparison("eq", "", "z"), "needs a key"),
        (comparison("eq", "kind", None), "needs a value, a string, a number, true or false"),
        (comparison("gt", "kind", ["z"]), "needs a value"),
        (comparison("in", "kind", "zebra"), "needs a value, a list"),
        (comparison("in", "kind", [{}]), "needs a value, a list"),
        ({"type": "and", "filters": []}, "needs filters"),
        ({"type": "or"}, "needs filters"),
        ({"type": "or", "filters": ["x"]}, "must be a list of objects"),
        (nested(12), "nested more than 10 deep"),
        ({"type": "or", "filters": [TAME] * 1_001}, "more than 1000 values"),
        ({"type": "or", "filters": [comparison("in", "kind", [])] * 1_001}, "more than 1000 values"),
        (comparison("nin", "kind", list(range(1_001))), "more than 1000 values"),
    ],
)
def test_one_that_is_wrong_is_refused_by_name(given: Any, why: str) -> None:
    with pytest.raises(ApiError, match=f"filters.*{why}"):
        read_filter(given, "filters")


@pytest.mark.parametrize("given", [None, {}])
def test_none_is_none(given: Any) -> None:
    assert read_filter(given, "filters") is None


async def zoo(client: Any) -> Any:
    """Make a vector store of three files that all match the same question."""
    store = await client.vector_stores.create(name="zoo")
    for name, attributes in ANIMALS.items():
        text = f"The animal {name} lives in the house of glass.\n".encode()
        file = await client.files.create(file=(f"{name}.txt", text), purpose="user_data")
        await client.vector_stores.files.create_and_poll(
            file.id, vector_store_id=store.id, **({"attributes": attributes} if attributes else {})
        )
    return store


async def test_a_vector_store_is_searched_by_attributes(openai_client: Any) -> None:
    store = await zoo(openai_client)

    async def found(**options: Any) -> dict[str, Any]:
        search = openai_client.vector_stores.search(store.id, query="Who lives in the house of glass?", **options)
        return {one.filename: dict(one.attributes) async for one in search}

    every = await found()
    assert every.keys() == {f"{name}.txt" for name in ANIMALS}
    assert {"kind": "zebra", "age": 3}.items() <= every["Quagmire.txt"].items()
    assert (await found(filters=TAME)).keys() == {"Quagmire.txt"}
    both = {"type": "or", "filters": [TAME, comparison("gt", "age", 5)]}
    assert (await found(filters=both)).keys() == {"Quagmire.txt", "Horatio.txt"}
    assert await found(filters=comparison("eq", "kind", "newt")) == {}
    one = next(iter([file async for file in openai_client.vector_stores.files.list(store.id, order="asc")]))
    await openai_client.vector_stores.files.update(one.id, vector_store_id=store.id, attributes={"kind": "newt"})
    assert (await found(filters=comparison("eq", "kind", "newt"))).keys() == {"Quagmire.txt"}


async def test_file_search_reads_only_what_its_filters_leave(openai_client: Any) -> None:
    store = await zoo(openai_client)

    async def answer(filters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        response = await openai_client.responses.create(
            model="igpt-run",
            input="Who lives in the house of glass?",
            tools=[{"type": "file_search", "vector_store_ids": [store.id], "filters": filters}],
            include=["file_search_call.results"],
        )
        (search,) = (one for one in response.output if one.type == "file_search_call")
        return response.output_text, {one.filename: one.attributes for one in search.results}

    text, found = await answer(TAME)
    assert "Quagmire" in text
    assert not {"Horatio", "Basil"} & set(text.replace("*", " ").split())
    assert found.keys() == {"Quagmire.txt"}
    assert {"kind": "zebra", "age": 3}.items() <= found["Quagmire.txt"].items()
    text, found = await answer(comparison("eq", "kind", "newt"))
    assert found == {}
    assert not any(name in text for name in ANIMALS)


async def test_a_file_has_the_attributes_of_the_store_that_finds_it(our_client: Any) -> None:
    file = await our_client.files.create(file=("a.txt", b"The newt lives in a pond of glass.\n"), purpose="user_data")
    stores = [await our_client.vector_stores.create(name=str(age)) for age in (3, 99)]
    for store, age in zip(stores, (3, 99), strict=True):
        await our_client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id, attributes={"age": age})
    for age in (3, 99):
        tool = {"type": "file_search", "vector_store_ids": [store.id for store in stores]}
        response = await our_client.responses.create(
            model="igpt-run", input="Where does the newt live?", include=["file_search_call.results"],
            tools=[{**tool, "filters": comparison("eq", "age", age)}],
        )  # fmt: skip
        (search,) = (one for one in response.output if one.type == "file_search_call")
        assert [one.attributes["age"] for one in search.results] == [age]


async def test_connected_mail_cannot_be_filtered(our_client: Any) -> None:
    (mailbox,) = [one.id async for one in our_client.vector_stores.list() if one.name == "mail.mbox"]
    tool = {"type": "file_search", "vector_store_ids": [mailbox], "filters": TAME}
    for call in (
        our_client.vector_stores.search(mailbox, query="x", filters=TAME),
        our_client.responses.create(model="igpt-run", input="x", tools=[tool]),
    ):
        with pytest.raises(BadRequestError, match="of connected mail and notes, name days and people"):
            await call
    with pytest.raises(BadRequestError, match=r"tools\.filters needs a type"):
        await our_client.responses.create(model="igpt-run", input="x", tools=[tool | {"filters": {"key": "a"}}])
