# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.assistant_response_format_option_param import AssistantResponseFormatOptionParam
    from aigpt.openai.types.beta.assistant_tool_choice_option_param import AssistantToolChoiceOptionParam
    from aigpt.openai.types.beta.assistant_tool_param import AssistantToolParam
    from aigpt.openai.types.beta.code_interpreter_tool_param import CodeInterpreterToolParam
    from aigpt.openai.types.beta.threads.message_content_part_param import MessageContentPartParam
    from aigpt.openai.types.beta.threads.runs.run_step_include import RunStepInclude
    from aigpt.openai.types.shared.chat_model import ChatModel
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = [
    "RunCreateParamsBase",
    "AdditionalMessage",
    "AdditionalMessageAttachment",
    "AdditionalMessageAttachmentTool",
    "AdditionalMessageAttachmentToolFileSearch",
    "TruncationStrategy",
    "RunCreateParamsNonStreaming",
    "RunCreateParamsStreaming",
]


class RunCreateParamsBase(TypedDict, total=False):
    assistant_id: Required[str]
    include: List[RunStepInclude]
    additional_instructions: Optional[str]
    additional_messages: Optional[Iterable[AdditionalMessage]]
    instructions: Optional[str]
    max_completion_tokens: Optional[int]
    max_prompt_tokens: Optional[int]
    metadata: Optional[Metadata]
    model: Union[str, ChatModel, None]
    parallel_tool_calls: bool
    reasoning_effort: Optional[ReasoningEffort]
    response_format: Optional[AssistantResponseFormatOptionParam]
    temperature: Optional[float]
    tool_choice: Optional[AssistantToolChoiceOptionParam]
    tools: Optional[Iterable[AssistantToolParam]]
    top_p: Optional[float]
    truncation_strategy: Optional[TruncationStrategy]


class AdditionalMessageAttachmentToolFileSearch(TypedDict, total=False):
    type: Required[Literal["file_search"]]


AdditionalMessageAttachmentTool: TypeAlias = (
    "Union[CodeInterpreterToolParam, AdditionalMessageAttachmentToolFileSearch]"
)


class AdditionalMessageAttachment(TypedDict, total=False):
    file_id: str
    tools: Iterable[AdditionalMessageAttachmentTool]


class AdditionalMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[MessageContentPartParam]]]
    role: Required[Literal["user", "assistant"]]
    attachments: Optional[Iterable[AdditionalMessageAttachment]]
    metadata: Optional[Metadata]


class TruncationStrategy(TypedDict, total=False):
    type: Required[Literal["auto", "last_messages"]]
    last_messages: Optional[int]


class RunCreateParamsNonStreaming(RunCreateParamsBase, total=False):
    stream: Optional[Literal[False]]


class RunCreateParamsStreaming(RunCreateParamsBase):
    stream: Required[Literal[True]]


RunCreateParams = Union[RunCreateParamsNonStreaming, RunCreateParamsStreaming]
postpone(
    __name__,
    homes={
        "AssistantResponseFormatOptionParam": "beta.assistant_response_format_option_param",
        "AssistantToolChoiceOptionParam": "beta.assistant_tool_choice_option_param",
        "AssistantToolParam": "beta.assistant_tool_param",
        "ChatModel": "shared.chat_model",
        "CodeInterpreterToolParam": "beta.code_interpreter_tool_param",
        "MessageContentPartParam": "beta.threads.message_content_part_param",
        "Metadata": "shared_params.metadata",
        "ReasoningEffort": "shared.reasoning_effort",
        "RunStepInclude": "beta.threads.runs.run_step_include",
    },
    aliases={"AdditionalMessageAttachmentTool": {}},
)
