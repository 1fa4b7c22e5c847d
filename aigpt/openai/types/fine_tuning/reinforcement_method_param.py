# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning.reinforcement_hyperparameters_param import ReinforcementHyperparametersParam
    from aigpt.openai.types.graders.multi_grader_param import MultiGraderParam
    from aigpt.openai.types.graders.python_grader_param import PythonGraderParam
    from aigpt.openai.types.graders.score_model_grader_param import ScoreModelGraderParam
    from aigpt.openai.types.graders.string_check_grader_param import StringCheckGraderParam
    from aigpt.openai.types.graders.text_similarity_grader_param import TextSimilarityGraderParam

__all__ = ["ReinforcementMethodParam", "Grader"]

Grader: TypeAlias = """
Union[StringCheckGraderParam, TextSimilarityGraderParam, PythonGraderParam, ScoreModelGraderParam,
MultiGraderParam]
"""


class ReinforcementMethodParam(TypedDict, total=False):
    grader: Required[Grader]
    hyperparameters: ReinforcementHyperparametersParam


postpone(
    __name__,
    homes={
        "MultiGraderParam": "graders.multi_grader_param",
        "PythonGraderParam": "graders.python_grader_param",
        "ReinforcementHyperparametersParam": "fine_tuning.reinforcement_hyperparameters_param",
        "ScoreModelGraderParam": "graders.score_model_grader_param",
        "StringCheckGraderParam": "graders.string_check_grader_param",
        "TextSimilarityGraderParam": "graders.text_similarity_grader_param",
    },
    aliases={"Grader": {}},
)
