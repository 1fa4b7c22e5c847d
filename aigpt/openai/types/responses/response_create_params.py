# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_conversation_param_param import ResponseConversationParamParam
    from aigpt.openai.types.responses.response_includable import ResponseIncludable
    from aigpt.openai.types.responses.response_input_param import ResponseInputParam
    from aigpt.openai.types.responses.response_prompt_param import ResponsePromptParam
    from aigpt.openai.types.responses.response_text_config_param import ResponseTextConfigParam
    from aigpt.openai.types.responses.service_tier import ServiceTier
    from aigpt.openai.types.responses.tool_choice_allowed_param import ToolChoiceAllowedParam
    from aigpt.openai.types.responses.tool_choice_apply_patch_param import ToolChoiceApplyPatchParam
    from aigpt.openai.types.responses.tool_choice_custom_param import ToolChoiceCustomParam
    from aigpt.openai.types.responses.tool_choice_function_param import ToolChoiceFunctionParam
    from aigpt.openai.types.responses.tool_choice_mcp_param import ToolChoiceMcpParam
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions
    from aigpt.openai.types.responses.tool_choice_shell_param import ToolChoiceShellParam
    from aigpt.openai.types.responses.tool_choice_types_param import ToolChoiceTypesParam
    from aigpt.openai.types.responses.tool_param import ToolParam
    from aigpt.openai.types.shared_params.metadata import Metadata
    from aigpt.openai.types.shared_params.reasoning import Reasoning
    from aigpt.openai.types.shared_params.responses_model import ResponsesModel

__all__ = [
    "ResponseCreateParamsBase",
    "AccessPrograms",
    "BackgroundOptions",
    "ContextManagement",
    "Conversation",
    "Image",
    "Moderation",
    "ModerationPolicy",
    "ModerationPolicyInput",
    "ModerationPolicyOutput",
    "PromptCacheOptions",
    "StreamOptions",
    "ToolChoice",
    "ToolChoiceSpecificProgrammaticToolCallingParam",
    "ResponseCreateParamsNonStreaming",
    "ResponseCreateParamsStreaming",
]


class ResponseCreateParamsBase(TypedDict, total=False):
    access_programs: AccessPrograms
    background: Optional[bool]
    background_options: BackgroundOptions
    context_management: Optional[Iterable[ContextManagement]]
    conversation: Optional[Conversation]
    image: Image
    include: Optional[List[ResponseIncludable]]
    input: Union[str, ResponseInputParam]
    instructions: Optional[str]
    max_output_tokens: Optional[int]
    max_tool_calls: Optional[int]
    metadata: Optional[Metadata]
    model: ResponsesModel
    moderation: Optional[Moderation]
    parallel_tool_calls: Optional[bool]
    previous_response_id: Optional[str]
    prompt: Optional[ResponsePromptParam]
    prompt_cache_key: Optional[str]
    prompt_cache_options: PromptCacheOptions
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]]
    reasoning: Optional[Reasoning]
    safety_identifier: Optional[str]
    service_tier: Optional[ServiceTier]
    store: Optional[bool]
    stream_options: Optional[StreamOptions]
    temperature: Optional[float]
    text: ResponseTextConfigParam
    tool_choice: ToolChoice
    tools: Iterable[ToolParam]
    top_logprobs: Optional[int]
    top_p: Optional[float]
    truncation: Optional[Literal["auto", "disabled"]]
    user: str


class AccessPrograms(TypedDict, total=False):
    cyber: Literal["standard", "daybreak_blue", "daybreak_red"]


class BackgroundOptions(TypedDict, total=False):
    completion_window: Literal["soonest", "2h", "8h"]
    continuation_id: str


class ContextManagement(TypedDict, total=False):
    type: Required[str]
    compact_threshold: Optional[int]


Conversation: TypeAlias = "Union[str, ResponseConversationParamParam]"


class Image(TypedDict, total=False):
    context_compression: Literal["auto", "enabled", "disabled"]


class ModerationPolicyInput(TypedDict, total=False):
    mode: Required[Literal["score", "block"]]


class ModerationPolicyOutput(TypedDict, total=False):
    mode: Required[Literal["score", "block"]]


class ModerationPolicy(TypedDict, total=False):
    input: Optional[ModerationPolicyInput]
    output: Optional[ModerationPolicyOutput]


class Moderation(TypedDict, total=False):
    model: Required[str]
    policy: Optional[ModerationPolicy]


class PromptCacheOptions(TypedDict, total=False):
    comparison_response_id: Optional[str]
    mode: Literal["implicit", "explicit"]
    prewarm: bool
    ttl: Literal["30m", "12h"]


class StreamOptions(TypedDict, total=False):
    include_obfuscation: bool


class ToolChoiceSpecificProgrammaticToolCallingParam(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]


ToolChoice: TypeAlias = """
Union[ToolChoiceOptions, ToolChoiceAllowedParam, ToolChoiceTypesParam, ToolChoiceFunctionParam,
ToolChoiceMcpParam, ToolChoiceCustomParam, ToolChoiceSpecificProgrammaticToolCallingParam,
ToolChoiceApplyPatchParam, ToolChoiceShellParam]
"""


class ResponseCreateParamsNonStreaming(ResponseCreateParamsBase, total=False):
    stream: Optional[Literal[False]]


class ResponseCreateParamsStreaming(ResponseCreateParamsBase):
    stream: Required[Literal[True]]


ResponseCreateParams = Union[ResponseCreateParamsNonStreaming, ResponseCreateParamsStreaming]
postpone(
    __name__,
    homes={
        "Metadata": "shared_params.metadata",
        "Reasoning": "shared_params.reasoning",
        "ResponseConversationParamParam": "responses.response_conversation_param_param",
        "ResponseIncludable": "responses.response_includable",
        "ResponseInputParam": "responses.response_input_param",
        "ResponsePromptParam": "responses.response_prompt_param",
        "ResponseTextConfigParam": "responses.response_text_config_param",
        "ResponsesModel": "shared_params.responses_model",
        "ServiceTier": "responses.service_tier",
        "ToolChoiceAllowedParam": "responses.tool_choice_allowed_param",
        "ToolChoiceApplyPatchParam": "responses.tool_choice_apply_patch_param",
        "ToolChoiceCustomParam": "responses.tool_choice_custom_param",
        "ToolChoiceFunctionParam": "responses.tool_choice_function_param",
        "ToolChoiceMcpParam": "responses.tool_choice_mcp_param",
        "ToolChoiceOptions": "responses.tool_choice_options",
        "ToolChoiceShellParam": "responses.tool_choice_shell_param",
        "ToolChoiceTypesParam": "responses.tool_choice_types_param",
        "ToolParam": "responses.tool_param",
    },
    aliases={"Conversation": {}, "ToolChoice": {}},
)
