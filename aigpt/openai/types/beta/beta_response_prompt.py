# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file import BetaResponseInputFile
    from aigpt.openai.types.beta.beta_response_input_image import BetaResponseInputImage
    from aigpt.openai.types.beta.beta_response_input_text import BetaResponseInputText

__all__ = ["BetaResponsePrompt", "Variables"]

Variables: TypeAlias = "Union[str, BetaResponseInputText, BetaResponseInputImage, BetaResponseInputFile]"


class BetaResponsePrompt(BaseModel):
    id: str
    variables: Optional[Dict[str, Variables]] = None
    version: Optional[str] = None


postpone(
    __name__,
    homes={
        "BetaResponseInputFile": "beta.beta_response_input_file",
        "BetaResponseInputImage": "beta.beta_response_input_image",
        "BetaResponseInputText": "beta.beta_response_input_text",
    },
    aliases={"Variables": {}},
)
