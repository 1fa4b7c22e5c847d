# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = [
    "Decision",
    "Answer",
    "AnswerAnswerResourcePredicate",
    "AnswerAnswerResourceChoice",
    "AnswerAnswerResourceChoiceProbability",
    "AnswerAnswerResourceScore",
    "AnswerAnswerResourceScoreProbability",
    "AnswerAnswerResourceRefusal",
    "Usage",
    "UsageInputTokensDetails",
    "UsageOutputTokensDetails",
]


class AnswerAnswerResourcePredicate(BaseModel):
    name: Optional[str] = None
    probability: float
    type: Literal["predicate"]


class AnswerAnswerResourceChoiceProbability(BaseModel):
    probability: float
    value: Union[str, bool]


class AnswerAnswerResourceChoice(BaseModel):
    choice: Union[str, bool]
    confidence: float
    name: Optional[str] = None
    probabilities: List[AnswerAnswerResourceChoiceProbability]
    type: Literal["choice"]


class AnswerAnswerResourceScoreProbability(BaseModel):
    label: str
    probability: float
    value: int


class AnswerAnswerResourceScore(BaseModel):
    confidence: float
    name: Optional[str] = None
    probabilities: List[AnswerAnswerResourceScoreProbability]
    score: float
    type: Literal["score"]


class AnswerAnswerResourceRefusal(BaseModel):
    name: Optional[str] = None
    type: Literal["refusal"]


Answer: TypeAlias = """
Annotated[Union[AnswerAnswerResourcePredicate, AnswerAnswerResourceChoice,
AnswerAnswerResourceScore, AnswerAnswerResourceRefusal], PropertyInfo(discriminator='type')]
"""


class UsageInputTokensDetails(BaseModel):
    cache_write_tokens: int
    cached_tokens: int


class UsageOutputTokensDetails(BaseModel):
    reasoning_tokens: int


class Usage(BaseModel):
    input_tokens: int
    input_tokens_details: UsageInputTokensDetails
    output_tokens: int
    output_tokens_details: UsageOutputTokensDetails
    total_tokens: int


class Decision(BaseModel):
    answers: List[Answer]
    model: str
    usage: Usage


postpone(
    __name__,
    aliases={
        "Answer": {
            "predicate": "AnswerAnswerResourcePredicate",
            "choice": "AnswerAnswerResourceChoice",
            "score": "AnswerAnswerResourceScore",
            "refusal": "AnswerAnswerResourceRefusal",
        }
    },
)
