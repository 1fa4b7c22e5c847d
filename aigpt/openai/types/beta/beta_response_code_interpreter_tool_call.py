# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["BetaResponseCodeInterpreterToolCall", "Output", "OutputLogs", "OutputImage", "Agent"]


class OutputLogs(BaseModel):
    logs: str
    type: Literal["logs"]


class OutputImage(BaseModel):
    type: Literal["image"]
    url: str


Output: TypeAlias = "Annotated[Union[OutputLogs, OutputImage], PropertyInfo(discriminator='type')]"


class Agent(BaseModel):
    agent_name: str


class BetaResponseCodeInterpreterToolCall(BaseModel):
    id: str
    code: Optional[str] = None
    container_id: str
    outputs: Optional[List[Output]] = None
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"]
    type: Literal["code_interpreter_call"]
    agent: Optional[Agent] = None


postpone(__name__, aliases={"Output": {"logs": "OutputLogs", "image": "OutputImage"}})
