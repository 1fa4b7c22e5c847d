# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Optional

from aigpt.openai import _computed
from aigpt.openai._type_modules import postpone
from aigpt.openai.types.chat.chat_completion_message_function_tool_call import (
    ChatCompletionMessageFunctionToolCall,
    Function,
)

__all__ = ["ParsedFunctionToolCall", "ParsedFunction"]


class ParsedFunction(Function):
    parsed_arguments: Optional[object] = None

    @property
    def __api_exclude__(self) -> dict[str, object]:
        return _computed.parsed_function_api_exclude(self)


class ParsedFunctionToolCall(ChatCompletionMessageFunctionToolCall):
    function: ParsedFunction  # pyright: ignore[reportIncompatibleVariableOverride]

    @property
    def __api_exclude__(self) -> dict[str, object]:
        return _computed.parsed_function_tool_call_api_exclude(self)


postpone(__name__)
