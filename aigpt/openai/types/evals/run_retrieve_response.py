# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, Field, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.evals.create_eval_completions_run_data_source import CreateEvalCompletionsRunDataSource
    from aigpt.openai.types.evals.create_eval_jsonl_run_data_source import CreateEvalJSONLRunDataSource
    from aigpt.openai.types.evals.eval_api_error import EvalAPIError
    from aigpt.openai.types.graders.grader_inputs import GraderInputs
    from aigpt.openai.types.responses.response_format_text_config import ResponseFormatTextConfig
    from aigpt.openai.types.responses.response_input_audio import ResponseInputAudio
    from aigpt.openai.types.responses.response_input_text import ResponseInputText
    from aigpt.openai.types.responses.tool import Tool
    from aigpt.openai.types.shared.metadata import Metadata
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort

__all__ = [
    "RunRetrieveResponse",
    "DataSource",
    "DataSourceResponses",
    "DataSourceResponsesSource",
    "DataSourceResponsesSourceFileContent",
    "DataSourceResponsesSourceFileContentContent",
    "DataSourceResponsesSourceFileID",
    "DataSourceResponsesSourceResponses",
    "DataSourceResponsesInputMessages",
    "DataSourceResponsesInputMessagesTemplate",
    "DataSourceResponsesInputMessagesTemplateTemplate",
    "DataSourceResponsesInputMessagesTemplateTemplateChatMessage",
    "DataSourceResponsesInputMessagesTemplateTemplateEvalItem",
    "DataSourceResponsesInputMessagesTemplateTemplateEvalItemContent",
    "DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentOutputText",
    "DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentInputImage",
    "DataSourceResponsesInputMessagesItemReference",
    "DataSourceResponsesSamplingParams",
    "DataSourceResponsesSamplingParamsText",
    "PerModelUsage",
    "PerTestingCriteriaResult",
    "ResultCounts",
]


class DataSourceResponsesSourceFileContentContent(BaseModel):
    item: Dict[str, object]
    sample: Optional[Dict[str, object]] = None


class DataSourceResponsesSourceFileContent(BaseModel):
    content: List[DataSourceResponsesSourceFileContentContent]
    type: Literal["file_content"]


class DataSourceResponsesSourceFileID(BaseModel):
    id: str
    type: Literal["file_id"]


class DataSourceResponsesSourceResponses(BaseModel):
    type: Literal["responses"]
    created_after: Optional[int] = None
    created_before: Optional[int] = None
    instructions_search: Optional[str] = None
    metadata: Optional[object] = None
    model: Optional[str] = None
    reasoning_effort: Optional[ReasoningEffort] = None
    temperature: Optional[float] = None
    tools: Optional[List[str]] = None
    top_p: Optional[float] = None
    users: Optional[List[str]] = None


DataSourceResponsesSource: TypeAlias = """
Annotated[Union[DataSourceResponsesSourceFileContent, DataSourceResponsesSourceFileID,
DataSourceResponsesSourceResponses], PropertyInfo(discriminator='type')]
"""


class DataSourceResponsesInputMessagesTemplateTemplateChatMessage(BaseModel):
    content: str
    role: str


class DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]


class DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = None


DataSourceResponsesInputMessagesTemplateTemplateEvalItemContent: TypeAlias = """
Union[str, ResponseInputText,
DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentOutputText,
DataSourceResponsesInputMessagesTemplateTemplateEvalItemContentInputImage, ResponseInputAudio,
GraderInputs]
"""


class DataSourceResponsesInputMessagesTemplateTemplateEvalItem(BaseModel):
    content: DataSourceResponsesInputMessagesTemplateTemplateEvalItemContent
    role: Literal["user", "assistant", "system", "developer"]
    type: Optional[Literal["message"]] = None


DataSourceResponsesInputMessagesTemplateTemplate: TypeAlias = """
Union[DataSourceResponsesInputMessagesTemplateTemplateChatMessage,
DataSourceResponsesInputMessagesTemplateTemplateEvalItem]
"""


class DataSourceResponsesInputMessagesTemplate(BaseModel):
    template: List[DataSourceResponsesInputMessagesTemplateTemplate]
    type: Literal["template"]


class DataSourceResponsesInputMessagesItemReference(BaseModel):
    item_reference: str
    type: Literal["item_reference"]


DataSourceResponsesInputMessages: TypeAlias = """
Annotated[Union[DataSourceResponsesInputMessagesTemplate,
DataSourceResponsesInputMessagesItemReference], PropertyInfo(discriminator='type')]
"""


class DataSourceResponsesSamplingParamsText(BaseModel):
    format: Optional[ResponseFormatTextConfig] = None


class DataSourceResponsesSamplingParams(BaseModel):
    max_completion_tokens: Optional[int] = None
    reasoning_effort: Optional[ReasoningEffort] = None
    seed: Optional[int] = None
    temperature: Optional[float] = None
    text: Optional[DataSourceResponsesSamplingParamsText] = None
    tools: Optional[List[Tool]] = None
    top_p: Optional[float] = None


class DataSourceResponses(BaseModel):
    source: DataSourceResponsesSource
    type: Literal["responses"]
    input_messages: Optional[DataSourceResponsesInputMessages] = None
    model: Optional[str] = None
    sampling_params: Optional[DataSourceResponsesSamplingParams] = None


DataSource: TypeAlias = """
Annotated[Union[CreateEvalJSONLRunDataSource, CreateEvalCompletionsRunDataSource,
DataSourceResponses], PropertyInfo(discriminator='type')]
"""


class PerModelUsage(BaseModel):
    cached_tokens: int
    completion_tokens: int
    invocation_count: int
    run_model_name: str = Field(alias="model_name")
    prompt_tokens: int
    total_tokens: int


class PerTestingCriteriaResult(BaseModel):
    failed: int
    passed: int
    testing_criteria: str


class ResultCounts(BaseModel):
    errored: int
    failed: int
    passed: int
    total: int


class RunRetrieveResponse(BaseModel):
    id: str
    created_at: int
    data_source: DataSource
    error: EvalAPIError
    eval_id: str
    metadata: Optional[Metadata] = None
    model: str
    name: str
    object: Literal["eval.run"]
    per_model_usage: List[PerModelUsage]
    per_testing_criteria_results: List[PerTestingCriteriaResult]
    report_url: str
    result_counts: ResultCounts
    status: str


postpone(
    __name__,
    homes={
        "CreateEvalCompletionsRunDataSource": "evals.create_eval_completions_run_data_source",
        "CreateEvalJSONLRunDataSource": "evals.create_eval_jsonl_run_data_source",
        "EvalAPIError": "evals.eval_api_error",
        "GraderInputs": "graders.grader_inputs",
        "Metadata": "shared.metadata",
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatTextConfig": "responses.response_format_text_config",
        "ResponseInputAudio": "responses.response_input_audio",
        "ResponseInputText": "responses.response_input_text",
        "Tool": "responses.tool",
    },
    aliases={
        "DataSourceResponsesSource": {
            "file_content": "DataSourceResponsesSourceFileContent",
            "file_id": "DataSourceResponsesSourceFileID",
            "responses": "DataSourceResponsesSourceResponses",
        },
        "DataSourceResponsesInputMessagesTemplateTemplateEvalItemContent": {},
        "DataSourceResponsesInputMessagesTemplateTemplate": {},
        "DataSourceResponsesInputMessages": {
            "template": "DataSourceResponsesInputMessagesTemplate",
            "item_reference": "DataSourceResponsesInputMessagesItemReference",
        },
        "DataSource": {
            "jsonl": "CreateEvalJSONLRunDataSource",
            "completions": "CreateEvalCompletionsRunDataSource",
            "responses": "DataSourceResponses",
        },
    },
)
