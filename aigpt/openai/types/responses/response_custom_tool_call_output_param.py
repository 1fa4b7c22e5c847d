# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_file_param import ResponseInputFileParam
    from aigpt.openai.types.responses.response_input_image_param import ResponseInputImageParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam

__all__ = ["ResponseCustomToolCallOutputParam", "OutputOutputContentList", "Caller", "CallerDirect", "CallerProgram"]

OutputOutputContentList: TypeAlias = "Union[ResponseInputTextParam, ResponseInputImageParam, ResponseInputFileParam]"


class CallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class CallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


Caller: TypeAlias = "Union[CallerDirect, CallerProgram]"


class ResponseCustomToolCallOutputParam(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[OutputOutputContentList]]]
    type: Required[Literal["custom_tool_call_output"]]
    id: str
    caller: Optional[Caller]


postpone(
    __name__,
    homes={
        "ResponseInputFileParam": "responses.response_input_file_param",
        "ResponseInputImageParam": "responses.response_input_image_param",
        "ResponseInputTextParam": "responses.response_input_text_param",
    },
    aliases={"OutputOutputContentList": {}, "Caller": {}},
)
