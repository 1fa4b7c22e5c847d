# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_steer_error_code import BetaResponseSteerErrorCode
    from aigpt.openai.types.beta.beta_response_steer_input import BetaResponseSteerInput

__all__ = ["BetaResponseSteerFailedEvent", "Error", "Steer"]


class Error(BaseModel):
    code: BetaResponseSteerErrorCode
    message: str
    type: Literal["invalid_request_error"]


class Steer(BaseModel):
    input: BetaResponseSteerInput
    previous_response_id: str
    id: Optional[str] = None


class BetaResponseSteerFailedEvent(BaseModel):
    error: Error
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.failed"]
    stream_id: Optional[str] = None


postpone(
    __name__,
    homes={
        "BetaResponseSteerErrorCode": "beta.beta_response_steer_error_code",
        "BetaResponseSteerInput": "beta.beta_response_steer_input",
    },
)
