# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.audio_transcription_param import AudioTranscriptionParam
    from aigpt.openai.types.realtime.noise_reduction_type import NoiseReductionType
    from aigpt.openai.types.realtime.realtime_audio_formats_param import RealtimeAudioFormatsParam
    from aigpt.openai.types.realtime.realtime_audio_input_turn_detection_param import (
        RealtimeAudioInputTurnDetectionParam,
    )

__all__ = ["RealtimeAudioConfigInputParam", "NoiseReduction"]


class NoiseReduction(TypedDict, total=False):
    strength: float
    type: NoiseReductionType


class RealtimeAudioConfigInputParam(TypedDict, total=False):
    format: RealtimeAudioFormatsParam
    noise_reduction: NoiseReduction
    transcription: AudioTranscriptionParam
    turn_detection: Optional[RealtimeAudioInputTurnDetectionParam]


postpone(
    __name__,
    homes={
        "AudioTranscriptionParam": "realtime.audio_transcription_param",
        "NoiseReductionType": "realtime.noise_reduction_type",
        "RealtimeAudioFormatsParam": "realtime.realtime_audio_formats_param",
        "RealtimeAudioInputTurnDetectionParam": "realtime.realtime_audio_input_turn_detection_param",
    },
)
