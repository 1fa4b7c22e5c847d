# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Iterable, Literal, Optional, Required

from aigpt.openai._compat import TypedDict

__all__ = ["BetaResponseReasoningItemParam", "Summary", "Agent", "Content"]


class Summary(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["summary_text"]]


class Agent(TypedDict, total=False):
    agent_name: Required[str]


class Content(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["reasoning_text"]]


class BetaResponseReasoningItemParam(TypedDict, total=False):
    id: Required[str]
    summary: Required[Iterable[Summary]]
    type: Required[Literal["reasoning"]]
    agent: Optional[Agent]
    content: Iterable[Content]
    encrypted_content: Optional[str]
    status: Literal["in_progress", "completed", "incomplete"]
