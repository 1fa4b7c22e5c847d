# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.conversation_item import ConversationItem
    from aigpt.openai.types.realtime.realtime_function_tool import RealtimeFunctionTool
    from aigpt.openai.types.realtime.realtime_reasoning import RealtimeReasoning
    from aigpt.openai.types.realtime.realtime_response_create_audio_output import RealtimeResponseCreateAudioOutput
    from aigpt.openai.types.realtime.realtime_response_create_mcp_tool import RealtimeResponseCreateMcpTool
    from aigpt.openai.types.responses.response_prompt import ResponsePrompt
    from aigpt.openai.types.responses.tool_choice_function import ToolChoiceFunction
    from aigpt.openai.types.responses.tool_choice_mcp import ToolChoiceMcp
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = ["RealtimeResponseCreateParams", "ToolChoice", "Tool"]

ToolChoice: TypeAlias = "Union[ToolChoiceOptions, ToolChoiceFunction, ToolChoiceMcp]"
Tool: TypeAlias = "Union[RealtimeFunctionTool, RealtimeResponseCreateMcpTool]"


class RealtimeResponseCreateParams(BaseModel):
    audio: Optional[RealtimeResponseCreateAudioOutput] = None
    conversation: Union[str, Literal["auto", "none"], None] = None
    input: Optional[List[ConversationItem]] = None
    instructions: Optional[str] = None
    max_output_tokens: Union[int, Literal["inf"], None] = None
    metadata: Optional[Metadata] = None
    output_modalities: Optional[List[Literal["text", "audio"]]] = None
    parallel_tool_calls: Optional[bool] = None
    prompt: Optional[ResponsePrompt] = None
    reasoning: Optional[RealtimeReasoning] = None
    tool_choice: Optional[ToolChoice] = None
    tools: Optional[List[Tool]] = None


postpone(
    __name__,
    homes={
        "ConversationItem": "realtime.conversation_item",
        "Metadata": "shared.metadata",
        "RealtimeFunctionTool": "realtime.realtime_function_tool",
        "RealtimeReasoning": "realtime.realtime_reasoning",
        "RealtimeResponseCreateAudioOutput": "realtime.realtime_response_create_audio_output",
        "RealtimeResponseCreateMcpTool": "realtime.realtime_response_create_mcp_tool",
        "ResponsePrompt": "responses.response_prompt",
        "ToolChoiceFunction": "responses.tool_choice_function",
        "ToolChoiceMcp": "responses.tool_choice_mcp",
        "ToolChoiceOptions": "responses.tool_choice_options",
    },
    aliases={"ToolChoice": {}, "Tool": {}},
)
