# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, TypeAlias, Union

from aigpt.openai._type_modules import postpone
from aigpt.openai.types.chat.chat_completion_message import ChatCompletionMessage

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_content_part_image import ChatCompletionContentPartImage
    from aigpt.openai.types.chat.chat_completion_content_part_text import ChatCompletionContentPartText

__all__ = ["ChatCompletionStoreMessage", "ChatCompletionStoreMessageContentPart"]

ChatCompletionStoreMessageContentPart: TypeAlias = (
    "Union[ChatCompletionContentPartText, ChatCompletionContentPartImage]"
)


class ChatCompletionStoreMessage(ChatCompletionMessage):
    id: str
    content_parts: Optional[List[ChatCompletionStoreMessageContentPart]] = None


postpone(
    __name__,
    homes={
        "ChatCompletionContentPartImage": "chat.chat_completion_content_part_image",
        "ChatCompletionContentPartText": "chat.chat_completion_content_part_text",
    },
    aliases={"ChatCompletionStoreMessageContentPart": {}},
)
