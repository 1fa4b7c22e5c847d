# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_content_part_refusal_param import ChatCompletionContentPartRefusalParam
    from aigpt.openai.types.chat.chat_completion_content_part_text_param import ChatCompletionContentPartTextParam
    from aigpt.openai.types.chat.chat_completion_message_tool_call_union_param import (
        ChatCompletionMessageToolCallUnionParam,
    )

__all__ = ["ChatCompletionAssistantMessageParam", "Audio", "ContentArrayOfContentPart", "FunctionCall"]


class Audio(TypedDict, total=False):
    id: Required[str]


ContentArrayOfContentPart: TypeAlias = (
    "Union[ChatCompletionContentPartTextParam, ChatCompletionContentPartRefusalParam]"
)


class FunctionCall(TypedDict, total=False):
    arguments: Required[str]
    name: Required[str]


class ChatCompletionAssistantMessageParam(TypedDict, total=False):
    role: Required[Literal["assistant"]]
    audio: Optional[Audio]
    content: Union[str, Iterable[ContentArrayOfContentPart], None]
    function_call: Optional[FunctionCall]
    name: str
    refusal: Optional[str]
    tool_calls: Iterable[ChatCompletionMessageToolCallUnionParam]


postpone(
    __name__,
    homes={
        "ChatCompletionContentPartRefusalParam": "chat.chat_completion_content_part_refusal_param",
        "ChatCompletionContentPartTextParam": "chat.chat_completion_content_part_text_param",
        "ChatCompletionMessageToolCallUnionParam": "chat.chat_completion_message_tool_call_union_param",
    },
    aliases={"ContentArrayOfContentPart": {}},
)
