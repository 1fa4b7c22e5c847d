# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
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
    from aigpt.openai.types.realtime.realtime_translation_session_closed_event import (
        RealtimeTranslationSessionClosedEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_created_event import (
        RealtimeTranslationSessionCreatedEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_updated_event import (
        RealtimeTranslationSessionUpdatedEvent,
    )

__all__ = ["RealtimeTranslationServerEvent"]

RealtimeTranslationServerEvent: TypeAlias = """
Annotated[Union[RealtimeErrorEvent, RealtimeTranslationSessionCreatedEvent,
RealtimeTranslationSessionUpdatedEvent, RealtimeTranslationSessionClosedEvent,
RealtimeTranslationInputTranscriptDeltaEvent, RealtimeTranslationOutputTranscriptDeltaEvent,
RealtimeTranslationOutputAudioDeltaEvent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "RealtimeErrorEvent": "realtime.realtime_error_event",
        "RealtimeTranslationInputTranscriptDeltaEvent": "realtime.realtime_translation_input_transcript_delta_event",
        "RealtimeTranslationOutputAudioDeltaEvent": "realtime.realtime_translation_output_audio_delta_event",
        "RealtimeTranslationOutputTranscriptDeltaEvent": "realtime.realtime_translation_output_transcript_delta_event",
        "RealtimeTranslationSessionClosedEvent": "realtime.realtime_translation_session_closed_event",
        "RealtimeTranslationSessionCreatedEvent": "realtime.realtime_translation_session_created_event",
        "RealtimeTranslationSessionUpdatedEvent": "realtime.realtime_translation_session_updated_event",
    },
    aliases={
        "RealtimeTranslationServerEvent": {
            "error": "RealtimeErrorEvent",
            "session.created": "RealtimeTranslationSessionCreatedEvent",
            "session.updated": "RealtimeTranslationSessionUpdatedEvent",
            "session.closed": "RealtimeTranslationSessionClosedEvent",
            "session.input_transcript.delta": "RealtimeTranslationInputTranscriptDeltaEvent",
            "session.output_transcript.delta": "RealtimeTranslationOutputTranscriptDeltaEvent",
            "session.output_audio.delta": "RealtimeTranslationOutputAudioDeltaEvent",
        }
    },
)
