"""A whole chat completion with its texts and arguments parsed."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any, cast

from aigpt.openai._errors import ContentFilterFinishReasonError, LengthFinishReasonError
from aigpt.openai._helpers.answer_types import AnswerType
from aigpt.openai._helpers.tools import Tool, parsed_arguments
from aigpt.openai._models import BaseModel, retyped
from aigpt.openai.types.chat.chat_completion import ChatCompletion
from aigpt.openai.types.chat.parsed_chat_completion import (
    ParsedChatCompletion,
    ParsedChatCompletionMessage,
    ParsedChoice,
)
from aigpt.openai.types.chat.parsed_function_tool_call import ParsedFunction, ParsedFunctionToolCall

_logger = logging.getLogger("aigpt.openai")


def parsed_completion(
    completion: ChatCompletion, answer: AnswerType | None, functions: Mapping[str, Tool]
) -> ParsedChatCompletion[Any]:
    """Return *completion* with the texts and the arguments parsed; it stays as it is.

    Raises LengthFinishReasonError and ContentFilterFinishReasonError for a choice that is not whole, and what the
    types raise for what does not fit them.
    """
    choices = [_parsed_choice(completion, choice, answer, functions) for choice in completion.choices or ()]
    return retyped(completion, cast("type[ParsedChatCompletion[Any]]", ParsedChatCompletion), choices=choices)


def check_finish(completion: ChatCompletion, reason: str | None) -> None:
    """Raise LengthFinishReasonError or ContentFilterFinishReasonError where *reason* says that a choice was cut."""
    if reason == "length":
        raise LengthFinishReasonError(completion=completion)
    if reason == "content_filter":
        raise ContentFilterFinishReasonError(completion=completion)


def parsed_text(message: Any, answer: AnswerType | None) -> Any:
    """Return the instance that the text of *message* is; None where there is no type, no text, or a refusal."""
    if answer is None or not message.content or message.refusal:
        return None
    return answer.decode(message.content)


def _parsed_choice(
    completion: ChatCompletion, choice: Any, answer: AnswerType | None, functions: Mapping[str, Tool]
) -> ParsedChoice[Any]:
    check_finish(completion, choice.finish_reason)
    message: Any = choice.message
    if isinstance(message, BaseModel):
        message = retyped(
            message,
            cast("type[ParsedChatCompletionMessage[Any]]", ParsedChatCompletionMessage),
            parsed=parsed_text(message, answer),
            tool_calls=list(_parsed_calls(message, functions)) or None,
        )
    return retyped(choice, cast("type[ParsedChoice[Any]]", ParsedChoice), message=message)


def _parsed_calls(message: Any, functions: Mapping[str, Tool]) -> Iterator[Any]:
    for call in message.tool_calls or ():
        function: Any = getattr(call, "function", None)
        if getattr(call, "type", None) == "custom":
            _logger.warning("a call of a custom tool is left out of the parsed answer; create() gives it")
        elif isinstance(function, BaseModel):
            arguments = parsed_arguments(
                functions.get(getattr(function, "name", "")), getattr(function, "arguments", "")
            )
            parsed = retyped(function, ParsedFunction, parsed_arguments=arguments)
            yield retyped(call, ParsedFunctionToolCall, function=parsed)
        else:
            yield call
