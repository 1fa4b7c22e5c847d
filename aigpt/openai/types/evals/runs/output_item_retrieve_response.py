# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Dict, List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.evals.eval_api_error import EvalAPIError

__all__ = ["OutputItemRetrieveResponse", "Result", "Sample", "SampleInput", "SampleOutput", "SampleUsage"]


class Result(BaseModel):
    name: str
    passed: bool
    score: float
    sample: Optional[Dict[str, object]] = None
    type: Optional[str] = None
    if TYPE_CHECKING:

        def __getattr__(self, attr: str) -> object: ...


class SampleInput(BaseModel):
    content: str
    role: str


class SampleOutput(BaseModel):
    content: Optional[str] = None
    role: Optional[str] = None


class SampleUsage(BaseModel):
    cached_tokens: int
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int


class Sample(BaseModel):
    error: EvalAPIError
    finish_reason: str
    input: List[SampleInput]
    max_completion_tokens: int
    model: str
    output: List[SampleOutput]
    seed: int
    temperature: float
    top_p: float
    usage: SampleUsage


class OutputItemRetrieveResponse(BaseModel):
    id: str
    created_at: int
    datasource_item: Dict[str, builtins.object]
    datasource_item_id: int
    eval_id: str
    object: Literal["eval.run.output_item"]
    results: List[Result]
    run_id: str
    sample: Sample
    status: str


postpone(__name__, homes={"EvalAPIError": "evals.eval_api_error"})
