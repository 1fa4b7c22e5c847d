# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.conversation_item import ConversationItem
    from aigpt.openai.types.realtime.realtime_audio_formats import RealtimeAudioFormats
    from aigpt.openai.types.realtime.realtime_response_status import RealtimeResponseStatus
    from aigpt.openai.types.realtime.realtime_response_usage import RealtimeResponseUsage
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = ["RealtimeResponse", "Audio", "AudioOutput"]


class AudioOutput(BaseModel):
    format: Optional[RealtimeAudioFormats] = None
    voice: Union[
        str, Literal["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"], None
    ] = None


class Audio(BaseModel):
    output: Optional[AudioOutput] = None


class RealtimeResponse(BaseModel):
    id: Optional[str] = None
    audio: Optional[Audio] = None
    conversation_id: Optional[str] = None
    max_output_tokens: Union[int, Literal["inf"], None] = None
    metadata: Optional[Metadata] = None
    object: Optional[Literal["realtime.response"]] = None
    output: Optional[List[ConversationItem]] = None
    output_modalities: Optional[List[Literal["text", "audio"]]] = None
    status: Optional[Literal["completed", "cancelled", "failed", "incomplete", "in_progress"]] = None
    status_details: Optional[RealtimeResponseStatus] = None
    usage: Optional[RealtimeResponseUsage] = None


postpone(
    __name__,
    homes={
        "ConversationItem": "realtime.conversation_item",
        "Metadata": "shared.metadata",
        "RealtimeAudioFormats": "realtime.realtime_audio_formats",
        "RealtimeResponseStatus": "realtime.realtime_response_status",
        "RealtimeResponseUsage": "realtime.realtime_response_usage",
    },
)
