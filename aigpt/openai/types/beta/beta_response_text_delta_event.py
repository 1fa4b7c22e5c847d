# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["BetaResponseTextDeltaEvent", "Logprob", "LogprobTopLogprob", "Agent"]


class LogprobTopLogprob(BaseModel):
    token: Optional[str] = None
    logprob: Optional[float] = None


class Logprob(BaseModel):
    token: str
    logprob: float
    top_logprobs: Optional[List[LogprobTopLogprob]] = None


class Agent(BaseModel):
    agent_name: str


class BetaResponseTextDeltaEvent(BaseModel):
    content_index: int
    delta: str
    item_id: str
    logprobs: List[Logprob]
    output_index: int
    sequence_number: int
    type: Literal["response.output_text.delta"]
    agent: Optional[Agent] = None


postpone(__name__)
