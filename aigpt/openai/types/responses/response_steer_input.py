# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_function_call_output_item_list import ResponseFunctionCallOutputItemList
    from aigpt.openai.types.responses.response_steer_input_content import ResponseSteerInputContent

__all__ = [
    "ResponseSteerInput",
    "ResponseSteerInputItemList",
    "ResponseSteerInputItemListMessage",
    "ResponseSteerInputItemListFunctionCallOutput",
    "ResponseSteerInputItemListFunctionCallOutputCaller",
    "ResponseSteerInputItemListFunctionCallOutputCallerDirect",
    "ResponseSteerInputItemListFunctionCallOutputCallerProgram",
]


class ResponseSteerInputItemListMessage(BaseModel):
    content: Union[List[ResponseSteerInputContent], str]
    role: Literal["user"]
    type: Literal["message"]
    id: Optional[str] = None
    status: Optional[str] = None


class ResponseSteerInputItemListFunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class ResponseSteerInputItemListFunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


ResponseSteerInputItemListFunctionCallOutputCaller: TypeAlias = """
Annotated[Union[ResponseSteerInputItemListFunctionCallOutputCallerDirect,
ResponseSteerInputItemListFunctionCallOutputCallerProgram, None],
PropertyInfo(discriminator='type')]
"""


class ResponseSteerInputItemListFunctionCallOutput(BaseModel):
    output: Union[str, ResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = None
    call_id: Optional[str] = None
    caller: Optional[ResponseSteerInputItemListFunctionCallOutputCaller] = None
    name: Optional[str] = None
    namespace: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


ResponseSteerInputItemList: TypeAlias = """
Annotated[Union[ResponseSteerInputItemListMessage, ResponseSteerInputItemListFunctionCallOutput],
PropertyInfo(discriminator='type')]
"""
ResponseSteerInput: TypeAlias = "Union[str, List[ResponseSteerInputItemList]]"
postpone(
    __name__,
    homes={
        "ResponseFunctionCallOutputItemList": "responses.response_function_call_output_item_list",
        "ResponseSteerInputContent": "responses.response_steer_input_content",
    },
    aliases={
        "ResponseSteerInputItemListFunctionCallOutputCaller": {},
        "ResponseSteerInputItemList": {
            "message": "ResponseSteerInputItemListMessage",
            "function_call_output": "ResponseSteerInputItemListFunctionCallOutput",
        },
        "ResponseSteerInput": {},
    },
)
