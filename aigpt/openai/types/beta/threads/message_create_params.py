# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.code_interpreter_tool_param import CodeInterpreterToolParam
    from aigpt.openai.types.beta.threads.message_content_part_param import MessageContentPartParam
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["MessageCreateParams", "Attachment", "AttachmentTool", "AttachmentToolFileSearch"]


class MessageCreateParams(TypedDict, total=False):
    content: Required[Union[str, Iterable[MessageContentPartParam]]]
    role: Required[Literal["user", "assistant"]]
    attachments: Optional[Iterable[Attachment]]
    metadata: Optional[Metadata]


class AttachmentToolFileSearch(TypedDict, total=False):
    type: Required[Literal["file_search"]]


AttachmentTool: TypeAlias = "Union[CodeInterpreterToolParam, AttachmentToolFileSearch]"


class Attachment(TypedDict, total=False):
    file_id: str
    tools: Iterable[AttachmentTool]


postpone(
    __name__,
    homes={
        "CodeInterpreterToolParam": "beta.code_interpreter_tool_param",
        "MessageContentPartParam": "beta.threads.message_content_part_param",
        "Metadata": "shared_params.metadata",
    },
    aliases={"AttachmentTool": {}},
)
