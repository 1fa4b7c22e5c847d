# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["RealtimeTranscriptionSessionAudioInputTurnDetection", "ServerVad", "SemanticVad"]


class ServerVad(BaseModel):
    type: Literal["server_vad"]
    create_response: Optional[bool] = None
    idle_timeout_ms: Optional[int] = None
    interrupt_response: Optional[bool] = None
    prefix_padding_ms: Optional[int] = None
    silence_duration_ms: Optional[int] = None
    threshold: Optional[float] = None


class SemanticVad(BaseModel):
    type: Literal["semantic_vad"]
    create_response: Optional[bool] = None
    eagerness: Optional[Literal["low", "medium", "high", "auto"]] = None
    interrupt_response: Optional[bool] = None


RealtimeTranscriptionSessionAudioInputTurnDetection: TypeAlias = (
    "Annotated[Union[ServerVad, SemanticVad, None], PropertyInfo(discriminator='type')]"
)
postpone(__name__, aliases={"RealtimeTranscriptionSessionAudioInputTurnDetection": {}})
