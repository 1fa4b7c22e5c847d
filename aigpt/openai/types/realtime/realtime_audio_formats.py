# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["RealtimeAudioFormats", "AudioPCM", "AudioPCMU", "AudioPCMA"]


class AudioPCM(BaseModel):
    rate: Optional[Literal[24000]] = None
    type: Optional[Literal["audio/pcm"]] = None


class AudioPCMU(BaseModel):
    type: Optional[Literal["audio/pcmu"]] = None


class AudioPCMA(BaseModel):
    type: Optional[Literal["audio/pcma"]] = None


RealtimeAudioFormats: TypeAlias = "Annotated[Union[AudioPCM, AudioPCMU, AudioPCMA], PropertyInfo(discriminator='type')]"
postpone(__name__, aliases={"RealtimeAudioFormats": {}})
