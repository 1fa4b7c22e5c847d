"""`chat.completions.parse` and `.stream`: `create` with an answer of a type, and with events."""

from __future__ import annotations

from functools import partial
from typing import Any

from aigpt.openai._helpers.answer_types import answer_type
from aigpt.openai._helpers.chat_parsing import parsed_completion
from aigpt.openai._helpers.chat_stream import AsyncChatCompletionStreamManager, ChatCompletionStreamManager
from aigpt.openai._helpers.event_stream import Deferred
from aigpt.openai._helpers.tools import as_sent, check_strict, functions_of, given_tools
from aigpt.openai._sender import ParsingSender

Parameters = dict[str, Any]


def parse(resource: Any, given: Parameters) -> Any:
    """Return what gives the parsed completion of what `parse` of *resource* was *given*."""
    tools = given_tools(given["tools"])
    check_strict(tools)
    answer = answer_type(given["response_format"], "response_format")
    functions = functions_of(tools)
    sender = ParsingSender(resource._sender, lambda completion: parsed_completion(completion, answer, functions))  # noqa: SLF001
    return resource._with_sender(sender).create(**_as_created(given, tools), stream=False)  # noqa: SLF001 (one with its resources)


def stream(resource: Any, given: Parameters) -> Any:
    """Return the manager of the stream of what `stream` of *resource* was *given*."""
    tools = given_tools(given["tools"])
    request = partial(resource.create, **_as_created(given, tools), stream=True)
    form = given["response_format"]
    if resource._sender.is_blocking:  # noqa: SLF001 (likewise)
        return ChatCompletionStreamManager(request, response_format=form, input_tools=tools)
    return AsyncChatCompletionStreamManager(Deferred(request), response_format=form, input_tools=tools)


def _as_created(given: Parameters, tools: list[Any]) -> Parameters:
    """Return what `create` is given. Raises TypeError where `response_format` is a type that cannot be sent."""
    answer = answer_type(given["response_format"], "response_format")
    form = given["response_format"] if answer is None else answer.response_format
    return {**given, "response_format": form, "tools": as_sent(given["tools"], tools)}
