# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_allowed_tool_choice_param import ChatCompletionAllowedToolChoiceParam
    from aigpt.openai.types.chat.chat_completion_named_tool_choice_custom_param import (
        ChatCompletionNamedToolChoiceCustomParam,
    )
    from aigpt.openai.types.chat.chat_completion_named_tool_choice_param import ChatCompletionNamedToolChoiceParam

__all__ = ["ChatCompletionToolChoiceOptionParam"]

ChatCompletionToolChoiceOptionParam: TypeAlias = """
Union[Literal['none', 'auto', 'required'], ChatCompletionAllowedToolChoiceParam,
ChatCompletionNamedToolChoiceParam, ChatCompletionNamedToolChoiceCustomParam]
"""
postpone(
    __name__,
    homes={
        "ChatCompletionAllowedToolChoiceParam": "chat.chat_completion_allowed_tool_choice_param",
        "ChatCompletionNamedToolChoiceCustomParam": "chat.chat_completion_named_tool_choice_custom_param",
        "ChatCompletionNamedToolChoiceParam": "chat.chat_completion_named_tool_choice_param",
    },
    aliases={"ChatCompletionToolChoiceOptionParam": {}},
)
