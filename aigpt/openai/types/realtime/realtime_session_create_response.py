# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.audio_transcription import AudioTranscription
    from aigpt.openai.types.realtime.noise_reduction_type import NoiseReductionType
    from aigpt.openai.types.realtime.realtime_audio_formats import RealtimeAudioFormats
    from aigpt.openai.types.realtime.realtime_function_tool import RealtimeFunctionTool
    from aigpt.openai.types.realtime.realtime_reasoning import RealtimeReasoning
    from aigpt.openai.types.realtime.realtime_truncation import RealtimeTruncation
    from aigpt.openai.types.responses.response_prompt import ResponsePrompt
    from aigpt.openai.types.responses.tool_choice_function import ToolChoiceFunction
    from aigpt.openai.types.responses.tool_choice_mcp import ToolChoiceMcp
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions

__all__ = [
    "RealtimeSessionCreateResponse",
    "Audio",
    "AudioInput",
    "AudioInputNoiseReduction",
    "AudioInputTurnDetection",
    "AudioInputTurnDetectionServerVad",
    "AudioInputTurnDetectionSemanticVad",
    "AudioOutput",
    "ToolChoice",
    "Tool",
    "ToolMcpTool",
    "ToolMcpToolAllowedTools",
    "ToolMcpToolAllowedToolsMcpToolFilter",
    "ToolMcpToolRequireApproval",
    "ToolMcpToolRequireApprovalMcpToolApprovalFilter",
    "ToolMcpToolRequireApprovalMcpToolApprovalFilterAlways",
    "ToolMcpToolRequireApprovalMcpToolApprovalFilterNever",
    "Tracing",
    "TracingTracingConfiguration",
]


class AudioInputNoiseReduction(BaseModel):
    strength: Optional[float] = None
    type: Optional[NoiseReductionType] = None


class AudioInputTurnDetectionServerVad(BaseModel):
    type: Literal["server_vad"]
    create_response: Optional[bool] = None
    idle_timeout_ms: Optional[int] = None
    interrupt_response: Optional[bool] = None
    prefix_padding_ms: Optional[int] = None
    silence_duration_ms: Optional[int] = None
    threshold: Optional[float] = None


class AudioInputTurnDetectionSemanticVad(BaseModel):
    type: Literal["semantic_vad"]
    create_response: Optional[bool] = None
    eagerness: Optional[Literal["low", "medium", "high", "auto"]] = None
    interrupt_response: Optional[bool] = None


AudioInputTurnDetection: TypeAlias = """
Annotated[Union[AudioInputTurnDetectionServerVad, AudioInputTurnDetectionSemanticVad, None],
PropertyInfo(discriminator='type')]
"""


class AudioInput(BaseModel):
    format: Optional[RealtimeAudioFormats] = None
    noise_reduction: Optional[AudioInputNoiseReduction] = None
    transcription: Optional[AudioTranscription] = None
    turn_detection: Optional[AudioInputTurnDetection] = None


class AudioOutput(BaseModel):
    format: Optional[RealtimeAudioFormats] = None
    speed: Optional[float] = None
    voice: Union[
        str, Literal["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"], None
    ] = None


class Audio(BaseModel):
    input: Optional[AudioInput] = None
    output: Optional[AudioOutput] = None


ToolChoice: TypeAlias = "Union[ToolChoiceOptions, ToolChoiceFunction, ToolChoiceMcp]"


class ToolMcpToolAllowedToolsMcpToolFilter(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


ToolMcpToolAllowedTools: TypeAlias = "Union[List[str], ToolMcpToolAllowedToolsMcpToolFilter, None]"


class ToolMcpToolRequireApprovalMcpToolApprovalFilterAlways(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


class ToolMcpToolRequireApprovalMcpToolApprovalFilterNever(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


class ToolMcpToolRequireApprovalMcpToolApprovalFilter(BaseModel):
    always: Optional[ToolMcpToolRequireApprovalMcpToolApprovalFilterAlways] = None
    never: Optional[ToolMcpToolRequireApprovalMcpToolApprovalFilterNever] = None


ToolMcpToolRequireApproval: TypeAlias = (
    "Union[ToolMcpToolRequireApprovalMcpToolApprovalFilter, Literal['always', 'never'], None]"
)


class ToolMcpTool(BaseModel):
    server_label: str
    type: Literal["mcp"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    allowed_tools: Optional[ToolMcpToolAllowedTools] = None
    authorization: Optional[str] = None
    connector_id: Optional[
        Literal[
            "connector_dropbox",
            "connector_gmail",
            "connector_googlecalendar",
            "connector_googledrive",
            "connector_microsoftteams",
            "connector_outlookcalendar",
            "connector_outlookemail",
            "connector_sharepoint",
        ]
    ] = None
    defer_loading: Optional[bool] = None
    headers: Optional[Dict[str, str]] = None
    require_approval: Optional[ToolMcpToolRequireApproval] = None
    server_description: Optional[str] = None
    server_url: Optional[str] = None
    tunnel_id: Optional[str] = None


Tool: TypeAlias = "Union[RealtimeFunctionTool, ToolMcpTool]"


class TracingTracingConfiguration(BaseModel):
    group_id: Optional[str] = None
    metadata: Optional[object] = None
    workflow_name: Optional[str] = None


Tracing: TypeAlias = "Union[Literal['auto'], TracingTracingConfiguration, None]"


class RealtimeSessionCreateResponse(BaseModel):
    id: str
    object: Literal["realtime.session"]
    type: Literal["realtime"]
    audio: Optional[Audio] = None
    expires_at: Optional[int] = None
    include: Optional[List[Literal["item.input_audio_transcription.logprobs"]]] = None
    instructions: Optional[str] = None
    max_output_tokens: Union[int, Literal["inf"], None] = None
    model: Union[
        str,
        Literal[
            "gpt-realtime",
            "gpt-realtime-1.5",
            "gpt-realtime-2",
            "gpt-realtime-2.1",
            "gpt-realtime-2.1-mini",
            "gpt-realtime-2025-08-28",
            "gpt-4o-realtime-preview",
            "gpt-4o-realtime-preview-2024-10-01",
            "gpt-4o-realtime-preview-2024-12-17",
            "gpt-4o-realtime-preview-2025-06-03",
            "gpt-4o-mini-realtime-preview",
            "gpt-4o-mini-realtime-preview-2024-12-17",
            "gpt-realtime-mini",
            "gpt-realtime-mini-2025-10-06",
            "gpt-realtime-mini-2025-12-15",
            "gpt-audio-1.5",
            "gpt-audio-mini",
            "gpt-audio-mini-2025-10-06",
            "gpt-audio-mini-2025-12-15",
        ],
        None,
    ] = None
    output_modalities: Optional[List[Literal["text", "audio"]]] = None
    prompt: Optional[ResponsePrompt] = None
    reasoning: Optional[RealtimeReasoning] = None
    tool_choice: Optional[ToolChoice] = None
    tools: Optional[List[Tool]] = None
    tracing: Optional[Tracing] = None
    truncation: Optional[RealtimeTruncation] = None


postpone(
    __name__,
    homes={
        "AudioTranscription": "realtime.audio_transcription",
        "NoiseReductionType": "realtime.noise_reduction_type",
        "RealtimeAudioFormats": "realtime.realtime_audio_formats",
        "RealtimeFunctionTool": "realtime.realtime_function_tool",
        "RealtimeReasoning": "realtime.realtime_reasoning",
        "RealtimeTruncation": "realtime.realtime_truncation",
        "ResponsePrompt": "responses.response_prompt",
        "ToolChoiceFunction": "responses.tool_choice_function",
        "ToolChoiceMcp": "responses.tool_choice_mcp",
        "ToolChoiceOptions": "responses.tool_choice_options",
    },
    aliases={
        "AudioInputTurnDetection": {},
        "ToolChoice": {},
        "ToolMcpToolAllowedTools": {},
        "ToolMcpToolRequireApproval": {},
        "Tool": {},
        "Tracing": {},
    },
)
