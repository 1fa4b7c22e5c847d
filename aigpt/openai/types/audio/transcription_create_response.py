# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.audio.transcription import Transcription
    from aigpt.openai.types.audio.transcription_diarized import TranscriptionDiarized
    from aigpt.openai.types.audio.transcription_verbose import TranscriptionVerbose

__all__ = ["TranscriptionCreateResponse"]

TranscriptionCreateResponse: TypeAlias = "Union[Transcription, TranscriptionDiarized, TranscriptionVerbose]"
postpone(
    __name__,
    homes={
        "Transcription": "audio.transcription",
        "TranscriptionDiarized": "audio.transcription_diarized",
        "TranscriptionVerbose": "audio.transcription_verbose",
    },
    aliases={"TranscriptionCreateResponse": {}},
)
