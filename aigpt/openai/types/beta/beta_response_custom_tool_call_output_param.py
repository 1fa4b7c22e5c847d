# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file_param import BetaResponseInputFileParam
    from aigpt.openai.types.beta.beta_response_input_image_param import BetaResponseInputImageParam
    from aigpt.openai.types.beta.beta_response_input_text_param import BetaResponseInputTextParam

__all__ = [
    "BetaResponseCustomToolCallOutputParam",
    "OutputOutputContentList",
    "Agent",
    "Caller",
    "CallerDirect",
    "CallerProgram",
]

OutputOutputContentList: TypeAlias = (
    "Union[BetaResponseInputTextParam, BetaResponseInputImageParam, BetaResponseInputFileParam]"
)


class Agent(TypedDict, total=False):
    agent_name: Required[str]


class CallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class CallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


Caller: TypeAlias = "Union[CallerDirect, CallerProgram]"


class BetaResponseCustomToolCallOutputParam(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[OutputOutputContentList]]]
    type: Required[Literal["custom_tool_call_output"]]
    id: str
    agent: Optional[Agent]
    caller: Optional[Caller]


postpone(
    __name__,
    homes={
        "BetaResponseInputFileParam": "beta.beta_response_input_file_param",
        "BetaResponseInputImageParam": "beta.beta_response_input_image_param",
        "BetaResponseInputTextParam": "beta.beta_response_input_text_param",
    },
    aliases={"OutputOutputContentList": {}, "Caller": {}},
)
