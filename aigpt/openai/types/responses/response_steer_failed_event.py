# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_steer_error_code import ResponseSteerErrorCode
    from aigpt.openai.types.responses.response_steer_input import ResponseSteerInput

__all__ = ["ResponseSteerFailedEvent", "Error", "Steer"]


class Error(BaseModel):
    code: ResponseSteerErrorCode
    message: str
    type: Literal["invalid_request_error"]


class Steer(BaseModel):
    input: ResponseSteerInput
    previous_response_id: str
    id: Optional[str] = None


class ResponseSteerFailedEvent(BaseModel):
    error: Error
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.failed"]
    stream_id: Optional[str] = None


postpone(
    __name__,
    homes={
        "ResponseSteerErrorCode": "responses.response_steer_error_code",
        "ResponseSteerInput": "responses.response_steer_input",
    },
)
