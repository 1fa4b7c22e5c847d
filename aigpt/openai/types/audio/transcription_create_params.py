# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import FileTypes, SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.audio.transcription_include import TranscriptionInclude
    from aigpt.openai.types.audio_model import AudioModel
    from aigpt.openai.types.audio_response_format import AudioResponseFormat

__all__ = [
    "TranscriptionCreateParamsBase",
    "ChunkingStrategy",
    "ChunkingStrategyVadConfig",
    "TranscriptionCreateParamsNonStreaming",
    "TranscriptionCreateParamsStreaming",
]


class TranscriptionCreateParamsBase(TypedDict, total=False):
    file: Required[FileTypes]
    model: Required[Union[str, AudioModel]]
    chunking_strategy: Optional[ChunkingStrategy]
    include: List[TranscriptionInclude]
    keywords: SequenceNotStr[str]
    known_speaker_names: SequenceNotStr[str]
    known_speaker_references: SequenceNotStr[str]
    language: str
    languages: SequenceNotStr[str]
    prompt: str
    response_format: AudioResponseFormat
    temperature: float
    timestamp_granularities: List[Literal["word", "segment"]]


class ChunkingStrategyVadConfig(TypedDict, total=False):
    type: Required[Literal["server_vad"]]
    prefix_padding_ms: int
    silence_duration_ms: int
    threshold: float


ChunkingStrategy: TypeAlias = "Union[Literal['auto'], ChunkingStrategyVadConfig]"


class TranscriptionCreateParamsNonStreaming(TranscriptionCreateParamsBase, total=False):
    stream: Optional[Literal[False]]


class TranscriptionCreateParamsStreaming(TranscriptionCreateParamsBase):
    stream: Required[Literal[True]]


TranscriptionCreateParams = Union[TranscriptionCreateParamsNonStreaming, TranscriptionCreateParamsStreaming]
postpone(
    __name__,
    homes={
        "AudioModel": "audio_model",
        "AudioResponseFormat": "audio_response_format",
        "TranscriptionInclude": "audio.transcription_include",
    },
    aliases={"ChunkingStrategy": {}},
)
