# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.noise_reduction_type import NoiseReductionType

__all__ = [
    "RealtimeTranslationSessionUpdateRequestParam",
    "Audio",
    "AudioInput",
    "AudioInputNoiseReduction",
    "AudioInputTranscription",
    "AudioOutput",
]


class AudioInputNoiseReduction(TypedDict, total=False):
    type: Required[NoiseReductionType]
    strength: float


class AudioInputTranscription(TypedDict, total=False):
    model: Required[str]


class AudioInput(TypedDict, total=False):
    noise_reduction: Optional[AudioInputNoiseReduction]
    transcription: Optional[AudioInputTranscription]


class AudioOutput(TypedDict, total=False):
    language: str


class Audio(TypedDict, total=False):
    input: AudioInput
    output: AudioOutput


class RealtimeTranslationSessionUpdateRequestParam(TypedDict, total=False):
    audio: Audio


postpone(__name__, homes={"NoiseReductionType": "realtime.noise_reduction_type"})
