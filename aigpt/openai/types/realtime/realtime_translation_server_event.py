# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai.types.realtime.realtime_error_event import RealtimeErrorEvent
from aigpt.openai.types.realtime.realtime_translation_input_transcript_delta_event import (
    RealtimeTranslationInputTranscriptDeltaEvent,
)
from aigpt.openai.types.realtime.realtime_translation_output_audio_delta_event import (
    RealtimeTranslationOutputAudioDeltaEvent,
)
from aigpt.openai.types.realtime.realtime_translation_output_transcript_delta_event import (
    RealtimeTranslationOutputTranscriptDeltaEvent,
)
from aigpt.openai.types.realtime.realtime_translation_session_closed_event import RealtimeTranslationSessionClosedEvent
from aigpt.openai.types.realtime.realtime_translation_session_created_event import (
    RealtimeTranslationSessionCreatedEvent,
)
from aigpt.openai.types.realtime.realtime_translation_session_updated_event import (
    RealtimeTranslationSessionUpdatedEvent,
)

__all__ = ["RealtimeTranslationServerEvent"]

RealtimeTranslationServerEvent: TypeAlias = Annotated[
    Union[
        RealtimeErrorEvent,
        RealtimeTranslationSessionCreatedEvent,
        RealtimeTranslationSessionUpdatedEvent,
        RealtimeTranslationSessionClosedEvent,
        RealtimeTranslationInputTranscriptDeltaEvent,
        RealtimeTranslationOutputTranscriptDeltaEvent,
        RealtimeTranslationOutputAudioDeltaEvent,
    ],
    PropertyInfo(discriminator="type"),
]
