# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.noise_reduction_type import NoiseReductionType

__all__ = [
    "RealtimeTranslationSessionUpdateRequest",
    "Audio",
    "AudioInput",
    "AudioInputNoiseReduction",
    "AudioInputTranscription",
    "AudioOutput",
]


class AudioInputNoiseReduction(BaseModel):
    type: NoiseReductionType
    strength: Optional[float] = None


class AudioInputTranscription(BaseModel):
    model: str


class AudioInput(BaseModel):
    noise_reduction: Optional[AudioInputNoiseReduction] = None
    transcription: Optional[AudioInputTranscription] = None


class AudioOutput(BaseModel):
    language: Optional[str] = None


class Audio(BaseModel):
    input: Optional[AudioInput] = None
    output: Optional[AudioOutput] = None


class RealtimeTranslationSessionUpdateRequest(BaseModel):
    audio: Optional[Audio] = None


postpone(__name__, homes={"NoiseReductionType": "realtime.noise_reduction_type"})
