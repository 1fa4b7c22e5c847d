# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file_param import BetaResponseInputFileParam
    from aigpt.openai.types.beta.beta_response_input_image_param import BetaResponseInputImageParam
    from aigpt.openai.types.beta.beta_response_input_text_param import BetaResponseInputTextParam

__all__ = ["BetaResponseInputMessageContentListParam", "BetaResponseInputContentParam"]

BetaResponseInputContentParam: TypeAlias = (
    "Union[BetaResponseInputTextParam, BetaResponseInputImageParam, BetaResponseInputFileParam]"
)
BetaResponseInputMessageContentListParam: TypeAlias = "List[BetaResponseInputContentParam]"
postpone(
    __name__,
    homes={
        "BetaResponseInputFileParam": "beta.beta_response_input_file_param",
        "BetaResponseInputImageParam": "beta.beta_response_input_image_param",
        "BetaResponseInputTextParam": "beta.beta_response_input_text_param",
    },
    aliases={"BetaResponseInputContentParam": {}, "BetaResponseInputMessageContentListParam": {}},
)
