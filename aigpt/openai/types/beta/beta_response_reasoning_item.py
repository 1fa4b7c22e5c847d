# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["BetaResponseReasoningItem", "Summary", "Agent", "Content"]


class Summary(BaseModel):
    text: str
    type: Literal["summary_text"]


class Agent(BaseModel):
    agent_name: str


class Content(BaseModel):
    text: str
    type: Literal["reasoning_text"]


class BetaResponseReasoningItem(BaseModel):
    id: str
    summary: List[Summary]
    type: Literal["reasoning"]
    agent: Optional[Agent] = None
    content: Optional[List[Content]] = None
    encrypted_content: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


postpone(__name__)
