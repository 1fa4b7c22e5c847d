# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_function_tool_param import ChatCompletionFunctionToolParam
    from aigpt.openai.types.shared_params.function_definition import FunctionDefinition as FunctionDefinition

__all__ = ["ChatCompletionToolParam", "FunctionDefinition"]

ChatCompletionToolParam: TypeAlias = "ChatCompletionFunctionToolParam"
postpone(
    __name__,
    homes={
        "ChatCompletionFunctionToolParam": "chat.chat_completion_function_tool_param",
        "FunctionDefinition": "shared_params.function_definition",
    },
    aliases={"ChatCompletionToolParam": {}},
)
