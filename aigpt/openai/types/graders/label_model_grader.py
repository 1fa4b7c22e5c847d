# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.graders.grader_inputs import GraderInputs
    from aigpt.openai.types.responses.response_input_audio import ResponseInputAudio
    from aigpt.openai.types.responses.response_input_text import ResponseInputText

__all__ = ["LabelModelGrader", "Input", "InputContent", "InputContentOutputText", "InputContentInputImage"]


class InputContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]


class InputContentInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = None


InputContent: TypeAlias = """
Union[str, ResponseInputText, InputContentOutputText, InputContentInputImage, ResponseInputAudio,
GraderInputs]
"""


class Input(BaseModel):
    content: InputContent
    role: Literal["user", "assistant", "system", "developer"]
    type: Optional[Literal["message"]] = None


class LabelModelGrader(BaseModel):
    input: List[Input]
    labels: List[str]
    model: str
    name: str
    passing_labels: List[str]
    type: Literal["label_model"]


postpone(
    __name__,
    homes={
        "GraderInputs": "graders.grader_inputs",
        "ResponseInputAudio": "responses.response_input_audio",
        "ResponseInputText": "responses.response_input_text",
    },
    aliases={"InputContent": {}},
)
