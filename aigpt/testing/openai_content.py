"""What a scripted answer of the OpenAI protocol says: text in pieces, waits between them, and tool calls."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from aigpt.testing.requests import Call
from aigpt.testing.steps import Gate, Pause

Part: TypeAlias = str | Pause | Gate | Mapping[str, Any]
"""A piece of the text, a wait before the next one, or an event that is sent in streams as it is."""
Content: TypeAlias = str | Iterable[Part]
ContentOption: TypeAlias = Content | Callable[[Call], Content]
ToolCallOption: TypeAlias = tuple[str, object] | Mapping[str, Any]

CREATED = 1_767_225_600  # the first moment of 2026, in Unix seconds
_PIECE = 8  # characters of a tool call's arguments in one event


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool call that the model makes."""

    id: str
    name: str
    arguments: str

    def pieces(self) -> list[str]:
        """Return the arguments as streams send them."""
        return [self.arguments[start : start + _PIECE] for start in range(0, len(self.arguments), _PIECE)]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one answer says, and the number of the answer, of which its ids are made."""

    number: int
    parts: Sequence[Part]
    tool_calls: Sequence[ToolCall]
    complete: bool
    """Whether a stream of it has its end."""

    @property
    def pieces(self) -> list[str]:
        """The pieces of the text."""
        return [part for part in self.parts if isinstance(part, str)]

    @property
    def text(self) -> str:
        """All of the text."""
        return "".join(self.pieces)

    @property
    def waits(self) -> list[Pause | Gate]:
        """What an answer that is sent as a whole waits for."""
        return [part for part in self.parts if isinstance(part, Pause | Gate)]

    @property
    def tokens(self) -> int:
        """How many tokens it counts as: one for each piece."""
        return len(self.pieces) + sum(len(call.pieces()) for call in self.tool_calls)


def read_content(content: Content) -> tuple[Part, ...]:
    """Return the parts of *content*: of a string its words, each with the white space after it.

    Raises TypeError for what is no part.
    """
    if isinstance(content, str):
        return tuple(re.findall(r"^\s+|\S+\s*", content))
    if isinstance(content, Mapping):
        raise TypeError("an answer is a string or a list of pieces, not a dict; put it into a list")
    parts = tuple(content)
    for part in cast("tuple[object, ...]", parts):
        if not isinstance(part, str | Pause | Gate | Mapping):
            raise TypeError(f"a piece of an answer is a str, a Pause, a Gate or a dict, not {type(part).__name__}")
    return parts


def read_tool_calls(given: Iterable[ToolCallOption], number: int = 0) -> tuple[ToolCall, ...]:
    """Return the tool calls of the answer of that *number*. Raises TypeError for what is none."""
    return tuple(_read_tool_call(call, f"call_{number}_{index}") for index, call in enumerate(given, 1))


def _read_tool_call(given: object, default_id: str) -> ToolCall:
    if isinstance(given, tuple):
        pair = cast("Sequence[Any]", given)
        if len(pair) == 2 and isinstance(pair[0], str):  # noqa: PLR2004 name, arguments
            return ToolCall(default_id, pair[0], _as_json(pair[1]))
    if isinstance(given, Mapping):
        fields = cast("Mapping[str, Any]", given)
        function: Mapping[str, Any] = fields.get("function", fields)
        if "name" in function:
            identity = fields.get("call_id") or fields.get("id") or default_id
            return ToolCall(identity, function["name"], _as_json(function.get("arguments", {})))
    raise TypeError(
        'a tool call is a pair like ("get_weather", {"place": "Bergen"}), or a dict with the keys name and arguments'
    )


def _as_json(arguments: object) -> str:
    return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)


def body_of(call: Call) -> dict[str, Any]:
    """Return the JSON object that *call* sent; an empty one where it sent none."""
    try:
        body: object = call.json
    except ValueError:
        return {}
    return cast("dict[str, Any]", body) if isinstance(body, dict) else {}
