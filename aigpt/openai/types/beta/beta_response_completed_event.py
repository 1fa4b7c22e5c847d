# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response import BetaResponse

__all__ = ["BetaResponseCompletedEvent", "Agent"]


class Agent(BaseModel):
    agent_name: str


class BetaResponseCompletedEvent(BaseModel):
    response: BetaResponse
    sequence_number: int
    type: Literal["response.completed"]
    agent: Optional[Agent] = None


postpone(__name__, homes={"BetaResponse": "beta.beta_response"})
