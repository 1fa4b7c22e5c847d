# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.runs.code_interpreter_logs import CodeInterpreterLogs
    from aigpt.openai.types.beta.threads.runs.code_interpreter_output_image import CodeInterpreterOutputImage

__all__ = ["CodeInterpreterToolCallDelta", "CodeInterpreter", "CodeInterpreterOutput"]

CodeInterpreterOutput: TypeAlias = """
Annotated[Union[CodeInterpreterLogs, CodeInterpreterOutputImage],
PropertyInfo(discriminator='type')]
"""


class CodeInterpreter(BaseModel):
    input: Optional[str] = None
    outputs: Optional[List[CodeInterpreterOutput]] = None


class CodeInterpreterToolCallDelta(BaseModel):
    index: int
    type: Literal["code_interpreter"]
    id: Optional[str] = None
    code_interpreter: Optional[CodeInterpreter] = None


postpone(
    __name__,
    homes={
        "CodeInterpreterLogs": "beta.threads.runs.code_interpreter_logs",
        "CodeInterpreterOutputImage": "beta.threads.runs.code_interpreter_output_image",
    },
    aliases={"CodeInterpreterOutput": {"logs": "CodeInterpreterLogs", "image": "CodeInterpreterOutputImage"}},
)
