# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_response_usage_input_token_details import (
        RealtimeResponseUsageInputTokenDetails,
    )
    from aigpt.openai.types.realtime.realtime_response_usage_output_token_details import (
        RealtimeResponseUsageOutputTokenDetails,
    )

__all__ = ["RealtimeResponseUsage"]


class RealtimeResponseUsage(BaseModel):
    input_token_details: Optional[RealtimeResponseUsageInputTokenDetails] = None
    input_tokens: Optional[int] = None
    output_token_details: Optional[RealtimeResponseUsageOutputTokenDetails] = None
    output_tokens: Optional[int] = None
    total_tokens: Optional[int] = None


postpone(
    __name__,
    homes={
        "RealtimeResponseUsageInputTokenDetails": "realtime.realtime_response_usage_input_token_details",
        "RealtimeResponseUsageOutputTokenDetails": "realtime.realtime_response_usage_output_token_details",
    },
)
