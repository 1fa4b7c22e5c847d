# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_audio_config import RealtimeAudioConfig
    from aigpt.openai.types.realtime.realtime_reasoning import RealtimeReasoning
    from aigpt.openai.types.realtime.realtime_tool_choice_config import RealtimeToolChoiceConfig
    from aigpt.openai.types.realtime.realtime_tools_config import RealtimeToolsConfig
    from aigpt.openai.types.realtime.realtime_tracing_config import RealtimeTracingConfig
    from aigpt.openai.types.realtime.realtime_truncation import RealtimeTruncation
    from aigpt.openai.types.responses.response_prompt import ResponsePrompt

__all__ = ["RealtimeSessionCreateRequest"]


class RealtimeSessionCreateRequest(BaseModel):
    type: Literal["realtime"]
    audio: Optional[RealtimeAudioConfig] = None
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
    parallel_tool_calls: Optional[bool] = None
    prompt: Optional[ResponsePrompt] = None
    reasoning: Optional[RealtimeReasoning] = None
    tool_choice: Optional[RealtimeToolChoiceConfig] = None
    tools: Optional[RealtimeToolsConfig] = None
    tracing: Optional[RealtimeTracingConfig] = None
    truncation: Optional[RealtimeTruncation] = None


postpone(
    __name__,
    homes={
        "RealtimeAudioConfig": "realtime.realtime_audio_config",
        "RealtimeReasoning": "realtime.realtime_reasoning",
        "RealtimeToolChoiceConfig": "realtime.realtime_tool_choice_config",
        "RealtimeToolsConfig": "realtime.realtime_tools_config",
        "RealtimeTracingConfig": "realtime.realtime_tracing_config",
        "RealtimeTruncation": "realtime.realtime_truncation",
        "ResponsePrompt": "responses.response_prompt",
    },
)
