# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_translation_session_create_request_param import (
        RealtimeTranslationSessionCreateRequestParam,
    )

__all__ = ["ClientSecretCreateParams", "ExpiresAfter"]


class ClientSecretCreateParams(TypedDict, total=False):
    session: Required[RealtimeTranslationSessionCreateRequestParam]
    expires_after: ExpiresAfter


class ExpiresAfter(TypedDict, total=False):
    anchor: Literal["created_at"]
    seconds: int


postpone(
    __name__,
    homes={
        "RealtimeTranslationSessionCreateRequestParam": "realtime.realtime_translation_session_create_request_param"
    },
)
