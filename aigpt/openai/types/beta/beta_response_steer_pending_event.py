# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_steer_pending_reason import BetaResponseSteerPendingReason
    from aigpt.openai.types.beta.beta_response_steer_required_input import BetaResponseSteerRequiredInput

__all__ = ["BetaResponseSteerPendingEvent", "Steer"]


class Steer(BaseModel):
    id: str
    previous_response_id: str


class BetaResponseSteerPendingEvent(BaseModel):
    reason: BetaResponseSteerPendingReason
    required_input: List[BetaResponseSteerRequiredInput]
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.pending"]
    stream_id: Optional[str] = None


postpone(
    __name__,
    homes={
        "BetaResponseSteerPendingReason": "beta.beta_response_steer_pending_reason",
        "BetaResponseSteerRequiredInput": "beta.beta_response_steer_required_input",
    },
)
