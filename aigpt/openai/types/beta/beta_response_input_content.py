# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file import BetaResponseInputFile
    from aigpt.openai.types.beta.beta_response_input_image import BetaResponseInputImage
    from aigpt.openai.types.beta.beta_response_input_text import BetaResponseInputText

__all__ = ["BetaResponseInputContent"]

BetaResponseInputContent: TypeAlias = """
Annotated[Union[BetaResponseInputText, BetaResponseInputImage, BetaResponseInputFile],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaResponseInputFile": "beta.beta_response_input_file",
        "BetaResponseInputImage": "beta.beta_response_input_image",
        "BetaResponseInputText": "beta.beta_response_input_text",
    },
    aliases={
        "BetaResponseInputContent": {
            "input_text": "BetaResponseInputText",
            "input_image": "BetaResponseInputImage",
            "input_file": "BetaResponseInputFile",
        }
    },
)
