"""A whole response with its texts and arguments parsed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from aigpt.openai._errors import ContentFilterFinishReasonError, LengthFinishReasonError
from aigpt.openai._helpers.answer_types import AnswerType
from aigpt.openai._helpers.tools import is_parsed, mapping, parsed_arguments, response_function
from aigpt.openai._models import BaseModel, retyped
from aigpt.openai.types.responses.parsed_response import (
    ParsedResponse,
    ParsedResponseFunctionToolCall,
    ParsedResponseOutputMessage,
    ParsedResponseOutputText,
)
from aigpt.openai.types.responses.response import Response

TEXT: type[ParsedResponseOutputText[Any]] = ParsedResponseOutputText
MESSAGE: type[ParsedResponseOutputMessage[Any]] = ParsedResponseOutputMessage
RESPONSE: type[ParsedResponse[Any]] = ParsedResponse


def parsed_response(response: Response, answer: AnswerType | None, tools: Iterable[Any]) -> ParsedResponse[Any]:
    """Return *response* with the texts and the arguments parsed; it stays as it is.

    Raises LengthFinishReasonError and ContentFilterFinishReasonError where it was cut, and what the types raise for
    what does not fit them.
    """
    check_whole(response, answer, tools)
    output: list[Any] = []
    for item in response.output or ():
        made: Any = item
        if not isinstance(made, BaseModel):
            pass  # what no object was made of
        elif item.type == "message":
            content = [_parsed_part(part, answer, item.phase) for part in item.content or ()]
            made = retyped(item, MESSAGE, content=content)
        elif item.type == "function_call":
            function = response_function(tools, item.name, item.namespace)
            arguments = parsed_arguments(function, item.arguments)
            made = retyped(item, ParsedResponseFunctionToolCall, parsed_arguments=arguments)
        output.append(made)
    return retyped(response, RESPONSE, output=output)


def check_whole(response: Any, answer: AnswerType | None, tools: Iterable[Any]) -> None:
    """Raise LengthFinishReasonError or ContentFilterFinishReasonError where *response* was cut, and is to be parsed."""
    if getattr(response, "status", None) != "incomplete" or not (answer is not None or _any_parsed(tools)):
        return
    reason = getattr(getattr(response, "incomplete_details", None), "reason", None)
    if reason == "max_output_tokens":
        raise LengthFinishReasonError(response=response)
    if reason == "content_filter":
        raise ContentFilterFinishReasonError(response=response)


def _any_parsed(tools: Iterable[Any]) -> bool:
    """Return whether the arguments of a call of any of *tools* would be parsed."""
    return any(
        is_parsed(tool) if tool.get("type") == "function" else _any_parsed(tool.get("tools") or ())
        for tool in map(mapping, tools)
        if tool.get("type") in {"function", "namespace"}
    )


def _parsed_part(part: Any, answer: AnswerType | None, phase: str | None) -> Any:
    if getattr(part, "type", None) != "output_text":
        return part
    return retyped(part, TEXT, parsed=parsed_text(part.text, answer, phase))


def parsed_text(text: str, answer: AnswerType | None, phase: str | None) -> Any:
    """Return the instance that *text* is.

    None where there is no type, or where the *phase* of its message says that it is not the final answer.
    """
    if answer is None or cast("object", phase) not in (None, "final_answer"):
        return None
    return answer.decode(text)
