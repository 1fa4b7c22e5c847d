# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_assistant_message_param import ChatCompletionAssistantMessageParam
    from aigpt.openai.types.chat.chat_completion_developer_message_param import ChatCompletionDeveloperMessageParam
    from aigpt.openai.types.chat.chat_completion_function_message_param import ChatCompletionFunctionMessageParam
    from aigpt.openai.types.chat.chat_completion_system_message_param import ChatCompletionSystemMessageParam
    from aigpt.openai.types.chat.chat_completion_tool_message_param import ChatCompletionToolMessageParam
    from aigpt.openai.types.chat.chat_completion_user_message_param import ChatCompletionUserMessageParam

__all__ = ["CreateChatCompletionRequestMessageParam"]

CreateChatCompletionRequestMessageParam: TypeAlias = """
Union[ChatCompletionDeveloperMessageParam, ChatCompletionSystemMessageParam,
ChatCompletionUserMessageParam, ChatCompletionAssistantMessageParam, ChatCompletionToolMessageParam,
ChatCompletionFunctionMessageParam]
"""
postpone(
    __name__,
    homes={
        "ChatCompletionAssistantMessageParam": "chat.chat_completion_assistant_message_param",
        "ChatCompletionDeveloperMessageParam": "chat.chat_completion_developer_message_param",
        "ChatCompletionFunctionMessageParam": "chat.chat_completion_function_message_param",
        "ChatCompletionSystemMessageParam": "chat.chat_completion_system_message_param",
        "ChatCompletionToolMessageParam": "chat.chat_completion_tool_message_param",
        "ChatCompletionUserMessageParam": "chat.chat_completion_user_message_param",
    },
    aliases={"CreateChatCompletionRequestMessageParam": {}},
)
