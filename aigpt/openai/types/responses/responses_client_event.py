# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_conversation_param import ResponseConversationParam
    from aigpt.openai.types.responses.response_includable import ResponseIncludable
    from aigpt.openai.types.responses.response_input import ResponseInput
    from aigpt.openai.types.responses.response_prompt import ResponsePrompt
    from aigpt.openai.types.responses.response_steer_event import ResponseSteerEvent
    from aigpt.openai.types.responses.response_text_config import ResponseTextConfig
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
    "ResponsesClientEvent",
    "ResponseCreate",
    "ResponseCreateAccessPrograms",
    "ResponseCreateBackgroundOptions",
    "ResponseCreateContextManagement",
    "ResponseCreateConversation",
    "ResponseCreateImage",
    "ResponseCreateModeration",
    "ResponseCreateModerationPolicy",
    "ResponseCreateModerationPolicyInput",
    "ResponseCreateModerationPolicyOutput",
    "ResponseCreatePromptCacheOptions",
    "ResponseCreateStreamOptions",
    "ResponseCreateToolChoice",
    "ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam",
    "ContextManagement",
    "Conversation",
    "Moderation",
    "ModerationPolicy",
    "ModerationPolicyInput",
    "ModerationPolicyOutput",
    "PromptCacheOptions",
    "StreamOptions",
    "ToolChoice",
    "ToolChoiceSpecificProgrammaticToolCallingParam",
]


class ResponseCreateAccessPrograms(BaseModel):
    cyber: Optional[Literal["standard", "daybreak_blue", "daybreak_red"]] = None


class ResponseCreateBackgroundOptions(BaseModel):
    completion_window: Optional[Literal["soonest", "2h", "8h"]] = None
    continuation_id: Optional[str] = None


class ResponseCreateContextManagement(BaseModel):
    type: str
    compact_threshold: Optional[int] = None


ResponseCreateConversation: TypeAlias = "Union[str, ResponseConversationParam, None]"


class ResponseCreateImage(BaseModel):
    context_compression: Optional[Literal["auto", "enabled", "disabled"]] = None


class ResponseCreateModerationPolicyInput(BaseModel):
    mode: Literal["score", "block"]


class ResponseCreateModerationPolicyOutput(BaseModel):
    mode: Literal["score", "block"]


class ResponseCreateModerationPolicy(BaseModel):
    input: Optional[ResponseCreateModerationPolicyInput] = None
    output: Optional[ResponseCreateModerationPolicyOutput] = None


class ResponseCreateModeration(BaseModel):
    model: str
    policy: Optional[ResponseCreateModerationPolicy] = None


class ResponseCreatePromptCacheOptions(BaseModel):
    comparison_response_id: Optional[str] = None
    mode: Optional[Literal["implicit", "explicit"]] = None
    prewarm: Optional[bool] = None
    ttl: Optional[Literal["30m", "12h"]] = None


class ResponseCreateStreamOptions(BaseModel):
    include_obfuscation: Optional[bool] = None


class ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam(BaseModel):
    type: Literal["programmatic_tool_calling"]


ResponseCreateToolChoice: TypeAlias = """
Union[ToolChoiceOptions, ToolChoiceAllowed, ToolChoiceTypes, ToolChoiceFunction, ToolChoiceMcp,
ToolChoiceCustom, ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam,
ToolChoiceApplyPatch, ToolChoiceShell]
"""


class ResponseCreate(BaseModel):
    type: Literal["response.create"]
    access_programs: Optional[ResponseCreateAccessPrograms] = None
    background: Optional[bool] = None
    background_options: Optional[ResponseCreateBackgroundOptions] = None
    context_management: Optional[List[ResponseCreateContextManagement]] = None
    conversation: Optional[ResponseCreateConversation] = None
    generate: Optional[bool] = None
    image: Optional[ResponseCreateImage] = None
    include: Optional[List[ResponseIncludable]] = None
    input: Union[str, ResponseInput, None] = None
    instructions: Optional[str] = None
    max_output_tokens: Optional[int] = None
    max_tool_calls: Optional[int] = None
    metadata: Optional[Metadata] = None
    model: Optional[ResponsesModel] = None
    moderation: Optional[ResponseCreateModeration] = None
    parallel_tool_calls: Optional[bool] = None
    previous_response_id: Optional[str] = None
    prompt: Optional[ResponsePrompt] = None
    prompt_cache_key: Optional[str] = None
    prompt_cache_options: Optional[ResponseCreatePromptCacheOptions] = None
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]] = None
    reasoning: Optional[Reasoning] = None
    safety_identifier: Optional[str] = None
    service_tier: Optional[ServiceTier] = None
    store: Optional[bool] = None
    stream: Optional[bool] = None
    stream_id: Optional[str] = None
    stream_options: Optional[ResponseCreateStreamOptions] = None
    temperature: Optional[float] = None
    text: Optional[ResponseTextConfig] = None
    tool_choice: Optional[ResponseCreateToolChoice] = None
    tools: Optional[List[Tool]] = None
    top_logprobs: Optional[int] = None
    top_p: Optional[float] = None
    truncation: Optional[Literal["auto", "disabled"]] = None
    user: Optional[str] = None


ResponsesClientEvent: TypeAlias = (
    "Annotated[Union[ResponseCreate, ResponseSteerEvent], PropertyInfo(discriminator='type')]"
)
ContextManagement: TypeAlias = "ResponseCreateContextManagement"
Conversation: TypeAlias = "ResponseCreateConversation"
Moderation: TypeAlias = "ResponseCreateModeration"
ModerationPolicy: TypeAlias = "ResponseCreateModerationPolicy"
ModerationPolicyInput: TypeAlias = "ResponseCreateModerationPolicyInput"
ModerationPolicyOutput: TypeAlias = "ResponseCreateModerationPolicyOutput"
PromptCacheOptions: TypeAlias = "ResponseCreatePromptCacheOptions"
StreamOptions: TypeAlias = "ResponseCreateStreamOptions"
ToolChoice: TypeAlias = "ResponseCreateToolChoice"
ToolChoiceSpecificProgrammaticToolCallingParam: TypeAlias = (
    "ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam"
)
postpone(
    __name__,
    homes={
        "Metadata": "shared.metadata",
        "Reasoning": "shared.reasoning",
        "ResponseConversationParam": "responses.response_conversation_param",
        "ResponseIncludable": "responses.response_includable",
        "ResponseInput": "responses.response_input",
        "ResponsePrompt": "responses.response_prompt",
        "ResponseSteerEvent": "responses.response_steer_event",
        "ResponseTextConfig": "responses.response_text_config",
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
        "ResponseCreateConversation": {},
        "ResponseCreateToolChoice": {},
        "ResponsesClientEvent": {"response.create": "ResponseCreate", "response.steer": "ResponseSteerEvent"},
        "ContextManagement": {},
        "Conversation": {},
        "Moderation": {},
        "ModerationPolicy": {},
        "ModerationPolicyInput": {},
        "ModerationPolicyOutput": {},
        "PromptCacheOptions": {},
        "StreamOptions": {},
        "ToolChoice": {},
        "ToolChoiceSpecificProgrammaticToolCallingParam": {},
    },
)
