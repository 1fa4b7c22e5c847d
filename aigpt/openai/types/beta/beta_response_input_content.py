# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai.types.beta.beta_response_input_file import BetaResponseInputFile
from aigpt.openai.types.beta.beta_response_input_image import BetaResponseInputImage
from aigpt.openai.types.beta.beta_response_input_text import BetaResponseInputText

__all__ = ["BetaResponseInputContent"]

BetaResponseInputContent: TypeAlias = Annotated[
    Union[BetaResponseInputText, BetaResponseInputImage, BetaResponseInputFile], PropertyInfo(discriminator="type")
]
