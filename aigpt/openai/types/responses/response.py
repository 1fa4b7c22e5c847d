# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai import _computed
from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_error import ResponseError
    from aigpt.openai.types.responses.response_input_item import ResponseInputItem
    from aigpt.openai.types.responses.response_output_item import ResponseOutputItem
    from aigpt.openai.types.responses.response_prompt import ResponsePrompt
    from aigpt.openai.types.responses.response_status import ResponseStatus
    from aigpt.openai.types.responses.response_text_config import ResponseTextConfig
    from aigpt.openai.types.responses.response_usage import ResponseUsage
    from aigpt.openai.types.responses.service_tier import ServiceTier
    from aigpt.openai.types.responses.tool import Tool
    from aigpt.openai.types.responses.tool_choice_allowed import ToolChoiceAllowed
    from aigpt.openai.types.responses.tool_choice_apply_patch import ToolChoiceApplyPatch
    from aigpt.openai.types.responses.tool_choice_custom import ToolChoiceCustom
    from aigpt.openai.types.responses.tool_choice_function import ToolChoiceFunction
    from aigpt.openai.types.responses.tool_choice_mcp import ToolChoiceMcp
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions
    from aigpt.openai.types.responses.tool_choice_shell import ToolChoiceShell
    from aigpt.openai.types.responses.tool_choice_types import ToolChoiceTypes
    from aigpt.openai.types.shared.metadata import Metadata
    from aigpt.openai.types.shared.reasoning import Reasoning
    from aigpt.openai.types.shared.responses_model import ResponsesModel

__all__ = [
    "Response",
    "AccessPrograms",
    "IncompleteDetails",
    "ToolChoice",
    "ToolChoiceSpecificProgrammaticToolCallingParam",
    "Conversation",
    "Image",
    "InputTransformation",
    "Moderation",
    "ModerationInput",
    "ModerationInputModerationResult",
    "ModerationInputError",
    "ModerationOutput",
    "ModerationOutputModerationResult",
    "ModerationOutputError",
    "PromptCacheDiagnostics",
    "PromptCacheDiagnosticsCacheMiss",
    "PromptCacheDiagnosticsCacheHit",
    "PromptCacheDiagnosticsComparisonResponseNotFound",
    "PromptCacheDiagnosticsUnavailable",
    "PromptCacheOptions",
    "ToolUsage",
    "ToolUsageImageGen",
    "ToolUsageImageGenInputTokensDetails",
    "ToolUsageImageGenCachedTokensDetails",
    "ToolUsageImageGenOutputTokensDetails",
    "ToolUsageWebSearch",
]


class AccessPrograms(BaseModel):
    cyber: Literal["standard", "daybreak_blue", "daybreak_red"]


class IncompleteDetails(BaseModel):
    reason: Optional[Literal["max_output_tokens", "max_messages", "content_filter", "steered"]] = None


class ToolChoiceSpecificProgrammaticToolCallingParam(BaseModel):
    type: Literal["programmatic_tool_calling"]


ToolChoice: TypeAlias = """
Union[ToolChoiceOptions, ToolChoiceAllowed, ToolChoiceTypes, ToolChoiceFunction, ToolChoiceMcp,
ToolChoiceCustom, ToolChoiceSpecificProgrammaticToolCallingParam, ToolChoiceApplyPatch,
ToolChoiceShell]
"""


class Conversation(BaseModel):
    id: str


class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]


class InputTransformation(BaseModel):
    id: str
    action: Literal["removed"]
    reason: Literal["organization_mismatch", "end_user_mismatch", "model_mismatch", "prefix_mismatch", "turn_boundary"]
    type: Literal["reasoning"]


class ModerationInputModerationResult(BaseModel):
    categories: Dict[str, bool]
    category_applied_input_types: Dict[str, List[Literal["text", "image"]]]
    category_scores: Dict[str, float]
    flagged: bool
    model: str
    type: Literal["moderation_result"]


class ModerationInputError(BaseModel):
    code: str
    message: str
    type: Literal["error"]


ModerationInput: TypeAlias = """
Annotated[Union[ModerationInputModerationResult, ModerationInputError],
PropertyInfo(discriminator='type')]
"""


class ModerationOutputModerationResult(BaseModel):
    categories: Dict[str, bool]
    category_applied_input_types: Dict[str, List[Literal["text", "image"]]]
    category_scores: Dict[str, float]
    flagged: bool
    model: str
    type: Literal["moderation_result"]


class ModerationOutputError(BaseModel):
    code: str
    message: str
    type: Literal["error"]


ModerationOutput: TypeAlias = """
Annotated[Union[ModerationOutputModerationResult, ModerationOutputError],
PropertyInfo(discriminator='type')]
"""


class Moderation(BaseModel):
    input: ModerationInput
    output: ModerationOutput


class PromptCacheDiagnosticsCacheMiss(BaseModel):
    cache_missed_tokens: int
    reason: Literal[
        "model_changed",
        "prompt_cache_key_changed",
        "tools_changed",
        "text_format_changed",
        "reasoning_effort_changed",
        "verbosity_changed",
        "context_compacted",
        "input_changed",
        "service_tier_changed",
    ]
    type: Literal["cache_miss"]
    comparison_reusable_tokens: Optional[int] = None


class PromptCacheDiagnosticsCacheHit(BaseModel):
    type: Literal["cache_hit"]


class PromptCacheDiagnosticsComparisonResponseNotFound(BaseModel):
    type: Literal["comparison_response_not_found"]


class PromptCacheDiagnosticsUnavailable(BaseModel):
    type: Literal["unavailable"]


PromptCacheDiagnostics: TypeAlias = """
Annotated[Union[PromptCacheDiagnosticsCacheMiss, PromptCacheDiagnosticsCacheHit,
PromptCacheDiagnosticsComparisonResponseNotFound, PromptCacheDiagnosticsUnavailable],
PropertyInfo(discriminator='type')]
"""


class PromptCacheOptions(BaseModel):
    mode: Literal["implicit", "explicit"]
    ttl: Literal["30m", "12h"]
    comparison_response_id: Optional[str] = None


class ToolUsageImageGenInputTokensDetails(BaseModel):
    image_tokens: int
    text_tokens: int


class ToolUsageImageGenCachedTokensDetails(BaseModel):
    cached_image_tokens: int
    cached_text_tokens: int


class ToolUsageImageGenOutputTokensDetails(BaseModel):
    image_tokens: int
    text_tokens: int


class ToolUsageImageGen(BaseModel):
    input_tokens: int
    input_tokens_details: ToolUsageImageGenInputTokensDetails
    output_tokens: int
    total_tokens: int
    cached_tokens: Optional[int] = None
    cached_tokens_details: Optional[ToolUsageImageGenCachedTokensDetails] = None
    output_tokens_details: Optional[ToolUsageImageGenOutputTokensDetails] = None


class ToolUsageWebSearch(BaseModel):
    num_requests: int


class ToolUsage(BaseModel):
    image_gen: ToolUsageImageGen
    web_search: ToolUsageWebSearch


class Response(BaseModel):
    id: str
    access_programs: Optional[AccessPrograms] = None
    created_at: float
    error: Optional[ResponseError] = None
    incomplete_details: Optional[IncompleteDetails] = None
    instructions: Union[str, List[ResponseInputItem], None] = None
    metadata: Optional[Metadata] = None
    model: ResponsesModel
    object: Literal["response"]
    output: List[ResponseOutputItem]
    parallel_tool_calls: bool
    temperature: Optional[float] = None
    tool_choice: ToolChoice
    tools: List[Tool]
    top_p: Optional[float] = None
    background: Optional[bool] = None
    completed_at: Optional[float] = None
    conversation: Optional[Conversation] = None
    image: Optional[Image] = None
    input_transformations: Optional[List[InputTransformation]] = None
    max_output_tokens: Optional[int] = None
    max_tool_calls: Optional[int] = None
    moderation: Optional[Moderation] = None
    previous_response_id: Optional[str] = None
    prompt: Optional[ResponsePrompt] = None
    prompt_cache_diagnostics: Optional[PromptCacheDiagnostics] = None
    prompt_cache_key: Optional[str] = None
    prompt_cache_options: Optional[PromptCacheOptions] = None
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]] = None
    reasoning: Optional[Reasoning] = None
    safety_identifier: Optional[str] = None
    service_tier: Optional[ServiceTier] = None
    status: Optional[ResponseStatus] = None
    text: Optional[ResponseTextConfig] = None
    tool_usage: Optional[ToolUsage] = None
    top_logprobs: Optional[int] = None
    truncation: Optional[Literal["auto", "disabled"]] = None
    usage: Optional[ResponseUsage] = None
    user: Optional[str] = None

    @property
    def output_text(self) -> str:
        return _computed.response_output_text(self)


postpone(
    __name__,
    homes={
        "Metadata": "shared.metadata",
        "Reasoning": "shared.reasoning",
        "ResponseError": "responses.response_error",
        "ResponseInputItem": "responses.response_input_item",
        "ResponseOutputItem": "responses.response_output_item",
        "ResponsePrompt": "responses.response_prompt",
        "ResponseStatus": "responses.response_status",
        "ResponseTextConfig": "responses.response_text_config",
        "ResponseUsage": "responses.response_usage",
        "ResponsesModel": "shared.responses_model",
        "ServiceTier": "responses.service_tier",
        "Tool": "responses.tool",
        "ToolChoiceAllowed": "responses.tool_choice_allowed",
        "ToolChoiceApplyPatch": "responses.tool_choice_apply_patch",
        "ToolChoiceCustom": "responses.tool_choice_custom",
        "ToolChoiceFunction": "responses.tool_choice_function",
        "ToolChoiceMcp": "responses.tool_choice_mcp",
        "ToolChoiceOptions": "responses.tool_choice_options",
        "ToolChoiceShell": "responses.tool_choice_shell",
        "ToolChoiceTypes": "responses.tool_choice_types",
    },
    aliases={
        "ToolChoice": {},
        "ModerationInput": {"moderation_result": "ModerationInputModerationResult", "error": "ModerationInputError"},
        "ModerationOutput": {"moderation_result": "ModerationOutputModerationResult", "error": "ModerationOutputError"},
        "PromptCacheDiagnostics": {
            "cache_miss": "PromptCacheDiagnosticsCacheMiss",
            "cache_hit": "PromptCacheDiagnosticsCacheHit",
            "comparison_response_not_found": "PromptCacheDiagnosticsComparisonResponseNotFound",
            "unavailable": "PromptCacheDiagnosticsUnavailable",
        },
    },
)
