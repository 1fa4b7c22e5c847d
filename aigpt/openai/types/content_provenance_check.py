# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["ContentProvenanceCheck", "Result", "ResultC2PA", "ResultSynthID"]


class ResultC2PA(BaseModel):
    generated_at: Optional[str] = None
    issuer: Optional[str] = None
    model: Optional[str] = None
    outcome: Literal["detected", "not_detected"]
    type: Literal["c2pa"]
    validation_state: Literal["trusted", "valid", "invalid", "not_present"]


class ResultSynthID(BaseModel):
    generated_at: Optional[str] = None
    model: Optional[str] = None
    outcome: Literal["detected", "not_detected"]
    type: Literal["synthid"]


Result: TypeAlias = "Annotated[Union[ResultC2PA, ResultSynthID], PropertyInfo(discriminator='type')]"


class ContentProvenanceCheck(BaseModel):
    created_at: int
    object: Literal["content_provenance_check"]
    results: List[Result]


postpone(__name__, aliases={"Result": {"c2pa": "ResultC2PA", "synthid": "ResultSynthID"}})
