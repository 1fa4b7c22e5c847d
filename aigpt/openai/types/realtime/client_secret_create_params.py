# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_session_create_request_param import RealtimeSessionCreateRequestParam
    from aigpt.openai.types.realtime.realtime_transcription_session_create_request_param import (
        RealtimeTranscriptionSessionCreateRequestParam,
    )

__all__ = ["ClientSecretCreateParams", "ExpiresAfter", "Session"]


class ClientSecretCreateParams(TypedDict, total=False):
    expires_after: ExpiresAfter
    session: Session


class ExpiresAfter(TypedDict, total=False):
    anchor: Literal["created_at"]
    seconds: int


Session: TypeAlias = "Union[RealtimeSessionCreateRequestParam, RealtimeTranscriptionSessionCreateRequestParam]"
postpone(
    __name__,
    homes={
        "RealtimeSessionCreateRequestParam": "realtime.realtime_session_create_request_param",
        "RealtimeTranscriptionSessionCreateRequestParam": "realtime.realtime_transcription_session_create_request_param",
    },
    aliases={"Session": {}},
)
