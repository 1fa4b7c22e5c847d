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

_HELPER = "X-Stainless-Helper-Method"


def parse(resource: Any, given: Parameters) -> Any:
    """Return what gives the parsed completion of what `parse` of *resource* was *given*."""
    tools = given_tools(given["tools"])
    check_strict(tools)
    answer = answer_type(given["response_format"], "response_format")
    functions = functions_of(tools)
    sender = ParsingSender(resource._sender, lambda completion: parsed_completion(completion, answer, functions))  # noqa: SLF001
    created = _as_created(given, tools, "chat.completions.parse")
    return resource._with_sender(sender).create(**created, stream=False)  # noqa: SLF001 (one with its resources)


def stream(resource: Any, given: Parameters) -> Any:
    """Return the manager of the stream of what `stream` of *resource* was *given*."""
    tools = given_tools(given["tools"])
    request = partial(resource.create, **_as_created(given, tools, "chat.completions.stream"), stream=True)
    form = given["response_format"]
    if resource._sender.is_blocking:  # noqa: SLF001 (likewise)
        return ChatCompletionStreamManager(request, response_format=form, input_tools=tools)
    return AsyncChatCompletionStreamManager(Deferred(request), response_format=form, input_tools=tools)


def _as_created(given: Parameters, tools: list[Any], helper: str) -> Parameters:
    """Return what `create` is given, with a header that names the *helper*.

    Raises TypeError where `response_format` is a type that cannot be sent.
    """
    answer = answer_type(given["response_format"], "response_format")
    form = given["response_format"] if answer is None else answer.response_format
    extra: dict[str, Any] = given["extra_headers"] or {}
    headers = {_HELPER: helper, **extra}
    return {**given, "response_format": form, "tools": as_sent(given["tools"], tools), "extra_headers": headers}
