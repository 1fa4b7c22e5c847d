# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr
from aigpt.openai.types.graders.python_grader_param import PythonGraderParam
from aigpt.openai.types.graders.score_model_grader_param import ScoreModelGraderParam
from aigpt.openai.types.graders.text_similarity_grader_param import TextSimilarityGraderParam

if TYPE_CHECKING:
    from aigpt.openai.types.graders.grader_inputs_param import GraderInputsParam
    from aigpt.openai.types.graders.string_check_grader_param import StringCheckGraderParam
    from aigpt.openai.types.responses.response_input_audio_param import ResponseInputAudioParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = [
    "EvalCreateParams",
    "DataSourceConfig",
    "DataSourceConfigCustom",
    "DataSourceConfigLogs",
    "DataSourceConfigStoredCompletions",
    "TestingCriterion",
    "TestingCriterionLabelModel",
    "TestingCriterionLabelModelInput",
    "TestingCriterionLabelModelInputSimpleInputMessage",
    "TestingCriterionLabelModelInputEvalItem",
    "TestingCriterionLabelModelInputEvalItemContent",
    "TestingCriterionLabelModelInputEvalItemContentOutputText",
    "TestingCriterionLabelModelInputEvalItemContentInputImage",
    "TestingCriterionTextSimilarity",
    "TestingCriterionPython",
    "TestingCriterionScoreModel",
]


class EvalCreateParams(TypedDict, total=False):
    data_source_config: Required[DataSourceConfig]
    testing_criteria: Required[Iterable[TestingCriterion]]
    metadata: Optional[Metadata]
    name: str


class DataSourceConfigCustom(TypedDict, total=False):
    item_schema: Required[Dict[str, object]]
    type: Required[Literal["custom"]]
    include_sample_schema: bool


class DataSourceConfigLogs(TypedDict, total=False):
    type: Required[Literal["logs"]]
    metadata: Dict[str, object]


class DataSourceConfigStoredCompletions(TypedDict, total=False):
    type: Required[Literal["stored_completions"]]
    metadata: Dict[str, object]


DataSourceConfig: TypeAlias = "Union[DataSourceConfigCustom, DataSourceConfigLogs, DataSourceConfigStoredCompletions]"


class TestingCriterionLabelModelInputSimpleInputMessage(TypedDict, total=False):
    content: Required[str]
    role: Required[str]


class TestingCriterionLabelModelInputEvalItemContentOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]


class TestingCriterionLabelModelInputEvalItemContentInputImage(TypedDict, total=False):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: str


TestingCriterionLabelModelInputEvalItemContent: TypeAlias = """
Union[str, ResponseInputTextParam, TestingCriterionLabelModelInputEvalItemContentOutputText,
TestingCriterionLabelModelInputEvalItemContentInputImage, ResponseInputAudioParam,
GraderInputsParam]
"""


class TestingCriterionLabelModelInputEvalItem(TypedDict, total=False):
    content: Required[TestingCriterionLabelModelInputEvalItemContent]
    role: Required[Literal["user", "assistant", "system", "developer"]]
    type: Literal["message"]


TestingCriterionLabelModelInput: TypeAlias = (
    "Union[TestingCriterionLabelModelInputSimpleInputMessage, TestingCriterionLabelModelInputEvalItem]"
)


class TestingCriterionLabelModel(TypedDict, total=False):
    input: Required[Iterable[TestingCriterionLabelModelInput]]
    labels: Required[SequenceNotStr[str]]
    model: Required[str]
    name: Required[str]
    passing_labels: Required[SequenceNotStr[str]]
    type: Required[Literal["label_model"]]


class TestingCriterionTextSimilarity(TextSimilarityGraderParam, total=False):
    pass_threshold: Required[float]


class TestingCriterionPython(PythonGraderParam, total=False):
    pass_threshold: float


class TestingCriterionScoreModel(ScoreModelGraderParam, total=False):
    pass_threshold: float


TestingCriterion: TypeAlias = """
Union[TestingCriterionLabelModel, StringCheckGraderParam, TestingCriterionTextSimilarity,
TestingCriterionPython, TestingCriterionScoreModel]
"""
postpone(
    __name__,
    homes={
        "GraderInputsParam": "graders.grader_inputs_param",
        "Metadata": "shared_params.metadata",
        "ResponseInputAudioParam": "responses.response_input_audio_param",
        "ResponseInputTextParam": "responses.response_input_text_param",
        "StringCheckGraderParam": "graders.string_check_grader_param",
    },
    aliases={
        "DataSourceConfig": {},
        "TestingCriterionLabelModelInputEvalItemContent": {},
        "TestingCriterionLabelModelInput": {},
        "TestingCriterion": {},
    },
)
