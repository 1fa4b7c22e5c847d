# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_input_file_param import BetaResponseInputFileParam
    from aigpt.openai.types.beta.beta_response_input_image_param import BetaResponseInputImageParam
    from aigpt.openai.types.beta.beta_response_input_text_param import BetaResponseInputTextParam

__all__ = ["BetaResponsePromptParam", "Variables"]

Variables: TypeAlias = "Union[str, BetaResponseInputTextParam, BetaResponseInputImageParam, BetaResponseInputFileParam]"


class BetaResponsePromptParam(TypedDict, total=False):
    id: Required[str]
    variables: Optional[Dict[str, Variables]]
    version: Optional[str]


postpone(
    __name__,
    homes={
        "BetaResponseInputFileParam": "beta.beta_response_input_file_param",
        "BetaResponseInputImageParam": "beta.beta_response_input_image_param",
        "BetaResponseInputTextParam": "beta.beta_response_input_text_param",
    },
    aliases={"Variables": {}},
)
