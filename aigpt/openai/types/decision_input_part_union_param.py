# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.decision_input_image_param import DecisionInputImageParam
    from aigpt.openai.types.decision_input_text_param import DecisionInputTextParam
    from aigpt.openai.types.shared_params.decision_input_json import DecisionInputJSON

__all__ = ["DecisionInputPartUnionParam"]

DecisionInputPartUnionParam: TypeAlias = "Union[DecisionInputTextParam, DecisionInputImageParam, DecisionInputJSON]"
postpone(
    __name__,
    homes={
        "DecisionInputImageParam": "decision_input_image_param",
        "DecisionInputJSON": "shared_params.decision_input_json",
        "DecisionInputTextParam": "decision_input_text_param",
    },
    aliases={"DecisionInputPartUnionParam": {}},
)
