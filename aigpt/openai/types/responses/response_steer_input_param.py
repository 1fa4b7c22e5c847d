# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_function_call_output_item_list_param import (
        ResponseFunctionCallOutputItemListParam,
    )
    from aigpt.openai.types.responses.response_steer_input_content_param import ResponseSteerInputContentParam

__all__ = [
    "ResponseSteerInputParam",
    "ResponseSteerInputItemList",
    "ResponseSteerInputItemListMessage",
    "ResponseSteerInputItemListFunctionCallOutput",
    "ResponseSteerInputItemListFunctionCallOutputCaller",
    "ResponseSteerInputItemListFunctionCallOutputCallerDirect",
    "ResponseSteerInputItemListFunctionCallOutputCallerProgram",
]


class ResponseSteerInputItemListMessage(TypedDict, total=False):
    content: Required[Union[Iterable[ResponseSteerInputContentParam], str]]
    role: Required[Literal["user"]]
    type: Required[Literal["message"]]
    id: Optional[str]
    status: Optional[str]


class ResponseSteerInputItemListFunctionCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ResponseSteerInputItemListFunctionCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ResponseSteerInputItemListFunctionCallOutputCaller: TypeAlias = """
Union[ResponseSteerInputItemListFunctionCallOutputCallerDirect,
ResponseSteerInputItemListFunctionCallOutputCallerProgram]
"""


class ResponseSteerInputItemListFunctionCallOutput(TypedDict, total=False):
    output: Required[Union[str, ResponseFunctionCallOutputItemListParam]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    call_id: Optional[str]
    caller: Optional[ResponseSteerInputItemListFunctionCallOutputCaller]
    name: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


ResponseSteerInputItemList: TypeAlias = (
    "Union[ResponseSteerInputItemListMessage, ResponseSteerInputItemListFunctionCallOutput]"
)
ResponseSteerInputParam: TypeAlias = "Union[str, Iterable[ResponseSteerInputItemList]]"
postpone(
    __name__,
    homes={
        "ResponseFunctionCallOutputItemListParam": "responses.response_function_call_output_item_list_param",
        "ResponseSteerInputContentParam": "responses.response_steer_input_content_param",
    },
    aliases={
        "ResponseSteerInputItemListFunctionCallOutputCaller": {},
        "ResponseSteerInputItemList": {},
        "ResponseSteerInputParam": {},
    },
)
