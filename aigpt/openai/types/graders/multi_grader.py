# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.graders.label_model_grader import LabelModelGrader
    from aigpt.openai.types.graders.python_grader import PythonGrader
    from aigpt.openai.types.graders.score_model_grader import ScoreModelGrader
    from aigpt.openai.types.graders.string_check_grader import StringCheckGrader
    from aigpt.openai.types.graders.text_similarity_grader import TextSimilarityGrader

__all__ = ["MultiGrader", "Graders"]

Graders: TypeAlias = "Union[StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader, LabelModelGrader]"


class MultiGrader(BaseModel):
    calculate_output: str
    graders: Graders
    name: str
    type: Literal["multi"]


postpone(
    __name__,
    homes={
        "LabelModelGrader": "graders.label_model_grader",
        "PythonGrader": "graders.python_grader",
        "ScoreModelGrader": "graders.score_model_grader",
        "StringCheckGrader": "graders.string_check_grader",
        "TextSimilarityGrader": "graders.text_similarity_grader",
    },
    aliases={"Graders": {}},
)
