# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, Field, PropertyInfo
from aigpt.openai._type_modules import postpone
from aigpt.openai.types.graders.python_grader import PythonGrader
from aigpt.openai.types.graders.score_model_grader import ScoreModelGrader
from aigpt.openai.types.graders.text_similarity_grader import TextSimilarityGrader

if TYPE_CHECKING:
    from aigpt.openai.types.eval_custom_data_source_config import EvalCustomDataSourceConfig
    from aigpt.openai.types.eval_stored_completions_data_source_config import EvalStoredCompletionsDataSourceConfig
    from aigpt.openai.types.graders.label_model_grader import LabelModelGrader
    from aigpt.openai.types.graders.string_check_grader import StringCheckGrader
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = [
    "EvalListResponse",
    "DataSourceConfig",
    "DataSourceConfigLogs",
    "TestingCriterion",
    "TestingCriterionEvalGraderTextSimilarity",
    "TestingCriterionEvalGraderPython",
    "TestingCriterionEvalGraderScoreModel",
]


class DataSourceConfigLogs(BaseModel):
    schema_: Dict[str, object] = Field(alias="schema")
    type: Literal["logs"]
    metadata: Optional[Metadata] = None


DataSourceConfig: TypeAlias = """
Annotated[Union[EvalCustomDataSourceConfig, DataSourceConfigLogs,
EvalStoredCompletionsDataSourceConfig], PropertyInfo(discriminator='type')]
"""


class TestingCriterionEvalGraderTextSimilarity(TextSimilarityGrader):
    __test__ = False
    pass_threshold: float


class TestingCriterionEvalGraderPython(PythonGrader):
    __test__ = False
    pass_threshold: Optional[float] = None


class TestingCriterionEvalGraderScoreModel(ScoreModelGrader):
    __test__ = False
    pass_threshold: Optional[float] = None


TestingCriterion: TypeAlias = """
Union[LabelModelGrader, StringCheckGrader, TestingCriterionEvalGraderTextSimilarity,
TestingCriterionEvalGraderPython, TestingCriterionEvalGraderScoreModel]
"""


class EvalListResponse(BaseModel):
    id: str
    created_at: int
    data_source_config: DataSourceConfig
    metadata: Optional[Metadata] = None
    name: str
    object: Literal["eval"]
    testing_criteria: List[TestingCriterion]


postpone(
    __name__,
    homes={
        "EvalCustomDataSourceConfig": "eval_custom_data_source_config",
        "EvalStoredCompletionsDataSourceConfig": "eval_stored_completions_data_source_config",
        "LabelModelGrader": "graders.label_model_grader",
        "Metadata": "shared.metadata",
        "StringCheckGrader": "graders.string_check_grader",
    },
    aliases={
        "DataSourceConfig": {
            "custom": "EvalCustomDataSourceConfig",
            "logs": "DataSourceConfigLogs",
            "stored_completions": "EvalStoredCompletionsDataSourceConfig",
        },
        "TestingCriterion": {},
    },
)
