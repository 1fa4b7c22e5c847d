# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, Field, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["BetaResponseFunctionToolCall", "Agent", "Caller", "CallerDirect", "CallerProgram"]


class Agent(BaseModel):
    agent_name: str


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


Caller: TypeAlias = "Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator='type')]"


class BetaResponseFunctionToolCall(BaseModel):
    arguments: str
    call_id: str
    name: str
    type: Literal["function_call"]
    id: Optional[str] = None
    agent: Optional[Agent] = None
    async_: Optional[bool] = Field(alias="async", default=None)
    caller: Optional[Caller] = None
    namespace: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


postpone(__name__, aliases={"Caller": {}})
