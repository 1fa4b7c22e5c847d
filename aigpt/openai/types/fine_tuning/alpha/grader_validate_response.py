# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.graders.multi_grader import MultiGrader
    from aigpt.openai.types.graders.python_grader import PythonGrader
    from aigpt.openai.types.graders.score_model_grader import ScoreModelGrader
    from aigpt.openai.types.graders.string_check_grader import StringCheckGrader
    from aigpt.openai.types.graders.text_similarity_grader import TextSimilarityGrader

__all__ = ["GraderValidateResponse", "Grader"]

Grader: TypeAlias = "Union[StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader, MultiGrader]"


class GraderValidateResponse(BaseModel):
    grader: Optional[Grader] = None


postpone(
    __name__,
    homes={
        "MultiGrader": "graders.multi_grader",
        "PythonGrader": "graders.python_grader",
        "ScoreModelGrader": "graders.score_model_grader",
        "StringCheckGrader": "graders.string_check_grader",
        "TextSimilarityGrader": "graders.text_similarity_grader",
    },
    aliases={"Grader": {}},
)
