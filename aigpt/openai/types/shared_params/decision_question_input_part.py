# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared_params.decision_input_json import DecisionInputJSON
    from aigpt.openai.types.shared_params.decision_question_input_image import DecisionQuestionInputImage
    from aigpt.openai.types.shared_params.decision_question_input_text import DecisionQuestionInputText

__all__ = ["DecisionQuestionInputPart"]

DecisionQuestionInputPart: TypeAlias = "Union[DecisionQuestionInputText, DecisionQuestionInputImage, DecisionInputJSON]"
postpone(
    __name__,
    homes={
        "DecisionInputJSON": "shared_params.decision_input_json",
        "DecisionQuestionInputImage": "shared_params.decision_question_input_image",
        "DecisionQuestionInputText": "shared_params.decision_question_input_text",
    },
    aliases={"DecisionQuestionInputPart": {}},
)
