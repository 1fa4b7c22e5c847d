"""Rows of embeddings in calls of many inputs, and the answer of such a call as one for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from aigpt.bulk.rows import Row

MOST_INPUTS = 2048
"""What the API takes in one call."""


def can_share(row: Row) -> bool:
    """Return whether *row* is one input: a text, or a list of tokens."""
    given: object = row.params.get("input")
    if isinstance(given, list):
        first = next(iter(cast("list[object]", given)), None)
        return isinstance(first, int)
    return isinstance(given, str)


def is_alike(row: Row, other: Row) -> bool:
    """Return whether both differ in their inputs alone."""
    return {**row.params, "input": None} == {**other.params, "input": None}


def split_answer(reply: object, inputs: Sequence[Any]) -> list[dict[str, Any]] | None:
    """Return the answer to each of *inputs*, its tokens shared out by length; None where it answers not all of them."""
    whole = cast("dict[str, Any]", reply) if isinstance(reply, dict) else {}
    data: object = whole.get("data")
    if not isinstance(data, list):
        return None
    found = {item.get("index", place): item for place, item in enumerate(cast("list[dict[str, Any]]", data))}
    if sorted(found) != list(range(len(inputs))):
        return None
    usage: object = whole.get("usage")
    shares = _shares(cast("dict[str, Any]", usage) if isinstance(usage, dict) else {}, inputs)
    return [
        {**whole, "data": [{**found[place], "index": 0}], **({"usage": shares[place]} if shares[place] else {})}
        for place in range(len(inputs))
    ]


def _shares(usage: dict[str, Any], inputs: Sequence[Any]) -> list[dict[str, int]]:
    """Return *usage* in as many parts, which add up to it."""
    sizes = [max(len(given), 1) for given in inputs]
    shares: list[dict[str, int]] = [{} for _ in inputs]
    for name, count in usage.items():
        if type(count) is not int:
            continue
        before = done = 0
        for place, size in enumerate(sizes):
            before += size
            upto = count * before // sum(sizes)
            shares[place][name], done = upto - done, upto
    return shares
