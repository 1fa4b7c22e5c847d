# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Optional, Required

from aigpt.openai._compat import TypedDict

__all__ = ["BetaResponseCompactionItemParamParam", "Agent"]


class Agent(TypedDict, total=False):
    agent_name: Required[str]


class BetaResponseCompactionItemParamParam(TypedDict, total=False):
    encrypted_content: Required[str]
    type: Required[Literal["compaction"]]
    id: Optional[str]
    agent: Optional[Agent]
