# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_audio_formats import RealtimeAudioFormats

__all__ = ["RealtimeResponseCreateAudioOutput", "Output", "OutputVoice", "OutputVoiceID"]


class OutputVoiceID(BaseModel):
    id: str


OutputVoice: TypeAlias = """
Union[str, Literal['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin',
'cedar'], OutputVoiceID]
"""


class Output(BaseModel):
    format: Optional[RealtimeAudioFormats] = None
    voice: Optional[OutputVoice] = None


class RealtimeResponseCreateAudioOutput(BaseModel):
    output: Optional[Output] = None


postpone(__name__, homes={"RealtimeAudioFormats": "realtime.realtime_audio_formats"}, aliases={"OutputVoice": {}})
