# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_transcription_session_audio import RealtimeTranscriptionSessionAudio

__all__ = ["RealtimeTranscriptionSessionCreateRequest"]


class RealtimeTranscriptionSessionCreateRequest(BaseModel):
    type: Literal["transcription"]
    audio: Optional[RealtimeTranscriptionSessionAudio] = None
    include: Optional[List[Literal["item.input_audio_transcription.logprobs"]]] = None


postpone(__name__, homes={"RealtimeTranscriptionSessionAudio": "realtime.realtime_transcription_session_audio"})
