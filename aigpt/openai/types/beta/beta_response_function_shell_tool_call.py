# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_container_reference import BetaResponseContainerReference
    from aigpt.openai.types.beta.beta_response_local_environment import BetaResponseLocalEnvironment

__all__ = [
    "BetaResponseFunctionShellToolCall",
    "Action",
    "Environment",
    "Agent",
    "Caller",
    "CallerDirect",
    "CallerProgram",
]


class Action(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = None
    timeout_ms: Optional[int] = None


Environment: TypeAlias = """
Annotated[Union[BetaResponseLocalEnvironment, BetaResponseContainerReference, None],
PropertyInfo(discriminator='type')]
"""


class Agent(BaseModel):
    agent_name: str


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


Caller: TypeAlias = "Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator='type')]"


class BetaResponseFunctionShellToolCall(BaseModel):
    id: str
    action: Action
    call_id: str
    environment: Optional[Environment] = None
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["shell_call"]
    agent: Optional[Agent] = None
    caller: Optional[Caller] = None
    created_by: Optional[str] = None


postpone(
    __name__,
    homes={
        "BetaResponseContainerReference": "beta.beta_response_container_reference",
        "BetaResponseLocalEnvironment": "beta.beta_response_local_environment",
    },
    aliases={"Environment": {}, "Caller": {}},
)
