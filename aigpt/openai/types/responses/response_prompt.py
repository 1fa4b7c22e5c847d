# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_file import ResponseInputFile
    from aigpt.openai.types.responses.response_input_image import ResponseInputImage
    from aigpt.openai.types.responses.response_input_text import ResponseInputText

__all__ = ["ResponsePrompt", "Variables"]

Variables: TypeAlias = "Union[str, ResponseInputText, ResponseInputImage, ResponseInputFile]"


class ResponsePrompt(BaseModel):
    id: str
    variables: Optional[Dict[str, Variables]] = None
    version: Optional[str] = None


postpone(
    __name__,
    homes={
        "ResponseInputFile": "responses.response_input_file",
        "ResponseInputImage": "responses.response_input_image",
        "ResponseInputText": "responses.response_input_text",
    },
    aliases={"Variables": {}},
)
