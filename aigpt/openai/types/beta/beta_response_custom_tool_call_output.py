# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file import BetaResponseInputFile
    from aigpt.openai.types.beta.beta_response_input_image import BetaResponseInputImage
    from aigpt.openai.types.beta.beta_response_input_text import BetaResponseInputText

__all__ = [
    "BetaResponseCustomToolCallOutput",
    "OutputOutputContentList",
    "Agent",
    "Caller",
    "CallerDirect",
    "CallerProgram",
]

OutputOutputContentList: TypeAlias = """
Annotated[Union[BetaResponseInputText, BetaResponseInputImage, BetaResponseInputFile],
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


class BetaResponseCustomToolCallOutput(BaseModel):
    call_id: str
    output: Union[str, List[OutputOutputContentList]]
    type: Literal["custom_tool_call_output"]
    id: Optional[str] = None
    agent: Optional[Agent] = None
    caller: Optional[Caller] = None


postpone(
    __name__,
    homes={
        "BetaResponseInputFile": "beta.beta_response_input_file",
        "BetaResponseInputImage": "beta.beta_response_input_image",
        "BetaResponseInputText": "beta.beta_response_input_text",
    },
    aliases={
        "OutputOutputContentList": {
            "input_text": "BetaResponseInputText",
            "input_image": "BetaResponseInputImage",
            "input_file": "BetaResponseInputFile",
        },
        "Caller": {},
    },
)
