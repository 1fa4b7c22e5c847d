# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.code_interpreter_tool import CodeInterpreterTool
    from aigpt.openai.types.beta.threads.message_content import MessageContent
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = [
    "Message",
    "Attachment",
    "AttachmentTool",
    "AttachmentToolAssistantToolsFileSearchTypeOnly",
    "IncompleteDetails",
]


class AttachmentToolAssistantToolsFileSearchTypeOnly(BaseModel):
    type: Literal["file_search"]


AttachmentTool: TypeAlias = "Union[CodeInterpreterTool, AttachmentToolAssistantToolsFileSearchTypeOnly]"


class Attachment(BaseModel):
    file_id: Optional[str] = None
    tools: Optional[List[AttachmentTool]] = None


class IncompleteDetails(BaseModel):
    reason: Literal["content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"]


class Message(BaseModel):
    id: str
    assistant_id: Optional[str] = None
    attachments: Optional[List[Attachment]] = None
    completed_at: Optional[int] = None
    content: List[MessageContent]
    created_at: int
    incomplete_at: Optional[int] = None
    incomplete_details: Optional[IncompleteDetails] = None
    metadata: Optional[Metadata] = None
    object: Literal["thread.message"]
    role: Literal["user", "assistant"]
    run_id: Optional[str] = None
    status: Literal["in_progress", "incomplete", "completed"]
    thread_id: str


postpone(
    __name__,
    homes={
        "CodeInterpreterTool": "beta.code_interpreter_tool",
        "MessageContent": "beta.threads.message_content",
        "Metadata": "shared.metadata",
    },
    aliases={"AttachmentTool": {}},
)
