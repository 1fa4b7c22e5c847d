# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file_content import BetaResponseInputFileContent
    from aigpt.openai.types.beta.beta_response_input_image_content import BetaResponseInputImageContent
    from aigpt.openai.types.beta.beta_response_input_text_content import BetaResponseInputTextContent

__all__ = ["BetaResponseFunctionCallOutputItem"]

BetaResponseFunctionCallOutputItem: TypeAlias = """
Annotated[Union[BetaResponseInputTextContent, BetaResponseInputImageContent,
BetaResponseInputFileContent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaResponseInputFileContent": "beta.beta_response_input_file_content",
        "BetaResponseInputImageContent": "beta.beta_response_input_image_content",
        "BetaResponseInputTextContent": "beta.beta_response_input_text_content",
    },
    aliases={
        "BetaResponseFunctionCallOutputItem": {
            "input_text": "BetaResponseInputTextContent",
            "input_image": "BetaResponseInputImageContent",
            "input_file": "BetaResponseInputFileContent",
        }
    },
)
