# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_file import ResponseInputFile
    from aigpt.openai.types.responses.response_input_image import ResponseInputImage
    from aigpt.openai.types.responses.response_input_text import ResponseInputText

__all__ = ["ResponseCustomToolCallOutput", "OutputOutputContentList", "Caller", "CallerDirect", "CallerProgram"]

OutputOutputContentList: TypeAlias = """
Annotated[Union[ResponseInputText, ResponseInputImage, ResponseInputFile],
PropertyInfo(discriminator='type')]
"""


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


Caller: TypeAlias = "Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator='type')]"


class ResponseCustomToolCallOutput(BaseModel):
    call_id: str
    output: Union[str, List[OutputOutputContentList]]
    type: Literal["custom_tool_call_output"]
    id: Optional[str] = None
    caller: Optional[Caller] = None


postpone(
    __name__,
    homes={
        "ResponseInputFile": "responses.response_input_file",
        "ResponseInputImage": "responses.response_input_image",
        "ResponseInputText": "responses.response_input_text",
    },
    aliases={
        "OutputOutputContentList": {
            "input_text": "ResponseInputText",
            "input_image": "ResponseInputImage",
            "input_file": "ResponseInputFile",
        },
        "Caller": {},
    },
)
