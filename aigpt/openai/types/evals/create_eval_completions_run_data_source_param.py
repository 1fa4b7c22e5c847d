# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_function_tool_param import ChatCompletionFunctionToolParam
    from aigpt.openai.types.graders.grader_inputs_param import GraderInputsParam
    from aigpt.openai.types.responses.easy_input_message_param import EasyInputMessageParam
    from aigpt.openai.types.responses.response_input_audio_param import ResponseInputAudioParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared_params.metadata import Metadata
    from aigpt.openai.types.shared_params.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared_params.response_format_json_schema import ResponseFormatJSONSchema
    from aigpt.openai.types.shared_params.response_format_text import ResponseFormatText

__all__ = [
    "CreateEvalCompletionsRunDataSourceParam",
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


class SourceFileContentContent(TypedDict, total=False):
    item: Required[Dict[str, object]]
    sample: Dict[str, object]


class SourceFileContent(TypedDict, total=False):
    content: Required[Iterable[SourceFileContentContent]]
    type: Required[Literal["file_content"]]


class SourceFileID(TypedDict, total=False):
    id: Required[str]
    type: Required[Literal["file_id"]]


class SourceStoredCompletions(TypedDict, total=False):
    type: Required[Literal["stored_completions"]]
    created_after: Optional[int]
    created_before: Optional[int]
    limit: Optional[int]
    metadata: Optional[Metadata]
    model: Optional[str]


Source: TypeAlias = "Union[SourceFileContent, SourceFileID, SourceStoredCompletions]"


class InputMessagesTemplateTemplateEvalItemContentOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]


class InputMessagesTemplateTemplateEvalItemContentInputImage(TypedDict, total=False):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: str


InputMessagesTemplateTemplateEvalItemContent: TypeAlias = """
Union[str, ResponseInputTextParam, InputMessagesTemplateTemplateEvalItemContentOutputText,
InputMessagesTemplateTemplateEvalItemContentInputImage, ResponseInputAudioParam, GraderInputsParam]
"""


class InputMessagesTemplateTemplateEvalItem(TypedDict, total=False):
    content: Required[InputMessagesTemplateTemplateEvalItemContent]
    role: Required[Literal["user", "assistant", "system", "developer"]]
    type: Literal["message"]


InputMessagesTemplateTemplate: TypeAlias = "Union[EasyInputMessageParam, InputMessagesTemplateTemplateEvalItem]"


class InputMessagesTemplate(TypedDict, total=False):
    template: Required[Iterable[InputMessagesTemplateTemplate]]
    type: Required[Literal["template"]]


class InputMessagesItemReference(TypedDict, total=False):
    item_reference: Required[str]
    type: Required[Literal["item_reference"]]


InputMessages: TypeAlias = "Union[InputMessagesTemplate, InputMessagesItemReference]"
SamplingParamsResponseFormat: TypeAlias = (
    "Union[ResponseFormatText, ResponseFormatJSONSchema, ResponseFormatJSONObject]"
)


class SamplingParams(TypedDict, total=False):
    max_completion_tokens: int
    reasoning_effort: Optional[ReasoningEffort]
    response_format: SamplingParamsResponseFormat
    seed: int
    temperature: float
    tools: Iterable[ChatCompletionFunctionToolParam]
    top_p: float


class CreateEvalCompletionsRunDataSourceParam(TypedDict, total=False):
    source: Required[Source]
    type: Required[Literal["completions"]]
    input_messages: InputMessages
    model: str
    sampling_params: SamplingParams


postpone(
    __name__,
    homes={
        "ChatCompletionFunctionToolParam": "chat.chat_completion_function_tool_param",
        "EasyInputMessageParam": "responses.easy_input_message_param",
        "GraderInputsParam": "graders.grader_inputs_param",
        "Metadata": "shared_params.metadata",
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatJSONObject": "shared_params.response_format_json_object",
        "ResponseFormatJSONSchema": "shared_params.response_format_json_schema",
        "ResponseFormatText": "shared_params.response_format_text",
        "ResponseInputAudioParam": "responses.response_input_audio_param",
        "ResponseInputTextParam": "responses.response_input_text_param",
    },
    aliases={
        "Source": {},
        "InputMessagesTemplateTemplateEvalItemContent": {},
        "InputMessagesTemplateTemplate": {},
        "InputMessages": {},
        "SamplingParamsResponseFormat": {},
    },
)
