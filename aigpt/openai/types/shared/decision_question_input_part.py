# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared.decision_input_json import DecisionInputJSON
    from aigpt.openai.types.shared.decision_question_input_image import DecisionQuestionInputImage
    from aigpt.openai.types.shared.decision_question_input_text import DecisionQuestionInputText

__all__ = ["DecisionQuestionInputPart"]

DecisionQuestionInputPart: TypeAlias = """
Annotated[Union[DecisionQuestionInputText, DecisionQuestionInputImage, DecisionInputJSON],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "DecisionInputJSON": "shared.decision_input_json",
        "DecisionQuestionInputImage": "shared.decision_question_input_image",
        "DecisionQuestionInputText": "shared.decision_question_input_text",
    },
    aliases={
        "DecisionQuestionInputPart": {
            "input_text": "DecisionQuestionInputText",
            "input_image": "DecisionQuestionInputImage",
            "input_json": "DecisionInputJSON",
        }
    },
)
