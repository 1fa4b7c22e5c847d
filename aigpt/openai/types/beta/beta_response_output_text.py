# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = [
    "BetaResponseOutputText",
    "Annotation",
    "AnnotationFileCitation",
    "AnnotationURLCitation",
    "AnnotationContainerFileCitation",
    "AnnotationFilePath",
    "Logprob",
    "LogprobTopLogprob",
]


class AnnotationFileCitation(BaseModel):
    file_id: str
    filename: str
    index: int
    type: Literal["file_citation"]


class AnnotationURLCitation(BaseModel):
    end_index: int
    start_index: int
    title: str
    type: Literal["url_citation"]
    url: str


class AnnotationContainerFileCitation(BaseModel):
    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


class AnnotationFilePath(BaseModel):
    file_id: str
    index: int
    type: Literal["file_path"]


Annotation: TypeAlias = """
Annotated[Union[AnnotationFileCitation, AnnotationURLCitation, AnnotationContainerFileCitation,
AnnotationFilePath], PropertyInfo(discriminator='type')]
"""


class LogprobTopLogprob(BaseModel):
    token: str
    bytes: List[int]
    logprob: float


class Logprob(BaseModel):
    token: str
    bytes: List[int]
    logprob: float
    top_logprobs: List[LogprobTopLogprob]


class BetaResponseOutputText(BaseModel):
    annotations: List[Annotation]
    text: str
    type: Literal["output_text"]
    logprobs: Optional[List[Logprob]] = None


postpone(
    __name__,
    aliases={
        "Annotation": {
            "file_citation": "AnnotationFileCitation",
            "url_citation": "AnnotationURLCitation",
            "container_file_citation": "AnnotationContainerFileCitation",
            "file_path": "AnnotationFilePath",
        }
    },
)
