# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.conversation_item_param import ConversationItemParam
    from aigpt.openai.types.realtime.realtime_function_tool_param import RealtimeFunctionToolParam
    from aigpt.openai.types.realtime.realtime_reasoning_param import RealtimeReasoningParam
    from aigpt.openai.types.realtime.realtime_response_create_audio_output_param import (
        RealtimeResponseCreateAudioOutputParam,
    )
    from aigpt.openai.types.realtime.realtime_response_create_mcp_tool_param import RealtimeResponseCreateMcpToolParam
    from aigpt.openai.types.realtime.response_item_reference_param import ResponseItemReferenceParam
    from aigpt.openai.types.responses.response_prompt_param import ResponsePromptParam
    from aigpt.openai.types.responses.tool_choice_function_param import ToolChoiceFunctionParam
    from aigpt.openai.types.responses.tool_choice_mcp_param import ToolChoiceMcpParam
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["RealtimeResponseCreateParamsWithReferencesParam", "ToolChoice", "Tool"]

ToolChoice: TypeAlias = "Union[ToolChoiceOptions, ToolChoiceFunctionParam, ToolChoiceMcpParam]"
Tool: TypeAlias = "Union[RealtimeFunctionToolParam, RealtimeResponseCreateMcpToolParam]"


class RealtimeResponseCreateParamsWithReferencesParam(TypedDict, total=False):
    audio: RealtimeResponseCreateAudioOutputParam
    conversation: Union[str, Literal["auto", "none"]]
    input: Iterable[Union[ConversationItemParam, ResponseItemReferenceParam]]
    instructions: str
    max_output_tokens: Union[int, Literal["inf"]]
    metadata: Optional[Metadata]
    output_modalities: List[Literal["text", "audio"]]
    parallel_tool_calls: bool
    prompt: Optional[ResponsePromptParam]
    reasoning: RealtimeReasoningParam
    tool_choice: ToolChoice
    tools: Iterable[Tool]


postpone(
    __name__,
    homes={
        "ConversationItemParam": "realtime.conversation_item_param",
        "Metadata": "shared_params.metadata",
        "RealtimeFunctionToolParam": "realtime.realtime_function_tool_param",
        "RealtimeReasoningParam": "realtime.realtime_reasoning_param",
        "RealtimeResponseCreateAudioOutputParam": "realtime.realtime_response_create_audio_output_param",
        "RealtimeResponseCreateMcpToolParam": "realtime.realtime_response_create_mcp_tool_param",
        "ResponseItemReferenceParam": "realtime.response_item_reference_param",
        "ResponsePromptParam": "responses.response_prompt_param",
        "ToolChoiceFunctionParam": "responses.tool_choice_function_param",
        "ToolChoiceMcpParam": "responses.tool_choice_mcp_param",
        "ToolChoiceOptions": "responses.tool_choice_options",
    },
    aliases={"ToolChoice": {}, "Tool": {}},
)
