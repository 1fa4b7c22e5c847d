# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_message_custom_tool_call_param import (
        ChatCompletionMessageCustomToolCallParam,
    )
    from aigpt.openai.types.chat.chat_completion_message_function_tool_call_param import (
        ChatCompletionMessageFunctionToolCallParam,
    )

__all__ = ["ChatCompletionMessageToolCallUnionParam"]

ChatCompletionMessageToolCallUnionParam: TypeAlias = (
    "Union[ChatCompletionMessageFunctionToolCallParam, ChatCompletionMessageCustomToolCallParam]"
)
postpone(
    __name__,
    homes={
        "ChatCompletionMessageCustomToolCallParam": "chat.chat_completion_message_custom_tool_call_param",
        "ChatCompletionMessageFunctionToolCallParam": "chat.chat_completion_message_function_tool_call_param",
    },
    aliases={"ChatCompletionMessageToolCallUnionParam": {}},
)
