# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_message_custom_tool_call import ChatCompletionMessageCustomToolCall
    from aigpt.openai.types.chat.chat_completion_message_function_tool_call import ChatCompletionMessageFunctionToolCall
    from aigpt.openai.types.chat.chat_completion_message_function_tool_call import Function as Function

__all__ = ["ChatCompletionMessageToolCallUnion", "Function"]

ChatCompletionMessageToolCallUnion: TypeAlias = """
Annotated[Union[ChatCompletionMessageFunctionToolCall, ChatCompletionMessageCustomToolCall],
PropertyInfo(discriminator='type')]
"""
ChatCompletionMessageToolCall: TypeAlias = "ChatCompletionMessageFunctionToolCall"
postpone(
    __name__,
    homes={
        "ChatCompletionMessageCustomToolCall": "chat.chat_completion_message_custom_tool_call",
        "ChatCompletionMessageFunctionToolCall": "chat.chat_completion_message_function_tool_call",
        "Function": "chat.chat_completion_message_function_tool_call",
    },
    aliases={
        "ChatCompletionMessageToolCallUnion": {
            "function": "ChatCompletionMessageFunctionToolCall",
            "custom": "ChatCompletionMessageCustomToolCall",
        },
        "ChatCompletionMessageToolCall": {},
    },
)
