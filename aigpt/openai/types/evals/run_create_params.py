# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.evals.create_eval_completions_run_data_source_param import (
        CreateEvalCompletionsRunDataSourceParam,
    )
    from aigpt.openai.types.evals.create_eval_jsonl_run_data_source_param import CreateEvalJSONLRunDataSourceParam
    from aigpt.openai.types.graders.grader_inputs_param import GraderInputsParam
    from aigpt.openai.types.responses.response_format_text_config_param import ResponseFormatTextConfigParam
    from aigpt.openai.types.responses.response_input_audio_param import ResponseInputAudioParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam
    from aigpt.openai.types.responses.tool_param import ToolParam
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = [
    "RunCreateParams",
    "DataSource",
    "DataSourceCreateEvalResponsesRunDataSource",
    "DataSourceCreateEvalResponsesRunDataSourceSource",
    "DataSourceCreateEvalResponsesRunDataSourceSourceFileContent",
    "DataSourceCreateEvalResponsesRunDataSourceSourceFileContentContent",
    "DataSourceCreateEvalResponsesRunDataSourceSourceFileID",
    "DataSourceCreateEvalResponsesRunDataSourceSourceResponses",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessages",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplate",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplate",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateChatMessage",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItem",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContent",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContentOutputText",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContentInputImage",
    "DataSourceCreateEvalResponsesRunDataSourceInputMessagesItemReference",
    "DataSourceCreateEvalResponsesRunDataSourceSamplingParams",
    "DataSourceCreateEvalResponsesRunDataSourceSamplingParamsText",
]


class RunCreateParams(TypedDict, total=False):
    data_source: Required[DataSource]
    metadata: Optional[Metadata]
    name: str


class DataSourceCreateEvalResponsesRunDataSourceSourceFileContentContent(TypedDict, total=False):
    item: Required[Dict[str, object]]
    sample: Dict[str, object]


class DataSourceCreateEvalResponsesRunDataSourceSourceFileContent(TypedDict, total=False):
    content: Required[Iterable[DataSourceCreateEvalResponsesRunDataSourceSourceFileContentContent]]
    type: Required[Literal["file_content"]]


class DataSourceCreateEvalResponsesRunDataSourceSourceFileID(TypedDict, total=False):
    id: Required[str]
    type: Required[Literal["file_id"]]


class DataSourceCreateEvalResponsesRunDataSourceSourceResponses(TypedDict, total=False):
    type: Required[Literal["responses"]]
    created_after: Optional[int]
    created_before: Optional[int]
    instructions_search: Optional[str]
    metadata: Optional[object]
    model: Optional[str]
    reasoning_effort: Optional[ReasoningEffort]
    temperature: Optional[float]
    tools: Optional[SequenceNotStr[str]]
    top_p: Optional[float]
    users: Optional[SequenceNotStr[str]]


DataSourceCreateEvalResponsesRunDataSourceSource: TypeAlias = """
Union[DataSourceCreateEvalResponsesRunDataSourceSourceFileContent,
DataSourceCreateEvalResponsesRunDataSourceSourceFileID,
DataSourceCreateEvalResponsesRunDataSourceSourceResponses]
"""


class DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateChatMessage(TypedDict, total=False):
    content: Required[str]
    role: Required[str]


class DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContentOutputText(
    TypedDict, total=False
):
    text: Required[str]
    type: Required[Literal["output_text"]]


class DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContentInputImage(
    TypedDict, total=False
):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: str


DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContent: TypeAlias = """
Union[str, ResponseInputTextParam,
DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContentOutputText,
DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContentInputImage,
ResponseInputAudioParam, GraderInputsParam]
"""


class DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItem(TypedDict, total=False):
    content: Required[DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContent]
    role: Required[Literal["user", "assistant", "system", "developer"]]
    type: Literal["message"]


DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplate: TypeAlias = """
Union[DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateChatMessage,
DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItem]
"""


class DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplate(TypedDict, total=False):
    template: Required[Iterable[DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplate]]
    type: Required[Literal["template"]]


class DataSourceCreateEvalResponsesRunDataSourceInputMessagesItemReference(TypedDict, total=False):
    item_reference: Required[str]
    type: Required[Literal["item_reference"]]


DataSourceCreateEvalResponsesRunDataSourceInputMessages: TypeAlias = """
Union[DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplate,
DataSourceCreateEvalResponsesRunDataSourceInputMessagesItemReference]
"""


class DataSourceCreateEvalResponsesRunDataSourceSamplingParamsText(TypedDict, total=False):
    format: ResponseFormatTextConfigParam


class DataSourceCreateEvalResponsesRunDataSourceSamplingParams(TypedDict, total=False):
    max_completion_tokens: int
    reasoning_effort: Optional[ReasoningEffort]
    seed: int
    temperature: float
    text: DataSourceCreateEvalResponsesRunDataSourceSamplingParamsText
    tools: Iterable[ToolParam]
    top_p: float


class DataSourceCreateEvalResponsesRunDataSource(TypedDict, total=False):
    source: Required[DataSourceCreateEvalResponsesRunDataSourceSource]
    type: Required[Literal["responses"]]
    input_messages: DataSourceCreateEvalResponsesRunDataSourceInputMessages
    model: str
    sampling_params: DataSourceCreateEvalResponsesRunDataSourceSamplingParams


DataSource: TypeAlias = """
Union[CreateEvalJSONLRunDataSourceParam, CreateEvalCompletionsRunDataSourceParam,
DataSourceCreateEvalResponsesRunDataSource]
"""
postpone(
    __name__,
    homes={
        "CreateEvalCompletionsRunDataSourceParam": "evals.create_eval_completions_run_data_source_param",
        "CreateEvalJSONLRunDataSourceParam": "evals.create_eval_jsonl_run_data_source_param",
        "GraderInputsParam": "graders.grader_inputs_param",
        "Metadata": "shared_params.metadata",
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatTextConfigParam": "responses.response_format_text_config_param",
        "ResponseInputAudioParam": "responses.response_input_audio_param",
        "ResponseInputTextParam": "responses.response_input_text_param",
        "ToolParam": "responses.tool_param",
    },
    aliases={
        "DataSourceCreateEvalResponsesRunDataSourceSource": {},
        "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateEvalItemContent": {},
        "DataSourceCreateEvalResponsesRunDataSourceInputMessagesTemplateTemplate": {},
        "DataSourceCreateEvalResponsesRunDataSourceInputMessages": {},
        "DataSource": {},
    },
)
