"""The tokens that an answer has cost, by what it says itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from aigpt._igpt.replies import Reply, whole_answer

TOKENS = ("input_tokens", "output_tokens", "total_tokens")
_MOST = 10**12
_OTHER_NAMES = {"input_tokens": "prompt_tokens", "output_tokens": "completion_tokens"}


def usage_of(reply: object) -> object:
    """Return the `usage` of a reply, an object or a dict; None where it has none."""
    if isinstance(reply, Reply):
        return whole_answer(reply).get("usage")
    fields = _fields(reply)
    return fields.get("usage", _fields(fields.get("_value")).get("usage"))  # the latter of a raw response


def token_counts(usage: object) -> dict[str, int]:
    """Return the numbers of tokens that *usage* holds, under the names of `TOKENS`; none where one cannot be."""
    fields = _fields(usage)
    found = {name: fields.get(name, fields.get(_OTHER_NAMES.get(name, name))) for name in TOKENS}
    counts = {name: count for name, count in found.items() if type(count) is int}
    return counts if all(0 <= count <= _MOST for count in counts.values()) else {}


def _fields(value: object) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value)
    fields: Mapping[str, Any] = getattr(value, "__dict__", {})
    return fields
