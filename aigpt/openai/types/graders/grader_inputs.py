# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_audio import ResponseInputAudio
    from aigpt.openai.types.responses.response_input_text import ResponseInputText

__all__ = ["GraderInputs", "GraderInputItem", "GraderInputItemOutputText", "GraderInputItemInputImage"]


class GraderInputItemOutputText(BaseModel):
    text: str
    type: Literal["output_text"]


class GraderInputItemInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = None


GraderInputItem: TypeAlias = """
Union[str, ResponseInputText, GraderInputItemOutputText, GraderInputItemInputImage,
ResponseInputAudio]
"""
GraderInputs: TypeAlias = "List[GraderInputItem]"
postpone(
    __name__,
    homes={
        "ResponseInputAudio": "responses.response_input_audio",
        "ResponseInputText": "responses.response_input_text",
    },
    aliases={"GraderInputItem": {}, "GraderInputs": {}},
)
