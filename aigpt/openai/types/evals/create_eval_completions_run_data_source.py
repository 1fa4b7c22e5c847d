# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_function_tool import ChatCompletionFunctionTool
    from aigpt.openai.types.graders.grader_inputs import GraderInputs
    from aigpt.openai.types.responses.easy_input_message import EasyInputMessage
    from aigpt.openai.types.responses.response_input_audio import ResponseInputAudio
    from aigpt.openai.types.responses.response_input_text import ResponseInputText
    from aigpt.openai.types.shared.metadata import Metadata
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared.response_format_json_schema import ResponseFormatJSONSchema
    from aigpt.openai.types.shared.response_format_text import ResponseFormatText

__all__ = [
    "CreateEvalCompletionsRunDataSource",
    "Source",
    "SourceFileContent",
    "SourceFileContentContent",
    "SourceFileID",
    "SourceStoredCompletions",
    "InputMessages",
    "InputMessagesTemplate",
    "InputMessagesTemplateTemplate",
    "InputMessagesTemplateTemplateEvalItem",
    "InputMessagesTemplateTemplateEvalItemContent",
    "InputMessagesTemplateTemplateEvalItemContentOutputText",
    "InputMessagesTemplateTemplateEvalItemContentInputImage",
    "InputMessagesItemReference",
    "SamplingParams",
    "SamplingParamsResponseFormat",
]


class SourceFileContentContent(BaseModel):
    item: Dict[str, object]
    sample: Optional[Dict[str, object]] = None


class SourceFileContent(BaseModel):
    content: List[SourceFileContentContent]
    type: Literal["file_content"]


class SourceFileID(BaseModel):
    id: str
    type: Literal["file_id"]


class SourceStoredCompletions(BaseModel):
    type: Literal["stored_completions"]
    created_after: Optional[int] = None
    created_before: Optional[int] = None
    limit: Optional[int] = None
    metadata: Optional[Metadata] = None
    model: Optional[str] = None


Source: TypeAlias = """
Annotated[Union[SourceFileContent, SourceFileID, SourceStoredCompletions],
PropertyInfo(discriminator='type')]
"""


class InputMessagesTemplateTemplateEvalItemContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]


class InputMessagesTemplateTemplateEvalItemContentInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = None


InputMessagesTemplateTemplateEvalItemContent: TypeAlias = """
Union[str, ResponseInputText, InputMessagesTemplateTemplateEvalItemContentOutputText,
InputMessagesTemplateTemplateEvalItemContentInputImage, ResponseInputAudio, GraderInputs]
"""


class InputMessagesTemplateTemplateEvalItem(BaseModel):
    content: InputMessagesTemplateTemplateEvalItemContent
    role: Literal["user", "assistant", "system", "developer"]
    type: Optional[Literal["message"]] = None


InputMessagesTemplateTemplate: TypeAlias = "Union[EasyInputMessage, InputMessagesTemplateTemplateEvalItem]"


class InputMessagesTemplate(BaseModel):
    template: List[InputMessagesTemplateTemplate]
    type: Literal["template"]


class InputMessagesItemReference(BaseModel):
    item_reference: str
    type: Literal["item_reference"]


InputMessages: TypeAlias = """
Annotated[Union[InputMessagesTemplate, InputMessagesItemReference],
PropertyInfo(discriminator='type')]
"""
SamplingParamsResponseFormat: TypeAlias = (
    "Union[ResponseFormatText, ResponseFormatJSONSchema, ResponseFormatJSONObject]"
)


class SamplingParams(BaseModel):
    max_completion_tokens: Optional[int] = None
    reasoning_effort: Optional[ReasoningEffort] = None
    response_format: Optional[SamplingParamsResponseFormat] = None
    seed: Optional[int] = None
    temperature: Optional[float] = None
    tools: Optional[List[ChatCompletionFunctionTool]] = None
    top_p: Optional[float] = None


class CreateEvalCompletionsRunDataSource(BaseModel):
    source: Source
    type: Literal["completions"]
    input_messages: Optional[InputMessages] = None
    model: Optional[str] = None
    sampling_params: Optional[SamplingParams] = None


postpone(
    __name__,
    homes={
        "ChatCompletionFunctionTool": "chat.chat_completion_function_tool",
        "EasyInputMessage": "responses.easy_input_message",
        "GraderInputs": "graders.grader_inputs",
        "Metadata": "shared.metadata",
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatJSONObject": "shared.response_format_json_object",
        "ResponseFormatJSONSchema": "shared.response_format_json_schema",
        "ResponseFormatText": "shared.response_format_text",
        "ResponseInputAudio": "responses.response_input_audio",
        "ResponseInputText": "responses.response_input_text",
    },
    aliases={
        "Source": {
            "file_content": "SourceFileContent",
            "file_id": "SourceFileID",
            "stored_completions": "SourceStoredCompletions",
        },
        "InputMessagesTemplateTemplateEvalItemContent": {},
        "InputMessagesTemplateTemplate": {},
        "InputMessages": {"template": "InputMessagesTemplate", "item_reference": "InputMessagesItemReference"},
        "SamplingParamsResponseFormat": {},
    },
)
