# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.graders.label_model_grader_param import LabelModelGraderParam
    from aigpt.openai.types.graders.python_grader_param import PythonGraderParam
    from aigpt.openai.types.graders.score_model_grader_param import ScoreModelGraderParam
    from aigpt.openai.types.graders.string_check_grader_param import StringCheckGraderParam
    from aigpt.openai.types.graders.text_similarity_grader_param import TextSimilarityGraderParam

__all__ = ["MultiGraderParam", "Graders"]

Graders: TypeAlias = """
Union[StringCheckGraderParam, TextSimilarityGraderParam, PythonGraderParam, ScoreModelGraderParam,
LabelModelGraderParam]
"""


class MultiGraderParam(TypedDict, total=False):
    calculate_output: Required[str]
    graders: Required[Graders]
    name: Required[str]
    type: Required[Literal["multi"]]


postpone(
    __name__,
    homes={
        "LabelModelGraderParam": "graders.label_model_grader_param",
        "PythonGraderParam": "graders.python_grader_param",
        "ScoreModelGraderParam": "graders.score_model_grader_param",
        "StringCheckGraderParam": "graders.string_check_grader_param",
        "TextSimilarityGraderParam": "graders.text_similarity_grader_param",
    },
    aliases={"Graders": {}},
)
