# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_custom_tool_param import ChatCompletionCustomToolParam
    from aigpt.openai.types.chat.chat_completion_function_tool_param import ChatCompletionFunctionToolParam

__all__ = ["ChatCompletionToolUnionParam"]

ChatCompletionToolUnionParam: TypeAlias = "Union[ChatCompletionFunctionToolParam, ChatCompletionCustomToolParam]"
postpone(
    __name__,
    homes={
        "ChatCompletionCustomToolParam": "chat.chat_completion_custom_tool_param",
        "ChatCompletionFunctionToolParam": "chat.chat_completion_function_tool_param",
    },
    aliases={"ChatCompletionToolUnionParam": {}},
)
