# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_session_create_response import RealtimeSessionCreateResponse
    from aigpt.openai.types.realtime.realtime_transcription_session_create_response import (
        RealtimeTranscriptionSessionCreateResponse,
    )

__all__ = ["ClientSecretCreateResponse", "Session"]

Session: TypeAlias = """
Annotated[Union[RealtimeSessionCreateResponse, RealtimeTranscriptionSessionCreateResponse],
PropertyInfo(discriminator='type')]
"""


class ClientSecretCreateResponse(BaseModel):
    expires_at: int
    session: Session
    value: str


postpone(
    __name__,
    homes={
        "RealtimeSessionCreateResponse": "realtime.realtime_session_create_response",
        "RealtimeTranscriptionSessionCreateResponse": "realtime.realtime_transcription_session_create_response",
    },
    aliases={
        "Session": {
            "realtime": "RealtimeSessionCreateResponse",
            "transcription": "RealtimeTranscriptionSessionCreateResponse",
        }
    },
)
