# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_translation_input_audio_buffer_append_event import (
        RealtimeTranslationInputAudioBufferAppendEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_close_event import (
        RealtimeTranslationSessionCloseEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_update_event import (
        RealtimeTranslationSessionUpdateEvent,
    )

__all__ = ["RealtimeTranslationClientEvent"]

RealtimeTranslationClientEvent: TypeAlias = """
Annotated[Union[RealtimeTranslationSessionUpdateEvent,
RealtimeTranslationInputAudioBufferAppendEvent, RealtimeTranslationSessionCloseEvent],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "RealtimeTranslationInputAudioBufferAppendEvent": "realtime.realtime_translation_input_audio_buffer_append_event",
        "RealtimeTranslationSessionCloseEvent": "realtime.realtime_translation_session_close_event",
        "RealtimeTranslationSessionUpdateEvent": "realtime.realtime_translation_session_update_event",
    },
    aliases={
        "RealtimeTranslationClientEvent": {
            "session.update": "RealtimeTranslationSessionUpdateEvent",
            "session.input_audio_buffer.append": "RealtimeTranslationInputAudioBufferAppendEvent",
            "session.close": "RealtimeTranslationSessionCloseEvent",
        }
    },
)
