# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_session_create_request import RealtimeSessionCreateRequest
    from aigpt.openai.types.realtime.realtime_transcription_session_create_request import (
        RealtimeTranscriptionSessionCreateRequest,
    )

__all__ = ["SessionUpdatedEvent", "Session"]

Session: TypeAlias = "Union[RealtimeSessionCreateRequest, RealtimeTranscriptionSessionCreateRequest]"


class SessionUpdatedEvent(BaseModel):
    event_id: str
    session: Session
    type: Literal["session.updated"]


postpone(
    __name__,
    homes={
        "RealtimeSessionCreateRequest": "realtime.realtime_session_create_request",
        "RealtimeTranscriptionSessionCreateRequest": "realtime.realtime_transcription_session_create_request",
    },
    aliases={"Session": {}},
)
