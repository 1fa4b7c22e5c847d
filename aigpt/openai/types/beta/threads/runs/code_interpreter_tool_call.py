# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = [
    "CodeInterpreterToolCall",
    "CodeInterpreter",
    "CodeInterpreterOutput",
    "CodeInterpreterOutputLogs",
    "CodeInterpreterOutputImage",
    "CodeInterpreterOutputImageImage",
]


class CodeInterpreterOutputLogs(BaseModel):
    logs: str
    type: Literal["logs"]


class CodeInterpreterOutputImageImage(BaseModel):
    file_id: str


class CodeInterpreterOutputImage(BaseModel):
    image: CodeInterpreterOutputImageImage
    type: Literal["image"]


CodeInterpreterOutput: TypeAlias = """
Annotated[Union[CodeInterpreterOutputLogs, CodeInterpreterOutputImage],
PropertyInfo(discriminator='type')]
"""


class CodeInterpreter(BaseModel):
    input: str
    outputs: List[CodeInterpreterOutput]


class CodeInterpreterToolCall(BaseModel):
    id: str
    code_interpreter: CodeInterpreter
    type: Literal["code_interpreter"]


postpone(
    __name__,
    aliases={"CodeInterpreterOutput": {"logs": "CodeInterpreterOutputLogs", "image": "CodeInterpreterOutputImage"}},
)
