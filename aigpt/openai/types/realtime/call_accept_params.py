# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Required, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_audio_config_param import RealtimeAudioConfigParam
    from aigpt.openai.types.realtime.realtime_reasoning_param import RealtimeReasoningParam
    from aigpt.openai.types.realtime.realtime_tool_choice_config_param import RealtimeToolChoiceConfigParam
    from aigpt.openai.types.realtime.realtime_tools_config_param import RealtimeToolsConfigParam
    from aigpt.openai.types.realtime.realtime_tracing_config_param import RealtimeTracingConfigParam
    from aigpt.openai.types.realtime.realtime_truncation_param import RealtimeTruncationParam
    from aigpt.openai.types.responses.response_prompt_param import ResponsePromptParam

__all__ = ["CallAcceptParams"]


class CallAcceptParams(TypedDict, total=False):
    type: Required[Literal["realtime"]]
    audio: RealtimeAudioConfigParam
    include: List[Literal["item.input_audio_transcription.logprobs"]]
    instructions: str
    max_output_tokens: Union[int, Literal["inf"]]
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
    ]
    output_modalities: List[Literal["text", "audio"]]
    parallel_tool_calls: bool
    prompt: Optional[ResponsePromptParam]
    reasoning: RealtimeReasoningParam
    tool_choice: RealtimeToolChoiceConfigParam
    tools: RealtimeToolsConfigParam
    tracing: Optional[RealtimeTracingConfigParam]
    truncation: RealtimeTruncationParam


postpone(
    __name__,
    homes={
        "RealtimeAudioConfigParam": "realtime.realtime_audio_config_param",
        "RealtimeReasoningParam": "realtime.realtime_reasoning_param",
        "RealtimeToolChoiceConfigParam": "realtime.realtime_tool_choice_config_param",
        "RealtimeToolsConfigParam": "realtime.realtime_tools_config_param",
        "RealtimeTracingConfigParam": "realtime.realtime_tracing_config_param",
        "RealtimeTruncationParam": "realtime.realtime_truncation_param",
        "ResponsePromptParam": "responses.response_prompt_param",
    },
)
