# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.graders import grader_inputs as grader_inputs
    from aigpt.openai.types.graders import grader_inputs_param as grader_inputs_param
    from aigpt.openai.types.graders import label_model_grader as label_model_grader
    from aigpt.openai.types.graders import label_model_grader_param as label_model_grader_param
    from aigpt.openai.types.graders import multi_grader as multi_grader
    from aigpt.openai.types.graders import multi_grader_param as multi_grader_param
    from aigpt.openai.types.graders import python_grader as python_grader
    from aigpt.openai.types.graders import python_grader_param as python_grader_param
    from aigpt.openai.types.graders import score_model_grader as score_model_grader
    from aigpt.openai.types.graders import score_model_grader_param as score_model_grader_param
    from aigpt.openai.types.graders import string_check_grader as string_check_grader
    from aigpt.openai.types.graders import string_check_grader_param as string_check_grader_param
    from aigpt.openai.types.graders import text_similarity_grader as text_similarity_grader
    from aigpt.openai.types.graders import text_similarity_grader_param as text_similarity_grader_param
    from aigpt.openai.types.graders.grader_inputs import GraderInputs
    from aigpt.openai.types.graders.grader_inputs_param import GraderInputsParam
    from aigpt.openai.types.graders.label_model_grader import LabelModelGrader
    from aigpt.openai.types.graders.label_model_grader_param import LabelModelGraderParam
    from aigpt.openai.types.graders.multi_grader import MultiGrader
    from aigpt.openai.types.graders.multi_grader_param import MultiGraderParam
    from aigpt.openai.types.graders.python_grader import PythonGrader
    from aigpt.openai.types.graders.python_grader_param import PythonGraderParam
    from aigpt.openai.types.graders.score_model_grader import ScoreModelGrader
    from aigpt.openai.types.graders.score_model_grader_param import ScoreModelGraderParam
    from aigpt.openai.types.graders.string_check_grader import StringCheckGrader
    from aigpt.openai.types.graders.string_check_grader_param import StringCheckGraderParam
    from aigpt.openai.types.graders.text_similarity_grader import TextSimilarityGrader
    from aigpt.openai.types.graders.text_similarity_grader_param import TextSimilarityGraderParam

__all__ = [
    "GraderInputs",
    "GraderInputsParam",
    "LabelModelGrader",
    "LabelModelGraderParam",
    "MultiGrader",
    "MultiGraderParam",
    "PythonGrader",
    "PythonGraderParam",
    "ScoreModelGrader",
    "ScoreModelGraderParam",
    "StringCheckGrader",
    "StringCheckGraderParam",
    "TextSimilarityGrader",
    "TextSimilarityGraderParam",
]

_HOMES = {
    "GraderInputs": "aigpt.openai.types.graders.grader_inputs",
    "GraderInputsParam": "aigpt.openai.types.graders.grader_inputs_param",
    "LabelModelGrader": "aigpt.openai.types.graders.label_model_grader",
    "LabelModelGraderParam": "aigpt.openai.types.graders.label_model_grader_param",
    "MultiGrader": "aigpt.openai.types.graders.multi_grader",
    "MultiGraderParam": "aigpt.openai.types.graders.multi_grader_param",
    "PythonGrader": "aigpt.openai.types.graders.python_grader",
    "PythonGraderParam": "aigpt.openai.types.graders.python_grader_param",
    "ScoreModelGrader": "aigpt.openai.types.graders.score_model_grader",
    "ScoreModelGraderParam": "aigpt.openai.types.graders.score_model_grader_param",
    "StringCheckGrader": "aigpt.openai.types.graders.string_check_grader",
    "StringCheckGraderParam": "aigpt.openai.types.graders.string_check_grader_param",
    "TextSimilarityGrader": "aigpt.openai.types.graders.text_similarity_grader",
    "TextSimilarityGraderParam": "aigpt.openai.types.graders.text_similarity_grader_param",
}
_SUBMODULES: tuple[str, ...] = (
    "grader_inputs",
    "grader_inputs_param",
    "label_model_grader",
    "label_model_grader_param",
    "multi_grader",
    "multi_grader_param",
    "python_grader",
    "python_grader_param",
    "score_model_grader",
    "score_model_grader_param",
    "string_check_grader",
    "string_check_grader_param",
    "text_similarity_grader",
    "text_similarity_grader_param",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
