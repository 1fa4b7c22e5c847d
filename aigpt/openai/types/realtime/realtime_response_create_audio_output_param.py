# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_audio_formats_param import RealtimeAudioFormatsParam

__all__ = ["RealtimeResponseCreateAudioOutputParam", "Output", "OutputVoice", "OutputVoiceID"]


class OutputVoiceID(TypedDict, total=False):
    id: Required[str]


OutputVoice: TypeAlias = """
Union[str, Literal['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin',
'cedar'], OutputVoiceID]
"""


class Output(TypedDict, total=False):
    format: RealtimeAudioFormatsParam
    voice: OutputVoice


class RealtimeResponseCreateAudioOutputParam(TypedDict, total=False):
    output: Output


postpone(
    __name__, homes={"RealtimeAudioFormatsParam": "realtime.realtime_audio_formats_param"}, aliases={"OutputVoice": {}}
)
