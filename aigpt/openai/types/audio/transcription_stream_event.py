# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.audio.transcription_text_delta_event import TranscriptionTextDeltaEvent
    from aigpt.openai.types.audio.transcription_text_done_event import TranscriptionTextDoneEvent
    from aigpt.openai.types.audio.transcription_text_segment_event import TranscriptionTextSegmentEvent

__all__ = ["TranscriptionStreamEvent"]

TranscriptionStreamEvent: TypeAlias = """
Annotated[Union[TranscriptionTextSegmentEvent, TranscriptionTextDeltaEvent,
TranscriptionTextDoneEvent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "TranscriptionTextDeltaEvent": "audio.transcription_text_delta_event",
        "TranscriptionTextDoneEvent": "audio.transcription_text_done_event",
        "TranscriptionTextSegmentEvent": "audio.transcription_text_segment_event",
    },
    aliases={
        "TranscriptionStreamEvent": {
            "transcript.text.segment": "TranscriptionTextSegmentEvent",
            "transcript.text.delta": "TranscriptionTextDeltaEvent",
            "transcript.text.done": "TranscriptionTextDoneEvent",
        }
    },
)
