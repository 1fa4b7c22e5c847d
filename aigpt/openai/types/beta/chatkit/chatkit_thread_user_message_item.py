# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.chatkit.chatkit_attachment import ChatKitAttachment

__all__ = [
    "ChatKitThreadUserMessageItem",
    "Content",
    "ContentInputText",
    "ContentQuotedText",
    "InferenceOptions",
    "InferenceOptionsToolChoice",
]


class ContentInputText(BaseModel):
    text: str
    type: Literal["input_text"]


class ContentQuotedText(BaseModel):
    text: str
    type: Literal["quoted_text"]


Content: TypeAlias = "Annotated[Union[ContentInputText, ContentQuotedText], PropertyInfo(discriminator='type')]"


class InferenceOptionsToolChoice(BaseModel):
    id: str


class InferenceOptions(BaseModel):
    model: Optional[str] = None
    tool_choice: Optional[InferenceOptionsToolChoice] = None


class ChatKitThreadUserMessageItem(BaseModel):
    id: str
    attachments: List[ChatKitAttachment]
    content: List[Content]
    created_at: int
    inference_options: Optional[InferenceOptions] = None
    object: Literal["chatkit.thread_item"]
    thread_id: str
    type: Literal["chatkit.user_message"]


postpone(
    __name__,
    homes={"ChatKitAttachment": "beta.chatkit.chatkit_attachment"},
    aliases={"Content": {"input_text": "ContentInputText", "quoted_text": "ContentQuotedText"}},
)
