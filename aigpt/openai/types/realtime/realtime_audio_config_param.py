# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_audio_config_input_param import RealtimeAudioConfigInputParam
    from aigpt.openai.types.realtime.realtime_audio_config_output_param import RealtimeAudioConfigOutputParam

__all__ = ["RealtimeAudioConfigParam"]


class RealtimeAudioConfigParam(TypedDict, total=False):
    input: RealtimeAudioConfigInputParam
    output: RealtimeAudioConfigOutputParam


postpone(
    __name__,
    homes={
        "RealtimeAudioConfigInputParam": "realtime.realtime_audio_config_input_param",
        "RealtimeAudioConfigOutputParam": "realtime.realtime_audio_config_output_param",
    },
)
