# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_response_create_params_with_references_param import (
        RealtimeResponseCreateParamsWithReferencesParam,
    )

__all__ = ["ResponseCreateEventWithReferencesParam"]


class ResponseCreateEventWithReferencesParam(TypedDict, total=False):
    type: Required[Literal["response.create"]]
    event_id: str
    response: RealtimeResponseCreateParamsWithReferencesParam


postpone(
    __name__,
    homes={
        "RealtimeResponseCreateParamsWithReferencesParam": "realtime.realtime_response_create_params_with_references_param"
    },
)
