# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_audio_config_input import RealtimeAudioConfigInput
    from aigpt.openai.types.realtime.realtime_audio_config_output import RealtimeAudioConfigOutput

__all__ = ["RealtimeAudioConfig"]


class RealtimeAudioConfig(BaseModel):
    input: Optional[RealtimeAudioConfigInput] = None
    output: Optional[RealtimeAudioConfigOutput] = None


postpone(
    __name__,
    homes={
        "RealtimeAudioConfigInput": "realtime.realtime_audio_config_input",
        "RealtimeAudioConfigOutput": "realtime.realtime_audio_config_output",
    },
)
