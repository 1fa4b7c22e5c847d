# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file_content_param import BetaResponseInputFileContentParam
    from aigpt.openai.types.beta.beta_response_input_image_content_param import BetaResponseInputImageContentParam
    from aigpt.openai.types.beta.beta_response_input_text_content_param import BetaResponseInputTextContentParam

__all__ = ["BetaResponseFunctionCallOutputItemParam"]

BetaResponseFunctionCallOutputItemParam: TypeAlias = """
Union[BetaResponseInputTextContentParam, BetaResponseInputImageContentParam,
BetaResponseInputFileContentParam]
"""
postpone(
    __name__,
    homes={
        "BetaResponseInputFileContentParam": "beta.beta_response_input_file_content_param",
        "BetaResponseInputImageContentParam": "beta.beta_response_input_image_content_param",
        "BetaResponseInputTextContentParam": "beta.beta_response_input_text_content_param",
    },
    aliases={"BetaResponseFunctionCallOutputItemParam": {}},
)
