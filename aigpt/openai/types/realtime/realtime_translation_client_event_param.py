# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_translation_input_audio_buffer_append_event_param import (
        RealtimeTranslationInputAudioBufferAppendEventParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_close_event_param import (
        RealtimeTranslationSessionCloseEventParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_update_event_param import (
        RealtimeTranslationSessionUpdateEventParam,
    )

__all__ = ["RealtimeTranslationClientEventParam"]

RealtimeTranslationClientEventParam: TypeAlias = """
Union[RealtimeTranslationSessionUpdateEventParam,
RealtimeTranslationInputAudioBufferAppendEventParam, RealtimeTranslationSessionCloseEventParam]
"""
postpone(
    __name__,
    homes={
        "RealtimeTranslationInputAudioBufferAppendEventParam": "realtime.realtime_translation_input_audio_buffer_append_event_param",
        "RealtimeTranslationSessionCloseEventParam": "realtime.realtime_translation_session_close_event_param",
        "RealtimeTranslationSessionUpdateEventParam": "realtime.realtime_translation_session_update_event_param",
    },
    aliases={"RealtimeTranslationClientEventParam": {}},
)
