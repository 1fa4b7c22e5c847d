# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.audio_transcription import AudioTranscription
    from aigpt.openai.types.realtime.noise_reduction_type import NoiseReductionType
    from aigpt.openai.types.realtime.realtime_audio_formats import RealtimeAudioFormats
    from aigpt.openai.types.realtime.realtime_audio_input_turn_detection import RealtimeAudioInputTurnDetection

__all__ = ["RealtimeAudioConfigInput", "NoiseReduction"]


class NoiseReduction(BaseModel):
    strength: Optional[float] = None
    type: Optional[NoiseReductionType] = None


class RealtimeAudioConfigInput(BaseModel):
    format: Optional[RealtimeAudioFormats] = None
    noise_reduction: Optional[NoiseReduction] = None
    transcription: Optional[AudioTranscription] = None
    turn_detection: Optional[RealtimeAudioInputTurnDetection] = None


postpone(
    __name__,
    homes={
        "AudioTranscription": "realtime.audio_transcription",
        "NoiseReductionType": "realtime.noise_reduction_type",
        "RealtimeAudioFormats": "realtime.realtime_audio_formats",
        "RealtimeAudioInputTurnDetection": "realtime.realtime_audio_input_turn_detection",
    },
)
