# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Dict, Iterable, Literal, Optional, Required, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._types import SequenceNotStr

__all__ = ["BetaResponseFileSearchToolCallParam", "Agent", "Result"]


class Agent(TypedDict, total=False):
    agent_name: Required[str]


class Result(TypedDict, total=False):
    attributes: Optional[Dict[str, Union[str, float, bool]]]
    file_id: str
    filename: str
    score: float
    text: str


class BetaResponseFileSearchToolCallParam(TypedDict, total=False):
    id: Required[str]
    queries: Required[SequenceNotStr[str]]
    status: Required[Literal["in_progress", "searching", "completed", "incomplete", "failed"]]
    type: Required[Literal["file_search_call"]]
    agent: Optional[Agent]
    results: Optional[Iterable[Result]]
